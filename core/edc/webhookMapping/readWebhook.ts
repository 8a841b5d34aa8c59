import { parseMoment } from '../../time/moment.js';
import { formatInstant, zoneOf } from '../../time/zone.js';
import type { EdcEvent, EdcSink, ItemChange } from '../evidence.js';
import { edcFact, readStamp, valueDigest } from '../fact.js';
import { mappedItems, type EdcMapping } from '../mapping.js';
import { asObject, asText } from '../../pull/run.js';
import { EVENT_SHAPES, KIND_OF_EVENT_TYPE, type EventField, type EventShape, type WebhookEventKind } from './eventFields.js';
import { mappedValue, valueAt, type ValueSource } from './values.js';
import type { WebhookCondition, WebhookItems, WebhookMapping, WebhookRule } from './webhookMapping.js';

export interface WebhookReading {
	/** CloudEvents `source` of events made by the mapping; ready events keep their own. */
	readonly source: string;
	/** Null: only ready CloudEvents are taken. */
	readonly webhook: WebhookMapping | null;
	readonly mapping: EdcMapping;
}

export interface WebhookCounts {
	readonly entries: number;
	readonly events: number;
	readonly refused: number;
	readonly ignored: number;
}

/** Turns the JSON of a webhook into evidence: by the mapping, or as ready CloudEvents (one or a batch). Every entry that gives none is told. */
export function readWebhook(body: unknown, reading: WebhookReading, sink: EdcSink): WebhookCounts {
	const counts = { entries: 0, events: 0, refused: 0, ignored: 0 };
	const entries = entriesOf(body, reading.webhook, sink);
	for (const { entry, where } of entries) {
		counts.entries++;
		const given = isCloudEvent(entry) ? readCloudEvent(entry, where, reading, sink) : byMapping(entry, body, where, reading, sink);
		if (given === 'ignored') counts.ignored++;
		else if (given === 0) counts.refused++;
		else counts.events += given;
	}
	return counts;
}

function entriesOf(body: unknown, webhook: WebhookMapping | null, sink: EdcSink): Array<{ entry: unknown; where: string }> {
	const at = webhook?.list ?? '';
	if (isCloudEvent(body) || (Array.isArray(body) && body.length > 0 && body.every(isCloudEvent))) {
		return Array.isArray(body) ? body.map((entry, index) => ({ entry, where: `event ${index}` })) : [{ entry: body, where: 'event' }];
	}
	const list = valueAt(at, body, body);
	if (list === undefined) {
		sink.finding({ where: `body ${at}`, value: null, expected: `entries at "${at}", the list of the mapping`, severity: 'refused' });
		return [];
	}
	return Array.isArray(list) ? list.map((entry: unknown, index) => ({ entry, where: `entry ${index}` })) : [{ entry: list, where: 'body' }];
}

function isCloudEvent(value: unknown): value is Readonly<Record<string, unknown>> {
	const event = asObject(value);
	return event !== null && typeof event['specversion'] === 'string' && typeof event['type'] === 'string' && 'data' in event;
}

function byMapping(entry: unknown, body: unknown, where: string, reading: WebhookReading, sink: EdcSink): number | 'ignored' {
	const { webhook } = reading;
	if (webhook === null) {
		sink.finding({ where, value: null, expected: 'a CloudEvent (specversion, type, data), or a mapping that says how to read this', severity: 'refused' });
		return 0;
	}
	if (webhook.ignore !== undefined && webhook.ignore.length > 0 && webhook.ignore.some((condition) => holds(condition, entry, body))) return 'ignored';
	const rules = webhook.rules.filter((rule) => (rule.when ?? []).every((condition) => holds(condition, entry, body)));
	if (rules.length === 0) {
		const paths = [...new Set(webhook.rules.flatMap((rule) => (rule.when ?? []).map((condition) => condition.path)))];
		sink.finding({
			where,
			value: paths.map((path) => `${path} = ${shown(valueAt(path, entry, body))}`).join(', ') || null,
			expected: 'a rule of the mapping that holds for it; add one, or name it under "ignore"',
			severity: 'warning',
		});
		return 0;
	}
	return rules.filter((rule) => giveByRule(rule, entry, body, where, reading, sink)).length;
}

function holds(condition: WebhookCondition, entry: unknown, body: unknown): boolean {
	const value = valueAt(condition.path, entry, body);
	return condition.in.some((word) => String(word) === String(value));
}

