import { parse } from 'csv-parse/sync';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { VersionTraceback } from '../../nodes/VersionTraceback/VersionTraceback.node.js';
import { binaryProperty, executeFunctions } from '../support/executeFunctions.js';
import { textAt } from '../support/items.js';

const node = new VersionTraceback();
const AS_OF = '2026-04-01T08:00:00+08:00';

/** Runs the node as n8n does; parameters that are not given take the default of the operation. */
async function run(operation: string, items: readonly INodeExecutionData[], parameters: Readonly<Record<string, unknown>> = {}, continueOnFail = false): Promise<INodeExecutionData[][]> {
	const defaults: Record<string, unknown> = { recordedAt: AS_OF, registeredAt: AS_OF, asOf: AS_OF, producedBy: 'Test' };
	for (const { name, default: standard, displayOptions } of node.description.properties) {
		if (typeof standard === 'string' && standard.startsWith('=')) continue;
		if ((displayOptions?.show?.['operation'] ?? [operation]).includes(operation)) defaults[name] = standard;
	}
	const own = (extra: object): Record<string, unknown> => ({ ...defaults, operation, ...extra });
	const base = executeFunctions({ items, parameters: items.length === 0 ? own(parameters) : items.map(() => own(parameters)), timezone: 'Asia/Shanghai', continueOnFail });
	const prepared = { prepareBinaryData: (data: Buffer, fileName: string, mimeType: string) => Promise.resolve({ data: data.toString('base64'), fileName, mimeType }) };
	const context = { ...base, helpers: { ...base.helpers, ...prepared } } as unknown as IExecuteFunctions;
	return await node.execute.call(context);
}

const asItems = (rows: readonly object[]): INodeExecutionData[] => rows.map((json) => ({ json: json as IDataObject }));
const jsons = (items: readonly INodeExecutionData[] | undefined): IDataObject[] => (items ?? []).map(({ json }) => json);

const LIST = [
	{ 文件编号: 'IB', 文件名称: '研究者手册.pdf', 版本: 'V1', 上传日期: '2026-01-05', 修改人: '李雷', 修改备注: '首次定稿', 批准人: '陈洁', 批准日期: '2026-01-05' },
	{ 文件编号: 'IB', 文件名称: '研究者手册.pdf', 版本: 'V2', 上传日期: '2026-02-10', 修改人: '李雷', 修改备注: '更新第 3 章', 批准人: '陈洁', 批准日期: '2026-02-10' },
	{ 文件编号: 'IB', 文件名称: '研究者手册.pdf', 版本: 'V4', 上传日期: '2026-02-20', 修改人: '李雷', 修改备注: '更新第 5 章' },
];
const capture = async (rows: readonly object[], parameters: Readonly<Record<string, unknown>> = {}): Promise<IDataObject[]> => jsons((await run('capture', asItems(rows), { source: 'https://dms.example.com', ...parameters }))[0]);
const register = async (parameters: Readonly<Record<string, unknown>>): Promise<INodeExecutionData[][]> => await run('registerNumber', [{ json: {} }], { documentList: '研究者手册.pdf', acceptanceNumber: 'CXHS2600001', acceptedAt: '2026-02-15', receivedAt: '2026-02-12', ...parameters });

