import type { WorkingCalendar } from '../calendar/workingCalendar.js';
import { DOCUMENT_EVENT_TYPES, type VersionPublished } from '../documents/evidence.js';
import type { Actor } from '../evidence/actor.js';
import { checkEvidence } from '../evidence/checkEvidence.js';
import type { CloudEvent } from '../evidence/cloudEvent.js';
import { canonicalJson } from '../evidence/key.js';
import type { SourceFinding } from '../evidence/sink.js';
import { GIT_EVENT_TYPES, type ChangePlace, type CheckCompleted, type CommitRecorded } from '../git/evidence.js';
import type { Directory } from '../people/directory.js';
import { parseMoment } from '../time/moment.js';
import { parseRfc3339 } from '../time/rfc3339.js';
import { ABANDONED, ChangeLog, MERGED, OPENED } from './changes.js';
import { CommitTally } from './codeTally.js';
import { Int32Column } from './columns.js';
import { squashCopies } from './squashes.js';
import type { CommentScanner } from './commentScanner.js';
import type { FactSource } from './facts.js';
import { GenericTally } from './genericTally.js';
import { compileFolderGlob } from './glob.js';
import { judgeCode } from './judgeCode.js';
import { judgeComments } from './judgeComments.js';
import { judgeGeneric } from './judgeGeneric.js';
import { judgePages } from './judgePages.js';
import type { KnownLight } from './known.js';
import type { RedLight } from './light.js';
import { LightMaker } from './lights.js';
import { PageLog, reviewReader, type ReviewReader } from './pages.js';
import { accountFilter } from './places.js';
import { Repositories } from './repositories.js';
import type { CodeStreakRule, RedLightRule } from './rule.js';
import { isActor, isChange, isCommit, isDecision, isLabel, isTextOrNull } from './shapes.js';
import { Subjects } from './subjects.js';
import type { JudgeContext, Verdicts } from './verdict.js';

export interface RedLightSettings {
	readonly rules: readonly RedLightRule[];
	readonly calendar: WorkingCalendar;
	/** Joins accounts to persons and tells who may see their lights; null: every account is a subject of its own. */
	readonly directory: Directory | null;
	/** Reads comments for rules of kind `documentConflict`; null: such rules are refused. */
	readonly scanner: CommentScanner | null;
	/** Where the accepted facts are found again. */
	readonly facts: FactSource;
	/** RFC 3339: what happened later is not known yet. */
	readonly asOf: string;
	readonly known: readonly KnownLight[];
	/** Whether known lights of rules that are not among these go out, because their rule was removed; default false: another evaluation judges them. */
	readonly rulesAreAll?: boolean;
	/** Whether each subject without a light gets a green one; default true. Large wikis are judged faster without. */
	readonly greenLights?: boolean;
}

/** A running evaluation: facts go in in any order and any number of times, lights come out. */
export interface RedLights {
	/**
	 * Takes a fact in. Only its number is kept.
	 *
	 * @returns why it cannot be used, null where it was taken or no rule asks for it
	 */
	accept(event: CloudEvent, fact: number): readonly SourceFinding[] | null;
	/** Every light of every enabled rule, then those that went out; null where the caller may pause. Call it once. */
	results(): Generator<RedLight | null>;
	/** Numbers of the facts that a light of this evaluation rests on, in no order. */
	factsOf(light: RedLight): readonly number[];
}

/**
 * @throws RangeError where a rule or "as of" cannot be used
 */
export function createRedLights(settings: RedLightSettings): RedLights {
	return new Evaluation(settings);
}

