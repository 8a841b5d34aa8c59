import type { PullRequest } from '../../pull/pull.js';
import { pathOf } from './answers.js';

/*
 * Releases of Data Center differ in how old versions are listed: by `/content/{id}/version`, by the same under `experimental`, or not at
 * all, and then each is asked for by its number. The first that answers is used for the rest of the run. Source: vendor reference 3.2.
 */

export type VersionRoute = 'list' | 'experimental' | 'single';

const NEXT: Readonly<Record<VersionRoute, VersionRoute | null>> = { list: 'experimental', experimental: 'single', single: null };

export const routeAfter = (route: VersionRoute): VersionRoute | null => NEXT[route];

const ROWS_PER_CALL = 200;

/**
 * Calls for the versions of a page or an attachment before the current one (with the lists, the current one too).
 *
 * @param current number of the current version
 * @param make gives the call its purpose and context
 */
export function versionCalls(route: VersionRoute, content: string, current: number, make: (path: string, version: number | null) => PullRequest): PullRequest[] {
	const id = encodeURIComponent(content);
	if (current <= 1) return [];
	if (route === 'single') return Array.from({ length: current - 1 }, (_, index) => make(pathOf(`/rest/api/content/${id}`, [['status', 'historical'], ['version', index + 1], ['expand', 'version,history']]), index + 1));
	return [make(pathOf(`/rest/${route === 'list' ? 'api' : 'experimental'}/content/${id}/version`, [['expand', 'content'], ['limit', ROWS_PER_CALL], ['start', 0]]), null)];
}
