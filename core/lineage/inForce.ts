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

/** The latest approval of a version, as its source states it; null where nobody approved it, an empty text where the time is missing. */
export function approvalTime({ approvals }: Pick<VersionContent, 'approvals'>, zone: Zone): string | null {
	let latest: string | null = null;
	let instant = Number.NEGATIVE_INFINITY;
	for (const { role, at } of approvals) {
		if (role !== 'approver') continue;
		const time = instantOf(at, 'latest', zone);
		if (latest === null || time > instant) latest = at ?? '';
		if (time > instant) instant = time;
	}
	return latest;
}

/**
 * From when a version is valid: its effective date, else its approval, else its upload. A draft or a version in review is never valid by its
 * upload alone, and a rejected one never. Source: domain reference 4 (in force at T).
 *
 * @param approvedAt what {@link approvalTime} gives
 * @param byUpload whether the upload alone may make it valid
 */
export function validityOf(content: VersionContent, number: VersionNumber, approvedAt: string | null, byUpload: boolean, zone: Zone): Validity {
	const { state, effectiveFrom, uploadedAt } = content;
	if (state === 'rejected' || (state === 'withdrawn' && content.withdrawnAt === null)) return NEVER;
	if (effectiveFrom !== null) {
		const from = instantOf(effectiveFrom, 'earliest', zone);
		if (!Number.isNaN(from)) return { from, basis: 'effectiveDate', dateOnly: isDateOnly(effectiveFrom) };
	}
	if (approvedAt !== null) {
		const from = instantOf(approvedAt, 'latest', zone);
		if (!Number.isNaN(from)) return { from, basis: 'approval', dateOnly: isDateOnly(approvedAt) };
	}
	if (!byUpload || number.draft || state === 'draft' || state === 'inReview') return NEVER;
	const from = instantOf(uploadedAt, 'latest', zone);
	return Number.isNaN(from) ? NEVER : { from, basis: 'upload', dateOnly: isDateOnly(uploadedAt) };
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
	for (const [position, { content, validity }] of versions.entries()) {
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
