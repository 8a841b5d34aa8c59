import { createTrackedPull } from '../../pull/run.js';
import { identityOf, type DocumentPull, type DocumentPullSettings } from '../pull.js';
import { CQL_OVERLAP_MILLISECONDS } from './cql.js';
import { openDataCenterPage } from './dataCenterPage.js';
import { readSearch, searchCall } from './search.js';
import { createWalk, type ConfluenceDialect } from './walk.js';
import type { VersionRoute } from './versionRoute.js';

/* Confluence Data Center and Server: REST v1. Source: vendor reference 3.2. */

const SYSTEM = 'confluenceDataCenter';

/** A pull for one run over Confluence Data Center. */
export function createConfluenceDataCenterPull(settings: DocumentPullSettings): DocumentPull {
	return createTrackedPull(identityOf(SYSTEM, settings), createWalk(settings, dataCenterDialect(settings)));
}

function dataCenterDialect(settings: DocumentPullSettings): ConfluenceDialect {
	const server: ServerKnowledge = { route: { current: 'list' }, userOfKey: new Map() };
	return {
		system: SYSTEM,
		pagesOverlap: CQL_OVERLAP_MILLISECONDS,
		setup: () => [],
		takeSetup: () => [],
		pages: (changedFrom) => searchCall(SYSTEM, 'pages', { type: 'page', spaces: settings.spaces, labels: [], changedFrom }, 'Confluence Data Center pages changed', 'page', settings.pageSize),
		readPages: (request, value, head) => readSearch(SYSTEM, settings.source, request, value, head),
		open: (page, context) => openDataCenterPage(page, context, server),
	};
}

/** What one run learns about a server. */
export interface ServerKnowledge {
	readonly route: { current: VersionRoute };
	/** User name of a key that texts mention; the key itself where the user is gone. */
	readonly userOfKey: Map<string, string>;
}
