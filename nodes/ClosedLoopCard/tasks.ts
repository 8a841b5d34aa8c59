import type { IExecuteFunctions } from 'n8n-workflow';
import { cardDigests, nextCardTask, sweepCards, trustedCard, type Card, type CardForm, type CardLog, type CardTaskSettings } from '../../core/card/index.js';
import { createDirectory } from '../../core/people/directory.js';
import { readPeopleTable } from '../../core/people/peopleTable.js';
import { formatDayNumber, localDayNumber, type Zone } from '../../core/time/zone.js';
import type { Task } from '../../core/task/task.js';
import { jsonParameter } from '../shared/jsonParameter.js';
import { calendarOf, languageOf, listOf, textParameter } from './parameters.js';

/** Paths of the forms, as the workflow of the pack names them. */
const FORM_PATHS: Readonly<Record<CardForm, string>> = { plan: 'pt-card-plan', done: 'pt-card-done', verify: 'pt-card-verify', step: 'pt-card-step', record: 'pt-card-record' };

/** The task of the next person of a card; none where nobody has to act, or the log does not hold. */
export function nextTasks(context: IExecuteFunctions, log: CardLog): readonly Task[] {
	const trusted = trustedCard(log);
	if (!trusted.ok || trusted.card === null) return [];
	const last = log.events[log.events.length - 1];
	const cameBack = last !== undefined && ['rejected', 'reopened', 'effectivenessChecked'].includes(last.action);
	const task = nextCardTask(trusted.card, { ...settingsOf(context), reason: cameBack ? last.reason : null });
	return task === null ? [] : [task];
}

/** Digests of the day; cards that are in time only from an age on. */
export function digestTasks(context: IExecuteFunctions, cards: readonly Card[], asOf: number, zone: Zone): readonly Task[] {
	const ageing = Number(context.getNodeParameter('ageingDays', 0, 30));
	const swept = sweepCards(cards, asOf, zone).filter((card) => card.kind !== 'ageing' || card.ageDays >= ageing);
	return cardDigests(swept, formatDayNumber(localDayNumber(asOf, zone)), settingsOf(context));
}

function settingsOf(context: IExecuteFunctions): CardTaskSettings {
	const base = textParameter(context, 'formAddress', 0).replace(/\/+$/, '');
	const { people } = readPeopleTable(listOf(jsonParameter(context, 'directory', 'Directory', 0), 'Directory'), { source: 'table:people' });
	return {
		language: languageOf(context, 0),
		directory: createDirectory(people),
		createdAt: textParameter(context, 'now', 0),
		zone: calendarOf(context, 0).zone,
		formUrl: (form, { number, version }) => (base === '' ? null : `${base}/${FORM_PATHS[form]}?card=${encodeURIComponent(number)}${form === 'record' ? '' : `&version=${version}`}`),
	};
}
