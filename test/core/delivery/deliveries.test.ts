import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDeliveryAnswer, readMissingAnswer, retryAfter, type DeliveryAnswer } from '../../../core/delivery/answer.js';
import { CHANNELS, deliveryKey, type Channel } from '../../../core/delivery/channel.js';
import { foldDeliveries, type DeliveryRow } from '../../../core/delivery/deliveries.js';
import { claimRow, receiptRow, type AttemptMade } from '../../../core/delivery/outcome.js';
import { planRetry, RETRY_SETTINGS } from '../../../core/delivery/retry.js';
import { buildAssessmentTask } from '../../../core/task/assessmentTask.js';
import { input } from '../task/sample.js';

const NOW = 1_772_409_600_000; // 2026-03-02T00:00:00Z
const MINUTE = 60_000;

describe('S17: answers', () => {
	const cases: ReadonlyArray<readonly [Channel, number, unknown, Partial<Extract<DeliveryAnswer, { kind: 'retry' }>> | { kind: 'delivered' | 'refused' }]> = [
		['webhook', 200, '', { kind: 'delivered' }],
		['webhook', 202, '<html>', { kind: 'delivered' }],
		['feishu', 200, { code: 0, msg: 'success' }, { kind: 'delivered' }],
		['feishu', 200, '{"StatusCode":0,"StatusMessage":"success"}', { kind: 'delivered' }],
		['feishu', 200, { code: 19021, msg: 'sign match fail' }, { kind: 'refused' }],
		['feishu', 200, { code: 19024, msg: 'Key Words Not Found' }, { kind: 'refused' }],
		['feishu', 200, { code: 11232, msg: 'frequency limited' }, { kind: 'retry', afterMilliseconds: MINUTE, maybeSent: false }],
		['feishu', 200, { code: 9499, msg: 'too many request' }, { kind: 'retry', afterMilliseconds: MINUTE, maybeSent: false }],
		['feishu', 200, { code: 9499, msg: 'Bad Request' }, { kind: 'refused' }],
		['feishu', 200, '<html>login</html>', { kind: 'retry', maybeSent: true }],
		['feishu', 200, {}, { kind: 'retry', maybeSent: true }],
		['feishu', 200, { code: '0' }, { kind: 'retry', maybeSent: true }],
		['dingtalk', 200, { errcode: 0, errmsg: 'ok' }, { kind: 'delivered' }],
		['dingtalk', 200, { errcode: 310000, errmsg: 'keywords not in content' }, { kind: 'refused' }],
		['dingtalk', 200, { errcode: 130101, errmsg: 'send too fast' }, { kind: 'retry', afterMilliseconds: 10 * MINUTE, maybeSent: false }],
		['dingtalk', 200, { status: 1111, wait: 5 }, { kind: 'retry', afterMilliseconds: 10 * MINUTE, maybeSent: false }],
		['dingtalk', 200, { errcode: -1 }, { kind: 'retry', maybeSent: false }],
		['wecom', 200, { errcode: 0, errmsg: 'ok' }, { kind: 'delivered' }],
		['wecom', 200, { errcode: 93000, errmsg: 'invalid webhook url' }, { kind: 'refused' }],
		['wecom', 200, { errcode: 45009, errmsg: 'api freq out of limit' }, { kind: 'retry', afterMilliseconds: MINUTE, maybeSent: false }],
		['wecom', 200, null, { kind: 'retry', maybeSent: true }],
		['webhook', 301, '', { kind: 'refused' }],
		['webhook', 400, '', { kind: 'refused' }],
		['webhook', 401, '', { kind: 'refused' }],
		['webhook', 404, '', { kind: 'refused' }],
		['webhook', 413, '', { kind: 'refused' }],
		['webhook', 408, '', { kind: 'retry', maybeSent: false }],
		['webhook', 429, '', { kind: 'retry', afterMilliseconds: null, maybeSent: false }],
		['dingtalk', 429, '', { kind: 'retry', afterMilliseconds: 10 * MINUTE, maybeSent: false }],
		['webhook', 500, '', { kind: 'retry', maybeSent: true }],
		['webhook', 503, '', { kind: 'retry', maybeSent: false }],
		['webhook', 504, '', { kind: 'retry', maybeSent: true }],
	];
	it.each(cases)('S17: %s, HTTP %d, %j', (channel, status, body, expected) => {
		expect(readDeliveryAnswer(channel, status, {}, body, NOW)).toMatchObject(expected);
	});

	it('S17: reasons are in both languages, with the channel’s words and without secrets', () => {
		const answer = readDeliveryAnswer('wecom', 200, {}, { errcode: 93000, errmsg: 'bad https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=SECRET' }, NOW);
		if (answer.kind !== 'refused') throw new Error('not refused');
		expect(answer.reason.en).toMatch(/^The robot’s key is not known.*\(93000\)\. The channel says: “bad .*key=\*\*\*”$/);
		expect(answer.reason['zh-CN']).toContain('机器人的 key 无效');
		expect(JSON.stringify(answer)).not.toContain('SECRET');
	});

	it('S17: any answer is judged, and only a code of the channel itself says delivered', () => {
		fc.assert(
			fc.property(fc.constantFrom(...CHANNELS), fc.integer({ min: 100, max: 599 }), fc.oneof(fc.string(), fc.json(), fc.dictionary(fc.string(), fc.anything()), fc.constant(undefined)), (channel, status, body) => {
				const answer = readDeliveryAnswer(channel, status, {}, body, NOW);
				if (answer.kind === 'delivered') expect(status >= 200 && status < 300).toBe(true);
				else for (const text of Object.values(answer.reason)) expect(text.length).toBeGreaterThan(3);
			}),
		);
	});

	it.each([
		[{ 'Retry-After': '30' }, 30_000],
		[{ 'retry-after': ['7'] }, 7000],
		[{ 'Retry-After': 'Mon, 02 Mar 2026 00:02:00 GMT' }, 120_000],
		[{ 'Retry-After': 'Sun, 01 Mar 2026 00:00:00 GMT' }, 0],
		[{ 'Retry-After': '999999' }, 86_400_000],
		[{ 'Retry-After': 'Wed, 02 Mar 2033 00:02:00 GMT' }, 86_400_000],
		[{ 'Retry-After': 'soon' }, null],
		[{ 'Retry-After': 'Mon, 02 Foo 2026 00:02:00 GMT' }, null],
		[{}, null],
	])('S17: Retry-After %j', (headers, milliseconds) => {
		expect(retryAfter(headers, NOW)).toBe(milliseconds);
	});

	it('S17: a connection that never came about was not sent; a time-out may have been', () => {
		expect(readMissingAnswer('ECONNREFUSED')).toMatchObject({ kind: 'retry', maybeSent: false });
		expect(readMissingAnswer('ECONNABORTED')).toMatchObject({ kind: 'retry', maybeSent: true });
		expect(readMissingAnswer(null)).toMatchObject({ kind: 'retry', maybeSent: true });
	});
});

