import type { Zone } from '../time/zone.js';
import { allFields, readHealthRow, referenceTo, type ColumnNames, type HealthRow, type RowKind, type RowProblem } from './rows.js';

/*
 * Records behind the figures, as rows of a table: a run reads those of its periods from there, and a page finds the record that a figure names.
 */

export interface HealthRecord {
	/** Kind, source and id: the reference that a figure keeps leads here. */
	readonly recordKey: string;
	readonly kind: RowKind;
	/** RFC 3339 in UTC, so that texts sort as times; empty where the row has no time. */
	readonly at: string;
	readonly person: string;
	readonly team: string;
	readonly department: string;
	readonly recordedAt: string;
	readonly url: string;
	/** The row under its own field names, as JSON. */
	readonly payload: string;
}

export type HealthRecordReading = { readonly ok: true; readonly record: HealthRecord } | { readonly ok: false; readonly problems: readonly RowProblem[] };

/** Checks a row as the metrics would read it, and makes a record of it. */
export function readHealthRecord(kind: RowKind, raw: Readonly<Record<string, unknown>>, columns: ColumnNames, zone: Zone): HealthRecordReading {
	const reading = readHealthRow(kind, raw, columns, zone);
	if (!reading.ok) return reading;
	const { row } = reading;
	const { source, id, time, url } = referenceTo(row);
	const fields = Object.fromEntries(allFields(kind).flatMap((name) => (name in row ? [[name, raw[columns[name] ?? name]]] : [])));
	return {
		ok: true,
		record: {
			recordKey: `${kind} ${source} ${id}`,
			kind,
			at: time ?? '',
			person: personOf(row),
			team: row.team ?? '',
			department: row.department ?? '',
			recordedAt: typeof fields['recordedAt'] === 'string' ? fields['recordedAt'] : '',
			url: url ?? '',
			payload: JSON.stringify({ kind, ...fields }),
		},
	};
}

/** The row that a record holds; anything else is given back as it is. */
export function rowOfHealthRecord(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
	const { recordKey, payload } = record;
	if (typeof recordKey !== 'string' || typeof payload !== 'string') return record;
	try {
		const row: unknown = JSON.parse(payload);
		return typeof row === 'object' && row !== null ? (row as Readonly<Record<string, unknown>>) : record;
	} catch {
		return record;
	}
}

function personOf(row: HealthRow): string {
	if (row.kind === 'talk' || row.kind === 'rating') return row.manager;
	return row.kind === 'view' ? row.viewer : (row.person ?? '');
}
