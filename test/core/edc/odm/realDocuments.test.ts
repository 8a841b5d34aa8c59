import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { odm, of, readXml, V2, warnings } from './support.js';

const data = '../shared/data';
const text = (file: string): string => readFileSync(`${data}/${file}`, 'utf8');

describe.skipIf(!existsSync(`${data}/odm-openedc`))('S1: OpenEDC snapshot (ODM 1.3.2)', () => {
	const result = existsSync(`${data}/odm-openedc`) ? readXml(readFileSync(`${data}/odm-openedc/clinicaldata.xml`)) : { events: [], findings: [] };
	const forms = of(result, 'form.recorded');
	const subjectsOf = (event: string, filled = false): Set<string> => new Set(forms.filter((form) => form.event === event && (!filled || form.items.some((item) => item.filled))).map(({ subject }) => subject));

	it('S1: 90 subjects, keys 01 to 91 without 90', () => {
		const keys = Array.from({ length: 91 }, (_, index) => String(index + 1).padStart(2, '0')).filter((key) => key !== '90');
		expect([...(of(result, 'document.read')[0]?.subjects ?? [])].sort()).toEqual(keys);
		expect(of(result, 'subject.changed')).toHaveLength(90);
		expect(result.findings).toEqual([]);
	});

	it('S1: SE.1 in 85, SE.2 in 84, SE.3 in 80 subjects, all three in 70; a visit without forms is there too', () => {
		const present = (event: string): Set<string> => new Set([...subjectsOf(event), ...of(result, 'visit.changed').filter((visit) => visit.event === event).map(({ subject }) => subject)]);
		expect(['SE.1', 'SE.2', 'SE.3'].map((event) => present(event).size)).toEqual([85, 84, 80]);
		expect([...present('SE.1')].filter((key) => present('SE.2').has(key) && present('SE.3').has(key))).toHaveLength(70);
		expect(of(result, 'visit.changed')).toHaveLength(7);
	});

	it('S1: present is not done: 57 of the 80 SE.3 hold data, 50 subjects at all three', () => {
		expect(subjectsOf('SE.3', true).size).toBe(57);
		expect([...subjectsOf('SE.1', true)].filter((key) => subjectsOf('SE.2', true).has(key) && subjectsOf('SE.3', true).has(key))).toHaveLength(50);
	});

	it('S1: one audit record per subject; in time order the 10th is 55, the 50th 77, the 80th 88, the 90th 42', () => {
		const stamped = of(result, 'subject.changed').map(({ subject, at, by }) => ({ subject, at: at ?? '', by }));
		expect(new Set(stamped.map(({ by }) => by))).toEqual(new Set(['U.1']));
		stamped.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
		expect(stamped[0]).toMatchObject({ subject: '03', at: '2020-01-01T12:18:48.865Z' });
		expect([10, 50, 80, 90].map((nth) => stamped[nth - 1]?.subject)).toEqual(['55', '77', '88', '42']);
		expect(stamped[89]?.at).toBe('2021-12-25T12:18:48.865Z');
	});

	it('S1: an audit record behind the data covers the data', () => {
		expect(forms.flatMap(({ items }) => items).every(({ at, by }) => at !== null && by === 'U.1')).toBe(true);
	});

	it('S1: values stay out unless the mapping names the item', () => {
		const age = readXml(text('odm-openedc/clinicaldata.xml'), { map: { visitDateItems: ['Age'] } });
		const items = of(age, 'form.recorded').flatMap((form) => form.items);
		expect(items.filter((item) => 'value' in item).every(({ item }) => item === 'Age')).toBe(true);
		expect(items.find(({ item }) => item === 'Age')?.value).toBe('72');
		expect(forms.flatMap((form) => form.items).some((item) => 'value' in item || 'digest' in item)).toBe(false);
	});

	it('S1: the design names 3 visits and 5 forms', () => {
		const [study] = of(readXml(text('odm-openedc/metadata.xml')), 'study.described');
		expect(study?.events.map(({ event, kind, window }) => [event, kind, window])).toEqual([
			['SE.1', 'Common', null],
			['SE.2', 'Common', null],
			['SE.3', 'Common', null],
		]);
		expect(study?.forms).toHaveLength(5);
		expect(study?.name).toBe('Exemplary Project');
	});
});

