import { columnKey } from '../people/accountColumn.js';
import type { BilingualText } from '../judgement/judgement.js';

/** What a row of the table is. */
export type GoalRowKind = 'goal' | 'action' | 'stage' | 'lever' | 'demand' | 'index';

/** A fact that a column can hold. */
export type GoalColumn =
	| 'kind' | 'id' | 'name' | 'goalId' | 'goal' | 'actionId' | 'action' | 'parent' | 'owner' | 'stage' | 'weight' | 'progress' | 'target' | 'unit' | 'order' | 'url' | 'changed'
	| 'plannedChange' | 'perChange' | 'released' | 'rangeFrom' | 'rangeTo'
	| 'demand' | 'period' | 'value' | 'cases' | 'openCases' | 'closed' | 'baseline' | 'revision';

/** Headings of tables in English and Chinese; compared without case, width, blanks, underscores, hyphens and brackets. */
export const GOAL_COLUMNS: Readonly<Record<GoalColumn, readonly string[]>> = {
	kind: ['kind', 'row kind', 'type', '类型', '类别', '行类型'],
	id: ['id', 'item id', 'lever id', 'stage id', 'no', '编号', '杠杆编号', '环节编号'],
	name: ['name', 'title', '名称', '标题'],
	goalId: ['goal id', 'goal no', '目标编号'],
	goal: ['goal', 'goal name', '目标', '目标名称'],
	actionId: ['action id', 'action no', '动作编号'],
	action: ['action', 'action name', '动作', '具体动作', '动作名称'],
	parent: ['parent', 'parent goal', 'parent id', 'parent goal id', 'contributes to', '上级目标', '上级目标编号', '所属目标', '上级'],
	owner: ['owner', 'owner id', 'owner email', 'responsible', '负责人', '责任人', '目标负责人', '负责人工号'],
	stage: ['stage', 'business stage', 'flow stage', '阶段', '环节', '业务环节', '业务阶段'],
	weight: ['weight', 'contribution weight', 'weight %', 'contribution', '权重', '贡献权重', '贡献权重%', '权重%'],
	progress: ['progress', 'progress %', 'completion', '进度', '完成率', '完成度', '进度%'],
	target: ['target', 'target value', '目标值', '指标值'],
	unit: ['unit', '单位'],
	order: ['order', 'sequence', 'position', '顺序', '序号', '排序'],
	url: ['url', 'link', '链接', '地址'],
	changed: ['updatedAt', 'changed at', 'last changed', '修改时间', '更新时间'],
	plannedChange: ['planned change', 'change', 'planned points', '计划变化', '计划提升', '计划提升百分点'],
	perChange: ['per change', 'stated change', 'per points', '对应变化', '每提升', '每提升百分点'],
	released: ['released capacity', 'releases', 'released', 'capacity %', '释放产能', '释放产能%', '释放'],
	rangeFrom: ['range from', 'from', '适用范围起', '范围下限'],
	rangeTo: ['range to', 'to', '适用范围止', '范围上限'],
	demand: ['demand', 'additional demand', 'demand %', '新增需求', '需求', '新增需求%'],
	period: ['period', 'quarter', 'month', '周期', '期间', '统计周期', '季度', '月份'],
	value: ['value', 'index', 'index value', 'mean dwell', 'mean dwell days', '数值', '指标', '流程健康度指标', '平均停留时长', '平均停留天数'],
	cases: ['cases', 'finished', 'count', '件数', '数量', '已完成件数'],
	openCases: ['open cases', 'open', '未完成件数', '在办件数'],
	closed: ['closed', 'period closed', '已结束', '是否结束', '周期已结束'],
	baseline: ['baseline', 'frozen baseline', '基线'],
	revision: ['revision', 'version', '版本', '修订'],
};

const KIND_WORDS: Readonly<Record<GoalRowKind, readonly string[]>> = {
	goal: ['goal', 'objective', 'parent goal', 'buffer goal', '目标', '上级目标', '缓冲带目标'],
	action: ['action', '动作', '行动'],
	stage: ['stage', '阶段', '环节', '业务环节'],
	lever: ['lever', '杠杆'],
	demand: ['demand', '需求', '新增需求'],
	index: ['index', 'process-health index', 'health index', '指标', '流程健康度指标'],
};

export const KIND_BY_WORD: ReadonlyMap<string, GoalRowKind> = new Map(Object.entries(KIND_WORDS).flatMap(([kind, words]) => words.map((word) => [columnKey(word), kind as GoalRowKind] as const)));

/** The kinds as people read them. */
export const KIND_NAMES: Readonly<Record<GoalRowKind, BilingualText>> = {
	goal: { en: 'goal', 'zh-CN': '目标' },
	action: { en: 'action', 'zh-CN': '动作' },
	stage: { en: 'stage', 'zh-CN': '环节' },
	lever: { en: 'lever', 'zh-CN': '杠杆' },
	demand: { en: 'demand', 'zh-CN': '需求' },
	index: { en: 'index', 'zh-CN': '指标' },
};

/** The sales flow of the article, used where no other flow is given. */
export const SALES_FLOW: ReadonlyArray<{ readonly id: string; readonly name: BilingualText; readonly words: readonly string[] }> = [
	{ id: 'lead', name: { en: 'lead', 'zh-CN': '线索' }, words: ['leads'] },
	{ id: 'opportunity', name: { en: 'opportunity', 'zh-CN': '商机' }, words: ['opportunities'] },
	{ id: 'contract', name: { en: 'contract', 'zh-CN': '签约' }, words: ['contracting', 'closing', '合同'] },
	{ id: 'delivery', name: { en: 'delivery', 'zh-CN': '交付' }, words: [] },
	{ id: 'renewal', name: { en: 'renewal', 'zh-CN': '续费' }, words: ['续约'] },
];

const COLUMN_BY_WORD: ReadonlyMap<string, GoalColumn> = new Map(Object.entries(GOAL_COLUMNS).flatMap(([column, words]) => words.map((word) => [columnKey(word), column as GoalColumn] as const)));

/** Looks up what the columns of a row hold; rows with the same columns share the answer. */
export function goalColumnFinder(own: Partial<Record<GoalColumn, string>> = {}): (row: Readonly<Record<string, unknown>>) => ReadonlyMap<GoalColumn, readonly string[]> {
	const byWord = new Map(COLUMN_BY_WORD);
	// A column named in the settings is that column and nothing else.
	const chosen = Object.entries(own).filter(([, heading]) => heading.trim() !== '') as Array<[GoalColumn, string]>;
	for (const [column] of chosen) for (const [word, usual] of byWord) if (usual === column) byWord.delete(word);
	for (const [column, heading] of chosen) byWord.set(columnKey(heading), column);
	const known = new Map<string, ReadonlyMap<GoalColumn, readonly string[]>>();
	return (row) => {
		const headings = Object.keys(row);
		const shape = headings.join('\n');
		const seen = known.get(shape);
		if (seen !== undefined) return seen;
		// A Data Table numbers its rows in `id`; that number names nothing.
		const numbered = headings.includes('createdAt') && headings.includes('updatedAt');
		const found = new Map<GoalColumn, string[]>();
		for (const heading of headings) {
			if (numbered && heading === 'id') continue;
			const column = byWord.get(columnKey(heading));
			if (column === undefined) continue;
			const list = found.get(column);
			if (list) list.push(heading);
			else found.set(column, [heading]);
		}
		known.set(shape, found);
		return found;
	};
}
