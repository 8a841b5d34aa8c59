import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { createNumberRecogniser, formatsWithRows, readAnchors, type ApprovalRole, type NumberRecogniser, type UploadRule } from '../../core/lineage/index.js';
import type { ChainHead } from '../../core/event-log/chain.js';
import { zoneOf, type Zone } from '../../core/time/zone.js';
import { UserMessage } from '../shared/items.js';
import { jsonParameter } from '../shared/jsonParameter.js';

/** Names in a field, separated by lines, commas or semicolons. */
export function namesOf(value: unknown, separators = /[\n,，;；]/): readonly string[] {
	const texts = Array.isArray(value) ? (value as readonly unknown[]) : typeof value === 'string' ? value.split(separators) : [];
	return texts.flatMap((text) => (typeof text === 'string' && text.trim() !== '' ? [text.trim()] : []));
}

export function listOf(value: unknown, label: string): readonly unknown[] {
	if (value === null || value === undefined || value === '') return [];
	if (Array.isArray(value)) return value as readonly unknown[];
	throw new UserMessage(`Parameter "${label}" is no list.`, 'Give a list of rows, e.g. {{ $("Stored Versions").all().map(item => item.json) }}; none is [].');
}

export interface RuleOptions {
	readonly numberFormats?: unknown;
	readonly people?: unknown;
	readonly requiredRoles?: readonly ApprovalRole[];
	readonly zone?: string;
	readonly uploadRule?: UploadRule;
}

export function zoneFrom(context: Pick<IExecuteFunctions, 'getTimezone'>, options: RuleOptions): Zone {
	const name = options.zone?.trim() ?? '';
	return zoneOf(name === '' ? context.getTimezone() : name);
}

/** JSON in an option of a collection: typed JSON gives its value, an expression the value itself. */
export function jsonOption(value: unknown, label: string): unknown {
	return jsonParameter({ getNodeParameter: () => value } as unknown as Pick<IExecuteFunctions, 'getNodeParameter'>, label, label, 0);
}

export function recogniserFrom(options: RuleOptions): NumberRecogniser {
	const { formats, problems } = formatsWithRows(listOf(jsonOption(options.numberFormats, 'Number Formats'), 'Number Formats'));
	const [first] = problems;
	if (first !== undefined) throw new UserMessage(`Option "Number Formats": ${first}`, 'Correct the row, or take it out.');
	return createNumberRecogniser(formats);
}

export function peopleFrom(options: RuleOptions): Readonly<Record<string, string>> {
	const value = jsonOption(options.people, 'People');
	if (value === null || value === undefined || value === '') return {};
	if (typeof value !== 'object' || Array.isArray(value) || Object.values(value).some((person) => typeof person !== 'string')) throw new UserMessage('Option "People" is no object of texts.', 'Write e.g. {"cjie": "Chen Jie"}.');
	return value as Readonly<Record<string, string>>;
}

export function anchorsFrom(context: IExecuteFunctions): ReadonlyMap<string, ChainHead> {
	return readAnchors(jsonParameter(context, 'anchors', 'Anchors', 0) ?? []);
}

/** A result of the core as the JSON of an item. */
export const jsonOf = (value: object): IDataObject => value as IDataObject;

/** A stored row that names no document stands in no lineage. */
export function unusableRow(json: IDataObject, item: number): INodeExecutionData {
	return { json: { code: 'notAVersion', field: 'document', reason: 'The row names no document.', remedy: 'Give the rows of captured versions as they are stored.', input: json }, pairedItem: { item } };
}

/** Rows that are versions, with the items they are, and those that are none. An empty table gives one empty item. */
export function storedVersions(context: IExecuteFunctions): { readonly rows: readonly IDataObject[]; readonly items: readonly number[]; readonly unusable: INodeExecutionData[] } {
	const rows: IDataObject[] = [];
	const items: number[] = [];
	const unusable: INodeExecutionData[] = [];
	for (const [item, { json }] of context.getInputData().entries()) {
		if (typeof json['document'] === 'string' && json['document'] !== '') {
			rows.push(json);
			items.push(item);
		} else if (Object.keys(json).length > 0) unusable.push(unusableRow(json, item));
	}
	return { rows, items, unusable };
}
