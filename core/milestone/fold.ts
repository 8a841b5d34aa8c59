import { EDC_EVENT_TYPES, type EdcEvent, type FormRecorded, type ItemChange, type SubjectPlace } from '../edc/evidence.js';
import { mappedItems, type EdcMapping } from '../edc/mapping.js';
import { createStampReader, NO_TIME } from '../time/rfc3339.js';
import { evidenceKey } from '../evidence/cloudEvent.js';
import type { Zone } from '../time/zone.js';
import { FormRecord, StudyRecord, SubjectRecord, VisitRecord, type QueryRecord, type SignatureRecord } from './record.js';
import { compareText, ItemRegister, StatedText, StateHistory, type Fact, type Origin } from './register.js';

/**
 * Folds clinical evidence into registers by study, subject, visit, form and item. What it knows afterwards depends only on the set
 * of facts, never on their order or repetition; one fact costs the same however many came before.
 */
export class EvidenceFold {
	readonly studies = new Map<string, StudyRecord>();
	/** Subjects that may stand differently since they were last looked at. */
	dirty: SubjectRecord[] = [];
	private readonly stamp: (text: string | null | undefined) => number;
	private readonly relevantItems: ReadonlySet<string>;
	private lastStudy: StudyRecord | null = null;
	private lastSubject: SubjectRecord | null = null;

	constructor(
		private readonly mapping: EdcMapping,
		zone: Zone,
	) {
		this.stamp = createStampReader(zone);
		this.relevantItems = mappedItems(mapping);
	}

	accept(event: EdcEvent): void {
		switch (event.type) {
			case EDC_EVENT_TYPES.formRecorded:
				this.form(event.data, event);
				break;
			case EDC_EVENT_TYPES.visitChanged:
				this.visit(event);
				break;
			case EDC_EVENT_TYPES.subjectChanged:
				this.subject(event);
				break;
			case EDC_EVENT_TYPES.documentRead:
				this.document(event);
				break;
			case EDC_EVENT_TYPES.studyDescribed:
				this.design(event);
				break;
			case EDC_EVENT_TYPES.studyLocked:
				this.lock(event);
				break;
			case EDC_EVENT_TYPES.queryChanged:
				this.query(event);
				break;
			case EDC_EVENT_TYPES.signatureApplied:
				this.signature(event);
				break;
			case EDC_EVENT_TYPES.deviationRecorded:
				break;
		}
	}

	private form(data: FormRecorded, event: Extract<EdcEvent, { type: typeof EDC_EVENT_TYPES.formRecorded }>): void {
		const at = this.stampOf(data.recordedAt, event.time);
		const origin = originOf(event);
		const subject = this.subjectOf(data, at);
		const visit = visitOf(subject, data.event, data.eventRepeat);
		const form = formOf(visit, data.form, data.formRepeat);
		const { delivers } = subject.study;
		if (!delivers.forms || (data.status !== null && !delivers.states)) {
			delivers.forms = true;
			if (data.status !== null) delivers.states = true;
			subject.study.revision++;
		}
		if (data.removed || data.transaction === 'Remove') {
			if (at > form.removedAt) form.removedAt = at;
			return;
		}
		if (data.status !== null) {
			const stamp = data.statusStamp;
			(form.states ??= new StateHistory()).add({ at: stamp?.at == null ? at : this.stamp(stamp.at), state: data.status, origin, by: stamp?.by ?? null });
		}
		const touched = data.complete && form.items.length > 0 ? new Set<ItemRegister>() : null;
		let position = 0;
		for (const item of data.items) {
			if (item.transaction === 'Context' && !data.complete) continue;
			const repeat = repeatKey(item.groupRepeat);
			let register = form.find(item.group, repeat, item.item, position++);
			if (register === undefined) {
				// Every whole state read so far lacked this item, else it would be known.
				register = new ItemRegister(item.group, repeat, item.item, form.snapshotAt);
				form.add(register);
			}
			touched?.add(register);
			this.item(register, item, data.complete, at, origin, form);
			if (item.value !== undefined && item.filled && this.relevantItems.has(item.item)) {
				if (register.value === undefined) subject.mapped.push({ item: item.item, register, form, visit });
				register.setValue(data.complete || item.at === null ? at : this.stamp(item.at), item.value);
			}
		}
		if (!data.complete) return;
		if (touched !== null) {
			for (const register of form.items) if (!touched.has(register)) register.empty(at);
		}
		if (at > form.snapshotAt || (at === form.snapshotAt && form.snapshotOrigin !== null && compareText(origin.id, form.snapshotOrigin.id) < 0)) {
			form.snapshotAt = at;
			form.snapshotOrigin = origin;
		}
	}

