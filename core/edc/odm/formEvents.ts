import type { FormRecorded, ItemChange, RemovedGroup, Stamp, SubjectPlace, Transaction } from '../evidence.js';
import type { EventWriter } from './eventWriter.js';
import type { FindingLog } from './findings.js';
import { contentOf, digestSeed, digestText, type FactContent, RECORD, shortDigest } from './identity.js';
import type { GroupNode, ItemNode } from './nodes.js';
import { applyHistory } from './openClinica.js';
import { detached } from './elements.js';
import type { StampNode } from './stamps.js';
import type { DocumentModel, StudyModel } from './studyModel.js';
import type { SubjectSettings } from './subjectEvents.js';
import type { StudyRecords } from './subjectQueue.js';

/** Everything around the forms of one visit. */
export interface FormContext {
	readonly document: DocumentModel;
	readonly settings: SubjectSettings;
	readonly model: StudyModel;
	readonly place: SubjectPlace;
	readonly event: string;
	readonly eventRepeat: string | null;
	/** Place of the visit as content of an identity. */
	readonly content: string;
	readonly records: StudyRecords;
	/** The document states all that a form holds. */
	readonly whole: boolean;
	readonly sdvAt: string | null;
	readonly where: () => string;
	readonly findings: FindingLog;
	readonly writer: EventWriter;
	/** Latest stamp by form instance, to see stamps that run backwards. */
	readonly lastOfForm: Map<number, number>;
}

/** Gives one FormRecorded per form instance in a group of a visit: FormData, a group of Type Form, or else the outermost group. */
export function formEvents(context: FormContext, group: GroupNode, transaction: Transaction | null, stamp: StampNode, removed: boolean): void {
	if (!group.isFormData && group.groups !== null && context.model.groupTypes.get(group.oid) !== 'Form' && holdsForm(group, context.model)) {
		const ownTransaction = context.document.transactional ? (group.transaction ?? transaction) : null;
		for (const nested of group.groups) formEvents(context, nested, ownTransaction, group.stamp ?? stamp, removed || group.removed);
		if (group.items.length === 0) return;
		// Items beside the forms of a section: the section is their form.
		group.groups = null;
	}
	new FormDraft(context, group).give(transaction, stamp, removed);
}

function holdsForm(group: GroupNode, model: StudyModel): boolean {
	return group.groups?.some((nested) => model.groupTypes.get(nested.oid) === 'Form' || holdsForm(nested, model)) ?? false;
}

const MOST_REMEMBERED_FORMS = 200_000;

class FormDraft {
	private readonly items: ItemChange[] = [];
	private readonly logged: Array<{ readonly change: ItemChange; readonly instant: number; readonly value: string }> = [];
	private readonly removedGroups: RemovedGroup[] = [];
	private readonly content: FactContent;
	private latest: StampNode | null = null;
	private stamped = 0;
	private bySystem = 0;
	private zoneAssumed = false;
	private lastStampKey: string | null = null;
	private readonly seed: number;

	constructor(
		private readonly context: FormContext,
		private readonly form: GroupNode,
	) {
		this.seed = digestSeed(context.place.subject);
		this.content = context.writer.formContent();
	}

