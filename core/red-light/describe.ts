import { calendarMissing } from '../calendar/texts.js';
import type { CalendarMissing } from '../calendar/workingCalendar.js';
import type { BilingualText } from '../judgement/judgement.js';
import type { Colour, LightDay } from './light.js';
import type { CodeStreakRule, GenericRule, Operator, PageEditsRule } from './rule.js';
import { MEASURES } from './measures.js';

/* One readable sentence for each light, in both languages, from the same figures. */

const DAYS_SHOWN = 5;

const COLOURS: Readonly<Record<Colour, BilingualText>> = {
	red: { en: 'Red light', 'zh-CN': '红灯' },
	yellow: { en: 'Yellow light', 'zh-CN': '黄灯' },
	green: { en: 'Green light', 'zh-CN': '绿灯' },
};

export function text(en: string, zh: string): BilingualText {
	return { en, 'zh-CN': zh };
}

/** `Red light for Li Wei: ` */
export function sentenceStart(colour: Colour, name: string): BilingualText {
	return text(`${COLOURS[colour].en} for ${name}: `, `${name} ${COLOURS[colour]['zh-CN']}：`);
}

/** `Red light for Li Wei: … .` */
export function sentence(colour: Colour, name: string, said: BilingualText, missing: CalendarMissing | null = null): BilingualText {
	const note = missing === null ? null : calendarMissing(missing);
	const start = sentenceStart(colour, name);
	const en = `${start.en}${said.en}`;
	const zh = `${start['zh-CN']}${said['zh-CN']}`;
	return note === null ? text(`${en}.`, `${zh}。`) : text(`${en} (${note.en.replace(/\.$/, '')}).`, `${zh}（${note['zh-CN'].replace(/。$/, '')}）。`);
}

export function codeLimits(rule: CodeStreakRule): BilingualText {
	const a = text(`PR merge failure rate > ${rule.failureRateOver}%`, `PR 合并失败率 > ${rule.failureRateOver}%`);
	const b = text(`more than ${rule.commitsOver} commits to one module`, `同一模块重复提交 > ${rule.commitsOver} 次`);
	if (rule.reading === 'aOnAll') return a;
	if (rule.reading === 'bOnAll') return b;
	if (rule.reading === 'bSummedOverWindow') return text(`${a.en} on each day, or ${b.en} in ${rule.days} working days`, `每日${a['zh-CN']}，或 ${rule.days} 个工作日内${b['zh-CN']}`);
	return text(`${a.en} or ${b.en}`, `${a['zh-CN']} 或${b['zh-CN']}`);
}

function codeDay(day: LightDay, rule: CodeStreakRule): BilingualText {
	const en: string[] = [];
	const zh: string[] = [];
	const rate = day.by?.includes('A') === true || (rule.reading !== 'bOnAll' && day.by?.length === 0 && (day.decided ?? 0) > 0);
	if (rate) {
		en.push(`${day.failed ?? 0} of ${day.decided ?? 0} pull requests failed (${day.failureRate ?? ''})`);
		zh.push(`PR 合并失败率 ${day.failureRate ?? ''}（${day.failed ?? 0}/${day.decided ?? 0}）`);
	}
	const [module] = day.modules ?? [];
	if (module !== undefined && (day.by?.includes('B') === true || !rate)) {
		en.push(`${module.commits} ${module.commits === 1 ? 'commit' : 'commits'} to ${module.repository} ${module.module}`);
		zh.push(`模块 ${module.repository} ${module.module} 提交 ${module.commits} 次`);
	}
	return text(`${day.date} ${en.join(', ')}`.trim(), `${day.date} ${zh.join('，')}`.trim());
}

/** The newest days, and how many more there are. */
function listedDays(days: readonly LightDay[], describe: (day: LightDay) => BilingualText): BilingualText {
	const shown = days.slice(-DAYS_SHOWN).map(describe);
	const more = days.length - shown.length;
	return text(`${more > 0 ? `${more} earlier days; ` : ''}${shown.map(({ en }) => en).join('; ')}`, `${more > 0 ? `此前 ${more} 天；` : ''}${shown.map((one) => one['zh-CN']).join('；')}`);
}

export function codeStreakSaid(rule: CodeStreakRule, colour: Colour, streak: number, days: readonly LightDay[]): BilingualText {
	const limits = codeLimits(rule);
	const holding = listedDays(days.filter((day) => day.holds), (day) => codeDay(day, rule));
	if (colour === 'red') return text(`on ${streak} consecutive working days (${holding.en}) the rule “${limits.en}” held`, `连续 ${streak} 个工作日（${holding['zh-CN']}）符合规则“${limits['zh-CN']}”`);
	if (colour === 'yellow') return text(`on the way, ${streak} of ${rule.days} consecutive working days (${holding.en}) by the rule “${limits.en}”`, `临近红灯，已有 ${streak}/${rule.days} 个连续工作日（${holding['zh-CN']}）符合规则“${limits['zh-CN']}”`);
	return text(`no streak by the rule “${limits.en}”`, `没有符合规则“${limits['zh-CN']}”的连续工作日`);
}

/** B over the window: one module, all days together. */
export function codeSumSaid(rule: CodeStreakRule, colour: Colour, module: string, commits: number): BilingualText {
	return text(
		`${colour === 'yellow' ? 'on the way, ' : ''}${commits} commits to ${module} in ${rule.days} consecutive working days (more than ${rule.commitsOver} is red)`,
		`${colour === 'yellow' ? '临近红灯，' : ''}${rule.days} 个连续工作日内模块 ${module} 提交 ${commits} 次（超过 ${rule.commitsOver} 次为红灯）`,
	);
}

