import { EDC_EVENT_TYPES, type EdcEvent, type FormRecorded, type QueryChanged, type DeviationRecorded, type SignatureApplied, type StudyDescribed, type SubjectChanged, type SubjectPlace, type Transaction, type VisitChanged } from '../edc/evidence.js';
import { mappedItems, type EdcMapping } from '../edc/mapping.js';
import { parseMoment } from '../time/moment.js';
import type { Zone } from '../time/zone.js';
import { originOf, type Origin } from './origin.js';

/*
 * What one pass over the events leaves behind. Nothing is decided here: records are filed where they belong and ordered later,
 * so the order of the events cannot matter. Memory goes by data points and their changes.
 */

/** Something said about a thing at a time (epoch ms; -Infinity where the source names none). */
export interface Observed<Data> {
	readonly at: number;
	readonly stamped: boolean;
	readonly data: Data;
	readonly origin: Origin;
}

/** One statement about one data point. */
export interface Change {
	readonly at: number;
	/** The source names the time of this change; else `at` is the time of the document. */
	readonly stamped: boolean;
	readonly filled: boolean;
	readonly digest: string | null;
	readonly value: string | null;
	readonly transaction: Transaction | null;
	readonly by: string | null;
	readonly reasoned: boolean;
	readonly imported: boolean;
	readonly sdv: { readonly required: boolean | null; readonly verified: boolean; readonly at: number | null } | null;
	readonly origin: Origin;
}

export interface DataPoint {
	readonly group: string | null;
	readonly groupRepeat: string | null;
	readonly item: string;
	readonly changes: Change[];
}

/** What a form's record says beside its items. */
export interface FormStatement {
	readonly complete: boolean;
	readonly status: FormRecorded['status'];
	readonly removed: boolean;
	/** Who declared the state and when, where the source says so. */
	readonly declaredBy: string | null;
	readonly declaredAt: number | null;
	readonly listsItems: boolean;
	/** Item groups taken out as a whole, each at its own time. */
	readonly removedGroups: ReadonlyArray<{ readonly group: string; readonly groupRepeat: string | null; readonly at: number; readonly stamped: boolean; readonly by: string | null }>;
}

export interface FormState {
	readonly form: string;
	readonly formRepeat: string | null;
	readonly visit: VisitState;
	readonly points: Map<string, DataPoint>;
	readonly records: Array<Observed<FormStatement>>;
}

export interface VisitState {
	readonly event: string;
	readonly eventRepeat: string | null;
	readonly subject: SubjectState;
	readonly forms: Map<string, FormState>;
	readonly records: Array<Observed<VisitChanged>>;
}

export interface MappedPoint {
	readonly form: FormState;
	readonly point: DataPoint;
}

export interface SubjectState {
	readonly key: string;
	label: string | null;
	readonly records: Array<Observed<SubjectChanged>>;
	/** First time each site was named for the subject, by any event. */
	readonly sites: Map<string, number>;
	readonly visits: Map<string, VisitState>;
	readonly queries: Map<string, Array<Observed<QueryChanged>>>;
	readonly deviations: Map<string, Array<Observed<DeviationRecorded>>>;
	readonly signatures: Array<Observed<SignatureApplied>>;
	/** Data points of items that the mapping names. */
	readonly mapped: Map<string, MappedPoint[]>;
	lastSeen: number;
}

export interface StudyState {
	readonly study: string;
	readonly subjects: Map<string, SubjectState>;
	readonly designs: Array<Observed<StudyDescribed>>;
	/** Documents that list every subject of the study. */
	readonly rosters: Array<Observed<{ readonly subjects: ReadonlySet<string> }>>;
	/** Where a person opens a record, as the latest reading of the source says. */
	recordAddress: { readonly at: number; readonly address: string } | null;
	/** Items of the mapping that occurred, filled or not: a name that never occurs may be a slip. */
	readonly seenItems: Set<string>;
	/** Records that were left out because they were made after `asOf`. */
	afterAsOf: number;
}

