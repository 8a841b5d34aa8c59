import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EDC_EVENT_TYPES, type EdcEvent, type SourceFinding } from '../../../core/edc/evidence.js';
import { mappedItems } from '../../../core/edc/mapping.js';
import { createOdmXmlReader } from '../../../core/edc/odm/index.js';
import { SAMPLE_FORMS } from '../../../core/sample/design.js';
import { sampleFollowUp, sampleFollowUpCount, sampleMapping, samplePeople, SAMPLE_STUDY, sampleStudyOdm } from '../../../core/sample/sampleStudy.js';

const schemas = resolve(import.meta.dirname, '../../../../shared/data/odm-cdisc');
const canValidate = existsSync(schemas) && spawnSync('xmllint', ['--version']).status === 0;
const SCHEMA = { '1.3.2': 'xsd-1.3.2/ODM1-3-2.xsd', '2.0': 'xsd-2.0/ODM.xsd' } as const;
const count = (text: string, part: string): number => text.split(part).length - 1;

describe('S1: the sample study', () => {
	it('S1: its 100th completed follow-up is a known subject at a known time, by visit date as by entry', () => {
		expect(sampleFollowUp(100)).toEqual({ subject: '03-116', site: 'SITE.03', visitDate: '2026-06-22', completedAt: '2026-06-22T10:05:43+08:00' });
		const before = Array.from({ length: 99 }, (_, index) => sampleFollowUp(index + 1)?.visitDate ?? '');
		expect(before.every((date) => date < '2026-06-22')).toBe(true);
		expect(sampleFollowUp(101)?.visitDate).toBe('2026-06-16');
		expect(sampleFollowUpCount()).toBe(110);
		expect(sampleFollowUp(111)).toBeNull();
	});

	it.each(['1.3.2', '2.0'] as const)('S1: ODM %s up to the 100th plus the rest is the whole', (format) => {
		const whole = sampleStudyOdm({ format });
		const first = sampleStudyOdm({ format, upToSubject: 100 });
		const rest = sampleStudyOdm({ format, afterSubject: 100 });
		expect(count(first, '<SubjectData ') + count(rest, '<SubjectData ')).toBe(count(whole, '<SubjectData '));
		expect(first).toContain('AsOfDateTime="2026-06-22T10:05:43+08:00"');
		expect(sampleStudyOdm({ format })).toBe(whole);
		expect(new Set(Array.from(whole.matchAll(/SubjectKey="([^"]+)"/g), (match) => match[1])).size).toBe(SAMPLE_STUDY.subjects);
	});

	it.each(['1.3.2', '2.0'] as const)('S1: ODM %s is read without a finding and holds what each metric needs', (format) => {
		const events: EdcEvent[] = [];
		const findings: SourceFinding[] = [];
		const reader = createOdmXmlReader({ mapping: sampleMapping }, { event: (event) => events.push(event), finding: (finding) => findings.push(finding) });
		reader.write(sampleStudyOdm({ format }));
		reader.end();
		expect(findings).toEqual([]);
		expect(new Set(events.map((event) => event.type))).toEqual(
			new Set([
				EDC_EVENT_TYPES.documentRead,
				EDC_EVENT_TYPES.studyDescribed,
				EDC_EVENT_TYPES.subjectChanged,
				EDC_EVENT_TYPES.formRecorded,
				EDC_EVENT_TYPES.queryChanged,
				EDC_EVENT_TYPES.signatureApplied,
				...(format === '1.3.2' ? [EDC_EVENT_TYPES.visitChanged] : []),
			]),
		);
		const items = events.flatMap((event) => (event.type === EDC_EVENT_TYPES.formRecorded ? event.data.items : []));
		expect(items.filter((item) => item.sdv?.verified === true)).toHaveLength(1025);
		const planned = events.flatMap((event) => (event.type === EDC_EVENT_TYPES.studyDescribed ? [...event.data.events] : []));
		const performed = events.flatMap((event) => (event.type === EDC_EVENT_TYPES.visitChanged ? [event.data] : []));
		expect([...planned, ...performed].filter((visit) => visit.window !== null).length).toBe(format === '2.0' ? 2 : 227);
	});

	it('S1: more completed follow-ups than there are is refused by name', () => {
		expect(() => sampleStudyOdm({ upToSubject: 111 })).toThrow(/upToSubject.*110 subjects/);
	});

	it('S1: what the mapping names is in the design', () => {
		const designed = new Set(SAMPLE_FORMS.flatMap((form) => form.items.map((item) => item.oid)));
		expect([...mappedItems(sampleMapping)].filter((item) => !designed.has(item))).toEqual([]);
	});

	it('S16: the study has one project manager, and every coordinator has a manager and an EDC account', () => {
		const manager = samplePeople.filter((person) => person.roles.some((role) => role.role === 'projectManager' && role.scope === SAMPLE_STUDY.oid));
		expect(manager).toHaveLength(1);
		for (const coordinator of sampleMapping.coordinators) {
			const person = samplePeople.find((candidate) => candidate.accounts.some((account) => account.system === 'edc' && account.account === coordinator));
			expect(samplePeople.some((candidate) => candidate.id === person?.managerId), coordinator).toBe(true);
		}
	});

	describe.skipIf(!canValidate)('against the official schemas', () => {
		it.each(['1.3.2', '2.0'] as const)('S1: ODM %s is valid', (format) => {
			const input = sampleStudyOdm({ format, vendorAttributes: false });
			const { status, stderr } = spawnSync('xmllint', ['--noout', '--schema', resolve(schemas, SCHEMA[format]), '-'], { input, encoding: 'utf8' });
			expect(stderr.split('\n').slice(0, 5).join('\n')).toContain('validates');
			expect(status).toBe(0);
		});
	});
});
