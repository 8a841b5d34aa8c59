import { describe, expect, it } from 'vitest';
import { readMapping } from '../../nodes/shared/edcMappingParameters.js';

describe('S1: the address of a record in the mapping', () => {
	const address = 'https://edc.example.org/{study}/{subject}[/{event}/{form}]';

	it('S1: entered as a field or in the JSON, which stands before the field', () => {
		expect(readMapping({ recordAddress: ` ${address} ` }, 'UTC').recordAddress).toBe(address);
		expect(readMapping({ recordAddress: 'https://edc.example.org/', json: { recordAddress: address } }, 'UTC').recordAddress).toBe(address);
		expect(readMapping({}, 'UTC').recordAddress).toBeUndefined();
	});

	it('S1: one that cannot be used is refused with the value and what is expected', () => {
		expect(() => readMapping({ recordAddress: 'edc.example.org/{patient}' }, 'UTC')).toThrow('"recordAddress" in the mapping is "edc.example.org/{patient}".');
		expect(() => readMapping({ json: '{"recordAddress": 7}' }, 'UTC')).toThrow('"recordAddress" in the mapping is 7.');
	});
});
