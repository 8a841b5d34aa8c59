import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { UserMessage } from '../shared/items.js';
import { findPersonForRole } from './findPerson.js';
import { importRows } from './importRows.js';
import { joinAccounts } from './joinAccounts.js';
import { peopleDelivery } from './peopleOutput.js';
import { readScim } from './readScim.js';
import { readVendor } from './readVendor.js';
import { vendorOf } from './vendors.js';

export async function runHrDirectory(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const operation: string = context.getNodeParameter('operation', 0);
	const vendor = vendorOf(operation);
	if (vendor !== null) return await readVendor(context, vendor, peopleDelivery(context));
	switch (operation) {
		case 'readScim':
			return await readScim(context, peopleDelivery(context));
		case 'importRows':
			return importRows(context, peopleDelivery(context));
		case 'findPerson':
			return await findPersonForRole(context);
		case 'joinAccounts':
			return joinAccounts(context);
		default:
			throw new UserMessage(`Operation "${operation}" is not known.`, 'Choose an operation from the list.');
	}
}

/** The outputs of an operation with nothing but one item for a person to look at. */
export function reviewOutputOf(operation: string, item: INodeExecutionData): INodeExecutionData[][] {
	return operation === 'joinAccounts' ? [[], [item], []] : [[], [item]];
}
