import type { IExecuteFunctions } from 'n8n-workflow';
import type { JsonObject } from '../../core/pull/pull.js';
import { UserMessage } from './items.js';
import { jsonParameter } from './jsonParameter.js';

/*
 * Where a reading ended. It comes in as a parameter and goes out as an item, so that the workflow stores it in the table `pt_cursors`
 * after the evidence is stored, and not before. Source: architecture "State".
 */

/** Row of `pt_cursors`. */
export interface CursorRow {
	readonly cursorKey: string;
	/** JSON text. */
	readonly cursor: string;
	/** RFC 3339. */
	readonly at: string;
}

/** The value of a parameter "Cursor": an object, its JSON text, or nothing for the first run. */
export function cursorParameter(context: Pick<IExecuteFunctions, 'getNodeParameter'>, name: string, itemIndex: number): JsonObject | null {
	const value = jsonParameter(context, name, 'Cursor', itemIndex);
	if (value === null || value === undefined || value === '' || (typeof value === 'string' && value.trim() === '')) return null;
	if (typeof value !== 'object' || Array.isArray(value)) throw new UserMessage(`Parameter "Cursor" is ${JSON.stringify(value).slice(0, 80)}.`, 'Expected: what the output "Cursor" gave in the last run (its field "cursor"), or nothing for the first run.');
	return Object.keys(value).length === 0 ? null : (value as JsonObject);
}

export function cursorRow(cursorKey: string, cursor: JsonObject, at: string): CursorRow {
	return { cursorKey, cursor: JSON.stringify(cursor), at };
}
