import { canonicalJson } from '../evidence/key.js';
import { byText } from '../people/reading.js';
import { UTC } from '../time/zone.js';
import { appendVersion } from './chain.js';
import type { VersionDraft } from './drafts.js';
import { instantOf } from './times.js';
import { entryOf, type VersionContent, type VersionEntry, type VersionRecord } from './version.js';
import { compareVersionNumbers, parseVersionNumber } from './versionNumber.js';

export interface CaptureInput {
	/** In any order; repeats count once. */
	readonly drafts: readonly VersionDraft[];
	/** What is stored of these documents, in the order in which it is stored; rows or records. */
	readonly known: readonly unknown[];
	/** RFC 3339; null leaves it out, so that the same input gives the same bytes. */
	readonly recordedAt: string | null;
}

export interface CapturedVersion {
	readonly entry: VersionEntry;
	/** `new`: a version that was not known; `restated`: the source now says something else of a known one, e.g. an approval came. */
	readonly kind: 'new' | 'restated';
	/** Position among the drafts. */
	readonly position: number;
}

export interface Captured {
	readonly versions: readonly CapturedVersion[];
	/** Drafts that say nothing new. */
	readonly repeated: number;
}

/**
 * Adds versions to the chains of their documents. The log is append-only: what is known already adds nothing, what the source now states
 * differently is added as a further entry of the same version. Independent of the order of the drafts. Source: spec S3.
 */
export function captureVersions({ drafts, known, recordedAt }: CaptureInput): Captured {
	const documents = new Map<string, VersionEntry[]>();
	const of = (document: string): VersionEntry[] => {
		const entries = documents.get(document) ?? [];
		documents.set(document, entries);
		return entries;
	};
	for (const stored of known) {
		const entry = entryOf(stored);
		of(entry.content.document).push(entry);
	}
	const groups = new Map<string, Array<readonly [draft: VersionDraft, position: number]>>();
	for (const [position, draft] of drafts.entries()) {
		const group = groups.get(draft.document);
		if (group === undefined) groups.set(draft.document, [[draft, position]]);
		else group.push([draft, position]);
	}
	const versions: CapturedVersion[] = [];
	let repeated = 0;
	for (const document of [...groups.keys()].sort(byText)) {
		const entries = of(document);
		const latest = new Map<string, VersionContent>();
		for (const { content } of [...entries].sort((a, b) => a.sequence - b.sequence)) latest.set(idOf(content), content);
		let head = entries.reduce<VersionEntry | null>((last, entry) => (last === null || entry.sequence > last.sequence ? entry : last), null);
		for (const [draft, position] of (groups.get(document) ?? []).sort(([a], [b]) => compareDrafts(a, b))) {
			const before = latest.get(idOf(draft));
			const record: VersionRecord = {
				...(before === undefined ? draft : filledFrom(before, draft)),
				number: draft.number ?? before?.number ?? String(latest.size + 1),
				numberAssigned: draft.number === null,
				recordedAt,
			};
			if (before !== undefined && says(before) === says(record)) {
				repeated++;
				continue;
			}
			const entry = appendVersion(head, record);
			head = entry;
			latest.set(idOf(draft), entry.content);
			versions.push({ entry, kind: before === undefined ? 'new' : 'restated', position });
		}
	}
	return { versions, repeated };
}

/** What a source does not say it does not take back: approvals from one system stay when the wiki is read again. */
function filledFrom(before: VersionContent, draft: VersionDraft): VersionDraft {
	return {
		...draft,
		approvals: draft.approvals.length === 0 ? before.approvals : draft.approvals,
		changeNote: draft.changeNote ?? before.changeNote,
		deficiencyLetter: draft.deficiencyLetter ?? before.deficiencyLetter,
		effectiveFrom: draft.effectiveFrom ?? before.effectiveFrom,
		modifier: draft.modifier ?? before.modifier,
		sha256: draft.sha256 ?? before.sha256,
		size: draft.size ?? before.size,
		state: draft.state ?? before.state,
		uploadedAt: draft.uploadedAt ?? before.uploadedAt,
		url: draft.url ?? before.url,
		withdrawnAt: draft.withdrawnAt ?? before.withdrawnAt,
	};
}

const idOf = ({ source, sourceId }: Pick<VersionRecord, 'source' | 'sourceId'>): string => `${source} ${sourceId}`;

/** What a record says, whenever it was recorded. */
function says(record: VersionRecord | VersionContent): string {
	return canonicalJson({ ...record, recordedAt: null, previousHash: '', sequence: 0 });
}

/** By number where there are numbers, else by time; what is equal by identity, so that the order of the input makes no difference. */
function compareDrafts(a: VersionDraft, b: VersionDraft): number {
	const byNumber = a.number === null || b.number === null ? 0 : compareVersionNumbers(parseVersionNumber(a.number), parseVersionNumber(b.number));
	return byNumber || timeOf(a) - timeOf(b) || byText(idOf(a), idOf(b)) || byText(canonicalJson(a), canonicalJson(b));
}

function timeOf({ uploadedAt }: VersionDraft): number {
	const instant = instantOf(uploadedAt, 'latest', UTC);
	return Number.isNaN(instant) ? Number.MAX_SAFE_INTEGER : instant;
}
