import { EDC_EVENT_TYPES, type EdcSink, type FormRecorded, type ItemChange, type QueryChanged, type SubjectPlace } from '../evidence.js';
import { canonicalJson, sha256 } from '../../evidence/key.js';
import { edcFact, valueDigest } from '../fact.js';
import { mappedItems } from '../mapping.js';
import type { EdcPullSettings } from '../pull.js';
import { asList, asObject } from '../../pull/run.js';
import { firstText, isTrue } from './castorPages.js';
import type { CastorStudy } from './castorStudy.js';
import { readCastorTime } from './castorTime.js';

type Row = Readonly<Record<string, unknown>>;

export interface CastorContext {
	readonly study: CastorStudy;
	readonly settings: EdcPullSettings;
	readonly siteOf: ReadonlyMap<string, string | null>;
}

export function participantId(row: Row): string | null {
	return firstText(row, 'participant_id', 'record_id', 'id');
}

export function siteOfParticipant(row: Row): string | null {
	const embedded = asObject(row['_embedded']);
	return firstText(asObject(embedded?.['site'] ?? embedded?.['institute']), 'id', 'site_id', 'institute_id') ?? firstText(row, 'site_id', 'institute_id');
}

function subjectPlace(subject: string, { settings, siteOf, study }: CastorContext): SubjectPlace {
	const site = siteOf.get(subject) ?? null;
	return { study: settings.study, site, country: site === null ? null : (study.countryOfSite.get(site) ?? null), subject, subjectLabel: null };
}

export function giveParticipant(row: Row, subject: string, context: CastorContext, sink: EdcSink): void {
	const { settings } = context;
	const { zone } = settings.mapping;
	const created = readCastorTime(row['created_on'], zone);
	const data = {
		...subjectPlace(subject, context),
		// A participant that exists is not yet one that is enrolled.
		enrolledAt: null,
		status: firstText(row, 'status', 'record_status'),
		randomisedAt: readCastorTime(row['randomized_on'], zone)?.at ?? null,
		arm: firstText(row, 'randomization_group_name', 'randomization_group'),
		removed: isTrue(row['archived']),
		transaction: null,
		at: created?.at ?? null,
		by: firstText(row, 'created_by'),
	};
	sink.event(edcFact(settings.source, EDC_EVENT_TYPES.subjectChanged, data, data.at, data));
}

/** What is known about the forms of the participants that are read in this run. */
export class CastorForms {
	private readonly points = new Map<string, Map<string, Row>>();
	private readonly progress = new Map<string, Map<string, Row>>();
	private readonly verified = new Map<string, string | null>();

	/** Keyed by field, so that rows that moved to the next page meanwhile count once. */
	takePoints(rows: readonly Row[]): void {
		for (const row of rows) {
			const subject = firstText(row, 'participant_id', 'record_id');
			const field = firstText(row, 'field_id');
			if (subject === null || field === null) continue;
			let ofSubject = this.points.get(subject);
			if (!ofSubject) this.points.set(subject, (ofSubject = new Map<string, Row>()));
			ofSubject.set(field, row);
		}
	}

	takeProgress(rows: readonly Row[]): void {
		for (const row of rows) {
			const subject = firstText(row, 'participant_id', 'record_id');
			if (subject === null) continue;
			const steps = new Map<string, Row>();
			for (const value of asList(row['steps'] ?? row['forms'])) {
				const step = asObject(value);
				const id = firstText(step, 'step_id', 'form_id');
				if (step !== null && id !== null) steps.set(id, step);
			}
			this.progress.set(subject, steps);
		}
	}

	takeVerifications(rows: readonly Row[], zone: string): void {
		for (const row of rows) {
			const subject = firstText(row, 'participant_id', 'record_id');
			const entity = firstText(row, 'entity_id');
			const type = asObject(asObject(row['_embedded'])?.['verification_type']);
			const isSdv = type === null || type['is_sdv'] === undefined || isTrue(type['is_sdv']);
			if (subject === null || entity === null || !isSdv || (firstText(row, 'status') ?? 'active') !== 'active') continue;
			this.verified.set(`${subject} ${entity}`, readCastorTime(row['verified_on'], zone)?.at ?? null);
		}
	}

