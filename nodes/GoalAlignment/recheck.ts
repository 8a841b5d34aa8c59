import type { IExecuteFunctions } from 'n8n-workflow';
import { recheckAssignee } from '../../core/goal-alignment/index.js';
import { createWorkingCalendar } from '../../core/calendar/workingCalendar.js';
import type { Language } from '../../core/judgement/judgement.js';
import type { Directory } from '../../core/people/directory.js';
import { dueAfterWorkingDays } from '../../core/task/dueDate.js';
import { buildGoalRecheckTask, readBufferGoal } from '../../core/task/goalRecheck.js';
import type { Task } from '../../core/task/task.js';
import { parseRfc3339 } from '../../core/time/rfc3339.js';
import type { GoalRecheckTemplates } from '../../templates/texts.js';
import { calendarSettings, type CalendarParameters } from '../shared/calendarParameters.js';
import { jsonParameter } from '../shared/jsonParameter.js';
import { recheckTextsName } from './properties.js';
import { asOfFrom } from './run.js';

/** The task of one worsened buffer goal, for one of both who check the goal again. @param people read once for all items */
export function recheckTaskOf(context: IExecuteFunctions, itemIndex: number, people: () => Directory | null): Task {
	const to = context.getNodeParameter('to', itemIndex) as 'owner' | 'superior';
	const language = context.getNodeParameter('language', itemIndex) as Language;
	const bufferGoal = readBufferGoal(jsonParameter(context, 'bufferGoal', 'Buffer Goal', itemIndex));
	const calendar = createWorkingCalendar(calendarSettings(context.getNodeParameter('calendar', itemIndex, {}) as CalendarParameters, 'provisional'));
	const createdAt = asOfFrom(context, itemIndex);
	const texts = context.getNodeParameter(recheckTextsName(language), itemIndex, {}) as Partial<GoalRecheckTemplates>;
	return buildGoalRecheckTask({
		bufferGoal,
		to,
		assignee: recheckAssignee(people(), bufferGoal.facts.owner, to),
		due: dueAfterWorkingDays(calendar, parseRfc3339(createdAt), context.getNodeParameter('dueInWorkingDays', itemIndex) as number),
		language,
		// An emptied text field means the pack's own text.
		templates: Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== '')),
		createdAt,
	});
}
