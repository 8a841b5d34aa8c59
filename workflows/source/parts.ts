import type { NodeSpecification } from './builder.js';

/* Nodes that several workflows use, written once. */

/** Prefix of this package's node types as n8n names them after an install. */
const OWN = 'n8n-nodes-performance-trace.';

export type ColumnType = 'string' | 'number' | 'boolean' | 'date';

/** The Data Tables of the pack. Logs are append-only; readers collapse rows by key. Source: architecture "State". */
export const TABLES = {
	pt_evidence: { evidenceKey: 'string', study: 'string', subject: 'string', visit: 'string', facts: 'number', time: 'string', payload: 'string' },
	pt_milestones: { milestoneKey: 'string', study: 'string', ruleId: 'string', n: 'number', nthSubject: 'string', state: 'string', flags: 'string', explanation: 'string', payload: 'string', recordedAt: 'string' },
	pt_tasks: {
		taskKey: 'string', kind: 'string', title: 'string', status: 'string', assignee: 'string', assigneeEmail: 'string', dueDate: 'string', subject: 'string',
		explanation: 'string', body: 'string', payload: 'string', createdAtSource: 'string', execution: 'string',
	},
	pt_deliveries: { deliveryKey: 'string', taskKey: 'string', channel: 'string', state: 'string', attempt: 'number', reason: 'string', at: 'string', nextAttemptAt: 'string', execution: 'string', payload: 'string' },
	pt_people: { personId: 'string', name: 'string', email: 'string', active: 'boolean', department: 'string', managerId: 'string', mentorId: 'string', teamLeadId: 'string', accounts: 'string', roles: 'string', unknown: 'string', source: 'string', sourceId: 'string', sourceTime: 'string', sourceUrl: 'string' },
	pt_lights: {
		lightKey: 'string', ruleId: 'string', ruleVersion: 'string', kind: 'string', subject: 'string', subjectName: 'string', personId: 'string', light: 'string', state: 'string', grey: 'string', streak: 'number',
		figure: 'string', figureZh: 'string', firstDay: 'string', lastDay: 'string', firstSeen: 'string', lastSeen: 'string', explanation: 'string', explanationZh: 'string',
		humanDecision: 'string', objectionState: 'string', objection: 'string', payload: 'string',
	},
	pt_rules: {
		ruleId: 'string', area: 'string', kind: 'string', enabled: 'boolean', nameEn: 'string', nameZh: 'string', version: 'string', days: 'number', failureRateOver: 'number', commitsOver: 'number', minDecided: 'number',
		editsOver: 'number', yellowFrom: 'number', measure: 'string', operator: 'string', threshold: 'number', window: 'string', groupBy: 'string', parameters: 'string', note: 'string',
	},
	pt_patterns: { patternId: 'string', version: 'string', language: 'string', kind: 'string', words: 'string', pattern: 'string', gap: 'number', effect: 'string', scope: 'string', caseSensitive: 'boolean', active: 'boolean', note: 'string' },
	pt_notes: { noteKey: 'string', about: 'string', kind: 'string', step: 'string', factor: 'string', text: 'string', by: 'string', byEmail: 'string', at: 'string' },
	pt_digests: { digestKey: 'string', area: 'string', day: 'string', groups: 'string', explanation: 'string', explanationZh: 'string' },
	pt_cursors: { cursorKey: 'string', cursor: 'string', at: 'string' },
	pt_unassigned: { unassignedKey: 'string', what: 'string', reason: 'string', reference: 'string', since: 'string' },
	pt_errors: { errorKey: 'string', workflow: 'string', node: 'string', message: 'string', execution: 'string', url: 'string', at: 'string' },
	pt_versions: {
		versionKey: 'string', document: 'string', name: 'string', number: 'string', numberAssigned: 'boolean', uploadedAt: 'string', modifier: 'string', changeNote: 'string', approvals: 'string', state: 'string', effectiveFrom: 'string',
		withdrawnAt: 'string', deficiencyLetter: 'string', size: 'number', sha256: 'string', source: 'string', sourceId: 'string', url: 'string', recordedAt: 'string', sequence: 'number', previousHash: 'string', hash: 'string', news: 'string',
	},
	pt_submissions: {
		submissionKey: 'string', acceptanceNumber: 'string', format: 'string', product: 'string', documents: 'string', receivedAt: 'string', acceptedAt: 'string', deficiencyLetters: 'string', explanationEn: 'string', explanationZh: 'string', parts: 'string',
		warningsEn: 'string', warningsZh: 'string', registeredAt: 'string', registeredBy: 'string',
	},
	pt_version_claims: { claimKey: 'string', execution: 'string', at: 'string' },
	pt_anchors: { root: 'string', documents: 'number', entries: 'number', heads: 'string', sentTo: 'string', execution: 'string', at: 'string' },
	pt_card_events: {
		action: 'string', actor: 'string', actorName: 'string', at: 'string', cardNumber: 'string', commandKey: 'string', meaning: 'string', newValues: 'string', occurredAt: 'string', previousHash: 'string',
		previousValues: 'string', reason: 'string', reasonCode: 'string', role: 'string', sequence: 'number', source: 'string', stateAfter: 'string', stateBefore: 'string', hash: 'string',
	},
	pt_cards: {
		cardNumber: 'string', state: 'string', version: 'number', headHash: 'string', description: 'string', origin: 'string', department: 'string', severity: 'string', causeCategory: 'string', ownerId: 'string', ownerName: 'string', verifierId: 'string',
		verifierName: 'string', dueDate: 'string', foundAt: 'string', closedAt: 'string', reopened: 'number', rejected: 'number', effectiveness: 'string', effectivenessDue: 'string', reportNumber: 'string', waitingFor: 'string', warnings: 'string', explanation: 'string', payload: 'string',
	},
	pt_files: { sha256: 'string', cardNumber: 'string', name: 'string', kind: 'string', mediaType: 'string', bytes: 'number', content: 'string' },
	pt_card_claims: { claimKey: 'string', cardNumber: 'string', commandKey: 'string', execution: 'string', at: 'string' },
	pt_goals: {
		goalKey: 'string', kind: 'string', itemId: 'string', name: 'string', goal: 'string', parent: 'string', owner: 'string', stage: 'string', weight: 'string', progress: 'string', target: 'string', unit: 'string', sequence: 'string', url: 'string',
		plannedChange: 'string', perChange: 'string', released: 'string', rangeFrom: 'string', rangeTo: 'string', demand: 'string', period: 'string', value: 'string', openCases: 'string', closed: 'string', baseline: 'string', revision: 'string',
	},
	pt_goal_indexes: { goal: 'string', metric: 'string', groupKey: 'string', stage: 'string', better: 'string', baseline: 'number', note: 'string' },
	pt_goal_findings: { findingKey: 'string', source: 'string', code: 'string', place: 'string', reason: 'string', remedy: 'string', rule: 'string', asOf: 'string', payload: 'string' },
	pt_visibility: { switchKey: 'string', personId: 'string', dataKind: 'string', state: 'string', changedAt: 'string', changedBy: 'string' },
	pt_metrics: {
		metricKey: 'string', figureKey: 'string', kind: 'string', metric: 'string', level: 'string', groupKey: 'string', groupName: 'string', parentKey: 'string', period: 'string', periodStart: 'string', periodEnd: 'string', closed: 'boolean',
		revision: 'number', result: 'string', value: 'number', numerator: 'number', denominator: 'number', unit: 'string', light: 'string', explanation: 'string', explanationZh: 'string', asOf: 'string', run: 'string', payload: 'string',
	},
	pt_alarms: { alarmKey: 'string', metric: 'string', level: 'string', groupKey: 'string', groupName: 'string', state: 'string', firstPeriod: 'string', lastPeriod: 'string', explanation: 'string', explanationZh: 'string', asOf: 'string', run: 'string', payload: 'string' },
	pt_process_records: { recordKey: 'string', kind: 'string', at: 'string', person: 'string', team: 'string', department: 'string', recordedAt: 'string', url: 'string', payload: 'string' },
	pt_runs: {
		runKey: 'string', workflow: 'string', trigger: 'string', periods: 'string', startedAt: 'string', finishedAt: 'string', state: 'string', step: 'string', progress: 'string', records: 'number', figures: 'number', restated: 'number', alarms: 'number',
		message: 'string', execution: 'string', by: 'string',
	},
} as const satisfies Record<string, Record<string, ColumnType>>;

