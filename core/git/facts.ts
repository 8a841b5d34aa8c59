import type { Actor } from '../evidence/actor.js';
import type { EvidenceSink } from '../evidence/sink.js';
import { sha256 } from '../evidence/key.js';
import { parseMoment } from '../time/moment.js';
import { parseRfc3339 } from '../time/rfc3339.js';
import { formatInstant, UTC } from '../time/zone.js';
import { asObject } from '../pull/run.js';
import { GIT_EVENT_TYPES, type ChangePlace, type CheckCompleted, type GitEvent } from './evidence.js';

/*
 * How facts of code are built: what identifies them, who acted, when. The same for every host and for both ways a fact can come (read or sent),
 * so that one fact has one id. Source: spec "Vocabulary"; vendor reference 8, trap 16.
 */

export type GitSystem = 'github' | 'gitlab' | 'gitee' | 'gitea';
export type GitSink = EvidenceSink<GitEvent>;
export type GitEventOf<Type extends GitEvent['type']> = Extract<GitEvent, { readonly type: Type }>;
export type Row = Readonly<Record<string, unknown>>;

/** A repository as the host names it. */
export interface GitRepository {
	readonly system: GitSystem | 'git';
	/** Its web address, the `source` of every fact: `https://github.com/group/project`. */
	readonly source: string;
	/** `group/project` */
	readonly name: string;
}

/**
 * @param id the host's own number of the fact with its kind in front: never a delivery's id
 * @param time RFC 3339, null where the source names none
 */
export function gitFact<Type extends GitEvent['type']>(source: string, type: Type, id: string, time: string | null, data: GitEventOf<Type>['data']): GitEventOf<Type> {
	const subject = 'change' in data && data.change !== null ? data.change : (data as { readonly sha: string }).sha;
	return { specversion: '1.0', id, source, type, subject, ...(time === null ? {} : { time }), data } as unknown as GitEventOf<Type>;
}

export interface GitStamp {
	/** RFC 3339 with offset, as the source wrote it where it wrote so. */
	readonly at: string;
	/** Epoch milliseconds. */
	readonly instant: number;
}

/** Time of a host: ISO, or GitLab's `2017-12-10 17:08:07 UTC`. Null for `0001-01-01T00:00:00Z` (never), a day without a time and anything else. */
export function gitStamp(value: unknown): GitStamp | null {
	if (typeof value !== 'string') return null;
	const exact = parseRfc3339(value);
	if (!Number.isNaN(exact)) return { at: value, instant: exact };
	const moment = parseMoment(value, UTC);
	return moment === null || moment.earliest !== moment.latest ? null : { at: formatInstant(moment.earliest), instant: moment.earliest };
}

/** The second in UTC, for ids: hosts give milliseconds in one place and none in the other. */
export function secondOf(instant: number): string {
	return formatInstant(Math.floor(instant / 1000) * 1000);
}

/** Text of a field; null for an empty text and anything that is none. */
export function textIn(row: Row | null | undefined, ...names: readonly string[]): string | null {
	for (const name of names) {
		const value = row?.[name];
		if (typeof value === 'string' && value !== '') return value;
		if (typeof value === 'number') return String(value);
	}
	return null;
}

export function rowsIn(value: unknown): readonly Row[] {
	return Array.isArray(value) ? value.map(asObject).filter((row) => row !== null) : [];
}

/** Accounts that stand for people who are gone. Source: vendor reference 2.1, "deleted user". */
const GHOSTS = new Set(['ghost', 'Ghost']);

/** An account of the host. Null where there is none, or it was deleted. */
export function accountActor(system: GitSystem, value: unknown): Actor | null {
	const row = asObject(value);
	const account = textIn(row, 'login', 'username', 'user_name');
	if (row === null || account === null || GHOSTS.has(account) || textIn(row, 'name') === 'Ghost User' || row['id'] === -1) return null;
	const email = textIn(row, 'email');
	return { system, account, name: textIn(row, 'name', 'full_name'), email: email !== null && email.includes('@') ? email : null, bot: row['type'] === 'Bot' || row['bot'] === true || isBotAccount(account) };
}

/** What hosts themselves call their machine accounts: `dependabot[bot]`, GitLab's `project_12_bot_a1b2`, `group_3_bot` and `service_account_group_3_a1b2`, Gitea's and Forgejo's runner. */
function isBotAccount(account: string): boolean {
	return account.endsWith('[bot]') || /^(?:(?:project|group)_\d+_bot(?:_[0-9a-f]+|\d*)?|service_account_(?:(?:group|project)_\d+_)?[0-9a-f]{16,}|(?:gitea|forgejo)-actions)$/.test(account);
}

/** Who wrote a commit, as Git knows them. */
export function commitActor(name: string | null, email: string | null): Actor | null {
	const address = email?.trim().toLowerCase() ?? '';
	const account = address !== '' ? address : (name?.trim() ?? '');
	if (account === '') return null;
	return { system: 'git', account, name, email: address === '' ? null : address, bot: /\[bot\](?:@|$)/.test(account) };
}

