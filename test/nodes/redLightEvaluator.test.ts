import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import type { CloudEvent } from '../../core/evidence/cloudEvent.js';
import { evidenceRows } from '../../core/evidence/evidenceRow.js';
import { RedLightEvaluator } from '../../nodes/RedLightEvaluator/RedLightEvaluator.node.js';
import { abandoned, comment, commits, merged, version } from '../core/red-light/support/evidence.js';
import { executeFunctions } from '../support/executeFunctions.js';

const node = new RedLightEvaluator();
const AS_OF = '2026-03-04T20:00:00+08:00';
const people = [
	{ personId: 'P1', name: 'Li Wei', email: null, active: true, department: 'R&D', managerId: 'P3', mentorId: 'P2', teamLeadId: 'P3', accounts: '[{"system":"github","account":"li-wei"}]', roles: '[]', source: 'table:people', sourceId: 'P1' },
	{ personId: 'P2', name: 'Zhao Min', email: 'zhao.min@example.com', active: true, department: 'R&D', managerId: 'P3', mentorId: null, teamLeadId: null, accounts: '[]', roles: '[]', source: 'table:people', sourceId: 'P2' },
];
const red = ['2026-03-02', '2026-03-03', '2026-03-04'].flatMap((day) => commits(day, 6));

async function run(facts: ReadonlyArray<CloudEvent | IDataObject>, parameters: Readonly<Record<string, unknown>> = {}, continueOnFail = false): Promise<INodeExecutionData[][]> {
	const defaults = Object.fromEntries(node.description.properties.map(({ name, default: value }) => [name, value]));
	return await node.execute.call(executeFunctions({ items: facts.map((json) => ({ json: json as unknown as IDataObject })), parameters: { ...defaults, asOf: AS_OF, people, ...parameters }, continueOnFail }));
}

const colours = (outputs: INodeExecutionData[][]): number[] => outputs.map((items) => items.length);

