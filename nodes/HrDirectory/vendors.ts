import type { HrVendor } from '../../core/people/vendorAnswer.js';

/** The HR systems that are read through their own interface, and what the editor calls them. */
export const VENDORS: Readonly<Record<HrVendor, { readonly operation: string; readonly name: string; readonly credential: string }>> = {
	bambooHr: { operation: 'readBambooHr', name: 'BambooHR', credential: 'bambooHrDirectoryApi' },
	dingTalk: { operation: 'readDingTalk', name: 'DingTalk', credential: 'dingTalkAppApi' },
	feishu: { operation: 'readFeishu', name: 'Feishu', credential: 'feishuAppApi' },
	weCom: { operation: 'readWeCom', name: 'WeCom', credential: 'weComAppApi' },
};

export const VENDOR_OPERATIONS: readonly string[] = Object.values(VENDORS).map(({ operation }) => operation);

/** Operations that put out people and what has to be looked at. */
export const PEOPLE_OPERATIONS: readonly string[] = ['readScim', ...VENDOR_OPERATIONS, 'importRows'];

export function vendorOf(operation: string): HrVendor | null {
	const found = Object.entries(VENDORS).find(([, vendor]) => vendor.operation === operation);
	return found === undefined ? null : (found[0] as HrVendor);
}
