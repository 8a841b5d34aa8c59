import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { joinIdentities, type FoundAccount, type JoinedIdentities } from '../../../core/people/identity.js';
import { examplePerson as person } from './examplePeople.js';

const account = (name: string, more: Partial<FoundAccount> = {}): FoundAccount => ({ system: 'git', account: name, email: null, login: null, name: null, personId: null, ...more });
const pairs = ({ joined }: JoinedIdentities): string[] => joined.map(({ account: { account: name }, personId, by }) => `${name} ${personId} ${by}`);
const reviews = ({ review }: JoinedIdentities): string[] => review.map(({ account: { account: name }, candidates }) => `${name}: ${candidates.map(({ personId, by }) => `${personId} by ${by.join('+')}`).join(', ')}`);

const people = [
	person('p1', { name: 'Li Wei', email: 'li@example.com', accounts: [{ system: 'hr', account: 'liwei' }] }),
	person('p2', { name: 'Wang Fang', email: 'wang@example.com', accounts: [{ system: 'git', account: 'wf-git' }] }),
	person('p3', { name: 'Li Wei', email: null, accounts: [{ system: 'email', account: 'lw3@example.com' }] }),
	person('p4', { name: 'Zhao Min', email: 'zhao@example.com' }),
];

describe('S16: accounts joined to people', () => {
	it('S16: by known account, e-mail in any case, login, and the login within a hidden address', () => {
		const joined = joinIdentities(people, [account('wf-git'), account('x1', { email: 'LI@example.com' }), account('x2', { email: 'LW3@Example.com' }), account('LiWei'), account('x3', { login: 'liwei' }), account('x4', { email: '123+liwei@users.noreply.github.com' })]);
		expect(pairs(joined)).toEqual(['liwei p1 login', 'wf-git p2 account', 'x1 p1 email', 'x2 p3 email', 'x3 p1 login', 'x4 p1 login'].map((line) => line.replace(/^liwei/, 'LiWei')));
		expect(joined.review).toEqual([]);
		expect(joined.people.find(({ id }) => id === 'p1')?.accounts).toEqual([{ system: 'hr', account: 'liwei' }, { system: 'git', account: 'LiWei' }, { system: 'git', account: 'x1' }, { system: 'git', account: 'x3' }, { system: 'git', account: 'x4' }]);
		expect(joined.people.find(({ id }) => id === 'p2')?.accounts).toEqual([{ system: 'git', account: 'wf-git' }]);
	});

	it('S16: accounts of Git hosts by an entry under git, commits by their e-mail, Confluence and EDC accounts by e-mail, login or id', () => {
		const staff = [...people, person('p6', { email: 'chen@example.com', accounts: [{ system: 'git', account: 'chen-git' }, { system: 'confluence', account: '5f3c' }, { system: 'edc', account: 'CHEN01' }] })];
		const joined = joinIdentities(staff, [
			account('chen-git', { system: 'github' }), account('Chen-Git', { system: 'gitee' }), account('Chen@Example.com'), account('7-chen-git@users.noreply.gitlab.com'), account('5f3c', { system: 'confluence', name: 'Somebody else' }), account('chen01', { system: 'edc' }), account('8a1b', { system: 'confluence', email: 'chen@example.com' }), account('chen-git@noreply.code.example.com'),
		]);
		expect(pairs(joined)).toEqual(['5f3c p6 account', '8a1b p6 email', 'chen01 p6 account', '7-chen-git@users.noreply.gitlab.com p6 login', 'chen-git@noreply.code.example.com p6 login', 'Chen@Example.com p6 email', 'Chen-Git p6 account', 'chen-git p6 account']);
		expect(joined.review).toEqual([]);
	});

	it('S16: a name alone is proposed, not joined; by setting a name without namesake is', () => {
		const named = [account('z', { name: 'Zhao  MIN' }), account('l', { name: 'Li Wei' })];
		expect(pairs(joinIdentities(people, named))).toEqual([]);
		expect(reviews(joinIdentities(people, named))).toEqual(['l: p1 by name, p3 by name', 'z: p4 by name']);
		const accepted = joinIdentities(people, named, { names: 'join' });
		expect([pairs(accepted), reviews(accepted)]).toEqual([['z p4 name'], ['l: p1 by name, p3 by name']]);
	});

	it('S16: what speaks for two people goes to review with both', () => {
		const result = joinIdentities([...people, person('p5', { email: 'wang@example.com' })], [account('liwei', { email: 'zhao@example.com' }), account('s', { email: 'wang@example.com' })]);
		expect(pairs(result)).toEqual([]);
		expect(reviews(result)).toEqual(['liwei: p1 by login, p4 by email', 's: p2 by email, p5 by email']);
	});

	it('S16: who is nobody is listed, with what to do', () => {
		const { review } = joinIdentities(people, [account('renovate[bot]')]);
		expect(review).toMatchObject([{ candidates: [], reason: { en: expect.stringContaining('bot') as string } }]);
	});

	it('S16: links made before are kept, also to somebody who is not in the directory; two links go to review', () => {
		const result = joinIdentities(people, [account('a', { personId: 'gone', email: 'li@example.com' }), account('b', { personId: 'p2', email: 'li@example.com' }), account('c', { personId: 'p1' }), account('c', { personId: 'p2' })]);
		expect(pairs(result)).toEqual(['a gone link', 'b p2 link']);
		expect(reviews(result)).toEqual(['c: p1 by link, p2 by link']);
		expect(result.joined[0]?.explanation.en).toContain('not in the HR directory');
	});

	it('S16: every account is joined or in review, once, in any order', () => {
		const accounts = [account('wf-git'), account('x1', { email: 'li@example.com' }), account('X1', { name: 'Li Wei' }), account('z', { name: 'Zhao Min' }), account('b'), account('l', { personId: 'p1' })];
		const expected = joinIdentities(people, accounts);
		expect(expected.joined.length + expected.review.length).toBe(5);
		fc.assert(
			fc.property(fc.shuffledSubarray(accounts, { minLength: 6 }), fc.shuffledSubarray(people, { minLength: 4 }), (shuffledAccounts, shuffledPeople) => {
				const result = joinIdentities(shuffledPeople, shuffledAccounts);
				const plain = ({ joined, review }: JoinedIdentities): unknown => [joined.map(({ personId, by, account: { account: name } }) => [name.toLowerCase(), personId, by]), review.map(({ account: { account: name }, candidates }) => [name, candidates])];
				expect(plain(result)).toEqual(plain(expected));
			}),
		);
	});
});

