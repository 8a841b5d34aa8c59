import { describe, expect, it } from 'vitest';
import type { EdcEvent } from '../../../core/edc/evidence.js';
import type { MilestoneRule } from '../../../core/milestone/rule.js';
import { countOf, one } from './evaluated.js';
import { described, DESIGN, form, item, planned, plannedForm, rule, subject, visit } from './facts.js';

const key = (number: number): string => String(number).padStart(4, '0');

describe('S1: what complete means', () => {
	const single = rule('1st subject completed visit SE.3', { visitDateRequired: false });
	const at = '2026-03-02T00:00:00Z';

	it('a present but empty visit never counts, whatever complete means', () => {
		const empty = [DESIGN(), form('A', at, [item('I.1', at, { filled: false })], { complete: true, status: 'complete' }), form('B', at, []), visit('C', at, { status: 'completed' })];
		for (const complete of ['declaredElseMandatory', 'declared', 'mandatory', 'anyData'] as const) expect(countOf(empty, { ...single, complete })).toBe(0);
		expect(countOf(empty, { ...single, complete: 'listedForms', forms: ['F.1'] })).toBe(0);
		expect(countOf(empty, { ...single, statusAloneCounts: true })).toBe(1);
	});

	it('80 present, 57 with data: n = 58 does not fire, n = 57 does', () => {
		const events = [DESIGN(), ...Array.from({ length: 80 }, (_, index) => form(key(index), at, [item('I.1', at, { filled: index < 57 })], { complete: true }))];
		expect(one(events, { ...rule('58th subject completed visit SE.3'), visitDateRequired: false }).value.state).toBe('notYet');
		expect(one(events, { ...rule('57th subject completed visit SE.3'), visitDateRequired: false }).value.state).toBe('reached');
	});

	it('declared: complete, locked and signed count; stopped, skipped and unverified do not; unverified by parameter', () => {
		const declared: MilestoneRule = { ...single, complete: 'declared' };
		for (const [status, expected] of [['complete', 1], ['locked', 1], ['signed', 1], ['unverified', 0], ['incomplete', 0]] as const) {
			expect(countOf([DESIGN(), form('A', at, [item('I.2', at)], { status })], declared)).toBe(expected);
		}
		expect(countOf([DESIGN(), form('A', at, [item('I.2', at)], { status: 'unverified' })], { ...declared, unverifiedCounts: true })).toBe(1);
		for (const [status, expected] of [['completed', 1], ['signed', 1], ['locked', 1], ['stopped', 0], ['skipped', 0], ['started', 0], ['scheduled', 0]] as const) {
			expect(countOf([DESIGN(), form('A', at, [item('I.1', at)]), visit('A', '2026-03-03T00:00:00Z', { status })], single)).toBe(expected);
		}
	});

	it('mandatory: every mandatory item of every mandatory form and the visit date where one is mapped', () => {
		const design = described([planned('SE.3', ['F.1', 'F.2', { form: 'F.3', mandatory: false }])], [plannedForm('F.1', ['I.1', 'I.2']), plannedForm('F.2', []), plannedForm('F.3', ['I.9'])]);
		const mandatory: MilestoneRule = { ...single, complete: 'mandatory', visitDateRequired: true };
		const form1 = form('A', at, [item('I.1', at), item('I.2', '2026-03-04T00:00:00Z')]);
		const form2 = form('A', at, [item('I.5', at)], { form: 'F.2' });
		const date = form('A', '2026-03-06T00:00:00Z', [item('I.DATE', '2026-03-06T00:00:00Z', { value: '2026-03-01' })]);
		expect(countOf([design, form1, date], mandatory)).toBe(0);
		expect(countOf([design, form1, form2], mandatory)).toBe(0);
		expect(countOf([design, form1, form2, form('A', at, [item('I.DATE', at, { value: 'UNK' })])], mandatory)).toBe(0);
		expect(one([design, form1, form2, date], mandatory).value).toMatchObject({ count: 1, reachedAt: '2026-03-01T00:00:00Z', recordedAt: '2026-03-06T00:00:00Z' });
		expect(countOf([design, form1, form2, visit('A', at, { visitDate: '2026-03-01' })], mandatory)).toBe(1);
		expect(one([form1], mandatory).value.state).toBe('notAvailable');
	});

	it('a form marked as not done does not hold the visit back, but does not make it complete alone', () => {
		const design = described([planned('SE.3', ['F.1', 'F.2'])], [plannedForm('F.1', []), plannedForm('F.2', [])]);
		const notDone = form('A', at, [item('I.7', at)], { form: 'F.2', status: 'notDone' });
		expect(countOf([design, notDone], single)).toBe(0);
		expect(countOf([design, notDone, form('A', at, [item('I.1', at)])], single)).toBe(1);
	});

	it('follow-up complete: the last scheduled visit of the arm, or the events the rule names', () => {
		const design = described([planned('SE.1', ['F.1']), planned('SE.2', ['F.1'], { arms: ['X'] }), planned('SE.3', ['F.1'], { arms: ['Y'] }), planned('SE.U', ['F.1'], { kind: 'Unscheduled' })], [plannedForm('F.1', ['I.1'])]);
		const followUp = rule('1st subject completed follow-up', { visitDateRequired: false });
		const done = (name: string, event: string): EdcEvent => form(name, at, [item('I.1', at)], { event });
		expect(countOf([design, subject('A', at, { arm: 'X' }), done('A', 'SE.2'), subject('B', at, { arm: 'Y' }), done('B', 'SE.2'), done('C', 'SE.3')], followUp)).toBe(1);
		expect(countOf([design, done('A', 'SE.1')], { ...followUp, events: ['SE.1'] })).toBe(1);
		expect(countOf([design, subject('A', at, { arm: 'X' }), done('A', 'SE.1')], { ...followUp, eventsByArm: { X: ['SE.1'] } })).toBe(1);
		expect(one([done('A', 'SE.1')], followUp).explanation.en).toContain('study design');
		expect(one([design, done('A', 'SE.1')], rule('1st subject completed visit SE.99')).explanation.en).toContain('visit SE.99');
	});
});
