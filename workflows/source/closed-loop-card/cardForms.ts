import type { Names, NodeSpecification } from '../builder.js';
import { formTrigger, type FormField } from '../forms.js';

/* The forms of the closed-loop card, and what each of them makes of its fields: steps of a card. */

type At = readonly [number, number];

/** Codes of the log and the label that people choose. */
const CHOICES = {
	severity: ['critical', 'major', 'minor'],
	actionType: ['correctiveAction', 'preventiveAction', 'correction'],
	verdict: ['accept', 'reject'],
	step: ['note', 'startWaiting', 'endWaiting', 'change', 'waiveReport', 'acceptVerification', 'close', 'reopen', 'void', 'effective', 'ineffective'],
	page: ['record', 'causePage', 'departmentPage', 'severityPage'],
} as const;
/** Choices whose label itself is stored. */
const WORDS = {
	origin: ['complaint', 'deviation', 'selfInspection', 'inspection', 'otherOrigin'],
	method: ['fiveWhy', 'fishbone', 'faultTree', 'otherMethod'],
	cause: ['procedure', 'training', 'equipment', 'material', 'environment', 'otherCause'],
} as const;

const labelsOf = ({ label }: Names, keys: readonly string[]): readonly string[] => keys.map(label);

const FILES = 'image/jpeg,image/png,image/webp,image/heic,.heic';

/** The forms by key, each with its address. */
export const FORMS = ['openForm', 'planForm', 'doneForm', 'verifyForm', 'stepForm', 'recordForm'] as const;

export function cardForms(names: Names, at: (index: number) => At): Readonly<Record<(typeof FORMS)[number], NodeSpecification>> {
	const { label } = names;
	const card: FormField = { name: 'card', label: label('card'), kind: 'text', required: true, placeholder: 'CAPA-20260302-7K2QF' };
	const version: FormField = { name: 'version', kind: 'hiddenField' };
	const texts = (key: string): { title: string; description: string; button: string } => ({ title: label(`${key}Title`), description: label(`${key}Description`), button: label(`${key}Button`) });
	const photos: FormField = { name: 'photos', label: label('photos'), kind: 'file', accept: FILES, multiple: true };
	const person = (name: string, required = false): FormField => ({ name, label: label(name), kind: 'text', required, placeholder: label('personExample') });
	const time = (name: string): readonly FormField[] => [
		{ name: `${name}Date`, label: label(`${name}Date`), kind: 'date', required: name === 'found' },
		{ name: `${name}Time`, label: label(`${name}Time`), kind: 'text', placeholder: label('timeExample') },
	];
	const choice = (name: string, keys: readonly string[], required = true): FormField => ({ name, label: label(name), kind: 'dropdown', required, options: labelsOf(names, keys) });
	return {
		openForm: formTrigger(at(0), 'pt-card-open', texts('open'), [
			{ name: 'description', label: label('description'), kind: 'textarea', required: true, placeholder: label('descriptionExample') },
			photos,
			{ name: 'department', label: label('department'), kind: 'text', required: true, placeholder: label('departmentExample') },
			choice('severity', CHOICES.severity),
			choice('origin', WORDS.origin),
			...time('found'),
			person('foundBy'),
			person('owner', true),
		]),
		planForm: formTrigger(at(1), 'pt-card-plan', texts('plan'), [
			card,
			{ name: 'rootCause', label: label('rootCause'), kind: 'textarea', required: true },
			choice('method', WORDS.method),
			choice('cause', WORDS.cause),
			choice('actionType', CHOICES.actionType),
			{ name: 'measure', label: label('measure'), kind: 'textarea', required: true },
			{ name: 'dueDate', label: label('dueDate'), kind: 'date', required: true },
			person('verifier', true),
			person('planApprover', true),
			version,
		]),
		doneForm: formTrigger(at(2), 'pt-card-done', texts('done'), [
			card,
			{ name: 'done', label: label('done'), kind: 'textarea', placeholder: label('doneExample') },
			photos,
			...time('done'),
			person('doneBy'),
			{ name: 'reportNumber', label: label('reportNumber'), kind: 'text', placeholder: label('reportExample') },
			{ name: 'report', label: label('report'), kind: 'file', accept: 'application/pdf', multiple: true },
			version,
		]),
		verifyForm: formTrigger(at(3), 'pt-card-verify', texts('verify'), [
			card,
			choice('verdict', CHOICES.verdict),
			{ name: 'result', label: label('result'), kind: 'textarea', placeholder: label('resultExample') },
			{ name: 'reason', label: label('rejectReason'), kind: 'textarea' },
			photos,
			version,
		]),
		stepForm: formTrigger(at(4), 'pt-card-step', texts('step'), [
			card,
			choice('step', CHOICES.step),
			{ name: 'text', label: label('text'), kind: 'textarea' },
			person('newOwner'),
			person('newVerifier'),
			{ name: 'newDueDate', label: label('newDueDate'), kind: 'date' },
			{ name: 'newReportNumber', label: label('newReportNumber'), kind: 'text' },
			photos,
			version,
		]),
		recordForm: formTrigger(at(5), 'pt-card-record', texts('record'), [
			{ ...card, required: false },
			{ ...choice('page', CHOICES.page), value: label('record') },
		]),
	};
}

