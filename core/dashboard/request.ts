import type { Language } from '../judgement/judgement.js';

/** Pages of the dashboard. `work` are milestones and tasks. */
export const VIEWS = ['overview', 'metric', 'group', 'figure', 'record', 'lights', 'cards', 'work'] as const;
export type ViewName = (typeof VIEWS)[number];

export const FORMATS = ['html', 'csv', 'json'] as const;
export type PageFormat = (typeof FORMATS)[number];

/** What an address asks for. Empty: not said. */
export interface DashboardRequest {
	readonly view: ViewName;
	readonly language: Language;
	readonly format: PageFormat;
	/** Id of a period, e.g. `2026-Q1`. */
	readonly period: string;
	readonly metric: string;
	/** Key of a group, as the rows of figures have it. */
	readonly group: string;
	/** Only groups of this level, only figures with this light. */
	readonly level: string;
	readonly light: string;
	/** Key of a figure. */
	readonly figure: string;
	/** Source and id of a record. */
	readonly source: string;
	readonly record: string;
}

const FIELDS = ['period', 'metric', 'group', 'level', 'light', 'figure', 'source', 'record'] as const;
/** Longer than any key of ours. */
const LONGEST = 600;

/** Reads the query of an address. What is not known counts as not said, so that every address has a page. */
export function readRequest(query: unknown, otherwise: Language): DashboardRequest {
	const given = typeof query === 'object' && query !== null ? (query as Readonly<Record<string, unknown>>) : {};
	const text = (name: string): string => {
		const value = given[name];
		return typeof value === 'string' ? value.slice(0, LONGEST) : '';
	};
	const language = text('lang');
	const [period, metric, group, level, light, figure, source, record] = FIELDS.map(text) as [string, string, string, string, string, string, string, string];
	return {
		view: VIEWS.find((name) => name === text('view')) ?? 'overview',
		language: language === 'en' || language === 'zh-CN' ? language : otherwise,
		format: FORMATS.find((name) => name === text('format')) ?? 'html',
		period,
		metric,
		group,
		level,
		light,
		figure,
		source,
		record,
	};
}

/** Address of a page, relative to where the dashboard is served. Language and period go along; the rest is said anew. */
export function addressOf(request: DashboardRequest, page: Partial<Omit<DashboardRequest, 'language'>> & { readonly language?: Language }): string {
	const { view = 'overview', language = request.language, period = request.period, format = 'html' } = page;
	const parts: Array<readonly [string, string]> = [
		['view', view],
		...(['metric', 'group', 'level', 'light', 'figure', 'source', 'record'] as const).map((name) => [name, page[name] ?? ''] as const),
		['period', period],
		['format', format === 'html' ? '' : format],
		['lang', language],
	];
	return `?${parts.filter(([, value]) => value !== '').map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
}

/** The same page in another language or format. */
export function samePage(request: DashboardRequest, change: { readonly language?: Language; readonly format?: PageFormat }): string {
	const { format, ...page } = request;
	return addressOf(request, { ...page, ...(format === 'html' ? {} : { format: 'html' as const }), ...change });
}
