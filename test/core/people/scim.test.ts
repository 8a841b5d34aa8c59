import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDirectory } from '../../../core/people/directory.js';
import { findRole } from '../../../core/people/findRole.js';
import { scimAttribute } from '../../../core/people/scimAttribute.js';
import { nextScimRequest, startScimPull, type ScimAnswer, type ScimPullSettings, type ScimStep } from '../../../core/people/scimPull.js';
import { readScimUsers } from '../../../core/people/scimUsers.js';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const list = (...resources: unknown[]) => ({ schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'], totalResults: resources.length, Resources: resources });
const settings = { source: 'https://hr.example.com/scim/v2' };

describe('S16: SCIM users become people', () => {
	it('S16: attribute names in any case, booleans as text, manager as object, id, list or $ref', () => {
		const { people, problems } = readScimUsers(
			[
				list(
					{ ID: 'a', UserName: 'ann', DisplayName: 'Ann', Active: 'True', Emails: [{ Value: 'home@example.com', Type: 'home' }, { Value: 'Ann@example.com', Primary: 'True' }] },
					{ id: 'b', userName: 'bob', active: 'False', [ENTERPRISE.toUpperCase()]: { Manager: { Value: 'a' }, Department: 'Data' } },
					{ id: 'c', userName: 'cid', name: { givenName: '伟', familyName: '李' }, [ENTERPRISE]: { manager: 'ann' } },
					{ id: 'd', userName: 'dee', name: { givenName: 'Dee', familyName: 'Doe' }, [ENTERPRISE]: { manager: [{ $ref: 'https://hr.example.com/scim/v2/Users/a' }] } },
				),
			],
			[],
			settings,
		);
		expect(problems).toEqual([]);
		expect(people.map(({ id, name, email, active, department, managerId }) => [id, name, email, active, department, managerId])).toEqual([
			['a', 'Ann', 'Ann@example.com', true, null, null],
			['b', 'bob', null, false, 'Data', 'a'],
			['c', '李伟', null, true, null, 'a'],
			['d', 'Dee Doe', null, true, null, 'a'],
		]);
		expect(people[0]?.accounts).toContainEqual({ system: 'hr', account: 'ann' });
		expect(people[0]?.accounts).toContainEqual({ system: 'email', account: 'ann@example.com' });
	});

	it('S16: roles come from groups, groups within groups, the user’s own groups and role values', () => {
		const users = list({ id: 'a', userName: 'ann' }, { id: 'b', userName: 'bob', groups: [{ value: 'g9', display: 'TL Backend' }] }, { id: 'c', userName: 'cid', roles: [{ value: 'QA head' }] });
		const groups = list(
			{ id: 'g1', displayName: 'pm ST-01', members: [{ value: 'a' }, { value: 'g2', type: 'Group' }, { value: 'gone' }] },
			{ id: 'g2', displayName: 'Deputies', members: [{ value: 'b' }, { value: 'g1' }] },
			{ id: 'g3', displayName: 'Cooks', members: [{ value: 'nobody' }] },
		);
		const { people, problems } = readScimUsers([users], [groups], {
			...settings,
			groupRoles: [
				{ group: 'PM *', role: 'projectManager', scope: '*' },
				{ group: 'TL *', role: 'teamLead', scope: '*' },
				{ group: 'QA head', role: 'qualityManager', scope: null },
			],
		});
		expect(people.map((person) => person.roles)).toEqual([
			[{ role: 'projectManager', scope: 'ST-01' }],
			[{ role: 'projectManager', scope: 'ST-01' }, { role: 'teamLead', scope: 'Backend' }],
			[{ role: 'qualityManager', scope: null }],
		]);
		expect(problems.map(({ kind, record, value }) => [kind, record, value])).toEqual([['warning', 'group pm ST-01', 'gone']]);
	});

	it('S16: mentor, team lead and accounts by the path of a custom extension', () => {
		const extension = 'urn:example:params:scim:schemas:extension:people:1.5:User';
		const { people } = readScimUsers([list({ id: 'a', userName: 'ann' }, { id: 'b', userName: 'bob', [extension]: { mentor: { value: 'a' }, Lead: 'ANN', gitLogin: 'bob-git' } })], [], {
			...settings,
			paths: { mentor: `${extension}:mentor`, teamLead: `${extension.toLowerCase()}:lead`, accounts: { git: `${extension}:gitlogin` } },
		});
		expect([people[1]?.mentorId, people[1]?.teamLeadId]).toEqual(['a', 'a']);
		expect(people[1]?.accounts).toContainEqual({ system: 'git', account: 'bob-git' });
	});

	it('S16: one bad record never loses the good ones, and each says why', () => {
		const { people, problems } = readScimUsers(
			[list({ userName: 'noid' }, 7, { id: 'a', active: 'maybe' }), { totalResults: 0 }, 'text', { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], detail: 'no such thing', status: '404' }],
			[],
			settings,
		);
		expect(people.map(({ id, active }) => [id, active])).toEqual([['a', false]]);
		expect(problems.map(({ kind, record, field }) => [kind, record, field])).toEqual([
			['refused', 'user answer 1', null],
			['refused', 'user answer 3', null],
			['refused', 'user answer 4', null],
			['refused', 'user noid', 'id'],
			['warning', 'user a', 'active'],
		]);
		expect(problems[2]?.message.en).toContain('no such thing');
	});

	it('S16: a manager nobody knows, or who is not unique, stays visible', () => {
		const { people, problems } = readScimUsers(
			[list({ id: 'a', displayName: 'Li Wei' }, { id: 'b', displayName: 'li  wei' }, { id: 'c', displayName: 'C', [ENTERPRISE]: { manager: 'Li Wei' } }, { id: 'd', displayName: 'D', [ENTERPRISE]: { manager: { value: 'x9' } } })],
			[],
			settings,
		);
		expect(people.map((person) => person.managerId)).toEqual([null, null, 'Li Wei', 'x9']);
		expect(problems.map(({ field, value, message }) => [field, value, /names 2 people|not among/.exec(message.en)?.[0]])).toEqual([
			['managerId', 'Li Wei', 'names 2 people'],
			['managerId', 'x9', 'not among'],
		]);
	});

	it('S16: a user that came twice is one person, in any order of the pages', () => {
		const older = { id: 'a', displayName: 'Old', meta: { lastModified: '2026-03-01T23:30:00-05:00' } };
		const newer = { id: 'a', displayName: 'New', meta: { lastModified: '2026-03-02T05:00:00Z' } };
		const one = readScimUsers([list(older), list(newer, newer)], [], settings);
		const other = readScimUsers([list(newer), list(newer, older)], [], settings);
		expect(one.people).toEqual(other.people);
		expect(one.people.map(({ name }) => name)).toEqual(['New']);
		expect(one.problems.map(({ field }) => field)).toEqual(['id']);
		expect(readScimUsers([list(newer), list(newer)], [], settings).problems).toEqual([]);
	});

	it('S16: the order of users and pages changes nothing', () => {
		const users = Array.from({ length: 8 }, (_, index) => ({ id: `u${index}`, userName: `user${index}`, [ENTERPRISE]: { manager: { value: `u${index >> 1}` } } }));
		const expected = readScimUsers([list(...users)], [], settings).people;
		fc.assert(
			fc.property(fc.shuffledSubarray(users, { minLength: users.length }), fc.integer({ min: 0, max: 8 }), (shuffled, cut) => {
				expect(readScimUsers([list(...shuffled.slice(0, cut)), list(...shuffled.slice(cut))], [], settings).people).toEqual(expected);
			}),
		);
	});

	it.each([
		['userName', 'bob'],
		['USERNAME', 'bob'],
		['name.FamilyName', 'Doe'],
		['urn:ietf:params:scim:schemas:core:2.0:User:name.familyName', 'Doe'],
		['emails.value', ['a@example.com', 'b@example.com']],
		[`${ENTERPRISE}:manager.value`, 'm1'],
		[ENTERPRISE, { manager: { value: 'm1' } }],
		['urn:other:User:x', undefined],
		['constructor', undefined],
		['name.toString', undefined],
	])('S16: attribute path %s', (path, expected) => {
		expect(scimAttribute({ userName: 'bob', name: { familyName: 'Doe' }, emails: [{ value: 'a@example.com' }, { value: 'b@example.com' }], [ENTERPRISE]: { manager: { value: 'm1' } } }, path)).toEqual(expected);
	});
});

/** A service of n users that plays RFC 7644 and RFC 9865. */
function service(count: number, behaviour: { largestPage?: number; ignoresStart?: boolean; circles?: boolean; saysTotal?: number; hidesTotal?: boolean; leavesOutEmpty?: boolean } = {}) {
	const users = Array.from({ length: count }, (_, index) => ({ id: `u${String(index).padStart(5, '0')}` }));
	return (query: Readonly<Record<string, string>>): ScimAnswer => {
		const size = Math.min(Number(query['count']), behaviour.largestPage ?? Infinity);
		const cursor = query['cursor'];
		let start = cursor !== undefined ? Number(cursor === '' ? 0 : cursor.slice(1)) : Number(query['startIndex']) - 1;
		if (behaviour.ignoresStart) start = 0;
		if (behaviour.circles) start %= count;
		const Resources = users.slice(start, start + size);
		const more = start + size < count;
		return {
			status: 200,
			headers: {},
			body: {
				...(behaviour.hidesTotal ? {} : { totalResults: behaviour.saysTotal ?? count }),
				...(Resources.length === 0 && behaviour.leavesOutEmpty ? {} : { Resources }),
				...(cursor !== undefined ? (more ? { nextCursor: `c${start + size}` } : {}) : { startIndex: start + 1 }),
			},
		};
	};
}

function pull(settings: Partial<ScimPullSettings>, answerTo: (query: Readonly<Record<string, string>>) => ScimAnswer): { step: ScimStep; ids: string[]; calls: string[] } {
	let state = startScimPull({ path: '/Users', ...settings });
	const ids: string[] = [];
	const calls: string[] = [];
	for (let round = 0; round < 5000; round++) {
		calls.push(state.request.query['startIndex'] ?? `cursor ${state.request.query['cursor'] ?? ''}`);
		const step = nextScimRequest(state, answerTo(state.request.query), 0);
		if (step.kind === 'request' || step.kind === 'done') for (const user of ((step.page as { Resources?: Array<{ id: string }> }).Resources ?? [])) ids.push(user.id);
		if (step.kind === 'done' || step.kind === 'failed') return { step, ids, calls };
		if (step.kind === 'restart') ids.length = 0;
		state = step.state;
	}
	throw new Error('The pull did not end.');
}

describe('S16: paging through a SCIM service', () => {
	it('S16: startIndex is 1-based and advances by what came, not by what was asked', () => {
		const { calls, ids, step } = pull({ pageSize: 100 }, service(25, { largestPage: 10 }));
		expect(calls).toEqual(['1', '11', '21']);
		expect(new Set(ids).size).toBe(25);
		expect(step).toMatchObject({ kind: 'done', shortfall: null });
	});

	it('S16: every user is read exactly once, whatever the sizes and the kind of paging', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }), fc.boolean(), fc.boolean(), (count, pageSize, largestPage, cursor, leavesOutEmpty) => {
				const { ids, step } = pull({ pageSize, serviceProviderConfig: { pagination: { cursor } } }, service(count, { largestPage, leavesOutEmpty }));
				expect(ids).toHaveLength(count);
				expect(new Set(ids).size).toBe(count);
				expect(step).toMatchObject({ kind: 'done', shortfall: null });
			}),
		);
	});

	it('S16: cursors are used where the service announces them, and followed where it only answers with them', () => {
		expect(pull({ pageSize: 10, serviceProviderConfig: { Pagination: { Cursor: 'true' } } }, service(25)).calls).toEqual(['cursor ', 'cursor c10', 'cursor c20']);
		const plain = service(25);
		const { calls, ids } = pull({ pageSize: 10 }, (query) => (query['startIndex'] === '1' ? plain({ count: '10', cursor: '' }) : plain(query)));
		expect(calls).toEqual(['1', 'cursor c10', 'cursor c20']);
		expect(ids).toHaveLength(25);
	});

	it('S16: no users, with and without the Resources attribute', () => {
		expect(pull({}, service(0, { leavesOutEmpty: true })).step).toMatchObject({ kind: 'done', shortfall: null });
		expect(pull({}, () => ({ status: 200, headers: {}, body: { totalResults: '0', Resources: null } })).step).toMatchObject({ kind: 'done', shortfall: null });
	});

	it('S16: fewer than announced is said, never silent', () => {
		const { step } = pull({ pageSize: 10 }, service(8, { saysTotal: 12 }));
		expect(step.kind === 'done' ? step.shortfall?.en : null).toMatch(/has 12 resources but gave 8/);
	});

	it.each([
		['ignores startIndex', { ignoresStart: true, largestPage: 10 }],
		['starts again from the first', { circles: true, saysTotal: 1000, largestPage: 10 }],
	])('S16: a service that %s ends in an error, not in an endless loop', (_, behaviour) => {
		const { step, calls } = pull({ pageSize: 10 }, service(20, behaviour));
		expect(step).toMatchObject({ kind: 'failed' });
		expect(step.kind === 'failed' ? step.message.en : '').toContain('goes in circles');
		expect(calls.length).toBeLessThan(5);
	});

	it('S16: a cursor that comes again is a loop', () => {
		const { step } = pull({ serviceProviderConfig: { pagination: { cursor: true } } }, () => ({ status: 200, headers: {}, body: { Resources: [{ id: 'a' }], nextCursor: 'same' } }));
		expect(step).toMatchObject({ kind: 'failed' });
	});

	it('S16: a list without total ends with the first short page', () => {
		const { ids, step } = pull({ pageSize: 10 }, service(25, { hidesTotal: true }));
		expect([ids.length, step.kind]).toEqual([25, 'done']);
	});

	it('S16: more pages than allowed is an error that says so', () => {
		const { step } = pull({ pageSize: 10, maximumPages: 2 }, service(25));
		expect(step.kind === 'failed' ? step.message.en : '').toMatch(/more than the 2 pages/);
	});

	it('S16: an expired cursor starts again once', () => {
		const plain = service(25);
		let expired = false;
		const { ids, calls } = pull({ pageSize: 10, serviceProviderConfig: { pagination: { cursor: true } } }, (query) => {
			if (query['cursor'] === 'c10' && !expired) {
				expired = true;
				return { status: 400, headers: {}, body: { status: '400', scimType: 'expiredCursor' } };
			}
			return plain(query);
		});
		expect([ids.length, calls]).toEqual([25, ['cursor ', 'cursor c10', 'cursor ', 'cursor c10', 'cursor c20']]);
		const never = pull({ serviceProviderConfig: { pagination: { cursor: true } } }, (query) => (query['cursor'] === '' ? { status: 200, headers: {}, body: { Resources: [{ id: 'a' }], nextCursor: 'x' } } : { status: 400, headers: {}, body: { scimType: 'expiredCursor' } }));
		expect(never.step).toMatchObject({ kind: 'failed', status: 400 });
	});

	it('S16: 429 is waited for as long as the service says, within bounds', () => {
		const start = startScimPull({ path: '/Users' });
		expect(nextScimRequest(start, { status: 429, headers: { 'Retry-After': '7' }, body: '' }, 0)).toMatchObject({ kind: 'wait', seconds: 7 });
		expect(nextScimRequest(start, { status: 429, headers: { 'retry-after': 'Mon, 02 Mar 2026 08:00:09 GMT', date: 'Mon, 02 Mar 2026 08:00:00 GMT' }, body: '' }, 0)).toMatchObject({ kind: 'wait', seconds: 9 });
		expect(nextScimRequest(start, { status: 429, headers: { 'retry-after': '3600' }, body: '' }, 0)).toMatchObject({ kind: 'failed', status: 429 });
		const { step, calls } = pull({}, () => ({ status: 503, headers: {}, body: '' }));
		expect([step.kind, calls.length]).toEqual(['failed', 5]);
	});

	it.each([
		[401, /token/],
		[403, /right to read \/Users/],
		[404, /base URL/],
		[302, /final address/],
		[400, /filter/],
		[500, /administrator/],
	])('S16: status %i ends with a remedy', (status, remedy) => {
		const step = nextScimRequest(startScimPull({ path: '/Users' }), { status, headers: {}, body: { detail: 'the detail', status: String(status) } }, 0);
		expect(step.kind === 'failed' && [step.message.en.includes('the detail'), remedy.test(step.remedy.en)]).toEqual([true, true]);
	});

	it('S16: a login page answered with 200 is no SCIM', () => {
		const step = nextScimRequest(startScimPull({ path: '/Users' }), { status: 200, headers: {}, body: '<!DOCTYPE html><html><body>Sign in</body></html>' }, 0);
		expect(step.kind === 'failed' ? step.message.en : '').toContain('web page');
	});

	it('S16: filter and attributes go with every request', () => {
		const { request } = startScimPull({ path: '/Users', filter: 'active eq true', attributes: ['userName', 'emails'] });
		expect(request.query).toEqual({ startIndex: '1', count: '100', filter: 'active eq true', attributes: 'userName,emails' });
	});
});

