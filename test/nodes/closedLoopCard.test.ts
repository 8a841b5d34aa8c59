import type { IBinaryData, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { personToRow } from '../../core/people/personRow.js';
import { ClosedLoopCard } from '../../nodes/ClosedLoopCard/ClosedLoopCard.node.js';
import { DIRECTORY, DONE, FINDING, NUMBER, PLAN } from '../core/card/cards.js';
import { jpeg, pdf, tiff } from '../core/card/pictures.js';

type Row = Readonly<Record<string, unknown>>;

interface Run {
	readonly operation: string;
	readonly parameters?: Row | readonly Row[];
	readonly items?: readonly object[];
	readonly second?: readonly object[];
	readonly files?: Readonly<Record<string, Uint8Array>>;
	readonly continueOnFail?: boolean;
}

const people = DIRECTORY.people.map(personToRow);

/** The node as n8n calls it, with the binary store in memory. */
async function run({ operation, parameters = {}, items = [{}], second = [], files = {}, continueOnFail = false }: Run): Promise<INodeExecutionData[][]> {
	const node = new ClosedLoopCard();
	const binary = Object.fromEntries(Object.keys(files).map((name): [string, IBinaryData] => [name, { data: '', mimeType: 'application/octet-stream', fileName: `${name}.bin` }]));
	const context = {
		getInputData: (input = 0) => (input === 1 ? second : items).map((json) => ({ json, binary })),
		getNode: () => ({ id: '1', name: 'Card', type: 'test', typeVersion: 1, position: [0, 0], parameters: {} }),
		continueOnFail: () => continueOnFail,
		getNodeParameter: (name: string, itemIndex: number, otherwise?: unknown): unknown => {
			const given = { directory: people, now: '2026-03-02T09:00:00+08:00', operation, ...(Array.isArray(parameters) ? (parameters as readonly Row[])[itemIndex] : (parameters as Row)) } as Row;
			if (name in given) return given[name];
			const shown = node.description.properties.find((property) => property.name === name);
			return shown?.default ?? otherwise;
		},
		helpers: {
			getBinaryDataBuffer: (_: number, name: string) => Promise.resolve(Buffer.from(files[name] ?? [])),
			prepareBinaryData: (data: Buffer, fileName: string, mimeType: string) => Promise.resolve({ data: data.toString('base64'), fileName, mimeType }),
		},
	};
	return (await node.execute.call(context as unknown as IExecuteFunctions));
}

const json = (items: readonly INodeExecutionData[] | undefined): readonly Row[] => (items ?? []).map((item) => item.json);

/** Carries one step after another out, keeping the rows as a Data Table would. */
async function life(steps: ReadonlyArray<readonly [operation: string, now: string, parameters: Row, files?: Readonly<Record<string, Uint8Array>>]>): Promise<{ log: Row[]; card: Row | undefined }> {
	const log: Row[] = [];
	let card: Row | undefined;
	for (const [operation, now, parameters, files] of steps) {
		const [events, cards, refused] = await run({ operation, parameters: { number: NUMBER, now: `${now}:00+08:00`, log: [...log], ...parameters }, ...(files === undefined ? {} : { files }) });
		expect(json(refused), operation).toEqual([]);
		for (const row of json(events)) log.push({ id: log.length + 1, ...row });
		card = json(cards)[0];
	}
	return { log, card };
}

const WHOLE_LIFE = [
	['open', '2026-03-02T09:00', { actor: 'sun wei', ...FINDING }],
	['plan', '2026-03-04T09:00', { actor: 'owner', ...PLAN }],
	['complete', '2026-03-06T09:00', { actor: 'owner', ...DONE }, { photo: jpeg(tiff()) }],
	['submitEvidence', '2026-03-06T09:00', { actor: 'owner', reportNumber: 'SGS-2026-117' }, { report: pdf() }],
	['verify', '2026-03-27T09:00', { actor: 'chen li', verdict: 'accept', result: 'Seen' }],
	['close', '2026-03-27T09:00', { actor: 'verifier' }],
] as const;

describe('node Closed-Loop Card', () => {
	it('S2: a full life: event rows to append, the card row, and a chain that holds', async () => {
		const { log, card } = await life(WHOLE_LIFE);
		expect(log.map(({ action }) => action)).toEqual(['opened', 'planned', 'completed', 'submitted', 'verified', 'closed']);
		expect(card).toMatchObject({ cardNumber: NUMBER, state: 'closed', version: 6, headHash: log[5]?.['hash'], effectiveness: 'pending' });
		const [intact, broken] = await run({ operation: 'verifyChain', items: log, parameters: { storedCards: [card] } });
		expect(json(broken)).toEqual([]);
		expect(json(intact)).toMatchObject([{ cardNumber: NUMBER, intact: true, anchor: 'stored', rowAgrees: true }]);
		const [got] = await run({ operation: 'get', items: log, parameters: { number: NUMBER, now: '2026-04-30T09:00:00+08:00' } });
		expect(json(got)[0]).toMatchObject({ state: 'closed', durations: { total: { calendarDays: 25, workingDays: 19 } } });
	});

	it('S2: the owner who tries to verify is refused in plain words, and nothing is stored', async () => {
		const { log } = await life(WHOLE_LIFE.slice(0, 4));
		const [events, cards, refused] = await run({ operation: 'verify', parameters: { number: NUMBER, now: '2026-03-20T09:00:00+08:00', actor: 'owner@example.com', verdict: 'accept', result: 'Fine', language: 'zh-CN', logSource: 'secondInput' }, second: log });
		expect([events, cards]).toEqual([[], []]);
		expect(json(refused)).toMatchObject([{ code: 'lacking', cardNumber: NUMBER, message: expect.stringContaining('此操作只能由验证人 Chen Li 完成') as string, missing: [{ field: 'actor' }] }]);
	});

	it('S2: what is missing is listed completely', async () => {
		const [, , refused] = await run({ operation: 'open', parameters: { number: NUMBER, actor: 'owner', severity: '' } });
		expect((json(refused)[0]?.['missing'] as ReadonlyArray<{ field: string }>).map(({ field }) => field)).toEqual(['origin', 'description', 'foundAt', 'foundBy', 'department', 'severity', 'owner']);
	});

	it('S2: without a number one is made, the same for a repeat of the same command', async () => {
		const open = { operation: 'open', parameters: { actor: 'owner', ...FINDING, options: { numberPrefix: 'QA' } } };
		const [first] = await run(open);
		expect(json(first)[0]?.['cardNumber']).toMatch(/^QA-20260302-[0-9A-Z]{5}$/);
		const [second] = await run({ ...open, parameters: { ...open.parameters, now: '2026-03-02T10:00:00+08:00' } });
		expect(json(second)[0]?.['cardNumber']).toBe(json(first)[0]?.['cardNumber']);
		const [events, cards] = await run({ ...open, parameters: { ...open.parameters, now: '2026-03-02T10:00:00+08:00', log: json(first) } });
		expect([events, json(cards)[0]?.['version']]).toEqual([[], 1]);
	});

	it('S2: items on one card see what the ones before them added; the version decides who wins', async () => {
		const { log } = await life(WHOLE_LIFE.slice(0, 1));
		const note = (text: string, expectedVersion: number): Row => ({ number: NUMBER, actor: 'owner', note: text, log, options: { expectedVersion } });
		const [events, cards, refused] = await run({ operation: 'note', items: [{}, {}, {}], parameters: [note('a', 1), note('b', 2), note('c', 2)] });
		expect(json(events).map(({ sequence }) => sequence)).toEqual([2, 3]);
		expect(cards).toHaveLength(2);
		expect(json(refused)).toMatchObject([{ code: 'conflict', changedSince: [{ version: 3, by: 'Zhao Qiang' }] }]);
		expect(refused?.[0]?.pairedItem).toEqual({ item: 2 });
	});

	it('S2: of two runs that read the same log the first stored counts, and the other is told', async () => {
		const { log } = await life(WHOLE_LIFE.slice(0, 1));
		const add = async (actor: string): Promise<Row> => json((await run({ operation: 'note', parameters: { number: NUMBER, actor, note: actor, log, now: '2026-03-03T09:00:00+08:00' } }))[0])[0] ?? {};
		const [mine, other] = [await add('owner'), await add('quality')];
		const stored = [...log, { id: 2, ...other }, { id: 3, ...mine }];
		const [, lost] = await run({ operation: 'confirm', parameters: { number: NUMBER, eventHash: mine['hash'], log: stored } });
		expect(json(lost)).toMatchObject([{ code: 'conflict', eventHash: mine['hash'], message: expect.stringContaining('Liu Fang acted on card') as string }]);
		const [won] = await run({ operation: 'confirm', parameters: { number: NUMBER, eventHash: other['hash'], log: stored } });
		expect(json(won)).toMatchObject([{ version: 2 }]);
	});

	it('S2: photos are read by content, the place can be taken out, and the file goes on with the card', async () => {
		const { log } = await life(WHOLE_LIFE.slice(0, 2));
		const complete = (options: Row, files: Readonly<Record<string, Uint8Array>>): Promise<INodeExecutionData[][]> => run({ operation: 'complete', parameters: { number: NUMBER, now: '2026-03-06T09:00:00+08:00', actor: 'owner', ...DONE, log, options }, files });
		const [events, cards] = await complete({ removePlace: true, shows: 'after' }, { photo: jpeg(tiff()) });
		expect(JSON.parse(String(json(events)[0]?.['newValues']))).toMatchObject({ attachments: [{ kind: 'photo', mediaType: 'image/jpeg', takenAt: '2026-03-06T09:12:30+08:00', placeRemoved: true, shows: 'after', name: 'photo.bin' }] });
		expect(String(json(events)[0]?.['newValues'])).not.toContain('latitude');
		expect(Buffer.from(cards?.[0]?.binary?.['photo']?.data ?? '', 'base64').includes('GPS')).toBe(false);
		const [none, , refused] = await complete({}, { photo: Uint8Array.from(Buffer.from('GIF89a')) });
		expect(none).toEqual([]);
		expect(json(refused)[0]?.['message']).toContain('neither JPEG, PNG, HEIC or WebP nor PDF');
	});

	it('S2: a changed log is named and nothing is built on it', async () => {
		const { log, card } = await life(WHOLE_LIFE);
		const changed = log.map((row, index) => (index === 2 ? { ...row, actorName: 'Somebody' } : row));
		const [, broken] = await run({ operation: 'verifyChain', items: changed, parameters: { storedCards: [card, { cardNumber: 'GONE', version: 3, headHash: 'x' }] } });
		expect(json(broken)).toMatchObject([{ cardNumber: NUMBER, faults: [{ kind: 'altered', sequence: 3 }] }, { cardNumber: 'GONE', faults: [{ kind: 'removed' }] }]);
		const [, , refused] = await run({ operation: 'reopen', parameters: { number: NUMBER, actor: 'quality', reason: 'Came back', log: changed } });
		expect(json(refused)).toMatchObject([{ code: 'brokenLog', message: expect.stringContaining('Event 3 was altered') as string }]);
		const [pages, also] = await run({ operation: 'record', items: changed, parameters: { number: NUMBER } });
		expect(json(pages)[0]?.['html']).toContain('BROKEN');
		expect(json(also)).toMatchObject([{ code: 'brokenLog' }]);
		expect(json((await run({ operation: 'sweep', items: changed }))[1])).toMatchObject([{ code: 'brokenLog' }]);
	});

	it('S2: the item names the step; steps of one card stand or fall together, and each lacks only what is its own', async () => {
		const { log } = await life(WHOLE_LIFE.slice(0, 2));
		const apply = (done: Row, reportNumber: string, options: Row = {}): Promise<INodeExecutionData[][]> => {
			const common = { number: NUMBER, now: '2026-03-06T09:00:00+08:00', actor: 'owner', log };
			return run({
				operation: 'apply',
				items: [{}, {}],
				files: { photo: jpeg(tiff()) },
				parameters: [
					{ ...common, step: 'complete', values: done, files: 'photo', options: { allOrNothing: true, commandKey: 'form 1', expectedVersion: 2, ...options } },
					{ ...common, step: 'submitEvidence', values: { reportNumber }, files: '-', options: { allOrNothing: true, commandKey: 'form 1', expectedVersion: 2, ...options } },
				],
			});
		};
		const [events, cards, refused, files] = await apply(DONE, 'SGS-2026-117');
		expect(json(refused)).toEqual([]);
		expect(json(events).map(({ action }) => action)).toEqual(['completed', 'submitted']);
		expect(json(cards)[1]).toMatchObject({ state: 'inVerification', version: 4 });
		expect(json(files)).toMatchObject([{ cardNumber: NUMBER, kind: 'photo', mediaType: 'image/jpeg' }]);
		expect(files?.[0]?.binary?.['data']).toBeDefined();
		const [nothing, none, both, noFiles] = await apply({ ...DONE, done: '' }, '');
		expect([nothing, none, noFiles]).toEqual([[], [], []]);
		expect(json(both).flatMap(({ missing }) => (missing as ReadonlyArray<{ field: string }>).map(({ field }) => field))).toEqual(['done', 'reportNumber']);
		const [half] = await apply(DONE, '');
		expect(half).toEqual([]);
		expect(json((await apply(DONE, '', { allOrNothing: false }))[0])).toHaveLength(1);
		await expect(run({ operation: 'apply', parameters: { number: NUMBER, actor: 'owner', step: 'delete' } })).rejects.toMatchObject({ message: expect.stringContaining('"delete", which is no step') as string });
	});

	it('S2: the same file sent again is the same command, wherever n8n keeps it', async () => {
		const { log } = await life(WHOLE_LIFE.slice(0, 2));
		const complete = async (stored: readonly Row[]): Promise<INodeExecutionData[][]> => await run({ operation: 'complete', parameters: { number: NUMBER, now: '2026-03-06T09:00:00+08:00', actor: 'owner', ...DONE, log: stored, options: { removePlace: true } }, files: { photo: jpeg(tiff()) } });
		const [first] = await complete(log);
		const [again, cards] = await complete([...log, ...json(first).map((row) => ({ id: 3, ...row }))]);
		expect([again, json(cards)[0]?.['version']]).toEqual([[], 3]);
	});

	it('S2: the next person gets a task with a link to the form; a closed card asks nobody', async () => {
		const { log } = await life(WHOLE_LIFE.slice(0, 4));
		const ask = async (items: readonly Row[], parameters: Row = {}): Promise<readonly Row[]> => json((await run({ operation: 'nextTask', items, parameters: { formAddress: 'https://n8n.example.com/form/', ...parameters } }))[0]);
		expect(await ask(log)).toMatchObject([{ kind: 'correctiveAction', subject: NUMBER, status: 'open', assignee: { personId: 'verifier' }, links: [{ url: `https://n8n.example.com/form/pt-card-verify?card=${NUMBER}&version=4` }, { url: `https://n8n.example.com/form/pt-card-record?card=${NUMBER}` }] }]);
		const [zh] = await ask(log, { language: 'zh-CN' });
		expect([zh?.['title'], zh?.['key']]).toEqual([`验证措施：卡片 ${NUMBER}`, (await ask(log))[0]?.['key']]);
		expect(await ask((await life(WHOLE_LIFE)).log)).toEqual([]);
	});

	it('S2: the digest of the day goes to the owner and to quality, with what is overdue first', async () => {
		const { log } = await life(WHOLE_LIFE.slice(0, 2));
		const digest = async (now: string, parameters: Row = {}): Promise<readonly Row[]> => json((await run({ operation: 'digest', items: log, parameters: { now, ...parameters } }))[0]);
		const late = await digest('2026-03-25T07:00:00+08:00');
		expect(late.map(({ assignee }) => (assignee as { personId: string }).personId)).toEqual(['owner', 'quality']);
		expect(late[0]).toMatchObject({ title: 'Closed-loop cards to look at: 1, of them 1 overdue (2026-03-25)', body: expect.stringContaining('overdue by 5 days') as string });
		expect(await digest('2026-03-10T07:00:00+08:00')).toEqual([]);
		expect(await digest('2026-03-10T07:00:00+08:00', { ageingDays: 5 })).toHaveLength(2);
	});

	it('S2: sweep, Pareto, durations, timeline and record', async () => {
		const { log } = await life(WHOLE_LIFE);
		const { log: late } = await life([['open', '2026-03-02T09:00', { number: 'B', actor: 'doer', ...FINDING }], ['plan', '2026-03-04T09:00', { number: 'B', actor: 'owner', ...PLAN }]]);
		const rows = [...log, ...late.map((row, index) => ({ ...row, id: 100 + index }))];
		const all = { items: rows, parameters: { now: '2026-04-30T09:00:00+08:00' } };
		expect(json((await run({ operation: 'sweep', ...all }))[0])).toMatchObject([{ number: 'B', kind: 'overdue', daysOverdue: 41 }]);
		const [pareto] = json((await run({ operation: 'pareto', ...all }))[0]);
		expect(pareto).toMatchObject({ by: 'cause', total: 2, chart: expect.stringContaining('<svg') as string });
		expect(json((await run({ operation: 'durations', ...all }))[0])).toMatchObject([{ department: 'Production', period: '2026-Q1', cards: 1, calendarDays: { p50: 25 } }]);
		const one = { items: rows, parameters: { number: NUMBER, now: '2026-04-30T09:00:00+08:00', language: 'zh-CN' } };
		expect(json((await run({ operation: 'timeline', ...one }))[0])).toHaveLength(6);
		const [record] = (await run({ operation: 'record', ...one }))[0] ?? [];
		expect(record?.json).toMatchObject({ fileName: `${NUMBER}.html`, intact: true });
		expect(Buffer.from(record?.binary?.['data']?.data ?? '', 'base64').toString()).toBe(record?.json['html']);
		expect(json((await run({ operation: 'record', items: rows, parameters: { number: 'NONE' } }))[1])).toMatchObject([{ code: 'unknown' }]);
		expect(json((await run({ operation: 'get', items: [{}] }))[1])).toEqual([]);
	});

	it.each([
		[{ operation: 'open', parameters: { directory: [] } }, 'Parameter "Directory" holds nobody', 'HR Directory'],
		[{ operation: 'open', parameters: { log: '[1]' } }, 'Parameter "Log": entry 0 is 1', 'json'],
		[{ operation: 'note', parameters: { options: { expectedVersion: 'x' } } }, 'Parameter "Expected Version" is "x"', 'version'],
		[{ operation: 'note', parameters: { files: 'photo' } }, 'names the binary field "photo"', 'Leave'],
		[{ operation: 'note', parameters: { now: 'soon' } }, 'The time of the clock is “soon”', null],
		[{ operation: 'sweep', parameters: { now: 'soon' } }, 'Parameter "Now" is "soon"', '$now'],
		[{ operation: 'record', parameters: {} }, 'Parameter "Card Number" is empty', 'number'],
		[{ operation: 'verifyChain', parameters: { notedHeads: '{"A": 1}' } }, 'the head of A is 1', 'hash'],
	] as ReadonlyArray<[Run, string, string | null]>)('names field, value and remedy: %j', async (given, message, remedy) => {
		await expect(run(given)).rejects.toMatchObject({ message: expect.stringContaining(message) as string, ...(remedy === null ? {} : { description: expect.stringContaining(remedy) as string }) });
		const outputs = await run({ ...given, continueOnFail: true });
		expect(outputs.flatMap((items) => json(items))[0]?.['error']).toContain(message);
	});
});
