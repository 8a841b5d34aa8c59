import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { EdcVendorOptions } from '../../core/edc/pull.js';
import type { CallLimits, SourceServer } from './httpCall.js';
import { baseAddress, type EdcSourceDefinition } from './edcSources.js';
import { UserMessage } from './items.js';

/* How an EDC is read: bounds and choices that the trigger and the action share. */

const number = (displayName: string, name: string, value: number, description: string): INodeProperties => ({ displayName, name, type: 'number', typeOptions: { minValue: 1 }, default: value, description });

/** Fields for the collection `more` of a node that reads an EDC. */
export const READING_OPTIONS: readonly INodeProperties[] = [
	{
		displayName: 'History From',
		name: 'historyFrom',
		type: 'dateTime',
		default: '',
		description: 'Changes before this moment are not asked for. Empty: everything the EDC has.',
	},
	number('Largest Answer (MB)', 'largestAnswerMegabytes', 512, 'A single answer of the EDC that is larger is refused'),
	number('Longest Call (Seconds)', 'callSeconds', 300, 'How long a single call may take'),
	number('Most Calls per Run', 'mostCalls', 2000, 'The next run goes on where this one stopped'),
	number('Rows per Call', 'pageSize', 1000, 'Records, audit entries or rows asked for at once. Lower it where the EDC answers with time-outs.'),
	{
		displayName: 'What to Read From Rave',
		name: 'raveRead',
		type: 'options',
		options: [
			{ name: 'Audit Records', value: 'auditRecords', description: 'Who entered what and when, queries, verification, signatures' },
			{ name: 'Clinical Views', value: 'datasets', description: 'Where audit records are not licensed; without history' },
		],
		default: 'auditRecords',
		description: 'Only for Medidata Rave',
	},
];

export interface ReadingOptions {
	readonly historyFrom: string | null;
	readonly pageSize?: number;
	readonly options: EdcVendorOptions;
	readonly mostCalls: number;
	readonly limits: CallLimits;
}

/**
 * @param more value of the collection
 * @param deadline epoch milliseconds
 */
export function readingOptions(more: IDataObject, deadline: number): ReadingOptions {
	const { historyFrom, pageSize, raveRead } = more;
	const positive = (name: string, fallback: number): number => {
		const value = Number(more[name] ?? fallback);
		if (!Number.isFinite(value) || value < 1) throw new UserMessage(`Option "${name}" is ${JSON.stringify(more[name])}.`, 'Expected: a number from 1.');
		return value;
	};
	return {
		historyFrom: typeof historyFrom === 'string' && historyFrom !== '' ? historyFrom : null,
		...(pageSize === undefined ? {} : { pageSize: positive('pageSize', 1000) }),
		options: raveRead === 'datasets' ? { raveRead } : {},
		mostCalls: positive('mostCalls', 2000),
		limits: { deadline, timeoutMilliseconds: positive('callSeconds', 300) * 1000, longestAnswerBytes: positive('largestAnswerMegabytes', 512) * 1_048_576 },
	};
}

/** The server that a credential names. */
export function serverOf(source: EdcSourceDefinition, credentials: { readonly baseUrl?: unknown }): SourceServer {
	if (source.credential === null) throw new RangeError(`"${source.title}" has no server to read from.`);
	const entered = typeof credentials.baseUrl === 'string' ? credentials.baseUrl : '';
	const baseUrl = baseAddress(source, entered);
	if (!/^https?:\/\/[^/\s]+/i.test(baseUrl) || !URL.canParse(baseUrl)) {
		throw new UserMessage(`The address in the credential of ${source.title} is "${entered}".`, 'Expected: a whole address with https:// in front. Correct it in the credential.');
	}
	return { credential: source.credential, tokenExpires: source.tokenExpires, baseUrl };
}
