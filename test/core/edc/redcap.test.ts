import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EDC_EVENT_TYPES } from '../../../core/edc/evidence.js';
import { EMPTY_MAPPING, type EdcMapping } from '../../../core/edc/mapping.js';
import type { EdcAnswer, EdcPullSettings, EdcRequest } from '../../../core/edc/pull.js';
import { readDataEntryTrigger } from '../../../core/edc/redcap/dataEntryTrigger.js';
import { readChange, readLogEntry } from '../../../core/edc/redcap/logging.js';
import { createRedcapPull } from '../../../core/edc/redcap/redcapPull.js';
import { answerOf, entry, row, smallProject, type RedcapServer } from './redcapProject.js';
import { identities, inPieces, ofType, ok, runPull } from './scriptedServer.js';

const mapping: EdcMapping = { ...EMPTY_MAPPING, zone: 'Europe/Berlin', visitDateItems: ['visit_date'], consentDateItems: ['consent_date'], countryOfSite: { berlin: 'DE' } };
const settings: EdcPullSettings = { source: 'https://redcap.example.com/42', study: '42', mapping };
const { formRecorded, subjectChanged, queryChanged, studyDescribed, documentRead, studyLocked, signatureApplied } = EDC_EVENT_TYPES;

const read = (server: RedcapServer, options: Parameters<typeof runPull>[2] = {}, over: Partial<EdcPullSettings> = {}) =>
	runPull(createRedcapPull({ ...settings, ...over }), (request) => answerOf(server, request), options);
const states = (events: Parameters<typeof ofType>[0]) => ofType(events, formRecorded).filter((event) => event.data.complete);
const changes = (events: Parameters<typeof ofType>[0]) => ofType(events, formRecorded).filter((event) => !event.data.complete);

