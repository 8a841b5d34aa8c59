import type { BilingualText, Language } from '../core/judgement/judgement.js';
import { ALL_WORKFLOWS } from './source/all.js';
import { buildWorkflow, type NodeJson, type WorkflowJson, type WorkflowSource } from './source/builder.js';
import { TABLES, type ColumnType, type TableName } from './source/parts.js';

export type { NodeJson, WorkflowJson } from './source/builder.js';
export type { ColumnType, TableName } from './source/parts.js';

/** A ready-made workflow of the pack: what it is called, and what it needs to run. */
export interface WorkflowEntry {
	/** Stable id, the same in both languages: other workflows call it by this. */
	readonly id: string;
	/** Name of its file in `dist/workflows/<language>/`, the same in both languages. */
	readonly fileName: string;
	readonly titles: BilingualText;
	/** Types of its nodes with their versions, sorted; n8n's own and this package's. */
	readonly nodeTypes: ReadonlyArray<{ readonly type: string; readonly typeVersion: number }>;
	/** Data Tables it reads or writes, sorted; it creates those that are missing. */
	readonly tables: readonly TableName[];
	/** Ids of the workflows it calls, its error workflow among them, sorted: they must be there before it. */
	readonly calls: readonly string[];
	/** Oldest n8n it is tested with. */
	readonly minimumN8nVersion: string;
}

/** Oldest n8n that has every node version and operation the workflows use, as their notes say. */
const MINIMUM_N8N_VERSION = '2.41.0';

/** Columns of the Data Tables with their types. */
export const DATA_TABLES: Readonly<Record<TableName, Readonly<Record<string, ColumnType>>>> = TABLES;

/** Every workflow of the pack, in the order in which to publish them. */
export const WORKFLOWS: readonly WorkflowEntry[] = ALL_WORKFLOWS.map(entryOf);

/**
 * The JSON to import into n8n, as in `dist/workflows/<language>/`: no ids of an instance, no credentials, not active.
 *
 * @throws RangeError naming the ids there are
 */
export function workflowJson(id: string, language: Language): WorkflowJson {
	const source = ALL_WORKFLOWS.find((candidate) => candidate.id === id);
	if (source === undefined) throw new RangeError(`There is no workflow "${id}". There are: ${ALL_WORKFLOWS.map((candidate) => candidate.id).join(', ')}.`);
	if (!Object.hasOwn(source.texts, language)) throw new RangeError(`There is no workflow in the language "${language}". There are: ${Object.keys(source.texts).join(', ')}.`);
	return buildWorkflow(source, language);
}

function entryOf(source: WorkflowSource): WorkflowEntry {
	const { id, fileName, texts } = source;
	const { nodes, settings } = buildWorkflow(source, 'en');
	const types = new Map(nodes.filter(({ type }) => type !== 'n8n-nodes-base.stickyNote').map(({ type, typeVersion }) => [`${type} ${typeVersion}`, { type, typeVersion }]));
	const called = [settings['errorWorkflow'], ...nodes.filter(({ type }) => type === 'n8n-nodes-base.executeWorkflow').map((node) => locatorValue(node, 'workflowId'))];
	return {
		id,
		fileName,
		titles: { en: texts.en.title, 'zh-CN': texts['zh-CN'].title },
		nodeTypes: [...types].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, type]) => type),
		tables: [...new Set(nodes.flatMap(tableOf))].sort(),
		calls: [...new Set(called.filter((value) => typeof value === 'string'))].sort(),
		minimumN8nVersion: MINIMUM_N8N_VERSION,
	};
}

function tableOf(node: NodeJson): readonly TableName[] {
	if (node.type !== 'n8n-nodes-base.dataTable') return [];
	const name = node.parameters['tableName'] ?? locatorValue(node, 'dataTableId');
	return Object.keys(TABLES).filter((table): table is TableName => table === name);
}

/** What a field of n8n's kind "resource locator" points to. */
function locatorValue(node: NodeJson, field: string): unknown {
	const locator = node.parameters[field];
	return typeof locator === 'object' && locator !== null && 'value' in locator ? locator.value : null;
}
