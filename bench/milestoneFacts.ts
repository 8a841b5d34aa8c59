import { EDC_EVENT_TYPES, type EdcEvent } from '../core/edc/evidence.js';

/* A generated trial: 8 visits, an enrolment form and a correction per subject. */

/** By subject, as a document holds them; by time, as they are entered. */
export type Order = 'bySubject' | 'byTime';

const STEPS = 10;
const VISITS = 8;
const SITES = 50;
const SOURCE = 'https://edc.example.com/studies/S';
const FIRST_DAY = Date.UTC(2025, 0, 6);
const DAY = 86_400_000;

export function designFact(): EdcEvent {
	return {
		specversion: '1.0',
		id: 'design',
		source: SOURCE,
		type: EDC_EVENT_TYPES.studyDescribed,
		time: '2025-01-01T00:00:00Z',
		data: {
			study: 'S',
			name: null,
			version: '1',
			events: Array.from({ length: VISITS }, (_, visit) => ({ event: `SE.${visit}`, name: null, kind: 'Scheduled' as const, repeating: false, forms: [{ form: 'F.VISIT', mandatory: true, conditional: false }], arms: [], window: null })),
			forms: [{ form: 'F.VISIT', name: null, repeating: false, mandatoryItems: ['I.DATE', 'I.1', 'I.2'] }],
		},
	};
}

/** One form event as JSON. @param total number of events of the whole, for the order by time */
export function formFact(order: Order, total: number, number: number): string {
	const subjects = total / STEPS;
	const subject = order === 'bySubject' ? Math.floor(number / STEPS) : number % subjects;
	const step = order === 'bySubject' ? number % STEPS : Math.floor(number / subjects);
	const enrolment = step === 0;
	const correction = step === STEPS - 1;
	const visit = enrolment ? 0 : correction ? (subject % 3 === 0 ? 7 : 3) : step - 1;
	const visitDay = FIRST_DAY + ((subject % 300) + visit * 28) * DAY;
	// Entered up to nine days later, in local time of the site.
	const entered = new Date(visitDay + ((subject + step) % 9) * DAY + ((subject * 7 + step) % 600) * 60_000 + (correction ? 20 * DAY : 0));
	const at = `${entered.toISOString().slice(0, 19)}+08:00`;
	const by = `crc-${subject % SITES}-${(subject + step) % 2}`;
	const item = (name: string, filled = true, value?: string): object => ({ group: enrolment ? 'IG.ENR' : 'IG.VISIT', groupRepeat: null, item: name, filled, at, by, transaction: correction ? 'Update' : 'Insert', ...(value === undefined ? {} : { value }) });
	const date = new Date(visitDay).toISOString().slice(0, 10);
	const items = enrolment
		? [item('I.ENR', true, date), item('I.ARM'), item('I.NO')]
		: correction
			? // Every fifth correction takes a mandatory item out.
				[item('I.1', subject % 5 !== 0), item('I.4')]
			: [item('I.DATE', true, date), item('I.1'), item('I.2', (subject + visit) % 7 !== 0), ...(subject % 2 === 0 ? [item('I.3')] : []), ...(visit % 2 === 0 ? [item('I.4')] : [])];
	return JSON.stringify({
		specversion: '1.0',
		id: `form-${number}`,
		source: SOURCE,
		type: EDC_EVENT_TYPES.formRecorded,
		time: at,
		data: {
			study: 'S',
			site: `site-${subject % SITES}`,
			country: null,
			subject: `subject-${subject}`,
			subjectLabel: null,
			event: `SE.${visit}`,
			eventRepeat: null,
			form: enrolment ? 'F.ENROLMENT' : 'F.VISIT',
			formRepeat: null,
			recordedAt: at,
			complete: false,
			status: null,
			statusStamp: null,
			imported: false,
			removed: false,
			transaction: correction ? 'Update' : 'Insert',
			items,
		},
	});
}

