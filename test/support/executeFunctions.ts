import { Readable } from 'node:stream';
import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	INode,
	INodeExecutionData,
	IPollFunctions,
	IWebhookFunctions,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { authorisedRequest, httpRequest } from './http.js';

/*
 * The few functions of n8n that a node of this package calls, with the same meaning as in a running n8n and nothing more.
 * A node that calls anything else fails its test, which is how a new dependency on n8n becomes visible.
 */

export interface FakeCredential {
	readonly values: ICredentialDataDecryptedObject;
	/** The credential class: requests are authorised by its own `authenticate` and `preAuthentication`. */
	readonly type?: ICredentialType;
}

export interface FakeContext {
	/** Parameters as the editor stores them; dotted names reach into collections. A list gives one object per input item. */
	readonly parameters?: Readonly<Record<string, unknown>> | ReadonlyArray<Readonly<Record<string, unknown>>>;
	readonly credentials?: Readonly<Record<string, FakeCredential>>;
	/** Kept by reference: what a node writes into it can be read after the call. */
	readonly staticData?: IDataObject;
	readonly mode?: WorkflowExecuteMode;
	readonly timezone?: string;
	readonly node?: Partial<INode>;
}

export interface FakeExecution extends FakeContext {
	readonly items?: readonly INodeExecutionData[];
	readonly continueOnFail?: boolean;
}

function valueAt(parameters: Readonly<Record<string, unknown>>, path: string): unknown {
	let value: unknown = parameters;
	for (const part of path.split('.')) {
		if (typeof value !== 'object' || value === null) return undefined;
		value = (value as Record<string, unknown>)[part];
	}
	return value;
}

function readParameter(context: FakeContext, name: string, itemIndex: number, fallback: unknown): unknown {
	const { parameters } = context;
	const own: Readonly<Record<string, unknown>> = (Array.isArray(parameters) ? parameters[itemIndex] : parameters) as Readonly<Record<string, unknown>> | undefined ?? {};
	const value = valueAt(own, name) ?? fallback;
	if (value === undefined) throw new Error(`Could not get parameter "${name}" (item ${itemIndex}); the node has no default for it in this test.`);
	return value;
}

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** What every kind of call shares. */
function shared(context: FakeContext) {
	const node: INode = { id: 'node-1', name: 'Node under test', type: 'n8n-nodes-performance-trace.underTest', typeVersion: 1, position: [0, 0], parameters: {}, ...context.node };
	const staticData = context.staticData ?? {};
	const credential = (name: string): FakeCredential => {
		const found = context.credentials?.[name];
		if (found === undefined) throw new Error(`Node does not have any credentials set for "${name}"`);
		return found;
	};
	return {
		logger: silent,
		getNode: () => node,
		getMode: () => context.mode ?? 'trigger',
		getTimezone: () => context.timezone ?? 'UTC',
		getWorkflow: () => ({ id: 'workflow-1', name: 'Workflow under test', active: true }),
		getWorkflowStaticData: () => staticData,
		getCredentials: (name: string) => Promise.resolve().then(() => ({ ...credential(name).values })),
		helpers: {
			httpRequest,
			httpRequestWithAuthentication: async (name: string, options: IHttpRequestOptions) => authorisedRequest(credential(name), options),
			binaryToString: async (body: Readable | Buffer) => (Buffer.isBuffer(body) ? body : Buffer.concat(await body.toArray() as Buffer[])).toString('utf8'),
			binaryToBuffer: async (body: Readable | Buffer) => (Buffer.isBuffer(body) ? body : Buffer.concat(await body.toArray() as Buffer[])),
			getBinaryStream: (id: string) => Promise.resolve(Readable.from(storedBinary(id))),
			returnJsonArray: (json: IDataObject | IDataObject[]) => [json].flat().map((entry) => ({ json: entry })),
		},
	};
}

const stored = new Map<string, Buffer>();
function* storedBinary(id: string): Generator<Buffer> {
	const content = stored.get(id);
	if (content === undefined) throw new Error(`There is no binary "${id}" in this test.`);
	for (let at = 0; at < content.length; at += 64 * 1024) yield content.subarray(at, at + 64 * 1024);
}

/** A binary property of an item: in memory, or `filed` in the store of n8n, where it is read as a stream. */
export function binaryProperty(content: string | Buffer, mimeType: string, place: 'memory' | 'filed' = 'memory') {
	const bytes = Buffer.from(content);
	if (place === 'memory') return { mimeType, data: bytes.toString('base64') };
	const id = `filesystem-v2:test-${stored.size}`;
	stored.set(id, bytes);
	return { mimeType, data: 'filesystem-v2', id };
}

