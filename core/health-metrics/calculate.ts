import { canonicalJson, deterministicKey, sha256 } from '../evidence/key.js';
import type { AppliedRule } from '../judgement/judgement.js';
import { DAY_MILLISECONDS } from '../time/zone.js';
import { parseMoment } from '../time/moment.js';
import { forecastAt } from './adoption.js';
import { alarmsOf, restatedAlarms } from './alarms.js';
import { Cells, firstRows, referenceTo } from './cells.js';
import { collecting, type Collectors } from './collect.js';
import { collectGoals, collectSuggestions, collectTalks } from './collectHard.js';
import { collectAppeals, collectDailyUse, collectDelays, collectFields, collectPenetration, collectRatings, collectRecommendation, collectStays } from './collectOther.js';
import type { HealthMetricDefinition } from './definition.js';
import { definitionOf } from './definitions.js';
import { explainFigure } from './explain.js';
import { figureOf, unavailable, type Figure } from './figure.js';
import { COMPANY, groupKey, listedGroups, totalsOf, type GroupsOfPeriod, type HealthGroup } from './groups.js';
import { alarmSubject, restated, type KnownHealth } from './known.js';
import type { HealthAlarm, HealthMetric, HealthMetricValue } from './metric.js';
import type { HealthPeriod, TimedPeriod } from './periods.js';
import { Places } from './places.js';
import { ROW_KINDS, type HealthRow, type RowKind } from './rows.js';
import { placed, type Placed } from './series.js';
import { checkHealthSettings, type CheckedHealthSettings, type HealthMetricSettings } from './settings.js';
import { FIGURE_TEXTS, type FigureKey, type MissingKey } from './texts.js';

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

export interface HealthMetricResults {
	readonly metrics: readonly HealthMetric[];
	readonly alarms: readonly HealthAlarm[];
}

/** All figures and alarms of the rows; for long inputs use {@link HealthMetricRun}, which pauses. */
export function calculateHealthMetrics(request: HealthMetricRequest, rows: Iterable<HealthRow>): HealthMetricResults {
	const run = new HealthMetricRun(request);
	for (const row of rows) run.add(row);
	const metrics: HealthMetric[] = [];
	const alarms: HealthAlarm[] = [];
	for (const result of run.results()) {
		if (result?.kind === 'healthMetric') metrics.push(result);
		else if (result !== null) alarms.push(result);
	}
	return { metrics, alarms };
}

/** One run over rows of any kinds in any order. The same rows, settings and known figures give the same bytes. */
export class HealthMetricRun {
	private readonly checked: CheckedHealthSettings;
	private readonly known: KnownHealth;
	private readonly rows = Object.fromEntries(ROW_KINDS.map((kind) => [kind, new Map<string, HealthRow>()])) as Record<RowKind, Map<string, HealthRow>>;
	private readonly lastRecorded = new Map<RowKind, number>();

	/** @throws HealthMetricError naming a setting that cannot be used */
	constructor({ settings, known }: HealthMetricRequest) {
		this.checked = checkHealthSettings(settings);
		this.known = known ?? { figures: new Map(), alarms: new Map() };
	}

	/** Takes a row. The same kind, source and id again is the same row; of two versions the one recorded later counts. */
	add(row: HealthRow): void {
		const rows = this.rows[row.kind];
		const key = row.source === undefined ? row.id : `${row.source}\u0000${row.id}`;
		const before = rows.get(key);
		if (before === undefined || later(row, before)) rows.set(key, row);
		if (row.recordedAt !== undefined && row.recordedAt > (this.lastRecorded.get(row.kind) ?? -Infinity)) this.lastRecorded.set(row.kind, row.recordedAt);
	}

	/** Figures by metric, group and period, then alarms; null is a place to let others in. */
	*results(): Generator<HealthMetric | HealthAlarm | null> {
		const places = new Places(this.rows.membership.values() as Iterable<HealthRow<'membership'>>);
		for (const id of this.checked.settings.metrics) yield* this.metric(definitionOf(id), places);
	}

