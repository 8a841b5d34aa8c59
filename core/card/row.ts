import { canonicalJson } from '../evidence/key.js';
import type { BilingualText, Language } from '../judgement/judgement.js';
import { formatInstant, UTC, type Zone } from '../time/zone.js';
import type { Card } from './card.js';
import type { Missing } from './missing.js';
import { EFFECTIVENESS_NAMES, STATE_NAMES } from './states.js';

/**
 * A card as one flat row of a Data Table, made from the log after each step: for lists, filters and forms. The log decides, never this row;
 * `headHash` and `payload` let verification tell when the two differ. Data Tables own the names id, createdAt and updatedAt.
 */
export interface CardRow {
	readonly cardNumber: string;
	readonly state: string;
	/** Number of the last event; whoever acts gives it back as the expected version. */
	readonly version: number;
	readonly headHash: string;
	readonly description: string;
	readonly origin: string;
	readonly department: string;
	readonly severity: string;
	readonly causeCategory: string;
	readonly ownerId: string;
	readonly ownerName: string;
	readonly verifierId: string;
	readonly verifierName: string;
	readonly dueDate: string;
	readonly foundAt: string;
	/** Empty while the card is not closed. */
	readonly closedAt: string;
	readonly reopened: number;
	readonly rejected: number;
	readonly effectiveness: string;
	readonly effectivenessDue: string;
	readonly reportNumber: string;
	readonly waitingFor: string;
	/** What the last step should make somebody look at; empty: nothing. */
	readonly warnings: string;
	/** One sentence in the language of the workflow. */
	readonly explanation: string;
	/** Canonical JSON of the whole card. */
	readonly payload: string;
}

/** @param zone of the time in the sentence */
export function cardRow(card: Card, language: Language, warnings: readonly Missing[] = [], zone: Zone = UTC): CardRow {
	const { values } = card;
	const waiting = card.waiting[card.waiting.length - 1];
	return {
		cardNumber: card.number,
		state: card.state,
		version: card.version,
		headHash: card.head.hash,
		description: values.description ?? '',
		origin: values.origin ?? '',
		department: values.department ?? '',
		severity: values.severity ?? '',
		causeCategory: values.causeCategory ?? '',
		ownerId: values.owner?.id ?? '',
		ownerName: values.owner?.name ?? '',
		verifierId: values.verifier?.id ?? '',
		verifierName: values.verifier?.name ?? '',
		dueDate: values.dueDate ?? '',
		foundAt: values.foundAt ?? '',
		closedAt: card.closedAt === null ? '' : formatInstant(card.closedAt),
		reopened: card.reopened,
		rejected: card.rejected,
		effectiveness: values.effectiveness ?? '',
		effectivenessDue: values.effectivenessDue ?? '',
		reportNumber: values.reportNumber ?? '',
		waitingFor: waiting?.to === null ? waiting.party : '',
		warnings: warnings.map(({ message }) => message[language]).join(' '),
		explanation: explainCard(card, zone)[language],
		payload: canonicalJson(card),
	};
}

/** Where a card stands and why, in one sentence; times are local to the zone. */
export function explainCard(card: Card, zone: Zone = UTC): BilingualText {
	const { values, state, number } = card;
	const since = card.stays[card.stays.length - 1]?.from;
	const from = since === undefined ? '' : formatInstant(since, zone);
	const reopened: BilingualText = card.reopened === 0 ? { en: '', 'zh-CN': '' } : { en: `, reopened ${card.reopened} ${card.reopened === 1 ? 'time' : 'times'}`, 'zh-CN': `，重新打开 ${card.reopened} 次` };
	const next: BilingualText =
		state === 'closed' && values.effectiveness !== null
			? { en: `, ${EFFECTIVENESS_NAMES[values.effectiveness].en}${values.effectiveness === 'pending' ? ` (due ${values.effectivenessDue ?? ''})` : ''}`, 'zh-CN': `，${EFFECTIVENESS_NAMES[values.effectiveness]['zh-CN']}${values.effectiveness === 'pending' ? `（${values.effectivenessDue ?? ''} 起）` : ''}` }
			: state === 'void' || state === 'closed'
				? { en: '', 'zh-CN': '' }
				: state === 'inVerification'
					? { en: `, with the verifier ${values.verifier?.name ?? ''}`, 'zh-CN': `，由验证人 ${values.verifier?.name ?? ''} 处理` }
					: { en: `, with the owner ${values.owner?.name ?? ''}${values.dueDate === null ? '' : `, due ${values.dueDate}`}`, 'zh-CN': `，由整改负责人 ${values.owner?.name ?? ''} 处理${values.dueDate === null ? '' : `，截止日期 ${values.dueDate}`}` };
	return {
		en: `Card ${number} is “${STATE_NAMES[state].en}” since ${from} by event ${card.version} of its log${next.en}${reopened.en}.`,
		'zh-CN': `卡片 ${number} 自 ${from} 起为“${STATE_NAMES[state]['zh-CN']}”（依据日志第 ${card.version} 条事件）${next['zh-CN']}${reopened['zh-CN']}。`,
	};
}
