import type { BilingualText } from '../judgement/judgement.js';
import { DAY_MILLISECONDS, parseDayNumber, type Zone, localDayNumber } from '../time/zone.js';
import type { Card } from './card.js';
import type { NamedPerson } from './event.js';
import { STATE_NAMES } from './states.js';

/** What has to be looked at today on one card. */
export interface SweptCard {
	readonly number: string;
	/** `overdue`: the measure's date has passed; `effectivenessDue`: the check may be made; `ageing`: runs, in time; `waiting`: for a third party, in time. */
	readonly kind: 'overdue' | 'effectivenessDue' | 'waiting' | 'ageing';
	/** Who has to act next. */
	readonly person: NamedPerson | null;
	/** Local days past the date; 0 where none has passed. */
	readonly daysOverdue: number;
	/** Days of 24 hours since it was found; of closed cards since they were closed. */
	readonly ageDays: number;
	readonly dueDate: string | null;
	readonly waitingFor: string | null;
	readonly explanation: BilingualText;
}

/**
 * Overdue and ageing cards, the longest overdue first, then the oldest. A card is overdue when the local date is past the due date:
 * on the due date itself it is in time. Source: domain reference 3.
 *
 * @param asOf epoch milliseconds
 */
export function sweepCards(cards: readonly Card[], asOf: number, zone: Zone): readonly SweptCard[] {
	const today = localDayNumber(asOf, zone);
	const rank = { overdue: 0, effectivenessDue: 1, waiting: 2, ageing: 3 } as const;
	return cards
		.flatMap((card) => swept(card, asOf, today) ?? [])
		.sort((a, b) => rank[a.kind] - rank[b.kind] || b.daysOverdue - a.daysOverdue || b.ageDays - a.ageDays || (a.number < b.number ? -1 : 1));
}

function swept(card: Card, asOf: number, today: number): SweptCard | null {
	const { values, state } = card;
	if (state === 'void') return null;
	if (state === 'closed') {
		const due = parseDayNumber(values.effectivenessDue ?? '');
		if (values.effectiveness !== 'pending' || due === null || today < due) return null;
		const daysOverdue = today - due;
		return {
			number: card.number, kind: 'effectivenessDue', person: values.verifier, daysOverdue, ageDays: (asOf - (card.closedAt ?? asOf)) / DAY_MILLISECONDS, dueDate: values.effectivenessDue, waitingFor: null,
			explanation: { en: `The effectiveness check of card ${card.number} is due since ${values.effectivenessDue ?? ''}.`, 'zh-CN': `卡片 ${card.number} 的有效性检查自 ${values.effectivenessDue ?? ''} 起应完成。` },
		};
	}
	const due = parseDayNumber(values.dueDate ?? '');
	const daysOverdue = due === null ? 0 : Math.max(0, today - due);
	const ageDays = (asOf - (card.stays[0]?.from ?? asOf)) / DAY_MILLISECONDS;
	const last = card.waiting[card.waiting.length - 1];
	const waitingFor = last?.to === null ? last.party : null;
	const person = state === 'inVerification' ? values.verifier : values.owner;
	const { en, 'zh-CN': zh } = STATE_NAMES[state];
	const age = Math.floor(ageDays);
	const who = person?.name ?? '';
	return {
		number: card.number,
		kind: daysOverdue > 0 ? 'overdue' : waitingFor === null ? 'ageing' : 'waiting',
		person,
		daysOverdue,
		ageDays,
		dueDate: values.dueDate,
		waitingFor,
		explanation: {
			en: `Card ${card.number} is “${en}”${daysOverdue > 0 ? `, overdue by ${days(daysOverdue)} (due ${values.dueDate ?? ''})` : ''}, ${days(age)} old${waitingFor === null ? '' : `, waiting for ${waitingFor}`}; next: ${who}.`,
			'zh-CN': `卡片 ${card.number} 为“${zh}”${daysOverdue > 0 ? `，已逾期 ${daysOverdue} 天（截止日期 ${values.dueDate ?? ''}）` : ''}，账龄 ${age} 天${waitingFor === null ? '' : `，正在等待 ${waitingFor}`}；下一步：${who}。`,
		},
	};
}

function days(count: number): string {
	return count === 1 ? '1 day' : `${count} days`;
}
