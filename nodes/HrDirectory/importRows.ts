import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { readPeopleTable, type PeopleColumn } from '../../core/people/peopleTable.js';
import { groupRulesOf } from './groupRules.js';
import { peopleOutput, type PeopleDelivery } from './peopleOutput.js';

/** Rows of a CSV file, a Data Table, LDAP or another HR system → people. All rows are read together, because they name each other. */
export function importRows(context: IExecuteFunctions, delivery: PeopleDelivery): INodeExecutionData[][] {
	const reading = readPeopleTable(
		context.getInputData().map(({ json }) => json),
		{ source: context.getNodeParameter('source', 0) as string, columns: context.getNodeParameter('columns', 0, {}) as Partial<Record<PeopleColumn, string>>, groupRoles: groupRulesOf(context) },
	);
	return peopleOutput(reading, (positions) => positions.map((item) => ({ item })), delivery);
}