export type TableName = keyof typeof TABLES;

const table = (name: TableName): object => ({ __rl: true, mode: 'name', value: name });

type Position = readonly [number, number];

/** Creates a table unless it is there. Runs once per execution, tried again where two executions meet at the first start. */
export function createTable(name: TableName, at: Position): NodeSpecification {
	return {
		type: 'n8n-nodes-base.dataTable',
		version: 1.1,
		at,
		parameters: {
			resource: 'table',
			operation: 'create',
			tableName: name,
			columns: { column: Object.entries(TABLES[name]).map(([column, type]) => ({ name: column, type })) },
			options: { createIfNotExists: true },
		},
		options: { executeOnce: true, retryOnFail: true, maxTries: 3, waitBetweenTries: 500 },
	};
}

export interface Condition {
	readonly column: string;
	readonly is?: string;
	readonly value?: string | number;
}

const filtersOf = (conditions: readonly Condition[]): object => ({
	matchType: 'allConditions',
	filters: { conditions: conditions.map(({ column, is = 'eq', value }) => ({ keyName: column, condition: is, ...(value === undefined ? {} : { keyValue: value }) })) },
});

/** Reads all rows that match; an empty table gives one empty item so that the execution goes on. */
export function readRows(name: TableName, at: Position, conditions: readonly Condition[] = [], options: Readonly<Record<string, unknown>> = {}): NodeSpecification {
	return {
		type: 'n8n-nodes-base.dataTable',
		version: 1.1,
		at,
		parameters: { resource: 'row', operation: 'get', dataTableId: table(name), ...filtersOf(conditions), returnAll: true, orderBy: true, orderByColumn: 'id', orderByDirection: 'ASC' },
		options: { executeOnce: true, alwaysOutputData: true, retryOnFail: true, maxTries: 5, waitBetweenTries: 500, ...options },
	};
}