type RetryAnswer = Extract<DeliveryAnswer, { kind: 'retry' }>;
const reason = { en: 'Busy.', 'zh-CN': '忙。' };
const busy: RetryAnswer = { kind: 'retry', afterMilliseconds: null, maybeSent: false, reason };

function waitOf(plan: ReturnType<typeof planRetry>): number {
	if (plan.kind !== 'retry') throw new Error(`given up: ${plan.reason.en}`);
	return Date.parse(plan.at) - NOW;
}

describe('S17: retry', () => {
	const attempts = { deliveryKey: 'k', channel: 'feishu', made: 1, uncertain: 0 };

	it('S17: waits double, spread by at most a quarter, up to the maximum', () => {
		for (const [made, least] of [[1, 60_000], [2, 120_000], [3, 240_000], [4, 480_000]] as const) {
			const wait = waitOf(planRetry({ ...attempts, made }, busy, RETRY_SETTINGS, NOW));
			expect(wait).toBeGreaterThanOrEqual(least);
			expect(wait).toBeLessThanOrEqual(least * 1.25 + 1000);
		}
		expect(waitOf(planRetry({ ...attempts, made: 30 }, busy, { ...RETRY_SETTINGS, maximumAttempts: 99 }, NOW))).toBeLessThanOrEqual(RETRY_SETTINGS.maximumDelay * 1.25 + 1000);
	});

	it('S17: never sooner than the channel asks', () => {
		expect(waitOf(planRetry(attempts, { ...busy, afterMilliseconds: 600_000 }, RETRY_SETTINGS, NOW))).toBeGreaterThanOrEqual(600_000);
	});

	it('S17: keys spread, one key is deterministic', () => {
		const waits = new Set(Array.from({ length: 20 }, (_, index) => waitOf(planRetry({ ...attempts, deliveryKey: `k${index}` }, busy, RETRY_SETTINGS, NOW))));
		expect(waits.size).toBeGreaterThan(5);
		expect(planRetry(attempts, busy, RETRY_SETTINGS, NOW)).toEqual(planRetry(attempts, busy, RETRY_SETTINGS, NOW));
	});

	it('S17: given up after the last attempt, with the reason', () => {
		expect(planRetry({ ...attempts, made: 5 }, busy, RETRY_SETTINGS, NOW)).toEqual({ kind: 'deadLetter', reason: { en: 'Busy. Given up after 5 attempts.', 'zh-CN': '忙。已尝试 5 次，放弃发送。' } });
	});

	it('S17: what may have arrived is sent again at most once, unless the receiver recognises repeats', () => {
		const lost: RetryAnswer = { ...busy, maybeSent: true };
		expect(planRetry({ ...attempts, uncertain: 1 }, lost, RETRY_SETTINGS, NOW).kind).toBe('retry');
		expect(planRetry({ ...attempts, made: 2, uncertain: 2 }, lost, RETRY_SETTINGS, NOW).kind).toBe('deadLetter');
		expect(planRetry({ ...attempts, channel: 'webhook', made: 2, uncertain: 2 }, lost, RETRY_SETTINGS, NOW).kind).toBe('retry');
	});
});

