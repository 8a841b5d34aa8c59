import { EDC_EVENT_TYPES } from '../evidence.js';

/** Kinds of evidence that a webhook can give. */
export type WebhookEventKind = 'studyLocked' | 'subjectChanged' | 'visitChanged' | 'formRecorded' | 'queryChanged' | 'signatureApplied' | 'deviationRecorded';

/** What a field of the evidence may hold. */
export type FieldKind =
	| { readonly kind: 'text' }
	/** A time with a clock; without an offset it is read in the zone of the mapping. */
	| { readonly kind: 'instant' }
	/** A date of any precision, kept as stated. */
	| { readonly kind: 'date' }
	| { readonly kind: 'boolean' }
	| { readonly kind: 'word'; readonly words: readonly string[] };

export interface EventField {
	readonly of: FieldKind;
	readonly required: boolean;
	/** Stands where the mapping names no source or the source is empty. */
	readonly otherwise: string | boolean | null;
}

export interface EventShape {
	readonly type: string;
	readonly fields: Readonly<Record<string, EventField>>;
	/** Fields that no mapping sets. */
	readonly constants: Readonly<Record<string, unknown>>;
	/** The field that becomes the event's `time`. */
	readonly time: string;
	/** Items can be listed. */
	readonly items: boolean;
}

const required: EventField = { of: { kind: 'text' }, required: true, otherwise: null };
const text: EventField = { of: { kind: 'text' }, required: false, otherwise: null };
const instant: EventField = { of: { kind: 'instant' }, required: false, otherwise: null };
const date: EventField = { of: { kind: 'date' }, required: false, otherwise: null };
const no: EventField = { of: { kind: 'boolean' }, required: false, otherwise: false };
const maybe: EventField = { of: { kind: 'boolean' }, required: false, otherwise: null };
const word = (...words: string[]): EventField => ({ of: { kind: 'word', words }, required: false, otherwise: null });
const requiredWord = (...words: string[]): EventField => ({ ...word(...words), required: true });

const place = { study: required, site: text, country: text, subject: required, subjectLabel: text };
const stamp = { at: instant, by: text };

export const EVENT_SHAPES: Readonly<Record<WebhookEventKind, EventShape>> = {
	studyLocked: {
		type: EDC_EVENT_TYPES.studyLocked,
		fields: { study: required, locked: { ...no, otherwise: true }, level: { ...word('lock', 'freeze'), otherwise: 'lock' }, ...stamp },
		constants: {},
		time: 'at',
		items: false,
	},
	subjectChanged: {
		type: EDC_EVENT_TYPES.subjectChanged,
		fields: { ...place, ...stamp, status: text, enrolledAt: date, randomisedAt: date, arm: text, removed: no },
		constants: { transaction: null },
		time: 'at',
		items: false,
	},
	visitChanged: {
		type: EDC_EVENT_TYPES.visitChanged,
		fields: {
			...place,
			...stamp,
			event: required,
			eventRepeat: text,
			visitDate: date,
			status: word('scheduled', 'started', 'completed', 'stopped', 'skipped', 'signed', 'locked'),
			removed: no,
		},
		constants: { window: null, transaction: null },
		time: 'at',
		items: false,
	},
	formRecorded: {
		type: EDC_EVENT_TYPES.formRecorded,
		fields: {
			...place,
			event: required,
			eventRepeat: text,
			form: required,
			formRepeat: text,
			recordedAt: instant,
			by: text,
			complete: no,
			status: word('empty', 'incomplete', 'unverified', 'complete', 'locked', 'signed', 'notDone'),
			imported: no,
			removed: no,
		},
		constants: { transaction: null },
		time: 'recordedAt',
		items: true,
	},
	queryChanged: {
		type: EDC_EVENT_TYPES.queryChanged,
		fields: {
			...place,
			...stamp,
			query: required,
			event: text,
			form: text,
			item: text,
			state: requiredWord('candidate', 'open', 'answered', 'closed', 'cancelled'),
			origin: word('system', 'manual'),
			history: { ...no, otherwise: true },
		},
		constants: {},
		time: 'at',
		items: false,
	},
	signatureApplied: {
		type: EDC_EVENT_TYPES.signatureApplied,
		fields: { ...place, ...stamp, event: text, eventRepeat: text, form: text, formRepeat: text, group: text, item: text, meaning: text },
		constants: {},
		time: 'at',
		items: false,
	},
	deviationRecorded: {
		type: EDC_EVENT_TYPES.deviationRecorded,
		fields: { ...place, ...stamp, deviation: required, occurredAt: date, important: maybe, code: text, removed: no },
		constants: {},
		time: 'at',
		items: false,
	},
};

export const WEBHOOK_EVENT_KINDS = Object.keys(EVENT_SHAPES) as readonly WebhookEventKind[];

/** Kind by event type, for events that come ready made. */
export const KIND_OF_EVENT_TYPE: ReadonlyMap<string, WebhookEventKind> = new Map(WEBHOOK_EVENT_KINDS.map((kind) => [EVENT_SHAPES[kind].type, kind]));
