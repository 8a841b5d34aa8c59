import { bar, barScale } from '../charts/bars.js';
import { trendChart, type TrendLine } from '../charts/trend.js';
import type { Context, PageContent } from '../context.js';
import { detailsOf, LIGHTS, type FigureRow, type Part } from '../figure.js';
import { byPlace, COMPANY_KEY, fullName, LEVELS, unitName } from '../group.js';
import { html, NOTHING, type Content, type Html } from '../html.js';
import { bandsOf, bandsText, fractionText, quantity, resultWord, tickText, valueText, type MetricDefinition } from '../metric.js';
import { courseOf, facts, figureSheet, filterForm, lightOf, notFound, section, table, valueLink, type Cell } from '../parts.js';

/** One metric: its course, where it stands in each department and team, what it means and how to improve it. */
export function metricPage(context: Context): PageContent {
	const { request, say, language, to, period } = context;
	const definition = context.definition(request.metric);
	if (definition === null) return notFound(context);
	const course = courseOf(context, definition.id, COMPANY_KEY);
	const now = course.find((figure) => figure.period === period);
	const groups = groupsOf(context, definition);
	const body = html`${filterForm(context, [['view', 'metric'], ['metric', definition.id]], [
		{ name: 'level', label: say('level'), value: request.level, options: [['', say('all')], ['department', say('levelDepartment')], ['team', say('levelTeam')]] },
		{ name: 'light', label: say('light'), value: request.light, options: [['', say('all')], ...LIGHTS.filter((light) => light !== 'none').map((light) => [light, say(light)] as const)] },
	])}
${now === undefined ? NOTHING : headline(context, now, definition)}
${section('trend', `${say('trend')} · ${say('company')}`, trendOf(context, definition, course, 'trend'))}
${now === undefined ? NOTHING : partsOf(context, now, definition)}
${section('groups', say('distribution'), distribution(context, definition, groups))}
${restatements(context, definition)}
${section('about', say('aboutMetric'), about(definition, context))}`;
	return { title: definition.name[language], trail: [[say('overview'), to({ view: 'overview' })]], body, sheet: figureSheet(context, [...course, ...groups]) };
}

/** The value large, its light and the sentence that explains it. */
export function headline(context: Context, figure: FigureRow, definition: MetricDefinition): Html {
	const { language, say } = context;
	return html`<div class="headline ${figure.light}"><p class="figure">${valueLink(context, figure, definition)} ${lightOf(context, figure)}</p><p class="quiet">${figure.period} · ${fractionText(figure, definition, language)}</p><p>${figure.explanation[language]}</p>${figure.closed ? NOTHING : html`<p class="quiet note">${say('periodOpen', { period: figure.period })}</p>`}</div>`;
}

/** Chart of the values with thresholds and intervals, and the same as a table. */
export function trendOf(context: Context, definition: MetricDefinition, course: readonly FigureRow[], id: string): Content {
	const { language, say } = context;
	const details = course.map(detailsOf);
	const last = details.at(-1);
	const bands = last?.rule === null || last?.rule === undefined ? definition.bands : bandsOf(last.rule.parameters);
	const text = (value: number): string => quantity(value, definition.unit, language);
	const lines: TrendLine[] = [
		...(bands === null ? [] : [{ value: bands.green, label: `${say('greenLine')} ${tickText(bands.green, definition.unit, language)}`, kind: 'green' as const }, ...(bands.red === null ? [] : [{ value: bands.red, label: `${say('redLine')} ${tickText(bands.red, definition.unit, language)}`, kind: 'red' as const }])]),
		...(last?.baseline == null ? [] : [{ value: last.baseline.value, label: `${say('baselineLine')} ${text(last.baseline.value)}`, kind: 'baseline' as const }]),
	];
	const points = course.map((figure, index) => {
		const interval = figure.value === null ? null : (details[index]?.interval ?? null);
		return { label: figure.period, value: figure.value, low: interval?.low ?? null, high: interval?.high ?? null, light: figure.light, title: `${figure.period}: ${valueText(figure, definition, language)}, ${say(figure.light)}` };
	});
	const [first, end] = [course[0], course.at(-1)];
	if (first === undefined || end === undefined) return html`<p>–</p>`;
	const title = say('chartTrend', { metric: definition.name[language], group: fullName(first.unit, language) });
	const values = { first: first.period, firstValue: valueText(first, definition, language), last: end.period, lastValue: valueText(end, definition, language) };
	const rows = course.map((figure, index) => {
		const interval = details[index]?.interval ?? null;
		return [
			{ content: figure.period, kind: 'head' },
			{ content: valueLink(context, figure, definition), kind: 'num' },
			{ content: fractionText(figure, definition, language) },
			{ content: interval === null || figure.value === null ? '–' : `${text(interval.low)} – ${text(interval.high)}`, kind: 'num' },
			{ content: lightOf(context, figure) },
		] as const;
	});
	return [
		trendChart({ points, lines, title, about: say('chartTrendAbout', values), tick: (value) => tickText(value, definition.unit, language) }, id),
		html`<details><summary>${say('asTable')}</summary>${table(title, [say('period'), { content: say('value'), kind: 'num' }, say('count'), { content: say('interval'), kind: 'num' }, say('light')], rows)}</details>`,
	];
}

