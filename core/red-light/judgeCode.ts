import type { CalendarMissing } from '../calendar/workingCalendar.js';
import type { ChangeLog } from './changes.js';
import { eachOutcome, type CommitTally, type ModuleCommits } from './codeTally.js';
import { Int32Column } from './columns.js';
import { codeStreakSaid, codeSumSaid, sentence, text } from './describe.js';
import type { Colour, Episode, LightDay } from './light.js';
import type { CodeStreakRule } from './rule.js';
import { CLEAR, findRuns, HOLDS, SILENT } from './runs.js';
import { dateOf, greyOf, NO_PAGE, percentOf, shareIsOver, SUBJECT_SLICE, type JudgeContext, type Verdict, type Verdicts } from './verdict.js';

const EPISODES_SHOWN = 20;
/** How far back the beginning of a light by sums is looked for, in working days. */
const LOOK_BACK = 400;
const MODULES_SHOWN = 5;
/** Days whose commits are counted between two pauses. */
const DAY_SLICE = 5000;

/** S6 for every developer that the evidence names. */
export function* judgeCode(rule: CodeStreakRule, tally: CommitTally, changes: ChangeLog, subjects: readonly number[], leftOut: (row: number) => boolean, context: JudgeContext): Verdicts {
	yield* new CodeJudge(rule, tally, changes, leftOut, context).run(subjects);
}

/** A module on a day: where commits are found as evidence. */
interface Cell {
	readonly entry: number;
	readonly module: number;
}

/** A module's commits in the days that a sum is made of. */
interface ModuleSum {
	readonly module: number;
	readonly commits: number;
	readonly cells: readonly Cell[];
}

/** A verdict and what it rests on: days with their decisions, and commits. */
interface Judged {
	readonly verdict: Verdict;
	readonly entries: readonly number[];
	readonly cells: readonly Cell[];
}

const UNKNOWN = 0;
const NO = 1;
const YES = 2;

class CodeJudge {
	private readonly decided = new Int32Column();
	private readonly failed = new Int32Column();
	/** Entries of `tally.days` by subject, in order of day. */
	private readonly daysOf: number[][] = [];
	/** By entry whether B holds: {@link YES}, {@link NO} or not asked yet. */
	private overs = new Uint8Array(0);
	/** Whether B counts on each day. */
	private readonly asksB: boolean;

	constructor(
		private readonly rule: CodeStreakRule,
		private readonly tally: CommitTally,
		private readonly changes: ChangeLog,
		private readonly leftOut: (row: number) => boolean,
		private readonly context: JudgeContext,
	) {
		this.asksB = rule.reading !== 'aOnAll' && rule.reading !== 'bSummedOverWindow';
	}

	*run(subjects: readonly number[]): Verdicts {
		const { tally, changes, rule } = this;
		yield* eachOutcome(changes, rule, this.leftOut, null, (subject, day, failed) => {
			const entry = tally.days.indexOf(subject, day);
			while (this.decided.length <= entry) {
				this.decided.push(0);
				this.failed.push(0);
			}
			this.decided.increment(entry);
			if (failed) this.failed.increment(entry);
		});
		this.overs = new Uint8Array(tally.days.size);
		for (let entry = 0; entry < tally.days.size; entry++) {
			(this.daysOf[tally.days.first.at(entry)] ??= []).push(entry);
			// In the order in which the days came: their commits lie side by side then, those of one person do not.
			if (this.asksB && this.stateA(entry) !== HOLDS) this.holdsB(entry);
			if (entry % DAY_SLICE === DAY_SLICE - 1) yield null;
		}
		yield null;
		const lit: Judged[] = [];
		let looked = 0;
		for (const subject of subjects) {
			const found = this.judge(subject);
			if (found.verdict.colour === 'green') yield found.verdict;
			else lit.push(found);
			looked += 1 + found.entries.length + (this.daysOf[subject]?.length ?? 0) / 8;
			if (looked < SUBJECT_SLICE) continue;
			looked = 0;
			yield null;
		}
		yield* this.withEvidence(lit);
	}

	/** Lists the records of the days that lit a light; decisions are gone through once for all lights. */
	private *withEvidence(lit: readonly Judged[]): Verdicts {
		const decisions = new Map<number, number[]>(lit.flatMap(({ entries }) => entries.map((entry): [number, number[]] => [entry, []])));
		const wanted = new Uint8Array(this.context.subjects.list.length);
		for (const { verdict } of lit) wanted[verdict.person ?? 0] = 1;
		if (decisions.size > 0) {
			yield* eachOutcome(this.changes, this.rule, this.leftOut, wanted, (subject, day, _, fact) => {
				decisions.get(this.tally.days.find(subject, day))?.push(fact);
			});
		}
		for (const [index, { verdict, entries, cells }] of lit.entries()) {
			const evidence = [...entries.flatMap((entry) => decisions.get(entry) ?? []), ...cells.flatMap(({ entry, module }) => [...this.tally.factsOf(entry, module)])];
			yield { ...verdict, evidence };
			if (index % 20 === 19) yield null;
		}
	}

