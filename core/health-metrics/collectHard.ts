import { DAY_MILLISECONDS } from '../time/zone.js';
import { byTime, grouped, inSlices, type Collecting } from './collect.js';
import { FORMAL_CHANGES, type HealthRow } from './rows.js';

type GoalRow = HealthRow<'goal'>;
type Suggestion = HealthRow<'suggestion'>;

const FORMAL: ReadonlySet<string> = new Set(FORMAL_CHANGES);

export function* collectGoals(from: Collecting): Generator<null, void> {
	const goals = new Map<string, GoalRow[]>();
	yield* grouped(from.rows('goal'), ({ goal }) => goal, goals);
	yield* inSlices(goals.values(), (log) => collectGoal(from, log));
}

const approved = ({ status }: GoalRow): boolean => status === undefined || status === 'approved';

function collectGoal(from: Collecting, unsorted: readonly GoalRow[]): void {
	const past = unsorted.filter(({ at }) => at <= from.asOf).sort(byTime);
	const log = past.filter(approved);
	const created = log.find(({ change }) => change === 'created');
	// One that was only proposed was never in force.
	if (created === undefined && past.some(({ change }) => change === 'created')) return;
	// A log that begins later does not say when the goal was made: it counts from the period of its first entry, and every entry is one of a goal in force.
	const start = created?.at ?? -Infinity;
	const known = created?.at ?? log[0]?.at ?? Infinity;
	const over = log.find(({ change }) => change === 'cancelled' || change === 'completed');
	const revisions = revisionsOf(log, start, over?.at ?? Infinity);
	let last = 0;
	for (let index = 0; index < from.periods.length; index++) {
		const period = from.periods[index];
		if (period === undefined || known >= period.endsAt || period.startsAt > from.asOf) continue;
		// A cancelling at the first instant of a period is a revision of that period, so the goal counts there too.
		if (over !== undefined && (over.change === 'cancelled' ? over.at < period.startsAt : over.at <= period.startsAt)) break;
		while (last + 1 < log.length && (log[last + 1]?.at ?? Infinity) < period.endsAt) last++;
		const latest = log[last];
		if (latest === undefined) return;
		const cell = from.cells.cell(from.places.at(latest.person, Math.min(period.endsAt - 1, from.asOf), latest), index);
		cell.sums.denominator++;
		if (created === undefined) cell.sums.count('creationUnknown');
		const own = revisions.filter(({ row }) => row.at >= period.startsAt && row.at < period.endsAt);
		for (const { row, stated } of own) {
			if (!stated) {
				cell.exclude('noReason');
				continue;
			}
			cell.sums.numerator++;
			cell.counted.push(row);
		}
		if (own.length === 0) cell.others.push(latest);
	}
}

/** One per approval; where the approval has no id of its own, one per row. */
function revisionsOf(log: readonly GoalRow[], start: number, end: number): ReadonlyArray<{ readonly row: GoalRow; readonly stated: boolean }> {
	const byApproval = new Map<string, { row: GoalRow; stated: boolean }>();
	for (const row of log) {
		if (!FORMAL.has(row.change) || row.at <= start || row.at > end) continue;
		const stated = row.reason !== undefined && row.approver !== undefined;
		const key = row.approval === undefined ? `row ${row.id}` : `approval ${row.approval}`;
		const known = byApproval.get(key);
		if (known === undefined) byApproval.set(key, { row, stated });
		else if (stated && !known.stated) byApproval.set(key, { row, stated });
	}
	return [...byApproval.values()];
}

export function* collectTalks(from: Collecting): Generator<null, void> {
	const { evidenceMode, viewDays } = from.settings.usage;
	const views = new Map<string, number[]>();
	yield* inSlices(from.rows('view'), ({ viewer, about, at }) => {
		const pair = `${viewer}\u0000${about}`;
		const times = views.get(pair);
		if (times === undefined) views.set(pair, [at]);
		else times.push(at);
	});
	let viewsKnown = views.size > 0;
	yield* inSlices(from.rows('talk'), (talk) => {
		viewsKnown ||= talk.views !== undefined;
		const period = from.periodAt(talk.at);
		if (period < 0) return;
		const cell = from.cells.cell(from.places.at(talk.manager, talk.at, talk), period);
		if (talk.held === false) {
			cell.exclude('notHeld');
			return;
		}
		const earliest = talk.at - viewDays * DAY_MILLISECONDS;
		const latest = talk.end ?? talk.at;
		const viewed = (talk.views ?? 0) > 0 || (views.get(`${talk.manager}\u0000${talk.employee}`)?.some((at) => at >= earliest && at <= latest) ?? false);
		const citations = talk.citations ?? 0;
		cell.sums.denominator++;
		cell.sums.count('citations', citations);
		if (talk.minutes === false || (talk.minutes === undefined && talk.citations === undefined)) cell.sums.count('noMinutes');
		if (evidenceMode === 'both' ? citations > 0 && viewed : citations > 0 || viewed) {
			cell.sums.numerator++;
			cell.counted.push(talk);
		} else cell.others.push(talk);
	});
	// Without the operation log nobody can be shown to have looked: that is no 0 %.
	if (evidenceMode === 'both' && !viewsKnown) from.periods.forEach((_, period) => from.cells.missing.set(period, 'views'));
}

export function* collectSuggestions(from: Collecting): Generator<null, void> {
	const maturity = from.settings.closure.maturityDays * DAY_MILLISECONDS;
	yield* inSlices(from.rows('suggestion'), (row) => {
		const period = from.periodAt(row.at);
		if (period < 0) return;
		const cell = from.cells.cell(from.places.at(row.person, row.at, row), period);
		const reason = leftOut(row, from.asOf, maturity);
		if (reason !== null) {
			cell.exclude(reason);
			return;
		}
		cell.sums.denominator++;
		if (isAdopted(row, from.asOf)) {
			cell.sums.numerator++;
			cell.counted.push(row);
			if (row.partly === true) cell.sums.count('partlyAdopted');
		} else {
			cell.others.push(row);
			cell.sums.count(isPast(row.rejectedAt, from.asOf) ? 'rejected' : isPast(row.acceptedAt, from.asOf) ? 'acceptedUnchanged' : 'unanswered');
		}
	});
}

const isPast = (time: number | undefined, asOf: number): boolean => time !== undefined && time <= asOf;

function leftOut(row: Suggestion, asOf: number, maturity: number): 'notExplicit' | 'withdrawn' | 'duplicate' | 'samePerson' | 'sameRole' | 'notYetDue' | null {
	if (row.explicit === false) return 'notExplicit';
	if (isPast(row.withdrawnAt, asOf)) return 'withdrawn';
	if (row.duplicateOf !== undefined) return 'duplicate';
	if (row.author === row.person) return 'samePerson';
	if (row.authorRole === row.ownerRole) return 'sameRole';
	return row.at + maturity > asOf ? 'notYetDue' : null;
}

/** Accepted, and a later change refers to it. */
function isAdopted(row: Suggestion, asOf: number): boolean {
	return isPast(row.acceptedAt, asOf) && row.change !== undefined && isPast(row.changedAt, asOf) && (row.changedAt ?? 0) >= row.at;
}
