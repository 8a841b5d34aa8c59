/*
 * Middle and percentile by selection: no list is sorted for two of its values. What is chosen lies where a sort would put it.
 */

const SHORT = 12;

/** Lets the value of a rank (0 = smallest of [from, to)) lie at `from + rank`, smaller ones before it and larger ones behind it. */
function select(values: Float64Array, from: number, to: number, rank: number): number {
	let low = from;
	let high = to - 1;
	const place = from + rank;
	let turns = 2 * Math.ceil(Math.log2(to - from + 1)) + 8;
	while (high - low > SHORT) {
		// Orders that spoil the choice of a middle are sorted after all.
		if (turns-- === 0) {
			values.subarray(low, high + 1).sort();
			return values[place] ?? 0;
		}
		const pivot = middleOf(values[low] ?? 0, values[(low + high) >> 1] ?? 0, values[high] ?? 0);
		let left = low;
		let right = high;
		while (left <= right) {
			while ((values[left] ?? 0) < pivot) left++;
			while ((values[right] ?? 0) > pivot) right--;
			if (left > right) break;
			const value = values[left] ?? 0;
			values[left++] = values[right] ?? 0;
			values[right--] = value;
		}
		if (place <= right) high = right;
		else if (place >= left) low = left;
		else return pivot;
	}
	for (let at = low + 1; at <= high; at++) {
		const value = values[at] ?? 0;
		let before = at - 1;
		for (; before >= low && (values[before] ?? 0) > value; before--) values[before + 1] = values[before] ?? 0;
		values[before + 1] = value;
	}
	return values[place] ?? 0;
}

function middleOf(a: number, b: number, c: number): number {
	if (a < b) return b < c ? b : Math.max(a, c);
	return a < c ? a : Math.max(b, c);
}

/** Middle value of [from, to), or the mean of the two middle ones, and the 90th percentile by nearest rank; null for none. The values change places. */
export function spreadOf(values: Float64Array, from: number, to: number): { readonly median: number; readonly p90: number } | null {
	const length = to - from;
	if (length <= 0) return null;
	const half = Math.floor(length / 2);
	const upper = select(values, from, to, half);
	let median = upper;
	if (length % 2 === 0) {
		let lower = -Infinity;
		for (let at = from; at < from + half; at++) lower = Math.max(lower, values[at] ?? 0);
		median = (lower + upper) / 2;
	}
	const rank = Math.max(0, Math.ceil((90 * length) / 100) - 1);
	return { median, p90: rank > half ? select(values, from + half, to, rank - half) : rank === half ? upper : select(values, from, to, rank) };
}