/** The newest row of a table: its id bounds what is read next. */
export function newestRow(name: TableName, at: Position): NodeSpecification {
	const all = readRows(name, at);
	return { ...all, parameters: { ...all.parameters, returnAll: false, limit: 1, orderByDirection: 'DESC' } };
}

/**
 * Reads the rows up to the one a {@link newestRow} found. n8n reads in pages of 1,000 and gives up when rows are added meanwhile;
 * with an upper bound, what others add is left for their own execution.
 */
export function readRowsUpTo(name: TableName, at: Position, newest: string, conditions: readonly Condition[], options: Readonly<Record<string, unknown>> = {}): NodeSpecification {
	return readRows(name, at, [...conditions, { column: 'id', is: 'lte', value: `={{ ${newest}.first().json.id ?? 0 }}` }], options);
}

/** Inserts or updates a row per item. `values` gives each column an expression or a value. */
export function upsertRow(name: TableName, at: Position, key: string, values: Readonly<Record<string, unknown>>, options: Readonly<Record<string, unknown>> = {}): NodeSpecification {
	return {
		type: 'n8n-nodes-base.dataTable',
		version: 1.1,
		at,
		parameters: { resource: 'row', operation: 'upsert', dataTableId: table(name), ...filtersOf([{ column: key, value: String(values[key]) }]), columns: columnsOf(name, values), options: {} },
		options,
	};
}

/**
 * Appends all items in one statement, each field to the column of its name: no expression is worked out per item.
 * n8n then gives one item with the count in place of the rows.
 */
export function insertAll(name: TableName, at: Position): NodeSpecification {
	return {
		type: 'n8n-nodes-base.dataTable',
		version: 1.1,
		at,
		parameters: { resource: 'row', operation: 'insert', dataTableId: table(name), columns: { ...columnsOf(name, {}), mappingMode: 'autoMapInputData' }, options: { optimizeBulk: true } },
	};
}

