import type { Directory } from '../people/directory.js';
import { comparable } from '../people/reading.js';
import type { EvidenceReference } from '../evidence/cloudEvent.js';
import { deterministicKey } from '../evidence/key.js';
import type { AppliedRule, BilingualText, Judgement } from '../judgement/judgement.js';
import { KIND_NAMES } from './columns.js';
import { goalFinding, placeOf, text, type GoalFinding, type GoalFindingCode, type GoalFindingJudgement } from './findings.js';
import { compare, digitsOf, fractionOf, HUNDRED, minus, numberOf, sum, ZERO, type Fraction } from './fraction.js';
import { ownerOf } from './owner.js';
import { goalStructure, type GoalStructure } from './structure.js';
import type { ActionEntry, GoalEntry, GoalTable } from './table.js';

export interface GoalCheckSettings {
	/** RFC 3339. */
	readonly asOf: string;
	/** Null: owners are not looked up. */
	readonly directory: Directory | null;
	/** By how many points the weights of a goal may miss 100%. Default 0.01. */
	readonly tolerance?: number;
}

/** Actions of a stage under a goal: one field of the matrix. */
export interface MatrixField {
	readonly stage: string;
	readonly actions: ReadonlyArray<{ readonly id: string; readonly name: string; readonly goal: string; readonly owner: string | null; readonly weightPercent: number | null; readonly progressPercent: number | null }>;
}

export interface AlignmentValue {
	readonly aligned: boolean;
	readonly goals: number;
	readonly actions: number;
	readonly stages: number;
	/** How often each code was found; codes without a finding are left out. */
	readonly findings: Readonly<Partial<Record<GoalFindingCode, number>>>;
	/** The matrix: stages across, actions down. */
	readonly matrix: readonly MatrixField[];
}

export interface AlignmentAnswer {
	readonly alignment: Judgement<'goalAlignment', AlignmentValue>;
	readonly findings: readonly GoalFindingJudgement[];
}

export const ALIGNMENT_RULE = { id: 'goal-alignment', version: '1' } as const;
export const WEIGHT_TOLERANCE = 0.01;

/** Codes without which a roll-up cannot be right. */
export const ROLL_UP_CODES: ReadonlySet<GoalFindingCode> = new Set<GoalFindingCode>(['emptyMatrix', 'duplicateId', 'orphan', 'unknownParent', 'cycle', 'goalNotReached', 'weightMissing', 'weightOutOfRange', 'weightsDoNotAddUp']);

/** Checks the matrix as a whole. The same rows in any order give the same bytes. */
export function checkAlignment(table: GoalTable, settings: GoalCheckSettings): AlignmentAnswer {
	const { asOf, directory, tolerance = WEIGHT_TOLERANCE } = settings;
	const structure = goalStructure(table);
	const rule: AppliedRule = { ...ALIGNMENT_RULE, parameters: { tolerance, stages: structure.stages.map(({ id }) => id), owners: directory === null ? 'not looked up' : 'looked up' } };
	const checks = new Checks(structure, directory, fractionOf(tolerance), (finding, evidence) => goalFinding(finding, evidence, rule, asOf));
	const findings = checks.run();
	const counts: Partial<Record<GoalFindingCode, number>> = {};
	for (const { value } of findings) counts[value.code] = (counts[value.code] ?? 0) + 1;
	const value: AlignmentValue = { aligned: findings.length === 0, goals: structure.goals.size, actions: structure.actions.length, stages: structure.stages.length, findings: counts, matrix: matrixOf(structure) };
	const evidence = [...table.goals, ...table.actions, ...table.stages].flatMap((row) => (row.evidence === null ? [] : [row.evidence]));
	const size = text(`${value.goals} goals, ${value.actions} actions, ${value.stages} stages`, `${value.goals} 个目标、${value.actions} 项动作、${value.stages} 个环节`);
	return {
		alignment: {
			key: deterministicKey('goal-alignment', { rule: rule.id, version: rule.version, parameters: rule.parameters, evidence: evidence.map(({ source, id }) => `${source} ${id}`) }),
			kind: 'goalAlignment',
			subject: 'matrix',
			value,
			rule,
			evidence,
			explanation: value.aligned
				? text(`${size.en}: the weights of every goal add up to 100%, every goal is reached by an action and every stage has one.`, `${size['zh-CN']}：各目标的贡献权重合计均为 100%，每个目标都有动作支撑，每个环节都有动作。`)
				: text(`${size.en}: ${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}. First: ${findings[0]?.explanation.en ?? ''}`, `${size['zh-CN']}：发现 ${findings.length} 处问题。首项：${findings[0]?.explanation['zh-CN'] ?? ''}`),
			asOf,
		},
		findings,
	};
}

