import { describe, expect, it } from 'vitest';
import { GIT_EVENT_TYPES } from '../../../core/git/evidence.js';
import { changeOfAddress, readComment, readCommit, readPullRequest, readReview } from '../../../core/git/family.js';
import { giveChange, giveComment, giveCommit, giveReview, barePlace, type GitSink } from '../../../core/git/facts.js';
import { parseGitLog, createGitLogReader, type GitLogCommit } from '../../../core/git/index.js';
import { answeredObjects, hasSharedData, sharedRows, sharedText } from '../../support/gitData.js';
import { answer, byIdentity, collect, ofType, runGit, schemaProblems } from './support.js';

/** The repository as the data name it. */
const NAME = hasSharedData ? (/github\.com\/([^/]+\/[^/]+)\/pull\//.exec(JSON.stringify(answeredObjects('devlake-github/raw_tables/_raw_github_api_pull_requests.csv')[0]))?.[1] ?? '') : '';
const SOURCE = `https://github.com/${NAME}`;
const RAW = 'devlake-github/raw_tables/';
const SNAPSHOT = 'devlake-github/snapshot_tables/';
const instant = (text: string | null | undefined): number => Date.parse(text ?? '');

const givenBy = (file: string, give: (row: Readonly<Record<string, unknown>>, sink: GitSink) => void) => {
	const { events, findings } = collect((sink) => {
		for (const row of answeredObjects(`${RAW}${file}`)) give(row, sink);
	});
	return { facts: [...byIdentity(events).values()], findings };
};

describe.skipIf(!hasSharedData)('S6: answers of GitHub as DevLake reads them (needs ../shared/data/devlake-github)', () => {
	const changes = () =>
		givenBy('_raw_github_api_pull_requests.csv', (row, sink) => {
			const reading = readPullRequest(row, NAME, 'github');
			if (reading !== null) giveChange(reading, SOURCE, sink);
		}).facts;

	it('49 pull requests: 26 merged, 19 closed, 4 open, each with the author and the times of the snapshot', () => {
		const facts = changes();
		expect(schemaProblems(facts)).toEqual([]);
		const created = ofType(facts, GIT_EVENT_TYPES.changeCreated);
		const merged = new Map(ofType(facts, GIT_EVENT_TYPES.changeMerged).map((event) => [event.data.change, event]));
		const abandoned = new Map(ofType(facts, GIT_EVENT_TYPES.changeAbandoned).map((event) => [event.data.change, event]));
		expect([created.length, merged.size, abandoned.size]).toEqual([49, 26, 19]);
		expect(created.map(({ data }) => data.change).filter((change) => !merged.has(change) && !abandoned.has(change)).sort()).toEqual(['158', '167', '176', '211']);
		for (const row of sharedRows(`${SNAPSHOT}pull_requests.csv`)) {
			const key = row['pull_request_key'] ?? '';
			const found = created.find(({ data }) => data.change === key);
			expect(found?.data.author?.account ?? '').toBe(row['author_name'] ?? '');
			expect(instant(found?.time)).toBe(instant(row['created_date']));
			expect(found?.data.head?.branch).toBe(row['head_ref']);
			expect(found?.data.head?.sha).toBe(row['head_commit_sha']);
			expect(found?.data.targetBranch).toBe(row['base_ref']);
			expect(row['status']).toBe(merged.has(key) ? 'MERGED' : abandoned.has(key) ? 'CLOSED' : 'OPEN');
			if (merged.has(key)) expect(instant(merged.get(key)?.time)).toBe(instant(row['merged_date']));
			if (abandoned.has(key)) expect(instant(abandoned.get(key)?.time)).toBe(instant(row['closed_date']));
		}
	});

	it('30 reviews: 27 comments and 3 requests for changes on 3 pull requests, by 6 reviewers of a pull request', () => {
		const { facts } = givenBy('_raw_github_api_pull_request_reviews.csv', (row, sink) => {
			const review = readReview(row, 'github');
			const change = changeOfAddress(String(row['pull_request_url']));
			if (review !== null && change !== null) giveReview(review, barePlace(NAME, change, null), SOURCE, sink);
		});
		const reviews = ofType(facts, GIT_EVENT_TYPES.changeReviewed);
		expect(schemaProblems(reviews)).toEqual([]);
		const count = (state: string): number => reviews.filter(({ data }) => data.state === state).length;
		expect([reviews.length, count('commented'), count('changesRequested'), count('approved')]).toEqual([30, 27, 3, 0]);
		expect(new Set(reviews.map(({ data }) => data.change)).size).toBe(3);
		const snapshot = new Map(sharedRows(`${SNAPSHOT}_tool_github_pull_request_reviews.csv`).map((row) => [row['github_id'], row]));
		for (const { data, time } of reviews) {
			const row = snapshot.get(data.review);
			expect(data.reviewer?.account ?? '').toBe(row?.['author_username']);
			expect(instant(time)).toBe(instant(row?.['github_submit_at']));
			expect(data.state).toBe(row?.['state'] === 'COMMENTED' ? 'commented' : 'changesRequested');
		}
	});

	it('comments: those of pull requests with their authors and times, those of issues left out', () => {
		const numbers = new Set(ofType(changes(), GIT_EVENT_TYPES.changeCreated).map(({ data }) => data.change));
		const { facts } = givenBy('_raw_github_api_comments.csv', (row, sink) => {
			const change = changeOfAddress(String(row['html_url']));
			const comment = readComment(row, 'conversation', 'github');
			if (change !== null && comment !== null) giveComment(comment, barePlace(NAME, change, null), SOURCE, sink);
		});
		const lines = givenBy('_raw_github_api_pull_request_review_comments.csv', (row, sink) => {
			const change = changeOfAddress(String(row['pull_request_url']));
			const comment = readComment(row, 'diff', 'github');
			if (change !== null && comment !== null) giveComment(comment, barePlace(NAME, change, null), SOURCE, sink);
		}).facts;
		const all = ofType([...facts, ...lines], GIT_EVENT_TYPES.changeCommented).filter(({ data }) => numbers.has(data.change));
		expect(schemaProblems(all)).toEqual([]);
		const snapshot = sharedRows(`${SNAPSHOT}pull_request_comments.csv`);
		const normal = snapshot.filter(({ type }) => type === 'NORMAL');
		expect([normal.length, snapshot.length - normal.length]).toEqual([46, 16]);
		expect(all.filter(({ data }) => data.location === 'conversation')).toHaveLength(46);
		expect(all.filter(({ data }) => data.location === 'diff')).toHaveLength(16);
		const times = (list: readonly string[]): number[] => list.map(instant).sort((a, b) => a - b);
		expect(times(all.map(({ time }) => time ?? ''))).toEqual(times(snapshot.map((row) => row['created_date'] ?? '')));
		expect(sharedRows(`${SNAPSHOT}issue_comments.csv`)).toHaveLength(48);
		expect(answeredObjects(`${RAW}_raw_github_api_comments.csv`).filter((row) => changeOfAddress(String(row['html_url'])) === null)).toHaveLength(48);
		const documents = /conflict|contradict|document|文档|矛盾|冲突/i;
		expect(all.filter(({ data }) => documents.test(data.text))).toEqual([]);
	});

	it('90 commits of pull requests with their authors and dates', () => {
		const inputs = sharedRows(`${RAW}_raw_github_api_pull_request_commits.csv`);
		const { events } = collect((sink) => {
			for (const { data, input } of inputs) {
				const commit = readCommit(JSON.parse(data ?? '{}') as Readonly<Record<string, unknown>>, 'github');
				const { GithubId } = JSON.parse(input ?? '{}') as { readonly GithubId: number };
				if (commit !== null) giveCommit(commit, { change: String(GithubId), branch: null }, { source: SOURCE, name: NAME }, sink);
			}
		});
		const commits = ofType([...byIdentity(events).values()], GIT_EVENT_TYPES.commitRecorded);
		expect(schemaProblems(commits)).toEqual([]);
		expect(commits).toHaveLength(90);
		const snapshot = new Map(sharedRows(`${SNAPSHOT}_tool_github_commits.csv`).map((row) => [row['sha'], row]));
		for (const { data } of commits) {
			const row = snapshot.get(data.sha);
			expect(data.author?.email).toBe(row?.['author_email']?.toLowerCase());
			expect(instant(data.authoredAt)).toBe(instant(row?.['authored_date']));
			expect(instant(data.committedAt)).toBe(instant(row?.['committed_date']));
		}
		const links = new Set(sharedRows(`${SNAPSHOT}pull_request_commits.csv`).map((row) => `${row['pull_request_id'] ?? ''} ${row['commit_sha'] ?? ''}`));
		expect(links.size).toBe(90);
		const perChange = (id: string): number => new Set(events.filter(({ data }) => 'sha' in data && data.change === id).map(({ id: fact }) => fact)).size;
		expect([perChange('325179595'), perChange('216254598')]).toEqual([16, 14]);
	});

	it('a bot is named as one, as reviewer and as author', () => {
		const reviews = answeredObjects(`${RAW}_raw_github_api_pr_reviews_bot_filter.csv`).map((row) => readReview(row, 'github'));
		expect(reviews.map((review) => [review?.reviewer?.account, review?.reviewer?.bot, review?.state])).toEqual([
			['renovate[bot]', true, 'approved'],
			['human-reviewer', false, 'approved'],
		]);
	});

	it('closings in the log of events are those that the pull requests name, and no merge is one', () => {
		const rows = answeredObjects(`${RAW}_raw_github_api_events.csv`);
		const { events, complete } = runGit('github', { repository: NAME, read: ['closings'] }, (request) => answer(request.path.endsWith('/issues/events') ? rows : { html_url: SOURCE, full_name: NAME, default_branch: 'master' }));
		expect(complete).toBe(true);
		expect(new Set(rows.filter(({ event }) => event === 'closed').map(({ id }) => id)).size).toBe(11);
		const named = changes();
		const known = new Set(named.map(({ id }) => id));
		const numbers = new Set(named.map(({ subject }) => subject));
		expect(events.filter(({ id, subject }) => numbers.has(subject) && !known.has(id)).map(({ id }) => id)).toEqual([]);
	});

	it('failed and merged by day in Asia/Shanghai are the days that were counted', () => {
		const day = (time: string | undefined): string => new Date(instant(time) + 8 * 3_600_000).toISOString().slice(0, 10);
		const facts = changes();
		const abandoned = ofType(facts, GIT_EVENT_TYPES.changeAbandoned).map(({ time }) => day(time));
		const merged = ofType(facts, GIT_EVENT_TYPES.changeMerged).map(({ time }) => day(time));
		expect(abandoned.filter((date) => date === '2018-12-03')).toHaveLength(2);
		for (const date of ['2021-03-11', '2021-03-12']) expect([abandoned.filter((each) => each === date).length, merged.filter((each) => each === date).length]).toEqual([1, 0]);
		expect(merged.filter((date) => date === '2018-09-29')).toHaveLength(1);
	});
});

describe.skipIf(!hasSharedData)('S6: plain git log of others (needs ../shared/data)', () => {
	const read = (text: string): GitLogCommit[] => {
		const commits: GitLogCommit[] = [];
		const reader = createGitLogReader((commit) => void commits.push(commit), (line, refused) => expect.fail(`line ${line}: ${refused}`));
		// In uneven pieces, as a file is read.
		for (let at = 0; at < text.length; at += 97) reader.write(text.slice(at, at + 97));
		reader.end();
		return commits;
	};

	it('10 commits of Perceval, with merges, renames, dates and paths', () => {
		const commits = read(sharedText('perceval-git/git_log.txt'));
		expect(commits).toHaveLength(10);
		expect(commits.filter(({ merge }) => merge)).toHaveLength(1);
		expect(commits[0]).toMatchObject({ authoredAt: '2014-02-11T22:10:39-08:00', paths: ['aaa/otherthing.renamed'] });
		expect(commits[0]?.parents).toHaveLength(2);
		expect(commits[2]?.paths).toEqual(['aaa/otherthing.renamed']);
		expect(commits[5]?.paths).toEqual(['bbb/bthing', 'bbb/something.renamed']);
		expect(commits.at(-1)?.parents).toBeNull();
	});

	it('a moved file gives its new path', () => {
		expect(read(sharedText('perceval-git/git_log_moved.txt'))).toMatchObject([{ paths: ['perceval/backends/core/__init__.py', 'perceval/backends/core/bugzilla.py'] }]);
	});

	it('trailers say who signed off', () => {
		const trailers = read(sharedText('perceval-git/git_log_trailers.txt')).map((commit) => commit.trailers.map(({ key }) => key));
		expect(trailers).toEqual([['Signed-off-by', 'MyTrailer', 'Signed-off-by', 'Reported-by'], ['Signed-off-by', 'Signed-off-by'], []]);
	});

	it('187 commits, 23 merges: module-days above 5, and one person under several names', () => {
		const rows = sharedRows('git-history/chinese-days_commits.csv');
		const bySha = new Map<string, typeof rows>();
		for (const row of rows) bySha.set(row['sha'] ?? '', [...(bySha.get(row['sha'] ?? '') ?? []), row]);
		const text = [...bySha.values()]
			.map((files) => {
				const [first] = files;
				const numbers = files.filter(({ path }) => path !== '').map(({ added, deleted, path }) => `${added ?? ''}\t${deleted ?? ''}\t${path ?? ''}`);
				return `commit ${first?.['sha'] ?? ''} ${first?.['parents'] ?? ''}`.trim() + `\nAuthor:     ${first?.['author_name'] ?? ''} <${first?.['author_name'] ?? ''}@example.com>\nAuthorDate: ${first?.['author_date'] ?? ''}\nCommitDate: ${first?.['commit_date'] ?? ''}\n\n    ${first?.['subject'] ?? ''}\n\n${numbers.join('\n')}\n`;
			})
			.join('\n');
		const { events, findings } = collect((sink) => {
			parseGitLog(text, { source: 'https://git.example.com/acme/days', repository: 'acme/days', branch: 'main' }, sink);
		});
		expect(findings).toEqual([]);
		expect(schemaProblems(events)).toEqual([]);
		const commits = ofType(events, GIT_EVENT_TYPES.commitRecorded);
		expect([commits.length, commits.filter(({ data }) => (data.parents ?? 1) > 1).length]).toEqual([187, 23]);
		const counts = new Map<string, number>();
		for (const { data } of commits) {
			if ((data.parents ?? 1) > 1) continue;
			const day = new Date(instant(data.committedAt) + 8 * 3_600_000).toISOString().slice(0, 10);
			const modules = new Set((data.paths ?? []).map((path) => path.split('/').slice(0, -1).slice(0, 2).join('/') || '(root)'));
			for (const module of modules) counts.set(`${module} ${day}`, (counts.get(`${module} ${day}`) ?? 0) + 1);
		}
		expect([...counts].filter(([, count]) => count > 5).sort(([a], [b]) => (a < b ? -1 : 1))).toEqual([
			['(root) 2025-10-15', 8],
			['.github/workflows 2024-06-14', 7],
			['.github/workflows 2025-09-19', 7],
		]);
		expect([...counts].filter(([, count]) => count === 5)).toHaveLength(3);
		expect([...counts].filter(([, count]) => count === 6)).toHaveLength(0);
	});
});