describe('S3: Version Traceback, Capture', () => {
	it('S3: a list with Chinese headings gives chained rows that link to their items', async () => {
		const [rows, unusable] = await run('capture', asItems(LIST), { source: 'https://dms.example.com' });
		expect(unusable).toEqual([]);
		expect(jsons(rows).map((row) => [row['number'], row['modifier'], row['changeNote'], row['sequence'], row['news']])).toEqual([
			['V1', '李雷', '首次定稿', 1, 'new'],
			['V2', '李雷', '更新第 3 章', 2, 'new'],
			['V4', '李雷', '更新第 5 章', 3, 'new'],
		]);
		expect(rows?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(jsons(rows)[1]?.['previousHash']).toBe(jsons(rows)[0]?.['hash']);
	});

	it('S3: what is known adds nothing, a new version is chained on, and a changed one is a further entry', async () => {
		const known = await capture(LIST);
		expect(await capture(LIST, { knownVersions: known })).toEqual([]);
		const later = await capture([...LIST.slice(0, 2), { ...LIST[2], 批准人: '陈洁', 批准日期: '2026-02-21' }, { ...LIST[2], 版本: 'V5', 上传日期: '2026-03-01' }], { knownVersions: JSON.stringify(known) });
		expect(later.map((row) => [row['number'], row['sequence'], row['news']])).toEqual([['V4', 4, 'restated'], ['V5', 5, 'new']]);
		const [lineages] = await run('trace', asItems([...known, ...later]), { tracedDocuments: 'IB' });
		expect((lineages?.[0]?.json['value'] as { versions: IDataObject[] }).versions.map((version) => [version['number'], version['restated']])).toEqual([['V1', 0], ['V2', 0], ['V4', 1], ['V5', 0]]);
	});

	it('S3: page versions, attachments and commits come out with author, time and note; other events and bad rows say why', async () => {
		const place = { space: 'DEV', page: '17', title: 'Protocol', url: 'https://wiki.example.com/17' };
		const author = { system: 'confluence', account: 'lilei', name: 'Li Lei', email: null, bot: false };
		const event = (type: string, id: string, data: object, time?: string): object => ({ specversion: '1.0', id, source: 'https://wiki.example.com', type, ...(time === undefined ? {} : { time }), data });
		const items = asItems([
			event('performance-trace.document.version.published.v1', 'p1', { ...place, version: 1, author, minorEdit: false, note: 'First', status: 'historical' }, '2026-01-05T08:00:00Z'),
			event('performance-trace.document.version.published.v1', 'p2', { ...place, version: 2, author, minorEdit: false, note: null, status: 'current' }),
			event('performance-trace.document.attachment.versioned.v1', 'a1', { ...place, attachment: 'att1', name: 'ib.pdf', version: 1, author, note: 'Scan', mediaType: 'application/pdf', size: 7, sha256: null }, '2026-01-06T08:00:00Z'),
			event('performance-trace.document.label.added.v1', 'l1', { ...place, label: 'x', by: author, observed: false }, '2026-01-06T08:00:00Z'),
			{ hello: 1 },
			{ document: 'IB', version: '1', state: 'nonsense' },
		]);
		const [, , attachment] = items;
		if (attachment !== undefined) attachment.binary = { data: { ...binaryProperty('content', 'application/pdf', 'filed') } };
		const [rows, unusable] = await run('capture', items);
		expect(jsons(rows).map((row) => [row['name'], row['number'], row['modifier'], row['uploadedAt'], row['changeNote']])).toEqual([
			['ib.pdf', '1', 'Li Lei', '2026-01-06T08:00:00Z', 'Scan'],
			['Protocol', '1', 'Li Lei', '2026-01-05T08:00:00Z', 'First'],
			['Protocol', '2', 'Li Lei', '', ''],
		]);
		expect(jsons(rows)[0]).toMatchObject({ sha256: createHash('sha256').update('content').digest('hex'), size: 7 });
		expect(jsons(unusable).map((item) => [item['code'], item['field']])).toEqual([['missingField', 'document'], ['wrongValue', 'state']]);
		expect(unusable?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 4 }, { item: 5 }]);
	});

	it('S3: an empty table gives nothing', async () => {
		expect(await run('capture', [{ json: {} }])).toEqual([[], []]);
		expect(await run('capture', [])).toEqual([[], []]);
	});
});

describe('S3: Version Traceback, Register Acceptance Number', () => {
	it('S3: gives the row to store with parts, warnings and both moments; the same facts give the same key', async () => {
		const [rows, refused] = await register({});
		expect(refused).toEqual([]);
		expect(rows?.[0]?.json).toMatchObject({ acceptanceNumber: 'CXHS2600001', format: 'nmpa-drug', documents: '["研究者手册.pdf"]', receivedAt: '2026-02-12', acceptedAt: '2026-02-15', warningsEn: '', warningsZh: '' });
		// Every column is a text: the row goes into a Data Table as it is.
		expect(Object.values(rows?.[0]?.json ?? {}).every((value) => typeof value === 'string')).toBe(true);
		expect((await register({ registeredAt: '2026-05-01T08:00:00Z' }))[0]?.[0]?.json['submissionKey']).toBe(rows?.[0]?.json['submissionKey']);
	});

	it.each([
		[{ acceptanceNumber: '国药准字H20040001' }, 'Acceptance Number', 'not an acceptance number'],
		[{ documentList: ' ' }, 'Documents', 'No document'],
		[{ acceptedAt: 'soon' }, 'Accepted At', 'no date'],
	])('S3: %j goes to “Refused” with the reason', async (parameters, field, reason) => {
		const [rows, refused] = await register(parameters);
		expect(rows).toEqual([]);
		expect(refused?.[0]?.json).toMatchObject({ code: 'refused', field, reason: { en: expect.stringContaining(reason) as string, 'zh-CN': expect.any(String) as string } });
	});

	it('S3: a row of formats that cannot be read is an error that names it', async () => {
		await expect(register({ registerOptions: { numberFormats: '[{"id":"x","pattern":"("}]' } })).rejects.toMatchObject({ message: expect.stringContaining('Row 1') as string });
		const [rows, refused] = await run('registerNumber', [{ json: {} }], { registerOptions: { numberFormats: [{ id: 'x', pattern: '(' }] } }, true);
		expect(rows).toEqual([]);
		expect(refused?.[0]?.json).toHaveProperty('error');
	});
});

