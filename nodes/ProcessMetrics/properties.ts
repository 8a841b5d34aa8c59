import type { INodeProperties } from 'n8n-workflow';
import { METRIC_DEFINITIONS } from '../../core/process-metrics/definitions.js';
import { FIGURES } from '../../core/process-metrics/texts.js';
import { mappingParameter } from '../shared/edcMappingParameters.js';

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** In alphabetical order. Defaults are written out, because n8n reads them as literals; a test holds them to the settings of the core. */
const options: INodeProperties[] = [
	{ displayName: 'Assumed as Delivered', name: 'statedInputs', type: 'multiOptions', default: [], description: 'Inputs that your source delivers even where no record of them has occurred yet, so that none means a true zero', options: [
		{ name: 'Deviations', value: 'deviations' },
		{ name: 'Dispositions', value: 'dispositions' },
		{ name: 'Queries', value: 'queries' },
		{ name: 'Serious Adverse Events', value: 'seriousEvents' },
		{ name: 'Signatures', value: 'signatures' },
	] },
	{ displayName: 'Consent Versions', name: 'consentVersions', type: 'json', default: '[]', placeholder: 'e.g. [{"version": "2.0", "site": null, "effectiveFrom": "2026-03-08"}]', description: 'When each version of the informed consent took effect, for the re-consent rate' },
	{ displayName: 'Consent on the Day of the Procedure', name: 'sameDay', type: 'options', default: 'accept', description: 'What to make of consent and first procedure on one day where a time is missing', options: [
		{ name: 'Accept and Flag', value: 'accept' },
		{ name: 'Undetermined', value: 'undetermined' },
	] },
	{ displayName: 'Deviations Per', name: 'deviationsPer', type: 'options', default: 'subjects', options: [
		{ name: '100 Enrolled Subjects', value: 'subjects' },
		{ name: '100 Visits', value: 'visits' },
	] },
	{ displayName: 'Entry Lag Limit (Days)', name: 'entryLimitDays', type: 'number', default: 5, description: 'Visits entered later than this many days are shown as a share' },
	{ displayName: 'Evidence Shown per Metric', name: 'evidenceLimit', type: 'number', typeOptions: { minValue: 0 }, default: 50, description: 'How many references and rows to look at are kept per metric; the totals are always given' },
	{ displayName: 'Grace Days for Forms', name: 'graceDays', type: 'number', typeOptions: { minValue: 0 }, default: 0, description: 'Days after the visit in which a form may still be empty' },
	{ displayName: 'Include Unscheduled Visits in Entry Lag', name: 'includeUnscheduled', type: 'boolean', default: false, description: 'Whether unscheduled visits count in the data-entry lag' },
	{ displayName: 'Mandatory Forms', name: 'mandatoryForms', type: 'json', default: '[]', placeholder: 'e.g. [{"event": "V1", "form": "DM"}]', description: 'Forms that are expected per visit, for sources without a study design' },
	{ displayName: 'Reference Query Rate', name: 'referenceRate', type: 'number', default: 0, description: 'The study\'s own median per 100 data points to compare with; 0 = no comparison' },
	{ displayName: 'SAE Limit of the Protocol (Hours)', name: 'drugLimitHours', type: 'number', typeOptions: { minValue: 0 }, default: 0, description: 'For drug trials, which ask for reporting at once: a limit in hours that the protocol sets; 0 = none, only elapsed time is shown' },
	{ displayName: 'SDV Plan', name: 'sdvPlan', type: 'options', default: 'flags', description: 'What has to be verified against the source', options: [
		{ name: 'All Data Points', value: 'all' },
		{ name: 'As the Source Flags It', value: 'flags' },
		{ name: 'Listed Forms', value: 'forms' },
		{ name: 'Listed Items', value: 'items' },
	] },
	{ displayName: 'SDV Plan: Forms or Items', name: 'sdvNames', type: 'string', default: '', placeholder: 'e.g. DM, VS', description: 'Names for the plans with a list, with commas' },
	{ displayName: 'Time Zone of Each Site', name: 'zoneOfSite', type: 'json', default: '{}', placeholder: 'e.g. {"S1": "Asia/Shanghai"}', description: 'Local days are counted in the zone of the site where it is named' },
	{ displayName: 'Time Zone of the Study', name: 'zone', type: 'string', default: '', placeholder: 'e.g. Asia/Shanghai', description: 'Zone of the period and of local days. Empty: the zone of the mapping.' },
	{ displayName: 'Visit Windows', name: 'visitWindows', type: 'json', default: '[]', placeholder: 'e.g. [{"event": "V2", "anchorEvent": "V1", "targetDay": 28, "daysBefore": 3, "daysAfter": 3}]', description: 'Windows in days from an anchor visit, for sources whose format states none' },
	{ displayName: 'Visit Windows Count From', name: 'windowAnchor', type: 'string', default: '', placeholder: 'e.g. BASELINE', description: 'Event that windows without an anchor of their own count from; previousVisit = the visit before' },
];

