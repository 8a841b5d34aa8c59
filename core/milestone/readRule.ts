import { parseMoment } from '../time/moment.js';
import { UTC } from '../time/zone.js';
import {
	COMPLETENESS,
	ENROLMENTS,
	MILESTONE_DEFAULTS,
	MILESTONE_MEASURES,
	MILESTONE_ORDERS,
	MILESTONE_SCOPES,
	normalPercent,
	nth,
	type CountWanted,
	type MilestoneRule,
	type MilestoneThreshold,
} from './rule.js';

/** Why a rule (or another setting) cannot be used: which field, its value, what was expected, what to do. */
export interface SettingProblem {
	readonly field: string;
	readonly value: string;
	readonly expected: string;
	readonly remedy: string;
}

export type ReadResult<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problems: readonly SettingProblem[] };

/** A problem as one sentence. */
export function problemText(problem: SettingProblem): string {
	return `${problem.field} is ${problem.value}, expected ${problem.expected}`;
}

/** Longest text of a value that a message repeats. */
const SHOWN = 80;
const MAXIMUM_COUNT = 10_000_000;

export function shownValue(value: unknown): string {
	if (value === undefined) return 'missing';
	const text = JSON.stringify(value);
	return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

/** Collects what is wrong while it reads, so that one look names everything. */
class Reader {
	readonly problems: SettingProblem[] = [];

	constructor(
		private readonly fields: Readonly<Record<string, unknown>>,
		private readonly path: string,
	) {}

	refuse(field: string, value: unknown, expected: string, remedy: string): void {
		this.problems.push({ field: field === '' ? this.path : this.path === '' ? field : `${this.path}.${field}`, value: shownValue(value), expected, remedy });
	}

	get(field: string): unknown {
		return Object.hasOwn(this.fields, field) ? this.fields[field] : undefined;
	}

	only(known: readonly string[]): void {
		for (const field of Object.keys(this.fields)) {
			if (!known.includes(field)) this.refuse(field, this.fields[field], `no such field; known are ${known.join(', ')}`, 'Correct the spelling or remove the field.');
		}
	}

	text(field: string, fallback: string | null): string | null {
		const value = this.get(field);
		if (value === undefined) return fallback;
		if (typeof value === 'string' && value.trim() !== '') return value;
		this.refuse(field, value, 'a text that is not empty', `Give "${field}" as text.`);
		return fallback;
	}

	flag(field: string, fallback: boolean): boolean {
		const value = this.get(field);
		if (value === undefined) return fallback;
		if (typeof value === 'boolean') return value;
		this.refuse(field, value, 'true or false', `Write ${field}: true or ${field}: false, without quotes.`);
		return fallback;
	}

	choice<Choice extends string>(field: string, choices: readonly Choice[], fallback: Choice): Choice {
		const value = this.get(field);
		if (value === undefined) return fallback;
		const found = choices.find((choice) => choice === value);
		if (found !== undefined) return found;
		this.refuse(field, value, `one of ${choices.join(', ')}`, `Choose one of these words for "${field}".`);
		return fallback;
	}

	names(field: string, fallback: readonly string[]): readonly string[] {
		const value = this.get(field);
		if (value === undefined) return fallback;
		if (isNames(value)) return value;
		this.refuse(field, value, 'a list of texts, none empty', `Write ${field} as ["…", "…"].`);
		return fallback;
	}

	count(field: string): number | null {
		const value = this.get(field);
		if (value === undefined || value === null) return null;
		if (isCount(value)) return value;
		this.refuse(field, value, `a whole number from 1 to ${MAXIMUM_COUNT}`, `Give "${field}" as a number of subjects.`);
		return null;
	}
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNames(value: unknown): value is readonly string[] {
	return Array.isArray(value) && value.every((name) => typeof name === 'string' && name.trim() !== '');
}

function isCount(value: unknown): value is number {
	return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MAXIMUM_COUNT;
}

const FIELDS = ['id', 'version', 'measure', 'threshold', 'n', ...Object.keys(MILESTONE_DEFAULTS)] as const;

/**
 * Reads a rule from JSON (see `MILESTONE_RULE_SCHEMA`). What is left out has its default; everything wrong is named at once.
 *
 * @param defaults settings that hold for fields the rule leaves out
 */
export function readMilestoneRule(value: unknown, defaults: Partial<Omit<MilestoneRule, 'id' | 'version' | 'measure' | 'threshold'>> = {}): ReadResult<MilestoneRule> {
	if (!isObject(value)) {
		return { ok: false, problems: [{ field: 'rule', value: shownValue(value), expected: 'an object with id, measure and threshold', remedy: 'Write the rule as {"id": "…", "measure": "…", "threshold": {…}}.' }] };
	}
	const reader = new Reader(value, '');
	const base = { ...MILESTONE_DEFAULTS, ...defaults };
	reader.only(FIELDS);
	if (reader.get('id') === undefined) reader.refuse('id', undefined, 'a name of the rule', 'Give the rule an "id" that stays the same.');
	const id = reader.text('id', '') ?? '';
	const version = reader.text('version', '1') ?? '1';
	if (reader.get('measure') === undefined) reader.refuse('measure', undefined, `one of ${MILESTONE_MEASURES.join(', ')}`, 'Say what a subject has to reach.');
	const measure = reader.choice('measure', MILESTONE_MEASURES, 'enrolled');
	const threshold = readThreshold(reader, shortThreshold(reader), measure === 'databaseLocked');
	const rule: MilestoneRule = {
		id,
		version,
		study: reader.get('study') === null ? null : reader.text('study', base.study),
		measure,
		threshold,
		per: reader.choice('per', MILESTONE_SCOPES, base.per),
		by: reader.choice('by', MILESTONE_ORDERS, base.by),
		sites: reader.names('sites', base.sites),
		events: reader.names('events', base.events),
		eventsByArm: readEventsByArm(reader, base.eventsByArm),
		forms: reader.names('forms', base.forms),
		complete: reader.choice('complete', COMPLETENESS, base.complete),
		unverifiedCounts: reader.flag('unverifiedCounts', base.unverifiedCounts),
		statusAloneCounts: reader.flag('statusAloneCounts', base.statusAloneCounts),
		visitDateRequired: reader.flag('visitDateRequired', base.visitDateRequired),
		enrolled: reader.choice('enrolled', ENROLMENTS, base.enrolled),
		enrolledStatuses: reader.names('enrolledStatuses', base.enrolledStatuses),
		screenFailureStatuses: reader.names('screenFailureStatuses', base.screenFailureStatuses),
		onlyEnrolled: reader.flag('onlyEnrolled', base.onlyEnrolled),
		lockLevel: reader.choice('lockLevel', ['lock', 'freeze'], base.lockLevel),
	};
	const problems = reader.problems.length > 0 ? reader.problems : contradictions(rule);
	return problems.length > 0 ? { ok: false, problems } : { ok: true, value: rule };
}

/** Parts of a rule that are each in form but do not go together. */
export function contradictions(rule: MilestoneRule): readonly SettingProblem[] {
	const problems: SettingProblem[] = [];
	const refuse = (field: string, value: unknown, expected: string, remedy: string): void => void problems.push({ field, value: shownValue(value), expected, remedy });
	if (rule.measure === 'visitComplete' && rule.events.length === 0 && Object.keys(rule.eventsByArm).length === 0) {
		refuse('events', rule.events, 'at least one event OID for "visitComplete"', 'Name the visit, e.g. "events": ["SE.3"] or "completed visit SE.3".');
	}
	if (rule.measure === 'formComplete' && rule.forms.length === 0) refuse('forms', rule.forms, 'at least one form OID for "formComplete"', 'Name the form, e.g. "forms": ["F.DM"] or "completed form F.DM".');
	if (rule.complete === 'listedForms' && rule.forms.length === 0) refuse('forms', rule.forms, 'at least one form OID for complete: "listedForms"', 'List the forms that must be complete, or choose another meaning of "complete".');
	if (rule.measure === 'databaseLocked') {
		if (rule.per !== 'study') refuse('per', rule.per, '"study" for "databaseLocked"', 'A database is locked for a study as a whole.');
		if (rule.threshold.n !== 1) refuse('threshold', rule.threshold, 'no count for "databaseLocked"', 'Leave the threshold out, or give only a due date.');
	}
	return problems;
}

function readEventsByArm(reader: Reader, fallback: MilestoneRule['eventsByArm']): MilestoneRule['eventsByArm'] {
	const value = reader.get('eventsByArm');
	if (value === undefined) return fallback;
	if (isObject(value) && Object.values(value).every((events) => isNames(events) && events.length > 0)) return value as MilestoneRule['eventsByArm'];
	reader.refuse('eventsByArm', value, 'an object of arm → list of event OIDs', 'Write eventsByArm as {"Arm A": ["SE.3"]}.');
	return fallback;
}

/** `"n": 100` is short for `"threshold": {"kind": "nth", "n": 100}`. */
function shortThreshold(reader: Reader): unknown {
	const threshold = reader.get('threshold');
	const n = reader.get('n');
	if (n === undefined) return threshold;
	if (threshold === undefined) return { kind: 'nth', n };
	reader.refuse('n', n, 'either n or threshold, not both', 'Remove one of the two.');
	return threshold;
}

function readThreshold(parent: Reader, value: unknown, lock: boolean): MilestoneThreshold {
	if (value === undefined && lock) return nth(1);
	if (!isObject(value)) {
		parent.refuse('threshold', value, 'an object with kind "nth", "percentOfTarget" or "late"', 'Write e.g. "threshold": {"kind": "nth", "n": 100}.');
		return nth(1);
	}
	const reader = new Reader(value, 'threshold');
	if (reader.get('kind') === undefined) reader.refuse('kind', undefined, 'one of nth, percentOfTarget, late', 'Say which kind of threshold it is.');
	const kind = reader.choice('kind', ['nth', 'percentOfTarget', 'late'], 'nth');
	reader.only(kind === 'nth' ? ['kind', 'n'] : kind === 'late' ? ['kind', 'due', 'n', 'percent', 'target', 'targets'] : ['kind', 'percent', 'target', 'targets']);
	const wanted = readCount(reader, kind, lock);
	const due = kind === 'late' ? readDue(reader) : '';
	parent.problems.push(...reader.problems);
	return kind === 'late' ? { kind, due, ...wanted } : { kind, ...wanted };
}

function readCount(reader: Reader, kind: MilestoneThreshold['kind'], lock: boolean): CountWanted {
	const n = reader.count('n');
	const given = reader.get('percent');
	const percent = typeof given === 'number' || typeof given === 'string' ? normalPercent(given) : null;
	if (given !== undefined && percent === null) reader.refuse('percent', given, 'a percentage above 0 and up to 100, e.g. 80 or "33.3"', 'Give the share of the target in percent.');
	if (kind === 'nth' && n === null && reader.get('n') === undefined) reader.refuse('n', undefined, 'the number of subjects', 'Write e.g. "n": 100.');
	if (kind === 'percentOfTarget' && given === undefined) reader.refuse('percent', undefined, 'a percentage above 0 and up to 100', 'Write e.g. "percent": 80.');
	if (kind === 'late' && n === null && percent === null && lock) return { n: 1, percent: null, target: null, targets: {} };
	if (kind === 'late' && (reader.get('n') === undefined) === (given === undefined)) {
		reader.refuse('n', reader.get('n'), 'either n or percent, not both and not neither', 'Say how many subjects are due: "n": 50, or "percent": 80 with "target": 33.');
	}
	const targets = reader.get('targets');
	if (targets !== undefined && !(isObject(targets) && Object.values(targets).every(isCount))) {
		reader.refuse('targets', targets, 'an object of site or country → number of subjects', 'Write targets as {"Site 1": 20}.');
	}
	return { n: percent === null ? n : null, percent, target: reader.count('target'), targets: isObject(targets) ? (targets as Readonly<Record<string, number>>) : {} };
}

function readDue(reader: Reader): string {
	const due = reader.get('due');
	if (isDay(due)) return due;
	reader.refuse('due', due, 'a date such as 2026-06-30', 'Give the last day on which the milestone is in time.');
	return '';
}

/** A calendar day `YYYY-MM-DD` that exists. */
export function isDay(value: unknown): value is string {
	return typeof value === 'string' && value.length === 10 && parseMoment(value, UTC)?.precision === 'day';
}
