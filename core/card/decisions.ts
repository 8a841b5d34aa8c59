import { formatDayNumber, formatInstant, localDayNumber, parseDayNumber, type Zone } from '../time/zone.js';
import { parseRfc3339 } from '../time/rfc3339.js';
import type { Card } from './card.js';
import { changed } from './changes.js';
import type { CardCommand, CardCommandKind } from './command.js';
import { filesOf, type Draft } from './draft.js';
import { NO_VALUES, type CardValues } from './event.js';
import { lacks, needs, wrong } from './missing.js';
import { namedOf, type Requirements } from './requirements.js';
import { ACTION_TYPES, SEVERITIES, type CardState } from './states.js';

export interface Decided {
	/** Epoch milliseconds. */
	readonly now: number;
	readonly zone: Zone;
	readonly effectivenessDays: number;
	readonly verifierMustAccept: boolean;
}

type Decision<Kind extends CardCommandKind> = (card: Card | null, command: Extract<CardCommand, { kind: Kind }>, requirements: Requirements, decided: Decided) => Draft;

const RUNNING: readonly CardState[] = ['open', 'measurePlanned', 'measureDone', 'inVerification'];

/** What a round that failed leaves empty: done anew, and verified anew. */
const OF_DOING = ['done', 'doneAt', 'doneBy', 'verification'] as const satisfies ReadonlyArray<keyof CardValues>;

/** What a new round after closing leaves empty. */
const OF_ROUND = [
	...OF_DOING, 'verifier', 'rootCause', 'rootCauseMethod', 'causeCategory', 'actionType', 'measure', 'dueDate', 'planApprover', 'verifierAccepted', 'reportNumber', 'reportWaiver', 'effectiveness', 'effectivenessDue',
] as const satisfies ReadonlyArray<keyof CardValues>;

const cleared = (names: ReadonlyArray<keyof CardValues>, values: CardValues): Partial<CardValues> => Object.fromEntries(names.filter((name) => values[name] !== null).map((name) => [name, null]));

/** A site photo of this round, among those stored or those of the command. */
function photo(card: Card | null, command: CardCommand, requirements: Requirements): void {
	const files = [...(card?.attachments.slice(card.attachmentsBefore) ?? []), ...(command.attachments ?? [])];
	if (!files.some(({ kind }) => kind === 'photo')) requirements.add(lacks('photo'));
}

function report(values: Pick<CardValues, 'reportNumber' | 'reportWaiver'>, requirements: Requirements): void {
	if (values.reportNumber === null && values.reportWaiver === null) {
		requirements.add(needs('reportNumber', 'Third-party test report no. is missing; a quality manager may waive it with a reason.', '缺少第三方检测报告编号；质量负责人可说明原因予以豁免。'));
	}
}

function byVerifier(card: Card | null, requirements: Requirements): void {
	const verifier = card?.values.verifier ?? null;
	if (verifier === null) requirements.add(lacks('verifier'));
	else if (requirements.actor !== null && requirements.actor.id !== verifier.id) {
		requirements.add(needs('actor', `Only the verifier ${verifier.name} may do this, not ${requirements.actor.name}; another verifier is named with a change.`, `此操作只能由验证人 ${verifier.name} 完成，${requirements.actor.name} 不可代为操作；需更换验证人时请先修改卡片。`));
	}
}

