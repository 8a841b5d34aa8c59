import type { IExecuteFunctions } from 'n8n-workflow';
import { UserMessage } from './items.js';

/** Value of a JSON parameter: typed JSON gives its value, an expression the value itself. */
export function jsonParameter(context: Pick<IExecuteFunctions, 'getNodeParameter'>, name: string, label: string, itemIndex: number): unknown {
	const value: unknown = context.getNodeParameter(name, itemIndex, null);
	if (typeof value !== 'string' || value.trim() === '') return value;
	const parsed = parse(value);
	if ('reason' in parsed) throw new UserMessage(`Parameter "${label}" is not valid JSON: ${parsed.reason}`, 'Check brackets, quotes and commas, or switch the field to an expression such as {{ $json }}.');
	return parsed.value;
}

function parse(text: string): { readonly value: unknown } | { readonly reason: string } {
	try {
		return { value: JSON.parse(text) };
	} catch (error) {
		return { reason: error instanceof Error ? error.message : String(error) };
	}
}
