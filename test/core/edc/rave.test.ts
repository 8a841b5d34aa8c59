import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EDC_EVENT_TYPES } from '../../../core/edc/evidence.js';
import { EMPTY_MAPPING } from '../../../core/edc/mapping.js';
import type { EdcAnswer, EdcPullSettings, EdcRequest } from '../../../core/edc/pull.js';
import { createRavePull, nextStartId } from '../../../core/edc/rave/ravePull.js';
import { identities, inPieces, ofType, runPull } from './scriptedServer.js';

const settings: EdcPullSettings = { source: 'https://acme.mdsol.com/RaveWebServices/Mediflex(Prod)', study: 'Mediflex(Prod)', mapping: EMPTY_MAPPING };
const HEAD = '\uFEFF<?xml version="1.0" encoding="UTF-8"?>\n';
const ROOT = 'xmlns="http://www.cdisc.org/ns/odm/v1.3" xmlns:mdsol="http://www.mdsol.com/ns/odm/metadata" ODMVersion="1.3" FileOID="f" CreationDateTime="2026-03-01T08:00:00.000-00:00"';

interface Audit {
	readonly id: number;
	readonly subject: string;
	readonly value: string;
}

/** An entry of the audit trail as Rave writes it: a ClinicalData of its own. */
function auditXml({ id, subject, value }: Audit): string {
	return `<ClinicalData StudyOID="Mediflex(Prod)" MetaDataVersionOID="7" mdsol:AuditSubCategoryName="Entered"><SubjectData SubjectKey="${subject}" mdsol:SubjectKeyType="SubjectUUID" mdsol:SubjectName="${subject}"><SiteRef LocationOID="101"/><StudyEventData StudyEventOID="V1" StudyEventRepeatKey="V1[1]"><FormData FormOID="DM" FormRepeatKey="1"><ItemGroupData ItemGroupOID="DM_LOG" ItemGroupRepeatKey="@CONTEXT"><ItemData ItemOID="DM.AGE" TransactionType="Upsert" Value="${value}"><AuditRecord><UserRef UserOID="crc1"/><LocationRef LocationOID="101"/><DateTimeStamp>2026-02-01T${10 + Math.floor(id / 60)}:${String(id % 60).padStart(2, '0')}:00</DateTimeStamp><ReasonForChange/><SourceID>${id}</SourceID></AuditRecord></ItemData></ItemGroupData></FormData></StudyEventData></SubjectData></ClinicalData>`;
}

const AUDITS: Audit[] = Array.from({ length: 23 }, (_, index) => ({ id: 100 + index * 3, subject: `S${index % 4}`, value: String(20 + index) }));

const SUBJECTS = `${HEAD}<ODM FileType="Snapshot" ${ROOT}><ClinicalData StudyOID="Mediflex(Prod)" MetaDataVersionOID="1"><SubjectData SubjectKey="S0" mdsol:Status="Enrolled"><SiteRef LocationOID="101"/></SubjectData></ClinicalData></ODM>`;
const VERSIONS = `${HEAD}<ODM ODMVersion="1.3" FileType="Snapshot" FileOID="v" CreationDateTime="2026-03-01T08:00:00" xmlns="http://www.cdisc.org/ns/odm/v1.3"><Study OID="Mediflex"><MetaDataVersion OID="9" Name="Draft 1"/><MetaDataVersion OID="112" Name="Draft 2"/></Study></ODM>`;
const DESIGN = `${HEAD}<ODM FileType="Snapshot" ${ROOT}><Study OID="Mediflex"><GlobalVariables><StudyName>Mediflex</StudyName><StudyDescription/><ProtocolName>Mediflex</ProtocolName></GlobalVariables><MetaDataVersion OID="112" Name="Draft 2"><StudyEventDef OID="V1" Name="Visit 1" Repeating="No" Type="Scheduled"><FormRef FormOID="DM" Mandatory="Yes"/></StudyEventDef><FormDef OID="DM" Name="Demographics" Repeating="No"/></MetaDataVersion></Study></ODM>`;

