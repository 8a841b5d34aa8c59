import type { SourceFinding } from '../evidence.js';
import { asObject } from '../../pull/run.js';
import { EVENT_SHAPES, WEBHOOK_EVENT_KINDS, type WebhookEventKind } from './eventFields.js';
import type { ValueSource } from './values.js';

export interface WebhookCondition {
	readonly path: string;
	/** Compared as text, so that 2 and "2" are the same. */
	readonly in: ReadonlyArray<string | number | boolean>;
}

/** Where the items of a form stand: a list of objects, or one object whose names are the items. */
export interface WebhookItems {
	readonly list: string;
	/** Name of the item; not needed where the names of an object are the items. */
	readonly item?: ValueSource;
	readonly value?: ValueSource;
	readonly at?: ValueSource;
	readonly by?: ValueSource;
}

export interface WebhookRule {
	readonly event: WebhookEventKind;
	/** All must hold; none: the rule holds for every entry. */
	readonly when?: readonly WebhookCondition[];
	/** The sender's own id of the fact. Without it the content is the identity. Never a delivery id. */
	readonly id?: ValueSource;
	readonly fields: Readonly<Record<string, ValueSource>>;
	readonly items?: WebhookItems;
}

/** How a webhook's JSON becomes evidence, as data an admin can edit. */
export interface WebhookMapping {
	/** Path to the list of entries; without it the body itself is the entry, or its entries where it is a list. */
	readonly list?: string;
	/** Every rule that holds gives an event. */
	readonly rules: readonly WebhookRule[];
	/** Entries that are left out on purpose, without a remark. */
	readonly ignore?: readonly WebhookCondition[];
}

const SCALAR = ['string', 'number', 'boolean'];
const condition = {
	type: 'object',
	required: ['path', 'in'],
	additionalProperties: false,
	properties: { path: { type: 'string' }, in: { type: 'array', minItems: 1, items: { type: SCALAR } } },
};
const source = { $ref: '#/$defs/source' };

/** JSON Schema (draft 2020-12) of {@link WebhookMapping}. */
export const WEBHOOK_MAPPING_SCHEMA = {
	$schema: 'https://json-schema.org/draft/2020-12/schema',
	$id: 'performance-trace/webhook-mapping/v1',
	type: 'object',
	required: ['rules'],
	additionalProperties: false,
	properties: {
		list: { type: 'string' },
		rules: { type: 'array', minItems: 1, items: { oneOf: WEBHOOK_EVENT_KINDS.map(ruleSchema) } },
		ignore: { type: 'array', items: condition },
	},
	$defs: {
		source: {
			oneOf: [
				{
					type: 'object',
					required: ['path'],
					additionalProperties: false,
					properties: {
						path: { type: 'string' },
						values: { type: 'object', additionalProperties: { type: ['string', 'boolean', 'null'] } },
						otherwise: { type: ['string', 'boolean', 'null'] },
					},
				},
				{ type: 'object', required: ['constant'], additionalProperties: false, properties: { constant: { type: [...SCALAR, 'null'] } } },
				{ type: 'object', required: ['firstOf'], additionalProperties: false, properties: { firstOf: { type: 'array', minItems: 1, items: source } } },
			],
		},
	},
} as const;

function ruleSchema(kind: WebhookEventKind): object {
	const { fields, items } = EVENT_SHAPES[kind];
	const names = Object.keys(fields);
	return {
		type: 'object',
		required: ['event', 'fields'],
		additionalProperties: false,
		properties: {
			event: { const: kind },
			when: { type: 'array', items: condition },
			id: source,
			fields: {
				type: 'object',
				required: names.filter((name) => fields[name]?.required),
				additionalProperties: false,
				properties: Object.fromEntries(names.map((name) => [name, source])),
			},
			...(items
				? {
						items: {
							type: 'object',
							required: ['list'],
							additionalProperties: false,
							properties: { list: { type: 'string' }, item: source, value: source, at: source, by: source },
						},
					}
				: {}),
		},
	};
}

export type CheckedMapping = { readonly mapping: WebhookMapping; readonly problems: readonly [] } | { readonly mapping: null; readonly problems: readonly SourceFinding[] };

/** Checks a mapping as the schema does, in words for the person who wrote it: every problem with its place. */
export function checkWebhookMapping(value: unknown): CheckedMapping {
	const check = new MappingCheck();
	check.mapping(value);
	return check.problems.length === 0 ? { mapping: value as WebhookMapping, problems: [] } : { mapping: null, problems: check.problems };
}

type Fields = Readonly<Record<string, unknown>>;

class MappingCheck {
	readonly problems: SourceFinding[] = [];

	mapping(value: unknown): void {
		const mapping = this.object('mapping', value, ['list', 'rules', 'ignore']);
		if (mapping === null) return;
		this.text('mapping.list', mapping['list']);
		this.conditions('mapping.ignore', mapping['ignore']);
		const rules = mapping['rules'];
		if (!Array.isArray(rules) || rules.length === 0) this.refuse('mapping.rules', rules, 'a list with at least one rule');
		else rules.forEach((rule, index) => this.rule(`mapping.rules[${index}]`, rule));
	}

