import type { IDataObject, IExecuteFunctions, INode, INodeExecutionData } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import type { EdcEvent } from '../../core/edc/evidence.js';
import { createEvidenceSelection } from '../../core/milestone/index.js';
import { MILESTONE_DEFAULTS, MILESTONE_MEASURES } from '../../core/milestone/rule.js';
import { MilestoneEvaluator } from '../../nodes/MilestoneEvaluator/MilestoneEvaluator.node.js';
import { DESIGN, form, item, MAPPING, query, rule, visitDone } from '../core/milestone/facts.js';

const node: INode = { id: '1', name: 'Milestone Evaluator', type: 'milestoneEvaluator', typeVersion: 1, position: [0, 0], parameters: {} };

const DEFAULTS: Readonly<Record<string, unknown>> = {
	operation: 'evaluate',
	rulesAs: 'sentences',
	sentences: '2nd subject completed follow-up',
	rulesJson: '[]',
	knownMilestones: '[]',
	asOf: '2026-03-20T00:00:00.000+00:00',
	studySettings: {},
	mapping: { visitDateItems: 'I.DATE', enrolmentItems: 'I.ENR' },
};

type Faked = Pick<IExecuteFunctions, 'getInputData' | 'getNodeParameter' | 'getNode' | 'continueOnFail' | 'getTimezone'>;

async function run(inputs: readonly object[], parameters: Readonly<Record<string, unknown>> = {}, continueOnFail = false): Promise<INodeExecutionData[][]> {
	const given = { ...DEFAULTS, ...parameters };
	const fake: Faked = {
		getInputData: () => inputs.map((json) => ({ json: json as IDataObject })),
		getNodeParameter: ((name: string, _: number, fallback?: unknown) => (name in given ? given[name] : fallback)) as Faked['getNodeParameter'],
		getNode: () => node,
		continueOnFail: () => continueOnFail,
		getTimezone: () => 'Asia/Shanghai',
	};
	return await new MilestoneEvaluator().execute.call(fake as IExecuteFunctions);
}

const EVENTS: readonly EdcEvent[] = [DESIGN(), visitDone('A', '2026-03-01', '2026-03-10T00:00:00Z'), visitDone('B', '2026-03-02', '2026-03-03T00:00:00Z'), visitDone('C', '2026-03-02', '2026-03-02T00:00:00Z')];
const values = (items: readonly INodeExecutionData[] | undefined): IDataObject[] => (items ?? []).map(({ json }) => json['value'] as IDataObject);

