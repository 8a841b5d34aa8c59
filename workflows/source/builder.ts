import { createHash } from 'crypto';
import type { Language } from '../../core/judgement/judgement.js';

/*
 * One description of a workflow's structure, two catalogues of texts: the JSON files of both languages are built from it,
 * so that they can never drift apart.
 */

/** n8n's workflow JSON as far as a template needs it: no ids of an instance, no credentials, not active. */
export interface WorkflowJson {
	readonly id: string;
	readonly name: string;
	readonly nodes: readonly NodeJson[];
	readonly connections: Readonly<Record<string, { main: ReadonlyArray<ReadonlyArray<{ node: string; type: 'main'; index: number }>> }>>;
	readonly settings: Readonly<Record<string, unknown>>;
	readonly meta: Readonly<Record<string, unknown>>;
}

export interface NodeJson {
	readonly id: string;
	readonly name: string;
	readonly type: string;
	readonly typeVersion: number;
	readonly position: readonly [number, number];
	readonly parameters: Readonly<Record<string, unknown>>;
	readonly [option: string]: unknown;
}

/** What a workflow's catalogue of texts holds in each language. */
export interface WorkflowTexts {
	/** Action verb + thing + from/to, sentence case, at most 80 characters. */
	readonly title: string;
	/** Node key → the name people read on the canvas. */
	readonly nodes: Readonly<Record<string, string>>;
	/** Setting key → the name people read in the settings node. */
	readonly settings: Readonly<Record<string, string>>;
	/** Note key → Markdown of the sticky note. */
	readonly notes: Readonly<Record<string, string>>;
	/** Label key → what people read in forms and messages of the workflow. */
	readonly labels?: Readonly<Record<string, string>>;
}

export interface NodeSpecification {
	readonly type: string;
	readonly version: number;
	readonly at: readonly [number, number];
	readonly parameters?: Readonly<Record<string, unknown>>;
	/** Options of the node itself: executeOnce, alwaysOutputData, onError, retryOnFail, disabled, webhookId … */
	readonly options?: Readonly<Record<string, unknown>>;
}

export interface NoteSpecification {
	readonly at: readonly [number, number];
	readonly size: readonly [number, number];
	/** The one yellow note says who it is for and how to set it up; white notes explain a section. */
	readonly kind: 'main' | 'section';
}

export interface SettingSpecification {
	readonly key: string;
	readonly type: 'string' | 'number' | 'boolean' | 'object';
	readonly value: unknown;
}

/** Gives a structure its localised names. */
export interface Names {
	readonly language: Language;
	/** Name of a node on the canvas. */
	node(key: string): string;
	/** Expression text (without braces) that reads the output of a node, e.g. `$('Settings')`. */
	ref(key: string): string;
	/** Expression text that reads a setting, e.g. `$('Settings').first().json["Language"]`. */
	setting(key: string): string;
	/** What people read in a form or a message. */
	label(key: string): string;
}

export interface WorkflowSource {
	/** Stable id: other workflows call it by this. */
	readonly id: string;
	/** File name without ending, the same in both languages. */
	readonly fileName: string;
	readonly texts: Readonly<Record<Language, WorkflowTexts>>;
	readonly settings: (language: Language) => readonly SettingSpecification[];
	readonly nodes: (names: Names) => Readonly<Record<string, NodeSpecification>>;
	/** `[from, to]`, or `[from, to, output, input]`. */
	readonly connections: ReadonlyArray<readonly [string, string, number?, number?]>;
	readonly notes: Readonly<Record<string, NoteSpecification>>;
	/** Settings of the workflow itself, e.g. which executions n8n keeps. */
	readonly workflowSettings?: Readonly<Record<string, unknown>>;
	/** Key of the workflow that is told about failed executions; absent for the error handler itself. */
	readonly errorWorkflow?: string;
}

/** Key of the node that holds everything a user changes; every workflow has exactly one. */
export const SETTINGS_NODE = 'settings';

/** Builds one language's JSON. @throws Error naming the key that has no text, or the connection that leads nowhere */
export function buildWorkflow(source: WorkflowSource, language: Language): WorkflowJson {
	const texts = source.texts[language];
	const need = (table: Readonly<Record<string, string>>, kind: string, key: string): string => {
		const text = table[key];
		if (text === undefined) throw new Error(`${source.id} (${language}): the ${kind} "${key}" has no text.`);
		return text;
	};
	const names: Names = {
		language,
		node: (key) => need(texts.nodes, 'node', key),
		ref: (key) => `$(${JSON.stringify(need(texts.nodes, 'node', key))})`,
		setting: (key) => `$(${JSON.stringify(need(texts.nodes, 'node', SETTINGS_NODE))}).first().json[${JSON.stringify(need(texts.settings, 'setting', key))}]`,
		label: (key) => need(texts.labels ?? {}, 'label', key),
	};
	const specifications: Record<string, NodeSpecification> = { ...source.nodes(names) };
	const settings = source.settings(language);
	const settingsNode = specifications[SETTINGS_NODE];
	if (settingsNode) {
		specifications[SETTINGS_NODE] = {
			...settingsNode,
			parameters: {
				mode: 'manual',
				duplicateItem: false,
				assignments: {
					assignments: settings.map(({ key, type, value }) => ({ id: key, name: need(texts.settings, 'setting', key), type, value })),
				},
				includeOtherFields: false,
				options: {},
				...settingsNode.parameters,
			},
		};
	}
	const nodes: NodeJson[] = Object.entries(specifications).map(([key, node]) => ({
		parameters: node.parameters ?? {},
		type: node.type,
		typeVersion: node.version,
		position: node.at,
		id: nodeId(source.id, key),
		name: names.node(key),
		...node.options,
	}));
	for (const [key, note] of Object.entries(source.notes)) {
		nodes.push({
			parameters: { content: need(texts.notes, 'note', key), width: note.size[0], height: note.size[1], color: note.kind === 'main' ? 1 : 7 },
			type: 'n8n-nodes-base.stickyNote',
			typeVersion: 1,
			position: note.at,
			id: nodeId(source.id, `note:${key}`),
			name: language === 'en' ? `Note: ${key}` : `便签：${key}`,
		});
	}
	return {
		id: source.id,
		name: texts.title,
		nodes,
		connections: connect(source, specifications, names),
		settings: { executionOrder: 'v1', ...source.workflowSettings, ...(source.errorWorkflow === undefined ? {} : { errorWorkflow: source.errorWorkflow }) },
		meta: { templateCredsSetupCompleted: false },
	};
}

function connect(source: WorkflowSource, nodes: Readonly<Record<string, NodeSpecification>>, names: Names): WorkflowJson['connections'] {
	const connections: Record<string, { main: Array<Array<{ node: string; type: 'main'; index: number }>> }> = {};
	for (const [from, to, output = 0, input = 0] of source.connections) {
		for (const key of [from, to]) if (!(key in nodes)) throw new Error(`${source.id}: the connection ${from} → ${to} names "${key}", which is no node.`);
		const main = (connections[names.node(from)] ??= { main: [] }).main;
		while (main.length <= output) main.push([]);
		main[output]?.push({ node: names.node(to), type: 'main', index: input });
	}
	return connections;
}

/** The same node has the same id in both languages and in every build. */
function nodeId(workflow: string, key: string): string {
	const hex = createHash('sha256').update(`${workflow}/${key}`).digest('hex');
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
