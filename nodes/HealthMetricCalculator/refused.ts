import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

/** An item that could not be used, with field, value and what was expected. */
export function refused(json: IDataObject, item: number, problems: ReadonlyArray<{ readonly field: string; readonly value: string | null; readonly expected: string }>): INodeExecutionData {
	const reason = problems.map(({ field, value, expected }) => `${field}: ${value === null ? 'missing' : `"${value}"`}, expected ${expected}`).join('; ');
	return { json: { reason, findings: problems.map((problem) => ({ ...problem })), input: json }, pairedItem: { item } };
}
