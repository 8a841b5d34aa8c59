import type { INodeExecutionData } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { sampleStudyOdm } from '../../core/sample/sampleStudy.js';
import { RedcapApi } from '../../credentials/RedcapApi.credentials.js';
import { EdcActivity } from '../../nodes/EdcActivity/EdcActivity.node.js';
import { answerOf, smallProject } from '../core/edc/redcapProject.js';
import { edcServer } from '../support/edcServer.js';
import { binaryProperty, executeFunctions, type FakeExecution } from '../support/executeFunctions.js';
import { identities, textAt } from '../support/items.js';
import { odmSnapshot } from '../support/odmDocuments.js';

const run = (context: FakeExecution): Promise<INodeExecutionData[][]> => new EdcActivity().execute.call(executeFunctions(context));
const document = (content: string | Buffer, place: 'memory' | 'filed' = 'memory'): INodeExecutionData => ({ json: {}, binary: { data: binaryProperty(content, 'application/xml', place) } });
const binary = { operation: 'readDocument', documentIn: 'binary', binaryProperty: 'data' };

describe('S1: EDC Activity reads documents', () => {
	it('gives the same facts for a file as a stream, a file in memory and a text', async () => {
		const odm = odmSnapshot(Array.from({ length: 500 }, (_, index) => String(index).padStart(4, '0')));
		const [streamed] = await run({ parameters: binary, items: [document(odm, 'filed')] });
		const [held] = await run({ parameters: binary, items: [document(odm)] });
		const [text] = await run({ parameters: { operation: 'readDocument', documentIn: 'text', text: odm } });
		expect(streamed?.filter(({ json }) => textAt(json, 'type').includes('form.recorded'))).toHaveLength(500);
		expect(identities(held)).toEqual(identities(streamed));
		expect(identities(text)).toEqual(identities(streamed));
	});

	it('takes evidence as CloudEvents back in, checked by its schema', async () => {
		const [events] = await run({ parameters: { operation: 'readDocument', documentIn: 'text', text: odmSnapshot(['001']) } });
		const kept = (events ?? []).map(({ json }) => json);
		const [again, unusable] = await run({ parameters: { operation: 'readDocument', documentIn: 'text', text: JSON.stringify([...kept, { ...kept[0], type: 'made.up' }]) } });
		expect(again?.map(({ json }) => json)).toEqual(kept);
		expect(unusable?.map(({ json }) => json)).toMatchObject([{ where: `Text[${kept.length}].type`, value: 'made.up', severity: 'refused' }]);
	});

	it('names the address that was given as the source of every fact', async () => {
		const [events] = await run({ parameters: { ...binary, sourceAddress: 'https://edc.example.org/S-1' }, items: [document(odmSnapshot(['001']))] });
		expect(new Set(events?.map(({ json }) => json['source']))).toEqual(new Set(['https://edc.example.org/S-1']));
	});

	it('links every fact to its input, and one bad document never loses the good ones', async () => {
		const items = [document(odmSnapshot(['001'])), document('<ODM'), document('nothing of the kind'), document(odmSnapshot(['002']))];
		const [events, unusable] = await run({ parameters: binary, items });
		expect(new Set(events?.map(({ pairedItem }) => (pairedItem as { item: number }).item))).toEqual(new Set([0, 3]));
		expect(unusable?.map(({ pairedItem }) => (pairedItem as { item: number }).item)).toEqual([1, 2]);
		expect(unusable?.every(({ json }) => json['where'] !== '' && json['expected'] !== '')).toBe(true);
	});

	it('keeps what was read before a document breaks off', async () => {
		const odm = odmSnapshot(['001', '002', '003']);
		const [events, unusable] = await run({ parameters: binary, items: [document(odm.slice(0, odm.indexOf('003')))] });
		expect(events?.filter(({ json }) => textAt(json, 'type').includes('form.recorded'))).toHaveLength(2);
		expect(unusable?.length).toBeGreaterThan(0);
	});

	it('names the property where there is no file, and honours "On Error: Continue"', async () => {
		await expect(run({ parameters: binary })).rejects.toThrow("'data'");
		const [events, unusable] = await run({ parameters: binary, items: [{ json: {} }, document(odmSnapshot(['001']))], continueOnFail: true });
		expect(events?.length).toBeGreaterThan(0);
		expect(unusable?.[0]?.json['error']).toContain("'data'");
	});
});

describe('S1: EDC Activity reads a study', () => {
	it('with the adapter of the source, and says what to do where the EDC refuses', async () => {
		const { url } = await edcServer((call) => {
			const { token, ...form } = call.form;
			if (token !== 'T-1') return { status: 403, body: '{"error":"You do not have permissions to use the API"}' };
			return { body: answerOf(smallProject(), { method: 'POST', path: call.url, form, accept: 'json', purpose: '', context: {} }).body as string };
		});
		const parameters = { operation: 'readStudy', source: 'redcap', study: '42', mapping: { zone: 'Asia/Shanghai' } };
		const credentials = (apiToken: string) => ({ redcapApi: { values: { baseUrl: url, apiToken }, type: new RedcapApi() } });
		const [events] = await run({ parameters, credentials: credentials('T-1') });
		expect(events?.length).toBeGreaterThan(3);
		await expect(run({ parameters, credentials: credentials('wrong') })).rejects.toMatchObject({ message: expect.stringContaining('permissions') as string, description: expect.stringContaining('API') as string });
	});
});

describe('a sample study without an account', () => {
	it('gives facts of every kind that the dashboards need, all of them valid', async () => {
		const [events, unusable] = await run({ parameters: { operation: 'sampleStudy' } });
		const types = new Set(events?.map(({ json }) => json['type']));
		expect(types).toContain('performance-trace.edc.form.recorded.v1');
		expect(types).toContain('performance-trace.edc.study.described.v1');
		expect(unusable?.filter(({ json }) => json['severity'] === 'refused')).toEqual([]);
		expect(sampleStudyOdm().length).toBeGreaterThan(1000);
	});
});