/** The server's pages: entries from `startid`, and a link to the next page unless this is the last. */
function answer(request: EdcRequest, audits: readonly Audit[] = AUDITS): EdcAnswer {
	const xml = (body: string, headers: Record<string, string> = {}): EdcAnswer => ({ status: 200, headers: { 'content-type': 'text/xml', ...headers }, body });
	if (request.path === '/datasets/ClinicalAuditRecords.odm') {
		const from = Number(request.query?.['startid']);
		const size = Number(request.query?.['per_page']);
		const page = audits.filter((audit) => audit.id >= from).slice(0, size);
		const rest = audits.find((audit) => audit.id > (page.at(-1)?.id ?? Number.POSITIVE_INFINITY));
		const link = rest === undefined ? {} : { Link: `<https://other.example.com/RaveWebServices/datasets/ClinicalAuditRecords.odm?studyoid=Mediflex%28Prod%29&startid=${rest.id}&per_page=${size}>; rel="next"` };
		return xml(`${HEAD}<ODM FileType="Transactional" ${ROOT}>${page.map(auditXml).join('')}</ODM>`, link);
	}
	if (request.path === '/studies/Mediflex%28Prod%29/subjects') return xml(SUBJECTS);
	if (request.path === '/metadata/studies/Mediflex/versions') return xml(VERSIONS);
	if (request.path === '/metadata/studies/Mediflex/versions/112') return xml(DESIGN);
	if (request.path.endsWith('/datasets/regular')) return xml(`${HEAD}<ODM FileType="Snapshot" ${ROOT}>${AUDITS.slice(0, 3).map(auditXml).join('')}</ODM>`);
	return { status: 404, headers: {}, body: '' };
}

const read = (over: Partial<EdcPullSettings> = {}, options: Parameters<typeof runPull>[2] = {}, audits = AUDITS) =>
	runPull(createRavePull({ ...settings, ...over }), (request) => answer(request, audits), options);

describe('S1: Rave audit records', () => {
	const all = read({ pageSize: 10 });

	it('S1: follows the pages to the last and the cursor is one number after the highest audit id', () => {
		expect(all.troubles).toEqual([]);
		expect(all.findings.map((finding) => finding.expected)).toEqual([expect.stringMatching(/stamps with an offset/)]);
		expect(all.requests.filter((request) => request.context['step'] === 'audit').map((request) => request.query?.['startid'])).toEqual(['1', '130', '160']);
		expect(all.cursor).toEqual({ vendor: 'rave', study: 'Mediflex(Prod)', startId: 167, design: '112' });
	});

	it('S1: every entry is a fact with who and when; the byte-order mark does no harm', () => {
		const items = ofType(all.events, EDC_EVENT_TYPES.formRecorded).flatMap((event) => event.data.items.map((item) => [event.data.subject, item.item, item.by]));
		expect(items).toHaveLength(23);
		expect(items[0]).toEqual(['S0', 'DM.AGE', 'crc1']);
	});

	it('S1: the design of the newest version is read once', () => {
		expect(ofType(all.events, EDC_EVENT_TYPES.studyDescribed)).toHaveLength(1);
		const again = read({ pageSize: 10 }, { cursor: all.cursor });
		expect(again.requests.some((request) => request.context['step'] === 'design')).toBe(false);
		expect(again.cursor).toEqual(all.cursor);
	});

	it('S1: a later run asks only from the cursor on', () => {
		const later = read({ pageSize: 10 }, { cursor: all.cursor }, [...AUDITS, { id: 500, subject: 'S9', value: '44' }]);
		expect(ofType(later.events, EDC_EVENT_TYPES.formRecorded).map((event) => event.data.subject)).toEqual(['S9']);
		expect(later.cursor).toMatchObject({ startId: 501 });
	});

	it('S1: after trouble in the middle the cursor keeps the pages that were read', () => {
		const result = runPull(createRavePull({ ...settings, pageSize: 10 }), (request) => (request.query?.['startid'] === '160' ? { status: 503, headers: {}, body: '' } : answer(request)));
		expect(result.complete).toBe(false);
		expect(result.cursor).toMatchObject({ startId: 160 });
	});

	it('S1: a page that does not go on is trouble and no endless loop', () => {
		const result = runPull(createRavePull(settings), (request) => {
			const given = answer(request);
			return request.context['step'] === 'audit' ? { ...given, headers: { Link: '<https://x/y?startid=1>; rel="next"' } } : given;
		}, { most: 20 });
		expect(result.troubles[0]?.message).toMatch(/not after 1/);
	});

	it('S1: a cut document is trouble and does not move the cursor', () => {
		const result = runPull(createRavePull(settings), (request) => {
			const given = answer(request);
			return request.context['step'] === 'audit' ? { ...given, body: (typeof given.body === 'string' ? given.body : '').slice(0, -900) } : given;
		});
		expect(result.troubles[0]?.message).toMatch(/no end/);
		expect(result.cursor).toMatchObject({ startId: 1 });
	});

	it('S1: any page size and any pieces give the same facts', () => {
		const expected = identities(ofType(all.events, EDC_EVENT_TYPES.formRecorded));
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 3000 }), (pageSize, pieces) => {
				const result = runPull(createRavePull({ ...settings, pageSize }), (request) => inPieces(answer(request), pieces));
				expect(identities(ofType(result.events, EDC_EVENT_TYPES.formRecorded))).toEqual(expected);
				expect(result.cursor).toMatchObject({ startId: 167 });
			}),
			{ numRuns: 20 },
		);
	});

	it('S1: study OIDs are percent-encoded in paths, the host of a link is never followed', () => {
		expect(all.requests.map((request) => request.path)).toContain('/studies/Mediflex%28Prod%29/subjects');
		expect(JSON.stringify(all.requests)).not.toContain('other.example.com');
		expect(nextStartId('<https://x/y?startid=7>; rel="prev", <https://x/y?a=1&startid=38>; rel="next"')).toBe(38);
		expect(nextStartId('<https://x/y?startid=7>; rel="prev"')).toBeNull();
		expect(nextStartId(null)).toBeNull();
	});
});

