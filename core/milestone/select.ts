import { EDC_EVENT_TYPES, type EdcEvent, type FormRecorded } from '../edc/evidence.js';
import { mappedItems, type EdcMapping } from '../edc/mapping.js';
import { factsOfRow } from '../evidence/evidenceRow.js';
import { problemText, shownValue, type SettingProblem } from './readRule.js';
import type { MilestoneRule } from './rule.js';

/*
 * Which evidence milestone rules need: the smallest form that still gives the same judgements.
 * Reasons, digests and source-data verification stay behind; values only of items that the mapping names.
 */

/** Why an item cannot be used. `notNeeded`: it is in order, but no rule reads it. */
export interface UnusableEvidence {
	readonly code: 'unusable' | 'notNeeded';
	readonly reason: string;
	readonly remedy: string;
}

export type EvidenceReading = { readonly event: EdcEvent } | { readonly unusable: UnusableEvidence };

const TYPES: ReadonlySet<string> = new Set(Object.values(EDC_EVENT_TYPES));

/** Reads one input: an evidence event, or a stored row of several. */
export function readEvidence(value: unknown): readonly EvidenceReading[] {
	const facts = factsOfRow(value);
	if (facts !== null) return facts.map(readEvent);
	const payload = isObject(value) ? value['payload'] : null;
	return [refused({ field: 'payload', value: shownValue(payload), expected: 'evidence events as JSON', remedy: 'Give the rows as "Select Evidence" wrote them; a cut-off text cannot be read.' })];
}

function readEvent(value: unknown): EvidenceReading {
	const remedy = 'Give evidence as the EDC nodes put it out, or rows of "Select Evidence".';
	if (!isObject(value)) return refused({ field: 'item', value: shownValue(value), expected: 'an evidence event', remedy });
	for (const field of ['id', 'source', 'type']) {
		if (typeof value[field] !== 'string' || value[field] === '') return refused({ field, value: shownValue(value[field]), expected: 'a text that is not empty', remedy });
	}
	const type = String(value['type']);
	if (value['specversion'] !== '1.0') return refused({ field: 'specversion', value: shownValue(value['specversion']), expected: '"1.0" (CloudEvents)', remedy });
	if (!TYPES.has(type)) return refused({ field: 'type', value: shownValue(type), expected: 'a type of EDC evidence (performance-trace.edc.…)', remedy });
	if (value['time'] !== undefined && typeof value['time'] !== 'string') return refused({ field: 'time', value: shownValue(value['time']), expected: 'RFC 3339 text', remedy });
	const { data } = value;
	if (!isObject(data)) return refused({ field: 'data', value: shownValue(data), expected: 'an object', remedy });
	for (const [field, shape] of Object.entries(SHAPES[type] ?? {})) {
		const trouble = shape(data[field]);
		if (trouble !== null) return refused({ field: `data.${field}`, value: shownValue(data[field]), expected: trouble, remedy });
	}
	if (type === EDC_EVENT_TYPES.formRecorded && Array.isArray(data['items'])) {
		for (const [index, item] of data['items'].entries()) {
			const problem = itemProblem(item, index);
			if (problem !== null) return refused({ ...problem, remedy });
		}
	}
	return { event: value as unknown as EdcEvent };
}

type Shape = (value: unknown) => string | null;
const text: Shape = (value) => (typeof value === 'string' && value !== '' ? null : 'a text that is not empty');
const textOrNull: Shape = (value) => (value === null || typeof value === 'string' ? null : 'a text or null');
const flag: Shape = (value) => (typeof value === 'boolean' ? null : 'true or false');
const list: Shape = (value) => (Array.isArray(value) && value.every(isObject) ? null : 'a list of objects');
const namesOrNull: Shape = (value) => (value === null || (Array.isArray(value) && value.every((name) => typeof name === 'string')) ? null : 'a list of texts or null');
const stampOrNull: Shape = (value) => (value === null || (isObject(value) && textOrNull(value['at']) === null && textOrNull(value['by']) === null) ? null : 'an object of at and by, or null');

const study = { study: text };
const subject = { ...study, subject: text, site: textOrNull, country: textOrNull, subjectLabel: textOrNull };
const stamp = { at: textOrNull, by: textOrNull };

