import type { ItemChange, SubjectPlace, Transaction } from '../evidence.js';
import type { EventWriter } from './eventWriter.js';
import type { FindingLog } from './findings.js';
import { formEvents, type FormContext } from './formEvents.js';
import { contentOf } from './identity.js';
import type { DeviationNode, FactPlace, GroupNode, QueryNode, SignatureNode, SubjectNode, VisitNode } from './nodes.js';
import { NO_STAMP, type StampNode } from './stamps.js';
import type { DocumentModel, StudyModel } from './studyModel.js';
import type { StudyRecords } from './subjectQueue.js';

export interface SubjectSettings {
	readonly countryOfSite: Readonly<Record<string, string>>;
	readonly systemUsers: ReadonlySet<string>;
	/** Items that keep their value. */
	readonly keptItems: ReadonlySet<string>;
}

/** Turns a whole subject into events: what is inherited is worked out here and nowhere else. */
export class SubjectEvents {
	/** Subjects of the document by study, in the order they were met. */
	readonly subjects = new Map<string, Set<string>>();
	private readonly givenSubjects = new Set<string>();
	private readonly lastOfForm = new Map<number, number>();

	constructor(
		private readonly document: DocumentModel,
		private readonly settings: SubjectSettings,
		private readonly writer: EventWriter,
		private readonly findings: FindingLog,
	) {}

	give(subject: SubjectNode, records: StudyRecords): void {
		const known = this.subjects.get(subject.study) ?? new Set<string>();
		this.subjects.set(subject.study, known);
		const repeated = known.has(subject.key);
		known.add(subject.key);
		const model = this.document.study(subject.study);
		const place: SubjectPlace = {
			study: subject.study,
			site: subject.site,
			country: subject.site === null ? null : (this.document.countryOfSite.get(subject.site) ?? this.settings.countryOfSite[subject.site] ?? null),
			subject: subject.key,
			subjectLabel: subject.label,
		};
		const context: SubjectContext = { subject, place, content: contentOf(place.study, place.site, place.country, place.subject, place.subjectLabel), model, records };
		const stamp = subject.stamp ?? records.stamp ?? NO_STAMP;
		const transaction = this.document.transactional ? subject.transaction : null;
		const removed = subject.removed || transaction === 'Remove';
		this.giveSubject(context, transaction, removed);
		for (const visit of subject.visits) this.giveVisit(context, visit, transaction, stamp, removed, repeated);
		for (const fact of subject.facts) {
			if (fact.kind === 'query') this.giveQuery(context, fact);
			else if (fact.kind === 'signature') this.giveSignature(context, fact);
			else this.giveDeviation(context, fact);
		}
	}

	private giveSubject({ subject, place, content }: SubjectContext, transaction: Transaction | null, removed: boolean): void {
		const stamp = transaction === 'Context' ? NO_STAMP : (subject.stamp ?? NO_STAMP);
		const says = !this.document.transactional || subject.status !== null || subject.enrolledAt !== null || removed;
		if (!says && stamp === NO_STAMP && (transaction === null || transaction === 'Context')) return;
		const data = { ...place, at: stamp.at, by: stamp.by, status: subject.status, enrolledAt: subject.enrolledAt, randomisedAt: null, arm: subject.arm, removed, transaction };
		const identity = content + contentOf(stamp.at, stamp.by, data.status, data.enrolledAt, data.arm, removed, transaction);
		// The audit trail repeats the subject with every entry: one fact, given once.
		if (this.givenSubjects.has(identity)) return;
		this.givenSubjects.add(identity);
		this.writer.subjectChanged(identity, data);
	}

	private giveVisit(context: SubjectContext, visit: VisitNode, inherited: Transaction | null, above: StampNode, subjectRemoved: boolean, repeated: boolean): void {
		const { place, model, subject } = context;
		const transaction = this.document.transactional ? (visit.transaction ?? inherited) : null;
		const removed = visit.removed || transaction === 'Remove';
		const stamp = visit.stamp ?? above;
		const eventRepeat = repeatOf(visit, model);
		if (model.events.size > 0 && !model.events.has(visit.oid)) this.findings.warn('a StudyEventOID that the study defines', visit.oid, () => `${subject.study}, subject ${subject.label ?? subject.key}`);
		const content = context.content + contentOf(visit.oid, eventRepeat);
		// A visit without forms is there, though nothing was recorded at it.
		const bare = visit.groups.length === 0 && transaction !== 'Context';
		if (bare || visit.visitDate !== null || visit.status !== null || visit.window !== null || removed) {
			const data = { ...place, at: stamp.at, by: stamp.by, event: visit.oid, eventRepeat, visitDate: visit.visitDate, status: visit.status, window: visit.window, removed: removed || subjectRemoved, transaction };
			this.writer.visitChanged(content + contentOf(stamp.at, stamp.by, data.visitDate, data.status, data.window?.target, data.window?.earliest, data.window?.latest, data.removed, transaction), data);
		}
		const form: FormContext = {
			document: this.document,
			settings: this.settings,
			model,
			place,
			event: visit.oid,
			eventRepeat,
			content,
			records: context.records,
			whole: !this.document.transactional && !repeated,
			sdvAt: visit.sdvAt ?? subject.sdvAt,
			where: () => `${subject.study}, subject ${subject.label ?? subject.key}, ${visit.oid}`,
			findings: this.findings,
			writer: this.writer,
			lastOfForm: this.lastOfForm,
		};
		for (const group of visit.groups) formEvents(form, group, transaction, stamp, removed || subjectRemoved);
	}

