import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EMPTY_MAPPING } from '../../../../core/edc/mapping.js';
import { calculateProcessMetrics } from '../../../../core/process-metrics/calculate.js';
import { DEFAULT_SETTINGS } from '../../../../core/process-metrics/settings.js';
import { odm, of, readXml, refusals, V1, warnings } from './support.js';

const file = '../shared/data/odm-odmlib/ae.dataset.xml';

const NAMESPACES = `${V1} xmlns:d="http://www.cdisc.org/ns/Dataset-XML/v1.0"`;
const dataset = (rows: string): string => odm(`<ClinicalData StudyOID="S" MetaDataVersionOID="M">${rows}</ClinicalData>`, { namespaces: NAMESPACES, fileType: 'Snapshot', attributes: 'd:DatasetXMLVersion="1.0.0"' });
const row = (number: number, values: Readonly<Record<string, string>>, oid = 'IG.VS'): string =>
	`<ItemGroupData ItemGroupOID="${oid}" d:ItemGroupDataSeq="${number}">${Object.entries(values).map(([item, value]) => `<ItemData ItemOID="IT.VS.${item}" Value="${value}"/>`).join('')}</ItemGroupData>`;

describe('S1: CDISC Dataset-XML', () => {
	it('S1: a row is a form of its item group, with its visit, its site and its sequence number', () => {
		const result = readXml(dataset(row(1, { DOMAIN: 'VS', USUBJID: 'S.1', SUBJID: '1', SITEID: '02', VSSEQ: '7', VISIT: 'WEEK 2', VSORRES: '' }) + row(2, { USUBJID: 'S.2', VISITNUM: '3' }) + row(3, { SUBJID: '3' })));
		expect(result.findings).toEqual([]);
		expect(of(result, 'form.recorded')).toMatchObject([
			{ study: 'S', subject: 'S.1', subjectLabel: '1', site: '02', event: 'WEEK 2', form: 'IG.VS', formRepeat: '7', complete: true, recordedAt: '2026-03-01T00:00:00Z' },
			{ subject: 'S.2', site: null, event: '3', formRepeat: '2' },
			{ subject: '3', subjectLabel: null, event: 'IG.VS', formRepeat: '3' },
		]);
		expect(of(result, 'form.recorded')[0]?.items.find(({ item }) => item === 'IT.VS.VSORRES')).toMatchObject({ filled: false });
		expect(JSON.stringify(result.events)).not.toContain('"value"');
	});

	it('S1: a dataset names only who has something in it: nobody is missing because of it', () => {
		expect(of(readXml(dataset(row(1, { USUBJID: 'S.1' }))), 'document.read')).toMatchObject([{ study: 'S', fileType: 'Snapshot', subjects: null }]);
	});

	it('S1: a row that names no subject is reported with its number and the others are read', () => {
		const result = readXml(dataset(row(1, { VSSEQ: '1' }) + row(2, { USUBJID: 'S.2' })));
		expect(of(result, 'form.recorded')).toHaveLength(1);
		expect(refusals(result)).toEqual([{ where: 'S, IG.VS, row 1', value: '1', expected: expect.stringContaining('USUBJID') as string, severity: 'refused' }]);
	});

	it('S1: rows outside of a dataset are refused by name, never read as nothing', () => {
		expect(refusals(readXml(odm(`<ClinicalData StudyOID="S">${row(1, { USUBJID: 'S.1' })}</ClinicalData>`, { namespaces: NAMESPACES })))[0]?.expected).toContain('Dataset-XML');
	});
});

describe.skipIf(!existsSync(file))('S1: the adverse events of the CDISC example as Dataset-XML', () => {
	const MAPPING = {
		...EMPTY_MAPPING,
		seriousEvent: { seriousItem: 'IT.AE.AESER', seriousValues: ['Y'], awarenessItems: ['IT.AE.AESTDTC'], reportItems: [], exemptItem: null },
	};
	const read = (): ReturnType<typeof readXml> => readXml(readFileSync(file), { map: MAPPING });

	it('S1: 16 events, 1 of them serious, the first with a partial date', () => {
		const result = read();
		const forms = of(result, 'form.recorded');
		expect([refusals(result), warnings(result).length]).toEqual([[], 1]);
		expect(forms).toHaveLength(16);
		expect(new Set(forms.map(({ study, form }) => `${study} ${form}`))).toEqual(new Set(['cdisc01 IG.AE']));
		expect(new Set(forms.map(({ subject, formRepeat }) => `${subject} ${formRepeat ?? ''}`)).size).toBe(16);
		const valueOf = (form: (typeof forms)[number] | undefined, item: string): string | undefined => form?.items.find((one) => one.item === item)?.value;
		expect(valueOf(forms[0], 'IT.AE.AESTDTC')).toBe('2003-05');
		expect(forms.filter((form) => valueOf(form, 'IT.AE.AESER') === 'Y')).toMatchObject([{ subject: 'CDISC01.100014', formRepeat: '5' }]);
	});

	it('S1: the same document read twice, or in any pieces, gives the same facts', () => {
		const text = readFileSync(file, 'utf8');
		const ids = (pieces: readonly string[]): readonly string[] => readXml(pieces, { map: MAPPING }).events.map(({ id }) => id);
		expect(ids(text.match(/[^]{1,97}/g) ?? [])).toEqual(ids([text]));
	});

	it('S1: the metric of serious events counts the one, from its onset to the entry of its record', () => {
		const [sae] = calculateProcessMetrics({ events: read().events, mapping: MAPPING, settings: DEFAULT_SETTINGS, asOf: '2014-05-01T00:00:00Z', scope: { study: 'cdisc01' } }).filter(({ value }) => value.id === 'sae_timeliness');
		expect(sae?.value).toMatchObject({ kind: 'value', denominator: 1 });
		expect(sae?.evidence).toMatchObject([{ label: 'CDISC01.100014 · IG.AE/IG.AE' }]);
	});
});