	private judge(subject: number): Judged {
		const { rule, tally } = this;
		const { key, name, days: counting } = this.context.subjects.at(subject);
		const entries = (this.daysOf[subject] ?? []).sort((a, b) => tally.days.second.at(a) - tally.days.second.at(b));
		const days = entries.map((entry) => tally.days.second.at(entry));
		const today = counting.of(this.context.day);
		const { all, current, missing } = findRuns(days, entries.map((entry) => this.state(entry)), counting.calendar, rule.dayWithoutDecision === 'skipped', today);
		const streak = current?.length ?? 0;
		let colour: Colour = streak >= rule.days ? 'red' : streak > 0 ? 'yellow' : 'green';
		let unknown: CalendarMissing | null = missing ?? this.missingAt(counting.calendar, today);
		const litEntries = current === null ? [] : entries.slice(current.first, current.last + 1).filter((entry) => this.state(entry) === HOLDS);
		// A streak over days that nobody knows yet waits.
		if (unknown !== null && colour === 'red' && litEntries.slice(-rule.days).some((entry) => this.missingAt(counting.calendar, tally.days.second.at(entry)) !== null)) colour = 'yellow';
		const shown = litEntries.length > 0 ? litEntries : this.newest(entries, counting.calendar, today);
		const lightDays = shown.map((entry) => this.lightDay(entry));
		let said = codeStreakSaid(rule, colour, streak, lightDays);
		let figure = text(`${streak} of ${rule.days} days`, `${streak}/${rule.days} 天`);
		let firstDay = current === null ? null : (days[current.first] ?? null);
		let cells = rule.reading === 'aOnAll' || rule.reading === 'bSummedOverWindow' ? [] : litEntries.flatMap((entry) => this.cellsOver(entry));
		if (rule.reading === 'bSummedOverWindow' && colour !== 'red') {
			const sum = this.windowSum(subject, entries, today);
			unknown ??= sum.missing;
			const by = sum.best;
			const over = by !== null && by.commits > rule.commitsOver;
			if (by !== null && (over || (colour === 'green' && by.commits * 3 > rule.commitsOver * 2))) {
				colour = over ? 'red' : 'yellow';
				const place = tally.modules.places[by.module];
				said = codeSumSaid(rule, colour, `${place?.repository.name ?? ''} ${place?.module ?? ''}`, by.commits);
				figure = text(`${by.commits} commits`, `提交 ${by.commits} 次`);
				cells = [...by.cells];
				firstDay = sum.firstDay;
			}
		}
		const tooFew = entries.length > 0 && shown.every((entry) => this.decided.at(entry) > 0 && this.decided.at(entry) < rule.minDecided);
		const verdict: Verdict = {
			rule,
			subject: key,
			subjectName: name,
			person: subject,
			colour,
			grey: greyOf(unknown, tooFew),
			streak,
			figure,
			firstDay: colour === 'green' ? null : firstDay,
			lastDay: colour === 'green' ? null : (days.at(-1) ?? null),
			episode: colour === 'green' ? '' : (dateOf(firstDay) ?? ''),
			days: lightDays,
			episodes: all.filter((run) => run.length >= rule.days).slice(-EPISODES_SHOWN).map((run): Episode => ({ firstDay: dateOf(days[run.first] ?? 0) ?? '', lastDay: dateOf(days[run.last] ?? 0) ?? '', days: run.length })),
			evidence: [],
			...NO_PAGE,
			explanation: sentence(colour, name, said, unknown),
		};
		return { verdict, entries: rule.reading === 'bOnAll' ? [] : litEntries, cells };
	}

	/** Whether the condition of the chosen reading held on a day. */
	private state(entry: number): number {
		if (this.rule.reading === 'bOnAll') return this.holdsB(entry) ? HOLDS : this.tally.isBusy(entry) ? CLEAR : SILENT;
		const a = this.stateA(entry);
		return a !== HOLDS && this.asksB && this.holdsB(entry) ? HOLDS : a;
	}

	private stateA(entry: number): number {
		const decided = this.decided.at(entry);
		if (decided < this.rule.minDecided) return SILENT;
		return shareIsOver(this.failed.at(entry), decided, this.rule.failureRateOver) ? HOLDS : CLEAR;
	}

