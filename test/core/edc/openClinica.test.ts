import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EDC_EVENT_TYPES } from '../../../core/edc/evidence.js';
import { EMPTY_MAPPING } from '../../../core/edc/mapping.js';
import { xmlOfConvertedJson } from '../../../core/edc/openclinica/convertedJson.js';
import { createLibreClinicaPull, createOpenClinica4Pull } from '../../../core/edc/openclinica/openClinicaPull.js';
import { SubjectFingerprints } from '../../../core/edc/openclinica/subjectFingerprints.js';
import type { EdcAnswer, EdcPullSettings, EdcRequest } from '../../../core/edc/pull.js';
import { identities, inPieces, ofType, ok, runPull } from './scriptedServer.js';

const settings: EdcPullSettings = { source: 'https://acme.openclinica.io/S_PILOT', study: 'S_PILOT', mapping: EMPTY_MAPPING };
const { formRecorded, visitChanged, subjectChanged, documentRead, studyDescribed } = EDC_EVENT_TYPES;

type Subjects = Record<string, { readonly number: string; readonly weight: string; readonly status: string }>;

const START: Subjects = {
	SS_1: { number: '001', weight: '80', status: 'completed' },
	SS_2: { number: '002', weight: '70', status: 'data_entry_started' },
	SS_3: { number: '003', weight: '', status: 'scheduled' },
};

function subjectXml(key: string, { number, weight, status }: Subjects[string], audits: boolean): string {
	const log = audits ? `<OpenClinica:AuditLogs EntityID="i"><OpenClinica:AuditLog ID="AL_${key}" UserID="crc1" DateTimeStamp="2026-02-01T10:00:00" AuditType="Item data value updated" OldValue="" NewValue="${weight}"/></OpenClinica:AuditLogs>` : '';
	const item = weight === '' ? '' : `<ItemData ItemOID="I_WEIGHT" Value="${weight}">${log}</ItemData>`;
	return `<SubjectData SubjectKey="${key}" OpenClinica:StudySubjectID="${number}" OpenClinica:Status="available"><StudyEventData StudyEventOID="SE_V1" StudyEventRepeatKey="1" OpenClinica:StartDate="2026-02-01" OpenClinica:Status="${status}"><FormData FormOID="F_VISIT" OpenClinica:Status="initial data entry"><ItemGroupData ItemGroupOID="IG_V" ItemGroupRepeatKey="1" TransactionType="Insert">${item}</ItemGroupData></FormData></StudyEventData></SubjectData>`;
}

function documentXml(subjects: Subjects, audits: boolean, created: string): string {
	return `<?xml version="1.0" encoding="UTF-8"?><ODM xmlns="http://www.cdisc.org/ns/odm/v1.3" xmlns:OpenClinica="http://www.openclinica.org/ns/odm_ext_v130/v3.1" ODMVersion="1.3" FileType="Snapshot" FileOID="f" CreationDateTime="${created}"><Study OID="S_PILOT"><GlobalVariables><StudyName>Pilot</StudyName><StudyDescription/><ProtocolName>P</ProtocolName></GlobalVariables><MetaDataVersion OID="v1" Name="v1"><StudyEventDef OID="SE_V1" Name="Visit 1" Repeating="No" Type="Scheduled"><FormRef FormOID="F_VISIT" Mandatory="Yes"/></StudyEventDef><FormDef OID="F_VISIT" Name="Visit" Repeating="No"/></MetaDataVersion></Study><ClinicalData StudyOID="S_PILOT" MetaDataVersionOID="v1">${Object.entries(subjects).map(([key, subject]) => subjectXml(key, subject, audits)).join('')}</ClinicalData></ODM>`;
}

function openClinica(subjects: Subjects, created = '2026-03-01T08:00:00+01:00'): (request: EdcRequest) => EdcAnswer {
	return (request) => {
		const match = /\/clinicaldata\/(?:xml\/view\/)?S_PILOT\/([^/]+)\/\*\/\*$/.exec(request.path);
		if (request.path === '/rest/metadata/xml/view/S_PILOT') return { status: 200, headers: {}, body: documentXml({}, false, created) };
		const asked = decodeURIComponent(match?.[1] ?? '');
		const shown = asked === '*' ? subjects : Object.fromEntries(Object.entries(subjects).filter(([key, subject]) => key === asked || subject.number === asked));
		if (Object.keys(shown).length === 0) return { status: 404, headers: {}, body: '{"message":"participantNotFound","errors":[]}' };
		return { status: 200, headers: {}, body: documentXml(shown, request.query?.['includeAudits'] === 'y', created) };
	};
}

const read = (subjects: Subjects, options: Parameters<typeof runPull>[2] = {}, created?: string) => runPull(createOpenClinica4Pull(settings), openClinica(subjects, created), options);