	private *metric(definition: HealthMetricDefinition, places: Places): Generator<HealthMetric | HealthAlarm | null> {
		const { settings, firstShown } = this.checked;
		const periods = this.periodsFor(definition);
		const cells = new Cells(periods.length);
		const from = collecting({ ...this.checked, periods }, cells, places, this.rows);
		const missing = definition.rows.filter((kind) => !from.has(kind));
		if (missing.length === 0) yield* COLLECTORS[definition.id](from);
		const totals = totalsOf(cells, places, periods.length, definition, settings.minPersons);
		yield null;
		const rule = ruleOf(definition, settings);
		const alarms: HealthAlarm[] = [];
		const calculated = new Set<string>();
		// What is not available is so for everybody: it is said once.
		const groups = missing.length > 0 ? [COMPANY] : listedGroups(totals, settings.levels);
		for (const group of groups) {
			const series = this.series(definition, rule, periods, group, totals, missing, cells);
			for (const [index, metric] of series.metrics.entries()) if (metric !== null && index >= firstShown) yield metric;
			calculated.add(alarmSubject({ metric: definition.id, group }));
			alarms.push(...alarmsOf(series, settings, periods, firstShown, this.known, this.checked.settings.asOf));
		}
		const shown = new Set(periods.slice(firstShown).map(({ id }) => id));
		alarms.push(...restatedAlarms(this.known, new Set(alarms.map(({ key }) => key)), calculated, settings, definition, settings.asOf, (entered) => shown.has(entered)));
		yield* alarms;
	}

	private series(definition: HealthMetricDefinition, rule: AppliedRule, periods: readonly TimedPeriod[], group: HealthGroup, totals: readonly GroupsOfPeriod[], missing: readonly MissingKey[], cells: Cells) {
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
		const metrics = all.map((one, index): HealthMetric | null => {
			const period = periods[index];
			const key = keys[index];
			return index < firstShown || period === undefined || key === undefined ? null : this.judgement(definition, rule, group, period, key, one);
		});
		return { definition, group, rule, placed: all, keys, metrics };
	}

	private judgement(definition: HealthMetricDefinition, rule: AppliedRule, group: HealthGroup, period: TimedPeriod, key: string, { figure, light, parts, previous, baseline, run }: Placed): HealthMetric {
		const { settings } = this.checked;
		const { totals } = figure;
		const fingerprint = fingerprintOf(figure);
		const late = (asOf: string): boolean => definition.rows.concat(definition.alsoReads).some((kind) => (this.lastRecorded.get(kind) ?? -Infinity) > (parseMoment(asOf, this.checked.zone)?.latest ?? Infinity));
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
			figures: totals === null ? {} : orderedFigures(totals.sums.figures),
			spread: figure.spread,
			parts,
			partsHidden: figure.partsHidden,
			previous,
			baseline,
			forecast: definition.id === 'penetration' && figure.value !== null ? forecastAt(Math.min(period.endsAt, this.checked.asOf), this.checked.launch, settings.adoption) : null,
			run,
			revision,
			restatement,
			evidenceTotal: definition.anonymous || totals === null ? 0 : lengthOf(totals.counted) + lengthOf(totals.others),
		};
		const reasons = Object.entries(excluded).sort(([a], [b]) => (a < b ? -1 : 1)).map(([reason, count]) => ({ reason, count }));
		const counted = figure.denominator ?? 0;
		return {
			key,
			kind: 'healthMetric',
			subject: groupKey(group),
			value: { ...value, fingerprint },
			rule,
			evidence: definition.anonymous || totals === null ? [] : firstRows([totals.counted, totals.others], group.level === 'person' ? settings.personEvidenceLimit : settings.evidenceLimit).map(referenceTo),
			explanation: explainFigure({ definition, settings, value, excluded }),
			...(figure.kind === 'suppressed' || figure.kind === 'notAvailable' ? {} : { coverage: { counted, total: counted + reasons.reduce((sum, { count }) => sum + count, 0), excluded: reasons } }),
			asOf: settings.asOf,
		};
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

function later(row: HealthRow, before: HealthRow): boolean {
	if (row === before) return false;
	const difference = (row.recordedAt ?? -Infinity) - (before.recordedAt ?? -Infinity);
	// Two versions of one record with nothing that orders them: any choice is right that does not depend on the order of the input.
	return difference > 0 || (!(difference < 0) && canonicalJson(row) > canonicalJson(before));
}

function lengthOf(lists: ReadonlyArray<readonly HealthRow[]>): number {
	return lists.reduce((sum, list) => sum + list.length, 0);
}

function fingerprintOf({ kind, numerator, denominator, spread, totals, parts, partsHidden }: Figure): string {
	const figures = totals?.sums.figures ?? {};
	return sha256(canonicalJson({ kind, numerator, denominator, spread, figures, partsHidden, parts: parts.map(({ name, numerator: own, denominator: of, spread: ofPart, open }) => [name, own, of, ofPart, open]) }));
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