describe('S1: REDCap, a first run', () => {
	const result = read(smallProject());

	it('S1: reads design, logging, ids and records without trouble and completes', () => {
		expect(result.troubles).toEqual([]);
		expect(result.findings).toEqual([]);
		expect(result.complete).toBe(true);
		expect(result.requests.map((request) => request.context['step'])).toEqual([
			'project', 'metadata', 'instrument', 'arm', 'event', 'formEventMapping', 'repeatingFormsEvents', 'recordIds', 'log', 'records',
		]);
		expect(result.cursor).toEqual({ vendor: 'redcap', study: '42', until: '2026-03-02 10:05' });
	});

	it('S1: design says which fields are required and which forms repeat', () => {
		const described = ofType(result.events, studyDescribed)[0]?.data;
		expect(described?.forms.find((form) => form.form === 'visit')?.mandatoryItems).toEqual(['visit_date', 'weight']);
		expect(described?.events.find((event) => event.event === 'final_visit_arm_1')).toMatchObject({
			repeating: false,
			arms: ['1'],
			forms: [{ form: 'visit', mandatory: true }, { form: 'adverse_events', mandatory: false }],
		});
	});

	it('S1: every form is given once with the state it declares, who declared it and when', () => {
		expect(states(result.events).map(({ data }) => [data.subject, data.event, data.form, data.formRepeat, data.status, data.statusStamp?.at, data.statusStamp?.by, data.site, data.country])).toEqual([
			['1', 'baseline_arm_1', 'enrolment', null, 'complete', '2026-02-01T11:20:00+01:00', 'nurse_a', 'berlin', 'DE'],
			['1', 'baseline_arm_1', 'visit', null, 'complete', '2026-02-01T11:30:00+01:00', 'nurse_a', 'berlin', 'DE'],
			['1', 'final_visit_arm_1', 'visit', null, 'unverified', '2026-03-01T15:00:00+01:00', 'nurse_a', 'berlin', 'DE'],
			['1', 'final_visit_arm_1', 'adverse_events', '1', 'complete', '2026-03-01T15:05:00+01:00', 'nurse_a', 'berlin', 'DE'],
			['1', 'final_visit_arm_1', 'adverse_events', '2', 'incomplete', '2026-03-01T15:10:00+01:00', 'nurse_a', 'berlin', 'DE'],
			['2', 'baseline_arm_1', 'enrolment', null, 'complete', '2026-02-02T08:00:00+01:00', 'robot', 'paris', null],
		]);
	});

	it('S1: checkbox columns are one item; headings, calculated fields and the record id are none', () => {
		const enrolment = states(result.events)[0]?.data;
		expect(enrolment?.items.map((item) => item.item)).toEqual(['consent_date', 'phone', 'sport']);
		expect(states(result.events)[1]?.data.items.map((item) => item.item)).toEqual(['visit_date', 'weight']);
	});

	it('S1: only mapped items keep their value; nothing else of a record is in evidence', () => {
		expect(states(result.events)[0]?.data.items[0]).toMatchObject({ item: 'consent_date', value: '2026-02-01' });
		expect(states(result.events)[0]?.data.items[1]).not.toHaveProperty('value');
		expect(JSON.stringify(result.events)).not.toMatch(/Headache|Nausea|please|will add/);
	});

	it('S1: an import is marked as no entry by a person', () => {
		expect(changes(result.events).filter((event) => event.data.imported).map((event) => event.data.subject)).toEqual(['2']);
		expect(states(result.events).filter((event) => event.data.imported).map((event) => event.data.subject)).toEqual(['2']);
	});

	it('S1: an item is inserted once and updated after', () => {
		const of = (item: string) => changes(result.events).flatMap((event) => event.data.items.filter((one) => one.item === item && event.data.subject === '1').map((one) => one.transaction));
		expect(of('consent_date')).toEqual(['Insert']);
		const server = smallProject();
		server.log.unshift(entry('2026-03-03 08:00', 'nurse_a', 'Update record 1 (Baseline (Arm 1: Drug A))', "consent_date = '2026-02-03'", '1'));
		const again = changes(read(server).events).flatMap((event) => event.data.items.filter((one) => one.item === 'consent_date' && event.data.subject === '1'));
		expect(again.map((one) => [one.transaction, one.value])).toEqual([['Insert', '2026-02-01'], ['Update', '2026-02-03']]);
		expect(again[0]?.digest).not.toBe(again[1]?.digest);
	});

	it('S1: the data query workflow gives queries with their history', () => {
		expect(ofType(result.events, queryChanged).map(({ data }) => [data.query, data.state, data.at, data.by, data.form, data.item])).toEqual([
			['1/final_visit_arm_1/weight/1', 'open', '2026-03-02T09:40:00+01:00', 'monitor', 'visit', 'weight'],
			['1/final_visit_arm_1/weight/1', 'answered', '2026-03-02T10:05:00+01:00', 'nurse_b', 'visit', 'weight'],
		]);
	});

	it('S1: subjects carry creation, arm and site; the document names all of them', () => {
		expect(ofType(result.events, subjectChanged).map(({ data }) => [data.subject, data.at, data.arm, data.site])).toEqual([
			['1', '2026-02-01T11:00:00+01:00', '1', 'berlin'],
			['2', '2026-02-02T08:00:00+01:00', '1', 'paris'],
		]);
		expect(ofType(result.events, documentRead)[0]?.data.subjects).toEqual(['1', '2']);
	});
});

