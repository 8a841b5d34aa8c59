import { lastOf, type Wiki, type WikiAttachment, type WikiComment, type WikiPage } from './wiki.js';

/* As much of CQL as the adapter asks, held to its grammar: anything else is refused. */

export interface CqlQuery {
	readonly type: string;
	readonly spaces: readonly string[];
	readonly labels: readonly string[];
	readonly from: string | null;
}

const TERM = /^(?:(type) = (page|comment|attachment)|(space|label) in \(("(?:[^"\\]|\\.)*"(?:, "(?:[^"\\]|\\.)*")*)\)|(lastModified) >= "(\d{4}-\d{2}-\d{2} \d{2}:\d{2})")$/;

export function readCql(cql: string): CqlQuery {
	const [conditions = '', order] = cql.split(' order by ');
	if (order !== 'lastModified desc') throw new Error(`CQL without a stable order: ${cql}`);
	const query = { type: '', spaces: [] as string[], labels: [] as string[], from: null as string | null };
	for (const term of conditions.split(' and ')) {
		const match = TERM.exec(term);
		if (match === null) throw new Error(`No CQL: ${term}`);
		const list = [...(match[4] ?? '').matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((one) => (one[1] ?? '').replace(/\\(.)/g, '$1'));
		if (match[1] !== undefined) query.type = match[2] ?? '';
		else if (match[3] === 'space') query.spaces = list;
		else if (match[3] === 'label') query.labels = list;
		else query.from = match[6] ?? null;
	}
	if (query.type === '') throw new Error(`CQL without a type: ${cql}`);
	return query;
}

export interface CqlMatch {
	readonly page: WikiPage;
	readonly comment: WikiComment | null;
	readonly attachment: WikiAttachment | null;
	readonly at: string;
}

/** @param zoneHours the zone of the account that asks, in which times are read */
export function cqlMatches(wiki: Wiki, query: CqlQuery, zoneHours = 0): readonly CqlMatch[] {
	const from = query.from === null ? null : new Date(Date.parse(`${query.from.replace(' ', 'T')}:00Z`) - zoneHours * 3_600_000).toISOString();
	const all = wiki.pages
		.filter((page) => (query.spaces.length === 0 || query.spaces.includes(page.space)) && (query.labels.length === 0 || (page.labels ?? []).some((label) => query.labels.includes(label))))
		.flatMap((page): readonly CqlMatch[] => {
			if (query.type === 'page') return [{ page, comment: null, attachment: null, at: lastOf(page.versions).at ?? '' }];
			if (page.refused !== undefined) return [];
			if (query.type === 'comment') return (page.comments ?? []).map((comment) => ({ page, comment, attachment: null, at: comment.version.at ?? '' }));
			return (page.attachments ?? []).map((attachment) => ({ page, comment: null, attachment, at: lastOf(attachment.versions).at ?? '' }));
		});
	return all.filter(({ at }) => from === null || at >= from).sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}
