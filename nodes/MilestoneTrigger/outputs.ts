import type { EdcEvent } from '../../core/edc/evidence.js';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { evaluateMilestones } from '../../core/milestone/index.js';
import type { EvidenceBasket } from '../shared/evidenceBasket.js';
import type { TriggerSettings } from './settings.js';

/** Items of both outputs: evidence (or the milestones judged on it), and what could not be used. */
export function outputsOf(basket: EvidenceBasket<EdcEvent>, settings: TriggerSettings, asOf: string): INodeExecutionData[][] {
	const { milestoneRules: rules, mapping, source, study } = settings;
	const results: readonly object[] = rules === null ? basket.events : evaluateMilestones({ rules, mapping, events: basket.events, known: [], asOf });
	return [results.map(toItem), basket.findings.map((finding) => toItem({ ...finding, source: source.name, study: study === '' ? null : study, asOf }))];
}

const toItem = (json: object): INodeExecutionData => ({ json: json as IDataObject });
