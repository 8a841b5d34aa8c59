import { hashText, type ChainHead } from '../event-log/chain.js';
import { verifyChain, type ChainFault, type ChainVerdict } from '../event-log/verify.js';
import { canonicalJson } from '../evidence/key.js';
import type { BilingualText } from '../judgement/judgement.js';
import { byText, isRecord } from '../people/reading.js';
import { hashOfEntry } from './chain.js';
import type { VersionEntry } from './version.js';
import { indexVersions, versionsOf, type VersionIndex } from './versionIndex.js';

/** A fault of a chain with the version it concerns. */
export interface VersionFault {
	readonly kind: ChainFault['kind'];
	/** Number of the entry in the chain; of the first of several. */
	readonly sequence: number;
	readonly toSequence: number;
	/** Number of the version, as far as something stands at this place. */
	readonly version: string | null;
	/** Place among the entries of the document as given, from 0. */
	readonly position: number | null;
	readonly message: BilingualText;
}

/** Whether the lineage of a document is as it was recorded. */
export interface LineageVerdict {
	readonly document: string;
	readonly name: string;
	readonly intact: boolean;
	readonly entries: number;
	readonly head: ChainHead | null;
	readonly anchor: ChainVerdict['anchor'];
	readonly faults: readonly VersionFault[];
	readonly statement: BilingualText;
}

const t = (en: string, zh: string): BilingualText => ({ en, 'zh-CN': zh });

/**
 * Verifies the lineage of one document and names each version that was altered, removed or inserted.
 *
 * @param entries of this document, in the order in which they are stored
 */
export function verifyLineage(entries: readonly VersionEntry[], anchoredHead?: ChainHead): LineageVerdict {
	return verdictOf(entries, verifyChain(entries, { hashOf: hashOfEntry, anchoredHead }));
}

/** The verdict of a chain in the words of versions. */
export function verdictOf(entries: readonly VersionEntry[], chain: ChainVerdict): LineageVerdict {
	const named = entries.find(({ content }) => content.document !== '')?.content;
	const faults = chain.faults.map((fault): VersionFault => {
		const version = fault.position === null ? null : (entries[fault.position]?.content.number ?? null);
		return { kind: fault.kind, sequence: fault.sequence, toSequence: fault.toSequence, version, position: fault.position, message: faultText(fault, version, entries) };
	});
	return {
		document: named?.document ?? '',
		name: entries.at(-1)?.content.name ?? '',
		intact: chain.intact,
		entries: chain.events,
		head: chain.head,
		anchor: chain.anchor,
		faults,
		statement: faults.length === 0 ? chain.statement : t(`The chain is broken. ${faults.map(({ message }) => message.en).join(' ')}`, `哈希链已断裂。${faults.map(({ message }) => message['zh-CN']).join('')}`),
	};
}

function faultText({ kind, sequence, toSequence, message }: ChainFault, version: string | null, entries: readonly VersionEntry[]): BilingualText {
	const which = t(`Version ${version ?? '?'} (entry ${sequence})`, `版本 ${version ?? '？'}（第 ${sequence} 条）`);
	switch (kind) {
		case 'altered':
			return t(`${which.en} was altered after it was recorded.`, `${which['zh-CN']}在记录后被修改。`);
		case 'inserted':
			return t(`${which.en} was inserted; the chain does not contain it.`, `${which['zh-CN']}是后来插入的，哈希链中没有。`);
		case 'removed': {
			const neighbour = (wanted: number): string | null => entries.find((entry) => entry.sequence === wanted)?.content.number ?? null;
			const before = neighbour(sequence - 1);
			const after = neighbour(toSequence + 1);
			const what = sequence === toSequence ? t(`Entry ${sequence} was removed`, `第 ${sequence} 条被删除`) : t(`Entries ${sequence} to ${toSequence} were removed`, `第 ${sequence} 至 ${toSequence} 条被删除`);
			const place = before !== null && after !== null ? t(`between version ${before} and version ${after}`, `位于版本 ${before} 与版本 ${after} 之间`) : before !== null ? t(`after version ${before}`, `位于版本 ${before} 之后`) : after !== null ? t(`before version ${after}`, `位于版本 ${after} 之前`) : t('and nothing stands beside it', '前后均无记录');
			return t(`${what.en}, ${place.en}.`, `${what['zh-CN']}，${place['zh-CN']}。`);
		}
		default:
			return message;
	}
}

