import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setUpPack, startN8n, startSandbox, type Mode, type Pack, type RunningN8n, type Sandbox } from './harness.js';

/** An n8n of its own with the pack at work, so that a test may kill it. */
export interface PackAtWork {
	readonly n8n: RunningN8n;
	readonly sandbox: Sandbox;
	readonly pack: Pack;
	stop(): Promise<void>;
}

export async function startPack(tarball: string, { mode = 'regular', language = 'en', ...setUp }: { mode?: Mode; language?: 'en' | 'zh-CN'; settings?: Record<string, unknown>; readEdcAt?: string } = {}): Promise<PackAtWork> {
	const folder = mkdtempSync(join(tmpdir(), `performance-trace-${mode}-`));
	const sandbox = await startSandbox();
	// The export of the EDC lags behind its calls: nothing to read before a test says so.
	sandbox.advance(0);
	const n8n = await startN8n({ folder, tarball, mode });
	const stop = async (): Promise<void> => {
		await n8n.stop();
		await sandbox.stop();
		// Kept on request, to look into its logs.
		if (process.env['E2E_KEEP'] === undefined) rmSync(folder, { recursive: true, force: true });
	};
	try {
		return { n8n, sandbox, pack: await setUpPack({ n8n, sandbox, language, ...setUp }), stop };
	} catch (error) {
		await stop();
		throw error;
	}
}
