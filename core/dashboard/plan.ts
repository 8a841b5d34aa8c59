import { chosenPeriod, readFigures } from './figure.js';
import { parentKeyOf, unitOf } from './group.js';
import type { MetricDefinition } from './metric.js';
import type { DashboardRequest } from './request.js';

/** What a page reads, as values that the filters of the tables compare with. A value that nothing is asked for matches no row. */
export interface ReadingPlan {
	readonly view: DashboardRequest['view'];
	readonly period: string;
	readonly metric: string;
	/** Group whose figures of all periods are read. */
	readonly group: string;
	/** Unit above the figures of the period that are read with it. */
	readonly parent: string;
	readonly figure: string;
	/** Keys under which the record may stand: one for each kind that the metric is made of. */
	readonly recordKeys: readonly string[];
	/** Whether rows of persons are among what is read, so that their switches and names are needed. */
	readonly persons: boolean;
}

/** Matches no row of a table: our keys are never this. */
export const NO_ROW = '-';

/** Key of a record in `pt_process_records`, from the reference that a figure keeps. */
export function recordKeyOf(kind: string, source: string, id: string): string {
	return `${kind} ${source} ${id}`;
}

/**
 * What has to be read for a page.
 *
 * @param figures rows from which the newest period is known, such as those of the whole company
 */
export function planReading(request: DashboardRequest, figures: unknown, definitions: readonly MetricDefinition[]): ReadingPlan {
	const { view, metric, figure, source, record } = request;
	const unit = view === 'group' ? unitOf(request.group) : null;
	const definition = definitions.find(({ id }) => id === metric);
	// A person is judged with everybody of the team, so the team is read.
	const read = unit === null ? null : unit.level === 'person' ? parentKeyOf(unit) : unit.key;
	const kinds = definition === undefined ? [] : [...definition.rows, ...definition.alsoReads];
	return {
		view,
		period: chosenPeriod(readFigures(figures).newest, request.period) || NO_ROW,
		metric: definition?.id ?? NO_ROW,
		group: read ?? NO_ROW,
		parent: read ?? NO_ROW,
		figure: figure === '' ? NO_ROW : figure,
		recordKeys: Array.from({ length: 3 }, (_, index) => (kinds[index] === undefined || record === '' ? NO_ROW : recordKeyOf(kinds[index], source, record))),
		persons: unit !== null && (unit.level === 'team' || unit.level === 'person'),
	};
}
