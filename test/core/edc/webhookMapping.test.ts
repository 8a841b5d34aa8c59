import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EDC_EVENT_TYPES, type EdcEvent, type SourceFinding } from '../../../core/edc/evidence.js';
import { EMPTY_MAPPING } from '../../../core/edc/mapping.js';
import { checkWebhookMapping, readWebhook, WEBHOOK_MAPPING_SCHEMA, type WebhookMapping } from '../../../core/edc/webhookMapping/index.js';
import { valueAt } from '../../../core/edc/webhookMapping/values.js';

const place = { study: { path: '$.study' }, subject: { path: 'subject.key' }, site: { path: 'subject.site' } };
const WEBHOOK: WebhookMapping = {
	list: '/events',
	ignore: [{ path: 'kind', in: ['ping'] }],
	rules: [
		{
			event: 'formRecorded',
			when: [{ path: 'kind', in: ['form.saved', 7] }],
			id: { path: 'id' },
			fields: {
				...place,
				event: { path: '/visit~1code' },
				form: { path: 'form' },
				recordedAt: { firstOf: [{ path: 'savedAt' }, { path: 'ts' }] },
				by: { path: 'user' },
				status: { path: 'state', values: { DONE: 'complete', OPEN: 'incomplete' } },
				complete: { constant: true },
			},
			items: { list: 'values' },
		},
		{ event: 'visitChanged', when: [{ path: 'kind', in: ['form.saved'] }, { path: 'last', in: [true] }], fields: { ...place, event: { path: '/visit~1code' }, status: { constant: 'completed' }, visitDate: { path: 'date' }, at: { path: 'ts' } } },
		{ event: 'studyLocked', when: [{ path: 'kind', in: ['locked'] }], fields: { study: { path: '$/study' }, at: { path: 'ts' }, by: { path: 'user' } } },
		{ event: 'queryChanged', when: [{ path: 'kind', in: ['query'] }], fields: { ...place, query: { path: 'id' }, state: { path: 'state', values: { N: 'open', A: 'answered' }, otherwise: 'closed' }, at: { path: 'ts' } } },
		{ event: 'subjectChanged', when: [{ path: 'kind', in: ['subject'] }], fields: { ...place, enrolledAt: { path: 'date' }, removed: { path: 'gone' } } },
	],
};

const mapping = { ...EMPTY_MAPPING, zone: 'Asia/Shanghai', visitDateItems: ['VISDAT'], countryOfSite: { '01': 'CN' } };
const form = { kind: 'form.saved', id: 'e1', subject: { key: 'S1', site: '01' }, 'visit/code': 'V1', form: 'VITALS', ts: '2026-03-02 08:15:00', user: 'crc', state: 'DONE', date: '2026-03', values: { VISDAT: '2026-03-02', SYSBP: 120, NOTE: '' } };

function read(body: unknown, webhook: WebhookMapping | null = WEBHOOK) {
	const events: EdcEvent[] = [];
	const findings: SourceFinding[] = [];
	const counts = readWebhook(body, { source: 'https://hooks.example.com/ST1', webhook, mapping }, { event: (event) => void events.push(event), finding: (finding) => void findings.push(finding) });
	return { events, findings, counts };
}

