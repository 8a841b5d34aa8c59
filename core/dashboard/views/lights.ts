import { stack } from '../charts/bars.js';
import type { Context, PageContent } from '../context.js';
import { listOf, numberOf, objectOf, parsed, textOf, type Light, type Row } from '../figure.js';
import { Html, html, NOTHING } from '../html.js';
import { chip, section, table } from '../parts.js';
import { linkFor } from '../../explanation/escape.js';

interface Numbers {
	readonly persons: number;
	readonly red: number;
	readonly yellow: number;
	readonly green: number;
}

/** The digest of an area on its newest day, as core/visibility made it. */
interface Digest {
	readonly area: string;
	readonly day: string;
	readonly groups: ReadonlyArray<{ readonly group: string; readonly numbers: Numbers | null }>;
	readonly total: Numbers | null;
	readonly explanation: string;
}

function numbersOf(value: unknown): Numbers | null {
	const row = objectOf(value);
	const persons = numberOf(row['persons']);
	return persons === null ? null : { persons, red: numberOf(row['red']) ?? 0, yellow: numberOf(row['yellow']) ?? 0, green: numberOf(row['green']) ?? 0 };
}

export function digestsOf({ rows, language }: Context): readonly Digest[] {
	const newest = new Map<string, Row>();
	for (const row of rows('pt_digests')) {
		const area = textOf(row['area']);
		const before = newest.get(area);
		if (area !== '' && (before === undefined || textOf(before['day']) < textOf(row['day']))) newest.set(area, row);
	}
	return [...newest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([area, row]) => {
		const stored = parsed(textOf(row['groups']));
		return {
			area,
			day: textOf(row['day']),
			groups: listOf(stored['groups']).map(objectOf).map((one) => ({ group: textOf(one['group']), numbers: numbersOf(one['numbers']) })),
			total: numbersOf(stored['total']),
			explanation: textOf(row[language === 'en' ? 'explanation' : 'explanationZh']),
		};
	});
}

/** Persons with a red light, of all areas whose totals are shown; null where none is. */
export function lightTotals(context: Context): { readonly red: number; readonly persons: number } | null {
	const totals = digestsOf(context).flatMap(({ total }) => (total === null ? [] : [total]));
	return totals.length === 0 ? null : { red: totals.reduce((sum, { red }) => sum + red, 0), persons: totals.reduce((sum, { persons }) => sum + persons, 0) };
}

/** Numbers of persons by light, never who; and the lights of pages and repositories, which are about nobody. */
export function lightsPage(context: Context): PageContent {
	const { say, language } = context;
	const digests = digestsOf(context);
	const open = context.rows('pt_lights').filter((row) => textOf(row['personId']) === '' && isOpenAudience(row) && ['red', 'yellow'].includes(textOf(row['light'])) && textOf(row['state']) !== 'out' && textOf(row['explanation']) !== '');
	const body = html`<p class="lead">${say('lightsIntro')}</p>
${digests.length === 0 ? html`<div class="message"><p>${say('noDigest')}</p></div>` : digests.map((digest) => section(`area-${digest.area}`, `${areaName(context, digest.area)} · ${say('asOfDay', { day: digest.day })}`, html`<p>${digest.explanation}</p>`, digestTable(context, digest)))}
${section('pages', say('pageLights'), open.length === 0 ? html`<p>${say('noPageLights')}</p>` : html`<ul class="alarms">${open.map((row) => html`<li>${chip(context, textOf(row['light']) as Light)} ${textOf(row[language === 'en' ? 'explanation' : 'explanationZh'])}${sourceLink(row)}</li>`)}</ul>`)}`;
	return {
		title: say('lightsTitle'),
		trail: [],
		body,
		sheet: {
			columns: ['area', 'day', 'group', 'persons', 'red', 'yellow', 'green'],
			rows: digests.flatMap(({ area, day, groups, total }) => [...groups, { group: say('total'), numbers: total }].map(({ group, numbers }) => [area, day, group, numbers?.persons ?? null, numbers?.red ?? null, numbers?.yellow ?? null, numbers?.green ?? null])),
		},
	};
}

function digestTable(context: Context, { groups, total, area }: Digest): Html {
	const { say } = context;
	const cells = ({ persons, red, yellow, green }: Numbers) => [{ content: red, kind: 'num' }, { content: yellow, kind: 'num' }, { content: green, kind: 'num' }, { content: persons, kind: 'num' }, { content: stack([['red', red], ['yellow', yellow], ['green', green]]), kind: 'bar' }] as const;
	const hidden = [{ content: say('suppressed') }, { content: '' }, { content: '' }, { content: '' }, { content: '' }];
	const rows = [...groups, { group: say('total'), numbers: total }].map(({ group, numbers }) => [{ content: group === '–' ? say('noDepartment') : group, kind: 'head' as const }, ...(numbers === null ? hidden : cells(numbers))]);
	const number = (content: string) => ({ content, kind: 'num' }) as const;
	return table(areaName(context, area), [say('group'), number(say('red')), number(say('yellow')), number(say('green')), number(say('judged')), { content: say('compared'), kind: 'bar' }], rows);
}

function areaName({ say }: Context, area: string): string {
	return area.startsWith('code') ? say('areaCode') : area.startsWith('doc') ? say('areaDocuments') : area;
}

/** Whether everybody who may see the workflow may see it; a row that does not say so is nobody's. */
function isOpenAudience(row: Row): boolean {
	return objectOf(parsed(textOf(row['payload']))['audience'])['level'] === 'open';
}

function sourceLink(row: Row): Html {
	const evidence = listOf(parsed(textOf(row['payload']))['evidence']).map(objectOf);
	const url = evidence.map((one) => textOf(one['url'])).filter((one) => one !== '').at(-1);
	const subject = textOf(row['subjectName']);
	return url === undefined ? NOTHING : html` · ${new Html(linkFor('html', subject === '' ? url : subject, url))}`;
}