/** One evaluation of a whole list of facts. */
export function evaluateRedLights(input: Omit<RedLightSettings, 'facts'> & { readonly events: readonly CloudEvent[] }): { readonly lights: readonly RedLight[]; readonly unusable: ReadonlyArray<{ readonly index: number; readonly findings: readonly SourceFinding[] }> } {
	const { events } = input;
	const at = (fact: number): CloudEvent => {
		const event = events[fact];
		if (event === undefined) throw new RangeError(`There is no fact ${fact}.`);
		return event;
	};
	const evaluation = createRedLights({ ...input, facts: { at } });
	const unusable: Array<{ index: number; findings: readonly SourceFinding[] }> = [];
	events.forEach((event, index) => {
		const findings = evaluation.accept(event, index);
		if (findings !== null) unusable.push({ index, findings });
	});
	return { lights: [...evaluation.results()].filter((light) => light !== null), unusable };
}

const G = GIT_EVENT_TYPES;
const D = DOCUMENT_EVENT_TYPES;
const TYPE_PLACES = 256;

interface KnownType {
	readonly type: string;
	readonly change: 0 | typeof OPENED | typeof ABANDONED | typeof MERGED;
}

/** Types by a few of their characters, so that a fact's type is compared as a text only once. */
const TYPES: ReadonlyArray<KnownType | undefined> = (() => {
	const places = new Array<KnownType | undefined>(TYPE_PLACES).fill(undefined);
	for (const type of [...Object.values(G), ...Object.values(D)]) {
		let place = placeOfType(type);
		while (places[place] !== undefined) place = (place + 1) & (TYPE_PLACES - 1);
		places[place] = { type, change: type === G.changeCreated ? OPENED : type === G.changeAbandoned ? ABANDONED : type === G.changeMerged ? MERGED : 0 };
	}
	return places;
})();

function placeOfType(type: string): number {
	return (type.length + type.charCodeAt(26) * 5 + type.charCodeAt(29) * 11) & (TYPE_PLACES - 1);
}

/** Null for a type that no rule asks for. */
function knownType(type: string): KnownType | null {
	let place = placeOfType(type);
	for (let known = TYPES[place]; known !== undefined; known = TYPES[place]) {
		if (known.type === type) return known;
		place = (place + 1) & (TYPE_PLACES - 1);
	}
	return null;
}

interface SharedTally {
	readonly tally: CommitTally;
	readonly countBots: boolean;
	readonly repositories: (repository: string) => boolean;
}

class Evaluation implements RedLights {
	private readonly asOfInstant: number;
	private readonly subjects: Subjects;
	private readonly repositories = new Repositories();
	private readonly changes: ChangeLog;
	private readonly pages: PageLog;
	private readonly comments = new Int32Column();
	private readonly rules: readonly RedLightRule[];
	private readonly code: boolean;
	private readonly troubles: boolean;
	private readonly reviews: readonly ReviewReader[];
	private readonly edits: boolean;
	private readonly countPageBots: boolean;
	private readonly conflicts: boolean;
	private readonly tallyOf = new Map<CodeStreakRule, SharedTally>();
	private readonly tallies: readonly SharedTally[];
	private readonly generic = new Map<RedLightRule, GenericTally>();
	private readonly genericByType = new Map<string, GenericTally[]>();
	/** By number: subjects that code evidence names, as persons and as bots. */
	private readonly developers: boolean[] = [];
	private readonly codeBots: boolean[] = [];
	/** By number: subjects whose edits of pages are those of a bot. */
	private readonly pageBots: boolean[] = [];
	private readonly maker: LightMaker;
	private readonly context: JudgeContext;

