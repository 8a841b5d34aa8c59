import { describe, expect, it } from 'vitest';
import { createWorkingCalendar } from '../../../core/calendar/workingCalendar.js';
import { dueAfterWorkingDays } from '../../../core/task/dueDate.js';
import { escalationOf, type EscalationInput } from '../../../core/task/escalation.js';
import { readNotes } from '../../../core/task/readLight.js';
import { TEMPLATES } from '../../../templates/index.js';
import { templateNames } from '../../../core/explanation/template.js';

describe('S6: a note before the to-do', () => {
	const calendar = createWorkingCalendar();
	// Asked on the last working day before National Day.
	const due = dueAfterWorkingDays(calendar, Date.parse('2026-09-30T18:00:00+08:00'), 2);

	const escalation = (given: Partial<EscalationInput>) => escalationOf({ concernsNobody: false, notes: [], noteDueDates: [due.date], today: '2026-10-01', ...given });

	it('S6: without a note it goes on after the days given, holidays left out', () => {
		expect(due.date).toBe('2026-10-09');
		// The day itself is still one for the note, in both languages.
		expect(escalation({ today: '2026-10-09' })).toMatchObject({ due: false, date: '2026-10-09', reason: { en: 'A note may be written until 2026-10-09.', 'zh-CN': '备注可填写至 2026-10-09（含当日）。' } });
		expect(escalation({ today: '2026-10-10' })).toMatchObject({ due: true, reason: { 'zh-CN': '截至 2026-10-09 未填写备注。' } });
	});

	it('S6: a note sends it on at once', () => {
		expect(escalation({ notes: readNotes('server was down'), today: '2026-10-01' }).due).toBe(true);
		expect(escalation({ notes: readNotes([{ text: ' ' }]), today: '2026-10-01' }).due).toBe(false);
	});

	it('S6: nothing goes on before a note was asked for, or while the calendar has to wait', () => {
		expect(escalation({ noteDueDates: [], today: '2027-01-01' })).toMatchObject({ due: false, date: null, reason: { en: 'No note has been asked for yet.' } });
		expect(escalation({ noteDueDates: [null], today: '2027-01-01' })).toMatchObject({ due: false, date: null });
	});

	it('S7: what concerns nobody alone, and what is set not to wait, goes on at once', () => {
		expect(escalation({ concernsNobody: true, noteDueDates: [], today: '2026-10-01' }).due).toBe(true);
		expect(escalation({ waitForNote: false, noteDueDates: [], today: '2026-10-01' }).due).toBe(true);
	});

	it('S6: both languages use the same names', () => {
		for (const step of ['contextNote', 'mentoring'] as const) for (const text of ['title', 'card', 'chat', 'objection', 'unassigned'] as const) expect([...templateNames(TEMPLATES.en[step][text])].sort()).toEqual([...templateNames(TEMPLATES['zh-CN'][step][text])].sort());
	});
});
