import type { IDataObject, IPollFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { EdcMapping } from '../../core/edc/mapping.js';
import type { MilestoneRule } from '../../core/milestone/rule.js';
import { checkWebhookMapping, type WebhookMapping } from '../../core/edc/webhookMapping/index.js';
import { parseJson } from '../shared/edcDocument.js';
import { readMapping } from '../shared/edcMappingParameters.js';
import { edcSourceOf, type EdcSourceDefinition } from '../shared/edcSources.js';
import { UserMessage } from '../shared/items.js';
import { readMilestoneRules } from './milestoneRules.js';

/** What the parameters of the trigger say. */
export interface TriggerSettings {
	readonly source: EdcSourceDefinition;
	/** Empty where the document names it. */
	readonly study: string;
	readonly pushed: boolean;
	readonly pulled: boolean;
	readonly mapping: EdcMapping;
	/** Null: evidence is handed on as it is. */
	readonly milestoneRules: readonly MilestoneRule[] | null;
	/** How records of any JSON become facts; null: CloudEvents only. */
	readonly records: { readonly webhook: WebhookMapping; readonly source: string } | null;
	readonly more: IDataObject;
}

export function triggerSettings(context: IPollFunctions | IWebhookFunctions): TriggerSettings {
	const text = (name: string, fallback: string): string => context.getNodeParameter(name, fallback) as string;
	const source = edcSourceOf(text('source', 'odm'));
	const receiveBy = text('receiveBy', 'push');
	const study = source.vendor === null ? text('study', '') : text('study', '').trim();
	if (source.vendor !== null && study === '') throw new UserMessage('"Study" is empty.', `Fill in "Study": ${source.studyHint}.`);
	return {
		source,
		study,
		pushed: receiveBy !== 'pull',
		pulled: receiveBy !== 'push' && source.credential !== null,
		mapping: readMapping(context.getNodeParameter('mapping', {}), context.getTimezone()),
		milestoneRules: text('output', 'evidence') === 'milestones' ? readMilestoneRules(context.getNodeParameter('milestoneRules', '[]')) : null,
		records: source.name === 'webhook' ? recordsOf(context.getNodeParameter('recordMapping', '{}'), text('sourceAddress', '').trim()) : null,
		more: context.getNodeParameter('more', {}) as IDataObject,
	};
}

function recordsOf(entered: unknown, address: string): TriggerSettings['records'] {
	const read = typeof entered === 'string' ? parseJson(entered === '' ? '{}' : entered) : ({ ok: true, value: entered } as const);
	if (!read.ok) throw new UserMessage(`"Records to Facts (JSON)" is no JSON: ${read.problem}.`, 'Correct the text; {} means that the system sends CloudEvents.');
	if (typeof read.value === 'object' && read.value !== null && Object.keys(read.value).length === 0) return null;
	const { mapping, problems } = checkWebhookMapping(read.value);
	if (mapping === null) throw new UserMessage(`"Records to Facts (JSON)": ${problems.map(({ where, value, expected }) => `${where} is ${value ?? 'missing'}, expected ${expected}`).join('; ')}.`, 'Correct the mapping; its form stands in the documentation.');
	if (!URL.canParse(address)) throw new UserMessage(`"Address of the System" is "${address}".`, 'Expected: a whole address that stays the same for this study, e.g. https://edc.example.org/study-1.');
	return { webhook: mapping, source: address };
}
