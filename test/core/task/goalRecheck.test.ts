import { describe, expect, it } from 'vitest';
import { createWorkingCalendar } from '../../../core/calendar/workingCalendar.js';
import { templateNames } from '../../../core/explanation/template.js';
import { checkBufferGoals, readGoalTable } from '../../../core/goal-alignment/index.js';
import { dueAfterWorkingDays } from '../../../core/task/dueDate.js';
import { buildGoalRecheckTask, readBufferGoal } from '../../../core/task/goalRecheck.js';
import { TEMPLATES } from '../../../templates/index.js';

const createdAt = '2026-09-30T18:00:00+08:00';
const due = dueAfterWorkingDays(createWorkingCalendar(), Date.parse(createdAt), 5);
const [worsened] = checkBufferGoals(
	readGoalTable([{ kind: 'goal', id: 'G1', name: '营收', target: '35%', owner: 'P1' }, ...['2026-Q1', '2026-Q2', '2026-Q3'].flatMap((period, at) => [{ goal: 'G1', period, value: at === 2 ? 24 : 20 }, { goal: 'G1', stage: '签约', period, value: at === 2 ? 9 : 5 }])], { source: 'table:goals' }),
	{ asOf: createdAt },
);
const task = (to: 'owner' | 'superior', language: 'en' | 'zh-CN' = 'zh-CN', found = true) =>
	buildGoalRecheckTask({
		bufferGoal: readBufferGoal(worsened),
		to,
		language,
		due,
		createdAt,
		assignee: found ? { assignee: { personId: 'P1', name: 'Li Wei', email: null } } : { assignee: null, reason: { en: 'P9 has no manager.', 'zh-CN': 'P9 没有直属上级。' } },
	});

describe('S5: the task of a goal re-check', () => {
	it('S5: shows index, baseline and the stages responsible, and leaves the target as it is', () => {
		const { title, body, dueDate, evidence, kind } = task('owner');
		expect([kind, title, dueDate]).toEqual(['goalRecheck', '目标重检：营收', '2026-10-13']);
		expect(body).toContain('| 全流程 | 24 | 20 | 20% | 是 |');
		expect(body).toContain('| 签约 | 9 | 5 | 80% | 是 |');
		expect(body).toContain('目标值仍为 **35%**');
		expect(evidence.length).toBe(7);
	});

	it('S5: owner and superior get one each per episode, whatever the language', () => {
		expect(task('owner', 'en').key).toBe(task('owner', 'zh-CN').key);
		expect(task('owner').key).not.toBe(task('superior').key);
		expect(task('superior', 'en').body).toContain('Please go through the goal with its owner');
	});

	it('S5: where nobody is found the task waits and says why', () => {
		expect(task('superior', 'zh-CN', false)).toMatchObject({ assignee: null, unassignedReason: { en: 'P9 has no manager.' } });
		expect(task('superior', 'zh-CN', false).body).toContain('**待分派**：未找到目标负责人的直属上级。P9 没有直属上级。');
	});

	it.each([
		[null, 'is empty'],
		[{ ...worsened, key: '' }, 'Field "key"'],
		[{ ...worsened, value: { ...worsened?.value, worsened: false } }, 'nothing to check again'],
		[{ ...worsened, value: { ...worsened?.value, episode: { start: '' } } }, 'value.episode'],
		[{ ...worsened, evidence: 'x' }, 'Field "evidence"'],
	])('S5: what is no worsened buffer goal is refused with the field: %#', (given, message) => {
		expect(() => readBufferGoal(given)).toThrow(message);
	});

	it('S5: both languages use the same names', () => {
		for (const text of ['title', 'card', 'chat', 'unassigned'] as const) expect([...templateNames(TEMPLATES.en.goalRecheck[text])].sort()).toEqual([...templateNames(TEMPLATES['zh-CN'].goalRecheck[text])].sort());
	});
});