	private rule(where: string, value: unknown): void {
		const rule = asObject(value);
		const kind = rule?.['event'];
		if (rule === null || typeof kind !== 'string' || !isKind(kind)) {
			this.refuse(`${where}.event`, kind, `one of ${WEBHOOK_EVENT_KINDS.join(', ')}`);
			return;
		}
		const shape = EVENT_SHAPES[kind];
		this.object(where, rule, ['event', 'when', 'id', 'fields', ...(shape.items ? ['items'] : [])]);
		this.conditions(`${where}.when`, rule['when']);
		if (rule['id'] !== undefined) this.source(`${where}.id`, rule['id'], 0);
		const fields = this.object(`${where}.fields`, rule['fields'], Object.keys(shape.fields));
		if (fields === null) return;
		for (const [name, field] of Object.entries(shape.fields)) {
			if (fields[name] !== undefined) this.source(`${where}.fields.${name}`, fields[name], 0);
			else if (field.required) this.refuse(`${where}.fields.${name}`, undefined, `a source: ${kind} needs "${name}"`);
		}
		if (!shape.items || rule['items'] === undefined) return;
		const items = this.object(`${where}.items`, rule['items'], ['list', 'item', 'value', 'at', 'by']);
		if (items === null) return;
		if (typeof items['list'] !== 'string') this.refuse(`${where}.items.list`, items['list'], 'a path to the items');
		for (const name of ['item', 'value', 'at', 'by']) if (items[name] !== undefined) this.source(`${where}.items.${name}`, items[name], 0);
	}

	private source(where: string, value: unknown, depth: number): void {
		const given = asObject(value);
		const forms = given === null ? [] : ['path', 'constant', 'firstOf'].filter((name) => Object.hasOwn(given, name));
		if (given === null || forms.length !== 1 || depth > 20) {
			this.refuse(where, value, 'exactly one of {"path": …}, {"constant": …}, {"firstOf": […]}');
			return;
		}
		if (forms[0] === 'constant') {
			this.object(where, given, ['constant']);
			if (given['constant'] !== null && !isScalar(given['constant'])) this.refuse(`${where}.constant`, given['constant'], 'a text, number, boolean or null');
		} else if (forms[0] === 'firstOf') {
			this.object(where, given, ['firstOf']);
			const list = given['firstOf'];
			if (!Array.isArray(list) || list.length === 0) this.refuse(`${where}.firstOf`, list, 'a list of sources');
			else list.forEach((one, index) => this.source(`${where}.firstOf[${index}]`, one, depth + 1));
		} else {
			this.object(where, given, ['path', 'values', 'otherwise']);
			this.text(`${where}.path`, given['path']);
			const target = (place: string, word: unknown): void => {
				if (word !== null && typeof word !== 'string' && typeof word !== 'boolean') this.refuse(place, word, 'a text, boolean or null');
			};
			if (given['otherwise'] !== undefined) target(`${where}.otherwise`, given['otherwise']);
			if (given['values'] === undefined) return;
			const values = asObject(given['values']);
			if (values === null) this.refuse(`${where}.values`, given['values'], 'an object: the sender\'s word → our word');
			else for (const [word, ours] of Object.entries(values)) target(`${where}.values.${word}`, ours);
		}
	}

	private conditions(where: string, value: unknown): void {
		if (value === undefined) return;
		if (!Array.isArray(value)) {
			this.refuse(where, value, 'a list of {"path": …, "in": […]}');
			return;
		}
		value.forEach((one, index) => {
			const given = this.object(`${where}[${index}]`, one, ['path', 'in']);
			if (given === null) return;
			if (typeof given['path'] !== 'string') this.refuse(`${where}[${index}].path`, given['path'], 'a path');
			const words = given['in'];
			if (!Array.isArray(words) || words.length === 0 || !words.every(isScalar)) this.refuse(`${where}[${index}].in`, words, 'a list of values');
		});
	}

	private object(where: string, value: unknown, known: readonly string[]): Fields | null {
		const fields = asObject(value);
		if (fields === null) {
			this.refuse(where, value, 'an object');
			return null;
		}
		for (const name of Object.keys(fields)) if (!known.includes(name)) this.refuse(`${where}.${name}`, fields[name], `only ${known.join(', ')}`);
		return fields;
	}

	private text(where: string, value: unknown): void {
		if (value !== undefined && typeof value !== 'string') this.refuse(where, value, 'a text');
	}

	private refuse(where: string, value: unknown, expected: string): void {
		this.problems.push({ where, value: value === undefined ? null : JSON.stringify(value).slice(0, 100), expected, severity: 'refused' });
	}
}

function isScalar(value: unknown): value is string | number | boolean {
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

export function isKind(kind: string): kind is WebhookEventKind {
	return Object.hasOwn(EVENT_SHAPES, kind);
}