describe('S1: REDCap, later runs', () => {
	const first = read(smallProject());

	it('S1: without news it asks for no record and gives only facts that are known', () => {
		const again = read(smallProject(), { cursor: first.cursor });
		expect(again.requests.some((request) => request.context['step'] === 'records')).toBe(false);
		const known = new Set(identities(first.events));
		expect(identities(again.events).filter((id) => !known.has(id))).toEqual([]);
		expect(again.cursor).toEqual(first.cursor);
	});

	it('S1: asks from five minutes before the newest minute read, so that a minute half read is read again', () => {
		const again = read(smallProject(), { cursor: first.cursor });
		expect(again.requests.find((request) => request.context['step'] === 'log')?.form?.['beginTime']).toBe('2026-03-02 10:00');
	});

	it('S1: an import that triggered nothing is found and gives exactly the forms it touched', () => {
		const server = smallProject();
		server.rows.push(row('2', 'final_visit_arm_1', { visit_date: '2026-03-05', weight: '70', visit_complete: '2' }, 'paris'));
		server.log.unshift(entry('2026-03-06 02:00', 'robot', 'Update record (import) 2 (Final visit (Arm 1: Drug A))', "visit_date = '2026-03-05', weight = '70', visit_complete = '2'", '2'));
		const later = read(server, { cursor: first.cursor });
		expect(states(later.events).map(({ data }) => [data.subject, data.event, data.status, data.imported])).toEqual([['2', 'final_visit_arm_1', 'complete', true]]);
		expect(changes(later.events)).toHaveLength(1);
	});

	it('S1: trap 16: a trigger and the scheduled run give the same evidence ids', () => {
		const server = smallProject();
		const pushed = read(server, { scope: { subjects: ['1'] } });
		const whole = new Set(identities(first.events));
		expect(pushed.events.length).toBeGreaterThan(5);
		expect(identities(pushed.events).filter((id) => !whole.has(id))).toEqual([]);
		expect(pushed.cursor).toBeNull();

		server.rows[1] = row('1', 'final_visit_arm_1', { visit_date: '2026-03-01', weight: '79', visit_complete: '2' }, 'berlin');
		server.log.unshift(entry('2026-03-04 09:00', 'nurse_a', 'Update record 1 (Final visit (Arm 1: Drug A))', "weight = '79', visit_complete = '2'", '1'));
		const hinted = read(server, { scope: { subjects: ['1'] } });
		const scheduled = read(server, { cursor: first.cursor });
		const byPush = new Map(hinted.events.map((event) => [event.id, event]));
		const news = scheduled.events.filter((event) => event.type === formRecorded);
		expect(news).toHaveLength(2);
		for (const event of news) expect(byPush.get(event.id)).toEqual(event);
	});

	it('S1: going back to an earlier state is a new fact, not the old one again', () => {
		const server = smallProject();
		server.log.unshift(entry('2026-03-03 09:00', 'nurse_a', 'Update record 1 (Baseline (Arm 1: Drug A))', "visit_complete = '0'", '1'));
		server.log.unshift(entry('2026-03-03 09:30', 'nurse_a', 'Update record 1 (Baseline (Arm 1: Drug A))', "visit_complete = '2'", '1'));
		const state = states(read(server, { cursor: first.cursor }).events).find((event) => event.data.form === 'visit');
		expect(state?.data.status).toBe('complete');
		expect(state?.data.statusStamp?.at).toBe('2026-03-03T09:30:00+01:00');
		expect(first.events.map((event) => event.id)).not.toContain(state?.id);
	});

	it('S1: a form whose data were deleted is given as empty and removed', () => {
		const server = smallProject();
		server.rows.splice(3, 1);
		server.log.unshift(entry('2026-03-03 09:00', 'nurse_a', 'Update record 1 (Final visit (Arm 1: Drug A))', "[instance = 2], term = '', adverse_events_complete = ''", '1'));
		const state = states(read(server, { cursor: first.cursor }).events)[0];
		expect(state?.data).toMatchObject({ form: 'adverse_events', formRepeat: '2', status: 'empty', removed: true, items: [] });
	});

	it('S1: a deleted record is a removed subject and is missing from the document', () => {
		const server = smallProject();
		server.rows = server.rows.filter((line) => line['record_id'] !== '2');
		server.log.unshift(entry('2026-03-03 09:00', 'admin', 'Delete record 2', "record_id = '2'", '2'));
		const later = read(server, { cursor: first.cursor });
		expect(ofType(later.events, subjectChanged).map(({ data }) => [data.subject, data.removed, data.by])).toEqual([['2', true, 'admin']]);
		expect(ofType(later.events, documentRead)[0]?.data.subjects).toEqual(['1']);
	});

	it('S1: a cursor of another project is not used', () => {
		expect(read(smallProject(), { cursor: { vendor: 'redcap', study: '7', until: '2030-01-01 00:00' } }).events).toHaveLength(first.events.length);
	});
});

