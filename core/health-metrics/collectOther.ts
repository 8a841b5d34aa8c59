import { byTime, inSlices, type Collecting } from './collect.js';
import type { HealthRow } from './rows.js';

const SECOND = 1_000;

/** Part of a metric that counts the tasks without any factor; no factor of a company is called so. */
export const NO_FACTOR = '';

export function* collectFields(from: Collecting): Generator<null, void> {
	const { cells } = from;
	yield* inSlices(from.tables.of('fields'), (row, place) => {
		const period = from.periodAt(row.at);
		if (period < 0) return;
		const cell = cells.cell(from.places.at(row.person ?? '', row.at, row), period);
		cells.add(cell, row.filled, row.required);
		cells.cite(cell, row.filled < row.required, row.at, place);
	});
}

export function* collectAppeals(from: Collecting): Generator<null, void> {
	// Counts of a unit are drawn from its members; where nobody knows those, only the whole company has a figure.
	const { cells } = from;
	const { known } = from.places;
	if (known) for (let period = 0; period < from.periods.length; period++) members(from, period, () => undefined);
	yield* inSlices(from.tables.of('appeal'), (row, place) => {
		const period = from.periodAt(row.at);
		if (period < 0) return;
		const cell = cells.cell(known ? from.places.at(row.person ?? '', endOf(from, period)) : from.places.at('', row.at), period);
		cells.add(cell, 1, 0);
		cells.cite(cell, true, row.at, place);
		cells.part(cell, row.state ?? 'filed').numerator++;
	});
}

export function* collectRatings(from: Collecting): Generator<null, void> {
	const { cells } = from;
	yield* inSlices(from.tables.of('rating'), (row, place) => {
		const period = from.periodAt(row.at);
		if (period < 0) return;
		const cell = cells.cell(from.places.at(row.manager, row.at, row), period);
		cells.add(cell, row.score, 1);
		cells.answer(cell, place);
	});
}

export function* collectDelays(from: Collecting): Generator<null, void> {
	const { cells } = from;
	yield* inSlices(from.tables.of('task'), (row, place) => {
		const done = row.doneAt !== undefined && row.doneAt <= from.asOf ? row.doneAt : null;
		if (done === null) {
			// Not done: no delay is known yet, so it is counted and not measured.
			const period = from.periodAt(row.dueAt);
			if (period >= 0) cells.exclude(cells.cell(from.places.at(row.person ?? '', row.dueAt, row), period), 'notDone');
			return;
		}
		const period = from.periodAt(done);
		if (period < 0) return;
		const cell = cells.cell(from.places.at(row.person ?? '', done, row), period);
		const delay = Math.floor(Math.max(0, done - row.dueAt) / SECOND);
		cells.addValue(cell, delay, -1, false);
		const factors = new Set(row.factors ?? []);
		for (const factor of factors.size === 0 ? [NO_FACTOR] : factors) {
			const part = cells.part(cell, factor);
			part.numerator += delay;
			part.denominator++;
		}
		cells.cite(cell, factors.size > 0, done, place);
	});
}

/** Last instant of the period that counts. */
function endOf(from: Collecting, period: number): number {
	return Math.min((from.periods[period]?.endsAt ?? from.asOf + 1) - 1, from.asOf);
}

/** Everyone who belonged to the company on a day of the period, with the cell. */
function members(from: Collecting, index: number, handle: (person: number, cell: number) => void): void {
	const period = from.periods[index];
	if (period === undefined || period.startsAt > from.asOf) return;
	const endDay = Math.min(period.endDay, from.dayOf(from.asOf) + 1);
	for (const person of from.places.people()) {
		if (from.places.daysIn(person, period, endDay, from.dayOf).length > 0) handle(person, from.cells.cell(from.places.resolve(~person, endOf(from, index)), index));
	}
}

/** A row with its place in the input. */
interface Cited<Row> {
	readonly row: Row;
	readonly place: number;
}

/** The earliest row, whatever came first in the input. */
function firstOf<Row extends { readonly at: number; readonly id: string }>(rows: ReadonlyArray<Cited<Row>>): Row | undefined {
	let first: Row | undefined;
	for (const { row } of rows) if (first === undefined || byTime(row, first) < 0) first = row;
	return first;
}

interface Use {
	seconds: number;
	readonly rows: Array<Cited<HealthRow<'usage'>>>;
}

