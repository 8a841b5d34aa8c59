import type { Task, TaskStatus } from './task.js';

/**
 * A task as one flat row of a Data Table. The columns a person sorts and filters by stand alone; `payload` is the whole task as JSON.
 * Data Tables own the names id, createdAt and updatedAt, hence `createdAtSource`.
 */
export interface TaskRow {
	readonly taskKey: string;
	readonly kind: string;
	readonly title: string;
	readonly status: string;
	/** Name of the assignee; empty: unassigned. */
	readonly assignee: string;
	readonly assigneeEmail: string;
	/** Empty where no date could be set. */
	readonly dueDate: string;
	readonly subject: string;
	/** In the language of the task. */
	readonly explanation: string;
	readonly body: string;
	readonly payload: string;
	readonly createdAtSource: string;
}

export function taskToRow(task: Task): TaskRow {
	return {
		taskKey: task.key,
		kind: task.kind,
		title: task.title,
		status: task.status,
		assignee: task.assignee?.name ?? '',
		assigneeEmail: task.assignee?.email ?? '',
		dueDate: task.dueDate ?? '',
		subject: task.subject,
		explanation: task.explanation[task.language],
		body: task.body,
		payload: JSON.stringify(task),
		createdAtSource: task.createdAt,
	};
}

export type TaskReading = { readonly task: Task } | { readonly task: null; readonly reason: string };

const STATUSES: readonly string[] = ['open', 'done', 'withdrawn'] satisfies readonly TaskStatus[];
const TEXTS = ['key', 'kind', 'title', 'body', 'language', 'judgementKey', 'subject', 'createdAt'] as const;

/**
 * The task of a row. The row's `status` wins, because that is where people and workflows change it.
 *
 * @returns no task and the reason, naming the column, where the row holds none
 */
export function taskFromRow(row: Readonly<Record<string, unknown>>): TaskReading {
	const { payload, status } = row;
	if (typeof payload !== 'string') return { task: null, reason: 'Column "payload" is not a text. It must hold the task as JSON.' };
	let parsed: unknown;
	try {
		parsed = JSON.parse(payload);
	} catch {
		return { task: null, reason: 'Column "payload" is not valid JSON. It must hold the task as it was stored.' };
	}
	const reading = readTask(parsed);
	if (reading.task === null || status === undefined || status === null || status === '') return reading;
	if (!isStatus(status)) return { task: null, reason: `Column "status" is ${JSON.stringify(status)}, expected ${STATUSES.join(', ')}.` };
	return { task: { ...reading.task, status } };
}

/**
 * Checks that a value has what everyone who handles a task relies on.
 *
 * @returns no task and the reason, naming the field
 */
export function readTask(value: unknown): TaskReading {
	if (!isTask(value)) return { task: null, reason: missingOf(value) };
	return { task: value };
}

function isTask(value: unknown): value is Task {
	return missingOf(value) === '';
}

function missingOf(value: unknown): string {
	if (!isRecord(value)) return 'A task is a JSON object, as the "Assessment Task" node gives it.';
	for (const field of TEXTS) if (typeof value[field] !== 'string') return `Field "${field}" of the task is ${kindOf(value[field])}, expected a text.`;
	if (value['language'] !== 'en' && value['language'] !== 'zh-CN') return `Field "language" of the task is ${JSON.stringify(value['language'])}, expected "en" or "zh-CN".`;
	if (!isStatus(value['status'])) return `Field "status" of the task is ${value['status'] === undefined ? 'missing' : JSON.stringify(value['status'])}, expected ${STATUSES.join(', ')}.`;
	for (const field of ['links', 'evidence']) if (!Array.isArray(value[field])) return `Field "${field}" of the task is ${kindOf(value[field])}, expected a list.`;
	for (const field of ['rule', 'explanation', 'details']) if (!isRecord(value[field])) return `Field "${field}" of the task is ${kindOf(value[field])}, expected an object.`;
	return '';
}

function isStatus(value: unknown): value is TaskStatus {
	return typeof value === 'string' && STATUSES.includes(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
	return value === undefined ? 'missing' : value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}
