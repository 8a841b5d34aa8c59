import type { IExecuteFunctions } from 'n8n-workflow';
import { createDirectory, type Directory } from '../../core/people/directory.js';
import { readPeopleTable } from '../../core/people/peopleTable.js';
import { isFields } from '../../core/task/readInputs.js';
import { UserMessage } from '../shared/items.js';
import { jsonParameter } from '../shared/jsonParameter.js';

/* Lists that come as parameters beside the items: people, figures, index choices, known re-checks. */

/** A list of a JSON parameter; one that is not there is empty. @throws UserMessage naming the parameter */
export function listOf(context: IExecuteFunctions, name: string, label: string, remedy: string, itemIndex = 0): readonly unknown[] {
	const list: unknown = jsonParameter(context, name, label, itemIndex) ?? [];
	if (!Array.isArray(list)) throw new UserMessage(`Parameter "${label}" is not a list.`, remedy);
	return list;
}

/** The people of the parameter; null where there are none, so that owners are not looked up. */
export function peopleOf(context: IExecuteFunctions, itemIndex = 0): Directory | null {
	const rows = listOf(context, 'people', 'People', 'Give the rows of pt_people, e.g. {{ $("Read people").all().map(item => item.json) }}.', itemIndex).filter((row) => isFields(row) && Object.keys(row).length > 0);
	return rows.length === 0 ? null : createDirectory(readPeopleTable(rows, { source: 'table:pt_people' }).people);
}