describe('S1: REDCap, signatures, locks and the database', () => {
	it('S1: an e-signature is a signature, a withdrawn one is told', () => {
		const server = smallProject();
		server.log.unshift(
			entry('2026-03-04 10:00', 'pi', 'E-signature 1', 'Action: Negate e-signature\nRecord: 1\nForm: Visit\nEvent: Baseline', '1'),
			entry('2026-03-03 10:00', 'pi', 'E-signature 1', 'Action: Save e-signature\nRecord: 1\nForm: Visit\nEvent: Baseline', '1'),
		);
		const result = read(server);
		expect(ofType(result.events, signatureApplied).map(({ data }) => [data.subject, data.event, data.form, data.by])).toEqual([['1', 'baseline_arm_1', 'visit', 'pi']]);
		expect(result.findings.map((finding) => finding.severity)).toEqual(['warning']);
	});

	it('S1: a locked form is locked when it is complete, and no longer after an unlock', () => {
		const server = smallProject();
		const lock = (time: string, act: string) => entry(time, 'monitor', 'Lock/Unlock Record 1', `Action: ${act} instrument Record: 1 Form: Visit Event: Baseline`, '1');
		server.log.unshift(lock('2026-03-03 10:00', 'Lock'));
		const locked = states(read(server).events).find((event) => event.data.form === 'visit' && event.data.event === 'baseline_arm_1');
		expect([locked?.data.status, locked?.data.statusStamp?.by]).toEqual(['locked', 'monitor']);
		server.log.unshift(lock('2026-03-04 10:00', 'Unlock'));
		const open = states(read(server).events).find((event) => event.data.form === 'visit' && event.data.event === 'baseline_arm_1');
		expect([open?.data.status, open?.data.recordedAt]).toEqual(['complete', '2026-03-04T10:00:00+01:00']);
	});

	it('S1: moving the project to Analysis/Cleanup is the database lock', () => {
		const server = smallProject();
		server.log.unshift(entry('2026-03-09 17:00', 'admin', 'Manage/Design', 'Move project to Analysis/Cleanup status', null));
		expect(ofType(read(server).events, studyLocked).map(({ data }) => [data.locked, data.at, data.by])).toEqual([[true, '2026-03-09T17:00:00+01:00', 'admin']]);
	});
});

describe('S1: REDCap, other projects and rights', () => {
	it('S1: a classic project has one event and no calls for events', () => {
		const server = smallProject();
		Object.assign(server.project, { is_longitudinal: '0', has_repeating_instruments_or_events: '0' });
		server.rows = [{ record_id: '9', consent_date: '2026-02-01', phone: '', sport___1: '0', sport___2: '0', sport___3: '0', enrolment_complete: '2', visit_date: '', weight: '', visit_complete: '0', term: '', adverse_events_complete: '' }];
		server.log = [entry('2026-02-01 11:00', 'nurse_a', 'Create record 9', "record_id = '9', consent_date = '2026-02-01', enrolment_complete = '2'", '9')];
		const result = read(server);
		expect(result.requests.map((request) => request.context['step'])).toEqual(['project', 'metadata', 'instrument', 'recordIds', 'log', 'records']);
		expect(states(result.events).map(({ data }) => [data.event, data.form, data.status])).toEqual([['event_1_arm_1', 'enrolment', 'complete']]);
		expect(result.findings).toEqual([]);
	});

	it('S1: a column that is not exported is said to be a right and never taken for empty', () => {
		const server = smallProject();
		for (const line of server.rows) {
			delete line['visit_complete'];
			delete line['visit_date'];
			delete line['weight'];
		}
		const result = read(server);
		expect(states(result.events).some((event) => event.data.form === 'visit')).toBe(false);
		expect(result.findings).toHaveLength(1);
		expect(result.findings[0]?.value).toBe('visit_complete, visit_date, weight');
		expect(result.findings[0]?.expected).toMatch(/export right/);
	});

	it('S1: without the right to the logging records are read whole and the lack is named', () => {
		const server = smallProject();
		const respond = (request: EdcRequest): EdcAnswer =>
			request.form?.['content'] === 'log' ? { status: 403, headers: {}, body: '{"error":"You do not have Logging rights"}' } : answerOf(server, request);
		const result = runPull(createRedcapPull(settings), respond);
		expect(result.complete).toBe(true);
		expect(states(result.events)).toHaveLength(6);
		expect(states(result.events).every((event) => event.data.recordedAt === null)).toBe(true);
		expect(result.findings[0]?.value).toMatch(/You do not have Logging rights/);
		expect(result.findings[0]?.severity).toBe('warning');
	});

	it('S1: a token of another project is refused before anything is read', () => {
		const server = smallProject();
		Object.assign(server.project, { project_id: '43' });
		const result = read(server);
		expect(result.troubles[0]?.message).toMatch(/project 43, expected 42/);
		expect(result.complete).toBe(false);
		expect(result.cursor).toBeNull();
	});

	it('S1: an unknown event label is told and the record is read all the same', () => {
		const server = smallProject();
		server.log.unshift(entry('2026-03-03 10:00', 'nurse_a', 'Update record 1 (Old name (Arm 1: Drug A))', "weight = '81', visit_complete = '2'", '1'));
		const later = read(server, { cursor: { vendor: 'redcap', study: '42', until: '2026-03-02 10:05' } });
		expect(later.findings.map((finding) => finding.value)).toEqual(['Old name (Arm 1: Drug A)']);
		expect(states(later.events)).toHaveLength(5);
	});
});

