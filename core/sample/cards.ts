import type { BilingualText } from '../judgement/judgement.js';

/** One step of a sample card, as the Closed-Loop Card node takes it with "Carry Out Step". */
export interface SampleStep {
	readonly step: string;
	/** E-mail of the acting person. */
	readonly actor: string;
	/** RFC 3339: the clock of the sample. */
	readonly at: string;
	readonly values: Readonly<Record<string, string>>;
	/** `photos`: the sample photo goes with it; `-`: nothing. */
	readonly files: 'photos' | '-';
	readonly shows?: 'before' | 'after';
}

/** A sample card: its number and what is done with it. */
export interface SampleCard {
	readonly number: string;
	readonly steps: readonly SampleStep[];
}

/** A drawn picture of a line with labels, PNG as base64. */
export const SAMPLE_PHOTO = 'iVBORw0KGgoAAAANSUhEUgAAAGAAAABICAMAAAA+uQBRAAAAElBMVEXW3OT6+vq0QS+WoK8Pil/19fA2bCIJAAAAWElEQVR42u3WMQ6AIBAAQTzx/19WOxpEDQRjZptrCNMAIa2DSwAAAAAAAG4BUs8ilqOI2izXbo0A74Crzc8J+BaQG80BnhxTACD/9B4AvEUA/yIAQJKmtgOboi/hxL8zRQAAAABJRU5ErkJggg==';

const OWNER = 'jian-yiming@example.com';
const DOER = 'lu-anran@example.com';
const VERIFIER = 'ge-qing@example.com';
const QUALITY = 'zhuang-xiaolan@example.com';

type Words = (en: string, zh: string) => string;

const step = (at: string, actor: string, name: string, values: SampleStep['values'] = {}, files: SampleStep['files'] = '-', shows?: SampleStep['shows']): SampleStep => ({ step: name, actor, at: `${at}:00+08:00`, values, files, ...(shows === undefined ? {} : { shows }) });

/** Three invented cards: a whole life with a rejection, one overdue that waits for a laboratory, one whose owner tries to verify it. */
export function sampleCards(language: keyof BilingualText): readonly SampleCard[] {
	const words: Words = (en, zh) => (language === 'en' ? en : zh);
	const production = words('Production', '生产部');
	const origin = words('self-inspection', '自检');
	const method = words('5 why', '5 Why 分析');
	const plan = { rootCauseMethod: method, actionType: 'correctiveAction', verifier: VERIFIER, planApprover: QUALITY };
	return [
		{
			number: 'CAPA-2026-0001',
			steps: [
				step('2026-03-02T09:20', DOER, 'open', { origin, description: words('Labels of two batches mixed on line 2', '2 号线两批次标签混放'), foundAt: '2026-03-02T09:00:00+08:00', foundBy: DOER, department: production, severity: 'major', owner: OWNER }, 'photos', 'before'),
				step('2026-03-03T14:00', OWNER, 'plan', { ...plan, rootCause: words('No line clearance between batches', '换批时未清场'), causeCategory: words('procedure', '规程'), measure: words('Clearance checklist before each batch', '每批生产前执行清场检查表'), dueDate: '2026-03-20' }),
				step('2026-03-09T16:30', OWNER, 'complete', { done: words('Checklist hung up at line 2', '检查表已张贴于 2 号线'), doneAt: '2026-03-09T16:00:00+08:00', doneBy: DOER }, 'photos', 'after'),
				step('2026-03-10T09:00', OWNER, 'submitEvidence', { reportNumber: 'SGS-2026-117' }),
				step('2026-03-11T10:00', VERIFIER, 'verify', { verdict: 'reject', reason: words('The checklist of the night shift is not signed', '夜班检查表未签字') }),
				step('2026-03-13T11:00', OWNER, 'complete', { done: words('Night shift trained; checklists signed', '夜班已培训，检查表已签字'), doneAt: '2026-03-13T10:00:00+08:00', doneBy: DOER }, 'photos', 'after'),
				step('2026-03-13T11:10', OWNER, 'submitEvidence'),
				step('2026-03-16T15:00', VERIFIER, 'verify', { verdict: 'accept', result: words('Ten checklists seen on site, all signed', '现场查看十份检查表，均已签字') }),
				step('2026-03-16T15:00', VERIFIER, 'close'),
			],
		},
		{
			number: 'CAPA-2026-0002',
			steps: [
				step('2026-03-05T08:30', QUALITY, 'open', { origin: words('deviation', '偏差'), description: words('Temperature of cold store 3 above limit for 40 minutes', '3 号冷库超温 40 分钟'), foundAt: '2026-03-05T07:50:00+08:00', foundBy: QUALITY, department: production, severity: 'critical', owner: OWNER }, 'photos', 'before'),
				step('2026-03-06T10:00', OWNER, 'plan', { ...plan, rootCause: words('Door seal worn out', '库门密封条老化'), causeCategory: words('equipment', '设备'), measure: words('Replace the seal; calibration by the laboratory', '更换密封条，并由实验室校准'), dueDate: '2026-03-13' }),
				step('2026-03-09T09:00', OWNER, 'startWaiting', { waitingFor: words('Calibration laboratory', '校准实验室') }),
			],
		},
		{
			number: 'CAPA-2026-0003',
			steps: [
				step('2026-03-09T13:00', DOER, 'open', { origin, description: words('Gown not changed after a break', '休息后未更换洁净服'), foundAt: '2026-03-09T12:40:00+08:00', foundBy: DOER, department: production, severity: 'minor', owner: OWNER }),
				step('2026-03-10T09:00', OWNER, 'plan', { ...plan, rootCause: words('Rule unknown to new staff', '新员工不了解规定'), causeCategory: words('training', '培训'), measure: words('Gowning training with test', '更衣培训并考核'), dueDate: '2026-03-27' }),
				step('2026-03-17T17:00', OWNER, 'complete', { done: words('All twelve trained and tested', '12 人均已培训并通过考核'), doneAt: '2026-03-17T16:00:00+08:00', doneBy: DOER }, 'photos', 'after'),
				step('2026-03-18T09:00', OWNER, 'submitEvidence', { reportNumber: 'SGS-2026-131' }),
				// Refused: owner and verifier are two people.
				step('2026-03-18T09:05', OWNER, 'verify', { verdict: 'accept', result: words('Fine', '合格') }),
			],
		},
	];
}