	private item(register: ItemRegister, item: ItemChange, whole: boolean, stateAt: number, origin: Origin, form: FormRecord): void {
		const at = item.at === null ? stateAt : this.stamp(item.at);
		if ((item.at !== null || !whole) && at > form.changedAt) form.changedAt = at;
		if (item.filled && item.transaction !== 'Remove') register.fill(at, origin, item.by);
		else register.empty(whole ? stateAt : at);
	}

	private visit(event: Extract<EdcEvent, { type: typeof EDC_EVENT_TYPES.visitChanged }>): void {
		const { data } = event;
		const at = this.stampOf(data.at, event.time);
		const subject = this.subjectOf(data, at);
		const visit = visitOf(subject, data.event, data.eventRepeat);
		if (data.removed || data.transaction === 'Remove') {
			if (at > visit.removedAt) visit.removedAt = at;
			return;
		}
		const fact: Fact = { at, origin: originOf(event), by: data.by };
		if (data.status !== null) {
			(visit.states ??= new StateHistory()).add({ ...fact, state: data.status });
			if (!subject.study.delivers.states) {
				subject.study.delivers.states = true;
				subject.study.revision++;
			}
		}
		if (data.visitDate !== null) (visit.visitDate ??= new StatedText()).set(data.visitDate, fact);
	}

	private subject(event: Extract<EdcEvent, { type: typeof EDC_EVENT_TYPES.subjectChanged }>): void {
		const { data } = event;
		const at = this.stampOf(data.at, event.time);
		const subject = this.subjectOf(data, at);
		if (data.removed || data.transaction === 'Remove') {
			if (at > subject.removedAt) subject.removedAt = at;
			return;
		}
		const fact: Fact = { at, origin: originOf(event), by: data.by };
		if (data.status !== null) (subject.states ??= new StateHistory()).add({ ...fact, state: foldWord(data.status) });
		if (data.enrolledAt !== null) (subject.enrolledAt ??= new StatedText()).set(data.enrolledAt, fact);
		if (data.arm !== null) (subject.arm ??= new StatedText()).set(data.arm, fact);
		if (data.randomisedAt !== null) {
			(subject.randomisedAt ??= new StatedText()).set(data.randomisedAt, fact);
			if (!subject.study.delivers.randomisation) {
				subject.study.delivers.randomisation = true;
				this.touchAll(subject.study);
			}
		}
	}

	private document(event: Extract<EdcEvent, { type: typeof EDC_EVENT_TYPES.documentRead }>): void {
		const { data } = event;
		const study = this.studyOf(data.study);
		const at = this.stampOf(data.asOf, event.time);
		if (data.subjects === null || at === NO_TIME) return;
		const listed = new Set(data.subjects);
		for (const key of listed) {
			const subject = this.knownSubject(study, key);
			if (at > subject.presentAt) subject.presentAt = at;
			this.touch(subject);
		}
		for (const subject of study.subjects.values()) {
			if (listed.has(subject.key) || at <= subject.absentAt) continue;
			subject.absentAt = at;
			this.touch(subject);
		}
		if (at > study.fullSnapshotAt) study.fullSnapshotAt = at;
	}

	private design(event: Extract<EdcEvent, { type: typeof EDC_EVENT_TYPES.studyDescribed }>): void {
		const { data } = event;
		const study = this.studyOf(data.study);
		const at = this.stampOf(undefined, event.time);
		const identity = `${data.version ?? ''} ${event.source} ${event.id}`;
		if (study.design !== null && (at < study.design.at || (at === study.design.at && identity <= study.design.identity))) return;
		study.design = {
			at,
			identity,
			described: data,
			events: new Map(data.events.map((planned) => [planned.event, planned])),
			forms: new Map(data.forms.map((planned) => [planned.form, planned])),
		};
		this.touchAll(study);
	}

	private lock(event: Extract<EdcEvent, { type: typeof EDC_EVENT_TYPES.studyLocked }>): void {
		const { data } = event;
		const study = this.studyOf(data.study);
		study.locks.add({ at: this.stampOf(data.at, event.time), state: data.locked ? data.level : 'unlocked', origin: originOf(event), by: data.by });
		study.revision++;
	}

	private query(event: Extract<EdcEvent, { type: typeof EDC_EVENT_TYPES.queryChanged }>): void {
		const { data } = event;
		const at = this.stampOf(data.at, event.time);
		const subject = this.subjectOf(data, at);
		const queries = (subject.queries ??= new Map<string, QueryRecord>());
		let query = queries.get(data.query);
		if (query === undefined) queries.set(data.query, (query = { states: new StateHistory(), event: null, form: null }));
		// A query stands at one place; where two facts disagree the greater name stands, whatever came first.
		if (data.event !== null && data.event > (query.event ?? '')) query.event = data.event;
		if (data.form !== null && data.form > (query.form ?? '')) query.form = data.form;
		query.states.add({ at, state: data.state, origin: originOf(event), by: data.by });
		if (!subject.study.delivers.queries) {
			subject.study.delivers.queries = true;
			subject.study.revision++;
		}
	}

