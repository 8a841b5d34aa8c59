/*
 * Groups of fewer than k persons are not shown, and neither is whatever would let them be computed from what is shown.
 * Source: domain reference 7 (k-anonymity, complementary suppression).
 */

/** A group with the groups it consists of; `people` are the persons its figure rests on: none where its rows name nobody. */
export interface PeopleTree<Group> {
	readonly group: Group;
	readonly people: ReadonlySet<string | number>;
	readonly parts: ReadonlyArray<PeopleTree<Group>>;
}

/**
 * The groups that must not be shown: those of fewer than k persons, those needed so that the hidden ones of a shown total are at least two
 * and together at least k persons (the smallest first; of equal ones the first listed), and everything below a hidden group.
 */
export function suppressedGroups<Group>(tree: PeopleTree<Group>, k: number): ReadonlySet<Group> {
	const hidden = new Set<Group>();
	if (tree.people.size > 0 && tree.people.size < k) hideAll(tree, hidden);
	else hideParts(tree, k, hidden);
	return hidden;
}

function hideParts<Group>({ parts }: PeopleTree<Group>, k: number, hidden: Set<Group>): void {
	const bySize = [...parts].sort((a, b) => a.people.size - b.people.size);
	const gone = new Set<string | number>();
	let count = 0;
	for (const part of bySize) {
		// A group without persons has no figure and hides nothing.
		if (part.people.size === 0) continue;
		// One hidden group is the total less the others; several together are too, so together they must be k persons or more.
		const enough = count === 0 || (count >= 2 && gone.size >= k);
		if (part.people.size >= k && enough) continue;
		hideAll(part, hidden);
		count++;
		for (const person of part.people) gone.add(person);
	}
	for (const part of parts) if (!hidden.has(part.group)) hideParts(part, k, hidden);
}

function hideAll<Group>(tree: PeopleTree<Group>, hidden: Set<Group>): void {
	hidden.add(tree.group);
	for (const part of tree.parts) hideAll(part, hidden);
}
