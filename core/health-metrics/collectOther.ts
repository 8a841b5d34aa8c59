import type { Cell } from './cells.js';
import { byTime, grouped, inSlices, type Collecting } from './collect.js';
import type { HealthRow } from './rows.js';

const SECOND = 1_000;
const seconds = (milliseconds: number): number => Math.floor(milliseconds / SECOND);

/** Part of a metric that counts the tasks without any factor; no factor of a company is called so. */
export const NO_FACTOR = '';

export function* collectStays(from: Collecting): Generator<null, void> {
	const items = new Map<string, Array<HealthRow<'stage'>>>();
	yield* grouped(from.rows('stage'), ({ item }) => item, items);
	yield* inSlices(items.values(), (unsorted) => {
		const changes = unsorted.filter(({ at }) => at <= from.asOf).sort(byTime);
		let entered: HealthRow<'stage'> | undefined;
		for (const change of changes) {
			// The same stage again is no change.
			if (entered?.stage === change.stage && entered.final === change.final) continue;
			if (entered !== undefined && entered.final !== true) collectStay(from, entered, change.at);
			entered = change;
		}
		if (entered !== undefined && entered.final !== true) collectStay(from, entered, null);
	});
}

function collectStay(from: Collecting, entered: HealthRow<'stage'>, left: number | null): void {
	const endsIn = left === null ? -1 : from.periodAt(left);
	const cellAt = (instant: number, period: number): Cell => from.cells.cell(from.places.at(entered.person ?? '', instant, entered), period);
	for (let index = Math.max(0, from.periodAt(entered.at)); index < from.periods.length; index++) {
		const period = from.periods[index];
		if (period === undefined || period.startsAt > from.asOf || (left !== null && left < period.startsAt)) break;
		const end = Math.min(period.endsAt, from.asOf);
		if (index === endsIn && left !== null) {
			const cell = cellAt(left, index);
			cell.addValue(seconds(left - entered.at), entered.stage);
			cell.counted.push(entered);
		} else if (entered.at < end && (left === null || left >= end)) {
			const cell = cellAt(end - 1, index);
			cell.addValue(seconds(end - entered.at), entered.stage);
			cell.sums.count('open');
			cell.part(entered.stage).count('open');
			cell.others.push(entered);
		}
	}
}

export function* collectFields(from: Collecting): Generator<null, void> {
	yield* inSlices(from.rows('fields'), (row) => {
		const period = from.periodAt(row.at);
		if (period < 0) return;
		const cell = from.cells.cell(from.places.at(row.person ?? '', row.at, row), period);
		cell.sums.numerator += row.filled;
		cell.sums.denominator += row.required;
		(row.filled < row.required ? cell.counted : cell.others).push(row);
	});
}

export function* collectAppeals(from: Collecting): Generator<null, void> {
	// Counts of a unit are drawn from its members; where nobody knows those, only the whole company has a figure.
	const { known } = from.places;
	if (known) for (let period = 0; period < from.periods.length; period++) members(from, period, () => undefined);
	yield* inSlices(from.rows('appeal'), (row) => {
		const period = from.periodAt(row.at);
		if (period < 0) return;
		const cell = from.cells.cell(known ? from.places.at(row.person ?? '', endOf(from, period)) : from.places.at('', row.at), period);
		cell.sums.numerator++;
		cell.counted.push(row);
		cell.part(row.state ?? 'filed').numerator++;
	});
}

export function* collectRatings(from: Collecting): Generator<null, void> {
	yield* inSlices(from.rows('rating'), (row) => {
		const period = from.periodAt(row.at);
		if (period < 0) return;
		const cell = from.cells.cell(from.places.at(row.manager, row.at, row), period);
		cell.sums.numerator += row.score;
		cell.sums.denominator++;
		cell.counted.push(row);
	});
}

export function* collectDelays(from: Collecting): Generator<null, void> {
	yield* inSlices(from.rows('task'), (row) => {
		const done = row.doneAt !== undefined && row.doneAt <= from.asOf ? row.doneAt : null;
		if (done === null) {
			// Not done: no delay is known yet, so it is counted and not measured.
			const period = from.periodAt(row.dueAt);
			if (period >= 0) from.cells.cell(from.places.at(row.person ?? '', row.dueAt, row), period).exclude('notDone');
			return;
		}
		const period = from.periodAt(done);
		if (period < 0) return;
		const cell = from.cells.cell(from.places.at(row.person ?? '', done, row), period);
		const delay = seconds(Math.max(0, done - row.dueAt));
		cell.addValue(delay, null);
		const factors = new Set(row.factors ?? []);
		for (const factor of factors.size === 0 ? [NO_FACTOR] : factors) {
			const part = cell.part(factor);
			part.numerator += delay;
			part.denominator++;
		}
		(factors.size > 0 ? cell.counted : cell.others).push(row);
	});
}

/** Last instant of the period that counts. */
function endOf(from: Collecting, period: number): number {
	return Math.min((from.periods[period]?.endsAt ?? from.asOf + 1) - 1, from.asOf);
}

