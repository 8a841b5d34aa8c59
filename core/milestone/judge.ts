import { recordAddress } from '../edc/recordAddress.js';
import type { EvidenceReference } from '../evidence/cloudEvent.js';
import { deterministicKey } from '../evidence/key.js';
import type { BilingualText } from '../judgement/judgement.js';
import { formatDayNumber, formatInstant, localDayNumber, type Zone } from '../time/zone.js';
import type { EnrolmentWay, Satisfaction } from './satisfied.js';
import { NO_FLAGS, type KnownMilestone, type MilestoneFlags, type MilestoneJudgement, type MilestoneState, type MilestoneValue } from './result.js';
import type { Ranked } from './ranking.js';
import type { Fact } from './register.js';
import { NO_TIME } from '../time/rfc3339.js';
import type { MilestoneRule } from './rule.js';
import { joinTexts, listed, milestoneText, NO_TEXT, ordinal, type MilestoneTextKey, type TextValues } from './texts.js';

/** A subject in the order of a milestone, with why it stands there. */
export interface Placement extends Ranked {
	readonly group: string | null;
	/** Where the subject was then, null where nobody asks. */
	readonly site: string | null;
	readonly label: string | null;
	readonly satisfaction: Satisfaction;
}

/** What a rule finds in one group of a study, before anything known is looked at. */
export interface Finding {
	readonly rule: MilestoneRule;
	readonly study: string;
	/** Site or country; null for a study as a whole. */
	readonly group: string | null;
	readonly n: number | null;
	readonly count: number;
	/** Why nothing can be said, null where something can. */
	readonly missing: BilingualText | null;
	/** The placement at a rank from 1. */
	at(rank: number): Placement | null;
	/** For `databaseLocked`: since when. */
	readonly lock: Fact | null;
	readonly enrolment: EnrolmentWay | null;
	/** Address of a record in the EDC, with placeholders. */
	readonly address: string | undefined;
}

const LISTED_EVIDENCE = 100;
const LISTED_TIES = 3;

/** The judgement on one group, given what fired before. Source: domain reference 2, rules 1 to 6. */
export function judge(finding: Finding, known: KnownMilestone | undefined, key: string, asOf: string, asOfDay: number, zone: Zone): MilestoneJudgement {
	const { rule, n, count, study, group } = finding;
	const due = rule.threshold.kind === 'late' ? rule.threshold.due : null;
	const met = finding.missing === null && n !== null && count >= n;
	const nth = met ? finding.at(n) : null;
	const reached = nth === null ? (finding.lock === null || finding.lock.at === NO_TIME ? null : finding.lock.at) : rule.by === 'entry' ? nth.satisfaction.entry : nth.satisfaction.reached;
	const state = known?.state ?? currentState(finding, met, reached, due, asOfDay, zone);
	const fires = known === undefined && (state === 'reached' || state === 'late');
	const flags = known === undefined ? NO_FLAGS : flagsNow(known, met, finding, nth);
	const changes = known === undefined ? [] : flagChanges(known.flags, flags);
	const tie = nth === null || n === null ? null : tieOf(finding, nth, n);
	const references = evidenceOf(finding, nth, n, zone);
	const value: MilestoneValue = {
		state,
		news: fires ? 'fired' : changes.length > 0 ? 'flagChanged' : 'none',
		study,
		measure: rule.measure,
		per: rule.per,
		by: rule.by,
		site: rule.per === 'site' ? group : null,
		country: rule.per === 'country' ? group : null,
		count: finding.missing === null ? count : null,
		n,
		missing: finding.missing === null && n !== null ? Math.max(0, n - count) : null,
		due,
		nthSubject: nth?.subject ?? null,
		nthSubjectLabel: nth?.label ?? null,
		reachedAt: reached === null ? null : formatInstant(reached, zone),
		reachedBasis: nth?.satisfaction.basis ?? (finding.lock === null ? null : reached === null ? 'unknown' : 'event'),
		recordedAt: stampText(nth === null ? (finding.lock?.at ?? null) : nth.satisfaction.entry, zone),
		tie,
		flags,
		changes,
		evidenceTotal: references.total,
		known: fires ? { key, state, nthSubject: nth?.subject ?? null, flags } : known === undefined ? null : { ...known, flags },
	};
	return {
		key,
		kind: 'milestone',
		subject: group === null ? study : `${study}/${group}`,
		value,
		rule: { id: rule.id, version: rule.version, parameters: parametersOf(rule) },
		evidence: references.listed,
		explanation: explain(finding, value, nth, reached, known, zone),
		asOf,
	};
}

/** Key of a milestone: rule id + version + study (+ site or country) + n + firing 1. Source: domain reference 2, rule 4. */
export function milestoneKey(rule: MilestoneRule, study: string, group: string | null, n: number | null): string {
	return deterministicKey('milestone', {
		rule: rule.id,
		version: rule.version,
		study,
		...(rule.per === 'study' ? {} : { [rule.per]: group }),
		n,
		firing: 1,
	});
}

