import { canonicalJson, deterministicKey, sha256 } from '../evidence/key.js';
import type { EdcEvent } from '../edc/evidence.js';
import type { EdcMapping } from '../edc/mapping.js';
import { parseMoment } from '../time/moment.js';
import { formatInstant, zoneOf, type Zone } from '../time/zone.js';
import * as dataEntryLag from './dataEntryLag.js';
import type { MetricDefinition } from './definitions.js';
import { explain } from './explain.js';
import { StudyFacts } from './facts.js';
import * as informedConsent from './informedConsent.js';
import type { MetricScope, MetricValue, MetricWindow, ProcessMetric, ResolvedScope } from './metric.js';
import * as missingForms from './missingForms.js';
import * as operationLog from './operationLog.js';
import { compareText } from './origin.js';
import * as postSignatureChanges from './postSignatureChanges.js';
import * as protocolDeviations from './protocolDeviations.js';
import * as queryAgeing from './queryAgeing.js';
import * as queryRate from './queryRate.js';
import * as saeReportingTimeliness from './saeReportingTimeliness.js';
import { MetricView, type WindowBounds } from './scope.js';
import type { ProcessMetricSettings } from './settings.js';
import * as sourceDataVerification from './sourceDataVerification.js';
import { EvidenceCollector, type StudyState } from './studyEvidence.js';
import * as subjectRetention from './subjectRetention.js';
import { missingTexts, type Measured } from './tally.js';
import { judge } from './threshold.js';
import * as visitWindowAdherence from './visitWindowAdherence.js';

export interface ProcessMetricRequest {
	readonly mapping: EdcMapping;
	readonly settings: ProcessMetricSettings;
	/** Instant as of which everything is judged, RFC 3339; a date means the end of that day in the study's zone. */
	readonly asOf: string;
	/** Half-open; a date means the start of that day in the study's zone. Absent: everything up to `asOf`. */
	readonly window?: MetricWindow;
	readonly scope: MetricScope | readonly MetricScope[];
}

interface Metric {
	readonly DEFINITION: MetricDefinition;
	measure(view: MetricView): Measured;
}

const METRICS: readonly Metric[] = [
	dataEntryLag,
	saeReportingTimeliness,
	queryAgeing,
	queryRate,
	visitWindowAdherence,
	protocolDeviations,
	missingForms,
	sourceDataVerification,
	informedConsent,
	operationLog,
	postSignatureChanges,
	subjectRetention,
];

/**
 * The twelve process metrics for each scope, from one pass over the events. Order and repeats of the events do not matter;
 * what happened after `asOf` is left out. Per scope the metrics come in the order of their numbers.
 *
 * @throws RangeError naming zone, `asOf` or window where one cannot be read
 */
export function calculateProcessMetrics(request: ProcessMetricRequest & { readonly events: Iterable<EdcEvent> }): ProcessMetric[] {
	const run = new ProcessMetricRun(request);
	for (const event of request.events) run.add(event);
	return run.finish();
}

/** The same in steps, for callers that must not hold the event loop: any number of `add`, then one `finish`. */
export class ProcessMetricRun {
	private readonly zone: Zone;
	private readonly asOf: number;
	private readonly window: WindowBounds | null;
	private readonly collector: EvidenceCollector;
	private readonly mappingDigest: string;

	constructor(private readonly request: ProcessMetricRequest) {
		const { settings, mapping, window } = request;
		this.zone = zoneOf(settings.zone ?? mapping.zone);
		this.asOf = instantOf('asOf', request.asOf, this.zone, 'latest');
		this.window = window ? { start: instantOf('window.start', window.start, this.zone, 'earliest'), end: instantOf('window.end', window.end, this.zone, 'earliest') } : null;
		if (this.window && this.window.start >= this.window.end) {
			throw new RangeError(`window.start "${window?.start}" is not before window.end "${window?.end}". The window is half-open: name the first day and the day after the last.`);
		}
		// Where records are opened judges nothing.
		const judging = Object.fromEntries(Object.entries(mapping).filter(([name]) => name !== 'recordAddress'));
		this.mappingDigest = sha256(canonicalJson(judging)).slice(0, 32);
		this.collector = new EvidenceCollector(mapping, zoneOf(mapping.zone), this.asOf);
	}

	add(event: EdcEvent): void {
		this.collector.add(event);
	}

	finish(): ProcessMetric[] {
		return [...this.results()];
	}