const folder = resolve(import.meta.dirname, '../../../../shared/data/devlake-org');
describe.skipIf(!existsSync(folder))('S16: what DevLake’s own test expects', () => {
	const read = (path: string): Array<Record<string, string>> => parse(readFileSync(resolve(folder, path)), { columns: true, skip_empty_lines: true }) as Array<Record<string, string>>;

	it('S16: ten pairs, existing links kept, three accounts of one person', () => {
		const links = new Map(read('raw_tables/user_accounts.csv').map((row) => [row['account_id'], row['user_id']]));
		const found = joinIdentities(
			read('raw_tables/users.csv').map((row) => person(row['id'] ?? '', { name: row['name'] ?? '', email: row['email'] ?? null })),
			read('raw_tables/accounts.csv').map((row) => ({ system: 'git', account: row['id'] ?? '', email: row['email'] === '' ? null : (row['email'] ?? null), login: row['user_name'] ?? null, name: row['full_name'] ?? null, personId: links.get(row['id'] ?? '') ?? null })),
			{ names: 'join' },
		);
		expect(found.joined.map(({ account: { account: id }, personId }) => [id, personId])).toEqual(read('snapshot_tables/user_accounts.csv').map((row) => [row['account_id'], row['user_id']]));
		expect(found.joined.filter(({ personId }) => personId === 'U005')).toHaveLength(3);
	});
});