	constructor(private readonly settings: RedLightSettings) {
		const { calendar, directory, facts, asOf } = settings;
		const moment = parseMoment(asOf, calendar.zone);
		if (moment === null) throw new RangeError(`"As of" is "${asOf}", expected an RFC 3339 date-time such as 2026-03-02T08:00:00+08:00.`);
		this.asOfInstant = moment.latest;
		this.rules = settings.rules.filter(({ enabled }) => enabled);
		if (settings.scanner === null && this.rules.some(({ kind }) => kind === 'documentConflict')) throw new RangeError('A rule for document conflicts needs the patterns of comments.');
		this.subjects = new Subjects(directory, calendar);
		this.changes = new ChangeLog(facts, this.subjects, (instant) => calendar.dayOf(instant));
		this.pages = new PageLog(facts);
		const shared = new Map<string, SharedTally>();
		for (const rule of this.rules) {
			if (rule.kind === 'codeStreak') this.tallyOf.set(rule, tallyOf(rule, shared, this.repositories, facts));
			else if (rule.kind === 'generic') this.addGeneric(rule, new GenericTally(rule, facts, this.subjects, this.repositories));
		}
		this.tallies = [...shared.values()];
		this.code = this.tallyOf.size > 0;
		this.troubles = [...this.tallyOf.keys()].some((rule) => rule.failedChecks || rule.mergeConflicts);
		const pageRules = this.rules.filter((rule) => rule.kind === 'pageEdits');
		this.reviews = pageRules.map(reviewReader);
		this.edits = pageRules.length > 0;
		this.countPageBots = pageRules.some(({ countBots }) => countBots);
		this.conflicts = this.rules.some(({ kind }) => kind === 'documentConflict');
		this.maker = new LightMaker(this.rules, settings.known, directory, this.subjects, facts, asOf);
		this.context = {
			facts,
			subjects: this.subjects,
			// A light that went out says what is so now.
			asksGreen: settings.greenLights !== false || settings.known.some(({ state }) => state === 'new' || state === 'known'),
			day: calendar.dayOf(this.asOfInstant),
			dayOf: (instant) => calendar.dayOf(instant),
			timeOf: (stamp) => (stamp === null || stamp === undefined ? Number.NEGATIVE_INFINITY : parseRfc3339(stamp)),
		};
	}

	accept(event: CloudEvent, fact: number): readonly SourceFinding[] | null {
		const known = knownType(event.type);
		if (known === null) return refusal(event);
		const { type, change } = known;
		const data = event.data as object | null;
		if (typeof data !== 'object' || data === null) return refusal(event);
		if (type === G.commitRecorded) return this.acceptCommit(event, data as CommitRecorded, fact);
		const instant = typeof event.time === 'string' ? parseRfc3339(event.time) : Number.NaN;
		if (Number.isNaN(instant) && (event.time !== undefined || type !== D.versionPublished)) return refusal(event);
		if (instant > this.asOfInstant) return null;
		if (change !== 0) {
			if (!isDecision(change, data)) return refusal(event);
			if (this.code) this.acceptChange(change, event.source, data, instant, fact);
		} else if (!this.acceptOther(type, event, data, instant, fact)) return refusal(event);
		if (this.genericByType.size === 0) return null;
		const tallies = this.genericByType.get(type);
		if (tallies !== undefined && !Number.isNaN(instant)) for (const tally of tallies) tally.accept(event, this.settings.calendar.dayOf(instant), fact);
		return null;
	}

	*results(): Generator<RedLight | null> {
		// The same work counts once: as the commits of a change, not also as the commit that they were squashed into.
		const isCopy = this.code ? yield* squashCopies(this.changes, this.settings.facts) : null;
		for (const { tally } of this.tallies) tally.leaveOut(isCopy);
		const { greenLights = true } = this.settings;
		for (const rule of this.rules) {
			for (const verdict of this.judge(rule)) {
				if (verdict === null) yield null;
				else if (greenLights || verdict.colour !== 'green') yield this.maker.make(verdict);
				else this.maker.note(verdict);
			}
		}
		yield* this.maker.wentOut(this.settings.rules, this.settings.rulesAreAll === true);
	}

	factsOf(light: RedLight): readonly number[] {
		return this.maker.factsOf.get(light) ?? [];
	}

	private acceptChange(kind: typeof OPENED | typeof ABANDONED | typeof MERGED, source: string, data: ChangePlace, instant: number, fact: number): void {
		const { author } = data;
		const subject = author === null ? -1 : this.subjects.of(author);
		if (author !== null) (author.bot ? this.codeBots : this.developers)[subject] = true;
		this.changes.accept(kind, this.repositories.numberOf(source, data.repository), data, subject, instant, fact);
	}

