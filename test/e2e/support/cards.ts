import { expect } from 'vitest';
import { readCardLogs, verifyCardLog, type StoredCard } from '../../../core/card/index.js';
import { SAMPLE_PHOTO } from '../../../core/sample/cards.js';
import type { FieldValue } from './forms.js';
import type { Client } from './harness.js';

/* What people report in the form of a card, and what then stands in its log. */

export const PHOTO: FieldValue = { files: [{ name: 'line-2.png', mimeType: 'image/png', buffer: Buffer.from(SAMPLE_PHOTO, 'base64') }] };
export const FINDING: Readonly<Record<string, FieldValue>> = {
	'Site photos (JPEG, PNG, HEIC, WebP)': PHOTO,
	Department: 'Production',
	Severity: { option: 'major' },
	'How it was found': { option: 'self-inspection' },
	'Day found': '2026-03-02',
	'Time found': '9:30',
	Owner: 'jian-yiming@example.com',
};

/** Actions of a card's log, once its chain and its row were found to hold. */
export async function soundActions(client: Client, number: string): Promise<readonly string[]> {
	const [rows, cards] = [await client.rows('pt_card_events'), await client.rows('pt_cards')];
	const log = readCardLogs(rows).find((candidate) => candidate.number === number);
	if (log === undefined) return [];
	const verdict = verifyCardLog(log, (cards.find((card) => card['cardNumber'] === number) as StoredCard | undefined) ?? null);
	expect(verdict.intact, verdict.explanation.en).toBe(true);
	return log.events.map(({ action }) => action);
}
