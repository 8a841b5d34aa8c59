import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HEALTH_METRICS } from '../../../core/health-metrics/index.js';
import { isRowKind } from '../../../core/health-metrics/rows.js';
import { roundedText } from '../../../core/explanation/templateHelpers.js';
import { calculated, row } from './support.js';

/* Golden tables: rows in, figures and alarms out, each counted by hand. */

const read = (name: string) => parse(readFileSync(join(import.meta.dirname, 'golden', name)), { columns: true }) as Array<Readonly<Record<string, string>>>;

describe('golden tables', () => {
	it.each(HEALTH_METRICS.map(({ id }) => [id] as const))('S8: %s: the rows give the figures of the table', (id) => {
		const rows = read(`${id}.in.csv`).map(({ kind, ...fields }) => {
			if (!isRowKind(kind)) throw new Error(`"${kind ?? ''}" is no kind of row.`);
			return row(kind, fields);
		});
		const { metrics, alarms } = calculated(rows, { metrics: [id], levels: ['company'] });
		const found = [
			...metrics.map(({ value }) => ({ metric: value.metric, period: value.period.id, kind: value.kind, numerator: String(value.numerator ?? ''), denominator: String(value.denominator ?? ''), value: value.value === null ? '' : roundedText(value.value, 2), light: value.light })),
			...alarms.map(({ value }) => ({ metric: 'alarm', period: value.entered, kind: value.cause, numerator: '', denominator: '', value: '', light: value.state })),
		];
		expect(found).toEqual(read(`${id}.out.csv`));
	});
});
