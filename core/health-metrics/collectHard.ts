import { DAY_MILLISECONDS } from '../time/zone.js';
import { numbersInSlices, type Collecting } from './collect.js';
import { ADOPTED, CANCELLED, COMPLETED, CREATED, LEFT_OUT, LEFT_OUT_REASONS, PARTLY_ADOPTED, REJECTED, ACCEPTED_UNCHANGED, type GoalTable, type ViewTable } from './hardTables.js';
import { sortSlots } from './order.js';

export function* collectGoals(from: Collecting): Generator<null, void> {
	const goals = new GoalFold(from, from.tables.of('goal'));
	yield* numbersInSlices(goals.table.subjectCount, (goal) => {
		goals.collect(goal);
	});
}

/** More revisions of one goal than this are looked up by their approval; of fewer, going through them is quicker. */
const FEW = 32;

/** One goal at a time, with lists that are used again. */
class GoalFold {
	private readonly log: number[] = [];
	private readonly revisions: number[] = [];

	constructor(
		private readonly from: Collecting,
		readonly table: GoalTable,
	) {}

	collect(goal: number): void {
		const { from, table, log } = this;
		const { asOf, cells } = from;
		log.length = 0;
		table.slotsOf(goal, log);
		let proposed = false;
		let kept = 0;
		for (const slot of log) {
			if (!((table.at[slot] ?? Number.NaN) <= asOf)) continue;
			if (table.isApproved(slot)) log[kept++] = slot;
			else if (table.changeOf(slot) === CREATED) proposed = true;
		}
		log.length = kept;
		sortSlots(table, log, from.compare);
		const created = log.find((slot) => table.changeOf(slot) === CREATED);
		// One that was only proposed was never in force.
		if ((created === undefined && proposed) || log.length === 0) return;
		// A log that begins later does not say when the goal was made: it counts from the period of its first entry, and every entry is one of a goal in force.
		const start = created === undefined ? -Infinity : this.atOf(created);
		const known = this.atOf(created ?? log[0] ?? 0);
		const over = log.find((slot) => table.changeOf(slot) === CANCELLED || table.changeOf(slot) === COMPLETED);
		const overAt = over === undefined ? Infinity : this.atOf(over);
		const cancelled = over !== undefined && table.changeOf(over) === CANCELLED;
		this.findRevisions(start, overAt);
		let last = 0;
		for (let index = 0; index < from.periods.length; index++) {
			const period = from.periods[index];
			if (period === undefined || known >= period.endsAt || period.startsAt > asOf) continue;
			// A cancelling at the first instant of a period is a revision of that period, so the goal counts there too.
			if (cancelled ? overAt < period.startsAt : overAt <= period.startsAt) break;
			while (last + 1 < log.length && this.atOf(log[last + 1] ?? 0) < period.endsAt) last++;
			const latest = log[last] ?? 0;
			const cell = cells.cell(from.places.resolve(table.places[latest] ?? 0, Math.min(period.endsAt - 1, asOf)), index);
			cells.add(cell, 0, 1);
			if (created === undefined) cells.count(cell, 'creationUnknown');
			let own = false;
			for (const slot of this.revisions) {
				const at = this.atOf(slot);
				if (at < period.startsAt || at >= period.endsAt) continue;
				own = true;
				if (!table.isStated(slot)) {
					cells.exclude(cell, 'noReason');
					continue;
				}
				cells.add(cell, 1, 0);
				cells.cite(cell, true, at, table.rowOf(slot));
			}
			if (!own) cells.cite(cell, false, this.atOf(latest), table.rowOf(latest));
		}
	}

	private atOf(slot: number): number {
		return this.table.at[slot] ?? 0;
	}

	/** One per approval; where the approval has no id of its own, one per row. The first that is stated stands for the approval. */
	private findRevisions(start: number, end: number): void {
		const { table, log, revisions } = this;
		revisions.length = 0;
		let byApproval: Map<string, number> | null = null;
		for (const slot of log) {
			const at = this.atOf(slot);
			if (!table.isFormal(slot) || at <= start || at > end) continue;
			if (byApproval === null && revisions.length > FEW) byApproval = new Map(revisions.flatMap((other, place): Array<[string, number]> => (table.approvalHash(other) === 0 ? [] : [[table.approvalOf(other), place]])));
			const place = table.approvalHash(slot) === 0 ? -1 : byApproval === null ? this.placeOf(slot) : (byApproval.get(table.approvalOf(slot)) ?? -1);
			if (place >= 0) {
				if (table.isStated(slot) && !table.isStated(revisions[place] ?? 0)) revisions[place] = slot;
				continue;
			}
			if (byApproval !== null && table.approvalHash(slot) !== 0) byApproval.set(table.approvalOf(slot), revisions.length);
			revisions.push(slot);
		}
	}

