import type { INodeExecutionData } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { readHealthRow } from '../../core/health-metrics/index.js';
import { zoneOf } from '../../core/time/zone.js';
import { CoachingMinutes } from '../../nodes/CoachingMinutes/CoachingMinutes.node.js';
import { coachingMinutesProperties } from '../../nodes/CoachingMinutes/properties.js';
import { executeFunctions, type FakeExecution } from '../support/executeFunctions.js';

const PARAMETERS = { format: 'auto', notesBy: 'nobody', people: '[]', termsFrom: 'standard', columns: {}, notCounted: false, zone: 'Asia/Shanghai' };

const run = (execution: FakeExecution): Promise<INodeExecutionData[][]> => new CoachingMinutes().execute.call(executeFunctions({ ...execution, parameters: Object.assign({}, PARAMETERS, execution.parameters) }));
const items = (rows: ReadonlyArray<Readonly<Record<string, unknown>>>): INodeExecutionData[] => rows.map((json) => ({ json: json as INodeExecutionData['json'] }));

const TALK = { id: 'T-1', manager: '王芳', employee: '李伟', at: '2026-03-02T09:00:00+08:00', end: '2026-03-02T09:30:00+08:00', url: 'https://wiki.example.com/t1', text: '王芳：系统显示你有 6 条质疑没有答复。\n李伟：看板我也看了。' };

