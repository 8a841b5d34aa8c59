import type { INodeProperties } from 'n8n-workflow';
import { GIT_LOG_COMMAND } from '../../core/git/index.js';
import { GIT_HOSTS } from '../shared/gitHosts.js';

const READ = { operation: ['readRepository'] };
const LOG = { operation: ['readLog'] };
const SAMPLE = { operation: ['sample'] };

const positive = (displayName: string, name: string, value: number, description: string): INodeProperties => ({ displayName, name, type: 'number', typeOptions: { minValue: 1 }, default: value, description });

const moreOptions: INodeProperties[] = [
	{ displayName: 'Changed Paths', name: 'paths', type: 'boolean', default: true, description: 'Whether to ask for the paths that each commit changed. Rules by module need them; on GitHub, GitLab and Gitee they cost one call per commit.' },
	positive('Largest Answer (MB)', 'largestAnswerMegabytes', 64, 'A single answer that is larger is refused'),
	positive('Late Commits (Days)', 'lateCommitDays', 14, 'A commit can be pushed long after it was made: so many days are looked through again for commits not seen before'),
	positive('Longest Call (Seconds)', 'callSeconds', 60, 'How long a single call may take'),
	positive('Longest Reading (Minutes)', 'readingMinutes', 30, 'What was read until then is handed on, and the next run goes on from there'),
	positive('Most Calls per Repository', 'mostCalls', 4000, 'The next run goes on where this one stopped'),
	positive('Rows per Call', 'pageSize', 100, 'Lower it where the host answers with time-outs. Every host has a greatest number of its own.'),
];

export const gitActivityProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Read Git Log', value: 'readLog', description: 'Read the text of "git log" that an earlier node fetched', action: 'Read git log' },
			{ name: 'Read Repository', value: 'readRepository', description: 'Read what is new in one or several repositories of a host', action: 'Read repository' },
			{ name: 'Sample', value: 'sample', description: 'Give the activity of a made-up team, to try everything without an account', action: 'Give sample activity' },
		],
		default: 'readRepository',
	},
	{ displayName: 'Host', name: 'host', type: 'options', noDataExpression: true, options: GIT_HOSTS.map(({ name, title, description }) => ({ name: title, value: name, description })), default: 'github', displayOptions: { show: READ } },
	{
		displayName: 'Repositories',
		name: 'repositories',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		required: true,
		placeholder: 'e.g. acme/shop',
		description: 'As the host writes them: owner/name, on GitLab group/subgroup/name. Several: one per line, or separated by commas.',
		displayOptions: { show: READ },
	},
	{
		displayName: 'Read',
		name: 'read',
		type: 'multiOptions',
		options: [
			{ name: 'Checks', value: 'checks', description: 'Checks, commit statuses and pipelines of pull requests that came to their end' },
			{ name: 'Comments', value: 'comments', description: 'Comments in the conversation and on lines' },
			{ name: 'Commits of Pull Requests', value: 'changeCommits', description: 'Instead of those of the branch: a squashed pull request is one commit there' },
			{ name: 'Commits of the Branch', value: 'commits', description: 'Of the branch below' },
			{ name: 'Earlier Closings (GitHub, GitLab)', value: 'closings', description: 'Every closing of a pull request that was opened again; by itself it tells its last one only' },
			{ name: 'Merge Conflicts', value: 'conflicts', description: 'Open pull requests that cannot be merged without resolving conflicts, as seen now' },
			{ name: 'Pull Requests', value: 'changes', description: 'Pull or merge requests opened, merged and closed' },
			{ name: 'Reviews', value: 'reviews', description: 'Approvals, requests for changes and comments of reviewers' },
			{ name: 'Who Closed (GitHub)', value: 'deciders', description: 'Who merged or closed a pull request, which the list of GitHub does not say: one call per pull request' },
		],
		default: ['changes', 'commits'],
		description: 'Each kind but the first two costs calls for every pull request that changed',
		displayOptions: { show: READ },
	},
	{
		displayName: 'Branch',
		name: 'branch',
		type: 'string',
		default: '',
		placeholder: 'e.g. main',
		description: 'Branch of the commits. Empty: the default branch of each repository.',
		displayOptions: { show: { ...READ, read: ['commits'] } },
	},
	{
		displayName: 'Since',
		name: 'since',
		type: 'dateTime',
		default: '',
		description: 'The first run asks for nothing older. Empty: all there is. Later runs go on from the cursor.',
		displayOptions: { show: READ },
	},
	{
		displayName: 'Cursors',
		name: 'cursors',
		type: 'json',
		default: '[]',
		placeholder: 'e.g. {{ $(\'Stored cursors\').all().map((item) => item.JSON) }}',
		hint: 'Rows that the output "Cursor" gave before. Store them after the evidence, in a table with the columns cursorKey, cursor and at.',
		description: 'Where the last run ended, one row per repository; [] reads from the beginning',
		displayOptions: { show: READ },
	},
	{
		displayName: `The text is that of: ${GIT_LOG_COMMAND}`,
		name: 'logNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: LOG },
	},
	{
		displayName: 'Log In',
		name: 'logIn',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Binary Property', value: 'binary', description: 'A file, e.g. from Read File. Read as a stream, so it may be large.' },
			{ name: 'Text', value: 'text', description: 'The text itself, or an expression that gives it' },
		],
		default: 'text',
		displayOptions: { show: LOG },
	},
	{ displayName: 'Binary Property', name: 'binaryProperty', type: 'string', default: 'data', required: true, hint: 'Name of the property that holds the file', displayOptions: { show: { ...LOG, logIn: ['binary'] } } },
	{ displayName: 'Text', name: 'text', type: 'string', typeOptions: { rows: 4 }, default: '', required: true, placeholder: 'e.g. {{ $json.stdout }}', displayOptions: { show: { ...LOG, logIn: ['text'] } } },
	{
		displayName: 'Repository Address',
		name: 'repositoryAddress',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. https://git.example.com/acme/shop',
		description: 'Stands as the source of every fact. With the address that the host itself names, a commit is the same fact whichever way it comes.',
		displayOptions: { show: LOG },
	},
	{ displayName: 'Branch of the Log', name: 'logBranch', type: 'string', default: '', placeholder: 'e.g. main', description: 'Empty: the log is of several branches', displayOptions: { show: LOG } },
	{ displayName: 'The sample is a made-up team of four weeks up to 2026-09-21, with red, yellow and green lights.', name: 'sampleNotice', type: 'notice', default: '', displayOptions: { show: SAMPLE } },
	{ displayName: 'Options', name: 'more', type: 'collection', placeholder: 'Add Option', default: {}, options: moreOptions, displayOptions: { show: READ } },
];
