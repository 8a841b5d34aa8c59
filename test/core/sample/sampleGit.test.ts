import { describe, expect, it } from 'vitest';
import { createWorkingCalendar } from '../../../core/calendar/workingCalendar.js';
import { GIT_EVENT_TYPES } from '../../../core/git/evidence.js';
import { createDirectory } from '../../../core/people/directory.js';
import { findRole } from '../../../core/people/findRole.js';
import { DEFAULT_RULES, evaluateRedLights, type RedLight } from '../../../core/red-light/index.js';
import { SAMPLE_GIT_AS_OF, sampleGitActivity } from '../../../core/sample/git.js';
import { samplePeople } from '../../../core/sample/people.js';
import { ofType, schemaProblems } from '../git/support.js';

const directory = createDirectory(samplePeople);
const events = sampleGitActivity();

const lightsAt = (asOf: string): readonly RedLight[] =>
	evaluateRedLights({ rules: DEFAULT_RULES.filter(({ kind }) => kind === 'codeStreak'), calendar: createWorkingCalendar({ zone: 'Asia/Shanghai' }), directory, scanner: null, asOf, known: [], events }).lights;
const colours = (asOf: string): Record<string, string> => Object.fromEntries(lightsAt(asOf).map(({ value }) => [value.personId ?? value.subjectName, value.light]));

describe('S6: the made-up activity of a team', () => {
	it('is evidence in order of time, the same every time, with one id each', () => {
		expect(schemaProblems(events)).toEqual([]);
		expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
		expect(events).toEqual(sampleGitActivity());
		const times = events.map(({ time }) => Date.parse(time ?? ''));
		expect(times).toEqual([...times].sort((a, b) => a - b));
	});

	it('gives red, yellow and green on the Monday after the make-up Sunday', () => {
		expect(colours(SAMPLE_GIT_AS_OF)).toMatchObject({ P052: 'red', P054: 'yellow', P053: 'green', P051: 'green' });
		const red = lightsAt(SAMPLE_GIT_AS_OF).find(({ value }) => value.light === 'red')?.value;
		expect(red?.streak).toBe(3);
		expect(red?.firstDay).toBe('2026-09-18');
	});

	it('had a light that went out again', () => {
		expect(colours('2026-09-10T20:00:00+08:00')['P053']).toBe('red');
	});

	it('is about people of the directory, whose mentor or manager can be found', () => {
		const accounts = new Set(ofType(events, GIT_EVENT_TYPES.changeCreated).flatMap(({ data }) => (data.author === null || data.author.bot ? [] : [data.author.account])));
		for (const account of accounts) expect(directory.byAccount({ system: 'github', account }), account).toHaveLength(1);
		const mentor = findRole(directory, { role: 'mentor', of: { system: 'github', account: 'qin-lang' }, scope: null });
		expect(mentor.kind === 'assigned' ? mentor.person.id : '').toBe('P051');
	});
});
