import type { EdcMapping } from '../edc/mapping.js';
import { SAMPLE_FORMS, SAMPLE_SITES, SAMPLE_STUDY, SAMPLE_SYSTEM_USER, SAMPLE_VISITS, sampleForm, type SampleForm } from './design.js';

/* The sample study as a longitudinal REDCap project: names as REDCap makes them. */

export const REDCAP_PROJECT_ID = '42';
export const RECORD_ID = 'record_id';

const INSTRUMENTS: Readonly<Record<string, string>> = {
	'FO.CONSENT': 'informed_consent',
	'FO.ENROL': 'enrolment',
	'FO.VISIT': 'visit',
	'FO.PROC': 'device_fitting',
	'FO.LAB': 'laboratory',
	'FO.FUP': 'followup_assessment',
	'FO.AE': 'adverse_events',
	'FO.DV': 'protocol_deviations',
	'FO.DS': 'disposition',
};

const EVENTS: Readonly<Record<string, string>> = { 'SE.V1': 'baseline_arm_1', 'SE.V2': 'day_30_arm_1', 'SE.V3': 'followup_arm_1', 'SE.LOG': 'logs_arm_1' };
const ARM = 'Single arm';

/** `IT.LBHGB` → `lbhgb` */
export const fieldName = (item: string): string => item.slice(3).toLowerCase();
export const instrumentName = (form: string): string => INSTRUMENTS[form] as string;
export const eventName = (event: string): string => EVENTS[event] as string;
/** As the logging names an event. */
export const eventLabel = (event: string): string => `${SAMPLE_VISITS.find((visit) => visit.oid === event)?.name ?? event} (Arm 1: ${ARM})`;
/** Unique name of the data access group that stands for a site. */
export const groupName = (site: string): string => (SAMPLE_SITES.find((candidate) => candidate.oid === site)?.name ?? site).toLowerCase().replaceAll(' ', '_');
export const completeField = (form: string): string => `${instrumentName(form)}_complete`;
export const isRepeating = (form: string): boolean => sampleForm(form).repeating;

const validation = (type: string): string => ({ date: 'date_ymd', integer: 'integer', float: 'number' })[type] ?? '';

const dictionaryRow = (field: string, form: SampleForm, label: string, more: Readonly<Record<string, string>>): Record<string, string> => ({
	field_name: field,
	form_name: instrumentName(form.oid),
	section_header: '',
	field_type: 'text',
	field_label: label,
	select_choices_or_calculations: '',
	field_note: '',
	text_validation_type_or_show_slider_number: '',
	text_validation_min: '',
	text_validation_max: '',
	identifier: '',
	branching_logic: '',
	required_field: '',
	custom_alignment: '',
	question_number: '',
	matrix_group_name: '',
	matrix_ranking: '',
	field_annotation: '',
	...more,
});

/** Answers that describe the project, by `content`. */
export const REDCAP_DESIGN: Readonly<Record<string, readonly object[] | object>> = {
	metadata: SAMPLE_FORMS.flatMap((form, index) => [
		...(index === 0 ? [dictionaryRow(RECORD_ID, form, 'Subject', {})] : []),
		...form.items.map((item) => dictionaryRow(fieldName(item.oid), form, item.label, { required_field: item.mandatory ? 'y' : '', text_validation_type_or_show_slider_number: validation(item.type) })),
	]),
	project: {
		project_id: Number(REDCAP_PROJECT_ID),
		project_title: SAMPLE_STUDY.name,
		creation_time: '2026-01-05 08:00:00',
		production_time: '2026-01-09 17:30:00',
		in_production: 1,
		project_language: 'English',
		purpose: 2,
		is_longitudinal: 1,
		has_repeating_instruments_or_events: 1,
		surveys_enabled: 0,
		scheduling_enabled: 1,
		record_autonumbering_enabled: 0,
	},
	instrument: SAMPLE_FORMS.map((form) => ({ instrument_name: instrumentName(form.oid), instrument_label: form.name })),
	arm: [{ arm_num: 1, name: ARM }],
	event: SAMPLE_VISITS.map((visit, index) => ({
		event_name: visit.name,
		arm_num: 1,
		day_offset: visit.window?.targetDay ?? 0,
		offset_min: visit.window?.days ?? 0,
		offset_max: visit.window?.days ?? 0,
		unique_event_name: eventName(visit.oid),
		custom_event_label: null,
		event_id: 101 + index,
	})),
	formEventMapping: SAMPLE_VISITS.flatMap((visit) => visit.forms.map((form) => ({ arm_num: 1, unique_event_name: eventName(visit.oid), form: instrumentName(form) }))),
	repeatingFormsEvents: SAMPLE_VISITS.flatMap((visit) => visit.forms.filter(isRepeating).map((form) => ({ event_name: eventName(visit.oid), form_name: instrumentName(form), custom_form_label: '' }))),
	dag: SAMPLE_SITES.map((site, index) => ({ data_access_group_name: site.name, unique_group_name: groupName(site.oid), data_access_group_id: 11 + index })),
};

/** What the fields of the REDCap project mean. */
export const sampleRedcapMapping: EdcMapping = {
	zone: SAMPLE_STUDY.zone,
	visitDateItems: ['visdat'],
	enrolmentItems: ['enrdat'],
	randomisationItems: [],
	consentDateItems: ['icfdtc'],
	consentVersionItems: ['icfver'],
	procedureDateItems: ['procdtc'],
	seriousEvent: { seriousItem: 'aeser', seriousValues: ['Y'], awarenessItems: ['aeaware'], reportItems: ['aereport'], exemptItem: 'aeexempt' },
	deviation: { termItem: 'dvterm', dateItem: 'dvdat', importantItem: 'dvimp', importantValues: ['Y'] },
	disposition: {
		reasonItem: 'dsreas',
		dateItem: 'dsdat',
		withdrawnValues: ['WITHDRAWAL OF CONSENT', 'LOST TO FOLLOW-UP', 'INVESTIGATOR DECISION'],
		completedValues: ['COMPLETED'],
		deathValues: ['DEATH'],
		screenFailureValues: ['SCREEN FAILURE'],
	},
	notDone: [{ item: 'lbnd', value: 'Y' }],
	logForms: ['adverse_events', 'protocol_deviations', 'disposition'],
	countryOfSite: Object.fromEntries(SAMPLE_SITES.map((site) => [groupName(site.oid), 'CHN'])),
	systemUsers: [SAMPLE_SYSTEM_USER, 'sys.edc'],
	coordinators: SAMPLE_SITES.flatMap((site) => site.coordinators),
};
