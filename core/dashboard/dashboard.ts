import { csvOf } from '../explanation/csv.js';
import { contextOf, type Context, type DashboardInput, type PageContent } from './context.js';
import { pageOf } from './page.js';
import type { ViewName } from './request.js';
import { cardsPage } from './views/cards.js';
import { figurePage } from './views/figure.js';
import { groupPage } from './views/group.js';
import { lightsPage } from './views/lights.js';
import { metricPage } from './views/metric.js';
import { overview } from './views/overview.js';
import { recordPage } from './views/record.js';
import { workPage } from './views/work.js';

/** What a web server answers. */
export interface DashboardAnswer {
	readonly status: number;
	readonly contentType: string;
	/** `inline`, or `attachment` with a file name. */
	readonly disposition: string;
	readonly body: string;
	readonly title: string;
}

const PAGES: Readonly<Record<ViewName, (context: Context) => PageContent>> = {
	overview,
	metric: metricPage,
	group: groupPage,
	figure: figurePage,
	record: recordPage,
	lights: lightsPage,
	cards: cardsPage,
	work: workPage,
};

/**
 * One page of the dashboard as HTML, or what it shows as CSV or JSON. Nothing is loaded from outside, no script runs, data never become markup,
 * and what may not be seen is in none of the three. The same input gives the same bytes. Source: spec S18, S10.
 */
export function renderDashboard(input: DashboardInput): DashboardAnswer {
	const context = contextOf(input);
	const { request } = context;
	const content = PAGES[request.view](context);
	const status = content.missing === true ? 404 : 200;
	const { title, sheet } = content;
	const asOf = context.figures.reduce((latest, figure) => (figure.asOf > latest ? figure.asOf : latest), '');
	const name = `performance-trace-${request.view}${context.period === '' ? '' : `-${context.period.replace(/[^\w-]+/g, '_')}`}`;
	if (request.format === 'csv') return { status, title, contentType: 'text/csv; charset=utf-8', disposition: `attachment; filename="${name}.csv"`, body: csvOf([sheet.columns, ...sheet.rows]) };
	if (request.format === 'json') {
		const rows = sheet.rows.map((row) => Object.fromEntries(sheet.columns.map((column, index) => [column, row[index] ?? null])));
		const body = JSON.stringify({ view: request.view, title, period: context.period, language: request.language, asOf, ...(content.whole === undefined ? {} : { whole: content.whole }), rows }, null, 2);
		return { status, title, contentType: 'application/json; charset=utf-8', disposition: `attachment; filename="${name}.json"`, body: `${body}\n` };
	}
	return { status, title, contentType: 'text/html; charset=utf-8', disposition: 'inline', body: pageOf(context, content, context.moment(asOf)) };
}
