import { canonicalJson, sha256 } from '../evidence/key.js';
import type { CardCommand } from './command.js';

/**
 * A number for a new card where the company gives none: prefix, day found and five letters or digits of what is reported. The same command gives
 * the same number, so that a repeat after a crash opens no second card; running numbers would need a lock.
 */
export function automaticNumber(command: Extract<CardCommand, { kind: 'open' }>, prefix: string): string {
	const day = /^\d{4}-\d{2}-\d{2}/.exec(command.foundAt ?? '')?.[0].replaceAll('-', '') ?? '00000000';
	const own = command.commandKey?.trim() ?? '';
	const digest = sha256(own === '' ? canonicalJson(JSON.parse(JSON.stringify(command))) : own);
	return `${prefix}-${day}-${Number.parseInt(digest.slice(0, 10), 16).toString(36).toUpperCase().padStart(8, '0').slice(-5)}`;
}
