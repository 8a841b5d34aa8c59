import type { IDataObject, IExecuteFunctions, INodeExecutionData, IPairedItemData } from 'n8n-workflow';
import { createDirectory, managerCircles } from '../../core/people/directory.js';
import { peopleGone } from '../../core/people/gone.js';
import { readPeopleTable } from '../../core/people/peopleTable.js';
import type { Person } from '../../core/people/person.js';
import { personToRow } from '../../core/people/personRow.js';
import type { DirectoryProblem, PeopleReading } from '../../core/people/reading.js';

export interface PeopleDelivery {
	/** People of earlier readings, to find who is no longer there; null: not asked for. */
	readonly known: readonly Person[] | null;
	/** The whole source was read. */
	readonly complete: boolean;
}

/** What is delivered besides the people read, as the parameters say. */
export function peopleDelivery(context: IExecuteFunctions): PeopleDelivery {
	const compare = context.getNodeParameter('markMissing', 0, false) as boolean;
	// Rows that cannot be read are nobody to compare with; they show in the reading that wrote them.
	const known = compare ? readPeopleTable(context.getInputData(1).map(({ json }) => json), { source: 'table:people' }).people : null;
	return { known, complete: true };
}

/** People as rows for a Data Table, and what a person has to look at, each linked to the items it came from. */
export function peopleOutput(reading: PeopleReading, itemsOf: (positions: readonly number[]) => IPairedItemData[], { known, complete }: PeopleDelivery): INodeExecutionData[][] {
	const missing = known === null || !complete ? { gone: [], problems: [] } : peopleGone(reading.people, known);
	const people = reading.people.map((person): INodeExecutionData => ({ json: { ...personToRow(person) }, pairedItem: itemsOf(reading.origins.get(person.id) ?? []) }));
	const gone = missing.gone.map((person): INodeExecutionData => ({ json: { ...personToRow(person) }, pairedItem: itemsOf([]) }));
	const problems = [...reading.problems, ...missing.problems].map((problem): INodeExecutionData => ({ json: problemRow(problem), pairedItem: itemsOf(problem.index === null ? [] : [problem.index]) }));
	const circles = managerCircles(createDirectory(reading.people)).map(({ ids, message }): INodeExecutionData => {
		const positions = ids.flatMap((id) => reading.origins.get(id) ?? []);
		return { json: problemRow({ kind: 'warning', record: ids.join(', '), field: 'managerId', value: ids.join(' → '), message }), pairedItem: itemsOf(positions) };
	});
	return [[...people, ...gone], [...problems, ...circles]];
}

function problemRow({ kind, record, field, value, message }: Omit<DirectoryProblem, 'index'>): IDataObject {
	return { kind, record, field, value, message: message.en, messageChinese: message['zh-CN'] };
}
