import type { EvidenceReference } from '../evidence/cloudEvent.js';
import { canonicalJson, deterministicKey, sha256 } from '../evidence/key.js';
import type { AppliedRule } from '../judgement/judgement.js';
import { DAY_MILLISECONDS } from '../time/zone.js';
import { parseMoment } from '../time/moment.js';
import { forecastAt } from './adoption.js';
import { alarmsOf, restatedAlarms } from './alarms.js';
import { Cells } from './cells.js';
import { Citations } from './citations.js';
import { collecting, type Collectors } from './collect.js';
import { collectGoals, collectSuggestions, collectTalks } from './collectHard.js';
import { collectAppeals, collectDailyUse, collectDelays, collectFields, collectPenetration, collectRatings, collectRecommendation } from './collectOther.js';
import { collectStays } from './collectStays.js';
import type { HealthMetricDefinition } from './definition.js';
import { definitionOf } from './definitions.js';
import { explainFigure } from './explain.js';
import { figureOf, unavailable, type Figure } from './figure.js';
import { COMPANY, groupKey, listedGroups, type GroupsOfPeriod, type HealthGroup } from './groups.js';
import { alarmSubject, restated, type KnownHealth } from './known.js';
import type { HealthAlarm, HealthMetric, HealthMetricValue } from './metric.js';
import { ObjectTable } from './objectTable.js';
import type { HealthPeriod, TimedPeriod } from './periods.js';
import { levelsAbove, Places } from './places.js';
import { isRowKind, referenceTo, ROW_KINDS, type HealthRow, type RowKind } from './rows.js';
import { placed, type Placed } from './series.js';
import { checkHealthSettings, type CheckedHealthSettings, type HealthMetricSettings } from './settings.js';
import { readRows, RowSource, type HealthRows, type UnusableRow } from './source.js';
import { Tables } from './tables.js';
import { FIGURE_TEXTS, type FigureKey, type MissingKey } from './texts.js';
import { totalsOf } from './totals.js';

const COLLECTORS: Collectors = {
	goal_adjustment_frequency: collectGoals,
	process_data_usage: collectTalks,
	cross_role_closure: collectSuggestions,
	stage_dwell: collectStays,
	data_completeness: collectFields,
	appeals: collectAppeals,
	daily_use: collectDailyUse,
	organic_recommendation: collectRecommendation,
	penetration: collectPenetration,
	team_enablement_weight: collectRatings,
	context_delay: collectDelays,
};

export interface HealthMetricRequest {
	readonly settings: HealthMetricSettings;
	/** What earlier runs gave, from `readKnownHealth`. */
	readonly known?: KnownHealth;
}

/** Groups between two pauses. */
const GROUPS_AT_ONCE = 16;

/** What the figures of one metric are made of. */
interface Calculated {
	readonly definition: HealthMetricDefinition;
	readonly rule: AppliedRule;
	readonly periods: readonly TimedPeriod[];
	readonly totals: readonly GroupsOfPeriod[];
	readonly missing: readonly MissingKey[];
	readonly cells: Cells;
	readonly citations: Citations;
	/** When the newest row that the metric reads was recorded. */
	readonly recorded: number;
}

export interface HealthMetricResults {
	readonly metrics: readonly HealthMetric[];
	readonly alarms: readonly HealthAlarm[];
}

/** A figure or an alarm with the rows of the input that its evidence names. */
export interface HealthResult {
	readonly judgement: HealthMetric | HealthAlarm;
	readonly rows: readonly number[];
}

/** All figures and alarms of the rows; for long inputs use {@link HealthMetricRun}, which pauses. */
export function calculateHealthMetrics(request: HealthMetricRequest, rows: Iterable<HealthRow>): HealthMetricResults {
	const run = new HealthMetricRun(request, readRows([...rows]));
	const metrics: HealthMetric[] = [];
	const alarms: HealthAlarm[] = [];
	for (const result of run.results()) {
		if (result?.judgement.kind === 'healthMetric') metrics.push(result.judgement);
		else if (result !== null) alarms.push(result.judgement);
	}
	return { metrics, alarms };
}