describe('S1: OpenClinica 4', () => {
	const first = read(START);

	it('S1: reads the study once without history, then each subject with it', () => {
		expect(first.troubles).toEqual([]);
		expect(first.requests.map((request) => [request.path.split('/').at(-3), request.query?.['includeAudits'], request.query?.['includeMetadata']])).toEqual([
			['*', 'n', 'y'],
			['SS_1', 'y', 'n'],
			['SS_2', 'y', 'n'],
			['SS_3', 'y', 'n'],
		]);
		expect(ofType(first.events, studyDescribed)).toHaveLength(1);
		expect(ofType(first.events, visitChanged).map(({ data }) => [data.subject, data.subjectLabel, data.status])).toEqual([
			['SS_1', '001', 'completed'],
			['SS_2', '002', 'started'],
			['SS_3', '003', 'scheduled'],
		]);
	});

	it('S1: only the document of the whole study names subjects, so nobody vanishes by being read alone', () => {
		expect(ofType(first.events, documentRead).map(({ data }) => data.subjects)).toEqual([['SS_1', 'SS_2', 'SS_3']]);
	});

	it('S1: a later run reads only who changed, whatever the document says about its own time', () => {
		const same = read(START, { cursor: first.cursor }, '2026-03-02T08:00:00+01:00');
		expect(same.requests).toHaveLength(1);
		expect(same.cursor).toEqual(first.cursor);
		const changed = read({ ...START, SS_2: { number: '002', weight: '71', status: 'data_entry_started' } }, { cursor: first.cursor });
		expect(changed.requests.map((request) => request.context['subject'] ?? null)).toEqual([null, 'SS_2']);
		expect(new Set(ofType(changed.events, formRecorded).map((event) => event.data.subject))).toEqual(new Set(['SS_2']));
	});

	it('S1: after trouble the cursor keeps who was read, and a subject that is gone leaves it', () => {
		const server = openClinica(START);
		const broken = runPull(createOpenClinica4Pull(settings), (request) => (request.context['subject'] === 'SS_2' ? { status: 500, headers: {}, body: '' } : server(request)));
		expect(broken.complete).toBe(false);
		expect(Object.keys(broken.cursor?.['subjects'] as object)).toEqual(['SS_1', 'SS_3']);
		const rest = Object.fromEntries(Object.entries(START).filter(([key]) => key !== 'SS_1'));
		expect(Object.keys(read(rest, { cursor: first.cursor }).cursor?.['subjects'] as object)).toEqual(['SS_2', 'SS_3']);
	});

	it('S1: a hint reads one subject and gives the same facts as the whole run', () => {
		const hinted = read(START, { scope: { subjects: ['SS_1'] } });
		expect(hinted.requests).toHaveLength(1);
		const whole = new Set(identities(first.events));
		expect(hinted.events.length).toBeGreaterThan(0);
		expect(identities(hinted.events).filter((id) => !whole.has(id))).toEqual([]);
		expect(hinted.cursor).toBeNull();
	});

	it.each([
		['a login page with 200', { status: 200, headers: {}, body: '\n<!doctype html>\n<html lang="en"></html>' }, 'authentication'],
		['a redirect to the login page', { status: 302, headers: { Location: '/login' }, body: '' }, 'authentication'],
		['an expired token', { status: 401, headers: {}, body: '{"error":"NoAccessRight"}' }, 'authentication'],
		['too many tokens', { status: 429, headers: { 'Retry-After': '60' }, body: '' }, 'rateLimit'],
		['an error of its own', { status: 400, headers: {}, body: '{"message":"VALIDATION FAILED","errors":[{"code":"errorCode.studyNotFound","message":"study"}]}' }, 'unusableAnswer'],
		['a cut document', { status: 200, headers: {}, body: documentXml(START, false, '2026-03-01T08:00:00Z').slice(0, -40) }, 'unusableAnswer'],
	])('S1: %s is trouble with a remedy', (_name, answer, kind) => {
		const result = runPull(createOpenClinica4Pull(settings), () => answer);
		expect(result.troubles.map((trouble) => trouble.kind)).toEqual([kind]);
		expect(result.complete).toBe(false);
		expect(result.cursor).toEqual({ vendor: 'openClinica4', study: 'S_PILOT', subjects: {} });
	});
});