/** `this` of `execute`. */
export function executeFunctions(context: FakeExecution): IExecuteFunctions {
	const items: INodeExecutionData[] = [...(context.items ?? [{ json: {} }])];
	const base = shared({ mode: 'manual', ...context });
	const binaryOf = (itemIndex: number, property: string) => {
		const binary = items[itemIndex]?.binary?.[property];
		if (binary === undefined) throw new Error(`This operation expects the node's input data to contain a binary file '${property}', but none was found [item ${itemIndex}]`);
		return binary;
	};
	return {
		...base,
		getInputData: () => items,
		continueOnFail: () => context.continueOnFail ?? false,
		getNodeParameter: (name: string, itemIndex: number, fallback?: unknown) => readParameter(context, name, itemIndex, fallback),
		getExecutionCancelSignal: () => undefined,
		addExecutionHints: () => undefined,
		helpers: {
			...base.helpers,
			assertBinaryData: binaryOf,
			getBinaryDataBuffer: (itemIndex: number, property: string) => {
				const binary = binaryOf(itemIndex, property);
				return Promise.resolve(binary.id === undefined ? Buffer.from(binary.data, 'base64') : Buffer.concat([...storedBinary(binary.id)]));
			},
		},
	} as unknown as IExecuteFunctions;
}

/** `this` of `poll`. */
export function pollFunctions(context: FakeContext & { readonly budgetMilliseconds?: number }): IPollFunctions {
	return {
		...shared(context),
		getActivationMode: () => 'activate',
		getPollBudgetMs: () => context.budgetMilliseconds ?? 5 * 60_000,
		getNodeParameter: (name: string, fallback?: unknown) => readParameter(context, name, 0, fallback),
	} as unknown as IPollFunctions;
}

export interface FakeRequest {
	readonly method?: string;
	/** Names in any case, as they come over the wire. */
	readonly headers?: Readonly<Record<string, string>>;
	readonly query?: Readonly<Record<string, string>>;
	readonly body?: string | Buffer;
	/** Largest body n8n itself takes, in bytes (N8N_PAYLOAD_SIZE_MAX). */
	readonly serverLimit?: number;
}

/** What a webhook node wrote as its answer, null where it left the answer to n8n. */
export interface FakeAnswer {
	status: number;
	headers: Record<string, string>;
	body: string;
}

/** `this` of `webhook`, and the answer that was written by the time the call returns. */
export function webhookFunctions(context: FakeContext & { readonly request: FakeRequest }): { readonly functions: IWebhookFunctions; readonly answer: () => FakeAnswer | null } {
	const { request } = context;
	const bytes = Buffer.from(request.body ?? '');
	const headers: Record<string, string> = { 'content-length': String(bytes.length) };
	for (const [name, value] of Object.entries(request.headers ?? {})) headers[name.toLowerCase()] = value;
	const incoming = {
		method: request.method ?? 'POST',
		headers,
		query: request.query ?? {},
		contentType: headers['content-type']?.split(';')[0]?.trim(),
		rawBody: undefined as Buffer | undefined,
		readRawBody: () => {
			if (bytes.length > (request.serverLimit ?? 16 * 1024 * 1024)) return Promise.reject(Object.assign(new Error('request entity too large'), { type: 'entity.too.large', status: 413 }));
			incoming.rawBody = bytes;
			return Promise.resolve();
		},
	};
	const written: FakeAnswer = { status: 200, headers: {}, body: '' };
	let ended = false;
	const outgoing = {
		status: (code: number) => {
			written.status = code;
			return outgoing;
		},
		setHeader: (name: string, value: string) => {
			written.headers[name.toLowerCase()] = value;
			return outgoing;
		},
		json: (value: unknown) => {
			written.headers['content-type'] = 'application/json; charset=utf-8';
			outgoing.end(JSON.stringify(value));
			return outgoing;
		},
		end: (text?: string) => {
			if (ended) throw new Error('The answer was written twice.');
			ended = true;
			written.body = text ?? '';
		},
	};
	const functions = {
		...shared({ mode: 'webhook', ...context }),
		getNodeParameter: (name: string, fallback?: unknown) => readParameter(context, name, 0, fallback),
		getHeaderData: () => headers,
		getQueryData: () => request.query ?? {},
		getBodyData: () => ({}),
		getWebhookName: () => 'default',
		getRequestObject: () => incoming,
		getResponseObject: () => outgoing,
	} as unknown as IWebhookFunctions;
	return { functions, answer: () => (ended ? written : null) };
}