describe('S1: webhook with a mapping', () => {
	it('S1: makes the form from paths, constants, value tables and the items object', () => {
		const { events, findings, counts } = read({ study: 'ST1', events: [form] });
		expect(findings).toEqual([]);
		expect(counts).toEqual({ entries: 1, events: 1, refused: 0, ignored: 0 });
		expect(events[0]).toMatchObject({
			type: EDC_EVENT_TYPES.formRecorded,
			source: 'https://hooks.example.com/ST1',
			subject: 'S1',
			time: '2026-03-02T08:15:00+08:00',
			data: { study: 'ST1', site: '01', country: 'CN', event: 'V1', form: 'VITALS', formRepeat: null, status: 'complete', statusStamp: { at: '2026-03-02T08:15:00+08:00', by: 'crc' }, complete: true, imported: false, removed: false, transaction: null, tzAssumed: true },
		});
		const items = events[0]?.type === EDC_EVENT_TYPES.formRecorded ? events[0].data.items : [];
		expect(items.map((item) => [item.item, item.filled, item.value ?? null])).toEqual([['VISDAT', true, '2026-03-02'], ['SYSBP', true, null], ['NOTE', false, null]]);
		expect(events[0]?.data).not.toHaveProperty('by');
	});

	it('S1: several rules may hold for one entry; text and number compare alike', () => {
		expect(read({ study: 'ST1', events: [{ ...form, last: true }] }).events.map((event) => event.type)).toEqual([EDC_EVENT_TYPES.formRecorded, EDC_EVENT_TYPES.visitChanged]);
		expect(read({ study: 'ST1', events: [{ ...form, kind: '7' }] }).events).toHaveLength(1);
	});

	it('S1: locks, queries and subjects', () => {
		const base = { subject: { key: 'S1' }, ts: 1772410500 };
		const { events, findings } = read({ study: 'ST1', events: [{ ...base, kind: 'locked', user: 'dm' }, { ...base, kind: 'query', id: 9, state: 'Z' }, { ...base, kind: 'subject', date: '2026-03', gone: '0' }] });
		expect(findings).toEqual([]);
		expect(events.map((event) => event.data)).toEqual([
			{ study: 'ST1', locked: true, level: 'lock', at: '2026-03-02T08:15:00+08:00', by: 'dm' },
			expect.objectContaining({ query: '9', state: 'closed', history: true, at: '2026-03-02T08:15:00+08:00' }),
			expect.objectContaining({ subject: 'S1', enrolledAt: '2026-03', removed: false, transaction: null }),
		]);
	});

	it('S1: the same entry twice, in any order, is the same fact; the sender\'s id is the identity where it is named', () => {
		const a = read({ study: 'ST1', events: [form, { ...form, id: 'e2' }] }).events.map((event) => event.id);
		const b = read({ study: 'ST1', events: [{ ...form, id: 'e2' }, form] }).events.map((event) => event.id);
		expect([...b].reverse()).toEqual(a);
		expect(new Set(a).size).toBe(2);
	});

	it('S1: one bad entry never loses the good ones; field, value and remedy are named', () => {
		const { events, findings, counts } = read({
			study: 'ST1',
			events: [{ ...form, state: 'HALF' }, { ...form, subject: {} }, { ...form, ts: '2026-03-02' }, { ...form, id: null }, { kind: 'other' }, { kind: 'ping' }, 5, form],
		});
		expect(events).toHaveLength(1);
		expect(counts).toEqual({ entries: 8, events: 1, refused: 6, ignored: 1 });
		expect(findings.map((finding) => [finding.where, finding.value, finding.severity])).toEqual([
			['entry 0, status from state', 'HALF', 'refused'],
			['entry 1, subject', null, 'refused'],
			['entry 2, recordedAt', '2026-03-02', 'refused'],
			['entry 3, id', null, 'refused'],
			['entry 4', expect.stringContaining('kind = other'), 'warning'],
			['entry 6', expect.any(String), 'warning'],
		]);
	});

	it('S1: a body without the list is told', () => {
		expect(read({ study: 'ST1' }).findings.map((finding) => finding.where)).toEqual(['body /events']);
	});

	it('S1: without a list path the body is the entry, or its entries', () => {
		const single: WebhookMapping = { rules: WEBHOOK.rules };
		expect(read({ ...form, study: 'ST1' }, single).events).toHaveLength(1);
		const constant: WebhookMapping = { rules: [{ event: 'subjectChanged', fields: { study: { constant: 'ST1' }, subject: { path: '' } } }] };
		expect(read(['A', 'B'], constant).events.map((event) => event.subject)).toEqual(['A', 'B']);
	});

	it('S1: paths reach no prototype', () => {
		for (const path of ['constructor.name', 'constructor', 'toString', '__proto__.toString']) expect(valueAt(path, {}, {})).toBeUndefined();
		expect(valueAt('/__proto__/x', {}, {})).toBeUndefined();
		expect(valueAt('a.0.b', { a: [{ b: 1 }] }, {})).toBe(1);
		expect(valueAt('$', 1, 2)).toBe(2);
	});
});

