import type { EdcEvent } from '../edc/evidence.js';
import type { EdcMapping } from '../edc/mapping.js';
import { canonicalJson } from '../evidence/key.js';
import type { BilingualText } from '../judgement/judgement.js';
import { parseMoment } from '../time/moment.js';
import { localDayNumber, zoneOf, type Zone } from '../time/zone.js';
import { EvidenceFold } from './fold.js';
import { judge, milestoneKey, type Finding, type Placement } from './judge.js';
import { Ranking } from './ranking.js';
import { Reads } from './reads.js';
import type { StudyRecord, SubjectRecord } from './record.js';
import { compareText, type Fact } from './register.js';
import type { KnownMilestone, MilestoneJudgement } from './result.js';
import { wantedCount, type MilestoneRule } from './rule.js';
import { createDateReader, enrolmentWay, satisfaction, type SatisfactionContext } from './satisfied.js';
import { listed, milestoneText } from './texts.js';

export interface MilestoneSettings {
	readonly rules: readonly MilestoneRule[];
	readonly mapping: EdcMapping;
	/** IANA name of the study's zone; default the mapping's. */
	readonly zone?: string;
}

/** A running evaluation: facts go in in any order and any number of times, judgements come out. */
export interface MilestoneProgress {
	accept(event: EdcEvent): void;
	/**
	 * Looks at subjects that stand differently after what was accepted, at most so many of them; `results` looks at those that are left.
	 * A caller that must not hold its thread calls this again and again.
	 *
	 * @returns whether none is left
	 */
	settle(subjects: number): boolean;
	/**
	 * Every rule in every group it applies to, ordered by study, n, rule and group.
	 *
	 * @param asOf RFC 3339; decides whether a due date has passed, and stands in each judgement
	 * @param known milestones that fired before; none of them fires again
	 */
	results(asOf: string, known: readonly KnownMilestone[]): readonly MilestoneJudgement[];
}

/** Rules that count the same thing share one order; only their thresholds differ. */
interface Counter {
	readonly context: SatisfactionContext;
	/** Where each subject stands, by its number. */
	readonly placements: Array<Placement | null>;
	readonly rankings: Map<string, Map<string | null, Ranking<Placement>>>;
}

interface Rendered {
	readonly signature: string;
	readonly judgement: MilestoneJudgement;
}

export function createMilestoneProgress(settings: MilestoneSettings): MilestoneProgress {
	return new Progress(settings);
}

/** One evaluation of a whole set of facts. */
export function evaluateMilestones(
	input: MilestoneSettings & { readonly events: Iterable<EdcEvent>; readonly known: readonly KnownMilestone[]; readonly asOf: string },
): readonly MilestoneJudgement[] {
	const progress = createMilestoneProgress(input);
	for (const event of input.events) progress.accept(event);
	return progress.results(input.asOf, input.known);
}

class Progress implements MilestoneProgress {
	private readonly zone: Zone;
	private readonly fold: EvidenceFold;
	private readonly counters: readonly Counter[];
	private readonly counterOf: ReadonlyMap<MilestoneRule, Counter>;
	private readonly rules: readonly MilestoneRule[];
	private readonly rendered = new Map<string, Rendered>();
	private readonly mapping: EdcMapping;

	constructor({ rules, mapping, zone }: MilestoneSettings) {
		this.zone = zoneOf(zone ?? mapping.zone);
		this.mapping = mapping;
		this.rules = rules;
		this.fold = new EvidenceFold(mapping, this.zone, new Reads(rules, mapping));
		const dateOf = createDateReader(this.zone);
		const byDefinition = new Map<string, Counter>();
		const counterOf = new Map<MilestoneRule, Counter>();
		for (const rule of rules) {
			const signature = canonicalJson({ ...rule, id: '', version: '', threshold: '' });
			let counter = byDefinition.get(signature);
			if (counter === undefined) {
				counter = { context: { rule, mapping, dateOf }, placements: [], rankings: new Map() };
				byDefinition.set(signature, counter);
			}
			counterOf.set(rule, counter);
		}
		this.counters = [...byDefinition.values()];
		this.counterOf = counterOf;
	}

	accept(event: EdcEvent): void {
		this.fold.accept(event);
	}

