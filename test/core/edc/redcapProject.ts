import type { EdcAnswer, EdcRequest } from '../../../core/edc/pull.js';
import { ok } from './scriptedServer.js';

export type RedcapRow = Record<string, string>;

/** Our own small REDCap: a longitudinal project with a repeating form, answering as the vendor does. */
export interface RedcapServer {
	readonly project: RedcapRow;
	readonly metadata: RedcapRow[];
	readonly instruments: RedcapRow[];
	readonly arms: RedcapRow[];
	readonly events: RedcapRow[];
	readonly mapping: RedcapRow[];
	readonly repeating: RedcapRow[];
	rows: RedcapRow[];
	/** Answer of content=version. */
	version?: string;
	/** Newest first, as REDCap gives it. */
	log: Array<RedcapRow | Record<string, string | null>>;
}

const field = (field_name: string, form_name: string, more: RedcapRow = {}): RedcapRow => ({ field_name, form_name, field_type: 'text', required_field: '', ...more });

export function smallProject(): RedcapServer {
	return {
		project: {
			project_id: '42',
			project_title: 'Pilot',
			creation_time: '2026-01-05 09:00:00',
			is_longitudinal: '1',
			has_repeating_instruments_or_events: '1',
		},
		metadata: [
			field('record_id', 'enrolment'),
			field('consent_date', 'enrolment', { required_field: 'y' }),
			field('phone', 'enrolment'),
			field('sport', 'enrolment', { field_type: 'checkbox', select_choices_or_calculations: '1, A | 2, B | 3, C' }),
			field('heading', 'enrolment', { field_type: 'descriptive' }),
			field('visit_date', 'visit', { required_field: 'y' }),
			field('weight', 'visit', { required_field: 'y' }),
			field('bmi', 'visit', { field_type: 'calc' }),
			field('term', 'adverse_events'),
		],
		instruments: [
			{ instrument_name: 'enrolment', instrument_label: 'Enrolment' },
			{ instrument_name: 'visit', instrument_label: 'Visit' },
			{ instrument_name: 'adverse_events', instrument_label: 'Adverse events' },
		],
		arms: [{ arm_num: '1', name: 'Drug A' }],
		events: [
			{ event_name: 'Baseline', arm_num: '1', unique_event_name: 'baseline_arm_1' },
			{ event_name: 'Final visit', arm_num: '1', unique_event_name: 'final_visit_arm_1' },
		],
		mapping: [
			{ arm_num: '1', unique_event_name: 'baseline_arm_1', form: 'enrolment' },
			{ arm_num: '1', unique_event_name: 'baseline_arm_1', form: 'visit' },
			{ arm_num: '1', unique_event_name: 'final_visit_arm_1', form: 'visit' },
			{ arm_num: '1', unique_event_name: 'final_visit_arm_1', form: 'adverse_events' },
		],
		repeating: [{ event_name: 'final_visit_arm_1', form_name: 'adverse_events' }],
		rows: [
			row('1', 'baseline_arm_1', { consent_date: '2026-02-01', phone: '555', sport___2: '1', enrolment_complete: '2', visit_date: '2026-02-01', weight: '80', visit_complete: '2' }, 'berlin'),
			row('1', 'final_visit_arm_1', { visit_date: '2026-03-01', visit_complete: '1' }, 'berlin'),
			row('1', 'final_visit_arm_1', { term: 'Headache', adverse_events_complete: '2', redcap_repeat_instrument: 'adverse_events', redcap_repeat_instance: '1' }, 'berlin'),
			row('1', 'final_visit_arm_1', { term: 'Nausea', adverse_events_complete: '0', redcap_repeat_instrument: 'adverse_events', redcap_repeat_instance: '2' }, 'berlin'),
			row('2', 'baseline_arm_1', { consent_date: '2026-02-02', enrolment_complete: '2' }, 'paris'),
		],
		log: [
			entry('2026-03-02 10:05', 'nurse_b', 'Manage/Design', 'Respond to data query (Record: 1, Event: Final visit (Arm 1: Drug A), Field: weight, Comment: "will add")', null),
			entry('2026-03-02 09:40', 'monitor', 'Manage/Design', 'Open data query (Record: 1, Event: Final visit (Arm 1: Drug A), Field: weight, Comment: "missing, please")', null),
			entry('2026-03-01 15:10', 'nurse_a', 'Update record 1 (Final visit (Arm 1: Drug A))', "[instance = 2], term = 'Nausea', adverse_events_complete = '0'", '1'),
			entry('2026-03-01 15:05', 'nurse_a', 'Update record 1 (Final visit (Arm 1: Drug A))', "term = 'Headache', adverse_events_complete = '2'", '1'),
			entry('2026-03-01 15:00', 'nurse_a', 'Update record 1 (Final visit (Arm 1: Drug A))', "visit_date = '2026-03-01', visit_complete = '1'", '1'),
			entry('2026-02-02 08:00', 'robot', 'Create record (import) 2 (Baseline (Arm 1: Drug A))', "record_id = '2', consent_date = '2026-02-02', enrolment_complete = '2'", '2'),
			entry('2026-02-01 11:30', 'nurse_a', 'Update record 1 (Baseline (Arm 1: Drug A))', "visit_date = '2026-02-01', weight = '80', visit_complete = '2'", '1'),
			entry('2026-02-01 11:20', 'nurse_a', 'Update record 1 (Baseline (Arm 1: Drug A))', "phone = '555', enrolment_complete = '2'", '1'),
			entry('2026-02-01 11:00', 'nurse_a', 'Create record 1 (Baseline (Arm 1: Drug A))', "record_id = '1', consent_date = '2026-02-01', sport(2) = checked, enrolment_complete = '0'", '1'),
			entry('2026-01-05 09:10', 'admin', 'Manage/Design', 'Create project', null),
		],
	};
}

