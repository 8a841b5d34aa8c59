import type { INodeProperties } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { readTask } from '../../core/task/row.js';
import type { Task } from '../../core/task/task.js';
import { AssessmentTask } from '../../nodes/AssessmentTask/AssessmentTask.node.js';
import { TEMPLATES } from '../../templates/index.js';
import { metrics, milestone } from '../core/task/sample.js';
import { runNode } from './fakeContext.js';

const reached = { ...milestone, value: { state: 'reached', measure: 'followUpComplete', n: 100, nthSubject: 'S17', nthSubjectLabel: '017', site: '3', reachedAt: '2026-03-02T08:00:00+08:00', flags: { orderChanged: null, receded: false, metLater: false } } };
const manager = { id: 'p1', name: 'Wang Min', email: 'wang@example.com', roles: [] };

async function tasks(items: readonly object[], parameters: Readonly<Record<string, unknown>> = {}, continueOnFail = false): Promise<Task[]> {
	const [output = []] = await runNode(new AssessmentTask(), { items, continueOnFail, parameters: (item) => ({ milestone: item, metrics: JSON.stringify(metrics), assignee: manager, ...parameters }) });
	return output.map(({ json }) => json as unknown as Task);
}

async function only(parameters: Readonly<Record<string, unknown>> = {}, item: object = reached): Promise<Task> {
	const [task] = await tasks([item], parameters);
	if (task === undefined) throw new Error('no task');
	return task;
}