/** Stages, states or factors of a figure: how long each takes, how many there are. */
export function partsOf({ language, say }: Context, figure: FigureRow, definition: MetricDefinition): Html {
	const { parts, partsHidden } = detailsOf(figure);
	if (parts.length === 0) return NOTHING;
	const text = (value: number | null): string => (value === null ? '–' : quantity(value, definition.unit, language));
	const scale = barScale(parts.map(({ value }) => value));
	const number = (content: string | number) => ({ content, kind: 'num' }) as const;
	const some = (test: (part: Part) => boolean): boolean => parts.some(test);
	const [medians, opens, withouts] = [some(({ median }) => median !== null), some(({ open }) => open > 0), some(({ without }) => without !== null)];
	const stages = definition.id === 'stage_dwell';
	const heads = [
		say(stages ? 'stage' : 'parts'),
		...(definition.unit === 'count' ? [] : [number(say('count'))]),
		number(say(definition.unit === 'count' ? 'count' : 'mean')),
		...(medians ? [number(say('median')), number(say('p90'))] : []),
		...(opens ? [number(say('stillOpen'))] : []),
		...(withouts ? [number(say('without'))] : []),
		{ content: say('compared'), kind: 'bar' as const },
	];
	const rows = parts.map((part) => [
		{ content: part.name === '' ? say('noFactor') : part.name, kind: 'head' as const },
		...(definition.unit === 'count' ? [] : [number(part.denominator)]),
		number(text(part.value)),
		...(medians ? [number(text(part.median)), number(text(part.p90))] : []),
		...(opens ? [number(part.open)] : []),
		...(withouts ? [number(text(part.without))] : []),
		{ content: bar(scale(part.value ?? 0), part.worse ? 'red' : 'plain'), kind: 'bar' as const },
	]);
	const title = say(stages ? 'stageFunnel' : 'parts');
	return section('parts', title, table(title, heads, rows), partsHidden === 0 ? NOTHING : html`<p class="quiet">${say('partsHidden', { count: partsHidden })}</p>`);
}

/** Departments, each followed by its teams; persons are on the page of their team. */
function groupsOf({ figures, period, request }: Context, { id }: MetricDefinition): readonly FigureRow[] {
	return figures
		.filter((figure) => figure.metric === id && figure.period === period && (figure.unit.level === 'department' || figure.unit.level === 'team'))
		.filter((figure) => (LEVELS.some((level) => level === request.level) ? figure.unit.level === request.level : true) && (LIGHTS.some((light) => light === request.light) ? figure.light === request.light && figure.result !== 'suppressed' : true))
		.sort((a, b) => byPlace(a.unit, b.unit));
}

