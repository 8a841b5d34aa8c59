import type { Actor } from '../evidence/actor.js';
import type { CloudEvent } from '../evidence/cloudEvent.js';
import type { CommitRecorded } from '../git/evidence.js';
import { parseRfc3339 } from '../time/rfc3339.js';
import { PairIndex, Postings } from './columns.js';
import { compareText, type FactSource } from './facts.js';
import { actorOf, factIdentity, fieldText, MEASURES, type Fields, type Measure } from './measures.js';
import { ModuleReader } from './modules.js';
import { accountFilter, flat } from './places.js';
import { compileGlob } from './glob.js';
import type { Repositories } from './repositories.js';
import type { FactFilter, GenericRule } from './rule.js';
import type { Subjects } from './subjects.js';

/** A group that a rule counts for. */
export interface Group {
	readonly key: string;
	/** Of a page, which may be renamed, the title of the newest fact. */
	readonly name: string;
	/** Number of the subject where the group is one person. */
	readonly person: number | null;
}

/** Facts of a generic rule per group and working day; 12 bytes a fact. */
export class GenericTally {
	readonly groups: Group[] = [];
	/** Group and working day. */
	readonly days = new PairIndex();
	readonly types: ReadonlySet<string>;
	private readonly numbers = new Map<string, number>();
	private readonly personGroups: number[] = [];
	/** By number of the group when it was called so, in epoch milliseconds. */
	private readonly namedAt: number[] = [];
	private readonly parts = new Postings();
	private readonly wholes = new Postings();
	private readonly measure: Measure;
	private readonly perMeasure: Measure | null;
	private readonly filter: (data: Fields) => boolean;
	private readonly isBot: (account: string) => boolean;
	private readonly modules: ModuleReader | null;
	private readonly found: number[] = [];
	private readonly groupsFound: number[] = [];

	/** @throws RangeError naming a pattern that cannot be used */
	constructor(
		private readonly rule: GenericRule,
		private readonly facts: FactSource,
		private readonly subjects: Subjects,
		private readonly repositories: Repositories,
	) {
		this.measure = MEASURES[rule.measure];
		this.perMeasure = rule.perMeasure === null ? null : MEASURES[rule.perMeasure];
		this.types = new Set([...this.measure.types, ...(this.perMeasure?.types ?? [])]);
		this.filter = filterOf(rule.filters);
		this.isBot = accountFilter(rule.bots);
		this.modules = rule.groupBy === 'module' ? new ModuleReader(rule, repositories) : null;
	}

	accept(event: CloudEvent, day: number, fact: number): void {
		const data = event.data as Fields;
		if (!this.filter(data)) return;
		this.count(this.measure, this.parts, event, data, day, fact);
		if (this.perMeasure !== null) this.count(this.perMeasure, this.wholes, event, data, day, fact);
	}

	/** Of a day how many facts count, and of how many: each once, copies of a commit too. */
	figures(entry: number): { readonly part: number; readonly whole: number } {
		return { part: this.distinct(this.parts, entry).size, whole: this.perMeasure === null ? 0 : this.distinct(this.wholes, entry).size };
	}

	factsOf(entry: number): readonly number[] {
		const parts = [...this.distinct(this.parts, entry).values()];
		return this.perMeasure === null ? parts : [...new Set([...parts, ...this.distinct(this.wholes, entry).values()])];
	}

	private distinct(postings: Postings, entry: number): Map<string, number> {
		const found = new Map<string, number>();
		for (const fact of postings.of(entry)) {
			const event = this.facts.at(fact);
			const identity = factIdentity(event);
			const known = found.get(identity);
			if (known === undefined || compareText(event.id, this.facts.at(known).id) < 0) found.set(identity, fact);
		}
		return found;
	}

