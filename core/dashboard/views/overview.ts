import type { Context, PageContent } from '../context.js';
import { listOf, numberOf, objectOf, parsed, textOf, type FigureRow, type Light, type Row } from '../figure.js';
import { COMPANY_KEY, fullName, LEVELS, unitOf } from '../group.js';
import { html, NOTHING, type Content, type Html } from '../html.js';
import { cardFigures } from './cards.js';
import { digestsOf, lightTotals } from './lights.js';
import { taskFigures } from './work.js';
import { chip, courseOf, figureSheet, filterForm, lightOf, metricTile, section, table, valueLink } from '../parts.js';

/** More rows than this nobody reads at a glance; the pages of the metrics hold all. */
const MOST_RED = 24;

/** The first page: everything that asks for attention, and the way to why. */
export function overview(context: Context): PageContent {
	const { figures, period, say, definition, unread } = context;
	const company = figures.filter((figure) => figure.unit.level === 'company' && figure.period === period);
	const red = redFigures(context);
	const alarms = openAlarms(context);
	const tiles = context.definitions.flatMap(({ id }) => company.filter(({ metric }) => metric === id));
	const body = html`${filterForm(context, [['view', 'overview']], [])}
${section('glance', say('now'), glance(context, red, alarms))}
${tiles.length === 0 ? empty(context) : section('metrics', say('healthMetrics'), html`<div class="tiles">${tiles.map((figure) => {
	const own = definition(figure.metric);
	return own === null ? NOTHING : metricTile(context, figure, courseOf(context, figure.metric, COMPANY_KEY, true), own);
})}</div>`)}
${tiles.length === 0 ? NOTHING : section('red', say('whereRed'), redTable(context, red))}
${section('alarms', say('openAlarms'), alarmList(context, alarms))}
${section('run', say('lastRun'), lastRun(context))}
${unread === 0 ? NOTHING : html`<p class="quiet">${say('unread', { count: unread })}</p>`}`;
	return { title: say('overview'), trail: [], body, sheet: figureSheet(context, [...tiles, ...red]) };
}

function empty({ say }: Context): Html {
	return html`<section class="message"><h2>${say('emptyTitle')}</h2><p>${say('emptyText')}</p><p>${say('emptyMore')}</p></section>`;
}

/** Red figures of departments and teams; those of persons are for the persons. */
function redFigures({ figures, period }: Context): readonly FigureRow[] {
	const rank = (figure: FigureRow): number => LEVELS.indexOf(figure.unit.level);
	return figures
		.filter((figure) => figure.light === 'red' && figure.result === 'value' && figure.period === period && (figure.unit.level === 'department' || figure.unit.level === 'team'))
		.sort((a, b) => rank(a) - rank(b) || (a.unit.key === b.unit.key ? (a.metric < b.metric ? -1 : 1) : a.unit.key < b.unit.key ? -1 : 1));
}

/** Alarms that are open, those of persons left out. */
function openAlarms({ rows }: Context): readonly Row[] {
	return rows('pt_alarms').filter((row) => textOf(row['state']) === 'open' && textOf(row['level']) !== 'person' && unitOf(textOf(row['groupKey'])) !== null && textOf(row['explanation']) !== '').sort((a, b) => rankOf(a) - rankOf(b) || (textOf(a['alarmKey']) < textOf(b['alarmKey']) ? -1 : 1));
}

const rankOf = (row: Row): number => LEVELS.findIndex((level) => level === row['level']);

interface Glance {
	readonly label: string;
	readonly count: number | null;
	readonly note: string;
	readonly light: Light;
	readonly href: string;
}

function glance(context: Context, red: readonly FigureRow[], alarms: readonly Row[]): Html {
	const { say, period, to, figures } = context;
	const cards = cardFigures(context);
	const tasks = taskFigures(context);
	const lights = lightTotals(context);
	const companyRed = figures.filter((figure) => figure.light === 'red' && figure.period === period && figure.unit.level === 'company').length;
	const light = (count: number | null): Light => (count === null ? 'none' : count > 0 ? 'red' : 'green');
	const all: readonly Glance[] = [
		{ label: say('openAlarms'), count: alarms.length, note: '', light: light(alarms.length), href: '#alarms' },
		{ label: say('redFigures'), count: red.length + companyRed, note: period === '' ? '' : say('inPeriod', { period }), light: light(red.length + companyRed), href: '#red' },
		{ label: say('redPersons'), count: lights === null ? null : lights.red, note: lights === null ? say(digestsOf(context).length === 0 ? 'noDigest' : 'digestHidden') : say('ofPersons', { count: lights.persons }), light: light(lights?.red ?? null), href: to({ view: 'lights' }) },
		{ label: say('overdueCards'), count: cards.overdue, note: say('ofCards', { count: cards.open }), light: light(cards.overdue), href: to({ view: 'cards' }) },
		{ label: say('openTasks'), count: tasks.open, note: say('ofTasks', { count: tasks.overdue }), light: tasks.overdue > 0 ? 'red' : 'none', href: to({ view: 'work' }) },
		{ label: say('milestonesReached'), count: tasks.milestones, note: say('ofMilestones', { count: tasks.receded }), light: tasks.receded > 0 ? 'yellow' : 'none', href: to({ view: 'work' }) },
	];
	return html`<ul class="glance">${all.map(({ label, count, note, light: of, href }) => html`<li class="${of}"><a href="${href}"><span class="label">${label}</span><span class="number">${count ?? '–'}</span>${of === 'none' ? NOTHING : chip(context, of)}<span class="quiet">${note}</span></a></li>`)}</ul>`;
}

