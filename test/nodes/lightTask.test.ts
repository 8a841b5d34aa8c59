import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { lightToRow } from '../../core/red-light/index.js';
import { LightTask } from '../../nodes/LightTask/LightTask.node.js';
import { commits, version } from '../core/red-light/support/evidence.js';
import { code, edits, lightOf, person } from '../core/red-light/support/evaluate.js';
import { executeFunctions } from '../support/executeFunctions.js';

const node = new LightTask();
const people = [person('P1', { name: 'Li Wei', mentorId: 'P2', accounts: [{ system: 'github', account: 'li-wei' }] }), person('P2', { name: 'Zhao Min' })];
const red = lightOf(['2026-03-02', '2026-03-03', '2026-03-04'].flatMap((day) => commits(day, 6)), '2026-03-04', { people, rules: [code()] });
const mentor = { personId: 'P2', name: 'Zhao Min', email: 'zhao.min@example.com' };

async function run(items: readonly object[], parameters: Readonly<Record<string, unknown>>, continueOnFail = false): Promise<INodeExecutionData[]> {
	const defaults = Object.fromEntries(node.description.properties.map(({ name, default: value }) => [name, value]));
	const each = items.map((json) => ({ ...defaults, light: json, ...parameters }));
	const [output = []] = await node.execute.call(executeFunctions({ items: items.map((json) => ({ json: json as IDataObject })), parameters: each, continueOnFail }));
	return output;
}

async function check(items: readonly object[], parameters: Readonly<Record<string, unknown>>, continueOnFail = false): Promise<readonly IDataObject[][]> {
	const defaults = Object.fromEntries(node.description.properties.map(({ name, default: value }) => [name, value]));
	const each = items.map((json) => ({ ...defaults, light: json, operation: 'escalation', ...parameters }));
	const outputs = await node.execute.call(executeFunctions({ items: items.map((json) => ({ json: json as IDataObject })), parameters: each, continueOnFail }));
	return outputs.map((items) => items.map(({ json }) => json));
}

