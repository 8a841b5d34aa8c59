import type { VersionPublished } from '../documents/evidence.js';
import { pageEditsSaid, sentence, text } from './describe.js';
import type { Colour } from './light.js';
import type { PageLog, PageVersion } from './pages.js';
import { titleFilter } from './places.js';
import type { PageEditsRule } from './rule.js';
import { dateOf, NO_PAGE, type JudgeContext, type Verdict, type Verdicts } from './verdict.js';

const MINUTE = 60_000;
const VERSION_SLICE = 10_000;

interface Edits {
	count: number;
	readonly facts: number[];
	firstTime: number;
	lastTime: number;
}

/** S7: every person on every page that the rule looks at. */
export function* judgePages(rule: PageEditsRule, log: PageLog, leftOut: (subject: number) => boolean, context: JudgeContext): Verdicts {
	const wanted = titleFilter(rule);
	const versions: PageVersion[] = [];
	const instantOf = (event: { readonly time?: string }): number => context.timeOf(event.time);
	let looked = 0;
	for (let page = 0; page < log.size; page++) {
		// What cannot be lit is not looked at where nobody asks for green lights.
		if (!context.asksGreen && log.atMost(page) < rule.yellowFrom) {
			looked += 0.02;
			if (looked >= VERSION_SLICE) {
				looked = 0;
				yield null;
			}
			continue;
		}
		const newest = log.newestFact(page);
		if (newest < 0) continue;
		const event = context.facts.at(newest);
		const data = event.data as VersionPublished;
		if (!wanted(data.space, data.title)) continue;
		log.versionsOf(page, rule, versions);
		looked += versions.length + 1;
		const review = log.reviewOf(page, rule, instantOf);
		const edits = countEdits(versions, review?.time ?? null, rule.mergeWithinMinutes * MINUTE);
		for (const [subject, found] of edits) {
			if (subject < 0 || leftOut(subject) || (!context.asksGreen && found.count < rule.yellowFrom)) continue;
			yield verdictOf(rule, context, subject, found, data, event.source, review === null ? null : { day: context.dayOf(review.time), how: review.how, time: review.time });
		}
		if (looked < VERSION_SLICE) continue;
		looked = 0;
		yield null;
	}
}

/** Versions after the last start of a review, by person; everybody who ever edited the page is there, so that each gets an answer. */
function countEdits(versions: readonly PageVersion[], since: number | null, within: number): ReadonlyMap<number, Edits> {
	const found = new Map<number, Edits>();
	let before: PageVersion | null = null;
	for (const version of versions) {
		let edits = found.get(version.subject);
		if (edits === undefined) found.set(version.subject, (edits = { count: 0, facts: [], firstTime: Number.NEGATIVE_INFINITY, lastTime: Number.NEGATIVE_INFINITY }));
		const merged = within > 0 && before !== null && before.subject === version.subject && version.time - before.time <= within;
		before = version;
		if (since !== null && version.time <= since) continue;
		// The version right after the review may follow an earlier one within minutes; it is the first since then all the same.
		if (merged && edits.count > 0) {
			edits.facts.push(version.fact);
			continue;
		}
		if (edits.count === 0) edits.firstTime = version.time;
		edits.count++;
		edits.lastTime = version.time;
		edits.facts.push(version.fact);
	}
	return found;
}

function verdictOf(rule: PageEditsRule, context: JudgeContext, person: number, { count, facts, firstTime, lastTime }: Edits, data: VersionPublished, source: string, review: { readonly day: number; readonly how: string; readonly time: number } | null): Verdict {
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
		evidence: colour === 'green' ? [] : facts,
		...NO_PAGE,
		page: { page, space, title: data.title, url },
		explanation: sentence(colour, name, pageEditsSaid(rule, count, title, review === null ? null : dateOf(review.day), review?.how ?? null)),
	};
}
