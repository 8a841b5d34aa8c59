import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { readHealthRecord } from '../../core/health-metrics/records.js';
import { isRowKind, ROW_KINDS } from '../../core/health-metrics/rows.js';
import { DEFAULT_HEALTH_SETTINGS } from '../../core/health-metrics/settings.js';
import type { Language } from '../../core/judgement/judgement.js';
import { sampleCompany } from '../../core/sample/company.js';
import { zoneOf } from '../../core/time/zone.js';
import { calendarSettings, type CalendarParameters } from '../shared/calendarParameters.js';
import { UserMessage } from '../shared/items.js';
import { jsonParameter } from '../shared/jsonParameter.js';
import { readColumns, readKind } from './readSettings.js';
import { refused } from './refused.js';

/** Records of the sample company as rows of the table of records, all of the first item. */
export function sampleRecords(context: IExecuteFunctions): INodeExecutionData[] {
	const zone = zoneOf(DEFAULT_HEALTH_SETTINGS.zone);
	return sampleCompany(context.getNodeParameter('language', 0, 'en') as Language).flatMap((raw): INodeExecutionData[] => {
		const reading = isRowKind(raw.kind) ? readHealthRecord(raw.kind, raw, {}, zone) : null;
		return reading?.ok === true ? [{ json: { ...reading.record }, pairedItem: { item: 0 } }] : [];
	});
}

/** One record per item; items with errors on the third output, with the number of their line in a file: the first line names the columns. */
export function prepareRecords(context: IExecuteFunctions, items: readonly INodeExecutionData[]): INodeExecutionData[][] {
	const outputs: INodeExecutionData[][] = [[], [], []];
	const kindOfAll = readKind(context);
	const columns = readColumns(context);
	const zone = zoneOf(calendarSettings(context.getNodeParameter('calendar', 0, {}) as CalendarParameters, 'wait').zone ?? DEFAULT_HEALTH_SETTINGS.zone);
	for (const [item, { json }] of items.entries()) {
		const kind: unknown = kindOfAll ?? json['kind'];
		const reading = isRowKind(kind) ? readHealthRecord(kind, json, columns, zone) : { ok: false as const, problems: [{ field: 'kind', value: typeof kind === 'string' && kind !== '' ? kind : null, expected: ROW_KINDS.join(', ') }] };
		if (reading.ok) outputs[0]?.push({ json: { ...reading.record }, pairedItem: { item } });
		else {
			const unusable = refused(json, item, reading.problems);
			outputs[2]?.push({ ...unusable, json: { line: item + 2, ...unusable.json } });
		}
	}
	return outputs;
}

/** Records of the parameter that are not among the stored rows, each once. A changed version of a record is another one. */
export function unstoredRecords(context: IExecuteFunctions, stored: readonly INodeExecutionData[]): INodeExecutionData[] {
	const records = jsonParameter(context, 'records', 'Records', 0);
	if (!Array.isArray(records)) throw new UserMessage('"Records" is no list.', 'Give the items of "Prepare Records".');
	const odd = records.findIndex((record) => typeof record !== 'object' || record === null || Array.isArray(record));
	if (odd >= 0) throw new UserMessage(`Entry ${odd + 1} of "Records" is no record.`, 'Give the items of "Prepare Records", each as an object.');
	const versionOf = ({ recordKey, payload }: Readonly<Record<string, unknown>>): string => JSON.stringify([recordKey, payload]);
	const known = new Set(stored.map(({ json }) => versionOf(json)));
	return (records as IDataObject[]).flatMap((json): INodeExecutionData[] => {
		const version = versionOf(json);
		if (known.has(version)) return [];
		known.add(version);
		return [{ json, pairedItem: { item: 0 } }];
	});
}
