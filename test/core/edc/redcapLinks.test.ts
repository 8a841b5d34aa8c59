import { describe, expect, it } from 'vitest';
import { EDC_EVENT_TYPES } from '../../../core/edc/evidence.js';
import { createRedcapPull } from '../../../core/edc/redcap/redcapPull.js';
import { createMilestoneProgress, MILESTONE_DEFAULTS, nth } from '../../../core/milestone/index.js';
import { calculateProcessMetrics } from '../../../core/process-metrics/calculate.js';
import { DEFAULT_SETTINGS } from '../../../core/process-metrics/settings.js';
import { answerOf, smallProject, type RedcapServer } from './redcapProject.js';
import { mapping, read, settings } from './redcapRun.js';
import { ofType, runPull } from './scriptedServer.js';

describe('S1: REDCap, links to records', () => {
	const addressOf = (server: RedcapServer, options: Parameters<typeof read>[1] = {}) => ofType(read(server, options).events, EDC_EVENT_TYPES.documentRead)[0]?.data.recordAddress;
	const classic = (): RedcapServer => {
		const server = smallProject();
		Object.assign(server.project, { is_longitudinal: '0', has_repeating_instruments_or_events: '0' });
		return server;
	};

	it('S1: a project with events links to the overview of the record, another to the form, under the version of the server', () => {
		expect(addressOf(smallProject())).toBe('https://redcap.example.com/redcap_v14.5.5/DataEntry/record_home.php?pid=42&id={subject}');
		expect(addressOf(classic())).toBe('https://redcap.example.com/redcap_v14.5.5/DataEntry/index.php?pid=42&id={subject}[&page={form}&instance={formRepeat}]');
	});

	it('S1: a server that does not tell its version is read all the same, without links', () => {
		for (const version of ['', '<b>14.5.5</b>', '14/../15', 'v14', '9'.repeat(10_000)]) {
			const result = read({ ...smallProject(), version });
			expect([result.complete, result.findings]).toEqual([true, []]);
			expect(ofType(result.events, EDC_EVENT_TYPES.documentRead)[0]?.data.recordAddress).toBeUndefined();
		}
		const refused = runPull(createRedcapPull(settings), (request) => (request.context['step'] === 'version' ? { status: 403, headers: {}, body: '{"error":"no"}' } : answerOf(smallProject(), request)));
		expect([refused.complete, refused.findings]).toEqual([true, []]);
	});

	it('S1: a milestone and the metrics link to REDCap by default, and elsewhere where the mapping says so', () => {
		const { events } = read(smallProject());
		const rules = [{ ...MILESTONE_DEFAULTS, id: 'first', version: '1', measure: 'formComplete' as const, forms: ['visit'], threshold: nth(1) }];
		const inRedcap = 'https://redcap.example.com/redcap_v14.5.5/DataEntry/record_home.php?pid=42&id=1';
		const urls = (recordAddress?: string): ReadonlyArray<string | null> => {
			const own = recordAddress === undefined ? mapping : { ...mapping, recordAddress };
			const progress = createMilestoneProgress({ rules, mapping: own });
			for (const event of events) progress.accept(event);
			const [judged] = progress.results('2026-03-10T12:00:00Z', []);
			return judged?.evidence.map(({ url }) => url) ?? [];
		};
		expect(urls()).toEqual([inRedcap]);
		expect(urls('https://elsewhere.example.org/{subject}')).toEqual(['https://elsewhere.example.org/1']);
		const metrics = calculateProcessMetrics({ events, scope: { study: '42' }, asOf: '2026-03-10T12:00:00Z', mapping, settings: DEFAULT_SETTINGS });
		const metricUrls = new Set(metrics.flatMap(({ evidence }) => evidence.map(({ url }) => url)).filter((url) => url !== null));
		expect(metricUrls).toContain(inRedcap);
	});
});
