import { describe, expect, it } from 'vitest';
import { audit, clinical, odm, of, readJson, readXml, V1, V2, warnings } from './support.js';

const item = (attributes: string, content = ''): string => `<ItemData ${attributes}>${content}</ItemData>`;
const form = (content: string, attributes = ''): string => `<FormData FormOID="F" ${attributes}>${content}</FormData>`;
const group = (content: string, attributes = ''): string => `<ItemGroupData ItemGroupOID="G" ${attributes}>${content}</ItemGroupData>`;
const visit = (content: string, attributes = ''): string => `<StudyEventData StudyEventOID="V" ${attributes}>${content}</StudyEventData>`;
const subject = (content: string, attributes = ''): string => `<SubjectData SubjectKey="1" ${attributes}>${content}</SubjectData>`;
const inForm = (content: string): string => clinical(subject(visit(form(group(content)))));

const FORM_DEFINITION = '<Study OID="S" StudyName="N"><MetaDataVersion OID="M"><StudyEventDef OID="V" Name="Visit" Repeating="No" Type="Scheduled"><ItemGroupRef ItemGroupOID="SEC" Mandatory="Yes"/></StudyEventDef><ItemGroupDef OID="SEC" Name="Section" Type="Section" Repeating="No"><ItemGroupRef ItemGroupOID="F" Mandatory="Yes"/></ItemGroupDef><ItemGroupDef OID="F" Name="Form" Type="Form" Repeating="No"><ItemGroupRef ItemGroupOID="G" Mandatory="Yes"/></ItemGroupDef><ItemGroupDef OID="G" Name="Group" Type="Section" Repeating="No"><ItemRef ItemOID="A" Mandatory="Yes"/><ItemRef ItemOID="B" Mandatory="Yes" CollectionExceptionConditionOID="C"/><ItemRef ItemOID="N" Mandatory="No"/></ItemGroupDef></MetaDataVersion></Study>';

describe('S1: transactions', () => {
	it('S1: TransactionType is inherited, Context carries no change, a child may state its own', () => {
		const result = readXml(
			clinical(subject(visit(form(group(item('ItemOID="A" Value="1"') + item('ItemOID="B" Value="2" TransactionType="Context"') + item('ItemOID="C" Value="3" TransactionType="Remove"')), 'TransactionType="Update"')), 'TransactionType="Context"')),
		);
		expect(of(result, 'subject.changed')).toEqual([]);
		expect(of(result, 'form.recorded')[0]).toMatchObject({ transaction: 'Update', complete: false });
		expect(of(result, 'form.recorded')[0]?.items.map(({ item: oid, filled, transaction }) => [oid, filled, transaction])).toEqual([
			['A', true, 'Update'],
			['C', false, 'Remove'],
		]);
	});

	it('S1: a form that is only context is no event', () => {
		expect(readXml(clinical(subject(visit(form(group(item('ItemOID="A" Value="1"'))), 'TransactionType="Context"')))).events.map(({ type }) => type)).toEqual(['performance-trace.edc.document.read.v1']);
	});

	it.each([
		['subject', clinical(subject(visit(form(group(item('ItemOID="A" Value="1"')))), 'TransactionType="Remove"'))],
		['visit', clinical(subject(visit(form(group(item('ItemOID="A" Value="1"'))), 'TransactionType="Remove"')))],
		['form', clinical(subject(visit(form(group(item('ItemOID="A" Value="1"')), 'TransactionType="Remove"'))))],
		['group', clinical(subject(visit(form(group(item('ItemOID="A" Value="1"'), 'TransactionType="Remove"')))))],
	])('S1: Remove of a %s leaves no data below it', (level, xml) => {
		const result = readXml(xml);
		const [recorded] = of(result, 'form.recorded');
		expect(recorded?.items[0]).toMatchObject({ filled: false, transaction: 'Remove' });
		expect(recorded?.removed).toBe(level !== 'group');
		expect(recorded?.removedGroups).toEqual(level === 'group' ? [{ group: 'G', groupRepeat: null, at: null, by: null }] : undefined);
		if (level === 'subject') expect(of(result, 'subject.changed')[0]?.removed).toBe(true);
		if (level === 'visit') expect(of(result, 'visit.changed')[0]?.removed).toBe(true);
	});

	it('S1: in a snapshot TransactionType does not count and there is no digest', () => {
		const result = readXml(clinical(subject(visit(form(group(item('ItemOID="A" Value="1"'), 'TransactionType="Remove"')))), { fileType: 'Snapshot' }));
		expect(of(result, 'form.recorded')[0]).toMatchObject({ complete: true, removed: false, transaction: null, recordedAt: '2026-03-01T00:00:00Z', items: [{ filled: true, transaction: null }] });
		expect(of(result, 'form.recorded')[0]?.items[0]).not.toHaveProperty('digest');
	});

	it('S1: without FileType nothing missing is taken for removed, and it is said', () => {
		const result = readXml(clinical(subject('')).replace('FileType="Transactional"', ''));
		expect(of(result, 'document.read')[0]).toMatchObject({ fileType: 'Transactional', subjects: null });
		expect(warnings(result)[0]?.expected).toContain('FileType');
	});

	it('S1: a subject that a snapshot names again adds to itself: one subject, its later forms are parts', () => {
		const part = subject(visit(form(group(item('ItemOID="A" Value="1"')))));
		const result = readXml(clinical(part + part.replaceAll('"A"', '"B"'), { fileType: 'Snapshot' }));
		expect(of(result, 'form.recorded').map(({ complete }) => complete)).toEqual([true, false]);
		expect(of(result, 'document.read')[0]?.subjects).toEqual(['1']);
		expect(of(result, 'subject.changed')).toHaveLength(1);
	});
});

