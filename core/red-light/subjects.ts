import type { WorkingCalendar } from '../calendar/workingCalendar.js';
import type { Actor } from '../evidence/actor.js';
import { personNamed, type Directory } from '../people/directory.js';
import type { Person } from '../people/person.js';
import { comparable } from '../people/reading.js';
import { TextNumbers } from './columns.js';

/** Whom a light is about: a person of the HR directory with all accounts, or an account that nobody is known for. */
export interface Subject {
	/** Id of the person, else `github octocat` in small letters: hosts write one account in several ways. */
	readonly key: string;
	readonly name: string;
	readonly person: Person | null;
	readonly days: CountingDays;
}

const FIRST_DAY = 10_957;
const DAYS_AHEAD = 20_000;

/** The working day that something on a day counts with, remembered per day. Source: spec S6, "Decisions on a non-working day". */
export class CountingDays {
	private readonly known: Int32Array | Map<number, number>;

	constructor(
		readonly calendar: WorkingCalendar,
		/** A calendar of one person is asked for few days. */
		personal: boolean,
	) {
		this.known = personal ? new Map() : new Int32Array(DAYS_AHEAD);
	}

	/** The day itself where the calendar of its year is missing; whoever judges asks the calendar and learns it. */
	of(day: number): number {
		const { known } = this;
		const remembered = known instanceof Map ? known.get(day) : known[day - FIRST_DAY];
		if (remembered !== undefined && remembered !== 0) return remembered;
		const answer = this.calendar.nextWorkingDay(day);
		const counting = answer.kind === 'known' ? answer.value : day;
		if (known instanceof Map) known.set(day, counting);
		else if (day >= FIRST_DAY && day < FIRST_DAY + DAYS_AHEAD) known[day - FIRST_DAY] = counting;
		return counting;
	}
}

/** Spellings of accounts of one system, and the subject of each. */
interface Accounts {
	readonly names: TextNumbers;
	readonly subjects: number[];
}

/** Numbers subjects from 0 and joins accounts to persons. */
export class Subjects {
	readonly list: Subject[] = [];
	readonly shared: CountingDays;
	private readonly bySystem = new Map<string, Accounts>();
	private readonly byKey = new Map<string, number>();
	private lastSystem = '';
	private lastAccounts: Accounts | null = null;

	constructor(
		private readonly directory: Directory | null,
		private readonly calendar: WorkingCalendar,
	) {
		this.shared = new CountingDays(calendar, false);
	}

	of(actor: Actor): number {
		const { system, account } = actor;
		let accounts = this.lastAccounts;
		if (accounts === null || this.lastSystem !== system) {
			accounts = this.bySystem.get(system) ?? null;
			if (accounts === null) this.bySystem.set(system, (accounts = { names: new TextNumbers(), subjects: [] }));
			this.lastSystem = system;
			this.lastAccounts = accounts;
		}
		const name = accounts.names.numberOf(account);
		return (accounts.subjects[name] ??= this.join(system, account));
	}

	/** Subject of a person who need not have done anything. */
	at(index: number): Subject {
		const subject = this.list[index];
		if (subject === undefined) throw new RangeError(`There is no subject ${index}.`);
		return subject;
	}

	private join(system: string, account: string): number {
		const person = this.personOf(system, account);
		const key = person?.id ?? comparable(`${system} ${account}`);
		const place = person === null ? `account ${key}` : `person ${key}`;
		const known = this.byKey.get(place);
		if (known !== undefined) {
			const subject = this.at(known);
			// Of several spellings the first in order of letters is shown, whichever comes first.
			if (person === null && account < subject.name) this.list[known] = { ...subject, name: account };
			return known;
		}
		const calendar = person === null ? this.calendar : this.calendar.forPerson(person.id);
		const days = calendar === this.calendar ? this.shared : new CountingDays(calendar, true);
		const number = this.list.push({ key, name: person?.name ?? account, person, days }) - 1;
		this.byKey.set(place, number);
		return number;
	}

	/** The one person with this account, under whichever name commits and hosts have it. Two people with it are nobody: the directory has to be mended. */
	private personOf(system: string, account: string): Person | null {
		const found = this.directory === null ? null : personNamed(this.directory, { system, account });
		return found?.kind === 'found' ? found.person : null;
	}
}
