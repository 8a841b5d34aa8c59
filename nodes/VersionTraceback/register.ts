import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { readDeficiencyLetters, registerSubmission } from '../../core/lineage/index.js';
import { asNodeError, UserMessage } from '../shared/items.js';
import { jsonOf, jsonOption, namesOf, recogniserFrom, zoneFrom, type RuleOptions } from './settings.js';

type RegisterOptions = RuleOptions & { readonly deficiencyLetters?: unknown; readonly product?: string; readonly registeredBy?: string };

/** One registration per item. A number that is none goes to the output "Refused" with the reason in both languages. */
export function registerNumbers(context: IExecuteFunctions): INodeExecutionData[][] {
	const rows: INodeExecutionData[] = [];
	const refused: INodeExecutionData[] = [];
	for (const [item, { json }] of context.getInputData().entries()) {
		try {
			const options = context.getNodeParameter('registerOptions', item, {}) as RegisterOptions;
			const text = (name: string): string => {
				const value: unknown = context.getNodeParameter(name, item, '');
				return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
			};
			const registeredAt = text('registeredAt');
			if (!/^\d{4}-\d{2}-\d{2}T/.test(registeredAt)) throw new UserMessage(`Parameter "Registered At" is ${JSON.stringify(registeredAt)}, expected a date and time.`, 'Use {{ $now.toISO() }}.');
			const registration = registerSubmission(
				{
					acceptanceNumber: text('acceptanceNumber'),
					// A name may hold a comma, so only lines and semicolons part them.
					documents: namesOf(context.getNodeParameter('documentList', item, ''), /[\n;；]/),
					receivedAt: text('receivedAt'),
					acceptedAt: text('acceptedAt'),
					registeredAt,
					product: options.product ?? '',
					registeredBy: options.registeredBy ?? '',
					deficiencyLetters: readDeficiencyLetters(jsonOption(options.deficiencyLetters, 'Deficiency Letters')),
				},
				recogniserFrom(options),
				zoneFrom(context, options),
			);
			if (registration.ok) rows.push({ json: { ...registration.row }, pairedItem: { item } });
			else refused.push({ json: jsonOf({ code: 'refused', field: registration.field, reason: registration.reason, remedy: registration.remedy, input: json }), pairedItem: { item } });
		} catch (error) {
			const nodeError = asNodeError(context, error, item);
			if (!context.continueOnFail()) throw nodeError;
			refused.push({ json: { error: nodeError.message, remedy: nodeError.description ?? null }, pairedItem: { item } });
		}
	}
	return [rows, refused];
}
