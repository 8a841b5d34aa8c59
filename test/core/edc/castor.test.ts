import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCastorPull } from '../../../core/edc/castor/castorPull.js';
import { readCastorTime } from '../../../core/edc/castor/castorTime.js';
import { EDC_EVENT_TYPES } from '../../../core/edc/evidence.js';
import { EMPTY_MAPPING } from '../../../core/edc/mapping.js';
import type { EdcAnswer, EdcPullSettings, EdcRequest } from '../../../core/edc/pull.js';
import { identities, inPieces, ofType, ok, runPull } from './scriptedServer.js';

const settings: EdcPullSettings = {
	source: 'https://data.castoredc.com/ST1',
	study: 'ST1',
	mapping: { ...EMPTY_MAPPING, zone: 'Europe/Amsterdam', visitDateItems: ['visit_date'], countryOfSite: { AMS: 'NL' } },
};
const { formRecorded, subjectChanged, queryChanged, studyDescribed, documentRead } = EDC_EVENT_TYPES;

const php = (date: string): object => ({ date: `${date}.000000`, timezone_type: 3, timezone: 'Europe/Amsterdam' });

type Row = Record<string, unknown>;
interface Server {
	/** Lists by path below the study; a path that is missing is answered 404. */
	readonly lists: Map<string, { readonly name: string | null; rows: Row[] }>;
}

function server(old = false): Server {
	const participant = (id: string, site: string, updated: string, more: Row = {}): Row => ({
		id,
		[old ? 'record_id' : 'participant_id']: id,
		_embedded: { [old ? 'institute' : 'site']: { id: site } },
		status: 'open',
		archived: false,
		created_by: 'U1',
		created_on: php('2026-02-01 09:00:00'),
		updated_on: php(updated),
		randomized_on: null,
		...more,
	});
	const names = old ? ['institute', 'record', 'phase', 'step'] : ['site', 'participant', 'visit', 'form'];
	const [site = '', people = '', visit = '', form = ''] = names;
	const key = old ? 'record_id' : 'participant_id';
	const point = (subject: string, field_id: string, field_value: string, updated_on: string): Row => ({ [key]: subject, field_id, field_value, updated_on });
	return {
		lists: new Map([
			[site, { name: 'sites', rows: [{ id: 'SITE1', name: 'Amsterdam', abbreviation: 'AMS' }, { id: 'SITE2', name: 'Bergen', abbreviation: 'BRG' }] }],
			[people, { name: people + 's', rows: [participant('P1', 'SITE1', '2026-03-01 12:00:00', { randomized_on: php('2026-02-02 10:00:00'), randomization_group_name: 'Drug' }), participant('P2', 'SITE2', '2026-03-02 12:00:00'), participant('P3', 'SITE2', '2026-02-10 12:00:00', { archived: true })] }],
			[visit, { name: visit + 's', rows: [{ id: 'V1', [`${visit}_name`]: 'Baseline' }, { id: 'V2', [`${visit}_name`]: 'Final visit' }] }],
			[form, { name: form + 's', rows: [{ id: 'F1', [`${form}_name`]: 'Vitals', _embedded: { [visit]: { id: 'V1' } } }, { id: 'F2', [`${form}_name`]: 'End', _embedded: { [visit]: { id: 'V2' } } }] }],
			['field', { name: 'fields', rows: [{ id: 'FD1', parent_id: 'F1', field_variable_name: 'visit_date', field_type: 'date', field_required: 1 }, { id: 'FD2', parent_id: 'F1', field_variable_name: 'weight', field_type: 'numeric', field_required: 1 }, { id: 'FD3', parent_id: 'F2', field_variable_name: null, field_type: 'string', field_required: 0 }, { id: 'FD4', parent_id: 'F2', field_variable_name: 'hint', field_type: 'remark', field_required: 1 }] }],
			['record-progress/steps', { name: 'records', rows: [{ [key]: 'P1', steps: [{ step_id: 'F1', complete: 100, sdv: false, locked: false, signed: false }, { step_id: 'F2', complete: 100, sdv: true, locked: true, signed: true }] }, { [key]: 'P2', steps: [{ step_id: 'F1', complete: 50, sdv: false, locked: false, signed: false }] }] }],
			['data-point-collection/study', { name: 'items', rows: [point('P1', 'FD1', '01-03-2026', '2026-03-01 11:00:00'), point('P1', 'FD2', '80', '2026-03-01 11:05:00'), point('P1', 'FD3', 'done', '2026-03-01 12:00:00'), point('P2', 'FD2', '', '2026-03-02 12:00:00'), point('P2', 'FD1', '02-03-2026', '2026-03-02 12:00:00')] }],
			['query', { name: 'queries', rows: [{ id: 'Q1', [key]: 'P1', field_id: 'FD2', status: 'Resolved', first_query_remark: 'is this right?', created_by: 'MON', created_on: php('2026-03-02 09:00:00'), updated_by: 'U1', updated_on: php('2026-03-03 09:00:00') }, { id: 'Q2', [key]: 'P2', field_id: 'FD1', status: 'New', created_by: 'MON', created_on: php('2026-03-04 09:00:00'), updated_by: 'MON', updated_on: php('2026-03-04 09:00:00') }] }],
			['verification', { name: 'verifications', rows: [{ id: 2, [key]: 'P1', entity_type: 'field', entity_id: 'FD2', verified_on: php('2026-03-05 10:00:00'), status: 'active', _embedded: { verification_type: { id: 1, name: 'SDV', is_sdv: true } } }, { id: 3, [key]: 'P1', entity_type: 'field', entity_id: 'FD1', verified_on: php('2026-03-05 10:00:00'), status: 'dropped', _embedded: { verification_type: { is_sdv: true } } }] }],
			['audit-trail', { name: null, rows: [{ datetime: php('2026-02-01 09:00:00'), event_type: 'Record created', user_id: 'U1', user_name: 'Somebody', user_email: 'somebody@example.com', event_details: { 'Record Id': 'P1', Status: 'open' } }, { datetime: php('2026-03-06 09:00:00'), event_type: 'Record result', user_id: 'U1', user_name: 'Somebody', user_email: 'somebody@example.com', event_details: { 'Current Location': 'Phase: "Baseline"', 'Field Value': '143' } }] }],
		]),
	};
}

