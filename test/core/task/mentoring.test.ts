import { describe, expect, it } from 'vitest';
import { createWorkingCalendar } from '../../../core/calendar/workingCalendar.js';
import { dueAfterWorkingDays } from '../../../core/task/dueDate.js';
import { escalationOf } from '../../../core/task/mentoring.js';
import { readNotes } from '../../../core/task/readLight.js';
import { TEMPLATES } from '../../../templates/index.js';
import { templateNames } from '../../../core/explanation/template.js';

describe('S6: a note before the to-do', () => {
	const calendar = createWorkingCalendar();
	// Asked on the last working day before National Day.
	const due = dueAfterWorkingDays(calendar, Date.parse('2026-09-30T18:00:00+08:00'), 2);

	it('S6: without a note it goes on after the days given, holidays left out', () => {
		expect(due.date).toBe('2026-10-09');
		expect(escalationOf(due, [], '2026-10-09')).toMatchObject({ due: false, date: '2026-10-09' });
		expect(escalationOf(due, [], '2026-10-10')).toMatchObject({ due: true, reason: { 'zh-CN': '截至 2026-10-09 未填写备注。' } });
	});

	it('S6: a note sends it on at once', () => {
		expect(escalationOf(due, readNotes('server was down'), '2026-10-01').due).toBe(true);
		expect(escalationOf(due, readNotes([{ text: ' ' }]), '2026-10-01').due).toBe(false);
	});

	it('S6: both languages use the same names', () => {
		for (const step of ['contextNote', 'mentoring'] as const) for (const text of ['title', 'card', 'chat', 'objection', 'unassigned'] as const) expect([...templateNames(TEMPLATES.en[step][text])].sort()).toEqual([...templateNames(TEMPLATES['zh-CN'][step][text])].sort());
	});
});
