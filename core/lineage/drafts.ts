import type { AttachmentVersionedEvent, VersionPublishedEvent } from '../documents/evidence.js';
import type { Actor } from '../evidence/actor.js';
import type { CloudEvent } from '../evidence/cloudEvent.js';
import { sha256 } from '../evidence/key.js';
import type { CommitRecordedEvent } from '../git/evidence.js';
import { comparable, isRecord } from '../people/reading.js';
import { STATE_WORDS, VERSION_COLUMNS, type VersionColumn } from './columns.js';
import { APPROVAL_ROLES, entryOf, VERSION_STATES, type Approval, type ApprovalRole, type VersionRecord, type VersionState } from './version.js';

/** A version that has no place in a chain yet; `number` is null where the source counts no versions. */
export type VersionDraft = Omit<VersionRecord, 'number' | 'numberAssigned' | 'recordedAt'> & { readonly number: string | null };

/** Why a value gives no version: which field, which value, what to do. */
export interface UnusableVersion {
	readonly code: 'notAVersion' | 'missingField' | 'wrongValue' | 'noPaths';
	readonly field: string | null;
	readonly value: string | null;
	readonly reason: string;
	readonly remedy: string;
}

export type DraftReading = { readonly drafts: readonly VersionDraft[] } | { readonly unusable: UnusableVersion };

const nothing = { approvals: [], changeNote: null, deficiencyLetter: null, effectiveFrom: null, sha256: null, size: null, state: null, url: null, withdrawnAt: null } as const;

/** Versions of a page or an attachment, or one for each file a commit changed; null for an event of another type. */
export function draftsOfEvent(event: CloudEvent, paths: readonly string[] = []): DraftReading | null {
	switch (event.type) {
		case 'performance-trace.document.version.published.v1':
			return { drafts: [ofPage(event as VersionPublishedEvent)] };
		case 'performance-trace.document.attachment.versioned.v1':
			return { drafts: [ofAttachment(event as AttachmentVersionedEvent)] };
		case 'performance-trace.git.commit.recorded.v1':
			return ofCommit(event as CommitRecordedEvent, paths);
		default:
			return null;
	}
}

function ofPage({ source, id, time, data }: VersionPublishedEvent): VersionDraft {
	return {
		...nothing,
		document: `${source} page ${data.page}`,
		name: data.title ?? data.page,
		number: String(data.version),
		changeNote: noteOf(data.note),
		modifier: personOf(data.author),
		source,
		sourceId: id,
		state: data.status === 'draft' ? 'draft' : null,
		uploadedAt: time ?? null,
		url: data.url,
	};
}

function ofAttachment({ source, id, time, data }: AttachmentVersionedEvent): VersionDraft {
	return {
		...nothing,
		document: `${source} attachment ${data.attachment}`,
		name: data.name,
		number: String(data.version),
		changeNote: noteOf(data.note),
		modifier: personOf(data.author),
		sha256: data.sha256?.toLowerCase() ?? null,
		size: data.size,
		source,
		sourceId: id,
		uploadedAt: time ?? null,
		url: data.url,
	};
}

