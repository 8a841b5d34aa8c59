import type { IExecuteFunctions } from 'n8n-workflow';
import { createWorkingCalendar } from '../../core/calendar/workingCalendar.js';
import type { Language } from '../../core/judgement/judgement.js';
import { buildAssessmentTask } from '../../core/task/assessmentTask.js';
import { dueAfterWorkingDays } from '../../core/task/dueDate.js';
import { readAssignee, readLinks, readMetrics, readMilestone } from '../../core/task/readInputs.js';
import type { Task } from '../../core/task/task.js';
import { parseMoment } from '../../core/time/moment.js';
import { formatInstant } from '../../core/time/zone.js';
import type { AssessmentTemplates } from '../../templates/index.js';
import { calendarSettings, type CalendarParameters } from '../shared/calendarParameters.js';
import { UserMessage } from '../shared/items.js';
import { jsonParameter } from '../shared/jsonParameter.js';

interface Options {
	readonly createdAt?: string;
	readonly evidenceShown?: number;
	readonly links?: unknown;
}

/** Reads the parameters for one item and builds its task. */
export function assessmentTaskOf(context: IExecuteFunctions, itemIndex: number): Task {
	const language = context.getNodeParameter('language', itemIndex) as Language;
	const options = context.getNodeParameter('options', itemIndex, {}) as Options;
	const { milestone, facts } = readMilestone(jsonParameter(context, 'milestone', 'Milestone', itemIndex));
	const calendar = createWorkingCalendar(calendarSettings(context.getNodeParameter('calendar', itemIndex, {}) as CalendarParameters, 'provisional'));
	const workingDays = context.getNodeParameter('dueInWorkingDays', itemIndex) as number;
	const created = createdAt(options.createdAt, milestone.asOf, calendar.zone);
	return buildAssessmentTask({
		milestone,
		facts,
		metrics: readMetrics(jsonParameter(context, 'metrics', 'Metrics', itemIndex), language),
		assignee: readAssignee(jsonParameter(context, 'assignee', 'Assignee', itemIndex)),
		due: dueAfterWorkingDays(calendar, created, workingDays),
		language,
		templates: editedTexts(context.getNodeParameter(language === 'en' ? 'textsEnglish' : 'textsChinese', itemIndex, {}) as Partial<AssessmentTemplates>),
		links: readLinks(options.links === undefined ? [] : jsonParameter(context, 'options.links', 'Links', itemIndex), milestone.evidence),
		createdAt: formatInstant(created),
		...(options.evidenceShown === undefined ? {} : { evidenceShown: options.evidenceShown }),
	});
}

/** Without a time of its own a task is made at the moment the milestone was judged as of: the same milestone gives the same due date again. */
function createdAt(given: string | undefined, asOf: string, zone: Parameters<typeof parseMoment>[1]): number {
	const text = given === undefined || given === '' ? asOf : given;
	const moment = parseMoment(text, zone);
	if (moment === null) throw new UserMessage(`"${text}" is not a time, expected one such as 2026-03-02T08:00:00+08:00.`, 'Correct "Created At" in the options, or remove it.');
	return moment.earliest;
}

/** An emptied text field means the pack's own text. */
function editedTexts(texts: Partial<AssessmentTemplates>): Partial<AssessmentTemplates> {
	return Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''));
}
