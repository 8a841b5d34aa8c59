import { sparkline } from './charts/trend.js';
import type { Context, PageContent, Sheet } from './context.js';
import { detailsOf, type FigureRow, type Light } from './figure.js';
import { fullName } from './group.js';
import { html, NOTHING, type Content, type Html } from './html.js';
import { changeText, fractionText, quantity, valueText, type MetricDefinition } from './metric.js';

/* What several pages show alike. */

const SHAPES: Readonly<Record<Light, Html>> = {
	red: html`<path d="M8 1.5 15 14.5H1Z"/>`,
	yellow: html`<path d="M8 .8 15.2 8 8 15.2.8 8Z"/>`,
	green: html`<circle cx="8" cy="8" r="7"/>`,
	grey: html`<circle cx="8" cy="8" r="6" class="ring"/>`,
	none: html`<path d="M2 8h12" class="ring"/>`,
};

/** A light: shape and word, never colour alone. */
export function chip({ say }: Context, light: Light, text: string = say(light)): Html {
	return html`<span class="chip ${light}"><svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true" focusable="false">${SHAPES[light]}</svg>${text}</span>`;
}

/** Light of a figure; where there is no value, why. */
export function lightOf(context: Context, { light, result }: FigureRow): Html {
	return result === 'value' && light !== 'none' ? chip(context, light) : result === 'tooFew' ? chip(context, 'grey', context.say('tooFew')) : NOTHING;
}

/** The value as a link to what it rests on. */
export function valueLink({ to, language }: Context, figure: FigureRow, definition: MetricDefinition): Html {
	const text = valueText(figure, definition, language);
	return html`<a class="${figure.value === null ? 'novalue' : 'value'}" href="${to({ view: 'figure', figure: figure.figureKey })}" title="${figure.explanation[language]}">${text}</a>`;
}

export interface Cell {
	readonly content: Content;
	readonly kind?: 'num' | 'head' | 'wide' | 'bar';
}

/** A table that can be moved sideways by keyboard where it is wider than the screen. */
export function table(label: string, heads: ReadonlyArray<string | Cell>, rows: ReadonlyArray<readonly Cell[]>, name = ''): Html {
	const head = heads.map((one) => (typeof one === 'string' ? { content: one } : one));
	const cell = ({ content, kind }: Cell): Html => (kind === 'head' ? html`<th scope="row">${content}</th>` : html`<td${kind === undefined ? NOTHING : html` class="${kind}"`}>${content}</td>`);
	return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table class="${name}"><thead><tr>${head.map(({ content, kind }) => html`<th scope="col"${kind === undefined ? NOTHING : html` class="${kind}"`}>${content}</th>`)}</tr></thead><tbody>${rows.map((cells) => html`<tr>${cells.map(cell)}</tr>`)}</tbody></table></div>`;
}

/** A part of a page under its heading; the tables in it are the landmarks. */
export function section(id: string, title: string, ...content: readonly Content[]): Html {
	return html`<section><h2 id="${id}">${title}</h2>${content}</section>`;
}

/** Pairs of name and content. */
export function facts(pairs: ReadonlyArray<readonly [name: string, content: Content]>): Html {
	return html`<dl class="facts">${pairs.map(([name, content]) => html`<div><dt>${name}</dt><dd>${content}</dd></div>`)}</dl>`;
}

/** Tile of one metric: value, light, what it is made of, change and course. */
export function metricTile(context: Context, figure: FigureRow, course: readonly FigureRow[], definition: MetricDefinition): Html {
	const { language, say, to } = context;
	const { previous, baseline, restatement } = detailsOf(figure);
	const change = previous === null ? '' : changeText(previous.change, previous.points, language);
	const named = figure.unit.level === 'company' ? to({ view: 'metric', metric: definition.id }) : to({ view: 'metric', metric: definition.id, level: figure.unit.level });
	return html`<article class="tile ${figure.light}"><h3><a href="${named}">${definition.name[language]}</a></h3>
<p class="figure">${valueLink(context, figure, definition)} ${lightOf(context, figure)}</p>
<p class="quiet">${fractionText(figure, definition, language)}</p>
<div class="course">${sparkline(course.map(({ value }) => value), course.map(({ light }) => light))}<p class="quiet">${previous !== null && change !== '' ? html`<strong class="keep">${change}</strong> <span class="keep">${say('against', { period: previous.period })}</span>` : baseline !== null ? `${say('baseline')} ${quantity(baseline.value, definition.unit, language)}` : NOTHING}</p></div>
${restatement === null ? NOTHING : html`<p class="quiet note">${say('restated')}</p>`}</article>`;
}

/** Figures of one metric and group in order of time; `upTo`: those of the chosen period and before. */
export function courseOf({ figures, periods, period }: Context, metric: string, groupKey: string, upTo = false): readonly FigureRow[] {
	const end = upTo ? (periods.find(({ id }) => id === period)?.start ?? '') : '';
	return figures.filter((figure) => figure.metric === metric && figure.unit.key === groupKey && (end === '' || figure.periodStart <= end)).sort((a, b) => (a.periodStart < b.periodStart ? -1 : 1));
}

/** Figures as an export holds them. */
export function figureSheet({ language, definition }: Context, figures: readonly FigureRow[]): Sheet {
	return {
		columns: ['metric', 'metricName', 'level', 'group', 'period', 'value', 'unit', 'numerator', 'denominator', 'light', 'result', 'revision', 'asOf', 'explanation', 'figureKey'],
		rows: figures.map((one) => [one.metric, definition(one.metric)?.name[language] ?? one.metric, one.unit.level, fullName(one.unit, language), one.period, one.value, definition(one.metric)?.unit ?? '', one.value === null ? null : one.numerator, one.value === null ? null : one.denominator, one.light, one.result, one.revision, one.asOf, one.explanation[language], one.figureKey]),
	};
}

/** The page for what is not there or may not be shown: the same words for both. */
export function notFound({ say, to }: Context): PageContent {
	return {
		title: say('notFoundTitle'),
		trail: [],
		body: html`<div class="message"><p>${say('notFoundText')}</p><p><a href="${to({ view: 'overview' })}">${say('overview')}</a></p></div>`,
		sheet: { columns: ['message'], rows: [[say('notFoundText')]] },
		missing: true,
	};
}

/** A form that chooses among values; it works without script. `keep` are the values that stay. */
export function filterForm({ say, request, periods, period }: Context, keep: ReadonlyArray<readonly [string, string]>, choices: ReadonlyArray<{ readonly name: string; readonly label: string; readonly value: string; readonly options: ReadonlyArray<readonly [value: string, label: string]> }>, withPeriod = true): Html {
	const all = [
		...(withPeriod && periods.length > 0 ? [{ name: 'period', label: say('period'), value: period, options: periods.map(({ id, closed }) => [id, closed ? id : say('periodOpen', { period: id })] as const) }] : []),
		...choices,
	];
	if (all.length === 0) return NOTHING;
	return html`<form class="filter" method="get" action="?">${[...keep, ['lang', request.language] as const].filter(([, value]) => value !== '').map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}${all.map(({ name, label, value, options }) => html`<label>${label} <select name="${name}">${options.map(([option, text]) => html`<option value="${option}"${option === value ? html` selected` : NOTHING}>${text}</option>`)}</select></label>`)}<button type="submit">${say('show')}</button></form>`;
}
