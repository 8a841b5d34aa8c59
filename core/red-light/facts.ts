import type { CloudEvent, EvidenceReference } from '../evidence/cloudEvent.js';
import type { Actor } from '../evidence/actor.js';
import { GIT_EVENT_TYPES } from '../git/evidence.js';
import type { Fields } from './measures.js';

/** The facts stay with the caller; what is kept of each is its number. */
export interface FactSource {
	/** The fact that was accepted under this number. */
	at(fact: number): CloudEvent;
}

/** More records than this are counted, not listed. */
export const EVIDENCE_LIMIT = 100;

const FEW = 32;

/** References in the order of time, each fact once, whatever order the numbers come in. */
export function referencesOf(facts: FactSource, numbers: Iterable<number>): EvidenceReference[] {
	const found: EvidenceReference[] = [];
	for (const number of numbers) {
		const reference = referenceOf(facts.at(number));
		// Few are the rule, and comparing them is quicker than a text of source and id for each.
		const known = found.length > FEW ? -1 : found.findIndex(({ source, id }) => id === reference.id && source === reference.source);
		if (known >= 0) found[known] = reference;
		else found.push(reference);
	}
	const different = found.length > FEW ? [...new Map(found.map((reference) => [`${reference.source} ${reference.id}`, reference])).values()] : found;
	return different.sort(byTime);
}

function byTime(a: EvidenceReference, b: EvidenceReference): number {
	return compareText(a.time ?? '', b.time ?? '') || compareText(a.source, b.source) || compareText(a.id, b.id);
}

export function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

export function referenceOf(event: CloudEvent): EvidenceReference {
	const data = event.data as Fields;
	const actor = (data['author'] ?? data['by'] ?? data['reviewer'] ?? data['commenter'] ?? null) as Actor | null;
	const url = data['url'];
	return { source: event.source, id: event.id, time: event.time ?? null, actor: actor === null ? null : actor.account, url: typeof url === 'string' ? url : null, label: labelOf(event.type, data) };
}

/** In words that both languages can show. */
function labelOf(type: string, data: Fields): string {
	const text = (name: string): string => (typeof data[name] === 'string' ? data[name] : '');
	const title = text('title') === '' ? '' : ` “${text('title')}”`;
	switch (type) {
		case GIT_EVENT_TYPES.commitRecorded:
			return `${text('repository')} commit ${text('sha').slice(0, 10)}`;
		case GIT_EVENT_TYPES.checkCompleted:
			return `${text('repository')} ${text('name')}: ${text('conclusion')}`;
		default:
			if (text('change') !== '') return `${text('repository')}#${text('change')}${title}`;
	}
	if (text('page') === '') return type.split('.').slice(-3, -1).join(' ');
	const version = typeof data['version'] === 'number' ? ` v${data['version']}` : '';
	const named = title === '' ? text('page') : `“${text('title')}”`;
	const place = text('space') === '' ? named : `${text('space')} ${named}`;
	return place + (text('comment') === '' ? version : ` #${text('comment')}`);
}
