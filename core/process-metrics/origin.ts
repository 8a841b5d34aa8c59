import { recordAddress } from '../edc/recordAddress.js';
import type { CloudEvent, EvidenceReference } from '../evidence/cloudEvent.js';

/** The fact that something was read from, in as few words as a reference needs. One per event, shared by all its items. */
export interface Origin {
	readonly source: string;
	readonly id: string;
	readonly time: string | null;
	readonly actor: string | null;
	readonly study: string;
	readonly site: string | null;
	/** Key of the subject, and the number that people see. */
	readonly subject: string | null;
	readonly subjectLabel: string | null;
	readonly event: string | null;
	readonly eventRepeat: string | null;
	readonly form: string | null;
	readonly formRepeat: string | null;
}

interface Placed {
	readonly study: string;
	readonly site?: string | null;
	readonly subject?: string;
	readonly subjectLabel?: string | null;
	readonly event?: string | null;
	readonly eventRepeat?: string | null;
	readonly form?: string | null;
	readonly formRepeat?: string | null;
	readonly by?: string | null;
	readonly statusStamp?: { readonly by: string | null } | null;
}

export function originOf(event: CloudEvent): Origin {
	const data = event.data as Placed;
	return {
		source: event.source,
		id: event.id,
		time: event.time ?? null,
		actor: data.by ?? data.statusStamp?.by ?? null,
		study: data.study,
		site: data.site ?? null,
		subject: data.subject ?? null,
		subjectLabel: data.subjectLabel ?? null,
		event: data.event ?? null,
		eventRepeat: data.eventRepeat ?? null,
		form: data.form ?? null,
		formRepeat: data.formRepeat ?? null,
	};
}

/** @param address of a record in the EDC, with placeholders */
export function referenceTo(origin: Origin, address: string | undefined): EvidenceReference {
	const { subject } = origin;
	// Names only, so that the label reads the same in every language: `03-106 · SE.V3/FO.LAB`.
	const place = [origin.event, origin.form].filter((part) => part !== null).join('/');
	const label = [origin.subjectLabel ?? subject ?? '', place].filter((part) => part !== '').join(' · ');
	return {
		source: origin.source,
		id: origin.id,
		time: origin.time,
		actor: origin.actor,
		url: subject === null ? null : recordAddress(address, { ...origin, subject }),
		...(label === '' ? {} : { label }),
	};
}

/** A total order in which a source's own counting ids stand as they were counted (9 before 10). */
export function compareOrigins(a: Origin, b: Origin): number {
	if (a === b) return 0;
	return a.id.length - b.id.length || compareText(a.id, b.id) || compareText(a.source, b.source);
}

/** By code unit: the same on every machine, unlike a locale's order. */
export function compareText(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
