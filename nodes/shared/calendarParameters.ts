import type { INodeProperties } from 'n8n-workflow';
import type { WorkingCalendarSettings } from '../../core/calendar/workingCalendar.js';

/** What the parameter "Working Calendar" holds. */
export interface CalendarParameters {
	readonly zone?: string;
	readonly statutory?: 'CN' | 'none';
	readonly whenMissing?: 'wait' | 'provisional';
	readonly companyOff?: string;
	readonly companyWorking?: string;
}

/** @param missing what is done about a year whose notice is not out: a judgement waits, a due date is provisional */
export function calendarParameter(missing: 'wait' | 'provisional'): INodeProperties {
	return {
		displayName: 'Working Calendar',
		name: 'calendar',
		type: 'collection',
		placeholder: 'Add Setting',
		default: {},
		options: [
			{ displayName: 'Additional Working Days', name: 'companyWorking', type: 'string', default: '', placeholder: 'e.g. 2026-02-14, 2026-02-28', description: 'Days on which your company works in addition, separated by commas' },
			{ displayName: 'Company Days Off', name: 'companyOff', type: 'string', default: '', placeholder: 'e.g. 2026-12-24, 2026-12-31', description: 'Days on which your company is closed in addition, separated by commas' },
			{
				displayName: 'Holidays',
				name: 'statutory',
				type: 'options',
				options: [
					{ name: 'Chinese Statutory Holidays and Make-Up Days', value: 'CN' },
					{ name: 'None', value: 'none', description: 'Weekends and company days only' },
				],
				default: 'CN',
			},
			{
				displayName: 'If a Year’s Notice Is Not Out',
				name: 'whenMissing',
				type: 'options',
				options: [
					{ name: 'Use Provisional Days', value: 'provisional', description: 'Counted with weekends and fixed holidays, and marked as provisional' },
					{ name: 'Wait', value: 'wait', description: 'Say that the calendar is missing' },
				],
				default: missing,
			},
			{ displayName: 'Time Zone', name: 'zone', type: 'string', default: 'Asia/Shanghai', placeholder: 'e.g. Europe/Berlin', description: 'IANA name of the zone whose local day counts' },
		],
	};
}

/** Settings of the calendar as entered. @param missing what counts where nothing was chosen */
export function calendarSettings({ zone, statutory, whenMissing, companyOff, companyWorking }: CalendarParameters, missing: 'wait' | 'provisional'): WorkingCalendarSettings {
	return {
		...(zone === undefined || zone === '' ? {} : { zone }),
		...(statutory === undefined ? {} : { statutory }),
		whenMissing: whenMissing ?? missing,
		companyOff: daysOf(companyOff),
		companyWorking: daysOf(companyWorking),
	};
}

function daysOf(text: string | undefined): readonly string[] {
	return (text ?? '').split(/[\s,;，；、]+/).filter((day) => day !== '');
}
