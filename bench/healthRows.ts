/*
 * Rows of a company as n8n hands them over: 10,000 people of 60 departments and 400 teams, two years up to the middle of 2026. One row in a hundred comes twice.
 */

export interface Item {
	readonly json: Readonly<Record<string, unknown>>;
}

/** JSON text of the row of a number; the same in every run. */
export type RowOf = (number: number, total: number) => string;

const PEOPLE = 10_000;
const DEPARTMENTS = 60;
const TEAMS = 400;
const FIRST = Date.parse('2024-07-01T00:00:00+08:00');
const DAY = 86_400_000;
const DAYS = 730;

/** A number from 0 to 1 that depends on both only. */
export function chance(number: number, what: number): number {
	let mixed = Math.imul(number + 1, 0x9e3779b1) ^ Math.imul(what + 1, 0x85ebca6b);
	mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
	mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
	return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296;
}

const below = (bound: number, number: number, what: number): number => Math.floor(chance(number, what) * bound);
const stamp = (instant: number): string => `${new Date(instant + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
const unit = (person: number): { readonly team: string; readonly department: string } => ({ team: `Team ${person % TEAMS}`, department: `Department ${(person % TEAMS) % DEPARTMENTS}` });
const name = (person: number): string => `E${100_000 + person}`;
/** Logs come in the order of time. */
const timeOf = (number: number, total: number): number => FIRST + Math.floor((number / total) * DAYS) * DAY + 9 * 3_600_000 + below(8 * 3_600, number, 1) * 1000;
/** One in a hundred repeats a row a little before it. */
const original = (number: number): number => (number % 100 === 99 && number > 400 ? number - 1 - below(300, number, 2) : number);

const CHANGES = ['target', 'measure', 'weight', 'deadline', 'progress', 'progress', 'wording', 'target'] as const;

/** Version log of goals: a fifth of the rows makes a goal, the others change one of them. */
export const goalRow: RowOf = (given, total) => {
	const number = original(given);
	const made = number % 5 === 0;
	const goals = Math.floor(number / 5) + 1;
	const goal = made ? goals - 1 : Math.max(0, goals - 1 - below(Math.max(1, Math.min(goals, Math.ceil(total / 50))), number, 3));
	const person = below(PEOPLE, goal, 4);
	const change = made ? 'created' : chance(number, 5) < 0.04 ? 'completed' : chance(number, 6) < 0.01 ? 'cancelled' : (CHANGES[below(CHANGES.length, number, 7)] ?? 'target');
	return JSON.stringify({
		kind: 'goal', id: `GL-${1_000_000 + number}`, goal: `G-${500_000 + goal}`, person: name(person), at: stamp(timeOf(number, total)), change, status: !made && chance(number, 8) < 0.05 ? 'rejected' : 'approved',
		...(made ? {} : { approval: `OA-${2_000_000 + (number >> 1)}`, reason: chance(number, 9) < 0.05 ? '' : 'Market changed', approver: name(below(500, person, 10)) }), ...unit(person), url: `https://goals.example.com/${500_000 + goal}`,
	});
};

/** Coaching talks with what was found in the minutes; every manager has 20 employees. */
export const talkRow: RowOf = (given, total) => {
	const number = original(given);
	const manager = below(500, number, 11);
	const at = timeOf(number, total);
	return JSON.stringify({ kind: 'talk', id: `T-${100_000 + number}`, manager: name(manager), employee: name(500 + manager * 19 + below(19, number, 12)), at: stamp(at), end: stamp(at + 1_800_000), held: chance(number, 13) > 0.03, minutes: chance(number, 14) > 0.1, citations: below(4, number, 15), ...unit(manager), url: `https://wiki.example.com/minutes/${number}` });
};

/** Operation log. */
export const viewRow: RowOf = (given, total) => {
	const number = original(given);
	const manager = below(500, number, 16);
	return JSON.stringify({ kind: 'view', id: `V-${100_000 + number}`, viewer: name(manager), about: name(500 + manager * 19 + below(19, number, 17)), at: stamp(timeOf(number, total)) });
};

export const suggestionRow: RowOf = (given, total) => {
	const number = original(given);
	const at = timeOf(number, total);
	const author = below(PEOPLE, number, 18);
	const owner = below(PEOPLE, number, 19);
	const accepted = chance(number, 20) < 0.55;
	const changed = accepted && chance(number, 21) < 0.8;
	return JSON.stringify({
		kind: 'suggestion', id: `S-${1_000_000 + number}`, at: stamp(at), author: name(author), authorRole: `Role ${author % 12}`, person: name(owner), ownerRole: `Role ${owner % 12}`, explicit: chance(number, 22) > 0.05,
		...(accepted ? { acceptedAt: stamp(at + below(20, number, 23) * DAY) } : chance(number, 24) < 0.4 ? { rejectedAt: stamp(at + 5 * DAY) } : {}), ...(changed ? { changedAt: stamp(at + below(40, number, 25) * DAY), change: `C-${number}` } : {}),
		...(chance(number, 26) < 0.03 ? { withdrawnAt: stamp(at + DAY) } : {}), ...(chance(number, 27) < 0.03 ? { duplicateOf: `S-${number}` } : {}), ...unit(owner),
	});
};

const STAGES = ['Requirement', 'Design', 'Development', 'Test', 'Release'] as const;
const ITEMS_AT_A_TIME = 20_000;

/** Something passes five stages; the last of them rests. Many are under way at a time. */
export const stageRow: RowOf = (given, total) => {
	const number = original(given);
	const atATime = Math.min(ITEMS_AT_A_TIME, Math.ceil(total / STAGES.length));
	const round = Math.floor(number / (atATime * STAGES.length));
	const place = number % (atATime * STAGES.length);
	const item = round * atATime + (place % atATime);
	const stage = Math.floor(place / atATime);
	const person = below(PEOPLE, item, 28);
	return JSON.stringify({ kind: 'stage', id: `C-${1_000_000 + number}`, item: `R-${500_000 + item}`, stage: STAGES[stage], at: stamp(timeOf(number, total)), person: name(person), ...unit(person), ...(stage === STAGES.length - 1 ? { final: true } : {}), url: `https://issues.example.com/${item}` });
};

export interface Share {
	readonly row: RowOf;
	readonly rows: number;
}

export function itemsOf(shares: readonly Share[]): Item[] {
	const items: Item[] = [];
	for (const { row, rows } of shares) for (let number = 0; number < rows; number++) items.push(JSON.parse(`{"json":${row(number, rows)}}`) as Item);
	return items;
}

const PARSED = 200_000;
const PARSED_AT_ONCE = 20_000;

/** Parsing in parts, so that the texts need not all be in memory; making them is not measured. Of many rows a part is parsed, spread over all, and the time is scaled. */
export function parseTime(shares: readonly Share[]): number {
	const total = shares.reduce((sum, { rows }) => sum + rows, 0);
	let time = 0;
	for (const { row, rows } of shares) {
		const parsed = Math.min(rows, Math.ceil((PARSED * rows) / total));
		let own = 0;
		for (let from = 0; from < parsed; from += PARSED_AT_ONCE) {
			const texts = Array.from({ length: Math.min(PARSED_AT_ONCE, parsed - from) }, (_, index) => `{"json":${row(Math.floor(((from + index) * rows) / parsed), rows)}}`);
			const start = performance.now();
			for (const text of texts) JSON.parse(text);
			own += performance.now() - start;
		}
		time += (own * rows) / parsed;
	}
	return time;
}
