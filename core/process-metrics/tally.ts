import type { EvidenceReference } from '../evidence/cloudEvent.js';
import type { Coverage } from '../judgement/judgement.js';
import type { BreakdownRow, Figures, ListedRow, MetricUnit } from './metric.js';
import { compareOrigins, compareText, referenceTo, type Origin } from './origin.js';
import { FIGURES, MISSING, type BasisKey, type FigureKey, type MissingKey, type NoteKey, type ReasonKey } from './texts.js';

/** The measured part of a metric, before it is named, judged and explained. */
export type Measured =
	| { readonly kind: 'value'; readonly value: number; readonly unit: MetricUnit; readonly numerator: number | null; readonly denominator: number; readonly basis: BasisKey }
	| { readonly kind: 'notApplicable' }
	| { readonly kind: 'undetermined'; readonly rows: number }
	| { readonly kind: 'notAvailable'; readonly missing: readonly MissingKey[] };

const FIGURE_KEYS = Object.keys(FIGURES) as readonly FigureKey[];

/** Collects what a metric sees while it goes through its rows. */
export class Tally {
	readonly notes: NoteKey[] = [];
	readonly breakdown: BreakdownRow[] = [];
	private readonly values: Partial<Record<FigureKey, number>> = {};
	private readonly excluded = new Map<ReasonKey, number>();
	private readonly rows: Array<{ readonly reason: ReasonKey; readonly origin: Origin }> = [];
	private readonly problems = new Set<Origin>();
	private readonly cited = new Set<Origin>();
	private counted = 0;

	/** @param address of a record in the EDC, with placeholders */
	constructor(
		private readonly limit: number,
		private readonly address: string | undefined,
	) {}

	/** In the order of the catalogue, whatever row came first. */
	get figures(): Figures {
		const ordered: Partial<Record<FigureKey, number>> = {};
		for (const key of FIGURE_KEYS) {
			const value = this.values[key];
			if (value !== undefined) ordered[key] = value;
		}
		return ordered;
	}

	/** Sets a figure; null leaves it out. */
	figure(key: FigureKey, value: number | null): void {
		if (value !== null) this.values[key] = value;
	}

	increase(key: FigureKey, by = 1): void {
		this.values[key] = (this.values[key] ?? 0) + by;
	}

	/** A row that the value rests on. */
	count(...origins: ReadonlyArray<Origin | null>): void {
		this.counted++;
		for (const origin of origins) if (origin) this.cited.add(origin);
	}

	/** What a denominator rests on, beside the rows that are counted. */
	cite(origin: Origin | null): void {
		if (origin) this.cited.add(origin);
	}

	/** A row that belongs here but could not be used. */
	exclude(reason: ReasonKey, origin: Origin | null): void {
		this.excluded.set(reason, (this.excluded.get(reason) ?? 0) + 1);
		if (origin) this.list(reason, origin);
	}

	/** A row for a person to look at. */
	list(reason: ReasonKey, origin: Origin | null): void {
		if (!origin) return;
		this.rows.push({ reason, origin });
		this.problems.add(origin);
	}

	note(note: NoteKey): void {
		if (!this.notes.includes(note)) this.notes.push(note);
	}

	/** References, those of rows to look at first, then by time. */
	get evidence(): { readonly references: readonly EvidenceReference[]; readonly total: number } {
		const first = smallest(this.problems, this.limit, compareByTime);
		const rest = smallest(difference(this.cited, this.problems), this.limit - first.length, compareByTime);
		let overlap = 0;
		for (const origin of this.problems) if (this.cited.has(origin)) overlap++;
		return { references: [...first, ...rest].map((origin) => referenceTo(origin, this.address)), total: this.problems.size + this.cited.size - overlap };
	}

	get listed(): { readonly rows: readonly ListedRow[]; readonly total: number } {
		const rows = smallest(this.rows, this.limit, (a, b) => compareText(a.reason, b.reason) || compareByTime(a.origin, b.origin));
		return { rows: rows.map(({ reason, origin }) => ({ reason, reference: referenceTo(origin, this.address) })), total: this.rows.length };
	}

	get coverage(): Coverage {
		const excluded = [...this.excluded].map(([reason, count]) => ({ reason, count })).sort((a, b) => compareText(a.reason, b.reason));
		return { counted: this.counted, total: excluded.reduce((sum, { count }) => sum + count, this.counted), excluded };
	}
}

function compareByTime(a: Origin, b: Origin): number {
	return compareText(a.time ?? '', b.time ?? '') || compareOrigins(a, b);
}

function* difference(all: ReadonlySet<Origin>, without: ReadonlySet<Origin>): Iterable<Origin> {
	for (const origin of all) if (!without.has(origin)) yield origin;
}

/** The first `count` entries in order, without sorting the rest. */
function smallest<Entry>(entries: Iterable<Entry>, count: number, compare: (a: Entry, b: Entry) => number): Entry[] {
	const kept: Entry[] = [];
	if (count <= 0) return kept;
	for (const entry of entries) {
		const last = kept.at(-1);
		if (kept.length === count && last !== undefined && compare(entry, last) >= 0) continue;
		let index = kept.length;
		while (index > 0 && compare(entry, kept[index - 1] as Entry) < 0) index--;
		kept.splice(index, 0, entry);
		if (kept.length > count) kept.pop();
	}
	return kept;
}

export function missingTexts(keys: readonly MissingKey[]): ReadonlyArray<(typeof MISSING)[MissingKey]> {
	return keys.map((key) => MISSING[key]);
}
