import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAlignment, checkCapacity, readGoalTable, rollUpGoals } from '../../../core/goal-alignment/index.js';
import { createDirectory } from '../../../core/people/directory.js';
import { readPeopleTable } from '../../../core/people/peopleTable.js';

const asOf = '2026-04-01T08:00:00+08:00';
const STAGES = ['lead', 'opportunity', 'contract', 'delivery', 'renewal'];
const goal = { kind: 'goal', id: 'G1', name: 'Revenue', owner: 'P1', target: '35', unit: '%' };
const action = (id: string, stage: string, weight: unknown, progress: unknown = 50, parent = 'G1') => ({ kind: 'action', id, name: id, parent, owner: 'P1', stage, weight, progress });
const whole = [goal, ...STAGES.map((stage, at) => action(`A${at}`, stage, 20))];
const directory = createDirectory(readPeopleTable([{ id: 'P1', name: 'Li Wei' }, { id: 'P2', name: 'Zhao Min', active: 'no' }], { source: 'table:people' }).people);
const table = (rows: readonly object[], settings = {}) => readGoalTable(rows, { source: 'table:goals', ...settings });
const check = (rows: readonly object[], people: typeof directory | null = null) => checkAlignment(table(rows), { asOf, directory: people });
const codes = (rows: readonly object[], people: typeof directory | null = null) => check(rows, people).findings.map(({ value: { code, ids } }) => `${code} ${ids.join(' ')}`);
const progress = (rows: readonly object[], id = 'G1') => rollUpGoals(table(rows), asOf).find(({ subject }) => subject === id);