describe('S1: REDCap, trouble', () => {
	const refusal = (answer: EdcAnswer) => runPull(createRedcapPull(settings), () => answer).troubles[0];

	it.each([
		['a login page with 200', { status: 200, headers: {}, body: '<!DOCTYPE html><html><title>REDCap</title></html>' }, 'authentication'],
		['a wrong token', { status: 401, headers: {}, body: '{"error":"You do not have permissions to use the API"}' }, 'authentication'],
		['no API right', { status: 403, headers: {}, body: '{"error":"no"}' }, 'permission'],
		['a busy server', { status: 429, headers: { 'Retry-After': '30' }, body: '' }, 'rateLimit'],
		['a server fault', { status: 500, headers: {}, body: '' }, 'unavailable'],
		['a cut body', { status: 200, headers: {}, body: '{"project_id":"4' }, 'unusableAnswer'],
		['an empty body', { status: 200, headers: {}, body: '' }, 'unusableAnswer'],
		['an error in 200', { status: 200, headers: {}, body: '{"error":"nope"}' }, undefined],
	])('S1: %s is trouble with a remedy', (_name, answer, kind) => {
		const result = runPull(createRedcapPull(settings), () => answer);
		expect(result.complete).toBe(false);
		expect(result.cursor).toBeNull();
		if (kind === undefined) expect(result.troubles.some((trouble) => trouble.message.includes('nope'))).toBe(true);
		else expect(result.troubles[0]?.kind).toBe(kind);
		expect(result.troubles.every((trouble) => trouble.remedy.length > 20)).toBe(true);
		expect(result.findings.length).toBe(result.troubles.length);
	});

	it('S1: the waiting time is read in seconds and as a date', () => {
		expect(refusal({ status: 429, headers: { 'retry-after': '30' }, body: '' })?.retryAfterSeconds).toBe(30);
		expect(refusal({ status: 503, headers: { 'Retry-After': 'Tue, 10 Mar 2026 12:02:00 GMT' }, body: '' })?.retryAfterSeconds).toBe(120);
		expect(refusal({ status: 503, headers: { 'Retry-After': 'Tue, 10 Mar 2026 12:02:00 GMT', Date: 'Tue, 10 Mar 2026 12:01:00 GMT' }, body: '' })?.retryAfterSeconds).toBe(60);
	});

	it('S1: a request that failed may be answered again, and the run then completes', () => {
		const server = smallProject();
		const pull = createRedcapPull(settings);
		let failed = false;
		const queue = [...pull.start(null, '2026-03-10T12:00:00Z')];
		const sink = { event: () => undefined, finding: () => undefined };
		for (let request = queue.shift(); request; request = queue.shift()) {
			const reader = pull.open(request, !failed && request.context['step'] === 'log' ? { status: 503, headers: { 'Retry-After': '1' } } : { status: 200, headers: {} }, sink);
			const answer = answerOf(server, request).body;
			reader.write(typeof answer === 'string' ? answer : '');
			const outcome = reader.end();
			if (outcome.trouble) {
				failed = true;
				expect(pull.complete).toBe(false);
				queue.unshift(request);
			}
			queue.push(...outcome.next);
		}
		expect(failed).toBe(true);
		expect(pull.complete).toBe(true);
		expect(() => pull.open({ method: 'POST', path: '/api/', accept: 'json', purpose: 'x', context: {} }, { status: 200, headers: {} }, sink)).toThrow(/not asked for/);
	});

	it('S1: records that are too much at once are asked for in halves, a logging too large in shorter windows', () => {
		const server = smallProject();
		server.rows = Array.from({ length: 40 }, (_, index) => row(`r${index}`, 'baseline_arm_1', { consent_date: '2026-02-01', enrolment_complete: '2' }));
		const respond = (request: EdcRequest): EdcAnswer => {
			const size = Object.keys(request.form ?? {}).filter((name) => name.startsWith('records[')).length;
			if (size > 12) return { status: 500, headers: {}, body: '' };
			if (request.form?.['content'] === 'log' && request.form['endTime'] === undefined && request.context['halvings'] === 0) return ok('[{"timestamp":"2026');
			return answerOf(server, request);
		};
		const result = runPull(createRedcapPull(settings), respond);
		expect(result.troubles).toEqual([]);
		expect(states(result.events)).toHaveLength(40);
		expect(changes(result.events)).toHaveLength(changes(read(smallProject()).events).length);
	});

	it('S1: no request of the plan holds a secret', () => {
		expect(JSON.stringify(read(smallProject()).requests)).not.toMatch(/token|password/i);
	});
});

