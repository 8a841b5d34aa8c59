import type { ChainLink } from '../event-log/chain.js';
import { isRecord } from '../people/reading.js';

/** Who acts on a version. Source: domain reference 4 (three persons). */
export type ApprovalRole = 'author' | 'reviewer' | 'approver';

export const APPROVAL_ROLES: readonly ApprovalRole[] = ['author', 'reviewer', 'approver'];

/** One step of the approval trail. */
export interface Approval {
	/** As the source states it, RFC 3339 or a date; null where it names no time. */
	readonly at: string | null;
	/** Account or name, as the source states it. */
	readonly person: string;
	readonly role: ApprovalRole;
	/** SHA-256 of the content this person saw, hexadecimal; null where the source does not say. */
	readonly sha256: string | null;
}

export type VersionState = 'draft' | 'inReview' | 'approved' | 'effective' | 'superseded' | 'withdrawn' | 'rejected';

export const VERSION_STATES: readonly VersionState[] = ['draft', 'inReview', 'approved', 'effective', 'superseded', 'withdrawn', 'rejected'];

/** One version of a document, as it was recorded. The names stand in the order of canonical JSON (RFC 8785). Source: spec S3. */
export interface VersionRecord {
	/** Author, reviewer and approver, in the order of the source. */
	readonly approvals: readonly Approval[];
	/** Modification note, null where none was written. */
	readonly changeNote: string | null;
	/** Number of the deficiency letter that this version answers. */
	readonly deficiencyLetter: string | null;
	/** Identity of the document within the lineages, e.g. `https://wiki.example.com page 17`. */
	readonly document: string;
	/** From when it is valid, RFC 3339 or a date; null where the source states none. */
	readonly effectiveFrom: string | null;
	/** Account or name of who uploaded it. */
	readonly modifier: string | null;
	/** Title or file name at this version. */
	readonly name: string;
	/** As people write it: `3`, `V1.10`, `B`. */
	readonly number: string;
	/** The source has no numbers: it was counted when the version was captured. */
	readonly numberAssigned: boolean;
	/** When this record was made, RFC 3339; null where that is not known. */
	readonly recordedAt: string | null;
	/** SHA-256 of the content, hexadecimal; null where the content was not read. */
	readonly sha256: string | null;
	/** Bytes. */
	readonly size: number | null;
	/** Identity of the fact it was made of: `source` + `sourceId`. */
	readonly source: string;
	readonly sourceId: string;
	readonly state: VersionState | null;
	/** RFC 3339 or a date; null where the source names no time. */
	readonly uploadedAt: string | null;
	readonly url: string | null;
	/** From when it is no longer valid, RFC 3339 or a date. */
	readonly withdrawnAt: string | null;
}

/** What the hash of an entry covers. */
export interface VersionContent extends VersionRecord {
	readonly previousHash: string;
	readonly sequence: number;
}

/** A version as one flat row of a Data Table: texts and numbers only, nothing for what is not known. */
export interface VersionRow {
	readonly versionKey: string;
	readonly document: string;
	readonly name: string;
	readonly number: string;
	readonly numberAssigned: boolean;
	readonly uploadedAt: string;
	readonly modifier: string;
	readonly changeNote: string;
	/** The approval trail as JSON. */
	readonly approvals: string;
	readonly state: string;
	readonly effectiveFrom: string;
	readonly withdrawnAt: string;
	readonly deficiencyLetter: string;
	/** -1: not known, because a Data Table sorts numbers. */
	readonly size: number;
	readonly sha256: string;
	readonly source: string;
	readonly sourceId: string;
	readonly url: string;
	readonly recordedAt: string;
	readonly sequence: number;
	readonly previousHash: string;
	readonly hash: string;
}

/** A stored version with its place in the chain of its document. */
export interface VersionEntry extends ChainLink {
	readonly content: VersionContent;
	/** The approval trail as a row holds it; null where it is given as a list. */
	readonly approvalsText: string | null;
}

/**
 * A version as it is stored, from a row or from a record. Nothing is checked and nothing is trimmed: an entry that was tampered with must be
 * seen as it is. An empty text is the same as none, because tables do not tell the two apart.
 */
export function entryOf(stored: unknown): VersionEntry {
	const row: Readonly<Record<string, unknown>> = isRecord(stored) ? stored : {};
	const sequence = countOf(row['sequence']);
	const previousHash = textOf(row['previousHash']) ?? '';
	const size = row['size'];
	const assigned = row['numberAssigned'];
	const approvals = row['approvals'];
	const approvalsText = typeof approvals === 'string' && approvals !== '' ? approvals : null;
	const content: VersionContent = {
		approvals: approvalsText === null ? approvalsOf(approvals) : readApprovals(approvalsText),
		changeNote: textOf(row['changeNote']),
		deficiencyLetter: textOf(row['deficiencyLetter']),
		document: textOf(row['document']) ?? '',
		effectiveFrom: textOf(row['effectiveFrom']),
		modifier: textOf(row['modifier']),
		name: textOf(row['name']) ?? '',
		number: textOf(row['number']) ?? '',
		numberAssigned: assigned === true || assigned === 1 || assigned === 'true',
		previousHash,
		recordedAt: textOf(row['recordedAt']),
		sequence,
		sha256: textOf(row['sha256']),
		size: typeof size === 'number' ? (size < 0 ? null : size) : sizeOf(size),
		source: textOf(row['source']) ?? '',
		sourceId: textOf(row['sourceId']) ?? '',
		state: textOf(row['state']) as VersionState | null,
		uploadedAt: textOf(row['uploadedAt']),
		url: textOf(row['url']),
		withdrawnAt: textOf(row['withdrawnAt']),
	};
	return { content, sequence, previousHash, hash: textOf(row['hash']) ?? '', approvalsText };
}

