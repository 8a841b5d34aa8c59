import type { ChangeMerged, CommitRecorded } from '../git/evidence.js';
import type { ChangeLog } from './changes.js';
import { shortHash } from './columns.js';
import type { FactSource } from './facts.js';

/** Rows looked at between two pauses. */
const SLICE = 100_000;

/**
 * Tells of a commit that was read from a branch whether it is what a change was squashed or merged into whose own commits were read too.
 *
 * @returns null where no change whose commits were read became any; nothing is kept per commit, so that few have to be asked about
 */
export function* squashCopies(changes: ChangeLog, facts: FactSource): Generator<null, ((fact: number) => boolean) | null> {
	let count = 0;
	for (let row = 0; row < changes.rows; row++) {
		if (row % SLICE === SLICE - 1) yield null;
		if (changes.isSquashed(row)) count++;
	}
	if (count === 0) return null;
	let size = 16;
	while (size < count * 2) size *= 2;
	/** Row + 1 by the short hash of what the change became. */
	const slots = new Int32Array(size);
	const mask = size - 1;
	for (let row = 0; row < changes.rows; row++) {
		if (row % SLICE === SLICE - 1) yield null;
		if (!changes.isSquashed(row)) continue;
		let slot = changes.mergedAs(row) & mask;
		while (slots[slot] !== 0) slot = (slot + 1) & mask;
		slots[slot] = row + 1;
	}
	return (fact) => {
		const { repository, sha, change } = facts.at(fact).data as CommitRecorded;
		if (change !== null) return false;
		const hash = shortHash(sha);
		for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
			const row = (slots[slot] ?? 0) - 1;
			if (row < 0) return false;
			if (changes.mergedAs(row) !== hash) continue;
			const merged = facts.at(changes.fact(row)).data as ChangeMerged;
			if (merged.repository === repository && merged.mergedAs === sha) return true;
		}
	};
}
