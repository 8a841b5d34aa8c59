import { asObject } from '../../pull/run.js';
import { accountActor, giveChange, giveComment, textIn, type GitSink, type Row } from '../facts.js';
import { readComment, readPullRequest, repositoryName } from '../family.js';
import { givePush } from '../family.webhook.js';
import type { CallSubject } from '../webhook.js';
import { giveAcceptances, isOnLines } from './giteeHost.js';

/** What Gitee sends: `hook_name` says what it is. Its `password` and `sign` repeat the secret and are never read. */
export function readGiteeCall(row: Row, sink: GitSink): CallSubject {
	const project = asObject(row['repository']) ?? asObject(row['project']);
	const subject: CallSubject = { source: textIn(project, 'html_url')?.replace(/\.git$/, '') ?? null, repository: repositoryName(project), change: null, branch: null, action: textIn(row, 'action') };
	const { source, repository: name } = subject;
	if (source === null || name === null) return subject;
	const hook = textIn(row, 'hook_name');
	if (hook === 'push_hooks') return { ...subject, branch: givePush(row, 'gitee', { source, name }, sink) };
	const pull = asObject(row['pull_request']);
	const reading = pull === null ? null : readPullRequest(pull, name, 'gitee');
	if (pull === null || reading === null) return subject;
	const { change } = reading.place;
	const comment = asObject(row['comment']);
	if (hook === 'note_hooks') {
		const read = comment === null || row['noteable_type'] !== 'PullRequest' || row['action'] === 'deleted' ? null : readComment(comment, isOnLines(comment) ? 'diff' : 'conversation', 'gitee');
		if (read !== null) giveComment(read, reading.place, source, sink);
		return { ...subject, change };
	}
	const decided = row['action'] === 'close' || row['action'] === 'merge';
	giveChange({ ...reading, by: reading.by ?? (decided ? accountActor('gitee', row['sender']) : null) }, source, sink);
	giveAcceptances(pull, reading, source, sink);
	return { ...subject, change };
}