function answer({ lists }: Server, request: EdcRequest, clamp = false): EdcAnswer {
	const path = request.path.replace(/^\/api\/study\/ST1\/?/, '');
	if (path === '') return ok({ study_id: 'ST1', name: 'Pilot', version: '1.2', created_on: '2026-01-15 10:00:00' });
	const single = /^(participant|record)\/([^/]+)\/data-point-collection\/study$/.exec(path);
	if (single && !lists.has(single[1] ?? '')) return { status: 404, headers: {}, body: '{"detail":"Not Found"}' };
	const list = lists.get(single ? 'data-point-collection/study' : path);
	if (!list) return { status: 404, headers: {}, body: '{"detail":"Not Found"}' };
	const rows = single ? list.rows.filter((row) => (row['participant_id'] ?? row['record_id']) === single[2]) : list.rows;
	const size = Number(request.query?.['page_size']);
	const pages = Math.max(1, Math.ceil(rows.length / size));
	const page = clamp ? Math.min(Number(request.query?.['page']), pages) : Number(request.query?.['page']);
	const shown = rows.slice((page - 1) * size, page * size);
	const counts = { page, page_count: pages, total_items: rows.length };
	return ok(list.name === null ? { items: shown, ...counts } : { _links: {}, _embedded: { [list.name]: shown }, ...counts });
}

const read = (options: Parameters<typeof runPull>[2] = {}, over: Partial<EdcPullSettings> = {}, given = server()) => runPull(createCastorPull({ ...settings, ...over }), (request) => answer(given, request), options);