describe.skipIf(!existsSync(`${data}/odm-odmlib`))('S1: odmlib snapshot (ODM 1.3.2)', () => {
	it('S1: 2 subjects, 4 events each, VS 4 and DM AE DS LB EC CM 2 each, 10 AE rows of SS_0001', () => {
		const result = readXml(text('odm-odmlib/odm-data-snapshot.xml'));
		const forms = of(result, 'form.recorded');
		const counts = new Map<string, number>();
		for (const { form } of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
		expect(Object.fromEntries(counts)).toEqual({ VS: 4, DM: 2, AE: 2, DS: 2, LB: 2, EC: 2, CM: 2 });
		expect(of(result, 'document.read')[0]?.subjects).toEqual(['SS_0001', 'SS_0002']);
		expect(new Set(forms.map(({ subject, event }) => `${subject} ${event}`)).size).toBe(8);
		const rows = forms.find(({ subject, form }) => subject === 'SS_0001' && form === 'AE')?.items.filter(({ group }) => group === 'IG.AE.AE_ARRAY1');
		expect(new Set(rows?.map(({ groupRepeat }) => groupRepeat)).size).toBe(10);
	});
});

describe.skipIf(!existsSync(`${data}/odm-cdisc`))('S1: CDISC example of ODM 1.1.0', () => {
	const result = existsSync(`${data}/odm-cdisc`) ? readXml(readFileSync(`${data}/odm-cdisc/odm1_1_0_example.xml`)) : { events: [], findings: [] };
	const forms = of(result, 'form.recorded');

	it('S1: 3 SubjectData are 2 subjects, P001 inserted and then updated', () => {
		const subjects = of(result, 'subject.changed');
		expect(subjects.map(({ subject, transaction }) => [subject, transaction])).toEqual([
			['P001', 'Insert'],
			['P001', 'Update'],
			['P027', 'Insert'],
		]);
		expect(of(result, 'document.read')[0]).toMatchObject({ fileType: 'Transactional', subjects: null });
	});

	it('S1: 5 audit records of User.002, one with its reason, 5 signatures with their meaning', () => {
		expect(forms).toHaveLength(5);
		expect(forms.every(({ items }) => items.every(({ by }) => by === 'User.002'))).toBe(true);
		expect(forms[2]?.items).toMatchObject([{ item: 'SBP', transaction: 'Update', reason: 'Error in initial data entry', at: '2001-05-31T13:47:07Z' }]);
		expect(of(result, 'signature.applied').map(({ by, meaning, form }) => [by, meaning, form])).toEqual([
			['User.001', 'Entry', 'PAGE_1'],
			['User.001', 'Entry', 'PAGE_2'],
			['User.001', 'Entry', 'Page 1'],
			['User.001', 'Entry', 'PAGE_1'],
			['User.001', 'Entry', 'PAGE_2'],
		]);
	});

	it('S1: malformed stamps (T9:06:45, -T10:08:40) are read and reported', () => {
		expect(forms[1]?.recordedAt).toBe('2001-05-31T14:06:45Z');
		expect(forms[0]?.recordedAt).toBe('2001-05-31T15:08:40Z');
		expect(warnings(result).map(({ value }) => value)).toEqual(['2001-05-31-T10:08:40-05:00', '2001-05-31T9:06:45-05:00', 'Page 1']);
	});

	it('S1: the same value of two subjects has two digests, the same value of one has one', () => {
		const digests = forms.map(({ subject, items }) => [subject, items.find(({ item }) => item === 'SBP')?.digest] as const);
		expect(digests.every(([, digest]) => /^[0-9a-f]{8}$/.test(digest ?? ''))).toBe(true);
		expect(digests[1]?.[1]).toBe(digests[2]?.[1]);
		expect(digests[0]?.[1]).not.toBe(digests[4]?.[1]);
	});

	it('S1: windows of ODM v2 timing constraints, in days; months are said to be no number of days', () => {
		const within = (file: string): string => odm(`<Study OID="S" StudyName="N">${text(`odm-cdisc/v2-examples/${file}`)}</Study>`, { namespaces: V2, fileType: 'Snapshot' });
		const lzzt = readXml(within('Timing_LZZT_Example_ODM.xml'));
		const windows = Object.fromEntries(of(lzzt, 'study.described')[0]?.events.map(({ event, window }) => [event, window]) ?? []);
		expect(windows['SE.VISIT1']).toBeNull();
		expect(windows['SE.VISIT3']).toEqual({ anchorEvent: 'SE.VISIT2', targetDay: 7, daysBefore: 0, daysAfter: 0 });
		expect(windows['SE.VISIT5']).toEqual({ anchorEvent: 'SE.VISIT4', targetDay: 14, daysBefore: 3, daysAfter: 3 });
		expect(windows['SE.VISIT9']).toEqual({ anchorEvent: 'SE.VISIT2', targetDay: 84, daysBefore: 3, daysAfter: 3 });
		const simple = readXml(within('SimpleTimingConstraints.xml'));
		expect(of(simple, 'study.described')[0]?.events.map(({ window }) => window)).toEqual([null, null, null, null]);
		expect(warnings(simple).map(({ value }) => value).sort()).toEqual(['P1M', 'P1Y', 'P2M', 'P3M']);
	});
});

describe.skipIf(!existsSync(`${data}/redcapr-longitudinal`))('S1: REDCap project XML (ODM 1.3.1)', () => {
	const result = existsSync(`${data}/redcapr-longitudinal`) ? readXml(readFileSync(`${data}/redcapr-longitudinal/project.xml`), { map: { zone: 'America/Chicago' } }) : { events: [], findings: [] };

	it('S1: 12 events in 2 arms, 9 forms, windows by day offset, 3 subjects', () => {
		const [study] = of(result, 'study.described');
		expect(study?.events).toHaveLength(12);
		expect(study?.forms).toHaveLength(9);
		expect(new Set(study?.events.flatMap(({ arms }) => arms))).toEqual(new Set(['Drug A', 'Drug B']));
		const final = study?.events.find(({ event }) => event === 'Event.final_visit_arm_1');
		expect(final).toMatchObject({ kind: 'Scheduled', window: { anchorEvent: 'Event.enrollment_arm_1', targetDay: 30, daysBefore: 0, daysAfter: 0 } });
		expect(of(result, 'document.read')[0]).toMatchObject({ subjects: ['100', '220', '304'], asOf: '2024-11-03T16:57:30-06:00' });
		expect(of(result, 'subject.changed').map(({ subject, arm }) => [subject, arm])).toEqual([
			['100', 'Drug A'],
			['220', 'Drug A'],
			['304', 'Drug B'],
		]);
	});

	it('S1: the status item is the state of its form and no data: the final visit of arm 1 is complete for 100 and 220 only', () => {
		const done = of(result, 'form.recorded').filter(({ form, status }) => form === 'Form.completion_data' && status === 'complete');
		expect(done.map(({ subject, event }) => [subject, event])).toEqual([
			['100', 'Event.final_visit_arm_1'],
			['220', 'Event.final_visit_arm_1'],
		]);
		expect(of(result, 'form.recorded').flatMap(({ items }) => items).some(({ item }) => item.endsWith('_complete'))).toBe(false);
	});
});
