import type { EvidenceReference } from '../evidence/cloudEvent.js';
import { canonicalJson, deterministicKey, sha256 } from '../evidence/key.js';
import type { AppliedRule, BilingualText, Judgement } from '../judgement/judgement.js';
import { createDirectory } from '../people/directory.js';
import type { Person } from '../people/person.js';
import { byText } from '../people/reading.js';
import { WordFinder, type Span } from '../text/finder.js';
import { comparablePosition, fold, writtenBetween, type Folded } from '../text/fold.js';
import { createPrefilter, type Prefilter } from '../text/prefilter.js';
import { splitSentences, type Sentence } from '../text/sentences.js';
import { Anchors } from './anchors.js';
import { readOthersSentence, readSentence, type SentenceReading, type TermFinders } from './classify.js';
import { DEFAULT_TERM_ROWS } from './defaults.js';
import type { MinutesProblem, Passage, Who } from './passage.js';
import { BLOCKING_KINDS, type BlockingKind, type MinutesClass, type TermKind, type TermRow } from './row.js';
import { Speakers } from './speakers.js';
import type { Talk } from './talk.js';
import { explainMinutes, reasonOf, type MinutesFigures } from './texts.js';
import { readMinutes, type MinutesFormat } from './turns.js';

const RULE = { id: 'minutes-citation', version: '1.0.0' } as const;

/** Whose words are notes that name no speaker at all. */
export const NOTES_BY = ['nobody', 'manager'] as const;

export interface MinutesScannerSettings {
	/** Default: `DEFAULT_TERM_ROWS`. Read rows that people write with `readTermRows`. */
	readonly rows?: readonly TermRow[];
	/** People with names and accounts, by which speakers are known. */
	readonly people?: readonly Person[];
	/** Default `nobody`: only words in front of which a speaker stands can count. */
	readonly notesBy?: (typeof NOTES_BY)[number];
}

/** The minutes of a talk, or one of several records of it. */
export interface MinutesDocument {
	/** Text, HTML, transcript, or turns; see `readMinutes`. */
	readonly text: unknown;
	readonly format?: MinutesFormat;
}

/** A sentence with a data term, and why it counts or does not. */
export interface MinutesSentence {
	/** The same for the same words in the same talk. */
	readonly key: string;
	readonly talk: string;
	/** Id of the person, where the directory knows them; else as the talk names them. */
	readonly manager: string;
	readonly employee: string;
	readonly class: MinutesClass;
	readonly counts: boolean;
	/** As written; a very long one is cut around the term. */
	readonly sentence: string;
	/** Data terms as written, a link by its address, with the rows that found them. */
	readonly terms: ReadonlyArray<{ readonly text: string; readonly kind: TermKind; readonly row: string; readonly version: string }>;
	/** Row that takes the sentence out; null where none does. */
	readonly blockedBy: { readonly row: string; readonly version: string } | null;
	readonly speaker: string | null;
	/** Number of the turn, from 1; 0 before the first speaker. */
	readonly turn: number;
	/** Time in the transcript, as written. */
	readonly time: string | null;
	readonly url: string | null;
	readonly reason: BilingualText;
}

export type MinutesJudgement = Judgement<'minutesScan', MinutesFigures>;

/** A row of kind `talk` for the health metrics. */
export interface TalkRow {
	readonly kind: 'talk';
	readonly id: string;
	readonly manager: string;
	readonly employee: string;
	readonly at: string;
	readonly end?: string;
	readonly held?: boolean;
	/** False also where no turn in the minutes is the manager's: that is no evidence either way. */
	readonly minutes: boolean;
	readonly citations: number;
	readonly views?: number;
	readonly url?: string;
	readonly source?: string;
	readonly team?: string;
	readonly department?: string;
	readonly recordedAt?: string;
}

export interface MinutesScan {
	readonly row: TalkRow;
	readonly judgement: MinutesJudgement;
	readonly citations: readonly MinutesSentence[];
	/** Sentences with a data term that do not count, each with its reason. */
	readonly notCounted: readonly MinutesSentence[];
	/** Parts of the minutes that cannot be read. */
	readonly problems: readonly MinutesProblem[];
}