	results(asOf: string, known: readonly KnownMilestone[]): readonly MilestoneJudgement[] {
		const moment = parseMoment(asOf, this.zone);
		if (moment === null) throw new RangeError(`"As of" is "${asOf}", expected an RFC 3339 date-time such as 2026-03-02T08:00:00+08:00.`);
		const asOfDay = localDayNumber(moment.latest, this.zone);
		const knownByKey = new Map(known.map((milestone) => [milestone.key, milestone]));
		this.settle(Number.POSITIVE_INFINITY);
		const results: Array<{ judgement: MilestoneJudgement; position: number }> = [];
		this.rules.forEach((rule, position) => {
			for (const finding of this.findings(rule)) {
				const key = milestoneKey(rule, finding.study, finding.group, finding.n);
				const firedBefore = knownByKey.get(key);
				results.push({ judgement: this.render(finding, firedBefore, key, asOf, asOfDay, position), position });
			}
		});
		results.sort(
			(a, b) =>
				compareText(a.judgement.value.study, b.judgement.value.study) ||
				(a.judgement.value.n ?? Number.MAX_SAFE_INTEGER) - (b.judgement.value.n ?? Number.MAX_SAFE_INTEGER) ||
				a.position - b.position ||
				compareText(a.judgement.subject, b.judgement.subject),
		);
		return results.map(({ judgement }) => judgement);
	}

	settle(subjects: number): boolean {
		for (let looked = 0; looked < subjects; looked++) {
			const subject = this.fold.nextDirty();
			if (subject === null) return true;
			this.fold.unpack(subject);
			for (const counter of this.counters) place(counter, subject, this.fold);
			subject.pack();
		}
		return this.fold.settled;
	}

	private *findings(rule: MilestoneRule): Generator<Finding & { readonly revision: string }> {
		const counter = this.counterOf.get(rule);
		if (counter === undefined) return;
		if (rule.study !== null && !this.fold.studies.has(rule.study)) {
			yield { ...nothing(rule, rule.study), missing: milestoneText('missingStudy', { study: rule.study }), revision: '' };
			return;
		}
		for (const study of this.fold.studies.values()) {
			if (rule.study !== null && rule.study !== study.study) continue;
			if (rule.measure === 'databaseLocked') {
				yield lockFinding(rule, study);
				continue;
			}
			const missing = this.missingInput(rule, study);
			const enrolment = rule.measure === 'enrolled' ? enrolmentWay(rule, this.mapping, study) : null;
			const rankings = counter.rankings.get(study.study);
			for (const group of groupsOf(rule, study, rankings)) {
				const ranking = rankings?.get(group);
				const n = wantedCount(rule.threshold, group);
				const unplaced = rule.per !== 'study' && group === null;
				yield {
					rule,
					study: study.study,
					group,
					n,
					count: ranking?.size ?? 0,
					missing: unplaced
						? milestoneText(rule.per === 'site' ? 'missingSite' : 'missingCountry', { count: ranking?.size ?? 0 })
						: (missing ?? (n === null ? milestoneText('missingTarget') : null)),
					at: (rank) => ranking?.at(rank) ?? null,
					lock: null,
					enrolment,
					address: this.mapping.recordAddress ?? study.recordAddress?.address,
					revision: `${study.revision} ${ranking?.revision ?? 0}`,
				};
			}
		}
	}

	private render(finding: Finding & { readonly revision: string }, known: KnownMilestone | undefined, key: string, asOf: string, asOfDay: number, position: number): MilestoneJudgement {
		// The day only matters where a date is waited for.
		const day = finding.rule.threshold.kind === 'late' ? asOfDay : 0;
		const signature = `${finding.revision} ${day} ${known === undefined ? '' : canonicalJson(known)}`;
		const slot = `${position} ${key}`;
		const before = this.rendered.get(slot);
		if (before?.signature === signature) return before.judgement.asOf === asOf ? before.judgement : { ...before.judgement, asOf };
		const judgement = judge(finding, known, key, asOf, asOfDay, this.zone);
		this.rendered.set(slot, { signature, judgement });
		return judgement;
	}

	/** What a study lacks for a rule, null where it has everything. */
	private missingInput(rule: MilestoneRule, study: StudyRecord): BilingualText | null {
		const { design, delivers } = study;
		if ((rule.measure === 'enrolled' || rule.onlyEnrolled) && enrolmentWay(rule, this.mapping, study) === null) return milestoneText('missingEnrolment');
		const ofVisits = rule.measure === 'visitComplete' || rule.measure === 'followUpComplete';
		if (ofVisits || rule.measure === 'formComplete') {
			const named = [...rule.events, ...Object.values(rule.eventsByArm).flat()];
			if (rule.measure === 'followUpComplete' && named.length === 0 && design === null) return milestoneText('missingDesign');
			const unknownEvents = design === null ? [] : named.filter((event) => !design.events.has(event));
			if (unknownEvents.length > 0) return milestoneText('missingEvent', { events: listed(unknownEvents) });
			if (rule.complete === 'mandatory' && design === null) return milestoneText('missingDesign');
			if (rule.complete === 'declared' && delivers.forms && !delivers.states) return milestoneText('missingStatus');
			if (rule.complete === 'declaredElseMandatory' && design === null && delivers.forms && !delivers.states) return milestoneText('missingDesign');
		}
		const unknownForms = design === null || design.forms.size === 0 ? [] : rule.forms.filter((form) => !design.forms.has(form));
		if (unknownForms.length > 0) return milestoneText('missingForm', { forms: listed(unknownForms) });
		if (rule.measure === 'randomised' && this.mapping.randomisationItems.length === 0 && !delivers.randomisation) return milestoneText('missingRandomisation');
		if (rule.measure === 'formSigned' && !delivers.signatures && !delivers.states) return milestoneText('missingSignatures');
		if (rule.measure === 'queryClosed' && !delivers.queries) return milestoneText('missingQueries');
		return null;
	}
}

