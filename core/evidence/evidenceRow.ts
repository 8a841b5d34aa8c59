import { evidenceKey, type CloudEvent } from './cloudEvent.js';
import { parseRfc3339 } from '../time/rfc3339.js';
import { sha256 } from './key.js';

/**
 * Facts as a row of a Data Table: those of one visit of one subject that arrived together, so that a table stays small and quick to read.
 * Columns hold only texts and numbers.
 */
export interface EvidenceRow {
	/** The same facts give the same key, so that what arrives twice is stored once. */
	readonly evidenceKey: string;
	readonly study: string;
	/** Empty where the facts are about the study. */
	readonly subject: string;
	/** Event of the study plan; empty where the facts belong to none. */
	readonly visit: string;
	/** How many facts the row holds. */
	readonly facts: number;
	/** Latest time among them, RFC 3339; empty where the source names none. */
	readonly time: string;
	/** The facts as a JSON list of CloudEvents. */
	readonly payload: string;
}

/** Where a fact belongs, as far as its data say so. */
interface Placed {
	readonly study?: unknown;
	readonly subject?: unknown;
	readonly event?: unknown;
}

/** A row with the positions of its facts in the list it was made of. */
export interface GatheredRow {
	readonly row: EvidenceRow;
	readonly positions: readonly number[];
}

/**
 * Makes rows of facts; repeats count once. The order of the facts makes no difference.
 *
 * @returns each row with the positions of its facts in the list
 */
export function evidenceRows(facts: readonly CloudEvent[]): GatheredRow[] {
	const gathering = createRowGathering();
	for (const fact of facts) gathering.add(fact);
	return [...gathering.rows()];
}

/** Facts taken one by one and rows given one by one, for a caller that must not hold its thread for all of them. */
export interface RowGathering {
	/** The first fact has position 0. */
	add(fact: CloudEvent): void;
	/** The rows of what was added, each made when it is asked for. */
	rows(): Generator<GatheredRow>;
}

export function createRowGathering(): RowGathering {
	const facts: CloudEvent[] = [];
	const groups = new Map<string, Map<string, number>>();
	return {
		add(fact) {
			const position = facts.push(fact) - 1;
			const group = JSON.stringify(placeOf(fact));
			let positions = groups.get(group);
			if (positions === undefined) groups.set(group, (positions = new Map<string, number>()));
			const key = evidenceKey(fact);
			if (!positions.has(key)) positions.set(key, position);
		},
		*rows() {
			for (const byKey of groups.values()) yield rowOf(byKey, facts);
		},
	};
}

function rowOf(byKey: ReadonlyMap<string, number>, facts: readonly CloudEvent[]): GatheredRow {
	const sorted = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1));
	const held = sorted.flatMap(([, position]) => facts[position] ?? []);
	const [first] = held;
	const [study, subject, visit] = first === undefined ? ['', '', ''] : placeOf(first);
	const row: EvidenceRow = {
		evidenceKey: sha256(sorted.map(([key]) => key).join('\n')),
		study,
		subject,
		visit,
		facts: held.length,
		time: held.reduce((latest, { time = '' }) => (isLater(time, latest) ? time : latest), ''),
		payload: JSON.stringify(held),
	};
	return { row, positions: sorted.map(([, position]) => position) };
}

/** By the instant, because facts of one row may be written with different offsets; what is no RFC 3339 time comes before all that is. */
function isLater(time: string, than: string): boolean {
	const at = parseRfc3339(time);
	const before = parseRfc3339(than);
	if (Number.isNaN(at) || Number.isNaN(before)) return Number.isNaN(at) === Number.isNaN(before) ? time > than : Number.isNaN(before);
	return at > before || (at === before && time > than);
}

function placeOf({ data }: CloudEvent): readonly [study: string, subject: string, visit: string] {
	const { study, subject, event } = (typeof data === 'object' && data !== null ? data : {}) as Placed;
	const text = (value: unknown): string => (typeof value === 'string' ? value : '');
	return [text(study), text(subject), text(event)];
}

/**
 * The facts of a stored row, or the value itself where it is no row.
 *
 * @returns null where the row's `payload` is no JSON, as when a text was cut off
 */
export function factsOfRow(value: unknown): readonly unknown[] | null {
	if (typeof value !== 'object' || value === null || !('payload' in value) || 'specversion' in value) return [value];
	const { payload } = value;
	if (typeof payload !== 'string') return listOf(payload);
	try {
		return listOf(JSON.parse(payload));
	} catch {
		return null;
	}
}

function listOf(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}