/**
 * One run over rows of any kinds in any order. The same rows, settings and known figures give the same bytes.
 * The same kind, source and id again is the same row; of two versions the one recorded later counts.
 */
export class HealthMetricRun {
	private readonly checked: CheckedHealthSettings;
	private readonly known: KnownHealth;
	private readonly source: RowSource;

	/** @throws HealthMetricError naming a setting that cannot be used */
	constructor({ settings, known }: HealthMetricRequest, rows: HealthRows) {
		this.checked = checkHealthSettings(settings);
		this.known = known ?? { figures: new Map(), alarms: new Map() };
		this.source = new RowSource(rows, this.checked.zone);
	}

	/** Rows that cannot be used, in order; complete when the results are. */
	get unusable(): readonly UnusableRow[] {
		return this.source.unusable.sort((a, b) => a.row - b.row);
	}

	/** Figures by metric, group and period, then alarms; null is a place to let others in. */
	*results(): Generator<HealthResult | null> {
		const { settings, asOf } = this.checked;
		yield* this.source.sort();
		const members = new ObjectTable(this.source, 'membership');
		yield* members.fill();
		const places = new Places(members.rows);
		const tables = new Tables(this.source, places, asOf, settings.closure.maturityDays * DAY_MILLISECONDS, members);
		const left = new Map<RowKind, number>();
		for (const id of settings.metrics) for (const kind of kindsOf(definitionOf(id))) left.set(kind, (left.get(kind) ?? 0) + 1);
		for (const id of settings.metrics) {
			const definition = definitionOf(id);
			for (const kind of kindsOf(definition)) yield* tables.read(kind);
			yield* this.metric(definition, places, tables, () => {
				for (const kind of kindsOf(definition)) {
					const times = (left.get(kind) ?? 0) - 1;
					left.set(kind, times);
					if (times === 0) tables.drop(kind);
				}
			});
		}
		// Rows that no chosen metric reads are looked at too: whoever gave them hears what is wrong with them.
		for (const kind of ROW_KINDS) {
			if (left.has(kind)) continue;
			yield* tables.read(kind);
			tables.drop(kind);
		}
	}

	/** @param release lets go of the rows that no later metric reads */
	private *metric(definition: HealthMetricDefinition, places: Places, tables: Tables, release: () => void): Generator<HealthResult | null> {
		const { settings, firstShown } = this.checked;
		const periods = this.periodsFor(definition);
		const levels = levelsAbove(settings.levels, definition.anonymous);
		const compare = (row: number, other: number): number => this.source.compare(row, other);
		const citations = new Citations(places, periods.length, settings.levels, (level) => (level === 'person' ? settings.personEvidenceLimit : settings.evidenceLimit), firstShown, (time, row, otherTime, otherRow) => time - otherTime || compare(row, otherRow));
		const cells = new Cells(places, periods.length, citations);
		const missing = definition.rows.filter((kind) => !tables.has(kind));
		if (missing.length === 0) yield* COLLECTORS[definition.id](collecting({ ...this.checked, periods }, cells, places, tables, compare));
		const partNames = definition.id === 'stage_dwell' ? tables.of('stage').stageNames : null;
		release();
		const totals = yield* totalsOf({ cells, places, levels, asked: settings.levels, definition, minPersons: settings.minPersons, partNames });
		const rule = ruleOf(definition, settings);
		const alarms: HealthResult[] = [];
		const calculated = new Set<string>();
		const recorded = Math.max(...kindsOf(definition).map((kind) => tables.lastRecorded(kind)));
		// What is not available is so for everybody: it is said once.
		const groups = missing.length > 0 ? [COMPANY] : listedGroups(totals, settings.levels);
		for (const [index, group] of groups.entries()) {
			const series = this.series({ definition, rule, periods, totals, missing, cells, citations, recorded }, group);
			for (const [period, metric] of series.results.entries()) if (metric !== null && period >= firstShown) yield metric;
			calculated.add(alarmSubject({ metric: definition.id, group }));
			const metrics = series.results.map((result) => (result?.judgement.kind === 'healthMetric' ? result.judgement : null));
			const found = alarmsOf({ ...series, metrics }, settings, periods, firstShown, this.known, settings.asOf);
			for (const alarm of found) alarms.push({ judgement: alarm, rows: series.results.find((result) => result !== null && alarm.evidence.length > 0 && result.judgement.evidence === alarm.evidence)?.rows ?? [] });
			if (index % GROUPS_AT_ONCE === GROUPS_AT_ONCE - 1) yield null;
		}
		const shown = new Set(periods.slice(firstShown).map(({ id }) => id));
		for (const alarm of restatedAlarms(this.known, new Set(alarms.map(({ judgement }) => judgement.key)), calculated, settings, definition, settings.asOf, (entered) => shown.has(entered))) alarms.push({ judgement: alarm, rows: [] });
		yield* alarms;
	}