function nothing(rule: MilestoneRule, study: string): Omit<Finding, 'missing'> {
	return { rule, study, group: null, n: wantedCount(rule.threshold, null), count: 0, at: () => null, lock: null, enrolment: null, address: undefined };
}

function lockFinding(rule: MilestoneRule, study: StudyRecord): Finding & { readonly revision: string } {
	const enough = rule.lockLevel === 'lock' ? (state: string) => state === 'lock' : (state: string) => state !== 'unlocked';
	const lock: Fact | null = study.locks.since(enough, Number.NEGATIVE_INFINITY);
	return { ...nothing(rule, study.study), n: 1, count: lock === null ? 0 : 1, missing: null, lock, revision: String(study.revision) };
}

/** Groups a rule judges: the study, or every site or country the evidence names, and the subjects that name none. */
function groupsOf(rule: MilestoneRule, study: StudyRecord, rankings: ReadonlyMap<string | null, Ranking<Placement>> | undefined): readonly (string | null)[] {
	if (rule.per === 'study') return [null];
	const seen = rule.per === 'site' ? study.sites : study.countries;
	const groups: Array<string | null> = [...seen].filter((group) => rule.per !== 'site' || rule.sites.length === 0 || rule.sites.includes(group)).sort(compareText);
	if ((rankings?.get(null)?.size ?? 0) > 0) groups.push(null);
	return groups;
}

/** Puts a subject where it stands now; nothing moves where nothing changed. */
function place(counter: Counter, subject: SubjectRecord, fold: EvidenceFold): void {
	const { rule } = counter.context;
	const { placements } = counter;
	while (placements.length <= subject.number) placements.push(null);
	const before = placements[subject.number] ?? null;
	const now = rule.study === null || rule.study === subject.study.study ? placementOf(counter, subject, fold) : null;
	if (now === before || (now !== null && before !== null && samePlacement(before, now))) return;
	let rankings = counter.rankings.get(subject.study.study);
	if (rankings === undefined) counter.rankings.set(subject.study.study, (rankings = new Map<string | null, Ranking<Placement>>()));
	if (before !== null) rankings.get(before.group)?.remove(before);
	placements[subject.number] = now;
	if (now === null) return;
	let ranking = rankings.get(now.group);
	if (ranking === undefined) rankings.set(now.group, (ranking = new Ranking()));
	ranking.add(now);
}

function placementOf({ context }: Counter, subject: SubjectRecord, { sites, countries }: EvidenceFold): Placement | null {
	const { rule } = context;
	const found = satisfaction(subject, context);
	if (found === null) return null;
	const entry = found.entry ?? Number.MAX_SAFE_INTEGER;
	const reached = rule.by === 'entry' ? entry : (found.reached ?? Number.MAX_SAFE_INTEGER);
	const anchor = found.reached ?? found.entry ?? Number.MAX_SAFE_INTEGER;
	const site = sites.at(subject.number, anchor);
	if (rule.sites.length > 0 && (site === null || !rule.sites.includes(site))) return null;
	const group = rule.per === 'study' ? null : rule.per === 'site' ? site : countries.at(subject.number, anchor);
	return { subject: subject.key, reached, entry, group, site, label: subject.label?.value ?? null, satisfaction: found };
}

function samePlacement(a: Placement, b: Placement): boolean {
	return (
		a.reached === b.reached &&
		a.entry === b.entry &&
		a.group === b.group &&
		a.site === b.site &&
		a.label === b.label &&
		a.satisfaction.reached === b.satisfaction.reached &&
		a.satisfaction.basis === b.satisfaction.basis &&
		a.satisfaction.fact.at === b.satisfaction.fact.at &&
		a.satisfaction.fact.by === b.satisfaction.fact.by &&
		a.satisfaction.fact.id === b.satisfaction.fact.id &&
		a.satisfaction.fact.source === b.satisfaction.fact.source &&
		a.satisfaction.fact.time === b.satisfaction.fact.time &&
		a.satisfaction.fact.place === b.satisfaction.fact.place &&
		a.satisfaction.events.join('\n') === b.satisfaction.events.join('\n')
	);
}