function distribution(context: Context, definition: MetricDefinition, groups: readonly FigureRow[]): Content {
	const { say, language, to } = context;
	if (groups.length === 0) return html`<p>${say('noGroups')}</p>`;
	const bands = definition.bands;
	const scale = barScale(groups.map(({ value }) => value), Math.max(bands?.green ?? 0, bands?.red ?? 0) * 1.1);
	const marks = bands === null ? [] : [scale(bands.green), ...(bands.red === null ? [] : [scale(bands.red)])];
	const rows: Cell[][] = [];
	// Teams that are not shown are one line of their department: how many, and why.
	let hidden = 0;
	const closeHidden = (): void => {
		if (hidden > 0) rows.push([{ content: html`<span class="team quiet">${say('hiddenTeams', { count: hidden })}</span>`, kind: 'head' }, { content: html`<span class="quiet">${say('suppressed')}</span>`, kind: 'num' }, { content: '' }, { content: '' }]);
		hidden = 0;
	};
	for (const figure of groups) {
		if (figure.unit.level === 'team' && figure.result === 'suppressed') {
			hidden++;
			continue;
		}
		if (figure.unit.level === 'department') closeHidden();
		const name = html`<a class="${figure.unit.level}" href="${to({ view: 'group', group: figure.unit.key })}">${unitName(figure.unit, language)}</a>`;
		rows.push([{ content: name, kind: 'head' }, { content: [valueLink(context, figure, definition), html`<br><span class="quiet">${fractionText(figure, definition, language)}</span>`], kind: 'num' }, { content: lightOf(context, figure) }, { content: figure.value === null ? '' : bar(scale(figure.value), figure.light, marks), kind: 'bar' }]);
	}
	closeHidden();
	const any = groups.some(({ result }) => result === 'suppressed');
	return [table(say('distribution'), [say('group'), { content: say('value'), kind: 'num' }, say('light'), { content: say('compared'), kind: 'bar' }], rows, 'units'), any ? html`<p class="quiet">${say('hiddenGroups')}</p>` : NOTHING];
}

/** Old and new of every figure of the metric that was restated, among those that the page read. */
export function restatements(context: Context, { id, unit }: MetricDefinition): Html {
	const { figures, say, language, to } = context;
	const restated = figures.filter((figure) => figure.metric === id && figure.unit.level !== 'person' && figure.revision > 0).map((figure) => ({ figure, restatement: detailsOf(figure).restatement })).filter(({ restatement }) => restatement !== null);
	if (restated.length === 0) return NOTHING;
	const reasons = { lateEvidence: say('lateEvidence'), changedEvidence: say('changedEvidence'), changedRule: say('changedRule') } as const;
	const rows = restated.map(({ figure, restatement }) => {
		const before = restatement?.value == null ? resultWord(restatement?.result ?? '', language) : quantity(restatement.value, unit, language);
		const reason = restatement?.reason ?? '';
		return [
			{ content: html`<a href="${to({ view: 'figure', figure: figure.figureKey })}">${fullName(figure.unit, language)}, ${figure.period}</a>`, kind: 'head' },
			{ content: before, kind: 'num' },
			{ content: figure.value === null ? resultWord(figure.result, language) : quantity(figure.value, unit, language), kind: 'num' },
			{ content: Object.hasOwn(reasons, reason) ? reasons[reason as keyof typeof reasons] : reason },
			{ content: (restatement?.asOf ?? '').slice(0, 10) },
		] as const;
	});
	return section('restatements', say('restatements'), table(say('restatements'), [say('group'), { content: say('restatedFrom'), kind: 'num' }, { content: say('restatedTo'), kind: 'num' }, say('reason'), say('restatedAsOf')], rows));
}

function about(definition: MetricDefinition, { say, language }: Context): Html {
	return facts([
		[say('formula'), definition.formula[language]],
		[say('code'), html`<code>${definition.code}</code>`],
		[say('numerator'), definition.numerator[language]],
		[say('denominator'), definition.denominator[language]],
		[say('countsBy'), definition.anchor[language]],
		[say('thresholds'), bandsText(definition.bands, definition, language)],
		...(definition.alarm === null ? [] : [[say('alarm'), definition.alarm[language]] as const]),
		[say('improve'), definition.improve[language]],
		[say('restsOn'), definition.source[language]],
		[say('version'), `${definition.id} ${definition.version}`],
	]);
}
