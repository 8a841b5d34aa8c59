import { describe, expect, it } from 'vitest';
import { ODM_PRESETS, detectEdcFormat, vendorOfSourceSystem } from '../../../../core/edc/odm/index.js';
import { audit, clinical, odm, of, readJson, readXml, refusals, V1, warnings } from './support.js';

const raveEntry = (category: string, content: string): string => `<ClinicalData StudyOID="Mediflex(Prod)" MetaDataVersionOID="16" mdsol:AuditSubCategoryName="${category}">${content}</ClinicalData>`;
const raveItem = (attributes: string, content: string): string =>
	`<SubjectData SubjectKey="e983f330" mdsol:SubjectKeyType="SubjectUUID" mdsol:SubjectName="001"><SiteRef LocationOID="101"/><StudyEventData StudyEventOID="SCREEN" StudyEventRepeatKey="SCREEN[1]"><FormData FormOID="DM" FormRepeatKey="1"><ItemGroupData ItemGroupOID="DM"><ItemData ItemOID="DM.SEX" ${attributes}>${content}</ItemData></ItemGroupData></FormData></StudyEventData></SubjectData>`;
const rave = (...entries: string[]): string => `\ufeff${odm(entries.join(''))}`;

describe('S1: Medidata Rave', () => {
	it('S1: the audit trail gives subject, entry, verification and query with their times, and one subject', () => {
		const result = readXml(
			rave(
				raveEntry('SubjectCreated', `<SubjectData SubjectKey="e983f330" mdsol:SubjectName="001" TransactionType="Upsert">${audit('2016-02-19T14:01:05', 'u1')}<SiteRef LocationOID="101"/></SubjectData>`),
				raveEntry('Entered', raveItem('TransactionType="Upsert" Value="F"', audit('2016-02-20T09:00:00', 'crc'))),
				raveEntry('Verify', raveItem('mdsol:Verify="Yes"', audit('2016-02-22T09:00:00', 'cra'))),
				raveEntry('QueryOpen', raveItem('TransactionType="Context"', `${audit('2016-02-23T09:00:00', 'dm')}<mdsol:Query QueryRepeatKey="7" Recipient="Site from System" Status="Open" Value="?"/>`)),
				raveEntry('QueryAnswer', raveItem('TransactionType="Context"', `${audit('2016-02-24T09:00:00', 'crc')}<mdsol:Query QueryRepeatKey="7" Recipient="Site from System" Status="Answered" Response="!"/>`)),
			),
			{ map: { zone: 'Asia/Shanghai' } },
		);
		expect(of(result, 'subject.changed')).toMatchObject([{ subject: 'e983f330', subjectLabel: '001', site: '101', at: '2016-02-19T14:01:05+08:00', by: 'u1' }]);
		const forms = of(result, 'form.recorded');
		expect(forms.map(({ items }) => items)).toMatchObject([
			[{ item: 'DM.SEX', filled: true, transaction: 'Upsert', at: '2016-02-20T09:00:00+08:00', by: 'crc' }],
			[{ item: 'DM.SEX', transaction: 'Context', sdv: { verified: true, at: '2016-02-22T09:00:00+08:00' } }],
		]);
		expect(forms[0]).toMatchObject({ tzAssumed: true, complete: false, eventRepeat: 'SCREEN[1]' });
		expect(of(result, 'query.changed').map(({ query, state, at, by, origin, history }) => [query, state, at, by, origin, history])).toEqual([
			['e983f330/SCREEN/SCREEN[1]/DM/1/DM//DM.SEX/7', 'open', '2016-02-23T09:00:00+08:00', 'dm', 'system', true],
			['e983f330/SCREEN/SCREEN[1]/DM/1/DM//DM.SEX/7', 'answered', '2016-02-24T09:00:00+08:00', 'crc', 'system', true],
		]);
		expect(warnings(result).some(({ expected }) => expected.includes('Asia/Shanghai'))).toBe(true);
	});

	it('S1: visits, windows, deviations, required verification, locks', () => {
		const result = readXml(
			odm(
				`<ClinicalData StudyOID="M" MetaDataVersionOID="1" mdsol:LockCompleteDate="2026-04-01T00:00:00Z"><SubjectData SubjectKey="1" mdsol:Status="Screened">
				<StudyEventData StudyEventOID="V1" mdsol:StudyEventDate="2026-03-10" mdsol:VisitTargetDate="2026-03-09" mdsol:StartWindowDate="2026-03-06" mdsol:EndWindowDate="2026-03-12">
				<FormData FormOID="F" mdsol:LockCompleteDate="2026-03-20T00:00:00Z"><ItemGroupData ItemGroupOID="G"><ItemData ItemOID="A" Value="1" mdsol:IsSDVRequired="Yes" mdsol:IsSDVComplete="No"/>
				<ItemData ItemOID="B" Value="2" mdsol:IsSDVRequired="Yes" mdsol:IsSDVComplete="Yes" mdsol:SDVCompleteDate="2026-03-11T00:00:00Z"><mdsol:ProtocolDeviation ProtocolDeviationRepeatKey="1" Code="C1" Class="Major" Status="Open" Value="late"/></ItemData></ItemGroupData></FormData></StudyEventData></SubjectData></ClinicalData>`,
				{ fileType: 'Snapshot' },
			),
		);
		expect(of(result, 'visit.changed')[0]).toMatchObject({ visitDate: '2026-03-10', window: { target: '2026-03-09', earliest: '2026-03-06', latest: '2026-03-12' } });
		expect(of(result, 'form.recorded')[0]).toMatchObject({ status: 'locked', statusStamp: { at: '2026-03-20T00:00:00Z', by: null } });
		expect(of(result, 'form.recorded')[0]?.items.map(({ sdv }) => sdv)).toEqual([
			{ required: true, verified: false, at: null },
			{ required: true, verified: true, at: '2026-03-11T00:00:00Z' },
		]);
		expect(of(result, 'deviation.recorded')[0]).toMatchObject({ code: 'C1', important: true, removed: false });
		expect(of(result, 'study.locked')[0]).toEqual({ study: 'M', locked: true, level: 'lock', at: '2026-04-01T00:00:00Z', by: null });
		expect(of(result, 'subject.changed')[0]?.status).toBe('Screened');
	});
});