describe('S1: values', () => {
	it('S1: no value, an empty one, blanks and IsNull hold no data', () => {
		const items = of(readXml(inForm(item('ItemOID="A"') + item('ItemOID="B" Value=""') + item('ItemOID="C" Value="  "') + item('ItemOID="D" IsNull="Yes"') + item('ItemOID="D2" IsNull="Yes" Value="-"') + item('ItemOID="E" Value="0"'))), 'form.recorded')[0]?.items;
		expect(items?.map(({ filled }) => filled)).toEqual([false, false, false, false, false, true]);
	});

	it('S1: typed items hold their value as text and point at audit records and signatures by ID, which stand further down', () => {
		const xml = clinical(
			`${subject(visit(form(group('<ItemDataDate ItemOID="A" AuditRecordID="R1">2026-03-02</ItemDataDate><ItemDataPartialDate ItemOID="B" AuditRecordID="R2" SignatureID="S1">2003-05</ItemDataPartialDate><ItemDataString ItemOID="C" AuditRecordID="R3">x</ItemDataString>'))))}
			<AuditRecords><AuditRecord ID="R1"><UserRef UserOID="U1"/><LocationRef LocationOID="L"/><DateTimeStamp>2026-03-02T08:00:00Z</DateTimeStamp></AuditRecord><AuditRecord ID="R2"><UserRef UserOID="U2"/><LocationRef LocationOID="L"/><DateTimeStamp>2026-03-03T08:00:00Z</DateTimeStamp></AuditRecord></AuditRecords>
			<Signatures><Signature ID="S1"><UserRef UserOID="U3"/><LocationRef LocationOID="L"/><SignatureRef SignatureOID="SD"/><DateTimeStamp>2026-03-04T08:00:00Z</DateTimeStamp></Signature></Signatures>`,
		);
		const result = readXml(xml, { map: { visitDateItems: ['A', 'B'] } });
		expect(of(result, 'form.recorded')[0]).toMatchObject({ recordedAt: '2026-03-03T08:00:00Z', items: [{ item: 'A', value: '2026-03-02', at: '2026-03-02T08:00:00Z', by: 'U1' }, { item: 'B', value: '2003-05', by: 'U2' }, { item: 'C', filled: true, at: null }] });
		expect(of(result, 'signature.applied')).toMatchObject([{ item: 'B', group: 'G', form: 'F', by: 'U3', at: '2026-03-04T08:00:00Z', meaning: 'SD' }]);
		expect(warnings(result).map(({ value }) => value)).toEqual(['R3']);
		const tooMany = readXml(xml, { maxWaitingItems: 2 });
		expect(warnings(tooMany).some(({ expected }) => expected.includes('more than 2 values'))).toBe(true);
		expect(of(tooMany, 'form.recorded')[0]?.items).toHaveLength(3);
	});

	it('S1: an audit record covers what has none of its own, wherever it stands', () => {
		const xml = clinical(subject(visit(form(group(item('ItemOID="A" Value="1"', audit('2026-03-05T08:00:00Z', 'item')) + item('ItemOID="B" Value="1"'), '') + group(item('ItemOID="C" Value="1"') + audit('2026-03-04T08:00:00Z', 'group'), 'ItemGroupRepeatKey="2"'))) + audit('2026-03-03T08:00:00Z', 'subject')));
		expect(of(readXml(xml), 'form.recorded')[0]?.items.map(({ by }) => by)).toEqual(['item', 'subject', 'group']);
		expect(of(readXml(xml), 'form.recorded')[0]?.recordedAt).toBe('2026-03-05T08:00:00Z');
	});

	it('S1: entries by systems alone are imported', () => {
		const xml = inForm(item('ItemOID="A" Value="1"', audit('2026-03-05T08:00:00Z', 'robot')));
		expect(of(readXml(xml, { map: { systemUsers: ['robot'] } }), 'form.recorded')[0]?.imported).toBe(true);
		expect(of(readXml(xml), 'form.recorded')[0]?.imported).toBe(false);
	});

	it('S1: stamps that run backwards are reported', () => {
		const at = (time: string): string => subject(visit(form(group(item('ItemOID="A" Value="1"', audit(time))))));
		expect(warnings(readXml(clinical(at('2026-03-05T08:00:00Z') + at('2026-03-04T08:00:00Z')))).map(({ value }) => value)).toEqual(['2026-03-04T08:00:00Z']);
		expect(warnings(readXml(clinical(at('2026-03-04T08:00:00Z') + at('2026-03-05T08:00:00Z'))))).toEqual([]);
	});

	it('S1: a stamp that is no time leaves the record without time; many of a kind are counted, not repeated', () => {
		const many = Array.from({ length: 30 }, (_, index) => item(`ItemOID="I${index}" Value="1"`, audit(`soon ${index}`))).join('');
		const result = readXml(inForm(many));
		expect(of(result, 'form.recorded')[0]?.items.every(({ at, by }) => at === null && by === 'U.1')).toBe(true);
		expect(result.findings).toHaveLength(21);
		expect(result.findings[20]?.value).toBe('10 more');
	});
});