describe('S1: Castor, a first run', () => {
	const first = read();

	it('S1: reads structure, lists and data, and completes', () => {
		expect(first.troubles).toEqual([]);
		expect(first.complete).toBe(true);
		expect(first.cursor).toEqual({ vendor: 'castor', study: 'ST1', updatedUntil: '2026-03-02T11:00:00Z', fullReadOn: '2026-03-10', auditDay: '2026-03-05' });
		expect(first.requests.find((request) => request.path.endsWith('/audit-trail'))?.query).toMatchObject({ date_from: '2026-01-15', date_to: '2026-03-11' });
	});

	it('S1: forms carry state, items, verification and the time of their latest change', () => {
		expect(ofType(first.events, formRecorded).map(({ data }) => [data.subject, data.event, data.form, data.status, data.recordedAt, data.items.map((item) => item.item)])).toEqual([
			['P1', 'V1', 'F1', 'complete', '2026-03-01T11:05:00+01:00', ['visit_date', 'weight']],
			['P1', 'V2', 'F2', 'locked', '2026-03-01T12:00:00+01:00', ['FD3']],
			['P2', 'V1', 'F1', 'incomplete', '2026-03-02T12:00:00+01:00', ['visit_date']],
		]);
		const items = ofType(first.events, formRecorded).flatMap((event) => event.data.items);
		expect(items.map((item) => item.sdv ?? null)).toEqual([null, { required: null, verified: true, at: '2026-03-05T10:00:00+01:00' }, { required: null, verified: true, at: null }, null]);
		expect(items.map((item) => item.value ?? null)).toEqual(['01-03-2026', null, null, '02-03-2026']);
	});

	it('S1: participants carry site, country, randomisation and archiving', () => {
		const people = ofType(first.events, subjectChanged).filter((event) => event.data.transaction === null);
		expect(people.map(({ data }) => [data.subject, data.site, data.country, data.randomisedAt, data.arm, data.removed])).toEqual([
			['P1', 'SITE1', 'NL', '2026-02-02T10:00:00+01:00', 'Drug', false],
			['P2', 'SITE2', null, null, null, false],
			['P3', 'SITE2', null, null, null, true],
		]);
		expect(ofType(first.events, documentRead)[0]?.data.subjects).toEqual(['P1', 'P2', 'P3']);
	});

	it('S1: a query gives its opening and its last state, and says it is no history', () => {
		expect(ofType(first.events, queryChanged).map(({ data }) => [data.query, data.state, data.at, data.by, data.item, data.history])).toEqual([
			['Q1', 'open', '2026-03-02T09:00:00+01:00', 'MON', 'weight', false],
			['Q1', 'answered', '2026-03-03T09:00:00+01:00', 'U1', 'weight', false],
			['Q2', 'open', '2026-03-04T09:00:00+01:00', 'MON', 'visit_date', false],
		]);
	});

	it('S1: the design names required fields that a person fills', () => {
		const described = ofType(first.events, studyDescribed)[0]?.data;
		expect(described?.forms.map((form) => [form.form, form.mandatoryItems])).toEqual([['F1', ['visit_date', 'weight']], ['F2', []]]);
		expect(described?.events.map((event) => [event.event, event.name, event.forms.length])).toEqual([['V1', 'Baseline', 1], ['V2', 'Final visit', 1]]);
	});

	it('S1: audit entries without id are told apart by their content; names and addresses stay out', () => {
		expect(ofType(first.events, subjectChanged).filter((event) => event.data.transaction !== null).map(({ data }) => [data.subject, data.by])).toEqual([['P1', 'U1']]);
		expect(JSON.stringify(first.events)).not.toMatch(/Somebody|somebody|is this right|143/);
		expect(first.findings.map((finding) => finding.value)).toEqual(['1 of 2 entries']);
	});
});

describe('S1: Castor, later runs', () => {
	const first = read();

	it('S1: on the same day only participants changed since are read, the newest again', () => {
		const given = server();
		given.lists.get('data-point-collection/study')?.rows.push({ participant_id: 'P3', field_id: 'FD2', field_value: '66', updated_on: '2026-03-10 11:00:00' });
		const person = given.lists.get('participant')?.rows[2];
		if (person) person['updated_on'] = php('2026-03-10 11:00:00');
		const later = read({ cursor: first.cursor }, {}, given);
		expect(later.requests.filter((request) => request.path.includes('data-point')).map((request) => request.path)).toEqual([
			'/api/study/ST1/participant/P2/data-point-collection/study',
			'/api/study/ST1/participant/P3/data-point-collection/study',
		]);
		const known = new Set(identities(first.events));
		expect(ofType(later.events, formRecorded).filter((event) => !known.has(`${event.source} ${event.id}`)).map((event) => event.data.subject)).toEqual(['P3']);
		expect(later.requests.find((request) => request.path.endsWith('/audit-trail'))?.query).toMatchObject({ date_from: '2026-03-05' });
	});

	it('S1: on another day everything is read again and gives no new fact', () => {
		const next = read({ cursor: first.cursor, now: '2026-03-11T00:10:00Z' });
		expect(next.requests.some((request) => request.path === '/api/study/ST1/data-point-collection/study')).toBe(true);
		const known = new Set(identities(first.events));
		expect(next.events.filter((event) => event.type !== documentRead && !known.has(`${event.source} ${event.id}`))).toEqual([]);
	});

	it('S1: trap 16: a hint gives the same facts', () => {
		const hinted = read({ scope: { subjects: ['P1'] } });
		const known = new Set(identities(first.events));
		expect(ofType(hinted.events, formRecorded)).toHaveLength(2);
		expect(identities(hinted.events).filter((id) => !known.has(id))).toEqual([]);
		expect(hinted.cursor).toBeNull();
	});
});

