import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planReading, readRequest, renderDashboard, type DashboardAnswer } from '../../../core/dashboard/index.js';
import { addressOf, samePage } from '../../../core/dashboard/request.js';
import { html } from '../../../core/dashboard/html.js';
import { HEALTH_METRICS } from '../../../core/health-metrics/definitions.js';
import { zoneOf } from '../../../core/time/zone.js';
import { dashboardInput } from '../../../nodes/DashboardPage/inputs.js';
import { companyOf, tablesOf } from '../../support/healthCompany.js';

const company = companyOf({ departments: 3, teams: 2, persons: 8, years: 1 });
const { pt_metrics, pt_alarms, pt_process_records } = tablesOf(company, { years: 1 });
const tables: Readonly<Record<string, unknown>> = { pt_metrics, pt_alarms, pt_process_records };
const settings = { zone: zoneOf('Asia/Shanghai'), today: '2026-07-15', smallestGroup: 5, cardForm: 'https://n8n.example.com/form/pt-card-record' };

function page(query: Readonly<Record<string, string>> | string, rows: Readonly<Record<string, unknown>> = tables): DashboardAnswer {
	return renderDashboard(dashboardInput(readRequest(typeof query === 'string' ? queryOf(query) : query, 'en'), rows, settings));
}

const queryOf = (address: string): Record<string, string> => Object.fromEntries(new URLSearchParams(address.replaceAll('&amp;', '&')));
const links = ({ body }: DashboardAnswer): readonly string[] => [...body.matchAll(/href="(\?[^"]*)"/g)].map(([, href]) => (href ?? '').replaceAll('&amp;', '&'));
const find = (metric: string, level: string, period = '2026-Q2', test: (row: (typeof pt_metrics)[number]) => boolean = () => true) => pt_metrics.find((row) => row.metric === metric && row.level === level && row.period === period && test(row));
const switches = (persons: readonly string[], state = 'visible') => persons.map((personId) => ({ switchKey: `${personId} *`, personId, dataKind: '*', state, changedAt: '2026-01-01T00:00:00Z' }));
const teamKey = JSON.stringify(['team', 'Manufacturing', 'Team 5', null]);
const members = company.people.filter(({ team }) => team === 'Team 5').map(({ id }) => id);