describe('S1: REDCap, the way answers are cut does not matter', () => {
	it('S1: any size of chunk and any size of piece gives the same facts', () => {
		const expected = identities(read(smallProject()).events);
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 700 }), (pageSize, pieces) => {
				const server = smallProject();
				const result = runPull(createRedcapPull({ ...settings, pageSize }), (request) => inPieces(answerOf(server, request), pieces));
				expect(identities(result.events)).toEqual(expected);
			}),
			{ numRuns: 30 },
		);
	});
});

describe('S1: REDCap, reading the logging', () => {
	it('S1: values are written without escaping, and are read to their end', () => {
		expect(readChange("comments = 'This record doesn't have a DAG, so call', mugshot = '25'").values).toEqual([
			{ field: 'comments', value: "This record doesn't have a DAG, so call", choice: null },
			{ field: 'mugshot', value: '25', choice: null },
		]);
		expect(readChange("[instance = 3], checkbox(1) = unchecked, checkbox(b) = checked,\ndata_complete = ''")).toEqual({
			instance: '3',
			values: [
				{ field: 'checkbox', value: '0', choice: '1' },
				{ field: 'checkbox', value: '1', choice: 'b' },
				{ field: 'data_complete', value: '', choice: null },
			],
		});
		expect(readChange('').values).toEqual([]);
	});

	it('S1: what was written as changes is read back', () => {
		const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,12}$/);
		const value = fc.string({ maxLength: 30 }).filter((text) => !/[\n']/.test(text) && text === text.trimEnd());
		fc.assert(
			fc.property(fc.array(fc.tuple(name, value), { minLength: 1, maxLength: 8 }), fc.option(fc.integer({ min: 2, max: 99 })), (fields, instance) => {
				const details = [...(instance === null ? [] : [`[instance = ${instance}]`]), ...fields.map(([field, text]) => `${field} = '${text}'`)].join(', ');
				expect(readChange(details)).toEqual({ instance: instance === null ? null : String(instance), values: fields.map(([field, text]) => ({ field, value: text, choice: null })) });
			}),
		);
	});

	it('S1: a hostile text is read in linear time', () => {
		const long = `comments = '${"', a(".repeat(100_000)}`;
		const before = performance.now();
		readChange(long);
		expect(performance.now() - before).toBeLessThan(2000);
	});

	it.each([
		['Update record (import) 5', '5', '5', 'update', true, ''],
		['Updated Record 20914 (Follow-up)', null, '20914', 'update', false, 'Follow-up'],
		['Create record 1 (Event 1 (Arm 1: Arm 1))', '1', '1', 'create', false, 'Event 1 (Arm 1: Arm 1)'],
		['Update Response 12', '12', '12', 'update', false, ''],
		['Delete record A (1)', 'A (1)', 'A (1)', 'delete', false, ''],
		['Update record (Auto calculation) 7', '7', '7', 'update', true, ''],
	])('S1: action "%s"', (action, record, expectedRecord, act, imported, eventLabel) => {
		const line = readLogEntry({ timestamp: '2026-03-01 08:00', username: 'u', action, details: "a = '1'", record }, 'UTC');
		expect(line?.record).toBe(expectedRecord);
		expect(line?.what).toMatchObject({ kind: 'data', act, imported, eventLabel });
	});

	it('S1: a line without a readable time is refused, the others are kept', () => {
		const server = smallProject();
		server.log.unshift(entry('yesterday', 'nurse_a', 'Update record 1', "weight = '1'", '1'));
		const result = read(server);
		expect(result.findings.map((finding) => finding.value)).toEqual(['yesterday']);
		expect(states(result.events)).toHaveLength(6);
	});
});

