import { describe, expect, it } from 'vitest';
import type { EdcEvent } from '../../../core/edc/evidence.js';
import { METRIC_DEFINITIONS } from '../../../core/process-metrics/definitions.js';
import { describeMetrics, metricCard } from '../../../core/process-metrics/explain.js';
import { DEFAULT_SETTINGS } from '../../../core/process-metrics/settings.js';
import { median, mean, percentile, percentOf, roundHalfUp } from '../../../core/process-metrics/statistics.js';
import * as texts from '../../../core/process-metrics/texts.js';
import { judge, type Limit } from '../../../core/process-metrics/threshold.js';
import { atSite, document, form, item, metric, metrics, result, SHANGHAI, STUDY, subject, visit } from './events.js';

const at = (day: string): string => `2026-03-${day}T10:00:00+08:00`;
const entered = (key: string, entry: string): EdcEvent[] => [visit(key, 'V1', { visitDate: '2026-03-02' }), form(key, 'V1', 'F1', [item('I1', { at: entry })])];

function bilingual(value: unknown, path: string): Array<[string, { readonly en: string; readonly 'zh-CN': string }]> {
	if (typeof value !== 'object' || value === null) return [];
	if ('en' in value && 'zh-CN' in value) return [[path, value as { en: string; 'zh-CN': string }]];
	return Object.entries(value).flatMap(([name, child]) => bilingual(child, `${path}.${name}`));
}

describe('S1: texts of the metrics', () => {
	const all = [...bilingual(texts, 'texts'), ...bilingual(METRIC_DEFINITIONS, 'definitions')];

	it('S1: both languages exist and have the same placeholders', () => {
		expect(all.length).toBeGreaterThan(150);
		const placeholders = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).sort();
		for (const [path, text] of all) {
			expect(text.en.trim(), path).not.toBe('');
			expect(text['zh-CN'].trim(), path).not.toBe('');
			expect(placeholders(text['zh-CN']), path).toEqual(placeholders(text.en));
		}
	});

	it('S1: Chinese texts are Chinese and use the words of the glossary', () => {
		const neutral = new Set(['texts.UNITS.percent', 'texts.SENTENCES.value']);
		for (const [path, text] of all) {
			if (!neutral.has(path)) expect(text['zh-CN'], path).toMatch(/\p{Script=Han}/u);
			expect(text['zh-CN'], path).not.toMatch(/病人|患者|评估/);
		}
	});

	it('S1: twelve definitions, numbered 1 to 12, each with all that a page needs', () => {
		expect(METRIC_DEFINITIONS.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
		expect(Object.keys(DEFAULT_SETTINGS.limits).sort()).toEqual(METRIC_DEFINITIONS.map(({ id }) => id).sort());
		expect(new Set(METRIC_DEFINITIONS.map(({ id }) => id)).size).toBe(12);
	});
});