/** Finds where a manager cites process data. Pure; linear in the length of the minutes for any rows; keeps nothing of a talk. */
export interface MinutesScanner {
	/** @param documents records of the one talk, in any order; the same words count once however often they are recorded */
	scan(talk: Talk, documents: readonly MinutesDocument[]): MinutesScan;
}

export function createMinutesScanner(settings: MinutesScannerSettings = {}): MinutesScanner {
	return new Scanner(settings);
}

const WHO_CLASS: Readonly<Record<Exclude<Who, 'manager'>, MinutesClass>> = { employee: 'EMPLOYEE', other: 'OTHER', nobody: 'NOBODY', unclear: 'UNCLEAR' };
/** Characters kept on either side of the terms of a very long sentence. */
const AROUND = 200;

class Scanner implements MinutesScanner {
	private readonly finders: TermFinders;
	private readonly speakers: Speakers;
	/** Where words can be. */
	private readonly anchors: Anchors;
	/** Whether a pattern can match. */
	private readonly patterns: Prefilter;
	private readonly rule: AppliedRule;
	private readonly notesBy: (typeof NOTES_BY)[number];

	constructor({ rows = DEFAULT_TERM_ROWS, people = [], notesBy = 'nobody' }: MinutesScannerSettings) {
		this.finders = findersOf(rows);
		this.speakers = new Speakers(rows, createDirectory(people));
		this.notesBy = notesBy;
		// Records hold a digit, figures stand near a measure; a figure that needs none is looked for by its own words.
		const beginning = rows.filter((row) => row.active && (row.kind === 'metric' || row.kind === 'system' || row.kind === 'link' || row.kind === 'measure' || (row.kind === 'figure' && row.effect === 'alone')));
		this.anchors = new Anchors(createPrefilter(beginning.filter(({ pattern }) => pattern === null)).runs);
		this.patterns = createPrefilter(beginning.filter(({ pattern }) => pattern !== null));
		this.rule = { ...RULE, parameters: { terms: sha256(canonicalJson(rows)).slice(0, 16), rows: rows.filter(({ active }) => active).length, notesBy } };
	}

	scan(talk: Talk, documents: readonly MinutesDocument[]): MinutesScan {
		const labels = this.speakers.labels(talk);
		const own = new Found(talk, this.finders.rows, this.speakers.person(talk.manager)?.id ?? talk.manager, this.speakers.person(talk.employee)?.id ?? talk.employee);
		const problems: MinutesProblem[] = [];
		let recorded = false;
		for (const { text, format = 'auto' } of inOrder(documents)) {
			if (text === undefined || text === null || (typeof text === 'string' && text.trim() === '')) continue;
			recorded = true;
			const reading = readMinutes(text, format, labels);
			problems.push(...reading.problems);
			this.read(reading.passages, own);
		}
		const state = !recorded ? 'noMinutes' : own.managerTurns === 0 ? 'managerNotFound' : 'scanned';
		const figures: MinutesFigures = { state, citations: own.citations.length, managerTurns: own.managerTurns, turns: own.turns, notCounted: own.counts() };
		return { row: rowOf(talk, own, state === 'scanned'), judgement: this.judgementOf(talk, figures), citations: own.citations, notCounted: own.notCounted, problems };
	}

	private read(passages: readonly Passage[], own: Found): void {
		const unnamed = this.notesBy === 'manager' && passages.every(({ turn }) => turn === 0);
		let last = 0;
		if (unnamed) own.count(true);
		for (const passage of passages) {
			if (passage.turn !== last && !passage.heading) {
				last = passage.turn;
				own.count(passage.who === 'manager');
			}
			const who = unnamed && passage.who === 'nobody' ? 'manager' : passage.who;
			this.readPassage(passage, passage.heading ? 'HEAD' : who === 'manager' ? null : WHO_CLASS[who], own);
		}
	}

