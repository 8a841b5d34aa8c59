import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readChange, readLogEntry } from '../../../core/edc/redcap/logging.js';
import { entry, smallProject } from './redcapProject.js';
import { read, states } from './redcapRun.js';

describe('S1: REDCap, reading the logging', () => {
	it('S1: values are written without escaping, and are read to their end', () => {
		expect(readChange("comments = 'This record doesn't have a DAG, so call', mugshot = '25'").values).toEqual([
			{ field: 'comments', value: "This record doesn't have a DAG, so call", choice: null },
			{ field: 'mugshot', value: '25', choice: null },
		]);
		expect(readChange("[instance = 3], checkbox(1) = unchecked, checkbox(b) = checked,\ndata_complete = ''")).toEqual({
			instance: '3',
			values: [
				{ field: 'checkbox', value: '0', choice: '1' },
				{ field: 'checkbox', value: '1', choice: 'b' },
				{ field: 'data_complete', value: '', choice: null },
			],
		});
		expect(readChange('').values).toEqual([]);
	});

	it('S1: what was written as changes is read back', () => {
		const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,12}$/);
		const value = fc.string({ maxLength: 30 }).filter((text) => !/[\n']/.test(text) && text === text.trimEnd());
		fc.assert(
			fc.property(fc.array(fc.tuple(name, value), { minLength: 1, maxLength: 8 }), fc.option(fc.integer({ min: 2, max: 99 })), (fields, instance) => {
				const details = [...(instance === null ? [] : [`[instance = ${instance}]`]), ...fields.map(([field, text]) => `${field} = '${text}'`)].join(', ');
				expect(readChange(details)).toEqual({ instance: instance === null ? null : String(instance), values: fields.map(([field, text]) => ({ field, value: text, choice: null })) });
			}),
		);
	});

	it('S1: a hostile text is read in linear time', () => {
		const long = `comments = '${"', a(".repeat(100_000)}`;
		const before = performance.now();
		readChange(long);
		expect(performance.now() - before).toBeLessThan(2000);
	});

	it.each([
		['Update record (import) 5', '5', '5', 'update', true, ''],
		['Updated Record 20914 (Follow-up)', null, '20914', 'update', false, 'Follow-up'],
		['Create record 1 (Event 1 (Arm 1: Arm 1))', '1', '1', 'create', false, 'Event 1 (Arm 1: Arm 1)'],
		['Update Response 12', '12', '12', 'update', false, ''],
		['Delete record A (1)', 'A (1)', 'A (1)', 'delete', false, ''],
		['Update record (Auto calculation) 7', '7', '7', 'update', true, ''],
	])('S1: action "%s"', (action, record, expectedRecord, act, imported, eventLabel) => {
		const line = readLogEntry({ timestamp: '2026-03-01 08:00', username: 'u', action, details: "a = '1'", record }, 'UTC');
		expect(line?.record).toBe(expectedRecord);
		expect(line?.what).toMatchObject({ kind: 'data', act, imported, eventLabel });
	});

	it('S1: a line without a readable time is refused, the others are kept', () => {
		const server = smallProject();
		server.log.unshift(entry('yesterday', 'nurse_a', 'Update record 1', "weight = '1'", '1'));
		const result = read(server);
		expect(result.findings.map((finding) => finding.value)).toEqual(['yesterday']);
		expect(states(result.events)).toHaveLength(6);
	});
});