	private signature(event: Extract<EdcEvent, { type: typeof EDC_EVENT_TYPES.signatureApplied }>): void {
		const { data } = event;
		const at = this.stampOf(data.at, event.time);
		const subject = this.subjectOf(data, at);
		if (data.group !== null || data.item !== null) return;
		const signatures = (subject.signatures ??= new Map<string, SignatureRecord>());
		const signature = { at, origin: originOf(event), by: data.by, event: data.event, eventRepeat: repeatKey(data.eventRepeat), form: data.form, formRepeat: repeatKey(data.formRepeat) };
		signatures.set(evidenceKey(event), signature);
		if (!subject.study.delivers.signatures) {
			subject.study.delivers.signatures = true;
			subject.study.revision++;
		}
	}

	private stampOf(own: string | null | undefined, ofEvent: string | undefined): number {
		const at = this.stamp(own);
		return at === NO_TIME ? this.stamp(ofEvent) : at;
	}

	private studyOf(key: string): StudyRecord {
		if (this.lastStudy?.study === key) return this.lastStudy;
		let study = this.studies.get(key);
		if (study === undefined) this.studies.set(key, (study = new StudyRecord(key)));
		this.lastStudy = study;
		return study;
	}

	private knownSubject(study: StudyRecord, key: string): SubjectRecord {
		let subject = study.subjects.get(key);
		if (subject === undefined) {
			subject = new SubjectRecord(key, study);
			subject.absentAt = study.fullSnapshotAt;
			study.subjects.set(key, subject);
		}
		return subject;
	}

	private subjectOf(place: SubjectPlace, at: number): SubjectRecord {
		const study = this.studyOf(place.study);
		let subject = this.lastSubject;
		if (subject?.key !== place.subject || subject.study !== study) {
			subject = this.knownSubject(study, place.subject);
			this.lastSubject = subject;
		}
		this.touch(subject);
		if (place.site !== null) {
			subject.sites.add(place.site, at);
			study.sites.add(place.site);
		}
		const country = place.country ?? (place.site !== null && Object.hasOwn(this.mapping.countryOfSite, place.site) ? this.mapping.countryOfSite[place.site] : undefined);
		if (country !== undefined) {
			subject.countries.add(country, at);
			study.countries.add(country);
		}
		if (place.subjectLabel !== null) (subject.label ??= new StatedText()).set(place.subjectLabel, { at, origin: NO_ORIGIN, by: null });
		return subject;
	}

	private touch(subject: SubjectRecord): void {
		if (subject.dirty) return;
		subject.dirty = true;
		this.dirty.push(subject);
	}

	private touchAll(study: StudyRecord): void {
		study.revision++;
		for (const subject of study.subjects.values()) this.touch(subject);
	}
}

const NO_ORIGIN: Origin = { source: '', id: '', time: null };

function originOf(event: { readonly source: string; readonly id: string; readonly time?: string }): Origin {
	return { source: event.source, id: event.id, time: event.time ?? null };
}

/** A missing repeat key is key 1: definitions that do not repeat have either. */
function repeatKey(repeat: string | null): string | null {
	return repeat === '1' ? null : repeat;
}

function visitOf(subject: SubjectRecord, event: string, repeat: string | null): VisitRecord {
	let visit = subject.visits.get(event);
	if (visit === undefined) subject.visits.set(event, (visit = new VisitRecord(event)));
	const key = repeatKey(repeat);
	if (key === null) return visit;
	const repeats = (visit.repeats ??= new Map<string, VisitRecord>());
	let repeated = repeats.get(key);
	if (repeated === undefined) repeats.set(key, (repeated = new VisitRecord(event)));
	return repeated;
}

function formOf(visit: VisitRecord, name: string, repeat: string | null): FormRecord {
	let form = visit.form(name);
	if (form === undefined) visit.forms.push((form = new FormRecord(name)));
	const key = repeatKey(repeat);
	if (key === null) return form;
	const repeats = (form.repeats ??= new Map<string, FormRecord>());
	let repeated = repeats.get(key);
	if (repeated === undefined) repeats.set(key, (repeated = new FormRecord(name)));
	return repeated;
}

/** A vendor's word for a state, without regard to case, spaces, hyphens and underscores. */
export function foldWord(word: string): string {
	return word.toLowerCase().replace(/[\s_-]/g, '');
}
