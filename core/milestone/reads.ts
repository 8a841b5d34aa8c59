import type { PlannedEvent } from '../edc/evidence.js';
import type { EdcMapping } from '../edc/mapping.js';
import { addressNames } from '../edc/recordAddress.js';
import type { MilestoneRule } from './rule.js';

/** Forms a rule looks into: those named (null: all) in the visits named (null: all). */
interface Wish {
	readonly events: ReadonlySet<string> | null;
	readonly forms: ReadonlySet<string> | null;
}

/**
 * What a set of rules and a mapping read of the evidence. What nobody reads is remembered, because a later design may ask for it,
 * but it makes no subject be looked at again and is never unpacked.
 */
export class Reads {
	/** Whether any rule counts subjects (all but the lock of the database). */
	readonly subjects: boolean;
	readonly sites: boolean;
	readonly countries: boolean;
	readonly queries: boolean;
	readonly signatures: boolean;
	/** Items that are read in whichever form they stand. */
	readonly anywhere: ReadonlySet<string>;
	/** Items whose value is read: those, and dates and marks that are read in the forms a rule looks into. */
	readonly values: ReadonlySet<string>;
	private readonly studies: ReadonlySet<string> | null;

	constructor(
		private readonly rules: readonly MilestoneRule[],
		mapping: EdcMapping,
	) {
		const measures = new Set(rules.map((rule) => rule.measure));
		const named = rules.map((rule) => rule.study);
		this.studies = named.includes(null) ? null : new Set(named.filter((study) => study !== null));
		this.subjects = rules.some((rule) => rule.measure !== 'databaseLocked');
		this.sites = rules.some((rule) => rule.per === 'site' || rule.sites.length > 0) || addressNames(mapping.recordAddress, 'site');
		this.countries = rules.some((rule) => rule.per === 'country');
		this.queries = measures.has('queryClosed');
		this.signatures = measures.has('formSigned');
		const anywhere = new Set<string>();
		const add = (items: readonly string[]): void => items.forEach((item) => anywhere.add(item));
		if (measures.has('enrolled') || rules.some((rule) => rule.onlyEnrolled)) add([...mapping.enrolmentItems, ...mapping.randomisationItems, ...mapping.consentDateItems]);
		if (measures.has('randomised')) add(mapping.randomisationItems);
		// The date of a visit may stand in another form than the one a rule names.
		if (measures.has('formComplete')) add(mapping.visitDateItems);
		if (mapping.disposition !== null && mapping.disposition.screenFailureValues.length > 0) anywhere.add(mapping.disposition.reasonItem);
		this.anywhere = anywhere;
		this.values = new Set([...anywhere, ...mapping.visitDateItems, ...mapping.notDone.map((mark) => mark.item)]);
	}

	study(key: string): boolean {
		return this.studies?.has(key) !== false;
	}

	/** Tells of a form in a visit whether some rule looks into it, given the visits the study plans. */
	formsWanted(planned: readonly PlannedEvent[] | null): (event: string, form: string) => boolean {
		const wishes = this.rules.flatMap((rule) => wishOf(rule, planned));
		return (event, form) => wishes.some(({ events, forms }) => events?.has(event) !== false && forms?.has(form) !== false);
	}
}

function wishOf(rule: MilestoneRule, planned: readonly PlannedEvent[] | null): readonly Wish[] {
	switch (rule.measure) {
		case 'visitComplete':
		case 'followUpComplete':
			return [{ events: new Set([...rule.events, ...Object.values(rule.eventsByArm).flat(), ...lastVisits(rule, planned ?? [])]), forms: null }];
		case 'formComplete':
		case 'formSigned':
			return [{ events: rule.events.length > 0 ? new Set(rule.events) : null, forms: rule.forms.length > 0 ? new Set(rule.forms) : null }];
		case 'enrolled':
		case 'randomised':
		case 'queryClosed':
		case 'databaseLocked':
			return [];
	}
}

/** Every visit that may be the last scheduled one of an arm. */
function lastVisits(rule: MilestoneRule, planned: readonly PlannedEvent[]): readonly string[] {
	if (rule.measure !== 'followUpComplete' || rule.events.length > 0) return [];
	const scheduled = planned.filter(({ kind }) => kind === 'Scheduled');
	let first = scheduled.length - 1;
	// The last visit of all arms is the last of every arm that has no visit of its own after it.
	while (first > 0 && scheduled[first]?.arms.length !== 0) first--;
	return scheduled.slice(Math.max(first, 0)).map(({ event }) => event);
}
