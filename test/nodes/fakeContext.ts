import { NodeApiError, type ICredentialDataDecryptedObject, type ICredentialType, type IExecuteFunctions, type IHttpRequestOptions, type INode, type INodeExecutionData, type INodeParameters, type INodeType } from 'n8n-workflow';

const NODE: INode = { id: '1', name: 'Under test', type: 'test', typeVersion: 1, position: [0, 0], parameters: {} };

export interface FakeRun {
	readonly items: readonly object[];
	/** Parameters by item; a function sees the item's JSON, as an expression would. */
	readonly parameters: (item: Readonly<Record<string, unknown>>, itemIndex: number) => Readonly<Record<string, unknown>>;
	readonly continueOnFail?: boolean;
	readonly credentials?: ICredentialDataDecryptedObject;
	readonly credentialType?: ICredentialType;
}

/** Runs a node as n8n does, with the credential's own authentication and a real HTTP call. Parameters that are not given take the description's default. */
export async function runNode(node: INodeType, run: FakeRun): Promise<INodeExecutionData[][]> {
	if (node.execute === undefined) throw new Error('the node does not execute');
	const result = await node.execute.call(contextOf(node, run));
	if (result === null || !Array.isArray(result)) throw new Error('the node gave no items');
	return result;
}

function contextOf(node: INodeType, { items, parameters, continueOnFail = false, credentials = {}, credentialType }: FakeRun): IExecuteFunctions {
	const given = items.map((item, index) => parameters(item as Readonly<Record<string, unknown>>, index));
	const fake = {
		getInputData: () => items.map((json) => ({ json })),
		getNode: () => NODE,
		continueOnFail: () => continueOnFail,
		getNodeParameter: (name: string, itemIndex: number, otherwise?: unknown): unknown => {
			const value = name.split('.').reduce<unknown>((at, part) => (at as INodeParameters | undefined)?.[part], given[itemIndex]);
			if (value !== undefined) return value;
			const standard = node.description.properties.find((property) => property.name === name)?.default;
			return standard ?? otherwise;
		},
		getCredentials: () => Promise.resolve(credentials),
		helpers: {
			httpRequestWithAuthentication: async (_: string, options: IHttpRequestOptions): Promise<unknown> => {
				try {
					if (typeof credentialType?.authenticate !== 'function') throw new Error('no authentication by function');
					return await call(await credentialType.authenticate(credentials, options));
				} catch (error) {
					throw new NodeApiError(NODE, error as never);
				}
			},
		},
	};
	return fake as unknown as IExecuteFunctions;
}

async function call({ url, method = 'GET', headers, body, timeout }: IHttpRequestOptions): Promise<unknown> {
	try {
		const response = await fetch(url, { method, headers: headers as Record<string, string>, body: body as string, redirect: 'manual', ...(timeout === undefined ? {} : { signal: AbortSignal.timeout(timeout) }) });
		const text = await response.text();
		return { statusCode: response.status, headers: Object.fromEntries(response.headers), body: text };
	} catch (error) {
		if (error instanceof Error && error.name === 'TimeoutError') throw Object.assign(new Error(`timeout of ${timeout ?? 0}ms exceeded, ${url}`), { code: 'ECONNABORTED' });
		throw error;
	}
}
