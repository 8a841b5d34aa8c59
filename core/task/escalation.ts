import type { BilingualText } from '../judgement/judgement.js';
import type { NoteForTask } from './readLight.js';

/* When the to-do of a red light goes to whoever helps: with the note as soon as there is one, without it after the day that was given. Source: spec S6. */

/** Whether the to-do is due, and why. */
export interface Escalation {
	readonly due: boolean;
	/** Local date on which it goes on without a note; null where no note was asked for. */
	readonly date: string | null;
	readonly reason: BilingualText;
}

export interface EscalationInput {
	/** The light concerns a page or a group, and nobody whose note could be waited for. */
	readonly concernsNobody: boolean;
	readonly notes: readonly NoteForTask[];
	/** Due dates of the requests for a note, local dates `2026-03-02`; a request without one waits for the calendar. */
	readonly noteDueDates: ReadonlyArray<string | null>;
	/** Local date `2026-03-02`. */
	readonly today: string;
	/** False: the days are not waited for. */
	readonly waitForNote?: boolean;
}

export function escalationOf({ concernsNobody, notes, noteDueDates, today, waitForNote = true }: EscalationInput): Escalation {
	const dates = noteDueDates.filter((date) => date !== null).sort();
	const date = dates[0] ?? null;
	if (concernsNobody) return { due: true, date, reason: { en: 'It concerns no single person whose note could be waited for.', 'zh-CN': '不涉及具体个人，无需等待备注。' } };
	if (notes.length > 0) return { due: true, date, reason: { en: 'A note was written; it goes with the to-do.', 'zh-CN': '已填写备注，随待办一并转交。' } };
	if (!waitForNote) return { due: true, date, reason: { en: 'No note is waited for; that is how it is set.', 'zh-CN': '已设为不等待备注。' } };
	if (noteDueDates.length === 0) return { due: false, date, reason: { en: 'No note has been asked for yet.', 'zh-CN': '尚未请当事人填写备注。' } };
	if (date === null) return { due: false, date, reason: { en: 'The day until which a note may be written waits for the calendar.', 'zh-CN': '备注截止日待日历公布后确定。' } };
	if (today > date) return { due: true, date, reason: { en: `No note was written until ${date}.`, 'zh-CN': `截至 ${date} 未填写备注。` } };
	return { due: false, date, reason: { en: `A note may be written until ${date}.`, 'zh-CN': `备注可填写至 ${date}（含当日）。` } };
}