	give(inherited: Transaction | null, above: StampNode, removedAbove: boolean): void {
		const { context, form } = this;
		const { document, model, place } = context;
		const transaction = document.transactional ? (form.transaction ?? inherited) : null;
		const removed = removedAbove || form.removed || transaction === 'Remove';
		const stamp = form.stamp ?? above;
		const formRepeat = model.nonRepeatingGroups.has(form.oid) ? null : form.repeat;
		const instance = this.addPlace(this.content, formRepeat);
		this.walk(form, null, transaction, stamp, removed, form.sdvAt ?? context.sdvAt);
		if (stamp.at !== null) this.note(stamp);
		const says = !document.transactional || this.items.length > 0 || this.removedGroups.length > 0 || removed || form.status !== null || (transaction !== null && transaction !== 'Context');
		if (!says) return;
		if (model.known && !model.groupTypes.has(form.oid)) context.findings.warn('a FormOID (v2: ItemGroupOID) that the study defines', form.oid, context.where);
		const recordedAt = this.latest?.at ?? document.asOf;
		const statusStamp: Stamp | null = form.status === null ? null : form.statusAt !== null ? { at: form.statusAt, by: null } : stamp.at === null && stamp.by === null ? null : { at: stamp.at, by: stamp.by };
		const data: { -readonly [Key in keyof FormRecorded]: FormRecorded[Key] } = {
			study: place.study,
			site: place.site,
			country: place.country,
			subject: place.subject,
			subjectLabel: place.subjectLabel,
			event: context.event,
			eventRepeat: context.eventRepeat,
			form: form.oid,
			formRepeat,
			recordedAt,
			complete: context.whole,
			status: form.status,
			statusStamp,
			imported: this.stamped > 0 && this.bySystem === this.stamped,
			removed,
			transaction,
			items: this.items,
		};
		if (this.removedGroups.length > 0) data.removedGroups = this.removedGroups;
		if (this.zoneAssumed) data.tzAssumed = true;
		this.checkOrder(instance);
		this.content.add(RECORD);
		this.content.add(recordedAt);
		this.content.add(data.status);
		this.content.add(transaction);
		this.content.add(`${data.complete} ${data.imported} ${removed}`);
		if (statusStamp !== null) this.content.add(contentOf(statusStamp.at, statusStamp.by));
		context.writer.formRecorded(this.content, data);
		if (this.logged.length > 0) this.giveHistory(data);
	}

	/** @returns a number that stands for this instance of the form */
	private addPlace(content: FactContent, formRepeat: string | null): number {
		content.add(this.context.content);
		content.add(this.form.oid);
		content.add(formRepeat);
		return content.fingerprint();
	}

	/** Audit logs of a vendor: what the items held before, as a second event that holds only changes. */
	private giveHistory(form: FormRecorded): void {
		this.logged.sort((a, b) => a.instant - b.instant);
		const last = this.logged[this.logged.length - 1];
		const items = this.logged.map(({ change }) => change);
		const recordedAt = last?.change.at ?? form.recordedAt;
		const content = this.context.writer.formContent();
		this.addPlace(content, form.formRepeat);
		content.add('history');
		for (const { change, value } of this.logged) content.add(contentOf(change.group, change.groupRepeat, change.item, value, change.at, change.by, change.transaction, change.reason));
		this.context.writer.formRecorded(content, { ...form, recordedAt, complete: false, status: null, statusStamp: null, removed: false, transaction: null, items });
	}

	private walk(group: GroupNode, outerRepeat: string | null, transaction: Transaction | null, stamp: StampNode, removed: boolean, sdvAt: string | null): void {
		const { context, form } = this;
		group.form = form;
		const isForm = group === form;
		const name = isForm ? null : group.oid;
		const ownRepeat = isForm || context.model.nonRepeatingGroups.has(group.oid) ? null : group.repeat;
		// A repeating group inside a repeating group is told apart by both keys.
		const repeat = outerRepeat === null ? ownRepeat : ownRepeat === null ? outerRepeat : `${outerRepeat}/${ownRepeat}`;
		if (!isForm && (group.removed || group.transaction === 'Remove') && (context.document.transactional || group.removed) && name !== null) {
			this.removedGroups.push({ group: name, groupRepeat: repeat, at: stamp.at, by: stamp.by });
			this.content.add(RECORD + contentOf('removed', name, repeat, stamp.key));
			if (stamp.at !== null) this.note(stamp);
		}
		if (group.items.length > 0) {
			this.content.add(RECORD);
			this.content.add(name);
			this.content.add(repeat);
			for (const item of group.items) this.addItem(item, name, repeat, transaction, stamp, removed, sdvAt);
		}
		if (group.groups === null) return;
		for (const nested of group.groups) {
			const own = context.document.transactional ? (nested.transaction ?? transaction) : null;
			this.walk(nested, repeat, own, nested.stamp ?? stamp, removed || nested.removed || own === 'Remove', nested.sdvAt ?? sdvAt);
		}
	}

