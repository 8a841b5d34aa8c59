import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorOf, startN8n, type Client, type Execution, type Json, type Row, type RunningN8n } from './harness.js';

/* A real n8n with the workflows of lights at work, and what a test does with it. */

interface StoredNode extends Json {
	readonly name: string;
	readonly type: string;
	parameters: Record<string, unknown>;
	credentials?: Json;
	disabled?: boolean;
}

interface FullClient extends Client {
	api(method: string, path: string, body?: unknown): Promise<Json>;
	dataTables(): Promise<Readonly<Record<string, Json>>>;
	changeWorkflow(id: string, change: (workflow: Json & { readonly nodes: StoredNode[] }) => unknown): Promise<Json>;
}

interface DemoWorkflows {
	readWorkflows(language: string): readonly Json[];
	workflowIds(): Promise<Readonly<Record<LightWorkflow | 'hrDirectorySync' | 'taskDelivery' | 'errorHandler', string>>>;
	importWorkflows(client: Client, workflows: readonly Json[], options: { readonly folder: string; readonly n8nVersion: string }): Promise<boolean>;
	setSettings(client: Client, id: string, values: Json): Promise<void>;
	useCredential(client: Client, credential: { readonly name: string; readonly type: string; readonly data: Json }, uses: ReadonlyArray<{ readonly workflow: string; readonly nodeType: string; readonly operation?: string }>): Promise<void>;
	publish(client: Client, ids: readonly string[]): Promise<void>;
}

export type LightWorkflow = 'codeRedLights' | 'documentRedLights';

const scripts = '../../../scripts';
const demo = (await import(`${scripts}/demo/workflows.mjs`)) as DemoWorkflows;

export class LightsAtWork {
	private constructor(
		readonly n8n: RunningN8n,
		readonly ids: Awaited<ReturnType<DemoWorkflows['workflowIds']>>,
		private readonly folder: string,
	) {}

	static async start(tarball: string): Promise<LightsAtWork> {
		const folder = mkdtempSync(join(tmpdir(), 'performance-trace-lights-'));
		return new LightsAtWork(await startN8n({ folder, tarball }), await demo.workflowIds(), folder);
	}

	async stop(): Promise<void> {
		await this.n8n.stop();
		rmSync(this.folder, { recursive: true, force: true });
	}

	get client(): FullClient {
		return this.n8n.client as FullClient;
	}

	/** Imports the pack in a language, reads the sample people and publishes the delivery; lights and tasks of before are gone. */
	async begin(language: 'en' | 'zh-CN'): Promise<void> {
		// Anew, whatever a test before has changed.
		rmSync(join(this.folder, 'imported.txt'), { force: true });
		await demo.importWorkflows(this.client, demo.readWorkflows(language), { folder: this.folder, n8nVersion: this.n8n.version });
		await this.client.clearTables(['pt_lights', 'pt_tasks', 'pt_notes', 'pt_errors', 'pt_unassigned', 'pt_rules', 'pt_patterns', 'pt_cursors', 'pt_people']);
		const people = await this.client.runWorkflow(this.ids.hrDirectorySync, await this.manualTrigger(this.ids.hrDirectorySync));
		if (people.status !== 'success') throw new Error(errorOf(people) ?? people.status);
		await demo.publish(this.client, [this.ids.errorHandler, this.ids.taskDelivery]);
	}

	private async manualTrigger(id: string): Promise<string> {
		const { nodes } = (await this.client.workflow(id)) as unknown as { readonly nodes: readonly StoredNode[] };
		return nodes.find(({ type }) => type === 'n8n-nodes-base.manualTrigger')?.name ?? '';
	}

	/** Runs a workflow of lights, with its sample or as the schedule does. */
	async run(workflow: LightWorkflow, how: 'sample' | 'schedule'): Promise<Execution> {
		const id = this.ids[workflow];
		const { nodes } = (await this.client.workflow(id)) as unknown as { readonly nodes: readonly StoredNode[] };
		const trigger = how === 'sample' ? await this.manualTrigger(id) : (nodes.find(({ type }) => type === 'n8n-nodes-base.scheduleTrigger')?.name ?? '');
		const execution = await this.client.runWorkflow(id, trigger);
		if (execution.status !== 'success') throw new Error(errorOf(execution) ?? execution.status);
		return execution;
	}

	setSettings(workflow: LightWorkflow, values: Json): Promise<void> {
		return demo.setSettings(this.client, this.ids[workflow], values);
	}

	/** Chooses a credential in the nodes that take it and switches them on. */
	useCredential(workflow: LightWorkflow, nodeType: string, type: string, data: Json, operation?: string): Promise<void> {
		return demo.useCredential(this.client, { name: `Example ${type}`, type, data }, [{ workflow: this.ids[workflow], nodeType: `n8n-nodes-performance-trace.${nodeType}`, ...(operation === undefined ? {} : { operation }) }]);
	}

	/** Changes parameters of the one node that reads. */
	async changeSource(workflow: LightWorkflow, operation: string, change: (parameters: Record<string, unknown>) => void): Promise<void> {
		await this.client.changeWorkflow(this.ids[workflow], (json) => {
			for (const node of json.nodes) if (node.parameters['operation'] === operation) change(node.parameters);
			return json;
		});
	}

	publish(workflow: LightWorkflow): Promise<void> {
		return demo.publish(this.client, [this.ids[workflow]]);
	}

	rows(table: string): Promise<readonly Row[]> {
		return this.client.rows(table);
	}

	async insert(table: string, row: Json): Promise<void> {
		const { id } = (await this.client.dataTables())[table] as { readonly id: string };
		await this.client.api('POST', `/data-tables/${id}/rows`, { data: [row], returnType: 'count' });
	}

	async update(table: string, column: string, value: string, data: Json): Promise<void> {
		const { id } = (await this.client.dataTables())[table] as { readonly id: string };
		await this.client.api('PATCH', `/data-tables/${id}/rows/update`, { filter: { type: 'and', filters: [{ columnName: column, condition: 'eq', value }] }, data });
	}
}

/** Colours by person, worst first where somebody has several. */
export function redPersons(lights: readonly Row[]): readonly string[] {
	return [...new Set(lights.filter(({ light, state }) => light === 'red' && state !== 'out').map(({ personId, subject }) => String(personId || subject)))].sort();
}
