import type { IExecuteFunctions } from 'n8n-workflow';
import { createWorkingCalendar } from '../../core/calendar/workingCalendar.js';
import type { BilingualText, Language } from '../../core/judgement/judgement.js';
import { createDirectory, personNamed, type Directory } from '../../core/people/directory.js';
import { readPeopleTable } from '../../core/people/peopleTable.js';
import type { Person } from '../../core/people/person.js';
import { audienceNow, LIGHT_HIDDEN, lightToRow, readKnownLights, renderLightsPage, respondToLight, type LightNoteRow, type RedLight, type ResponseStep } from '../../core/red-light/index.js';
import { parseMoment } from '../../core/time/moment.js';
import { visibleTo } from '../../core/visibility/visibility.js';
import { calendarSettings, type CalendarParameters } from '../shared/calendarParameters.js';
import { UserMessage, type OutputsOfItem } from '../shared/items.js';
import { jsonParameter } from '../shared/jsonParameter.js';

interface Options {
	readonly at?: string;
	readonly evidenceShown?: number;
	readonly noteUrl?: string;
	readonly objectUrl?: string;
	readonly decisionUrl?: string;
}

const TITLES = {
	done: { en: 'Thank you', 'zh-CN': '已收到' },
	refused: { en: 'Not possible', 'zh-CN': '无法处理' },
} as const satisfies Record<string, BilingualText>;

const UNKNOWN: BilingualText = {
	en: 'Your n8n account is not in the HR directory: its e-mail belongs to no active person, or to several. Ask HR to enter it.',
	'zh-CN': '人员目录中没有您的 n8n 账号：该邮箱未对应在职人员，或对应多人。请联系人力资源部登记。',
};

/** One response: the row of the light and of the log, or why it is refused. */
export function recordResponse(context: IExecuteFunctions, itemIndex: number): OutputsOfItem {
	const language = languageOf(context, itemIndex);
	const key = textParameter(context, 'lightKey', itemIndex).trim();
	const directory = directoryOf(context, itemIndex);
	const refuse = (reason: BilingualText): OutputsOfItem => [[], [{ refused: true, lightKey: key, title: TITLES.refused[language], message: reason[language] }]];
	const by = signedIn(context, itemIndex, directory);
	if (by === null) return refuse(UNKNOWN);
	const light = lightsOf(context, itemIndex).find((one) => one.key === key);
	if (light === undefined || !seenBy(light, by, directory)) return refuse(LIGHT_HIDDEN);
	const step = context.getNodeParameter('step', itemIndex) as ResponseStep;
	const calendar = createWorkingCalendar(calendarSettings(context.getNodeParameter('calendar', itemIndex, {}) as CalendarParameters, 'provisional'));
	const at = atOf(context, itemIndex);
	if (parseMoment(at, calendar.zone) === null) throw new UserMessage(`"${at}" is not a time, expected one such as 2026-03-02T08:00:00+08:00.`, 'Correct "At" in the options, or use {{ $now.toISO() }}.');
	const answer = respondToLight(
		light,
		by,
		directory,
		{ step, at, text: textParameter(context, 'text', itemIndex), factor: textParameter(context, 'factor', itemIndex), decision: textParameter(context, 'decision', itemIndex) },
		calendar,
	);
	if (!answer.ok) return refuse(answer.reason);
	return [[{ refused: false, ...lightToRow(answer.light), note: answer.note, title: TITLES.done[language], message: answer.said[language] }], []];
}

/** The page of the person who is signed in. */
export function pageOfLights(context: IExecuteFunctions, itemIndex: number): OutputsOfItem {
	const language = languageOf(context, itemIndex);
	const directory = directoryOf(context, itemIndex);
	const by = signedIn(context, itemIndex, directory);
	if (by === null) return [[], [{ refused: true, title: TITLES.refused[language], message: UNKNOWN[language] }]];
	const options = optionsOf(context, itemIndex);
	const lights = lightsOf(context, itemIndex).filter((light) => seenBy(light, by, directory));
	const html = renderLightsPage(lights, notesOf(context, itemIndex), by.id, directory, {
		language,
		forms: { note: options.noteUrl ?? '', objection: options.objectUrl ?? '', decision: options.decisionUrl ?? '' },
		...(options.evidenceShown === undefined ? {} : { evidenceShown: options.evidenceShown }),
	});
	return [[{ refused: false, personId: by.id, lights: lights.length, html }], []];
}

