import type { IDataObject, IPollFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { EdcMapping } from '../../core/edc/mapping.js';
import type { MilestoneRule } from '../../core/milestone/rule.js';
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
		more: context.getNodeParameter('more', {}) as IDataObject,
	};
}