	private count(measure: Measure, postings: Postings, { type, source, time }: CloudEvent, data: Fields, day: number, fact: number): void {
		if (!measure.types.includes(type) || measure.when?.(data) === false) return;
		const actor = actorOf(measure, data);
		if (actor !== null && ((actor.bot && !this.rule.countBots) || this.isBot(actor.account))) return;
		const count = this.groupsOf(source, data, actor, time);
		for (let at = 0; at < count; at++) {
			const group = this.groupsFound[at] ?? 0;
			const person = this.groups[group]?.person ?? null;
			const days = person === null ? this.subjects.shared : this.subjects.at(person).days;
			postings.add(this.days.indexOf(group, days.of(day)), fact, 0);
		}
	}

	/** Puts the groups of a fact into `groupsFound`. @returns how many */
	private groupsOf(source: string, data: Fields, actor: Actor | null, time: string | undefined): number {
		const { groupBy } = this.rule;
		const field = (name: string): string => (typeof data[name] === 'string' ? data[name] : '');
		const single = (key: string, name: string): number => {
			if (name === '') return 0;
			this.groupsFound[0] = this.numberOf(key, name, null);
			return 1;
		};
		switch (groupBy) {
			case 'person': {
				if (actor === null) return 0;
				this.groupsFound[0] = this.groupOfPerson(this.subjects.of(actor));
				return 1;
			}
			case 'repository':
				return single(`${source} ${field('repository')}`, field('repository'));
			case 'page':
				if (field('page') === '') return 0;
				this.groupsFound[0] = this.groupOfPage(`${source} ${field('page')}`, field('title') === '' ? field('page') : field('title'), instantOf(time));
				return 1;
			case 'space':
				return single(`${source} ${field('space')}`, field('space'));
			case 'module': {
				const { repository, paths } = data as unknown as CommitRecorded;
				const count = this.modules === null || paths === null ? 0 : this.modules.read(this.repositories.numberOf(source, repository), paths, this.found);
				for (let at = 0; at < count; at++) {
					const place = this.modules?.places[this.found[at] ?? 0];
					const name = `${place?.repository.name ?? ''} ${place?.module ?? ''}`;
					this.groupsFound[at] = this.numberOf(`${source} ${name}`, name, null);
				}
				return count;
			}
			case 'department':
			case 'team': {
				const person = actor === null ? null : this.subjects.at(this.subjects.of(actor)).person;
				const name = groupBy === 'department' ? person?.department : person?.teamLeadId;
				return single(name ?? '', name ?? '');
			}
		}
	}

	private groupOfPerson(subject: number): number {
		let group = this.personGroups[subject];
		if (group === undefined) {
			const { key, name } = this.subjects.at(subject);
			this.personGroups[subject] = group = this.numberOf(key, name, subject);
		}
		return group;
	}

	private groupOfPage(key: string, title: string, instant: number): number {
		const number = this.numberOf(key, title, null);
		const known = this.groups[number];
		const before = this.namedAt[number] ?? Number.NEGATIVE_INFINITY;
		if (known === undefined || instant < before) return number;
		if (instant > before || title < known.name) this.groups[number] = { ...known, name: title };
		this.namedAt[number] = instant;
		return number;
	}

	private numberOf(key: string, name: string, person: number | null): number {
		let number = this.numbers.get(key);
		if (number === undefined) this.numbers.set(key, (number = this.groups.push({ key, name, person }) - 1));
		return number;
	}
}

/** What has no time is older than everything. */
function instantOf(time: string | undefined): number {
	const instant = time === undefined ? Number.NaN : parseRfc3339(time);
	return Number.isNaN(instant) ? Number.NEGATIVE_INFINITY : instant;
}

function filterOf(filters: readonly FactFilter[]): (data: Fields) => boolean {
	const tests = filters.map(({ field, test, value }) => {
		const wanted = value.toLowerCase();
		const glob = test === 'matches' ? compileGlob(flat(value)) : null;
		return (data: Fields): boolean => {
			const found = fieldText(data, field).toLowerCase();
			if (glob !== null) return glob(flat(found));
			if (test === 'contains') return found.includes(wanted);
			return (found === wanted) === (test === 'is');
		};
	});
	return (data) => tests.every((test) => test(data));
}