	private placeOf(slot: number): number {
		const { table, revisions } = this;
		for (let place = 0; place < revisions.length; place++) {
			const other = revisions[place] ?? 0;
			if (table.approvalHash(other) === table.approvalHash(slot) && table.approvalOf(other) === table.approvalOf(slot)) return place;
		}
		return -1;
	}
}

export function* collectTalks(from: Collecting): Generator<null, void> {
	const { cells, places, tables } = from;
	const { evidenceMode, viewDays } = from.settings.usage;
	const talks = tables.of('talk');
	const views = tables.of('view');
	const seen = yield* viewsByPair(from, views);
	yield* numbersInSlices(talks.length, (slot) => {
		const at = talks.at[slot] ?? Number.NaN;
		const period = from.periodAt(at);
		if (period < 0) return;
		const cell = cells.cell(places.resolve(talks.places[slot] ?? 0, at), period);
		if (!talks.wasHeld(slot)) {
			cells.exclude(cell, 'notHeld');
			return;
		}
		const viewed = talks.wasViewed(slot) || seen(talks.pairs[slot] ?? 0, at - viewDays * DAY_MILLISECONDS, talks.ends[slot] ?? at);
		const citations = talks.citations[slot] ?? 0;
		cells.count(cell, 'citations', citations);
		if (talks.hasNoMinutes(slot)) cells.count(cell, 'noMinutes');
		const counts = evidenceMode === 'both' ? citations > 0 && viewed : citations > 0 || viewed;
		// Which of the two was missing; in the other mode either is enough.
		if (evidenceMode === 'both' && citations > 0 !== viewed) cells.count(cell, viewed ? 'viewedNotCited' : 'citedNotViewed');
		cells.add(cell, counts ? 1 : 0, 1);
		cells.cite(cell, counts, at, talks.rowOf(slot));
	});
	// Without the operation log nobody can be shown to have looked: that is no 0 %.
	if (evidenceMode === 'both' && views.counting === 0 && !talks.viewsKnown) from.periods.forEach((_, period) => cells.missing.set(period, 'views'));
}

/** Tells whether a pair of manager and employee has a view between two times, both inclusive. */
function* viewsByPair(from: Collecting, views: ViewTable): Generator<null, (pair: number, earliest: number, latest: number) => boolean> {
	const ends = new Int32Array(from.tables.pairs.size + 1);
	yield* numbersInSlices(views.length, (slot) => {
		const pair = views.pairs[slot] ?? 0;
		ends[pair] = (ends[pair] ?? 0) + 1;
	});
	let sum = 0;
	for (let pair = 0; pair < ends.length; pair++) {
		const own = ends[pair] ?? 0;
		ends[pair] = sum;
		sum += own;
	}
	// While they are filled, the ends are where the next time of a pair goes; afterwards where its times end.
	const times = new Float64Array(views.length);
	yield* numbersInSlices(views.length, (slot) => {
		const pair = views.pairs[slot] ?? 0;
		const at = ends[pair] ?? 0;
		times[at] = views.at[slot] ?? Number.NaN;
		ends[pair] = at + 1;
	});
	return (pair, earliest, latest) => {
		for (let at = pair === 0 ? 0 : (ends[pair - 1] ?? 0); at < (ends[pair] ?? 0); at++) {
			const time = times[at] ?? Number.NaN;
			if (time >= earliest && time <= latest) return true;
		}
		return false;
	};
}

export function* collectSuggestions(from: Collecting): Generator<null, void> {
	const { cells, places } = from;
	const table = from.tables.of('suggestion');
	yield* numbersInSlices(table.length, (slot) => {
		const at = table.at[slot] ?? Number.NaN;
		const period = from.periodAt(at);
		if (period < 0) return;
		const cell = cells.cell(places.resolve(table.places[slot] ?? 0, at), period);
		const outcome = table.outcomes[slot] ?? 0;
		if (outcome >= LEFT_OUT) {
			const reason = LEFT_OUT_REASONS[outcome - LEFT_OUT];
			if (reason !== undefined) cells.exclude(cell, reason);
			return;
		}
		const adopted = outcome === ADOPTED || outcome === PARTLY_ADOPTED;
		cells.add(cell, adopted ? 1 : 0, 1);
		cells.cite(cell, adopted, at, table.rowOf(slot));
		if (outcome === PARTLY_ADOPTED) cells.count(cell, 'partlyAdopted');
		else if (!adopted) cells.count(cell, outcome === REJECTED ? 'rejected' : outcome === ACCEPTED_UNCHANGED ? 'acceptedUnchanged' : 'unanswered');
	});
}