/** The heads of all chains in one hash, to be noted outside: mailed, committed, printed. */
export interface LineageAnchor {
	/** SHA-256 of the heads, sorted by document. */
	readonly root: string;
	readonly documents: number;
	readonly entries: number;
	/** Document → its head, so that a later check can say which document differs. */
	readonly heads: Readonly<Record<string, ChainHead>>;
}

export function anchorOf(verdicts: ReadonlyArray<Pick<LineageVerdict, 'document' | 'head' | 'entries'>>): LineageAnchor {
	const heads = [...verdicts].filter(({ head }) => head !== null).sort((a, b) => byText(a.document, b.document));
	return {
		root: hashText(canonicalJson(heads.map(({ document, head }) => [document, head?.sequence ?? 0, head?.hash ?? '']))),
		documents: heads.length,
		entries: heads.reduce((sum, { entries }) => sum + entries, 0),
		heads: Object.fromEntries(heads.flatMap(({ document, head }) => (head === null ? [] : [[document, head] as const]))),
	};
}

/** What was noted outside: a whole anchor, or a list of documents with their heads. */
export function readAnchors(value: unknown): ReadonlyMap<string, ChainHead> {
	const heads = new Map<string, ChainHead>();
	const take = (document: unknown, head: unknown): void => {
		if (typeof document !== 'string' || !isRecord(head)) return;
		const { sequence, hash } = head;
		if (typeof sequence === 'number' && typeof hash === 'string') heads.set(document, { sequence, hash });
	};
	for (const one of Array.isArray(value) ? (value as readonly unknown[]) : [value]) {
		if (!isRecord(one)) continue;
		if (isRecord(one['heads'])) for (const [document, head] of Object.entries(one['heads'])) take(document, head);
		else take(one['document'], isRecord(one['head']) ? one['head'] : one);
	}
	return heads;
}

/**
 * Verdicts of all documents, one by one, in order of the document; a document that is anchored and gone is named too.
 *
 * @returns each with the positions of its entries among those stored
 */
export function* verdicts(index: VersionIndex, anchors: ReadonlyMap<string, ChainHead> = new Map()): Generator<{ readonly verdict: LineageVerdict; readonly positions: readonly number[] }> {
	for (const document of [...new Set([...index.documents(), ...anchors.keys()])].sort(byText)) {
		yield { verdict: { ...verifyLineage(index.entries(document), anchors.get(document)), document }, positions: index.positions(document) };
	}
}

/** All at once. */
export function verifyLineages(stored: readonly unknown[], anchors: ReadonlyMap<string, ChainHead> = new Map()): readonly LineageVerdict[] {
	return [...verdicts(indexVersions(versionsOf(stored)), anchors)].map(({ verdict }) => verdict);
}

/** Several verdicts as one. */
export interface JoinedVerdict {
	readonly intact: boolean;
	readonly documents: number;
	readonly entries: number;
	/** Identities of the documents that are not as they were recorded. */
	readonly broken: readonly string[];
	/** Every head was held against one noted outside. */
	readonly anchored: boolean;
	/** What can be noted outside from now on. */
	readonly anchor: LineageAnchor;
	readonly statement: BilingualText;
}

export function joinVerdicts(all: readonly LineageVerdict[]): JoinedVerdict {
	const broken = all.filter(({ intact }) => !intact);
	const anchored = all.length > 0 && all.every(({ anchor }) => anchor === 'outside');
	const count = all.length;
	return {
		intact: broken.length === 0,
		documents: count,
		entries: all.reduce((sum, { entries }) => sum + entries, 0),
		broken: broken.map(({ document }) => document),
		anchored,
		anchor: anchorOf(all),
		statement:
			broken.length > 0
				? t(`${broken.length} of ${count} lineages are not as they were recorded. ${broken.map(({ name, document, statement }) => `${name || document}: ${statement.en}`).join(' ')}`, `${count} 个版本谱系中有 ${broken.length} 个与记录时不一致。${broken.map(({ name, document, statement }) => `${name || document}：${statement['zh-CN']}`).join('')}`)
				: anchored
					? t(`All ${count} lineages are as they were recorded and lead to the hashes noted outside.`, `全部 ${count} 个版本谱系与记录时一致，且与外部留存的哈希一致。`)
					: t(`All ${count} lineages are consistent in themselves; without hashes noted outside that is all this proves.`, `全部 ${count} 个版本谱系自身一致；没有在外部留存哈希，仅能证明这一点。`),
	};
}
