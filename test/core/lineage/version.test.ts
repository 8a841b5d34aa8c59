import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryOf } from '../../../core/lineage/index.js';

const trail = (approvals: unknown) => entryOf({ approvals }).content.approvals;
const text = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('2026-01-05', 'author', '陈洁', '},{"at":', 'a"b', 'a\\b', ''));
const step = fc.record({ at: fc.option(text), person: text, role: fc.oneof(fc.constantFrom('author', 'reviewer', 'approver'), text), sha256: fc.option(text) });

describe('S3: reading stored versions', () => {
	it('S3: an approval trail reads the same as JSON text and as a list, whatever it holds', () => {
		fc.assert(
			fc.property(fc.array(step, { maxLength: 4 }), (steps) => {
				expect(trail(JSON.stringify(steps))).toEqual(trail(steps));
			}),
			{ numRuns: 5000 },
		);
	});

	it.each([
		'[{"role":"approver","person":"Chen Jie"}]',
		'[ {"at":null,"person":"Chen Jie","role":"approver","sha256":null} ]',
		'[{"at": null,"person":"Chen Jie","role":"approver","sha256":null}]',
		'[{"person":"Chen Jie","at":null,"role":"approver","sha256":null}]',
		'[{"at":null,"person":"Chen Jie","role":"approver","sha256":null,"more":1}]',
	])('S3: %s is read too, though it is not as rows are written', (written) => {
		expect(trail(written)).toEqual([{ at: null, person: 'Chen Jie', role: 'approver', sha256: null }]);
	});

	it.each(['', '[]', 'null', '{}', '7', '[7]', '[', '[{"at":null', '[{"at":null,"person":"x","role":"author","sha256":null}', '[{"at":null,"person":"x","role":"author","sha256":null}]x'])('S3: %j is no trail and no exception', (written) => {
		expect(Array.isArray(trail(written))).toBe(true);
	});
});
