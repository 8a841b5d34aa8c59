import type { IDataObject, INodeExecutionData, IPairedItemData } from 'n8n-workflow';
import { createDirectory, managerCircles } from '../../core/people/directory.js';
import { personToRow } from '../../core/people/personRow.js';
import type { DirectoryProblem, PeopleReading } from '../../core/people/reading.js';

/** People as rows for a Data Table, and what a person has to look at, each linked to the items it came from. */
export function peopleOutput(reading: PeopleReading, itemsOf: (positions: readonly number[]) => IPairedItemData[]): INodeExecutionData[][] {
	const people = reading.people.map((person): INodeExecutionData => ({ json: { ...personToRow(person) }, pairedItem: itemsOf(reading.origins.get(person.id) ?? []) }));
	const problems = reading.problems.map((problem): INodeExecutionData => ({ json: problemRow(problem), pairedItem: itemsOf(problem.index === null ? [] : [problem.index]) }));
	const circles = managerCircles(createDirectory(reading.people)).map(({ ids, message }): INodeExecutionData => {
		const positions = ids.flatMap((id) => reading.origins.get(id) ?? []);
		return { json: problemRow({ kind: 'warning', record: ids.join(', '), field: 'managerId', value: ids.join(' → '), message }), pairedItem: itemsOf(positions) };
	});
	return [people, [...problems, ...circles]];
}

function problemRow({ kind, record, field, value, message }: Omit<DirectoryProblem, 'index'>): IDataObject {
	return { kind, record, field, value, message: message.en, messageChinese: message['zh-CN'] };
}
