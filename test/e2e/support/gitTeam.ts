import { createWorkingCalendar } from '../../../core/calendar/workingCalendar.js';
import { formatDayNumber } from '../../../core/time/zone.js';
import type { World, WorldChange, WorldCommit } from '../../core/git/world.js';

/*
 * A repository whose last working days say something, whatever day the test runs on. Weekends only: a year whose holidays are not published yet is judged as well.
 */

const calendar = createWorkingCalendar({ zone: 'Asia/Shanghai', statutory: 'none' });

/** The last working days before today in Shanghai, oldest first. */
export function workingDaysBefore(count: number): readonly string[] {
	const days: string[] = [];
	for (let day = calendar.dayOf(Date.now()) - 1; days.length < count; day--) {
		const answer = calendar.nextWorkingDay(day);
		if (answer.kind === 'known' && answer.value === day) days.unshift(formatDayNumber(day));
	}
	return days;
}

/** Something a developer did on a day: changes merged and closed without merge, commits to one module. */
export interface Work {
	readonly day: string;
	readonly login: string;
	readonly merged: number;
	readonly closed: number;
	readonly commits: number;
}

export function worldOf(work: readonly Work[]): World {
	const changes: WorldChange[] = [];
	const commits: WorldCommit[] = [];
	const at = (day: string, hour: number, minute: number): string => `${day}T0${hour}:${String(minute).padStart(2, '0')}:00Z`;
	for (const { day, login, merged, closed, commits: made } of work) {
		for (let number = 0; number < merged + closed; number++) {
			const start = at(day, 2, number);
			const end = at(day, 3, number);
			changes.push({ number: changes.length + 1, title: `Change ${changes.length + 1}`, author: login, branch: `b${changes.length}`, head: `h${changes.length}`, createdAt: start, updatedAt: end, closedAt: end, ...(number < merged ? { mergedAt: end } : {}), by: login });
		}
		for (let number = 0; number < made; number++) commits.push({ name: `${login} ${day} ${number}`, author: login, message: `Step ${number}`, authoredAt: at(day, 4, number), committedAt: at(day, 4, number), files: ['src/sync/a.ts'], branch: 'main' });
	}
	return { changes, commits };
}
