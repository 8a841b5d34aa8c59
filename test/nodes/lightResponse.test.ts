import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { personToRow } from '../../core/people/personRow.js';
import { lightToRow } from '../../core/red-light/index.js';
import { LightResponse } from '../../nodes/LightResponse/LightResponse.node.js';
import { commits } from '../core/red-light/support/evidence.js';
import { code, lightOf, person } from '../core/red-light/support/evaluate.js';
import { executeFunctions } from '../support/executeFunctions.js';

const node = new LightResponse();
const people = [
	person('P1', { name: 'Li Wei', email: 'li.wei@example.com', mentorId: 'P2', accounts: [{ system: 'github', account: 'li-wei' }] }),
	person('P2', { name: 'Zhao Min', email: 'zhao.min@example.com' }),
	person('P5', { name: 'Wang Fang', email: 'wang.fang@example.com' }),
	person('P6', { name: 'Former Mentor', email: 'former@example.com', active: false }),
];
const red = lightOf(['2026-03-02', '2026-03-03', '2026-03-04'].flatMap((day) => commits(day, 6)), '2026-03-04', { people, rules: [code()] });
const row = lightToRow(red);

async function run(parameters: Readonly<Record<string, unknown>>, continueOnFail = false): Promise<readonly [done: INodeExecutionData[], refused: INodeExecutionData[]]> {
	const defaults = Object.fromEntries(node.description.properties.map(({ name, default: value }) => [name, value]));
	const given = { ...defaults, email: 'li.wei@example.com', lightKey: row.lightKey, people: people.map(personToRow), lights: [row], text: 'because', options: { at: '2026-03-05T09:00:00+08:00' }, ...parameters };
	const [done = [], refused = []] = await node.execute.call(executeFunctions({ items: [{ json: {} }], parameters: [given], continueOnFail }));
	return [done, refused];
}

describe('Light Response', () => {
	it('S7: an objection gives the new row of the light and a row of the log', async () => {
		const [[item], refused] = await run({ step: 'file', language: 'zh-CN' });
		expect(item?.json).toMatchObject({ lightKey: row.lightKey, objectionState: 'filed', title: '已收到', note: { about: row.lightKey, kind: 'objection', step: 'file', by: 'Li Wei', byEmail: 'li.wei@example.com' } });
		expect(item?.json['message']).toBe('异议已提交。应于 2026-03-26 前答复；答复前该红灯标记为有异议。');
		expect(JSON.parse(item?.json['payload'] as string)).toMatchObject({ objection: { state: 'filed' } });
		expect(refused).toEqual([]);
		// The columns say what has been answered so far, whatever the stored light said.
		const [, [again]] = await run({ step: 'file', lights: [{ ...row, objection: item?.json['objection'] }] });
		expect(again?.json['message']).toBe('An objection is open already.');
	});

	it('S10: who may not see a light reads the same as for a light that does not exist', async () => {
		const [, [hidden]] = await run({ email: 'wang.fang@example.com' });
		const [, [missing]] = await run({ email: 'wang.fang@example.com', lightKey: row.lightKey, lights: [] });
		expect(hidden?.json).toEqual(missing?.json);
		expect(hidden?.json['message']).toBe('There is no such light, or it is hidden by owner.');
	});

	it('S7: one row that is not whole loses neither the other lights nor the page', async () => {
		const broken: ReadonlyArray<IDataObject> = [
			{ ...row, lightKey: 'a', payload: JSON.stringify({ ...red, key: 'a', explanation: null }) },
			{ ...row, lightKey: 'b', payload: JSON.stringify({ ...red, key: 'b', value: { ...red.value, days: null } }) },
			{ ...row, lightKey: 'c', payload: JSON.stringify({ ...red, key: 'c', asOf: 5 }) },
			{ ...row, lightKey: 'd', payload: JSON.stringify({ ...red, key: 'd', evidence: [{ source: 's' }, null] }) },
			{ ...row, lightKey: 'e', humanDecision: '{"by":"P2","at":"2026-03-05T09:00:00+08:00","decision":"constructor","reason":"x"}', payload: JSON.stringify({ ...red, key: 'e' }) },
			{ ...row, lightKey: 'f', humanDecision: '{"by":"P2"}', objection: '{"state":"constructor"}', payload: JSON.stringify({ ...red, key: 'f' }) },
			{ ...row, lightKey: 'g', payload: '{' },
		];
		const notes = [{ about: row.lightKey, kind: 'objection', step: 'constructor', text: 'odd', by: 'x', at: 'y' }, { about: row.lightKey, kind: 'context', step: 'note', factor: 'constructor', text: 'odd too', at: '' }];
		const objected = { ...row, objection: (await run({ step: 'file' }))[0][0]?.json['objection'] ?? '' };
		const [[item]] = await run({ operation: 'page', lights: [...broken, objected], notes });
		expect(item?.json['html']).toContain('odd too');
		expect(item?.json['html']).not.toContain('function');
		for (const key of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) expect(Array.isArray(await run({ lightKey: key, lights: [...broken, objected], step: 'decide', decision: 'helpAgreed', email: 'zhao.min@example.com' }))).toBe(true);
	});

	it('S10: an e-mail of nobody, or of somebody who left, answers nothing; an empty one is an error', async () => {
		for (const email of ['nobody@example.com', 'former@example.com']) expect((await run({ email }))[1][0]?.json['message']).toContain('not in the HR directory');
		await expect(run({ email: '' })).rejects.toThrow(/"E-Mail of the Signed-In Person" is empty/);
		expect((await run({ email: '' }, true))[1][0]?.json['error']).toContain('is empty');
	});

	it('S10: the page holds the lights of the person and those he or she helps with, and nothing else', async () => {
		const ask = async (email: string): Promise<IDataObject> => (await run({ operation: 'page', email, notes: [{ about: row.lightKey, kind: 'context', step: 'note', factor: 'externalDependency', text: 'waiting for the lab', by: 'Li Wei', at: '2026-03-05T09:00:00+08:00' }] }))[0][0]?.json ?? {};
		expect(await ask('li.wei@example.com')).toMatchObject({ lights: 1, personId: 'P1', html: expect.stringContaining('waiting for the lab') as string });
		expect(await ask('zhao.min@example.com')).toMatchObject({ lights: 1 });
		const other = await ask('wang.fang@example.com');
		expect(other['lights']).toBe(0);
		expect(other['html']).not.toContain('lab');
	});

	it('S7: what cannot be read is refused with the remedy', async () => {
		await expect(run({ lights: 'nonsense' })).rejects.toThrow(/Parameter "Lights" is not valid JSON/);
		await expect(run({ people: {} })).rejects.toThrow(/Parameter "People" is not a list of rows/);
		await expect(run({ options: { at: 'soon' } })).rejects.toThrow(/"soon" is not a time/);
	});
});
