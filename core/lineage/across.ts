import { byText, comparable } from '../people/reading.js';
import type { Lineage, TracedVersion } from './assess.js';
import type { Finding, NamedVersion } from './findings.js';
import { entryOf } from './version.js';
import type { ContentSearch } from './selection.js';
import type { VersionSource } from './versionIndex.js';

/** The same content in another document. */
export interface ContentLink {
	readonly sha256: string;
	readonly version: NamedVersion;
	/** Versions of other documents that hold it, in order of the document. */
	readonly others: readonly NamedVersion[];
}

/**
 * What is to be said of several documents together: the same content under different names, and one name for different contents.
 * Names are compared without case, width and blanks.
 */
export function findingsAcross(lineages: readonly Lineage[]): Finding[] {
	const findings: Finding[] = [];
	const byContent = new Map<string, NamedVersion[]>();
	const byName = new Map<string, Map<string, TracedVersion>>();
	for (const { document, versions, inForce } of lineages) {
		for (const { content } of versions) if (content.sha256 !== null) add(byContent, content.sha256, { document, name: content.name, number: content.number });
		// What is in force speaks for a document, else its latest version.
		const speaking = versions[inForce === -1 ? versions.length - 1 : inForce];
		if (speaking === undefined || speaking.content.sha256 === null) continue;
		const name = comparable(speaking.content.name);
		const known = byName.get(name) ?? new Map<string, TracedVersion>();
		byName.set(name, known.set(document, speaking));
	}
	for (const [sha256, same] of byContent) {
		const documents = new Set(same.map(({ document }) => document));
		if (documents.size < 2 || new Set(same.map(({ name }) => comparable(name))).size < 2) continue;
		const [first] = same;
		findings.push({ code: 'sameContentDifferentName', category: 'finding', document: first?.document ?? '', versions: same.map(({ number }) => number), sha256, same });
	}
	for (const known of byName.values()) {
		const others = [...known].map(([document, { content }]) => ({ document, name: content.name, number: content.number }));
		const [first] = others;
		if (first === undefined || new Set([...known.values()].map(({ content }) => content.sha256)).size < 2) continue;
		findings.push({ code: 'sameNameDifferentContent', category: 'finding', document: first.document, versions: others.map(({ number }) => number), name: first.name, others });
	}
	return findings;
}

function add<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
	const list = lists.get(key);
	if (list === undefined) lists.set(key, [value]);
	else list.push(value);
}

/** Content of a lineage that stands in other documents too, wherever they are filed. */
export function contentLinks({ document, versions }: Lineage, source: VersionSource, contents: ContentSearch): readonly ContentLink[] {
	const seen = new Set<string>();
	return versions.flatMap(({ content }) => {
		const { sha256 } = content;
		if (sha256 === null || seen.has(sha256)) return [];
		seen.add(sha256);
		const others = contents
			.positions(sha256)
			.map((position) => entryOf(source.at(position)).content)
			.filter((other) => other.document !== document)
			.map(({ document: elsewhere, name, number }) => ({ document: elsewhere, name, number }))
			.sort((a, b) => byText(a.document, b.document));
		return others.length === 0 ? [] : [{ sha256, version: { document, name: content.name, number: content.number }, others }];
	});
}