/** The next event for each command, always one, so that storing it is all or nothing; what is missing is added to the requirements, and then the drafts are not used. */
export const DECISIONS: { readonly [Kind in CardCommandKind]: Decision<Kind> } = {
	open(card, command, requirements) {
		if (card !== null) requirements.add(needs('number', `A card with the number ${card.number} exists; a number is never used again.`, `编号 ${card.number} 的卡片已存在，编号不得重复使用。`));
		const values = {
			origin: requirements.text('origin', command.origin),
			description: requirements.text('description', command.description),
			foundAt: requirements.past('foundAt', command.foundAt),
			foundBy: requirements.named('foundBy', command.foundBy),
			department: requirements.text('department', command.department),
			severity: requirements.oneOf('severity', command.severity, SEVERITIES),
			owner: requirements.named('owner', command.owner),
		};
		return { action: 'opened', state: 'open', values: { ...values, ...filesOf(card, command) }, meaning: 'author' };
	},

	plan(card, command, requirements) {
		requirements.state(card, 'open');
		const approver = requirements.person('planApprover', command.planApprover);
		requirements.approver(approver, card?.values.department ?? null);
		const values = {
			rootCause: requirements.text('rootCause', command.rootCause),
			rootCauseMethod: requirements.text('rootCauseMethod', command.rootCauseMethod),
			actionType: requirements.oneOf('actionType', command.actionType, ACTION_TYPES),
			measure: requirements.text('measure', command.measure),
			dueDate: requirements.date('dueDate', command.dueDate),
			verifier: requirements.named('verifier', command.verifier),
			planApprover: namedOf(approver),
			causeCategory: command.causeCategory?.trim() ?? '',
		};
		requirements.segregated({ owner: card?.values.owner ?? null, verifier: values.verifier, doneBy: null });
		const { causeCategory, ...rest } = values;
		return { action: 'planned', state: 'measurePlanned', values: { ...rest, ...(causeCategory === '' ? {} : { causeCategory }), ...filesOf(card, command) }, meaning: 'responsibility' };
	},

	complete(card, command, requirements) {
		requirements.state(card, 'measurePlanned');
		const values = { done: requirements.text('done', command.done), doneAt: requirements.past('doneAt', command.doneAt), doneBy: requirements.named('doneBy', command.doneBy) };
		photo(card, command, requirements);
		if (card !== null) requirements.segregated({ ...card.values, doneBy: values.doneBy });
		return { action: 'completed', state: 'measureDone', values: { ...values, ...filesOf(card, command) }, meaning: 'responsibility' };
	},

	submitEvidence(card, command, requirements, { verifierMustAccept }) {
		requirements.state(card, 'measureDone');
		const reportNumber = command.reportNumber?.trim() ?? '';
		const values = card?.values ?? NO_VALUES;
		report({ reportNumber: reportNumber === '' ? values.reportNumber : reportNumber, reportWaiver: values.reportWaiver }, requirements);
		if (card !== null) verifierReady(card, requirements, verifierMustAccept);
		return { action: 'submitted', state: 'inVerification', values: { ...(reportNumber === '' ? {} : { reportNumber }), ...filesOf(card, command) }, meaning: 'responsibility' };
	},

	waiveReport(card, command, requirements) {
		requirements.state(card, ...RUNNING);
		requirements.reason();
		requirements.quality(card, { en: 'to waive the report number', zh: '豁免检测报告编号' });
		const by = namedOf(requirements.actor);
		return { action: 'reportWaived', state: card?.state ?? 'open', values: { reportWaiver: by === null ? null : { by, reason: command.reason?.trim() ?? '' }, ...filesOf(card, command) }, meaning: 'approval' };
	},

	acceptVerification(card, command, requirements) {
		requirements.state(card, 'measurePlanned', 'measureDone');
		byVerifier(card, requirements);
		return { action: 'verificationAssignmentAccepted', state: card?.state ?? 'open', values: { verifierAccepted: true, ...filesOf(card, command) }, meaning: 'responsibility' };
	},

	verify(card, command, requirements) {
		requirements.state(card, 'inVerification');
		byVerifier(card, requirements);
		if (card !== null) requirements.segregated(card.values);
		const verdict = requirements.oneOf('verdict', command.verdict, { accept: { en: 'accept', 'zh-CN': '通过' }, reject: { en: 'reject', 'zh-CN': '驳回' } });
		if (verdict === 'reject') {
			requirements.reason();
			return { action: 'rejected', state: 'measurePlanned', values: { ...cleared(OF_DOING, card?.values ?? NO_VALUES), ...filesOf(null, command) }, meaning: 'verified' };
		}
		const result = requirements.text('result', command.result);
		if (card !== null && card.values.verification !== null) requirements.add(needs('verification', 'The verification is recorded already; close the card or reject it.', '验证结果已记录，请关闭卡片或驳回。'));
		const by = namedOf(requirements.actor);
		const files = [...(card?.attachments.slice(card.attachmentsBefore) ?? []), ...(command.attachments ?? [])];
		return { action: 'verified', state: 'inVerification', values: { ...filesOf(null, command), verification: by === null ? null : { by, result: result ?? '', evidence: files.map(({ sha256 }) => sha256) } }, meaning: 'verified' };
	},

	close(card, command, requirements, { now, zone, effectivenessDays }) {
		requirements.state(card, 'inVerification');
		const values = card?.values ?? NO_VALUES;
		for (const field of ['owner', 'verifier', 'doneBy', 'verification'] as const) if (values[field] === null) requirements.add(lacks(field));
		photo(card, command, requirements);
		report(values, requirements);
		requirements.segregated(values);
		if ((command.attachments ?? []).length > 0) requirements.add(needs('attachments', 'Files cannot be added while closing: the verifier has not seen them.', '关闭时不能添加附件：验证人尚未查看。'));
		if (requirements.actor !== null && requirements.actor.id !== values.verifier?.id) requirements.quality(card, { en: 'to close a card as somebody other than the verifier', zh: '非验证人关闭卡片' });
		const closed = command.occurredAt === undefined ? now : parseRfc3339(command.occurredAt);
		const effectivenessDue = Number.isNaN(closed) ? '' : formatDayNumber(localDayNumber(closed, zone) + effectivenessDays);
		return { action: 'closed', state: 'closed', values: { effectiveness: 'pending', effectivenessDue }, meaning: 'approval' };
	},

	reopen(card, command, requirements) {
		requirements.state(card, 'closed');
		requirements.reason();
		return { action: 'reopened', state: 'open', values: { ...cleared(OF_ROUND, card?.values ?? NO_VALUES), ...filesOf(null, command) } };
	},

	void(card, command, requirements) {
		requirements.state(card, ...RUNNING);
		requirements.reason();
		requirements.quality(card, { en: 'to void a card', zh: '作废卡片' });
		return { action: 'voided', state: 'void', values: filesOf(null, command), meaning: 'approval' };
	},

	checkEffectiveness(card, command, requirements, { now, zone }) {
		requirements.state(card, 'closed');
		requirements.reason();
		const verdict = requirements.oneOf('verdict', command.verdict, { effective: { en: 'effective', 'zh-CN': '有效' }, ineffective: { en: 'ineffective', 'zh-CN': '无效' } });
		const values = card?.values ?? NO_VALUES;
		const { actor } = requirements;
		for (const [field, zh] of [['owner', '整改负责人'], ['doneBy', '实施人']] as const) {
			if (actor !== null && values[field]?.id === actor.id) requirements.add(needs('actor', `Segregation of duties: ${actor.name} is the ${field === 'owner' ? 'owner' : 'doer'} and cannot check the effectiveness.`, `职责分离：${actor.name} 是${zh}，不能进行有效性检查。`));
		}
		if (card?.state === 'closed' && values.effectiveness !== 'pending') requirements.add(needs('effectiveness', 'The effectiveness was checked already.', '有效性检查已完成。'));
		const due = parseDayNumber(values.effectivenessDue ?? '');
		// A finding that came back shows itself at any time; that it stays away only shows after the time has passed.
		if (verdict === 'effective' && due !== null && localDayNumber(now, zone) < due) requirements.add(needs('effectivenessDue', `“Effective” can be said from ${values.effectivenessDue ?? ''} on.`, `${values.effectivenessDue ?? ''} 起方可判定为“有效”。`));
		const effectiveness = verdict ?? 'pending';
		const files = filesOf(null, command);
		// One event for verdict and reopening: a log can end between two, but not within one.
		if (effectiveness !== 'ineffective') return { action: 'effectivenessChecked', state: 'closed', values: { effectiveness, ...files }, meaning: 'review' };
		return { action: 'effectivenessChecked', state: 'open', values: { ...cleared(OF_ROUND, values), effectiveness, ...files }, meaning: 'review' };
	},

	change: changed,

	note(card, command, requirements) {
		requirements.state(card, ...RUNNING, 'closed');
		const note = requirements.text('note', command.note);
		if (card?.state === 'closed' && (command.attachments ?? []).length > 0) requirements.add(needs('attachments', 'A closed card takes no more files; reopen it.', '卡片已关闭，不能再添加附件；请先重新打开。'));
		return { action: 'noted', state: card?.state ?? 'open', values: { note: note ?? '', ...filesOf(card, command) } };
	},

	startWaiting(card, command, requirements) {
		requirements.state(card, ...RUNNING);
		const waitingFor = requirements.text('waitingFor', command.waitingFor);
		const last = card?.waiting[card.waiting.length - 1];
		if (last?.to === null) requirements.add(needs('waitingFor', `The card is waiting for ${last.party} already.`, `卡片已在等待 ${last.party}。`));
		if (last !== undefined && last.to !== null) notBefore(last.to, command, requirements);
		return { action: 'waitingStarted', state: card?.state ?? 'open', values: { waitingFor: waitingFor ?? '', ...filesOf(card, command) } };
	},

	endWaiting(card, command, requirements) {
		requirements.state(card, ...RUNNING);
		const last = card?.waiting[card.waiting.length - 1];
		if (last?.to !== null) requirements.add(needs('waitingFor', 'The card is not waiting for anybody.', '卡片当前没有等待第三方。'));
		else notBefore(last.from, command, requirements);
		return { action: 'waitingEnded', state: card?.state ?? 'open', values: filesOf(card, command) };
	},
};

function notBefore(instant: number, command: CardCommand, requirements: Requirements): void {
	if (command.occurredAt !== undefined && parseRfc3339(command.occurredAt) < instant) requirements.add(wrong('occurredAt', command.occurredAt, `a time not before ${formatInstant(instant)}`, `不早于 ${formatInstant(instant)} 的时间`));
}

/** The verifier named in the plan is still somebody who may verify. */
function verifierReady(card: Card, requirements: Requirements, mustAccept: boolean): void {
	const { verifier } = card.values;
	if (verifier === null) requirements.add(lacks('verifier'));
	else requirements.person('verifier', verifier.id);
	requirements.segregated(card.values);
	if (mustAccept && card.values.verifierAccepted !== true) requirements.add(lacks('verifierAccepted'));
}