describe('S1: identities', () => {
	const at = (value: string, time = '2026-03-05T08:00:00Z'): string => subject(visit(form(group(item(`ItemOID="A" Value="${value}"`, audit(time))))));
	const idOf = (xml: string): string => readXml(xml).events.find(({ type }) => type.includes('form'))?.id ?? '';

	it('S1: the same fact has the same id wherever it stands; another value, time or person another id', () => {
		const id = idOf(clinical(at('1')));
		expect(id).toMatch(/^form-[0-9a-f]{32}$/);
		expect(idOf(clinical(`<!-- moved -->\n  ${at('1')}`))).toBe(id);
		expect(readXml(clinical(at('9') + at('1'))).events.map((event) => event.id)).toContain(id);
		expect(new Set([id, idOf(clinical(at('2'))), idOf(clinical(at('1', '2026-03-05T08:00:01Z'))), idOf(clinical(at('1').replace('U.1', 'U.2'))), idOf(clinical(at('1').replace('SubjectKey="1"', 'SubjectKey="2"')))]).size).toBe(5);
	});

	it('S1: values that would join to the same text differ', () => {
		const two = (a: string, b: string): string => clinical(subject(visit(form(group(item(`ItemOID="A" Value="${a}"`) + item(`ItemOID="B" Value="${b}"`))))));
		expect(new Set([two('1', '23'), two('12', '3'), two('123', ''), two('', '123')].map(idOf)).size).toBe(4);
	});
});