/** What is said of a page's edits around their number: the same for everybody who edited it. */
export interface PageEditsWords {
	readonly enAfter: string;
	readonly zhBefore: string;
	readonly zhAfter: string;
}

/** What is said of any page that was reviewed then, or never. */
export function reviewWords(rule: PageEditsRule, since: string | null, how: string | null): PageEditsWords {
	const from = since === null ? text('since its creation', '自创建以来') : text(`since the last review started on ${since} (${how ?? ''})`, `自 ${since} 最近一次发起评审（${how ?? ''}）以来`);
	const none = since === null ? text(' and no review was started', '，且未发起评审') : text(' and no new review was started', '，且未再次发起评审');
	return { enAfter: `” published ${from.en}${none.en} (more than ${rule.editsOver} is red).`, zhBefore: `${from['zh-CN']}已修改页面“`, zhAfter: ` 次${none['zh-CN']}（超过 ${rule.editsOver} 次为红灯）。` };
}

export function pageEditsWords(title: string, { enAfter, zhBefore, zhAfter }: PageEditsWords): PageEditsWords {
	return { enAfter: ` of the page “${title}${enAfter}`, zhBefore: `${zhBefore}${title}”`, zhAfter };
}

/** The whole sentence; `start` is what {@link sentenceStart} gives. */
export function pageEditsSaid(start: BilingualText, edits: number, { enAfter, zhBefore, zhAfter }: PageEditsWords): BilingualText {
	return text(start.en + (edits === 1 ? '1 version' : `${edits} versions`) + enAfter, `${start['zh-CN']}${zhBefore}${edits}${zhAfter}`);
}

export function conflictSaid(colour: Colour, title: string, said: string, document: string | null): BilingualText {
	const named = document === null ? text('a document that is not named', '未指明的文档') : text(`“${document}”`, `“${document}”`);
	if (colour === 'yellow') return text(`a comment on “${title}” asks whether there is a conflict with ${named.en}: “${said}”`, `页面“${title}”的评论询问是否与${named['zh-CN']}冲突：“${said}”`);
	return text(`a comment on “${title}” says that there is a conflict with ${named.en}: “${said}”`, `页面“${title}”的评论指出与${named['zh-CN']}冲突：“${said}”`);
}

const OPERATOR_WORDS: Readonly<Record<Operator, BilingualText>> = {
	over: { en: 'above', 'zh-CN': '大于' },
	atLeast: { en: 'at least', 'zh-CN': '不小于' },
	under: { en: 'below', 'zh-CN': '小于' },
	atMost: { en: 'at most', 'zh-CN': '不大于' },
};

/** A blank behind a Latin word, before Chinese goes on. */
function spaced(words: string): string {
	return /[A-Za-z0-9]$/.test(words) ? `${words} ` : words;
}

export function genericLimit(rule: GenericRule): BilingualText {
	const measured = MEASURES[rule.measure].label;
	const per = rule.perMeasure === null ? null : MEASURES[rule.perMeasure].label;
	const words = OPERATOR_WORDS[rule.operator];
	const unit = per === null ? '' : '%';
	const what = per === null ? measured : text(`${measured.en} as a share of ${per.en}`, `${spaced(measured['zh-CN'])}占${spaced(per['zh-CN'])}的比例`);
	const when = rule.window === 'consecutiveDays' ? text(`on ${rule.days} consecutive working days`, `连续 ${rule.days} 个工作日`) : text(`in ${rule.days} working days`, `${rule.days} 个工作日内`);
	return text(`${what.en} ${words.en} ${rule.threshold}${unit} ${when.en}`, `${when['zh-CN']}${what['zh-CN']}${words['zh-CN']} ${rule.threshold}${unit}`);
}

export function genericSaid(rule: GenericRule, colour: Colour, figure: BilingualText, streak: number, days: readonly LightDay[]): BilingualText {
	const limit = genericLimit(rule);
	const unit = rule.perMeasure === null ? '' : '%';
	if (rule.window === 'slidingDays') {
		const way = colour === 'yellow' ? text('on the way, ', '临近红灯，') : text('', '');
		return text(`${way.en}${figure.en} (rule “${limit.en}”)`, `${way['zh-CN']}${figure['zh-CN']}（规则“${limit['zh-CN']}”）`);
	}
	const holding = listedDays(days.filter((day) => day.holds), (day) => text(`${day.date} ${day.figure ?? ''}${unit}`, `${day.date} ${day.figure ?? ''}${unit}`));
	if (colour === 'red') return text(`on ${streak} consecutive working days (${holding.en}) the rule “${limit.en}” held`, `连续 ${streak} 个工作日（${holding['zh-CN']}）符合规则“${limit['zh-CN']}”`);
	if (colour === 'yellow') return text(`on the way, ${streak} of ${rule.days} consecutive working days (${holding.en}) by the rule “${limit.en}”`, `临近红灯，已有 ${streak}/${rule.days} 个连续工作日（${holding['zh-CN']}）符合规则“${limit['zh-CN']}”`);
	return text(`no streak by the rule “${limit.en}”`, `没有符合规则“${limit['zh-CN']}”的连续工作日`);
}
