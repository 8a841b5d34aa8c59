import type { AnswerHead, PullRequest } from '../../pull/pull.js';
import { asObject, asText, createTrackedPull } from '../../pull/run.js';
import { readTime } from '../fact.js';
import { identityOf, type DocumentPull, type DocumentPullSettings } from '../pull.js';
import { numberOf, pathOf, readList, spaceIn, webAddress } from './answers.js';
import { CLOUD_API, CLOUD_MOST_ROWS, openCloudPage } from './cloudPage.js';
import type { DocumentSink } from './page.js';
import type { FoundEntry, FoundList } from './search.js';
import { createWalk, type ConfluenceDialect } from './walk.js';

/* Confluence Cloud: REST v2 where it has what is needed, else v1 (search by CQL, content states). Source: vendor reference 3.1. */

const SYSTEM = 'confluenceCloud';
/** Clocks of servers differ a little. */
const PAGES_OVERLAP_MILLISECONDS = 5 * 60_000;
/** Most spaces in one call. */
const MOST_SPACES = 100;

/** A pull for one run over Confluence Cloud. */
export function createConfluenceCloudPull(settings: DocumentPullSettings): DocumentPull {
	return createTrackedPull(identityOf(SYSTEM, settings), createWalk(settings, cloudDialect(settings)));
}

function cloudDialect(settings: DocumentPullSettings): ConfluenceDialect {
	const keyOfSpace = new Map<string, string>();
	const rows = Math.min(settings.pageSize ?? CLOUD_MOST_ROWS, CLOUD_MOST_ROWS);

	return {
		system: SYSTEM,
		pagesOverlap: PAGES_OVERLAP_MILLISECONDS,
		setup() {
			const calls: PullRequest[] = [];
			for (let at = 0; at < settings.spaces.length; at += MOST_SPACES) {
				calls.push(spacesCall(pathOf(`${CLOUD_API}/spaces`, [['keys', settings.spaces.slice(at, at + MOST_SPACES).join(',')], ['limit', CLOUD_MOST_ROWS]])));
			}
			return calls;
		},
		takeSetup(request: PullRequest, value: unknown, head: AnswerHead, sink: DocumentSink) {
			const list = readList(SYSTEM, settings.source, request, value, head);
			for (const row of list.rows) {
				const id = asText(row['id']);
				const key = asText(row['key']);
				if (id !== null && key !== null) keyOfSpace.set(id, key);
			}
			if (list.next !== null) return [spacesCall(list.next)];
			const found = new Set([...keyOfSpace.values()].map((key) => key.toLowerCase()));
			for (const key of settings.spaces) {
				if (!found.has(key.toLowerCase())) sink.finding({ where: `Space ${key}`, value: null, expected: 'the key of a space that the account of the credential sees; the others are read', severity: 'warning' });
			}
			return [];
		},
		pages() {
			const ids = [...keyOfSpace.keys()];
			// No space was found: nothing is asked for rather than everything. More than one call takes are picked out of all.
			const spaces = settings.spaces.length === 0 || ids.length > MOST_SPACES ? [] : [['space-id', ids.length === 0 ? '0' : ids.join(',')] as const];
			return pagesCall(pathOf(`${CLOUD_API}/pages`, [...spaces, ['sort', '-modified-date'], ['status', 'current'], ['limit', rows]]));
		},
		readPages(request: PullRequest, value: unknown, head: AnswerHead): FoundList {
			const list = readList(SYSTEM, settings.source, request, value, head);
			return {
				entries: list.rows.flatMap((row): FoundEntry[] => {
					const page = asText(row['id']);
					if (page === null) return [];
					const version = asObject(row['version']);
					const number = numberOf(version?.['number']);
					const webui = asText(asObject(row['_links'])?.['webui']);
					const spaceId = asText(row['spaceId']);
					if (settings.spaces.length > 0 && (spaceId === null || !keyOfSpace.has(spaceId))) return [];
					return [{ key: `p${page}`, page, title: asText(row['title']), url: webAddress(settings.source, list.base, row['_links']), space: (spaceId === null ? null : (keyOfSpace.get(spaceId) ?? null)) ?? spaceIn(webui) ?? spaceId, version: number, status: asText(row['status']), changed: number, at: readTime(version?.['createdAt']), labels: [] }];
				}),
				next: list.next === null || list.rows.length === 0 || list.next === request.path ? null : pagesCall(list.next),
			};
		},
		open: (page, context) => openCloudPage(page, context, keyOfSpace),
	};
}

const spacesCall = (path: string): PullRequest => ({ method: 'GET', path, accept: 'json', purpose: 'Confluence Cloud spaces', context: { step: 'spaces' } });
/** Ordered by the server and not limited by it: the reading ends at the first page that is old enough. */
const pagesCall = (path: string): PullRequest => ({ method: 'GET', path, accept: 'json', purpose: 'Confluence Cloud pages changed', context: { step: 'pages', ordered: true } });
