import { describe, expect, it } from 'vitest';
import { EDC_EVENT_TYPES, type EdcEvent, type SourceFinding } from '../../../core/edc/evidence.js';
import { acceptAnswer } from '../../../core/edc/pull.js';
import { createRedcapPull } from '../../../core/edc/redcap/redcapPull.js';
import { readDataEntryTrigger } from '../../../core/edc/redcap/dataEntryTrigger.js';
import { REDCAP_PROJECT_ID, sampleRedcapAnswer, sampleRedcapMapping, sampleRedcapTrigger, sampleSaves } from '../../../core/sample/redcap.js';

/** Reads the sample through the real adapter, as the trigger node does. */
function pull(upToSubject?: number): { events: EdcEvent[]; findings: SourceFinding[]; complete: boolean } {
	const events: EdcEvent[] = [];
	const findings: SourceFinding[] = [];
	const sink = { event: (event: EdcEvent) => events.push(event), finding: (finding: SourceFinding) => findings.push(finding) };
	const edcPull = createRedcapPull({ source: 'https://redcap.example.com/42', study: REDCAP_PROJECT_ID, mapping: sampleRedcapMapping });
	const waiting = [...edcPull.start(null, '2026-07-20T00:00:00Z')];
	for (let request = waiting.shift(); request !== undefined; request = waiting.shift()) {
		const { status, contentType, body } = sampleRedcapAnswer(request.form ?? {}, upToSubject === undefined ? {} : { upToSubject });
		waiting.push(...acceptAnswer(edcPull, request, { status, headers: { 'content-type': contentType }, body }, sink).next);
	}
	return { events, findings, complete: edcPull.complete };
}

describe('S1: the sample study as a REDCap project', () => {
	it('S1: the REDCap adapter reads it whole and without a finding', () => {
		const { events, findings, complete } = pull();
		expect(findings).toEqual([]);
		expect(complete).toBe(true);
		const subjects = new Set(events.flatMap((event) => (event.type === EDC_EVENT_TYPES.subjectChanged ? [event.data.subject] : [])));
		expect(subjects.size).toBe(120);
		expect(events.some((event) => event.type === EDC_EVENT_TYPES.queryChanged)).toBe(true);
		expect(events.some((event) => event.type === EDC_EVENT_TYPES.signatureApplied)).toBe(true);
	});

	it('S1: a follow-up is complete for as many subjects as in the ODM export', () => {
		const followUps = (upTo?: number): number => {
			const complete = new Map<string, Set<string>>();
			for (const event of pull(upTo).events) {
				if (event.type !== EDC_EVENT_TYPES.formRecorded || event.data.event !== 'followup_arm_1' || !event.data.complete) continue;
				if (event.data.status !== 'complete' && event.data.status !== 'notDone') continue;
				complete.set(event.data.subject, (complete.get(event.data.subject) ?? new Set()).add(event.data.form));
			}
			return [...complete.values()].filter((forms) => forms.size === 3).length;
		};
		expect(followUps()).toBe(110);
		expect(followUps(100)).toBe(100);
	});

	it('S1: its Data Entry Triggers are accepted for the project and send nothing for imports', () => {
		const saves = sampleSaves({ upToSubject: 1 });
		const body = sampleRedcapTrigger(saves[0] as (typeof saves)[0], 'https://redcap.example.com');
		expect(readDataEntryTrigger(body ?? {}, { baseUrl: 'https://redcap.example.com', projectId: REDCAP_PROJECT_ID })).toMatchObject({ accepted: true, trigger: { scope: { subjects: [saves[0]?.subject] } } });
		const imported = sampleSaves().find((save) => save.by.startsWith('sys.'));
		expect(imported && sampleRedcapTrigger(imported, 'https://redcap.example.com')).toBeNull();
	});

	it('S1: what the sandbox cannot answer is refused in words', () => {
		expect(sampleRedcapAnswer({ content: 'nothing', format: 'json' })).toMatchObject({ status: 400, body: expect.stringContaining('content') as string });
		expect(sampleRedcapAnswer({ content: 'version' }).body).toMatch(/^\d+\.\d+\.\d+$/);
	});
});