describe('S8: Coaching-Minutes Scan node', () => {
	it('S8: no items give no items', async () => {
		expect(await run({ items: [] })).toEqual([[], [], [], []]);
	});

	it('S8: a talk with its count, and each citation with the quoted sentence', async () => {
		const [talks, citations, notCounted, unusable] = await run({ items: items([TALK]) });
		expect(talks?.[0]?.json).toMatchObject({ kind: 'talk', id: 'T-1', minutes: true, citations: 1, judgement: { kind: 'minutesScan' } });
		expect(citations?.map(({ json, pairedItem }) => [json['sentence'], json['talk'], pairedItem])).toEqual([['系统显示你有 6 条质疑没有答复。', 'T-1', [{ item: 0 }]]]);
		expect([notCounted, unusable]).toEqual([[], []]);
	});

	it('S8: the talk is a row that the health metrics read as it is', async () => {
		const [talks] = await run({ items: items([{ ...TALK, held: true, team: 'R&D', department: 'Clinical', views: 2, source: 'wiki', recordedAt: '2026-03-03' }]) });
		const reading = readHealthRow('talk', talks?.[0]?.json ?? {}, {}, zoneOf('Asia/Shanghai'));
		expect(reading).toMatchObject({ ok: true, row: { kind: 'talk', id: 'T-1', citations: 1, views: 2, minutes: true, held: true, team: 'R&D' } });
	});

	it('S8: what does not count is shown on request, with its reason in both languages', async () => {
		const outputs = await run({ items: items([TALK]), parameters: { notCounted: true } });
		expect(outputs[2]?.map(({ json }) => [json['class'], (json['reason'] as { en: string }).en])).toEqual([['EMPLOYEE', 'The employee says it, not the manager (“看板”), so it does not count.']]);
	});

	it('S8: several records of one talk are one talk, in any order', async () => {
		const rows = [TALK, { ...TALK, text: '王芳：PR #12 等了 9 天。' }, TALK];
		const [one, other] = [await run({ items: items(rows) }), await run({ items: items([...rows].reverse()) })];
		expect(one[0]).toHaveLength(1);
		expect(one[0]?.[0]?.json['citations']).toBe(2);
		expect(one.map((output) => output.map(({ json }) => json))).toEqual(other.map((output) => output.map(({ json }) => json)));
		expect(one[0]?.[0]?.pairedItem).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	});

	it('S8: of two records of one talk the fields of the later recorded one hold, whatever the zone of its time', async () => {
		const rows = [{ ...TALK, team: 'old', recordedAt: '2026-03-03T08:00:00+08:00' }, { ...TALK, team: 'new', recordedAt: '2026-03-03T01:00:00Z' }];
		for (const given of [rows, [...rows].reverse()]) expect((await run({ items: items(given) }))[0]?.[0]?.json['team']).toBe('new');
	});

	it('S8: long minutes hold the event loop for one talk at a time', async () => {
		let turns = 0;
		const timer = setInterval(() => turns++, 0);
		await run({ items: items(Array.from({ length: 12 }, (_, index) => ({ ...TALK, id: `T-${index}`, text: `王芳：系统显示你有 ${index} 条质疑没有答复。\n`.repeat(4000) }))) });
		clearInterval(timer);
		expect(turns).toBeGreaterThan(2);
	});

	it('S8: turns nested as nobody writes them cost nobody the other talks', async () => {
		let deep: unknown = 'x';
		for (let level = 0; level < 20_000; level++) deep = { id: deep };
		const [talks, , , unusable] = await run({ items: items([{ ...TALK, id: 'T-0', text: [{ speaker: deep, text: 'x' }, { speaker: deep }] }, { ...TALK, id: 'T-2', held: 10n }, TALK]) });
		expect(talks?.map(({ json }) => [json['id'], json['citations']])).toEqual([['T-0', 0], ['T-1', 1]]);
		expect(unusable?.map(({ json }) => json['reason'])).toEqual([expect.stringContaining('held: '), expect.stringContaining('turn 2')]);
	});

	it('S8: own columns, own terms beside and in place of the standard ones, people', async () => {
		const people = [{ personId: 'P1', name: 'Wang Fang', active: true, accounts: '[{"system":"confluence","account":"wfang"}]', roles: '[]', source: 'hr', sourceId: 'P1' }];
		const { text, ...rest } = { ...TALK, manager: 'P1', text: 'wfang: 魔方里是 6 条。系统显示红灯。' };
		const row = { ...rest, 会议纪要: text };
		const parameters = { people: JSON.stringify(people), columns: { rows: [{ field: 'text', column: '会议纪要' }] }, terms: '[{"id": "cube", "kind": "system", "words": "魔方"}]' };
		const counts = await Promise.all(['standard', 'added', 'own'].map(async (termsFrom) => (await run({ items: items([row]), parameters: { ...parameters, termsFrom } }))[0]?.[0]?.json['citations']));
		expect(counts).toEqual([1, 2, 1]);
	});

	it('S8: terms may be rows of a Data Table, whose own id is a number', async () => {
		const terms = JSON.stringify([{ id: 1, createdAt: '2026-01-01', updatedAt: '2026-01-01', termId: 'cube', version: '1', language: 'zh', kind: 'system', words: '魔方|Cube', pattern: '', gap: null, effect: '', scope: '', caseSensitive: false, active: true, note: '' }]);
		const outputs = await run({ items: items([{ ...TALK, text: '王芳：魔方里是 6 条。' }]), parameters: { termsFrom: 'own', terms } });
		expect(outputs[1]?.map(({ json }) => (json['terms'] as Array<{ row: string }>)[0]?.row)).toEqual(['cube']);
	});

	it('S8: a talk that cannot be used is named with field, value and what was expected; the good ones are kept', async () => {
		const outputs = await run({ items: items([{ ...TALK, at: 'soon' }, TALK, { ...TALK, id: 'T-2', text: [{ speaker: '王芳', text: '看板有红灯。' }, { speaker: 'x' }] }]) });
		expect(outputs[0]?.map(({ json }) => json['id'])).toEqual(['T-1', 'T-2']);
		expect(outputs[3]?.map(({ json, pairedItem }) => [json['reason'], pairedItem])).toEqual([
			['at: "soon", expected a time such as 2026-03-02T08:00:00+08:00', { item: 0 }],
			['turn 2: "{"speaker":"x"}", expected an object with "speaker" and "text"', [{ item: 2 }]],
		]);
	});

	it('S8: a talk without minutes is given without evidence', async () => {
		const [talks] = await run({ items: items([{ ...TALK, text: '' }]) });
		expect(talks?.[0]?.json).toMatchObject({ minutes: false, citations: 0, judgement: { value: { state: 'noMinutes' } } });
	});

	it.each([
		[{ termsFrom: 'own', terms: '[{"id": "x", "kind": "word", "words": "y"}]' }, 'Parameter "Own Terms": Term row 1 (x): kind is "word"'],
		[{ termsFrom: 'own', terms: '{}' }, 'Parameter "Own Terms" is no list.'],
		[{ people: '[' }, 'Parameter "People" is not valid JSON'],
		[{ format: 'pdf' }, 'Parameter "Minutes Are" has "pdf".'],
	])('S8: %j is refused with a remedy, or passed on where errors are', async (parameters, message) => {
		await expect(run({ items: items([TALK]), parameters })).rejects.toMatchObject({ message: expect.stringContaining(message) as string, description: expect.any(String) as string });
		const outputs = await run({ items: items([TALK]), parameters, continueOnFail: true });
		expect(outputs[3]?.[0]?.json['error']).toContain(message);
	});

	it('S8: a zone that is not known is named with the remedy', async () => {
		await expect(run({ items: items([TALK]), parameters: { zone: 'Mars/Base' } })).rejects.toMatchObject({ message: expect.stringContaining('Time zone "Mars/Base" is not known. Use an IANA name such as "Asia/Shanghai"') as string });
	});

	it('S8: each field of a talk can be renamed', () => {
		expect(coachingMinutesProperties.map(({ name }) => name)).toEqual(['format', 'notesBy', 'people', 'termsFrom', 'terms', 'columns', 'notCounted', 'zone']);
	});
});