export function entry(timestamp: string, username: string, action: string, details: string, record: string | null): Record<string, string | null> {
	return { timestamp, username, action, details, record };
}

export function row(record: string, event: string, values: RedcapRow, site = ''): RedcapRow {
	return {
		record_id: record,
		redcap_event_name: event,
		redcap_repeat_instrument: '',
		redcap_repeat_instance: '',
		redcap_data_access_group: site,
		consent_date: '',
		phone: '',
		sport___1: '0',
		sport___2: '0',
		sport___3: '0',
		enrolment_complete: '',
		visit_date: '',
		weight: '',
		bmi: '',
		visit_complete: '',
		term: '',
		adverse_events_complete: '',
		...values,
	};
}

export function answerOf(server: RedcapServer, request: EdcRequest): EdcAnswer {
	const form = request.form ?? {};
	switch (form['content']) {
		case 'version':
			return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: server.version ?? '14.5.5' };
		case 'project':
			return ok(server.project);
		case 'metadata':
			return ok(server.metadata);
		case 'instrument':
			return ok(server.instruments);
		case 'arm':
			return ok(server.arms);
		case 'event':
			return ok(server.events);
		case 'formEventMapping':
			return ok(server.mapping);
		case 'repeatingFormsEvents':
			return ok(server.repeating);
		case 'log':
			return ok(
				server.log.filter(
					(line) =>
						(form['beginTime'] === undefined || String(line['timestamp']) >= form['beginTime']) &&
						(form['endTime'] === undefined || String(line['timestamp']) <= form['endTime']) &&
						(form['record'] === undefined || line['record'] === form['record']),
				),
			);
		case 'record': {
			const asked = Object.entries(form).flatMap(([name, value]) => (name.startsWith('records[') ? [value] : []));
			const rows = asked.length === 0 ? server.rows : server.rows.filter((line) => asked.includes(line['record_id'] ?? ''));
			if (form['fields[0]'] === undefined) return ok(rows);
			return ok(rows.map(({ record_id = '', redcap_event_name = '', redcap_data_access_group = '' }) => ({ record_id, redcap_event_name, redcap_data_access_group })));
		}
		default:
			return { status: 400, headers: {}, body: '{"error":"The value of the parameter \\"content\\" is not valid"}' };
	}
}