describe('S3: Version Traceback, Trace, Verify and Report', () => {
	const traced = async (more: Readonly<Record<string, unknown>> = {}, rows?: readonly IDataObject[]): Promise<INodeExecutionData[][]> => {
		const [submissions] = await register({});
		return await run('trace', asItems(rows ?? (await capture(LIST))), { tracedNumber: ' cxhs 2600001', submissions: jsons(submissions), ...more });
	};

	it('S3: worked value: version 2 was in force at the acceptance, with three findings', async () => {
		const [lineages, findings, unusable] = await traced();
		expect(lineages?.[0]?.json).toMatchObject({ kind: 'lineage', value: { inForce: { number: 'V2', basis: 'approval' } } });
		expect(jsons(findings).map((finding) => finding['code']).sort()).toEqual(['missingApproval', 'numberGap', 'uploadedAfterAcceptance']);
		expect(lineages?.[0]?.pairedItem).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(unusable).toEqual([]);
	});

	it('S3: one item per version is a flat row with its findings', async () => {
		const [rows] = await traced({ itemPer: 'version' });
		expect(jsons(rows).map((row) => [row['number'], row['inForce'], (row['findings'] as unknown[]).length])).toEqual([['V1', false, 0], ['V2', true, 0], ['V4', false, 2]]);
	});

	it('S3: a number that is not registered and a moment that is no date are said with a remedy', async () => {
		await expect(traced({ tracedNumber: 'CXHS2600002' })).rejects.toMatchObject({ message: expect.stringContaining('is not registered') as string });
		await expect(traced({ at: 'yesterday' })).rejects.toMatchObject({ message: expect.stringContaining('In Force At') as string });
		const [, , unusable] = await traced({}, [{ nothing: 1 }]);
		expect(jsons(unusable)).toMatchObject([{ field: 'document' }]);
	});

	it('S3: Verify says which version was altered, and gives an anchor that finds what is missing at the end', async () => {
		const rows = await capture(LIST);
		const [summary, documents] = await run('verify', asItems(rows));
		expect(summary?.[0]?.json).toMatchObject({ intact: true, documents: 1, entries: 3, anchored: false });
		expect(textAt(summary?.[0]?.json['statement'] as IDataObject, 'en')).toContain('that is all this proves');
		const altered = rows.map((row) => (row['number'] === 'V2' ? { ...row, modifier: '韩梅梅' } : row));
		const [, broken] = await run('verify', asItems(altered));
		expect(broken?.[0]?.json).toMatchObject({ intact: false, faults: [{ kind: 'altered', version: 'V2', message: { 'zh-CN': '版本 V2（第 2 条）在记录后被修改。' } }] });
		const anchors = [summary?.[0]?.json['anchor'] as IDataObject];
		expect((await run('verify', asItems(rows.slice(0, 2)), { anchors }))[0]?.[0]?.json).toMatchObject({ intact: false });
		expect((await run('verify', asItems(rows), { anchors: JSON.stringify(anchors) }))[0]?.[0]?.json).toMatchObject({ intact: true, anchored: true });
		expect(documents).toHaveLength(1);
	});

	it('S3: Report gives HTML, CSV, JSON and the timeline, the same bytes from the same inputs', async () => {
		const [submissions] = await register({});
		const parameters = { tracedNumber: 'CXHS2600001', submissions: jsons(submissions), language: 'zh-CN', producedBy: '李雷' };
		const rows = await capture(LIST);
		const [first] = await run('report', asItems(rows), parameters);
		const [second] = await run('report', asItems(rows), parameters);
		expect(first).toEqual(second);
		const { json, binary } = first?.[0] ?? { json: {} };
		expect(json).toMatchObject({ acceptanceNumber: 'CXHS2600001', documents: 1, versions: 3, findings: 3, supplements: 0, intact: true });
		const text = (property: string): string => Buffer.from(binary?.[property]?.data ?? '', 'base64').toString();
		expect(text('data')).toContain('药品受理号');
		expect(text('data')).toContain('研究者手册.pdf');
		expect(text('csv')).toContain('受理号');
		expect(JSON.parse(text('json'))).toHaveProperty('anchor');
		expect(text('timeline')).toMatch(/^<svg/);
		expect(binary?.['data']?.fileName).toBe('version-traceback-CXHS2600001.html');
	});

	it('S3: with “continue on fail” the trouble comes out on the last output', async () => {
		expect(await run('trace', [{ json: {} }], { tracedNumber: 'CXHS2600001' }, true)).toEqual([[], [], [{ json: { error: expect.stringContaining('not registered') as string, remedy: expect.any(String) as string }, pairedItem: { item: 0 } }]]);
	});
});