describe('Light Task', () => {
	it('S6: the to-do is due with the note, without one after its day; the light goes on as it came', async () => {
		const noteRequests = [{ dueDate: '2026-03-06' }];
		const on = (createdAt: string) => ({ noteRequests, options: { createdAt } });
		expect(await check([red], on('2026-03-06T23:00:00+08:00'))).toMatchObject([[], [{ key: red.key, escalation: { due: false, date: '2026-03-06', reason: { en: 'A note may be written until 2026-03-06.' } } }]]);
		expect(await check([lightToRow(red)], on('2026-03-07T00:30:00+08:00'))).toMatchObject([[{ lightKey: red.key, escalation: { due: true } }], []]);
		expect(await check([red], { ...on('2026-03-05T09:00:00+08:00'), notes: [{ text: '正在迁移模块' }] })).toMatchObject([[{ escalation: { due: true } }], []]);
		expect(await check([red], {})).toMatchObject([[], [{ escalation: { due: false, date: null } }]]);
	});

	it('S6: a request for a note that cannot be read is named, and the other lights go on', async () => {
		const [due, waiting] = await check([red, { hello: 1 }], { waitForNote: false }, true);
		expect(due).toMatchObject([{ key: red.key }]);
		expect(waiting?.[0]?.['error']).toContain('Field "key" of the light is missing');
		await expect(check([red], { noteRequests: [{ dueDate: 'soon' }] })).rejects.toThrow(/Field "dueDate" of a request for a note is "soon"/);
	});

	it('S6: asks the person concerned for a note first, until a day after which it goes on', async () => {
		const [task] = await run([red], { assignee: { personId: 'P1', name: 'Li Wei', email: null }, options: { noteUrl: 'https://n8n.example.com/form/note', objectUrl: 'https://n8n.example.com/form/object' } });
		expect(task?.json).toMatchObject({ kind: 'contextNote', title: 'Your note, please: PR merge failures or repeated commits to one module', assignee: { personId: 'P1' }, dueDate: '2026-03-06', judgementKey: red.key });
		expect(task?.json['body']).toContain('Without a note until 2026-03-06 it goes to the mentor as it is; a note goes with it.');
		expect(task?.json['body']).toContain('[Write a note](https://n8n.example.com/form/note)');
		expect(task?.json['body']).toContain('[Object to this light](https://n8n.example.com/form/object)');
	});

	it('S6: the mentor’s to-do shows days, numbers, records, rule and how to object', async () => {
		const [task] = await run([red], { operation: 'mentoring', assignee: { assignee: mentor }, language: 'zh-CN', dueInWorkingDays: 5, notes: [{ text: '正在迁移模块', by: 'Li Wei', at: '2026-03-05T09:00:00+08:00' }], options: { decisionUrl: 'https://n8n.example.com/form/decide' } });
		expect(task?.json).toMatchObject({ kind: 'mentoring', title: '请协助：Li Wei', assignee: mentor, dueDate: '2026-03-11', rule: { id: 'code-red-light', version: '1' } });
		const body = task?.json['body'] as string;
		expect(body).toContain('| 2026-03-02 | 0 | – | team/app src/core: 6 | 是 |');
		expect(body).toContain('> 正在迁移模块');
		expect(body).toContain('[决定如何处理这盏灯](https://n8n.example.com/form/decide)');
		expect(body).toContain('[team/app commit');
		expect(body).toContain('如何提出异议');
		expect(body).toContain('判定规则 code-red-light，版本 1');
		expect((task?.json['details'] as IDataObject)['chat']).toContain('**备注** 正在迁移模块');
	});

	it('S7: for documents the team lead gets a collaboration risk', async () => {
		const light = lightOf(Array.from({ length: 9 }, (_, at) => version(at + 1, `2026-03-02T0${at}:00:00Z`)), '2026-03-04', { rules: [edits()] });
		const [task] = await run([light], { operation: 'mentoring', assignee: { assignee: null, unassignedReason: { en: 'zhang-min has no team lead.', 'zh-CN': 'zhang-min 没有团队负责人。' } } });
		expect(task?.json).toMatchObject({ kind: 'collaborationRisk', title: 'Collaboration risk: zhang-min · Page p1', assignee: null, unassignedReason: { en: 'zhang-min has no team lead.' } });
		expect(task?.json['body']).toContain('**Unassigned**: nobody could be found to help. zhang-min has no team lead.');
		expect(task?.json['body']).toContain('[Page p1](https://wiki.example.com/pages/p1)');
	});

	it('S6: the same light asks once, whatever the language; a row of the table does as well', async () => {
		const [one, other, note] = [await run([red], { operation: 'mentoring' }), await run([lightToRow(red)], { operation: 'mentoring', language: 'zh-CN' }), await run([red], {})];
		expect(one[0]?.json['key']).toBe(other[0]?.json['key']);
		expect(note[0]?.json['key']).not.toBe(one[0]?.json['key']);
	});

	it('S10: goes to nobody who may not see the light, and waits where that is shown', async () => {
		const stranger = { personId: 'P3', name: 'Someone Else', email: 'someone@example.com' };
		const [task] = await run([red], { operation: 'mentoring', assignee: stranger });
		expect(task?.json).toMatchObject({ assignee: null, unassignedReason: { en: 'Visible only to the person concerned and whoever is asked to help.' } });
		expect((await run([red], { operation: 'mentoring', assignee: mentor }))[0]?.json['assignee']).toEqual(mentor);
	});

	it('S10: the digest for others holds numbers and no names', async () => {
		const team = ['D1', 'D2', 'D3'].map((personId) => ({ personId, name: `Name ${personId}`, department: 'Software' }));
		const rows = [{ ...lightToRow(red), personId: 'D1' }, { personId: 'D2', light: 'yellow' }, { personId: 'D3', light: 'green' }, { personId: '', light: 'red' }];
		const parameters = { operation: 'digest', people: JSON.stringify(team), smallestGroup: 3 };
		expect((await run(rows, parameters)).map(({ json }) => json)).toMatchObject([{ groups: [{ group: 'Software', numbers: { persons: 3, red: 1, yellow: 1, green: 1 } }], total: { persons: 3 }, smallestGroup: 3 }]);
		expect(JSON.stringify((await run(rows, parameters))[0]?.json)).not.toMatch(/D1|Name|li-wei/);
		await expect(run(rows, { ...parameters, smallestGroup: 1 })).rejects.toThrow(/"Smallest Group" is 1/);
	});

	it('S6: what is no red light is refused with the remedy, and loses nothing else', async () => {
		const green = { ...red, value: { ...red.value, light: 'green' } };
		const output = await run([green, red], { operation: 'mentoring' }, true);
		expect(output.map(({ json }) => json['error'] ?? json['kind'])).toEqual([expect.stringContaining('The light is "green"'), 'mentoring']);
		await expect(run([{ hello: 1 }], {})).rejects.toThrow(/Field "key" of the light is missing/);
	});
});
