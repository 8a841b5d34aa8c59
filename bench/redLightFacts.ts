import { DOCUMENT_EVENT_TYPES } from '../core/documents/evidence.js';
import type { CloudEvent } from '../core/evidence/cloudEvent.js';
import { GIT_EVENT_TYPES } from '../core/git/evidence.js';

/*
 * A generated company: developers with changes and commits, authors with pages. Every fact follows from its number.
 *
 * What it stands for: half a year of 40 repositories. A developer is at home in one repository, touches ten of its modules over time and
 * now and then two of a neighbour; in a bad week one module sees most of the work, or most changes are closed without merge. A page has
 * nine versions on average by four people, of whom one makes 40 %, and one fact in eleven is a label, of which some start a review: one page in
 * ten is lit. Where a page has one writer (90 %), two pages in three are.
 *
 * Two orders: as hosts deliver (a reading a day: days in order, developers, repositories and pages mixed within each), and shuffled (no order
 * at all, as a table without one gives its rows). Items lie in the memory in the order in which they are read.
 */

export interface Item {
	readonly json: CloudEvent;
}

/** Text of the fact of a number, of so many. */
export type FactOf = (number: number, total: number) => string;

const DAY = 86_400_000;
/** Monday. */
export const FIRST_DAY = Date.UTC(2025, 2, 3);
const REPOSITORIES = 40;
const MODULES = 12;
/** Modules that a developer touches over time. */
const OWN_MODULES = 10;
const CALENDAR_DAYS = 182;

/** A number that looks like chance, the same for the same input. */
function chance(a: number, b: number): number {
	let mixed = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35);
	mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
	mixed ^= mixed >>> 12;
	mixed = Math.imul(mixed, 0x297a2d39);
	return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296;
}

const hex = (number: number, salt: number): string => [0, 1, 2, 3, 4].map((part) => Math.floor(chance(number, salt + part) * 4_294_967_296).toString(16).padStart(8, '0')).join('');
const stamp = (instant: number): string => `${new Date(instant).toISOString().slice(0, 19)}Z`;

/** Developers for so many facts, so that a day of one stays like a day of one. */
export const developersFor = (facts: number): number => Math.max(20, Math.round(facts / 2500));

/** Bad stretches come in weeks, so that there are streaks: of a bad week most changes are closed without merge. */
const isBadWeek = (developer: number, day: number): boolean => chance(developer * 31 + 7, Math.floor(day / 7)) < 0.08;

function actor(developer: number): object {
	return { system: 'github', account: `developer-${developer}`, name: `Developer ${developer}`, email: null, bot: false };
}

/** Facts of changes: a little less than half are openings, each change is decided once, some twice on one day. */
export function changeFact(number: number, total: number): string {
	const repeated = chance(number, 1) < 0.01;
	const own = repeated && number > 1 ? number - 2 : number;
	const change = own >> 1;
	const developer = Math.floor(chance(change, 2) * developersFor(total));
	const day = Math.floor(((change * 2) / total) * CALENDAR_DAYS);
	const opened = (own & 1) === 0;
	const reopened = opened && chance(change, 4) < 0.05;
	const abandoned = reopened || chance(change, 5) < (isBadWeek(developer, day) ? 0.7 : 0.12);
	const at = FIRST_DAY + day * DAY + Math.floor(chance(change, 6) * 36_000) * 1000 + (opened ? 0 : 3_600_000);
	const repository = `company/repository-${change % REPOSITORIES}`;
	const index = Math.floor(change / REPOSITORIES) + 1;
	const type = opened && !reopened ? GIT_EVENT_TYPES.changeCreated : abandoned ? GIT_EVENT_TYPES.changeAbandoned : GIT_EVENT_TYPES.changeMerged;
	const sha = hex(change, 100);
	const end = type === GIT_EVENT_TYPES.changeCreated ? {} : { by: actor(1), ...(abandoned ? { supersededBy: chance(change, 8) < 0.02 ? String(index + 1) : null } : { mergedAs: hex(change, 200) }) };
	return JSON.stringify({
		specversion: '1.0',
		id: `change-${change}-${opened ? 'a' : 'b'}`,
		source: `https://git.example.com/${repository}`,
		type,
		subject: `${repository}#${index}`,
		time: stamp(at),
		data: { repository, change: String(index), title: `Change ${index} of the thing that has to be done`, url: `https://git.example.com/${repository}/pull/${index}`, author: actor(developer), draft: chance(change, 9) < 0.03, head: { repository, branch: `topic/${change}`, sha }, targetBranch: 'main', ...end },
	});
}

