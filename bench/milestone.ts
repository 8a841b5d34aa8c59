import { EDC_EVENT_TYPES, type EdcEvent } from '../core/edc/evidence.js';
import { EMPTY_MAPPING } from '../core/edc/mapping.js';
import { createMilestoneProgress, MILESTONE_DEFAULTS, nth, type MilestoneProgress, type MilestoneRule } from '../core/milestone/index.js';

/** One line of a benchmark: what was measured, the figure, its unit and the goal it stands against. */
export interface Row {
	readonly name: string;
	readonly value: number;
	readonly unit: string;
	readonly goal: string;
	readonly met: boolean;
}

const RULE: MilestoneRule = { ...MILESTONE_DEFAULTS, id: 'follow-up-100', version: '1', measure: 'followUpComplete', threshold: nth(100) };
const MAPPING = { ...EMPTY_MAPPING, visitDateItems: ['I.DATE'] };
const VISITS = 10;
const ITEMS = 3;
const AS_OF = '2026-12-31T00:00:00Z';

const DESIGN: EdcEvent = {
	specversion: '1.0',
	id: 'design',
	source: 'https://edc.example.com/S',
	type: EDC_EVENT_TYPES.studyDescribed,
	time: '2025-01-01T00:00:00Z',
	data: {
		study: 'S',
		name: null,
		version: '1',
		events: Array.from({ length: VISITS }, (_, visit) => ({ event: `SE.${visit}`, name: null, kind: 'Scheduled' as const, repeating: false, forms: [{ form: 'F.1', mandatory: true, conditional: false }], arms: [], window: null })),
		forms: [{ form: 'F.1', name: null, repeating: false, mandatoryItems: ['I.DATE', 'I.1'] }],
	},
};

/** One form of one visit of one subject, as JSON, so that every text is a string of its own as after a real reading. */
function eventText(number: number): string {
	const subject = Math.floor(number / VISITS);
	const visit = number % VISITS;
	const day = String(1 + (number % 28)).padStart(2, '0');
	const at = `2026-0${1 + (visit % 9)}-${day}T${String(number % 24).padStart(2, '0')}:15:00+08:00`;
	return JSON.stringify({
		specversion: '1.0',
		id: `f-${number}`,
		source: 'https://edc.example.com/S',
		type: EDC_EVENT_TYPES.formRecorded,
		time: at,
		data: {
			study: 'S',
			site: `site-${subject % 50}`,
			country: null,
			subject: `subject-${subject}`,
			subjectLabel: null,
			event: `SE.${visit}`,
			eventRepeat: null,
			form: 'F.1',
			formRepeat: null,
			recordedAt: at,
			complete: false,
			status: null,
			statusStamp: null,
			imported: false,
			removed: false,
			transaction: 'Insert',
			items: Array.from({ length: ITEMS }, (_, item) => ({ group: 'IG.1', groupRepeat: null, item: item === 0 ? 'I.DATE' : `I.${item}`, filled: true, at, by: `crc-${subject % 20}`, transaction: 'Insert', ...(item === 0 ? { value: at.slice(0, 10) } : {}) })),
		},
	});
}

function eventsOf(from: number, count: number): EdcEvent[] {
	return Array.from({ length: count }, (_, index) => JSON.parse(eventText(from + index)) as EdcEvent);
}

/** The pass that everything is measured against: reads each field the evaluation needs, and keeps nothing. */
function readFields(events: readonly EdcEvent[]): number {
	let sum = 0;
	for (const event of events) {
		if (event.type !== EDC_EVENT_TYPES.formRecorded) continue;
		const { data } = event;
		sum += event.id.length + event.source.length + (event.time ?? '').length + data.study.length + data.subject.length + (data.site ?? '').length + data.event.length + data.form.length + (data.recordedAt ?? '').charCodeAt(9);
		sum += (data.eventRepeat ?? '').length + (data.formRepeat ?? '').length + (data.status ?? '').length + (data.complete ? 1 : 0) + (data.removed ? 1 : 0);
		for (const item of data.items) sum += item.item.length + (item.group ?? '').length + (item.at ?? '').charCodeAt(9) + (item.by ?? '').length + (item.filled ? 1 : 0) + (item.value ?? '').length + (item.transaction ?? '').length;
	}
	return sum;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

function milliseconds(work: () => unknown): number {
	const start = performance.now();
	work();
	return performance.now() - start;
}

const BATCH = 10_000;

/** Evaluation of a million events in batches, and the reading of the same batches, turn by turn. */
function million(total: number): { readonly evaluate: number; readonly read: number } {
	const progress = createMilestoneProgress({ rules: [RULE], mapping: MAPPING });
	progress.accept(DESIGN);
	let evaluate = 0;
	let read = 0;
	let sum = 0;
	for (let from = 0; from < total; from += BATCH) {
		const events = eventsOf(from, Math.min(BATCH, total - from));
		read += milliseconds(() => (sum += readFields(events)));
		evaluate += milliseconds(() => {
			for (const event of events) progress.accept(event);
		});
	}
	evaluate += milliseconds(() => progress.results(AS_OF, []));
	return { evaluate, read: sum > 0 ? read : Number.NaN };
}

/** Cost of the next payload (100 events and asking for the results) after so many events. */
function nextPayload(progress: MilestoneProgress, after: number): number {
	const samples: number[] = [];
	for (let round = 0; round < 15; round++) {
		const payload = eventsOf(after + round * 100, 100);
		samples.push(
			milliseconds(() => {
				for (const event of payload) progress.accept(event);
				progress.results(AS_OF, []);
			}),
		);
	}
	return median(samples);
}

export async function run(total = 1_000_000, rounds = 3): Promise<Row[]> {
	const passes = Array.from({ length: rounds }, () => million(total));
	const ratio = median(passes.map(({ evaluate, read }) => evaluate / read));
	const rows: Row[] = [
		{ name: `milestones: ${total} events, reading the fields only`, value: median(passes.map(({ read }) => read)), unit: 'ms', goal: '', met: true },
		{ name: `milestones: ${total} events, evaluation`, value: median(passes.map(({ evaluate }) => evaluate)), unit: 'ms', goal: '', met: true },
		{ name: 'milestones: evaluation ÷ reading the fields', value: ratio, unit: '×', goal: '≤ 5', met: ratio <= 5 },
	];
	const progress = createMilestoneProgress({ rules: [RULE], mapping: MAPPING });
	progress.accept(DESIGN);
	let before = 0;
	let first = Number.NaN;
	for (const after of [1000, 10_000, 100_000, total]) {
		for (; before < after; before += 1000) for (const event of eventsOf(before, 1000)) progress.accept(event);
		progress.results(AS_OF, []);
		// The samples below are events of subjects of their own, so that the next step starts from a round number.
		const cost = nextPayload(progress, 2 * total + before);
		if (Number.isNaN(first)) first = cost;
		rows.push({ name: `milestones: next payload of 100 events after ${after}`, value: cost, unit: 'ms', goal: '≤ 3 × the first', met: cost <= Math.max(3 * first, 1) });
	}
	return await Promise.resolve(rows);
}
