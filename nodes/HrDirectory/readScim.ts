import { sleep, type IDataObject, type IExecuteFunctions, type IHttpRequestOptions, type IN8nHttpFullResponse, type INodeExecutionData } from 'n8n-workflow';
import type { DirectoryProblem } from '../../core/people/reading.js';
import { nextScimRequest, startScimPull, type ScimAnswer, type ScimPullSettings } from '../../core/people/scimPull.js';
import { readScimUsers, type ScimReadSettings } from '../../core/people/scimUsers.js';
import { UserMessage } from '../shared/items.js';
import { groupRulesOf } from './groupRules.js';
import { peopleOutput, type PeopleDelivery } from './peopleOutput.js';

interface Options {
	readonly filter?: string;
	readonly pageSize?: number;
	readonly managerPath?: string;
	readonly mentorPath?: string;
	readonly teamLeadPath?: string;
	readonly departmentPath?: string;
	readonly accountPaths?: { readonly path?: ReadonlyArray<{ readonly system: string; readonly path: string }> };
}

const TIMEOUT = 60_000;

/** Reads users and groups page by page and makes people of them. */
export async function readScim(context: IExecuteFunctions, delivery: PeopleDelivery): Promise<INodeExecutionData[][]> {
	const { baseUrl } = await context.getCredentials<{ baseUrl: string }>('scimApi');
	const base = baseUrl.trim().replace(/\/+$/, '');
	const options = context.getNodeParameter('options', 0, {}) as Options;
	const paging = { pageSize: options.pageSize ?? 100, serviceProviderConfig: await serviceProviderConfig(context, base) };

	const users = await pull(context, base, { ...paging, path: '/Users', filter: filled(options.filter) ?? null });
	if (users.failure !== null) throw new UserMessage(users.failure.message.en, users.failure.remedy.en);
	const notes = [...users.notes];
	let groupPages: readonly unknown[] = [];
	if (context.getNodeParameter('readGroups', 0) as boolean) {
		const groups = await pull(context, base, { ...paging, path: '/Groups' });
		notes.push(...groups.notes);
		// Without groups the people are still known; what is missing is said.
		if (groups.failure === null) groupPages = groups.pages;
		else notes.push(note('groups', `${groups.failure.message.en}. ${groups.failure.remedy.en}`, `${groups.failure.message['zh-CN']}。${groups.failure.remedy['zh-CN']}`));
	}
	const reading = readScimUsers(users.pages, groupPages, readSettings(context, base, options));
	const items = context.getInputData().map((_, item) => ({ item }));
	// Fewer users than announced are not a whole reading: nobody is missing for sure.
	return peopleOutput({ ...reading, problems: [...notes, ...reading.problems] }, () => items, { ...delivery, complete: users.notes.length === 0 && filled(options.filter) === undefined });
}

function readSettings(context: IExecuteFunctions, source: string, options: Options): ScimReadSettings {
	const paths = { manager: filled(options.managerPath), mentor: filled(options.mentorPath), teamLead: filled(options.teamLeadPath), department: filled(options.departmentPath) };
	return {
		source,
		groupRoles: groupRulesOf(context),
		paths: {
			...Object.fromEntries(Object.entries(paths).filter(([, path]) => path !== undefined)),
			accounts: Object.fromEntries((options.accountPaths?.path ?? []).filter(({ system, path }) => system !== '' && path !== '').map(({ system, path }) => [system, path])),
		},
	};
}

interface Pulled {
	readonly pages: readonly unknown[];
	readonly notes: readonly DirectoryProblem[];
	readonly failure: { readonly message: DirectoryProblem['message']; readonly remedy: DirectoryProblem['message'] } | null;
}

async function pull(context: IExecuteFunctions, base: string, settings: ScimPullSettings): Promise<Pulled> {
	let state = startScimPull(settings);
	let pages: unknown[] = [];
	for (;;) {
		const step = nextScimRequest(state, await ask(context, base, state.request.path, state.request.query), Date.now());
		switch (step.kind) {
			case 'failed':
				return { pages: [], notes: [], failure: step };
			case 'done':
				return { pages: [...pages, step.page], notes: step.shortfall === null ? [] : [note(settings.path, step.shortfall.en, step.shortfall['zh-CN'])], failure: null };
			case 'wait':
				await sleep(step.seconds * 1000);
				break;
			case 'restart':
				pages = [];
				break;
			case 'request':
				pages.push(step.page);
		}
		state = step.state;
	}
}

/** What the service announces; a service without the endpoint is read with start indexes. */
async function serviceProviderConfig(context: IExecuteFunctions, base: string): Promise<unknown> {
	const { status, body } = await ask(context, base, '/ServiceProviderConfig', {});
	return status === 200 ? body : null;
}

/** One GET on the credential's own host. Addresses within answers and redirects are never followed. */
async function ask(context: IExecuteFunctions, base: string, path: string, query: Readonly<Record<string, string>>): Promise<ScimAnswer> {
	const options: IHttpRequestOptions = {
		method: 'GET',
		url: `${base}${path}`,
		qs: { ...query },
		headers: { accept: 'application/scim+json, application/json' },
		encoding: 'text',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout: TIMEOUT,
	};
	let failure: unknown;
	try {
		const answer = (await context.helpers.httpRequestWithAuthentication.call(context, 'scimApi', options)) as IN8nHttpFullResponse;
		return { status: answer.statusCode, headers: textHeaders(answer.headers), body: parsed(answer.body) };
	} catch (error) {
		failure = error;
	}
	throw new UserMessage(`The SCIM service at ${base} could not be reached: ${failure instanceof Error ? failure.message : String(failure)}`, 'Check the base URL in the credential and that this n8n may reach it.');
}

/** `application/scim+json` is parsed here, because not every version of n8n takes it for JSON. */
function parsed(body: unknown): unknown {
	if (typeof body !== 'string') return body;
	try {
		return JSON.parse(body) as unknown;
	} catch {
		return body;
	}
}

function textHeaders(headers: IDataObject): Readonly<Record<string, string>> {
	return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}

function filled(text: string | undefined): string | undefined {
	const trimmed = text?.trim();
	return trimmed === '' ? undefined : trimmed;
}

function note(record: string, en: string, zh: string): DirectoryProblem {
	return { kind: 'warning', record, index: null, field: null, value: null, message: { en, 'zh-CN': zh } };
}
