import { DOCUMENT_EVENT_TYPES, type CommentPosted, type LabelAdded, type ReviewRequested, type StateChanged, type TaskAssigned, type VersionPublished } from '../documents/evidence.js';
import type { CloudEvent } from '../evidence/cloudEvent.js';
import { Float64Column, IdNumbers, Int32Column } from './columns.js';
import { compareText, type FactSource } from './facts.js';
import type { PageEditsRule } from './rule.js';

/** No time is known. */
const UNTIMED = Number.NEGATIVE_INFINITY;

/** The versions of a page in order, each once; filled anew for each page. */
export class PageVersions {
	/** A fact of the newest version, from which the page's title is read; -1 where there is no version. */
	newest = -1;
	/** Epoch milliseconds; where the source names none, that of the version before. */
	readonly times: number[] = [];
	readonly subjects: number[] = [];
	readonly facts: number[] = [];
}

/** The last start of a review, and what started it. */
export interface ReviewStarted {
	readonly time: number;
	readonly fact: number;
	/** `label “in-review”`, in the source's own words. */
	readonly how: string;
}

/* Where what is kept of a version stands. */
const VERSION = 1;
const WHO = 2;
const FACT = 3;

/** Up to here inserting is the quicker way to sort. */
const FEW = 40;

/** Versions of all pages, 24 bytes each, and the few facts that start a review. */
export class PageLog {
	/** Pages by source and id, and where their versions begin. */
	private readonly sources = new Map<string, SourcePages>();
	private readonly heads = new Int32Column();
	private readonly signalHeads = new Int32Column();
	/** Versions of each page, repeats among them. */
	private readonly counts = new Int32Column();
	/** Four numbers a version, side by side: where the one before of its page stands, its number, who (subject × 2, and 1 for a minor edit), its fact. */
	private readonly versions = new Int32Column();
	/** By a quarter of the place of the version. */
	private readonly time = new Float64Column();
	private readonly signalFacts = new Int32Column();
	private readonly signalNext = new Int32Column();
	private lastSource = '';
	private lastPages: SourcePages | null = null;
	private readonly rows: number[] = [];

	constructor(private readonly facts: FactSource) {}

	get size(): number {
		return this.heads.length;
	}

	pageOf(source: string, page: string): number {
		let pages = this.lastPages;
		if (pages === null || this.lastSource !== source) {
			pages = this.sources.get(source) ?? null;
			if (pages === null) this.sources.set(source, (pages = { ids: new IdNumbers(), numbers: new Int32Column() }));
			this.lastSource = source;
			this.lastPages = pages;
		}
		const id = pages.ids.numberOf(page);
		if (id === pages.numbers.length) {
			pages.numbers.push(this.heads.push(-1));
			this.signalHeads.push(-1);
			this.counts.push(0);
		}
		return pages.numbers.at(id);
	}

	addVersion(page: number, data: VersionPublished, subject: number, instant: number | null, fact: number): void {
		this.time.push(instant ?? UNTIMED);
		this.heads.set(page, this.versions.pushFour(this.heads.at(page), data.version, subject * 2 + (data.minorEdit === true ? 1 : 0), fact));
		this.counts.increment(page);
	}

	/** No fewer versions than anybody has published of the page. */
	atMost(page: number): number {
		return this.counts.at(page);
	}

	addSignal(page: number, fact: number): void {
		this.signalFacts.push(fact);
		this.signalHeads.set(page, this.signalNext.push(this.signalHeads.at(page)));
	}

	/**
	 * The versions of a page in order, each once, and minor ones left out where the rule says so. A version without time is as old as the one before it.
	 *
	 * @param found is filled, so that pages need no lists each
	 */
	versionsOf(page: number, rule: PageEditsRule, found: PageVersions): void {
		const { rows, versions } = this;
		rows.length = 0;
		found.newest = -1;
		let newest = -1;
		let before = Number.POSITIVE_INFINITY;
		let ordered = true;
		for (let row = this.heads.at(page); row >= 0; row = versions.at(row)) {
			const version = versions.at(row + VERSION);
			if (version > newest) {
				newest = version;
				found.newest = versions.at(row + FACT);
			}
			if (!rule.countMinorEdits && (versions.at(row + WHO) & 1) === 1) continue;
			if (version >= before) ordered = false;
			before = version;
			rows.push(row);
		}
		if (ordered) rows.reverse();
		else this.order();
		let time = UNTIMED;
		const { times, subjects, facts } = found;
		times.length = subjects.length = facts.length = rows.length;
		for (let at = 0; at < rows.length; at++) {
			const row = rows[at] ?? 0;
			const own = this.time.at(row >> 2);
			if (own !== UNTIMED) time = own;
			times[at] = time;
			subjects[at] = versions.at(row + WHO) >> 1;
			facts[at] = versions.at(row + FACT);
		}
	}

