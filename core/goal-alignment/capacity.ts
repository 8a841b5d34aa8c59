import { deterministicKey } from '../evidence/key.js';
import type { Judgement } from '../judgement/judgement.js';
import { KIND_NAMES } from './columns.js';
import { goalFinding, placeOf, text, type GoalFindingCode, type GoalFindingJudgement } from './findings.js';
import { compare, digitsOf, minus, numberOf, over, plus, sum, times, ZERO, type Fraction } from './fraction.js';
import type { GoalTable, LeverEntry } from './table.js';

export interface LeverEffect {
	readonly id: string;
	readonly name: string;
	readonly plannedChange: number | null;
	/** Percent of today's capacity that counts, below 0 for what is needed; null where it cannot be told. */
	readonly releasedPercent: number | null;
}

export interface CapacityValue {
	readonly result: 'enough' | 'short' | 'notAvailable';
	/** All in percent of today's capacity, so that differences are points of it. */
	readonly demandPercent: number | null;
	readonly releasedPercent: number;
	readonly shortPoints: number | null;
	readonly sparePoints: number | null;
	readonly levers: readonly LeverEffect[];
}

export interface CapacityAnswer {
	readonly capacity: Judgement<'goalCapacity', CapacityValue>;
	readonly findings: readonly GoalFindingJudgement[];
}

export const CAPACITY_RULE = { id: 'goal-capacity', version: '1' } as const;

/**
 * Holds what the targets demand on top of today's capacity against what the levers release or need. A lever is linear within its range; beyond it
 * nothing is known, so that nothing is counted and the answer is not available. Source: spec S4, domain reference 7 (S4).
 *
 * @param asOf RFC 3339
 */
export function checkCapacity({ levers, demands }: Pick<GoalTable, 'levers' | 'demands'>, asOf: string): CapacityAnswer {
	const rule = { ...CAPACITY_RULE, parameters: { base: 'percent of today’s capacity' } };
	const findings: GoalFindingJudgement[] = [];
	const effects = levers.map((lever) => ({ lever, ...effectOf(lever) }));
	for (const { lever, problem } of effects) {
		if (problem === null) continue;
		findings.push(goalFinding({ code: problem, place: placeOf(KIND_NAMES.lever, lever.id, lever.name), ...wordsOf(problem, lever), ids: [lever.id] }, [lever.evidence], rule, asOf));
	}
	if (demands.length === 0) {
		findings.push(goalFinding({ code: 'demandMissing', place: text('the table', '表格'), reason: text('No additional demand is given.', '未填写新增需求。'), remedy: text('Add a row of kind “demand” with the percentage.', '请添加类型为“需求”的行，并填写百分比。'), ids: [] }, levers.map(({ evidence }) => evidence), rule, asOf));
	}
	const demand = demands.length === 0 ? null : sum(demands.map((row) => row.demand));
	const released = effects.reduce((total, { released: effect }) => (effect === null ? total : plus(total, effect)), ZERO);
	const known = demand !== null && effects.every(({ problem }) => problem === null);
	const gap = demand === null ? ZERO : minus(demand, released);
	const short = known && compare(gap, ZERO) > 0;
	const shown = (value: Fraction): string => `${digitsOf(value, 2, true)}%`;
	const evidence = [...demands, ...levers].map((row) => row.evidence);
	const points = digitsOf(gap.n < 0n ? { n: -gap.n, d: gap.d } : gap, 2, true);
	const counted = demands.length + effects.filter(({ problem }) => problem === null).length;
	return {
		capacity: {
			key: deterministicKey('goal-capacity', { rule: rule.id, version: rule.version, evidence: evidence.map(({ source, id }) => `${source} ${id}`) }),
			kind: 'goalCapacity',
			subject: 'capacity',
			value: {
				result: !known ? 'notAvailable' : short ? 'short' : 'enough',
				demandPercent: demand === null ? null : numberOf(demand),
				releasedPercent: numberOf(released),
				shortPoints: known ? (short ? numberOf(gap) : 0) : null,
				sparePoints: known ? (short ? 0 : numberOf(minus(ZERO, gap))) : null,
				levers: effects.map(({ lever, released: effect }) => ({ id: lever.id, name: lever.name, plannedChange: lever.plannedChange === null ? null : numberOf(lever.plannedChange), releasedPercent: effect === null ? null : numberOf(effect) })),
			},
			rule,
			evidence,
			explanation: !known
				? text(`Capacity: not available: ${findings[0]?.explanation.en ?? ''}`, `产能校验：不可用。${findings[0]?.explanation['zh-CN'] ?? ''}`)
				: short
					? text(`The targets demand ${shown(demand)} more capacity, the levers release ${shown(released)}: short by ${points} points of today’s capacity.`, `目标需新增 ${shown(demand)} 的产能，杠杆可释放 ${shown(released)}：缺口为现有产能的 ${points} 个百分点。`)
					: text(`The targets demand ${shown(demand)} more capacity, the levers release ${shown(released)}: enough, ${points} points to spare.`, `目标需新增 ${shown(demand)} 的产能，杠杆可释放 ${shown(released)}：足够，余量 ${points} 个百分点。`),
			coverage: { counted, total: demands.length + levers.length, excluded: counted === evidence.length ? [] : [{ reason: 'lever incomplete or outside its range', count: evidence.length - counted }] },
			asOf,
		},
		findings,
	};
}

function effectOf({ plannedChange, perChange, released, rangeFrom, rangeTo }: LeverEntry): { readonly released: Fraction | null; readonly problem: Extract<GoalFindingCode, 'leverIncomplete' | 'leverOutsideRange'> | null } {
	if (plannedChange === null || perChange === null || released === null) return { released: null, problem: 'leverIncomplete' };
	if (compare(plannedChange, rangeFrom) < 0 || (rangeTo !== null && compare(plannedChange, rangeTo) > 0)) return { released: null, problem: 'leverOutsideRange' };
	return { released: over(times(released, plannedChange), perChange), problem: null };
}

function wordsOf(problem: 'leverIncomplete' | 'leverOutsideRange', { plannedChange, perChange, released, rangeFrom, rangeTo }: LeverEntry) {
	if (problem === 'leverIncomplete') {
		const missing = [plannedChange === null ? text('the planned change', '计划变化') : null, perChange === null ? text('the change it is stated for', '对应变化') : null, released === null ? text('the released capacity', '释放产能') : null].filter((part) => part !== null);
		return { reason: text(`Missing: ${missing.map(({ en }) => en).join(', ')}.`, `缺少：${missing.map((part) => part['zh-CN']).join('、')}。`), remedy: text('Fill the missing columns.', '请补充缺少的列。') };
	}
	const shown = (value: Fraction | null): string => (value === null ? '–' : digitsOf(value, 2, true));
	return {
		reason: text(`A change of ${shown(plannedChange)} is outside the stated range ${shown(rangeFrom)} to ${shown(rangeTo)}; what it releases there is not known.`, `计划变化 ${shown(plannedChange)} 超出适用范围 ${shown(rangeFrom)} 至 ${shown(rangeTo)}，其释放的产能未知。`),
		remedy: text('Plan within the range, or state the range for which the figure holds.', '请在适用范围内计划，或填写该数值的适用范围。'),
	};
}
