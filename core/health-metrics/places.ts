import type { HealthRow } from './rows.js';
import type { TimedPeriod } from './periods.js';

/** Unit of a person; an empty text means that none is known. */
export interface Place {
	readonly person: string;
	readonly team: string;
	readonly department: string;
}

type Membership = HealthRow<'membership'>;

/** Numbers people with their units, so that a cell is found by a whole number. */
export class Places {
	readonly list: Place[] = [];
	private readonly numbers = new Map<string, Map<string, number>>();
	private readonly memberships = new Map<string, Membership[]>();

	constructor(rows: Iterable<Membership>) {
		for (const row of rows) {
			const own = this.memberships.get(row.person);
			if (own === undefined) this.memberships.set(row.person, [row]);
			else own.push(row);
		}
		for (const own of this.memberships.values()) own.sort((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity) || (a.until ?? Infinity) - (b.until ?? Infinity) || (a.id < b.id ? -1 : 1));
	}

	get known(): boolean {
		return this.memberships.size > 0;
	}

	people(): Iterable<string> {
		return this.memberships.keys();
	}

	/** Number of the person in the unit the row names, else in the one the memberships say for that time. */
	at(person: string, instant: number, row?: { readonly team?: string; readonly department?: string }): number {
		if (row?.team !== undefined || row?.department !== undefined) return this.numberOf(person, row.team ?? '', row.department ?? '');
		const membership = this.membershipAt(person, instant);
		return this.numberOf(person, membership?.team ?? '', membership?.department ?? '');
	}

	/** Days of the period, up to `endDay`, on which the person belonged to the company: [first, end). All of them where nothing is known of the person. */
	daysIn(person: string, { startDay }: TimedPeriod, endDay: number, dayOf: (instant: number) => number): ReadonlyArray<readonly [number, number]> {
		const own = this.memberships.get(person);
		if (own === undefined) return startDay < endDay ? [[startDay, endDay]] : [];
		const days: Array<[number, number]> = [];
		for (const { from, until } of own) {
			// Memberships that overlap count once.
			const first = Math.max(startDay, from === undefined ? startDay : dayOf(from), days.at(-1)?.[1] ?? startDay);
			const end = Math.min(endDay, until === undefined ? endDay : dayOf(until - 1) + 1);
			if (first < end) days.push([first, end]);
		}
		return days;
	}

	/** The one in force; of a leaver the last one, of a joiner the first. */
	private membershipAt(person: string, instant: number): Membership | undefined {
		const own = this.memberships.get(person);
		if (own === undefined) return undefined;
		let best: Membership | undefined;
		for (const row of own) if (row.from === undefined || row.from <= instant) best = row;
		const inForce = own.filter(({ from, until }) => (from === undefined || from <= instant) && (until === undefined || until > instant)).at(-1);
		return inForce ?? best ?? own[0];
	}

	private numberOf(person: string, team: string, department: string): number {
		let own = this.numbers.get(person);
		if (own === undefined) this.numbers.set(person, (own = new Map<string, number>()));
		const unit = `${department}\u0000${team}`;
		let number = own.get(unit);
		if (number === undefined) {
			number = this.list.push({ person, team, department }) - 1;
			own.set(unit, number);
		}
		return number;
	}
}
