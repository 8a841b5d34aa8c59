import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardCommand } from '../../../core/card/command.js';
import { cardEventHash, cardEventOf, cardEventRow, cardEventText, hashedEvent } from '../../../core/card/event.js';
import { canonicalJson } from '../../../core/evidence/key.js';
import { chainHash } from '../../../core/event-log/chain.js';
import { verifyChain } from '../../../core/event-log/verify.js';
import { CardDesk, DONE, FINDING, PHOTO, PLAN } from './cards.js';

type Reached = Parameters<CardDesk['to']>[0];
const at = (state: Reached): CardDesk => new CardDesk().to(state);
const LATER = '2026-03-28T09:00';

const OPEN: CardCommand = { kind: 'open', actor: 'doer', ...FINDING };
const PLANNED: CardCommand = { kind: 'plan', actor: 'owner', ...PLAN };
const COMPLETED: CardCommand = { kind: 'complete', actor: 'owner', ...DONE, attachments: [PHOTO] };
const SUBMITTED: CardCommand = { kind: 'submitEvidence', actor: 'owner', reportNumber: 'SGS-2026-117' };
const ACCEPTED: CardCommand = { kind: 'verify', actor: 'verifier', verdict: 'accept', result: 'Checked on site' };
const REJECTED: CardCommand = { kind: 'verify', actor: 'verifier', verdict: 'reject', reason: 'Checklist not signed' };
const CLOSED: CardCommand = { kind: 'close', actor: 'verifier' };
const REOPENED: CardCommand = { kind: 'reopen', actor: 'quality', reason: 'Found again on line 3' };
const VOIDED: CardCommand = { kind: 'void', actor: 'quality', reason: 'Opened twice' };

