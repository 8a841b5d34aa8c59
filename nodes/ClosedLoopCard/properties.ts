import type { IDisplayOptions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { calendarParameter } from '../shared/calendarParameters.js';

/** Operations that add to a card. */
export const COMMANDS = ['open', 'plan', 'complete', 'submitEvidence', 'waiveReport', 'acceptVerification', 'verify', 'close', 'reopen', 'void', 'checkEffectiveness', 'change', 'note', 'startWaiting', 'endWaiting'] as const;
/** Operations that look at cards. */
export const QUERIES = ['get', 'timeline', 'sweep', 'verifyChain', 'pareto', 'durations', 'record', 'nextTask', 'digest'] as const;

/** A step of a card. */
export type CommandStep = (typeof COMMANDS)[number];
/** A step chosen here, or named by a value. */
export type CommandOperation = CommandStep | 'apply';
export type QueryOperation = (typeof QUERIES)[number];

const showFor = (...operations: string[]): IDisplayOptions => ({ show: { operation: operations } });

const OPERATIONS: INodePropertyOptions[] = [
	{ name: 'Accept Verification', value: 'acceptVerification', action: 'Accept the verification of a card', description: 'The verifier takes the task on' },
	{ name: 'Add Note', value: 'note', action: 'Add a note to a card' },
	{ name: 'Carry Out Step', value: 'apply', action: 'Carry out the step that an item names', description: 'One node for all forms: the step and its values come from the item' },
	{ name: 'Change', value: 'change', action: 'Change a card', description: 'Change saved values with a reason; owner and verifier are checked again' },
	{ name: 'Check Effectiveness', value: 'checkEffectiveness', action: 'Check the effectiveness of a card', description: 'Did it help? Ineffective opens the card again' },
	{ name: 'Close', value: 'close', action: 'Close a card' },
	{ name: 'Complete', value: 'complete', action: 'Complete the measure of a card' },
	{ name: 'Confirm', value: 'confirm', action: 'Confirm that a stored event counts', description: 'After storing: of two people acting at once the first stored wins, the other is told' },
	{ name: 'Digest', value: 'digest', action: 'Make the daily digest of cards', description: 'One task for each person with overdue, ageing or waiting cards' },
	{ name: 'Durations', value: 'durations', action: 'Calculate durations of cards', description: 'Percentiles of the full cycle per department and period' },
	{ name: 'End Waiting', value: 'endWaiting', action: 'End the waiting of a card' },
	{ name: 'Get', value: 'get', action: 'Get a card', description: 'Cards as their logs say, with durations' },
	{ name: 'Next Task', value: 'nextTask', action: 'Make the task of the next person', description: 'Who has to do what with a card now, as a task' },
	{ name: 'Open', value: 'open', action: 'Open a card' },
	{ name: 'Pareto', value: 'pareto', action: 'Count cards by cause department or severity', description: 'Count cards by cause, department or severity, with a chart' },
	{ name: 'Plan', value: 'plan', action: 'Plan the measure of a card' },
	{ name: 'Record', value: 'record', action: 'Make the printable record of a card', description: 'HTML page with the whole trail, ready to print' },
	{ name: 'Reopen', value: 'reopen', action: 'Reopen a card' },
	{ name: 'Start Waiting', value: 'startWaiting', action: 'Start waiting for a third party', description: 'The card waits for somebody outside; that time is shown apart' },
	{ name: 'Submit Evidence', value: 'submitEvidence', action: 'Submit the evidence of a card' },
	{ name: 'Sweep', value: 'sweep', action: 'Find overdue and ageing cards' },
	{ name: 'Timeline', value: 'timeline', action: 'Show the trail of a card', description: 'Every event, as people read it' },
	{ name: 'Verify', value: 'verify', action: 'Verify a card', description: 'The verifier accepts or rejects' },
	{ name: 'Verify Chain', value: 'verifyChain', action: 'Verify the log of cards', description: 'Tell which event was altered, removed or inserted' },
	{ name: 'Void', value: 'void', action: 'Void a card' },
	{ name: 'Waive Report Number', value: 'waiveReport', action: 'Waive the report number of a card', description: 'By a quality manager, with a reason' },
];

const text = (displayName: string, name: string, placeholder: string, description: string, rows = 1): INodeProperties => ({ ...{ displayName, name, description }, type: 'string', default: '', placeholder: `e.g. ${placeholder}`, ...(rows > 1 ? { typeOptions: { rows } } : {}) });

const severity: INodeProperties = {
	displayName: 'Severity',
	name: 'severity',
	type: 'options',
	options: [{ name: 'Critical', value: 'critical' }, { name: 'Major', value: 'major' }, { name: 'Minor', value: 'minor' }],
	default: 'major',
	description: 'How bad the finding is',
};

const actionType: INodeProperties = {
	displayName: 'Kind of Action',
	name: 'actionType',
	type: 'options',
	options: [
		{ name: 'Correction', value: 'correction', description: 'Removes the finding' },
		{ name: 'Corrective Action', value: 'correctiveAction', description: 'Removes the cause of the finding' },
		{ name: 'Preventive Action', value: 'preventiveAction', description: 'Removes the cause of a potential finding' },
	],
	default: 'correctiveAction',
	description: 'What the measure removes',
};

const PERSON = 'ID, e-mail, account or name in the HR directory';
const FINDING: readonly INodeProperties[] = [
	text('Department', 'department', 'Production', 'Where it was found'),
	text('Description', 'description', 'Labels mixed up on line 2', 'What was found', 3),
	text('Found At', 'foundAt', '2026-03-02T09:00:00+08:00', 'When it was found, with offset'),
	text('Found By', 'foundBy', 'sun.wei@example.com', PERSON),
	text('Origin', 'origin', 'self-inspection', 'Complaint, deviation, self-inspection, external inspection …'),
	text('Owner', 'owner', 'zhao.qiang@example.com', `Who sees to the measure. ${PERSON}.`),
	severity,
];
const PLAN: readonly INodeProperties[] = [
	text('Category of the Cause', 'causeCategory', 'procedure', 'For the Pareto chart'),
	text('Due Date', 'dueDate', '2026-03-20', 'Local date'),
	actionType,
	text('Measure', 'measure', 'Clearance checklist for line 2', 'What will be done', 3),
	text('Method', 'rootCauseMethod', '5 why', 'How the root cause was found'),
	text('Plan Approver', 'planApprover', 'liu.fang@example.com', `A quality manager. ${PERSON}.`),
	text('Root Cause', 'rootCause', 'No line clearance', 'Why it happened', 3),
	text('Verifier', 'verifier', 'chen.li@example.com', `Never the owner nor who carries the measure out. ${PERSON}.`),
];
const REPORT_NUMBER = text('Report Number', 'reportNumber', 'SGS-2026-117', 'Number of the third-party test report');

const shown = (properties: readonly INodeProperties[], ...operations: string[]): INodeProperties[] => properties.map((property) => ({ ...property, displayOptions: showFor(...operations) }));

const byName = (a: INodeProperties, b: INodeProperties): number => (a.displayName < b.displayName ? -1 : 1);

const VERDICTS: INodeProperties[] = [
	{ displayName: 'Verdict', name: 'verdict', type: 'options', options: [{ name: 'Accept', value: 'accept' }, { name: 'Reject', value: 'reject', description: 'Back to the measure, with a reason' }], default: 'accept', displayOptions: showFor('verify') },
	{ displayName: 'Verdict', name: 'effectiveness', type: 'options', options: [{ name: 'Effective', value: 'effective' }, { name: 'Ineffective', value: 'ineffective', description: 'Opens the card again' }], default: 'effective', displayOptions: showFor('checkEffectiveness') },
];

const STEPS = [...COMMANDS, 'apply'];
const FILE_OPERATIONS = STEPS.filter((operation) => operation !== 'close');

export const closedLoopCardProperties: INodeProperties[] = [
	{ displayName: 'Operation', name: 'operation', type: 'options', noDataExpression: true, options: OPERATIONS, default: 'open' },
	{ ...text('Card Number', 'number', 'CAPA-2026-0001', 'Number of the card. When opening, empty makes one from the day and the content.'), displayOptions: showFor(...STEPS, 'confirm', 'get', 'timeline', 'record') },
	{ ...text('Acting Person', 'actor', 'zhao.qiang@example.com', `Who does this. ${PERSON}.`), required: true, displayOptions: showFor(...STEPS) },
	{ ...text('Step', 'step', 'submitEvidence', `One of ${COMMANDS.join(', ')}`), required: true, displayOptions: showFor('apply') },
	{ displayName: 'Values', name: 'values', type: 'json', default: '{}', displayOptions: showFor('apply'), description: 'Values of the step by the names of the log, for example {"verdict": "accept", "result": "Seen on site"}' },
	...shown(FINDING, 'open'),
	...shown(PLAN, 'plan'),
	...shown([text('Done', 'done', 'Checklist in use since 5 March', 'What was done', 3), text('Done At', 'doneAt', '2026-03-06T09:00:00+08:00', 'When it was done, with offset'), text('Done By', 'doneBy', 'sun.wei@example.com', PERSON)], 'complete'),
	...shown([REPORT_NUMBER], 'submitEvidence'),
	...VERDICTS,
	...shown([text('Result', 'result', 'Checklist seen on site', 'What was verified and how, when accepting', 3)], 'verify'),
	{ displayName: 'Changes', name: 'changes', type: 'collection', placeholder: 'Add Value', default: {}, displayOptions: showFor('change'), description: 'New values; what is left out stays', options: [...FINDING, ...PLAN, REPORT_NUMBER].sort(byName) },
	...shown([text('Note', 'note', 'Supplier informed', 'Text of the note', 3)], 'note'),
	...shown([text('Waiting For', 'waitingFor', 'SGS laboratory', 'Who outside is waited for')], 'startWaiting'),
	{ ...text('Reason', 'reason', 'Checklist not signed', 'At least 4 characters; needed to reject, reopen, void, waive, change and check the effectiveness', 2), displayOptions: showFor(...COMMANDS.filter((operation) => !['open', 'plan', 'complete', 'acceptVerification'].includes(operation))) },
	{ ...text('Event Hash', 'eventHash', '9f86d081884c7d659a2feaa0c55ad015…', 'Hash of the event that was stored'), displayOptions: showFor('confirm') },
	{
		displayName: 'Log From',
		name: 'logSource',
		type: 'options',
		options: [{ name: 'JSON', value: 'json', description: 'A list of rows from an expression' }, { name: 'Second Input', value: 'secondInput', description: 'The rows arrive at the input named Log' }],
		default: 'json',
		displayOptions: showFor(...STEPS, 'confirm'),
		description: 'Where the stored events come from: the rows of the Data Table pt_card_events',
	},
	{
		displayName: 'Log From',
		name: 'rowsSource',
		type: 'options',
		options: [{ name: 'Input Items', value: 'items', description: 'Each item is one row' }, { name: 'JSON', value: 'json', description: 'A list of rows from an expression' }],
		default: 'items',
		displayOptions: showFor(...QUERIES),
		description: 'Where the stored events come from: the rows of the Data Table pt_card_events',
	},
	{ displayName: 'Log', name: 'log', type: 'json', default: '[]', displayOptions: { show: { operation: [...STEPS, 'confirm'], logSource: ['json'] } }, description: 'Rows of pt_card_events, for example {{ $("Read log").all().map(item => item.JSON) }}' },
	{ displayName: 'Log', name: 'rows', type: 'json', default: '[]', displayOptions: { show: { operation: [...QUERIES], rowsSource: ['json'] } }, description: 'Rows of pt_card_events, for example {{ $("Read log").all().map(item => item.JSON) }}' },
	{ displayName: 'Directory', name: 'directory', type: 'json', default: '[]', required: true, displayOptions: showFor(...STEPS, 'nextTask', 'digest'), description: 'People as the HR Directory node puts them out, for example {{ $("Read people").all().map(item => item.JSON) }}. Owner, verifier and doer are compared as these persons.' },
	{ ...text('Files', 'files', 'photo, report', 'Binary fields of the item with photos and reports, separated by commas. Empty takes all, - takes none.'), displayOptions: showFor(...FILE_OPERATIONS) },
	{ displayName: 'Stored Cards', name: 'storedCards', type: 'json', default: '[]', displayOptions: showFor('verifyChain'), description: 'Rows of pt_cards, to be held against the log; without them what is missing at the end of a log cannot be told' },
	{ displayName: 'Noted Heads', name: 'notedHeads', type: 'json', default: '{}', displayOptions: showFor('verifyChain', 'record'), description: 'Heads of chains noted outside, by card number: {"CAPA-2026-0001": {"sequence": 6, "hash": "…"}}' },
	{ displayName: 'Pictures', name: 'pictures', type: 'json', default: '[]', displayOptions: showFor('record'), description: 'Rows of pt_files with sha256 and content (base64): these photos are printed, others are listed by name and hash' },
	{ ...text('Form Address', 'formAddress', 'https://n8n.example.com/form', 'Where the forms of the workflow are; tasks lead there. Empty: tasks without links.'), displayOptions: showFor('nextTask', 'digest') },
	{ displayName: 'Ageing From (Days)', name: 'ageingDays', type: 'number', typeOptions: { minValue: 0, maxValue: 3650 }, default: 30, displayOptions: showFor('digest'), description: 'Cards that are in time are in the digest from this age on' },
	{ displayName: 'By', name: 'by', type: 'options', options: [{ name: 'Cause', value: 'cause' }, { name: 'Department', value: 'department' }, { name: 'Severity', value: 'severity' }], default: 'cause', displayOptions: showFor('pareto') },
	{ displayName: 'Period', name: 'period', type: 'options', options: [{ name: 'Month', value: 'month' }, { name: 'Quarter', value: 'quarter' }], default: 'quarter', displayOptions: showFor('durations'), description: 'By local date of the last closing' },
	{ displayName: 'Language', name: 'language', type: 'options', options: [{ name: 'Chinese (Simplified)', value: 'zh-CN' }, { name: 'English', value: 'en' }], default: 'en', description: 'Language of the sentences in rows, messages and the record' },
	{ displayName: 'Now', name: 'now', type: 'string', default: '={{ $now.toISO() }}', required: true, placeholder: 'e.g. 2026-03-02T09:00:00+08:00', description: 'Time of the server that events are recorded with, and until which running cards are counted' },
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: showFor(...STEPS),
		options: [
			{ displayName: 'All or Nothing', name: 'allOrNothing', type: 'boolean', default: false, description: 'Whether items of one card stand or fall together: if one of them is refused, nothing of that card is changed' },
			text('Command Key', 'commandKey', '{{ $execution.id }}', 'Identity of this attempt, for example of the form submission: the same again adds nothing. Empty takes the content and the expected version.'),
			{ displayName: 'Effectiveness Check After (Days)', name: 'effectivenessDays', type: 'number', typeOptions: { minValue: 0, maxValue: 3650 }, default: 90, description: 'Calendar days from closing to the effectiveness check' },
			{ displayName: 'Expected Version', name: 'expectedVersion', type: 'number', typeOptions: { minValue: 0 }, default: 0, description: 'Version of the card that the person saw. If the card has changed since, the person is told what changed.' },
			{ displayName: 'Files Show', name: 'shows', type: 'options', options: [{ name: 'After the Measure', value: 'after' }, { name: 'Before the Measure', value: 'before' }], default: 'after', description: 'What the photos of this item show' },
			{ displayName: 'Largest File (MB)', name: 'maximumMegabytes', type: 'number', typeOptions: { minValue: 1, maxValue: 200 }, default: 20, description: 'Larger files are refused' },
			text('Number Prefix', 'numberPrefix', 'CAPA', 'First part of numbers made by this node'),
			text('Occurred At', 'occurredAt', '2026-03-06T17:00:00+08:00', 'When it happened, where that was earlier than now. Both times are recorded.'),
			text('Reason Code', 'reasonCode', 'R7', 'Code of the reason in your quality system'),
			{ displayName: 'Remove Place From Photos', name: 'removePlace', type: 'boolean', default: false, description: 'Whether to take out where a photo was taken before it is hashed and passed on' },
			text('Source', 'source', 'form: verification', 'Where this was entered'),
			{ displayName: 'Verifier Must Accept', name: 'verifierMustAccept', type: 'boolean', default: false, description: 'Whether the verifier has to accept the task before verification starts' },
		],
	},
	{ ...calendarParameter('wait'), displayOptions: showFor(...STEPS, 'confirm', ...QUERIES) },
	{ displayName: 'Count Time Closed Before Reopening', name: 'countClosedGap', type: 'boolean', default: false, displayOptions: showFor('get', 'durations', 'record'), description: 'Whether the time a card was closed before it was opened again is part of the full cycle' },
];