const samples = resolve(import.meta.dirname, '../../../../shared/data/scim-rfc');
describe.skipIf(!existsSync(samples))('S16: the examples of RFC 7643 and 7644', () => {
	const read = (name: string): Record<string, unknown> => JSON.parse(readFileSync(resolve(samples, name), 'utf8')) as Record<string, unknown>;

	it('S16: RFC 7643 8.3 enterprise user and 8.4 group', () => {
		const { people, problems } = readScimUsers([read('rfc7643-8.3-enterprise_user.json')], [list(read('rfc7643-8.4-group.json'))], { ...settings, groupRoles: [{ group: 'Tour Guides', role: 'teamLead', scope: 'Tours' }] });
		expect(people).toHaveLength(1);
		expect(people[0]).toMatchObject({
			email: 'bjensen@example.com',
			active: true,
			department: 'Tour Operations',
			managerId: '26118915-6090-4610-87e4-49d8ca9f808d',
			roles: [{ role: 'teamLead', scope: 'Tours' }],
			evidence: { time: '2011-05-13T04:42:34Z', url: 'https://example.com/v2/Users/2819c223-7f76-453a-919d-413861904646' },
		});
		// The manager and the second member are in no answer.
		expect(problems.map(({ field }) => field).sort()).toEqual(['managerId', 'members']);
		expect(JSON.stringify(people)).not.toContain('t1meMa');
	});

	it('S16: RFC 7643 8.1 minimal user is active', () => {
		expect(readScimUsers([list(read('rfc7643-8.1-user-minimal.json'))], [], settings).people[0]).toMatchObject({ active: true, email: null, managerId: null });
	});

	it('S16: RFC 7644 3.4.2 partial attributes', () => {
		expect(readScimUsers([read('rfc7644-3.4.2-list_response-partial_attributes.json')], [], settings).people.map(({ name }) => name)).toEqual(['bjensen', 'jsmith']);
	});

	it('S16: RFC 7644 3.12 error is said in its own words', () => {
		const step = nextScimRequest(startScimPull({ path: '/Users' }), { status: 404, headers: {}, body: read('rfc7644-3.12-error-not_found.json') }, 0);
		expect(step.kind === 'failed' ? step.message.en : '').toContain('2819c223');
	});

	it('S16: RFC 7644 3.7.2 a manager named by bulkId is found', () => {
		const { Operations } = read('rfc7644-3.7.2-bulk_request-enterprise_user.json') as { Operations: Array<{ bulkId: string; data: Record<string, unknown> }> };
		const { people } = readScimUsers([list(...Operations.map(({ bulkId, data }) => ({ ...data, id: `bulkId:${bulkId}` })))], [], settings);
		const found = findRole(createDirectory(people), { role: 'manager', of: { id: 'bulkId:ytrewq' }, scope: null });
		expect(found.kind === 'assigned' ? found.person.name : null).toBe('Alice');
	});
});
