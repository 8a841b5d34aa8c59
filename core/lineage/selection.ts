import { byText, comparable } from '../people/reading.js';
import { looseVersion, documentOf, type VersionIndex, type VersionSource } from './versionIndex.js';

/** Work that is done piece by piece, so that nobody's thread is held. */
export interface Piecewise {
	/** Does about so many more steps. @returns true when all is done */
	advance(limit: number): boolean;
}

/** The documents that are meant, with the places of their versions. */
export interface Selection extends Piecewise {
	/** Identities, in the order in which they were asked for; of all, in order of the identity. */
	documents(): readonly string[];
	positions(document: string): readonly number[];
	/** What was asked for and is not known. */
	missing(): readonly string[];
}

/** A quick test for texts: false is certain, true is to be looked at. Reads the length and two characters and hashes nothing; small, so that it stays in the fastest memory. */
class Sieve {
	private readonly marks = new Uint8Array(8_192);

	add(text: string): void {
		this.marks[place(text)] = 1;
	}

	passes(text: string): boolean {
		return this.marks[place(text)] === 1;
	}
}

function place(text: string): number {
	const length = text.length;
	return (length * 1031 + text.charCodeAt(length - 1) * 37 + text.charCodeAt(length - 2)) & 8_191;
}

/** Documents by their identity, else by a name that one of their versions has; nothing asked for: every document. */
export function selectDocuments(asked: readonly string[], source: VersionSource, index: VersionIndex | null): Selection {
	if (index !== null) return fromIndex(asked, index);
	return asked.length === 0 ? new Everything(source) : new Scan(asked, source);
}

function fromIndex(asked: readonly string[], index: VersionIndex): Selection {
	const meant = asked.map((name) => index.documentsMeant(name));
	const documents = asked.length === 0 ? [...index.documents()].sort(byText) : [...new Set(meant.flat())];
	return { advance: () => true, documents: () => documents, positions: (document) => index.positions(document), missing: () => asked.filter((_, at) => meant[at]?.length === 0) };
}

class Everything implements Selection {
	private readonly groups = new Map<string, number[]>();
	private read = 0;

	constructor(private readonly source: VersionSource) {}

	advance(limit: number): boolean {
		const end = Math.min(this.source.count, this.read + limit);
		for (; this.read < end; this.read++) add(this.groups, documentOf(this.source.at(this.read)), this.read);
		return end === this.source.count;
	}

	documents = (): readonly string[] => [...this.groups.keys()].sort(byText);
	positions = (document: string): readonly number[] => this.groups.get(document) ?? [];
	missing = (): readonly string[] => [];
}

/** Looks through all versions by identity, and only for what was not found once more by name and then for the rest of the named documents. */
class Scan implements Selection {
	private readonly groups = new Map<string, number[]>();
	private readonly named = new Map<string, Set<string>>();
	private wanted: Set<string>;
	private sieve: Sieve;
	private phase: 'identities' | 'names' | 'ofNames' | 'done' = 'identities';
	private read = 0;
	/** Name as written → documents it was seen with belong to this name, null for a name that nobody asked for. */
	private readonly spelled = new Map<string, string | null>();

	constructor(
		private readonly asked: readonly string[],
		private readonly source: VersionSource,
	) {
		this.wanted = new Set(asked);
		this.sieve = sieveOf(this.wanted);
	}

	advance(limit: number): boolean {
		const { source } = this;
		const end = Math.min(source.count, this.read + limit);
		if (this.phase === 'names') this.readNames(end);
		else if (this.phase !== 'done') this.readDocuments(end);
		if (this.read === source.count) this.next();
		return this.phase === 'done';
	}

	private readDocuments(end: number): void {
		const { source, sieve, wanted, groups } = this;
		for (let position = this.read; position < end; position++) {
			const { document } = looseVersion(source.at(position));
			if (typeof document === 'string' && sieve.passes(document) && wanted.has(document)) add(groups, document, position);
		}
		this.read = end;
	}

	private readNames(end: number): void {
		for (; this.read < end; this.read++) {
			const stored = looseVersion(this.source.at(this.read));
			const { name } = stored;
			if (typeof name !== 'string') continue;
			let meant = this.spelled.get(name);
			if (meant === undefined) {
				const form = comparable(name);
				meant = this.named.has(form) ? form : null;
				if (this.spelled.size < 100_000) this.spelled.set(name, meant);
			}
			if (meant !== null) this.named.get(meant)?.add(documentOf(stored));
		}
	}

	private next(): void {
		this.read = 0;
		if (this.phase === 'identities') {
			for (const name of this.asked) if (!this.groups.has(name)) this.named.set(comparable(name), new Set());
			this.phase = this.named.size === 0 ? 'done' : 'names';
		} else if (this.phase === 'names') {
			this.wanted = new Set([...this.named.values()].flatMap((documents) => [...documents]).filter((document) => !this.groups.has(document)));
			this.sieve = sieveOf(this.wanted);
			this.phase = this.wanted.size === 0 ? 'done' : 'ofNames';
		} else this.phase = 'done';
		if (this.source.count === 0) this.phase = 'done';
	}

	documents = (): readonly string[] => [...new Set(this.asked.flatMap((name) => this.meant(name)))];
	positions = (document: string): readonly number[] => this.groups.get(document) ?? [];
	missing = (): readonly string[] => this.asked.filter((name) => this.meant(name).length === 0);

	private meant(name: string): readonly string[] {
		const documents = this.named.get(comparable(name));
		return documents === undefined ? [name] : [...documents];
	}
}

function sieveOf(texts: Iterable<string>): Sieve {
	const sieve = new Sieve();
	for (const text of texts) sieve.add(text);
	return sieve;
}

function add(lists: Map<string, number[]>, key: string, value: number): void {
	const list = lists.get(key);
	if (list === undefined) lists.set(key, [value]);
	else list.push(value);
}

/** Where contents stand among all versions. */
export interface ContentSearch extends Piecewise {
	positions(sha256: string): readonly number[];
}

export function searchContents(wanted: ReadonlySet<string>, source: VersionSource, index: VersionIndex | null): ContentSearch {
	if (index !== null) return { advance: () => true, positions: (sha256) => index.withContent(sha256) };
	const sieve = sieveOf(wanted);
	const found = new Map<string, number[]>();
	let read = wanted.size === 0 ? source.count : 0;
	return {
		advance(limit) {
			const end = Math.min(source.count, read + limit);
			for (; read < end; read++) {
				const { sha256 } = looseVersion(source.at(read));
				if (typeof sha256 === 'string' && sieve.passes(sha256) && wanted.has(sha256)) add(found, sha256, read);
			}
			return end === source.count;
		},
		positions: (sha256) => found.get(sha256) ?? [],
	};
}
