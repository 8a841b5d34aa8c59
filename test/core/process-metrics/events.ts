import { EDC_EVENT_TYPES, type DeviationRecorded, type DocumentRead, type EdcEvent, type FormRecorded, type ItemChange, type PlannedEvent, type QueryChanged, type SignatureApplied, type StudyDescribed, type SubjectChanged, type VisitChanged } from '../../../core/edc/evidence.js';
import { EMPTY_MAPPING, type EdcMapping } from '../../../core/edc/mapping.js';
import { calculateProcessMetrics, type ProcessMetricRequest } from '../../../core/process-metrics/calculate.js';
import type { MetricId } from '../../../core/process-metrics/definitions.js';
import type { ProcessMetric } from '../../../core/process-metrics/metric.js';
import { DEFAULT_SETTINGS, type ProcessMetricSettings } from '../../../core/process-metrics/settings.js';

/* Builders of evidence: each gives one event with everything a test does not care about filled in. */

export const STUDY = 'ST.1';
export const SHANGHAI: EdcMapping = { ...EMPTY_MAPPING, zone: 'Asia/Shanghai' };

let serial = 0;

function event(type: EdcEvent['type'], time: string | null, data: object): EdcEvent {
	serial++;
	return { specversion: '1.0', id: `e${serial}`, source: 'https://edc.example/ST.1', type, ...(time === null ? {} : { time }), data } as unknown as EdcEvent;
}

const place = (subject: string): object => ({ study: STUDY, site: 'S1', country: null, subject, subjectLabel: null });

export function subject(key: string, data: Partial<SubjectChanged> = {}): EdcEvent {
	const at = data.at ?? null;
	return event(EDC_EVENT_TYPES.subjectChanged, at, { ...place(key), at, by: null, status: null, enrolledAt: null, randomisedAt: null, arm: null, removed: false, transaction: null, ...data });
}

export function visit(key: string, name: string, data: Partial<VisitChanged> = {}): EdcEvent {
	const at = data.at ?? null;
	return event(EDC_EVENT_TYPES.visitChanged, at, { ...place(key), at, by: null, event: name, eventRepeat: null, visitDate: null, status: null, window: null, removed: false, transaction: null, ...data });
}

export function item(name: string, data: Partial<ItemChange> = {}): ItemChange {
	return { group: null, groupRepeat: null, item: name, filled: true, at: null, by: 'crc1', transaction: 'Insert', ...data };
}

/** A value that the mapping names. */
export function value(name: string, text: string, data: Partial<ItemChange> = {}): ItemChange {
	return item(name, { value: text, digest: `d:${text}`, ...data });
}

export function form(key: string, name: string, formName: string, items: readonly ItemChange[], data: Partial<FormRecorded> = {}): EdcEvent {
	const recordedAt = data.recordedAt ?? items.reduce<string | null>((latest, one) => (one.at !== null && (latest === null || one.at > latest) ? one.at : latest), null);
	return event(EDC_EVENT_TYPES.formRecorded, recordedAt, {
		...place(key),
		event: name,
		eventRepeat: null,
		form: formName,
		formRepeat: null,
		recordedAt,
		complete: false,
		status: null,
		statusStamp: null,
		imported: false,
		removed: false,
		transaction: null,
		items,
		...data,
	});
}

export function query(id: string, state: QueryChanged['state'], at: string | null, data: Partial<QueryChanged> = {}): EdcEvent {
	return event(EDC_EVENT_TYPES.queryChanged, at, { ...place('01'), query: id, event: null, form: null, item: null, state, origin: 'manual', history: true, at, by: null, ...data });
}

export function signature(key: string, at: string | null, data: Partial<SignatureApplied> = {}): EdcEvent {
	return event(EDC_EVENT_TYPES.signatureApplied, at, { ...place(key), at, by: 'pi', event: null, eventRepeat: null, form: null, formRepeat: null, group: null, item: null, meaning: null, ...data });
}

export function deviation(key: string, id: string, data: Partial<DeviationRecorded> = {}): EdcEvent {
	const at = data.at ?? null;
	return event(EDC_EVENT_TYPES.deviationRecorded, at, { ...place(key), deviation: id, at, by: null, occurredAt: null, important: false, code: null, removed: false, ...data });
}

export function design(events: readonly PlannedEvent[], data: Partial<StudyDescribed> = {}): EdcEvent {
	return event(EDC_EVENT_TYPES.studyDescribed, '2026-01-01T00:00:00Z', { study: STUDY, name: null, version: '1', events, forms: [], ...data });
}

export function planned(name: string, data: Partial<PlannedEvent> = {}): PlannedEvent {
	return { event: name, name: null, kind: 'Scheduled', repeating: false, forms: [], arms: [], window: null, ...data };
}

export function document(data: Partial<DocumentRead>): EdcEvent {
	return event(EDC_EVENT_TYPES.documentRead, data.asOf ?? null, { study: STUDY, fileType: 'Snapshot', asOf: null, subjects: null, sourceSystem: null, ...data });
}

/** The same event of another site. */
export function atSite(site: string, one: EdcEvent): EdcEvent {
	return { ...one, data: { ...one.data, site } } as EdcEvent;
}

export type Options = Partial<Omit<ProcessMetricRequest, 'settings'>> & { readonly settings?: Partial<ProcessMetricSettings> };

export function metrics(events: Iterable<EdcEvent>, options: Options = {}): ProcessMetric[] {
	return calculateProcessMetrics({
		mapping: SHANGHAI,
		asOf: '2026-03-20T09:00:00+08:00',
		scope: { study: STUDY },
		...options,
		events,
		settings: { ...DEFAULT_SETTINGS, ...options.settings },
	});
}

export function metric(id: MetricId, events: Iterable<EdcEvent>, options: Options = {}): ProcessMetric {
	const found = metrics(events, options).find((one) => one.value.id === id);
	if (!found) throw new Error(`No metric ${id}.`);
	return found;
}

/** `{ kind, value, … }` of a metric with its figures, for comparison. */
export function result(id: MetricId, events: Iterable<EdcEvent>, options: Options = {}): Readonly<Record<string, unknown>> {
	const { value, coverage } = metric(id, events, options);
	const excluded = Object.fromEntries((coverage?.excluded ?? []).map(({ reason, count }) => [reason, count]));
	const measured = value.kind === 'value' ? { value: value.value, unit: value.unit, numerator: value.numerator, denominator: value.denominator } : {};
	const missing = value.kind === 'notAvailable' ? { missing: value.missing.map((text) => text.en) } : {};
	const open = value.kind === 'undetermined' ? { rows: value.rows } : {};
	return { kind: value.kind, ...measured, ...missing, ...open, figures: value.figures, excluded, level: value.verdict.level };
}