function textOf(value: unknown): string | null {
	if (typeof value === 'string') return value === '' ? null : value;
	if (value === null || value === undefined) return null;
	return typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value);
}

/** Tables give numbers as text now and then; -1 is a number that no chain has. */
function countOf(value: unknown): number {
	if (typeof value === 'number') return value;
	return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : -1;
}

function sizeOf(value: unknown): number | null {
	const size = countOf(value);
	return size < 0 ? null : size;
}

const NO_APPROVALS: readonly Approval[] = [];

function approvalsOf(list: unknown): readonly Approval[] {
	if (!Array.isArray(list) || list.length === 0) return NO_APPROVALS;
	const approvals: Approval[] = [];
	for (const step of list as readonly unknown[]) {
		if (!isRecord(step)) continue;
		approvals.push({ at: textOf(step['at']), person: textOf(step['person']) ?? '', role: textOf(step['role']) as ApprovalRole, sha256: textOf(step['sha256']) });
	}
	return approvals;
}

/** The trail of a row: read straight on where it stands as {@link VersionRow} writes it, else as any JSON. */
function readApprovals(text: string): readonly Approval[] {
	if (text === '[]') return NO_APPROVALS;
	return (text.includes('\\') ? null : readPlainApprovals(text)) ?? approvalsOf(parsed(text));
}

/**
 * Reads `[{"at":…,"person":"…","role":"…","sha256":…},…]` without escapes; null for anything else. A name is known by one letter and its colon:
 * another order of names, blanks or further names do not have them at these places.
 */
function readPlainApprovals(text: string): readonly Approval[] | null {
	const approvals: Approval[] = [];
	// Each step begins with `[{` or `,{`, so its first name stands one place later than the others do.
	let at = 1;
	while (at < text.length) {
		if (text.charCodeAt(at) !== OPEN) return null;
		const time = valueStart(text, at, LETTER_A, 5);
		const timeEnd = valueEnd(text, time);
		const person = valueStart(text, timeEnd, LETTER_P, 9);
		const personEnd = valueEnd(text, person);
		const role = valueStart(text, personEnd, LETTER_R, 7);
		const roleEnd = valueEnd(text, role);
		const sha256 = valueStart(text, roleEnd, LETTER_S, 9);
		const end = valueEnd(text, sha256);
		if (end === NOWHERE || text.charCodeAt(end) !== CLOSE) return null;
		approvals.push({ at: valueOf(text, time, timeEnd), person: valueOf(text, person, personEnd) ?? '', role: roleAt(text, role, roleEnd), sha256: valueOf(text, sha256, end) });
		const next = text.charCodeAt(end + 1);
		if (next === BRACKET) return end + 2 === text.length ? approvals : null;
		if (next !== COMMA) return null;
		at = end + 2;
	}
	return null;
}

const NOWHERE = -1;

/** Where the value behind a name starts: `,"person":` has its first letter at 2 and its colon at 9. */
function valueStart(text: string, at: number, letter: number, colon: number): number {
	return at !== NOWHERE && text.charCodeAt(at + 2) === letter && text.charCodeAt(at + colon) === COLON ? at + colon + 1 : NOWHERE;
}

/** Where a text in quotes or null ends. */
function valueEnd(text: string, start: number): number {
	if (start === NOWHERE) return NOWHERE;
	if (text.charCodeAt(start) !== QUOTE) return text.startsWith('null', start) ? start + 4 : NOWHERE;
	const end = text.indexOf('"', start + 1);
	return end === -1 ? NOWHERE : end + 1;
}

/** An empty text is the same as none. */
function valueOf(text: string, start: number, end: number): string | null {
	return text.charCodeAt(start) === QUOTE && end - start > 2 ? text.slice(start + 1, end - 1) : null;
}

/** The three roles as the constants they are, so that comparing them later looks at no characters. */
function roleAt(text: string, start: number, end: number): ApprovalRole {
	for (const role of APPROVAL_ROLES) if (end - start === role.length + 2 && text.startsWith(role, start + 1)) return role;
	return valueOf(text, start, end) as ApprovalRole;
}

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const BRACKET = 93;
const LETTER_A = 97;
const LETTER_P = 112;
const LETTER_R = 114;
const LETTER_S = 115;
const OPEN = 123;
const CLOSE = 125;

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		// A trail that cannot be read is a trail that was changed: the hash will say so.
		return [{ person: text }];
	}
}