	private addItem(item: ItemNode, group: string | null, groupRepeat: string | null, inherited: Transaction | null, above: StampNode, removed: boolean, sdvAt: string | null): void {
		const { document, settings } = this.context;
		const transaction = document.transactional ? (item.transaction ?? inherited) : null;
		const sdv = item.sdv ?? (sdvAt === null ? null : { required: null, verified: true, at: sdvAt });
		if (transaction === 'Context' && sdv === null) return;
		applyHistory(item);
		const stamp = item.stamp ?? this.referred(item) ?? above;
		const value = item.isNull || removed || transaction === 'Remove' ? null : item.value;
		const filled = value !== null && !isBlankText(value);
		const digested = filled && document.transactional;
		// What makes the fact the same fact: added here, so that the digest need not look at the value again.
		let digest = '';
		if (digested) digest = digestText(this.content.addDigested(value, this.content.addDigested(item.oid, this.seed)));
		else {
			this.content.add(item.oid);
			this.content.add(filled ? value : null);
		}
		// One shape for each kind of document: properties added later cost a second allocation.
		const change: { -readonly [Key in keyof ItemChange]: ItemChange[Key] } =
			digested
				? { at: stamp.at, by: stamp.by, group, groupRepeat, item: item.oid, filled, transaction, digest }
				: { at: stamp.at, by: stamp.by, group, groupRepeat, item: item.oid, filled, transaction };
		if (filled && settings.keptItems.has(item.oid)) change.value = detached(value);
		if (stamp.reason !== null && transaction !== 'Context') change.reason = stamp.reason;
		if (sdv !== null) change.sdv = sdv.verified && sdv.at === null ? { ...sdv, at: stamp.at } : sdv;
		this.items.push(change);
		this.content.add(transaction);
		// Most items of a form share one stamp: it is part of the content where it changes.
		if (stamp.key !== this.lastStampKey) {
			this.content.add(RECORD + stamp.key);
			this.lastStampKey = stamp.key;
			this.note(stamp);
		}
		if (stamp.by !== null) {
			this.stamped++;
			if (settings.systemUsers.has(stamp.by)) this.bySystem++;
		}
		if (change.sdv) this.content.add(RECORD + contentOf(change.sdv.required, change.sdv.verified, change.sdv.at));
		if (item.history !== null) this.addHistory(item, group, groupRepeat);
	}

	private addHistory(item: ItemNode, group: string | null, groupRepeat: string | null): void {
		for (const { stamp, oldValue, newValue } of item.history ?? []) {
			const filled = newValue !== null && !isBlankText(newValue);
			const change: ItemChange = {
				at: stamp.at,
				by: stamp.by,
				group,
				groupRepeat,
				item: item.oid,
				filled,
				transaction: oldValue === null || isBlankText(oldValue) ? 'Insert' : 'Update',
				...(filled && this.context.settings.keptItems.has(item.oid) ? { value: detached(newValue) } : {}),
				...(filled ? { digest: shortDigest(digestSeed(item.oid, this.seed), newValue) } : {}),
				...(stamp.reason === null ? {} : { reason: stamp.reason }),
			};
			this.logged.push({ change, instant: stamp.instant ?? 0, value: newValue ?? '' });
		}
	}

	private referred(item: ItemNode): StampNode | null {
		if (item.stampId === null) return null;
		const record = this.context.records.auditRecords.get(item.stampId);
		if (record) return record;
		this.context.findings.warn('AuditRecordID of an AuditRecord in the same ClinicalData', item.stampId, this.context.where);
		return null;
	}

	private note(stamp: StampNode): void {
		if (stamp.zoneAssumed) this.zoneAssumed = true;
		if (stamp.instant !== null && (this.latest === null || stamp.instant > (this.latest.instant ?? -Infinity))) this.latest = stamp;
	}

	private checkOrder(key: number): void {
		const instant = this.latest?.instant;
		if (instant === undefined || instant === null || !this.context.document.transactional) return;
		const { lastOfForm } = this.context;
		const before = lastOfForm.get(key);
		if (before !== undefined && instant < before) {
			this.context.findings.warn('stamps of a form in increasing order; the changes are ordered by their stamps, not by their place in the file', this.latest?.at ?? null, () => `${this.context.where()}, ${this.form.oid}`);
			return;
		}
		if (lastOfForm.size >= MOST_REMEMBERED_FORMS) lastOfForm.clear();
		lastOfForm.set(key, instant);
	}
}

function isBlankText(text: string): boolean {
	return text === '' || (text.charCodeAt(0) <= 0x20 && text.trim() === '');
}
