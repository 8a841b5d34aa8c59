import { createHash, hash } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import canonicalize from 'canonicalize';
import lodash from 'lodash';
import { DateTime } from 'luxon';
import { EVENTS_PER_CARD, itemsText, type Finding } from './cardEvents.js';
import type { Card } from '../core/card/index.js';
import { cardEventText, type CardEvent } from '../core/card/event.js';
import { foldCardLogs } from '../core/card/foldLogs.js';
import { median } from './measuring.js';

/*
 * A million events of 50,000 cards (a life of 20 steps each, rejected once and opened again once), as n8n items of a Data Table, cards mixed: folded
 * with each chain verified. Against JSON.parse of the same items, a bare pass that reads what the fold reads, bare SHA-256 of the same canonical
 * texts, and a script with lodash and luxon as people write one. All take turns in one process; what they find is compared before anything is
 * printed. Items stay in memory as in n8n. Generating is not measured.
 */

/** One line of a benchmark: what was measured, the figure, its unit and the goal it stands against. */
interface Row {
	readonly name: string;
	readonly value: number;
	readonly unit: string;
	readonly goal: string;
	readonly met: boolean;
}

interface Item {
	readonly json: CardEvent & { readonly id: number };
}

/** Cards whose events are mixed with one another. */
const MIXED = 5000;
const DAY = 86_400_000;

const rounded = (value: number): number => Math.round(value * 100) / 100;