function currentState(finding: Finding, met: boolean, reached: number | null, due: string | null, asOfDay: number, zone: Zone): MilestoneState {
	if (finding.missing !== null) return 'notAvailable';
	if (due === null) return met ? 'reached' : 'notYet';
	const passed = formatDayNumber(asOfDay) > due;
	if (!met) return passed ? 'late' : 'notYet';
	// Reached, but only after the due date, and first looked at later still: the date passed without it.
	return passed && reached !== null && formatDayNumber(localDayNumber(reached, zone)) > due ? 'late' : 'reached';
}

function flagsNow(known: KnownMilestone, met: boolean, finding: Finding, nth: Placement | null): MilestoneFlags {
	// Where nothing can be said now, what was said before stands.
	if (finding.missing !== null) return known.flags;
	if (known.state === 'late') return { ...NO_FLAGS, metLater: met && known.nthSubject === null };
	const moved = nth !== null && known.nthSubject !== null && nth.subject !== known.nthSubject;
	return {
		orderChanged: moved ? { from: known.nthSubject, to: nth.subject } : met ? null : known.flags.orderChanged,
		receded: !met,
		metLater: false,
	};
}

function flagChanges(before: MilestoneFlags, now: MilestoneFlags): MilestoneValue['changes'] {
	const changes: Array<{ flag: keyof MilestoneFlags; set: boolean }> = [];
	if (before.orderChanged?.from !== now.orderChanged?.from || before.orderChanged?.to !== now.orderChanged?.to) changes.push({ flag: 'orderChanged', set: now.orderChanged !== null });
	if (before.receded !== now.receded) changes.push({ flag: 'receded', set: now.receded });
	if (before.metLater !== now.metLater) changes.push({ flag: 'metLater', set: now.metLater });
	return changes;
}

/** Subjects with the same reached time as the nth, nearest ranks first, and what told them apart. */
function tieOf(finding: Finding, nth: Placement, n: number): MilestoneValue['tie'] {
	if (nth.satisfaction.reached === null) return null;
	const tied: Placement[] = [];
	for (const step of [-1, 1]) {
		for (let rank = n + step; rank >= 1 && tied.length <= LISTED_TIES * 2; rank += step) {
			const other = finding.at(rank);
			if (other === null || other.reached !== nth.reached) break;
			tied.push(other);
		}
	}
	if (tied.length === 0) return null;
	return { with: tied.map((other) => other.label ?? other.subject), brokenBy: tied.some((other) => other.entry === nth.entry) ? 'subject' : 'entry' };
}

function evidenceOf(finding: Finding, nth: Placement | null, n: number | null, zone: Zone): { readonly listed: readonly EvidenceReference[]; readonly total: number } {
	if (finding.missing !== null) return { listed: [], total: 0 };
	if (finding.lock !== null) {
		return { listed: [referenceOf(finding.lock, finding.study, zone)], total: 1 };
	}
	const total = nth !== null && n !== null ? n : finding.count;
	const listedReferences: EvidenceReference[] = [];
	for (let rank = total; rank >= 1 && listedReferences.length < LISTED_EVIDENCE; rank--) {
		const placement = finding.at(rank);
		if (placement === null) break;
		listedReferences.push(referenceOf(placement.satisfaction.fact, labelOf(finding.rule, placement), zone, addressOf(finding, placement)));
	}
	return { listed: listedReferences, total };
}

/** Subject and where its record stands, in names of the study, which need no language: `03-106 · SE.V3/F.VS`. */
function labelOf(rule: MilestoneRule, { label, subject, satisfaction }: Placement): string {
	const { events } = satisfaction;
	const { forms } = rule;
	// A form rule names one visit for each form, in the same order.
	const places =
		rule.measure === 'formComplete' && events.length === forms.length
			? events.map((event, index) => `${event}/${forms[index] ?? ''}`).join(', ')
			: [events.join(', '), rule.measure === 'formSigned' ? forms.join(', ') : ''].filter((part) => part !== '').join('/');
	return [label ?? subject, places].filter((part) => part !== '').join(' · ');
}

function addressOf({ study, address }: Finding, { subject, label, site, satisfaction }: Placement): string | null {
	const { event = null, eventRepeat = null, form = null, formRepeat = null } = satisfaction.fact.place ?? {};
	return recordAddress(address, { study, site, subject, subjectLabel: label, event, eventRepeat, form, formRepeat });
}

function referenceOf(fact: Fact, label: string, zone: Zone, url: string | null = null): EvidenceReference {
	const { source, id, time } = fact;
	return { source, id, time: time ?? stampText(fact.at, zone), actor: fact.by, url, label };
}

function stampText(at: number | null, zone: Zone): string | null {
	return at === null || at === NO_TIME ? null : formatInstant(at, zone);
}

function parametersOf(rule: MilestoneRule): Readonly<Record<string, unknown>> {
	return Object.fromEntries(Object.entries(rule).filter(([name]) => name !== 'id' && name !== 'version'));
}

