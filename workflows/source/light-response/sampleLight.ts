import { createWorkingCalendar } from '../../../core/calendar/workingCalendar.js';
import type { CloudEvent } from '../../../core/evidence/cloudEvent.js';
import { GIT_EVENT_TYPES } from '../../../core/git/evidence.js';
import type { Language } from '../../../core/judgement/judgement.js';
import { createDirectory } from '../../../core/people/directory.js';
import type { Person } from '../../../core/people/person.js';
import { personToRow, type PersonRow } from '../../../core/people/personRow.js';
import { CODE_STREAK, evaluateRedLights, lightToRow, type LightRow } from '../../../core/red-light/index.js';

const NAMES: Readonly<Record<Language, readonly [developer: string, mentor: string]>> = { en: ['Li Wei', 'Zhao Min'], 'zh-CN': ['李伟', '赵敏'] };

function peopleIn(language: Language): readonly Person[] {
	const [developer, mentor] = NAMES[language];
	const person = (id: string, name: string, email: string, more: Partial<Person>): Person => ({ id, name, email, active: true, department: null, managerId: null, mentorId: null, teamLeadId: null, accounts: [], roles: [], evidence: { source: 'table:people', id, time: null, actor: null, url: null }, ...more });
	return [person('P001', developer, 'li.wei@example.com', { mentorId: 'P002', accounts: [{ system: 'github', account: 'li-wei' }] }), person('P002', mentor, 'zhao.min@example.com', {})];
}

/** Six commits to one module on each of three working days: red, as the real rule finds it. */
function commits(): readonly CloudEvent[] {
	const account = { system: 'github', account: 'li-wei', name: null, email: 'li.wei@example.com', bot: false };
	return ['2026-03-02', '2026-03-03', '2026-03-04'].flatMap((day, index) =>
		Array.from({ length: 6 }, (_, number) => {
			const sha = `sample-${index + 1}-${number + 1}`;
			const time = `${day}T${String(10 + number)}:00:00+08:00`;
			const url = `https://git.example.com/team/app/commit/${sha}`;
			return { specversion: '1.0' as const, id: sha, source: 'https://git.example.com/team/app', type: GIT_EVENT_TYPES.commitRecorded, time, data: { repository: 'team/app', sha, url, author: account, committer: account, authoredAt: time, committedAt: time, parents: 1, paths: [`src/export/report-${number + 1}.ts`], change: null, branch: 'main', contentKey: `content-of-${sha}`, reverts: null } };
		}),
	);
}

/** A light with the person concerned and the mentor, to try the workflow without any account. */
export function sampleOf(language: Language): { readonly light: LightRow; readonly people: readonly PersonRow[] } {
	const people = peopleIn(language);
	const { lights } = evaluateRedLights({ events: commits(), rules: [CODE_STREAK], calendar: createWorkingCalendar({}), directory: createDirectory(people), scanner: null, known: [], asOf: '2026-03-04T20:00:00+08:00' });
	const light = lights.find(({ value }) => value.light === 'red');
	if (light === undefined) throw new Error('The commits of the sample make no red light.');
	return { light: lightToRow(light), people: people.map(personToRow) };
}
