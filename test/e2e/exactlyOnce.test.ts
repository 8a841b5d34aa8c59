import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { deliverAll, shuffled, waitFor } from './support/deliveries.js';
import type { Mode, Row } from './support/harness.js';
import { startPack, type PackAtWork } from './support/packAtWork.js';

const DELIVERIES = Number(process.env['E2E_DELIVERIES'] ?? 1000);
const PARALLEL = 20;
const FOLLOW_UPS = 100;

/** The 200 distinct payloads: each completed follow-up as ODM 1.3.2 and as ODM 2.0, two forms of the same facts. */
const PAYLOADS = Array.from({ length: FOLLOW_UPS }, (_, index) => index + 1).flatMap((followUp) => (['1.3.2', '2.0'] as const).map((format) => ({ followUp, format })));

const MILESTONES = ['25th subject completed follow-up', '50th subject completed follow-up', '75th subject completed follow-up', '100th subject completed follow-up'];

const column = (rows: readonly Row[], name: string): string[] => rows.map((row) => String(row[name])).sort();

describe.each<Mode>(['regular', 'queue'])('S1: exactly one task per milestone in %s mode', (mode) => {
	const slices = shuffled(
		Array.from({ length: DELIVERIES }, (_, index) => PAYLOADS[index % PAYLOADS.length] as (typeof PAYLOADS)[number]),
		20_260_622,
	);
	let at: PackAtWork;
	let started: PackAtWork | null = null;
	beforeAll(async () => {
		started = at = await startPack(inject('tarball'), {
			mode,
			settings: { milestones: MILESTONES.join('\n') },
			// The shortest n8n allows.
			readEdcAt: '* * * * *',
		});
	});
	afterAll(async () => {
		await started?.stop();
	});

	/** Under way, or done. */
	let crashes: Promise<void> = Promise.resolve();

	const send = async ({ followUp, format }: (typeof PAYLOADS)[number]): Promise<number> => {
		try {
			return (await at.sandbox.push(at.pack.webhook, { upToSubject: followUp, afterSubject: followUp - 1, format })).status;
		} catch {
			// Lost. The next call goes out when somebody is there to take it.
			await crashes;
			return 0;
		}
	};

	/** Kills what executes deliveries, the way a power cut would, and brings it back. */
	const crash = async (): Promise<void> => {
		const worker = at.n8n.workers[0];
		if (worker === undefined) {
			await at.n8n.kill9();
			await at.n8n.restart();
		} else {
			await worker.kill9();
			await worker.restart();
		}
	};

	it(`S1: ${DELIVERIES} deliveries of ${PAYLOADS.length} payloads, shuffled, ${PARALLEL} at a time, two kill -9 in between: one task per milestone, none missing`, { timeout: 1_800_000 }, async () => {
		const third = Math.floor(slices.length / 3);
		const outcomes = await deliverAll(slices, PARALLEL, send, (done) => {
			if (done === third || done === 2 * third) crashes = crashes.then(crash);
		});
		await crashes;
		const lost = outcomes.filter(({ status }) => status < 200 || status >= 300).length;
		// Nobody sends again what the kills swallowed: the scheduled reading has to find it.
		at.sandbox.advance(FOLLOW_UPS);
		const tasks = await waitFor(
			async () => {
				const rows = await at.n8n.client.rows('pt_tasks');
				return rows.length >= MILESTONES.length && (await at.n8n.client.rows('pt_milestones')).length >= MILESTONES.length ? rows : null;
			},
			'a task for each milestone',
			600,
		);
		console.log(`   ${mode}: ${outcomes.length} deliveries, ${lost} without a good answer, ${tasks.length} tasks`);
		expect(column(tasks, 'taskKey')).toEqual([...new Set(column(tasks, 'taskKey'))]);
		expect(tasks).toHaveLength(MILESTONES.length);
		for (const n of ['25th', '50th', '75th', '100th']) expect(tasks.filter((row) => String(row['explanation']).startsWith(`The ${n} `) || String(row['explanation']).includes(` ${n} subject`))).toHaveLength(1);
		// In queue mode two workers may write a row of the log at once, because Data Tables have no unique constraint; readers take one row per key.
		const recorded = column(await at.n8n.client.rows('pt_milestones'), 'milestoneKey');
		expect(mode === 'queue' ? [...new Set(recorded)] : recorded).toHaveLength(MILESTONES.length);
	});

	it('S1: a replay of everything changes nothing', async () => {
		const before = await at.n8n.client.rows('pt_tasks');
		const replay = await at.sandbox.push(at.pack.webhook, { upToSubject: FOLLOW_UPS });
		expect(replay.status).toBeLessThan(300);
		expect((await at.n8n.client.rows('pt_tasks')).map((row) => [row.id, row['taskKey']])).toEqual(before.map((row) => [row.id, row['taskKey']]));
	});

	it('S1: a forged signature is refused and stores nothing', async () => {
		const before = (await at.n8n.client.rows('pt_evidence')).length;
		const answer = await fetch(at.pack.webhook, { method: 'POST', headers: { 'content-type': 'application/xml', 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` }, body: '<ODM/>' });
		expect([401, 403]).toContain(answer.status);
		expect((await at.n8n.client.rows('pt_evidence')).length).toBe(before);
	});
});