/** What the subjects did, in words. */
function doing(rule: MilestoneRule, found: readonly string[], many = false): BilingualText {
	const events = listed(found.length > 0 ? found : rule.events);
	const forms = listed(rule.forms);
	const named = events.en !== '';
	const key: Readonly<Record<MilestoneRule['measure'], MilestoneTextKey>> = {
		enrolled: many ? 'didEnrolledMany' : 'didEnrolled',
		randomised: many ? 'didRandomisedMany' : 'didRandomised',
		visitComplete: 'didVisit',
		followUpComplete: named ? 'didFollowUpVisit' : 'didFollowUp',
		formComplete: named ? 'didFormVisit' : 'didForm',
		formSigned: rule.forms.length === 0 ? 'didAllSigned' : 'didSigned',
		queryClosed: 'didQueries',
		databaseLocked: 'didFollowUp',
	};
	return milestoneText(key[rule.measure], { events, forms });
}

const ENROLMENT_TEXT: Readonly<Record<EnrolmentWay, MilestoneTextKey>> = {
	item: 'enrolmentItem',
	status: 'enrolmentStatus',
	randomisation: 'enrolmentRandomisation',
	consent: 'enrolmentConsent',
};

function explain(finding: Finding, value: MilestoneValue, nth: Placement | null, reached: number | null, known: KnownMilestone | undefined, zone: Zone): BilingualText {
	const { rule, study, group } = finding;
	const where = group === null ? NO_TEXT : rule.per === 'site' ? milestoneText('atSite', { site: group }) : milestoneText('inCountry', { country: group });
	if (finding.missing !== null) return milestoneText('notAvailable', { where, missing: finding.missing });
	const lock = rule.measure === 'databaseLocked';
	const n = value.n ?? 0;
	const values: TextValues = {
		study,
		where,
		n,
		ordinal: ordinal(n),
		count: finding.count,
		missing: value.missing ?? 0,
		subject: nth?.label ?? nth?.subject ?? '',
		did: doing(rule, nth?.satisfaction.events ?? []),
		didMany: doing(rule, [], true),
		date: reached === null ? (value.due ?? '') : formatDayNumber(localDayNumber(reached, zone)),
		due: value.due ?? '',
		counted: finding.count === 1 ? milestoneText('countedOne') : milestoneText('counted', { count: finding.count }),
		tie: tieText(value.tie),
		basis: basisText(rule, nth),
		enrolment: rule.measure === 'enrolled' && finding.enrolment !== null ? milestoneText(ENROLMENT_TEXT[finding.enrolment]) : NO_TEXT,
	};
	const openDue = value.due === null ? NO_TEXT : milestoneText('dueOpen', { date: value.due });
	const met = value.missing === 0;
	const sentence = (key: MilestoneTextKey): BilingualText => milestoneText(key, values);
	let text: BilingualText;
	if (value.state === 'late') text = met ? sentence(lock ? 'lateLocked' : 'lateReached') : milestoneText(lock ? 'lateLock' : 'late', { ...values, date: value.due ?? '' });
	else if (met) text = sentence(lock ? (reached === null ? 'lockedUndated' : 'locked') : reached === null ? 'reachedUndated' : 'reached');
	else if (value.state === 'reached') text = sentence(lock ? 'recededLock' : 'receded');
	else text = milestoneText(lock ? 'notLocked' : 'notYet', { ...values, due: openDue });
	return known === undefined ? text : joinTexts(text, ...changeTexts(value, n));
}

function changeTexts(value: MilestoneValue, n: number): readonly BilingualText[] {
	return value.changes.flatMap(({ flag, set }) => {
		switch (flag) {
			case 'orderChanged':
				return value.flags.orderChanged !== null && set ? [milestoneText('orderChanged', { n, ordinal: ordinal(n), ...value.flags.orderChanged })] : [milestoneText('orderRestored')];
			case 'receded':
				return set ? [] : [milestoneText('recededCleared')];
			case 'metLater':
				return [milestoneText(set ? 'metLater' : 'metLaterCleared')];
		}
	});
}

function tieText(tie: MilestoneValue['tie']): BilingualText {
	if (tie === null) return NO_TEXT;
	const shown = tie.with.slice(0, LISTED_TIES);
	const others = tie.with.length > LISTED_TIES ? milestoneText('moreOthers', { others: { en: shown.join(', '), 'zh-CN': shown.join('、') }, more: tie.with.length - LISTED_TIES }) : listed(shown);
	return milestoneText(tie.brokenBy === 'entry' ? 'tieByEntry' : 'tieBySubject', { others });
}

function basisText(rule: MilestoneRule, nth: Placement | null): BilingualText {
	if (rule.by === 'entry') return milestoneText('basisByEntry');
	return nth?.satisfaction.basis === 'entry' ? milestoneText('basisEntry') : NO_TEXT;
}
