import { describe, expect, it } from 'vitest';
import type { CloudEvent } from '../../../core/evidence/cloudEvent.js';
import { hasSharedData, sharedJson, sharedRows } from '../../support/gitData.js';
import { abandoned, commit, merged, version } from './support/evidence.js';
import { code, colourOf, edits, generic, lightOf, lightsOf } from './support/evaluate.js';

/* Real repositories and pages, read in place; what is expected was counted on them by others. */

const instant = (text: string): string => new Date(text).toISOString();

const PULLS = 'devlake-github/snapshot_tables/pull_requests.csv';

describe.skipIf(!hasSharedData)(`S6: pull requests of a real repository (${PULLS})`, () => {
	/** As if one person had opened them all, because the counts are those of the whole repository. */
	const facts = (): CloudEvent[] =>
		sharedRows(PULLS).flatMap((row) => {
			const number = row['pull_request_key'] ?? '';
			if (row['status'] === 'MERGED') return [merged(instant(row['merged_date'] ?? ''), number)];
			return row['status'] === 'CLOSED' ? [abandoned(instant(row['closed_date'] ?? ''), number)] : [];
		});

	it('S6: days without decision break the run, so the rule never fires; skipped, it fires on 2021-03-12', () => {
		const events = facts();
		expect(lightOf(events, '2022-12-30').value.episodes).toEqual([]);
		expect(colourOf(events, '2021-03-12T23:59:59+08:00')).toBe('yellow');
		const skips = { rules: [code({ dayWithoutDecision: 'skipped' })] };
		expect(colourOf(events, '2021-03-11T23:59:59+08:00', skips)).toBe('yellow');
		expect(lightOf(events, '2021-03-12T23:59:59+08:00', skips).value).toMatchObject({ light: 'red', firstDay: '2020-10-19', streak: 3 });
		expect(lightOf(events, '2022-12-30', skips).value.episodes).toContainEqual({ firstDay: '2020-10-19', lastDay: '2021-04-02', days: 5 });
	});

	it('S6: the same as a rule without code, by repository', () => {
		const rule = generic({ measure: 'changesAbandoned', perMeasure: 'changesDecided', operator: 'over', threshold: 40, groupBy: 'repository', dayWithoutData: 'skipped' });
		expect(colourOf(facts(), '2021-03-12T23:59:59+08:00', { rules: [rule] })).toBe('red');
		expect(lightOf(facts(), '2022-12-30', { rules: [rule] }).value.episodes).toContainEqual({ firstDay: '2020-10-19', lastDay: '2021-04-02', days: 5 });
	});

	it('S6: a merge on a make-up Saturday counts on that day', () => {
		expect(lightOf(facts(), '2018-09-29T23:59:59+08:00').value.days).toMatchObject([{ date: '2018-09-29', decided: 1, failed: 0 }]);
	});
});

const COMMITS = 'git-history/chinese-days_commits.csv';

describe.skipIf(!hasSharedData)(`S6: commits of a real repository (${COMMITS})`, () => {
	it('S6: more than five commits to one module on exactly three module-days', () => {
		const bySha = new Map<string, Array<Readonly<Record<string, string>>>>();
		for (const row of sharedRows(COMMITS)) bySha.set(row['sha'] ?? '', [...(bySha.get(row['sha'] ?? '') ?? []), row]);
		const events = [...bySha].map(([sha, files]) => commit(files[0]?.['commit_date'] ?? '', files.map((file) => file['path'] ?? '').filter((path) => path !== ''), 'everybody', { sha, contentKey: sha, parents: (files[0]?.['parents'] ?? '').split(' ').length }));
		const everyDay = { zone: 'Asia/Shanghai', statutory: 'none', weekend: [] } as const;
		const lights = lightsOf(events, '2026-03-10', { calendar: everyDay, rules: [generic({ measure: 'commits', threshold: 5, days: 1, groupBy: 'module' })] });
		expect(lights.flatMap(({ value }) => value.episodes.map(({ firstDay, days }) => `${value.subjectName} ${firstDay} ${days}`)).sort()).toEqual(['team/app (root) 2025-10-15 1', 'team/app .github/workflows 2024-06-14 1', 'team/app .github/workflows 2025-09-19 1']);
		const byPerson = lightOf(events, '2025-10-15T23:59:59+08:00', { calendar: everyDay, rules: [code({ days: 1 })] });
		expect(byPerson.value.light).toBe('red');
		expect(byPerson.value.days.at(-1)?.modules?.[0]).toMatchObject({ module: '(root)', commits: 8 });
	});
});

const PAGE = 'perceval-confluence/confluence_content_1_v';

describe.skipIf(!hasSharedData)(`S7: versions of a real page (${PAGE}*.json)`, () => {
	it('S7: edits per person, with a version that names no time', () => {
		const versions = [1, 2, 3].map((number) => (sharedJson(`${PAGE}${number}.json`) as { version: { number: number; when?: string; by: { username: string } } }).version);
		const events = versions.map(({ number, when, by }) => version(number, when, by.username));
		expect(lightsOf(events, '2017-01-10', { rules: [edits()] }).map(({ value }) => value.streak)).toEqual([1, 2]);
	});
});
