import { DOCUMENT_EVENT_TYPES, type CommentPosted, type LabelAdded, type ReviewRequested, type StateChanged, type TaskAssigned, type VersionPublished } from '../documents/evidence.js';
import type { CloudEvent } from '../evidence/cloudEvent.js';
import { Float64Column, Int32Column } from './columns.js';
import { compareText, type FactSource } from './facts.js';
import type { PageEditsRule } from './rule.js';

/** No time is known. */
const UNTIMED = Number.NEGATIVE_INFINITY;

/** A version of a page, with what is needed to count it. */
export interface PageVersion {
	readonly version: number;
	/** Epoch milliseconds; where the source names none, that of the version before. */
	readonly time: number;
	readonly subject: number;
	readonly fact: number;
}

/** The last start of a review, and what started it. */
export interface ReviewStarted {
	readonly time: number;
	readonly fact: number;
	/** `label “in-review”`, in the source's own words. */
	readonly how: string;
}

/** Versions of all pages, 24 bytes each, and the few facts that may start a review. */
export class PageLog {
	private readonly pages = new Map<string, Map<string, number>>();
	private readonly heads = new Int32Column();
	/** Versions of each page, repeats among them. */
	private readonly counts = new Int32Column();
	private readonly next = new Int32Column();
	private readonly version = new Int32Column();
	private readonly time = new Float64Column();
	/** Subject × 2, and 1 for a minor edit. */
	private readonly who = new Int32Column();
	private readonly fact = new Int32Column();
	/** Facts that may start a review, by page. */
	private readonly signals = new Map<number, number[]>();
	private lastSource = '';
	private lastPages: Map<string, number> | null = null;

	constructor(private readonly facts: FactSource) {}

	get size(): number {
		return this.heads.length;
	}

	pageOf(source: string, page: string): number {
		let pages = this.lastPages;
		if (pages === null || this.lastSource !== source) {
			pages = this.pages.get(source) ?? null;
			if (pages === null) this.pages.set(source, (pages = new Map<string, number>()));
			this.lastSource = source;
			this.lastPages = pages;
		}
		let number = pages.get(page);
		if (number === undefined) {
			pages.set(page, (number = this.heads.push(-1)));
			this.counts.push(0);
		}
		return number;
	}

	addVersion(page: number, data: VersionPublished, subject: number, instant: number | null, fact: number): void {
		this.version.push(data.version);
		this.time.push(instant ?? UNTIMED);
		this.who.push(subject * 2 + (data.minorEdit === true ? 1 : 0));
		this.fact.push(fact);
		this.heads.set(page, this.next.push(this.heads.at(page)));
		this.counts.increment(page);
	}

	/** No fewer versions than anybody has published of the page. */
	atMost(page: number): number {
		return this.counts.at(page);
	}

	addSignal(page: number, fact: number): void {
		const known = this.signals.get(page);
		if (known === undefined) this.signals.set(page, [fact]);
		else known.push(fact);
	}

	/** A fact of the newest version, from which the page's title is read; -1 where there is no version. */
	newestFact(page: number): number {
		let newest = -1;
		let version = -1;
		for (let row = this.heads.at(page); row >= 0; row = this.next.at(row)) {
			if (this.version.at(row) <= version) continue;
			version = this.version.at(row);
			newest = this.fact.at(row);
		}
		return newest;
	}

	/**
	 * The versions of a page in order, each once, and minor ones left out where the rule says so. A version without time is as old as the one before it.
	 *
	 * @param found is filled, so that pages need no list each
	 */
	versionsOf(page: number, rule: PageEditsRule, found: PageVersion[]): void {
		found.length = 0;
		let ordered = true;
		for (let row = this.heads.at(page); row >= 0; row = this.next.at(row)) {
			const version = this.version.at(row);
			const before = found.at(-1);
			if (before !== undefined && before.version <= version) ordered = false;
			const who = this.who.at(row);
			if (!rule.countMinorEdits && (who & 1) === 1) continue;
			found.push({ version, time: this.time.at(row), subject: who >> 1, fact: this.fact.at(row) });
		}
		if (ordered) found.reverse();
		else {
			found.sort((a, b) => a.version - b.version || later(a.time, b.time) || a.subject - b.subject || this.compareFacts(a.fact, b.fact));
			let kept = 0;
			for (const entry of found) if (kept === 0 || found[kept - 1]?.version !== entry.version) found[kept++] = entry;
			found.length = kept;
		}
		let time = UNTIMED;
		for (let at = 0; at < found.length; at++) {
			const entry = found[at];
			if (entry === undefined) continue;
			if (entry.time === UNTIMED && time !== UNTIMED) found[at] = { ...entry, time };
			else time = entry.time;
		}
	}

	/** The last start of a review that the rule knows. */
	reviewOf(page: number, rule: PageEditsRule, instantOf: (event: CloudEvent) => number): ReviewStarted | null {
		let latest: ReviewStarted | null = null;
		for (const fact of this.signals.get(page) ?? []) {
			const event = this.facts.at(fact);
			const how = startsReview(event, rule);
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

/** A version of which the time is known before one of which it is not. */
function later(a: number, b: number): number {
	return a === b ? 0 : b > a ? 1 : -1;
}

/** True for facts that some rule might take for the start of a review. */
export function maySignalReview(event: CloudEvent): boolean {
	const { type } = event;
	if (type === DOCUMENT_EVENT_TYPES.commentPosted) return (event.data as CommentPosted).mentions.length > 0;
	return type === DOCUMENT_EVENT_TYPES.labelAdded || type === DOCUMENT_EVENT_TYPES.stateChanged || type === DOCUMENT_EVENT_TYPES.taskAssigned || type === DOCUMENT_EVENT_TYPES.reviewRequested;
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
function startsReview(event: CloudEvent, rule: PageEditsRule): string | null {
	const among = (words: readonly string[], text: string): boolean => words.some((word) => word.trim().toLowerCase() === text.trim().toLowerCase());
	const says = (text: string): boolean => {
		const shown = text.replace(MARKUP, ' ').toLowerCase();
		return rule.reviewWords.some((word) => beginsWord(shown, word.trim().toLowerCase()));
	};
	switch (event.type) {
		case DOCUMENT_EVENT_TYPES.labelAdded: {
			const { label } = event.data as LabelAdded;
			return rule.reviewBy.includes('label') && among(rule.reviewLabels, label) ? `label “${label}”` : null;
		}
		case DOCUMENT_EVENT_TYPES.stateChanged: {
			const { state } = event.data as StateChanged;
			return rule.reviewBy.includes('state') && among(rule.reviewStates, state) ? `state “${state}”` : null;
		}
		case DOCUMENT_EVENT_TYPES.taskAssigned: {
			const { assignee, author, text } = event.data as TaskAssigned;
			const other = assignee !== null && assignee.account !== author?.account;
			return rule.reviewBy.includes('task') && other && says(text) ? 'task' : null;
		}
		case DOCUMENT_EVENT_TYPES.commentPosted: {
			const { mentions, author, text } = event.data as CommentPosted;
			return rule.reviewBy.includes('mention') && mentions.some((account) => account !== author?.account) && says(text) ? 'mention' : null;
		}
		case DOCUMENT_EVENT_TYPES.reviewRequested:
			return rule.reviewBy.includes('request') ? (event.data as ReviewRequested).how : null;
		default:
			return null;
	}
}
