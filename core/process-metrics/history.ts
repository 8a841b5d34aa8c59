import { compareOrigins, compareText } from './origin.js';
import type { Change, DataPoint, FormState, Observed } from './studyEvidence.js';

/** What became of one data point up to `asOf`. */
export interface PointHistory {
	readonly filled: boolean;
	/** Last value, only for items of the mapping. */
	readonly value: string | null;
	/** First stamped non-null Insert or Upsert; null where the evidence does not reach back to it. */
	readonly firstEntry: Change | null;
	/** Ever held data. */
	readonly held: boolean;
	/** Later different values and removals, in order. */
	readonly corrections: readonly Change[];
	/** Repeated entries that cannot be told from a correction: the source gives neither digest nor `Update`. */
	readonly unclear: readonly Change[];
	/** Ordered statements, removals of what stands above included. */
	readonly changes: readonly Change[];
}

/** Within one stamp (REDCap: one minute) a point is entered before it is changed and changed before it is removed. */
const RANK: Readonly<Record<string, number>> = { Context: 0, Insert: 1, Upsert: 2, Update: 3, Remove: 4 };

export function compareChanges(a: Change, b: Change): number {
	// Two unknown times (-Infinity) differ by NaN, so they are compared and not subtracted.
	if (a.at !== b.at) return a.at < b.at ? -1 : 1;
	return Number(a.stamped) - Number(b.stamped) || rank(a) - rank(b) || compareOrigins(a.origin, b.origin) || Number(a.filled) - Number(b.filled) || compareText(a.by ?? '', b.by ?? '');
}

export function compareObserved(a: Observed<unknown>, b: Observed<unknown>): number {
	if (a.at !== b.at) return a.at < b.at ? -1 : 1;
	return compareOrigins(a.origin, b.origin);
}

function rank(change: Change): number {
	return RANK[change.transaction ?? 'Upsert'] ?? 2;
}

/** Histories are asked for by several metrics; each is worked out once. */
export class Histories {
	private readonly known = new Map<DataPoint, PointHistory>();
	private readonly removals = new Map<FormState, readonly Change[]>();

	of(form: FormState, point: DataPoint): PointHistory {
		let history = this.known.get(point);
		if (!history) {
			history = historyOf(point.changes.concat(this.removalsAbove(form), groupRemovals(form, point)), lastWholeRecord(form));
			this.known.set(point, history);
		}
		return history;
	}

	/** Removal of the form, the visit or the subject is removal of every data point below. */
	private removalsAbove(form: FormState): readonly Change[] {
		let found = this.removals.get(form);
		if (!found) {
			const list: Change[] = [];
			for (const record of form.records) {
				if (record.data.removed) list.push(removal({ ...record, at: record.data.declaredAt ?? record.at }, record.data.declaredBy));
			}
			for (const record of form.visit.records) if (record.data.removed) list.push(removal(record, record.data.by));
			for (const record of form.visit.subject.records) if (record.data.removed) list.push(removal(record, record.data.by));
			this.removals.set(form, (found = list));
		}
		return found;
	}
}

/** Removal of an item group is removal of every data point of it, listed or not. */
function groupRemovals(form: FormState, { group, groupRepeat }: DataPoint): readonly Change[] {
	return form.records.flatMap((record) =>
		record.data.removedGroups
			.filter((removed) => removed.group === group && removed.groupRepeat === groupRepeat)
			.map(({ at, stamped, by }) => removal({ at, stamped, origin: record.origin, data: null }, by)),
	);
}

function removal(record: Observed<unknown>, by: string | null): Change {
	return { at: record.at, stamped: record.stamped, filled: false, digest: null, value: null, transaction: 'Remove', by, reasoned: false, imported: false, sdv: null, origin: record.origin };
}

/** The latest record that stated the whole form: what it does not list holds no data any more. */
function lastWholeRecord(form: FormState): Observed<unknown> | null {
	let last: Observed<unknown> | null = null;
	for (const record of form.records) if (record.data.complete && (last === null || compareObserved(record, last) > 0)) last = record;
	return last;
}

export function historyOf(statements: Change[], whole: Observed<unknown> | null): PointHistory {
	const changes = statements.length > 1 ? statements.sort(compareChanges) : statements;
	const corrections: Change[] = [];
	const unclear: Change[] = [];
	let firstEntry: Change | null = null;
	let held = false;
	let heldByHistory = false;
	/** Null: nothing known yet. */
	let filled: boolean | null = null;
	let digest: string | null = null;
	let value: string | null = null;
	let listedByWhole = whole === null;
	let last = -Infinity;

	for (const change of changes) {
		last = change.at;
		if (whole !== null && change.origin === whole.origin) listedByWhole = true;
		if (!change.filled) {
			if (change.stamped && (filled === true || (filled === null && change.transaction === 'Remove'))) corrections.push(change);
			filled = false;
			digest = null;
			value = null;
			continue;
		}
		if (change.stamped) {
			if (!heldByHistory && isEntry(change, filled)) firstEntry = change;
			else if (filled === true) {
				const differs = differsFrom(digest, value, change) ?? (change.transaction === 'Update' ? true : null);
				if (differs === true) corrections.push(change);
				else if (differs === null && change.transaction !== null) unclear.push(change);
			} else corrections.push(change);
			heldByHistory = true;
		}
		held = true;
		filled = true;
		// A statement without history may leave the digest out; the value it confirms is still the one known.
		digest = change.digest ?? (change.stamped ? null : digest);
		value = change.value ?? (change.stamped ? null : value);
	}
	if (!listedByWhole && whole !== null && last <= whole.at) {
		filled = false;
		value = null;
	}
	return { filled: filled === true, value: filled === true ? value : null, firstEntry, held, corrections, unclear, changes };
}

/** An Update of a point never seen before changes a value that the evidence does not reach back to; one of an empty point enters it. */
function isEntry(change: Change, filled: boolean | null): boolean {
	if (change.transaction === 'Update') return filled === false;
	return change.transaction === 'Insert' || filled !== true;
}

/** Null where neither values nor digests can be compared. */
function differsFrom(digest: string | null, value: string | null, change: Change): boolean | null {
	if (value !== null && change.value !== null) return value !== change.value;
	if (digest !== null && change.digest !== null) return digest !== change.digest;
	return null;
}