/** Everyone who belonged to the company on a day of the period. */
function members(from: Collecting, index: number, handle: (person: string, cell: Cell) => void): void {
	const period = from.periods[index];
	if (period === undefined || period.startsAt > from.asOf) return;
	const endDay = Math.min(period.endDay, from.dayOf(from.asOf) + 1);
	for (const person of from.places.people()) {
		if (from.places.daysIn(person, period, endDay, from.dayOf).length > 0) handle(person, from.cells.cell(from.places.at(person, endOf(from, index)), index));
	}
}

/** The earliest row, whatever came first in the input. */
function firstOf<Row extends { readonly at: number; readonly id: string }>(rows: readonly Row[]): Row | undefined {
	let first: Row | undefined;
	for (const row of rows) if (first === undefined || byTime(row, first) < 0) first = row;
	return first;
}

interface Use {
	seconds: number;
	readonly rows: Array<HealthRow<'usage'>>;
}

/** Per period the active users. What happens on a non-working day belongs to the next working day. */
function* activeUsers(from: Collecting): Generator<null, ReadonlyArray<Map<string, Use>>> {
	const users = from.periods.map(() => new Map<string, Use>());
	const periodOfDay = new Map<number, number>();
	const periodOf = (day: number): number => {
		let period = periodOfDay.get(day);
		if (period === undefined) {
			const working = from.workingDays.nextWorkingDay(day);
			// The next working day may still be to come: then its period comes with a later run.
			period = from.periods.findIndex(({ startDay, endDay }) => startDay <= (working.kind === 'known' ? working.value : day) && (working.kind === 'known' ? working.value : day) < endDay);
			periodOfDay.set(day, period);
		}
		return period;
	};
	yield* inSlices(from.rows('usage'), (row) => {
		if (row.at > from.asOf || row.minutes === 0) return;
		const own = users[periodOf(from.dayOf(row.at))];
		if (own === undefined) return;
		const use = own.get(row.person);
		const spent = Math.round(row.minutes * 60);
		if (use === undefined) own.set(row.person, { seconds: spent, rows: [row] });
		else {
			use.seconds += spent;
			use.rows.push(row);
		}
	});
	return users;
}

export function* collectDailyUse(from: Collecting): Generator<null, void> {
	const users = yield* activeUsers(from);
	for (const [index, own] of users.entries()) {
		const period = from.periods[index];
		if (period === undefined) continue;
		const endDay = Math.min(period.endDay, from.dayOf(from.asOf) + 1);
		for (const [person, use] of own) {
			const cell = from.cells.cell(from.places.at(person, endOf(from, index), firstOf(use.rows)), index);
			cell.sums.numerator += use.seconds;
			cell.sums.count('activeUsers');
			for (const [first, end] of from.places.daysIn(person, period, endDay, from.dayOf)) {
				const days = from.workingDays.workingDaysBetween(first - 1, end - 1);
				if (days.kind === 'missing') from.cells.missing.set(index, 'calendar');
				else cell.sums.denominator += days.value;
			}
			for (const row of use.rows) cell.counted.push(row);
		}
		yield null;
	}
}

export function* collectRecommendation(from: Collecting): Generator<null, void> {
	const users = yield* activeUsers(from);
	const inviters = from.periods.map(() => new Map<string, Array<HealthRow<'invite'>>>());
	const cellOf = (person: string, index: number, row?: { readonly team?: string; readonly department?: string }): Cell => from.cells.cell(from.places.at(person, endOf(from, index), row), index);
	yield* inSlices(from.rows('invite'), (row) => {
		const period = from.periodAt(row.at);
		const own = inviters[period];
		if (own === undefined) return;
		const department = from.places.list[from.places.at(row.person, row.at, row)]?.department ?? '';
		if (department === '') cellOf(row.person, period, row).exclude('departmentUnknown');
		else if (department !== row.invitedDepartment) {
			const list = own.get(row.person);
			if (list === undefined) own.set(row.person, [row]);
			else list.push(row);
		}
	});
	for (const [index, own] of inviters.entries()) {
		const active = users[index] ?? new Map<string, Use>();
		for (const person of new Set([...active.keys(), ...own.keys()])) {
			const invitations = own.get(person);
			const cell = cellOf(person, index, invitations === undefined ? firstOf(active.get(person)?.rows ?? []) : firstOf(invitations));
			cell.sums.denominator++;
			if (invitations === undefined) continue;
			cell.sums.numerator++;
			for (const row of invitations) cell.counted.push(row);
		}
		yield null;
	}
}

export function* collectPenetration(from: Collecting): Generator<null, void> {
	const users = yield* activeUsers(from);
	for (const [index, own] of users.entries()) {
		members(from, index, (person, cell) => {
			cell.sums.denominator++;
			const use = own.get(person);
			if (use === undefined) return;
			cell.sums.numerator++;
			for (const row of use.rows) cell.counted.push(row);
		});
		yield null;
	}
}

