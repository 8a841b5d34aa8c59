import { parseDayNumber } from '../time/zone.js';

/** Length of a period. `day`: periods named by their first day, of any length. */
export type PeriodLength = 'year' | 'half' | 'quarter' | 'month' | 'week' | 'day';

export interface GoalPeriod {
	/** `2026`, `2026-H1`, `2026-Q1`, `2026-03`, `2026-W09` or `2026-03-02`; of a fiscal year with `FY` before it; `2026-03-02/2026-03-16` of any length. */
	readonly label: string;
	readonly length: PeriodLength;
	/** Number of the period: neighbours differ by 1, except for `day` and across the years of `week`. */
	readonly order: number;
}

const FORMS: ReadonlyArray<readonly [length: PeriodLength, perYear: number, form: RegExp, label: (year: string, part: number) => string]> = [
	['year', 1, /^(\d{4})年?$/, (year) => year],
	['half', 2, /^(\d{4})(?:年|-| )?(?:H([12])|([上下])半年)$/, (year, part) => `${year}-H${part}`],
	['quarter', 4, /^(\d{4})(?:年|-| )?(?:Q([1-4])|第?([1-4一二三四])季度)$/, (year, part) => `${year}-Q${part}`],
	['month', 12, /^(\d{4})(?:年|-|\/)(0?[1-9]|1[0-2])月?$/, (year, part) => `${year}-${String(part).padStart(2, '0')}`],
	['week', 54, /^(\d{4})(?:年|-| )?(?:W|第)(0?[1-9]|[1-4]\d|5[0-3])周?$/, (year, part) => `${year}-W${String(part).padStart(2, '0')}`],
];
const CHINESE: Readonly<Record<string, number>> = { 上: 1, 下: 2, 一: 1, 二: 2, 三: 3, 四: 4 };

/** Reads the name of a period, English or Chinese. @returns null where it is none */
export function readPeriod(text: string): GoalPeriod | null {
	const whole = text.normalize('NFKC').trim().toUpperCase();
	const fiscal = whole.startsWith('FY') ? 'FY' : '';
	const given = whole.slice(fiscal.length).trim();
	for (const [length, perYear, form, label] of FORMS) {
		const match = form.exec(given);
		if (match === null) continue;
		const year = match[1] ?? '';
		const word = match[2] ?? match[3] ?? '1';
		const part = CHINESE[word] ?? Number(word);
		return { label: `${fiscal}${label(year, part)}`, length, order: Number(year) * perYear + part - 1 };
	}
	const [first = '', until, ...more] = given.split('/');
	const day = parseDayNumber(first);
	const isPeriod = day !== null && fiscal === '' && more.length === 0 && (until === undefined || parseDayNumber(until) !== null);
	return isPeriod ? { label: given, length: 'day', order: day } : null;
}
