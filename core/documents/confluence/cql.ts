import { formatInstant } from '../../time/zone.js';

/* Confluence Query Language, the same in both interfaces. */

/** Times in it are read in the zone of the account, which is not known: a day more covers every zone (-12 to +14 h). */
export const CQL_OVERLAP_MILLISECONDS = 24 * 3_600_000;

export interface CqlScope {
	readonly type: 'page' | 'comment' | 'attachment';
	readonly spaces: readonly string[];
	readonly labels: readonly string[];
	/** Epoch milliseconds, null: no limit. */
	readonly changedFrom: number | null;
}

/** Newest first: whatever changes while the pages of the list are read moves to the front, so nothing is left out. */
export function cqlOf({ type, spaces, labels, changedFrom }: CqlScope): string {
	const conditions = [`type = ${type}`];
	if (spaces.length > 0) conditions.push(`space in (${spaces.map(quoted).join(', ')})`);
	if (labels.length > 0) conditions.push(`label in (${labels.map(quoted).join(', ')})`);
	if (changedFrom !== null) conditions.push(`lastModified >= "${formatInstant(changedFrom).slice(0, 16).replace('T', ' ')}"`);
	return `${conditions.join(' and ')} order by lastModified desc`;
}

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;
