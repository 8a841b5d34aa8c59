import { comparable } from './reading.js';

/** `git account`, `Git 账号`, `githubLogin`, `account.git`: the login of the person in that system. */
const ACCOUNT_COLUMN = /^(?:accounts?[.:](?<after>.+)|(?<before>.+?)(?:account|login|账号|帐号))$/;
/** `last login` is a time, `user login` names no system. */
const NO_SYSTEMS = new Set(['last', 'first', 'user', 'my']);

/** The form in which names of columns are compared. */
export function columnKey(text: string): string {
	return comparable(text).replace(/[\s_\-*()（）]/g, '');
}

/** System of which a column of this name holds the login; null for any other column. */
export function systemOfColumn(column: string): string | null {
	const match = ACCOUNT_COLUMN.exec(columnKey(column));
	const system = match?.groups?.['after'] ?? match?.groups?.['before'] ?? null;
	return system === null || NO_SYSTEMS.has(system) ? null : system;
}
