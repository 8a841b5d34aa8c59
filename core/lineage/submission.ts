import { deterministicKey } from '../evidence/key.js';
import type { BilingualText } from '../judgement/judgement.js';
import { isRecord } from '../people/reading.js';
import { UTC, yearOf, type Zone } from '../time/zone.js';
import { normaliseAcceptanceNumber, type AcceptanceNumber, type NumberRecogniser } from './acceptanceNumber.js';
import type { DeficiencyLetter } from './assess.js';
import { instantOf, pointInTime } from './times.js';

/** An acceptance number with the documents under it, as a row of a Data Table. Rows are only added; the one registered last holds. */
export interface SubmissionRow {
	/** The same registration gives the same key. */
	readonly submissionKey: string;
	readonly acceptanceNumber: string;
	/** Id of the number's format. */
	readonly format: string;
	readonly product: string;
	/** Identities or names, as a JSON list. */
	readonly documents: string;
	/** When the authority received it (签收), as stated; empty where that is not known. */
	readonly receivedAt: string;
	/** When the authority accepted it (受理), as stated; empty where that is not known. */
	readonly acceptedAt: string;
	/** Deficiency letters as a JSON list of number, issuedAt and documents. */
	readonly deficiencyLetters: string;
	/** What the parts of the number mean, English and Chinese. */
	readonly explanationEn: string;
	readonly explanationZh: string;
	/** The parts as JSON. */
	readonly parts: string;
	/** What is unusual, one per line; empty where nothing is. */
	readonly warningsEn: string;
	readonly warningsZh: string;
	readonly registeredAt: string;
	readonly registeredBy: string;
}

export interface Submission {
	readonly acceptanceNumber: string;
	readonly product: string | null;
	readonly documents: readonly string[];
	readonly receivedAt: string | null;
	readonly acceptedAt: string | null;
	readonly deficiencyLetters: readonly DeficiencyLetter[];
	readonly registeredAt: string | null;
	readonly registeredBy: string | null;
	/** How many times the number was registered. */
	readonly registrations: number;
}

export interface RegistrationInput {
	readonly acceptanceNumber: string;
	readonly product?: string;
	readonly documents: readonly string[];
	readonly receivedAt?: string;
	readonly acceptedAt?: string;
	readonly deficiencyLetters?: readonly DeficiencyLetter[];
	/** RFC 3339. */
	readonly registeredAt: string;
	readonly registeredBy?: string;
}

export type Registration =
	| { readonly ok: true; readonly row: SubmissionRow; readonly number: AcceptanceNumber; readonly warnings: readonly BilingualText[] }
	| { readonly ok: false; readonly field: string; readonly reason: BilingualText; readonly remedy: BilingualText };

const t = (en: string, zh: string): BilingualText => ({ en, 'zh-CN': zh });

