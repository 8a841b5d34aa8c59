import type { BilingualText, Language } from '../judgement/judgement.js';
import { NO_TIME, parseRfc3339 } from '../time/rfc3339.js';
import { formatInstant, type Zone } from '../time/zone.js';
import { chosenPeriod, periodsOf, readFigures, rowsOf, textOf, type FigureRow, type PeriodName, type Row } from './figure.js';
import type { Html } from './html.js';
import type { MetricDefinition } from './metric.js';
import { addressOf, type DashboardRequest } from './request.js';
import { said, WORDS, type WordKey } from './words.js';

/** The persons of one unit and the kinds of records their figures are made of; who of them is shown is not decided here. */
export interface PersonsOfUnit {
	readonly persons: readonly string[];
	readonly dataKinds: readonly string[];
	/** Whether the unit's own figure is shown. */
	readonly unitShown: boolean;
}

/** What decides about persons: `core/visibility`, through the caller. */
export interface PersonVisibility {
	/** Null: shown by name; else the text in place of the figure. */
	readonly shown: (unit: PersonsOfUnit) => ReadonlyMap<string, BilingualText | null>;
	/** The same for one person in a record of a kind. */
	readonly inRecord: (person: string, dataKind: string) => BilingualText | null;
}

export interface ParetoOfCards {
	readonly rows: ReadonlyArray<{ readonly id: string; readonly count: number; readonly share: number; readonly cumulative: number; readonly vital: boolean }>;
	readonly total: number;
}

export interface DashboardInput {
	readonly request: DashboardRequest;
	/** Rows by the name of their table, as far as the view reads it. */
	readonly tables: Readonly<Record<string, unknown>>;
	readonly definitions: readonly MetricDefinition[];
	readonly visibility: PersonVisibility;
	/** Causes of cards counted as a Pareto. */
	readonly pareto: (causes: ReadonlyMap<string, number>) => ParetoOfCards;
	/** Names of the states and severities of cards. */
	readonly cardWords: Readonly<Record<'state' | 'severity', Readonly<Record<string, BilingualText>>>>;
	/** Times are shown as they are there. */
	readonly zone: Zone;
	/** Local date, `2026-03-02`: ages and due dates count up to it. */
	readonly today: string;
	/** Address of the form that shows a card, without its number; empty: no link. */
	readonly cardForm: string;
}

/** What the pages are made from. */
export interface Context extends DashboardInput {
	readonly language: Language;
	/** Newest revision of each figure. */
	readonly figures: readonly FigureRow[];
	readonly revisions: readonly FigureRow[];
	readonly unread: number;
	readonly periods: readonly PeriodName[];
	readonly period: string;
	readonly rows: (table: string) => readonly Row[];
	readonly definition: (metric: string) => MetricDefinition | null;
	readonly personNames: ReadonlyMap<string, string>;
	readonly say: (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;
	/** A time as people of the zone read it; a text that is none stays. */
	readonly moment: (text: string) => string;
	readonly to: (page: Parameters<typeof addressOf>[1]) => string;
}

export function contextOf(input: DashboardInput): Context {
	const { language } = input.request;
	const { newest, all, unread } = readFigures(input.tables['pt_metrics']);
	const period = chosenPeriod(newest, input.request.period);
	const request = { ...input.request, period };
	const definitions = new Map(input.definitions.map((definition) => [definition.id, definition]));
	const figures = newest.filter(({ metric }) => definitions.has(metric));
	return {
		...input,
		request,
		language,
		figures,
		revisions: all,
		unread: unread + newest.length - figures.length,
		periods: periodsOf(newest),
		period,
		rows: (table) => rowsOf(input.tables[table]),
		definition: (metric) => definitions.get(metric) ?? null,
		personNames: new Map(rowsOf(input.tables['pt_people']).map((row) => [textOf(row['personId']), textOf(row['name'])])),
		say: (key, values) => said(WORDS[key], language, values),
		moment: (text) => {
			const instant = parseRfc3339(text);
			return Number.isNaN(instant) || instant === NO_TIME ? text : formatInstant(instant, input.zone).slice(0, 16).replace('T', ' ');
		},
		to: (page) => addressOf(request, page),
	};
}

/** What is seen, as a table: what an export holds. */
export interface Sheet {
	readonly columns: readonly string[];
	readonly rows: ReadonlyArray<ReadonlyArray<string | number | boolean | null>>;
}

export interface PageContent {
	readonly title: string;
	/** The pages above, the first first. */
	readonly trail: ReadonlyArray<readonly [label: string, address: string]>;
	readonly body: Html;
	readonly sheet: Sheet;
	/** The whole judgement or record, where the page is about one. */
	readonly whole?: Readonly<Record<string, unknown>>;
	/** Not found: another status. */
	readonly missing?: boolean;
}
