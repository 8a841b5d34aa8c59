import { stack } from '../charts/bars.js';
import type { Context, PageContent } from '../context.js';
import type { FigureRow, Light } from '../figure.js';
import { byPlace, LEVELS, parentKeyOf, unitName, unitOf, type Unit } from '../group.js';
import { html, NOTHING, type Content, type Html } from '../html.js';
import type { MetricDefinition } from '../metric.js';
import { chip, courseOf, figureSheet, filterForm, metricTile, notFound, section, table } from '../parts.js';

/** One department, team or person: its figures of the period, and the units or persons in it. */
export function groupPage(context: Context): PageContent {
	const { request, say, period, language, personNames } = context;
	const unit = unitOf(request.group);
	if (unit === null) return notFound(context);
	const own = context.figures.filter((figure) => figure.unit.key === unit.key && figure.period === period);
	const shown = unit.level === 'person' ? own.filter((figure) => personShown(context, figure)) : own;
	// A person who is not shown looks the same as one who does not exist.
	if (unit.level === 'person' && shown.length === 0) return notFound(context);
	const tiles = context.definitions.flatMap((definition) => shown.filter(({ metric }) => metric === definition.id).map((figure) => metricTile(context, figure, unit.level === 'person' ? [] : courseOf(context, definition.id, unit.key, true), definition)));
	const units = unitsIn(context, unit);
	const persons = unit.level === 'team' ? personsIn(context, unit) : [];
	const body = html`${unit.level === 'person' ? NOTHING : filterForm(context, [['view', 'group'], ['group', unit.key]], [])}
${section('figures', say('figuresOf', { period }), tiles.length === 0 ? html`<p>${say('noFigures', { period })}</p>` : html`<div class="tiles">${tiles}</div>`)}
${units.length === 0 ? NOTHING : section('units', say('subGroups'), unitTable(context, units))}
${persons.length === 0 ? NOTHING : section('persons', say('persons'), html`<p class="quiet">${say('personsNote')}</p>`, personTable(context, persons))}`;
	const exported = [...shown, ...units.flatMap(({ figures }) => figures), ...persons.flatMap(({ figures }) => figures)];
	return { title: unitName(unit, language, personNames), trail: trailOf(context, unit), body, sheet: figureSheet(context, exported) };
}

/** Overview and the units above. */
export function trailOf({ say, to, language }: Context, unit: Unit): ReadonlyArray<readonly [string, string]> {
	const above: Array<readonly [string, string]> = [];
	for (let key = parentKeyOf(unit); key !== null; ) {
		const parent = unitOf(key);
		if (parent === null) break;
		if (parent.level !== 'company') above.unshift([unitName(parent, language), to({ view: 'group', group: parent.key })]);
		key = parentKeyOf(parent);
	}
	return [[say('overview'), to({ view: 'overview' })], ...above];
}

interface Member {
	readonly unit: Unit;
	/** Figures that are shown. */
	readonly figures: readonly FigureRow[];
	/** What stands in place of figures that are not. */
	readonly refusal: string | null;
	readonly hidden: number;
}

function byUnit(figures: readonly FigureRow[]): ReadonlyArray<readonly [Unit, FigureRow[]]> {
	const members = new Map<string, FigureRow[]>();
	for (const figure of figures) {
		const own = members.get(figure.unit.key);
		if (own === undefined) members.set(figure.unit.key, [figure]);
		else own.push(figure);
	}
	return [...members.values()].flatMap((own) => (own[0] === undefined ? [] : [[own[0].unit, own] as const])).sort(([a], [b]) => byPlace(a, b));
}

/** Departments of the company, teams of a department. */
function unitsIn({ figures, period }: Context, unit: Unit): readonly Member[] {
	const below = LEVELS[LEVELS.indexOf(unit.level) + 1];
	if (below === undefined || below === 'person') return [];
	return byUnit(figures.filter((figure) => figure.unit.level === below && figure.period === period && parentKeyOf(figure.unit) === unit.key)).map(([own, rows]) => ({ unit: own, figures: rows, refusal: null, hidden: 0 }));
}

