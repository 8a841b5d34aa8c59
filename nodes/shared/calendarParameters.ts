import type { INodeProperties } from 'n8n-workflow';
import { createWorkingCalendar, type WorkingCalendar } from '../../core/calendar/workingCalendar.js';

/** Collection "Working Calendar" of a node. */
export function calendarParameter(displayOptions: INodeProperties['displayOptions']): INodeProperties {
	return {
		displayName: 'Working Calendar',
		name: 'calendar',
		type: 'collection',
		placeholder: 'Add Setting',
		default: {},
		...(displayOptions === undefined ? {} : { displayOptions }),
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
					{ name: 'Leave Working Days Open', value: 'wait', description: 'It is said that the calendar is missing' },
					{ name: 'Use Provisional Days', value: 'provisional', description: 'Counted with weekends and fixed holidays, and marked as provisional' },
				],
				default: 'wait',
			},
			{ displayName: 'Time Zone', name: 'zone', type: 'string', default: 'Asia/Shanghai', placeholder: 'e.g. Europe/Berlin', description: 'IANA name of the zone whose local day counts' },
		],
	};
}

/**
 * The calendar that such a collection describes.
 *
 * @throws RangeError naming a setting that cannot be used
 */
export function calendarOf(entered: unknown): WorkingCalendar {
	const { zone, statutory, whenMissing, companyOff, companyWorking } = entered as { zone?: string; statutory?: 'CN' | 'none'; whenMissing?: 'wait' | 'provisional'; companyOff?: string; companyWorking?: string };
	return createWorkingCalendar({
		...(zone === undefined || zone.trim() === '' ? {} : { zone: zone.trim() }),
		...(statutory === undefined ? {} : { statutory }),
		...(whenMissing === undefined ? {} : { whenMissing }),
		companyOff: daysOf(companyOff),
		companyWorking: daysOf(companyWorking),
	});
}

function daysOf(text: string | undefined): readonly string[] {
	return (text ?? '').split(/[\s,;，；、]+/).filter((day) => day !== '');
}