	/** {@link finish} one metric at a time. */
	*results(): Generator<ProcessMetric> {
		const scopes = Array.isArray(this.request.scope) ? (this.request.scope as readonly MetricScope[]) : [this.request.scope as MetricScope];
		const known = new Map<string, StudyFacts>();
		for (const scope of scopes) {
			let study = known.get(scope.study);
			if (!study) {
				study = new StudyFacts(this.collector.studies.get(scope.study) ?? emptyStudy(scope.study), this.request.mapping, this.request.settings, this.asOf);
				known.set(scope.study, study);
			}
			for (const one of resolve(scope, study)) for (const metric of METRICS) yield this.judgementOf(metric, study, one);
		}
	}

	/** Studies seen so far, sorted. */
	get studies(): readonly string[] {
		return [...this.collector.studies.keys()].sort(compareText);
	}

	/** What the metric was computed with. The mapping can be long, so it is named by its digest. */
	private parametersOf(definition: MetricDefinition): Readonly<Record<string, unknown>> {
		const { settings, window = null } = this.request;
		const own = Object.fromEntries(definition.settings.map((section) => [section, settings[section]]));
		return { zone: this.zone.name, zoneOfSite: settings.zoneOfSite, window, statedInputs: settings.statedInputs, ...own, limits: settings.limits[definition.id], mapping: this.mappingDigest };
	}

	private judgementOf({ DEFINITION: definition, measure }: Metric, study: StudyFacts, scope: ResolvedScope): ProcessMetric {
		const { settings, window = null } = this.request;
		const view = new MetricView(study, scope, this.window);
		const measured = measure(view);
		const { tally } = view;
		if (study.state.afterAsOf > 0 && !('site' in scope) && !('subjects' in scope)) tally.note('recordsAfterAsOf');
		const { figures, notes, coverage, evidence, listed } = tally;
		const limits = settings.limits[definition.id];
		const verdict = measured.kind === 'notAvailable' ? { level: 'none' as const, limit: null } : judge(limits, measured.kind === 'value' ? measured : null, figures);
		const asOf = formatInstant(this.asOf, this.zone);
		const subject = subjectOf(scope);
		const ruleId = `process-metric/${definition.id}`;
		const value: MetricValue = {
			id: definition.id,
			number: definition.number,
			name: definition.name,
			formula: definition.formula,
			scope,
			window,
			verdict,
			figures,
			breakdown: tally.breakdown,
			notes,
			listed: listed.rows,
			listedTotal: listed.total,
			evidenceTotal: evidence.total,
			...publicPart(measured),
		};
		return {
			key: deterministicKey('metric', { rule: ruleId, version: definition.version, subject, period: window ?? asOf }),
			kind: 'metric',
			subject,
			value,
			rule: { id: ruleId, version: definition.version, parameters: this.parametersOf(definition) },
			evidence: evidence.references,
			explanation: explain({ name: definition.name, measured, figures, notes, coverage, verdict }),
			coverage,
			asOf,
		};
	}
}

type ResultPart = { [Kind in MetricValue['kind']]: Omit<Extract<MetricValue, { kind: Kind }>, Exclude<keyof Extract<MetricValue, { kind: 'notApplicable' }>, 'kind'>> }[MetricValue['kind']];

function publicPart(measured: Measured): ResultPart {
	switch (measured.kind) {
		case 'value': {
			const { kind, value, unit, numerator, denominator } = measured;
			return { kind, value, unit, numerator, denominator };
		}
		case 'notAvailable':
			return { kind: measured.kind, missing: missingTexts(measured.missing) };
		default:
			return measured;
	}
}

function resolve(scope: MetricScope, study: StudyFacts): readonly ResolvedScope[] {
	if ('eachSite' in scope) return study.sites.map((site) => ({ study: scope.study, site }));
	return [scope];
}

/** Who or what is judged, as one line. */
function subjectOf(scope: ResolvedScope): string {
	if ('site' in scope) return `${scope.study}/${scope.site}`;
	if ('subjects' in scope) return `${scope.study}#${[...new Set(scope.subjects)].sort(compareText).join(',')}`;
	return scope.study;
}

function instantOf(name: string, text: string, zone: Zone, end: 'earliest' | 'latest'): number {
	const moment = parseMoment(text, zone);
	if (moment === null || moment.precision === 'year' || moment.precision === 'month') {
		throw new RangeError(`${name} "${text}" is not a date or a date with time. Use e.g. "2026-03-20" or "2026-03-20T09:00:00+08:00".`);
	}
	return moment[end];
}

function emptyStudy(study: string): StudyState {
	return { study, subjects: new Map(), designs: [], rosters: [], recordAddress: null, seenItems: new Set(), afterAsOf: 0 };
}
