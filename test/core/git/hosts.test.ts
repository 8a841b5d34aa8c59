import { describe, expect, it } from 'vitest';
import { GIT_EVENT_TYPES } from '../../../core/git/evidence.js';
import { conclusionOf } from '../../../core/git/facts.js';
import { GIT_SYSTEMS, type GitSystem } from '../../../core/git/index.js';
import { fakeHost } from './fakeHosts.js';
import { byIdentity, ofType, runGit, schemaProblems, shaOf } from './support.js';
import { sampleTime, sampleWorld } from './world.js';

const SYSTEMS = GIT_SYSTEMS.map((system) => [system] as const);

describe.each(SYSTEMS)('S6: reading %s', (system: GitSystem) => {
	it('gives every change, decision, review, comment, commit and check once, and nothing that its description does not know', () => {
		const host = fakeHost(system, sampleWorld(12));
		const { events, findings, complete } = runGit(system, {}, host.respond);
		expect(host.problems).toEqual([]);
		expect(findings).toEqual([]);
		expect(complete).toBe(true);
		expect(schemaProblems(events)).toEqual([]);
		expect(byIdentity(events).size).toBe(new Set(events.map(({ id }) => id)).size);
		expect(ofType(events, GIT_EVENT_TYPES.changeCreated).map(({ data }) => data.change).sort()).toEqual(Array.from({ length: 12 }, (_, index) => String(index + 1)).sort());
		expect(new Set(ofType(events, GIT_EVENT_TYPES.changeMerged).map(({ data, time }) => `${data.change} ${data.author?.account ?? ''} ${Date.parse(time ?? '')}`))).toEqual(new Set([3, 6, 9, 12].map((number) => `${number} ann ${Date.parse(sampleTime(number * 60 + 30))}`)));
		expect(ofType(events, GIT_EVENT_TYPES.changeAbandoned).map(({ data }) => data.change).sort()).toEqual(['1', '10', '4', '7']);
		expect(ofType(events, GIT_EVENT_TYPES.changeCommented)).toHaveLength(24);
		expect(ofType(events, GIT_EVENT_TYPES.changeCommented).filter(({ data }) => data.location === 'diff')).toHaveLength(12);
		expect(ofType(events, GIT_EVENT_TYPES.changeCommented).every(({ data }) => data.title !== null && data.author !== null)).toBe(true);
		expect(ofType(events, GIT_EVENT_TYPES.changeReviewed)).toHaveLength(system === 'gitee' ? 6 : 12);
		expect(ofType(events, GIT_EVENT_TYPES.checkCompleted)).toHaveLength(12);
		const commits = ofType(events, GIT_EVENT_TYPES.commitRecorded);
		expect(new Set(commits.map(({ data }) => data.sha)).size).toBe(28);
		expect(commits.find(({ data }) => data.sha === shaOf('c1a'))?.data).toMatchObject({ paths: ['README.md', 'src/mod1/a.ts'], parents: 1, repository: 'acme/app' });
		expect(events.every(({ source }) => source === 'https://git.example.com/acme/app')).toBe(true);
	});

	it('reads every page, whatever the greatest page of the server', () => {
		const whole = runGit(system, {}, fakeHost(system, sampleWorld(12)).respond);
		const small = fakeHost(system, sampleWorld(12), { cap: 2 });
		const paged = runGit(system, { pageSize: 2 }, small.respond);
		expect(small.problems).toEqual([]);
		expect([...byIdentity(paged.events).keys()].sort()).toEqual([...byIdentity(whole.events).keys()].sort());
	});

	it('asks next time only for what is new, with an overlap for equal times', () => {
		const world = sampleWorld(6);
		const first = runGit(system, {}, fakeHost(system, world).respond);
		const change = world.changes[1];
		if (change === undefined) throw new Error('no change');
		const at = world.changes[5]?.updatedAt ?? '';
		Object.assign(change, { closedAt: at, updatedAt: at });
		world.changes.push({ number: 7, title: 'Late', author: 'ann', branch: 'late', head: 'late', createdAt: at, updatedAt: at });
		const host = fakeHost(system, world);
		const second = runGit(system, {}, host.respond, { cursor: first.cursor });
		const found = [...byIdentity(second.events).keys()].filter((key) => !byIdentity(first.events).has(key));
		expect(found.sort()).toEqual([expect.stringContaining('change/2/abandoned/') as string, expect.stringContaining('change/7/created') as string]);
		expect(host.calls.length).toBeLessThan(24);
		const third = runGit(system, {}, fakeHost(system, world).respond, { cursor: second.cursor });
		expect([...byIdentity(third.events).keys()].filter((key) => !byIdentity(first.events).has(key) && !byIdentity(second.events).has(key))).toEqual([]);
	});

	it('finds a commit that was made days before it was pushed', () => {
		const world = sampleWorld(6);
		const first = runGit(system, { read: ['commits'] }, fakeHost(system, world).respond, { now: '2026-03-03T00:00:00Z' });
		world.commits.push({ name: 'late', author: 'ben', message: 'Made on Sunday', authoredAt: '2026-03-01T10:00:00Z', committedAt: '2026-03-01T10:00:00Z', files: ['src/late.ts'], branch: 'main' });
		const second = runGit(system, { read: ['commits'] }, fakeHost(system, world).respond, { cursor: first.cursor, now: '2026-03-04T00:00:00Z' });
		expect(second.events.map(({ data }) => 'sha' in data && data.sha)).toEqual([shaOf('late')]);
	});

	it('is not misled by the clock of a committer that runs ahead', () => {
		const world = sampleWorld(3);
		world.commits.push({ name: 'ahead', author: 'ben', message: 'From the future', authoredAt: '2026-03-03T10:00:00Z', committedAt: '2031-01-01T00:00:00Z', files: ['src/a.ts'], branch: 'main' });
		const first = runGit(system, { read: ['commits'] }, fakeHost(system, world).respond, { now: '2026-03-04T00:00:00Z' });
		world.commits.push({ name: 'next', author: 'ben', message: 'Next day', authoredAt: '2026-03-04T10:00:00Z', committedAt: '2026-03-04T10:00:00Z', files: ['src/a.ts'], branch: 'main' });
		const second = runGit(system, { read: ['commits'] }, fakeHost(system, world).respond, { cursor: first.cursor, now: '2026-03-05T00:00:00Z' });
		expect(second.events.map(({ id }) => id)).toEqual([`commit/${shaOf('next')}`]);
	});

	it('sees a conflict once, and looks again at what the host has not found out yet', () => {
		const world = sampleWorld(2);
		const change = world.changes[1];
		if (change === undefined) throw new Error('no change');
		change.mergeable = system === 'gitee' || system === 'gitea' ? false : null;
		const settings = { read: ['changes', 'conflicts'] as const };
		const early = runGit(system, settings, fakeHost(system, world).respond, { now: sampleTime(151) });
		if (system !== 'gitee') expect(ofType(early.events, GIT_EVENT_TYPES.changeConflicted)).toEqual([]);
		change.mergeable = false;
		const later = runGit(system, settings, fakeHost(system, world).respond, { now: sampleTime(400), cursor: early.cursor });
		const conflicts = ofType([...early.events, ...later.events], GIT_EVENT_TYPES.changeConflicted);
		expect(new Set(conflicts.map(({ id }) => id))).toEqual(new Set([`change/2/conflict/${shaOf('c2b')}`]));
		expect(conflicts[0]?.data).toMatchObject({ change: '2', observed: true });
	});

	it('sees a conflict that came without the change being touched', () => {
		const world = sampleWorld(2);
		const settings = { read: ['changes', 'conflicts'] as const };
		const first = runGit(system, settings, fakeHost(system, world).respond, { now: sampleTime(300) });
		expect(ofType(first.events, GIT_EVENT_TYPES.changeConflicted)).toEqual([]);
		Object.assign(world.changes[1] ?? {}, { mergeable: false });
		const second = runGit(system, settings, fakeHost(system, world).respond, { now: sampleTime(400), cursor: first.cursor });
		expect(ofType(second.events, GIT_EVENT_TYPES.changeConflicted).map(({ data }) => data.change)).toContain('2');
	});

	it('looks again at checks that had not ended', () => {
		const world = sampleWorld(2);
		const check = world.changes[1]?.checks?.[0];
		if (check === undefined) throw new Error('no check');
		check.conclusion = null;
		const settings = { read: ['changes', 'checks'] as const };
		const first = runGit(system, settings, fakeHost(system, world).respond);
		expect(ofType(first.events, GIT_EVENT_TYPES.checkCompleted)).toHaveLength(1);
		check.conclusion = 'failure';
		const second = runGit(system, settings, fakeHost(system, world).respond, { cursor: first.cursor });
		expect(ofType(second.events, GIT_EVENT_TYPES.checkCompleted).find(({ data }) => data.change === '2')?.data).toMatchObject({ conclusion: 'failure', author: { account: 'cho' } });
		const third = fakeHost(system, world);
		runGit(system, settings, third.respond, { cursor: second.cursor });
		expect(third.calls.filter((call) => /\/(?:pulls|merge_requests)\/2\?/.test(call))).toEqual([]);
	});
});