export const processMetricsProperties: INodeProperties[] = [
	{
		displayName: 'Scope',
		name: 'scope',
		type: 'options',
		noDataExpression: true,
		default: 'study',
		description: 'What a set of 12 metrics is about',
		options: [
			{ name: 'Each Site', value: 'eachSite', description: 'One set per site' },
			{ name: 'Listed Subjects', value: 'subjects', description: 'One set for the subjects you name, e.g. those of a milestone' },
			{ name: 'Whole Study', value: 'study', description: 'One set per study' },
		],
	},
	{
		displayName: 'Study',
		name: 'study',
		type: 'string',
		default: '',
		placeholder: 'e.g. ST.1',
		description: 'Study OID as it stands in the evidence. Empty: every study in the input.',
	},
	{
		displayName: 'Subjects',
		name: 'subjects',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 001, 002, 017',
		description: 'Subject keys or the labels people see, with commas, or a list from an expression',
		displayOptions: { show: { scope: ['subjects'] } },
	},
	{
		displayName: 'As Of',
		name: 'asOf',
		type: 'dateTime',
		default: '={{ $now.toISO() }}',
		required: true,
		description: 'Everything is judged as it stood at this time, so that a re-run gives the same numbers. A date alone means its end.',
	},
	{
		displayName: 'Period',
		name: 'period',
		type: 'options',
		noDataExpression: true,
		default: 'all',
		options: [
			{ name: 'Between Two Dates', value: 'between', description: 'From the start to, not including, the end' },
			{ name: 'Everything up to As Of', value: 'all' },
		],
	},
	{
		displayName: 'Start',
		name: 'start',
		type: 'dateTime',
		default: '',
		required: true,
		description: 'First moment of the period; a date alone means its start in the study\'s zone',
		displayOptions: { show: { period: ['between'] } },
	},
	{
		displayName: 'End',
		name: 'end',
		type: 'dateTime',
		default: '',
		required: true,
		description: 'First moment after the period, e.g. 2026-04-01 for the first quarter',
		displayOptions: { show: { period: ['between'] } },
	},
	{
		displayName: 'Kind of Trial',
		name: 'trialKind',
		type: 'options',
		default: 'device',
		description: 'Decides the clock for reporting serious adverse events',
		options: [
			{ name: 'Device (Within 24 Hours)', value: 'device' },
			{ name: 'Drug (At Once)', value: 'drug' },
		],
	},
	mappingParameter(),
	{
		displayName: 'Thresholds',
		name: 'thresholds',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Threshold',
		default: {},
		description: 'Limits of your study. The rows for a metric replace its customary ones.',
		options: [
			{
				displayName: 'Threshold',
				name: 'rows',
				values: [
					{ displayName: 'Alarm', name: 'alarm', type: 'string', default: '', placeholder: 'e.g. 7', description: 'Empty: no alarm' },
					{ displayName: 'Attention', name: 'attention', type: 'string', default: '', placeholder: 'e.g. 5', description: 'Empty: no attention level' },
					{
						displayName: 'Figure',
						name: 'figure',
						type: 'options',
						default: 'value',
						options: [{ name: 'Value of the Metric', value: 'value' }, ...Object.entries(FIGURES).map(([value, { text }]) => ({ name: capitalised(text.en), value }))],
					},
					{
						displayName: 'Metric',
						name: 'metric',
						type: 'options',
						default: 'entry_lag',
						options: METRIC_DEFINITIONS.map(({ id, number, name }) => ({ name: `${number} ${name.en}`, value: id })),
					},
					{ displayName: 'Reaching Is Enough', name: 'inclusive', type: 'boolean', default: false, description: 'Whether a figure equal to the limit counts; off means strictly beyond it' },
					{
						displayName: 'Side',
						name: 'side',
						type: 'options',
						default: 'above',
						options: [
							{ name: 'Too High', value: 'above' },
							{ name: 'Too Low', value: 'below' },
						],
					},
				],
			},
		],
	},
	{ displayName: 'Options', name: 'options', type: 'collection', placeholder: 'Add Option', default: {}, options },
];
