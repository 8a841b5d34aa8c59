import type { INodeProperties } from 'n8n-workflow';

const PAGE = { show: { operation: ['page'] } };

export const dashboardPageProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Make Page', value: 'page', action: 'Make a page of the dashboard', description: 'HTML for a browser, or what the page shows as CSV or JSON, with status and headers for the answer' },
			{ name: 'Work Out What to Read', value: 'plan', action: 'Work out what a page reads', description: 'Values that the filters of the tables compare with, so that only the rows of the page are read' },
		],
		default: 'page',
	},
	{
		displayName: 'Query',
		name: 'query',
		type: 'json',
		default: '={{ $json.query }}',
		description: 'Query of the address, as a webhook gives it: view, metric, group, figure, record, period, lang, format. Empty: the overview.',
	},
	{
		displayName: 'Language',
		name: 'language',
		type: 'options',
		options: [
			{ name: 'Chinese (Simplified)', value: 'zh-CN' },
			{ name: 'English', value: 'en' },
		],
		default: 'en',
		description: 'Where the address names none',
	},
	{
		displayName: 'Figures That Tell the Period',
		name: 'figures',
		type: 'json',
		default: '[]',
		displayOptions: { show: { operation: ['plan'] } },
		description: 'Rows of pt_metrics, such as those with level company: the newest period that is over is read where the address names none. None is [].',
	},
	{
		displayName: 'Rows by Table',
		name: 'tables',
		type: 'json',
		default: '{}',
		placeholder: 'e.g. {"pt_metrics": [], "pt_cards": []}',
		displayOptions: PAGE,
		description: 'Rows that were read for the page, by the name of their table: pt_metrics, pt_alarms, pt_runs, pt_process_records, pt_cards, pt_tasks, pt_milestones, pt_digests, pt_lights, pt_visibility, pt_people',
	},
	{
		displayName: 'Time Zone',
		name: 'zone',
		type: 'string',
		default: 'Asia/Shanghai',
		placeholder: 'e.g. Europe/Berlin',
		displayOptions: PAGE,
		description: 'Times are shown as they are there',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: PAGE,
		options: [
			{ displayName: 'At', name: 'at', type: 'string', default: '={{ $now.toISO() }}', placeholder: 'e.g. 2026-03-02T18:00:00+08:00', description: 'Ages and due dates count up to this day' },
			{ displayName: 'Card Form URL', name: 'cardForm', type: 'string', default: '', placeholder: 'e.g. https://n8n.example.com/form/pt-card-record', description: 'Form that shows a card; its number is added. Empty: no link.' },
			{ displayName: 'Smallest Group (Persons)', name: 'smallestGroup', type: 'number', typeOptions: { minValue: 2 }, default: 5, description: 'Of a team either nobody is hidden or at least this many are, so that nobody who is hidden can be computed from the total' },
		],
	},
];
