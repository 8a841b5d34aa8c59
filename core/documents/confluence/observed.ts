import type { JsonObject } from '../../pull/pull.js';

/**
 * When something without a time of its own was first seen (a label, a dangling comment), so that it is told as the same fact with the same
 * time in every later run. Part of the cursor; what is gone is forgotten, and is a new fact when it comes back.
 */
export class ObservedMemory {
	private readonly entries: Map<string, string>;
	private readonly touched = new Set<string>();

	/** @param now RFC 3339: the time of what is seen for the first time */
	constructor(stored: unknown, private readonly now: string) {
		const given = typeof stored === 'object' && stored !== null ? Object.entries(stored) : [];
		this.entries = new Map(given.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
	}

	has(page: string, kind: string, what: string): boolean {
		return this.entries.has(key(page, kind, what));
	}

	/** @param mark tells one occurrence from the next of the same name: the version the page had */
	firstSeen(page: string, kind: string, what: string, mark: string): { readonly mark: string; readonly at: string } {
		const name = key(page, kind, what);
		this.touched.add(name);
		const known = this.entries.get(name);
		if (known === undefined) {
			this.entries.set(name, `${mark} ${this.now}`);
			return { mark, at: this.now };
		}
		const space = known.indexOf(' ');
		return { mark: known.slice(0, space), at: known.slice(space + 1) };
	}

	/** Forgets what was not seen again although all of this kind was read: of one page, or of all. */
	forgetOthers(kind: string, page: string | null, present: (page: string, what: string) => boolean = () => false): void {
		for (const name of [...this.entries.keys()]) {
			const [entryPage = '', entryKind = '', ...rest] = name.split(' ');
			if (entryKind !== kind || (page !== null && entryPage !== page) || this.touched.has(name)) continue;
			if (!present(entryPage, rest.join(' '))) this.entries.delete(name);
		}
	}

	stored(): JsonObject {
		return Object.fromEntries([...this.entries].sort(([a], [b]) => (a < b ? -1 : 1)));
	}
}

const key = (page: string, kind: string, what: string): string => `${page} ${kind} ${what}`;
