import { linkFor } from '../../explanation/escape.js';
import { roundedText } from '../../explanation/templateHelpers.js';
import { localDayNumber, parseDayNumber, UTC } from '../../time/zone.js';
import { NO_TIME, parseRfc3339 } from '../../time/rfc3339.js';
import { bar, barScale } from '../charts/bars.js';
import type { Context, PageContent } from '../context.js';
import { textOf, type Row } from '../figure.js';
import { Html, html, NOTHING } from '../html.js';
import { chip, section, table } from '../parts.js';
import type { WordKey } from '../words.js';

/** Longer lists are for the export. */
const MOST_CARDS = 60;

interface OpenCard {
	readonly row: Row;
	/** Days since it was found; null where the card does not say. */
	readonly age: number | null;
	readonly overdue: boolean;
}

export function dayOf(text: string): number | null {
	const instant = parseRfc3339(text);
	return parseDayNumber(text.slice(0, 10)) ?? (Number.isNaN(instant) || instant === NO_TIME ? null : localDayNumber(instant, UTC));
}

function openCards({ rows, today }: Context): readonly OpenCard[] {
	const now = dayOf(today);
	return rows('pt_cards')
		.filter((row) => textOf(row['cardNumber']) !== '' && !['closed', 'void', ''].includes(textOf(row['state'])) && textOf(row['explanation']) !== '')
		.map((row) => {
			const found = dayOf(textOf(row['foundAt']));
			const due = dayOf(textOf(row['dueDate']));
			return { row, age: found === null || now === null ? null : Math.max(0, now - found), overdue: due !== null && now !== null && due < now };
		})
		.sort((a, b) => (b.age ?? -1) - (a.age ?? -1) || (textOf(a.row['cardNumber']) < textOf(b.row['cardNumber']) ? -1 : 1));
}

export function cardFigures(context: Context): { readonly open: number; readonly overdue: number } {
	const open = openCards(context);
	return { open: open.length, overdue: open.filter(({ overdue }) => overdue).length };
}

const AGES: ReadonlyArray<readonly [name: WordKey, from: number, to: number]> = [
	['age0', 0, 7],
	['age1', 8, 30],
	['age2', 31, 90],
	['age3', 91, Infinity],
];

/** Open cards by age, causes as a Pareto, and each open card with where it stands. */
export function cardsPage(context: Context): PageContent {
	const { say, rows } = context;
	const open = openCards(context);
	const body =
		rows('pt_cards').length === 0
			? html`<div class="message"><p>${say('noCards')}</p></div>`
			: html`<div class="columns">${section('ages', say('openCards'), ageTable(context, open))}${section('pareto', say('pareto'), paretoTable(context))}</div>${section('list', say('cards'), cardList(context, open))}`;
	return {
		title: say('cardsTitle'),
		trail: [],
		body,
		sheet: {
			columns: ['card', 'state', 'severity', 'department', 'ageDays', 'due', 'overdue', 'explanation'],
			rows: open.map(({ row, age, overdue }) => [textOf(row['cardNumber']), textOf(row['state']), textOf(row['severity']), textOf(row['department']), age, textOf(row['dueDate']), overdue, textOf(row['explanation'])]),
		},
	};
}

function ageTable({ say }: Context, open: readonly OpenCard[]): Html {
	const counted = AGES.map(([name, from, to]) => ({ name, count: open.filter(({ age }) => age !== null && age >= from && age <= to).length }));
	const unknown = open.filter(({ age }) => age === null).length;
	const all = [...counted, ...(unknown === 0 ? [] : [{ name: 'ageUnknown' as const, count: unknown }])];
	const scale = barScale(all.map(({ count }) => count));
	return table(say('openCards'), [say('age'), { content: say('count'), kind: 'num' }, { content: say('compared'), kind: 'bar' }], all.map(({ name, count }) => [{ content: say(name), kind: 'head' }, { content: count, kind: 'num' }, { content: bar(scale(count), name === 'age3' ? 'red' : name === 'age2' ? 'yellow' : 'plain'), kind: 'bar' }]));
}

function paretoTable({ say, rows, pareto }: Context): Html {
	const causes = new Map<string, number>();
	for (const row of rows('pt_cards')) {
		if (textOf(row['cardNumber']) === '' || textOf(row['state']) === 'void') continue;
		const cause = textOf(row['causeCategory']);
		causes.set(cause, (causes.get(cause) ?? 0) + 1);
	}
	const { rows: counted } = pareto(causes);
	const scale = barScale(counted.map(({ count }) => count));
	const number = (content: string) => ({ content, kind: 'num' }) as const;
	return table(
		say('pareto'),
		[say('cause'), number(say('count')), number(say('cumulative')), { content: say('compared'), kind: 'bar' }],
		counted.map(({ id, count, cumulative, vital }) => [{ content: id === '' ? say('notStated') : id, kind: 'head' }, number(String(count)), number(`${roundedText(cumulative, 1)}%`), { content: bar(scale(count), vital ? 'strong' : 'plain'), kind: 'bar' }]),
	);
}

function cardList(context: Context, open: readonly OpenCard[]): Html {
	const { say, cardForm, cardWords, language } = context;
	const word = (kind: 'state' | 'severity', code: string): string => (Object.hasOwn(cardWords[kind], code) ? (cardWords[kind][code]?.[language] ?? code) : code);
	if (open.length === 0) return html`<p>–</p>`;
	return table(
		say('cards'),
		[say('card'), say('state'), say('severity'), { content: say('age'), kind: 'num' }, say('due'), say('explanation')],
		open.slice(0, MOST_CARDS).map(({ row, age, overdue }) => {
			const number = textOf(row['cardNumber']);
			const label = cardForm === '' ? html`<span class="keep">${number}</span>` : html`<span class="keep">${new Html(linkFor('html', number, `${cardForm}${cardForm.includes('?') ? '&' : '?'}card=${encodeURIComponent(number)}`))}</span>`;
			return [
				{ content: label, kind: 'head' },
				{ content: word('state', textOf(row['state'])) },
				{ content: word('severity', textOf(row['severity'])) },
				{ content: age === null ? '–' : say('days', { count: age }), kind: 'num' },
				{ content: [textOf(row['dueDate']), overdue ? html` ${chip(context, 'red', say('overdue'))}` : NOTHING] },
				{ content: textOf(row['explanation']), kind: 'wide' },
			];
		}),
	);
}
