import type { IExecuteFunctions } from 'n8n-workflow';
import type { Attachment, CardCommand } from '../../core/card/index.js';
import { isRecord } from '../../core/people/reading.js';
import { UserMessage } from '../shared/items.js';
import { jsonParameter } from '../shared/jsonParameter.js';
import { COMMANDS, type CommandOperation, type CommandStep } from './properties.js';

/** What "Options" may hold. */
export interface CommandOptions {
	readonly allOrNothing?: boolean;
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

/** Which step an item asks for, and where its values come from. */
interface Given {
	readonly step: CommandStep;
	readonly value: (name: string) => string | undefined;
	/** What a change names. */
	readonly changes: Readonly<Record<string, unknown>>;
}

/** The command of one item, as the parameters of the operation say. */
export function readCommand(context: IExecuteFunctions, operation: CommandOperation, itemIndex: number, options: CommandOptions, attachments: readonly Attachment[]): CardCommand {
	const { step, value, changes } = givenOf(context, operation, itemIndex);
	const values = (...names: readonly string[]): Readonly<Record<string, string | undefined>> => Object.fromEntries(names.map((name) => [name, value(name)]));
	const common = {
		actor: textOf(context.getNodeParameter('actor', itemIndex, '')) ?? '',
		reason: ['open', 'plan', 'complete', 'acceptVerification'].includes(step) ? undefined : value('reason'),
		reasonCode: textOf(options.reasonCode),
		occurredAt: textOf(options.occurredAt),
		commandKey: textOf(options.commandKey),
		source: textOf(options.source),
		expectedVersion: versionOf(options.expectedVersion),
		attachments,
	};
	switch (step) {
		case 'open':
			return { kind: step, ...common, ...values('origin', 'description', 'foundAt', 'foundBy', 'department', 'severity', 'owner') };
		case 'plan':
			return { kind: step, ...common, ...values('rootCause', 'rootCauseMethod', 'causeCategory', 'actionType', 'measure', 'dueDate', 'verifier', 'planApprover') };
		case 'complete':
			return { kind: step, ...common, ...values('done', 'doneAt', 'doneBy') };
		case 'submitEvidence':
			return { kind: step, ...common, reportNumber: value('reportNumber') };
		case 'verify':
			return { kind: step, ...common, verdict: value('verdict') as 'accept' | 'reject', result: value('result') };
		case 'checkEffectiveness':
			return { kind: step, ...common, verdict: value('effectiveness') as 'effective' | 'ineffective' };
		case 'change':
			return { kind: step, ...common, ...Object.fromEntries(Object.entries(changes).map(([name, changed]) => [name, textOf(changed)])) };
		case 'note':
			return { kind: step, ...common, note: value('note') };
		case 'startWaiting':
			return { kind: step, ...common, waitingFor: value('waitingFor') };
		default:
			return { kind: step, ...common };
	}
}

function givenOf(context: IExecuteFunctions, operation: CommandOperation, itemIndex: number): Given {
	if (operation !== 'apply') {
		return {
			step: operation,
			value: (name) => textOf(context.getNodeParameter(name, itemIndex, '')),
			changes: operation === 'change' ? (context.getNodeParameter('changes', itemIndex, {}) as Readonly<Record<string, unknown>>) : {},
		};
	}
	const named: unknown = context.getNodeParameter('step', itemIndex, '');
	const step = COMMANDS.find((command) => command === named);
	if (step === undefined) throw new UserMessage(`Parameter "Step" is ${JSON.stringify(named)}, which is no step of a card.`, `Give one of ${COMMANDS.join(', ')}.`);
	const values = jsonParameter(context, 'values', 'Values', itemIndex) ?? {};
	if (!isRecord(values)) throw new UserMessage('Parameter "Values" is not an object.', 'Write for example {"done": "Checklist in use", "doneBy": "sun.wei@example.com"}.');
	return { step, value: (name) => textOf(values[name]), changes: Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'reason')) };
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