describe('S4: the matrix', () => {
	it('S4: a whole matrix has no finding; its stages stand across, its actions down', () => {
		const { alignment, findings } = check(whole, directory);
		expect(findings).toEqual([]);
		expect(alignment).toMatchObject({ kind: 'goalAlignment', value: { aligned: true, goals: 1, actions: 5, stages: 5 }, rule: { id: 'goal-alignment', version: '1' } });
		expect(alignment.value.matrix.map(({ stage, actions }) => [stage, actions.map(({ id }) => id)])).toEqual(STAGES.map((stage, at) => [stage, [`A${at}`]]));
		expect(alignment.evidence).toHaveLength(6);
	});

	it('S4: Chinese headings and words are read as the English ones', () => {
		const rows = [
			{ 类型: '目标', 编号: 'G1', 名称: '营收', 负责人: 'Li Wei' },
			...['线索', '商机', '签约', '交付', '续费'].map((stage, at) => ({ 类型: '动作', 编号: `A${at}`, 动作: `动作${at}`, 上级目标: '营收', 负责人: 'P1', 环节: stage, '贡献权重（%）': '20％', 进度: '50%' })),
		];
		expect(table(rows).problems).toEqual([]);
		expect(codes(rows, directory)).toEqual([]);
	});

	it.each([
		['weights 100.01% pass', whole.map((row) => ('weight' in row && row.id === 'A0' ? { ...row, weight: '20.01' } : row)), []],
		['weights 100.011% do not', whole.map((row) => ('weight' in row && row.id === 'A0' ? { ...row, weight: '20.011' } : row)), ['weightsDoNotAddUp G1 A0 A1 A2 A3 A4']],
		['a stage without an action', [goal, ...STAGES.slice(1).map((stage, at) => action(`A${at}`, stage, 25))], ['stageWithoutAction lead']],
		['an orphan', [...whole, { ...action('B', 'lead', null), parent: '' }], ['orphan B']],
		['an unknown parent', [...whole, action('B', 'lead', 10, 50, 'G9')], ['unknownParent B']],
		['a goal that no action reaches', [...whole, { ...goal, id: 'G2', name: 'Quality' }], ['goalNotReached G2']],
		['an unknown stage', [...whole, action('B', 'nowhere', 0)], ['unknownStage B']],
		['a weight that is missing', [...whole, action('B', 'lead', '')], ['weightMissing B']],
		['an id with two contents', [...whole, { ...goal, name: 'Other' }], ['duplicateId G1']],
		['an owner that nobody is', whole.map((row) => (row.id === 'A0' ? { ...row, owner: 'P9' } : row)), ['unknownOwner A0']],
		['an owner who has left', whole.map((row) => (row.id === 'A0' ? { ...row, owner: 'P2' } : row)), ['ownerInactive A0']],
		['nobody as owner', whole.map((row) => (row.id === 'A0' ? { ...row, owner: '' } : row)), ['noOwner A0']],
		['a row given twice', [...whole, ...whole], []],
	])('S4: %s', (_, rows, expected) => expect(codes(rows, directory)).toEqual(expected));

	it('S4: weights below 0 and above 100 are named', () => {
		expect(codes([goal, ...STAGES.map((stage, at) => action(`A${at}`, stage, [-10, 110, 0, 0, 0][at]))])).toEqual(['weightOutOfRange A0', 'weightOutOfRange A1']);
	});

	it('S4: a cycle is named once, from its smallest id', () => {
		const cycle = [{ ...goal, id: 'G3', parent: 'G2', weight: 100 }, { ...goal, id: 'G2', name: 'Two', parent: 'G3', weight: 100 }];
		expect(codes([...whole, ...cycle]).filter((code) => code.startsWith('cycle'))).toEqual(['cycle G2 G3']);
	});

	it('S4: that a stage has no action, and that no demand is given, rests on the rows that were looked at', () => {
		const stage = check([goal, ...STAGES.slice(1).map((name, at) => action(`A${at}`, name, 25))]).findings.find(({ value }) => value.code === 'stageWithoutAction');
		expect(stage?.evidence.map(({ label }) => label)).toEqual(['A0', 'A1', 'A2', 'A3']);
		const lever = { kind: 'lever', id: 'L1', name: 'Renewal rate', 'planned change': 10, 'per change': 10, releases: 23 };
		expect(checkCapacity(table([lever]), asOf).findings.map(({ value, evidence }) => [value.code, evidence.length])).toEqual([['demandMissing', 1]]);
	});

	it('S4: place, reason and remedy in both languages', () => {
		const [finding] = check([goal, ...STAGES.map((stage, at) => action(`A${at}`, stage, at === 0 ? 10 : 20))]).findings;
		expect(finding?.value).toMatchObject({ place: { en: 'goal “Revenue” (G1)', 'zh-CN': '目标“Revenue”（G1）' }, remedy: { en: 'Add 10 points in all, or the contribution that is missing.', 'zh-CN': '合计请增加 10 个百分点，或补充缺少的贡献项。' } });
		expect(finding?.explanation['zh-CN']).toContain('贡献权重合计 90%，应为 100%');
		expect(finding?.evidence).toHaveLength(6);
	});

	it('S4: a row that cannot be used is refused with column and value, the others count', () => {
		const { problems, actions } = table([...whole, action('B', 'lead', 'many'), 'text' as unknown as object, { nothing: 1 }]);
		expect(actions).toHaveLength(5);
		expect(problems.map(({ row, field, reason }) => [row, field, reason.en])).toEqual([
			[6, 'weight', 'Column "weight" is "many", expected a number.'],
			[7, null, 'This is not a row with columns.'],
			[8, null, 'No column of this row says what it is.'],
		]);
	});
});

describe('S4: large tables', () => {
	it('S4: owners by name and parents that are nowhere are looked up, not searched for each row', () => {
		const rows = (size: number) => Array.from({ length: size }, (_, at) => [{ kind: 'goal', id: `G${at}`, name: `Goal ${at}`, owner: `Person ${at}` }, { ...action(`A${at}`, 'lead', 10, 50, `nowhere ${at}`), owner: `Person ${at}` }]).flat();
		const people = (size: number) => createDirectory(readPeopleTable(Array.from({ length: size }, (_, at) => ({ id: `P${at}`, name: `Person ${at}` })), { source: 'table:people' }).people);
		const time = (size: number): number => {
			const [given, owners] = [rows(size), people(size)];
			const start = performance.now();
			check(given, owners);
			return performance.now() - start;
		};
		time(200);
		// Eight times the rows take eight times as long and some, not sixty-four times.
		expect(time(1600) / time(200)).toBeLessThan(30);
	});
});

