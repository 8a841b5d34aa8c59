import type { EdcSink, SourceFinding } from '../evidence.js';
import { detached } from './elements.js';

/** How many findings of one kind are given one by one; the rest is given as a count at the end. */
const SHOWN_PER_KIND = 20;

/** Reports what could not be used, without drowning a reader in the same sentence a hundred thousand times. */
export class FindingLog {
	private readonly counts = new Map<string, number>();

	constructor(private readonly sink: EdcSink) {}

	/** @param where called only for findings that are shown */
	warn(expected: string, value: string | null, where: () => string): void {
		this.counted(expected, value, where, 'warning');
	}

	/** One element cannot be used; the rest of the document can. */
	refuseElement(expected: string, value: string | null, where: () => string): void {
		this.counted(expected, value, where, 'refused');
	}

	private counted(expected: string, value: string | null, where: () => string, severity: SourceFinding['severity']): void {
		const count = (this.counts.get(expected) ?? 0) + 1;
		this.counts.set(expected, count);
		if (count <= SHOWN_PER_KIND) this.give(where(), value, expected, severity);
	}

	refuse(where: string, value: string | null, expected: string): void {
		this.give(where, value, expected, 'refused');
	}

	/** Says how many findings of each kind were not shown. */
	summarise(): void {
		for (const [expected, count] of this.counts) {
			if (count > SHOWN_PER_KIND) this.give('document', `${count - SHOWN_PER_KIND} more`, expected, 'warning');
		}
		this.counts.clear();
	}

	private give(where: string, value: string | null, expected: string, severity: SourceFinding['severity']): void {
		this.sink.finding({ where, value: value === null ? null : detached(value.length <= 200 ? value : `${value.slice(0, 200)}…`), expected, severity });
	}
}