/** Appends a row per item to a log. */
export function insertRow(name: TableName, at: Position, values: Readonly<Record<string, unknown>>, options: Readonly<Record<string, unknown>> = {}): NodeSpecification {
	return {
		type: 'n8n-nodes-base.dataTable',
		version: 1.1,
		at,
		parameters: { resource: 'row', operation: 'insert', dataTableId: table(name), columns: columnsOf(name, values), options: {} },
		options,
	};
}

/** Changes the rows that match; an execution goes on where none does. */
export function updateRows(name: TableName, at: Position, conditions: readonly Condition[], values: Readonly<Record<string, unknown>>, options: Readonly<Record<string, unknown>> = {}): NodeSpecification {
	return {
		type: 'n8n-nodes-base.dataTable',
		version: 1.1,
		at,
		parameters: { resource: 'row', operation: 'update', dataTableId: table(name), ...filtersOf(conditions), columns: columnsOf(name, values, Object.keys(values)), options: {} },
		options,
	};
}

function columnsOf(name: TableName, values: Readonly<Record<string, unknown>>, shown: readonly string[] = Object.keys(TABLES[name])): object {
	return {
		mappingMode: 'defineBelow',
		value: values,
		matchingColumns: [],
		schema: Object.entries(TABLES[name]).filter(([column]) => shown.includes(column)).map(([column, type]) => ({ id: column, displayName: column, required: false, defaultMatch: false, display: true, type, readOnly: false, removed: false })),
		attemptToConvertTypes: false,
		convertFieldsToString: false,
	};
}

/** Every column of a table taken from the field of the same name of the item. */
export function sameNamedColumns(name: TableName): Record<string, string> {
	return Object.fromEntries(Object.keys(TABLES[name]).map((column) => [column, `={{ $json.${column} }}`]));
}

/** The node of the pack's own kind. */
export function own(node: string, at: Position, parameters: Readonly<Record<string, unknown>>, options: Readonly<Record<string, unknown>> = {}): NodeSpecification {
	return { type: `${OWN}${node}`, version: 1, at, parameters, options };
}

/**
 * A node that needs a credential of its own and is not used until somebody asks for it: n8n publishes no workflow with a missing credential,
 * so it is delivered switched off. A node that is off hands its items on unchanged; whoever comes after it has to tell that apart.
 */
export function switchedOff(node: NodeSpecification): NodeSpecification {
	return { ...node, options: { ...node.options, disabled: true } };
}

/** The settings node: what a user changes stands here and nowhere else. */
export function settingsNode(at: Position): NodeSpecification {
	return { type: 'n8n-nodes-base.set', version: 3.4, at, options: { executeOnce: true } };
}

/** Hands on the items of the first input whose field no item of the second has (there of another name where one is given): what is not stored yet. */
export function notIn(at: Position, field: string, storedAs = field): NodeSpecification {
	const fields = storedAs === field ? { fieldsToMatchString: field } : { advanced: true, mergeByFields: { values: [{ field1: field, field2: storedAs }] } };
	return {
		type: 'n8n-nodes-base.merge',
		version: 3.1,
		at,
		parameters: { mode: 'combine', combineBy: 'combineByFields', ...fields, joinMode: 'keepNonMatches', outputDataFrom: 'input1', options: {} },
	};
}

/** Hands on the items for which the table has no row: one look-up for each item, so for few items and a large table. */
export function withoutRow(name: TableName, at: Position, key: string, value: string): NodeSpecification {
	return { type: 'n8n-nodes-base.dataTable', version: 1.1, at, parameters: { resource: 'row', operation: 'rowNotExists', dataTableId: table(name), ...filtersOf([{ column: key, value }]) } };
}

/** All items of several inputs in one list, in the order of the inputs; an input that nothing comes to is left out. */
export function append(at: Position, inputs: number): NodeSpecification {
	return { type: 'n8n-nodes-base.merge', version: 3.1, at, parameters: { mode: 'append', numberInputs: inputs } };
}

/** Deletes the rows that match; an execution goes on where none does. */
export function deleteRows(name: TableName, at: Position, conditions: readonly Condition[], options: Readonly<Record<string, unknown>> = {}): NodeSpecification {
	return { type: 'n8n-nodes-base.dataTable', version: 1.1, at, parameters: { resource: 'row', operation: 'deleteRows', dataTableId: table(name), ...filtersOf(conditions), options: {} }, options };
}