describe('S1: results', () => {
	it('S1: every scope gets all twelve, also where there is no evidence at all', () => {
		const found = metrics([], { scope: [{ study: STUDY }, { study: STUDY, site: 'S1' }] });
		expect(found).toHaveLength(24);
		expect(found.every(({ value }) => value.kind === 'notAvailable' || value.kind === 'notApplicable')).toBe(true);
	});

	it('S1: each record can be opened where the mapping says how; another address judges nothing else', () => {
		const events = entered('01', at('05'));
		const lag = (recordAddress?: string) => metric('entry_lag', events, recordAddress === undefined ? {} : { mapping: { ...SHANGHAI, recordAddress } });
		const address = 'https://edc.example.org/{study}/{site}/{subject}/{event}[/{form}]';
		expect(new Set(lag(address).evidence.map(({ url }) => url))).toEqual(new Set(['https://edc.example.org/ST.1/S1/01/V1', 'https://edc.example.org/ST.1/S1/01/V1/F1']));
		expect(JSON.stringify(lag(address)).replace(/"url":"[^"]*"/g, '"url":null')).toBe(JSON.stringify(lag()));
	});

	it('S1: a site that a subject moved to is the site at the anchor time', () => {
		const events = [
			subject('01', { at: at('01') }),
			...entered('01', at('03')),
			atSite('S2', subject('01', { at: at('10') })),
			atSite('S2', visit('01', 'V2', { visitDate: '2026-03-11' })),
			atSite('S2', form('01', 'V2', 'F1', [item('I1', { at: at('15') })])),
		];
		const lag = (site: string): unknown => result('entry_lag', events, { scope: { study: STUDY, site } })['value'];
		expect([lag('S1'), lag('S2')]).toEqual([1, 4]);
		expect(metrics(events, { scope: { study: STUDY, eachSite: true } }).map(({ subject: name }) => name).filter((name, index, names) => names.indexOf(name) === index)).toEqual([`${STUDY}/S1`, `${STUDY}/S2`]);
	});

	it('S1: listed subjects are found by key or by label', () => {
		const events = [...entered('01', at('03')), ...entered('02', at('12')), subject('02', { subjectLabel: 'A-002' })];
		expect(result('entry_lag', events, { scope: { study: STUDY, subjects: ['A-002'] } })).toMatchObject({ value: 10, denominator: 1 });
	});

	it('S1: a subject that was removed or that a later full document no longer lists is out', () => {
		const events = [...entered('01', at('03')), ...entered('02', at('12'))];
		expect(result('entry_lag', [...events, subject('02', { removed: true, at: at('13') })])).toMatchObject({ denominator: 1 });
		expect(result('entry_lag', [...events, document({ asOf: at('14'), subjects: ['01'] })])).toMatchObject({ denominator: 1 });
		expect(result('entry_lag', [...events, document({ asOf: at('11'), subjects: ['01'] })])).toMatchObject({ denominator: 2 });
	});

	it('S1: what was recorded after as-of is left out, and that is said', () => {
		const found = metric('entry_lag', [...entered('01', at('03')), ...entered('02', at('12'))], { asOf: '2026-03-10' });
		expect(found.value).toMatchObject({ denominator: 1, figures: { notEntered: 1 }, notes: ['recordsAfterAsOf'] });
		expect(found.asOf).toBe('2026-03-10T23:59:59.999+08:00');
	});

	it('S1: evidence is cut at the limit, rows to look at first, and the totals are given', () => {
		const events = Array.from({ length: 30 }, (_, index) => entered(String(index).padStart(2, '0'), at('03'))).flat();
		const found = metric('entry_lag', [...events, ...entered('99', at('01'))], { settings: { evidenceLimit: 5 } });
		expect(found.evidence).toHaveLength(5);
		expect(found.evidence[0]?.label).toBe('99 · V1');
		expect(found.value.evidenceTotal).toBe(61);
		expect(found.value.listedTotal).toBe(1);
	});

	it('S1: key and bytes are the same for the same facts; another as-of or scope is another judgement', () => {
		const events = entered('01', at('03'));
		expect(JSON.stringify(metric('entry_lag', events))).toBe(JSON.stringify(metric('entry_lag', structuredClone(events))));
		const keys = [metric('entry_lag', events), metric('entry_lag', events, { asOf: '2026-03-21' }), metric('entry_lag', events, { scope: { study: STUDY, site: 'S1' } }), metric('query_age', events)].map(({ key }) => key);
		expect(new Set(keys).size).toBe(4);
	});

	it('S1: rule, version, the parameters used and the formula stand in the result', () => {
		const { rule, value } = metric('entry_lag', entered('01', at('03')));
		expect(rule).toMatchObject({ id: 'process-metric/entry_lag', version: '1.0.0', parameters: { zone: 'Asia/Shanghai', entryLag: { limitDays: 5 }, limits: [{ figure: 'meanDays', attention: 5, alarm: 7, basis: 'convention' }] } });
		expect(rule.parameters).not.toHaveProperty('visitWindows');
		expect(value).toMatchObject({ number: 1, formula: { en: expect.stringContaining('first entry') as string } });
	});

	it('S1: a period or as-of that cannot be read is refused by name', () => {
		expect(() => metrics([], { asOf: '2026' })).toThrow(/asOf "2026"/);
		expect(() => metrics([], { window: { start: '2026-04-01', end: '2026-04-01' } })).toThrow(/window\.start "2026-04-01" is not before/);
		expect(() => metrics([], { window: { start: 'soon', end: '2026-04-01' } })).toThrow(/window\.start "soon"/);
		expect(() => metrics([], { settings: { zone: 'Mars/Olympus' } })).toThrow(/Mars\/Olympus/);
	});

	it('S1: one readable sentence in each language, and rows for a card', () => {
		const found = metric('entry_lag', [...entered('01', at('03')), ...entered('02', at('12'))]);
		expect(found.explanation.en).toBe(
			'Data-entry lag: 5.5 days (median of 2 visits), mean 5.5 days, 90th percentile 10.0 days, above the limit 1, share above the limit 50.0%; attention by the customary limit (mean: attention over 5, alarm over 7).',
		);
		expect(found.explanation['zh-CN']).toBe('数据录入时滞：5.5 天（2 次访视的中位数），平均值 5.5 天，第 90 百分位数 10.0 天，超过限度 1，超限占比 50.0%；关注（惯例阈值，平均值：关注 超过 5，警报 超过 7）。');
		expect(describeMetrics([found], 'en')).toEqual([{ id: 'entry_lag', number: 1, name: 'Data-entry lag', valueText: '5.5 days', unit: 'days', verdictText: 'attention', explanation: found.explanation.en }]);
		expect(metricCard(metric('sae_timeliness', [])).valueText).toEqual({ en: 'not available: items for serious adverse events in the mapping', 'zh-CN': '不可用（缺少映射中的严重不良事件数据项）' });
	});
});

describe('S1: statistics and limits', () => {
	it('S1: median, mean and nearest-rank percentile; none of them is 0 for nothing', () => {
		expect([median([]), mean([]), percentile([], 90)]).toEqual([null, null, null]);
		expect([median([0, 1, 5, 8]), median([1, 2, 9]), mean([0, 1, 5, 8])]).toEqual([3, 2, 3.5]);
		expect([percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 90), percentile([7], 90)]).toEqual([9, 7]);
	});

	it.each([[66.66666, '66.7'], [88.85, '88.9'], [0.05, '0.1'], [0.04999, '0.0'], [1.005, '1.0'], [2.45, '2.5'], [-0.04, '0.0'], [-2.45, '-2.5'], [1200, '1200.0']])('S1: %f is shown as %s (half-up)', (number, text) => {
		expect(roundHalfUp(number)).toBe(text);
	});

	it('S1: 95 of 100 is exactly 95', () => {
		for (let n = 1; n <= 400; n++) for (const share of [5, 7, 14, 28, 29, 55, 56, 57, 58, 90, 95]) if ((n * share) % 100 === 0) expect(percentOf((n * share) / 100, n)).toBe(share);
	});

	it('S1: limits are compared unrounded, strict or inclusive as they say, and the worst counts', () => {
		const limit: Limit = { figure: 'value', side: 'above', inclusive: false, attention: 1, alarm: 2, basis: 'study' };
		const level = (of: number, more: Partial<Limit> = {}): string => judge([{ ...limit, ...more }], { value: of, unit: 'percent' }, {}).level;
		expect([level(1), level(1.0001), level(2), level(2.0001)]).toEqual(['healthy', 'attention', 'attention', 'alarm']);
		expect([level(1, { inclusive: true }), level(2, { inclusive: true })]).toEqual(['attention', 'alarm']);
		expect([level(1, { side: 'below' }), level(0.99, { side: 'below' }), level(1, { side: 'below', alarm: null })]).toEqual(['alarm', 'alarm', 'healthy']);
		expect(judge([limit, { ...limit, figure: 'late', alarm: 0 }], { value: 0, unit: 'percent' }, { late: 1 })).toMatchObject({ level: 'alarm', limit: { figure: 'late' } });
		expect(judge([limit], null, {}).level).toBe('none');
	});
});
