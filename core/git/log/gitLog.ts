import { readGitDate } from './gitDate.js';
import { commitActor, giveCommit, type GitSink } from '../facts.js';
import { changedPath } from './gitPath.js';

/** What to run in a clone so that everything needed is in the text. Other forms of the output are read too, see {@link createGitLogReader}. */
export const GIT_LOG_COMMAND = 'git log --numstat --parents --pretty=fuller --date=iso-strict';

export interface GitTrailer {
	/** As written: `Signed-off-by`. */
	readonly key: string;
	readonly value: string;
}

/** A commit as the text says it. */
export interface GitLogCommit {
	readonly sha: string;
	/** Null where the text names no parents (without `--parents`). */
	readonly parents: readonly string[] | null;
	readonly merge: boolean;
	readonly author: { readonly name: string; readonly email: string } | null;
	readonly committer: { readonly name: string; readonly email: string } | null;
	/** RFC 3339 with the author's offset. */
	readonly authoredAt: string | null;
	readonly committedAt: string | null;
	readonly message: string;
	/** Changed paths, each once; a rename gives the new one. Null where the text lists none. */
	readonly paths: readonly string[] | null;
	/** `Signed-off-by`, `Reviewed-by` and the like at the end of the message. */
	readonly trailers: readonly GitTrailer[];
}

export interface GitLogSettings {
	/** Web address of the repository, the source of every fact: the one that its host gives makes a commit the same fact whichever way it comes. */
	readonly source: string;
	/** `group/project` */
	readonly repository: string;
	/** Branch the log is of, null where it is of several. */
	readonly branch: string | null;
}

/** Takes a log piece by piece: it can be larger than what should be held. */
export interface GitLogReader {
	write(chunk: string): void;
	end(): void;
}

interface OpenCommit {
	readonly sha: string;
	parents: readonly string[] | null;
	merge: boolean;
	author: GitLogCommit['author'];
	committer: GitLogCommit['committer'];
	authoredAt: string | null;
	committedAt: string | null;
	readonly message: string[];
	readonly paths: Set<string>;
	listed: boolean;
	/** Past the headers: `Author: x` in an unindented message is no header. */
	headed: boolean;
}

/**
 * Reads the text of `git log` in the forms `medium`, `full` and `fuller`, with any `--date` but `relative` and `human`, and with `--numstat`, `--raw`,
 * `--name-status` or `--name-only`, alone or together. Text that belongs to none of these is named and left out.
 */
export function createGitLogReader(give: (commit: GitLogCommit) => void, refuse: (line: number, text: string) => void): GitLogReader {
	let rest = '';
	let line = 0;
	let open: OpenCommit | null = null;

	const close = (): void => {
		if (open === null) return;
		const { sha, parents, merge, author, committer, authoredAt, committedAt, paths, listed, message } = open;
		const text = message.join('\n').trim();
		give({ sha, parents, merge, author, committer, authoredAt, committedAt, message: text, paths: listed ? [...paths].sort() : null, trailers: trailersOf(text) });
		open = null;
	};
	const take = (text: string): void => {
		line++;
		const start = /^commit (?:[<>=^-] ?)?([0-9a-f]{40}(?:[0-9a-f]{24})?)((?: [0-9a-f]{40,64})*)(?: \(.*\))?$/.exec(text);
		if (start?.[1] !== undefined) {
			close();
			const parents = start[2] === undefined || start[2] === '' ? null : start[2].trim().split(' ');
			open = { sha: start[1], parents, merge: (parents?.length ?? 0) > 1, author: null, committer: null, authoredAt: null, committedAt: null, message: [], paths: new Set(), listed: false, headed: false };
			return;
		}
		if (open === null) {
			if (text.trim() !== '') refuse(line, text);
			return;
		}
		if (!open.headed && takeHeader(open, text)) return;
		if (text === '') {
			open.headed = true;
			if (!open.listed) open.message.push('');
			return;
		}
		open.headed = true;
		if (/^Notes(?: \(.*\))?:$/.test(text)) return;
		if (text.startsWith('    ')) {
			open.message.push(text.slice(4));
			return;
		}
		const path = changedPath(text);
		if (path !== null) {
			open.listed = true;
			open.paths.add(path);
		} else if (text.startsWith('\t')) open.message.push(text);
		else refuse(line, text);
	};
	return {
		write(chunk) {
			const lines = (rest + chunk).split('\n');
			rest = lines.pop() ?? '';
			for (const text of lines) take(text.endsWith('\r') ? text.slice(0, -1) : text);
		},
		end() {
			if (rest !== '') take(rest);
			rest = '';
			close();
		},
	};
}

function takeHeader(open: OpenCommit, text: string): boolean {
	const match = /^(Merge|Author|AuthorDate|Commit|CommitDate|Date|Reflog|Reflog message|gpg|Primary key fingerprint):[ \t]*(.*)$/.exec(text);
	if (match === null) return false;
	const value = match[2] ?? '';
	switch (match[1]) {
		case 'Merge':
			open.merge = true;
			break;
		case 'Author':
			open.author = personIn(value);
			break;
		case 'Commit':
			open.committer = personIn(value);
			break;
		case 'AuthorDate':
		case 'Date':
			open.authoredAt = readGitDate(value);
			break;
		case 'CommitDate':
			open.committedAt = readGitDate(value);
			break;
	}
	return true;
}

function personIn(value: string): GitLogCommit['author'] {
	const text = value.trim();
	const open = text.endsWith('>') ? text.lastIndexOf('<') : -1;
	const email = text.slice(open + 1, -1);
	return open < 0 || email.includes('>') ? null : { name: text.slice(0, open).trimEnd(), email };
}

/** The last paragraph, where every line is `Key: value` (or goes on from one). */
function trailersOf(message: string): readonly GitTrailer[] {
	const paragraphs = message.split(/\n[ \t]*\n/);
	const last = paragraphs.length < 2 ? undefined : paragraphs.at(-1);
	if (last === undefined) return [];
	const trailers: GitTrailer[] = [];
	for (const line of last.split('\n')) {
		const match = /^([A-Za-z0-9][A-Za-z0-9-]{0,60}):[ \t]+(\S.*)$/.exec(line);
		if (match?.[1] !== undefined && match[2] !== undefined) trailers.push({ key: match[1], value: match[2].trim() });
		else if (!/^[ \t]/.test(line)) return [];
	}
	return trailers;
}

/** Gives the commits of a log as evidence. */
export function parseGitLog(text: string, settings: GitLogSettings, sink: GitSink): void {
	const reader = createGitLogEvidence(settings, sink);
	reader.write(text);
	reader.end();
}

export function createGitLogEvidence({ source, repository, branch }: GitLogSettings, sink: GitSink): GitLogReader {
	return createGitLogReader(
		({ sha, parents, merge, author, committer, authoredAt, committedAt, message, paths }) => {
			const commit = {
				sha,
				url: null,
				message,
				author: author === null ? null : commitActor(author.name, author.email),
				authorEmail: author?.email ?? null,
				committer: committer === null ? null : commitActor(committer.name, committer.email),
				authoredAt,
				committedAt,
				// Without `--parents` a log still says which commits are merges.
				parents: parents?.length ?? (merge ? 2 : null),
				paths,
			};
			giveCommit(commit, { change: null, branch }, { source, name: repository }, sink);
		},
		(line, text) => {
			sink.finding({ where: `line ${line}`, value: text.slice(0, 80), expected: `a line of the output of: ${GIT_LOG_COMMAND}`, severity: 'refused' });
		},
	);
}
