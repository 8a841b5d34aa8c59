import { EDC_EVENT_TYPES, type EdcEvent } from '../../core/edc/evidence.js';

const at = '2026-03-02T08:00:00+08:00';
const stamp = { at, by: 'crc.1' };
const place = { study: 'S-1', site: 'SITE-01', country: 'CN', subject: '017', subjectLabel: null };
const envelope = { specversion: '1.0', source: 'https://edc.example.org/S-1', time: at, datacontenttype: 'application/json' } as const;

/** One complete event of every type. */
export const exampleEvents: readonly EdcEvent[] = [
	{ ...envelope, id: 'd1', type: EDC_EVENT_TYPES.documentRead, data: { study: 'S-1', fileType: 'Snapshot', asOf: at, subjects: ['017'], sourceSystem: 'Example EDC' } },
	{
		...envelope,
		id: 's1',
		type: EDC_EVENT_TYPES.studyDescribed,
		data: {
			study: 'S-1',
			name: 'Example',
			version: '1',
			events: [{ event: 'SE.1', name: 'Baseline', kind: 'Scheduled', repeating: false, forms: [{ form: 'F.1', mandatory: true, conditional: false }], arms: [], window: { anchorEvent: null, targetDay: 0, daysBefore: 3, daysAfter: 3 } }],
			forms: [{ form: 'F.1', name: 'Vital signs', repeating: false, mandatoryItems: ['I.1'] }],
		},
	},
	{ ...envelope, id: 'l1', type: EDC_EVENT_TYPES.studyLocked, data: { study: 'S-1', locked: true, level: 'lock', ...stamp } },
	{ ...envelope, id: 'p1', type: EDC_EVENT_TYPES.subjectChanged, subject: '017', data: { ...place, ...stamp, status: 'enrolled', enrolledAt: '2026-03-02', randomisedAt: null, arm: 'A', removed: false, transaction: 'Insert' } },
	{
		...envelope,
		id: 'v1',
		type: EDC_EVENT_TYPES.visitChanged,
		data: { ...place, ...stamp, event: 'SE.1', eventRepeat: null, visitDate: '2026-03', status: 'completed', window: { target: '2026-03-02', earliest: null, latest: null }, removed: false, transaction: null },
	},
	{
		...envelope,
		id: 'f1',
		type: EDC_EVENT_TYPES.formRecorded,
		data: {
			...place,
			event: 'SE.1',
			eventRepeat: null,
			form: 'F.1',
			formRepeat: '1',
			recordedAt: at,
			complete: false,
			status: 'complete',
			statusStamp: stamp,
			imported: false,
			removed: false,
			transaction: 'Update',
			items: [{ ...stamp, group: 'IG.1', groupRepeat: null, item: 'I.1', filled: true, value: '2026-03-02', digest: 'ab12', transaction: 'Insert', reason: 'typing error', sdv: { required: null, verified: true, at } }],
			tzAssumed: true,
		},
	},
	{ ...envelope, id: 'q1', type: EDC_EVENT_TYPES.queryChanged, data: { ...place, ...stamp, query: '7', event: 'SE.1', form: 'F.1', item: 'I.1', state: 'answered', origin: 'manual', history: true } },
	{ ...envelope, id: 'g1', type: EDC_EVENT_TYPES.signatureApplied, data: { ...place, ...stamp, event: 'SE.1', eventRepeat: null, form: null, formRepeat: null, group: null, item: null, meaning: 'approval' } },
	{ ...envelope, id: 'x1', type: EDC_EVENT_TYPES.deviationRecorded, data: { ...place, ...stamp, deviation: 'missed visit', occurredAt: '2026-03-01', important: true, code: 'PD-3', removed: false } },
];