function personsIn(context: Context, team: Unit): readonly Member[] {
	const { figures, period } = context;
	const rows = figures.filter((figure) => figure.unit.level === 'person' && figure.period === period && parentKeyOf(figure.unit) === team.key);
	return byUnit(rows).map(([unit, own]) => {
		const answers = own.map((figure) => ({ figure, refusal: refusalOf(context, figure) }));
		const shown = answers.filter(({ refusal }) => refusal === null).map(({ figure }) => figure);
		return { unit, figures: shown, refusal: shown.length > 0 ? null : (answers[0]?.refusal ?? null), hidden: answers.length - shown.length };
	});
}

export function personShown(context: Context, figure: FigureRow): boolean {
	return refusalOf(context, figure) === null;
}

/**
 * What stands in place of a person's figure; null: it is shown. Asked with everybody who is part of the same figure of the team,
 * so that nobody who is hidden can be computed from the total.
 */
function refusalOf({ figures, definition, visibility, language, say }: Context, figure: FigureRow): string | null {
	const own = definition(figure.metric);
	const team = parentKeyOf(figure.unit);
	if (own === null || own.anonymous) return say('anonymous');
	const same = (other: FigureRow): boolean => other.metric === figure.metric && other.period === figure.period;
	const persons = figures.filter((other) => same(other) && other.unit.level === 'person' && parentKeyOf(other.unit) === team && other.value !== null).map(({ unit }) => unit.person);
	const unit = figures.find((other) => same(other) && other.unit.key === team);
	const answer = visibility.shown({ persons: [...persons, figure.unit.person], dataKinds: own.rows, unitShown: unit !== undefined && unit.result !== 'suppressed' }).get(figure.unit.person);
	return answer === null ? null : (answer?.[language] ?? '–');
}

const LIT: readonly Light[] = ['red', 'yellow', 'green'];

function counted(context: Context, figures: readonly FigureRow[]): Content {
	const { say } = context;
	const count = (light: Light): number => figures.filter((figure) => figure.light === light && figure.result === 'value').length;
	const [red = 0, yellow = 0, green = 0] = LIT.map(count);
	if (red + yellow + green === 0) return html`<span class="quiet">${say('nothingLit')}</span>`;
	return html`${red > 0 ? chip(context, 'red', say('nRed', { count: red })) : NOTHING}${yellow > 0 ? chip(context, 'yellow', say('nYellow', { count: yellow })) : NOTHING}${green > 0 ? chip(context, 'green', say('nGreen', { count: green })) : NOTHING}`;
}

function redNames(context: Context, figures: readonly FigureRow[]): Html {
	const red = figures.filter((figure) => figure.light === 'red' && figure.result === 'value');
	const named = red.flatMap((figure) => {
		const definition: MetricDefinition | null = context.definition(figure.metric);
		return definition === null ? [] : [html`<a href="${context.to({ view: 'figure', figure: figure.figureKey })}">${definition.name[context.language]}</a>`];
	});
	return html`${named.map((one, index) => html`${index === 0 ? '' : context.language === 'en' ? ', ' : '、'}${one}`)}`;
}

function unitTable(context: Context, units: readonly Member[]): Html {
	const { say, to, language } = context;
	const rows = units.map(({ unit, figures }) => {
		const count = (light: Light): number => figures.filter((figure) => figure.light === light && figure.result === 'value').length;
		const name = html`<a href="${to({ view: 'group', group: unit.key })}">${unitName(unit, language)}</a>`;
		return [{ content: name, kind: 'head' }, { content: counted(context, figures) }, { content: stack(LIT.map((light) => [light, count(light)])), kind: 'bar' }, { content: redNames(context, figures), kind: 'wide' }] as const;
	});
	return table(say('subGroups'), [say('group'), say('lightsOfGroup'), { content: say('compared'), kind: 'bar' }, say('redFigures')], rows);
}

function personTable(context: Context, persons: readonly Member[]): Html {
	const { say, to, language, personNames } = context;
	const rows = persons.map(({ unit, figures, refusal, hidden }) => {
		const name = unitName(unit, language, personNames);
		if (refusal !== null) return [{ content: name, kind: 'head' }, { content: html`<span class="quiet">${refusal}</span>` }, { content: '' }] as const;
		return [{ content: html`<a href="${to({ view: 'group', group: unit.key })}">${name}</a>`, kind: 'head' }, { content: [counted(context, figures), hidden === 0 ? NOTHING : html` <span class="quiet">${say('someHidden', { count: hidden })}</span>`] }, { content: redNames(context, figures), kind: 'wide' }] as const;
	});
	return table(say('persons'), [say('levelPerson'), say('lightsOfGroup'), say('redFigures')], rows);
}
