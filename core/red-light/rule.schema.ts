import { FILTER_TESTS, RULE_KINDS } from './rule.js';
import { RULE_FIELDS, type FieldSpec } from './ruleFields.js';

function schemaOf(spec: FieldSpec): object {
	switch (spec.is) {
		case 'number': {
			const number = { type: spec.whole ? 'integer' : 'number', minimum: spec.min, maximum: spec.max };
			return spec.optional === true ? { oneOf: [number, { type: 'null' }] } : number;
		}
		case 'flag':
			return { type: 'boolean' };
		case 'choice':
			return spec.optional === true ? { enum: [...spec.of, null] } : { enum: spec.of };
		case 'choices':
			return { type: 'array', items: { enum: spec.of }, uniqueItems: true };
		case 'texts':
			return { type: 'array', items: { type: 'string', minLength: 1, maxLength: spec.longest }, maxItems: 1000 };
		case 'text':
			return { type: 'string', maxLength: spec.longest };
		case 'moduleGlobs':
			return { type: 'array', maxItems: 1000, items: { type: 'object', required: ['pattern'], additionalProperties: false, properties: { pattern: { type: 'string', minLength: 1, maxLength: 500 }, module: { type: 'string', maxLength: 200 } } } };
		case 'filters':
			return { type: 'array', maxItems: 50, items: { type: 'object', required: ['field', 'value'], additionalProperties: false, properties: { field: { type: 'string', minLength: 1, maxLength: 200 }, test: { enum: FILTER_TESTS }, value: { type: 'string', maxLength: 500 } } } };
	}
}

const name = { oneOf: [{ type: 'string', minLength: 1, maxLength: 200 }, { type: 'object', required: ['en', 'zh-CN'], additionalProperties: false, properties: { en: { type: 'string', minLength: 1 }, 'zh-CN': { type: 'string', minLength: 1 } } }] } as const;

/** A rule of a light as JSON; what is left out has the default of its kind (`RULE_DEFAULTS`). JSON Schema, draft 2020-12. */
export const RED_LIGHT_RULE_SCHEMA = {
	$schema: 'https://json-schema.org/draft/2020-12/schema',
	$id: 'https://performance-trace.dev/schemas/red-light-rule-v1.json',
	title: 'Red-light rule',
	oneOf: RULE_KINDS.map((kind) => ({
		type: 'object',
		required: ['id', 'kind'],
		additionalProperties: false,
		properties: {
			id: { type: 'string', minLength: 1, maxLength: 200, description: 'Name of the rule that stays the same; part of the key of every light' },
			version: { type: 'string', minLength: 1, maxLength: 50, default: '1' },
			name,
			enabled: { type: 'boolean', default: true },
			kind: { const: kind },
			...Object.fromEntries(Object.entries(RULE_FIELDS[kind]).map(([field, spec]) => [field, schemaOf(spec)])),
		},
	})),
} as const;