const HISTORY = new URL('../../../shared/data/git-history/chinese-days_commits.csv', import.meta.url);
const PERCEVAL = new URL('../../../shared/data/perceval-confluence/', import.meta.url);
const LOG = new URL('../../../shared/data/perceval-git/git_log.txt', import.meta.url);

describe('S3: real histories', () => {
	it.skipIf(!existsSync(HISTORY))('S3: git-history/chinese-days: every file, version by version, with author, time and note as the log says', async () => {
		const all = parse(readFileSync(HISTORY), { columns: true }) as Array<Record<string, string>>;
		// A merge changes no file of its own.
		const commits = all.filter(({ path }) => path !== '');
		const [captured, unusable] = await run('capture', asItems(all), { columns: { document: 'path', sourceId: 'sha' } });
		const rows = jsons(captured);
		expect(unusable).toHaveLength(all.length - commits.length);
		expect(rows).toHaveLength(commits.length);
		const byTime = commits.filter(({ path }) => path === 'package.json').sort((a, b) => Date.parse(a['author_date'] ?? '') - Date.parse(b['author_date'] ?? ''));
		const own = rows.filter((row) => row['document'] === 'package.json');
		expect(own.map((row) => [row['number'], row['uploadedAt'], row['modifier'], row['changeNote']])).toEqual(byTime.map((commit, index) => [String(index + 1), commit['author_date'], commit['author_name'], commit['subject']]));
		const [summary] = await run('verify', asItems(rows));
		expect(summary?.[0]?.json).toMatchObject({ intact: true, documents: new Set(commits.map(({ path }) => path)).size });
		const [lineages] = await run('trace', asItems(rows), { tracedDocuments: 'package.json', at: '2025-10-15' });
		const { versions } = lineages?.[0]?.json['value'] as { versions: IDataObject[] };
		const before = byTime.filter(({ author_date: date }) => Date.parse(date ?? '') < Date.parse('2025-10-16T00:00:00+08:00'));
		expect(versions.find((version) => version['inForce'] === true)?.['number']).toBe(String(before.length));
	});

	it.skipIf(!existsSync(PERCEVAL))('S3: perceval-confluence: three versions of a page; version 3 has no time and is named for it', async () => {
		interface Content {
			readonly id: string;
			readonly title: string;
			readonly version: { readonly number: number; readonly when?: string; readonly message: string; readonly by: { readonly displayName: string } };
		}
		const contents = [1, 2, 3].map((version) => JSON.parse(readFileSync(new URL(`confluence_content_1_v${version}.json`, PERCEVAL), 'utf8')) as Content);
		const rows = await capture(contents.map(({ id, title, version }) => ({ document: id, title, version: version.number, when: version.when, message: version.message, user: version.by.displayName })));
		expect(rows.map((row) => [row['number'], row['uploadedAt'], row['modifier'], row['changeNote']])).toEqual(contents.map(({ version }) => [String(version.number), version.when ?? '', version.by.displayName, version.message]));
		const [lineages, findings] = await run('trace', asItems(rows), { tracedDocuments: '1' });
		expect(lineages?.[0]?.json).toMatchObject({ value: { inForce: { number: '2', basis: 'upload' } } });
		expect(jsons(findings).filter((finding) => finding['code'] === 'missingTime')).toMatchObject([{ versions: ['3'] }]);
	});

	it.skipIf(!existsSync(LOG))('S3: perceval-git: commits as events give a version for each file they changed', async () => {
		const events = readFileSync(LOG, 'utf8').split(/^(?=commit [0-9a-f]{40})/m).map((block) => {
			const sha = /^commit ([0-9a-f]{40})/.exec(block)?.[1] ?? '';
			const authored = new Date(/^AuthorDate: (.*)$/m.exec(block)?.[1] ?? '').toISOString();
			const name = /^Author: +(.*?) </m.exec(block)?.[1] ?? '';
			const paths = [...new Set([...block.matchAll(/^\d+\t\d+\t(.*)$/gm)].map((match) => (match[1] ?? '').replace(/\{.* => (.*)\}/, '$1')))].sort();
			const author = { system: 'git', account: name, name, email: null, bot: false };
			return { specversion: '1.0', id: sha, source: 'https://git.example.com/g/p', type: 'performance-trace.git.commit.recorded.v1', time: authored, data: { repository: 'g/p', sha, url: null, author, committer: author, authoredAt: authored, committedAt: authored, parents: 1, paths, change: null, branch: null, contentKey: sha, note: null, reverts: null } };
		});
		const rows = await capture(events);
		expect(rows).toHaveLength(events.reduce((sum, { data }) => sum + data.paths.length, 0));
		for (const { data } of events) for (const path of data.paths) expect(rows.find((row) => row['name'] === path && textAt(row, 'sourceId').startsWith(data.sha))).toMatchObject({ modifier: data.author.name, uploadedAt: data.authoredAt, numberAssigned: true });
	});
});
