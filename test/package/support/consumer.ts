import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../../..');
export const NAME = 'n8n-nodes-performance-trace';

const { packPackage } = (await import(`${root}/scripts/demo/pack.mjs`)) as { packPackage(): Promise<string> };

export interface Manifest {
	readonly version: string;
	readonly scripts?: Readonly<Record<string, string>>;
	readonly dependencies?: Readonly<Record<string, string>>;
	readonly optionalDependencies?: Readonly<Record<string, string>>;
	readonly bundleDependencies?: readonly string[];
	readonly peerDependencies: Readonly<Record<string, string>>;
	readonly peerDependenciesMeta: Readonly<Record<string, { readonly optional: boolean }>>;
	readonly keywords: readonly string[];
	readonly n8n: { readonly nodes: readonly string[]; readonly credentials: readonly string[] };
}

/** A program's folder with the packed package in its node_modules, as npm would unpack it. */
export class Consumer {
	readonly installed: string;

	private constructor(readonly folder: string) {
		this.installed = join(folder, 'node_modules', NAME);
	}

	/** @param beside packages of this checkout that the program has as well */
	static async create(beside: readonly string[]): Promise<Consumer> {
		const tarball = await packPackage();
		const consumer = new Consumer(mkdtempSync(join(tmpdir(), 'performance-trace-consumer-')));
		mkdirSync(consumer.installed, { recursive: true });
		const { status, stderr } = spawnSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', consumer.installed], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
		if (status !== 0) throw new Error(`${tarball} could not be unpacked: ${stderr}`);
		for (const name of beside) {
			mkdirSync(join(consumer.folder, 'node_modules', name, '..'), { recursive: true });
			symlinkSync(join(root, 'node_modules', name), join(consumer.folder, 'node_modules', name), 'junction');
		}
		consumer.write('package.json', JSON.stringify({ name: 'consumer', private: true }));
		return consumer;
	}

	/** Every file of the package, relative to it, sorted. */
	files(): readonly string[] {
		return readdirSync(this.installed, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name).slice(this.installed.length + 1).replaceAll('\\', '/'))
			.sort();
	}

	read(file: string): string {
		return readFileSync(join(this.installed, file), 'utf8');
	}

	manifest(): Manifest {
		return JSON.parse(this.read('package.json')) as Manifest;
	}

	write(file: string, content: string): void {
		mkdirSync(join(this.folder, file, '..'), { recursive: true });
		writeFileSync(join(this.folder, file), content);
	}

	/** Runs a file of the consumer with plain Node and gives what it printed. */
	run(file: string): string {
		return this.spawn([join(this.folder, file)]);
	}

	/** Runs a CommonJS script that ends by printing JSON. */
	evaluate(script: string): unknown {
		this.write('evaluate.cjs', script);
		return JSON.parse(this.run('evaluate.cjs'));
	}

	/** Messages of the TypeScript compiler, empty where all is well. */
	compile(files: Readonly<Record<string, string>>, options: Readonly<Record<string, unknown>>): string {
		for (const [file, content] of Object.entries(files)) this.write(file, content);
		const config = { compilerOptions: { strict: true, target: 'es2022', types: [], outDir: 'out', ...options }, files: Object.keys(files) };
		this.write('tsconfig.json', JSON.stringify(config));
		const { stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', this.folder], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
		return `${stdout}${stderr}`;
	}

	remove(): void {
		rmSync(this.folder, { recursive: true, force: true });
	}

	private spawn(parameters: readonly string[]): string {
		// Neither the test runner's options nor modules from elsewhere.
		const environment = { ...process.env, NODE_PATH: '', NODE_OPTIONS: '' };
		const { status, stdout, stderr } = spawnSync(process.execPath, parameters, { cwd: this.folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, env: environment });
		if (status !== 0) throw new Error(stderr);
		return stdout;
	}
}