function citeAll(from: Collecting, cell: number, rows: ReadonlyArray<Cited<{ readonly at: number }>>): void {
	for (const { row, place } of rows) from.cells.cite(cell, true, row.at, place);
}

/** Per period the active users by their number. What happens on a non-working day belongs to the next working day. */
function* activeUsers(from: Collecting): Generator<null, ReadonlyArray<Map<number, Use>>> {
	const users = from.periods.map(() => new Map<number, Use>());
	const periodOfDay = new Map<number, number>();
	const periodOf = (day: number): number => {
		let period = periodOfDay.get(day);
		if (period === undefined) {
			const working = from.workingDays.nextWorkingDay(day);
			// The next working day may still be to come: then its period comes with a later run.
			const counting = working.kind === 'known' ? working.value : day;
			period = from.periods.findIndex(({ startDay, endDay }) => startDay <= counting && counting < endDay);
			periodOfDay.set(day, period);
		}
		return period;
	};
	yield* inSlices(from.tables.of('usage'), (row, place) => {
		if (row.at > from.asOf || row.minutes === 0) return;
		const own = users[periodOf(from.dayOf(row.at))];
		if (own === undefined) return;
		const person = from.places.personNumber(row.person);
		const use = own.get(person);
		const spent = Math.round(row.minutes * 60);
		if (use === undefined) own.set(person, { seconds: spent, rows: [{ row, place }] });
		else {
			use.seconds += spent;
			use.rows.push({ row, place });
		}
	});
	return users;
}

/** Cell of a person at the end of a period, in the unit that the row names or the memberships say. */
function cellOf(from: Collecting, person: number, index: number, row: { readonly team?: string; readonly department?: string } | undefined): number {
	return from.cells.cell(from.places.atEnd(person, endOf(from, index), row), index);
}

export function* collectDailyUse(from: Collecting): Generator<null, void> {
	const { cells, places } = from;
	const users = yield* activeUsers(from);
	for (const [index, own] of users.entries()) {
		const period = from.periods[index];
		if (period === undefined) continue;
		const endDay = Math.min(period.endDay, from.dayOf(from.asOf) + 1);
		for (const [person, use] of own) {
			const cell = cellOf(from, person, index, firstOf(use.rows));
			cells.add(cell, use.seconds, 0);
			cells.count(cell, 'activeUsers');
			for (const [first, end] of places.daysIn(person, period, endDay, from.dayOf)) {
				const days = from.workingDays.workingDaysBetween(first - 1, end - 1);
				if (days.kind === 'missing') cells.missing.set(index, 'calendar');
				else cells.add(cell, 0, days.value);
			}
			citeAll(from, cell, use.rows);
		}
		yield null;
	}
}

export function* collectRecommendation(from: Collecting): Generator<null, void> {
	const { cells, places } = from;
	const users = yield* activeUsers(from);
	const inviters = from.periods.map(() => new Map<number, Array<Cited<HealthRow<'invite'>>>>());
	yield* inSlices(from.tables.of('invite'), (row, place) => {
		const period = from.periodAt(row.at);
		const own = inviters[period];
		if (own === undefined) return;
		const person = places.personNumber(row.person);
		const department = places.departmentOf(places.at(row.person, row.at, row));
		if (department === '') cells.exclude(cellOf(from, person, period, row), 'departmentUnknown');
		else if (department !== row.invitedDepartment) {
			const list = own.get(person);
			if (list === undefined) own.set(person, [{ row, place }]);
			else list.push({ row, place });
		}
	});
	for (const [index, own] of inviters.entries()) {
		const active = users[index] ?? new Map<number, Use>();
		for (const person of new Set([...active.keys(), ...own.keys()])) {
			const invitations = own.get(person);
			const cell = cellOf(from, person, index, invitations === undefined ? firstOf(active.get(person)?.rows ?? []) : firstOf(invitations));
			cells.add(cell, invitations === undefined ? 0 : 1, 1);
			if (invitations !== undefined) citeAll(from, cell, invitations);
		}
		yield null;
	}
}

export function* collectPenetration(from: Collecting): Generator<null, void> {
	const { cells } = from;
	const users = yield* activeUsers(from);
	for (const [index, own] of users.entries()) {
		members(from, index, (person, cell) => {
			const use = own.get(person);
			cells.add(cell, use === undefined ? 0 : 1, 1);
			if (use !== undefined) citeAll(from, cell, use.rows);
		});
		yield null;
	}
}
