import type { BilingualText, Language } from '../judgement/judgement.js';

/*
 * Goals of the sample company along the flow lead → opportunity → contract → delivery → renewal, with planted faults: a stage that nobody works on,
 * weights that miss 100%, a goal without an owner, a lever that falls short of the demand, and a buffer goal whose dwell time worsens. Ids begin with `sample-`, so that a re-check of the sample never stands for a real one.
 */

const t = (en: string, zh: string): BilingualText => ({ en, 'zh-CN': zh });

type Cell = string | number | BilingualText | null;

const HEADINGS: ReadonlyArray<readonly [key: string, name: BilingualText]> = [
	['kind', t('Kind', '类型')],
	['id', t('ID', '编号')],
	['name', t('Name', '名称')],
	['parent', t('Parent Goal', '上级目标')],
	['owner', t('Owner', '负责人')],
	['stage', t('Stage', '环节')],
	['weight', t('Weight %', '贡献权重%')],
	['progress', t('Progress %', '进度%')],
	['target', t('Target', '目标值')],
	['plannedChange', t('Planned Points', '计划提升百分点')],
	['perChange', t('Per Points', '每提升百分点')],
	['released', t('Released Capacity', '释放产能')],
	['demand', t('Additional Demand', '新增需求')],
	['goal', t('Goal', '目标')],
	['period', t('Period', '周期')],
	['value', t('Index Value', '数值')],
	['openCases', t('Open Cases', '在办件数')],
	['unit', t('Unit', '单位')],
];

const GOAL = t('goal', '目标');
const ACTION = t('action', '动作');
const STAGES = { lead: t('lead', '线索'), opportunity: t('opportunity', '商机'), contract: t('contract', '签约'), delivery: t('delivery', '交付'), renewal: t('renewal', '续费') };

const ROWS: ReadonlyArray<Readonly<Record<string, Cell>>> = [
	{ kind: GOAL, id: 'sample-G1', name: t('Revenue grows by 35%', '年度营收增长 35%'), owner: 'P060', target: '35%' },
	{ kind: GOAL, id: 'sample-G2', name: t('Renewal rate up by 10 points', '老客户续约率提升 10 个百分点'), parent: 'sample-G1', owner: 'P061', weight: '60%', target: '71%' },
	{ kind: GOAL, id: 'sample-G3', name: t('New customers per person', '每人新增客户'), parent: 'sample-G1', owner: null, weight: '30%', target: 50 },
	{ kind: ACTION, id: 'A1', name: t('Yearly review with every customer', '每年与每位客户做一次使用回顾'), parent: 'sample-G2', owner: 'P061', stage: STAGES.renewal, weight: '50%', progress: '80%' },
	{ kind: ACTION, id: 'A2', name: t('Hand-over within 5 days of signing', '签约后 5 天内完成交接'), parent: 'sample-G2', owner: 'P062', stage: STAGES.delivery, weight: '30%', progress: '50%' },
	{ kind: ACTION, id: 'A3', name: t('Offer of renewal 90 days before the end', '到期前 90 天发出续约方案'), parent: 'sample-G2', owner: 'P061', stage: STAGES.renewal, weight: '20%', progress: '100%' },
	{ kind: ACTION, id: 'A4', name: t('First call within a day', '线索 1 天内首次联系'), parent: 'sample-G3', owner: 'P062', stage: STAGES.lead, weight: '40%', progress: '30%' },
	{ kind: ACTION, id: 'A5', name: t('Demonstration with own data of the customer', '用客户自己的数据做演示'), parent: 'sample-G3', owner: 'P062', stage: STAGES.opportunity, weight: '60%', progress: null },
	{ kind: t('lever', '杠杆'), id: 'L1', name: t('Renewal rate', '老客户续约率'), plannedChange: 10, perChange: 10, released: '23%' },
	{ kind: t('demand', '需求'), id: 'D1', name: t('Service for 35% more revenue', '营收增长 35% 所需的服务产能'), demand: '35%' },
];

/** Mean dwell in days by quarter: the whole flow and two stages; delivery slows down in the last one. */
const DWELL: ReadonlyArray<readonly [period: string, whole: number, opportunity: number, delivery: number, open: number]> = [
	['2025-Q3', 20.4, 6.1, 8.2, 0],
	['2025-Q4', 19.8, 6.0, 8.0, 0],
	['2026-Q1', 20.2, 6.2, 8.1, 0],
	['2026-Q2', 20.0, 5.9, 8.3, 1],
	['2026-Q3', 23.6, 6.1, 11.9, 4],
];

/** The table as a person would keep it, with headings and words of the language. */
export function sampleGoals(language: Language): ReadonlyArray<Readonly<Record<string, string | number>>> {
	const indexes = DWELL.flatMap(([period, whole, opportunity, delivery, openCases]) => {
		const row = { kind: t('index', '指标'), goal: 'sample-G1', period, openCases, unit: t('days', '天') };
		return [{ ...row, value: whole }, { ...row, stage: STAGES.opportunity, value: opportunity }, { ...row, stage: STAGES.delivery, value: delivery }];
	});
	return [...ROWS, ...indexes].map((row: Readonly<Record<string, Cell>>) =>
		Object.fromEntries(HEADINGS.map(([key, heading]) => {
			const cell = row[key] ?? '';
			return [heading[language], typeof cell === 'object' ? cell[language] : cell];
		})),
	);
}
