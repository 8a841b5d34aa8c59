import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { createBambooHrPull } from '../../core/people/bamboohr/bambooHrPull.js';
import { createDingTalkPull } from '../../core/people/dingtalk/dingTalkPull.js';
import { createFeishuPull } from '../../core/people/feishu/feishuPull.js';
import type { FeishuIdType } from '../../core/people/feishu/readFeishu.js';
import type { DirectoryProblem } from '../../core/people/reading.js';
import type { HrVendor } from '../../core/people/vendorAnswer.js';
import type { OwnAttributes } from '../../core/people/vendorPerson.js';
import type { DirectoryPull } from '../../core/people/vendorPull.js';
import { createWeComPull } from '../../core/people/wecom/weComPull.js';
import { UserMessage } from '../shared/items.js';
import { runPull } from '../shared/runPull.js';
import { peopleOutput, type PeopleDelivery } from './peopleOutput.js';
import { vendorCaller } from './vendorCaller.js';
import { VENDORS } from './vendors.js';

interface Options {
	readonly accounts?: { readonly account?: ReadonlyArray<{ readonly system: string; readonly attribute: string }> };
	readonly mentorAttribute?: string;
	readonly teamLeadAttribute?: string;
	readonly mostCalls?: number;
	readonly mostMinutes?: number;
	readonly pageSize?: number;
}

const MOST_CALLS = 20_000;
const MOST_MINUTES = 60;
const TIMEOUT_MILLISECONDS = 60_000;
const LONGEST_ANSWER_BYTES = 64 * 1_048_576;

/** Reads everybody from the HR system of a vendor. */
export async function readVendor(context: IExecuteFunctions, vendor: HrVendor, delivery: PeopleDelivery): Promise<INodeExecutionData[][]> {
	const { credential } = VENDORS[vendor];
	const { baseUrl: entered } = await context.getCredentials<{ baseUrl: string }>(credential);
	const baseUrl = entered.trim().replace(/\/+$/, '');
	const options = context.getNodeParameter('vendorOptions', 0, {}) as Options;
	const directory = createPull(context, vendor, baseUrl, options);
	const minutes = options.mostMinutes ?? MOST_MINUTES;
	const run = await runPull(
		vendorCaller(context, vendor),
		{ credential, baseUrl, tokenExpires: false },
		directory.pull,
		{ cursor: null },
		{ mostCalls: options.mostCalls ?? MOST_CALLS, limits: { deadline: Date.now() + minutes * 60_000, timeoutMilliseconds: TIMEOUT_MILLISECONDS, longestAnswerBytes: LONGEST_ANSWER_BYTES } },
		{ event: () => undefined, finding: () => undefined },
	);
	if (run.trouble !== null) throw new UserMessage(run.trouble.message, run.trouble.remedy);
	const reading = directory.reading();
	const problems = run.complete ? reading.problems : [endedEarly(run.calls, minutes), ...reading.problems];
	const items = context.getInputData().map((_, item) => ({ item }));
	return peopleOutput({ ...reading, problems }, () => items, { ...delivery, complete: run.complete });
}

function createPull(context: IExecuteFunctions, vendor: HrVendor, source: string, options: Options): DirectoryPull {
	const attributes = attributesOf(options);
	switch (vendor) {
		case 'bambooHr':
			return createBambooHrPull({ source, attributes, ...(options.pageSize === undefined ? {} : { pageSize: options.pageSize }) });
		case 'feishu':
			return createFeishuPull({ source, attributes, idType: context.getNodeParameter('feishuId', 0, 'open_id') as FeishuIdType });
		case 'dingTalk':
			return createDingTalkPull({ source, attributes, managers: context.getNodeParameter('readManagers', 0, true) as boolean });
		case 'weCom':
			return createWeComPull({ source, attributes });
	}
}

function attributesOf(options: Options): OwnAttributes {
	const mentor = options.mentorAttribute?.trim() ?? '';
	const teamLead = options.teamLeadAttribute?.trim() ?? '';
	return {
		...(mentor === '' ? {} : { mentor }),
		...(teamLead === '' ? {} : { teamLead }),
		accounts: Object.fromEntries((options.accounts?.account ?? []).filter(({ system, attribute }) => system.trim() !== '' && attribute.trim() !== '').map(({ system, attribute }) => [system.trim(), attribute.trim()])),
	};
}

function endedEarly(calls: number, minutes: number): DirectoryProblem {
	return {
		kind: 'warning', record: 'reading', index: null, field: null, value: null,
		message: {
			en: `The reading ended after ${calls} calls, because the calls or the ${minutes} minutes of one run were used up. People may be missing. Raise the bounds in the options.`,
			'zh-CN': `读取在 ${calls} 次请求后结束：单次运行的请求数或 ${minutes} 分钟时限已用完，可能缺少部分人员。请在选项中调大上限。`,
		},
	};
}