describe('S4: roll-up', () => {
	const example = (third: unknown) => [goal, action('A0', 'lead', 50, 80), action('A1', 'opportunity', 30, 50), action('A2', 'contract', 20, third)];

	it('S4: 50% × 0.8 + 30% × 0.5 + 20% × 1.0 = 75%', () => {
		expect(progress(example(100))).toMatchObject({ value: { result: 'value', progressPercent: 75, coveredPercent: 100, target: '35' }, explanation: { en: 'Progress of goal “Revenue” (G1): 75.0% by contribution weight (50% × 80% + 30% × 50% + 20% × 100%).' } });
		const fractions = table([goal, action('A0', 'lead', 0.5, 0.8), action('A1', 'lead', 0.3, 0.5), action('A2', 'lead', '20%', 1)], { percentages: 'one' });
		expect(rollUpGoals(fractions, asOf)[0]?.value.progressPercent).toBe(75);
	});

	it('S4: a missing progress is not available with its coverage, never 0', () => {
		expect(progress(example(''))).toMatchObject({ value: { result: 'notAvailable', progressPercent: null, coveredPercent: 80 }, coverage: { counted: 2, total: 3 }, explanation: { 'zh-CN': '目标“Revenue”（G1）的进度：不可用（缺少“A2”的进度）；已覆盖 80.0% 的权重。' } });
		expect(progress(example(0))?.value.progressPercent).toBe(55);
	});

	it('S4: goals roll up through goals; wrong weights and rows that contradict each other give no value', () => {
		const nested = [...example(100), { kind: 'goal', id: 'G0', name: 'Company' }, { ...goal, id: 'G2', name: 'Cost', parent: 'G0', weight: 40 }, action('C', 'lead', 100, 50, 'G2')].map((row) => ('id' in row && row.id === 'G1' ? { ...row, parent: 'G0', weight: 60 } : row));
		expect(progress(nested, 'G0')?.value).toMatchObject({ progressPercent: 65, coveredPercent: 100 });
		expect(progress([...example(100), action('B', 'lead', 5, 50)])?.value).toMatchObject({ result: 'notAvailable', missing: { en: 'the weights add up to 105% instead of 100%' } });
		expect(progress([...example(100), action('A2', 'contract', 20, 40)])?.value).toMatchObject({ result: 'notAvailable', coveredPercent: 80 });
	});
});

describe('S4: capacity', () => {
	const lever = (planned: unknown, more = {}) => ({ kind: 'lever', id: 'L1', name: 'Renewal rate', 'planned change': planned, 'per change': 10, releases: 23, ...more });
	const demand = { kind: 'demand', name: 'Growth', demand: '35%' };
	const capacity = (...rows: readonly object[]) => checkCapacity(table(rows), asOf);

	it('S4: +10 points release 23%; a demand of 35% is short by 12 points', () => {
		expect(capacity(demand, lever(10)).capacity).toMatchObject({ value: { result: 'short', demandPercent: 35, releasedPercent: 23, shortPoints: 12 }, explanation: { 'zh-CN': '目标需新增 35% 的产能，杠杆可释放 23%：缺口为现有产能的 12 个百分点。' } });
		expect(capacity({ ...demand, demand: 23 }, lever(10)).capacity.value).toMatchObject({ result: 'enough', sparePoints: 0 });
	});

	it('S4: +5 points release 11.5%; beyond the stated range nothing is known', () => {
		expect(capacity(demand, lever(5)).capacity.value.releasedPercent).toBe(11.5);
		expect(capacity(demand, lever(11))).toMatchObject({ capacity: { value: { result: 'notAvailable', shortPoints: null } }, findings: [{ value: { code: 'leverOutsideRange' } }] });
		expect(capacity(demand, lever(11, { 'range to': 20 })).capacity.value.releasedPercent).toBe(25.3);
		expect(capacity(demand, lever(''))).toMatchObject({ findings: [{ value: { code: 'leverIncomplete' } }] });
		expect(capacity(lever(10))).toMatchObject({ capacity: { value: { result: 'notAvailable' } }, findings: [{ value: { code: 'demandMissing' } }] });
	});
});

