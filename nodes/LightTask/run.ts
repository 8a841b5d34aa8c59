import type { IExecuteFunctions } from 'n8n-workflow';
import { createWorkingCalendar } from '../../core/calendar/workingCalendar.js';
import type { Language } from '../../core/judgement/judgement.js';
import type { AssigneeResult } from '../../core/task/assessmentTask.js';
import { dueAfterWorkingDays } from '../../core/task/dueDate.js';
import { buildLightTask } from '../../core/task/mentoring.js';
import { readAssignee } from '../../core/task/readInputs.js';
import { readLight, readNotes, type LightForTask } from '../../core/task/readLight.js';
import type { Task } from '../../core/task/task.js';
import { parseMoment } from '../../core/time/moment.js';
import { formatInstant, type Zone } from '../../core/time/zone.js';
import { HIDDEN_TEXT, visibleTo, type Audience } from '../../core/visibility/visibility.js';
import type { LightTaskTemplates } from '../../templates/texts.js';
import { calendarSettings, type CalendarParameters } from '../shared/calendarParameters.js';
import { UserMessage } from '../shared/items.js';
import { jsonParameter } from '../shared/jsonParameter.js';
import { textsName } from './properties.js';

interface Options {
	readonly createdAt?: string;
	readonly evidenceShown?: number;
	readonly noteUrl?: string;
	readonly objectUrl?: string;
	readonly decisionUrl?: string;
}

const NOBODY = {
	contextNote: { en: 'The person concerned was not named.', 'zh-CN': '未指定当事人。' },
	mentoring: { en: 'No mentor or team lead was named.', 'zh-CN': '未指定导师或团队负责人。' },
} as const;

/** Reads the parameters for one item and builds its task. */
export function lightTaskOf(context: IExecuteFunctions, itemIndex: number): Task {
	const step = context.getNodeParameter('operation', itemIndex) as 'contextNote' | 'mentoring';
	const language = context.getNodeParameter('language', itemIndex) as Language;
	const options = context.getNodeParameter('options', itemIndex, {}) as Options;
	const light = readLight(jsonParameter(context, 'light', 'Light', itemIndex));
	const calendar = createWorkingCalendar(calendarSettings(context.getNodeParameter('calendar', itemIndex, {}) as CalendarParameters, 'provisional'));
	const created = createdAtOf(context, itemIndex, light, calendar.zone);
	const noteAskedAt = textOf(context.getNodeParameter('noteAskedAt', itemIndex, ''));
	const texts = context.getNodeParameter(textsName(language, step), itemIndex, {}) as Partial<LightTaskTemplates>;
	return buildLightTask({
		light,
		step,
		assignee: whoMaySee(readAssignee(jsonParameter(context, 'assignee', 'Assignee', itemIndex), NOBODY[step]), light.audience),
		due: dueAfterWorkingDays(calendar, created, context.getNodeParameter('dueInWorkingDays', itemIndex) as number),
		language,
		// An emptied text field means the pack's own text.
		templates: Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== '')),
		notes: step === 'mentoring' ? readNotes(jsonParameter(context, 'notes', 'Notes', itemIndex)) : [],
		noteAskedAt: step === 'mentoring' ? noteAskedAt : null,
		noteUrl: textOf(options.noteUrl),
		objectUrl: textOf(options.objectUrl),
		decisionUrl: step === 'mentoring' ? textOf(options.decisionUrl) : null,
		createdAt: formatInstant(created),
		...(options.evidenceShown === undefined ? {} : { evidenceShown: options.evidenceShown }),
	});
}

/** A task shows the light, so it goes to nobody who may not see it: then it waits in the queue of what has no owner. Source: spec S10. */
function whoMaySee(found: AssigneeResult, audience: unknown): AssigneeResult {
	if (found.assignee === null || visibleTo({ audience: audience as Audience | null }, { personId: found.assignee.personId })) return found;
	return { assignee: null, reason: HIDDEN_TEXT };
}

/** Without a time of its own a task is made at the moment the light was judged as of: the same light gives the same due date again. Epoch milliseconds. */
export function createdAtOf(context: IExecuteFunctions, itemIndex: number, light: LightForTask, zone: Zone): number {
	const { createdAt = '' } = context.getNodeParameter('options', itemIndex, {}) as Options;
	const text = createdAt === '' ? light.judgement.asOf : createdAt;
	const moment = parseMoment(text, zone);
	if (moment === null) throw new UserMessage(`"${text}" is not a time, expected one such as 2026-03-02T08:00:00+08:00.`, 'Correct "Created At" in the options, or remove it.');
	return moment.earliest;
}

function textOf(value: unknown): string | null {
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
