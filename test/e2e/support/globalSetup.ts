import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { installN8n, packPackage, startN8n } from './harness.js';

declare module 'vitest' {
	export interface ProvidedContext {
		/** The packed package. */
		tarball: string;
		/** An n8n with the package in it and nothing else, for tests that leave it as it is. */
		freshN8n: { readonly url: string; readonly email: string; readonly password: string; readonly apiKey: string };
	}
}

/** Installs n8n, packs the package and starts one n8n that all files share. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const say = (line: string): void => void process.stdout.write(`${line}\n`);
	await installN8n({ say });
	// A tarball can be given, to try exactly the one that was published.
	const tarball = process.env['PERFORMANCE_TRACE_TARBALL'] ?? (await packPackage({ say }));
	const folder = mkdtempSync(join(tmpdir(), 'performance-trace-e2e-'));
	const n8n = await startN8n({ folder, tarball, say });
	project.provide('tarball', tarball);
	project.provide('freshN8n', { url: n8n.url, ...n8n.client.access });
	return async () => {
		await n8n.stop();
		rmSync(folder, { recursive: true, force: true });
	};
}
