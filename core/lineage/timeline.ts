import { escapeHtml } from '../explanation/escape.js';
import type { BilingualText, Language } from '../judgement/judgement.js';
import { DAY_MILLISECONDS, dayNumberOf, formatDayNumber, localDayNumber, yearOf, type Zone } from '../time/zone.js';
import { pointInTime, instantOf } from './times.js';
import type { LineageValue, VersionInAnswer } from './trace.js';

/* A picture of the lineages: one line per document, one mark per version, and where the question stands. SVG without scripts, styles or links. */

const WIDTH = 960;
const LEFT = 220;
const RIGHT = 24;
const TOP = 46;
const LINE = 34;
/** More lines than this nobody reads; the table below the picture holds all. */
const MOST_DOCUMENTS = 60;
const MOST_LABELS = 24;
const NAME_LENGTH = 26;

const t = (en: string, zh: string): BilingualText => ({ en, 'zh-CN': zh });
const WORDS = {
	title: t('Timeline of the versions', '版本时间线'),
	inForce: t('in force', '时点有效版本'),
	approved: t('approved', '已批准'),
	unapproved: t('not approved', '未审批'),
	after: t('after the acceptance', '受理后'),
	untimed: t('without time', '无时间'),
	more: t('more documents', '个文件未显示'),
};

interface Mark {
	readonly version: VersionInAnswer;
	readonly instant: number;
}