const V1_DOCUMENT = clinical(
	subject(`${audit('2026-03-02T00:00:00Z')}<SiteRef LocationOID="L1"/>${visit(form(group(item('ItemOID="A" Value="12"', audit('2026-03-03T00:00:00Z', 'crc', 'typo')) + item('ItemOID="N" IsNull="Yes"'))), 'StudyEventRepeatKey="1"')}`, 'TransactionType="Insert"'),
);
const V2_DOCUMENT = clinical(
	`<SubjectData SubjectKey="1" TransactionType="Insert"><SiteRef LocationOID="L1"/><StudyEventData StudyEventOID="V" StudyEventRepeatKey="1"><ItemGroupData ItemGroupOID="F"><ItemGroupData ItemGroupOID="G"><ItemData ItemOID="A"><Value>12</Value>${audit('2026-03-03T00:00:00Z', 'crc', 'typo')}</ItemData><ItemData ItemOID="N" IsNull="Yes"/></ItemGroupData></ItemGroupData></StudyEventData>${audit('2026-03-02T00:00:00Z')}</SubjectData>`,
	{ namespaces: V2 },
);
const auditJson = (time: string, user: string, reason?: string): object => ({ UserRef: { UserOID: user }, LocationRef: { LocationOID: 'L' }, DateTimeStamp: time, ...(reason === undefined ? {} : { ReasonForChange: reason }) });
const V2_JSON = {
	ODM: {
		ODMVersion: '2.0',
		FileType: 'Transactional',
		FileOID: 'F',
		CreationDateTime: '2026-03-01T00:00:00Z',
		SourceSystem: 'test',
		ClinicalData: [
			{
				StudyOID: 'S',
				MetaDataVersionOID: 'M',
				SubjectData: [
					{
						SubjectKey: '1',
						TransactionType: 'Insert',
						AuditRecord: auditJson('2026-03-02T00:00:00Z', 'U.1'),
						SiteRef: { LocationOID: 'L1' },
						StudyEventData: [
							{
								StudyEventOID: 'V',
								StudyEventRepeatKey: '1',
								ItemGroupData: [{ ItemGroupOID: 'F', ItemGroupData: [{ ItemGroupOID: 'G', ItemData: [{ ItemOID: 'A', Value: ['12'], AuditRecord: auditJson('2026-03-03T00:00:00Z', 'crc', 'typo') }, { ItemOID: 'N', IsNull: 'Yes' }] }] }],
							},
						],
					},
				],
			},
		],
	},
};

