import { parse } from 'csv-parse/sync';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EDC_EVENT_TYPES } from '../../../core/edc/evidence.js';
import { EMPTY_MAPPING } from '../../../core/edc/mapping.js';
import type { EdcAnswer, EdcRequest } from '../../../core/edc/pull.js';
import { readLogEntry } from '../../../core/edc/redcap/logging.js';
import { createRedcapPull } from '../../../core/edc/redcap/redcapPull.js';
import { ofType, ok, runPull } from './scriptedServer.js';

const FOLDER = '../shared/data/redcapr-longitudinal';

describe.skipIf(!existsSync(FOLDER))('S1: REDCap, the longitudinal project of a peer (shared data redcapr-longitudinal)', () => {
	type Row = Record<string, string>;
	// Where the folder is missing the tests are skipped, but the body around them still runs.
	const textOf = (name: string): string => (existsSync(FOLDER) ? readFileSync(`${FOLDER}/${name}`, 'utf8') : '');
	const table = (name: string): Row[] => parse(textOf(name), { columns: true, bom: true }) as Row[];

	/** Answers as the server would; the design comes from the dictionary, forms per event from the project's own XML. */
	const server = (): ((request: EdcRequest) => EdcAnswer) => {
		const rows: Row[] = table('data.csv').map((row) => ({ ...row, redcap_repeat_instrument: '', redcap_repeat_instance: '' }));
		const dictionary = table('dictionary.csv').map((row) => ({
			field_name: row['Variable / Field Name'],
			form_name: row['Form Name'],
			field_type: row['Field Type'],
			required_field: row['Required Field?'],
		}));
		const xml = textOf('project.xml');
		const mapping = [...xml.matchAll(/<StudyEventDef OID="Event\.([^"]+)"[\s\S]*?<\/StudyEventDef>/g)].flatMap(([block, event]) =>
			[...block.matchAll(/redcap:FormName="([^"]+)"/g)].map(([, form]) => ({ unique_event_name: event, form })),
		);
		return (request) => {
			const form = request.form ?? {};
			switch (form['content']) {
				case 'project':
					return ok({ project_id: '1', project_title: 'Longitudinal', is_longitudinal: '1', has_repeating_instruments_or_events: '0' });
				case 'metadata':
					return ok(dictionary);
				case 'instrument':
					return ok([]);
				case 'arm':
					return ok(table('arm.csv'));
				case 'event':
					return ok(table('event.csv'));
				case 'formEventMapping':
					return ok(mapping);
				case 'log':
					return ok([]);
				default:
					return ok(form['fields[0]'] === undefined ? rows : rows.map((row) => ({ study_id: row['study_id'], redcap_event_name: row['redcap_event_name'] })));
			}
		};
	};
	const result = runPull(createRedcapPull({ source: 'urn:redcap:1', study: '1', mapping: EMPTY_MAPPING }), server());
	const forms = ofType(result.events, EDC_EVENT_TYPES.formRecorded).map((event) => event.data);

	it('S1: 3 subjects in 18 event rows are read without trouble', () => {
		expect(result.troubles).toEqual([]);
		expect(result.findings).toEqual([]);
		expect(ofType(result.events, EDC_EVENT_TYPES.subjectChanged).map(({ data }) => [data.subject, data.arm])).toEqual([['100', '1'], ['220', '1'], ['304', '2']]);
		expect(new Set(forms.map((form) => `${form.subject} ${form.event}`)).size).toBe(18);
	});

	it('S1: the final visit is complete for two subjects; in arm 2 only the questionnaire is', () => {
		const final = forms.filter((form) => form.event.startsWith('final_visit'));
		const complete = (subject: string): string[] => final.filter((form) => form.subject === subject && form.status === 'complete').map((form) => form.form).sort();
		expect(complete('100')).toEqual(complete('220'));
		expect(complete('100')).toContain('completion_data');
		expect(complete('304')).not.toContain('completion_data');
		expect(complete('304')).toContain('completion_project_questionnaire');
		expect(final.filter((form) => form.form === 'completion_data' && form.status === 'complete').map((form) => form.subject)).toEqual(['100', '220']);
	});

	it('S1: no name, address or phone number of the file is in evidence', () => {
		const personal = table('data.csv').flatMap((row) => ['first_name', 'last_name', 'telephone_1', 'email', 'next_of_kin_contact_name'].flatMap((field) => row[field] || []));
		expect(personal.length).toBeGreaterThan(5);
		const text = JSON.stringify([result.events, result.findings]);
		expect(personal.filter((value) => text.includes(value))).toEqual([]);
	});

	it('S1: 12 events in 2 arms and 9 forms are planned', () => {
		const described = ofType(result.events, EDC_EVENT_TYPES.studyDescribed)[0]?.data;
		expect(described?.events).toHaveLength(12);
		expect(new Set(described?.events.flatMap((event) => event.arms))).toEqual(new Set(['1', '2']));
		expect(described?.forms).toHaveLength(9);
	});

	it('S1: of 18 lines of the logging 5 are operations on data, all imports; exports and roles are none', () => {
		const lines = JSON.parse(readFileSync(`${FOLDER}/log_export_2024-10-11.json`, 'utf8')) as Row[];
		const entries = lines.map((line) => readLogEntry(line, 'America/Chicago'));
		expect(entries).toHaveLength(18);
		const data = entries.flatMap((entry) => (entry?.what.kind === 'data' ? [{ record: entry.record, ...entry.what }] : []));
		expect(data.map((entry) => [entry.record, entry.act, entry.imported])).toEqual(['5', '4', '3', '2', '1'].map((record) => [record, 'update', true]));
		expect(data[1]?.change.values.map((value) => value.field)).toEqual(['comments', 'mugshot']);
		expect(entries.every((entry) => entry?.what.kind === 'data' || entry?.what.kind === 'other')).toBe(true);
		expect(entries[12]?.at).toBe('2024-10-11T10:06:00-05:00');
	});
});
