import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { deliverAll, shuffled, waitFor, type Outcome } from './support/deliveries.js';
import type { Mode, Row } from './support/harness.js';
import { startPack, type PackAtWork } from './support/packAtWork.js';

const DELIVERIES = Number(process.env['E2E_DELIVERIES'] ?? 1000);
const PARALLEL = 20;
const FOLLOW_UPS = 100;

/** One slice per completed follow-up, each several times, out of order. */
const slices = shuffled(
	Array.from({ length: DELIVERIES }, (_, index) => (index % FOLLOW_UPS) + 1),
	20_260_622,
);

const distinct = (rows: readonly Row[], column: string): Set<unknown> => new Set(rows.map((row) => row[column]));

const unacknowledged = (outcomes: ReadonlyArray<Outcome<number>>): number[] => [...new Set(outcomes.filter(({ status }) => status < 200 || status >= 300).map(({ item }) => item))];

describe.each<Mode>(['regular', 'queue'])('S1: exactly one task in %s mode', (mode) => {
	let at: PackAtWork;
	beforeAll(async () => {
		at = await startPack(inject('tarball'), { mode });
	});
	afterAll(async () => {
		await at.stop();
	});

	const send = async (followUp: number): Promise<number> => (await at.sandbox.push(at.pack.webhook, { upToSubject: followUp, afterSubject: followUp - 1 })).status;

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

	it(`S1: ${DELIVERIES} deliveries out of order, repeated, ${PARALLEL} at a time, with a kill -9 half-way, give one task`, { timeout: 1_800_000 }, async () => {
		let crashed: Promise<void> = Promise.resolve();
		const outcomes = await deliverAll(slices, PARALLEL, send, (done) => {
			if (done === Math.floor(DELIVERIES / 2)) crashed = crash();
		});
		await crashed;
		// An EDC repeats what was not acknowledged, some rounds of it.
		let unanswered = unacknowledged(outcomes);
		for (let round = 0; round < 5 && unanswered.length > 0; round++) unanswered = unacknowledged(await deliverAll(unanswered, 4, send));
		expect(unanswered).toEqual([]);

		const tasks = await waitFor(async () => {
			const rows = await at.n8n.client.rows('pt_tasks');
			return rows.length > 0 ? rows : null;
		}, 'the task');
		expect(distinct(tasks, 'taskKey').size).toBe(1);
		expect(tasks).toHaveLength(1);
		expect(tasks[0]?.['explanation']).toContain('03-116');
		expect(distinct(await at.n8n.client.rows('pt_milestones'), 'milestoneKey').size).toBe(1);
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