describe('S1: ready CloudEvents', () => {
	const ready = {
		specversion: '1.0',
		id: 'own-1',
		source: 'https://edc.example.com/ST1',
		type: EDC_EVENT_TYPES.queryChanged,
		time: '2026-03-02T08:15:00Z',
		data: { study: 'ST1', subject: 'S1', query: 'Q1', state: 'open', at: '2026-03-02T08:15:00Z', secret: 'x' },
	};

	it('S1: one and a batch keep their id and source; unknown fields stay out', () => {
		const { events, findings } = read(ready, null);
		expect(findings).toEqual([]);
		expect(events[0]).toMatchObject({ id: 'own-1', source: 'https://edc.example.com/ST1', data: { query: 'Q1', site: null, origin: null } });
		expect(events[0]?.data).not.toHaveProperty('secret');
		expect(read([ready, { ...ready, id: 'own-2' }], null).events.map((event) => event.id)).toEqual(['own-1', 'own-2']);
	});

	it.each([
		[{ specversion: '0.3' }, 'event, specversion'],
		[{ type: 'com.example.other' }, 'event, type'],
		[{ id: '' }, 'event, id'],
		[{ source: null }, 'event, source'],
		[{ data: 'text' }, 'event, data'],
		[{ data: { ...ready.data, state: 'parked' } }, 'event, data, state'],
		[{ data: { ...ready.data, subject: undefined } }, 'event, data, subject'],
	])('S1: %j is refused', (change, where) => {
		const { events, findings, counts } = read({ ...ready, ...change }, null);
		expect(events).toEqual([]);
		expect(counts.refused).toBe(1);
		expect(findings.map((finding) => finding.where)).toEqual([where]);
	});

	it('S1: what is neither event nor mapped is refused', () => {
		expect(read({ a: 1 }, null).findings[0]?.expected).toMatch(/CloudEvent/);
	});
});

describe('S1: checking a mapping', () => {
	const ajv = new Ajv2020({ strict: false });
	const valid = ajv.compile(WEBHOOK_MAPPING_SCHEMA);

	it('S1: the example is accepted by the schema and by the check', () => {
		expect(valid(WEBHOOK)).toBe(true);
		expect(checkWebhookMapping(WEBHOOK)).toEqual({ mapping: WEBHOOK, problems: [] });
	});

	it('S1: a problem names its place and what is expected', () => {
		const { problems } = checkWebhookMapping({ rules: [{ event: 'studyLocked', fields: { stdy: { path: 'x' } } }, { event: 'x' }], extra: 1 });
		expect(problems.map((problem) => problem.where)).toEqual(['mapping.extra', 'mapping.rules[0].fields.stdy', 'mapping.rules[0].fields.study', 'mapping.rules[1].event']);
	});

	it('S1: check and schema agree on every mapping that is damaged at one place', () => {
		const places: Array<readonly string[]> = [];
		const walk = (value: unknown, path: readonly string[]): void => {
			places.push(path);
			if (typeof value === 'object' && value !== null) for (const [name, child] of Object.entries(value)) walk(child, [...path, name]);
		};
		walk(WEBHOOK, []);
		const junk = fc.constantFrom<unknown>(undefined, null, 1, true, 'text', '', [], {}, { path: 'a' }, { path: 1 }, { constant: {} }, { constant: 'x' }, { firstOf: [] }, { path: 'a', constant: 1 }, [1], [{ path: 'a', in: [] }], { path: 'a', values: { b: 2 } });
		fc.assert(
			fc.property(fc.constantFrom(...places), junk, fc.boolean(), (path, value, add) => {
				const copy = JSON.parse(JSON.stringify({ root: WEBHOOK })) as Record<string, unknown>;
				let parent: Record<string, unknown> = copy;
				for (const name of ['root', ...path].slice(0, -1)) parent = parent[name] as Record<string, unknown>;
				const last = ['root', ...path].at(-1) ?? 'root';
				if (value === undefined && !Array.isArray(parent)) Reflect.deleteProperty(parent, last);
				else if (add && typeof parent[last] === 'object' && parent[last] !== null && !Array.isArray(parent[last])) (parent[last] as Record<string, unknown>)['added'] = value;
				else parent[last] = value ?? null;
				const damaged = JSON.parse(JSON.stringify(copy)) as { root?: unknown };
				expect(checkWebhookMapping(damaged.root).problems.length === 0).toBe(valid(damaged.root));
			}),
			{ numRuns: 1500 },
		);
	});
});