/** What a source says about a change at one moment. */
export interface ChangeReading {
	readonly place: ChangePlace;
	readonly createdAt: GitStamp | null;
	readonly state: 'open' | 'merged' | 'abandoned';
	readonly decidedAt: GitStamp | null;
	readonly by: Actor | null;
	readonly mergedAs: string | null;
	readonly updatedAt: GitStamp | null;
	/** `unknown`: the host has not found out yet, or does not say. */
	readonly merging: 'clean' | 'conflict' | 'unknown';
	/** Description, for the number of a change that has taken its place. */
	readonly body: string | null;
}

/** Gives that a change was opened and, where it was, decided. */
export function giveChange({ place, createdAt, state, decidedAt, by, mergedAs, body }: ChangeReading, source: string, sink: GitSink): void {
	const number = place.change;
	sink.event(gitFact(source, GIT_EVENT_TYPES.changeCreated, `change/${number}/created`, createdAt?.at ?? null, place));
	if (state === 'open') return;
	if (decidedAt === null) {
		sink.finding({ where: `${place.repository} change ${number}`, value: state, expected: 'the time at which it was merged or closed; without it no day can be told', severity: 'refused' });
		return;
	}
	if (state === 'merged') sink.event(gitFact(source, GIT_EVENT_TYPES.changeMerged, `change/${number}/merged`, decidedAt.at, { ...place, by, mergedAs }));
	else {
		// A change can be closed, opened again and closed again: each closing is a fact of its own.
		const id = `change/${number}/abandoned/${secondOf(decidedAt.instant)}`;
		sink.event(gitFact(source, GIT_EVENT_TYPES.changeAbandoned, id, decidedAt.at, { ...place, by, supersededBy: supersededBy(`${place.title ?? ''}\n${body ?? ''}`, number) }));
	}
}

/** A closing and a merge of one moment are one thing, though a host may write their times apart. */
const SAME_MOMENT_MILLISECONDS = 5000;

/**
 * Gives that a change was closed without merge at some time, as a log of the host says it. The last closing is the one that the change itself names.
 *
 * @param decided how the change was decided last, null while it is open
 */
export function giveClosing(place: ChangePlace, at: GitStamp, by: Actor | null, decided: { readonly merged: boolean; readonly at: GitStamp | null } | null, source: string, sink: GitSink): void {
	const last = decided?.at ?? null;
	const isLast = last !== null && Math.abs(last.instant - at.instant) <= SAME_MOMENT_MILLISECONDS;
	if (isLast && decided?.merged === true) return;
	giveChange({ place, createdAt: null, state: 'abandoned', decidedAt: isLast ? last : at, by, mergedAs: null, updatedAt: null, merging: 'unknown', body: null }, source, { finding: sink.finding.bind(sink), event: (event) => {
		// When it was opened is told elsewhere.
		if (event.type === GIT_EVENT_TYPES.changeAbandoned) sink.event(event);
	} });
}

/** Gives that a change cannot be merged, seen now: no host says since when. */
export function giveConflict(place: ChangePlace, source: string, now: string, sink: GitSink): void {
	sink.event(gitFact(source, GIT_EVENT_TYPES.changeConflicted, `change/${place.change}/conflict/${place.head?.sha ?? place.head?.branch ?? ''}`, now, { ...place, observed: true }));
}

export interface ReviewReading {
	readonly id: string;
	readonly reviewer: Actor | null;
	readonly state: 'approved' | 'changesRequested' | 'commented' | 'dismissed';
	readonly at: GitStamp | null;
}

/** The id holds the state: that an approval was dismissed later is another fact than that it was given. */
export function giveReview({ id, reviewer, state, at }: ReviewReading, place: ChangePlace, source: string, sink: GitSink): void {
	sink.event(gitFact(source, GIT_EVENT_TYPES.changeReviewed, `change/${place.change}/review/${id}/${state}`, at?.at ?? null, { ...place, review: id, reviewer, state }));
}

export interface CommentReading {
	readonly id: string;
	readonly commenter: Actor | null;
	readonly location: 'conversation' | 'diff';
	readonly text: string;
	readonly at: GitStamp | null;
}

export function giveComment({ id, commenter, location, text, at }: CommentReading, place: ChangePlace, source: string, sink: GitSink): void {
	// Conversation and lines of the change are numbered apart on GitHub.
	const kind = location === 'diff' ? 'diff-comment' : 'comment';
	sink.event(gitFact(source, GIT_EVENT_TYPES.changeCommented, `change/${place.change}/${kind}/${id}`, at?.at ?? null, { ...place, comment: id, commenter, location, text }));
}

/** A commit as a source says it. Plain JSON: it is kept while its paths are asked for. */
export interface CommitReading {
	readonly sha: string;
	readonly url: string | null;
	readonly message: string;
	readonly author: Actor | null;
	readonly authorEmail: string | null;
	readonly committer: Actor | null;
	readonly authoredAt: string | null;
	readonly committedAt: string | null;
	readonly parents: number | null;
	readonly paths: readonly string[] | null;
}

