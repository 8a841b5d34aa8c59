import { describe, expect, it } from 'vitest';
import { readDataEntryTrigger } from '../../../core/edc/redcap/dataEntryTrigger.js';

describe('S1: REDCap Data Entry Trigger', () => {
	const body = {
		project_id: '42',
		username: 'nurse_a',
		instrument: 'visit',
		record: '1',
		redcap_event_name: 'final_visit_arm_1',
		redcap_data_access_group: 'berlin',
		visit_complete: '2',
		redcap_url: 'https://redcap.example.com/',
		project_url: 'https://redcap.example.com/redcap_v14/index.php?pid=42',
	};
	const expected = { baseUrl: 'https://redcap.example.com/api/', projectId: '42' };

	it('S1: names the record to read', () => {
		expect(readDataEntryTrigger(body, expected)).toEqual({
			accepted: true,
			trigger: {
				scope: { subjects: ['1'] },
				instrument: 'visit',
				event: 'final_visit_arm_1',
				site: 'berlin',
				repeatInstrument: null,
				repeatInstance: null,
				user: 'nurse_a',
				status: '2',
			},
		});
	});

	it('S1: a survey respondent is no person', () => {
		expect(readDataEntryTrigger({ ...body, username: '[survey respondent]' }, expected)).toMatchObject({ trigger: { user: null } });
	});

	it('S1: an address of any length is refused in linear time, and not repeated whole', () => {
		const started = performance.now();
		const answer = readDataEntryTrigger({ ...body, redcap_url: `https://elsewhere.example.com${'/'.repeat(200_000)}x` }, expected);
		expect(performance.now() - started).toBeLessThan(2000);
		expect(answer).toMatchObject({ accepted: false });
		expect(JSON.stringify(answer).length).toBeLessThan(1000);
	});

	it.each([
		[{ project_id: '43' }, /"43", expected "42"/],
		[{ redcap_url: 'https://elsewhere.example.com/' }, /elsewhere/],
		[{ redcap_url: undefined }, /redcap_url ""/],
		[{ record: '' }, /no record/],
		[{ instrument: undefined, project_id: undefined }, /no project_id, instrument/],
	])('S1: %j is refused with a remedy', (change, message) => {
		const answer = readDataEntryTrigger({ ...body, ...change }, expected);
		expect(answer.accepted).toBe(false);
		if (!answer.accepted) {
			expect(answer.message).toMatch(message);
			expect(answer.remedy.length).toBeGreaterThan(20);
		}
	});
});
