import { localDayNumber, type Zone } from '../time/zone.js';
import { instantOf, isDateOnly, type PointInTime } from './times.js';
import type { VersionContent } from './version.js';
import type { VersionNumber } from './versionNumber.js';

/** What a version's start rests on. */
export type InForceBasis = 'effectiveDate' | 'approval' | 'upload';

/** Whether a version that nobody approved can be in force from its upload on: always; only where no version of the document was approved; never. */
export type UploadRule = 'always' | 'withoutApprovals' | 'never';

/** From when a version is valid; `from` is NaN where nothing says so, `basis` null where it can never be in force. */
export interface Validity {
	readonly from: number;
	readonly basis: InForceBasis | null;
	/** The start is known to the day only. */
	readonly dateOnly: boolean;
}

const NEVER: Validity = { from: Number.NaN, basis: null, dateOnly: false };

/** Times of a version, read once: epoch milliseconds, NaN where the source names none. */
export interface VersionTimes {
	/** Surely at the end of the day where only the date is known. */
	readonly uploaded: number;
	readonly approved: number;
	/** From the start of the day where only the date is known. */
	readonly effective: number;
	/** As stated; an empty text where it was approved without a time, null where nobody approved it. */
	readonly approvedAt: string | null;
}

export function timesOf({ approvals, uploadedAt, effectiveFrom }: VersionContent, zone: Zone): VersionTimes {
	let approvedAt: string | null = null;
	let approved = Number.NaN;
	for (const { role, at } of approvals) {
		if (role !== 'approver') continue;
		const time = instantOf(at, 'latest', zone);
		// The latest approver completes the approval.
		if (approvedAt === null || time > approved || Number.isNaN(approved)) approvedAt = Number.isNaN(time) ? (approvedAt ?? at ?? '') : at;
		if (!(time <= approved)) approved = Number.isNaN(time) ? approved : time;
	}
	return { uploaded: instantOf(uploadedAt, 'latest', zone), approved, effective: instantOf(effectiveFrom, 'earliest', zone), approvedAt };
}

/**
 * From when a version is valid: its effective date, else its approval, else its upload. A draft or a version in review is never valid by its
 * upload alone, and a rejected one never. Source: domain reference 4 (in force at T).
 *
 * @param byUpload whether the upload alone may make it valid
 */
export function validityOf({ state, effectiveFrom, uploadedAt, withdrawnAt }: VersionContent, number: VersionNumber, { uploaded, approved, effective, approvedAt }: VersionTimes, byUpload: boolean): Validity {
	if (state === 'rejected' || (state === 'withdrawn' && withdrawnAt === null)) return NEVER;
	if (!Number.isNaN(effective)) return { from: effective, basis: 'effectiveDate', dateOnly: isDateOnly(effectiveFrom) };
	if (!Number.isNaN(approved)) return { from: approved, basis: 'approval', dateOnly: isDateOnly(approvedAt) };
	if (!byUpload || number.draft || state === 'draft' || state === 'inReview' || Number.isNaN(uploaded)) return NEVER;
	return { from: uploaded, basis: 'upload', dateOnly: isDateOnly(uploadedAt) };
}

/**
 * Position of the version in force at a point in time, -1 where none is: the latest start at or before it, then the later number; not withdrawn
 * before. A version that starts exactly then is in force.
 *
 * @param versions in order of their numbers
 */
export function inForceAt(versions: ReadonlyArray<{ readonly content: VersionContent; readonly validity: Validity }>, at: PointInTime, zone: Zone): number {
	let found = -1;
	let latest = Number.NEGATIVE_INFINITY;
	for (let position = 0; position < versions.length; position++) {
		const version = versions[position];
		if (version === undefined) continue;
		const { content, validity } = version;
		// A comparison with NaN never holds.
		if (!(validity.from <= at.instant) || validity.from < latest) continue;
		if (content.withdrawnAt !== null && instantOf(content.withdrawnAt, 'latest', zone) < at.instant) continue;
		latest = validity.from;
		found = position;
	}
	return found;
}

/** The start falls on the very day of a date, so the order of the two is not known. */
export function isSameDay({ from, basis, dateOnly }: Validity, at: PointInTime, zone: Zone): boolean {
	return basis !== null && (at.dateOnly || dateOnly) && localDayNumber(from, zone) === at.localDay;
}
