import { EDC_EVENT_TYPES, type EdcEvent, type SubjectPlace } from '../edc/evidence.js';
import type { EdcMapping } from '../edc/mapping.js';
import { createStampReader, NO_TIME } from '../time/rfc3339.js';
import { evidenceKey } from '../evidence/cloudEvent.js';
import type { Zone } from '../time/zone.js';
import { commonAccount, contentOf, EvidenceLog, type Content } from './log.js';
import { Places, repeatKey, type Place } from './place.js';
import type { Reads } from './reads.js';
import { designOf, StudyRecord, SubjectRecord, type QueryRecord } from './record.js';
import { LatestText, NEVER, StatedText, stateFact, StateHistory, type Fact, type RecordPlace } from './register.js';
import { Statements, type Statement } from './statement.js';
import { unpack } from './unpack.js';
import { Whereabouts } from './whereabouts.js';

/** From so many rows of a subject on, and whenever they have doubled, repetitions are looked for. */
const MANY = 64;

/**
 * Folds clinical evidence by study and subject. What it knows afterwards depends only on the set of facts, never on their order or
 * repetition; one fact costs the same however many came before. Facts about visits and forms are only noted; the registers of
 * a subject's items are made of them when the subject is looked at, and let go again.
 */
export class EvidenceFold {
	readonly studies = new Map<string, StudyRecord>();
	readonly sites = new Whereabouts();
	readonly countries = new Whereabouts();
	/** Subjects that may stand differently since they were last looked at; those before `looked` have been. */
	private dirty: SubjectRecord[] = [];
	private looked = 0;
	private subjects = 0;
	private readonly stamp: (text: string | null | undefined) => number;
	private readonly log = new EvidenceLog();
	private readonly places: Place[] = [];
	private readonly statements: Statements;
	private lastStudy: StudyRecord | null = null;
	private lastSubject: SubjectRecord | null = null;

	constructor(
		private readonly mapping: EdcMapping,
		zone: Zone,
		private readonly reads: Reads,
	) {
		this.stamp = createStampReader(zone);
		this.statements = new Statements(reads.values, reads.anywhere);
	}

	/** A subject that may stand differently since it was last asked for, null where there is none. */
	nextDirty(): SubjectRecord | null {
		const subject = this.dirty[this.looked];
		if (subject === undefined) {
			this.dirty = [];
			this.looked = 0;
			return null;
		}
		this.looked++;
		subject.dirty = false;
		return subject;
	}

	get settled(): boolean {
		return this.looked === this.dirty.length;
	}

	/** Makes the visits and forms of a subject readable. */
	unpack(subject: SubjectRecord): void {
		if (subject.rows > MANY && subject.rows > 2 * subject.rowsKept) subject.rows = subject.rowsKept = this.log.dropRepetitions(subject.row) + this.log.dropRepetitions(subject.asideRow);
		unpack(subject, this.log, this.places, this.statements.all);
	}

