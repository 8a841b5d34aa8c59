import type { VendorWords } from '../../pull/answer.js';
import type { JsonObject, PullRequest } from '../../pull/pull.js';
import { asList, asObject, asText } from '../../pull/run.js';
import { textOf } from '../reading.js';
import { troubleInBothLanguages } from '../vendorAnswer.js';
import { createDirectoryPull, type DirectoryPull } from '../vendorPull.js';
import { readWeCom, type WeComReadSettings } from './readWeCom.js';

export const WECOM_WORDS: VendorWords = {
	title: 'WeCom',
	authenticationRemedy: 'Check Corp ID and Secret in the credential; the secret belongs to one app.',
	permissionRemedy: 'Put the people into the visible range of the app, and the IP address of this n8n on the trusted list of the app (code 60020).',
	notFoundRemedy: 'Check that the app may still see this department or member.',
	rateLimitRemedy: 'WeCom limits calls per app and day. Run this workflow later or less often.',
};

const IDS_PER_PAGE = 10_000;

/**
 * Reads the visible departments and the members of each. Where the app may not list members (new addresses since August 2022), all ids
 * are listed and every member is asked for. Source: vendor reference 4.5.
 */
export function createWeComPull(settings: WeComReadSettings): DirectoryPull {
	const departments: unknown[] = [];
	const members = new Map<string, unknown>();
	const unnamed: unknown[] = [];
	const departmentsOf = new Map<string, string[]>();

	const get = (path: string, query: Readonly<Record<string, string>>, purpose: string, context: JsonObject): PullRequest => ({ method: 'GET', path: `/cgi-bin${path}`, query, accept: 'json', purpose, context });
	const membersCall = (id: string): PullRequest => get('/user/list', { department_id: id }, `the members of department ${id}`, { step: 'members', id });
	const memberCall = (id: string): PullRequest => get('/user/get', { userid: id }, `member ${id}`, { step: 'member', id });
	const idsCall = (cursor: string | null): PullRequest => ({ method: 'POST', path: '/cgi-bin/user/list_id', json: { limit: IDS_PER_PAGE, ...(cursor === null ? {} : { cursor }) }, accept: 'json', purpose: 'the ids of all members', context: { step: 'ids', page: cursor !== null } });

	const keep = (row: unknown): void => {
		const id = textOf(asObject(row)?.['userid']);
		if (id === null) unnamed.push(row);
		else members.set(id, row);
	};

	return createDirectoryPull({ vendor: 'weCom', source: settings.source }, (gaps) => ({
		vendor: 'weCom',
		words: WECOM_WORDS,
		start: () => [get('/department/list', {}, 'the departments', { step: 'departments' })],
		take(step, value, request) {
			switch (step) {
				case 'departments': {
					const rows = asList(value['department']);
					departments.push(...rows);
					const ids = rows.map((row) => textOf(asObject(row)?.['id'])).filter((id) => id !== null);
					return ids.length === 0 ? [idsCall(null)] : ids.map(membersCall);
				}
				case 'members':
					for (const row of asList(value['userlist'])) keep(row);
					return [];
				case 'ids': {
					const calls: PullRequest[] = [];
					for (const row of asList(value['dept_user'])) {
						const entry = asObject(row) ?? {};
						const id = textOf(entry['userid']);
						const department = textOf(entry['department']);
						if (id === null) continue;
						if (department !== null) departmentsOf.set(id, [...(departmentsOf.get(id) ?? []), department]);
						if (!members.has(id)) calls.push(memberCall(id));
					}
					const cursor = textOf(value['next_cursor']);
					return cursor === null ? calls : [...calls, idsCall(cursor)];
				}
				default:
					keep(value['userid'] === undefined ? { ...value, userid: asText(request.context['id']) } : value);
					return [];
			}
		},
		recover(step, trouble, request) {
			const id = asText(request.context['id']) ?? '';
			if ((trouble.kind !== 'permission' && trouble.kind !== 'notFound') || step === 'ids') return null;
			if (step === 'departments' || (step === 'members' && trouble.kind === 'permission')) return [idsCall(null)];
			if (step === 'member') {
				keep({ userid: id });
				gaps.add(step, { en: 'Of these members only the id is known', 'zh-CN': '以下成员仅知编号' }, id, troubleInBothLanguages(WECOM_WORDS, trouble));
			} else gaps.add(step, { en: 'These departments could not be read', 'zh-CN': '以下部门无法读取' }, id, troubleInBothLanguages(WECOM_WORDS, trouble));
			return [];
		},
		reading(notes) {
			const read = readWeCom(departments, [...members.values(), ...unnamed], { ...settings, departmentsOf });
			return { ...read, problems: [...notes, ...read.problems] };
		},
	}));
}
