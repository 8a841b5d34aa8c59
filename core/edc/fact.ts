import { deterministicKey, sha256 } from '../evidence/key.js';
import { parseMoment } from '../time/moment.js';
import { formatInstant, zoneOf } from '../time/zone.js';
import { EDC_EVENT_TYPES, type EdcEvent } from './evidence.js';

export type EdcEventOf<Type extends EdcEvent['type']> = Extract<EdcEvent, { readonly type: Type }>;

/**
 * Builds one clinical fact.
 *
 * @param identity what makes it this fact: the vendor's own ids where there are any, else its content; never a delivery's id,
 * so that push and pull give the same id
 * @param time when it happened in the source, RFC 3339, null where the source names no time
 */
export function edcFact<Type extends EdcEvent['type']>(
	source: string,
	type: Type,
	identity: Readonly<Record<string, unknown>>,
	time: string | null,
	data: EdcEventOf<Type>['data'],
): EdcEventOf<Type> {
	const event = {
		specversion: '1.0',
		id: deterministicKey(KIND_OF_TYPE.get(type) ?? 'fact', identity),
		source,
		type,
		...('subject' in data ? { subject: data.subject } : {}),
		...(time === null ? {} : { time }),
		data,
	};
	return event as unknown as EdcEventOf<Type>;
}

const KIND_OF_TYPE: ReadonlyMap<string, string> = new Map(Object.entries(EDC_EVENT_TYPES).map(([kind, type]) => [type, kind]));

/**
 * Short digest of an item's value, to tell a correction from a repeat. Bound to its place, so that equal values of different
 * items or subjects have different digests; too short to give the value away.
 */
export function valueDigest(place: readonly string[], value: string): string {
	return sha256([...place, value].join('\u0000')).slice(0, 8);
}

export interface ReadStamp {
	/** RFC 3339 with offset. */
	readonly at: string;
	/** Epoch milliseconds. */
	readonly instant: number;
	readonly zoneAssumed: boolean;
}

/**
 * Reads the time of a stamp. A text without clock time is no instant and gives null: nothing is imputed.
 *
 * @param zone IANA name for a text without offset; also the zone the result is written in
 */
export function readStamp(text: string | null | undefined, zone: string): ReadStamp | null {
	const known = zoneOf(zone);
	const moment = parseMoment(text, known);
	if (moment === null || moment.earliest !== moment.latest) return null;
	return { at: formatInstant(moment.earliest, known), instant: moment.earliest, zoneAssumed: moment.zoneAssumed };
}
