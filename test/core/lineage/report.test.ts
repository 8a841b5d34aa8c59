import { parse } from 'csv-parse/sync';
import { hash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { csvOf, draftOfRow, lineageReport, type LineageReport, type ReportInput } from '../../../core/lineage/index.js';
import { timelineSvg } from '../../../core/lineage/timeline.js';
import { templateNames } from '../../../core/explanation/template.js';
import { TEMPLATES } from '../../../templates/index.js';
import { hashOf, SHANGHAI, stored, submission, traceOf } from './sample.js';

const EVIL = '<script>alert(1)</script>"\'&';
const ROWS = [
	{ number: '1', uploadedAt: '2026-01-05', approver: 'Chen Jie', approvedAt: '2026-01-05', sha256: hashOf('a'), changeNote: '=HYPERLINK("https://evil.example.com","x")', url: 'javascript:alert(1)' },
	{ number: '2', uploadedAt: '2026-02-10', approver: 'Chen Jie', approvedAt: '2026-02-10', sha256: hashOf('b'), changeNote: `Line one\nline "two", ${EVIL}`, modifier: EVIL },
	{ number: '4', uploadedAt: '2026-02-20', changeNote: '-2+3' },
];

function report(more: Partial<ReportInput> = {}, rows: readonly unknown[] = stored(ROWS)): LineageReport {
	return lineageReport({ trace: traceOf(rows), language: 'en', zone: SHANGHAI, producedAt: '2026-04-01T08:00:00+08:00', producedBy: 'Workflow 03, run 17', numberMeaning: null, ...more });
}

describe('S3: audit report', () => {
	it('S3: a state that is the name of something every object has is refused and not taken for one', () => {
		for (const state of ['constructor', '__proto__']) expect(draftOfRow({ name: 'A', number: '1', state }, { source: 'list' })).toMatchObject({ unusable: { code: 'wrongValue', field: 'state', value: state } });
	});

	it('S3: a picture of 200,000 versions is drawn like any other', () => {
		const { lineages } = traceOf(stored(ROWS));
		const [value] = lineages.map((lineage) => lineage.value);
		if (value === undefined) throw new Error('There is a lineage.');
		const many = { ...value, versions: Array.from({ length: 200_000 }, () => value.versions).flat().slice(0, 200_000) };
		expect(timelineSvg([many], SHANGHAI, 'en')).toContain('</svg>');
	});

	it('S3: the same inputs give the same bytes', () => {
		expect(report()).toEqual(report());
	});

	it('S3: says number, moment, findings, verdict, who produced it and from which evidence, in both languages', () => {
		const { html, anchor } = report();
		for (const text of ['CXHS2600001', '2026-02-15', 'Version 3 is missing after 2.', 'Version 4 has no approver.', 'no deficiency letter is linked', 'Workflow 03, run 17', 'https://dms.example.com/list (3)', 'consistent in themselves', anchor.root, 'version-traceback 1']) expect(html).toContain(text);
		const chinese = report({ language: 'zh-CN' }).html;
		for (const text of ['<html lang="zh-CN">', '版本穿透式审计报告', '版本 2 之后缺少版本 3。', '版本 4 缺少批准人。', '受理号', '自身一致', '时点有效']) expect(chinese).toContain(text);
	});

	it('S3: an unanchored chain is said to prove only consistency', () => {
		expect(report().html).toContain('not that nobody computed it anew');
		const rows = stored(ROWS);
		const { anchor } = report({}, rows);
		const anchored = report({ trace: traceOf(rows, submission(), { anchors: new Map(Object.entries(anchor.heads)) }) });
		expect(anchored.html).not.toContain('not that nobody computed it anew');
		expect(anchored.html).toContain('lead to the hashes noted outside');
	});

	it('S3: data cannot become markup: everything is escaped, nothing is loaded, only http links open', () => {
		const { html, timeline } = report();
		expect(html).not.toContain('<script');
		expect(timeline).not.toContain('<script');
		expect(html).not.toContain('javascript:');
		expect(html).toContain('&lt;script&gt;');
		expect(html).not.toMatch(/<(?:img|link|iframe|object)|\bsrc=|url\(/);
		// The only style is the one the policy names, and there is no inline style beside it.
		const style = /<style>([^<]*)<\/style>/.exec(html)?.[1] ?? '';
		expect(html).toContain(`default-src 'none'; style-src 'sha256-${hash('sha256', style, 'base64')}'`);
		expect(html).not.toMatch(/\sstyle=/);
		expect(style).toContain('@media print');
	});

	it('S3: tags are balanced, also in the picture', () => {
		for (const text of [report().html.replace(/<!doctype html>|<meta[^>]*>|<br>/g, ''), report().timeline]) {
			const open: string[] = [];
			for (const [, end, name, , self] of text.matchAll(/<(\/?)([a-z0-9]+)((?:\s+[\w:-]+="[^"<>]*")*)\s*(\/?)>/g)) {
				if (self === '/') continue;
				if (end === '/') expect(open.pop()).toBe(name);
				else open.push(name ?? '');
			}
			expect(open).toEqual([]);
		}
	});

	it('S3: the CSV is RFC 4180, one row per version, and opens no formula', () => {
		const { csv } = report();
		expect(csv.startsWith('\uFEFF')).toBe(true);
		const [headings, ...rows] = parse(csv.slice(1), { record_delimiter: '\r\n' }) as string[][];
		const column = (name: string): Array<string | undefined> => rows.map((row) => row[headings?.indexOf(name) ?? -1]);
		expect(column('Version').slice(0, 3)).toEqual(['1', '2', '4']);
		expect(column('In force').slice(0, 3)).toEqual(['false', 'true', 'false']);
		expect(column('Change note').slice(0, 3)).toEqual([`'=HYPERLINK("https://evil.example.com","x")`, `Line one\nline "two", ${EVIL}`, `'-2+3`]);
		expect(column('Findings').join(' ')).toContain('Version 3 is missing after 2.');
		expect(rows.every((row) => row.length === headings?.length)).toBe(true);
	});

	it.each(['a;=1+1', 'a; @SUM(A1)', 'a\t-1', 'see 3;＝1'])('S3: %j is no formula where another mark ends a cell', (text) => {
		for (const cell of csvOf([[text]], false).split(/[;\t]/).slice(1)) expect(cell).toMatch(/^\s*'/);
	});

	it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1'])('S3: %j is no formula in a CSV', (text) => {
		expect(csvOf([[text]], false)).toMatch(/^"?'/);
	});

	it('S3: the JSON holds everything, with the anchor', () => {
		const { json, anchor } = report();
		const value = JSON.parse(json) as { anchor: unknown; lineages: Array<{ value: { versions: unknown[] } }> };
		expect(value).toMatchObject({ report: 'version-traceback', producedBy: 'Workflow 03, run 17', submission: { acceptanceNumber: 'CXHS2600001' } });
		expect(value.anchor).toEqual(anchor);
		expect(value.lineages[0]?.value.versions).toHaveLength(3);
	});

	it('S3: the timeline shows every version, what was in force and the acceptance', () => {
		const { timeline } = report();
		expect(timeline.match(/<circle|<path/g)).toHaveLength(3 + 4);
		expect(timeline).toContain('2026-02-15');
		expect(timeline).not.toContain('NaN');
	});

	it('S3: nothing to show, no times and thousands of versions give a report too', () => {
		expect(report({}, []).timeline).not.toMatch(/NaN|Infinity/);
		expect(report({}, stored([{ number: '1' }])).html).toContain('The source names no time for version 1');
		expect(report({ language: 'zh-CN' }, stored([{ number: '1', uploadedAt: '下周' }])).html).toContain('来源未提供版本 1 的时间，或时间无法识别。');
		const many = Array.from({ length: 3000 }, (_, index) => ({ number: String(index + 1), uploadedAt: `20${String(10 + Math.floor(index / 360)).padStart(2, '0')}-${String(1 + (Math.floor(index / 30) % 12)).padStart(2, '0')}-01` }));
		expect(report({}, stored(many)).html.length).toBeGreaterThan(500_000);
	});

	it('S3: both languages use the same names', () => {
		for (const part of ['report', 'document'] as const) expect(templateNames(TEMPLATES['zh-CN'].lineage[part])).toEqual(templateNames(TEMPLATES.en.lineage[part]));
	});
});
