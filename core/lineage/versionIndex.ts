import { comparable } from '../people/reading.js';
import { entryOf, type VersionEntry } from './version.js';

/** Stored versions wherever they are held: rows or records, in the order in which they are stored. */
export interface VersionSource {
	readonly count: number;
	at(position: number): unknown;
}

/** What of a stored version is read before it is known to matter. */
export interface LooseVersion {
	readonly document?: unknown;
	readonly name?: unknown;
	readonly sha256?: unknown;
}

/** Versions of one document, as a list through {@link VersionIndex}. */
interface Group {
	readonly document: string;
	first: number;
	last: number;
	count: number;
}

const END = -1;

/**
 * Where the versions of each document stand. Four bytes for each version and a little for each document, built piece by piece so that nobody's
 * thread is held; the versions themselves stay where they are.
 */
export class VersionIndex {
	private readonly next: Int32Array;
	private readonly groups = new Map<string, Group>();
	private read = 0;
	private before: Group | null = null;
	private byName: Map<string, Set<string>> | null = null;
	private byContent: Map<string, number[]> | null = null;

	constructor(private readonly source: VersionSource) {
		this.next = new Int32Array(source.count);
	}

	/** Takes in so many more versions. @returns true when all are in */
	advance(limit: number): boolean {
		const { source, next, groups } = this;
		const end = Math.min(source.count, this.read + limit);
		for (let position = this.read; position < end; position++) {
			const document = documentOf(source.at(position));
			next[position] = END;
			// Neighbours mostly are of one document.
			let group = this.before;
			if (group?.document !== document) group = groups.get(document) ?? null;
			if (group === null) groups.set(document, (group = { document, first: position, last: position, count: 0 }));
			else next[group.last] = position;
			group.last = position;
			group.count++;
			this.before = group;
		}
		this.read = end;
		return end === source.count;
	}

	/** Every document, in the order in which it first occurs. */
	documents(): IterableIterator<string> {
		return this.groups.keys();
	}

	get documentCount(): number {
		return this.groups.size;
	}

	/** Entries of a document, in the order in which they are stored; empty for one that is not known. */
	entries(document: string): readonly VersionEntry[] {
		const group = this.groups.get(document);
		if (group === undefined) return [];
		const entries: VersionEntry[] = [];
		for (let position = group.first; position !== END; position = this.next[position] ?? END) entries.push(entryOf(this.source.at(position)));
		return entries;
	}

	/** Positions of a document's versions among those stored. */
	positions(document: string): readonly number[] {
		const positions: number[] = [];
		for (let position = this.groups.get(document)?.first ?? END; position !== END; position = this.next[position] ?? END) positions.push(position);
		return positions;
	}

	/** Documents that are meant by an identity, else by a name that one of their versions has. */
	documentsMeant(wanted: string): readonly string[] {
		if (this.groups.has(wanted)) return [wanted];
		this.byName ??= this.names();
		return [...(this.byName.get(comparable(wanted)) ?? [])];
	}

	/** Positions of all versions that hold this content. */
	withContent(sha256: string): readonly number[] {
		this.byContent ??= this.contents();
		return this.byContent.get(sha256) ?? [];
	}

	private names(): Map<string, Set<string>> {
		const names = new Map<string, Set<string>>();
		for (let position = 0; position < this.source.count; position++) {
			const stored = looseVersion(this.source.at(position));
			if (typeof stored.name !== 'string') continue;
			const name = comparable(stored.name);
			const documents = names.get(name);
			if (documents === undefined) names.set(name, new Set([documentOf(stored)]));
			else documents.add(documentOf(stored));
		}
		return names;
	}

	private contents(): Map<string, number[]> {
		const contents = new Map<string, number[]>();
		for (let position = 0; position < this.source.count; position++) {
			const { sha256 } = looseVersion(this.source.at(position));
			if (typeof sha256 !== 'string' || sha256 === '') continue;
			const known = contents.get(sha256);
			if (known === undefined) contents.set(sha256, [position]);
			else known.push(position);
		}
		return contents;
	}
}

export const looseVersion = (stored: unknown): LooseVersion => (typeof stored === 'object' && stored !== null ? stored : {});

export function documentOf(stored: unknown): string {
	const { document } = looseVersion(stored);
	if (typeof document === 'string') return document;
	return document === null || document === undefined ? '' : typeof document === 'number' || typeof document === 'boolean' ? String(document) : JSON.stringify(document);
}

/** Index of all versions at once. */
export function indexVersions(source: VersionSource): VersionIndex {
	const index = new VersionIndex(source);
	index.advance(source.count);
	return index;
}

/** A list as a source. */
export function versionsOf(stored: readonly unknown[]): VersionSource {
	return { count: stored.length, at: (position) => stored[position] };
}