describe('node Assessment Task', () => {
	it('S1: gives one task per milestone, linked to its item', async () => {
		const output = await runNode(new AssessmentTask(), { items: [reached, { ...reached, key: 'milestone-2' }], parameters: (item) => ({ milestone: item }) });
		expect(output).toHaveLength(1);
		expect(output[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		expect(new Set(output[0]?.map(({ json }) => json['key'])).size).toBe(2);
		expect(await runNode(new AssessmentTask(), { items: [], parameters: () => ({}) })).toEqual([[]]);
	});

	it('S1: title, subject, assignee, metrics and link come from what is connected', async () => {
		const task = await only();
		expect(task).toMatchObject({ title: 'Assessment task: study LUNA-1, 100 subjects completed follow-up', assignee: { personId: 'p1', name: 'Wang Min', email: 'wang@example.com' } });
		expect(task.links).toEqual([{ label: 'subject 000, visit SE_3', url: 'https://edc.example.com/LUNA-1/record/0' }]);
		expect(task.body).toContain('| 12 | Metric 12 | 11.5 days | healthy |');
		expect(task.body).toContain('| 100th subject | 017 |');
		expect(readTask(task)).toEqual({ task });
	});

	it('S1: due in working days of the Chinese calendar, counted from the local day of its making', async () => {
		// 2026-02-13 is a Friday; 14 February is a make-up day, 15 to 23 February are the Spring Festival, 28 February is a make-up day.
		expect((await only({ dueInWorkingDays: 2, options: { createdAt: '2026-02-13T01:00:00Z' } })).dueDate).toBe('2026-02-24');
		expect((await only({ dueInWorkingDays: 2, options: { createdAt: '2026-02-13T01:00:00Z' }, calendar: { statutory: 'none', zone: 'UTC', companyOff: '2026-02-16，2026-02-17' } })).dueDate).toBe('2026-02-19');
		expect((await only({ dueInWorkingDays: 0, options: { createdAt: '2026-03-02T17:00:00Z' } })).dueDate).toBe('2026-03-03');
	});

	it('S1: a year without notice gives a provisional date, or none with the reason', async () => {
		const far = { options: { createdAt: '2031-03-03T00:00:00Z' } };
		expect(await only(far)).toMatchObject({ dueProvisional: true, dueDate: expect.stringMatching(/^2031-03-/) as string });
		const waiting = await only({ ...far, calendar: { whenMissing: 'wait' } });
		expect(waiting.dueDate).toBeNull();
		expect(waiting.body).toContain('Calendar missing');
	});

	it('S1: made without a time of its own, the same milestone gives the same task again', async () => {
		const [first, second] = await tasks([reached, reached]);
		expect(first).toEqual(second);
		expect(first?.createdAt).toBe('2026-03-02T16:00:00Z');
	});

	it.each([[{}], [null], [''], ['{}'], [{ assignee: null, reason: { en: 'No entry.', 'zh-CN': '没有记录。' } }]])('S16: assignee %j is unassigned, not lost', async (assignee) => {
		const task = await only({ assignee });
		expect(task.assignee).toBeNull();
		expect(task.body).toContain('**Unassigned**');
		if (assignee !== null && typeof assignee === 'object' && 'reason' in assignee) expect(task.unassignedReason?.en).toBe('No entry.');
	});

	it('S1: Chinese, with an edited text; an emptied one is the pack’s', async () => {
		const task = await only({ language: 'zh-CN', textsChinese: { title: '{{study}} 考核', card: ' ' } });
		expect(task.title).toBe('LUNA-1 考核');
		expect(task.body).toContain('### 12 项过程指标');
	});

	it('S1: a late milestone says so, a database lock has no nth subject', async () => {
		expect((await only({}, { ...reached, value: { ...reached.value, state: 'late' } })).title).toContain('(late)');
		expect((await only({}, { ...reached, value: { state: 'reached', measure: 'databaseLocked', n: 1, flags: {} } })).title).toBe('Assessment task: study LUNA-1, database locked');
	});

	it.each([
		[{ milestone: {} }, '"key" of the milestone is missing', 'Milestone Evaluator'],
		[{ milestone: '{' }, 'Parameter "Milestone" is not valid JSON', 'brackets'],
		[{ milestone: { ...reached, value: { state: 'notYet' } } }, 'nothing to assess yet', 'reached or are late'],
		[{ milestone: { ...reached, explanation: { en: 'x' } } }, '"explanation"', 'Milestone Evaluator'],
		[{ milestone: { ...reached, evidence: [{}] } }, '"evidence"', 'Milestone Evaluator'],
		[{ metrics: {} }, 'The metrics are a object', 'number, name and valueText'],
		[{ metrics: [{ number: 1, name: 'x' }] }, '"valueText" of metric 1', 'number, name'],
		[{ metrics: [{ name: 'x', valueText: 'y' }] }, '"number" of metric 1', 'number, name'],
		[{ assignee: { name: 'x' } }, '"personId" of the assignee', 'personId'],
		[{ options: { links: [{ label: 'x' }] } }, 'Link 1 has no "url"', 'https'],
		[{ options: { createdAt: 'soon' } }, '"soon" is not a time', 'Created At'],
		[{ calendar: { zone: 'Mars/Base' } }, 'Mars/Base', null],
		[{ textsEnglish: { card: 'x\n{{#if}}' } }, 'Template line 2', null],
	])('names field, value and remedy: %j', async (parameters, message, remedy) => {
		await expect(tasks([reached], parameters)).rejects.toMatchObject({
			message: expect.stringMatching(/\[item 0\]$/) as string,
			...(remedy === null ? {} : { description: expect.stringContaining(remedy) as string }),
		});
		await expect(tasks([reached], parameters)).rejects.toThrow(message);
	});

	it('one bad item never loses the good ones', async () => {
		const output = await tasks([reached, {}, reached], {}, true);
		expect(output).toHaveLength(3);
		expect(output[1]).toMatchObject({ error: expect.stringContaining('[item 1]') as string, remedy: expect.any(String) as string });
		expect(output[2]?.kind).toBe('assessment');
	});

	it('S1: texts start as the pack’s own, in the language chosen', () => {
		const { properties } = new AssessmentTask().description;
		for (const [name, language] of [['textsEnglish', 'en'], ['textsChinese', 'zh-CN']] as const) {
			const options = (properties.find((property) => property.name === name)?.options ?? []) as INodeProperties[];
			expect(Object.fromEntries(options.map((option) => [option.name, option.default]))).toEqual(TEMPLATES[language].assessment);
		}
	});
});