function matrixOf({ stages, actions, stageOf, parentOf }: GoalStructure): readonly MatrixField[] {
	return stages.map((stage) => ({
		stage: stage.id,
		actions: actions
			.filter((action) => stageOf(action.stage) === stage)
			.map((action) => ({
				id: action.id,
				name: action.name,
				goal: parentOf(action)?.id ?? action.parent ?? '',
				owner: action.owner,
				weightPercent: action.weight === null ? null : numberOf(action.weight),
				progressPercent: action.progress === null ? null : numberOf(action.progress),
			})),
	}));
}

class Checks {
	private readonly found: GoalFindingJudgement[] = [];

	constructor(
		private readonly structure: GoalStructure,
		private readonly directory: Directory | null,
		private readonly tolerance: Fraction,
		private readonly judge: (finding: GoalFinding, evidence: readonly EvidenceReference[]) => GoalFindingJudgement,
	) {}

	run(): readonly GoalFindingJudgement[] {
		const { goals, actions } = this.structure;
		if (goals.size === 0) this.add('emptyMatrix', text('the table', '表格'), text('There is no goal.', '没有任何目标。'), text('Add a row of kind “goal” for each goal.', '请为每个目标添加一行，类型为“目标”。'), [], []);
		this.duplicates();
		for (const cycle of this.structure.cycles) this.cycle(cycle);
		const sorted = [...goals.values(), ...actions];
		for (const entry of sorted) this.parent(entry);
		for (const goal of goals.values()) {
			this.reached(goal);
			this.weights(goal);
		}
		for (const entry of sorted) this.weight(entry);
		this.stages();
		for (const entry of sorted) this.owner(entry);
		return this.found;
	}

	private duplicates(): void {
		for (const group of this.structure.conflicts) {
			const [first] = group;
			const name = typeof first.name === 'string' ? first.name : first.name['zh-CN'];
			this.add(
				'duplicateId',
				placeOf(KIND_NAMES[first.kind], first.id, name),
				text(`${group.length} rows with different content have the id ${first.id}.`, `编号 ${first.id} 对应 ${group.length} 行内容不同的记录。`),
				text('Give each its own id, or delete the row that no longer holds.', '请为每一行设置各自的编号，或删除已失效的行。'),
				[first.id],
				group.flatMap(({ evidence }) => (evidence === null ? [] : [evidence])),
			);
		}
	}

	private cycle(cycle: readonly GoalEntry[]): void {
		const [first] = cycle;
		if (first === undefined) return;
		const names = [...cycle, first].map(({ name }) => `“${name}”`);
		this.add(
			'cycle',
			this.placeOf(first),
			cycle.length === 1 ? text('This goal is its own parent goal.', '该目标的上级目标是其自身。') : text(`The parent goals form a cycle: ${names.join(' → ')}.`, `上级目标形成循环：${names.join(' → ')}。`),
			text('Take out the parent of one of these goals, or name another one.', '请删除其中一个目标的上级目标，或改为其他目标。'),
			cycle.map(({ id }) => id),
			cycle.map(({ evidence }) => evidence),
		);
	}

	private parent(entry: GoalEntry | ActionEntry): void {
		if (entry.parent === null) {
			if (entry.kind === 'action') this.add('orphan', this.placeOf(entry), text('It contributes to no goal.', '该动作没有对应的上级目标。'), text('Enter the parent goal.', '请填写上级目标。'), [entry.id], [entry.evidence]);
			return;
		}
		if (this.structure.parentOf(entry) !== null) return;
		const several = this.structure.named(entry.parent);
		this.add(
			'unknownParent',
			this.placeOf(entry),
			several.length > 1
				? text(`The parent goal “${entry.parent}” is the name of ${several.length} goals.`, `上级目标“${entry.parent}”对应 ${several.length} 个目标。`)
				: text(`The parent goal “${entry.parent}” is not in the table.`, `表格中没有上级目标“${entry.parent}”。`),
			text('Enter the id of a goal of the table, or add the goal.', '请填写表格中目标的编号，或添加该目标。'),
			[entry.id],
			[entry.evidence, ...several.map(({ evidence }) => evidence)],
		);
	}

	private reached(goal: GoalEntry): void {
		if (this.structure.reached.has(comparable(goal.id))) return;
		this.add('goalNotReached', this.placeOf(goal), text('No action contributes to it, directly or through other goals.', '没有任何动作直接或间接支撑该目标。'), text('Add an action with this goal as its parent, or drop the goal.', '请添加以该目标为上级目标的动作，或取消该目标。'), [goal.id], [goal.evidence]);
	}