describe.each([['github'], ['gitlab']] as const)('S6: earlier closings on %s', (system) => {
	it('of a change that was opened again are facts of their own days, and the last one is one fact', () => {
		const world = sampleWorld(3);
		Object.assign(world.changes[0] ?? {}, { closings: [sampleTime(70)] });
		Object.assign(world.changes[2] ?? {}, { closings: [sampleTime(185)] });
		const host = fakeHost(system, world);
		const { events } = runGit(system, { read: ['changes', 'closings'] }, host.respond);
		expect(host.problems).toEqual([]);
		expect(schemaProblems(events)).toEqual([]);
		const abandoned = [...byIdentity(ofType(events, GIT_EVENT_TYPES.changeAbandoned)).values()];
		expect(abandoned.map(({ subject, time }) => `${subject ?? ''} ${Date.parse(time ?? '') - (Date.parse(time ?? '') % 1000)}`).sort()).toEqual([`1 ${Date.parse(sampleTime(70))}`, `1 ${Date.parse(sampleTime(90))}`, `3 ${Date.parse(sampleTime(185))}`]);
		expect(ofType(events, GIT_EVENT_TYPES.changeMerged).map(({ data }) => data.change)).toEqual(['3']);
	});
});

describe('words of the hosts', () => {
	it('S6: a check whose state is the name of something every object has has not ended', () => {
		expect(['constructor', '__proto__', 'valueOf', 'running'].map(conclusionOf)).toEqual([null, null, null, null]);
		expect(conclusionOf('FAILED')).toBe('failure');
	});
});