/** The one place of the pack decides, by who may see the light now. */
function seenBy(light: RedLight, person: Person, directory: Directory): boolean {
	return visibleTo({ audience: audienceNow(light, directory) }, { personId: person.id });
}

/** The active person of this e-mail, null where there is none or more than one. */
function signedIn(context: IExecuteFunctions, itemIndex: number, directory: Directory): Person | null {
	const email: unknown = context.getNodeParameter('email', itemIndex);
	if (typeof email !== 'string' || email.trim() === '') throw new UserMessage('Parameter "E-Mail of the Signed-In Person" is empty.', 'Set "Authentication" of the form to n8n user, and use {{ $json.user.email }}.');
	const found = personNamed(directory, { email });
	return found.kind === 'found' && found.person.active ? found.person : null;
}

/** Lights of the rows, with what people have answered so far; a row without the whole light is none that can be answered. */
function lightsOf(context: IExecuteFunctions, itemIndex: number): readonly RedLight[] {
	return readKnownLights(rowsOf(context, 'lights', 'Lights', itemIndex)).lights.flatMap(({ light, humanDecision, objection }) => (light === null ? [] : [{ ...light, humanDecision, objection }]));
}

function directoryOf(context: IExecuteFunctions, itemIndex: number): Directory {
	const { people, problems } = readPeopleTable(rowsOf(context, 'people', 'People', itemIndex), { source: 'table:people' });
	const [problem] = problems;
	if (people.length === 0 && problem !== undefined) throw new UserMessage(`Parameter "People" has no row that can be used: ${problem.message.en}`, 'Give the rows of pt_people.');
	return createDirectory(people);
}

function notesOf(context: IExecuteFunctions, itemIndex: number): readonly LightNoteRow[] {
	const text = (value: unknown): string => (typeof value === 'string' ? value : '');
	return rowsOf(context, 'notes', 'Notes', itemIndex).flatMap((row) => {
		if (typeof row !== 'object' || row === null) return [];
		const { noteKey, about, kind, step, factor, text: said, by, byEmail, at } = row as Readonly<Record<string, unknown>>;
		if (text(about) === '') return [];
		return [{ noteKey: text(noteKey), about: text(about), kind: text(kind) as LightNoteRow['kind'], step: text(step) as ResponseStep, factor: text(factor), text: text(said), by: text(by), byEmail: text(byEmail), at: text(at) }];
	});
}

function rowsOf(context: IExecuteFunctions, name: string, label: string, itemIndex: number): readonly unknown[] {
	const value = jsonParameter(context, name, label, itemIndex) ?? [];
	if (!Array.isArray(value)) throw new UserMessage(`Parameter "${label}" is not a list of rows.`, 'Use an expression such as {{ $("Read rows").all().map(item => item.json) }}; none is [].');
	// An empty table gives one empty item in n8n.
	return value.filter((row: unknown) => typeof row !== 'object' || row === null || Object.keys(row).length > 0);
}

function optionsOf(context: IExecuteFunctions, itemIndex: number): Options {
	return context.getNodeParameter('options', itemIndex, {});
}

function atOf(context: IExecuteFunctions, itemIndex: number): string {
	const at = optionsOf(context, itemIndex).at?.trim() ?? '';
	if (at === '') throw new UserMessage('Option "At" is missing: a response needs the moment it was given.', 'Add the option "At" with {{ $now.toISO() }}.');
	return at;
}

function textParameter(context: IExecuteFunctions, name: string, itemIndex: number): string {
	const value: unknown = context.getNodeParameter(name, itemIndex, '');
	return typeof value === 'string' ? value : '';
}

function languageOf(context: IExecuteFunctions, itemIndex: number): Language {
	return context.getNodeParameter('language', itemIndex) as Language;
}