	private weights(goal: GoalEntry): void {
		const children = this.structure.childrenOf(goal);
		if (children.length === 0) return;
		const total = sum(children.map(({ weight }) => weight ?? ZERO));
		const off = minus(total, HUNDRED);
		const missing = children.filter(({ weight }) => weight === null).length;
		// A missing weight is said by itself; only what is too much already is wrong in any case.
		if (compare(off.n < 0n ? { n: -off.n, d: off.d } : off, this.tolerance) <= 0 || (missing > 0 && off.n < 0n)) return;
		const parts = children.map(({ name, weight }) => `${name} ${weight === null ? '–' : `${digitsOf(weight, 4, true)}%`}`);
		this.add(
			'weightsDoNotAddUp',
			this.placeOf(goal),
			text(`The contribution weights add up to ${digitsOf(total, 4, true)}% instead of 100% (${parts.join(', ')}).`, `贡献权重合计 ${digitsOf(total, 4, true)}%，应为 100%（${parts.join('、')}）。`),
			off.n > 0n ? text(`Take away ${digitsOf(off, 4, true)} points in all.`, `合计请减少 ${digitsOf(off, 4, true)} 个百分点。`) : text(`Add ${digitsOf({ n: -off.n, d: off.d }, 4, true)} points in all, or the contribution that is missing.`, `合计请增加 ${digitsOf({ n: -off.n, d: off.d }, 4, true)} 个百分点，或补充缺少的贡献项。`),
			[goal.id, ...children.map(({ id }) => id)],
			[goal.evidence, ...children.map(({ evidence }) => evidence)],
		);
	}

	private weight(entry: GoalEntry | ActionEntry): void {
		const { weight } = entry;
		if (weight === null) {
			if (entry.parent !== null) this.add('weightMissing', this.placeOf(entry), text('It has no contribution weight.', '未填写贡献权重。'), text('Enter how many percent of the parent goal it contributes.', '请填写其对上级目标的贡献百分比。'), [entry.id], [entry.evidence]);
			return;
		}
		if (compare(weight, ZERO) >= 0 && compare(weight, HUNDRED) <= 0) return;
		this.add('weightOutOfRange', this.placeOf(entry), text(`The contribution weight is ${digitsOf(weight, 4, true)}%.`, `贡献权重为 ${digitsOf(weight, 4, true)}%。`), text('Enter a weight from 0% to 100%.', '请填写 0% 至 100% 之间的权重。'), [entry.id], [entry.evidence]);
	}

	private stages(): void {
		const { stages, actions, stageOf } = this.structure;
		const flow = text(stages.map(({ name }) => name.en).join(', '), stages.map(({ name }) => name['zh-CN']).join('、'));
		const used = new Set(actions.map(({ stage }) => stageOf(stage)));
		for (const stage of stages) {
			if (used.has(stage)) continue;
			// That none is there follows from all of them.
			const looked = [...(stage.evidence === null ? [] : [stage.evidence]), ...actions.map(({ evidence }) => evidence)];
			this.add('stageWithoutAction', text(`stage “${stage.name.en}”`, `环节“${stage.name['zh-CN']}”`), text('No action belongs to this stage of the business flow.', '业务流的这一环节没有任何动作。'), text('Add an action for this stage, or take the stage out of the flow.', '请为该环节添加动作，或将其移出业务流。'), [stage.id], looked);
		}
		for (const action of actions) {
			if (stageOf(action.stage) !== null) continue;
			if (action.stage === null) this.add('noStage', this.placeOf(action), text('It belongs to no stage.', '未填写环节。'), text(`Enter one of: ${flow.en}.`, `请填写以下之一：${flow['zh-CN']}。`), [action.id], [action.evidence]);
			else this.add('unknownStage', this.placeOf(action), text(`The stage “${action.stage}” is not in the business flow.`, `业务流中没有环节“${action.stage}”。`), text(`Enter one of: ${flow.en}; or add the stage to the flow.`, `请填写以下之一：${flow['zh-CN']}；或将该环节加入业务流。`), [action.id], [action.evidence]);
		}
	}

	private owner(entry: GoalEntry | ActionEntry): void {
		const remedy = text('Enter the id, e-mail or name of a person of the HR directory.', '请填写人员目录中人员的编号、邮箱或姓名。');
		if (entry.owner === null) {
			this.add('noOwner', this.placeOf(entry), text('It has no owner.', '未填写负责人。'), remedy, [entry.id], [entry.evidence]);
			return;
		}
		if (this.directory === null) return;
		const found = ownerOf(this.directory, entry.owner);
		if (found.person === null) this.add('unknownOwner', this.placeOf(entry), found.reason, remedy, [entry.id], [entry.evidence]);
		else if (!found.person.active) this.add('ownerInactive', this.placeOf(entry), text(`The owner ${found.person.name} is no longer active.`, `负责人 ${found.person.name} 已不在职。`), text('Name the successor.', '请指定接任者。'), [entry.id], [entry.evidence, found.person.evidence]);
	}

	private placeOf({ kind, id, name }: GoalEntry | ActionEntry): BilingualText {
		return placeOf(KIND_NAMES[kind], id, name);
	}

	private add(code: GoalFindingCode, place: BilingualText, reason: BilingualText, remedy: BilingualText, ids: readonly string[], evidence: readonly EvidenceReference[]): void {
		this.found.push(this.judge({ code, place, reason, remedy, ids }, evidence));
	}
}