	private series(from: Calculated, group: HealthGroup) {
		const { definition, rule, periods, totals, missing, cells } = from;
		const { settings, firstShown } = this.checked;
		const name = groupKey(group);
		const keys = periods.map(({ start, end }) => deterministicKey('healthMetric', { metric: definition.id, version: definition.version, group: name, start, end }));
		const figures = periods.map((_, index): Figure => {
			const lacking = cells.missing.get(index);
			if (missing.length > 0) return unavailable(missing);
			return lacking === undefined ? figureOf(definition, settings, totals[index]?.get(name) ?? null) : unavailable([lacking]);
		});
		const known = keys.map((key) => this.known.figures.get(key));
		const all = placed(definition, settings, periods, figures, (index) => known[index]?.value.baseline?.exact ?? null);
		const results = all.map((one, index): HealthResult | null => {
			const period = periods[index];
			const key = keys[index];
			if (index < firstShown || period === undefined || key === undefined) return null;
			const rows = definition.anonymous || one.figure.totals === null ? [] : from.citations.of(group.level, one.figure.totals.number, index);
			return { judgement: this.judgement(from, group, period, key, one, rows), rows };
		});
		return { definition, group, rule, placed: all, keys, results };
	}

	private judgement({ definition, rule, recorded }: Calculated, group: HealthGroup, period: TimedPeriod, key: string, { figure, light, parts, previous, baseline, run }: Placed, rows: readonly number[]): HealthMetric {
		const { settings } = this.checked;
		const { totals } = figure;
		const fingerprint = fingerprintOf(figure);
		const late = (asOf: string): boolean => recorded > (parseMoment(asOf, this.checked.zone)?.latest ?? Infinity);
		const { revision, restatement } = restated(this.known.figures.get(key), fingerprint, canonicalJson(rule), late, canonicalJson);
		const { id, start, end, closed } = period;
		const excluded = totals?.excluded ?? {};
		const value: Omit<HealthMetricValue, 'fingerprint'> = {
			metric: definition.id,
			name: definition.name,
			unit: definition.unit,
			kind: figure.kind,
			period: { id, start, end, closed } satisfies HealthPeriod,
			group,
			audience: group.level === 'person' ? 'person' : 'group',
			value: figure.value,
			numerator: figure.numerator,
			denominator: figure.denominator,
			missing: figure.missing,
			light,
			interval: figure.interval,
			distinguishable: figure.distinguishable,
			figures: totals === null ? {} : orderedFigures(totals.figures),
			spread: figure.spread,
			parts,
			partsHidden: figure.partsHidden,
			previous,
			baseline,
			forecast: definition.id === 'penetration' && figure.value !== null ? forecastAt(Math.min(period.endsAt, this.checked.asOf), this.checked.launch, settings.adoption) : null,
			run,
			revision,
			// What it was before would tell what is hidden now.
			restatement: restatement !== null && figure.kind === 'suppressed' ? { ...restatement, value: null, numerator: null, denominator: null } : restatement,
			evidenceTotal: definition.anonymous || totals === null ? 0 : totals.evidenceTotal,
		};
		const reasons = Object.entries(excluded).sort(([a], [b]) => (a < b ? -1 : 1)).map(([reason, count]) => ({ reason, count }));
		const counted = figure.denominator ?? 0;
		return {
			key,
			kind: 'healthMetric',
			subject: groupKey(group),
			value: { ...value, fingerprint },
			rule,
			evidence: rows.map((row) => this.referenceTo(row, definition)),
			explanation: explainFigure({ definition, settings, value, excluded }),
			...(figure.kind === 'suppressed' || figure.kind === 'notAvailable' ? {} : { coverage: { counted, total: counted + reasons.reduce((sum, { count }) => sum + count, 0), excluded: reasons } }),
			asOf: settings.asOf,
		};
	}