/** @returns SVG text; the same lineages give the same bytes */
export function timelineSvg(lineages: readonly LineageValue[], zone: Zone, language: Language): string {
	const shown = lineages.slice(0, MOST_DOCUMENTS);
	const at = lineages[0] === undefined ? null : pointInTime(lineages[0].at.text, zone);
	const lines = shown.map((lineage) => lineage.versions.map((version): Mark => ({ version, instant: timeOf(version, zone) })));
	const instants = [...lines.flatMap((marks) => marks.flatMap(({ instant }) => (Number.isNaN(instant) ? [] : instant))), ...(at === null ? [] : [at.instant])];
	const first = instants.reduce((least, instant) => Math.min(least, instant), Number.MAX_SAFE_INTEGER);
	const last = instants.reduce((most, instant) => Math.max(most, instant), Number.MIN_SAFE_INTEGER);
	const span = Math.max(last - first, DAY_MILLISECONDS);
	const x = (instant: number): number => round(LEFT + 12 + ((instant - first) / span) * (WIDTH - LEFT - RIGHT - 24));
	const bottom = TOP + shown.length * LINE;
	const height = bottom + 58;
	const parts: string[] = [];
	if (instants.length > 0) for (const tick of ticks(first, last, zone)) parts.push(`<line x1="${x(tick.instant)}" y1="${TOP - 8}" x2="${x(tick.instant)}" y2="${bottom}" stroke="#e2e6ee"/><text x="${x(tick.instant)}" y="${TOP - 14}" text-anchor="middle" fill="#5b6475">${tick.label}</text>`);
	if (at !== null) parts.push(`<line x1="${x(at.instant)}" y1="${TOP - 8}" x2="${x(at.instant)}" y2="${bottom + 4}" stroke="#b42318" stroke-width="1.5" stroke-dasharray="5 3"/><text x="${x(at.instant)}" y="${bottom + 18}" text-anchor="${x(at.instant) > WIDTH - 120 ? 'end' : 'middle'}" fill="#b42318">${escapeHtml(at.text)}</text>`);
	for (const [index, marks] of lines.entries()) {
		const y = TOP + index * LINE + LINE / 2;
		const name = shown[index]?.name ?? '';
		parts.push(`<text x="8" y="${y + 4}" fill="#1d2433">${escapeHtml(shortened(name))}<title>${escapeHtml(name)}</title></text><line x1="${LEFT}" y1="${y}" x2="${WIDTH - RIGHT}" y2="${y}" stroke="#c3cad8"/>`);
		let untimed = 0;
		for (const mark of marks) {
			const timed = !Number.isNaN(mark.instant);
			parts.push(markOf(mark, timed ? x(mark.instant) : LEFT - 8 - untimed++ * 12, y, marks.length <= MOST_LABELS || mark.version.inForce, timed, at?.instant ?? Number.MAX_SAFE_INTEGER, language));
		}
	}
	if (lineages.length > shown.length) parts.push(`<text x="8" y="${bottom + 18}" fill="#5b6475">+ ${lineages.length - shown.length} ${WORDS.more[language]}</text>`);
	parts.push(legend(height - 16, language));
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="100%" role="img" font-family="sans-serif" font-size="12"><title>${WORDS.title[language]}</title>${parts.join('')}</svg>`;
}

function timeOf({ uploadedAt, approvedAt, effectiveFrom }: VersionInAnswer, zone: Zone): number {
	for (const text of [uploadedAt, approvedAt, effectiveFrom]) {
		const instant = instantOf(text, 'latest', zone);
		if (!Number.isNaN(instant)) return instant;
	}
	return Number.NaN;
}

/** In force: a filled diamond; approved: a filled circle; not approved: a ring; without time: a ring left of the line. */
function markOf({ version, instant }: Mark, x: number, y: number, labelled: boolean, timed: boolean, at: number, language: Language): string {
	const words = [version.number, version.uploadedAt ?? WORDS.untimed[language], version.modifier ?? '', version.changeNote ?? ''].filter((word) => word !== '').join(' · ');
	const title = `<title>${escapeHtml(words)}</title>`;
	const colour = timed && instant > at ? '#b42318' : '#33415c';
	const label = labelled && timed ? `<text x="${x}" y="${y - 9}" text-anchor="middle" fill="${version.inForce ? '#0f8a5f' : colour}">${escapeHtml(shortened(version.number))}</text>` : '';
	if (version.inForce) return `<path d="M${x} ${y - 7}L${round(x + 7)} ${y}L${x} ${y + 7}L${round(x - 7)} ${y}Z" fill="#0f8a5f">${title}</path>${label}`;
	return `<circle cx="${x}" cy="${y}" r="4.5" fill="${version.approvedAt === null ? '#ffffff' : colour}" stroke="${colour}" stroke-width="1.5">${title}</circle>${label}`;
}

function legend(y: number, language: Language): string {
	const entry = (x: number, mark: string, words: BilingualText): string => `${mark}<text x="${x + 14}" y="${y + 4}" fill="#1d2433">${words[language]}</text>`;
	return [
		entry(LEFT, `<path d="M${LEFT} ${y - 6}L${LEFT + 6} ${y}L${LEFT} ${y + 6}L${LEFT - 6} ${y}Z" fill="#0f8a5f"/>`, WORDS.inForce),
		entry(LEFT + 150, `<circle cx="${LEFT + 150}" cy="${y}" r="4.5" fill="#33415c" stroke="#33415c"/>`, WORDS.approved),
		entry(LEFT + 280, `<circle cx="${LEFT + 280}" cy="${y}" r="4.5" fill="#ffffff" stroke="#33415c" stroke-width="1.5"/>`, WORDS.unapproved),
		entry(LEFT + 410, `<circle cx="${LEFT + 410}" cy="${y}" r="4.5" fill="#b42318" stroke="#b42318"/>`, WORDS.after),
	].join('');
}

/** Days, months, quarters or years, so that at most a dozen labels stand side by side. */
function ticks(first: number, last: number, zone: Zone): ReadonlyArray<{ readonly instant: number; readonly label: string }> {
	const begin = localDayNumber(first, zone);
	const end = localDayNumber(last, zone);
	const days = end - begin + 1;
	const instantOfDay = (day: number): number => day * DAY_MILLISECONDS - zone.offsetMinutesAt(day * DAY_MILLISECONDS) * 60_000;
	const found: Array<{ instant: number; label: string }> = [];
	const add = (day: number, label: string): void => {
		if (instantOfDay(day) >= first && instantOfDay(day) <= last) found.push({ instant: instantOfDay(day), label });
	};
	if (days <= 70) {
		const step = days <= 10 ? 1 : 7;
		for (let day = begin; day <= end; day += step) add(day, formatDayNumber(day).slice(5));
		return found;
	}
	const step = days <= 370 ? 1 : days <= 1100 ? 3 : 12 * Math.ceil(days / 4400);
	for (let year = yearOf(begin); year <= yearOf(end); year++) {
		if (step >= 12 && year % (step / 12) !== 0) continue;
		for (let month = 1; month <= 12; month += Math.min(step, 12)) add(dayNumberOf(year, month, 1), step >= 12 ? String(year) : `${year}-${String(month).padStart(2, '0')}`);
	}
	return found;
}

const round = (value: number): number => Math.round(value * 10) / 10;

function shortened(text: string): string {
	const characters = Array.from(text);
	return characters.length <= NAME_LENGTH ? text : `${characters.slice(0, NAME_LENGTH - 1).join('')}…`;
}
