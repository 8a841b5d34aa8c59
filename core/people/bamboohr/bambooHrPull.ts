import type { VendorWords } from '../../pull/answer.js';
import type { PullRequest } from '../../pull/pull.js';
import { asList, asObject, asText } from '../../pull/run.js';
import type { OwnAttributes } from '../vendorPerson.js';
import { troubleInBothLanguages } from '../vendorAnswer.js';
import { createDirectoryPull, type DirectoryPull } from '../vendorPull.js';
import { readBambooHr } from './readBambooHr.js';

export const BAMBOOHR_WORDS: VendorWords = {
	title: 'BambooHR',
	authenticationRemedy: 'Check the API key and the address of the company in the credential. A key stops working when its user is deactivated.',
	permissionRemedy: 'Give the access level of the API key\'s user the right to see all employees and the fields name, work e-mail, department, reports to and status.',
	notFoundRemedy: 'Check the address of the company in the credential, for example https://example.bamboohr.com.',
	rateLimitRemedy: 'BambooHR is busy and asks for fewer calls. Run this workflow later or less often.',
};

/** Fields beyond those the list always has. No field that this product does not need is asked for. */
const LIST_FIELDS = ['displayName', 'workEmail', 'employeeNumber', 'departmentName', 'reportsToId', 'reportsToName', 'terminationDate'];
const ROWS_PER_PAGE = 500;
const MOST_ROWS_PER_PAGE = 2500;

export interface BambooHrPullSettings {
	/** Evidence source: the company's base address. */
	readonly source: string;
	readonly pageSize?: number;
	/** Fields of the company's own by alias or number; they cost one call per employee. */
	readonly attributes?: OwnAttributes;
}

/**
 * Reads employees: the list with its cursor, people who have left included; where the key may not use the list, the published directory.
 * No filter and no order is sent, because employees whose filtered field may not be seen are left out silently. Source: vendor reference 4.2.
 */
export function createBambooHrPull(settings: BambooHrPullSettings): DirectoryPull {
	const employees = new Map<string, Record<string, unknown>>();
	const unnamed: unknown[] = [];
	const own = [settings.attributes?.mentor, settings.attributes?.teamLead, ...Object.values(settings.attributes?.accounts ?? {})].filter((field) => field !== undefined && field !== '');
	const pageSize = Math.min(settings.pageSize ?? ROWS_PER_PAGE, MOST_ROWS_PER_PAGE);

	const listCall = (cursor: string | null): PullRequest => ({
		method: 'GET',
		path: '/api/v1/employees',
		query: { fields: LIST_FIELDS.join(','), 'page[limit]': String(pageSize), ...(cursor === null ? {} : { 'page[after]': cursor }) },
		accept: 'json',
		purpose: 'the list of employees',
		context: { step: 'list', page: cursor !== null },
	});
	const directoryCall: PullRequest = { method: 'GET', path: '/api/v1/employees/directory', query: { onlyCurrent: 'false' }, accept: 'json', purpose: 'the employee directory', context: { step: 'directory' } };
	const employeeCall = (id: string): PullRequest => ({ method: 'GET', path: `/api/v1/employees/${encodeURIComponent(id)}`, query: { fields: own.join(',') }, accept: 'json', purpose: `own fields of employee ${id}`, context: { step: 'employee', id } });
	const keep = (rows: readonly unknown[]): readonly PullRequest[] =>
		rows.flatMap((row) => {
			const record = asObject(row);
			const id = asText(record?.['employeeId']) ?? asText(record?.['id']);
			if (record === null || id === null) {
				unnamed.push(row);
				return [];
			}
			employees.set(id, { ...record });
			return own.length === 0 ? [] : [employeeCall(id)];
		});
	let total: number | null = null;

	return createDirectoryPull({ vendor: 'bambooHr', source: settings.source }, (gaps) => ({
		vendor: 'bambooHr',
		words: BAMBOOHR_WORDS,
		start: () => [listCall(null)],
		take(step, value, request) {
			if (step === 'employee') {
				const id = asText(request.context['id']) ?? '';
				employees.set(id, { ...value, ...employees.get(id) });
				return [];
			}
			if (step === 'directory') return keep(asList(value['employees']));
			const meta = asObject(value['meta']);
			total = Number(asText(meta?.['total']) ?? Number.NaN);
			const cursor = asText(asObject(meta?.['page'])?.['nextCursor']);
			const calls = keep(asList(value['data']));
			return cursor === null ? calls : [...calls, listCall(cursor)];
		},
		recover(step, trouble, request) {
			if (step === 'list' && (trouble.kind === 'notFound' || trouble.kind === 'permission') && employees.size === 0) {
				const reason = troubleInBothLanguages(BAMBOOHR_WORDS, trouble);
				gaps.note('BambooHR', 'list', {
					en: `The published directory is read instead of the list of employees: it holds neither people who have left nor ids of managers. ${reason.en} ${trouble.remedy}`,
					'zh-CN': `无法读取员工列表，改读已发布的通讯录：其中没有离职人员，也没有上级编号。${reason['zh-CN']}请为 API 密钥所属用户开放查看全体员工的权限。`,
				});
				return [directoryCall];
			}
			if (step !== 'employee' || (trouble.kind !== 'notFound' && trouble.kind !== 'permission')) return null;
			gaps.add('own', { en: 'The own fields of these employees could not be read', 'zh-CN': '无法读取以下员工的自定义字段' }, asText(request.context['id']) ?? '', troubleInBothLanguages(BAMBOOHR_WORDS, trouble));
			return [];
		},
		reading(notes) {
			const missing = total !== null && Number.isFinite(total) && employees.size + unnamed.length < total;
			const shortfall = missing
				? [{ kind: 'warning' as const, record: 'BambooHR', index: null, field: 'total', value: null, message: { en: `BambooHR says it has ${total ?? 0} employees but gave ${employees.size}. People may be missing.`, 'zh-CN': `BambooHR 称共有 ${total ?? 0} 名员工，实际返回 ${employees.size} 名，可能缺少部分人员。` } }]
				: [];
			const read = readBambooHr([...employees.values(), ...unnamed], settings);
			return { ...read, problems: [...notes, ...shortfall, ...read.problems] };
		},
	}));
}