function redTable(context: Context, red: readonly FigureRow[]): Content {
	const { say, period, to, language, definition } = context;
	if (red.length === 0) return html`<p>${say('noneRed', { period })}</p>`;
	const rows = red.slice(0, MOST_RED).flatMap((figure) => {
		const own = definition(figure.metric);
		if (own === null) return [];
		const place = html`<a href="${to({ view: 'group', group: figure.unit.key })}">${fullName(figure.unit, language)}</a><br><a class="quiet" href="${to({ view: 'metric', metric: own.id })}">${own.name[language]}</a>`;
		return [[{ content: place, kind: 'head' }, { content: valueLink(context, figure, own), kind: 'num' }, { content: lightOf(context, figure) }] as const];
	});
	return [table(say('whereRed'), [`${say('group')} · ${say('metric')}`, { content: say('value'), kind: 'num' }, say('light')], rows), red.length > MOST_RED ? html`<p class="quiet">${say('moreRed', { count: red.length - MOST_RED })}</p>` : NOTHING];
}

/** More alarms than this unfold. */
const ALARMS_AT_ONCE = 6;

function alarmList(context: Context, alarms: readonly Row[]): Content {
	const { say } = context;
	if (alarms.length === 0) return html`<p>${say('noAlarms')}</p>`;
	const list = (some: readonly Row[]): Html => html`<ul class="alarms">${some.map((row) => alarm(context, row))}</ul>`;
	const folded = alarms.slice(ALARMS_AT_ONCE);
	return [list(alarms.slice(0, ALARMS_AT_ONCE)), folded.length === 0 ? NOTHING : html`<details><summary>${say('moreAlarms', { count: folded.length })}</summary>${list(folded)}</details>`];
}

/** What it is about as a link to the figure that raised it, and the sentence. */
function alarm({ language, to, definition, say }: Context, row: Row): Html {
	const value = objectOf(parsed(textOf(row['payload']))['value']);
	const figure = listOf(value['figures']).map(textOf).at(-1) ?? '';
	const unit = unitOf(textOf(row['groupKey']));
	const metric = definition(textOf(row['metric']))?.name[language] ?? textOf(row['metric']);
	const group = unit === null ? '' : fullName(unit, language);
	const href = figure === '' ? to({ view: 'metric', metric: textOf(row['metric']) }) : to({ view: 'figure', figure });
	const text = textOf(row[language === 'en' ? 'explanation' : 'explanationZh']);
	const sentence = text === '' ? textOf(row['explanation']) : text;
	// The link says it already.
	const opening = `${metric}${language === 'en' ? ', ' : '，'}${group}${language === 'en' ? ':' : '：'}`;
	return html`<li><a href="${href}">${metric} · ${group}</a> <span class="quiet keep">${say('since')} ${textOf(row['firstPeriod'])}</span><p>${sentence.startsWith(opening) ? sentence.slice(opening.length).trim() : sentence}</p></li>`;
}

const STATES = { running: 'running', done: 'done', failed: 'failed' } as const;

function lastRun({ rows, say, moment }: Context): Html {
	const run = [...rows('pt_runs')].sort((a, b) => (textOf(a['startedAt']) < textOf(b['startedAt']) ? 1 : -1))[0];
	if (run === undefined) return html`<p>${say('noRun')}</p>`;
	const state = textOf(run['state']);
	const word = Object.hasOwn(STATES, state) ? say(STATES[state as keyof typeof STATES]) : state;
	const count = (name: string): number => numberOf(run[name]) ?? 0;
	const text = say('runText', { workflow: textOf(run['workflow']), state: word, startedAt: moment(textOf(run['startedAt'])), periods: textOf(run['periods']), records: count('records'), figures: count('figures'), restated: count('restated') });
	const more = [textOf(run['progress']), textOf(run['message'])].filter((one) => one !== '');
	return html`<p>${text}</p>${more.length === 0 || state === 'done' ? NOTHING : html`<p class="quiet">${more.join(' · ')}</p>`}`;
}