/** Commits with three paths each; half were read through a change, some are copies of others. */
export function commitFact(number: number, total: number): string {
	const copied = chance(number, 11) < 0.02 && number > 0;
	const own = copied ? number - 1 : number;
	const developer = Math.floor(chance(own, 12) * developersFor(total));
	const day = Math.floor((own / total) * CALENDAR_DAYS);
	// In a bad week one module sees most of the work.
	const busy = isBadWeek(developer + 1_000_000, day);
	const home = busy || chance(own, 14) < 0.85;
	const repository = `company/repository-${(developer + (home ? 0 : 1)) % REPOSITORIES}`;
	const module = (developer + (busy ? 0 : Math.floor(chance(own, 15) * (home ? OWN_MODULES : 2)))) % MODULES;
	const second = chance(own, 16) < 0.2 ? (module + 1) % MODULES : module;
	const at = FIRST_DAY + day * DAY + Math.floor(chance(own, 17) * 50_000) * 1000;
	const sha = hex(number, 300);
	const time = stamp(at);
	return JSON.stringify({
		specversion: '1.0',
		id: `commit-${number}`,
		source: `https://git.example.com/${repository}`,
		type: GIT_EVENT_TYPES.commitRecorded,
		subject: sha,
		time,
		data: {
			repository,
			sha,
			url: `https://git.example.com/${repository}/commit/${sha}`,
			author: actor(developer),
			committer: actor(developer),
			authoredAt: time,
			committedAt: time,
			parents: chance(own, 18) < 0.05 ? 2 : 1,
			paths: [`packages/module-${module}/src/file-${own % 50}.ts`, `packages/module-${module}/test/file-${own % 50}.test.ts`, `packages/module-${second}/src/part-${own % 20}.ts`],
			change: number % 2 === 0 ? String(1 + Math.floor(number / (2 * REPOSITORIES))) : null,
			branch: number % 2 === 0 ? null : 'main',
			contentKey: hex(own, 400),
			note: null,
			reverts: null,
		},
	});
}

/** Who writes pages. */
const EDITORS = 500;
const VERSIONS_OF_A_PAGE = 9;
/** Share of all pages that are worked on at one time. */
const PAGES_AT_A_TIME = 0.12;

/** A page that several people work on, as a requirement usually is. */
export const pageFact: FactOf = (number, total) => versionFact(number, total, 0.4);

/** A page that mostly one person works on. */
export const writerFact: FactOf = (number, total) => versionFact(number, total, 0.9);

/** Versions of pages, nine to most, and one in eleven facts a label that may start a review. A page is worked on for about three weeks. */
function versionFact(number: number, total: number, byOne: number): string {
	const pages = Math.max(10, Math.floor(total / (VERSIONS_OF_A_PAGE * 1.1)));
	const day = Math.floor((number / total) * CALENDAR_DAYS);
	// The pages that are worked on move on with the days.
	const page = Math.floor((number / total) * pages * (1 - PAGES_AT_A_TIME) + chance(number, 21) * pages * PAGES_AT_A_TIME);
	const at = FIRST_DAY + day * DAY + (number % 50_000) * 1000;
	const place = { space: `SPACE-${page % 30}`, page: String(100_000 + page), title: `Requirements of part ${page}`, url: `https://wiki.example.com/pages/${100_000 + page}` };
	const envelope = { specversion: '1.0', source: 'https://wiki.example.com', subject: place.page, time: stamp(at) };
	if (number % 11 === 10) return JSON.stringify({ ...envelope, id: `label-${number}`, type: DOCUMENT_EVENT_TYPES.labelAdded, data: { ...place, label: chance(number, 22) < 0.3 ? 'in-review' : 'requirements', by: null, observed: true } });
	const editor = (page * 7 + (chance(number, 23) < byOne ? 0 : 1 + Math.floor(chance(number, 24) * 3))) % EDITORS;
	return JSON.stringify({
		...envelope,
		id: `version-${number}`,
		type: DOCUMENT_EVENT_TYPES.versionPublished,
		data: { ...place, version: 1 + number, author: { system: 'confluence', account: `editor-${editor}`, name: null, email: null, bot: false }, minorEdit: chance(number, 26) < 0.2, note: null, status: 'historical' },
	});
}

/** Both kinds in turns, as a reading of several repositories gives them. */
export function codeFact(number: number, total: number): string {
	return (number & 1) === 0 ? changeFact(number >> 1, total / 2) : commitFact(number >> 1, total / 2);
}

/** A step that has no divisor in common with any total of these benchmarks. */
const STEP = 7_368_787;

/** The same facts in no order. */
export function shuffled(fact: FactOf): FactOf {
	return (number, total) => fact((number * STEP + 12_345) % total, total);
}

export function itemsOf(fact: FactOf, total: number): Item[] {
	const items = new Array<Item>(total);
	for (let number = 0; number < total; number++) items[number] = JSON.parse(`{"json":${fact(number, total)}}`) as Item;
	return items;
}
