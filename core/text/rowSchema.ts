import { PATTERN_LANGUAGES, PATTERN_SCOPES, type RowVocabulary } from './row.js';

export const MAXIMUM_ROWS = 500;
export const MAXIMUM_WORDS = 500;
export const MAXIMUM_WORD = 100;
export const MAXIMUM_PATTERN = 1000;
export const MAXIMUM_GAP = 500;

const word = { type: 'string', minLength: 1, maxLength: MAXIMUM_WORD } as const;

/** Schema of a list of rows as JSON; what is left out has its default by kind. JSON Schema, draft 2020-12. */
export function rowsSchema<Kind extends string>({ kinds, effects }: RowVocabulary<Kind>, id: string, title: string) {
	return {
		$schema: 'https://json-schema.org/draft/2020-12/schema',
		$id: `https://performance-trace.dev/schemas/${id}.json`,
		title,
		type: 'array',
		maxItems: MAXIMUM_ROWS,
		items: {
			type: 'object',
			required: ['id', 'kind'],
			additionalProperties: false,
			oneOf: [{ required: ['words'] }, { required: ['pattern'] }],
			properties: {
				id: { type: 'string', minLength: 1, maxLength: 100, description: 'Name of the row; stays the same when the row is edited' },
				version: { type: 'string', minLength: 1, maxLength: 50, default: '1' },
				language: { enum: PATTERN_LANGUAGES, default: 'any' },
				kind: { enum: kinds },
				words: { oneOf: [{ type: 'array', items: word, minItems: 1, maxItems: MAXIMUM_WORDS }, { type: 'string', minLength: 1, description: 'Words separated by | or new lines' }] },
				pattern: { type: 'string', minLength: 1, maxLength: MAXIMUM_PATTERN, description: 'Regular expression in RE2 syntax' },
				gap: { type: 'integer', minimum: 0, maximum: MAXIMUM_GAP, description: 'Characters' },
				effect: { enum: [...new Set(kinds.flatMap((kind) => effects[kind]))] },
				scope: { enum: PATTERN_SCOPES },
				caseSensitive: { type: 'boolean', default: false },
				active: { type: 'boolean', default: true },
			},
		},
	} as const;
}
