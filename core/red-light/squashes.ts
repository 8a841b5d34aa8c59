import type { ChangeMerged, CommitRecorded } from '../git/evidence.js';
import type { ChangeLog } from './changes.js';
import { shortHash } from './columns.js';
import type { FactSource } from './facts.js';

/** Rows looked at between two pauses. */
const SLICE = 100_000;

/**
 * Tells of a commit that was read from a branch (not through a change) whether it is what a change was squashed or merged into whose own commits were read too.
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
	const size = Math.ceil(count * 1.5) + 1;
	/** Row + 1 by the short hash of what the change became. */
	const slots = new Int32Array(size);
	const placeOf = (hash: number): number => Math.floor(((hash >>> 0) / 4_294_967_296) * size);
	for (let row = 0; row < changes.rows; row++) {
		if (row % SLICE === SLICE - 1) yield null;
		if (!changes.isSquashed(row)) continue;
		let slot = placeOf(changes.mergedAs(row));
		while (slots[slot] !== 0) slot = slot + 1 === size ? 0 : slot + 1;
		slots[slot] = row + 1;
	}
	return (fact) => {
		const { repository, sha } = facts.at(fact).data as CommitRecorded;
		const hash = shortHash(sha);
		for (let slot = placeOf(hash); ; slot = slot + 1 === size ? 0 : slot + 1) {
			const row = (slots[slot] ?? 0) - 1;
			if (row < 0) return false;
			if (changes.mergedAs(row) !== hash) continue;
			const merged = facts.at(changes.fact(row)).data as ChangeMerged;
			if (merged.repository === repository && merged.mergedAs === sha) return true;
		}
	};
}
