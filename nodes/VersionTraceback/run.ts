import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { UserMessage } from '../shared/items.js';
import { captureItems } from './capture.js';
import { registerNumbers } from './register.js';
import { reportOnNumber, traceNumber } from './trace.js';
import { verifyStored } from './verify.js';

export type Operation = 'capture' | 'registerNumber' | 'trace' | 'verify' | 'report';

/** Outputs of each operation; the last one takes what cannot be used, with the reason. */
export const OUTPUTS: Readonly<Record<Operation, readonly string[]>> = {
	capture: ['Rows to Store', 'Unusable'],
	registerNumber: ['Rows to Store', 'Refused'],
	trace: ['Lineages', 'Findings', 'Unusable'],
	verify: ['Verdict', 'Documents', 'Unusable'],
	report: ['Report', 'Unusable'],
};

export async function runVersionTraceback(context: IExecuteFunctions, operation: Operation): Promise<INodeExecutionData[][]> {
	switch (operation) {
		case 'capture':
			return await captureItems(context);
		case 'registerNumber':
			return registerNumbers(context);
		case 'trace':
			return await traceNumber(context);
		case 'verify':
			return await verifyStored(context);
		case 'report':
			return await reportOnNumber(context);
		default:
			throw new UserMessage(`Operation "${String(operation)}" is not known.`, 'Choose an operation from the list.');
	}
}
