import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captureVersions, draftOfRow, verifyLineages, versionToRow, type VersionDraft, type VersionRow } from '../../../core/lineage/index.js';

function drafts(rows: ReadonlyArray<Readonly<Record<string, unknown>>>, source = 'https://wiki.example.com'): readonly VersionDraft[] {
	return rows.flatMap((row) => {
		const read = draftOfRow({ document: 'IB', name: 'IB.pdf', ...row }, { source });
		if ('unusable' in read) throw new Error(read.unusable.reason);
		return read.drafts;
	});
}
const capture = (given: readonly VersionDraft[], known: readonly unknown[] = []): VersionRow[] => captureVersions({ drafts: given, known, recordedAt: null }).versions.map(({ entry }) => versionToRow(entry));

describe('S3: capturing versions', () => {
	const one = { number: '1', uploadedAt: '2026-01-05', changeNote: 'First' };
	const two = { number: '2', uploadedAt: '2026-02-10', changeNote: 'Second' };

	it('S3: what a source does not say it does not take back: approvals of a stored row stay when the wiki is read again', () => {
		const stored = capture(drafts([one, two]));
		const approved = capture(drafts([{ ...stored[1], approvals: JSON.stringify([{ role: 'approver', person: 'Chen Jie', at: '2026-02-11' }]) }], 'elsewhere'), stored);
		expect(approved).toMatchObject([{ number: '2', sequence: 3, source: 'https://wiki.example.com', sourceId: stored[1]?.sourceId }]);
		expect(approved[0]).toMatchObject({ ...two, sha256: '', size: -1 });
		expect(capture(drafts([one, two]), [...stored, ...approved])).toEqual([]);
		expect(verifyLineages([...stored, ...approved])).toMatchObject([{ intact: true, entries: 3 }]);
	});

	it('S3: the order and repetition of what is captured make no difference, and every chain is intact', () => {
		const all = drafts(Array.from({ length: 12 }, (_, index) => ({ document: `D${index % 3}`, number: String(1 + Math.floor(index / 3)), uploadedAt: `2026-01-${String(10 + index)}` })));
		const expected = capture(all);
		expect(verifyLineages(expected).every(({ intact }) => intact)).toBe(true);
		fc.assert(
			fc.property(fc.shuffledSubarray([...all, ...all], { minLength: 24 }), fc.nat(24), (shuffled, cut) => {
				expect(capture(shuffled)).toEqual(expected);
				// In two goes every version is stored once too, though perhaps in another order.
				const first = capture(shuffled.slice(0, cut));
				const both = [...first, ...capture(shuffled, first)];
				expect(both).toHaveLength(expected.length);
				expect(verifyLineages(both).every(({ intact }) => intact)).toBe(true);
			}),
		);
	});

	it('S3: where the source counts no versions they are counted on from what is stored, and such numbers have no gaps', () => {
		const counted = (rows: ReadonlyArray<Readonly<Record<string, unknown>>>): readonly VersionDraft[] => drafts(rows);
		const first = capture(counted([{ sourceId: 'c2', uploadedAt: '2026-01-02' }, { sourceId: 'c1', uploadedAt: '2026-01-01' }]));
		expect(first.map(({ number, numberAssigned, sourceId }) => [number, numberAssigned, sourceId])).toEqual([['1', true, 'c1 IB'], ['2', true, 'c2 IB']]);
		expect(capture(counted([{ sourceId: 'c1', uploadedAt: '2026-01-01' }, { sourceId: 'c3', uploadedAt: '2026-01-03' }]), first).map(({ number }) => number)).toEqual(['3']);
	});
});