describe('S1: LibreClinica', () => {
	it('S1: with an API key the JSON is read as the ODM it was converted from, one child or several', () => {
		const json = (keys: readonly string[], audits: boolean): unknown => {
			const subjectJson = (key: string): unknown => ({
				'@SubjectKey': key,
				'@OpenClinica:StudySubjectID': START[key]?.number,
				StudyEventData: {
					'@StudyEventOID': 'SE_V1',
					'@StudyEventRepeatKey': '1',
					'@OpenClinica:StartDate': '2026-02-01',
					'@OpenClinica:Status': START[key]?.status,
					FormData: { '@FormOID': 'F_VISIT', '@OpenClinica:Status': 'initial data entry', ItemGroupData: { '@ItemGroupOID': 'IG_V', '@ItemGroupRepeatKey': '1', ItemData: [{ '@ItemOID': 'I_WEIGHT', '@Value': audits ? '80 < & "90"' : '80' }, { '@ItemOID': 'I_HEIGHT', '@Value': '180' }] } },
				},
			});
			return {
				'@FileType': 'Snapshot',
				'@FileOID': 'f',
				'@CreationDateTime': '2026-03-01T08:00:00+01:00',
				'@ODMVersion': '1.3',
				ClinicalData: { '@StudyOID': 'S_PILOT', '@MetaDataVersionOID': 'v1', SubjectData: keys.length === 1 ? subjectJson(keys[0] ?? '') : keys.map(subjectJson) },
			};
		};
		const result = runPull(createLibreClinicaPull(settings), (request) => {
			const asked = /view\/S_PILOT\/([^/]+)\//.exec(request.path)?.[1] ?? '';
			return ok(json(asked === '*' ? ['SS_1', 'SS_2'] : [asked], request.query?.['includeAudits'] === 'y'));
		});
		expect(result.troubles).toEqual([]);
		expect(result.requests.map((request) => request.path)).toEqual([
			'/pages/auth/api/v1/clinicaldata/json/view/S_PILOT/*/*/*',
			'/pages/auth/api/v1/clinicaldata/json/view/S_PILOT/SS_1/*/*',
			'/pages/auth/api/v1/clinicaldata/json/view/S_PILOT/SS_2/*/*',
		]);
		expect(ofType(result.events, formRecorded).map(({ data }) => [data.subject, data.items.map((item) => item.item)])).toEqual([
			['SS_1', ['I_WEIGHT', 'I_HEIGHT']],
			['SS_2', ['I_WEIGHT', 'I_HEIGHT']],
		]);
		expect(result.findings.map((finding) => finding.where)).toContain('LibreClinica study design');
	});

	it('S1: with a session the XML paths are asked, the design by itself', () => {
		const result = runPull(createLibreClinicaPull({ ...settings, options: { libreClinicaAccess: 'session' } }), openClinica(START));
		expect(result.troubles).toEqual([]);
		expect(result.requests.slice(0, 3).map((request) => request.path)).toEqual([
			'/rest/metadata/xml/view/S_PILOT',
			'/rest/clinicaldata/xml/view/S_PILOT/*/*/*',
			'/rest/clinicaldata/xml/view/S_PILOT/SS_1/*/*',
		]);
		expect(ofType(result.events, subjectChanged)).toHaveLength(3);
	});

	it('S1: what is no ODM is refused, names that XML does not know are left out', () => {
		expect(xmlOfConvertedJson([])).toBeNull();
		expect(xmlOfConvertedJson({ error: 'NoAccessRight' })).toBeNull();
		expect(xmlOfConvertedJson({ ODM: { 'bad name': { '@a': 1 }, A: ['x', null, { '@b': '<"&' }] } })).toMatch(/^<ODM [^>]+><A>x<\/A><A b="&#60;&#34;&#38;"\/><\/ODM>$/);
	});
});

describe('S1: fingerprints of subjects', () => {
	const of = (text: string, sizes: readonly number[]): ReadonlyMap<string, string> => {
		const fingerprints = new SubjectFingerprints();
		let at = 0;
		for (let turn = 0; at < text.length; turn++) {
			const size = sizes[turn % sizes.length] ?? 1;
			fingerprints.write(text.slice(at, at + size));
			at += size;
		}
		return fingerprints.digests();
	};

	it('S1: do not depend on how the text arrives, and differ when anything in the subject differs', () => {
		const text = documentXml(START, true, '2026-03-01T08:00:00Z');
		const whole = of(text, [text.length]);
		expect([...whole.keys()]).toEqual(['SS_1', 'SS_2', 'SS_3']);
		fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 6 }), (sizes) => {
			expect(of(text, sizes)).toEqual(whole);
		}));
		const other = of(text.replace('Value="70"', 'Value="71"'), [64]);
		expect([...whole].filter(([key, digest]) => other.get(key) !== digest).map(([key]) => key)).toEqual(['SS_2']);
	});

	it('S1: a whole run in pieces gives the same facts', () => {
		const expected = identities(read(START).events);
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 2000 }), (pieces) => {
				const server = openClinica(START);
				expect(identities(runPull(createOpenClinica4Pull(settings), (request) => inPieces(server(request), pieces)).events)).toEqual(expected);
			}),
			{ numRuns: 15 },
		);
	});
});