describe('the dashboard', () => {
	it('S18: leads from a red number of the overview to the source record in at most four clicks, in both languages', () => {
		for (const lang of ['en', 'zh-CN']) {
			const overview = page({ lang });
			const red = find('goal_adjustment_frequency', 'department', '2026-Q2', ({ light }) => light === 'red');
			const first = links(overview).find((href) => href.includes(`figure=${red?.figureKey ?? ''}`)) ?? '';
			const figure = page(first);
			expect(figure.body).toContain(lang === 'en' ? red?.explanation.slice(0, 60) : red?.explanationZh.slice(0, 30));
			const second = links(figure).find((href) => href.includes('view=record')) ?? '';
			const record = page(second);
			expect(record.status).toBe(200);
			expect(record.body).toContain(lang === 'en' ? 'Open in the source system' : '在来源系统中打开');
			expect(record.body).toMatch(/href="https:\/\/example.com\/goal\/\d+"/);
		}
	});

	it('S18: shows no number that has no way to its explanation', () => {
		const { body } = page({});
		const values = [...body.matchAll(/<a class="value" href="([^"]*)"/g)].map(([, href]) => href ?? '');
		expect(values.length).toBeGreaterThan(10);
		for (const href of values) expect(page(href).status).toBe(200);
		// A row without a sentence is no figure.
		const mute = pt_metrics.map((row) => ({ ...row, explanation: '' }));
		const without = page({}, { pt_metrics: mute });
		expect(without.body).not.toContain('class="value"');
		expect(without.body).toContain(`${mute.length} rows could not be read`);
	});

	it('S18: every link of every page leads to a page', () => {
		const seen = new Set<string>();
		const open = ['?view=overview&lang=en', `?view=group&group=${encodeURIComponent(teamKey)}&lang=en`, '?view=metric&metric=stage_dwell&lang=en', '?view=lights&lang=en', '?view=cards', '?view=work'];
		for (let address = open.pop(); address !== undefined && seen.size < 150; address = open.pop()) {
			if (seen.has(address) || address.includes('format=')) continue;
			seen.add(address);
			const answer = page(address);
			expect(answer.status, address).toBe(200);
			open.push(...links(answer).filter((href) => !seen.has(href) && !href.includes('lang=zh-CN')));
		}
		expect(seen.size).toBeGreaterThan(100);
	});

	it('S18: says in plain words what to run first where nothing has been calculated', () => {
		expect(page({}, {}).body).toContain('Nothing has been calculated yet');
		expect(page({ lang: 'zh-CN' }, { pt_metrics: [{}] }).body).toContain('尚无计算结果');
		for (const view of ['lights', 'cards', 'work']) expect(page({ view }, {}).status).toBe(200);
	});

	it('S18: the switch of the language keeps the place, and both pages have the same structure', () => {
		const query = { view: 'metric', metric: 'process_data_usage', period: '2026-Q1', level: 'department' };
		const english = page({ ...query, lang: 'en' });
		const other = links(english).find((href) => href.includes('lang=zh-CN')) ?? '';
		expect(queryOf(other)).toEqual({ ...query, lang: 'zh-CN' });
		const tags = (answer: DashboardAnswer): string => answer.body.replace(/<title>[^<]*<\/title>|>[^<]*/g, '>').replace(/(aria-label|title|lang|hreflang|href|value)="[^"]*"/g, '');
		expect(tags(page(other))).toBe(tags(english));
		expect(page(other).body).toContain('<html lang="zh-CN">');
	});

	it('S18: nothing is loaded, nothing runs, and no element carries a style of its own', () => {
		for (const view of ['overview', 'metric', 'lights']) {
			const { body } = page({ view, metric: 'stage_dwell' });
			expect(body).not.toMatch(/<script|javascript:|\son\w+=|\sstyle="|src="|@import|url\(/i);
			expect(body).toMatch(/default-src &#39;none&#39;; style-src &#39;sha256-/);
		}
	});

	it('S18: data never become markup', () => {
		const evil = '"><script>alert(1)</script>';
		const rows = pt_metrics.map((row) => ({ ...row, explanation: evil, groupKey: row.level === 'department' ? JSON.stringify(['department', evil, null, null]) : row.groupKey }));
		for (const query of [{}, { view: 'metric', metric: 'stage_dwell' }, { view: 'group', group: evil }, { view: 'record', record: evil, source: evil }, { view: 'figure', figure: rows[0]?.figureKey ?? '' }]) {
			const { body } = page({ ...query, period: '2026-Q2' }, { ...tables, pt_metrics: rows });
			expect(body).not.toContain('<script');
		}
		expect(html`<p title="${'"'}">${'<b>'}${[html`<i>`, null, false, 3]}</p>`.text).toBe('<p title="&quot;">&lt;b&gt;<i>3</p>');
	});

	it('S18: exports what is seen, and no cell is a formula', () => {
		const rows = pt_metrics.map((row) => (row.level === 'department' ? { ...row, groupKey: JSON.stringify(['department', '=HYPERLINK("x")', null, null]) } : row));
		const csv = page({ view: 'metric', metric: 'stage_dwell', format: 'csv' }, { pt_metrics: rows });
		expect(csv.contentType).toBe('text/csv; charset=utf-8');
		expect(csv.disposition).toMatch(/^attachment; filename="performance-trace-metric-2026-Q2.csv"$/);
		expect(csv.body).toContain("'=HYPERLINK");
		const json = JSON.parse(page({ view: 'figure', figure: find('stage_dwell', 'company')?.figureKey ?? '', format: 'json' }).body) as { whole: { rule: { id: string }; evidence: unknown[] }; rows: unknown[] };
		expect(json.whole.rule.id).toBe('stage_dwell');
		expect(json.whole.evidence).toHaveLength(json.rows.length);
	});

	it('S8: shows a restated figure with the old and the new number and the reason', () => {
		const before = find('process_data_usage', 'company', '2026-Q1');
		if (before === undefined) throw new Error('no figure');
		const payload = JSON.parse(before.payload) as { value: object };
		const after = { ...before, metricKey: `${before.figureKey}-1`, revision: 1, value: 50, payload: JSON.stringify({ ...payload, value: { ...payload.value, restatement: { asOf: '2026-04-10T00:00:00Z', kind: 'value', value: before.value, numerator: 1, denominator: 2, reason: 'lateEvidence' } } }) };
		const rows = { ...tables, pt_metrics: [...pt_metrics, after] };
		for (const query of [{ view: 'metric', metric: 'process_data_usage' }, { view: 'figure', figure: before.figureKey }]) {
			const { body } = page(query, rows);
			expect(body).toContain('evidence arrived late');
			expect(body).toContain('50.0%');
			expect(body).toContain(`${(before.value ?? 0).toFixed(1)}%`);
		}
	});

	it('S10: a person is shown only where the switch allows it, in none of page, CSV and JSON otherwise', () => {
		const [one = '', two = ''] = members;
		const own = find('goal_adjustment_frequency', 'person', '2026-Q2', ({ groupName, value }) => groupName === one && value !== null);
		const query = { view: 'figure', figure: own?.figureKey ?? '' };
		expect(own).toBeDefined();
		for (const format of ['html', 'csv', 'json']) {
			const hidden = page({ ...query, format });
			expect(hidden.status).toBe(404);
			expect(hidden.body).not.toContain(one);
// The same words as for a figure that does not exist.
			expect(hidden.body.replaceAll(own?.figureKey ?? '', 'nobody')).toBe(page({ view: 'figure', figure: 'nobody', format }).body);
		}
		const everybody = { ...tables, pt_visibility: switches(members) };
		expect(page(query, everybody).status).toBe(200);
		const list = page({ view: 'group', group: teamKey }, { ...tables, pt_visibility: [...switches(members.slice(2)), ...switches([two], 'hidden')] });
		expect(list.body).toContain('not released');
		expect(list.body).toContain('hidden by owner');
		expect(page({ view: 'group', group: teamKey, format: 'csv' }).body).not.toContain(',person,');
	});

	it('S10: the one hidden person of a team cannot be computed from the total and those who are shown', () => {
		const [, hidden = ''] = members;
		const rows = { ...tables, pt_visibility: switches(members.filter((id) => id !== hidden)) };
		const shown = pt_metrics.filter((row) => row.level === 'person' && row.parentKey === teamKey && row.period === '2026-Q2' && row.metric === 'goal_adjustment_frequency' && row.value !== null).filter((row) => page({ view: 'figure', figure: row.figureKey }, rows).status === 200);
		expect(shown.length).toBe(members.length - 5);
	});

	it('S10: figures of small groups stay hidden, and so does what is in them', () => {
		const small = find('process_data_usage', 'team', '2026-Q2', ({ groupKey }) => groupKey === teamKey);
		expect(small?.result).toBe('suppressed');
		const { body } = page({ view: 'figure', figure: small?.figureKey ?? '' });
		expect(body).toContain('Not shown: small group');
		// The one manager of the team is that figure.
		const manager = find('process_data_usage', 'person', '2026-Q2', ({ parentKey, value }) => parentKey === teamKey && value !== null);
		expect(page({ view: 'figure', figure: manager?.figureKey ?? '' }, { ...tables, pt_visibility: switches(members) }).status).toBe(404);
	});

	it('S10: a record names nobody, whatever the switches of some say: the one who is left would be told; anonymous answers are never shown', () => {
		const talk = pt_process_records.find(({ kind }) => kind === 'talk');
		const { id, source, manager, employee } = JSON.parse(String(talk?.['payload'])) as Record<string, string>;
		const query = { view: 'record', record: id ?? '', source: source ?? '', metric: 'process_data_usage' };
		const closed = page(query, { pt_process_records: [talk] });
		expect(closed.body).not.toContain(`>${manager ?? ''}<`);
		expect(closed.body).toContain('Not named here');
		const open = page(query, { pt_process_records: [talk], pt_visibility: switches([manager ?? '', employee ?? '']) });
		expect(open.body).not.toContain(`>${manager ?? ''}<`);
		expect(open.body).not.toContain(employee ?? '-');
		const rating = pt_process_records.find(({ kind }) => kind === 'rating');
		const answer = page({ view: 'record', record: String((JSON.parse(String(rating?.['payload'])) as Record<string, string>)['id']) }, { pt_process_records: [rating] });
		expect(answer.body).toContain('Answers are anonymous');
		expect(answer.body).not.toContain('score');
	});

	it('S10: says that the number of red persons is hidden, not that nobody was judged', () => {
		const digest = { digestKey: 'code 2026-07-01', area: 'code', day: '2026-07-01', groups: JSON.stringify({ groups: [{ group: 'Software', numbers: null }], total: null, smallestGroup: 5 }), explanation: 'Not shown.', explanationZh: '不显示。' };
		expect(page({}, { pt_digests: [digest] }).body).toContain('not shown: too few persons');
		expect(page({}, { pt_digests: [] }).body).toContain('have not run yet');
	});

	it('S18: shows the record that the figure names, and none that merely ends alike or comes from elsewhere', () => {
		const row = (id: string, source: string) => ({ recordKey: `goal ${source} ${id}`, kind: 'goal', payload: JSON.stringify({ kind: 'goal', id, source, goal: `goal of ${id} at ${source}` }) });
		const rows = { pt_process_records: [row('21', 'rows:goal'), row('1', 'https://other.example.com'), row('1', 'rows:goal')] };
		expect(page({ view: 'record', record: '1', source: 'rows:goal', metric: 'goal_adjustment_frequency' }, rows).body).toContain('goal of 1 at rows:goal');
		expect(page({ view: 'record', record: '3', source: 'rows:goal' }, { pt_process_records: [row('13', 'rows:goal')] }).body).not.toContain('goal of 13');
	});

	it('S10: lists no task that is about the figure of a person, and counts it', () => {
		const task = (level: string, subject: string) => ({ taskKey: `t-${level}`, kind: 'correctiveAction', status: 'open', dueDate: '2026-07-20', subject, explanation: `Goal adjustment frequency, ${level} Ann Lee: red for 2 periods in a row.` });
		const rows = { pt_tasks: [task('person', JSON.stringify(['person', 'Manufacturing', 'Team 5', 'P-7'])), task('team', teamKey)] };
		for (const format of ['html', 'csv', 'json']) {
			const { body } = page({ view: 'work', format }, rows);
			expect(body).toContain('team Ann Lee');
			expect(body).not.toContain('person Ann Lee');
			expect(body).not.toContain('P-7');
		}
		expect(page({ view: 'work' }, rows).body).toMatch(/<td class="num">2<\/td>/);
	});

	it('S10: says nothing of earlier revisions of a figure that is now one of a small group', () => {
		const before = find('process_data_usage', 'company', '2026-Q1');
		if (before === undefined) throw new Error('no figure');
		const payload = JSON.parse(before.payload) as { value: object };
		const after = { ...before, metricKey: `${before.figureKey}-1`, revision: 1, result: 'suppressed', value: null, numerator: null, denominator: null, light: 'none', explanation: 'Too few persons.', explanationZh: '人数过少。', payload: JSON.stringify({ ...payload, value: { ...payload.value, restatement: { asOf: '2026-04-10T00:00:00Z', kind: 'value', value: before.value, numerator: 1, denominator: 2, reason: 'changedEvidence' } } }) };
		const rows = { ...tables, pt_metrics: [...pt_metrics.filter(({ figureKey, metric }) => metric !== 'process_data_usage' || figureKey === before.figureKey), after] };
		for (const query of [{ view: 'metric', metric: 'process_data_usage', period: '2026-Q1' }, { view: 'figure', figure: before.figureKey }]) {
			for (const format of ['html', 'csv', 'json']) expect(page({ ...query, format }, rows).body).not.toContain((before.value ?? 0).toFixed(1));
		}
	});

	it('S18: reads only what a page shows', () => {
		const plan = (query: object) => planReading(readRequest(query, 'en'), pt_metrics.filter(({ level }) => level === 'company'), HEALTH_METRICS);
		expect(plan({})).toMatchObject({ view: 'overview', period: '2026-Q2', metric: '-', group: '-', figure: '-' });
		expect(plan({ view: 'group', group: teamKey, period: '2025-Q4' })).toMatchObject({ period: '2025-Q4', group: teamKey, parent: teamKey });
		expect(plan({ view: 'group', group: JSON.stringify(['person', 'Manufacturing', 'Team 5', 'P040']) })).toMatchObject({ group: teamKey, parent: teamKey });
		expect(plan({ view: 'record', metric: 'process_data_usage', source: 'https://example.com/talk', record: 'talk-7' }).recordKeys).toEqual(['talk https://example.com/talk talk-7', 'view https://example.com/talk talk-7', 'membership https://example.com/talk talk-7']);
		expect(pt_process_records.some(({ recordKey }) => String(recordKey).startsWith('talk https://example.com/talk talk-'))).toBe(true);
	});

	it('S18: any query has a page, the same one each time, and an address is read as it was written', () => {
		fc.assert(
			fc.property(fc.dictionary(fc.constantFrom('view', 'metric', 'group', 'figure', 'record', 'source', 'period', 'level', 'light', 'lang', 'format'), fc.oneof(fc.string(), fc.constantFrom('overview', 'group', 'figure', 'record', 'stage_dwell', teamKey, 'zh-CN', 'csv', '2026-Q1', 'red'))), (query) => {
				const answer = page(query);
				expect([200, 404]).toContain(answer.status);
				expect(page(query)).toEqual(answer);
				const request = readRequest(query, 'en');
				expect(readRequest(queryOf(addressOf(request, request)), 'zh-CN')).toEqual(request);
				expect(readRequest(queryOf(samePage(request, { language: 'zh-CN' })), 'en')).toEqual({ ...request, format: 'html', language: 'zh-CN' });
			}),
			{ numRuns: 60 },
		);
	});
});