	/** @param notTheirs why the words cannot count; null for the manager's own */
	private readPassage(passage: Passage, notTheirs: MinutesClass | null, own: Found): void {
		const whole = fold(passage.text);
		const linked = passage.links.some(({ address }) => address !== null);
		const all = linked || this.patterns.mayHold(whole.folded, false);
		const { anchors } = this;
		let place = all ? 0 : anchors.next(whole.folded, 0);
		if (place >= whole.folded.length) return;
		for (const sentence of splitSentences(whole.folded)) {
			if (!all) {
				if (place >= sentence.end) continue;
				if (place < sentence.start) place = anchors.next(whole.folded, sentence.start);
				if (place >= sentence.end) continue;
				place = anchors.next(whole.folded, sentence.end);
			}
			const read = {
				folded: whole.folded.slice(sentence.start, sentence.end),
				cased: whole.cased.slice(sentence.start, sentence.end),
				quotations: sentence.quotations.length === 0 ? sentence.quotations : sentence.quotations.map((quotation) => ({ ...quotation, start: quotation.start - sentence.start, end: quotation.end - sentence.start })),
				addresses: linked ? this.addressesIn(passage, whole, sentence) : NO_SPANS,
			};
			const reading = notTheirs === null ? readSentence(read, this.finders) : readOthersSentence(read, this.finders, notTheirs);
			if (reading !== null) own.add(passage, whole, sentence, reading);
		}
	}

	/** Words of a sentence behind which an address of one of the systems lies. */
	private addressesIn({ links }: Passage, whole: Folded, sentence: Sentence): readonly Span[] {
		return links.flatMap((link) => {
			const start = comparablePosition(whole, link.start);
			const end = comparablePosition(whole, link.end);
			if (link.address === null || start < sentence.start || end > sentence.end) return [];
			const [found] = this.finders.links.find(fold(link.address), false);
			return found === undefined ? [] : [{ ...found, start: start - sentence.start, end: end - sentence.start, document: link.address }];
		});
	}

	private judgementOf(talk: Talk, value: MinutesFigures): MinutesJudgement {
		const evidence: EvidenceReference = { source: talk.source ?? 'rows:talk', id: talk.id, time: talk.at, actor: talk.manager, url: talk.url };
		return {
			key: deterministicKey('minutesScan', { rule: RULE.id, version: RULE.version, source: evidence.source, talk: talk.id }),
			kind: 'minutesScan',
			subject: talk.id,
			value,
			rule: this.rule,
			evidence: [evidence],
			explanation: explainMinutes(talk.id, value),
			asOf: talk.recordedAt ?? talk.end ?? talk.at,
		};
	}
}

const NO_SPANS: readonly Span[] = [];

/** What is found in one talk. */
class Found {
	readonly citations: MinutesSentence[] = [];
	readonly notCounted: MinutesSentence[] = [];
	turns = 0;
	managerTurns = 0;
	private readonly said = new Set<string>();

	constructor(
		private readonly talk: Talk,
		private readonly rows: readonly TermRow[],
		readonly manager: string,
		readonly employee: string,
	) {}

	count(byManager: boolean): void {
		this.turns++;
		if (byManager) this.managerTurns++;
	}

	add(passage: Passage, whole: Folded, sentence: Sentence, reading: SentenceReading): void {
		const counts = reading.class === 'CITED';
		const words = whole.folded.slice(sentence.start, sentence.end).replace(/\s+/g, ' ');
		// A sentence that is recorded twice was said once.
		const identity = `${counts ? '' : reading.class} ${words}`;
		if (this.said.has(identity)) return;
		this.said.add(identity);
		const { talk, rows } = this;
		const written = (from: number, to: number): string => writtenBetween(passage.text, whole, sentence.start + from, sentence.start + to).trim();
		const [first] = reading.terms;
		const blocking = reading.blockedBy === null ? undefined : rows[reading.blockedBy];
		const start = whole.positions === null ? sentence.start : (whole.positions[sentence.start] ?? 0);
		const result: MinutesSentence = {
			key: deterministicKey('citation', { rule: RULE.id, version: RULE.version, source: talk.source ?? 'rows:talk', talk: talk.id, sentence: words, class: reading.class }),
			talk: talk.id,
			manager: this.manager,
			employee: this.employee,
			class: reading.class,
			counts,
			sentence: quoted(sentence, reading, written),
			terms: unique(reading.terms).flatMap(({ start: from, end, row, document }) => {
				const used = rows[row];
				return used === undefined ? [] : [{ text: document ?? written(from, end), kind: used.kind, row: used.id, version: used.version }];
			}),
			blockedBy: blocking === undefined ? null : { row: blocking.id, version: blocking.version },
			speaker: passage.speaker,
			turn: passage.turn,
			time: timeAt(passage.times, start),
			url: talk.url,
			reason: reasonOf(reading.class, first === undefined ? '' : (first.document ?? written(first.start, first.end))),
		};
		(counts ? this.citations : this.notCounted).push(result);
	}

