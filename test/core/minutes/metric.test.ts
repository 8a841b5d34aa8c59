import { describe, expect, it } from 'vitest';
import { createMinutesScanner } from '../../../core/minutes/index.js';
import { calculated, row } from '../health-metrics/support.js';
import { talkOf } from './talks.js';

const TALKS = { metrics: ['process_data_usage'], levels: ['company'], minSample: 1, minPersons: 1 } as const;
const CITED = '王芳：系统显示你有 6 条质疑没有答复。';
const SILENT = '王芳：最近压力大不大？';

/** One talk with its minutes, scanned and made into a row of the metric. */
function talk(id: string, text: string) {
	const { kind, ...fields } = createMinutesScanner().scan(talkOf({ id }), [{ text }]).row;
	return row(kind, { ...fields });
}

const view = (at: string) => row('view', { viewer: '王芳', about: '李伟', at });

describe('minutes joined with the operation log', () => {
	const usage = (rows: Parameters<typeof calculated>[0]) => calculated(rows, TALKS).of('2026-Q1');

	it('S8: a talk counts with a citation and a view from 7 days before to its end', () => {
		for (const at of ['2026-02-23T09:00:00+08:00', '2026-03-02T09:30:00+08:00']) expect(usage([talk('T-1', CITED), view(at)]).value).toMatchObject({ numerator: 1, denominator: 1, figures: { citations: 1 } });
	});

	it('S8: a citation without a view is named as such, also one second too early or too late', () => {
		for (const at of ['2026-02-23T08:59:59+08:00', '2026-03-02T09:30:01+08:00']) {
			const { value, explanation } = usage([talk('T-1', CITED), view(at)]);
			expect(value).toMatchObject({ numerator: 0, denominator: 1, figures: { citations: 1, citedNotViewed: 1 } });
			expect(explanation.en).toContain('talks with a citation but no view of the data 1');
			expect(explanation['zh-CN']).toContain('有引用但没有查看记录的谈话 1');
		}
	});

	it('S8: a view without a citation is named, and a talk without minutes stays in the denominator', () => {
		const { value, explanation } = usage([talk('T-1', SILENT), talk('T-2', ''), view('2026-03-01T09:00:00+08:00')]);
		expect(value).toMatchObject({ numerator: 0, denominator: 2, figures: { viewedNotCited: 2, noMinutes: 1 } });
		expect(explanation['zh-CN']).toContain('有查看记录但没有引用的谈话 2，没有纪要的谈话（按无证据计） 1');
	});
});