const openClinica = clinical(
	`<SubjectData SubjectKey="SS_1" OpenClinica:StudySubjectID="P-01" OpenClinica:Status="available" OpenClinica:EnrollmentDate="2026-01-05">
	<StudyEventData StudyEventOID="SE_V1" OpenClinica:StartDate="2026-02-01" OpenClinica:Status="completed" StudyEventRepeatKey="1">
	<FormData FormOID="F_1" OpenClinica:Status="initial data entry complete"><ItemGroupData ItemGroupOID="IG" TransactionType="Insert"><ItemData ItemOID="I_1" Value="12">
	<OpenClinica:AuditLogs EntityID="5"><OpenClinica:AuditLog ID="AL_2" UserID="USR_2" DateTimeStamp="2026-02-03T10:00:00" AuditType="Item data value updated" ReasonForChange="typo" OldValue="11" NewValue="12"/>
	<OpenClinica:AuditLog ID="AL_1" UserID="USR_1" DateTimeStamp="2026-02-02T10:00:00" AuditType="Item data value updated" NewValue="11"/></OpenClinica:AuditLogs>
	<OpenClinica:DiscrepancyNotes EntityID="5"><OpenClinica:DiscrepancyNote ID="DN_1" Status="Resolution Proposed" NoteType="Query" DateUpdated="2026-02-05"><OpenClinica:ChildNote ID="CDN_1" Status="New" DateCreated="2026-02-04" UserName="monitor"><OpenClinica:Description>?</OpenClinica:Description><UserRef UserOID="USR_9 "/></OpenClinica:ChildNote></OpenClinica:DiscrepancyNote>
	<OpenClinica:DiscrepancyNote ID="DN_2" Status="Not Applicable" NoteType="Reason for Change" DateUpdated="2026-02-05"/></OpenClinica:DiscrepancyNotes></ItemData></ItemGroupData>
	<ItemGroupData ItemGroupOID="IG2" OpenClinica:Removed="Yes" ItemGroupRepeatKey="3"><ItemData ItemOID="I_2" Value="gone"/></ItemGroupData></FormData></StudyEventData>
	<OpenClinica:SubjectGroupData OpenClinica:StudyGroupClassID="1" OpenClinica:StudyGroupClassName="Arm" OpenClinica:StudyGroupName="Verum"/></SubjectData>`,
	{ fileType: 'Snapshot' },
);

