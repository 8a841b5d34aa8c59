import type { CalendarMissing, WorkingCalendar } from '../calendar/workingCalendar.js';
import { genericSaid, sentence, text } from './describe.js';
import type { GenericTally } from './genericTally.js';
import type { Colour, Episode, LightDay } from './light.js';
import { MEASURES } from './measures.js';
import type { GenericRule } from './rule.js';
import { CLEAR, findRuns, HOLDS, SILENT } from './runs.js';
import { dateOf, greyOf, NO_PAGE, type JudgeContext, type Verdict, type Verdicts } from './verdict.js';

const DAY_SLICE = 2000;
const LOOK_BACK = 400;
const EPISODES_SHOWN = 20;

interface DayFigures {
	readonly day: number;
	readonly entry: number | null;
	readonly part: number;
	readonly whole: number;
}

const NOTHING = { part: 0, whole: 0 } as const;

/** A rule of kind `generic` for every group that the evidence names. */
export function* judgeGeneric(rule: GenericRule, tally: GenericTally, leftOut: (subject: number) => boolean, context: JudgeContext): Verdicts {
	const entriesOf: number[][] = tally.groups.map(() => []);
	for (let entry = 0; entry < tally.days.size; entry++) entriesOf[tally.days.first.at(entry)]?.push(entry);
	let looked = 0;
	for (const [group, { key, name, person }] of tally.groups.entries()) {
		if (person !== null && leftOut(person)) continue;
		const entries = entriesOf[group] ?? [];
		const figures = entries.map((entry): DayFigures => ({ day: tally.days.second.at(entry), entry, ...tally.figures(entry) })).sort((a, b) => a.day - b.day);
		const counting = person === null ? context.subjects.shared : context.subjects.at(person).days;
		const judge = new GroupJudge(rule, figures, counting.calendar, counting.of(context.day));
		const found = rule.window === 'consecutiveDays' ? judge.consecutive() : judge.sliding();
		const verdict: Verdict = {
			rule,
			subject: key,
			subjectName: name,
			person,
			colour: found.colour,
			grey: greyOf(found.missing, found.tooFew),
			streak: found.streak,
			figure: found.figure,
			firstDay: found.colour === 'green' ? null : found.firstDay,
			lastDay: found.colour === 'green' ? null : found.lastDay,
			episode: found.colour === 'green' ? '' : (dateOf(found.firstDay) ?? ''),
			days: found.days.map((day) => judge.lightDay(day)),
			episodes: found.episodes,
			evidence: found.colour === 'green' ? [] : found.days.flatMap(({ entry }) => (entry === null ? [] : tally.factsOf(entry))),
			...NO_PAGE,
			explanation: sentence(found.colour, name, genericSaid(rule, found.colour, found.figure, found.streak, found.days.map((day) => judge.lightDay(day))), found.missing),
		};
		yield verdict;
		looked += 1 + entries.length;
		if (looked < DAY_SLICE) continue;
		looked = 0;
		yield null;
	}
}

interface Found {
	readonly colour: Colour;
	readonly streak: number;
	readonly figure: Verdict['figure'];
	readonly firstDay: number | null;
	readonly lastDay: number | null;
	readonly days: readonly DayFigures[];
	readonly episodes: readonly Episode[];
	readonly missing: CalendarMissing | null;
	readonly tooFew: boolean;
}

class GroupJudge {
	/** A limit from above is also passed on days on which nothing happened. */
	private readonly fromAbove: boolean;

	constructor(
		private readonly rule: GenericRule,
		private readonly figures: readonly DayFigures[],
		private readonly calendar: WorkingCalendar,
		private readonly today: number,
	) {
		this.fromAbove = rule.perMeasure === null && (rule.operator === 'under' || rule.operator === 'atMost');
	}

	consecutive(): Found {
		const { rule, calendar, today } = this;
		const { days, missing: early } = this.fromAbove ? this.filled() : { days: this.figures, missing: null };
		const { all, current, missing } = findRuns(days.map(({ day }) => day), days.map((day) => this.state(day)), calendar, rule.dayWithoutData === 'skipped', today);
		const streak = current?.length ?? 0;
		const unknown = early ?? missing ?? missingAt(calendar, today);
		const lit = current === null ? [] : days.slice(current.first, current.last + 1).filter((day) => this.state(day) === HOLDS);
		let colour: Colour = streak >= rule.days ? 'red' : streak > 0 ? 'yellow' : 'green';
		if (unknown !== null && colour === 'red' && lit.slice(-rule.days).some(({ day }) => missingAt(calendar, day) !== null)) colour = 'yellow';
		const shown = lit.length > 0 ? lit : days.slice(-rule.days);
		return {
			colour,
			streak,
			figure: text(`${streak} of ${rule.days} days`, `${streak}/${rule.days} 天`),
			firstDay: lit[0]?.day ?? null,
			lastDay: lit.at(-1)?.day ?? null,
			days: shown,
			episodes: all.filter((run) => run.length >= rule.days).slice(-EPISODES_SHOWN).map((run): Episode => ({ firstDay: dateOf(days[run.first]?.day ?? 0) ?? '', lastDay: dateOf(days[run.last]?.day ?? 0) ?? '', days: run.length })),
			missing: unknown,
			tooFew: shown.length > 0 && shown.every((day) => this.state(day) === SILENT),
		};
	}