function milliseconds(work: () => unknown): number {
	const start = performance.now();
	work();
	return performance.now() - start;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function memory(): number {
	collectGarbage();
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return heapUsed + arrayBuffers;
}

/** Texts of the items outside the heap, one for each group of mixed cards. */
function texts(events: number): readonly Buffer[] {
	const cards = events / EVENTS_PER_CARD;
	const groups: Buffer[] = [];
	for (let first = 0; first < cards; first += MIXED) groups.push(Buffer.from(itemsText(first, Math.min(MIXED, cards - first), first * EVENTS_PER_CARD + 1)));
	return groups;
}

function parsed(groups: readonly Buffer[]): { readonly items: readonly Item[]; readonly time: number } {
	let time = 0;
	const items: Item[] = [];
	for (const group of groups) {
		const text = group.toString();
		let part: Item[] = [];
		time += milliseconds(() => (part = JSON.parse(text) as Item[]));
		for (const item of part) items.push(item);
	}
	return { items, time };
}

const DAYS = ({ stays }: Card): number => stays.reduce((sum, { state, from, to }) => (state === 'closed' || to === null ? sum : sum + to - from), 0) / DAY;

function found(card: Card): Finding {
	return { state: card.state, version: card.version, head: card.head.hash, reopened: card.reopened, days: DAYS(card), owner: card.values.owner?.name ?? '', intact: true };
}

/** The fold of the core; `find` keeps a finding for each card, else only a check sum. */
function core(items: readonly Item[], find: Map<string, Finding> | null, pause: (milliseconds: number) => void): number {
	let sum = 0;
	const steps = foldCardLogs(items.length, (place) => (items[place] as Item).json as unknown as Readonly<Record<string, unknown>>, (folded) => {
		if (!folded.ok) throw new Error(folded.explanation.en);
		sum += folded.card.version + folded.card.reopened + DAYS(folded.card);
		find?.set(folded.card.number, found(folded.card));
	});
	for (let start = performance.now(); ; ) {
		const { done } = steps.next();
		const end = performance.now();
		pause(end - start);
		start = end;
		if (done === true) return sum;
	}
}

/** Reads what the fold reads, and keeps nothing. */
function bare(items: readonly Item[]): number {
	let sum = 0;
	for (const { json: event } of items) {
		sum += event.cardNumber.length + event.sequence + event.action.length + event.at.length + (event.occurredAt?.length ?? 0) + event.stateAfter.length + (event.stateBefore?.length ?? 0) + event.newValues.length + (event.previousValues?.length ?? 0) + event.previousHash.length + event.hash.length + event.actor.length + event.actorName.length + event.role.length + event.commandKey.length + (event.reason?.length ?? 0) + (event.reasonCode?.length ?? 0) + (event.meaning?.length ?? 0) + (event.source?.length ?? 0);
	}
	return sum;
}

/** As people write it in a code node. */
function script(items: readonly Item[]): Map<string, Finding> {
	const cards = new Map<string, Finding>();
	for (const [number, group] of Object.entries(lodash.groupBy(items, 'json.cardNumber'))) {
		const events = lodash.sortBy(lodash.map(group, 'json'), 'sequence');
		let state: Record<string, unknown> = {};
		let intact = true;
		let previous = '0'.repeat(64);
		let reopened = 0;
		let days = 0;
		let since: DateTime | null = null;
		for (const event of events) {
			const values = JSON.parse(event.newValues) as Record<string, unknown>;
			const content = lodash.omitBy({ ...lodash.omit(event, ['id', 'createdAt', 'updatedAt', 'hash']), newValues: values, previousValues: event.previousValues ? (JSON.parse(event.previousValues) as unknown) : null }, lodash.isNil);
			const own = createHash('sha256').update(canonicalize(content) ?? '').digest('hex');
			if (own !== event.hash || event.previousHash !== previous) intact = false;
			previous = event.hash;
			state = { ...state, ...values };
			const at = DateTime.fromISO(event.occurredAt ?? event.at, { zone: 'utc' });
			if (event.action === 'opened') since = DateTime.fromISO(values['foundAt'] as string, { zone: 'utc' });
			else if (event.stateAfter !== event.stateBefore) {
				if (event.stateBefore !== 'closed' && since !== null) days += at.diff(since, 'days').days;
				if (event.stateBefore === 'closed') reopened++;
				since = at;
			}
		}
		const last = events[events.length - 1];
		cards.set(number, { state: last?.stateAfter ?? '', version: last?.sequence ?? 0, head: previous, reopened, days, owner: (state['owner'] as { name: string } | undefined)?.name ?? '', intact });
	}
	return cards;
}

function compare(items: readonly Item[]): void {
	const ours = new Map<string, Finding>();
	core(items, ours, () => undefined);
	for (const [number, theirs] of script(items)) {
		const own = ours.get(number);
		if (own === undefined || !theirs.intact || Math.abs(own.days - theirs.days) > 1e-6 || JSON.stringify({ ...own, days: 0 }) !== JSON.stringify({ ...theirs, days: 0 })) throw new Error(`Card ${number}: ${JSON.stringify(own)} instead of ${JSON.stringify(theirs)}`);
	}
	if (ours.size !== items.length / EVENTS_PER_CARD) throw new Error(`${ours.size} cards were found.`);
}

/** Most memory held at any pause beside the items, in bytes per event. */
function extraMemory(items: readonly Item[]): number {
	const before = memory();
	let most = 0;
	let pauses = 0;
	core(items, null, () => {
		if (pauses++ % 97 === 0) most = Math.max(most, memory() - before);
	});
	return most / items.length;
}

interface Measured {
	readonly parse: number;
	readonly core: number;
	readonly bare: number;
	readonly sha: number;
	readonly longest: number;
	/** Script ÷ core on the same part of the items. */
	readonly faster: number;
}

function round(groups: readonly Buffer[], turn: number): Measured {
	const { items, time: parse } = parsed(groups);
	const slices: number[] = [];
	const part = items.slice(0, Math.min(items.length, MIXED * EVENTS_PER_CARD));
	const canonical = part.map(({ json }) => cardEventText(json)).map((text) => Buffer.from(text).toString('latin1'));
	let sum = 0;
	const times = { core: 0, bare: 0, sha: 0 };
	const runs: ReadonlyArray<() => void> = [
		() => (times.core = milliseconds(() => (sum += core(items, null, (slice) => slices.push(slice))))),
		() => (times.bare = milliseconds(() => (sum += bare(items)))),
		() => (times.sha = (milliseconds(() => { for (const text of canonical) sum += hash('sha256', text).length; }) * items.length) / part.length),
	];
	collectGarbage();
	for (let index = 0; index < runs.length; index++) runs[(index + turn) % runs.length]?.();
	const theirs = milliseconds(() => script(part));
	const ours = milliseconds(() => core(part, null, () => undefined));
	if (sum === 0) throw new Error('Nothing was read.');
	return { parse, ...times, longest: Math.max(...slices), faster: theirs / ours };
}

export async function run(total = 1_000_000, rounds = 5): Promise<Row[]> {
	const rows: Row[] = [];
	const coreTimes = new Map<number, number>();
	for (const events of [total / 100, total / 10, total]) {
		const groups = texts(events);
		compare(parsed(groups.slice(0, 1)).items);
		const measured = Array.from({ length: rounds }, (_, turn) => round(groups, turn));
		const of = (pick: (one: Measured) => number): number => median(measured.map(pick));
		const row = (what: string, value: number, unit: string, goal = 'for information', met = true): void => void rows.push({ name: `${events} card events: ${what}`, value: rounded(value), unit, goal, met });
		const judged = events === total;
		coreTimes.set(events, of((one) => one.core));
		row('JSON.parse of the items', of((one) => one.parse), 'ms', 'yardstick');
		row('fold, chain verified', of((one) => one.core), 'ms');
		row('bare SHA-256 of the canonical texts', of((one) => one.sha), 'ms', 'yardstick');
		const limit = (what: string, value: number, most: number): void => row(what, value, 'ratio', judged ? `≤ ${most}` : 'for information', !judged || value <= most);
		limit('fold ÷ JSON.parse', of((one) => one.core / one.parse), 1.15);
		limit('fold ÷ bare pass', of((one) => one.core / one.bare), 21);
		row('fold ÷ bare SHA-256', of((one) => one.core / one.sha), 'ratio');
		const faster = of((one) => one.faster);
		row('faster than lodash + luxon', faster, '×', judged ? '≥ 10' : 'for information', !judged || faster >= 10);
		if (!judged) continue;
		const longest = of((one) => one.longest);
		row('longest step', longest, 'ms', '≤ 50', longest <= 50);
		const extra = extraMemory(parsed(groups).items);
		row('extra memory', extra, 'B/event', '≤ 20', extra <= 20);
		const growth = (coreTimes.get(total) ?? 0) / (coreTimes.get(total / 10) ?? 1);
		row('growth from a tenth', growth, '×', '≤ 14', growth <= 14);
	}
	return await Promise.resolve(rows);
}
