import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDirectory, managerCircles, personNamed } from '../../../core/people/directory.js';
import { findRole, type RoleQuestion } from '../../../core/people/findRole.js';
import { ROLES } from '../../../core/people/groupRoles.js';
import type { Person } from '../../../core/people/person.js';
import { examplePerson as person } from './examplePeople.js';

const answer = (people: readonly Person[], question: Partial<RoleQuestion>): string => {
	const found = findRole(createDirectory(people), { role: 'manager', of: null, scope: null, ...question });
	const text = found.kind === 'assigned' ? found.explanation : found.reason;
	expect(/\p{Script=Han}/u.test(text['zh-CN']) && text['zh-CN'].endsWith('。') && text.en.endsWith('.')).toBe(true);
	return found.kind === 'assigned' ? `${found.person.id} (${found.via}): ${text.en}` : `nobody: ${text.en}`;
};

const pm = (scope: string | null) => ({ role: 'projectManager' as const, scope });

describe('S16: project manager of a study', () => {
	it('S16: the one who holds the role for the study, else the one who holds it everywhere', () => {
		const people = [person('a', { roles: [pm('ST-01')] }), person('b', { roles: [pm(null)] })];
		expect(answer(people, { role: 'projectManager', scope: 'st-01 ' })).toBe('a (assignment): Name a is project manager of st-01 .');
		expect(answer(people, { role: 'projectManager', scope: 'ST-02' })).toBe('b (general assignment): Name b is project manager in general (nobody holds the role project manager of ST-02).');
		expect(answer([people[0] ?? person('a')], { role: 'projectManager', scope: 'ST-02' })).toMatch(/^nobody: Nobody holds the role project manager of ST-02 \(nobody holds the role project manager in general\)\.$/);
	});

	it('S16: several are never guessed between, unless the setting says the first', () => {
		const people = [person('b', { roles: [pm('ST-01')] }), person('a', { roles: [pm('ST-01')] })];
		expect(answer(people, { role: 'projectManager', scope: 'ST-01' })).toBe('nobody: 2 people hold the role project manager of ST-01: Name a, Name b.');
		expect(answer(people, { role: 'projectManager', scope: 'ST-01', onSeveral: 'first' })).toMatch(/^a \(assignment\): .*smallest id/);
	});

	it('S16: who has left is skipped upward, with the reason', () => {
		const people = [person('a', { active: false, managerId: 'b', roles: [pm('ST-01')] }), person('b', { active: false, managerId: 'c' }), person('c')];
		expect(answer(people, { role: 'projectManager', scope: 'ST-01' })).toBe('c (manager instead): Name c is the next active manager above (Name a, project manager of ST-01, is inactive; Name b (manager) is inactive).');
		expect(answer([...people, person('d', { roles: [pm('ST-01')] })], { role: 'projectManager', scope: 'ST-01' })).toMatch(/^d \(assignment\)/);
	});

	it('S16: several who have left with different managers are left to a person', () => {
		const people = [person('a', { active: false, managerId: 'c', roles: [pm('ST-01')] }), person('b', { active: false, managerId: 'd', roles: [pm('ST-01')] }), person('c'), person('d')];
		expect(answer(people, { role: 'projectManager', scope: 'ST-01' })).toMatch(/^nobody: .*their managers differ \(Name c, Name d\)/);
	});
});

