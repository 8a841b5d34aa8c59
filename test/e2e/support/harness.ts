/*
 * The scripts that run n8n, seen from tests. They are plain JavaScript because they also run before anything is installed;
 * what tests use of them is stated here.
 */

export type Json = Readonly<Record<string, unknown>>;

export interface Row extends Json {
	readonly id: number;
}

export interface Execution extends Json {
	readonly id: string;
	readonly status: string;
}

export interface Client {
	readonly url: string;
	readonly access: { readonly email: string; readonly password: string; readonly apiKey: string };
	importPackage(n8np: Uint8Array): Promise<Json>;
	workflows(): Promise<readonly Json[]>;
	workflow(id: string): Promise<Json>;
	activate(id: string): Promise<Json>;
	deactivate(id: string): Promise<Json>;
	executions(filter?: { readonly workflowId?: string; readonly status?: string }): Promise<readonly Execution[]>;
	execution(id: string): Promise<Execution>;
	runWorkflow(id: string, trigger: string, options?: { readonly timeoutSeconds?: number }): Promise<Execution>;
	rows(table: string): Promise<readonly Row[]>;
	clearTables(tables: readonly string[]): Promise<void>;
}

export interface Worker {
	readonly log: string;
	running(): boolean;
	kill9(): Promise<void>;
	restart(): Promise<void>;
}

export interface RunningN8n {
	readonly url: string;
	readonly version: string;
	readonly folder: string;
	readonly log: string;
	readonly client: Client;
	readonly workers: readonly Worker[];
	stop(): Promise<void>;
	kill9(): Promise<void>;
	restart(): Promise<void>;
}

export interface Delivery {
	readonly status: number;
	readonly body: string;
	readonly milliseconds: number;
}

export interface Slice {
	readonly upToSubject?: number;
	readonly afterSubject?: number;
	readonly format?: '1.3.2' | '2.0';
}

export interface Sandbox {
	readonly url: string;
	readonly odmUrl: string;
	readonly requests: ReadonlyArray<{ readonly method: string; readonly path: string; readonly status: number }>;
	advance(followUps: number | null): void;
	push(target: string, slice?: Slice): Promise<Delivery>;
	pushText(target: string, body: string, contentType?: string): Promise<Delivery>;
	stop(): Promise<void>;
}

export interface Pack {
	readonly ids: Readonly<Record<'edcMilestone' | 'hrDirectorySync' | 'taskDelivery' | 'errorHandler', string>>;
	readonly people: number;
	readonly webhook: string;
}

export type Say = (line: string) => void;
export type Mode = 'regular' | 'queue';

const scripts = '../../../scripts';
const load = async <Module>(file: string): Promise<Module> => (await import(`${scripts}/${file}`)) as Module;

const server = await load<{ startN8n(options: { folder: string; tarball: string | null; mode?: Mode; say?: Say; environment?: Record<string, string> }): Promise<RunningN8n> }>('n8n/server.mjs');
const install = await load<{ installN8n(options: { say: Say }): Promise<unknown> }>('n8n/install.mjs');
const packing = await load<{ packPackage(options: { say: Say }): Promise<string> }>('demo/pack.mjs');
const sandboxes = await load<{ startSandbox(): Promise<Sandbox> }>('sandbox.mjs');
const setUp = await load<{ setUpPack(options: { n8n: RunningN8n; sandbox: Sandbox; language?: 'en' | 'zh-CN'; settings?: Json; readEdcAt?: string | null }): Promise<Pack> }>('demo/setUp.mjs');
const results = await load<{ errorOf(execution: Execution): string | null; outputOf(execution: Execution, node: string, output?: number): readonly Json[] }>('n8n/client.mjs');

export const { startN8n } = server;
export const { installN8n } = install;
export const { packPackage } = packing;
export const { startSandbox } = sandboxes;
export const { setUpPack } = setUp;
export const { errorOf, outputOf } = results;
