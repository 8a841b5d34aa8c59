import { describe, expect, it } from 'vitest';
import { chainHash } from '../../../core/event-log/chain.js';
import { anchorOf, captureVersions, entryOf, hashOfEntry, readAnchors, verifyLineages, versionToRow, type VersionDraft, type VersionRow } from '../../../core/lineage/index.js';
import { hashOf, stored } from './sample.js';

/** Numbers that look random and are the same in every run. */
function createDice(seed: number): (sides: number) => number {
	let state = seed;
	return (sides) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 4_294_967_296) * sides);
	};
}

function draft(document: number, version: number): VersionDraft {
	return {
		approvals: [
			{ at: '2026-01-01', person: 'Li Lei', role: 'author', sha256: null },
			{ at: '2026-01-02', person: 'Chen Jie', role: 'approver', sha256: hashOf('a') },
		],
		changeNote: `Changed table ${version}, “quoted” & <b>\n`,
		deficiencyLetter: null,
		document: `D${document}`,
		effectiveFrom: null,
		modifier: 'Wu Min',
		name: `document ${document}.pdf`,
		number: `1.${version}`,
		sha256: hashOf('a'),
		size: 1000 + version,
		source: 'https://dms.example.com',
		sourceId: `${document}-${version}`,
		state: 'approved',
		uploadedAt: `2026-01-${String(version + 1).padStart(2, '0')}T08:00:00+08:00`,
		url: null,
		withdrawnAt: null,
	};
}

const LENGTH = 12;
const rows: readonly VersionRow[] = captureVersions({ drafts: Array.from({ length: 3 * LENGTH }, (_, index) => draft(index % 3, Math.floor(index / 3))), known: [], recordedAt: '2026-02-01T08:00:00Z' }).versions.map(({ entry }) => versionToRow(entry));
const anchors = readAnchors(anchorOf(verifyLineages(rows)));