	private giveQuery(context: SubjectContext, query: QueryNode): void {
		const at = this.factPlace(context, query);
		const parts = [at.event, at.eventRepeat, at.form, at.formRepeat, at.group, at.groupRepeat, at.item, query.id];
		const id = query.local || query.id === '' ? parts.map((part) => part ?? '').join('/') : query.id;
		for (const { state, stamp: own } of query.states) {
			const stamp = own ?? this.stampOf(context, query);
			const data = { ...context.place, at: stamp.at, by: stamp.by, query: query.local ? `${context.place.subject}/${id}` : id, event: at.event, form: at.form, item: at.item, state, origin: query.origin, history: query.history };
			this.writer.queryChanged(context.content + contentOf(id, ...parts, stamp.at, stamp.by, state, query.origin, query.history), data);
		}
	}

	private giveSignature(context: SubjectContext, signature: SignatureNode): void {
		const record = signature.signatureId === null ? null : context.records.signatures.get(signature.signatureId);
		const stamp = signature.stamp ?? record?.stamp;
		if (!stamp) {
			this.findings.warn('SignatureID of a Signature in the same ClinicalData', signature.signatureId, () => `${context.place.study}, subject ${context.place.subject}`);
			return;
		}
		const at = this.factPlace(context, signature);
		const definition = signature.signatureDef ?? record?.signatureDef ?? null;
		const meaning = definition === null ? null : (this.document.meaningOfSignature.get(definition) ?? definition);
		const data = { ...context.place, at: stamp.at, by: stamp.by, event: at.event, eventRepeat: at.eventRepeat, form: at.form, formRepeat: at.formRepeat, group: at.group, item: at.item, meaning };
		this.writer.signatureApplied(context.content + contentOf(at.event, at.eventRepeat, at.form, at.formRepeat, at.group, at.groupRepeat, at.item, stamp.at, stamp.by, meaning), data);
	}

	private giveDeviation(context: SubjectContext, deviation: DeviationNode): void {
		const at = this.factPlace(context, deviation);
		const stamp = this.stampOf(context, deviation);
		const id = [context.place.subject, at.event, at.eventRepeat, at.form, at.formRepeat, at.group, at.groupRepeat, at.item, deviation.id].map((part) => part ?? '').join('/');
		const data = { ...context.place, at: stamp.at, by: stamp.by, deviation: id, occurredAt: null, important: deviation.important, code: deviation.code, removed: deviation.removed };
		this.writer.deviationRecorded(context.content + contentOf(id, stamp.at, stamp.by, data.important, data.code, data.removed), data);
	}

	/** The record nearest above: item, its groups, visit, subject, study. */
	private stampOf({ subject, records }: SubjectContext, { visit, group, item }: FactPlace): StampNode {
		if (item?.stamp) return item.stamp;
		const referred = item?.stampId == null ? undefined : records.auditRecords.get(item.stampId);
		if (referred) return referred;
		for (let node: GroupNode | null = group; node; node = node.parent) if (node.stamp) return node.stamp;
		return visit?.stamp ?? subject.stamp ?? records.stamp ?? NO_STAMP;
	}

	private factPlace({ model }: SubjectContext, { visit, group, item }: FactPlace): NamedPlace {
		const form = group?.form ?? null;
		const inside = group !== null && group !== form ? group : null;
		return {
			event: visit?.oid ?? null,
			eventRepeat: visit ? repeatOf(visit, model) : null,
			form: form?.oid ?? null,
			formRepeat: form === null || model.nonRepeatingGroups.has(form.oid) ? null : form.repeat,
			group: inside?.oid ?? null,
			groupRepeat: inside === null || model.nonRepeatingGroups.has(inside.oid) ? null : inside.repeat,
			item: item?.oid ?? null,
		};
	}
}

interface SubjectContext {
	readonly subject: SubjectNode;
	readonly place: SubjectPlace;
	readonly content: string;
	readonly model: StudyModel;
	readonly records: StudyRecords;
}

interface NamedPlace {
	readonly event: string | null;
	readonly eventRepeat: string | null;
	readonly form: string | null;
	readonly formRepeat: string | null;
	readonly group: string | null;
	readonly groupRepeat: string | null;
	readonly item: ItemChange['item'] | null;
}

function repeatOf(visit: VisitNode, model: StudyModel): string | null {
	return model.nonRepeatingEvents.has(visit.oid) ? null : visit.repeat;
}
