import type { IExecuteFunctions } from 'n8n-workflow';
import { createWorkingCalendar, type WorkingCalendar } from '../../core/calendar/workingCalendar.js';
import type { Language } from '../../core/judgement/judgement.js';
import { calendarSettings, type CalendarParameters } from '../shared/calendarParameters.js';
import { UserMessage } from '../shared/items.js';

export function textParameter(context: Pick<IExecuteFunctions, 'getNodeParameter'>, name: string, itemIndex: number): string {
	const value: unknown = context.getNodeParameter(name, itemIndex, '');
	return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

export function languageOf(context: Pick<IExecuteFunctions, 'getNodeParameter'>, itemIndex: number): Language {
	return context.getNodeParameter('language', itemIndex, 'en') === 'zh-CN' ? 'zh-CN' : 'en';
}

/** The calendar of "Working Calendar"; a year without notice leaves working days open. */
export function calendarOf(context: Pick<IExecuteFunctions, 'getNodeParameter'>, itemIndex: number): WorkingCalendar {
	return createWorkingCalendar(calendarSettings(context.getNodeParameter('calendar', itemIndex, {}) as CalendarParameters, 'wait'));
}

/** A list of rows; one row alone is a list of one. */
export function listOf(value: unknown, label: string): ReadonlyArray<Readonly<Record<string, unknown>>> {
	const list: readonly unknown[] = Array.isArray(value) ? value : value === null || value === undefined || value === '' ? [] : [value];
	const wrong = list.findIndex((row) => typeof row !== 'object' || row === null);
	if (wrong === -1) return list as ReadonlyArray<Readonly<Record<string, unknown>>>;
	throw new UserMessage(`Parameter "${label}": entry ${wrong} is ${JSON.stringify(list[wrong])}, expected a row.`, 'Use an expression such as {{ $("Read log").all().map(item => item.json) }}.');
}
