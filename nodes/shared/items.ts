import { NodeOperationError, type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';

/** What a handler gives for one item: one list of JSON objects per output of the node. */
export type OutputsOfItem = ReadonlyArray<readonly object[]>;

/**
 * Runs a handler once per input item, links every output to its input and honours "On Error: Continue".
 * A handler throws {@link UserMessage} for trouble a person can mend; one bad item never loses the good ones.
 */
export async function forEachItem(
	context: IExecuteFunctions,
	outputCount: number,
	handle: (itemIndex: number) => OutputsOfItem | Promise<OutputsOfItem>,
	/** Output for items that failed while "On Error: Continue" is set. */
	errorOutput = 0,
): Promise<INodeExecutionData[][]> {
	const outputs: INodeExecutionData[][] = Array.from({ length: outputCount }, () => []);
	const items = context.getInputData();
	for (let itemIndex = 0; itemIndex < items.length; itemIndex++) {
		try {
			const given = await handle(itemIndex);
			given.forEach((objects, output) => {
				for (const json of objects) outputs[output]?.push({ json: json as IDataObject, pairedItem: { item: itemIndex } });
			});
		} catch (error) {
			const nodeError = asNodeError(context, error, itemIndex);
			if (!context.continueOnFail()) throw nodeError;
			outputs[errorOutput]?.push({ json: { error: nodeError.message, remedy: nodeError.description ?? null }, pairedItem: { item: itemIndex } });
		}
	}
	return outputs;
}

/** Trouble in words for the user: what happened (field and value) and what to do next. */
export class UserMessage extends Error {
	constructor(
		message: string,
		/** What the user does about it. */
		readonly remedy: string,
	) {
		super(message);
		this.name = 'UserMessage';
	}
}

/** The one place where trouble becomes a node error that names node, item and remedy. */
export function asNodeError(context: Pick<IExecuteFunctions, 'getNode'>, error: unknown, itemIndex: number): NodeOperationError {
	if (error instanceof NodeOperationError) return error;
	const message = error instanceof Error ? error.message : String(error);
	const remedy = remedyOf(error);
	return new NodeOperationError(context.getNode(), `${message} [item ${itemIndex}]`, { itemIndex, ...(remedy === undefined ? {} : { description: remedy }) });
}

/** Errors of the core that a person can mend say how in a text `remedy`, as {@link UserMessage} does. */
function remedyOf(error: unknown): string | undefined {
	return error instanceof Error && 'remedy' in error && typeof error.remedy === 'string' ? error.remedy : undefined;
}
