import { appendToChain, hashText, type ChainHead } from '../event-log/chain.js';
import { deterministicKey } from '../evidence/key.js';
import type { VersionContent, VersionEntry, VersionRecord, VersionRow } from './version.js';

/**
 * Hash of an entry: the same as `chainHash` of its content, because {@link VersionContent} is always built in the order of canonical JSON.
 * Source: RFC 8785, section 3.2.3.
 *
 * An entry of a row is tried first with its texts written between their names as they are, which is canonical JSON where nothing has to be escaped.
 * If that gives the stored hash, the entry holds what was recorded: no name occurs unescaped within a recorded text, so every text stands in its
 * place, and where there is no backslash nothing was escaped. Anything else goes the long way, and so do surrogates.
 */
export function hashOfEntry(entry: Pick<VersionEntry, 'content' | 'hash' | 'approvalsText'>): string {
	const { content, approvalsText } = entry;
	if (approvalsText !== null) {
		const text = unescaped(content, approvalsText);
		if (!text.includes('\\') && !SURROGATE.test(text)) {
			const hash = hashText(text);
			if (hash === entry.hash) return hash;
		}
	}
	return hashText(JSON.stringify(content));
}

/** Half a surrogate pair is the same in UTF-8 as the mark for a character that cannot be read. */
const SURROGATE = /[\uD800-\uDFFF]/;

/** A name with its text, or with null; `open` is `,"name":"` and `none` the whole of `,"name":null`. */
const named = (open: string, text: string | null, none: string): string => (text === null ? none : open + text + '"');

/** Joined with + and not as a template: this runs a million times, and nothing between two texts may be normalised. */
function unescaped(content: VersionContent, approvals: string): string {
	return (
		'{"approvals":' + approvals +
		named(',"changeNote":"', content.changeNote, ',"changeNote":null') +
		named(',"deficiencyLetter":"', content.deficiencyLetter, ',"deficiencyLetter":null') +
		',"document":"' + content.document +
		named('","effectiveFrom":"', content.effectiveFrom, '","effectiveFrom":null') +
		named(',"modifier":"', content.modifier, ',"modifier":null') +
		',"name":"' + content.name +
		'","number":"' + content.number +
		(content.numberAssigned ? '","numberAssigned":true,"previousHash":"' : '","numberAssigned":false,"previousHash":"') + content.previousHash +
		named('","recordedAt":"', content.recordedAt, '","recordedAt":null') +
		',"sequence":' + String(content.sequence) +
		named(',"sha256":"', content.sha256, ',"sha256":null') +
		',"size":' + String(content.size) +
		',"source":"' + content.source +
		'","sourceId":"' + content.sourceId +
		named('","state":"', content.state, '","state":null') +
		named(',"uploadedAt":"', content.uploadedAt, ',"uploadedAt":null') +
		named(',"url":"', content.url, ',"url":null') +
		named(',"withdrawnAt":"', content.withdrawnAt, ',"withdrawnAt":null') + '}'
	);
}

/** The next entry of a document's chain. */
export function appendVersion(head: ChainHead | null, record: VersionRecord): VersionEntry {
	const { hash, sequence, previousHash } = appendToChain(head, record);
	return { content: inCanonicalOrder(record, sequence, previousHash), sequence, previousHash, hash, approvalsText: null };
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
