import type { LabelAdded } from '../documents/evidence.js';
import type { Actor } from '../evidence/actor.js';
import type { CloudEvent } from '../evidence/cloudEvent.js';
import type { ChangeAbandoned, ChangeMerged, ChangePlace, CommitRecorded } from '../git/evidence.js';
import { MERGED, OPENED, type ABANDONED } from './changes.js';

/*
 * The fields that a judgement reads, looked at without the schema: there may be a million facts. Whatever fails here is held against its schema,
 * which says why.
 */

export function isTextOrNull(value: unknown): value is string | null {
	return value === null || typeof value === 'string';
}

export function isActor(value: Actor | null): boolean {
	return value === null || (typeof value === 'object' && typeof value.system === 'string' && typeof value.account === 'string');
}

export function isChange(data: object): data is ChangePlace {
	const { repository, change, draft, author, head } = data as ChangePlace;
	return typeof repository === 'string' && typeof change === 'string' && typeof draft === 'boolean' && isActor(author) && (head === null || (typeof head === 'object' && isTextOrNull(head.sha)));
}

export function isDecision(kind: typeof OPENED | typeof ABANDONED | typeof MERGED, data: object): data is ChangePlace {
	if (!isChange(data)) return false;
	return kind === OPENED || isTextOrNull(kind === MERGED ? (data as ChangeMerged).mergedAs : (data as ChangeAbandoned).supersededBy);
}

export function isCommit(data: object): data is CommitRecorded {
	const { repository, authoredAt, contentKey, sha, change, paths, author } = data as CommitRecorded;
	return typeof repository === 'string' && typeof authoredAt === 'string' && typeof contentKey === 'string' && typeof sha === 'string' && isTextOrNull(change) && arePaths(paths) && isActor(author);
}

export function isLabel({ id, source }: CloudEvent, data: object): boolean {
	const { label, by, observed, space, title, url } = data as LabelAdded;
	return typeof id === 'string' && typeof source === 'string' && typeof label === 'string' && typeof observed === 'boolean' && isActor(by) && isTextOrNull(space) && isTextOrNull(title) && isTextOrNull(url);
}

function arePaths(paths: readonly unknown[] | null): boolean {
	if (paths === null) return true;
	if (!Array.isArray(paths)) return false;
	for (const path of paths) if (typeof path !== 'string') return false;
	return true;
}
