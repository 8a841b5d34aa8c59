import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EdcAnswer, EdcRequest } from '../../../core/edc/pull.js';
import { createRedcapPull } from '../../../core/edc/redcap/redcapPull.js';
import { answerOf, entry, row, smallProject } from './redcapProject.js';
import { changes, read, settings, states } from './redcapRun.js';
import { identities, inPieces, ok, runPull } from './scriptedServer.js';

describe('S1: REDCap, other projects and rights', () => {
	it('S1: a classic project has one event and no calls for events', () => {
		const server = smallProject();
		Object.assign(server.project, { is_longitudinal: '0', has_repeating_instruments_or_events: '0' });
		server.rows = [{ record_id: '9', consent_date: '2026-02-01', phone: '', sport___1: '0', sport___2: '0', sport___3: '0', enrolment_complete: '2', visit_date: '', weight: '', visit_complete: '0', term: '', adverse_events_complete: '' }];
		server.log = [entry('2026-02-01 11:00', 'nurse_a', 'Create record 9', "record_id = '9', consent_date = '2026-02-01', enrolment_complete = '2'", '9')];
		const result = read(server);
		expect(result.requests.map((request) => request.context['step'])).toEqual(['project', 'metadata', 'instrument', 'version', 'recordIds', 'log', 'records']);
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