	/** Gives the state of every form of a participant. */
	give(subject: string, context: CastorContext, sink: EdcSink): void {
		const { study, settings } = context;
		const byForm = new Map<string, ItemChange[]>();
		const times = new Map<string, { at: string; instant: number; assumed: boolean }>();
		const kept = mappedItems(settings.mapping);
		for (const [fieldId, row] of this.points.get(subject) ?? []) {
			const value = firstText(row, 'field_value', 'value') ?? '';
			const field = study.fields.get(fieldId);
			if (field === undefined) {
				sink.finding({ where: `Castor data point of ${subject}`, value: fieldId, expected: 'a field of the study: it was deleted, or the account may not see it', severity: 'warning' });
				continue;
			}
			if (value === '') continue;
			const form = study.forms.get(field.form);
			if (form === undefined) continue;
			const stamp = readCastorTime(row['updated_on'], settings.mapping.zone);
			const latest = times.get(field.form);
			if (stamp !== null && (latest === undefined || stamp.instant > latest.instant)) times.set(field.form, { at: stamp.at, instant: stamp.instant, assumed: stamp.zoneAssumed });
			const sdv = this.verificationOf(subject, fieldId, field.form);
			const items = byForm.get(field.form) ?? [];
			byForm.set(field.form, items);
			items.push({
				group: null,
				groupRepeat: null,
				item: field.item,
				filled: true,
				...(kept.has(field.item) || kept.has(fieldId) ? { value } : {}),
				digest: valueDigest([settings.source, subject, fieldId], value),
				at: stamp?.at ?? null,
				by: firstText(row, 'updated_by', 'user_id'),
				transaction: null,
				...(sdv === null ? {} : { sdv }),
			});
		}
		const steps = this.progress.get(subject);
		for (const [form, { event }] of study.forms) {
			const items = (byForm.get(form) ?? []).sort((a, b) => (a.item < b.item ? -1 : 1));
			const status = statusOf(steps?.get(form), items.length > 0);
			if (items.length === 0 && (status === null || status === 'empty')) continue;
			const time = times.get(form) ?? null;
			const data: FormRecorded = {
				...subjectPlace(subject, context),
				event,
				eventRepeat: null,
				form,
				formRepeat: null,
				recordedAt: time?.at ?? null,
				complete: true,
				status,
				statusStamp: null,
				imported: false,
				removed: false,
				transaction: null,
				items,
				...(time?.assumed ? { tzAssumed: true } : {}),
			};
			sink.event(edcFact(settings.source, EDC_EVENT_TYPES.formRecorded, { form: data }, data.recordedAt, data));
		}
	}

	private verificationOf(subject: string, field: string, form: string): NonNullable<ItemChange['sdv']> | null {
		for (const entity of [field, form]) {
			const at = this.verified.get(`${subject} ${entity}`);
			if (at !== undefined) return { required: null, verified: true, at };
		}
		return isTrue(this.progress.get(subject)?.get(form)?.['sdv']) ? { required: null, verified: true, at: null } : null;
	}
}

function statusOf(step: Row | undefined, filled: boolean): FormRecorded['status'] {
	if (step === undefined) return null;
	if (Number(step['complete']) < 100) return filled ? 'incomplete' : 'empty';
	if (isTrue(step['locked'])) return 'locked';
	return isTrue(step['signed']) ? 'signed' : 'complete';
}

const QUERY_STATES: ReadonlyMap<string, QueryChanged['state']> = new Map([
	['new', 'open'],
	['open', 'open'],
	['unconfirmed', 'candidate'],
	['resolved', 'answered'],
	['closed', 'closed'],
]);

/** A query gives its opening and its last state; what came between is not in the answer. */
export function giveQuery(row: Row, context: CastorContext, sink: EdcSink): void {
	const { settings, study } = context;
	const query = firstText(row, 'id');
	const subject = firstText(row, 'participant_id', 'record_id');
	const word = firstText(row, 'status');
	const state = QUERY_STATES.get((word ?? '').toLowerCase());
	if (query === null || subject === null || state === undefined) {
		sink.finding({
			where: `Castor query ${query ?? ''}`,
			value: state === undefined ? word : query,
			expected: 'an id, a participant, and one of the states New, Open, Unconfirmed, Resolved, Closed',
			severity: 'refused',
		});
		return;
	}
	const fieldId = firstText(row, 'field_id');
	const field = fieldId === null ? undefined : study.fields.get(fieldId);
	const base = {
		...subjectPlace(subject, context),
		query,
		event: (field && study.forms.get(field.form)?.event) ?? null,
		form: field?.form ?? null,
		item: field?.item ?? fieldId,
		origin: null,
		history: false,
	};
	const give = (to: QueryChanged['state'], time: unknown, by: string | null): void => {
		const at = readCastorTime(time, settings.mapping.zone)?.at ?? null;
		sink.event(edcFact(settings.source, EDC_EVENT_TYPES.queryChanged, { query, state: to, at }, at, { ...base, state: to, at, by }));
	};
	give('open', row['created_on'], firstText(row, 'created_by'));
	if (state !== 'open') give(state, row['updated_on'], firstText(row, 'updated_by'));
}

/**
 * Entries of the audit trail have no id, so their canonical content is one. Only those that name their participant can be used.
 *
 * @returns false where the entry names none
 */
export function giveAuditEntry(row: Row, context: CastorContext, sink: EdcSink): boolean {
	const { settings } = context;
	const details = asObject(row['event_details']);
	const subject = firstText(details, 'Participant Id', 'Record Id');
	if (subject === null) return false;
	const at = readCastorTime(row['datetime'], settings.mapping.zone)?.at ?? null;
	const word = (firstText(row, 'event_type') ?? '').toLowerCase();
	if (!/^(?:record|participant) (?:created|archived|unarchived|deleted)$/.test(word)) return true;
	sink.event(
		edcFact(settings.source, EDC_EVENT_TYPES.subjectChanged, { audit: sha256(canonicalJson(row)) }, at, {
			...subjectPlace(subject, context),
			status: firstText(details, 'Status'),
			enrolledAt: null,
			randomisedAt: null,
			arm: null,
			removed: /\b(?:archived|deleted)$/.test(word) && !word.endsWith('unarchived'),
			transaction: word.endsWith('created') ? 'Insert' : 'Update',
			at,
			by: firstText(row, 'user_id'),
		}),
	);
	return true;
}
