import type { INodeProperties } from 'n8n-workflow';
import { DEFAULT_PARTS, DEFAULT_REVIEW_LABELS, DOCUMENT_READING_OPTIONS, partOptions } from '../shared/documentSources.js';

const moreOptions: INodeProperties[] = [...DOCUMENT_READING_OPTIONS];

export const confluenceTriggerProperties: INodeProperties[] = [
	{
		displayName: 'In Confluence, open "General Configuration", "Webhooks", "Create webhook": paste the Production URL of this node, enter the secret of the credential, and choose the events of pages, comments, attachments and labels. Confluence Cloud has no webhooks of this kind: read it on a schedule with Confluence Activity.',
		name: 'setupNotice',
		type: 'notice',
		default: '',
	},
	{ displayName: 'Spaces', name: 'spaces', type: 'string', default: '', placeholder: 'e.g. REQ, OPS', description: 'Keys of spaces, separated by commas; calls about pages elsewhere start nothing. Empty: every space.' },
	{ displayName: 'What to Read', name: 'parts', type: 'multiOptions', options: partOptions.filter(({ value }) => value !== 'states'), default: [...DEFAULT_PARTS.filter((part) => part !== 'states')], description: 'A call only says which page changed: the page is read afterwards' },
	{ displayName: 'Review Labels', name: 'reviewLabels', type: 'string', default: DEFAULT_REVIEW_LABELS, placeholder: 'e.g. in-review, 评审中', description: 'Labels by which a review starts. The time is when the call arrived.', displayOptions: { show: { parts: ['labels'] } } },
	{
		displayName: 'Answer the Caller',
		name: 'responseMode',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'At Once', value: 'onReceived', description: 'After the page was read and before anything is stored: a crash in between loses the call' },
			{ name: 'When Last Node Finishes', value: 'lastNode', description: 'After the facts are stored, so that Confluence knows' },
		],
		default: 'lastNode',
	},
	{ displayName: 'Options', name: 'more', type: 'collection', placeholder: 'Add Option', default: {}, options: moreOptions },
	// n8n leaves the content of a call untouched where this is set: it is checked and read here, byte for byte, after the caller is known.
	{ displayName: 'Raw Content', name: 'options', type: 'hidden', default: { binaryData: true } },
];
