import type { BilingualText } from '../judgement/judgement.js';
import { parseRfc3339 } from '../time/rfc3339.js';
import { formatInstant, type Zone } from '../time/zone.js';
import type { CardEvent } from './event.js';
import { FIELD_NAMES } from './missing.js';
import { ACTION_NAMES, ACTION_TYPES, EFFECTIVENESS_NAMES, MEANING_NAMES, SEVERITIES, STATE_NAMES, type CardState } from './states.js';

/** One change of a value, as people read it; empty: no value. */
export interface TimelineChange {
	readonly field: string;
	readonly name: BilingualText;
	readonly from: BilingualText;
	readonly to: BilingualText;
}

/** One event of the trail, as people read it. */
export interface TimelineEntry {
	readonly sequence: number;
	/** Time of the server, local to the zone asked for. */
	readonly at: string;
	/** Time claimed, where it differs. */
	readonly occurredAt: string | null;
	readonly actor: string;
	readonly actorName: string;
	readonly role: string;
	readonly action: BilingualText;
	readonly stateBefore: CardState | null;
	readonly stateAfter: CardState;
	readonly state: BilingualText;
	readonly changes: readonly TimelineChange[];
	readonly reason: string | null;
	readonly meaning: BilingualText | null;
	readonly source: string | null;
	readonly hash: string;
}

/** The whole trail in order of the numbers; nothing is left out and nothing earlier is obscured. */
export function timelineOf(events: readonly CardEvent[], zone: Zone): readonly TimelineEntry[] {
	return events.map((event) => ({
		sequence: event.sequence,
		at: local(event.at, zone),
		occurredAt: event.occurredAt === undefined ? null : local(event.occurredAt, zone),
		actor: event.actor,
		actorName: event.actorName,
		role: event.role,
		action: ACTION_NAMES[event.action],
		stateBefore: event.stateBefore ?? null,
		stateAfter: event.stateAfter,
		state: STATE_NAMES[event.stateAfter],
		changes: changesOf(event, zone),
		reason: event.reason === undefined ? null : event.reasonCode === undefined ? event.reason : `${event.reason} [${event.reasonCode}]`,
		meaning: event.meaning === undefined ? null : MEANING_NAMES[event.meaning],
		source: event.source ?? null,
		hash: event.hash,
	}));
}

function changesOf(event: CardEvent, zone: Zone): readonly TimelineChange[] {
	const after = JSON.parse(event.newValues) as Readonly<Record<string, unknown>>;
	const before = event.previousValues === undefined ? {} : (JSON.parse(event.previousValues) as Readonly<Record<string, unknown>>);
	return Object.entries(after).map(([field, value]) => ({
		field,
		name: Object.hasOwn(FIELD_NAMES, field) ? FIELD_NAMES[field as keyof typeof FIELD_NAMES] : field === 'attachments' ? { en: 'Files', 'zh-CN': '附件' } : { en: field, 'zh-CN': field },
		from: shown(field, Object.hasOwn(before, field) ? before[field] : null, zone),
		to: shown(field, value, zone),
	}));
}

const NAMED: Readonly<Record<string, Readonly<Record<string, BilingualText>>>> = { severity: SEVERITIES, actionType: ACTION_TYPES, effectiveness: EFFECTIVENESS_NAMES };
const YES: BilingualText = { en: 'yes', 'zh-CN': '是' };

/** A value as people read it. */
export function shown(field: string, value: unknown, zone: Zone): BilingualText {
	const same = (text: string): BilingualText => ({ en: text, 'zh-CN': text });
	if (value === null || value === undefined || value === false) return same('');
	if (value === true) return YES;
	if (typeof value === 'string') {
		const names = NAMED[field];
		if (names !== undefined && Object.hasOwn(names, value)) return names[value] ?? same(value);
		return same(field === 'foundAt' || field === 'doneAt' ? local(value, zone) : value);
	}
	if (Array.isArray(value)) {
		const files = value.map((file: { readonly name?: unknown; readonly sha256?: unknown }) => `${textOf(file.name)} (SHA-256 ${textOf(file.sha256)})`);
		return { en: files.join(', '), 'zh-CN': files.join('、') };
	}
	const record = value as { readonly name?: unknown; readonly id?: unknown; readonly by?: { readonly name?: unknown }; readonly reason?: unknown; readonly result?: unknown };
	if (record.by !== undefined) return same(`${textOf(record.result ?? record.reason)} (${textOf(record.by.name)})`);
	return same(record.name === undefined ? JSON.stringify(value) : `${textOf(record.name)} (${textOf(record.id)})`);
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

/** `2026-03-02 09:00:00+08:00`; a text that is no time stays as it is. */
export function local(text: string, zone: Zone): string {
	const instant = parseRfc3339(text);
	return Number.isNaN(instant) ? text : formatInstant(instant, zone).replace('T', ' ');
}
