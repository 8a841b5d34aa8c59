import type { INodeProperties } from 'n8n-workflow';
import { EMPTY_MAPPING, type EdcMapping } from '../../core/edc/mapping.js';
import { recordAddressProblem } from '../../core/edc/recordAddress.js';
import { zoneOf } from '../../core/time/zone.js';
import { parseJson } from './edcDocument.js';
import { UserMessage } from './items.js';

/*
 * "What the items of this study mean": the parameter under which every node takes an EdcMapping. No format says which item is
 * the visit date; the study's data manager does. Lists are entered with commas, the rest as JSON.
 */

const list = (displayName: string, name: keyof EdcMapping, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder: 'e.g. DM.VISDT, VS.VSDAT',
	description: `${description}. Several with commas; the first that is filled counts.`,
});

/** Lists of item names that are entered with commas. */
const LISTS = [
	list('Consent Date Items', 'consentDateItems', 'Items with the date on which the informed consent was signed'),
	list('Consent Version Items', 'consentVersionItems', 'Items with the version of the informed consent'),
	list('Coordinators', 'coordinators', 'User accounts of clinical research coordinators; empty: everybody who enters data'),
	list('Derived Items', 'derivedItems', 'Items that are calculated or hidden and so no data points'),
	list('Enrolment Date Items', 'enrolmentItems', 'Items with the date of enrolment'),
	list('Log Forms', 'logForms', 'Forms that are logs and not visits, e.g. adverse events'),
	list('Procedure Date Items', 'procedureDateItems', 'Items with the date of a study procedure, e.g. a blood sample'),
	list('Randomisation Date Items', 'randomisationItems', 'Items with the date of randomisation'),
	list('System Users', 'systemUsers', 'User accounts that are systems and no persons, e.g. an import'),
	list('Visit Date Items', 'visitDateItems', 'Items with the date of a visit'),
] as const;

/** Parts of a mapping that have a shape of their own. */
const SHAPED = new Set<string>(['seriousEvent', 'deviation', 'disposition', 'notDone', 'countryOfSite', 'subjectStatus', 'recordAddress']);

export function mappingParameter(shown?: Readonly<Record<string, string[]>>): INodeProperties {
	return {
		displayName: 'What the Items of This Study Mean',
		name: 'mapping',
		type: 'collection',
		placeholder: 'Add Meaning',
		default: {},
		description: 'No EDC format says which item is the visit date or the consent date. Name the items here; only named items keep their value.',
		...(shown === undefined ? {} : { displayOptions: { show: { ...shown } } }),
		options: [
			...LISTS,
			{
				displayName: 'More (JSON)',
				name: 'json',
				type: 'json' as const,
				default: '{}',
				description: 'Serious events, deviations, disposition, "not done" marks, country of each site; see the documentation of the mapping. Overrides the fields above.',
			},
			{
				displayName: 'Record Address',
				name: 'recordAddress',
				type: 'string' as const,
				default: '',
				placeholder: 'e.g. https://edc.example.org/{study}/{subject}[/{event}/{form}]',
				description: 'Address at which a person opens a record, so that tasks and metrics link to it. A part in square brackets is left out where a record lacks what it names.',
			},
			{
				displayName: 'Time Zone',
				name: 'zone',
				type: 'string' as const,
				default: '',
				placeholder: 'e.g. Asia/Shanghai',
				description: 'Zone of times that the EDC writes without one. Empty: the time zone of the workflow.',
			},
		].sort((a, b) => a.displayName.localeCompare(b.displayName, 'en')),
	};
}

/**
 * @param entered value of the parameter `mapping`
 * @param workflowZone zone of the workflow, used where none is entered
 * @throws UserMessage naming the field that cannot be used, RangeError naming a zone that is not known
 */
