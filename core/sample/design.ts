/*
 * What the sample study plans: our own invention, a trial of a wearable heart monitor. Nothing of it is a real person, site or product.
 */

export const SAMPLE_STUDY = {
	oid: 'PT-DEMO-01',
	name: 'PT-DEMO-01 Wearable heart monitor',
	description: 'Single-arm trial of a wearable heart monitor with a follow-up after 90 days. Sample data, invented for this package.',
	metaDataVersion: 'MDV.1',
	version: 'Protocol 2.0',
	/** All sites keep this time. */
	zone: 'Asia/Shanghai',
	subjects: 120,
	target: 120,
	followUpEvent: 'SE.V3',
} as const;

export type SampleDataType = 'text' | 'date' | 'incompleteDatetime' | 'integer' | 'float';

export interface SampleItem {
	readonly oid: string;
	readonly label: string;
	readonly type: SampleDataType;
	readonly mandatory: boolean;
	/** The monitoring plan asks for source-data verification. */
	readonly sdv: boolean;
}

/** A form with its one group of items. */
export interface SampleForm {
	readonly oid: string;
	readonly group: string;
	readonly name: string;
	/** One group per event of the log (adverse event, deviation). */
	readonly repeating: boolean;
	readonly items: readonly SampleItem[];
}

export interface SampleVisit {
	readonly oid: string;
	readonly name: string;
	readonly kind: 'Scheduled' | 'Common';
	readonly forms: readonly string[];
	readonly mandatory: boolean;
	/** Days from the baseline visit; null for the baseline itself and for logs. */
	readonly window: { readonly targetDay: number; readonly days: number } | null;
}

export interface SampleSite {
	readonly oid: string;
	readonly name: string;
	readonly coordinators: readonly string[];
	readonly investigator: string;
	readonly monitor: string;
}

const item = (oid: string, label: string, type: SampleDataType, mandatory: boolean, sdv = false): SampleItem => ({ oid, label, type, mandatory, sdv });

export const SAMPLE_FORMS: readonly SampleForm[] = [
	{
		oid: 'FO.CONSENT',
		group: 'IG.CONSENT',
		name: 'Informed consent',
		repeating: false,
		items: [item('IT.ICFDTC', 'Informed consent signed at', 'incompleteDatetime', true, true), item('IT.ICFVER', 'Version of the consent form', 'text', true)],
	},
	{
		oid: 'FO.ENROL',
		group: 'IG.ENROL',
		name: 'Enrolment',
		repeating: false,
		items: [item('IT.ENRDAT', 'Date of enrolment', 'date', true, true), item('IT.SEX', 'Sex', 'text', true), item('IT.AGE', 'Age in years', 'integer', true)],
	},
	{
		oid: 'FO.VISIT',
		group: 'IG.VISIT',
		name: 'Visit',
		repeating: false,
		items: [item('IT.VISDAT', 'Date of the visit', 'date', true, true), item('IT.VISCOM', 'Remark', 'text', false)],
	},
	{
		oid: 'FO.PROC',
		group: 'IG.PROC',
		name: 'Device fitting',
		repeating: false,
		items: [item('IT.PROCDTC', 'Device fitted at', 'incompleteDatetime', true, true), item('IT.DEVSN', 'Serial number of the device', 'text', true)],
	},
	{
		oid: 'FO.LAB',
		group: 'IG.LAB',
		name: 'Laboratory',
		repeating: false,
		items: [
			item('IT.LBDAT', 'Date of the sample', 'date', true),
			item('IT.LBHGB', 'Haemoglobin (g/L)', 'float', true, true),
			item('IT.LBCREA', 'Creatinine (umol/L)', 'float', true),
			item('IT.LBND', 'Not done', 'text', false),
		],
	},
	{
		oid: 'FO.FUP',
		group: 'IG.FUP',
		name: 'Follow-up assessment',
		repeating: false,
		items: [item('IT.FUSTAT', 'Device worn as planned', 'text', true, true), item('IT.FUSCORE', 'Comfort score (0 to 100)', 'integer', true)],
	},
	{
		oid: 'FO.AE',
		group: 'IG.AE',
		name: 'Adverse events',
		repeating: true,
		items: [
			item('IT.AETERM', 'Adverse event', 'text', true),
			item('IT.AESTDAT', 'Start', 'date', true),
			item('IT.AESER', 'Serious', 'text', true, true),
			item('IT.AEAWARE', 'Investigator aware at', 'incompleteDatetime', false, true),
			item('IT.AEREPORT', 'Reported to the sponsor at', 'incompleteDatetime', false, true),
			item('IT.AEEXEMPT', 'Exempted by the protocol', 'text', false),
		],
	},
	{
		oid: 'FO.DV',
		group: 'IG.DV',
		name: 'Protocol deviations',
		repeating: true,
		items: [item('IT.DVTERM', 'Deviation', 'text', true), item('IT.DVDAT', 'Date', 'date', true), item('IT.DVIMP', 'Important', 'text', true)],
	},
	{
		oid: 'FO.DS',
		group: 'IG.DS',
		name: 'Disposition',
		repeating: false,
		items: [item('IT.DSREAS', 'Status at the end', 'text', true), item('IT.DSDAT', 'Date', 'date', true)],
	},
];

export const SAMPLE_VISITS: readonly SampleVisit[] = [
	{ oid: 'SE.V1', name: 'Baseline', kind: 'Scheduled', mandatory: true, forms: ['FO.CONSENT', 'FO.ENROL', 'FO.VISIT', 'FO.PROC', 'FO.LAB'], window: null },
	{ oid: 'SE.V2', name: 'Day 30', kind: 'Scheduled', mandatory: true, forms: ['FO.VISIT', 'FO.LAB'], window: { targetDay: 30, days: 5 } },
	{ oid: 'SE.V3', name: 'Follow-up', kind: 'Scheduled', mandatory: true, forms: ['FO.VISIT', 'FO.LAB', 'FO.FUP'], window: { targetDay: 90, days: 7 } },
	{ oid: 'SE.LOG', name: 'Logs', kind: 'Common', mandatory: false, forms: ['FO.AE', 'FO.DV', 'FO.DS'], window: null },
];

export const SAMPLE_SITES: readonly SampleSite[] = [
	{ oid: 'SITE.01', name: 'Site 01 Shanghai', coordinators: ['crc.lin', 'crc.gao'], investigator: 'pi.shen', monitor: 'cra.tang' },
	{ oid: 'SITE.02', name: 'Site 02 Beijing', coordinators: ['crc.qiu'], investigator: 'pi.bai', monitor: 'cra.tang' },
	{ oid: 'SITE.03', name: 'Site 03 Chengdu', coordinators: ['crc.xiang', 'crc.yin'], investigator: 'pi.duan', monitor: 'cra.mo' },
	{ oid: 'SITE.04', name: 'Site 04 Guangzhou', coordinators: ['crc.feng'], investigator: 'pi.luo', monitor: 'cra.mo' },
];

/** The account of the laboratory's interface: enters data and is no person. */
export const SAMPLE_SYSTEM_USER = 'sys.labimport';
/** Raises queries besides the system's own checks. */
export const SAMPLE_DATA_MANAGER = 'dm.pei';

/** @throws Error when the design has no such form; only a mistake in this folder can cause it */
export function sampleForm(oid: string): SampleForm {
	const form = SAMPLE_FORMS.find((candidate) => candidate.oid === oid);
	if (form === undefined) throw new Error(`The sample study has no form "${oid}".`);
	return form;
}
