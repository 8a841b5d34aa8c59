import type { EvidenceSink } from '../../evidence/sink.js';
import type { AnswerHead, PullRequest, PullTrouble } from '../../pull/pull.js';
import { DOCUMENT_EVENT_TYPES, type DocumentEvent, type PagePlace } from '../evidence.js';
import { documentFact, instantOf, type DocumentEventOf } from '../fact.js';
import type { DocumentPullSettings } from '../pull.js';
import type { ObservedMemory } from './observed.js';

/* What reading one page needs, whichever interface it is read by. */

export type DocumentSink = EvidenceSink<DocumentEvent>;

/** A page that is to be read, as far as a list names it. */
export interface FoundPage {
	readonly page: string;
	readonly title: string | null;
	readonly url: string | null;
	readonly space: string | null;
	/** Number of its current version. */
	readonly version: number | null;
	readonly status: string | null;
}

/** Reads one page: its first calls, then every answer, then what is still to ask, until nothing is. */
export interface PageReading {
	start(): readonly PullRequest[];
	take(request: PullRequest, value: unknown, head: AnswerHead, sink: DocumentSink): readonly PullRequest[];
	/** What to ask instead; null: this part cannot be had. */
	recover(request: PullRequest, trouble: PullTrouble, sink: DocumentSink): readonly PullRequest[] | null;
	/** Every call is answered. */
	drained(sink: DocumentSink): readonly PullRequest[];
}

export interface PageContext {
	readonly settings: DocumentPullSettings;
	readonly memory: ObservedMemory;
	/** Review labels that the page carries now; null: labels are read page by page, or not at all. */
	labelsOn(page: string): readonly string[] | null;
	/** Some part of this page was refused, so what was not seen may still be there. */
	lost(): boolean;
}

/** Gives the facts of one page, leaving out what lies before `since`. */
export class PageFacts {
	private readonly since: number | null;
	private untimed = 0;

	constructor(private readonly settings: DocumentPullSettings) {
		this.since = instantOf(settings.since);
	}

	give<Type extends DocumentEvent['type']>(sink: DocumentSink, type: Type, id: string, time: string | null, data: DocumentEventOf<Type>['data']): void {
		if (time === null) this.tellUntimed(sink, id, data);
		if (this.since !== null && (instantOf(time) ?? Number.NEGATIVE_INFINITY) < this.since) return;
		sink.event(documentFact(this.settings.source, type, id, time, data));
	}

	private tellUntimed(sink: DocumentSink, id: string, { page, title }: PagePlace): void {
		this.untimed++;
		if (this.untimed > MOST_TOLD) return;
		const result = this.since === null ? 'it is given without a time' : 'it is left out, because it may lie before the start of the reading';
		sink.finding({ where: `${pageName(page, title)}, ${id}`, value: null, expected: `a time; Confluence names none, so ${result}`, severity: 'warning' });
	}
}

const MOST_TOLD = 3;

export function pageName(page: string, title: string | null): string {
	return title === null ? `Page ${page}` : `Page ${page} “${title}”`;
}

/** Labels by which a review starts, among those that a page carries. Labelling has no time of its own: it is when it was first seen. */
export function giveLabels(present: readonly string[], place: PagePlace, version: number | null, { settings, memory }: Pick<PageContext, 'settings' | 'memory'>, facts: PageFacts, sink: DocumentSink): void {
	const wanted = new Set(settings.reviewLabels.map((label) => label.toLowerCase()));
	for (const label of present) {
		if (wanted.size > 0 && !wanted.has(label.toLowerCase())) continue;
		const { mark, at } = memory.firstSeen(place.page, 'label', label, `v${version ?? 0}`);
		facts.give(sink, DOCUMENT_EVENT_TYPES.labelAdded, `label-${place.page}-${label}-${mark}`, at, { ...place, label, by: null, observed: true });
	}
}