const SEPARATOR = '\u0000';

export class EvidenceCollector {
	readonly studies = new Map<string, StudyState>();
	private readonly seen = new Map<string, Set<string>>();
	private readonly watched: ReadonlySet<string>;
	private lastText = '';
	private lastInstant: number | null = null;

	constructor(
		mapping: EdcMapping,
		private readonly zone: Zone,
		private readonly asOf: number,
	) {
		this.watched = mappedItems(mapping);
	}

	add(event: EdcEvent): void {
		let ids = this.seen.get(event.source);
		if (!ids) this.seen.set(event.source, (ids = new Set()));
		if (ids.has(event.id)) return;
		ids.add(event.id);

		const study = this.studyOf(event.data.study);
		const origin = originOf(event);
		const eventTime = this.instant(event.time);
		switch (event.type) {
			case EDC_EVENT_TYPES.studyDescribed:
				study.designs.push({ at: eventTime ?? -Infinity, stamped: eventTime !== null, data: event.data, origin });
				return;
			case EDC_EVENT_TYPES.documentRead: {
				const { subjects, recordAddress } = event.data;
				const at = this.instant(event.data.asOf) ?? eventTime;
				if (recordAddress !== undefined && at !== null && at <= this.asOf && (study.recordAddress === null || at > study.recordAddress.at)) study.recordAddress = { at, address: recordAddress };
				if (subjects !== null && at !== null && at <= this.asOf) study.rosters.push({ at, stamped: true, data: { subjects: new Set(subjects) }, origin });
				return;
			}
			case EDC_EVENT_TYPES.studyLocked:
				return;
			case EDC_EVENT_TYPES.formRecorded:
				this.addForm(study, event.data, origin, eventTime);
				return;
			default: {
				const stamp = this.instant(event.data.at);
				const at = stamp ?? eventTime ?? -Infinity;
				if (at > this.asOf) {
					study.afterAsOf++;
					return;
				}
				const subject = this.subjectOf(study, event.data, at);
				const observed = { at, stamped: stamp !== null, origin };
				if (event.type === EDC_EVENT_TYPES.subjectChanged) subject.records.push({ ...observed, data: event.data });
				else if (event.type === EDC_EVENT_TYPES.visitChanged) visitOf(subject, event.data.event, event.data.eventRepeat).records.push({ ...observed, data: event.data });
				else if (event.type === EDC_EVENT_TYPES.queryChanged) file(subject.queries, event.data.query, { ...observed, data: event.data });
				else if (event.type === EDC_EVENT_TYPES.deviationRecorded) file(subject.deviations, event.data.deviation, { ...observed, data: event.data });
				else subject.signatures.push({ ...observed, data: event.data });
			}
		}
	}

	private addForm(study: StudyState, data: FormRecorded, origin: Origin, eventTime: number | null): void {
		const documentTime = this.instant(data.recordedAt) ?? eventTime ?? -Infinity;
		const late = documentTime > this.asOf;
		let subject: SubjectState | null = null;
		let form: FormState | null = null;
		const open = (at: number): FormState => {
			subject ??= this.subjectOf(study, data, at);
			return (form ??= formOf(visitOf(subject, data.event, data.eventRepeat), data.form, data.formRepeat));
		};
		for (const item of data.items) {
			if (item.transaction === 'Context' && !item.filled && !item.sdv) continue;
			const stamp = this.instant(item.at);
			const at = stamp ?? documentTime;
			if (at > this.asOf) {
				study.afterAsOf++;
				continue;
			}
			const state = open(at);
			const point = this.pointOf(study, state, item.group, item.groupRepeat, item.item);
			point.changes.push({
				at,
				stamped: stamp !== null && item.transaction !== 'Context',
				filled: item.filled,
				digest: item.digest ?? null,
				value: item.value ?? null,
				transaction: item.transaction,
				by: item.by,
				reasoned: item.reason !== undefined && item.reason.trim() !== '',
				imported: data.imported,
				sdv: item.sdv ? { required: item.sdv.required, verified: item.sdv.verified, at: this.instant(item.sdv.at) } : null,
				origin,
			});
		}
		if (late) {
			study.afterAsOf++;
			return;
		}
		open(documentTime).records.push({
			at: documentTime,
			stamped: documentTime !== -Infinity,
			data: { complete: data.complete, status: data.status, removed: data.removed || data.transaction === 'Remove', declaredBy: data.statusStamp?.by ?? null, declaredAt: this.instant(data.statusStamp?.at), listsItems: data.items.length > 0, removedGroups: this.removedGroupsOf(data, documentTime) },
			origin,
		});
	}