describe('S1: REDCap Data Entry Trigger', () => {
	const body = {
		project_id: '42',
		username: 'nurse_a',
		instrument: 'visit',
		record: '1',
		redcap_event_name: 'final_visit_arm_1',
		redcap_data_access_group: 'berlin',
		visit_complete: '2',
		redcap_url: 'https://redcap.example.com/',
		project_url: 'https://redcap.example.com/redcap_v14/index.php?pid=42',
	};
	const expected = { baseUrl: 'https://redcap.example.com/api/', projectId: '42' };

	it('S1: names the record to read', () => {
		expect(readDataEntryTrigger(body, expected)).toEqual({
			accepted: true,
			trigger: {
				scope: { subjects: ['1'] },
				instrument: 'visit',
				event: 'final_visit_arm_1',
				site: 'berlin',
				repeatInstrument: null,
				repeatInstance: null,
				user: 'nurse_a',
				status: '2',
			},
		});
	});

	it('S1: a survey respondent is no person', () => {
		expect(readDataEntryTrigger({ ...body, username: '[survey respondent]' }, expected)).toMatchObject({ trigger: { user: null } });
	});

	it('S1: an address of any length is refused in linear time, and not repeated whole', () => {
		const started = performance.now();
		const answer = readDataEntryTrigger({ ...body, redcap_url: `https://elsewhere.example.com${'/'.repeat(200_000)}x` }, expected);
		expect(performance.now() - started).toBeLessThan(2000);
		expect(answer).toMatchObject({ accepted: false });
		expect(JSON.stringify(answer).length).toBeLessThan(1000);
	});

	it.each([
		[{ project_id: '43' }, /"43", expected "42"/],
		[{ redcap_url: 'https://elsewhere.example.com/' }, /elsewhere/],
		[{ redcap_url: undefined }, /redcap_url ""/],
		[{ record: '' }, /no record/],
		[{ instrument: undefined, project_id: undefined }, /no project_id, instrument/],
	])('S1: %j is refused with a remedy', (change, message) => {
		const answer = readDataEntryTrigger({ ...body, ...change }, expected);
		expect(answer.accepted).toBe(false);
		if (!answer.accepted) {
			expect(answer.message).toMatch(message);
			expect(answer.remedy.length).toBeGreaterThan(20);
		}
	});
});
