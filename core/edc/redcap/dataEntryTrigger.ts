import type { EdcPullScope } from '../pull.js';

/** What a Data Entry Trigger says. It is a hint: state and times are read through the API. Source: vendor reference 1.1. */
export interface DataEntryTrigger {
	readonly scope: EdcPullScope;
	readonly instrument: string;
	readonly event: string | null;
	readonly site: string | null;
	readonly repeatInstrument: string | null;
	readonly repeatInstance: string | null;
	/** Null for a survey respondent, who is no person known to the project. */
	readonly user: string | null;
	/** As sent, `0` to `2`; null where the field is missing. */
	readonly status: string | null;
}

export type DataEntryTriggerAnswer =
	| { readonly accepted: true; readonly trigger: DataEntryTrigger }
	| { readonly accepted: false; readonly message: string; readonly remedy: string };

export interface ExpectedProject {
	/** Base address of the REDCap server, with or without `/api/`. */
	readonly baseUrl: string;
	readonly projectId: string;
}

const SURVEY_RESPONDENT = '[survey respondent]';
/** How much of a wrong value is repeated to the caller. */
const LONGEST_SHOWN = 200;

/**
 * Reads the form-encoded body of a Data Entry Trigger and checks that it comes from the project the credential is for.
 * The body carries no signature, so the check guards against mix-ups and not against forgery: that is why the record is read again.
 */
export function readDataEntryTrigger(form: Readonly<Record<string, unknown>>, expected: ExpectedProject): DataEntryTriggerAnswer {
	const field = (name: string): string | null => {
		const value = form[name];
		return typeof value === 'string' && value.trim() !== '' ? value : typeof value === 'number' ? String(value) : null;
	};
	const refuse = (message: string, remedy: string): DataEntryTriggerAnswer => ({ accepted: false, message, remedy });

	const projectId = field('project_id');
	const record = field('record');
	const instrument = field('instrument');
	const missing = Object.entries({ project_id: projectId, record, instrument }).flatMap(([name, value]) => (value === null ? [name] : []));
	if (projectId === null || record === null || instrument === null) {
		return refuse(`The Data Entry Trigger has no ${missing.join(', ')}.`, 'Only REDCap itself should call this address: check who does.');
	}
	if (projectId !== expected.projectId) {
		return refuse(
			`The Data Entry Trigger has project_id "${projectId.slice(0, LONGEST_SHOWN)}", expected "${expected.projectId}".`,
			'Put the address of this trigger only into the REDCap project that the credential belongs to, or correct the project id here.',
		);
	}
	const url = field('redcap_url');
	if (url === null || baseOf(url) !== baseOf(expected.baseUrl)) {
		return refuse(
			`The Data Entry Trigger has redcap_url "${(url ?? '').slice(0, LONGEST_SHOWN)}", expected "${baseOf(expected.baseUrl) ?? expected.baseUrl}".`,
			'Use the same server address in the credential as REDCap shows in its own links.',
		);
	}
	const user = field('username');
	return {
		accepted: true,
		trigger: {
			scope: { subjects: [record] },
			instrument,
			event: field('redcap_event_name'),
			site: field('redcap_data_access_group'),
			repeatInstrument: field('redcap_repeat_instrument'),
			repeatInstance: field('redcap_repeat_instance'),
			user: user === SURVEY_RESPONDENT ? null : user,
			status: field(`${instrument}_complete`),
		},
	};
}

/**
 * Host and path without `/api/`, in one spelling; the scheme is left out because a proxy may change it.
 * The caller chooses this text: the look back keeps any run of slashes in linear time.
 */
function baseOf(address: string): string | null {
	try {
		const url = new URL(address);
		return `${url.host}${url.pathname.replace(/(?<!\/)\/+$/, '').replace(/\/api$/, '')}`;
	} catch {
		return null;
	}
}