export function readMapping(entered: unknown, workflowZone: string): EdcMapping {
	const fields = entered !== null && typeof entered === 'object' ? (entered as Readonly<Record<string, unknown>>) : {};
	const mapping: Record<string, unknown> = { ...EMPTY_MAPPING, zone: textOf(fields['zone']) ?? workflowZone };
	for (const { name } of LISTS) {
		const names = namesOf(fields[name]);
		if (names.length > 0) mapping[name] = names;
	}
	const address = textOf(fields['recordAddress']);
	if (address !== null) mapping['recordAddress'] = checkedPart('recordAddress', address);
	for (const [name, value] of Object.entries(jsonOf(fields['json']))) mapping[name] = checkedPart(name, value);
	const result = mapping as unknown as EdcMapping;
	zoneOf(result.zone);
	return result;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);

function namesOf(value: unknown): readonly string[] {
	if (Array.isArray(value)) return value.map(String);
	return (textOf(value) ?? '').split(/[,，;；\n]/).map((name) => name.trim()).filter((name) => name !== '');
}

function jsonOf(value: unknown): Readonly<Record<string, unknown>> {
	if (value === undefined || value === '') return {};
	const read = typeof value === 'string' ? parseJson(value) : ({ ok: true, value } as const);
	if (!read.ok) throw new UserMessage(`"More (JSON)" of the mapping is no JSON: ${read.problem}.`, 'Correct the text; an empty mapping is {}.');
	const parsed = read.value;
	if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw new UserMessage('"More (JSON)" of the mapping is no JSON object.', 'Write {"field": value, …}; an empty mapping is {}.');
	return parsed as Readonly<Record<string, unknown>>;
}

function checkedPart(name: string, value: unknown): unknown {
	if (LISTS.some((known) => known.name === name)) {
		if (Array.isArray(value) && value.every((entry) => typeof entry === 'string')) return value;
		throw new UserMessage(`"${name}" in the mapping is ${JSON.stringify(value)}.`, 'Expected: a list of names, e.g. ["DM.VISDT"].');
	}
	if (name === 'zone' && typeof value === 'string') return value;
	if (!SHAPED.has(name)) throw new UserMessage(`"${name}" in the mapping is not known.`, `Known fields: ${[...LISTS.map((known) => known.name), ...SHAPED, 'zone'].sort().join(', ')}.`);
	const problem = SHAPES[name]?.(value) ?? null;
	if (problem !== null) throw new UserMessage(`"${name}" in the mapping is ${JSON.stringify(value)}.`, `Expected: ${problem}.`);
	return value;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isName = (value: unknown): boolean => value === null || typeof value === 'string';
const isNames = (value: unknown): boolean => Array.isArray(value) && value.every((entry) => typeof entry === 'string');
const hasExactly = (value: unknown, names: readonly string[], lists: readonly string[]): boolean =>
	isObject(value) && names.every((name) => isName(value[name])) && lists.every((name) => isNames(value[name])) && Object.keys(value).every((name) => names.includes(name) || lists.includes(name));
const described = (names: readonly string[], lists: readonly string[]): string => `null or an object with ${[...names.map((name) => `"${name}" (text or null)`), ...lists.map((name) => `"${name}" (list of texts)`)].join(', ')}`;

/** What is wrong with a part, null where it can be used. */
const SHAPES: Readonly<Record<string, (value: unknown) => string | null>> = {
	seriousEvent: shape(['seriousItem', 'exemptItem'], ['seriousValues', 'awarenessItems', 'reportItems']),
	deviation: shape(['termItem', 'dateItem', 'importantItem'], ['importantValues']),
	disposition: shape(['reasonItem', 'dateItem'], ['withdrawnValues', 'completedValues', 'deathValues', 'screenFailureValues']),
	subjectStatus: shape([], ['enrolled', 'withdrawn', 'completed', 'died', 'screenFailure']),
	recordAddress: recordAddressProblem,
	countryOfSite: (value) => (isObject(value) && Object.values(value).every((country) => typeof country === 'string') ? null : 'an object: site to country'),
	notDone: (value) => (Array.isArray(value) && value.every((mark) => isObject(mark) && typeof mark['item'] === 'string' && typeof mark['value'] === 'string') ? null : 'a list of {"item": text, "value": text}'),
};

function shape(names: readonly string[], lists: readonly string[]): (value: unknown) => string | null {
	return (value) => (value === null || hasExactly(value, names, lists) ? null : described(names, lists));
}