describe('S1: Milestone Evaluator, Evaluate', () => {
	it('gives nothing for no items', async () => {
		expect(await run([])).toEqual([[], [], [], []]);
	});

	it('judges all items together and links a milestone to the items that hold its evidence', async () => {
		const [reached, changed, notYet, unusable] = await run(EVENTS);
		expect(values(reached)).toEqual([expect.objectContaining({ state: 'reached', news: 'fired', nthSubject: 'C', reachedAt: '2026-03-02T00:00:00+08:00' })]);
		expect(reached?.[0]?.pairedItem).toEqual([{ item: 3 }, { item: 1 }]);
		expect([changed, notYet, unusable]).toEqual([[], [], []]);
	});

	it('one item, below the count: not yet', async () => {
		const [reached, , notYet] = await run(EVENTS.slice(1, 2), { sentences: '2nd subject completed visit SE.3', studySettings: { complete: 'anyData' } });
		expect(reached).toEqual([]);
		expect(values(notYet)).toEqual([expect.objectContaining({ state: 'notYet', count: 1, missing: 1 })]);
	});

	it('a known milestone does not fire again; what changed comes out on Changed and is known afterwards', async () => {
		const [first] = await run(EVENTS.filter((event) => !('subject' in event.data) || event.data.subject !== 'A'));
		const known = values(first).map((value) => value['known']);
		const [reached, changed] = await run(EVENTS, { knownMilestones: JSON.stringify(known) });
		expect(reached).toEqual([]);
		expect(values(changed)).toEqual([expect.objectContaining({ news: 'flagChanged', flags: { orderChanged: { from: 'B', to: 'C' }, receded: false, metLater: false } })]);
		const [again, unchanged, rest] = await run(EVENTS, { knownMilestones: values(changed).map((value) => value['known']) });
		expect([again, unchanged]).toEqual([[], []]);
		expect(values(rest)).toEqual([expect.objectContaining({ state: 'reached', news: 'none' })]);
	});

	it('lets other work go on while it reads a long list', async () => {
		const long = Array.from({ length: 6000 }, (_, index) => visitDone(`S${index}`, '2026-03-01', '2026-03-01T10:00:00Z'));
		let turns = 0;
		const other = setInterval(() => turns++, 0);
		const [reached] = await run([DESIGN(), ...long]);
		clearInterval(other);
		expect(values(reached)).toEqual([expect.objectContaining({ count: 6000 })]);
		// Twelve slices of facts and twelve of subjects.
		expect(turns).toBeGreaterThanOrEqual(16);
	});

	it('bad items go to Unusable with field, value and remedy; the good ones are judged', async () => {
		const broken = { ...EVENTS[1], data: { ...EVENTS[1]?.data, event: 7 } };
		const [reached, , , unusable] = await run([{ hello: 1 }, ...EVENTS, broken, { payload: '{"cut' }, { ...EVENTS[1], type: 'com.example.other' }]);
		expect(reached).toHaveLength(1);
		expect(unusable?.map(({ json, pairedItem }) => [json['reason'], pairedItem])).toEqual([
			['id is missing, expected a text that is not empty', { item: 0 }],
			['data.event is 7, expected a text that is not empty', { item: 5 }],
			['payload is "{\\"cut", expected evidence events as JSON', { item: 6 }],
			['type is "com.example.other", expected a type of EDC evidence (performance-trace.edc.…)', { item: 7 }],
		]);
	});

	it('refuses a sentence it cannot read and names line, value and remedy; with continue on fail the others are judged', async () => {
		const parameters = { sentences: '2nd subject completed follow-up\n# a note\n\nmany subjects did well' };
		await expect(run(EVENTS, parameters)).rejects.toMatchObject({ message: expect.stringContaining('Line 4: sentence') as string, description: expect.stringContaining('Write e.g.') as string });
		const [reached, , , unusable] = await run(EVENTS, parameters, true);
		expect(reached).toHaveLength(1);
		expect(unusable?.[0]?.json).toMatchObject({ code: 'unusableRule' });
	});

	it('names the parameter that cannot be used', async () => {
		await expect(run(EVENTS, { asOf: 'soon' })).rejects.toThrow('"Evaluate As Of" is "soon"');
		await expect(run(EVENTS, { knownMilestones: '{}' })).rejects.toThrow('Known Milestones is {}');
		await expect(run(EVENTS, { knownMilestones: '[{"state":"reached"}]' })).rejects.toThrow('Known Milestones[0].key is missing');
		await expect(run(EVENTS, { rulesAs: 'json', rulesJson: '[{"id":"a","measure":"enroled","n":1}]' })).rejects.toThrow('Rule 1: measure is "enroled"');
		await expect(run(EVENTS, { rulesAs: 'json', rulesJson: '[{"id":"a","measure":"enrolled","n":1},{"id":"a","measure":"enrolled","n":2}]' })).rejects.toThrow('Rule 2: id');
		await expect(run(EVENTS, { sentences: '# nothing' })).rejects.toThrow('names no milestone');
		const outputs = await run(EVENTS, { asOf: 'soon' }, true);
		expect(outputs[3]?.[0]?.json).toMatchObject({ error: expect.stringContaining('Evaluate As Of') as string });
	});

	it('study settings hold for sentences and JSON where a rule does not say otherwise', async () => {
		const settings = { studySettings: { by: 'entry', events: 'SE.3' } };
		expect(values((await run(EVENTS, settings))[0])[0]).toMatchObject({ by: 'entry', nthSubject: 'B' });
		const json = { ...settings, rulesAs: 'json', rulesJson: '[{"id":"a","measure":"followUpComplete","n":2},{"id":"b","measure":"followUpComplete","n":2,"by":"event"}]' };
		expect(values((await run(EVENTS, json))[0]).map((value) => value['nthSubject'])).toEqual(['B', 'C']);
	});
});