describe('Red-Light Evaluator', () => {
	it('S6: gives red, yellow and green on three outputs, linked to the items they rest on', async () => {
		const outputs = await run([...red, ...commits('2026-03-04', 6, 'src/api', 'wu-hao'), merged('2026-03-04T10:00:00+08:00', '1', 'xu-li')]);
		expect(colours(outputs)).toEqual([1, 1, 1, 0, 0]);
		expect(outputs[0]?.[0]?.json).toMatchObject({ subject: 'P1', kind: 'redLight', value: { subjectName: 'Li Wei', state: 'new', streak: 3 }, audience: { level: 'person', persons: [{ personId: 'P1' }, { personId: 'P2', as: 'mentor' }] } });
		expect(outputs[0]?.[0]?.pairedItem).toEqual(red.map((_, item) => ({ item })));
		expect(outputs[1]?.[0]?.json).toMatchObject({ subject: 'github wu-hao', value: { joined: false } });
	});

	it('S6: reads stored rows with their payload, several facts to a row', async () => {
		const rows = evidenceRows(red).map(({ row }) => ({ ...row }));
		const outputs = await run([...rows, { payload: '[{"cut off' }]);
		expect(colours(outputs)).toEqual([1, 0, 0, 0, 1]);
		expect(outputs[4]?.[0]?.json).toMatchObject({ code: 'unreadableRow' });
	});

	it('S6: a rule of the form works, and a wrong one is refused with row, field, value and remedy in both languages', async () => {
		const rule = { id: 'commits', nameEn: 'Commits', nameZh: '提交', version: '3', enabled: true, days: 3, failureRateOver: 40, commitsOver: 6, more: { exclude: '*.lock' } };
		expect(colours(await run(red, { rulesFrom: 'form', rules: { code: [rule] } }))).toEqual([0, 0, 1, 0, 0]);
		expect(colours(await run(red, { rulesFrom: 'form', rules: { code: [{ ...rule, commitsOver: 5 }] } }))).toEqual([1, 0, 0, 0, 0]);
		const wrong = run(red, { rulesFrom: 'form', rules: { code: [{ ...rule, failureRateOver: 140 }] } });
		await expect(wrong).rejects.toMatchObject({
			message: expect.stringContaining('Row 1 (rule “commits”), field “failureRateOver” is 140, expected a number from 0 to 100. 第 1 行（规则“commits”），字段“failureRateOver”为 140，应为 0 到 100 的数。') as string,
			description: expect.stringContaining('Enter a number from 0 to 100') as string,
		});
		const outputs = await run(red, { rulesFrom: 'form', rules: { code: [{ ...rule, failureRateOver: 140 }, { ...rule, id: 'other', commitsOver: 5 }] } }, true);
		expect(colours(outputs)).toEqual([1, 0, 0, 0, 1]);
		expect(outputs[4]?.[0]?.json).toMatchObject({ code: 'unusableRule', row: 1, field: 'failureRateOver' });
	});

	it('S6: rules come as rows of a table, with parameters as JSON text', async () => {
		const rows = [{ id: 1, createdAt: 'x', updatedAt: 'x', ruleId: 'many', version: '1', nameEn: 'Many commits', nameZh: '提交多', enabled: true, kind: 'generic', parameters: '{"measure":"commits","threshold":5}' }];
		const outputs = await run(red, { rulesFrom: 'json', rulesJson: rows });
		expect(outputs[0]?.[0]?.json).toMatchObject({ rule: { id: 'many', parameters: { kind: 'generic', threshold: 5 } }, explanation: { 'zh-CN': expect.stringContaining('连续 3 个工作日') as string } });
		await expect(run(red, { rulesFrom: 'json', rulesJson: [{ ...rows[0], parameters: '{"measure":"commits"' }] })).rejects.toThrow(/field “parameters”/);
	});

	it('S6: table rows go round: stored, read as known, reported when out', async () => {
		const first = await run(red, { output: 'rows' });
		const stored = first[0]?.map(({ json }) => json) ?? [];
		expect(Object.keys(stored[0] ?? {})).toEqual(['lightKey', 'ruleId', 'ruleVersion', 'kind', 'subject', 'subjectName', 'personId', 'light', 'state', 'grey', 'streak', 'figure', 'figureZh', 'firstDay', 'lastDay', 'firstSeen', 'lastSeen', 'explanation', 'explanationZh', 'humanDecision', 'objectionState', 'objection', 'payload']);
		expect(Object.values(stored[0] ?? {}).every((cell) => typeof cell === 'string' || typeof cell === 'number')).toBe(true);
		const again = await run(red, { knownLights: stored });
		expect(again[0]?.[0]?.json).toMatchObject({ key: stored[0]?.['lightKey'], value: { state: 'known' } });
		const out = await run(red, { knownLights: stored, asOf: '2026-03-06T20:00:00+08:00', output: 'rows' });
		expect(colours(out)).toEqual([0, 0, 1, 1, 0]);
		expect(out[3]?.[0]?.json).toMatchObject({ lightKey: stored[0]?.['lightKey'], state: 'out', explanationZh: expect.stringContaining('灯已熄灭') as string });
	});

	it('S7: lights of a removed rule go out where these are all the rules, but not while a rule is refused', async () => {
		const stored = (await run(red, { output: 'rows' }))[0]?.map(({ json }) => json) ?? [];
		const other = { id: 'edits', kind: 'pageEdits' };
		const wentOut = async (rules: readonly object[], otherRules: string): Promise<readonly unknown[]> => (await run(red, { rulesFrom: 'json', rulesJson: rules, knownLights: stored, otherRules }, true))[3]?.map(({ json }) => (json['explanation'] as IDataObject)['en']) ?? [];
		expect(await wentOut([other], 'out')).toEqual(['Light went out for Li Wei: the rule was removed.']);
		expect(await wentOut([other], 'stay')).toEqual([]);
		expect(await wentOut([other, { ...other, id: 'wrong', editsOver: 'many' }], 'out')).toEqual([]);
	});

	it('S7: pages and comments go through the same node', async () => {
		const pages = Array.from({ length: 9 }, (_, at) => version(at + 1, `2026-03-02T0${at}:00:00Z`));
		const outputs = await run([...pages, comment('字段定义与数据管理计划不符。')]);
		expect(outputs[0]?.map(({ json }) => (json['rule'] as IDataObject)['id'])).toEqual(['page-edits', 'document-conflict']);
	});

	it('S6: what cannot be used comes out with field, value and what was expected, and loses nothing else', async () => {
		const untimed = Object.fromEntries<unknown>(Object.entries(abandoned(AS_OF, '9')).filter(([field]) => field !== 'time')) as IDataObject;
		const outputs = await run([...red, { hello: 'world' }, untimed, { ...abandoned(AS_OF, '9'), data: { repository: 5 } }]);
		expect(colours(outputs)).toEqual([1, 0, 0, 0, 3]);
		expect(outputs[4]?.map(({ json }) => json['reason'])).toEqual([expect.stringContaining('specversion is missing'), expect.stringContaining('time is missing'), expect.stringContaining('data.repository is 5')]);
	});

	it('S7: what people wrote stays out of what is refused, and a comment that repeats itself is told by its first sentences', async () => {
		const secret = 'Nobody else may read this 冲突';
		const broken = { ...comment(secret), time: 'yesterday' } as unknown as IDataObject;
		const outputs = await run([broken, { payload: `[{"text":"${secret}` }, comment('字段定义与数据管理计划不符。'.repeat(30))]);
		expect(outputs[4]).toHaveLength(2);
		expect(JSON.stringify(outputs[4])).not.toContain('Nobody else');
		expect(outputs[0]?.[0]?.json['value']).toMatchObject({ figure: { en: '30 sentences' } });
		expect((outputs[0]?.[0]?.json['value'] as { sentences: unknown[] }).sentences).toHaveLength(20);
	});

	it('S6: leave, empty tables and green lights by parameter', async () => {
		const spread = ['2026-03-02', '2026-03-03', '2026-03-05'].flatMap((day) => commits(day, 6));
		const asOf = '2026-03-05T20:00:00+08:00';
		expect(colours(await run(spread, { asOf }))).toEqual([0, 1, 0, 0, 0]);
		expect(colours(await run(spread, { asOf, leave: [{ personId: 'P1', day: '2026-03-04' }] }))).toEqual([1, 0, 0, 0, 0]);
		expect(colours(await run([{}], { knownLights: [{}], people: [{}] }))).toEqual([0, 0, 0, 0, 0]);
		expect(colours(await run(commits('2026-03-04', 1), { greenLights: 'none' }))).toEqual([0, 0, 0, 0, 0]);
	});
});