describe('S3: verifying lineages', () => {
	it('S3: the hash of an entry is SHA-256 of its canonical JSON, as the event log defines it', () => {
		for (const row of rows) {
			const entry = entryOf(row);
			expect(hashOfEntry(entry)).toBe(row.hash);
			expect(chainHash(entry.content)).toBe(row.hash);
		}
	});

	it('S3: what was captured is intact; without an anchor that proves only consistency, and the verdict says so', () => {
		for (const verdict of verifyLineages(rows)) {
			expect(verdict).toMatchObject({ intact: true, entries: LENGTH, anchor: 'none' });
			expect(verdict.statement.en).toContain('proves only that the log is consistent in itself');
		}
		expect(verifyLineages(rows, anchors)[0]?.statement.en).toContain('leads to the hash that was noted outside');
	});

	it('S3: 10,000 random single changes to stored lineages are all found, at the right place', () => {
		const dice = createDice(20_260_302);
		const columns = ['name', 'number', 'uploadedAt', 'modifier', 'changeNote', 'approvals', 'state', 'effectiveFrom', 'size', 'sha256', 'source', 'sourceId', 'recordedAt', 'previousHash', 'hash'] as const;
		const kinds = { edit: 0, remove: 0, insert: 0, swap: 0, backdate: 0 };
		for (let round = 0; round < 10_000; round++) {
			const changed: VersionRow[] = [...rows];
			const document = `D${dice(3)}`;
			const own = changed.flatMap((row, position) => (row.document === document ? [position] : []));
			const place = dice(LENGTH);
			const at = own[place] ?? 0;
			const row = changed[at];
			if (row === undefined) throw new Error('no row');
			const sequence = row.sequence;
			const kind = (['edit', 'remove', 'insert', 'swap', 'backdate'] as const)[dice(5)] ?? 'edit';
			kinds[kind]++;
			let expected: ReadonlyArray<readonly [kind: string, sequence: number]>;
			switch (kind) {
				case 'edit': {
					const column = columns[dice(columns.length)] ?? 'name';
					const value = column === 'size' ? row.size + 1 : column === 'approvals' ? JSON.stringify([{ at: '2026-01-02', person: 'Someone else', role: 'approver', sha256: null }]) : `${row[column]}x`;
					changed[at] = { ...row, [column]: value };
					expected = [['altered', sequence]];
					break;
				}
				case 'backdate':
					changed[at] = { ...row, uploadedAt: row.uploadedAt.replace('2026', '2025') };
					expected = [['altered', sequence]];
					break;
				case 'remove':
					changed.splice(at, 1);
					expected = [['removed', sequence]];
					break;
				case 'insert':
					changed.splice(at, 0, { ...row, changeNote: 'Never written', sourceId: 'forged', hash: hashOf('0') });
					expected = [['inserted', sequence]];
					break;
				case 'swap': {
					const other = own[(place + 1 + dice(LENGTH - 1)) % LENGTH] ?? 0;
					const second = changed[other];
					if (second === undefined) throw new Error('no row');
					changed[at] = second;
					changed[other] = row;
					expected = [['swapped', Math.min(sequence, second.sequence)]];
				}
			}
			const verdicts = verifyLineages(changed, anchors);
			expect(verdicts.filter(({ intact }) => !intact).map((verdict) => verdict.document), `${kind} in round ${round}`).toEqual([document]);
			const faults = verdicts.find(({ intact }) => !intact)?.faults ?? [];
			expect(faults.map((fault) => [fault.kind, fault.sequence]), `${kind} in round ${round}`).toEqual(expected);
		}
		expect(Math.min(...Object.values(kinds))).toBeGreaterThan(1500);
	});

	it('S3: a change whose hash was computed anew is found too, at the version that was changed', () => {
		for (const row of rows) {
			const forged = { ...row, changeNote: 'Nothing to see' };
			const rehashed = { ...forged, hash: hashOfEntry(entryOf(forged)) };
			const verdict = verifyLineages(rows.map((one) => (one === row ? rehashed : one)), anchors).find(({ intact }) => !intact);
			expect(verdict?.faults.map(({ kind, sequence, version }) => [kind, sequence, version])).toEqual([[row.sequence === LENGTH ? 'rewritten' : 'altered', row.sequence, row.number]]);
		}
	});

	it('S3: a text that only looks like the recorded one when it is written into JSON is found out', () => {
		const trail = '[{"role":"author","person":"Li Lei"},{"role":"approver","person":"Chen Jie"}]';
		const good = stored([{ number: '1', uploadedAt: '2026-01-01', changeNote: 'say "hi"', approvals: trail }, { number: '2', changeNote: 'plain', url: 'https://dms.example.com/2' }]);
		expect(verifyLineages(good)).toMatchObject([{ intact: true }]);
		const forged: ReadonlyArray<Partial<VersionRow>> = [
			{ changeNote: 'say \\"hi\\"' },
			{ approvals: JSON.stringify([{ at: null, person: 'Li Lei","role":"author","sha256":null},{"at":null,"person":"Chen Jie', role: 'approver', sha256: null }]) },
			{ approvals: '[{"at":null,"person":"Li Lei","role":"author","sha256":null},{"at":null,"person":"Chen Jie","role":"approver","sha256":null}],"changeNote":"x"', changeNote: '' },
		];
		for (const change of forged) expect(verifyLineages(good.map((row, at) => (at === 0 ? { ...row, ...change } : row)))[0]?.faults).toMatchObject([{ kind: 'altered', sequence: 1 }]);
		expect(verifyLineages(good.map((row, at) => (at === 1 ? { ...row, changeNote: 'plain","deficiencyLetter":null,"document":"IB', deficiencyLetter: '' } : row)))[0]?.intact).toBe(false);
	});

	it('S3: a row that was moved to another document is missed in the one and strange in the other', () => {
		const moved = rows.map((row) => (row.document === 'D1' && row.sequence === 4 ? { ...row, document: 'D9' } : row));
		expect(verifyLineages(moved).filter(({ intact }) => !intact).map(({ document, faults }) => [document, faults[0]?.kind])).toEqual([['D1', 'removed'], ['D9', 'altered']]);
	});

	it('S3: a whole document that is gone is named by the anchor', () => {
		const left = rows.filter(({ document }) => document !== 'D2');
		expect(verifyLineages(left).every(({ intact }) => intact)).toBe(true);
		expect(verifyLineages(left, anchors).filter(({ intact }) => !intact)).toMatchObject([{ document: 'D2', faults: [{ kind: 'removed', sequence: 1, toSequence: LENGTH }] }]);
	});

	it('S3: a removed version is named by its neighbours', () => {
		const [verdict] = verifyLineages(rows.filter(({ document, sequence }) => !(document === 'D0' && sequence === 3)));
		expect(verdict?.statement).toEqual({ en: 'The chain is broken. Entry 3 was removed, between version 1.1 and version 1.3.', 'zh-CN': '哈希链已断裂。第 3 条被删除，位于版本 1.1 与版本 1.3 之间。' });
	});

	it('S3: rows with nothing, numbers as text or null for an empty text are read for what they are', () => {
		expect(verifyLineages([{}, null, 7]).every(({ intact }) => !intact)).toBe(true);
		const loose = stored([{ number: '1', uploadedAt: '2026-01-01' }]).map((row) => ({ ...row, state: null, sequence: String(row.sequence), size: null, numberAssigned: 0 }));
		expect(verifyLineages(loose)).toMatchObject([{ intact: true }]);
	});
});
