import type { ItemNode, VendorFormStatus } from './nodes.js';

/* REDCap's project XML is ODM 1.3.1; the state of a form is an item of it, and so is the data access group. */

const FORM_PREFIX = 'Form.';
const STATUS_SUFFIX = '_complete';

const STATES = new Map<string, VendorFormStatus>([
	['0', 'incomplete'],
	['1', 'unverified'],
	['2', 'complete'],
]);

/** State that an item states for its form, null where it is the status item but empty, undefined where it is an item of data. */
export function formStatusOfItem(formOid: string, item: ItemNode): VendorFormStatus | null | undefined {
	if (!item.oid.endsWith(STATUS_SUFFIX) || item.oid.length !== formOid.length - FORM_PREFIX.length + STATUS_SUFFIX.length) return undefined;
	if (!formOid.startsWith(FORM_PREFIX) || !item.oid.startsWith(formOid.slice(FORM_PREFIX.length))) return undefined;
	return STATES.get(item.value ?? '') ?? null;
}

/** The data access group is the site. */
export function isSiteItem(oid: string): boolean {
	return oid === 'redcap_data_access_group';
}