	private holdsB(entry: number): boolean {
		if (this.overs[entry] === UNKNOWN) this.overs[entry] = this.tally.isOver(entry, this.rule.commitsOver) ? YES : NO;
		return this.overs[entry] === YES;
	}

	private cellsOver(entry: number): Cell[] {
		return this.holdsB(entry) ? this.tally.modulesOf(entry).filter(({ commits }) => commits > this.rule.commitsOver).map(({ module }) => ({ entry, module })) : [];
	}

	private lightDay(entry: number): LightDay {
		const { tally } = this;
		const decided = this.decided.at(entry);
		const failed = this.failed.at(entry);
		const modules = tally.modulesOf(entry).map(({ module, commits }: ModuleCommits) => {
			const place = tally.modules.places[module];
			return { repository: place?.repository.name ?? '', module: place?.module ?? '', commits };
		});
		modules.sort((x, y) => y.commits - x.commits || (`${x.repository} ${x.module}` < `${y.repository} ${y.module}` ? -1 : 1));
		const by = [...(this.stateA(entry) === HOLDS ? (['A'] as const) : []), ...(this.holdsB(entry) ? (['B'] as const) : [])];
		return { date: dateOf(tally.days.second.at(entry)) ?? '', holds: this.state(entry) === HOLDS, by, decided, failed, failureRate: percentOf(failed, decided), modules: modules.slice(0, MODULES_SHOWN) };
	}

	/** Days of the newest window, for a light that is green. */
	private newest(entries: readonly number[], calendar: { addWorkingDays(from: number, n: number): { readonly kind: string; readonly value?: number } }, today: number): readonly number[] {
		const start = calendar.addWorkingDays(today, -this.rule.days);
		const from = start.value ?? today - this.rule.days;
		const found: number[] = [];
		for (let at = entries.length - 1; at >= 0; at--) {
			const entry = entries[at] ?? 0;
			if (this.tally.days.second.at(entry) < from) break;
			found.unshift(entry);
		}
		return found;
	}

	private missingAt(calendar: { isWorkingDay(day: number): { readonly kind: 'known' } | CalendarMissing }, day: number): CalendarMissing | null {
		const answer = calendar.isWorkingDay(day);
		return answer.kind === 'missing' ? answer : null;
	}

	/** B over the window that ends today, or on the working day before where nothing has been committed today. */
	private windowSum(subject: number, entries: readonly number[], today: number): { best: ModuleSum | null; firstDay: number | null; missing: CalendarMissing | null } {
		const { tally, rule } = this;
		const { calendar } = this.context.subjects.at(subject).days;
		const committed = entries.filter((entry) => tally.isBusy(entry));
		const newest = committed.at(-1);
		if (newest === undefined) return { best: null, firstDay: null, missing: null };
		const previous = calendar.addWorkingDays(today, -1);
		if (previous.kind === 'missing') return { best: null, firstDay: null, missing: previous };
		let end = tally.days.second.at(newest) === today ? today : previous.value;
		let best: ModuleSum | null = null;
		let firstDay: number | null = null;
		for (let step = 0; step < LOOK_BACK; step++) {
			const start = calendar.addWorkingDays(end, 1 - rule.days);
			const from = rule.days === 1 ? end : start.kind === 'known' ? start.value : null;
			if (from === null) break;
			const sum = this.bestSum(committed.filter((entry) => tally.days.second.at(entry) >= from && tally.days.second.at(entry) <= end));
			if (step === 0) best = sum;
			if (sum === null || sum.commits <= rule.commitsOver) {
				if (step === 0 && sum !== null) firstDay = from;
				break;
			}
			firstDay = end;
			const before = calendar.addWorkingDays(end, -1);
			if (before.kind === 'missing') break;
			end = before.value;
		}
		return { best, firstDay, missing: null };
	}

	private bestSum(entries: readonly number[]): ModuleSum | null {
		const { tally } = this;
		const sums = new Map<number, { commits: number; cells: Cell[] }>();
		for (const entry of entries) {
			for (const { module, commits } of tally.modulesOf(entry)) {
				const sum = sums.get(module) ?? { commits: 0, cells: [] };
				sum.commits += commits;
				sum.cells.push({ entry, module });
				sums.set(module, sum);
			}
		}
		let best: ModuleSum | null = null;
		const nameOf = (module: number): string => {
			const place = tally.modules.places[module];
			return `${place?.repository.name ?? ''} ${place?.module ?? ''} ${place?.repository.source ?? ''}`;
		};
		for (const [module, sum] of sums) if (best === null || sum.commits > best.commits || (sum.commits === best.commits && nameOf(module) < nameOf(best.module))) best = { module, ...sum };
		return best;
	}
}