function giveByRule(rule: WebhookRule, entry: unknown, body: unknown, where: string, reading: WebhookReading, sink: EdcSink): boolean {
	const shape = EVENT_SHAPES[rule.event];
	const take = (source: ValueSource | undefined, name: string): unknown => {
		if (source === undefined) return undefined;
		const value = mappedValue(source, entry, body);
		if ('unknownValue' in value) {
			sink.finding({ where: `${where}, ${name} from ${value.from}`, value: value.unknownValue.slice(0, 100), expected: `one of ${value.known.join(', ')} (or "otherwise" in the mapping)`, severity: 'refused' });
			return REFUSED;
		}
		return value.found ? value.value : undefined;
	};
	const read = readFields(rule.event, (name) => take(rule.fields[name], name), where, reading, sink);
	if (read === null) return false;
	const items = rule.items === undefined ? [] : itemsOf(rule.items, entry, body, `${where}, items`, read.data, reading, sink);
	const own = take(rule.id, 'id');
	if (own === REFUSED) return false;
	const id = asText(own);
	if (rule.id !== undefined && id === null) {
		sink.finding({ where: `${where}, id`, value: null, expected: 'the id that the mapping names; without one take "id" out of the mapping, then the content is the identity', severity: 'refused' });
		return false;
	}
	sink.event(factOf(rule.event, shape, { ...read.data, ...(shape.items ? { items } : {}) }, read.time, id, read.zoneAssumed, reading.source));
	return true;
}

const REFUSED = Symbol('refused');

interface ReadFields {
	readonly data: Readonly<Record<string, unknown>>;
	readonly time: string | null;
	readonly zoneAssumed: boolean;
}

/** Reads and checks every field of a kind; null where one was refused (all of them are told). */
function readFields(kind: WebhookEventKind, take: (name: string) => unknown, where: string, reading: WebhookReading, sink: EdcSink): ReadFields | null {
	const shape = EVENT_SHAPES[kind];
	const data: Record<string, unknown> = {};
	let sound = true;
	let zoneAssumed = false;
	for (const [name, field] of Object.entries(shape.fields)) {
		const raw = take(name);
		if (raw === REFUSED) {
			sound = false;
			continue;
		}
		if (raw === undefined || raw === null || raw === '') {
			if (field.required) {
				sink.finding({ where: `${where}, ${name}`, value: null, expected: `a value: ${kind} needs it`, severity: 'refused' });
				sound = false;
			}
			data[name] = field.otherwise;
			continue;
		}
		const read = readField(field, raw, reading.mapping.zone);
		if (read === null) {
			sink.finding({ where: `${where}, ${name}`, value: shown(raw), expected: expectedOf(field), severity: 'refused' });
			sound = false;
			continue;
		}
		data[name] = read.value;
		zoneAssumed ||= read.zoneAssumed;
	}
	if (!sound) return null;
	if ('country' in data && data['country'] === null && typeof data['site'] === 'string') data['country'] = reading.mapping.countryOfSite[data['site']] ?? null;
	const time = data[shape.time];
	return { data: { ...data, ...shape.constants }, time: typeof time === 'string' ? time : null, zoneAssumed };
}

function readField(field: EventField, raw: unknown, zone: string): { value: unknown; zoneAssumed: boolean } | null {
	const text = asText(raw);
	const plain = (value: unknown): { value: unknown; zoneAssumed: boolean } | null => (value === null ? null : { value, zoneAssumed: false });
	switch (field.of.kind) {
		case 'text':
			return plain(text);
		case 'word':
			return plain(text !== null && field.of.words.includes(text) ? text : null);
		case 'boolean':
			return plain(BOOLEANS.get(String(raw).toLowerCase()) ?? null);
		case 'date':
			return plain(text !== null && parseMoment(text, zoneOf(zone)) !== null ? text : null);
		case 'instant': {
			const stamp = readStamp(instantText(raw), zone);
			return stamp === null ? null : { value: stamp.at, zoneAssumed: stamp.zoneAssumed };
		}
	}
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
	['true', true],
	['false', false],
	['1', true],
	['0', false],
	['yes', true],
	['no', false],
]);

/** Epoch seconds or milliseconds as ISO text; anything else as it is. */
function instantText(raw: unknown): string | null {
	const text = asText(raw);
	if (text === null || !/^\d{10}(?:\d{3})?$/.test(text)) return text;
	const milliseconds = text.length === 10 ? Number(text) * 1000 : Number(text);
	return formatInstant(milliseconds);
}

function expectedOf(field: EventField): string {
	switch (field.of.kind) {
		case 'text':
			return 'a text or number';
		case 'word':
			return `one of ${field.of.words.join(', ')}; translate the sender's words with "values"`;
		case 'boolean':
			return 'true or false (also 1/0, yes/no)';
		case 'date':
			return 'a date such as 2026-03-02';
		case 'instant':
			return 'a time with a clock such as 2026-03-02T08:15:00+08:00, or epoch seconds or milliseconds';
	}
}

