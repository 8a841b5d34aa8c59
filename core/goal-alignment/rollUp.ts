import { byText, comparable } from '../people/reading.js';
import type { EvidenceReference } from '../evidence/cloudEvent.js';
import { deterministicKey } from '../evidence/key.js';
import type { BilingualText, Coverage, Judgement } from '../judgement/judgement.js';
import { WEIGHT_TOLERANCE } from './check.js';
import { KIND_NAMES } from './columns.js';
import { placeOf, text } from './findings.js';
import { compare, digitsOf, fractionOf, HUNDRED, minus, numberOf, over, plus, sum, times, ZERO, type Fraction } from './fraction.js';
import { goalStructure, type GoalStructure } from './structure.js';
import type { ActionEntry, GoalEntry, GoalTable } from './table.js';

export interface GoalContribution {
	readonly kind: 'goal' | 'action';
	readonly id: string;
	readonly name: string;
	readonly weightPercent: number | null;
	/** Null: not available. */
	readonly progressPercent: number | null;
}

export interface GoalProgressValue {
	readonly goal: string;
	readonly name: string;
	readonly result: 'value' | 'notAvailable';
	/** Progress by weight; null where it is not available, never 0 for it. */
	readonly progressPercent: number | null;
	/** Weight of the contributions whose progress is known, through all levels. */
	readonly coveredPercent: number;
	readonly contributions: readonly GoalContribution[];
	/** What is missing; null for a value. */
	readonly missing: BilingualText | null;
	/** As entered; a roll-up never changes it. */
	readonly target: string | null;
	readonly unit: string | null;
}

export type GoalProgress = Judgement<'goalProgress', GoalProgressValue>;

export const ROLL_UP_RULE = { id: 'goal-roll-up', version: '1' } as const;

interface Rolled {
	readonly progress: Fraction | null;
	/** Share of the weight, 0 to 1. */
	readonly covered: Fraction;
	readonly missing: BilingualText | null;
	readonly evidence: readonly EvidenceReference[];
}

const ONE: Fraction = { n: 1n, d: 1n };

/**
 * Progress of every goal by the weights of what contributes to it: Σ w·p ÷ Σ w, in order of id. A contribution without progress makes the goal
 * 'not available', with the weight that is covered. Source: domain reference 7 (S4).
 *
 * @param asOf RFC 3339
 */
export function rollUpGoals(table: GoalTable, asOf: string): readonly GoalProgress[] {
	const structure = goalStructure(table);
	const rolled = new Map<GoalEntry, Rolled>();
	const goals = [...structure.goals.values()].sort((a, b) => byText(a.id, b.id));
	return goals.map((goal) => judgementOf(goal, structure, roll(goal, structure, rolled), rolled, asOf));
}

/** Children before their parents, with a list of its own: a deep tree does not exhaust the stack. */
function roll(goal: GoalEntry, structure: GoalStructure, rolled: Map<GoalEntry, Rolled>): Rolled {
	const open: GoalEntry[] = [goal];
	for (let current = open.at(-1); current !== undefined; current = open.at(-1)) {
		const waiting = structure.inCycle.has(comparable(current.id)) ? [] : structure.childrenOf(current).filter((child): child is GoalEntry => child.kind === 'goal' && !rolled.has(child));
		if (waiting.length > 0) open.push(...waiting);
		else {
			if (!rolled.has(current)) rolled.set(current, rollOne(current, structure, rolled));
			open.pop();
		}
	}
	return rolled.get(goal) ?? { progress: null, covered: ZERO, missing: null, evidence: [] };
}

function rollOne(goal: GoalEntry, structure: GoalStructure, rolled: ReadonlyMap<GoalEntry, Rolled>): Rolled {
	const without = (en: string, zh: string, covered: Fraction, evidence: readonly EvidenceReference[]): Rolled => ({ progress: null, covered, missing: text(en, zh), evidence });
	if (structure.inCycle.has(comparable(goal.id))) return without('the parent goals form a cycle', '上级目标形成循环', ZERO, [goal.evidence]);
	const children = structure.childrenOf(goal);
	if (children.length === 0) return without('nothing contributes to it', '没有任何贡献项', ZERO, [goal.evidence]);
	const parts = children.map((child) => ({ child, ...partOf(child, structure, rolled) }));
	const evidence = [goal.evidence, ...parts.flatMap((part) => part.evidence)];
	const covered = parts.reduce((total, { child: { weight }, share }) => (weight === null || weight.n <= 0n ? total : plus(total, times(over(weight, HUNDRED), share))), ZERO);
	const capped = compare(covered, ONE) > 0 ? ONE : covered;
	const wrong = parts.filter(({ child: { weight } }) => weight === null || weight.n < 0n || compare(weight, HUNDRED) > 0);
	if (wrong.length > 0) return without(`no usable contribution weight of ${namesOf(wrong, ', ')}`, `缺少${namesOf(wrong, '、')}的有效贡献权重`, capped, evidence);
	const total = sum(parts.map(({ child: { weight } }) => weight ?? ZERO));
	const off = minus(total, HUNDRED);
	if (compare(off.n < 0n ? { n: -off.n, d: off.d } : off, fractionOf(WEIGHT_TOLERANCE)) > 0) {
		return without(`the weights add up to ${digitsOf(total, 4, true)}% instead of 100%`, `权重合计应为 100%，现为 ${digitsOf(total, 4, true)}%`, capped, evidence);
	}
	const missing = parts.filter(({ progress, child: { weight } }) => progress === null && (weight?.n ?? 0n) > 0n);
	if (missing.length > 0) return without(`no progress of ${namesOf(missing, ', ')}`, `缺少${namesOf(missing, '、')}的进度`, capped, evidence);
	const weighted = sum(parts.map(({ progress, child: { weight } }) => times(weight ?? ZERO, progress ?? ZERO)));
	return { progress: over(weighted, total), covered: capped, missing: null, evidence };
}