	/** Rows of evidence were used, so they can be read. */
	private referenceTo(row: number, { rows }: HealthMetricDefinition): EvidenceReference {
		const own = this.source.rows.at(row)['kind'];
		const kind = this.source.rows.kind ?? (isRowKind(own) ? own : rows[0]);
		const read = kind === undefined ? null : this.source.read(row, kind);
		if (read === null) throw new TypeError(`Row ${row} cannot be read again.`);
		return referenceTo(read);
	}

	/** A cohort that is still being answered is not closed: its figure is no statement yet. */
	private periodsFor({ id }: HealthMetricDefinition): readonly TimedPeriod[] {
		const { periods, asOf, settings } = this.checked;
		if (id !== 'cross_role_closure') return periods;
		const maturity = settings.closure.maturityDays * DAY_MILLISECONDS;
		return periods.map((period) => ({ ...period, closed: period.endsAt + maturity <= asOf }));
	}
}

/** In the order of the catalogue, whatever row came first. */
function orderedFigures(figures: HealthMetricValue['figures']): HealthMetricValue['figures'] {
	return Object.fromEntries((Object.keys(FIGURE_TEXTS) as FigureKey[]).flatMap((key) => (figures[key] === undefined ? [] : [[key, figures[key]]])));
}

function fingerprintOf({ kind, numerator, denominator, spread, totals, parts, partsHidden }: Figure): string {
	const figures = totals?.figures ?? {};
	return sha256(canonicalJson({ kind, numerator, denominator, spread, figures, partsHidden, parts: parts.map(({ name, numerator: own, denominator: of, spread: ofPart, open }) => [name, own, of, ofPart, open]) }));
}

/** Kinds of rows that a metric reads. */
function kindsOf({ rows, alsoReads }: HealthMetricDefinition): readonly RowKind[] {
	return [...rows, ...alsoReads];
}

/** The rule with every parameter that the figure depends on. */
function ruleOf(definition: HealthMetricDefinition, settings: HealthMetricSettings): AppliedRule {
	const { id, version } = definition;
	const special: Partial<Record<typeof id, unknown>> = {
		process_data_usage: settings.usage,
		cross_role_closure: settings.closure,
		penetration: settings.adoption,
		team_enablement_weight: settings.enablement,
	};
	return {
		id,
		version,
		parameters: {
			zone: settings.zone,
			bands: settings.bands[id] ?? definition.bands,
			alarmAfter: settings.alarmAfter[id] ?? definition.alarmAfter,
			minSample: settings.minSample,
			minPersons: settings.minPersons,
			worsening: { ...settings.worsening, fixed: settings.worsening.fixed[id] ?? null },
			...(special[id] === undefined ? {} : { own: special[id] }),
		},
	};
}
