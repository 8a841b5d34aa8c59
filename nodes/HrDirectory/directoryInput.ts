import type { IExecuteFunctions } from 'n8n-workflow';
import { createDirectory, type Directory } from '../../core/people/directory.js';
import { readPeopleTable } from '../../core/people/peopleTable.js';
import { UserMessage } from '../shared/items.js';
import { jsonParameter } from '../shared/jsonParameter.js';

/** The directory from the second input or a JSON parameter: rows of this node, or any table that the import operation reads. */
export function directoryOf(context: IExecuteFunctions): Directory {
	const rows = rowsOf(context);
	const { people, problems } = readPeopleTable(rows, { source: 'table:people' });
	const [refused] = problems.filter(({ kind }) => kind === 'refused');
	if (people.length === 0 && refused !== undefined) throw new UserMessage(`No row of the directory can be used. ${refused.message.en}`, 'Give the rows that the operations "Read SCIM Users" or "Import Rows" put out.');
	return createDirectory(people);
}

function rowsOf(context: IExecuteFunctions): readonly unknown[] {
	if (context.getNodeParameter('directorySource', 0) === 'secondInput') return context.getInputData(1).map(({ json }) => json);
	const value = jsonParameter(context, 'directory', 'Directory', 0);
	if (Array.isArray(value)) return value;
	throw new UserMessage('Parameter "Directory" is not a list of people.', 'Use an expression such as {{ $("Read people").all().map(item => item.json) }}, or the second input.');
}