function partOf(child: GoalEntry | ActionEntry, { conflicting }: GoalStructure, rolled: ReadonlyMap<GoalEntry, Rolled>): { readonly progress: Fraction | null; readonly share: Fraction; readonly evidence: readonly EvidenceReference[] } {
	// Of rows that contradict each other none is taken.
	const disputed = conflicting.has(child.evidence.id);
	if (child.kind === 'action') return { progress: disputed ? null : child.progress, share: disputed || child.progress === null ? ZERO : ONE, evidence: [child.evidence] };
	const found = rolled.get(child);
	return { progress: disputed ? null : (found?.progress ?? null), share: disputed ? ZERO : (found?.covered ?? ZERO), evidence: found?.evidence ?? [child.evidence] };
}

function namesOf(parts: ReadonlyArray<{ readonly child: GoalEntry | ActionEntry }>, separator: string): string {
	return parts.map(({ child }) => `“${child.name}”`).join(separator);
}

function judgementOf(goal: GoalEntry, structure: GoalStructure, { progress, covered, missing, evidence }: Rolled, rolled: ReadonlyMap<GoalEntry, Rolled>, asOf: string): GoalProgress {
	const parts = structure.inCycle.has(comparable(goal.id)) ? [] : structure.childrenOf(goal).map((child) => ({ child, ...partOf(child, structure, rolled) }));
	const known = parts.filter((part) => part.progress !== null).length;
	const coverage: Coverage = { counted: known, total: parts.length, excluded: known === parts.length ? [] : [{ reason: 'progress not available', count: parts.length - known }] };
	const place = placeOf(KIND_NAMES.goal, goal.id, goal.name);
	const coveredPercent = times(covered, HUNDRED);
	const percent = (value: Fraction | null): string => (value === null ? '–' : `${digitsOf(value, 2, true)}%`);
	const sums = parts.map(({ child: { weight }, progress: part }) => `${percent(weight)} × ${percent(part)}`).join(' + ');
	const references = [...new Map(evidence.map((reference) => [reference.id, reference])).values()];
	return {
		key: deterministicKey('goal-progress', { rule: ROLL_UP_RULE.id, version: ROLL_UP_RULE.version, goal: goal.id, evidence: references.map(({ source, id }) => `${source} ${id}`) }),
		kind: 'goalProgress',
		subject: goal.id,
		value: {
			goal: goal.id,
			name: goal.name,
			result: progress === null ? 'notAvailable' : 'value',
			progressPercent: progress === null ? null : numberOf(progress),
			coveredPercent: numberOf(coveredPercent),
			contributions: parts.map(({ child, progress: part }) => ({ kind: child.kind, id: child.id, name: child.name, weightPercent: child.weight === null ? null : numberOf(child.weight), progressPercent: part === null ? null : numberOf(part) })),
			missing,
			target: goal.target,
			unit: goal.unit,
		},
		rule: { ...ROLL_UP_RULE, parameters: { tolerance: WEIGHT_TOLERANCE } },
		evidence: references,
		explanation:
			progress === null
				? text(`Progress of ${place.en}: not available: ${missing?.en ?? ''}; ${digitsOf(coveredPercent, 1)}% of the weight is covered.`, `${place['zh-CN']}的进度：不可用（${missing?.['zh-CN'] ?? ''}）；已覆盖 ${digitsOf(coveredPercent, 1)}% 的权重。`)
				: text(`Progress of ${place.en}: ${digitsOf(progress, 1)}% by contribution weight (${sums}).`, `${place['zh-CN']}的进度：按贡献权重为 ${digitsOf(progress, 1)}%（${sums}）。`),
		coverage,
		asOf,
	};
}
