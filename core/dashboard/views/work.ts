import { bar, barScale } from '../charts/bars.js';
import type { Context, PageContent } from '../context.js';
import { textOf, type Light, type Row } from '../figure.js';
import { unitOf } from '../group.js';
import { html, NOTHING, type Html } from '../html.js';
import { chip, section, table } from '../parts.js';
import type { WordKey } from '../words.js';
import { dayOf } from './cards.js';

const MOST = 60;

/** Tasks that come from a light of a person: who it is about is for that person and the helper. */
const PERSONAL = ['mentoring', 'contextNote', 'collaborationRisk'];

const KINDS: Readonly<Record<string, WordKey>> = {
	assessment: 'taskAssessment',
	contextNote: 'taskContextNote',
	mentoring: 'taskMentoring',
	collaborationRisk: 'taskCollaborationRisk',
	goalRecheck: 'taskGoalRecheck',
	correctiveAction: 'taskCorrectiveAction',
	metricAlarm: 'taskMetricAlarm',
	healthAlarm: 'taskMetricAlarm',
};

/** A task of an alarm about the figure of a person. */
const isOfPerson = (row: Row): boolean => unitOf(textOf(row['subject']))?.level === 'person';

function openTasks({ rows, today }: Context): ReadonlyArray<{ readonly row: Row; readonly kind: string; readonly overdue: boolean }> {
	const now = dayOf(today);
	return rows('pt_tasks')
		.filter((row) => textOf(row['taskKey']) !== '' && !['done', 'withdrawn'].includes(textOf(row['status'])))
		.map((row) => {
			const due = dayOf(textOf(row['dueDate']));
			return { row, kind: textOf(row['kind']), overdue: due !== null && now !== null && due < now };
		})
		.sort((a, b) => (textOf(a.row['dueDate']) < textOf(b.row['dueDate']) ? -1 : 1));
}

/** Milestones with their newest row. */
function milestones({ rows }: Context): readonly Row[] {
	const newest = new Map<string, Row>();
	for (const row of rows('pt_milestones')) {
		const key = textOf(row['milestoneKey']);
		const before = newest.get(key);
		if (key !== '' && textOf(row['explanation']) !== '' && (before === undefined || textOf(before['recordedAt']) <= textOf(row['recordedAt']))) newest.set(key, row);
	}
	return [...newest.values()].sort((a, b) => (textOf(a['recordedAt']) < textOf(b['recordedAt']) ? 1 : -1));
}

const isReceded = (row: Row): boolean => /"receded"\s*:\s*true/.test(textOf(row['flags']));

export function taskFigures(context: Context): { readonly open: number; readonly overdue: number; readonly milestones: number; readonly receded: number } {
	const tasks = openTasks(context);
	const judged = milestones(context);
	return { open: tasks.length, overdue: tasks.filter(({ overdue }) => overdue).length, milestones: judged.filter((row) => textOf(row['state']) === 'reached').length, receded: judged.filter(isReceded).length };
}

export function workPage(context: Context): PageContent {
	const { say } = context;
	const judged = milestones(context);
	const tasks = openTasks(context);
	const listed = tasks.filter(({ kind, row }) => !PERSONAL.includes(kind) && !isOfPerson(row) && textOf(row['explanation']) !== '');
	const body = html`${section('milestones', say('milestones'), judged.length === 0 ? html`<p>${say('noMilestones')}</p>` : milestoneTable(context, judged))}
${section('kinds', say('tasksByKind'), tasks.length === 0 ? html`<p>${say('noTasks')}</p>` : html`${kindTable(context, tasks)}<p class="quiet">${say('personTasks')}</p>`)}
${listed.length === 0 ? NOTHING : section('tasks', say('tasks'), taskTable(context, listed))}`;
	return {
		title: say('workTitle'),
		trail: [],
		body,
		sheet: {
			columns: ['what', 'kind', 'subject', 'state', 'due', 'explanation'],
			rows: [...judged.map((row) => ['milestone', textOf(row['ruleId']), textOf(row['study']), textOf(row['state']), '', textOf(row['explanation'])]), ...listed.map(({ row, kind }) => ['task', kind, textOf(row['subject']), textOf(row['status']) === '' ? 'open' : textOf(row['status']), textOf(row['dueDate']), textOf(row['explanation'])])],
		},
	};
}

function milestoneTable(context: Context, judged: readonly Row[]): Html {
	const { say } = context;
	const state = (row: Row): Html => {
		const code = textOf(row['state']);
		const [light, word]: readonly [Light, string] = isReceded(row) ? ['yellow', say('receded')] : code === 'reached' ? ['green', say('reached')] : code === 'late' ? ['red', say('late')] : ['none', code];
		return chip(context, light, word);
	};
	return table(say('milestones'), [say('study'), say('state'), say('explanation')], judged.slice(0, MOST).map((row) => [{ content: textOf(row['study']), kind: 'head' }, { content: state(row) }, { content: textOf(row['explanation']), kind: 'wide' }]));
}

function kindName({ say }: Context, kind: string): string {
	return say(Object.hasOwn(KINDS, kind) ? (KINDS[kind] ?? 'taskOther') : 'taskOther');
}

function kindTable(context: Context, tasks: ReturnType<typeof openTasks>): Html {
	const { say } = context;
	const counts = new Map<string, { open: number; overdue: number }>();
	for (const { kind, overdue } of tasks) {
		const name = kindName(context, kind);
		const own = counts.get(name) ?? { open: 0, overdue: 0 };
		own.open++;
		if (overdue) own.overdue++;
		counts.set(name, own);
	}
	const all = [...counts].sort(([, a], [, b]) => b.open - a.open);
	const scale = barScale(all.map(([, { open }]) => open));
	const number = (content: string | number) => ({ content, kind: 'num' }) as const;
	return table(say('tasksByKind'), [say('kind'), number(say('count')), number(say('overdue')), { content: say('compared'), kind: 'bar' }], all.map(([name, { open, overdue }]) => [{ content: name, kind: 'head' }, number(open), number(overdue), { content: bar(scale(open), 'plain'), kind: 'bar' }]));
}

function taskTable(context: Context, listed: ReturnType<typeof openTasks>): Html {
	const { say } = context;
	return table(say('tasks'), [say('task'), say('due'), say('explanation')], listed.slice(0, MOST).map(({ row, kind, overdue }) => [{ content: [kindName(context, kind), html`<br><span class="quiet">${textOf(row['subject'])}</span>`], kind: 'head' }, { content: [textOf(row['dueDate']), overdue ? html` ${chip(context, 'red', say('overdue'))}` : NOTHING] }, { content: textOf(row['explanation']), kind: 'wide' }]));
}
