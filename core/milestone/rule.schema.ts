import { COMPLETENESS, ENROLMENTS, MILESTONE_MEASURES, MILESTONE_ORDERS, MILESTONE_SCOPES } from './rule.js';

const name = { type: 'string', minLength: 1, maxLength: 200 } as const;
const names = { type: 'array', items: name, maxItems: 1000 } as const;
const count = { type: 'integer', minimum: 1, maximum: 10_000_000 } as const;
const percent = { oneOf: [{ type: 'number', exclusiveMinimum: 0, maximum: 100 }, { type: 'string', pattern: '^\\d{1,3}(\\.\\d{1,6})? ?%?$' }] } as const;
const target = { oneOf: [count, { type: 'null' }] } as const;
const targets = { type: 'object', additionalProperties: count } as const;

/** A milestone rule as JSON; what is left out has the default of `MILESTONE_DEFAULTS`. JSON Schema, draft 2020-12. */
export const MILESTONE_RULE_SCHEMA = {
	$schema: 'https://json-schema.org/draft/2020-12/schema',
	$id: 'https://performance-trace.dev/schemas/milestone-rule-v1.json',
	title: 'Milestone rule',
	type: 'object',
	required: ['id', 'measure'],
	additionalProperties: false,
	not: { required: ['n', 'threshold'] },
	properties: {
		id: { ...name, description: 'Name of the rule; part of the key of every milestone it fires' },
		version: { type: 'string', minLength: 1, maxLength: 50, default: '1' },
		study: { oneOf: [name, { type: 'null' }], description: 'StudyOID; null: every study in the evidence' },
		measure: { enum: MILESTONE_MEASURES },
		n: { ...count, description: 'Short for a threshold of kind nth; not together with it' },
		threshold: {
			description: 'May be left out for databaseLocked',
			oneOf: [
				{ type: 'object', required: ['kind', 'n'], additionalProperties: false, properties: { kind: { const: 'nth' }, n: count } },
				{
					type: 'object',
					required: ['kind', 'percent'],
					additionalProperties: false,
					properties: { kind: { const: 'percentOfTarget' }, percent, target, targets },
				},
				{
					type: 'object',
					required: ['kind', 'due'],
					additionalProperties: false,
					properties: { kind: { const: 'late' }, due: { type: 'string', format: 'date' }, n: count, percent, target, targets },
				},
			],
		},
		per: { enum: MILESTONE_SCOPES },
		by: { enum: MILESTONE_ORDERS },
		sites: names,
		events: names,
		eventsByArm: { type: 'object', additionalProperties: { ...names, minItems: 1 } },
		forms: names,
		complete: { enum: COMPLETENESS },
		unverifiedCounts: { type: 'boolean' },
		statusAloneCounts: { type: 'boolean' },
		visitDateRequired: { type: 'boolean' },
		enrolled: { enum: ENROLMENTS },
		enrolledStatuses: names,
		screenFailureStatuses: names,
		onlyEnrolled: { type: 'boolean' },
		lockLevel: { enum: ['lock', 'freeze'] },
	},
} as const;
