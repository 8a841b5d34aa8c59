import { createWorkingCalendar } from '../core/calendar/workingCalendar.js';
import type { CloudEvent } from '../core/evidence/cloudEvent.js';
import type { ChangeAbandoned, CommitRecorded } from '../core/git/evidence.js';
import { CODE_STREAK, createRedLights, PAGE_EDITS, type RedLight, type RedLightRule } from '../core/red-light/index.js';
import type { Item } from './redLightFacts.js';

/* The core as the node runs it, in slices, and the pass that only reads the same fields. */

export const AS_OF = '2025-09-01T20:00:00+08:00';
export const CODE_RULES: readonly RedLightRule[] = [CODE_STREAK];
export const PAGE_RULES: readonly RedLightRule[] = [PAGE_EDITS];
/** Facts between two pauses. */
export const SLICE = 5000;

export interface CoreRun {
	readonly lights: readonly RedLight[];
	/** Longest time without a pause, in milliseconds. */
	readonly longest: number;
}

/**
 * @param pause called where the node lets other work go on
 * @param greenLights whether each subject without a light gets a green one
 * @param take null: the lights are kept, as the node keeps them for its outputs
 */
export function runCore(items: readonly Item[], rules: readonly RedLightRule[], pause: () => void = () => undefined, greenLights = true, take: ((light: RedLight) => void) | null = null): CoreRun {
	const at = (fact: number): CloudEvent => (items[fact] as Item).json;
	let longest = 0;
	let since = performance.now();
	const breathe = (): void => {
		const now = performance.now();
		longest = Math.max(longest, now - since);
		pause();
		since = performance.now();
	};
	const evaluation = createRedLights({ rules, calendar: createWorkingCalendar(), directory: null, scanner: null, facts: { at }, asOf: AS_OF, known: [], greenLights });
	for (let fact = 0; fact < items.length; fact++) {
		if (evaluation.accept(at(fact), fact) !== null) throw new Error(`Fact ${fact} cannot be used.`);
		if (fact % SLICE === SLICE - 1) breathe();
	}
	const lights: RedLight[] = [];
	for (const light of evaluation.results()) {
		if (light === null) breathe();
		else if (take === null) lights.push(light);
		else take(light);
	}
	breathe();
	return { lights, longest };
}

/** Reads each field that the rules look at, and keeps nothing. */
export function readFields(items: readonly Item[]): number {
	let sum = 0;
	for (let at = 0; at < items.length; at++) {
		const { type, time, data } = (items[at] as Item).json;
		sum += type.length + (time?.charCodeAt(9) ?? 0);
		const { paths, authoredAt, contentKey, parents, author, repository, change, draft, head, page, version, minorEdit, status, label } = data as Partial<CommitRecorded & ChangeAbandoned> & { page?: string; version?: number; minorEdit?: boolean; status?: string; label?: string };
		if (author !== null && author !== undefined) sum += author.system.length + author.account.charCodeAt(author.account.length - 1) + (author.bot ? 1 : 0);
		if (paths !== undefined && paths !== null) {
			sum += (authoredAt?.charCodeAt(9) ?? 0) + (contentKey?.charCodeAt(0) ?? 0) + (parents ?? 0) + (change?.length ?? 0) + (repository?.length ?? 0);
			for (const path of paths) sum += path.charCodeAt(path.length - 1);
		} else if (page === undefined) sum += (repository?.length ?? 0) + (change?.charCodeAt(0) ?? 0) + (draft === true ? 1 : 0) + (head?.sha?.charCodeAt(0) ?? 0);
		else sum += page.charCodeAt(page.length - 1) + (version ?? 0) + (minorEdit === true ? 1 : 0) + (status?.length ?? 0) + (label?.length ?? 0);
	}
	return sum;
}

/** Red stretches as lines that every contender can say. */
export function episodesOf(lights: readonly RedLight[]): string[] {
	return lights.flatMap(({ subject, value }) => value.episodes.map(({ firstDay, lastDay, days }) => `${subject} ${firstDay} ${lastDay} ${days}`)).sort();
}

/** Red and yellow pages as lines. */
export function pagesOf(lights: readonly RedLight[]): string[] {
	return lights.filter(({ value }) => value.light !== 'green').map(({ value, subject }) => `${subject.split(' · ')[0] ?? ''} ${value.page?.page ?? ''} ${value.streak}`).sort();
}
