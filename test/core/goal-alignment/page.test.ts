import { describe, expect, it } from 'vitest';
import { checkAlignment, checkBufferGoals, checkCapacity, goalPage, goalTreeSvg, readGoalTable, rollUpGoals } from '../../../core/goal-alignment/index.js';

const asOf = '2026-10-08T08:00:00+08:00';
const rows = [
	{ kind: 'goal', id: 'G1', name: 'Revenue <b>', owner: 'P1', target: '35%' },
	{ kind: 'goal', id: 'G2', name: '老客户复购率提升', parent: 'G1', weight: '60%', owner: 'P1' },
	{ kind: 'action', id: 'A1', name: 'Visit', parent: 'G2', weight: '100%', stage: 'renewal', progress: '50%', owner: 'P1' },
	{ kind: 'action', id: 'A2', name: 'Prospect', parent: 'G1', weight: '30%', stage: 'lead', owner: 'P1' },
	{ kind: 'goal', id: 'C1', name: 'Cycle 1', parent: 'C2', weight: '100%' },
	{ kind: 'goal', id: 'C2', name: 'Cycle 2', parent: 'C1', weight: '100%' },
	...['2026-Q1', '2026-Q2', '2026-Q3'].map((period, at) => ({ goal: 'G1', period, value: at === 2 ? 24 : 20, unit: 'days' })),
];
const pageOf = (language: 'en' | 'zh-CN', given: readonly object[] = rows) => {
	const table = readGoalTable(given, { source: 'table:goals' });
	return goalPage({ table, alignment: checkAlignment(table, { asOf, directory: null }), progress: rollUpGoals(table, asOf), capacity: checkCapacity(table, asOf), bufferGoals: checkBufferGoals(table, { asOf }), language });
};

describe('S4: the picture of the tree', () => {
	it('S4: shows every goal and action once with weight and progress, and marks what has to be mended', () => {
		const table = readGoalTable(rows, { source: 'table:goals' });
		const svg = goalTreeSvg(table, rollUpGoals(table, asOf), checkAlignment(table, { asOf, directory: null }).findings, 'zh-CN');
		for (const name of ['Revenue &lt;b&gt;', '老客户复购率提升', 'Visit', 'Prospect', 'Cycle 2']) expect(svg).toContain(`600" fill="#1b2537">${name}`);
		expect(svg).toContain('<title>老客户复购率提升 (G2): 权重 60%, 进度 50%</title>');
		expect(svg).toContain('▲ 待修正');
		expect(svg).not.toMatch(/<b>|<script|style=|NaN|Infinity/);
	});

	it('S4: has room for a name of any length and for nothing at all', () => {
		const long = readGoalTable([{ kind: 'goal', id: 'G', name: '很'.repeat(80) }], { source: 't' });
		expect(goalTreeSvg(long, [], [], 'en')).toContain('很…');
		expect(goalTreeSvg(readGoalTable([], { source: 't' }), [], [], 'en')).toMatch(/^<svg .*<\/svg>$/);
	});

	it('S4: draws at most 150 boxes and says how many it leaves out', () => {
		const many = readGoalTable([{ kind: 'goal', id: 'G', name: 'G' }, ...Array.from({ length: 199 }, (_, at) => ({ kind: 'action', id: `A${at}`, name: `A${at}`, parent: 'G', stage: 'lead' }))], { source: 't' });
		const svg = goalTreeSvg(many, [], [], 'en');
		expect(svg.match(/<g>/g)).toHaveLength(150);
		expect(svg).toContain('50 more goals and actions');
	});
});

describe('S4: the matrix of the page', () => {
	it('S4: has the business flow across and the actions down, says where nobody works and what stands outside the flow', () => {
		const page = pageOf('en', [...rows, { kind: 'action', id: 'A3', name: 'Elsewhere', parent: 'G2', stage: 'nowhere' }]);
		const matrix = page.slice(page.indexOf('aria-label="Business flow and actions"'), page.indexOf('Progress by weight'));
		expect([...matrix.matchAll(/<th scope="col"[^>]*>([^<]*)/g)].map(([, name]) => name)).toEqual(['Action', 'lead', 'opportunity', 'contract', 'delivery', 'renewal', 'outside the flow']);
		expect(matrix.match(/class="gap"/g)).toHaveLength(3);
		expect([...matrix.matchAll(/<th scope="row">([^<]*)/g)].map(([, name]) => name)).toEqual(['Visit', 'Prospect', 'Elsewhere']);
		expect([...matrix.matchAll(/<tr><th scope="row">.*?<\/tr>/g)].map(([row]) => [...row.matchAll(/<td( class="here")?>/g)].findIndex(([, here]) => here !== undefined))).toEqual([4, 0, 5]);
	});
});

describe('S4, S5: the page', () => {
	it.each(['en', 'zh-CN'] as const)('S4: verdict, findings with remedy and records, matrix, progress and buffer goals (%s)', (language) => {
		const page = pageOf(language);
		expect(page).toContain(`<html lang="${language}">`);
		for (const part of language === 'en' ? ['Take out the parent of one of these goals', 'no action', '20% worse', 'Add 10 points in all'] : ['请删除其中一个目标的上级目标', '无动作', '恶化 20%', '合计请增加 10 个百分点']) expect(page).toContain(part);
		expect(page).not.toMatch(/<script|Revenue <b>|undefined|\[object/);
	});

	it('S4: the order of the rows does not change a byte', () => {
		expect(pageOf('en', [...rows].reverse())).toBe(pageOf('en'));
	});

	it('S4: says in both languages why there is no progress, that no row stands behind a stage nobody names, and when it was judged', () => {
		const goal = [{ kind: 'goal', id: 'G', name: 'G', owner: 'P1' }];
		expect(pageOf('zh-CN', goal)).toContain('不可用（没有任何贡献项）');
		expect(pageOf('zh-CN', goal)).toContain('表中没有对应的行');
		expect(pageOf('en', goal)).toContain('no row of the table');
		expect(pageOf('en', goal)).toContain('as of 2026-10-08 08:00 (+08:00)');
		expect(pageOf('en', goal)).toContain('not available: nothing contributes to it');
	});
});