/** One item per entry of a list that is written in the workflow: what a table holds before anybody edits it. */
export function seedRows(at: Position, rows: readonly object[]): NodeSpecification {
	return { type: 'n8n-nodes-base.set', version: 3.4, at, parameters: { mode: 'raw', jsonOutput: JSON.stringify({ rows }, null, 2), options: {} }, options: { executeOnce: true } };
}

/** Makes items of the list in a field. */
export function split(at: Position, field: string): NodeSpecification {
	return { type: 'n8n-nodes-base.splitOut', version: 1, at, parameters: { fieldToSplitOut: field, options: {} } };
}

/** Waits until the first input (tables are there) has run, then hands on the items of the second. */
export function gate(at: Position): NodeSpecification {
	return { type: 'n8n-nodes-base.merge', version: 3.1, at, parameters: { mode: 'chooseBranch', chooseBranchMode: 'waitForAll', output: 'specifiedInput', useDataOfInput: '2' } };
}

export function manualTrigger(at: Position): NodeSpecification {
	return { type: 'n8n-nodes-base.manualTrigger', version: 1, at };
}

export function scheduleTrigger(at: Position, rule: Readonly<Record<string, unknown>>): NodeSpecification {
	return { type: 'n8n-nodes-base.scheduleTrigger', version: 1.2, at, parameters: { rule: { interval: [rule] } } };
}

/** Two ways by one condition: first output true, second false. */
export function condition(at: Position, left: string, operation: 'equals' | 'notEmpty' | 'true', right = ''): NodeSpecification {
	const operator = operation === 'true' ? { type: 'boolean', operation: 'true', singleValue: true } : operation === 'notEmpty' ? { type: 'string', operation: 'notEmpty', singleValue: true } : { type: 'string', operation: 'equals' };
	return {
		type: 'n8n-nodes-base.if',
		version: 2.2,
		at,
		parameters: {
			conditions: { options: { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 2 }, conditions: [{ id: 'condition', leftValue: left, rightValue: right, operator }], combinator: 'and' },
			looseTypeValidation: true,
			options: {},
		},
	};
}

/** Of the rows with one delivery key and attempt only the first: they come in the order of their ids. */
export function onlyFirst(at: Position): NodeSpecification {
	return {
		type: 'n8n-nodes-base.removeDuplicates',
		version: 2,
		at,
		parameters: { operation: 'removeDuplicateInputItems', compare: 'selectedFields', fieldsToCompare: 'deliveryKey, attempt', options: {} },
	};
}

/** Of the items with the same value in a field only the first. */
export function firstPer(at: Position, fieldName: string): NodeSpecification {
	return { type: 'n8n-nodes-base.removeDuplicates', version: 2, at, parameters: { operation: 'removeDuplicateInputItems', compare: 'selectedFields', fieldsToCompare: fieldName } };
}

/** One output per value, in the order given. */
export function route(at: Position, left: string, values: readonly string[]): NodeSpecification {
	return {
		type: 'n8n-nodes-base.switch',
		version: 3.2,
		at,
		parameters: {
			rules: {
				values: values.map((value) => ({
					conditions: { options: { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 2 }, conditions: [{ id: value, leftValue: left, rightValue: value, operator: { type: 'string', operation: 'equals' } }], combinator: 'and' },
					renameOutput: true,
					outputKey: value,
				})),
			},
			looseTypeValidation: true,
			options: {},
		},
	};
}

/** Calls another workflow of the pack with all items and waits for it. */
export function callWorkflow(at: Position, id: string, options: Readonly<Record<string, unknown>> = {}): NodeSpecification {
	return {
		type: 'n8n-nodes-base.executeWorkflow',
		version: 1.2,
		at,
		parameters: { workflowId: { __rl: true, mode: 'id', value: id }, workflowInputs: { mappingMode: 'defineBelow', value: {} }, mode: 'once', options: { waitForSubWorkflow: true } },
		options,
	};
}
