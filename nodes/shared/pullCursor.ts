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

/**
 * The value of a parameter "Cursor": what an output "Cursor" gave, as an object, as its JSON text, as the whole row or a list of rows of which
 * one has the key; or nothing for the first run.
 */
export function cursorParameter(context: Pick<IExecuteFunctions, 'getNodeParameter'>, name: string, itemIndex: number, cursorKey: string): JsonObject | null {
	const given = jsonParameter(context, name, 'Cursor', itemIndex);
	const rows: readonly unknown[] | null = Array.isArray(given) ? given : isRow(given) ? [given] : null;
	const refused = (): never => {
		throw new UserMessage(`Parameter "Cursor" is ${JSON.stringify(given).slice(0, 80)}.`, 'Expected: what the output "Cursor" gave in the last run, or nothing for the first run.');
	};
	// A table without rows gives an item without fields.
	if (rows?.some((row) => !isRow(row) && !isEmpty(row)) === true) return refused();
	const row = rows?.find((one) => isRow(one) && one.cursorKey === cursorKey);
	const stored = rows === null ? given : isRow(row) ? row.cursor : null;
	const value = typeof stored === 'string' ? parsed(stored) : stored;
	if (value === null || value === undefined || isEmpty(value)) return null;
	return typeof value === 'object' && !Array.isArray(value) ? (value as JsonObject) : refused();
}

const isEmpty = (value: unknown): boolean => typeof value === 'object' && value !== null && Object.keys(value).length === 0;

function isRow(value: unknown): value is { readonly cursorKey: unknown; readonly cursor: unknown } {
	return typeof value === 'object' && value !== null && 'cursorKey' in value && 'cursor' in value;
}

function parsed(text: string): unknown {
	if (text.trim() === '') return null;
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}

export function cursorRow(cursorKey: string, cursor: JsonObject, at: string): CursorRow {
	return { cursorKey, cursor: JSON.stringify(cursor), at };
}
