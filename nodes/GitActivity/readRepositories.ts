import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { GitEvent } from '../../core/git/evidence.js';
import { createGitPull, GIT_READINGS, type GitPullSettings, type GitReading } from '../../core/git/index.js';
import type { JsonObject } from '../../core/pull/pull.js';
import { parseMoment } from '../../core/time/moment.js';
import { formatInstant, zoneOf } from '../../core/time/zone.js';
import type { EvidenceBasket } from '../shared/evidenceBasket.js';
import { gitHostOf, gitServerOf } from '../shared/gitHosts.js';
import { UserMessage } from '../shared/items.js';
import { jsonParameter } from '../shared/jsonParameter.js';
import { cursorRow, type CursorRow } from '../shared/pullCursor.js';
import { runPull, type PullBounds } from '../shared/runPull.js';

/** Row of the output “Cursor”: what is stored, and what a person wants to know of the reading. */
interface ReadingRow extends CursorRow {
	readonly repository: string;
	/** Everything there is was read. */
	readonly complete: boolean;
	readonly calls: number;
	readonly facts: number;
}

/** Reads each repository from where its cursor stands. @returns where each ended; safe to store after the facts are stored */
export async function readRepositories(context: IExecuteFunctions, itemIndex: number, basket: EvidenceBasket<GitEvent>): Promise<readonly ReadingRow[]> {
	const host = gitHostOf(context.getNodeParameter('host', itemIndex, 'github') as string);
	const repositories = repositoriesOf(context.getNodeParameter('repositories', itemIndex, ''));
	const settings = settingsOf(context, itemIndex);
	const cursors = cursorsOf(jsonParameter(context, 'cursors', 'Cursors', itemIndex));
	const bounds = boundsOf(context.getNodeParameter('more', itemIndex, {}) as IDataObject);
	const server = gitServerOf(host, await context.getCredentials(host.credential, itemIndex));
	const rows: ReadingRow[] = [];
	let trouble: { readonly message: string; readonly remedy: string } | null = null;
	for (const [index, repository] of repositories.entries()) {
		const cursorKey = `git:${host.name}:${new URL(server.baseUrl).host}/${repository.toLowerCase()}`;
		const before = basket.events.length;
		const run = await runPull(context, server, createGitPull(host.name, { ...settings, repository }), { cursor: cursors.get(cursorKey) ?? null }, bounds, basket);
		if (run.cursor !== null) rows.push({ ...cursorRow(cursorKey, run.cursor, new Date().toISOString()), repository, complete: run.complete, calls: run.calls, facts: basket.events.length - before });
		trouble ??= run.trouble;
		if (run.trouble?.stops === true) {
			for (const left of repositories.slice(index + 1)) basket.finding({ where: left, value: null, expected: `an answer of ${host.title}, which refuses calls now. The next run reads it`, severity: 'warning' });
			break;
		}
	}
	if (trouble !== null && basket.events.length === 0 && rows.every(({ complete }) => !complete)) throw new UserMessage(trouble.message, trouble.remedy);
	return rows;
}

function repositoriesOf(value: unknown): readonly string[] {
	const entries = Array.isArray(value) ? (value as readonly unknown[]).map(String) : String(value).split(/[\s,;，；]+/);
	const names = [...new Set(entries.map((entry) => entry.trim().replace(/^https?:\/\/[^/]+\//, '').replace(/(?:\.git)?\/*$/, '')).filter((entry) => entry !== ''))];
	if (names.length === 0) throw new UserMessage('"Repositories" is empty.', 'Fill in one repository per line as owner/name, e.g. acme/shop.');
	const wrong = names.find((name) => !/^[^/?#]+(?:\/[^/?#]+)+$/.test(name));
	if (wrong !== undefined) throw new UserMessage(`"Repositories" holds "${wrong}".`, 'Expected: owner and name with a slash between them, e.g. acme/shop.');
	return names;
}

function settingsOf(context: IExecuteFunctions, itemIndex: number): Omit<GitPullSettings, 'repository'> {
	const chosen: unknown = context.getNodeParameter('read', itemIndex, ['changes', 'commits']);
	const read = (Array.isArray(chosen) ? (chosen as readonly unknown[]) : String(chosen).split(',')).map((name) => String(name).trim()).filter((name) => name !== '');
	const unknown = read.find((name) => !(GIT_READINGS as readonly string[]).includes(name));
	if (unknown !== undefined) throw new UserMessage(`"Read" holds "${unknown}".`, `Expected: ${GIT_READINGS.join(', ')}.`);
	if (read.length === 0) throw new UserMessage('"Read" is empty.', 'Choose what to read, e.g. pull requests and commits.');
	const more = context.getNodeParameter('more', itemIndex, {}) as IDataObject;
	const branch = (context.getNodeParameter('branch', itemIndex, '') as string).trim();
	return { read: read as readonly GitReading[], since: sinceOf(context.getNodeParameter('since', itemIndex, ''), context.getTimezone()), branch: branch === '' ? null : branch, paths: more['paths'] !== false, pageSize: positive(more, 'pageSize', 100), lateCommitDays: positive(more, 'lateCommitDays', 14) };
}

/** A moment as the editor or an expression gives it; without an offset it is one of the workflow's time zone. */
function sinceOf(value: unknown, timezone: string): string | null {
	// An expression may give a DateTime of luxon instead of a text; as JSON it is one.
	const plain: unknown = typeof value === 'object' && value !== null ? JSON.parse(JSON.stringify(value)) : value;
	const entered = typeof plain === 'string' ? plain.trim() : '';
	if (entered === '') return null;
	const moment = parseMoment(entered, zoneOf(timezone));
	if (moment === null) throw new UserMessage(`"Since" is "${entered}".`, 'Expected: a date, or date and time, e.g. 2026-09-01.');
	return formatInstant(moment.earliest);
}

function boundsOf(more: IDataObject): PullBounds {
	return {
		mostCalls: positive(more, 'mostCalls', 4000),
		limits: { deadline: Date.now() + positive(more, 'readingMinutes', 30) * 60_000, timeoutMilliseconds: positive(more, 'callSeconds', 60) * 1000, longestAnswerBytes: positive(more, 'largestAnswerMegabytes', 64) * 1_048_576 },
	};
}

function positive(more: IDataObject, name: string, fallback: number): number {
	const value = Number(more[name] ?? fallback);
	if (!Number.isFinite(value) || value < 1) throw new UserMessage(`Option "${name}" is ${JSON.stringify(more[name])}.`, 'Expected: a number from 1.');
	return value;
}

/** Stored rows by key: a list of rows, one row, or items as n8n hands them over. */
function cursorsOf(value: unknown): ReadonlyMap<string, JsonObject> {
	const cursors = new Map<string, JsonObject>();
	for (const entry of Array.isArray(value) ? (value as readonly unknown[]) : [value]) {
		const row = (typeof entry === 'object' && entry !== null && 'json' in entry ? entry.json : entry) as Partial<Record<string, unknown>> | null | undefined;
		const { cursorKey, cursor } = row ?? {};
		if (typeof cursorKey !== 'string' || cursor === undefined || cursor === null || cursor === '') continue;
		const read = typeof cursor === 'string' ? parsed(cursor) : cursor;
		if (read === undefined) throw new UserMessage(`"Cursors" holds a row "${cursorKey}" whose cursor is no JSON.`, 'Take it as the output "Cursor" gave it, or leave the row out to read that repository from the beginning.');
		if (typeof read === 'object' && read !== null && !Array.isArray(read)) cursors.set(cursorKey, read as JsonObject);
	}
	return cursors;
}

/** Undefined where the text is no JSON. */
function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
