import type { VendorWords } from '../../pull/answer.js';
import type { JsonObject, PullRequest } from '../../pull/pull.js';
import { asList, asObject, asText } from '../../pull/run.js';
import { booleanOf } from '../reading.js';
import { troubleInBothLanguages } from '../vendorAnswer.js';
import { createDirectoryPull, type DirectoryPull } from '../vendorPull.js';
import { readFeishu, type FeishuReadSettings } from './readFeishu.js';

export const FEISHU_WORDS: VendorWords = {
	title: 'Feishu',
	authenticationRemedy: 'Check App ID and App Secret in the credential, and that the app is a custom app of this company (for Lark: the server address open.larksuite.com).',
	permissionRemedy: 'Give the app the permission to read contacts, set its contact scope to all members in the admin console and publish a new version.',
	notFoundRemedy: 'Check that the app is enabled and that its contact scope holds these departments.',
	rateLimitRemedy: 'Feishu allows a number of calls per minute. Run this workflow later or less often.',
};

const ROOT = '0';
const ROWS_PER_PAGE = '50';
const CONTACTS = '/open-apis/contact/v3';

/**
 * Reads all departments below the root and the direct members of each. An app without the whole staff in its contact scope may not see
 * the root: then the departments and members of its scope are read. Source: vendor reference 4.3.
 */
export function createFeishuPull(settings: FeishuReadSettings): DirectoryPull {
	const departments: unknown[] = [];
	const users: unknown[] = [];
	const ids = { department_id_type: 'open_department_id', user_id_type: settings.idType };

	const call = (path: string, query: Readonly<Record<string, string>>, purpose: string, context: JsonObject): PullRequest => ({ method: 'GET', path: `${CONTACTS}${path}`, query: { ...ids, ...query }, accept: 'json', purpose, context });
	const paged = (token: string | null): Record<string, string> => ({ page_size: ROWS_PER_PAGE, ...(token === null ? {} : { page_token: token }) });
	const childrenCall = (id: string, deep: boolean, token: string | null = null): PullRequest =>
		call(`/departments/${encodeURIComponent(id)}/children`, { fetch_child: String(deep), ...paged(token) }, `the departments below ${id}`, { step: 'children', id, deep, page: token !== null });
	const membersCall = (id: string, token: string | null = null): PullRequest =>
		call('/users/find_by_department', { department_id: id, ...paged(token) }, `the members of department ${id}`, { step: 'members', id, page: token !== null });
	const scopeCall = (token: string | null = null): PullRequest => call('/scopes', { ...paged(token) }, 'the contact scope of the app', { step: 'scope', page: token !== null });
	const nextOf = (data: Readonly<Record<string, unknown>>): string | null => (booleanOf(data['has_more']) === true ? asText(data['page_token']) : null);

	const takeChildren = (data: Readonly<Record<string, unknown>>, id: string, deep: boolean): readonly PullRequest[] => {
		const calls: PullRequest[] = [];
		for (const item of asList(data['items'])) {
			departments.push(item);
			const child = asText(asObject(item)?.['open_department_id']);
			if (child === null) continue;
			calls.push(membersCall(child));
			if (!deep) calls.push(childrenCall(child, false));
		}
		const next = nextOf(data);
		return next === null ? calls : [...calls, childrenCall(id, deep, next)];
	};

	return createDirectoryPull({ vendor: 'feishu', source: settings.source }, (gaps) => ({
		vendor: 'feishu',
		words: FEISHU_WORDS,
		start: () => [childrenCall(ROOT, true), membersCall(ROOT)],
		take(step, value, request) {
			const data = asObject(value['data']) ?? {};
			const id = asText(request.context['id']) ?? ROOT;
			const next = nextOf(data);
			switch (step) {
				case 'children':
					return takeChildren(data, id, request.context['deep'] === true);
				case 'members':
					users.push(...asList(data['items']));
					return next === null ? [] : [membersCall(id, next)];
				case 'scope':
					return [
						...asList(data['department_ids']).flatMap((entry) => {
							const department = asText(entry);
							return department === null ? [] : [call(`/departments/${encodeURIComponent(department)}`, {}, `department ${department}`, { step: 'department', id: department }), membersCall(department), childrenCall(department, true)];
						}),
						...asList(data['user_ids']).flatMap((entry) => {
							const user = asText(entry);
							return user === null ? [] : [call(`/users/${encodeURIComponent(user)}`, {}, `member ${user}`, { step: 'member', id: user })];
						}),
						...(next === null ? [] : [scopeCall(next)]),
					];
				case 'department':
					departments.push(data['department']);
					return [];
				default:
					users.push(data['user']);
					return [];
			}
		},
		recover(step, trouble, request) {
			const id = asText(request.context['id']) ?? ROOT;
			const root = id === ROOT;
			if (step === 'scope') return null;
			if (step === 'children' && request.context['deep'] === true && trouble.kind === 'unusableAnswer') return [childrenCall(id, false)];
			if (trouble.kind !== 'permission' && trouble.kind !== 'notFound') return null;
			if (root && step === 'children') {
				gaps.note('Feishu', 'scope', { en: `The app does not see the whole company; only the departments and members of its contact scope are read. ${trouble.remedy}`, 'zh-CN': '应用无权查看全体成员，仅读取其通讯录权限范围内的部门与成员。请在管理后台将通讯录权限范围设为全部成员。' });
				return [scopeCall()];
			}
			if (!root) gaps.add(step, step === 'member' ? { en: 'These members could not be read', 'zh-CN': '以下成员无法读取' } : { en: 'These departments could not be read', 'zh-CN': '以下部门无法读取' }, id, troubleInBothLanguages(FEISHU_WORDS, trouble));
			return [];
		},
		reading(notes) {
			const read = readFeishu(departments, users, settings);
			return { ...read, problems: [...notes, ...read.problems] };
		},
	}));
}
