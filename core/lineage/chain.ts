import { appendToChain, hashText, type ChainHead } from '../event-log/chain.js';
import { deterministicKey } from '../evidence/key.js';
import type { VersionContent, VersionEntry, VersionRecord, VersionRow } from './version.js';

/**
 * Hash of an entry: the same as `chainHash` of its content, but without sorting its names, because {@link VersionContent} is always built in
 * the order of canonical JSON. Source: RFC 8785, section 3.2.3.
 */
export function hashOfEntry({ content }: Pick<VersionEntry, 'content'>): string {
	return hashText(JSON.stringify(content));
}

/** The next entry of a document's chain. */
export function appendVersion(head: ChainHead | null, record: VersionRecord): VersionEntry {
	const { hash, sequence, previousHash } = appendToChain(head, record);
	return { content: inCanonicalOrder(record, sequence, previousHash), sequence, previousHash, hash };
}

/** The same content with its names in the order of canonical JSON. */
function inCanonicalOrder(record: VersionRecord, sequence: number, previousHash: string): VersionContent {
	return {
		approvals: record.approvals.map(({ at, person, role, sha256 }) => ({ at, person, role, sha256 })),
		changeNote: record.changeNote,
		deficiencyLetter: record.deficiencyLetter,
		document: record.document,
		effectiveFrom: record.effectiveFrom,
		modifier: record.modifier,
		name: record.name,
		number: record.number,
		numberAssigned: record.numberAssigned,
		previousHash,
		recordedAt: record.recordedAt,
		sequence,
		sha256: record.sha256,
		size: record.size,
		source: record.source,
		sourceId: record.sourceId,
		state: record.state,
		uploadedAt: record.uploadedAt,
		url: record.url,
		withdrawnAt: record.withdrawnAt,
	};
}

/** The row of an entry. The same entry gives the same key, so that what is captured twice is stored once. */
export function versionToRow({ content, hash }: VersionEntry): VersionRow {
	return {
		versionKey: deterministicKey('version', { document: content.document, sequence: content.sequence, hash }),
		document: content.document,
		name: content.name,
		number: content.number,
		numberAssigned: content.numberAssigned,
		uploadedAt: content.uploadedAt ?? '',
		modifier: content.modifier ?? '',
		changeNote: content.changeNote ?? '',
		approvals: JSON.stringify(content.approvals),
		state: content.state ?? '',
		effectiveFrom: content.effectiveFrom ?? '',
		withdrawnAt: content.withdrawnAt ?? '',
		deficiencyLetter: content.deficiencyLetter ?? '',
		size: content.size ?? -1,
		sha256: content.sha256 ?? '',
		source: content.source,
		sourceId: content.sourceId,
		url: content.url ?? '',
		recordedAt: content.recordedAt ?? '',
		sequence: content.sequence,
		previousHash: content.previousHash,
		hash,
	};
}
