import type { BilingualText } from '../judgement/judgement.js';
import type { BufferGoalValue } from './buffer.js';
import { text } from './findings.js';
import { compare, digitsOf, fractionOf, type Fraction } from './fraction.js';

/* The one sentence of a buffer goal, in both languages. */

interface Figures {
	readonly value: Fraction | null;
	readonly baseline: Fraction | null;
	readonly worse: Fraction | null;
	readonly stages: ReadonlyArray<{ readonly stage: string | null; readonly worse: Fraction | null; readonly worsened: boolean }>;
}

export function explainBuffer(value: BufferGoalValue, figures: Figures): BilingualText {
	const { name, period, index, thresholdPercent, episode } = value;
	const place = index.stage === null ? text(`“${name}”, process-health index ${period}`, `“${name}” ${period} 流程健康度指标`) : text(`“${name}”, process-health index of stage “${index.stage}” ${period}`, `“${name}” ${period} “${index.stage}”环节流程健康度指标`);
	const basis = basisOf(value);
	const gaps = value.missingPeriods.length === 0 ? text('', '') : text(` Without a value: ${value.missingPeriods.join(', ')}.`, `缺少数值的周期：${value.missingPeriods.join('、')}。`);
	if (value.result === 'notAvailable') {
		return figures.value === null
			? text(`${place.en}: not available: the value of the period is missing.`, `${place['zh-CN']}：不可用（缺少该周期的数值）。`)
			: text(`${place.en}: not available: too few closed periods for a baseline.${gaps.en}`, `${place['zh-CN']}：不可用（可用于计算基线的已结束周期不足）。${gaps['zh-CN']}`);
	}
	if (value.result === 'notApplicable') return text(`${place.en}: not applicable: the baseline is 0.`, `${place['zh-CN']}：不适用（基线为 0）。`);
	const unit = unitOf(value.indexUnit);
	const shown = (amount: Fraction | null): string => (amount === null ? '–' : digitsOf(amount, 2, true));
	const figure = text(`${shown(figures.value)}${unit.en} against a baseline of ${shown(figures.baseline)}${unit.en} (${basis.en})`, `${shown(figures.value)}${unit['zh-CN']}，基线 ${shown(figures.baseline)}${unit['zh-CN']}（${basis['zh-CN']}）`);
	const bound = index.openCases === 0 ? text('', '') : text(` ${index.openCases} open cases count with their age so far, so the value is a lower bound.`, `其中 ${index.openCases} 件尚未完成，按当前已停留时长计入，数值为下限。`);
	const change = changeOf(figures.worse, thresholdPercent, value.worsened);
	const responsible = figures.stages.filter(({ worsened, stage }) => worsened && stage !== index.stage);
	const stages =
		responsible.length === 0
			? text('', '')
			: text(` Stages that worsened by more than ${thresholdPercent}%: ${responsible.map(({ stage, worse }) => `${stage ?? ''} (${percent(worse)})`).join(', ')}.`, `恶化超过 ${thresholdPercent}% 的环节：${responsible.map(({ stage, worse }) => `${stage ?? ''}（${percent(worse)}）`).join('、')}。`);
	if (!value.worsened) return text(`${place.en}: ${figure.en}: ${change.en}; no goal re-check.${stages.en}${bound.en}${gaps.en}`, `${place['zh-CN']}：${figure['zh-CN']}，${change['zh-CN']}，不触发目标重检。${stages['zh-CN']}${bound['zh-CN']}${gaps['zh-CN']}`);
	const since = episode === null || episode.start === period ? text('', '') : text(` since ${episode.start}`, `（自 ${episode.start} 起）`);
	return text(
		`${place.en}: ${figure.en}: ${change.en}${since.en}. The goal is checked again instead of forcing the original number through.${stages.en}${bound.en}${gaps.en}`,
		`${place['zh-CN']}：${figure['zh-CN']}，${change['zh-CN']}${since['zh-CN']}，触发目标重检，不强行要求完成原定数值。${stages['zh-CN']}${bound['zh-CN']}${gaps['zh-CN']}`,
	);
}

function basisOf({ baselineKind, baselinePeriods }: BufferGoalValue): BilingualText {
	const [first] = baselinePeriods;
	const last = baselinePeriods.at(-1);
	switch (baselineKind) {
		case 'fixed':
			return text('fixed', '固定值');
		case 'previous':
			return text(`the period before, ${first ?? ''}`, `上一周期 ${first ?? ''}`);
		case 'sameLastYear':
			return text(`the same period last year, ${first ?? ''}`, `去年同期 ${first ?? ''}`);
		case 'rolling':
			return first === undefined || last === undefined ? text('as fixed when the period began', '周期开始时确定') : text(`median of ${baselinePeriods.length} closed periods, ${first} to ${last}`, `${first} 至 ${last} 共 ${baselinePeriods.length} 个已结束周期的中位数`);
	}
}

function changeOf(worse: Fraction | null, threshold: number, worsened: boolean): BilingualText {
	if (worse === null) return text('', '');
	const sign = compare(worse, fractionOf(0));
	if (sign <= 0) return sign === 0 ? text('unchanged', '持平') : text(`${percent({ n: -worse.n, d: worse.d })} better`, `改善 ${percent({ n: -worse.n, d: worse.d })}`);
	return worsened ? text(`${percent(worse)} worse, more than ${threshold}%`, `恶化 ${percent(worse)}，超过 ${threshold}%`) : text(`${percent(worse)} worse, not more than ${threshold}%`, `恶化 ${percent(worse)}，未超过 ${threshold}%`);
}

function percent(value: Fraction | null): string {
	return value === null ? '–' : `${digitsOf(value, 2, true)}%`;
}

/** Units that are words read as such in both languages. */
const UNITS: Readonly<Record<string, BilingualText>> = { d: text(' days', ' 天'), day: text(' days', ' 天'), days: text(' days', ' 天'), 天: text(' days', ' 天'), h: text(' hours', ' 小时'), hours: text(' hours', ' 小时'), 小时: text(' hours', ' 小时'), '%': text('%', '%') };

function unitOf(unit: string | null): BilingualText {
	if (unit === null) return text('', '');
	return UNITS[unit.toLowerCase()] ?? text(` ${unit}`, ` ${unit}`);
}
