import type { IExecuteFunctions } from 'n8n-workflow';
import { createWorkingCalendar } from '../../core/calendar/workingCalendar.js';
import { escalationOf } from '../../core/task/escalation.js';
import { isFields } from '../../core/task/readInputs.js';
import { readLight, readNoteDueDates, readNotes } from '../../core/task/readLight.js';
import { formatDayNumber } from '../../core/time/zone.js';
import { calendarSettings, type CalendarParameters } from '../shared/calendarParameters.js';
import type { OutputsOfItem } from '../shared/items.js';
import { jsonParameter } from '../shared/jsonParameter.js';
import { createdAtOf } from './run.js';

/** The item as it came, with whether its to-do is due and why. Outputs: due, not yet due. */
export function checkEscalation(context: IExecuteFunctions, itemIndex: number): OutputsOfItem {
	const light = readLight(jsonParameter(context, 'light', 'Light', itemIndex));
	const calendar = createWorkingCalendar(calendarSettings(context.getNodeParameter('calendar', itemIndex, {}) as CalendarParameters, 'provisional'));
	const escalation = escalationOf({
		concernsNobody: isFields(light.audience) && light.audience['level'] === 'open',
		notes: readNotes(jsonParameter(context, 'notes', 'Notes', itemIndex)),
		noteDueDates: readNoteDueDates(jsonParameter(context, 'noteRequests', 'Requests for a Note', itemIndex)),
		today: formatDayNumber(calendar.dayOf(createdAtOf(context, itemIndex, light, calendar.zone))),
		waitForNote: context.getNodeParameter('waitForNote', itemIndex) as boolean,
	});
	const item = { ...context.getInputData()[itemIndex]?.json, escalation };
	return escalation.due ? [[item], []] : [[], [item]];
}