describe('S1: Rave clinical views', () => {
	it('S1: the cursor is the newest time read, less an overlap', () => {
		const first = read({ options: { raveRead: 'datasets' } });
		expect(first.troubles).toEqual([]);
		expect(first.cursor).toMatchObject({ start: '2026-02-01T11:41:00' });
		const later = read({ options: { raveRead: 'datasets' } }, { cursor: first.cursor });
		expect(later.requests.find((request) => request.context['step'] === 'dataset')?.query).toEqual({ start: '2026-02-01T11:41:00' });
	});

	it('S1: a run for one subject states nothing about the others and leaves the cursor', () => {
		const result = read({ options: { raveRead: 'datasets' } }, { scope: { subjects: ['S/1'] } });
		expect(result.requests.map((request) => request.path)).toEqual(['/studies/Mediflex%28Prod%29/subjects/S%2F1/datasets/regular']);
		expect(ofType(result.events, EDC_EVENT_TYPES.documentRead)).toEqual([]);
		expect(result.cursor).toBeNull();
	});
});

describe('S1: Rave trouble', () => {
	it.each([
		['a login page', 200, '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0"><html><body>Login</body></html>', 'authentication', /web page/],
		['a failed Response with 200', 200, `${HEAD}<Response ReferenceNumber="5b1fa9a3" InboundODMFileOID="" IsTransactionSuccessful="0" ReasonCode="RWS00012" ErrorClientResponseMessage="Project Not Found"></Response>`, 'unusableAnswer', /Project Not Found \(RWS00012\)/],
		['an error in an empty ODM', 200, `${HEAD}<ODM ${ROOT} FileType="Snapshot" mdsol:ErrorDescription="Incorrect login and password combination. [RWS00008]" />`, 'unusableAnswer', /Incorrect login/],
		['a wrong password', 401, 'Authorization Required', 'authentication', /Authorization Required/],
		['no right', 403, '<Response ReasonCode="RWS00009" ErrorClientResponseMessage="No access"/>', 'permission', /No access \(RWS00009\)/],
		['a busy server', 429, '', 'rateLimit', /429/],
		['something that is no ODM', 200, '<root/>', 'unusableAnswer', /could not be read/],
	])('S1: %s', (_name, status, body, kind, message) => {
		const result = runPull(createRavePull(settings), (request) => (request.context['step'] === 'subjects' ? { status, headers: {}, body } : answer(request)));
		expect(result.complete).toBe(false);
		expect(result.troubles.map((trouble) => trouble.kind)).toEqual([kind]);
		expect(result.troubles[0]?.message).toMatch(message);
	});

	it('S1: a design that may not be read is told and the rest goes on', () => {
		const result = runPull(createRavePull(settings), (request) => (request.path.startsWith('/metadata') ? { status: 403, headers: {}, body: '' } : answer(request)));
		expect(result.complete).toBe(true);
		expect(result.findings.map((finding) => finding.severity)).toEqual(['warning', 'warning']);
		expect(result.findings[0]?.expected).toMatch(/the study design/);
	});
});