	/** Puts the rows at hand in the order of versions, and of the facts of one version keeps the first. */
	private order(): void {
		const { rows, versions } = this;
		if (rows.length > FEW) rows.sort((a, b) => this.compareRows(a, b));
		else {
			for (let at = 1; at < rows.length; at++) {
				const row = rows[at] ?? 0;
				let to = at;
				for (; to > 0 && this.compareRows(rows[to - 1] ?? 0, row) > 0; to--) rows[to] = rows[to - 1] ?? 0;
				rows[to] = row;
			}
		}
		let kept = 0;
		for (const row of rows) if (kept === 0 || versions.at((rows[kept - 1] ?? 0) + VERSION) !== versions.at(row + VERSION)) rows[kept++] = row;
		rows.length = kept;
	}

	private compareRows(a: number, b: number): number {
		const { versions, time } = this;
		return versions.at(a + VERSION) - versions.at(b + VERSION) || later(time.at(a >> 2), time.at(b >> 2)) || (versions.at(a + WHO) >> 1) - (versions.at(b + WHO) >> 1) || this.compareFacts(versions.at(a + FACT), versions.at(b + FACT));
	}

	/** The last start of a review that the rule knows. */
	reviewOf(page: number, startsReview: ReviewReader, instantOf: (event: CloudEvent) => number): ReviewStarted | null {
		let latest: ReviewStarted | null = null;
		for (let entry = this.signalHeads.at(page); entry >= 0; entry = this.signalNext.at(entry)) {
			const fact = this.signalFacts.at(entry);
			const event = this.facts.at(fact);
			const how = startsReview(event);
			if (how === null) continue;
			const time = instantOf(event);
			if (latest === null || time > latest.time || (time === latest.time && this.compareFacts(fact, latest.fact) < 0)) latest = { time, fact, how };
		}
		return latest;
	}

	private compareFacts(a: number, b: number): number {
		const first = this.facts.at(a);
		const second = this.facts.at(b);
		return compareText(`${first.source} ${first.id}`, `${second.source} ${second.id}`);
	}
}

interface SourcePages {
	readonly ids: IdNumbers;
	/** Number of the page by number of its id. */
	readonly numbers: Int32Column;
}

/** A version of which the time is known before one of which it is not. */
function later(a: number, b: number): number {
	return a === b ? 0 : b > a ? 1 : -1;
}

/** Tags with their attributes: a link to a page “Review of 2025” asks for no review. */
const MARKUP = /<[^<>]*>/g;

/** True where a word of the text begins with it: `review` is in “reviewers”, not in “preview”. Chinese writes no gaps between words. */
function beginsWord(text: string, word: string): boolean {
	if (word === '') return false;
	const latin = /^[a-z0-9]/.test(word);
	for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) if (!latin || at === 0 || !/[a-z0-9]/.test(text.charAt(at - 1))) return true;
	return false;
}

/** What started a review, null where the fact starts none. Source: domain reference 5, "Review started". */
export type ReviewReader = (event: CloudEvent) => string | null;

export function reviewReader(rule: PageEditsRule): ReviewReader {
	const among = (words: readonly string[]): ((text: string) => boolean) => {
		const wanted = new Set(words.map((word) => word.trim().toLowerCase()));
		return (text) => wanted.has(text) || wanted.has(text.trim().toLowerCase());
	};
	const isLabel = among(rule.reviewLabels);
	const isState = among(rule.reviewStates);
	const words = rule.reviewWords.map((word) => word.trim().toLowerCase());
	const says = (text: string): boolean => {
		const shown = text.replace(MARKUP, ' ').toLowerCase();
		return words.some((word) => beginsWord(shown, word));
	};
	const by = new Set(rule.reviewBy);
	return (event) => {
		switch (event.type) {
			case DOCUMENT_EVENT_TYPES.labelAdded: {
				const { label } = event.data as LabelAdded;
				return by.has('label') && isLabel(label) ? `label “${label}”` : null;
			}
			case DOCUMENT_EVENT_TYPES.stateChanged: {
				const { state } = event.data as StateChanged;
				return by.has('state') && isState(state) ? `state “${state}”` : null;
			}
			case DOCUMENT_EVENT_TYPES.taskAssigned: {
				const { assignee, author, text } = event.data as TaskAssigned;
				const other = assignee !== null && assignee.account !== author?.account;
				return by.has('task') && other && says(text) ? 'task' : null;
			}
			case DOCUMENT_EVENT_TYPES.commentPosted: {
				const { mentions, author, text } = event.data as CommentPosted;
				return by.has('mention') && mentions.some((account) => account !== author?.account) && says(text) ? 'mention' : null;
			}
			case DOCUMENT_EVENT_TYPES.reviewRequested:
				return by.has('request') ? (event.data as ReviewRequested).how : null;
			default:
				return null;
		}
	};
}