function itemsOf(
	rule: WebhookItems,
	entry: unknown,
	body: unknown,
	where: string,
	data: Readonly<Record<string, unknown>>,
	reading: WebhookReading,
	sink: EdcSink,
): ItemChange[] {
	const list = valueAt(rule.list, entry, body);
	if (list === undefined || list === null) return [];
	const rows: ReadonlyArray<{ readonly name: string | null; readonly row: unknown }> = Array.isArray(list)
		? list.map((row: unknown) => ({ name: null, row }))
		: Object.entries(asObject(list) ?? {}).map(([name, row]) => ({ name, row }));
	const kept = mappedItems(reading.mapping);
	const place = ['study', 'subject', 'event', 'eventRepeat', 'form', 'formRepeat'].map((name) => asText(data[name]) ?? '');
	const items: ItemChange[] = [];
	rows.forEach(({ name, row }, index) => {
		const take = (source: ValueSource | undefined): string | null => {
			const value = source === undefined ? null : mappedValue(source, row, body);
			return value !== null && 'found' in value && value.found ? asText(value.value) : null;
		};
		const item = take(rule.item) ?? name;
		if (item === null) {
			sink.finding({ where: `${where}[${index}]`, value: null, expected: 'a name of the item (source "item")', severity: 'refused' });
			return;
		}
		const value = rule.value === undefined ? asText(row) : take(rule.value);
		items.push({
			group: null,
			groupRepeat: null,
			item,
			filled: value !== null,
			...(value !== null && kept.has(item) ? { value } : {}),
			...(value !== null ? { digest: valueDigest([reading.source, ...place, item], value) } : {}),
			at: rule.at === undefined ? (asText(data['recordedAt']) ?? null) : (readStamp(instantText(take(rule.at)), reading.mapping.zone)?.at ?? null),
			by: rule.by === undefined ? asText(data['by']) : take(rule.by),
			transaction: null,
		});
	});
	return items;
}

function factOf(
	kind: WebhookEventKind,
	shape: EventShape,
	read: Readonly<Record<string, unknown>>,
	time: string | null,
	id: string | null,
	zoneAssumed: boolean,
	source: string,
): EdcEvent {
	let data = read;
	if (kind === 'formRecorded') {
		const { by, ...rest } = read;
		const stamped = rest['status'] === null ? null : { at: rest['recordedAt'] ?? null, by: by ?? null };
		data = { ...rest, statusStamp: stamped, ...(zoneAssumed ? { tzAssumed: true } : {}) };
	}
	const identity = id === null ? { content: data } : { own: id, kind };
	return edcFact(source, shape.type as EdcEvent['type'], identity, time, data as unknown as EdcEvent['data']);
}

/** A ready event is checked like a mapped one; only the fields that its kind knows go on. */
function readCloudEvent(event: Readonly<Record<string, unknown>>, where: string, reading: WebhookReading, sink: EdcSink): number {
	const refuse = (field: string, value: unknown, expected: string): 0 => {
		sink.finding({ where: `${where}, ${field}`, value: shown(value), expected, severity: 'refused' });
		return 0;
	};
	if (event['specversion'] !== '1.0') return refuse('specversion', event['specversion'], '1.0');
	const kind = KIND_OF_EVENT_TYPE.get(String(event['type']));
	if (kind === undefined) return refuse('type', event['type'], `one of ${[...KIND_OF_EVENT_TYPE.keys()].join(', ')}`);
	const id = asText(event['id']);
	const source = asText(event['source']);
	if (id === null) return refuse('id', event['id'], 'the id of the fact in its source');
	if (source === null) return refuse('source', event['source'], 'a URI of the source');
	const data = asObject(event['data']);
	if (data === null) return refuse('data', event['data'], 'an object');
	const stamp = asObject(data['statusStamp']);
	const read = readFields(kind, (name) => (kind === 'formRecorded' && name === 'by' ? stamp?.['by'] : data[name]), `${where}, data`, reading, sink);
	if (read === null) return 0;
	const shape = EVENT_SHAPES[kind];
	const items = shape.items ? { items: readyItems(data['items'], `${where}, data.items`, reading, sink) } : {};
	const made = factOf(kind, shape, { ...read.data, ...items }, read.time, id, read.zoneAssumed, source);
	sink.event({ ...made, id });
	return 1;
}

function readyItems(value: unknown, where: string, reading: WebhookReading, sink: EdcSink): ItemChange[] {
	const kept = mappedItems(reading.mapping);
	return (Array.isArray(value) ? value : []).flatMap((row: unknown, index) => {
		const given = asObject(row);
		const item = asText(given?.['item']);
		if (given === null || item === null) {
			sink.finding({ where: `${where}[${index}]`, value: shown(row), expected: 'an object with "item"', severity: 'refused' });
			return [];
		}
		const text = asText(given['value']);
		return [
			{
				group: asText(given['group']),
				groupRepeat: asText(given['groupRepeat']),
				item,
				filled: typeof given['filled'] === 'boolean' ? given['filled'] : text !== null,
				...(text !== null && kept.has(item) ? { value: text } : {}),
				...(asText(given['digest']) === null ? {} : { digest: String(given['digest']) }),
				at: readStamp(instantText(given['at']), reading.mapping.zone)?.at ?? null,
				by: asText(given['by']),
				transaction: null,
			},
		];
	});
}

function shown(value: unknown): string | null {
	if (value === undefined || value === null) return null;
	return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 100);
}