	accept(event: EdcEvent): void {
		if (!this.reads.study(event.data.study)) return;
		switch (event.type) {
			case EDC_EVENT_TYPES.formRecorded:
				this.form(event);
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

	private form(event: Extract<EdcEvent, { type: typeof EDC_EVENT_TYPES.formRecorded }>): void {
		const { data } = event;
		const at = this.stampOf(data.recordedAt, event.time);
		const subject = this.subjectOf(data, at);
		const { delivers, places } = subject.study;
		if (!delivers.forms || (data.status !== null && !delivers.states)) {
			delivers.forms = true;
			if (data.status !== null) delivers.states = true;
			subject.study.revision++;
		}
		if (!this.reads.subjects) return;
		const place = places.form(data.event, data.eventRepeat, data.form, data.formRepeat);
		const statement = this.statements.ofForm(data, place.usual);
		if (statement.anywhere) places.carry(place);
		const common = statement.gone ? null : commonAccount(data.items);
		this.note(subject, at, place, statement, event, common ?? null, statement.gone ? null : contentOf(data, statement, at, common, this.stamp));
	}

	private visit(event: Extract<EdcEvent, { type: typeof EDC_EVENT_TYPES.visitChanged }>): void {
		const { data } = event;
		const at = this.stampOf(data.at, event.time);
		const subject = this.subjectOf(data, at);
		const statement = this.statements.ofVisit(data);
		if (statement.status !== null && !subject.study.delivers.states) {
			subject.study.delivers.states = true;
			subject.study.revision++;
		}
		this.note(subject, at, subject.study.places.visit(data.event, data.eventRepeat), statement, event, data.by, data.visitDate);
	}

	private note(subject: SubjectRecord, at: number, place: Place, statement: Statement, event: EdcEvent, by: string | null, content: Content): void {
		subject.rows++;
		if (place.wanted) {
			subject.row = this.log.add(subject.row, at, place, statement, event, by, content);
			this.touch(subject);
		} else {
			subject.asideRow = this.log.add(subject.asideRow, at, place, statement, event, by, content);
			place.passedOver = true;
		}
	}

	private subject(event: Extract<EdcEvent, { type: typeof EDC_EVENT_TYPES.subjectChanged }>): void {
		const { data } = event;
		const at = this.stampOf(data.at, event.time);
		const subject = this.subjectOf(data, at);
		this.touch(subject);
		if (data.removed || data.transaction === 'Remove') {
			subject.note('removedAt', at);
			return;
		}
		const fact = factOf(event, at, data.by);
		if (data.status !== null) (subject.states ??= new StateHistory()).add(stateFact(foldWord(data.status), fact));
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
		if (data.recordAddress !== undefined && !(study.recordAddress !== null && (study.recordAddress.at > at || (study.recordAddress.at === at && study.recordAddress.address >= data.recordAddress)))) {
			if (study.recordAddress?.address !== data.recordAddress) study.revision++;
			study.recordAddress = { at, address: data.recordAddress };
		}
		if (data.subjects === null || at === NO_TIME) return;
		const listed = new Set(data.subjects);
		for (const key of listed) {
			const subject = this.knownSubject(study, key);
			const { horizon } = subject;
			subject.note('presentAt', at);
			if (subject.horizon !== horizon) this.touch(subject);
		}
		for (const subject of study.subjects.values()) {
			if (!listed.has(subject.key) && subject.note('absentAt', at)) this.touch(subject);
		}
		if (at > study.fullSnapshotAt) study.fullSnapshotAt = at;
	}

	private design(event: Extract<EdcEvent, { type: typeof EDC_EVENT_TYPES.studyDescribed }>): void {
		const { data } = event;
		const study = this.studyOf(data.study);
		const at = this.stampOf(undefined, event.time);
		const identity = `${data.version ?? ''} ${event.source} ${event.id}`;
		if (study.design !== null && (at < study.design.at || (at === study.design.at && identity <= study.design.identity))) return;
		study.design = designOf(data, at, identity);
		study.places.want(this.reads.formsWanted(data.events));
		this.touchAll(study);
	}

	private lock(event: Extract<EdcEvent, { type: typeof EDC_EVENT_TYPES.studyLocked }>): void {
		const { data } = event;
		const study = this.studyOf(data.study);
		study.locks.add(stateFact(data.locked ? data.level : 'unlocked', factOf(event, this.stampOf(data.at, event.time), data.by)));
		study.revision++;
	}

	private query(event: Extract<EdcEvent, { type: typeof EDC_EVENT_TYPES.queryChanged }>): void {
		const { data } = event;
		const at = this.stampOf(data.at, event.time);
		const subject = this.subjectOf(data, at);
		if (!this.reads.queries) return;
		this.touch(subject);
		const queries = (subject.queries ??= new Map<string, QueryRecord>());
		let query = queries.get(data.query);
		if (query === undefined) queries.set(data.query, (query = { states: new StateHistory(), event: null, form: null }));
		// A query stands at one place; where two facts disagree the greater name stands, whatever came first.
		if (data.event !== null && data.event > (query.event ?? '')) query.event = data.event;
		if (data.form !== null && data.form > (query.form ?? '')) query.form = data.form;
		query.states.add(stateFact(data.state, factOf(event, at, data.by, { event: data.event, eventRepeat: null, form: data.form, formRepeat: null })));
		if (!subject.study.delivers.queries) {
			subject.study.delivers.queries = true;
			subject.study.revision++;
		}
	}

	private signature(event: Extract<EdcEvent, { type: typeof EDC_EVENT_TYPES.signatureApplied }>): void {
		const { data } = event;
		const at = this.stampOf(data.at, event.time);
		const subject = this.subjectOf(data, at);
		if (!this.reads.signatures || data.group !== null || data.item !== null) return;
		this.touch(subject);
		const place = { event: data.event, eventRepeat: repeatKey(data.eventRepeat), form: data.form, formRepeat: repeatKey(data.formRepeat) };
		(subject.signatures ??= new Map<string, Fact>()).set(evidenceKey(event), factOf(event, at, data.by, place));
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
		if (study === undefined) this.studies.set(key, (study = new StudyRecord(key, new Places(this.places, this.reads.formsWanted(null)))));
		this.lastStudy = study;
		return study;
	}

	private knownSubject(study: StudyRecord, key: string): SubjectRecord {
		// Form after form, and reading after reading, most sources name subjects in the same order again.
		const before = this.lastSubject;
		const expected = before?.next ?? null;
		if (expected?.key === key && expected.study === study) return expected;
		let subject = study.subjects.get(key);
		if (subject === undefined) {
			subject = new SubjectRecord(key, study, this.subjects++);
			if (study.fullSnapshotAt !== NEVER) subject.note('absentAt', study.fullSnapshotAt);
			study.subjects.set(key, subject);
			this.touch(subject);
		}
		if (before !== null) before.next = subject;
		return subject;
	}

	private subjectOf(place: SubjectPlace, at: number): SubjectRecord {
		const study = this.studyOf(place.study);
		let subject = this.lastSubject;
		if (subject?.key !== place.subject || subject.study !== study) {
			subject = this.knownSubject(study, place.subject);
			this.lastSubject = subject;
		}
		const { site } = place;
		if (this.reads.sites && site !== null && this.sites.add(subject.number, site, at)) {
			study.sites.add(site);
			this.touch(subject);
		}
		if (this.reads.countries) {
			const country = place.country ?? (site !== null && Object.hasOwn(this.mapping.countryOfSite, site) ? this.mapping.countryOfSite[site] : undefined);
			if (country !== undefined && this.countries.add(subject.number, country, at)) {
				study.countries.add(country);
				this.touch(subject);
			}
		}
		const { subjectLabel } = place;
		if (subjectLabel === null) return subject;
		if (subject.label === null) {
			subject.label = new LatestText(subjectLabel, at);
			this.touch(subject);
		} else if (subject.label.set(subjectLabel, at)) {
			this.touch(subject);
		}
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

function factOf(event: Pick<EdcEvent, 'source' | 'id' | 'time'>, at: number, by: string | null, place: RecordPlace | null = null): Fact {
	return { at, by, source: event.source, id: event.id, time: event.time ?? null, place };
}

/** A vendor's word for a state, without regard to case, spaces, hyphens and underscores. */
export function foldWord(word: string): string {
	return word.toLowerCase().replace(/[\s_-]/g, '');
}