/** The pass that everything is measured against: reads each field the evaluation needs, and keeps nothing. */
export function readFields(events: readonly EdcEvent[]): number {
	let sum = 0;
	for (const event of events) {
		if (event.type !== EDC_EVENT_TYPES.formRecorded) continue;
		const { data } = event;
		sum += event.id.length + event.source.length + (event.time ?? '').length + data.study.length + data.subject.length + (data.subjectLabel ?? '').length + (data.site ?? '').length + (data.country ?? '').length;
		sum += data.event.length + (data.eventRepeat ?? '').length + data.form.length + (data.formRepeat ?? '').length + (data.recordedAt ?? '').charCodeAt(9);
		sum += (data.status ?? '').length + (data.statusStamp?.at ?? '').length + (data.transaction ?? '').length + (data.complete ? 1 : 0) + (data.removed ? 1 : 0);
		for (const item of data.items) sum += item.item.length + (item.group ?? '').length + (item.groupRepeat ?? '').length + (item.at ?? '').charCodeAt(9) + (item.by ?? '').length + (item.transaction ?? '').length + (item.value ?? '').length + (item.filled ? 1 : 0);
	}
	return sum;
}

interface Standing {
	readonly site: string;
	/** Item → what was stated when. */
	readonly items: Map<string, Array<{ readonly at: number; readonly filled: boolean }>>;
	date: string;
}

/** The same milestones counted in the plainest way: everything kept, sorted, walked through. */
export class StraightCount {
	readonly enrolled: Array<{ readonly subject: string; readonly date: string; readonly at: number }> = [];
	private readonly visits = new Map<string, Standing>();

	add(event: EdcEvent): void {
		if (event.type !== EDC_EVENT_TYPES.formRecorded) return;
		const form = event.data;
		const at = Date.parse(form.recordedAt ?? '');
		if (form.form === 'F.ENROLMENT') this.enrolled.push({ subject: form.subject, date: form.items[0]?.value ?? '', at });
		if (form.form !== 'F.VISIT' || (form.event !== 'SE.3' && form.event !== 'SE.7')) return;
		const key = `${form.event} ${form.subject}`;
		const standing = this.visits.get(key) ?? { site: form.site ?? '', items: new Map<string, Array<{ at: number; filled: boolean }>>(), date: '' };
		this.visits.set(key, standing);
		for (const { item, filled, value } of form.items) {
			if (value !== undefined) standing.date = value;
			standing.items.set(item, [...(standing.items.get(item) ?? []), { at, filled }]);
		}
	}

	sites(): string[] {
		return [...new Set([...this.visits.values()].map(({ site }) => site))];
	}

	nthEnrolled(n: number): string {
		return byDate(this.enrolled)[n - 1]?.subject ?? '';
	}

	expected(rule: string, site: string, visit: number, n: number): string {
		const done: Array<{ subject: string; date: string; at: number }> = [];
		for (const [key, standing] of this.visits) {
			const [event = '', subject = ''] = key.split(' ');
			if (event !== `SE.${visit}` || (site !== '' && standing.site !== site)) continue;
			const since = ['I.DATE', 'I.1', 'I.2'].map((item) => heldSince(standing.items.get(item) ?? []));
			if (since.every((at) => at !== null)) done.push({ subject, date: standing.date, at: Math.max(...since) });
		}
		return `${rule} ${site}: ${done.length} ${byDate(done)[n - 1]?.subject ?? ''}`;
	}
}

function heldSince(stated: ReadonlyArray<{ readonly at: number; readonly filled: boolean }>): number | null {
	let since: number | null = null;
	for (const { at, filled } of [...stated].sort((a, b) => a.at - b.at)) since = filled ? (since ?? at) : null;
	return since;
}

function byDate<Entry extends { readonly subject: string; readonly date: string; readonly at: number }>(entries: readonly Entry[]): Entry[] {
	return [...entries].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.at - b.at || (a.subject < b.subject ? -1 : 1)));
}