	private removedGroupsOf(data: FormRecorded, documentTime: number): FormStatement['removedGroups'] {
		if (data.removedGroups === undefined) return [];
		return data.removedGroups
			.map(({ group, groupRepeat, at, by }) => {
				const stamp = this.instant(at);
				return { group, groupRepeat, at: stamp ?? documentTime, stamped: stamp !== null, by };
			})
			.filter(({ at }) => at <= this.asOf);
	}

	private pointOf(study: StudyState, form: FormState, group: string | null, groupRepeat: string | null, item: string): DataPoint {
		const key = `${item}${SEPARATOR}${group ?? ''}${SEPARATOR}${groupRepeat ?? ''}`;
		let point = form.points.get(key);
		if (!point) {
			form.points.set(key, (point = { group, groupRepeat, item, changes: [] }));
			if (this.watched.has(item)) {
				study.seenItems.add(item);
				file(form.visit.subject.mapped, item, { form, point });
			}
		}
		return point;
	}

	private studyOf(study: string): StudyState {
		let state = this.studies.get(study);
		if (!state) this.studies.set(study, (state = { study, subjects: new Map(), designs: [], rosters: [], recordAddress: null, seenItems: new Set(), afterAsOf: 0 }));
		return state;
	}

	private subjectOf(study: StudyState, place: SubjectPlace, at: number): SubjectState {
		let subject = study.subjects.get(place.subject);
		if (!subject) {
			subject = { key: place.subject, label: null, records: [], sites: new Map(), visits: new Map(), queries: new Map(), deviations: new Map(), signatures: [], mapped: new Map(), lastSeen: -Infinity };
			study.subjects.set(place.subject, subject);
		}
		// The least of several labels, so that the order of the events cannot choose.
		if (place.subjectLabel !== null && (subject.label === null || place.subjectLabel < subject.label)) subject.label = place.subjectLabel;
		if (at > subject.lastSeen) subject.lastSeen = at;
		if (place.site !== null) {
			const first = subject.sites.get(place.site);
			if (first === undefined || at < first) subject.sites.set(place.site, at);
		}
		return subject;
	}

	/** Epoch milliseconds of a stamp; the same text follows itself in runs of items, so the last answer is kept. */
	private instant(text: string | null | undefined): number | null {
		if (text === null || text === undefined) return null;
		if (text !== this.lastText) {
			this.lastText = text;
			this.lastInstant = parseMoment(text, this.zone)?.earliest ?? null;
		}
		return this.lastInstant;
	}
}

function visitOf(subject: SubjectState, event: string, eventRepeat: string | null): VisitState {
	const key = `${event}${SEPARATOR}${eventRepeat ?? ''}`;
	let visit = subject.visits.get(key);
	if (!visit) subject.visits.set(key, (visit = { event, eventRepeat, subject, forms: new Map(), records: [] }));
	return visit;
}

function formOf(visit: VisitState, form: string, formRepeat: string | null): FormState {
	const key = `${form}${SEPARATOR}${formRepeat ?? ''}`;
	let state = visit.forms.get(key);
	if (!state) visit.forms.set(key, (state = { form, formRepeat, visit, points: new Map(), records: [] }));
	return state;
}

function file<Entry>(shelf: Map<string, Entry[]>, key: string, entry: Entry): void {
	const entries = shelf.get(key);
	if (entries) entries.push(entry);
	else shelf.set(key, [entry]);
}
