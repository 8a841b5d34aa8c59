import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EDC_EVENT_TYPES, type EdcEvent, type FormRecordedEvent } from '../../../core/edc/evidence.js';
import { DOCUMENT_EVENT_TYPES } from '../../../core/documents/evidence.js';
import { checkEvidence, EVIDENCE_TYPES } from '../../../core/evidence/checkEvidence.js';
import { GIT_EVENT_TYPES } from '../../../core/git/evidence.js';
import { exampleEvents } from '../../support/exampleEvents.js';
import { generateValidators, target } from '../../../scripts/validators.mjs';

const findingsOf = (value: unknown) => {
	const check = checkEvidence(value);
	return check.ok ? [] : check.findings;
};
const form = exampleEvents.find((event) => event.type === EDC_EVENT_TYPES.formRecorded) as FormRecordedEvent;

describe('S1: every type of evidence has a JSON Schema that is checked', () => {
	it('has one schema for every type of the vocabulary', () => {
		expect([...EVIDENCE_TYPES].sort()).toEqual([EDC_EVENT_TYPES, GIT_EVENT_TYPES, DOCUMENT_EVENT_TYPES].flatMap((types): string[] => Object.values(types)).sort());
		expect([...new Set(exampleEvents.map((event) => event.type))].sort()).toEqual(Object.values(EDC_EVENT_TYPES).sort());
	});

	it.each(exampleEvents.map((event) => [event.type, event] as const))('accepts a full %s', (_, event) => {
		expect(checkEvidence(event)).toEqual({ ok: true, event });
	});

	it('names place, value and expectation of every wrong field', () => {
		const wrong = { ...form, time: '2026-02-30T08:00:00Z', data: undefined };
		expect(findingsOf({ ...wrong, data: form.data })).toEqual([
			{ where: 'time', value: '2026-02-30T08:00:00Z', expected: 'date and time with offset after RFC 3339, e.g. 2026-03-02T08:00:00+08:00', severity: 'refused' },
		]);
		const { study, ...rest } = form.data;
		expect(study).toBe('S-1');
		const item = { ...form.data.items[0], filled: 'yes', at: '2026-03-02 08:00' };
		expect(findingsOf({ ...form, data: { ...rest, status: 'done', items: [form.data.items[0], item], visitdate: 'x' } })).toEqual(
			expect.arrayContaining([
				{ where: 'data.study', value: null, expected: expect.stringContaining('must be there') as string, severity: 'refused' },
				{ where: 'data.visitdate', value: 'x', expected: 'no field of this name', severity: 'refused' },
				{ where: 'data.status', value: 'done', expected: expect.stringContaining('"complete"') as string, severity: 'refused' },
				{ where: 'data.items[1].filled', value: 'yes', expected: 'boolean', severity: 'refused' },
				{ where: 'data.items[1].at', value: '2026-03-02 08:00', expected: expect.stringContaining('RFC 3339') as string, severity: 'refused' },
			]) as unknown,
		);
	});

	it('refuses what is no event at all, and types that nobody knows', () => {
		expect(findingsOf(null)).toMatchObject([{ where: 'event', value: 'null', expected: 'object' }]);
		expect(findingsOf('text')).toMatchObject([{ where: 'event', value: 'text' }]);
		expect(findingsOf({ ...form, type: 'constructor' })).toMatchObject([{ where: 'type', value: 'constructor', expected: expect.stringContaining(EDC_EVENT_TYPES.formRecorded) as string }]);
		expect(findingsOf({ ...form, id: '', source: 'not an address' })).toMatchObject([{ where: 'id', expected: 'a text that is not empty' }, { where: 'source', value: 'not an address' }]);
		expect(findingsOf({ ...form, specversion: '0.3' })).toMatchObject([{ where: 'specversion', value: '0.3', expected: '"1.0"' }]);
		expect(findingsOf(JSON.parse(JSON.stringify(form).replace('{', '{"__proto__":{"polluted":true},')))).toMatchObject([{ where: '__proto__', expected: 'no field of this name' }]);
	});

	it('keeps extension attributes of CloudEvents and refuses names that CloudEvents does not allow', () => {
		expect(checkEvidence({ ...form, traceparent: '00-ab' })).toMatchObject({ ok: true });
		expect(findingsOf({ ...form, traceParent: '00-ab' })).toMatchObject([{ where: 'traceParent' }]);
	});

	it('shortens values and puts the place in front', () => {
		const check = checkEvidence({ ...form, data: { ...form.data, complete: 'x'.repeat(500) } }, 'events[3]');
		expect(check.ok ? [] : check.findings).toMatchObject([{ where: 'events[3].data.complete', value: `${'x'.repeat(79)}…` }]);
	});

	it('property: takes anything without throwing, and an event with one field removed or replaced by a wrong type never passes', () => {
		fc.assert(fc.property(fc.jsonValue(), (value) => { expect(checkEvidence(value).ok).toBe(false); }));
		const optional = new Set(['value', 'digest', 'reason', 'sdv', 'tzAssumed']);
		fc.assert(
			fc.property(fc.constantFrom(...exampleEvents), fc.nat(), (event: EdcEvent, any) => {
				const names = Object.keys(event.data).filter((name) => !optional.has(name));
				const name = String(names[any % names.length]);
				expect(checkEvidence({ ...event, data: { ...event.data, [name]: { wrong: true } } }).ok).toBe(false);
				expect(checkEvidence({ ...event, data: Object.fromEntries(Object.entries(event.data).filter(([other]) => other !== name)) }).ok).toBe(false);
			}),
		);
	});

	it('checks 100,000 facts in a few seconds at most', () => {
		const started = performance.now();
		for (let count = 0; count < 100_000; count++) if (!checkEvidence(form).ok) throw new Error('refused');
		expect(performance.now() - started).toBeLessThan(3000);
	});
});

describe('the generated validators', () => {
	it('are those that the schemas give', async () => {
		expect(readFileSync(target, 'utf8')).toBe(await generateValidators());
	});
	it('make no code at run time', () => {
		expect(readFileSync(target, 'utf8')).not.toMatch(/new Function|\beval\b|globalThis|\bprocess\b/);
	});
});
