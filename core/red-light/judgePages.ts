import type { VersionPublished } from '../documents/evidence.js';
import type { BilingualText } from '../judgement/judgement.js';
import { pageEditsSaid, pageEditsWords, reviewWords, sentenceStart, text, type PageEditsWords } from './describe.js';
import type { Colour, LightValue } from './light.js';
import { PageVersions, reviewReader, type PageLog, type ReviewStarted } from './pages.js';
import { titleFilter } from './places.js';
import type { PageEditsRule } from './rule.js';
import { dateOf, NONE, type JudgeContext, type Verdict, type Verdicts } from './verdict.js';

const MINUTE = 60_000;
const VERSION_SLICE = 10_000;
/** A light takes as long as so many versions. */
const LIGHT = 4;

/** What one person did to a page since the last start of a review. */
interface Edits {
	subject: number;
	count: number;
	firstTime: number;
	lastTime: number;
}

/** S7: every person on every page that the rule looks at. */
export function* judgePages(rule: PageEditsRule, log: PageLog, leftOut: (subject: number) => boolean, context: JudgeContext): Verdicts {
	const wanted = titleFilter(rule);
	const versions = new PageVersions();
	const edits = new PageEdits();
	const startsReview = reviewReader(rule);
	const words = new LightWords(rule, context);
	const least = context.asksGreen ? 0 : rule.yellowFrom;
	const instantOf = (event: { readonly time?: string }): number => context.timeOf(event.time);
	let looked = 0;
	for (let page = 0; page < log.size; page++) {
		if (looked >= VERSION_SLICE) {
			looked = 0;
			yield null;
		}
		// What cannot be lit is not looked at where nobody asks for green lights.
		if (log.atMost(page) < least) {
			looked += 0.02;
			continue;
		}
		log.versionsOf(page, rule, versions);
		looked += versions.facts.length + 1;
		if (versions.newest < 0) continue;
		const review = log.reviewOf(page, startsReview, instantOf);
		if (edits.read(versions, review?.time ?? null, rule.mergeWithinMinutes * MINUTE) < least) continue;
		const event = context.facts.at(versions.newest);
		const data = event.data as VersionPublished;
		if (!wanted(data.space, data.title)) continue;
		const place = words.of(data, event.source, review);
		for (let at = 0; at < edits.people; at++) {
			const found = edits.list[at];
			if (found === undefined || found.subject < 0 || found.count < least || leftOut(found.subject)) continue;
			looked += LIGHT;
			yield verdictOf(rule, context, found, found.count < rule.yellowFrom ? NONE : edits.factsOf(versions, found.subject), place, words);
		}
	}
}

/** Counts the edits of one page after the other, so that pages need no lists each. */
class PageEdits {
	/** Everybody who ever edited the page, so that each gets an answer; the first {@link people} count. */
	readonly list: Edits[] = [];
	people = 0;
	private since: number | null = null;

	/** @returns the most edits that anybody made after the last start of a review */
	read(versions: PageVersions, since: number | null, within: number): number {
		const { times, subjects } = versions;
		this.people = 0;
		this.since = since;
		let most = 0;
		for (let at = 0; at < subjects.length; at++) {
			const subject = subjects[at] ?? -1;
			const time = times[at] ?? 0;
			const edits = this.of(subject);
			if (since !== null && time <= since) continue;
			// The version right after the review may follow an earlier one within minutes; it is the first since then all the same.
			if (within > 0 && edits.count > 0 && at > 0 && subjects[at - 1] === subject && time - (times[at - 1] ?? 0) <= within) continue;
			if (edits.count === 0) edits.firstTime = time;
			edits.count++;
			edits.lastTime = time;
			if (edits.count > most) most = edits.count;
		}
		return most;
	}

	/** Facts of a person's versions since then, those that were joined to one edit among them. */
	factsOf({ times, subjects, facts }: PageVersions, subject: number): number[] {
		return facts.filter((_, at) => subjects[at] === subject && (this.since === null || (times[at] ?? 0) > this.since));
	}

	private of(subject: number): Edits {
		for (let at = 0; at < this.people; at++) {
			const known = this.list[at];
			if (known !== undefined && known.subject === subject) return known;
		}
		const edits = (this.list[this.people++] ??= { subject, count: 0, firstTime: 0, lastTime: 0 });
		edits.subject = subject;
		edits.count = 0;
		edits.firstTime = edits.lastTime = Number.NEGATIVE_INFINITY;
		return edits;
	}
}

/** What the lights of a page have in common. */
interface Place {
	readonly page: NonNullable<LightValue['page']>;
	readonly keyEnd: string;
	readonly nameEnd: string;
	readonly episode: string;
	readonly said: PageEditsWords;
}

/** Texts and figures of lights, of which there is one for every person and page: what many have in common is made once. */
class LightWords {
	/** By number of the subject, of green lights. */
	private readonly starts: BilingualText[] = [];
	private readonly figures: BilingualText[] = [];
	private readonly neverReviewed: PageEditsWords;

	constructor(
		private readonly rule: PageEditsRule,
		private readonly context: JudgeContext,
	) {
		this.neverReviewed = reviewWords(rule, null, null);
	}

	of(data: VersionPublished, source: string, review: ReviewStarted | null): Place {
		const { space, page, url, title } = data;
		const shown = title ?? page;
		return {
			page: { page, space, title, url },
			keyEnd: ` · ${source} ${page}`,
			nameEnd: ` · ${shown}`,
			episode: review === null ? 'created' : String(review.time),
			said: pageEditsWords(shown, review === null ? this.neverReviewed : reviewWords(this.rule, dateOf(this.context.dayOf(review.time)), review.how)),
		};
	}

	startOf(colour: Colour, person: number, name: string): BilingualText {
		return colour === 'green' ? (this.starts[person] ??= sentenceStart(colour, name)) : sentenceStart(colour, name);
	}

	figureOf(count: number): BilingualText {
		const { editsOver } = this.rule;
		return (this.figures[count] ??= text(`${count} of ${editsOver} edits`, `${count}/${editsOver} 次修改`));
	}
}

function verdictOf(rule: PageEditsRule, context: JudgeContext, { subject: person, count, firstTime, lastTime }: Edits, evidence: readonly number[], { page, keyEnd, nameEnd, episode, said }: Place, words: LightWords): Verdict {
	const colour: Colour = count > rule.editsOver ? 'red' : count >= rule.yellowFrom ? 'yellow' : 'green';
	const { key, name } = context.subjects.at(person);
	const dayOf = (time: number): number | null => (Number.isFinite(time) ? context.dayOf(time) : null);
	return {
		rule,
		subject: key + keyEnd,
		subjectName: name + nameEnd,
		person,
		colour,
		grey: null,
		streak: count,
		figure: words.figureOf(count),
		firstDay: colour === 'green' ? null : dayOf(firstTime),
		lastDay: colour === 'green' ? null : dayOf(lastTime),
		episode,
		days: NONE,
		episodes: NONE,
		evidence,
		page,
		sentences: NONE,
		explanation: pageEditsSaid(words.startOf(colour, person, name), count, said),
	};
}