	private acceptCommit(event: CloudEvent, data: CommitRecorded, fact: number): readonly SourceFinding[] | null {
		if (!isCommit(data)) return refusal(event);
		const instant = parseRfc3339(data.authoredAt);
		if (Number.isNaN(instant)) return refusal(event);
		if (instant > this.asOfInstant) return null;
		const tallies = this.genericByType.size === 0 ? undefined : this.genericByType.get(event.type);
		if (tallies !== undefined) for (const tally of tallies) tally.accept(event, this.settings.calendar.dayOf(instant), fact);
		if (!this.code) return null;
		const repository = this.repositories.numberOf(event.source, data.repository);
		if (data.change !== null) this.changes.markCommits(repository, data.change);
		this.count(data, repository, instant, fact);
		return null;
	}

	private count(data: CommitRecorded, repository: number, instant: number, fact: number): void {
		const { author, parents } = data;
		if (author === null || (parents !== null && parents > 1)) return;
		const subject = this.subjects.of(author);
		(author.bot ? this.codeBots : this.developers)[subject] = true;
		const day = this.subjects.at(subject).days.of(this.settings.calendar.dayOf(instant));
		for (const { tally, countBots, repositories } of this.tallies) if ((countBots || !author.bot) && repositories(data.repository)) tally.accept(data, repository, subject, day, fact);
	}

	/** @returns false where the fact has not the form of its type */
	private acceptOther(type: string, event: CloudEvent, data: object, instant: number, fact: number): boolean {
		if (type === G.changeConflicted) {
			if (!isChange(data)) return false;
			if (this.troubles && (!data.draft || [...this.tallyOf.keys()].some(({ countDrafts }) => countDrafts))) this.addTrouble(event.source, data.repository, data.change, data.author, instant, null, true, fact);
			return true;
		}
		if (type === G.checkCompleted) {
			const check = data as CheckCompleted;
			if (typeof check.repository !== 'string' || typeof check.name !== 'string' || !isActor(check.author)) return false;
			if (this.troubles && typeof check.change === 'string') this.addTrouble(event.source, check.repository, check.change, check.author, instant, check.name, check.conclusion === 'failure', fact);
			return true;
		}
		if (type === G.changeReviewed || type === G.changeCommented) return isChange(data) && checkEvidence(event).ok;
		const { page } = data as { readonly page?: unknown };
		if (typeof page !== 'string') return false;
		if (type === D.versionPublished) {
			const version = data as VersionPublished;
			if (typeof version.version !== 'number' || !isTextOrNull(version.title) || !isTextOrNull(version.space) || !isActor(version.author)) return false;
			if (this.edits && version.status !== 'draft' && version.status !== 'trashed' && version.status !== 'deleted') {
				const { author } = version;
				const subject = author === null || (author.bot && !this.countPageBots) ? -1 : this.subjects.of(author);
				if (author?.bot === true && subject >= 0) this.pageBots[subject] = true;
				this.pages.addVersion(this.pages.pageOf(event.source, page), version, subject, Number.isNaN(instant) ? null : instant, fact);
			}
			return true;
		}
		// Of the others there are few enough to look at every field.
		if (!(type === D.labelAdded && isLabel(event, data)) && !checkEvidence(event).ok) return false;
		if (this.conflicts && (type === D.commentPosted || type === D.commentResolved)) this.comments.push(fact);
		if (this.reviews.some((startsReview) => startsReview(event) !== null)) this.pages.addSignal(this.pages.pageOf(event.source, page), fact);
		return true;
	}

	private addTrouble(source: string, repository: string, change: string, author: Actor | null, instant: number, check: string | null, failed: boolean, fact: number): void {
		const subject = author === null || author.bot ? -1 : this.subjects.of(author);
		this.changes.troubles.push({ row: this.changes.rowOf(this.repositories.numberOf(source, repository), change), subject, instant, check, failed, fact });
	}

