import { describe, expect, it } from 'vitest';
import { createDirectory } from '../../core/people/directory.js';
import { findRole } from '../../core/people/findRole.js';
import { readPeopleTable } from '../../core/people/peopleTable.js';
import { SAMPLE_STUDY, samplePeople } from '../../core/sample/sampleStudy.js';
import { buildWorkflow } from '../../workflows/source/builder.js';
import { hrDirectorySync } from '../../workflows/source/hr-directory-sync/structure.js';

describe.each(['en', 'zh-CN'] as const)('S16: sample people of the directory workflow in %s', (language) => {
	const workflow = buildWorkflow(hrDirectorySync, language);
	const node = workflow.nodes.find(({ name }) => name === hrDirectorySync.texts[language].nodes['sample']);
	const { people: rows } = JSON.parse(String(node?.parameters['jsonOutput'])) as { people: ReadonlyArray<Record<string, string>> };

	it('are read without a problem, each with accounts, manager and mentor', () => {
		const { people, problems } = readPeopleTable(rows, { source: 'table:people' });
		expect(problems).toEqual([]);
		expect(people.map(({ id, managerId, mentorId }) => [id, managerId, mentorId])).toEqual(samplePeople.map(({ id, managerId, mentorId }) => [id, managerId, mentorId]));
		const own = (system: string): boolean => ['edc', 'git', 'github', 'confluence', 'n8n'].includes(system);
		expect(people.map(({ accounts }) => accounts.filter(({ system }) => own(system)))).toEqual(samplePeople.map(({ accounts }) => accounts));
	});

	it('name the mentor of a developer, else the manager', () => {
		const directory = createDirectory(readPeopleTable(rows, { source: 'table:people' }).people);
		const mentorOf = (account: string): string => {
			const found = findRole(directory, { role: 'mentor', of: { system: 'github', account }, scope: null });
			return found.kind === 'assigned' ? `${found.person.id} ${found.via}` : found.reason.en;
		};
		expect(mentorOf('qin-lang')).toBe('P051 entry');
		expect(mentorOf('liu-tinglan')).toBe('P050 manager instead');
	});

	it('name the project manager of the sample study', () => {
		const { people } = readPeopleTable(rows, { source: 'table:people' });
		const found = findRole(createDirectory(people), { role: 'projectManager', of: null, scope: SAMPLE_STUDY.oid });
		expect(found.kind === 'assigned' ? found.person.id : found.reason.en).toBe('P002');
	});
});
