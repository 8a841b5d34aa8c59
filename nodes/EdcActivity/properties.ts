import type { INodeProperties } from 'n8n-workflow';
import { mappingParameter } from '../shared/edcMappingParameters.js';
import { READING_OPTIONS } from '../shared/edcReadingParameters.js';
import { EDC_SOURCES, studyParameters } from '../shared/edcSources.js';

const STUDY = { operation: ['readStudy'] };
const DOCUMENT = { operation: ['readDocument'] };
const SAMPLE = { operation: ['sampleStudy'] };

const moreOptions: INodeProperties[] = [
	...READING_OPTIONS,
	{
		displayName: 'Longest Reading (Minutes)',
		name: 'readingMinutes',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 30,
		description: 'What was read until then is handed on, with a note on the second output',
	},
];
moreOptions.sort((a, b) => a.displayName.localeCompare(b.displayName, 'en'));

export const activityProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Read Document', value: 'readDocument', description: 'Read an ODM document (XML or JSON) that an earlier node fetched', action: 'Read document' },
			{ name: 'Read Study', value: 'readStudy', description: 'Read a whole study from its EDC', action: 'Read study' },
			{ name: 'Sample Study', value: 'sampleStudy', description: 'Give a made-up study, to try everything without an account', action: 'Give sample study' },
		],
		default: 'readStudy',
	},
	{
		displayName: 'Source',
		name: 'source',
		type: 'options',
		noDataExpression: true,
		options: EDC_SOURCES.filter(({ vendor }) => vendor !== null).map(({ title, name, description }) => ({ name: title, value: name, description })),
		default: 'redcap',
		displayOptions: { show: STUDY },
	},
	...studyParameters(STUDY),
	{
		displayName: 'Document In',
		name: 'documentIn',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Binary Property', value: 'binary', description: 'A file, e.g. from HTTP Request or Read File. Read as a stream, so it may be large.' },
			{ name: 'Text', value: 'text', description: 'The document itself, or an expression that gives it' },
		],
		default: 'binary',
		displayOptions: { show: DOCUMENT },
	},
	{
		displayName: 'Binary Property',
		name: 'binaryProperty',
		type: 'string',
		default: 'data',
		required: true,
		hint: 'Name of the property that holds the file',
		displayOptions: { show: { ...DOCUMENT, documentIn: ['binary'] } },
	},
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		required: true,
		placeholder: 'e.g. {{ $json.data }}',
		displayOptions: { show: { ...DOCUMENT, documentIn: ['text'] } },
	},
	{
		displayName: 'Address of the System',
		name: 'sourceAddress',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://edc.example.org/study-1',
		description: 'Stands as the source of every fact. Empty: as the document names itself. Facts of one study need one and the same address.',
		displayOptions: { show: DOCUMENT },
	},
	mappingParameter({ operation: ['readStudy', 'readDocument'] }),
	{
		displayName: 'The sample holds a made-up study with subjects, visits, queries and signatures. Its mapping is built in.',
		name: 'sampleNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: SAMPLE },
	},
	{ displayName: 'Options', name: 'more', type: 'collection', placeholder: 'Add Option', default: {}, options: moreOptions, displayOptions: { show: STUDY } },
];
