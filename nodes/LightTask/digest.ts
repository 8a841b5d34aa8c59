import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { readPeopleTable } from '../../core/people/peopleTable.js';
import { lightDigest, type DigestColour } from '../../core/visibility/digest.js';
import { UserMessage } from '../shared/items.js';
import { jsonParameter } from '../shared/jsonParameter.js';

const COLOURS: readonly string[] = ['red', 'yellow', 'green'];

/** All input items together → one item with numbers only. The settings are those of the first item. */
export function digestOf(context: IExecuteFunctions): INodeExecutionData[] {
	const rows: unknown = jsonParameter(context, 'people', 'People', 0) ?? [];
	if (!Array.isArray(rows)) throw new UserMessage('Parameter "People" is not a list.', 'Give the rows of pt_people, e.g. {{ $("Read people").all().map(item => item.json) }}.');
	const smallest = Number(context.getNodeParameter('smallestGroup', 0));
	if (!Number.isInteger(smallest) || smallest < 2) throw new UserMessage(`"Smallest Group" is ${JSON.stringify(context.getNodeParameter('smallestGroup', 0))}.`, 'Expected: a whole number from 2.');
	const groups = new Map(readPeopleTable(rows.filter((row: unknown) => typeof row === 'object' && row !== null && Object.keys(row).length > 0), { source: 'table:people' }).people.map(({ id, department }) => [id, department]));
	const items = context.getInputData();
	const lights = items.flatMap(({ json }) => {
		const { personId, light } = { ...json, ...(typeof json['value'] === 'object' ? (json['value'] as IDataObject) : {}) };
		return typeof personId === 'string' && personId !== '' && typeof light === 'string' && COLOURS.includes(light) ? [{ personId, light: light as DigestColour }] : [];
	});
	const digest = lightDigest(lights, (id) => groups.get(id) ?? null, smallest);
	return [{ json: digest as unknown as IDataObject, pairedItem: items.map((_, item) => ({ item })) }];
}
