import type { CloudEvent } from './cloudEvent.js';
import type { SourceFinding } from './sink.js';
import { validateDataOfType, validateEnvelope, type Validator, type ValidatorError } from './validators.generated.js';

/*
 * The gate every fact passes: the CloudEvents envelope and the JSON Schema (draft 2020-12) of its type.
 * Source: spec "Vocabulary": input that fails is reported item by item, never silently dropped.
 */

/** The fact, or every reason why it is none: which field, which value, what was expected. */
export type EvidenceCheck = { readonly ok: true; readonly event: CloudEvent } | { readonly ok: false; readonly findings: readonly SourceFinding[] };

/** Types that have a schema. */
export const EVIDENCE_TYPES: readonly string[] = Object.keys(validateDataOfType);

/** More findings than this about one fact help nobody. */
const MOST_FINDINGS = 20;
const LONGEST_VALUE = 80;

/** @param where prefix of every finding's place, e.g. `events[3]` */
export function checkEvidence(value: unknown, where = ''): EvidenceCheck {
	if (!validateEnvelope(value)) return refused(value, validateEnvelope, where);
	const event = value as CloudEvent;
	const validateData = Object.hasOwn(validateDataOfType, event.type) ? validateDataOfType[event.type] : undefined;
	if (validateData === undefined) {
		return { ok: false, findings: [finding(place(where, 'type'), event.type, `one of the known types: ${EVIDENCE_TYPES.join(', ')}`)] };
	}
	return validateData(event.data) ? { ok: true, event } : refused(event.data, validateData, place(where, 'data'));
}

function refused(value: unknown, validator: Validator, where: string): EvidenceCheck {
	const findings = (validator.errors ?? []).slice(0, MOST_FINDINGS).map((error) => findingOf(error, value, where));
	return { ok: false, findings };
}

function findingOf(error: ValidatorError, root: unknown, where: string): SourceFinding {
	const steps = error.instancePath.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
	const { params } = error;
	if (error.keyword === 'required') return finding(stepsToPlace(where, [...steps, String(params['missingProperty'])]), undefined, 'a value: this field must be there (null where nothing is known, if its type allows it)');
	if (error.keyword === 'additionalProperties') {
		const name = String(params['additionalProperty']);
		return finding(stepsToPlace(where, [...steps, name]), valueAt(root, [...steps, name]), 'no field of this name');
	}
	return finding(stepsToPlace(where, steps), valueAt(root, steps), expectation(error));
}

function expectation({ keyword, params, message }: ValidatorError): string {
	if (keyword === 'type') return [params['type']].flat().join(' or ');
	if (keyword === 'enum') return `one of ${(params['allowedValues'] as readonly unknown[]).map((allowed) => JSON.stringify(allowed)).join(', ')}`;
	if (keyword === 'const') return JSON.stringify(params['allowedValue']);
	if (keyword === 'minLength') return 'a text that is not empty';
	if (keyword === 'format') return FORMATS[String(params['format'])] ?? String(params['format']);
	return message ?? keyword;
}

const FORMATS: Readonly<Record<string, string>> = {
	'date-time': 'date and time with offset after RFC 3339, e.g. 2026-03-02T08:00:00+08:00',
	uri: 'an absolute address, e.g. urn:example:schema',
	'uri-reference': 'an absolute or relative address, e.g. https://edc.example.org/study-1',
};

function valueAt(root: unknown, steps: readonly string[]): unknown {
	let value = root;
	for (const step of steps) {
		if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
		value = (value as Readonly<Record<string, unknown>>)[step];
	}
	return value;
}

function finding(where: string, value: unknown, expected: string): SourceFinding {
	return { where, value: shortened(value), expected, severity: 'refused' };
}

function shortened(value: unknown): string | null {
	if (value === undefined) return null;
	const text = typeof value === 'string' ? value : (JSON.stringify(value) as string | undefined) ?? typeof value;
	return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1)}…` : text;
}

/** `data.items[2].filled`; a name with other characters stands in brackets. */
function stepsToPlace(where: string, steps: readonly string[]): string {
	let path = where;
	for (const step of steps) {
		if (/^\d+$/.test(step)) path += `[${step}]`;
		else if (/^[A-Za-z_$][\w$]*$/.test(step)) path = place(path, step);
		else path += `[${JSON.stringify(step)}]`;
	}
	return path === '' ? 'event' : path;
}

const place = (where: string, name: string): string => (where === '' ? name : `${where}.${name}`);
