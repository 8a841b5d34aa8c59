import type { BilingualText } from '../judgement/judgement.js';
import type { Card } from './card.js';

/** One third-party report number on several cards: legitimate for one report on two findings, else a copy; a person looks. */
export interface RepeatedReport {
	/** As first written. */
	readonly reportNumber: string;
	/** Numbers of the cards, in order. */
	readonly cards: readonly string[];
	readonly message: BilingualText;
}

/** Report numbers that stand on more than one card; width of characters, case, blanks and dashes make no other number. */
export function repeatedReports(cards: ReadonlyArray<Pick<Card, 'number' | 'state'> & { readonly values: Pick<Card['values'], 'reportNumber'> }>): readonly RepeatedReport[] {
	const found = new Map<string, { readonly reportNumber: string; readonly cards: Set<string> }>();
	for (const { number, state, values } of cards) {
		if (values.reportNumber === null || state === 'void') continue;
		const key = sameReport(values.reportNumber);
		const known = found.get(key);
		if (known) known.cards.add(number);
		else found.set(key, { reportNumber: values.reportNumber, cards: new Set([number]) });
	}
	return [...found.values()]
		.filter((entry) => entry.cards.size > 1)
		.map(({ reportNumber, cards: numbers }) => {
			const sorted = [...numbers].sort();
			return { reportNumber, cards: sorted, message: { en: `Report number ${reportNumber} stands on ${sorted.length} cards: ${sorted.join(', ')}.`, 'zh-CN': `检测报告编号 ${reportNumber} 出现在 ${sorted.length} 张卡片上：${sorted.join('、')}。` } };
		})
		.sort((a, b) => (a.reportNumber < b.reportNumber ? -1 : 1));
}

function sameReport(reportNumber: string): string {
	return reportNumber.normalize('NFKC').toUpperCase().replace(/[\s\-‐-―_]/gu, '');
}
