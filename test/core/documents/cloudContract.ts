import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import * as v1 from 'confluence.js/v1';
import * as v2 from 'confluence.js/v2';
import type { Answer, PullRequest } from '../../../core/pull/pull.js';

/*
 * The vendor's own contract, held against what the adapter asks and what the played server answers: Atlassian's description of REST v2, and
 * for what that part of it does not hold, the schemas of a client library.
 */

type Schema = Readonly<Record<string, unknown>>;
interface Parameter {
	readonly name: string;
	readonly in: string;
	readonly schema: Schema;
}
interface Description {
	readonly paths: Readonly<Record<string, { readonly get?: { readonly parameters: readonly Parameter[] } }>>;
	readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** A Zod schema, as far as it is used. */
interface Model {
	safeParse(value: unknown): { readonly success: boolean; readonly error?: unknown };
}

const NUMBERS = /^\d+(?:,\d+)*$/;
const LIMIT = /^(?:[1-9]\d?|1\d\d|2[0-4]\d|250)$/;
const ANY = /^.+$/s;

/** Routes that the description does not hold: parameters as the client library sends them, answers as it reads them. */
const LIBRARY: ReadonlyArray<readonly [RegExp, Readonly<Record<string, RegExp>>, Model]> = [
	[/^\/wiki\/api\/v2\/spaces$/, { keys: ANY, cursor: ANY, limit: LIMIT }, v2.SpacesSchema],
	[/^\/wiki\/api\/v2\/tasks$/, { 'page-id': NUMBERS, 'body-format': /^(?:storage|atlas_doc_format)$/, cursor: ANY, limit: LIMIT }, v2.TasksSchema],
	[/^\/wiki\/api\/v2\/pages\/\d+\/labels$/, { prefix: /^(?:my|team|global|system)$/, sort: ANY, cursor: ANY, limit: LIMIT }, v2.PageLabelsSchema],
	[/^\/wiki\/rest\/api\/content\/search$/, { cql: ANY, expand: /^(?:version|space|container|metadata\.labels)(?:,(?:version|space|container|metadata\.labels))*$/, cursor: ANY, limit: LIMIT }, v1.ContentArraySchema],
	[/^\/wiki\/rest\/api\/content\/\d+\/state$/, { status: /^(?:current|draft|archived)$/ }, v1.ContentStateResponseSchema],
];

/** Answers of v2 a second time, by the library. */
const MODELS: Readonly<Record<string, Model>> = {
	'/pages': v2.PagesSchema,
	'/pages/{id}': v2.PageSchema,
	'/pages/{id}/versions': v2.PageVersionsSchema,
	'/pages/{id}/footer-comments': v2.PageFooterCommentsSchema,
	'/pages/{id}/inline-comments': v2.PageInlineCommentsSchema,
	'/pages/{id}/attachments': v2.PageAttachmentsSchema,
	'/attachments/{id}': v2.AttachmentSchema,
	'/attachments/{id}/versions': v2.AttachmentVersionsSchema,
	'/footer-comments/{id}/children': v2.FooterCommentChildrenSchema,
	'/inline-comments/{id}/children': v2.InlineCommentChildrenGetSchema,
	'/inline-comments/{comment-id}': v2.InlineCommentSchema,
};

/** @returns a function that throws where a request or its answer breaks the contract, and the routes that it has seen */
export function cloudContract(path: string): { check(request: PullRequest, answer: Answer): void; readonly routes: ReadonlySet<string> } {
	const description = readable(JSON.parse(readFileSync(path, 'utf8'))) as Description;
	const ajv = new Ajv({ strict: false, allErrors: true });
	addFormats(ajv);
	ajv.addSchema(description, 'confluence');
	const routes = new Set<string>();

	const checkAnswer = (route: string, body: unknown): void => {
		const pointer = `confluence#/paths/${encodeURIComponent(route.replaceAll('/', '~1'))}/get/responses/200/content/application~1json/schema`;
		const validate = ajv.getSchema(pointer) ?? ajv.compile({ $ref: pointer });
		if (validate(body) !== true) throw new Error(`The answer to ${route} is not what the description says: ${ajv.errorsText(validate.errors)}`);
		const model = MODELS[route]?.safeParse(body);
		if (model?.success === false) throw new Error(`The answer to ${route} is not what the library reads: ${String(model.error)}`);
	};
	return {
		routes,
		check(request, answer) {
			const { pathname, searchParams } = new URL(request.path, 'https://example.atlassian.net');
			if (request.method !== 'GET') throw new Error(`${request.method} ${pathname}`);
			const body = answer.status === 200 ? (JSON.parse(answer.body as string) as unknown) : null;
			for (const [pattern, parameters, model] of LIBRARY) {
				if (!pattern.test(pathname)) continue;
				routes.add(pattern.source);
				for (const [name, text] of searchParams) if (parameters[name]?.test(text) !== true) throw new Error(`${pathname}: parameter ${name} = ${text}`);
				const read = body === null ? null : model.safeParse(body);
				if (read?.success === false) throw new Error(`The answer to ${pathname} is not what the library reads: ${String(read.error)}`);
				return;
			}
			const found = routeOf(description, pathname);
			if (found === null) throw new Error(`There is no route ${pathname}`);
			routes.add(found.route);
			checkByDescription(ajv, found, searchParams);
			if (body !== null) checkAnswer(found.route, body);
		},
	};
}

function checkByDescription(ajv: Ajv, { route, values, parameters }: { readonly route: string; readonly values: ReadonlyMap<string, string>; readonly parameters: readonly Parameter[] }, query: URLSearchParams): void {
	const check = (text: string, { name, schema }: Parameter): void => {
		const validate = ajv.compile(resolved(schema));
		if (!validate(valueOf(text, schema))) throw new Error(`${route}: parameter ${name} = ${text}: ${ajv.errorsText(validate.errors)}`);
	};
	for (const [name, text] of query) {
		const parameter = parameters.find((one) => one.in === 'query' && one.name === name);
		if (parameter === undefined) throw new Error(`${route} has no parameter ${name}`);
		if (query.getAll(name).length > 1) throw new Error(`${route}: parameter ${name} is given twice`);
		check(text, parameter);
	}
	for (const [name, text] of values) {
		const parameter = parameters.find((one) => one.in === 'path' && one.name === name);
		if (parameter !== undefined) check(text, parameter);
	}
}

function routeOf(description: Description, pathname: string): { readonly route: string; readonly values: ReadonlyMap<string, string>; readonly parameters: readonly Parameter[] } | null {
	if (!pathname.startsWith('/wiki/api/v2/')) return null;
	const parts = pathname.slice('/wiki/api/v2'.length).split('/');
	for (const [route, { get }] of Object.entries(description.paths)) {
		const names = route.split('/');
		if (get === undefined || names.length !== parts.length) continue;
		const values = new Map<string, string>();
		const fits = names.every((name, index) => {
			const part = parts[index] ?? '';
			if (!name.startsWith('{')) return name === part;
			values.set(name.slice(1, -1), part);
			return true;
		});
		if (fits) return { route, values, parameters: get.parameters };
	}
	return null;
}

function valueOf(text: string, schema: Schema): unknown {
	if (schema['type'] === 'integer') return /^-?\d+$/.test(text) ? Number(text) : text;
	if (schema['type'] === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
	if (schema['type'] === 'array') return text.split(',').map((one) => valueOf(one, (schema['items'] ?? {}) as Schema));
	return text;
}

const resolved = (schema: Schema): Schema => (typeof schema['$ref'] === 'string' ? { $ref: `confluence${schema['$ref']}` } : schema);

/** OpenAPI 3.0 says `nullable` where JSON Schema says so by the type; an object has no other fields than those it names. */
function readable(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(readable);
	if (typeof value !== 'object' || value === null) return value;
	const object = Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, readable(inner)]));
	return object['nullable'] === true && typeof object['type'] === 'string' ? { ...object, type: [object['type'], 'null'] } : object;
}