const field = (name: string): string => `($json[${JSON.stringify(name)}] ?? '').toString().trim()`;

/** The code behind the label that was chosen. */
function code(names: Names, name: keyof typeof CHOICES): string {
	return `(${JSON.stringify(Object.fromEntries(CHOICES[name].map((key) => [names.label(key), key])))}[${field(name)}] ?? '')`;
}

/** Local day and time of a form as RFC 3339; empty where no day was given. */
function moment(names: Names, name: string, otherwise: string): string {
	const zone = `{ zone: ${names.setting('timeZone')} }`;
	return `(${field(`${name}Date`)} ? DateTime.fromISO(${field(`${name}Date`)} + 'T' + (${field(`${name}Time`)}.replace('：', ':').replace(/^(\\d):/, '0$1:') || '00:00'), ${zone}).toISO({ suppressMilliseconds: true }) ?? (${field(`${name}Date`)} + ' ' + ${field(`${name}Time`)}) : ${otherwise})`;
}

const filesNamed = (name: string): string => `(Object.keys($binary ?? {}).filter(key => key.startsWith('${name}')).join(',') || '-')`;

/** The time of the server where a form gives none. */
export const NOW = "$now.startOf('second').toISO({ suppressMilliseconds: true })";

/** Steps that a form asks for, as an expression without braces. */
export function stepsOfForm(names: Names): Readonly<Record<'openForm' | 'planForm' | 'doneForm' | 'verifyForm' | 'stepForm', string>> {
	const me = '$json.user.email';
	const text = field('text');
	const step = code(names, 'step');
	return {
		openForm: `[{ step: 'open', shows: 'before', files: ${filesNamed('photos')}, values: { description: ${field('description')}, department: ${field('department')}, severity: ${code(names, 'severity')}, origin: ${field('origin')}, foundAt: ${moment(names, 'found', "''")}, foundBy: ${field('foundBy')} || ${me}, owner: ${field('owner')} } }]`,
		planForm: `[{ step: 'plan', files: '-', values: { rootCause: ${field('rootCause')}, rootCauseMethod: ${field('method')}, causeCategory: ${field('cause')}, actionType: ${code(names, 'actionType')}, measure: ${field('measure')}, dueDate: ${field('dueDate')}, verifier: ${field('verifier')}, planApprover: ${field('planApprover')} } }]`,
		// Without words about the measure only the evidence is handed in.
		doneForm: `[...(${field('done')} ? [{ step: 'complete', files: ${filesNamed('photos')}, values: { done: ${field('done')}, doneAt: ${moment(names, 'done', NOW)}, doneBy: ${field('doneBy')} || ${me} } }] : []), { step: 'submitEvidence', files: [${filesNamed('report')}, ...(${field('done')} ? [] : [${filesNamed('photos')}])].filter(name => name !== '-').join(',') || '-', values: { reportNumber: ${field('reportNumber')} } }]`,
		verifyForm: `[{ step: 'verify', files: ${filesNamed('photos')}, values: { verdict: ${code(names, 'verdict')}, result: ${field('result')}, reason: ${field('reason')} } }, ...(${code(names, 'verdict')} === 'accept' ? [{ step: 'close', files: '-', values: {} }] : [])]`,
		stepForm: `[{ step: ['effective', 'ineffective'].includes(${step}) ? 'checkEffectiveness' : ${step}, files: ${step} === 'close' ? '-' : ${filesNamed('photos')}, values: { reason: ${text}, ...(${step} === 'note' ? { note: ${text} } : {}), ...(${step} === 'startWaiting' ? { waitingFor: ${text} } : {}), ...(${step} === 'change' ? { owner: ${field('newOwner')}, verifier: ${field('newVerifier')}, dueDate: ${field('newDueDate')}, reportNumber: ${field('newReportNumber')} } : {}), effectiveness: ${step} } }]`,
	};
}

/** Which page the record form asks for. */
export function pageOfForm(names: Names): string {
	return code(names, 'page');
}