describe('transitions of a closed-loop card', () => {
	it.each<[string, Reached, CardCommand, string]>([
		['open → measure planned', 'open', PLANNED, 'measurePlanned'],
		['measure planned → measure done', 'measurePlanned', COMPLETED, 'measureDone'],
		['measure done → in verification', 'measureDone', SUBMITTED, 'inVerification'],
		['in verification, passed', 'inVerification', ACCEPTED, 'inVerification'],
		['in verification → closed', 'verified', CLOSED, 'closed'],
		['in verification → measure planned (rejected)', 'inVerification', REJECTED, 'measurePlanned'],
		['closed → open (reopened)', 'closed', REOPENED, 'open'],
		['open → void', 'open', VOIDED, 'void'],
		['measure planned → void', 'measurePlanned', VOIDED, 'void'],
		['measure done → void', 'measureDone', VOIDED, 'void'],
		['in verification → void', 'inVerification', VOIDED, 'void'],
	])('S2: %s', (_, from, command, to) => {
		const desk = at(from);
		expect(desk.do(LATER, command).state).toBe(to);
		expect(desk.folded).toEqual(desk.card);
		expect(verifyChain(desk.events, { hashOf: cardEventHash }).intact).toBe(true);
	});

	it('S2: every other pair of state and command is refused, and the state is named', () => {
		const allowed: Readonly<Record<string, readonly string[]>> = {
			open: ['plan', 'void'], measurePlanned: ['complete', 'void'], measureDone: ['submitEvidence', 'void'], inVerification: ['verify', 'void'], verified: ['close', 'void'], closed: ['reopen'],
		};
		for (const from of ['open', 'measurePlanned', 'measureDone', 'inVerification', 'closed'] as const) {
			for (const command of [PLANNED, COMPLETED, SUBMITTED, ACCEPTED, REJECTED, CLOSED, REOPENED, VOIDED].map((one) => ({ ...one, source: 'again' }))) {
				if (allowed[from]?.includes(command.kind) === true) continue;
				const desk = at(from);
				const before = desk.events.length;
				expect(desk.lacks(LATER, command), `${command.kind} at ${from}`).toContain(command.kind === 'close' && from === 'inVerification' ? 'verification' : 'state');
				expect(desk.events).toHaveLength(before);
			}
		}
		const voided = at('open');
		voided.do(LATER, VOIDED);
		for (const command of [PLANNED, COMPLETED, SUBMITTED, ACCEPTED, CLOSED, REOPENED, { ...VOIDED, source: 'again' }]) expect(voided.lacks(LATER, command)).toContain('state');
		expect(voided.lacks(LATER, OPEN)).toContain('number');
		expect(new CardDesk().lacks(LATER, PLANNED)).toContain('state');
	});

	it('S2: a refusal lists everything that is missing, in both languages', () => {
		const desk = new CardDesk();
		expect(desk.lacks(LATER, { kind: 'open', actor: 'doer' })).toEqual(['origin', 'description', 'foundAt', 'foundBy', 'department', 'severity', 'owner']);
		const outcome = at('open').try(LATER, { kind: 'plan', actor: 'owner', dueDate: '2026-02-30' });
		expect(outcome).toMatchObject({ kind: 'refused', code: 'lacking' });
		if (outcome.kind !== 'refused') return;
		expect(outcome.missing.map(({ field }) => field)).toEqual(['planApprover', 'rootCause', 'rootCauseMethod', 'actionType', 'measure', 'dueDate', 'verifier']);
		expect(outcome.message['zh-CN']).toContain('缺少根本原因。');
		expect(outcome.message['zh-CN']).toContain('截止日期为“2026-02-30”');
		expect(at('measurePlanned').lacks(LATER, { kind: 'complete', actor: 'owner' })).toEqual(['done', 'doneAt', 'doneBy', 'photo']);
	});

	it('S2: owner, verifier and doer are compared as persons, however they are written', () => {
		for (const spelling of ['owner', 'OWNER@example.com', 'zq', 'ＺＱ', ' zhao  qiang ']) expect(at('open').lacks(LATER, { ...PLANNED, verifier: spelling }), spelling).toEqual(['verifier']);
		expect(at('measurePlanned').lacks(LATER, { ...COMPLETED, doneBy: 'chen li' })).toEqual(['verifier']);
		expect(at('open').lacks(LATER, { ...PLANNED, verifier: 'Wang Wei' })).toEqual(['verifier']);
		expect(at('open').lacks(LATER, { ...PLANNED, verifier: 'nobody' })).toEqual(['verifier']);
		expect(at('open').lacks(LATER, { ...PLANNED, verifier: 'gone' })).toEqual(['verifier']);
	});

	it('S2: the owner cannot verify his own card, in plain words', () => {
		const outcome = at('inVerification').try(LATER, { ...ACCEPTED, actor: 'owner@example.com' });
		expect(outcome.kind === 'refused' && outcome.message.en).toContain('Only the verifier Chen Li may do this, not Zhao Qiang');
		expect(outcome.kind === 'refused' && outcome.message['zh-CN']).toContain('只能由验证人 Chen Li 完成');
	});

	it('S2: a later change of owner or verifier is held against the segregation of duties again', () => {
		const desk = at('measureDone');
		expect(desk.lacks(LATER, { kind: 'change', actor: 'quality', owner: 'verifier', reason: 'Owner moved' })).toEqual(['verifier']);
		expect(desk.lacks(LATER, { kind: 'change', actor: 'quality', verifier: 'doer', reason: 'On leave' })).toEqual(['verifier']);
		expect(desk.do(LATER, { kind: 'change', actor: 'quality', owner: 'doer', reason: 'Owner moved' }).values.owner?.id).toBe('doer');
		expect(desk.events.at(-1)).toMatchObject({ previousValues: '{"owner":{"id":"owner","name":"Zhao Qiang"}}', reason: 'Owner moved' });
	});

	it('S2: a change after the verification takes the verification back', () => {
		const desk = at('verified');
		expect(desk.do(LATER, { kind: 'change', actor: 'quality', measure: 'Another one', reason: 'Typing error' }).values.verification).toBeNull();
		expect(desk.lacks(LATER, CLOSED)).toEqual(['verification']);
	});

	it('S2: who reports to the owner may verify, with a warning', () => {
		const outcome = at('open').try(LATER, { ...PLANNED, verifier: 'report' });
		expect(outcome.kind === 'done' && outcome.warnings.map(({ message }) => message.en)).toEqual(['Wu Jun reports directly to the owner Zhao Qiang.']);
	});

	it('S2: the plan is approved by somebody with the quality role', () => {
		expect(at('open').lacks(LATER, { ...PLANNED, planApprover: 'doer' })).toEqual(['planApprover']);
	});

	it('S2: without report number a quality manager waives it with a reason, on record', () => {
		const desk = at('measureDone');
		const without: CardCommand = { kind: 'submitEvidence', actor: 'owner' };
		expect(desk.lacks(LATER, without)).toEqual(['reportNumber']);
		expect(desk.lacks(LATER, { kind: 'waiveReport', actor: 'owner', reason: 'No lab needed' })).toEqual(['role']);
		expect(desk.lacks(LATER, { kind: 'waiveReport', actor: 'quality', reason: ' a b' })).toEqual(['reason']);
		desk.do(LATER, { kind: 'waiveReport', actor: 'quality', reason: 'No lab needed' });
		expect(desk.do(LATER, without).state).toBe('inVerification');
		expect(desk.card?.values.reportWaiver).toEqual({ by: { id: 'quality', name: 'Liu Fang' }, reason: 'No lab needed' });
	});

	it('S2: the verifier has to accept the task first where the settings say so', () => {
		const desk = new CardDesk({ verifierMustAccept: true });
		expect(() => desk.to('inVerification')).toThrow('Task accepted by the verifier is missing');
		expect(desk.lacks(LATER, { kind: 'acceptVerification', actor: 'owner' })).toEqual(['actor']);
		desk.do(LATER, { kind: 'acceptVerification', actor: 'verifier' });
		expect(desk.do(LATER, SUBMITTED).state).toBe('inVerification');
	});

	it.each<[string, Reached, CardCommand]>([
		['reject', 'inVerification', { ...REJECTED, reason: undefined }],
		['reopen', 'closed', { ...REOPENED, reason: 'abc' }],
		['void', 'open', { ...VOIDED, reason: '  ' }],
		['change', 'open', { kind: 'change', actor: 'quality', severity: 'minor' }],
		['effectiveness', 'closed', { kind: 'checkEffectiveness', actor: 'quality', verdict: 'ineffective' }],
	])('S2: %s needs a reason', (_, from, command) => expect(at(from).lacks(LATER, command)).toEqual(['reason']));

	it('S2: void only by the quality role', () => expect(at('open').lacks(LATER, { ...VOIDED, actor: 'owner' })).toEqual(['role']));

	it('S2: rejected is done anew and verified anew; the plan stays', () => {
		const desk = at('inVerification');
		const card = desk.do(LATER, REJECTED);
		expect(card).toMatchObject({ state: 'measurePlanned', rejected: 1, values: { done: null, doneBy: null, verification: null, measure: 'Clearance checklist', reportNumber: 'SGS-2026-117' } });
		expect(desk.events.at(-1)?.previousValues).toContain('Checklist in use');
	});

	it('S2: reopened begins a new round with plan, photo and report of its own, and counts', () => {
		const desk = at('closed');
		expect(desk.do(LATER, REOPENED)).toMatchObject({ state: 'open', reopened: 1, values: { rootCause: null, verifier: null, reportNumber: null, effectiveness: null } });
		desk.do(LATER, PLANNED);
		expect(desk.lacks(LATER, { ...COMPLETED, attachments: [] })).toEqual(['photo']);
		desk.do(LATER, COMPLETED);
		expect(desk.lacks(LATER, { kind: 'submitEvidence', actor: 'owner' })).toEqual(['reportNumber']);
	});

	it('S2: effective can be said when the time has passed, ineffective reopens at any time', () => {
		const desk = at('closed');
		expect(desk.card?.values).toMatchObject({ effectiveness: 'pending', effectivenessDue: '2026-06-25' });
		const effective: CardCommand = { kind: 'checkEffectiveness', actor: 'quality', verdict: 'effective', reason: 'No repeat in 90 days' };
		expect(desk.lacks('2026-06-24T23:59', effective)).toEqual(['effectivenessDue']);
		expect(desk.lacks('2026-06-25T00:00', { ...effective, actor: 'owner' })).toEqual(['actor']);
		expect(desk.do('2026-06-25T00:00', effective)).toMatchObject({ state: 'closed', values: { effectiveness: 'effective' } });
		expect(desk.lacks('2026-06-26T00:00', { ...effective, reason: 'Said again' })).toEqual(['effectiveness']);

		const again = at('closed');
		expect(again.do(LATER, { ...effective, verdict: 'ineffective', reason: 'Found again' })).toMatchObject({ state: 'open', reopened: 1 });
		expect(again.events.at(-1)).toMatchObject({ action: 'effectivenessChecked', stateBefore: 'closed', stateAfter: 'open' });
		expect(again.card?.values).toMatchObject({ effectiveness: 'ineffective', rootCause: null });
	});

	it('S2: of two people acting at once one wins, and the other is told what changed', () => {
		const desk = at('open');
		desk.do(LATER, { ...PLANNED, expectedVersion: 1 });
		const outcome = desk.try(LATER, { kind: 'change', actor: 'quality', severity: 'minor', reason: 'Second look', expectedVersion: 1 });
		expect(outcome).toMatchObject({ kind: 'refused', code: 'conflict', changedSince: [{ version: 2, by: 'Zhao Qiang', action: { en: 'measure planned' } }] });
		expect(outcome.kind === 'refused' && outcome.message.en).toContain('Somebody was faster: the card is now version 2, you saw version 1');
		expect(desk.card?.version).toBe(2);
	});

	it('S2: the same command again adds nothing', () => {
		const desk = new CardDesk();
		const command: CardCommand = { ...OPEN, commandKey: 'form 17' };
		desk.do('2026-03-02T09:00', command);
		expect(desk.try('2026-03-02T09:05', command)).toMatchObject({ kind: 'repeated' });
		desk.do('2026-03-04T09:00', { ...PLANNED, expectedVersion: 1 });
		expect(desk.try('2026-03-04T09:00', { ...PLANNED, expectedVersion: 1 }).kind).toBe('repeated');
		expect(desk.try('2026-03-04T09:00', command).kind).toBe('repeated');
		expect(desk.events).toHaveLength(2);
	});

	it('S2: a claimed time stands beside that of the clock, and lies between the step before and now', () => {
		const desk = at('open');
		expect(desk.lacks(LATER, { ...PLANNED, occurredAt: '2026-03-02T08:59:00+08:00' })).toEqual(['occurredAt']);
		expect(desk.lacks(LATER, { ...PLANNED, occurredAt: '2026-03-29T09:00:00+08:00' })).toEqual(['occurredAt']);
		desk.do(LATER, { ...PLANNED, occurredAt: '2026-03-04T09:00:00+08:00' });
		expect(desk.events.at(-1)).toMatchObject({ at: '2026-03-28T01:00:00Z', occurredAt: '2026-03-04T09:00:00+08:00' });
	});

	it('S2: a file after the verification has to be verified too, and none comes with closing', () => {
		const desk = at('verified');
		expect(desk.lacks(LATER, { ...CLOSED, attachments: [PHOTO] })).toEqual(['attachments']);
		desk.do(LATER, { kind: 'note', actor: 'owner', note: 'One more photo', attachments: [PHOTO] });
		expect(desk.lacks(LATER, CLOSED)).toEqual(['verification']);
	});

	it('S2: a stored row gives the event back, whatever the table makes of nothing', () => {
		const desk = at('closed');
		for (const event of desk.events) {
			const row = { id: 5, createdAt: 'x', ...cardEventRow(event) };
			expect(cardEventOf(row)).toEqual({ ok: true, event });
			expect(cardEventOf(Object.fromEntries(Object.entries(cardEventRow(event)).map(([name, value]) => [name, value ?? ''])))).toEqual({ ok: true, event });
			expect(cardEventHash(row as never)).toBe(chainHash(hashedEvent(event)));
			expect(cardEventText(event)).toBe(canonicalJson(Object.fromEntries(Object.entries(hashedEvent(event)).filter(([name]) => name !== 'hash'))));
		}
		const [first] = desk.events.map(cardEventRow);
		for (const newValues of ['{', '[]', '1', '{"a":1},"reason":"x"']) expect(cardEventOf({ ...first, newValues })).toMatchObject({ ok: false, field: 'newValues', expected: 'a JSON object' });
		expect(cardEventOf({ cardNumber: 'X' })).toMatchObject({ ok: false, field: 'action' });
	});

	it('S2: the canonical text of an event is that of RFC 8785, whatever people write', () => {
		const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', 'plain', '"', '\\', '\n', '中文', '😀', '\u2028'));
		const event = fc.record({ action: texts, actor: texts, actorName: texts, at: texts, cardNumber: texts, commandKey: texts, meaning: texts, newValues: fc.json(), occurredAt: texts, previousHash: texts, reason: texts, reasonCode: texts, role: texts, sequence: fc.nat(), source: texts, stateAfter: texts, stateBefore: texts });
		fc.assert(
			fc.property(event, (given) => {
				const whole = { ...given, newValues: canonicalJson(JSON.parse(given.newValues)) };
				const expected = Object.fromEntries(Object.entries({ ...given, newValues: JSON.parse(given.newValues) as unknown }).filter(([, value]) => value !== ''));
				if (expected['newValues'] === undefined) return;
				expect(cardEventText(whole as never)).toBe(canonicalJson(expected));
			}),
			{ numRuns: 2000 },
		);
	});
});