	sliding(): Found {
		const { rule, calendar, today } = this;
		let end = today;
		// What has to stay above a limit is judged by days that are over.
		if (rule.operator === 'under' || rule.operator === 'atMost') {
			const previous = calendar.addWorkingDays(today, -1);
			if (previous.kind === 'missing') return this.unknown(previous);
			end = previous.value;
		}
		const newest = this.windowAt(end);
		if ('missing' in newest) return this.unknown(newest.missing);
		const { part, whole, days } = newest;
		const enough = this.fromAbove || (rule.perMeasure === null ? part : whole) >= rule.minSample;
		const red = enough && this.passes(part, whole, rule.threshold);
		const yellow = !red && enough && rule.yellowAt !== null && this.passes(part, whole, rule.yellowAt);
		let firstDay = end;
		for (let step = 0; red && step < LOOK_BACK; step++) {
			const before = calendar.addWorkingDays(firstDay, -1);
			if (before.kind === 'missing') break;
			const window = this.windowAt(before.value);
			if ('missing' in window || (!this.fromAbove && (rule.perMeasure === null ? window.part : window.whole) < rule.minSample) || !this.passes(window.part, window.whole, rule.threshold)) break;
			// From above a group that has not begun yet has no light.
			if (this.fromAbove && before.value < (this.figures[0]?.day ?? before.value)) break;
			firstDay = before.value;
		}
		const { label } = MEASURES[rule.measure];
		const share = rule.perMeasure === null ? null : MEASURES[rule.perMeasure].label;
		const figure =
			share === null
				? text(`${part} ${label.en} in ${rule.days} working days`, `${rule.days} 个工作日内${label['zh-CN']} ${part} 项`)
				: text(`${this.figureOf(part, whole) ?? '–'}% (${part} of ${whole} ${share.en}) in ${rule.days} working days`, `${rule.days} 个工作日内${label['zh-CN']} ${this.figureOf(part, whole) ?? '–'}%（${part}/${whole}）`);
		return { colour: red ? 'red' : yellow ? 'yellow' : 'green', streak: part, figure, firstDay, lastDay: end, days, episodes: [], missing: null, tooFew: !enough && days.length > 0 };
	}

	lightDay(day: DayFigures): LightDay {
		return { date: dateOf(day.day) ?? '', holds: this.state(day) === HOLDS, figure: this.figureOf(day.part, day.whole), sample: this.rule.perMeasure === null ? day.part : day.whole };
	}

	private windowAt(end: number): { readonly part: number; readonly whole: number; readonly days: readonly DayFigures[] } | { readonly missing: CalendarMissing } {
		const start = this.rule.days === 1 ? ({ kind: 'known', value: end } as const) : this.calendar.addWorkingDays(end, 1 - this.rule.days);
		if (start.kind === 'missing') return { missing: start };
		const days: DayFigures[] = [];
		let part = 0;
		let whole = 0;
		for (let at = this.figures.length - 1; at >= 0; at--) {
			const day = this.figures[at];
			if (day === undefined || day.day < start.value) break;
			if (day.day > end) continue;
			days.unshift(day);
			part += day.part;
			whole += day.whole;
		}
		return { part, whole, days };
	}

	/** The working days from the first fact to yesterday, with those on which nothing happened. */
	private filled(): { readonly days: readonly DayFigures[]; readonly missing: CalendarMissing | null } {
		const byDay = new Map(this.figures.map((figures) => [figures.day, figures]));
		const first = this.figures[0]?.day ?? this.today;
		const days: DayFigures[] = [];
		let missing: CalendarMissing | null = null;
		for (let step = 1, day = this.today; step <= LOOK_BACK; step++) {
			const previous = this.calendar.addWorkingDays(day, -1);
			if (previous.kind === 'missing') {
				missing = previous;
				break;
			}
			day = previous.value;
			if (day < first) break;
			days.unshift(byDay.get(day) ?? { day, entry: null, ...NOTHING });
		}
		return { days, missing };
	}

	private state({ part, whole }: DayFigures): number {
		const { rule } = this;
		if (!this.fromAbove && (rule.perMeasure === null ? part : whole) < rule.minSample) return SILENT;
		return this.passes(part, whole, rule.threshold) ? HOLDS : CLEAR;
	}

	/** Compared by whole numbers: a share is never divided first. */
	private passes(part: number, whole: number, limit: number): boolean {
		const scaled = Math.round(limit * 1000);
		const left = this.rule.perMeasure === null ? part * 1000 : part * 100_000;
		const right = this.rule.perMeasure === null ? scaled : scaled * whole;
		switch (this.rule.operator) {
			case 'over':
				return left > right;
			case 'atLeast':
				return left >= right;
			case 'under':
				return left < right;
			case 'atMost':
				return left <= right;
		}
	}

	private figureOf(part: number, whole: number): number | null {
		if (this.rule.perMeasure === null) return part;
		return whole === 0 ? null : Math.round((part * 1000) / whole) / 10;
	}

	private unknown(missing: CalendarMissing): Found {
		return { colour: 'green', streak: 0, figure: text('not known', '未知'), firstDay: null, lastDay: null, days: [], episodes: [], missing, tooFew: false };
	}
}

function missingAt(calendar: WorkingCalendar, day: number): CalendarMissing | null {
	const answer = calendar.isWorkingDay(day);
	return answer.kind === 'missing' ? answer : null;
}