describe('S1: Castor, versions and trouble', () => {
	it('S1: an older interface is asked by its own names after a 404', () => {
		const older = read({}, {}, server(true));
		expect(older.troubles).toEqual([]);
		expect(identities(ofType(older.events, formRecorded))).toEqual(identities(ofType(read().events, formRecorded)));
		expect(older.requests.map((request) => request.path)).toEqual(expect.arrayContaining(['/api/study/ST1/record', '/api/study/ST1/phase', '/api/study/ST1/step', '/api/study/ST1/institute']));
		const again = read({ cursor: older.cursor }, {}, server(true));
		expect(again.troubles).toEqual([]);
		expect(again.requests.some((request) => request.path === '/api/study/ST1/record/P2/data-point-collection/study')).toBe(true);
	});

	it('S1: any page size and any pieces give the same facts', () => {
		const expected = identities(read().events);
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 900 }), fc.boolean(), (pageSize, pieces, clamp) => {
				const given = server();
				const result = runPull(createCastorPull({ ...settings, pageSize }), (request) => inPieces(answer(given, request, clamp), pieces));
				expect(identities(result.events)).toEqual(expected);
			}),
			{ numRuns: 25 },
		);
	});

	it('S1: rows that shift while pages are read are told', () => {
		const result = runPull(createCastorPull({ ...settings, pageSize: 2 }), (request) => {
			const given = answer(server(), request);
			if (!request.path.endsWith('/participant') || request.query?.['page'] !== '2') return given;
			const body = JSON.parse(typeof given.body === 'string' ? given.body : '') as { _embedded: Record<string, unknown[]> };
			body._embedded = { participants: [] };
			return ok(body);
		});
		expect(result.findings.map((finding) => finding.value)).toContain('2 rows');
		expect(result.complete).toBe(true);
	});

	it('S1: without rights to queries or the audit trail the rest is read and the lack named', () => {
		const given = server();
		const result = runPull(createCastorPull(settings), (request) => (/\/(query|audit-trail)$/.test(request.path) ? { status: 403, headers: {}, body: '{"detail":"Forbidden"}' } : answer(given, request)));
		expect(result.complete).toBe(true);
		expect(result.findings.map((finding) => [finding.where, finding.severity])).toEqual([['Castor queries', 'warning'], ['Castor audit trail', 'warning']]);
		expect(result.findings[0]?.expected).toMatch(/query ageing/);
	});

	it.each([
		['a wrong study', { status: 404, headers: {}, body: '{"detail":"Entity not found."}' }, 'notFound', /Entity not found/],
		['an expired token', { status: 401, headers: {}, body: '{"error":"invalid_grant","error_description":"The access token has expired"}' }, 'authentication', /expired/],
		['too many requests', { status: 429, headers: { 'Retry-After': '120' }, body: '' }, 'rateLimit', /429/],
		['a page', { status: 200, headers: {}, body: '<html></html>' }, 'authentication', /web page/],
		['a list where a study should be', { status: 200, headers: {}, body: '[]' }, 'unusableAnswer', /no study/],
		['an unknown answer', { status: 200, headers: {}, body: '{"title":"x"}' }, 'unusableAnswer', /no list/],
	])('S1: %s is trouble with a remedy', (_name, given, kind, message) => {
		const result = runPull(createCastorPull(settings), () => given);
		expect(result.complete).toBe(false);
		expect(result.cursor).toBeNull();
		expect(result.troubles.some((trouble) => trouble.kind === kind && message.test(trouble.message))).toBe(true);
	});

	it('S1: an unknown state of a query is refused, the others are kept', () => {
		const given = server();
		const query = given.lists.get('query')?.rows[0];
		if (query) query['status'] = 'Parked';
		const result = read({}, {}, given);
		expect(result.findings.filter((finding) => finding.severity === 'refused').map((finding) => finding.value)).toEqual(['Parked']);
		expect(ofType(result.events, queryChanged).map((event) => event.data.query)).toEqual(['Q2']);
	});
});

describe('S1: Castor times', () => {
	it.each([
		[{ date: '2022-06-28 09:13:49.000000', timezone_type: 3, timezone: 'Europe/Amsterdam' }, '2022-06-28T09:13:49+02:00', false],
		[{ date: '2022-01-28 09:13:49.000000', timezone_type: 1, timezone: '+05:30' }, '2022-01-28T12:43:49+09:00', false],
		[{ date: '2022-06-28 09:13:49.000000', timezone_type: 2, timezone: 'CEST' }, '2022-06-28T09:13:49+09:00', true],
		[{ date: '2022-06-28 09:13:49.000000', timezone_type: 3, timezone: 'Mars/Olympus' }, '2022-06-28T09:13:49+09:00', true],
		['2022-06-28 09:13:49', '2022-06-28T09:13:49+09:00', true],
		['2022-06-28T09:13:49+0200', '2022-06-28T16:13:49+09:00', false],
	])('S1: %j', (value, at, zoneAssumed) => {
		expect(readCastorTime(value, 'Asia/Tokyo')).toMatchObject({ at, zoneAssumed });
	});

	it('S1: what is no time is none', () => {
		for (const value of [null, undefined, '', {}, { date: 'x' }, [], '2022-06-28']) expect(readCastorTime(value, 'UTC')).toBeNull();
	});
});