/** What the fold reads of each type. */
const SHAPES: Readonly<Record<string, Readonly<Record<string, Shape>>>> = {
	[EDC_EVENT_TYPES.documentRead]: { ...study, asOf: textOrNull, subjects: namesOrNull },
	[EDC_EVENT_TYPES.studyDescribed]: { ...study, version: textOrNull, events: list, forms: list },
	[EDC_EVENT_TYPES.studyLocked]: { ...study, ...stamp, locked: flag, level: (value) => (value === 'lock' || value === 'freeze' ? null : '"lock" or "freeze"') },
	[EDC_EVENT_TYPES.subjectChanged]: { ...subject, ...stamp, status: textOrNull, enrolledAt: textOrNull, randomisedAt: textOrNull, arm: textOrNull, removed: flag },
	[EDC_EVENT_TYPES.visitChanged]: { ...subject, ...stamp, event: text, eventRepeat: textOrNull, visitDate: textOrNull, status: textOrNull, removed: flag },
	[EDC_EVENT_TYPES.formRecorded]: { ...subject, event: text, eventRepeat: textOrNull, form: text, formRepeat: textOrNull, recordedAt: textOrNull, complete: flag, status: textOrNull, statusStamp: stampOrNull, removed: flag, items: list },
	[EDC_EVENT_TYPES.queryChanged]: { ...subject, ...stamp, query: text, event: textOrNull, form: textOrNull, state: text },
	[EDC_EVENT_TYPES.signatureApplied]: { ...subject, ...stamp, event: textOrNull, eventRepeat: textOrNull, form: textOrNull, formRepeat: textOrNull, group: textOrNull, item: textOrNull },
	[EDC_EVENT_TYPES.deviationRecorded]: subject,
};

const ITEM_SHAPE: Readonly<Record<string, Shape>> = { item: text, group: textOrNull, groupRepeat: textOrNull, filled: flag, at: textOrNull, by: textOrNull };

function itemProblem(item: unknown, index: number): Omit<SettingProblem, 'remedy'> | null {
	if (!isObject(item)) return { field: `data.items[${index}]`, value: shownValue(item), expected: 'an object' };
	for (const [field, shape] of Object.entries(ITEM_SHAPE)) {
		const trouble = shape(item[field]);
		if (trouble !== null) return { field: `data.items[${index}].${field}`, value: shownValue(item[field]), expected: trouble };
	}
	return null;
}

function refused(problem: SettingProblem): EvidenceReading {
	return { unusable: { code: 'unusable', reason: problemText(problem), remedy: problem.remedy } };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `needed`: only what the milestone rules read, in its smallest form; `everything`: all evidence as it is, so that metrics can be calculated from it too. */
export type KeptEvidence = 'needed' | 'everything';

/** Picks the evidence that the rules need, or all of it. */
export function createEvidenceSelection(rules: readonly MilestoneRule[], mapping: EdcMapping, keep: KeptEvidence = 'needed'): (event: EdcEvent) => EdcEvent | UnusableEvidence {
	const measures = new Set(rules.map((rule) => rule.measure));
	const studies = rules.some((rule) => rule.study === null) ? null : new Set(rules.map((rule) => rule.study));
	const items = mappedItems(mapping);
	const needed = new Set<string>([EDC_EVENT_TYPES.documentRead]);
	const onlyLocks = measures.size === 1 && measures.has('databaseLocked');
	if (measures.has('databaseLocked')) needed.add(EDC_EVENT_TYPES.studyLocked);
	if (!onlyLocks) for (const type of [EDC_EVENT_TYPES.studyDescribed, EDC_EVENT_TYPES.subjectChanged, EDC_EVENT_TYPES.formRecorded, EDC_EVENT_TYPES.visitChanged]) needed.add(type);
	if (measures.has('queryClosed')) needed.add(EDC_EVENT_TYPES.queryChanged);
	if (measures.has('formSigned')) needed.add(EDC_EVENT_TYPES.signatureApplied);
	return (event) => {
		if (keep === 'everything') return event;
		if (studies !== null && !studies.has(event.data.study)) return notNeeded(`no rule is about study ${event.data.study}`);
		if (!needed.has(event.type)) return notNeeded(`no rule reads evidence of type ${event.type}`);
		return smallest(event, items);
	};
}

function notNeeded(reason: string): UnusableEvidence {
	return { code: 'notNeeded', reason, remedy: 'Nothing to do, unless a rule was meant to use it: check its measure and study.' };
}

function smallest(event: EdcEvent, mapped: ReadonlySet<string>): EdcEvent {
	const { specversion, id, source, type, time } = event;
	if (type !== EDC_EVENT_TYPES.formRecorded) return event;
	const data: FormRecorded = event.data;
	const items = data.items.map(({ group, groupRepeat, item, filled, at, by, transaction, value }) => ({ group, groupRepeat, item, filled, at, by, transaction, ...(value !== undefined && mapped.has(item) ? { value } : {}) }));
	return { specversion, id, source, type, ...(time === undefined ? {} : { time }), data: { ...data, items } };
}

export function isUnusable(selected: EdcEvent | UnusableEvidence): selected is UnusableEvidence {
	return 'code' in selected;
}
