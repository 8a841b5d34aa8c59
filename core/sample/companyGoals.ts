import { DEPARTMENTS, lastingMembers } from './companyUnits.js';
import { daysOf, quarterStart, SAMPLE_QUARTERS, timeIn, type Recorder, type Words } from './companyTime.js';

/** Revisions of each department by quarter, in the order of the departments. Research: 13 of 50 twice at the end, while the company stays at 15 of 100. */
const REVISIONS: ReadonlyArray<readonly number[]> = [
	[10, 6, 3, 2, 1, 1, 0],
	[9, 5, 2, 1, 1, 1, 0],
	[9, 5, 1, 2, 1, 0, 1],
	[8, 5, 2, 1, 1, 1, 0],
	[9, 4, 1, 1, 1, 1, 0],
	[8, 4, 2, 1, 0, 1, 0],
	[7, 5, 1, 1, 1, 0, 1],
	[8, 4, 1, 1, 1, 1, 0],
	[9, 4, 1, 1, 1, 1, 0],
	[7, 4, 1, 1, 1, 1, 0],
	[13, 1, 0, 1, 0, 0, 0],
	[13, 1, 1, 0, 0, 0, 0],
];

const REASONS = [
	{ en: 'Schedule of the authority’s site inspection', 'zh-CN': '药监局现场核查排期' },
	{ en: 'Queue of the test laboratory', 'zh-CN': '第三方检验所排队周期' },
	{ en: 'Requirement changed', 'zh-CN': '需求变更' },
];
const CHANGES = ['target', 'deadline', 'measure', 'weight'] as const;

/** A hundred goals a year with their version log. Years of goals begin in October 2023 and then in January. */
export function companyGoals(record: Recorder, words: Words): void {
	const years: ReadonlyArray<readonly [first: number, last: number]> = [[0, 0], [1, 4], [5, 8], [9, SAMPLE_QUARTERS]];
	for (const [first, last] of years) {
		DEPARTMENTS.forEach(({ goals }, department) => {
			const owners = lastingMembers(department);
			for (let number = 0; number < goals; number++) {
				const goal = `G-${quarterStart(first).slice(0, 7)}-${department + 1}-${String(number + 1).padStart(2, '0')}`;
				const person = owners[number % owners.length]?.id ?? '';
				record('goal', `${goal}-v1`, { goal, person, at: timeIn(first, 0, 9), change: 'created' });
				for (let quarter = first; quarter <= last; quarter++) {
					if (number >= (REVISIONS[quarter]?.[department] ?? 0)) continue;
					const reason = REASONS[(number + quarter) % REASONS.length] ?? { en: '', 'zh-CN': '' };
					const at = timeIn(quarter, 10 + ((number * 7 + department * 3) % 70), 10, number % 60);
					record('goal', `${goal}-r${quarter}`, { goal, person, at, change: CHANGES[number % CHANGES.length] ?? 'target', approval: `A-${goal}-${quarter}`, reason: words(reason), approver: owners[0]?.id ?? '', url: `https://goals.example.com/log/${goal}/${quarter}` });
				}
				if (last < SAMPLE_QUARTERS) record('goal', `${goal}-end`, { goal, person, at: timeIn(last, daysOf(last) - 1, 18), change: 'completed' });
			}
		});
	}
}