describe('S1: ODM v2', () => {
	it('S1: the same content in ODM 1.3, v2 XML and v2 JSON gives the same events', () => {
		const expected = readXml(V1_DOCUMENT);
		expect(of(expected, 'form.recorded')[0]).toMatchObject({ form: 'F', site: 'L1', items: [{ item: 'A', group: 'G', reason: 'typo', by: 'crc' }, { item: 'N', filled: false, by: 'U.1' }] });
		expect(readXml(V2_DOCUMENT).events).toEqual(expected.events);
		expect(readJson(V2_JSON).events).toEqual(expected.events);
		expect(readJson(JSON.stringify(V2_JSON.ODM)).events).toEqual(expected.events);
	});

	it('S1: the form is the group of Type Form, also inside a section; keys of what does not repeat are dropped', () => {
		const xml = odm(
			`${FORM_DEFINITION}<ClinicalData StudyOID="S" MetaDataVersionOID="M">${subject(visit('<ItemGroupData ItemGroupOID="SEC" ItemGroupRepeatKey="1"><ItemGroupData ItemGroupOID="F" ItemGroupRepeatKey="1"><ItemGroupData ItemGroupOID="G" ItemGroupRepeatKey="1"><ItemData ItemOID="A"><Value>1</Value></ItemData></ItemGroupData></ItemGroupData></ItemGroupData>', 'StudyEventRepeatKey="1"'))}</ClinicalData>`,
			{ namespaces: V2, fileType: 'Snapshot' },
		);
		const result = readXml(xml);
		expect(of(result, 'form.recorded')).toMatchObject([{ form: 'F', formRepeat: null, eventRepeat: null, items: [{ group: 'G', groupRepeat: null, item: 'A' }] }]);
		expect(of(result, 'study.described')).toMatchObject([{ study: 'S', name: 'N', version: 'M', events: [{ event: 'V', kind: 'Scheduled', forms: [{ form: 'F', mandatory: true, conditional: false }] }], forms: [{ form: 'F', name: 'Form', mandatoryItems: ['A'] }] }]);
	});

	it('S1: a record of the whole study, behind all subjects, covers what has none', () => {
		const xml = clinical(subject(visit('<ItemGroupData ItemGroupOID="F"><ItemData ItemOID="A"><Value>1</Value></ItemData></ItemGroupData>')) + audit('2026-03-09T00:00:00Z', 'study'), { namespaces: V2 });
		expect(of(readXml(xml), 'form.recorded')[0]?.items[0]).toMatchObject({ by: 'study', at: '2026-03-09T00:00:00Z', group: null });
	});

	const query = (attributes: string, records: string): string =>
		clinical(subject(visit(`<ItemGroupData ItemGroupOID="F"><ItemData ItemOID="A"><Value>1</Value><Query OID="Q1" Source="Data Management" Type="Manual" LastUpdateDatetime="2026-03-09T00:00:00Z" ${attributes}><Value>why?</Value>${records}</Query></ItemData></ItemGroupData>`)), { namespaces: V2, fileType: 'Snapshot' });
	const record = (day: number): string => audit(`2026-03-0${day}T00:00:00Z`, 'dm');

	it.each([
		['open, answered, closed by three records', 'Closed', [1, 2, 3], [['open', 1], ['answered', 2], ['closed', 3]], true],
		['open and answered by two', 'Answered', [1, 2], [['open', 1], ['answered', 2]], true],
		['open by one', 'Open', [1], [['open', 1]], true],
		['the last state only', 'Answered', [2], [['answered', 2]], false],
		['the update time only', 'Open', [], [['open', 9]], false],
		['states in between that cannot be known', 'Resolved', [1, 2, 3, 4], [['open', 1], ['closed', 4]], false],
	] as const)('S1: a query has the history its records give: %s', (_, state, days, expected, history) => {
		const queries = of(readXml(query(`State="${state}"`, days.map(record).join(''))), 'query.changed');
		expect(queries.map((one) => [one.state, Number(one.at?.slice(8, 10))])).toEqual(expected);
		expect(queries.every((one) => one.history === history && one.query === 'Q1' && one.item === 'A' && one.form === 'F' && one.origin === 'manual')).toBe(true);
	});

	it('S1: mandatory and conditional forms of ODM 1.3, countries of sites stated or mapped', () => {
		const study = '<Study OID="S"><GlobalVariables><StudyName>N</StudyName></GlobalVariables><MetaDataVersion OID="M"><StudyEventDef OID="V" Name="V" Repeating="Yes" Type="Unscheduled"><FormRef FormOID="F" Mandatory="Yes"/><FormRef FormOID="H" Mandatory="Yes" CollectionExceptionConditionOID="C"/></StudyEventDef><FormDef OID="F" Name="F" Repeating="No"><ItemGroupRef ItemGroupOID="G" Mandatory="Yes"/><ItemGroupRef ItemGroupOID="O" Mandatory="No"/></FormDef><FormDef OID="H" Name="H" Repeating="Yes"/><ItemGroupDef OID="G" Name="G" Repeating="No"><ItemRef ItemOID="A" Mandatory="Yes"/></ItemGroupDef><ItemGroupDef OID="O" Name="O" Repeating="No"><ItemRef ItemOID="B" Mandatory="Yes"/></ItemGroupDef></MetaDataVersion></Study>';
		expect(of(readXml(odm(study, { namespaces: V1 })), 'study.described')).toMatchObject([
			{
				name: 'N',
				events: [{ kind: 'Unscheduled', repeating: true, forms: [{ form: 'F', mandatory: true, conditional: false }, { form: 'H', mandatory: true, conditional: true }] }],
				forms: [{ form: 'F', mandatoryItems: ['A'] }, { form: 'H', repeating: true, mandatoryItems: [] }],
			},
		]);
		const site = (admin: string): string => odm(`<AdminData>${admin}</AdminData><ClinicalData StudyOID="S" MetaDataVersionOID="M">${subject('<SiteRef LocationOID="L1"/>')}</ClinicalData>`, { namespaces: V2, fileType: 'Snapshot' });
		expect(of(readXml(site('<Location OID="L1" Name="x"><Address><Country>CN</Country></Address></Location>'), { map: { countryOfSite: { L1: 'DE' } } }), 'subject.changed')[0]?.country).toBe('CN');
		expect(of(readXml(site(''), { map: { countryOfSite: { L1: 'DE' } } }), 'subject.changed')[0]?.country).toBe('DE');
	});
});
