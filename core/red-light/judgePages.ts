import type { VersionPublished } from '../documents/evidence.js';
import { pageEditsSaid, sentence, text } from './describe.js';
import type { Colour } from './light.js';
import { PageVersions, type PageLog } from './pages.js';
import { titleFilter } from './places.js';
import type { PageEditsRule } from './rule.js';
import { dateOf, NO_PAGE, type JudgeContext, type Verdict, type Verdicts } from './verdict.js';

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
		const review = log.reviewOf(page, rule, instantOf);
		if (edits.read(versions, review?.time ?? null, rule.mergeWithinMinutes * MINUTE) < least) continue;
		const event = context.facts.at(versions.newest);
		const data = event.data as VersionPublished;
		if (!wanted(data.space, data.title)) continue;
		const since = review === null ? null : { day: context.dayOf(review.time), how: review.how, time: review.time };
		for (let at = 0; at < edits.people; at++) {
			const found = edits.list[at];
			if (found === undefined || found.subject < 0 || found.count < least || leftOut(found.subject)) continue;
			looked += LIGHT;
			yield verdictOf(rule, context, found, found.count < rule.yellowFrom ? [] : edits.factsOf(versions, found.subject), data, event.source, since);
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

function verdictOf(rule: PageEditsRule, context: JudgeContext, { subject: person, count, firstTime, lastTime }: Edits, evidence: readonly number[], data: VersionPublished, source: string, review: { readonly day: number; readonly how: string; readonly time: number } | null): Verdict {
	const colour: Colour = count > rule.editsOver ? 'red' : count >= rule.yellowFrom ? 'yellow' : 'green';
	const { key, name } = context.subjects.at(person);
	const title = data.title ?? data.page;
	const { space, page, url } = data;
	const dayOf = (time: number): number | null => (Number.isFinite(time) ? context.dayOf(time) : null);
	return {
		rule,
		subject: `${key} · ${source} ${page}`,
		subjectName: `${name} · ${title}`,
		person,
		colour,
		grey: null,
		streak: count,
		figure: text(`${count} of ${rule.editsOver} edits`, `${count}/${rule.editsOver} 次修改`),
		firstDay: colour === 'green' ? null : dayOf(firstTime),
		lastDay: colour === 'green' ? null : dayOf(lastTime),
		episode: review === null ? 'created' : String(review.time),
		days: [],
		episodes: [],
		evidence,
		...NO_PAGE,
		page: { page, space, title: data.title, url },
		explanation: sentence(colour, name, pageEditsSaid(rule, count, title, review === null ? null : dateOf(review.day), review?.how ?? null)),
	};
}
