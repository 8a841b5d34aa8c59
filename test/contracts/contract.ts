import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/*
 * Holds calls and answers to the description that a vendor publishes of its interface: the path must exist, every query parameter must be named there
 * and fit its schema, and an answer must fit the schema of the success. The descriptions beside this file are cut down to the paths that are called.
 */

interface Parameter {
	readonly name: string;
	readonly in: string;
	readonly required?: boolean;
	readonly schema?: object;
}

interface Operation {
	readonly parameters?: readonly Parameter[];
	readonly responses: { readonly 200: { readonly content: { readonly 'application/json': { readonly schema: object } } } };
}

export interface Description {
	readonly paths: Readonly<Record<string, { readonly get: Operation }>>;
	readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

export interface Contract {
	/** What is wrong with a call, one sentence each. */
	callProblems(method: string, path: string, query: Readonly<Record<string, string>>): string[];
	/** What is wrong with the answer to a call that is in order. */
	answerProblems(path: string, body: unknown): string[];
	/** A value that fits the answer's schema, made of the given fields and of the least that must be there. */
	fill(template: string, given: unknown): unknown;
}

export function readContract(file: string): Contract {
	return contractOf(JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as Description);
}

export function contractOf(description: Description): Contract {
	const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false, formats: { int64: true, int32: true, uint64: true, float: true, repo: true, timestamp: true } });
	addFormats(ajv);
	ajv.addSchema({ $id: 'doc', ...(absoluteDocument(description) as object) });
	const templates = Object.keys(description.paths)
		.map((template) => ({ template, pattern: new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`) }))
		.sort((a, b) => placeholders(a.template) - placeholders(b.template));
	const templateOf = (path: string): string | null => templates.find(({ pattern }) => pattern.test(path))?.template ?? null;
	const validators = new Map<string, ValidateFunction>();
	const compiled = (key: string, schema: object): ValidateFunction => {
		let validate = validators.get(key);
		if (validate === undefined) validators.set(key, (validate = ajv.compile(absolute(schema) as object)));
		return validate;
	};
	const problemsOf = (validate: ValidateFunction, value: unknown): string[] =>
		validate(value) ? [] : (validate.errors ?? []).slice(0, 8).map(({ instancePath, message, params }) => `${instancePath} ${message ?? ''} ${JSON.stringify(params)}`);
	const operationOf = (template: string): Operation => {
		const operation = description.paths[template]?.get;
		if (operation === undefined) throw new Error(`The contract has no ${template}.`);
		return operation;
	};
	const answerSchema = (template: string): object => operationOf(template).responses[200].content['application/json'].schema;

	return {
		callProblems(method, path, query) {
			const template = templateOf(path);
			if (template === null || method !== 'GET') return [`${method} ${path} is not in the description`];
			const parameters = (operationOf(template).parameters ?? []).filter((parameter) => parameter.in === 'query');
			const problems = parameters.filter(({ name, required }) => required === true && !(name in query)).map(({ name }) => `${name} is missing`);
			for (const [name, text] of Object.entries(query)) {
				const parameter = parameters.find((candidate) => candidate.name === name);
				if (parameter === undefined) problems.push(`${template} has no parameter "${name}"`);
				else problems.push(...problemsOf(compiled(`${template} ${name}`, parameter.schema ?? {}), typed(text, parameter.schema)).map((problem) => `${name}=${text}:${problem}`));
			}
			return problems;
		},
		answerProblems(path, body) {
			const template = templateOf(path);
			return template === null ? [`${path} is not in the description`] : problemsOf(compiled(template, answerSchema(template)), body);
		},
		fill: (template, given) => fill(answerSchema(template), given, description),
	};
}

const placeholders = (template: string): number => template.split('{').length;

/** OpenAPI 3.0 as JSON Schema: `nullable` becomes null, and references are absolute, so that a part of the document can be compiled by itself. */
function absolute(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(absolute);
	if (typeof value !== 'object' || value === null) return value;
	const { nullable, ...schema } = Object.fromEntries(Object.entries(value).map(([key, held]) => [key, key === '$ref' && typeof held === 'string' ? `doc${held}` : absolute(held)]));
	return nullable === true ? { anyOf: [schema, { type: 'null' }] } : schema;
}

/** A property may itself be called `nullable`; none of these documents has one. */
const absoluteDocument = (description: Description): unknown => ({ components: absolute(description.components) });

function typed(text: string, schema: object | undefined): unknown {
	const { type } = (schema ?? {}) as { readonly type?: unknown };
	if ((type === 'integer' || type === 'number') && /^-?\d+$/.test(text)) return Number(text);
	return type === 'boolean' && (text === 'true' || text === 'false') ? text === 'true' : text;
}

type Schema = Readonly<Record<string, unknown>>;

function fill(schema: object, given: unknown, description: Description): unknown {
	const held = resolved(schema as Schema, description);
	if (given === null) return null;
	if (Array.isArray(given)) return given.map((entry) => fill((held['items'] ?? {}), entry, description));
	const merged = flattened(held, description);
	if (typeof given === 'object') {
		const properties = merged['properties'] as Readonly<Record<string, object>> | undefined;
		const result: Record<string, unknown> = {};
		for (const [name, value] of Object.entries(given)) result[name] = value === undefined ? undefined : fill(properties?.[name] ?? {}, value, description);
		for (const name of (merged['required'] as readonly string[] | undefined) ?? []) if (!(name in result)) result[name] = least(properties?.[name] ?? {}, description);
		return result;
	}
	return given;
}

/** The least value that fits. */
function least(schema: object, description: Description): unknown {
	const held = flattened(resolved(schema as Schema, description), description);
	if (held['nullable'] === true) return null;
	const values = held['enum'] as readonly unknown[] | undefined;
	if (values !== undefined) return values[0];
	switch (held['type']) {
		case 'string':
			return held['format'] === 'date-time' ? '2026-01-05T00:00:00Z' : held['format'] === 'uri' ? 'https://example.com/' : 'x';
		case 'integer':
		case 'number':
			return 1;
		case 'boolean':
			return false;
		case 'array':
			return [];
		default:
			return fill(held, {}, description);
	}
}

function resolved(schema: Schema, description: Description): Schema {
	const reference = schema['$ref'];
	if (typeof reference !== 'string') return schema;
	const name = reference.split('/').at(-1) ?? '';
	return resolved((description.components.schemas[name] ?? {}) as Schema, description);
}

function flattened(schema: Schema, description: Description): Schema {
	const parts = (schema['allOf'] ?? (schema['anyOf'] as readonly object[] | undefined)?.slice(0, 1) ?? (schema['oneOf'] as readonly object[] | undefined)?.slice(0, 1)) as readonly object[] | undefined;
	if (parts === undefined) return schema;
	return parts.map((part) => flattened(resolved(part as Schema, description), description)).reduce<Schema>((all, part) => ({ ...all, ...part, properties: { ...(all['properties'] as object | undefined), ...(part['properties'] as object | undefined) } }), schema);
}