describe('S1: Milestone Evaluator, Select Evidence', () => {
	it('gives nothing for no items', async () => {
		expect(await run([], { operation: 'selectEvidence' })).toEqual([[], []]);
	});

	it('rows hold what the rules need and give the same judgement; what no rule needs is handed on with the reason', async () => {
		const reasoned = form('B', '2026-03-12T00:00:00Z', [item('I.1', '2026-03-12T00:00:00Z', { reason: 'typing slip', digest: 'abc', value: 'kept out' })]);
		const [rows, unusable] = await run([...EVENTS, reasoned, query('A', 'Q1', '2026-03-01T00:00:00Z', 'open'), { no: 'event' }], { operation: 'selectEvidence' });
		expect((rows ?? []).reduce((count, { json }) => count + Number(json['facts']), 0)).toBe(5);
		expect(unusable?.map(({ json }) => json['code'])).toEqual(['notNeeded', 'unusable']);
		expect(JSON.stringify(rows)).not.toMatch(/typing slip|abc|kept out/);
		const fromRows = await run((rows ?? []).map(({ json }) => json));
		const fromEvents = await run([...EVENTS, reasoned]);
		expect(fromRows[0]?.map(({ json }) => json)).toEqual(fromEvents[0]?.map(({ json }) => json));
	});

	it('makes one row per visit of a subject, with the same key for the same evidence in any order and number', async () => {
		const parameters = { operation: 'selectEvidence', keep: 'everything' };
		const [rows] = await run(EVENTS, parameters);
		const places = (rows ?? []).map(({ json }) => JSON.stringify([json['study'], json['subject'], json['visit']]));
		expect(new Set(places).size).toBe(places.length);
		const [again] = await run([...EVENTS, ...EVENTS].reverse(), parameters);
		const keys = (outputs: typeof rows): unknown[] => (outputs ?? []).map(({ json }) => json['evidenceKey']).sort();
		expect(keys(again)).toEqual(keys(rows));
		expect(rows?.every(({ pairedItem }) => Array.isArray(pairedItem) && pairedItem.length > 0)).toBe(true);
	});

	it('keeps everything as it is where metrics are calculated from the rows', async () => {
		const reasoned = form('B', '2026-03-12T00:00:00Z', [item('I.1', '2026-03-12T00:00:00Z', { reason: 'typing slip' })]);
		const [all, unusable] = await run([reasoned], { operation: 'selectEvidence', keep: 'everything' });
		expect(unusable).toEqual([]);
		expect(all?.map(({ json }) => json['payload'])).toEqual([JSON.stringify([reasoned])]);
	});

	it('each measure keeps the evidence it reads', () => {
		const all = [...EVENTS, query('A', 'Q1', '2026-03-01T00:00:00Z', 'open')];
		for (const measure of MILESTONE_MEASURES) {
			const select = createEvidenceSelection([{ ...MILESTONE_DEFAULTS, ...rule('database locked'), measure }], MAPPING);
			const kept = all.map((event) => select(event)).filter((kept) => !('code' in kept));
			expect(kept).toHaveLength(measure === 'databaseLocked' ? 0 : measure === 'queryClosed' ? 5 : 4);
		}
	});
});

describe('S1: Milestone Evaluator, description', () => {
	const { description } = new MilestoneEvaluator();

	it('names its outputs by operation and can be used as a tool', () => {
		expect(description.outputs).toContain('"Reached"');
		expect(description.outputs).toContain('"Rows to Store"');
		expect(description.usableAsTool).toBe(true);
	});
});
