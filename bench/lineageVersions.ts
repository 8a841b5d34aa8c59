import { appendVersion, entryOf, versionToRow, type VersionRecord, type VersionRow } from '../core/lineage/index.js';

/* Generated lineages: 20 versions in each document, 5 documents under each acceptance number, with faults planted at fixed places. */

export const VERSIONS = 20;
export const DOCUMENTS_PER_NUMBER = 5;
const FIRST_DAY = Date.UTC(2024, 0, 8);
const DAY = 86_400_000;
const PEOPLE = 400;

const hex = (value: number): string => (Math.imul(value, 2_654_435_761) >>> 0).toString(16).padStart(8, '0');
/** Looks like a SHA-256 and is none: what counts is its length. */
const digestOf = (value: number): string => `${hex(value)}${hex(value + 1)}${hex(value + 2)}${hex(value + 3)}${hex(value ^ 5)}${hex(value ^ 6)}${hex(value ^ 7)}${hex(value ^ 8)}`;
const stamp = (day: number, minute: number): string => `${new Date(FIRST_DAY + day * DAY + minute * 60_000).toISOString().slice(0, 19)}+08:00`;

export const documentOf = (number: number): string => `https://dms.example.com/submissions file m${1 + (number % 5)}/document-${number}`;
export const acceptedDay = (document: number): number => 200 + (document % 60);

/** One version of one document. Every 11th document lacks number 7, every 13th has an unapproved version, every 17th one without a note, every 19th content that was changed. */
function versionOf(document: number, version: number): VersionRecord {
	const day = version * 15 + (document % 7);
	const minute = 480 + ((document * 13 + version) % 500);
	const content = digestOf(document * 32 + version);
	const person = (role: number): string => `person-${(document * 3 + version + role * 131) % PEOPLE}`;
	const approved = !(document % 13 === 0 && version === 12);
	const number = version + 1 + (document % 11 === 0 && version >= 6 ? 1 : 0);
	return {
		approvals: approved
			? [
					{ at: stamp(day, minute + 60), person: person(0), role: 'author', sha256: content },
					{ at: stamp(day + 1, minute), person: person(1), role: 'reviewer', sha256: content },
					{ at: stamp(day + 2, minute), person: person(2), role: 'approver', sha256: document % 19 === 0 && version === 4 ? digestOf(7) : content },
				]
			: [],
		changeNote: document % 17 === 0 && version === 9 ? null : `Section ${(document + version) % 12}: figures corrected after review ${version}`,
		deficiencyLetter: null,
		document: documentOf(document),
		effectiveFrom: version % 4 === 3 ? stamp(day + 5, 0) : null,
		modifier: person(0),
		name: `document-${document}.pdf`,
		number: `1.${number}`,
		numberAssigned: false,
		recordedAt: stamp(day + 3, 0),
		sha256: content,
		size: 100_000 + ((document * 7919 + version * 104_729) % 900_000),
		source: 'https://dms.example.com/submissions',
		sourceId: `file-${document}-${version}`,
		state: approved ? 'approved' : 'inReview',
		uploadedAt: stamp(day, minute),
		url: `https://dms.example.com/files/${document}/${version}`,
		withdrawnAt: null,
	};
}

/** The rows of a document's lineage as a Data Table holds them. In every 997th document one row was altered after it was recorded. */
export function rowsOfDocument(document: number): VersionRow[] {
	const rows: VersionRow[] = [];
	let head: ReturnType<typeof appendVersion> | null = null;
	for (let version = 0; version < VERSIONS; version++) {
		head = appendVersion(head, versionOf(document, version));
		rows.push(versionToRow(head));
	}
	const altered = rows[5];
	if (document % 997 === 3 && altered !== undefined) rows[5] = { ...altered, changeNote: 'Nothing was changed' };
	return rows;
}

/** The same as records with a list of approvals, as evidence that never was in a table. */
export function recordOf(row: VersionRow): object {
	const { content, hash } = entryOf(row);
	return { ...content, hash };
}
