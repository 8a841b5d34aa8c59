import { escapeHtml } from '../explanation/escape.js';
import type { Language } from '../judgement/judgement.js';
import type { Card } from './card.js';
import { SEVERITIES } from './states.js';

export type ParetoBy = 'cause' | 'department' | 'severity';

export interface ParetoRow {
	/** Category; empty: the card does not say. */
	readonly id: string;
	readonly count: number;
	/** Per cent of all, unrounded. */
	readonly share: number;
	/** Per cent of all up to and with this row. */
	readonly cumulative: number;
	/** Among the smallest prefix that makes at least 80 %. */
	readonly vital: boolean;
}

export interface Pareto {
	readonly by: ParetoBy;
	readonly total: number;
	readonly rows: readonly ParetoRow[];
	/** Number of the vital few. */
	readonly vitalFew: number;
}

/** Sorted by count, then id; a voided card is no finding. Source: domain reference 3 (Pareto). */
export function paretoOf(cards: readonly Card[], by: ParetoBy): Pareto {
	const counts = new Map<string, number>();
	for (const { state, values } of cards) {
		if (state === 'void') continue;
		const id = (by === 'cause' ? values.causeCategory : by === 'department' ? values.department : values.severity) ?? '';
		counts.set(id, (counts.get(id) ?? 0) + 1);
	}
	return paretoOfCounts(counts, by);
}

export function paretoOfCounts(counts: ReadonlyMap<string, number>, by: ParetoBy): Pareto {
	const sorted = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
	const total = sorted.reduce((sum, [, count]) => sum + count, 0);
	let before = 0;
	const rows = sorted.map(([id, count]): ParetoRow => {
		// Whole numbers: 80 % of 5 is 4, not its binary neighbour.
		const vital = before * 5 < total * 4;
		before += count;
		return { id, count, share: (100 * count) / total, cumulative: (100 * before) / total, vital };
	});
	return { by, total, rows, vitalFew: rows.filter(({ vital }) => vital).length };
}

const WORDS: Readonly<Record<Language, { readonly title: Readonly<Record<ParetoBy, string>>; readonly none: string; readonly cards: string; readonly cumulative: string; readonly others: string; readonly separator: string }>> = {
	en: { title: { cause: 'Cards by cause', department: 'Cards by department', severity: 'Cards by severity' }, none: 'not stated', cards: 'cards', cumulative: 'cumulative', others: 'vital few', separator: ', ' },
	'zh-CN': { title: { cause: '按原因分布', department: '按部门分布', severity: '按严重程度分布' }, none: '未填写', cards: '张卡片', cumulative: '累计', others: '关键少数', separator: '，' },
};

/** More rows than this are hard to read; the rest is one row. */
const SHOWN = 20;

/** Bar chart with the cumulative line as SVG text: no script, no font or picture from outside; every text is escaped. */
export function paretoChart(pareto: Pareto, language: Language): string {
	const words = WORDS[language];
	const rows = pareto.rows.slice(0, SHOWN);
	const width = 720;
	const left = 200;
	const right = 110;
	const height = 60 + rows.length * 28 + 12;
	const scale = (width - left - right) / Math.max(1, ...rows.map(({ count }) => count));
	const label = (id: string): string => (id === '' ? words.none : pareto.by === 'severity' && Object.hasOwn(SEVERITIES, id) ? SEVERITIES[id as keyof typeof SEVERITIES][language] : id);
	const short = (text: string): string => {
		const characters = Array.from(text);
		return characters.length > 24 ? `${characters.slice(0, 23).join('')}…` : text;
	};
	const percent = (value: number): string => `${Math.round(value * 10) / 10}%`;
	const title = `${words.title[pareto.by]}${words.separator}${pareto.total} ${words.cards}`;
	const bars = rows.map((row, index) => {
		const y = 52 + index * 28;
		const length = Math.round(row.count * scale * 10) / 10;
		return `<g><title>${escapeHtml(label(row.id))}: ${row.count}, ${percent(row.share)}</title><text x="${left - 8}" y="${y + 15}" text-anchor="end">${escapeHtml(short(label(row.id)))}</text><rect x="${left}" y="${y}" width="${length}" height="20" fill="${row.vital ? '#b4412f' : '#8fa3bf'}"/><text x="${left + length + 6}" y="${y + 15}">${row.count} · ${percent(row.cumulative)}</text></g>`;
	});
	const legend = `<rect x="${left}" y="32" width="10" height="10" fill="#b4412f"/><text x="${left + 16}" y="41" font-size="11">${escapeHtml(words.others)} (≥ 80%)</text>`;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(title)}" font-family="system-ui, sans-serif" font-size="13" fill="#1d2733"><text x="12" y="22" font-size="15" font-weight="600">${escapeHtml(title)}</text>${legend}${bars.join('')}</svg>`;
}