export function giveCommit(commit: CommitReading, seen: { readonly change: string | null; readonly branch: string | null }, { source, name }: Pick<GitRepository, 'source' | 'name'>, sink: GitSink): void {
	const { sha, url, message, author, committer, authoredAt, committedAt, parents, paths } = commit;
	const written = gitStamp(authoredAt);
	if (written === null) {
		sink.finding({ where: `${name} commit ${sha}`, value: authoredAt, expected: 'the time at which its author wrote it', severity: 'refused' });
		return;
	}
	sink.event(
		gitFact(source, GIT_EVENT_TYPES.commitRecorded, `commit/${sha}`, written.at, {
			repository: name,
			sha,
			url,
			author,
			committer,
			authoredAt: written.at,
			committedAt: gitStamp(committedAt)?.at ?? null,
			parents,
			paths: paths === null ? null : [...new Set(paths)].filter((path) => path !== '').sort(),
			...seen,
			contentKey: contentKey(commit.authorEmail ?? author?.account ?? '', written.instant, message),
			note: noteOf(message),
			reverts: /\bThis reverts commit ([0-9a-f]{7,64})\b/i.exec(message)?.[1]?.toLowerCase() ?? null,
		}),
	);
}

const LONGEST_NOTE = 200;

function noteOf(message: string): string | null {
	const [first = ''] = message.trim().split(/\r?\n/, 1);
	return first === '' ? null : first.slice(0, LONGEST_NOTE);
}

/** See {@link CommitRecorded.contentKey}. */
function contentKey(email: string, instant: number, message: string): string {
	return sha256(`${email.trim().toLowerCase()}\n${secondOf(instant)}\n${message.replaceAll('\r\n', '\n').trim()}`).slice(0, 32);
}

export interface CheckReading extends Pick<CheckCompleted, 'sha' | 'name' | 'conclusion' | 'url'> {
	/** With its kind: `check/123`, `status/123`, `pipeline/123/failure`. */
	readonly id: string;
	readonly at: GitStamp | null;
}

export function giveCheck({ id, at, ...check }: CheckReading, change: { readonly change: string | null; readonly author: Actor | null }, { source, name }: Pick<GitRepository, 'source' | 'name'>, sink: GitSink): void {
	sink.event(gitFact(source, GIT_EVENT_TYPES.checkCompleted, id, at?.at ?? null, { repository: name, ...check, ...change }));
}

/** Words of the hosts for how a check ended; a word that is missing here means that it has not ended. */
const CONCLUSIONS: Readonly<Record<string, CheckCompleted['conclusion']>> = {
	success: 'success',
	failure: 'failure',
	failed: 'failure',
	error: 'failure',
	timed_out: 'failure',
	startup_failure: 'failure',
	cancelled: 'cancelled',
	canceled: 'cancelled',
	stale: 'cancelled',
	neutral: 'neutral',
	skipped: 'neutral',
	action_required: 'neutral',
	warning: 'neutral',
};

export function conclusionOf(word: unknown): CheckCompleted['conclusion'] | null {
	const known = typeof word === 'string' ? word.toLowerCase() : '';
	return Object.hasOwn(CONCLUSIONS, known) ? (CONCLUSIONS[known] ?? null) : null;
}

/** `!` and `#` with a number, or the address of a change. */
const CHANGE_NUMBER = String.raw`(?:[#!]|https?:\/\/[^\s)]{1,200}\/(?:pulls?|merge_requests)\/)(\d{1,9})\b`;
const SUPERSEDED = [
	new RegExp(String.raw`\b(?:superseded|superceded|replaced|obsoleted)\s{1,3}(?:by|with)\s{1,3}(?:(?:the\s)?(?:pr|mr|pull request|merge request)\s{0,3})?${CHANGE_NUMBER}`, 'i'),
	new RegExp(String.raw`\bin\s{1,3}favou?r\s{1,3}of\s{1,3}(?:(?:the\s)?(?:pr|mr|pull request|merge request)\s{0,3})?${CHANGE_NUMBER}`, 'i'),
	new RegExp(String.raw`(?:已被|被|已由|由)\s{0,2}(?:pr|mr)?\s{0,2}${CHANGE_NUMBER}\s{0,2}(?:取代|替代|代替)`, 'i'),
];

/** Number of the change that a text says has taken the place of this one. */
export function supersededBy(text: string, own: string): string | null {
	for (const pattern of SUPERSEDED) {
		const number = pattern.exec(text)?.[1];
		if (number !== undefined && number !== own) return number;
	}
	return null;
}

/** A change of which only the number is known here. */
export function barePlace(repository: string, change: string, url: string | null): ChangePlace {
	return { repository, change, title: null, url, author: null, draft: false, head: null, targetBranch: null };
}