	private judge(rule: RedLightRule): Verdicts {
		const bots = accountFilter(rule.bots);
		// Whoever is in the HR directory is no bot, whatever the account is called.
		const known: boolean[] = [];
		const isBot = (subject: number): boolean => {
			const { person, name } = this.subjects.at(subject);
			return person === null && rule.bots.length > 0 && (known[subject] ??= bots(name));
		};
		switch (rule.kind) {
			case 'codeStreak': {
				const { tally, repositories } = this.tallyOf.get(rule) ?? tallyOf(rule, new Map(), this.repositories, this.settings.facts);
				const all = rule.repositories.length === 0;
				const leftOut = (row: number): boolean => {
					if (this.changes.isBot(row) && !rule.countBots) return true;
					return !all && !repositories((this.settings.facts.at(this.changes.fact(row)).data as ChangePlace).repository);
				};
				const subjects = Array.from(this.subjects.list.keys()).filter((subject) => (this.developers[subject] === true || (rule.countBots && this.codeBots[subject] === true)) && !isBot(subject));
				return judgeCode(rule, tally, this.changes, subjects, leftOut, this.context);
			}
			case 'pageEdits':
				return judgePages(rule, this.pages, (subject) => (!rule.countBots && this.pageBots[subject] === true) || isBot(subject), this.context);
			case 'documentConflict':
				return this.settings.scanner === null ? nothing() : judgeComments(rule, numbersOf(this.comments), this.settings.scanner, isBot, this.context);
			case 'generic': {
				const tally = this.generic.get(rule);
				return tally === undefined ? nothing() : judgeGeneric(rule, tally, isBot, this.context);
			}
		}
	}

	private addGeneric(rule: RedLightRule, tally: GenericTally): void {
		this.generic.set(rule, tally);
		for (const type of tally.types) this.genericByType.set(type, [...(this.genericByType.get(type) ?? []), tally]);
	}
}

/** Rules that see the same commits in the same modules count them once. */
function tallyOf(rule: CodeStreakRule, shared: Map<string, SharedTally>, repositories: Repositories, facts: FactSource): SharedTally {
	const { moduleBy, moduleDepth, moduleGlobs, codeowners, codeownersDialect, exclude, countBots } = rule;
	const modules = { moduleBy, moduleDepth, moduleGlobs, codeowners, codeownersDialect, exclude };
	const signature = canonicalJson({ modules, repositories: rule.repositories, countBots });
	const known = shared.get(signature);
	if (known !== undefined) return known;
	const wanted = rule.repositories.map(compileFolderGlob);
	const remembered = new Map<string, boolean>();
	const matches = (repository: string): boolean => {
		if (wanted.length === 0) return true;
		let found = remembered.get(repository);
		if (found === undefined) remembered.set(repository, (found = wanted.some((pattern) => pattern(repository))));
		return found;
	};
	const tally: SharedTally = { tally: new CommitTally(modules, repositories, facts), countBots, repositories: matches };
	shared.set(signature, tally);
	return tally;
}

function* numbersOf(column: Int32Column): Generator<number> {
	for (let at = 0; at < column.length; at++) yield column.at(at);
}

function* nothing(): Verdicts {
	// No rule, no light.
}

/** Every reason why a fact is none, as its schema says it. */
function refusal(event: CloudEvent): readonly SourceFinding[] {
	const check = checkEvidence(event);
	if (!check.ok) return check.findings;
	if (knownType(event.type) === null) return [{ where: 'type', value: event.type, expected: 'evidence of a Git host or a document system', severity: 'refused' }];
	return [{ where: 'time', value: event.time ?? null, expected: 'date and time with offset after RFC 3339, e.g. 2026-03-02T08:00:00+08:00', severity: 'refused' }];
}