/** Registers an acceptance number. Receipt and acceptance are different moments; either may be added later by registering again. */
export function registerSubmission(input: RegistrationInput, recogniser: NumberRecogniser, zone: Zone): Registration {
	const now = pointInTime(input.registeredAt, zone);
	const read = recogniser.read(input.acceptanceNumber, now === null ? 9999 : yearOf(now.localDay));
	if (!read.ok) return { ok: false, field: 'Acceptance Number', reason: read.reason, remedy: read.remedy };
	const documents = [...new Set(input.documents.map((document) => document.trim()).filter((document) => document !== ''))];
	if (documents.length === 0) return { ok: false, field: 'Documents', reason: t('No document is listed.', '未列出任何文件。'), remedy: t('List the documents of the submission, one per line, by name or identity.', '请逐行列出申报资料，填写名称或标识。') };
	const receivedAt = input.receivedAt?.trim() ?? '';
	const acceptedAt = input.acceptedAt?.trim() ?? '';
	for (const [field, value] of [['Received At', receivedAt], ['Accepted At', acceptedAt]] as const) {
		if (value !== '' && pointInTime(value, zone) === null) return { ok: false, field, reason: t(`“${value}” is no date.`, `“${value}”不是日期。`), remedy: t('Write e.g. 2026-02-15 or 2026-02-15T10:00:00+08:00.', '请填写例如 2026-02-15 或 2026-02-15T10:00:00+08:00。') };
	}
	const warnings = [...read.number.warnings];
	const received = pointInTime(receivedAt, zone);
	const accepted = pointInTime(acceptedAt, zone);
	if (received !== null && accepted !== null && accepted.instant < received.instant) warnings.push(t('The acceptance lies before the receipt.', '受理时间早于签收时间。'));
	if (accepted === null) warnings.push(t('Without the time of acceptance nothing can be said about what was in force then.', '未填写受理时间，无法判定受理时点有效版本。'));
	const letters = input.deficiencyLetters ?? [];
	const facts = { acceptanceNumber: read.number.number, product: input.product?.trim() ?? '', documents: JSON.stringify(documents), receivedAt, acceptedAt, deficiencyLetters: JSON.stringify(letters) };
	return {
		ok: true,
		number: read.number,
		warnings,
		row: {
			submissionKey: deterministicKey('submission', facts),
			...facts,
			format: read.number.format,
			explanationEn: read.number.explanation.en,
			explanationZh: read.number.explanation['zh-CN'],
			parts: JSON.stringify(read.number.parts),
			warningsEn: warnings.map(({ en }) => en).join('\n'),
			warningsZh: warnings.map((warning) => warning['zh-CN']).join('\n'),
			registeredAt: input.registeredAt,
			registeredBy: input.registeredBy?.trim() ?? '',
		},
	};
}

/** The submission of an acceptance number, from all rows there are; null where none was registered. */
export function findSubmission(rows: readonly unknown[], acceptanceNumber: string): Submission | null {
	const wanted = normaliseAcceptanceNumber(acceptanceNumber);
	const own = rows.filter(isRecord).filter((row) => normaliseAcceptanceNumber(textOf(row['acceptanceNumber']) ?? '') === wanted);
	const registered = (row: Readonly<Record<string, unknown>>): number => instantOf(textOf(row['registeredAt']), 'latest', UTC);
	// Of two at the same moment, or without one, the row that was stored later.
	const latest = own.reduce<Readonly<Record<string, unknown>> | null>((last, row) => (last === null || !(registered(row) < registered(last)) ? row : last), null);
	if (latest === null) return null;
	return {
		acceptanceNumber: wanted,
		product: textOf(latest['product']),
		documents: listOf(latest['documents']).flatMap((document) => textOf(document) ?? []),
		receivedAt: textOf(latest['receivedAt']),
		acceptedAt: textOf(latest['acceptedAt']),
		deficiencyLetters: readDeficiencyLetters(latest['deficiencyLetters']),
		registeredAt: textOf(latest['registeredAt']),
		registeredBy: textOf(latest['registeredBy']),
		registrations: own.length,
	};
}

/** Deficiency letters from a list or JSON of it; what has no number is left out. */
export function readDeficiencyLetters(value: unknown): readonly DeficiencyLetter[] {
	return listOf(value).flatMap((letter) => {
		if (!isRecord(letter)) return [];
		const number = textOf(letter['number']);
		if (number === null) return [];
		return { number, issuedAt: textOf(letter['issuedAt']), documents: listOf(letter['documents']).flatMap((document) => textOf(document) ?? []) };
	});
}

function textOf(value: unknown): string | null {
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : typeof value === 'number' ? String(value) : null;
}

function listOf(value: unknown): readonly unknown[] {
	if (Array.isArray(value)) return value as readonly unknown[];
	if (typeof value !== 'string' || value.trim() === '') return [];
	try {
		const parsed: unknown = JSON.parse(value);
		return Array.isArray(parsed) ? (parsed as readonly unknown[]) : [parsed];
	} catch {
		return value.split(/[\n,，;；]/).map((entry) => entry.trim()).filter((entry) => entry !== '');
	}
}