describe('S16: manager, mentor and team lead of a person', () => {
	it('S16: manager by entry, past inactive ones, up to a reason', () => {
		const people = [person('a', { managerId: 'b' }), person('b', { active: false, managerId: 'c' }), person('c')];
		expect(answer(people, { of: { id: 'a' } })).toBe('c (entry): Name c is the manager of Name a (Name b (manager) is inactive).');
		expect(answer(people, { of: { id: 'c' } })).toBe('nobody: Name c has no manager entered (nobody holds the role manager in general).');
		expect(answer([person('a', { managerId: 'zz' })], { of: { id: 'a' } })).toMatch(/^nobody: The manager “zz” of Name a is not in the HR directory/);
	});

	it('S16: mentor, else the manager, each step said', () => {
		const manager = person('m');
		expect(answer([person('a', { mentorId: 'b', managerId: 'm' }), person('b'), manager], { role: 'mentor', of: { id: 'a' } })).toBe('b (entry): Name b is the mentor of Name a.');
		expect(answer([person('a', { managerId: 'm' }), manager], { role: 'mentor', of: { id: 'a' } })).toMatch(/^m \(manager instead\): Name m is the manager of Name a \(Name a has no mentor entered/);
		expect(answer([person('a', { mentorId: 'b', managerId: 'm' }), person('b', { active: false }), manager], { role: 'mentor', of: { id: 'a' } })).toMatch(/^m \(manager instead\): .*Name b \(mentor\) is inactive/);
		expect(answer([person('a', { mentorId: 'x', managerId: 'm' }), manager], { role: 'mentor', of: { id: 'a' } })).toMatch(/mentor “x” of Name a is not in the HR directory/);
	});

	it('S16: several mentors of a department or of the company stand not between a developer and his manager; one does', () => {
		const mentor = (scope: string | null) => ({ roles: [{ role: 'mentor' as const, scope }] });
		const people = [person('a', { department: 'Data', managerId: 'm' }), person('m'), person('x', mentor(null)), person('y', mentor(null))];
		expect(answer(people, { role: 'mentor', of: { id: 'a' } })).toMatch(/^m \(manager instead\): Name m is the manager of Name a .*2 people hold the role mentor in general: Name x, Name y/);
		expect(answer([...people, person('z', mentor('Data'))], { role: 'mentor', of: { id: 'a' } })).toMatch(/^z \(assignment\): Name z is mentor of Data/);
		expect(answer(people, { role: 'mentor', of: { id: 'a' }, onSeveral: 'first' })).toMatch(/^x \(general assignment\)/);
		expect(answer(people.slice(2), { role: 'mentor', of: null, scope: 'Data' })).toMatch(/^nobody: 2 people hold the role mentor in general/);
		expect(answer([people[0] ?? person('a'), ...people.slice(2)], { role: 'mentor', of: { id: 'a' } })).toMatch(/^nobody: .*manager “m” of Name a is not in the HR directory/);
	});

	it('S16: a manager whom the HR system does not show is not the same as none', () => {
		const found = findRole(createDirectory([person('a', { unknown: ['managerId'] })]), { role: 'manager', of: { id: 'a' }, scope: null });
		expect(found.kind === 'unassigned' ? [found.reason.en, found.reason['zh-CN']] : []).toEqual(['The HR system does not show who the manager of Name a is (nobody holds the role manager in general).', '人事系统未显示 Name a 的直属上级（没有不限范围的直属上级）。']);
	});

	it('S16: team lead by entry, by team, by department, else the manager; never the person concerned', () => {
		const lead = (scope: string) => ({ roles: [{ role: 'teamLead' as const, scope }] });
		expect(answer([person('a', { teamLeadId: 'b' }), person('b')], { role: 'teamLead', of: { id: 'a' } })).toMatch(/^b \(entry\)/);
		expect(answer([person('a'), person('b', lead('Backend'))], { role: 'teamLead', of: { id: 'a' }, scope: 'backend' })).toMatch(/^b \(assignment\)/);
		expect(answer([person('a', { department: 'Data' }), person('b', lead('Data'))], { role: 'teamLead', of: { id: 'a' } })).toMatch(/^b \(assignment\): Name b is team lead of Data/);
		expect(answer([person('a', { department: 'Data', managerId: 'c', ...lead('Data') }), person('c')], { role: 'teamLead', of: { id: 'a' } })).toMatch(/^c \(manager instead\)/);
		expect(answer([person('a', { teamLeadId: 'a', managerId: 'c' }), person('c')], { role: 'teamLead', of: { id: 'a' } })).toMatch(/^c \(manager instead\): .*Name a is the team lead and the person concerned/);
		expect(answer([person('a'), person('b', lead('Backend'))], { role: 'teamLead', scope: 'Backend' })).toMatch(/^b \(assignment\)/);
	});

	it('S16: own managers and circles end with the reason', () => {
		expect(answer([person('a', { managerId: 'a' })], { of: { id: 'a' } })).toMatch(/^nobody: Name a is entered as his or her own manager/);
		const circle = [person('a', { managerId: 'b' }), person('b', { active: false, managerId: 'c' }), person('c', { active: false, managerId: 'b' })];
		expect(answer(circle, { of: { id: 'a' } })).toMatch(/^nobody: .*go in a circle/);
		const back = [person('a', { managerId: 'b' }), person('b', { active: false, managerId: 'a' })];
		expect(answer(back, { of: { id: 'a' } })).toMatch(/^nobody: /);
		expect(managerCircles(createDirectory([...circle, person('d', { managerId: 'd' }), person('e', { managerId: 'a' })])).map(({ ids }) => ids)).toEqual([['b', 'c'], ['d']]);
	});

	it('S16: unknown and doubtful names are unassigned with the name in the reason', () => {
		expect(answer([person('a')], { of: { system: 'git', account: 'ghost' } })).toBe('nobody: The HR directory has nobody with the git account ghost.');
		expect(answer([person('a', { email: 'x@example.com' }), person('b', { accounts: [{ system: 'email', account: 'X@example.com' }] })], { of: { email: 'x@EXAMPLE.com' } })).toMatch(/belongs to 2 people in the HR directory \(a, b\)/);
		expect(answer([person('a')], {})).toMatch(/^nobody: It was not said whose manager/);
	});

	it('S16: the person is found by account in any case', () => {
		const directory = createDirectory([person('a', { accounts: [{ system: 'git', account: 'LiWei' }] })]);
		expect(personNamed(directory, { system: 'Git', account: 'liwei' })).toMatchObject({ kind: 'found', person: { id: 'a' } });
		expect(personNamed(directory, { system: 'confluence', account: 'liwei' }).kind).toBe('unknown');
	});

	it('S16: an account entered under git is found for every Git host, a commit by its e-mail; a host of its own stays apart', () => {
		const directory = createDirectory([person('a', { email: 'a@example.com', accounts: [{ system: 'git', account: 'LiWei' }] }), person('b', { accounts: [{ system: 'gitee', account: 'wf' }, { system: 'gitlab', account: 'zhao' }] }), person('c', { accounts: [{ system: 'github', account: 'zhao' }] })]);
		const of = (system: string, account: string): string => {
			const named = personNamed(directory, { system, account });
			return named.kind === 'found' ? named.person.id : named.reason.en;
		};
		expect(['github', 'gitlab', 'gitee', 'gitea', 'git'].map((system) => of(system, 'liwei'))).toEqual(['a', 'a', 'a', 'a', 'a']);
		expect([of('git', 'A@example.com'), of('github', '123+LiWei@users.noreply.github.com'), of('git', '9-wf@user.noreply.gitee.com'), of('gitee', 'wf'), of('git', 'wf')]).toEqual(['a', 'a', 'b', 'b', 'b']);
		expect([of('gitlab', 'zhao'), of('github', 'zhao')]).toEqual(['b', 'c']);
		expect(of('git', 'zhao')).toMatch(/belongs to 2 people/);
		expect(of('gitlab', 'wf')).toMatch(/nobody with the gitlab account wf/);
		expect(of('confluence', 'liwei')).toMatch(/nobody/);
	});

	it('S16: the answer names the records it rests on', () => {
		const found = findRole(createDirectory([person('a', { managerId: 'b' }), person('b', { active: false, managerId: 'c' }), person('c')]), { role: 'manager', of: { id: 'a' }, scope: null });
		expect(found.evidence.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
	});

	it('S16: two people of one id are refused by name', () => {
		expect(() => createDirectory([person('a'), person('a')])).toThrow(/id a stands for two people/);
	});

	it('S16: always somebody active and not the person concerned, or nobody with a reason; in any order', () => {
		const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
		const id = fc.option(fc.constantFrom(...ids, 'gone'), { nil: null });
		const arbitrary = fc.tuple(...ids.map((own) => fc.record({ active: fc.boolean(), managerId: id, mentorId: id, teamLeadId: id, department: fc.constantFrom('X', 'Y', null), roles: fc.array(fc.record({ role: fc.constantFrom(...ROLES), scope: fc.constantFrom('X', 'ST-01', null) }), { maxLength: 2 }) }).map((more) => person(own, more))));
		fc.assert(
			fc.property(arbitrary, fc.constantFrom(...ROLES), fc.constantFrom(...ids), fc.constantFrom('ST-01', null), (people, role, of, scope) => {
				const question = { role, of: { id: of }, scope };
				const found = findRole(createDirectory(people), question);
				if (found.kind === 'assigned') {
					expect(found.person.active).toBe(true);
					expect(found.person.id).not.toBe(of);
				} else expect(found.reason.en).toMatch(/\w.*\.$/);
				expect(findRole(createDirectory([...people].reverse()), question)).toEqual(found);
			}),
			{ numRuns: 500 },
		);
	});
});