	counts(): Readonly<Partial<Record<MinutesClass, number>>> {
		const counts: Partial<Record<MinutesClass, number>> = {};
		for (const { class: kind } of this.notCounted) counts[kind] = (counts[kind] ?? 0) + 1;
		return counts;
	}
}

/** The last time that begins at a position or before it. */
function timeAt(times: Passage['times'], position: number): string | null {
	let low = 0;
	let high = times.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((times[middle]?.from ?? 0) <= position) low = middle + 1;
		else high = middle;
	}
	return times[low - 1]?.time ?? null;
}

/** Each row once. */
function unique(terms: readonly Span[]): readonly Span[] {
	const rows = new Set<number>();
	return terms.filter(({ row }) => !rows.has(row) && rows.add(row).size > 0);
}

function quoted({ start, end }: Sentence, { terms }: SentenceReading, written: (from: number, to: number) => string): string {
	const length = end - start;
	if (length <= 3 * AROUND) return written(0, length);
	const [first] = terms;
	const from = Math.max(0, (first?.start ?? 0) - AROUND);
	const to = Math.min(length, Math.min(first?.end ?? 0, (first?.start ?? 0) + AROUND) + AROUND);
	return `${from > 0 ? '…' : ''}${written(from, to)}${to < length ? '…' : ''}`;
}

/** Several records in an order of their own, each once: the result does not depend on who came first. */
function inOrder(documents: readonly MinutesDocument[]): readonly MinutesDocument[] {
	if (documents.length < 2) return documents;
	const byContent = new Map(documents.map((document) => [canonicalJson({ text: document.text ?? null, format: document.format ?? 'auto' }), document]));
	return [...byContent].sort(([a], [b]) => byText(a, b)).map(([, document]) => document);
}

function rowOf(talk: Talk, { manager, employee, citations }: Found, minutes: boolean): TalkRow {
	return {
		kind: 'talk',
		id: talk.id,
		manager,
		employee,
		at: talk.at,
		...(talk.end === null ? {} : { end: talk.end }),
		...(talk.held === null ? {} : { held: talk.held }),
		minutes,
		citations: citations.length,
		...(talk.views === null ? {} : { views: talk.views }),
		...(talk.url === null ? {} : { url: talk.url }),
		...(talk.source === null ? {} : { source: talk.source }),
		...(talk.team === null ? {} : { team: talk.team }),
		...(talk.department === null ? {} : { department: talk.department }),
		...(talk.recordedAt === null ? {} : { recordedAt: talk.recordedAt }),
	};
}

function findersOf(rows: readonly TermRow[]): TermFinders {
	const numbered = rows.map((row, index) => ({ row, index }));
	const of = (...kinds: readonly TermKind[]): WordFinder => new WordFinder(numbered.filter(({ row }) => row.active && kinds.includes(row.kind)));
	return {
		rows,
		named: of('metric', 'system', 'link'),
		records: of('record'),
		figures: new WordFinder(numbered.filter(({ row }) => row.active && row.kind === 'figure' && row.effect !== 'alone')),
		figuresAlone: new WordFinder(numbered.filter(({ row }) => row.active && row.kind === 'figure' && row.effect === 'alone')),
		measures: of('measure'),
		links: of('link'),
		blocking: Object.fromEntries(BLOCKING_KINDS.map((kind) => [kind, of(kind)])) as Record<BlockingKind, WordFinder>,
		exceptions: new Map(
			[...new Set(rows.flatMap(({ active, kind, effect }) => (active && kind === 'exception' && effect !== null ? [effect] : [])))].map((effect) => [effect, new WordFinder(numbered.filter(({ row }) => row.active && row.kind === 'exception' && row.effect === effect))]),
		),
	};
}
