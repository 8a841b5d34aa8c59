import type { IExecuteFunctions } from 'n8n-workflow';
import { planReading, readRequest, renderDashboard, type DashboardRequest } from '../../core/dashboard/index.js';
import { HEALTH_METRICS } from '../../core/health-metrics/definitions.js';
import type { Language } from '../../core/judgement/judgement.js';
import { parseMoment } from '../../core/time/moment.js';
import { formatDayNumber, localDayNumber, zoneOf, type Zone } from '../../core/time/zone.js';
import { UserMessage, type OutputsOfItem } from '../shared/items.js';
import { jsonParameter } from '../shared/jsonParameter.js';
import { dashboardInput } from './inputs.js';

interface Options {
	readonly at?: string;
	readonly cardForm?: string;
	readonly smallestGroup?: number;
}

/** What the filters of the tables compare with, for this address. */
export function planPage(context: IExecuteFunctions, itemIndex: number): OutputsOfItem {
	return [[planReading(requestOf(context, itemIndex), jsonParameter(context, 'figures', 'Figures That Tell the Period', itemIndex) ?? [], HEALTH_METRICS)]];
}

/** The answer to a browser: body, status and headers. */
export function makePage(context: IExecuteFunctions, itemIndex: number): OutputsOfItem {
	const tables = jsonParameter(context, 'tables', 'Rows by Table', itemIndex) ?? {};
	if (typeof tables !== 'object' || Array.isArray(tables)) throw new UserMessage('Parameter "Rows by Table" is not an object.', 'Give lists of rows by the name of their table, such as {{ {"pt_metrics": $("Read figures").all().map(item => item.json)} }}.');
	const options = context.getNodeParameter('options', itemIndex, {}) as Options;
	const zone = zoneParameter(context, itemIndex);
	const answer = renderDashboard(
		dashboardInput(requestOf(context, itemIndex), tables as Readonly<Record<string, unknown>>, { zone, today: todayOf(options, zone), smallestGroup: options.smallestGroup ?? 5, cardForm: options.cardForm ?? '' }),
	);
	return [[answer]];
}

function requestOf(context: IExecuteFunctions, itemIndex: number): DashboardRequest {
	return readRequest(jsonParameter(context, 'query', 'Query', itemIndex), context.getNodeParameter('language', itemIndex) as Language);
}

function zoneParameter(context: IExecuteFunctions, itemIndex: number): Zone {
	const name = context.getNodeParameter('zone', itemIndex) as string;
	const zone = known(name);
	if (zone === null) throw new UserMessage(`Parameter "Time Zone" is "${name}", which is no time zone.`, 'Enter the IANA name of a zone, such as Asia/Shanghai or Europe/Berlin.');
	return zone;
}

function known(name: string): Zone | null {
	try {
		return zoneOf(name);
	} catch {
		return null;
	}
}

function todayOf({ at = '' }: Options, zone: Zone): string {
	const moment = parseMoment(at, zone);
	if (moment === null) throw new UserMessage(`Option "At" is "${at}", which is no time: ages and due dates count up to it.`, 'Add the option "At" with {{ $now.toISO() }}.');
	return formatDayNumber(localDayNumber(moment.latest, zone));
}