const made: AttemptMade = {
	message: { key: deliveryKey('t', 'feishu', 'room'), language: 'zh-CN', task: buildAssessmentTask(input({ language: 'zh-CN' })), repeated: false },
	channel: 'feishu',
	target: 'room',
	attempt: 1,
	uncertainBefore: 0,
	shortened: false,
};
const fold = (rows: readonly DeliveryRow[], asOf = NOW) => foldDeliveries(rows.map((row) => ({ ...row })), { asOf, staleAfter: 10 * MINUTE }).deliveries.get(made.message.key);
const lost: RetryAnswer = { ...busy, maybeSent: true };

describe('S17: the log of deliveries', () => {
	it('S17: keys tell task, channel and target apart', () => {
		expect(new Set([deliveryKey('a', 'feishu', 'x'), deliveryKey('b', 'feishu', 'x'), deliveryKey('a', 'wecom', 'x'), deliveryKey('a', 'feishu', 'y')]).size).toBe(4);
		expect(deliveryKey('a', 'feishu', 'x')).toBe(deliveryKey('a', 'feishu', 'x'));
	});

	it('S17: rows are flat, in the task’s language, and keep both languages in the payload', () => {
		const row = receiptRow(made, busy, RETRY_SETTINGS, NOW);
		expect(row).toMatchObject({ state: 'retry', reason: '忙。', attempt: 1, at: '2026-03-02T00:00:00Z' });
		expect(JSON.parse(row.payload)).toMatchObject({ target: 'room', reason });
		for (const value of Object.values(row)) expect(['string', 'number']).toContain(typeof value);
	});

	it('S17: claimed → in progress → stale when no receipt came', () => {
		const rows = [claimRow(made, NOW)];
		expect(fold(rows, NOW + 10 * MINUTE - 1)).toMatchObject({ state: 'inProgress', action: 'wait', uncertain: 0 });
		expect(fold(rows, NOW + 10 * MINUTE)).toMatchObject({ state: 'stale', action: 'resend', attempts: 1, uncertain: 1 });
	});

	it('S17: of two claims for one attempt the later one counts, in either order', () => {
		const rows = [claimRow(made, NOW), claimRow(made, NOW + 5 * MINUTE)];
		for (const order of [rows, [...rows].reverse()]) expect(fold(order, NOW + 12 * MINUTE)).toMatchObject({ state: 'inProgress' });
	});

	it('S17: stale for the second time is given up for a robot, repeated for a webhook', () => {
		const rows = [claimRow(made, NOW), receiptRow(made, lost, RETRY_SETTINGS, NOW + 1), claimRow({ ...made, attempt: 2 }, NOW + MINUTE)];
		expect(fold(rows, NOW + 60 * MINUTE)).toMatchObject({ state: 'stale', action: 'giveUp', uncertain: 2 });
		expect(fold(rows.map((row) => ({ ...row, channel: 'webhook' })), NOW + 60 * MINUTE)).toMatchObject({ action: 'resend' });
	});

	it('S17: a receipt after the claim: waiting, then due; repeated only where it may have arrived', () => {
		const busyRows = [claimRow(made, NOW), receiptRow(made, busy, RETRY_SETTINGS, NOW)];
		expect(fold(busyRows)).toMatchObject({ state: 'waiting', action: 'wait' });
		expect(fold(busyRows, NOW + 2 * MINUTE)).toMatchObject({ state: 'waiting', action: 'send', attempts: 1 });
		expect(fold([claimRow(made, NOW), receiptRow(made, lost, RETRY_SETTINGS, NOW)], NOW + 2 * MINUTE)).toMatchObject({ action: 'resend', uncertain: 1 });
	});

	it('S17: delivered is final; a dead letter opens again with a new claim', () => {
		const delivered = receiptRow(made, { kind: 'delivered' }, RETRY_SETTINGS, NOW);
		const dead = receiptRow(made, { kind: 'refused', reason }, RETRY_SETTINGS, NOW);
		expect(fold([delivered, claimRow({ ...made, attempt: 2 }, NOW + 1)], NOW + 60 * MINUTE)).toMatchObject({ state: 'delivered', action: 'none' });
		expect(fold([claimRow(made, NOW), dead], NOW + 60 * MINUTE)).toMatchObject({ state: 'deadLetter', action: 'none', reason: '忙。' });
		expect(fold([claimRow(made, NOW), dead, claimRow({ ...made, attempt: 2 }, NOW)])).toMatchObject({ state: 'inProgress', attempts: 2 });
	});

	it('S17: order and repetition of the rows make no difference', () => {
		const row = fc.record({
			deliveryKey: fc.constantFrom('a', 'b'),
			taskKey: fc.constant('t'),
			channel: fc.constantFrom('feishu', 'webhook'),
			state: fc.constantFrom('claimed', 'delivered', 'retry', 'uncertain', 'deadLetter', 'nonsense'),
			attempt: fc.integer({ min: 0, max: 4 }),
			reason: fc.constantFrom('', 'x', 'y'),
			at: fc.integer({ min: 0, max: 59 }).map((minute) => `2026-03-02T00:${String(minute).padStart(2, '0')}:00Z`),
			nextAttemptAt: fc.constantFrom('', '2026-03-02T00:10:00Z', '2026-03-02T02:00:00+01:00'),
			payload: fc.constant('{}'),
		});
		const rowsAndShuffled = fc.array(row, { maxLength: 12 }).chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows, ...rows], { minLength: rows.length * 2, maxLength: rows.length * 2 })));
		fc.assert(
			fc.property(rowsAndShuffled, fc.integer({ min: 0, max: 180 }), ([rows, shuffled], minutes) => {
				const options = { asOf: NOW + minutes * MINUTE, staleAfter: 10 * MINUTE };
				expect([...foldDeliveries(shuffled, options).deliveries]).toEqual([...foldDeliveries(rows, options).deliveries]);
			}),
			{ numRuns: 500 },
		);
	});

	it('S17: a row that can’t be read is reported by column, the others still count', () => {
		const good = claimRow(made, NOW);
		const folded = foldDeliveries([{ ...good }, { ...good, attempt: 0 }, { ...good, at: 'x' }, { ...good, state: 'sent' }, { ...good, deliveryKey: null }, { ...good, nextAttemptAt: 'x' }], { asOf: NOW, staleAfter: MINUTE });
		expect(folded.unusable.map(({ row, reason: why }) => `${row} ${why.split('"')[1] ?? ''}`)).toEqual(['1 attempt', '2 at', '3 state', '4 deliveryKey', '5 nextAttemptAt']);
		expect(folded.deliveries.size).toBe(1);
	});

	it('S17: a life of a delivery: time-out, resend, time-out, dead letter', () => {
		const rows: DeliveryRow[] = [claimRow(made, NOW), receiptRow(made, lost, RETRY_SETTINGS, NOW)];
		const second = { ...made, attempt: 2, uncertainBefore: 1 };
		rows.push(claimRow(second, NOW + 5 * MINUTE), receiptRow(second, lost, RETRY_SETTINGS, NOW + 5 * MINUTE));
		expect(rows.at(-1)).toMatchObject({ state: 'deadLetter', reason: expect.stringContaining('消息可能已送达两次') as string });
		expect(fold(rows, NOW + 60 * MINUTE)).toMatchObject({ state: 'deadLetter', action: 'none', uncertain: 1 });
	});
});
