import type { INodeProperties } from 'n8n-workflow';
import { DEFAULT_PARTS, DEFAULT_REVIEW_LABELS, DOCUMENT_READING_OPTIONS, DOCUMENT_SOURCES, partOptions } from '../shared/documentSources.js';

const CHANGES = { operation: ['readChanges'] };
const HISTORY = { operation: ['readPageHistory'] };
const READ = { operation: ['readChanges', 'readPageHistory'] };

const READING_MINUTES: INodeProperties = {
	displayName: 'Longest Reading (Minutes)',
	name: 'readingMinutes',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 30,
	description: 'What was read until then is handed on with a cursor, from which the next run goes on',
};

const byName = (a: INodeProperties, b: INodeProperties): number => a.displayName.localeCompare(b.displayName, 'en');

const changeOptions: INodeProperties[] = [
	...DOCUMENT_READING_OPTIONS,
	READING_MINUTES,
	{ displayName: 'Cursor Key', name: 'cursorKey', type: 'string', default: '', placeholder: 'e.g. confluence-requirements', description: 'Name under which the cursor is stored. Empty: made of the address and the spaces.' },
	{ displayName: 'Since', name: 'since', type: 'dateTime', default: '', description: 'Older versions and comments are left out. Edits since the creation of a page can then only be counted from here.' },
].map((property) => property as INodeProperties).sort(byName);

const historyOptions: INodeProperties[] = [
	...DOCUMENT_READING_OPTIONS,
	READING_MINUTES,
	{ displayName: 'Cursor Key', name: 'cursorKey', type: 'string', default: '', placeholder: 'e.g. submission-2026', description: 'Name under which the cursor is stored. Empty: made of the address and the spaces.' },
	{ displayName: 'Largest File (MB)', name: 'largestFileMegabytes', type: 'number', typeOptions: { minValue: 1 }, default: 200, description: 'Larger attachments are listed without a hash' },
].map((property) => property as INodeProperties).sort(byName);

const spaces = (show: Readonly<Record<string, string[]>>, description: string): INodeProperties => ({ displayName: 'Spaces', name: 'spaces', type: 'string', default: '', placeholder: 'e.g. REQ, OPS', description, displayOptions: { show } });

export const confluenceActivityProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Read Changes', value: 'readChanges', description: 'Read pages that changed, or were commented on, since the last run', action: 'Read changes' },
			{ name: 'Read Page History', value: 'readPageHistory', description: 'Read all versions and attachments of chosen pages, with the hash of each file', action: 'Read page history' },
			{ name: 'Sample Activity', value: 'sampleActivity', description: 'Give made-up pages and comments, to try everything without an account', action: 'Give sample activity' },
		],
		default: 'readChanges',
	},
	{
		displayName: 'Confluence',
		name: 'system',
		type: 'options',
		noDataExpression: true,
		options: DOCUMENT_SOURCES.map(({ title, system }) => ({ name: title.replace(/^Confluence /, ''), value: system })),
		default: 'confluenceCloud',
		displayOptions: { show: READ },
	},
	spaces(CHANGES, 'Keys of spaces, separated by commas. Empty: every space that the account may view.'),
	{ displayName: 'Only Pages With Label', name: 'labels', type: 'string', default: '', placeholder: 'e.g. requirement', description: 'Labels separated by commas, of which a page has at least one. Empty: all pages.', displayOptions: { show: CHANGES } },
	{ displayName: 'What to Read', name: 'parts', type: 'multiOptions', options: partOptions, default: [...DEFAULT_PARTS], displayOptions: { show: CHANGES } },
	{
		displayName: 'Review Labels',
		name: 'reviewLabels',
		type: 'string',
		default: DEFAULT_REVIEW_LABELS,
		placeholder: 'e.g. in-review, 评审中',
		description: 'Labels by which a review starts. Confluence does not tell when a label was put on: the time is when this node first saw it, so run it each day.',
		displayOptions: { show: { ...CHANGES, parts: ['labels'] } },
	},
	{
		displayName: 'Choose Pages By',
		name: 'chooseBy',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Label', value: 'label' },
			{ name: 'Page ID', value: 'page' },
			{ name: 'Space', value: 'space' },
		],
		default: 'page',
		displayOptions: { show: HISTORY },
	},
	{ displayName: 'Page IDs', name: 'pages', type: 'string', default: '', required: true, placeholder: 'e.g. 123456, 123457', hint: 'The number in the address of the page', displayOptions: { show: { ...HISTORY, chooseBy: ['page'] } } },
	{ displayName: 'Label', name: 'label', type: 'string', default: '', required: true, placeholder: 'e.g. submission-2026', description: 'Labels separated by commas, of which a page has at least one', displayOptions: { show: { ...HISTORY, chooseBy: ['label'] } } },
	spaces({ ...HISTORY, chooseBy: ['label', 'space'] }, 'Keys of spaces, separated by commas'),
	{ displayName: 'Hash Attachments', name: 'hashAttachments', type: 'boolean', default: true, description: 'Whether to fetch every version of every file and give its SHA-256. The files themselves are not kept.', displayOptions: { show: HISTORY } },
	{
		displayName: 'Cursor',
		name: 'cursor',
		type: 'json',
		default: '',
		placeholder: 'e.g. {{ $json.cursor }}',
		description: 'Where the last run ended, as the third output gave it: the cursor, its row, or a list of rows. Empty: everything is read.',
		displayOptions: { show: READ },
	},
	{ displayName: 'The sample holds made-up requirement pages: one that was edited nine times without a review, one on the way there, reviewed ones, and comments in Chinese and English that say a document conflicts, or does not.', name: 'sampleNotice', type: 'notice', default: '', displayOptions: { show: { operation: ['sampleActivity'] } } },
	{ displayName: 'Options', name: 'more', type: 'collection', placeholder: 'Add Option', default: {}, options: changeOptions, displayOptions: { show: CHANGES } },
	{ displayName: 'Options', name: 'more', type: 'collection', placeholder: 'Add Option', default: {}, options: historyOptions, displayOptions: { show: HISTORY } },
];
