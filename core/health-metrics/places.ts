import { PairNumbers, TextNumbers } from './numbers.js';
import type { TimedPeriod } from './periods.js';
import type { HealthRow } from './rows.js';
import { GROUP_LEVELS, type GroupLevel } from './settings.js';

/** Unit of a person; an empty text means that none is known. */
export interface Place {
	readonly person: string;
	readonly team: string;
	readonly department: string;
}

type Membership = HealthRow<'membership'>;

/** Number of the person that no row names. */
export const NOBODY = 0;

/** Numbers people with their units, so that a cell is found by a whole number; a group of each level is a number too. */
export class Places {
	private readonly persons = new TextNumbers();
	private readonly departments = new TextNumbers();
	private readonly teams = new TextNumbers();
	private readonly units = new PairNumbers();
	private readonly places = new PairNumbers();
	private readonly memberships = new Map<number, Membership[]>();

	constructor(rows: Iterable<Membership>) {
		this.persons.numberOf('');
		for (const row of rows) {
			const person = this.persons.numberOf(row.person);
			const own = this.memberships.get(person);
			if (own === undefined) this.memberships.set(person, [row]);
			else own.push(row);
		}
		for (const own of this.memberships.values()) own.sort((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity) || (a.until ?? Infinity) - (b.until ?? Infinity) || (a.id < b.id ? -1 : 1));
	}

	get known(): boolean {
		return this.memberships.size > 0;
	}

	get size(): number {
		return this.places.size;
	}

	/** Numbers of the people whose units are known. */
	people(): Iterable<number> {
		return this.memberships.keys();
	}

	personNumber(person: string): number {
		return this.persons.numberOf(person);
	}

	personOf(place: number): number {
		return this.places.firstOf(place);
	}

	placeOf(place: number): Place {
		const unit = this.places.secondOf(place);
		return { person: this.persons.texts[this.personOf(place)] ?? '', department: this.departments.texts[this.units.firstOf(unit)] ?? '', team: this.teams.texts[this.units.secondOf(unit)] ?? '' };
	}

	departmentOf(place: number): string {
		return this.departments.texts[this.units.firstOf(this.places.secondOf(place))] ?? '';
	}

	/** Number of the group of a level to which a place belongs. */
	groupOf(level: GroupLevel, place: number): number {
		switch (level) {
			case 'company':
				return 0;
			case 'department':
				return this.units.firstOf(this.places.secondOf(place));
			case 'team':
				return this.places.secondOf(place);
			case 'person':
				return place;
		}
	}

	/** What a row says of the person's unit: the place where it names one, else `~person`, which the memberships tell for a time. */
	reference(person: string, team = '', department = ''): number {
		const number = this.persons.numberOf(person);
		return team === '' && department === '' ? ~number : this.numberOf(number, team, department);
	}

	/** Place of a reference at a time. */
	resolve(reference: number, instant: number): number {
		if (reference >= 0) return reference;
		const membership = this.membershipAt(~reference, instant);
		return this.numberOf(~reference, membership?.team ?? '', membership?.department ?? '');
	}

	/** Place of the person in the unit the row names, else in the one the memberships say for that time. */
	at(person: string, instant: number, row?: { readonly team?: string; readonly department?: string }): number {
		return this.resolve(this.reference(person, row?.team, row?.department), instant);
	}

	/** The same for a person by number. */
	atEnd(person: number, instant: number, row: { readonly team?: string; readonly department?: string } | undefined): number {
		return row?.team === undefined && row?.department === undefined ? this.resolve(~person, instant) : this.numberOf(person, row.team ?? '', row.department ?? '');
	}

	/** Days of the period, up to `endDay`, on which the person belonged to the company: [first, end). All of them where nothing is known of the person. */
	daysIn(person: number, { startDay }: TimedPeriod, endDay: number, dayOf: (instant: number) => number): ReadonlyArray<readonly [number, number]> {
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

	/** The last one in force; of a leaver the last one, of a joiner the first. */
	private membershipAt(person: number, instant: number): Membership | undefined {
		const own = this.memberships.get(person);
		if (own === undefined) return undefined;
		let begun: Membership | undefined;
		let inForce: Membership | undefined;
		for (const row of own) {
			if (row.from !== undefined && row.from > instant) continue;
			begun = row;
			if (row.until === undefined || row.until > instant) inForce = row;
		}
		return inForce ?? begun ?? own[0];
	}

	private numberOf(person: number, team: string, department: string): number {
		return this.places.numberOf(person, this.units.numberOf(this.departments.numberOf(department), this.teams.numberOf(team)));
	}
}

/** The levels that are asked and those above them, without which nobody could say what must not be shown. The person's own is no part of another. */
export function levelsAbove(asked: readonly GroupLevel[], withPersons: boolean): readonly GroupLevel[] {
	const lowest = Math.max(...asked.map((level) => (level === 'person' && !withPersons ? 0 : GROUP_LEVELS.indexOf(level))));
	return GROUP_LEVELS.filter((level, index) => index <= lowest || asked.includes(level));
}
