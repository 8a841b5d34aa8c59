import type { VendorWords } from '../../pull/answer.js';
import type { JsonObject, PullRequest } from '../../pull/pull.js';
import { asList, asObject, asText } from '../../pull/run.js';
import { booleanOf, textOf } from '../reading.js';
import { troubleInBothLanguages } from '../vendorAnswer.js';
import { createDirectoryPull, type DirectoryPull } from '../vendorPull.js';
import { readDingTalk, type DingTalkReadSettings } from './readDingTalk.js';

export const DINGTALK_WORDS: VendorWords = {
	title: 'DingTalk',
	authenticationRemedy: 'Check AppKey and AppSecret in the credential.',
	permissionRemedy: 'Give the app the permissions to read departments and members of the contacts, and put the whole company into its authorised range.',
	notFoundRemedy: 'Check that the app may still see this department or member.',
	rateLimitRemedy: 'DingTalk limits calls per second and per month. Run this workflow later or less often, or switch off "Read Managers".',
};

const ROOT = '1';
const ROWS_PER_PAGE = 100;

export interface DingTalkPullSettings extends DingTalkReadSettings {
	/** Ask for every member one by one: the lists do not name managers. Costs one call per member. Default true. */
	readonly managers?: boolean;
}

/**
 * Walks the departments one level at a time, lists the members of each and asks for every member by himself, because only then the
 * manager is named. Source: vendor reference 4.4.
 */
export function createDingTalkPull(settings: DingTalkPullSettings): DirectoryPull {
	const departments: unknown[] = [];
	const listed = new Map<string, unknown>();
	const read = new Map<string, unknown>();
	const unnamed: unknown[] = [];
	const managers = settings.managers ?? true;

	const call = (path: string, json: JsonObject, purpose: string, context: JsonObject): PullRequest => ({ method: 'POST', path, json, accept: 'json', purpose, context });
	const childrenCall = (id: string): PullRequest => call('/topapi/v2/department/listsub', { dept_id: Number(id) }, `the departments below ${id}`, { step: 'children', id });
	const membersCall = (id: string, cursor = 0): PullRequest => call('/topapi/v2/user/list', { dept_id: Number(id), cursor, size: ROWS_PER_PAGE, contain_access_limit: true }, `the members of department ${id}`, { step: 'members', id, page: cursor > 0 });
	const memberCall = (id: string): PullRequest => call('/topapi/v2/user/get', { userid: id }, `member ${id}`, { step: 'member', id });

	const takeMembers = (result: Readonly<Record<string, unknown>>, id: string): readonly PullRequest[] => {
		const calls: PullRequest[] = [];
		for (const row of asList(result['list'])) {
			const member = textOf(asObject(row)?.['userid']);
			if (member === null) unnamed.push(row);
			else {
				listed.set(member, row);
				if (managers) calls.push(memberCall(member));
			}
		}
		const cursor = Number(textOf(result['next_cursor']) ?? Number.NaN);
		return booleanOf(result['has_more']) === true && Number.isFinite(cursor) ? [...calls, membersCall(id, cursor)] : calls;
	};

	return createDirectoryPull({ vendor: 'dingTalk', source: settings.source }, (gaps) => ({
		vendor: 'dingTalk',
		words: DINGTALK_WORDS,
		start: () => [childrenCall(ROOT), membersCall(ROOT)],
		take(step, value, request) {
			const id = asText(request.context['id']) ?? ROOT;
			if (step === 'members') return takeMembers(asObject(value['result']) ?? {}, id);
			if (step === 'member') {
				read.set(id, value['result']);
				return [];
			}
			return asList(value['result']).flatMap((row) => {
				departments.push(row);
				const child = textOf(asObject(row)?.['dept_id']);
				return child === null || !/^\d+$/.test(child) ? [] : [membersCall(child), childrenCall(child)];
			});
		},
		recover(step, trouble, request) {
			if (trouble.kind !== 'permission' && trouble.kind !== 'notFound') return null;
			const id = asText(request.context['id']) ?? ROOT;
			if (step === 'children' && id === ROOT) return null;
			if (step === 'member') gaps.add(step, { en: 'The managers of these members could not be read', 'zh-CN': '以下成员的直属上级无法读取' }, id, troubleInBothLanguages(DINGTALK_WORDS, trouble));
			else if (id !== ROOT) gaps.add('department', { en: 'These departments could not be read', 'zh-CN': '以下部门无法读取' }, id, troubleInBothLanguages(DINGTALK_WORDS, trouble));
			return [];
		},
		reading(notes) {
			const rows = [...listed].map(([id, row]) => read.get(id) ?? row);
			const onlyListed = new Set(managers ? [...listed.keys()].filter((id) => !read.has(id)) : listed.keys());
			const people = readDingTalk(departments, [...rows, ...unnamed], { ...settings, withoutManagers: onlyListed });
			return { ...people, problems: [...notes, ...people.problems] };
		},
	}));
}