describe('S4: whatever the table', () => {
	const id = fc.integer({ min: 0, max: 6 }).map((n) => `G${n}`);
	const rowsOf = fc.uniqueArray(fc.record({ kind: fc.constant('goal'), id, parent: fc.option(id, { nil: '' }), weight: fc.integer({ min: 0, max: 100 }), name: fc.constantFrom('x', 'y') }), { selector: (row) => row.id });
	const actionsOf = fc.uniqueArray(fc.record({ kind: fc.constant('action'), id: fc.integer({ min: 0, max: 30 }).map((n) => `A${n}`), parent: id, stage: fc.constantFrom(...STAGES), weight: fc.integer({ min: 0, max: 100 }), progress: fc.option(fc.integer({ min: 0, max: 100 }), { nil: '' }) }), { selector: (row) => row.id });
	const anyTable = fc.tuple(rowsOf, actionsOf).map(([goals, actions]) => [...goals, ...actions]);

	it('S4: the order of the rows never matters', () => {
		fc.assert(
			fc.property(anyTable, fc.func(fc.integer()), (rows, rank) => {
				const turned = [...rows].sort((a, b) => rank(a.id) - rank(b.id));
				expect(check(turned)).toEqual(check(rows));
				expect(rollUpGoals(table(turned), asOf)).toEqual(rollUpGoals(table(rows), asOf));
			}),
			{ numRuns: 60 },
		);
	});

	it('S4: progress lies between the least and the most of its contributions; without an action the coverage is never higher', () => {
		const weights = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.option(fc.integer({ min: 0, max: 120 }), { nil: '' as const })), { minLength: 2, maxLength: 6 });
		fc.assert(
			fc.property(weights, fc.nat(5), (parts, at) => {
				const total = parts.reduce((all, [weight]) => all + weight, 0);
				const rows = [goal, ...parts.map(([weight, done], index) => action(`A${index}`, 'lead', index === 0 ? 100 - parts.slice(1).reduce((all, [other]) => all + (other * 99) / total, 0) : (weight * 99) / total, done))];
				const before = progress(rows)?.value;
				if (before?.progressPercent !== null && before !== undefined) {
					const known = parts.map(([, done]) => Number(done));
					expect(before.progressPercent).toBeGreaterThanOrEqual(Math.min(...known) - 1e-9);
					expect(before.progressPercent).toBeLessThanOrEqual(Math.max(...known) + 1e-9);
				}
				const after = progress(rows.filter(({ id: own }) => own !== `A${at % parts.length}`))?.value;
				expect(after?.coveredPercent ?? 0).toBeLessThanOrEqual((before?.coveredPercent ?? 0) + 1e-9);
			}),
		);
	});

	it('S4: a cycle is always found, and nothing runs for ever', () => {
		fc.assert(
			fc.property(rowsOf, fc.integer({ min: 1, max: 5 }), (goals, length) => {
				const ring = Array.from({ length }, (_, at) => ({ kind: 'goal', id: `R${at}`, name: `R${at}`, parent: `R${(at + 1) % length}`, weight: 100 }));
				const found = check([...goals, ...ring]).findings.filter(({ value }) => value.code === 'cycle').map(({ value }) => [...value.ids].sort());
				expect(found).toContainEqual(ring.map(({ id: own }) => own).sort());
				expect(progress([...goals, ...ring], 'R0')?.value.result).toBe('notAvailable');
			}),
			{ numRuns: 60 },
		);
	});
});
