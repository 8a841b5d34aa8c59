import { DOCUMENT_EVENT_TYPES, type CommentPosted, type CommentResolved } from '../documents/evidence.js';
import type { CloudEvent } from '../evidence/cloudEvent.js';
import type { CommentScanner, ScannedSentence } from './commentScanner.js';
import { conflictSaid, sentence, text } from './describe.js';
import { compareText } from './facts.js';
import { titleFilter } from './places.js';
import type { DocumentConflictRule } from './rule.js';
import type { LightValue } from './light.js';
import { NO_PAGE, type JudgeContext, type Verdict, type Verdicts } from './verdict.js';

/** A comment that repeats itself a thousand times is told by its first sentences; the figure counts them all. */
const SENTENCES_LISTED = 20;

/** Comments read between two pauses. */
const COMMENT_SLICE = 200;

/** Newest version of a comment, and how it stands. */
interface Comment {
	fact: number;
	version: number;
	resolution: CommentResolved['resolution'] | null;
	resolvedAt: number;
	resolvedFact: number;
}

interface PageOfComments {
	/** Fact from which space and title are read. */
	fact: number;
	comments: number;
	lit: number;
}

/** S7: a light for each comment that says or asks it, and one for each page whose comments do not. */
export function* judgeComments(rule: DocumentConflictRule, facts: Iterable<number>, scanner: CommentScanner, leftOut: (subject: number) => boolean, context: JudgeContext): Verdicts {
	const wanted = titleFilter(rule);
	const pages = new Map<string, PageOfComments>();
	let looked = 0;
	for (const comment of newestVersions(facts, context).values()) {
		if (++looked % COMMENT_SLICE === 0) yield null;
		if (comment.fact < 0) continue;
		const event = context.facts.at(comment.fact);
		const data = event.data as CommentPosted;
		if (!wanted(data.space, data.title)) continue;
		const place = `${event.source} ${data.page}`;
		const page = pages.get(place) ?? { fact: comment.fact, comments: 0, lit: 0 };
		pages.set(place, page);
		// A page may be renamed: it is called as its newest comment calls it.
		if (isNewer(comment.fact, page.fact, context)) page.fact = comment.fact;
		page.comments++;
		const author = data.author === null ? null : context.subjects.of(data.author);
		if (!rule.locations.includes(data.location) || comment.resolution === 'resolved' || comment.resolution === 'dangling' || data.author?.bot === true || (author !== null && leftOut(author))) continue;
		const found = scanner.scan(data.text, { page: { id: data.page, title: data.title } }).sentences.filter(({ verdict }) => verdict === 'red' || (verdict === 'yellow' && rule.questionIsYellow));
		const [first] = found.filter(({ verdict }) => verdict === 'red').concat(found);
		if (first === undefined) continue;
		page.lit++;
		yield litBy(rule, event as CloudEvent<string, CommentPosted>, author, found, first, comment, context);
	}
	for (const [place, { fact, comments, lit }] of pages) if (lit === 0) yield clearPage(rule, place, context.facts.at(fact).data as CommentPosted, comments);
}

function newestVersions(facts: Iterable<number>, context: JudgeContext): ReadonlyMap<string, Comment> {
	const comments = new Map<string, Comment>();
	for (const fact of facts) {
		const event = context.facts.at(fact);
		const { comment } = event.data as CommentPosted | CommentResolved;
		const key = `${event.source} ${comment}`;
		let known = comments.get(key);
		if (known === undefined) comments.set(key, (known = { fact: -1, version: -1, resolution: null, resolvedAt: Number.NEGATIVE_INFINITY, resolvedFact: -1 }));
		if (event.type === DOCUMENT_EVENT_TYPES.commentPosted) {
			const { version } = event.data as CommentPosted;
			if (version < known.version || (version === known.version && !comesBefore(fact, known.fact, context))) continue;
			known.version = version;
			known.fact = fact;
		} else {
			const at = context.timeOf(event.time);
			if (at < known.resolvedAt || (at === known.resolvedAt && known.resolvedFact >= 0 && !comesBefore(fact, known.resolvedFact, context))) continue;
			known.resolvedAt = at;
			known.resolvedFact = fact;
			known.resolution = (event.data as CommentResolved).resolution;
		}
	}
	return comments;
}

function isNewer(a: number, b: number, context: JudgeContext): boolean {
	const { facts } = context;
	const difference = context.timeOf(facts.at(a).time) - context.timeOf(facts.at(b).time);
	return difference > 0 || (difference === 0 && comesBefore(a, b, context));
}

function comesBefore(a: number, b: number, { facts }: JudgeContext): boolean {
	return compareText(facts.at(a).id, facts.at(b).id) < 0;
}

function litBy(rule: DocumentConflictRule, event: CloudEvent<string, CommentPosted>, author: number | null, found: readonly ScannedSentence[], first: ScannedSentence, comment: Comment, context: JudgeContext): Verdict {
	const { data } = event;
	const colour = first.verdict === 'red' ? 'red' : 'yellow';
	const name = author === null ? data.page : context.subjects.at(author).name;
	const title = data.title ?? data.page;
	const time = context.timeOf(event.time);
	const day = Number.isFinite(time) ? context.dayOf(time) : null;
	const sentences = found.slice(0, SENTENCES_LISTED).map((one): LightValue['sentences'][number] => ({ sentence: one.sentence, document: documentName(one), verdict: one.verdict === 'red' ? 'red' : 'yellow', patterns: one.patterns.map(({ id }) => id), reason: one.reason }));
	return {
		rule,
		subject: `${event.source} ${data.page} · ${data.comment}`,
		subjectName: `${title} · ${name}`,
		person: author,
		colour,
		grey: null,
		streak: found.length,
		figure: text(`${found.length} ${found.length === 1 ? 'sentence' : 'sentences'}`, `${found.length} 句`),
		firstDay: day,
		lastDay: day,
		episode: data.comment,
		days: [],
		episodes: [],
		evidence: comment.resolvedFact < 0 ? [comment.fact] : [comment.fact, comment.resolvedFact],
		page: { page: data.page, space: data.space, title: data.title, url: data.url },
		sentences,
		explanation: sentence(colour, title, conflictSaid(colour, title, first.sentence, documentName(first))),
	};
}

function documentName({ document }: ScannedSentence): string | null {
	return document === null || document.kind === 'unnamed' ? null : document.text;
}

function clearPage(rule: DocumentConflictRule, subject: string, { page, space, title, url }: CommentPosted, comments: number): Verdict {
	const name = title ?? page;
	return {
		rule,
		subject,
		subjectName: name,
		person: null,
		colour: 'green',
		grey: null,
		streak: 0,
		figure: text('0 sentences', '0 句'),
		firstDay: null,
		lastDay: null,
		episode: '',
		days: [],
		episodes: [],
		evidence: [],
		...NO_PAGE,
		page: { page, space, title, url },
		explanation: sentence('green', name, text(`none of ${comments} ${comments === 1 ? 'comment' : 'comments'} says that it conflicts with a document`, `${comments} 条评论均未指出文档冲突`)),
	};
}
