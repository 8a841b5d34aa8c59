import { describe, expect, it } from 'vitest';
import { EDC_EVENT_TYPES } from '../../../core/edc/evidence.js';
import { entry, row, smallProject } from './redcapProject.js';
import { changes, read, states } from './redcapRun.js';
import { identities, ofType } from './scriptedServer.js';

const { formRecorded, subjectChanged, queryChanged, studyDescribed, documentRead, studyLocked, signatureApplied } = EDC_EVENT_TYPES;

describe('S1: REDCap, a first run', () => {
	const result = read(smallProject());

	it('S1: reads design, logging, ids and records without trouble and completes', () => {
		expect(result.troubles).toEqual([]);
		expect(result.findings).toEqual([]);
		expect(result.complete).toBe(true);
		expect(result.requests.map((request) => request.context['step'])).toEqual([
			'project', 'metadata', 'instrument', 'version', 'arm', 'event', 'formEventMapping', 'repeatingFormsEvents', 'recordIds', 'log', 'records',
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