/** A commit has no number: the versions of a file are counted, and the commit stays named as the source. */
function ofCommit({ source, id, time, data }: CommitRecordedEvent, wanted: readonly string[]): DraftReading {
	if (data.paths === null) {
		return { unusable: { code: 'noPaths', field: 'data.paths', value: null, reason: `Commit ${data.sha.slice(0, 12)} does not say which files it changed.`, remedy: 'Read the commits with their files.' } };
	}
	const paths = wanted.length === 0 ? data.paths : data.paths.filter((path) => wanted.some((prefix) => path === prefix || path.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`)));
	return {
		drafts: paths.map((path) => ({
			...nothing,
			document: `${source} file ${path}`,
			name: path,
			number: null,
			changeNote: noteOf(data.note),
			modifier: personOf(data.author),
			source,
			sourceId: `${id} ${path}`,
			uploadedAt: time ?? data.authoredAt,
			url: data.url,
		})),
	};
}

const personOf = (actor: Actor | null): string | null => (actor === null ? null : (actor.name ?? actor.account));

function noteOf(note: string | null): string | null {
	const text = note?.trim() ?? '';
	return text === '' ? null : text;
}

export interface ListSettings {
	/** Where the list comes from, e.g. the address of a file or the name of a system. */
	readonly source: string;
	/** Fact → heading of its column, where it is none of the usual ones. */
	readonly columns?: Partial<Record<VersionColumn, string>>;
}

/** A row of any list as a version. What is computed of an attached file (`sha256`, `size`) may be laid over the row before. */
export function draftOfRow(row: unknown, settings: ListSettings): DraftReading {
	if (!isRecord(row)) return unusable('notAVersion', null, row, 'This is no row.', 'Give one object per version.');
	if (isStored(row)) return ofStored(row);
	const cell = createCells(row, settings.columns ?? {});
	const name = cell('name') ?? cell('document');
	const document = cell('document') ?? name;
	if (document === null || name === null) return unusable('missingField', 'document', null, 'The row names no document.', `Name the column that holds it; headings looked for: ${VERSION_COLUMNS.document.join(', ')}.`);
	const state = stateOf(cell('state'));
	if (state === undefined) return unusable('wrongValue', 'state', cell('state'), `State ${JSON.stringify(cell('state'))} is not known.`, `Use ${VERSION_STATES.join(', ')}.`);
	const hash = cell('sha256')?.toLowerCase() ?? null;
	if (hash !== null && !/^[0-9a-f]{64}$/.test(hash)) return unusable('wrongValue', 'sha256', hash, `SHA-256 ${JSON.stringify(hash)} has not 64 hexadecimal digits.`, 'Leave the column out where the hash is not known.');
	const size = cell('size');
	if (size !== null && !/^\d{1,15}$/.test(size)) return unusable('wrongValue', 'size', size, `Size ${JSON.stringify(size)} is no number of bytes.`, 'Write the number of bytes in digits.');
	const approvals = approvalsOf(cell, row, settings.columns?.approvals);
	if ('unusable' in approvals) return approvals;
	const number = cell('number');
	const uploadedAt = cell('uploadedAt');
	const given = cell('sourceId');
	const draft = {
		approvals: approvals.steps,
		changeNote: cell('changeNote'),
		deficiencyLetter: cell('deficiencyLetter'),
		document,
		effectiveFrom: cell('effectiveFrom'),
		modifier: cell('modifier'),
		name,
		number,
		sha256: hash,
		size: size === null ? null : Number(size),
		source: settings.source,
		state,
		uploadedAt,
		url: cell('url'),
		withdrawnAt: cell('withdrawnAt'),
	};
	// Without an identity of the source a version is its document and number, else all that is said of it.
	const sourceId = given !== null ? `${given} ${document}` : number !== null ? `${document} ${number}` : sha256(JSON.stringify(draft));
	return { drafts: [{ ...draft, sourceId }] };
}

const isStored = ({ versionKey, source, sourceId, document }: Readonly<Record<string, unknown>>): boolean => [versionKey, source, sourceId, document].every((value) => typeof value === 'string' && value !== '');

/** A stored row that a person or a workflow completed, e.g. with approvals: it stays the same version. */
function ofStored(row: Readonly<Record<string, unknown>>): DraftReading {
	const approvals = approvalsOf(() => null, row, undefined);
	if ('unusable' in approvals) return approvals;
	const { content } = entryOf(row);
	return {
		drafts: [
			{
				approvals: approvals.steps,
				changeNote: content.changeNote,
				deficiencyLetter: content.deficiencyLetter,
				document: content.document,
				effectiveFrom: content.effectiveFrom,
				modifier: content.modifier,
				name: content.name,
				number: content.numberAssigned ? null : content.number,
				sha256: content.sha256,
				size: content.size,
				source: content.source,
				sourceId: content.sourceId,
				state: content.state,
				uploadedAt: content.uploadedAt,
				url: content.url,
				withdrawnAt: content.withdrawnAt,
			},
		],
	};
}

type Cells = (column: VersionColumn) => string | null;

function createCells(row: Readonly<Record<string, unknown>>, columns: Partial<Record<VersionColumn, string>>): Cells {
	const byHeading = new Map<string, unknown>();
	for (const [heading, value] of Object.entries(row)) byHeading.set(comparable(heading), value);
	return (column) => {
		const named = columns[column];
		const headings = named === undefined || named === '' ? VERSION_COLUMNS[column] : [comparable(named)];
		for (const heading of headings) {
			const value = byHeading.get(heading);
			if (typeof value === 'string' && value.trim() !== '') return value.trim();
			if (typeof value === 'number' && Number.isFinite(value)) return String(value);
		}
		return null;
	};
}

function stateOf(text: string | null): VersionState | null | undefined {
	if (text === null) return null;
	const word = comparable(text);
	return VERSION_STATES.find((state) => state === text) ?? (Object.hasOwn(STATE_WORDS, word) ? (STATE_WORDS[word] as VersionState) : undefined);
}

function approvalsOf(cell: Cells, row: Readonly<Record<string, unknown>>, named: string | undefined): { readonly steps: readonly Approval[] } | { readonly unusable: UnusableVersion } {
	const heading = named === undefined || named === '' ? 'approvals' : named;
	let list: unknown = row[heading] ?? cell('approvals');
	if (typeof list === 'string' && list.trim() !== '') {
		try {
			list = JSON.parse(list);
		} catch {
			return unusable('wrongValue', 'approvals', list, 'The approval trail is no JSON.', 'Write a list of {"role":"approver","person":"…","at":"…"}.');
		}
	}
	if (Array.isArray(list)) {
		const steps: Approval[] = [];
		for (const entry of list as readonly unknown[]) {
			const { role, person, at = null, sha256: hash = null } = isRecord(entry) ? entry : {};
			if (!APPROVAL_ROLES.some((known) => known === role) || typeof person !== 'string' || person.trim() === '') {
				return unusable('wrongValue', 'approvals', entry, 'A step of the approval trail names no role or no person.', `Roles are ${APPROVAL_ROLES.join(', ')}.`);
			}
			steps.push({ at: typeof at === 'string' && at.trim() !== '' ? at.trim() : null, person: person.trim(), role: role as ApprovalRole, sha256: typeof hash === 'string' && hash !== '' ? hash.toLowerCase() : null });
		}
		return { steps };
	}
	const step = (role: ApprovalRole, person: string | null, at: string | null, hash: string | null): Approval[] => (person === null && at === null ? [] : [{ at, person: person ?? '', role, sha256: hash }]);
	return {
		steps: [
			...step('author', cell('author'), cell('authoredAt'), null),
			...step('reviewer', cell('reviewer'), cell('reviewedAt'), null),
			...step('approver', cell('approver'), cell('approvedAt'), cell('approvedSha256')?.toLowerCase() ?? null),
		],
	};
}

function unusable(code: UnusableVersion['code'], field: string | null, value: unknown, reason: string, remedy: string): { readonly unusable: UnusableVersion } {
	const text = value === null || value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value);
	return { unusable: { code, field, value: text === null ? null : text.slice(0, 80), reason, remedy } };
}
