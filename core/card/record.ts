import { TEMPLATES } from '../../templates/index.js';
import type { CardTemplates } from '../../templates/texts.js';
import { calendarMissing } from '../calendar/texts.js';
import type { ChainVerdict } from '../event-log/verify.js';
import { renderTemplate, TEMPLATE_LIMITS } from '../explanation/template.js';
import type { Language } from '../judgement/judgement.js';
import { formatInstant, type Zone } from '../time/zone.js';
import type { Attachment } from './attachment.js';
import type { Card } from './card.js';
import { RUNNING_STATES, type CardDurations, type Span } from './durations.js';
import type { CardEvent, CardValues } from './event.js';
import { FIELD_NAMES } from './missing.js';
import { EFFECTIVENESS_NAMES, STATE_NAMES } from './states.js';
import { local, shown, timelineOf } from './timeline.js';

export interface RecordSettings {
	readonly language: Language;
	readonly zone: Zone;
	/** RFC 3339: when the record was made. */
	readonly printedAt: string;
	/** Texts of a company in place of the pack's. */
	readonly templates?: Partial<CardTemplates> | undefined;
	/** Pictures to print, as base64 by SHA-256; others are listed by name and hash. */
	readonly pictures?: ReadonlyMap<string, string> | undefined;
}

const SECTIONS: ReadonlyArray<readonly [name: string, fields: ReadonlyArray<keyof CardValues>]> = [
	['finding', ['origin', 'description', 'foundAt', 'foundBy', 'department', 'severity', 'owner']],
	['plan', ['rootCause', 'rootCauseMethod', 'causeCategory', 'actionType', 'measure', 'dueDate', 'verifier', 'planApprover']],
	['done', ['done', 'doneAt', 'doneBy', 'reportNumber', 'reportWaiver']],
	['verification', ['verification', 'effectiveness', 'effectivenessDue']],
];

/**
 * The card as one HTML page to print: what it says, files with their hashes, durations, the whole trail and the verdict on its chain.
 * Nothing is loaded from outside, no script runs, and data never become markup. The same inputs give the same bytes.
 *
 * @throws TemplateError when a company's own text cannot be used
 */
export function renderCardRecord(card: Card, events: readonly CardEvent[], verdict: ChainVerdict, durations: CardDurations, settings: RecordSettings): string {
	const { language, zone, printedAt, templates, pictures } = settings;
	const data = {
		number: card.number,
		state: STATE_NAMES[card.state][language],
		effectiveness: card.values.effectiveness === null ? '' : EFFECTIVENESS_NAMES[card.values.effectiveness][language],
		version: card.version,
		head: card.head.hash,
		printedAt,
		reopened: card.reopened,
		rejected: card.rejected,
		intact: verdict.intact,
		chain: verdict.statement[language],
		sections: Object.fromEntries(SECTIONS.map(([name, fields]) => [name, fields.map((field) => ({ label: FIELD_NAMES[field][language], value: shown(field, card.values[field], zone)[language] })).filter(({ value }) => value !== '')])),
		files: card.attachments.map((file) => fileOf(file, card.values, pictures)),
		durations: durationRows(durations, language),
		running: durations.running,
		waiting: card.waiting.map(({ party, from, to }) => ({ party, from: local(formatInstant(from), zone), to: to === null ? '' : local(formatInstant(to), zone) })),
		notes: card.notes.map((note) => ({ ...note, at: local(note.at, zone) })),
		trail: timelineOf(events, zone).map((entry) => ({
			...entry,
			action: entry.action[language],
			state: entry.state[language],
			meaning: entry.meaning?.[language] ?? '',
			changes: entry.changes.map(({ name, from, to }) => ({ name: name[language], from: from[language], to: to[language] })),
		})),
	};
	const limits = { ...TEMPLATE_LIMITS, rounds: 1_000_000, steps: 20_000_000, outputLength: 100_000_000 };
	return renderTemplate(templates?.record ?? TEMPLATES[language].card.record, data, { language, escape: 'html', limits });
}

function fileOf(file: Attachment, values: CardValues, pictures: ReadonlyMap<string, string> | undefined): object {
	const base64 = pictures?.get(file.sha256);
	return {
		name: file.name,
		photo: file.kind === 'photo',
		mediaType: file.mediaType,
		kilobytes: Math.ceil(file.bytes / 1024),
		sha256: file.sha256,
		takenAt: file.takenAt?.replace('T', ' ') ?? '',
		before: file.shows === 'before',
		after: file.shows === 'after',
		place: file.place === undefined ? '' : `${file.place.latitude}, ${file.place.longitude}`,
		placeRemoved: file.placeRemoved === true,
		verified: values.verification?.evidence.includes(file.sha256) ?? false,
		// Only what browsers show, and only what is base64.
		picture: base64 !== undefined && ['image/jpeg', 'image/png', 'image/webp'].includes(file.mediaType) && /^[A-Za-z0-9+/]+={0,2}$/.test(base64) ? `data:${file.mediaType};base64,${base64}` : '',
	};
}

const ROW_NAMES = {
	total: { en: 'Full cycle: found → closed', 'zh-CN': '全周期时长：发现 → 关闭' },
	toFirstClose: { en: 'Found → first closed', 'zh-CN': '发现 → 首次关闭' },
	waiting: { en: 'Of it waiting for third parties', 'zh-CN': '其中等待第三方' },
	withoutWaiting: { en: 'Full cycle without that', 'zh-CN': '全周期（不含等待第三方）' },
	closedGaps: { en: 'Closed before it was reopened (not in the full cycle)', 'zh-CN': '重新打开前的关闭时间（不计入全周期）' },
} as const;

function durationRows(durations: CardDurations, language: Language): ReadonlyArray<{ readonly name: string; readonly calendar: string; readonly working: string }> {
	const row = (name: string, span: Span): { readonly name: string; readonly calendar: string; readonly working: string } => ({
		name,
		calendar: String(Math.round(span.calendarDays * 10) / 10),
		working: span.workingDays.kind === 'missing' ? calendarMissing(span.workingDays)[language] : String(span.workingDays.value),
	});
	return [
		row(ROW_NAMES.total[language], durations.total),
		...(durations.toFirstClose !== null && durations.closedGaps.milliseconds > 0 ? [row(ROW_NAMES.toFirstClose[language], durations.toFirstClose)] : []),
		...RUNNING_STATES.map((state) => row(STATE_NAMES[state][language], durations.stages[state])),
		...(durations.closedGaps.milliseconds > 0 ? [row(ROW_NAMES.closedGaps[language], durations.closedGaps)] : []),
		...(durations.waiting.milliseconds > 0 ? [row(ROW_NAMES.waiting[language], durations.waiting), row(ROW_NAMES.withoutWaiting[language], durations.withoutWaiting)] : []),
	];
}