describe('S1: OpenClinica and LibreClinica', () => {
	it('S1: subject, visit, form, audit logs, discrepancy notes, groups', () => {
		const result = readXml(openClinica);
		expect(of(result, 'subject.changed')[0]).toMatchObject({ subject: 'SS_1', subjectLabel: 'P-01', enrolledAt: '2026-01-05', arm: 'Verum', transaction: null });
		expect(of(result, 'visit.changed')[0]).toMatchObject({ event: 'SE_V1', visitDate: '2026-02-01', status: 'completed' });
		const [state, history] = of(result, 'form.recorded');
		expect(state).toMatchObject({ status: 'complete', complete: true, recordedAt: '2026-02-03T10:00:00Z' });
		expect(state?.items.map(({ item, filled, at, by }) => [item, filled, at, by])).toEqual([
			['I_1', true, '2026-02-03T10:00:00Z', 'USR_2'],
			['I_2', false, null, null],
		]);
		expect(state?.removedGroups).toEqual([{ group: 'IG2', groupRepeat: '3', at: null, by: null }]);
		expect(history).toMatchObject({ complete: false, status: null });
		expect(history?.items.map(({ at, by, transaction, reason }) => [at, by, transaction, reason])).toEqual([
			['2026-02-02T10:00:00Z', 'USR_1', 'Insert', undefined],
			['2026-02-03T10:00:00Z', 'USR_2', 'Update', 'typo'],
		]);
		expect(of(result, 'query.changed').map(({ query, state: word, at, by, item }) => [query, word, at?.slice(0, 10), by, item])).toEqual([
			['DN_1', 'open', '2026-02-04', 'USR_9', 'I_1'],
			['DN_1', 'answered', '2026-02-05', null, 'I_1'],
		]);
	});

	it('S1: the JSON made of the XML gives the same events (one child an object, several an array)', () => {
		const attributesOf = (text: string): Array<[string, string]> => [...text.matchAll(/([\w:]+)="([^"]*)"/g)].map((match) => [`@${match[1] ?? ''}`, match[2] ?? '']);
		const toJson = (xml: string): object => {
			const root: Record<string, unknown> = {};
			const stack: Array<Record<string, unknown>> = [root];
			for (const [, slash, name, attributes, empty, text] of xml.replace(/^<\?.*?\?>\s*/s, '').matchAll(/<(\/?)([\w:]+)([^>]*?)(\/?)>([^<]*)/g)) {
				const parent = stack[stack.length - 1] as Record<string, unknown>;
				if (slash === '/') stack.pop();
				else {
					const element: Record<string, unknown> = Object.fromEntries(attributesOf(attributes ?? ''));
					if (text?.trim() && empty !== '/') element['#text'] = text;
					const known = parent[name ?? ''];
					parent[name ?? ''] = known === undefined ? element : Array.isArray(known) ? [...(known as unknown[]), element] : [known, element];
					if (empty !== '/') stack.push(element);
				}
			}
			return root;
		};
		expect(readJson(toJson(openClinica)).events).toEqual(readXml(openClinica).events);
		expect(readJson(JSON.stringify(toJson(openClinica))).events).toEqual(readXml(openClinica).events);
	});
});

describe('S1: what a document is', () => {
	it.each([
		[odm(''), 'odm-xml'],
		[`\ufeff<?xml version="1.0"?><!-- <ODM> --><x:ODM xmlns:x="u">`, 'odm-xml'],
		['<!DOCTYPE html><html>', 'unknown-xml'],
		['{"ODM": {}}', 'odm-json'],
		['{"clinicalData": []}', 'odm-json'],
		['{"error":"NoAccessRight"}', 'unknown-json'],
		['[]', 'unknown-json'],
		['a;b;c', 'unknown'],
		['', 'unknown'],
	])('S1: %s', (text, format) => expect(detectEdcFormat(text)).toBe(format));

	it('S1: JSON that is no ODM, is broken or too deep is refused', () => {
		expect(refusals(readJson('{"error":"NoAccessRight"}'))[0]?.value).toBe('error');
		expect(refusals(readJson('{"ODM":'))[0]?.where).toContain('JSON');
		let deep: object = {};
		for (let level = 0; level < 200; level++) deep = { A: deep };
		expect(refusals(readJson({ ODM: deep }))[0]?.expected).toContain('at most 64');
	});

	it('S1: presets are mappings that a study completes', () => {
		expect(vendorOfSourceSystem('Medidata')).toBe('rave');
		expect(vendorOfSourceSystem(null)).toBe('plain');
		expect(readXml(odm('', { namespaces: V1 }), { mapping: ODM_PRESETS.rave.mapping }).findings).toEqual([]);
	});
});
