import type { IExecuteFunctions } from 'n8n-workflow';
import type { Attachment, CardCommand } from '../../core/card/index.js';
import { UserMessage } from '../shared/items.js';
import type { CommandOperation } from './properties.js';

/** What "Options" may hold. */
export interface CommandOptions {
	readonly commandKey?: string;
	readonly effectivenessDays?: number;
	readonly expectedVersion?: number | string;
	readonly shows?: 'before' | 'after';
	readonly maximumMegabytes?: number;
	readonly numberPrefix?: string;
	readonly occurredAt?: string;
	readonly reasonCode?: string;
	readonly removePlace?: boolean;
	readonly source?: string;
	readonly verifierMustAccept?: boolean;
}

/** The command of one item, as the parameters of the operation say. */
export function readCommand(context: IExecuteFunctions, operation: CommandOperation, itemIndex: number, options: CommandOptions, attachments: readonly Attachment[]): CardCommand {
	const value = (name: string): string | undefined => textOf(context.getNodeParameter(name, itemIndex, ''));
	const values = (...names: readonly string[]): Readonly<Record<string, string | undefined>> => Object.fromEntries(names.map((name) => [name, value(name)]));
	const common = {
		actor: value('actor') ?? '',
		reason: ['open', 'plan', 'complete', 'acceptVerification'].includes(operation) ? undefined : value('reason'),
		reasonCode: textOf(options.reasonCode),
		occurredAt: textOf(options.occurredAt),
		commandKey: textOf(options.commandKey),
		source: textOf(options.source),
		expectedVersion: versionOf(options.expectedVersion),
		attachments,
	};
	switch (operation) {
		case 'open':
			return { kind: operation, ...common, ...values('origin', 'description', 'foundAt', 'foundBy', 'department', 'severity', 'owner') };
		case 'plan':
			return { kind: operation, ...common, ...values('rootCause', 'rootCauseMethod', 'causeCategory', 'actionType', 'measure', 'dueDate', 'verifier', 'planApprover') };
		case 'complete':
			return { kind: operation, ...common, ...values('done', 'doneAt', 'doneBy') };
		case 'submitEvidence':
			return { kind: operation, ...common, reportNumber: value('reportNumber') };
		case 'verify':
			return { kind: operation, ...common, verdict: value('verdict') as 'accept' | 'reject', result: value('result') };
		case 'checkEffectiveness':
			return { kind: operation, ...common, verdict: value('effectiveness') as 'effective' | 'ineffective' };
		case 'change': {
			const changes = context.getNodeParameter('changes', itemIndex, {}) as Readonly<Record<string, unknown>>;
			return { kind: operation, ...common, ...Object.fromEntries(Object.entries(changes).map(([name, changed]) => [name, textOf(changed)])) };
		}
		case 'note':
			return { kind: operation, ...common, note: value('note') };
		case 'startWaiting':
			return { kind: operation, ...common, waitingFor: value('waitingFor') };
		default:
			return { kind: operation, ...common };
	}
}

/** Text of a parameter; a form's numbers and dates become text, nothing becomes undefined. */
function textOf(value: unknown): string | undefined {
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function versionOf(value: number | string | undefined): number | undefined {
	if (value === undefined || value === '') return undefined;
	const version = Number(value);
	if (Number.isInteger(version) && version >= 0) return version;
	throw new UserMessage(`Parameter "Expected Version" is ${JSON.stringify(value)}, expected a whole number.`, 'Give the "version" of the card row that the person saw, or remove the option.');
}
