import type { BilingualText } from '../judgement/judgement.js';
import { DAY_MILLISECONDS, dayNumberOf, epochOf, formatInstant } from '../time/zone.js';

/** Quarters of the sample company that are over: 2023-Q4 to 2026-Q3. */
export const SAMPLE_QUARTERS = 12;

/** First quarter in which the system is used, 2026-Q1. */
export const LAUNCH_QUARTER = 9;

/** Takes a record of a kind with its id and the other fields. */
export type Recorder = (kind: string, id: string, fields: Readonly<Record<string, string | number | boolean>>) => void;

/** Text in the language of the sample. */
export type Words = (text: BilingualText) => string;

/** First month of a quarter, counted from January of year 0. */
const firstMonth = (quarter: number): number => 2023 * 12 + 9 + quarter * 3;

/** A time in a quarter: the day after its first day, at an hour of Shanghai, UTC as RFC 3339. */
export function timeIn(quarter: number, day: number, hour: number, minute = 0): string {
	const month = firstMonth(quarter);
	return formatInstant(epochOf(Math.floor(month / 12), (month % 12) + 1, 1, hour - 8, minute) + day * DAY_MILLISECONDS);
}

/** Days of a quarter. */
export function daysOf(quarter: number): number {
	const [month, next] = [firstMonth(quarter), firstMonth(quarter + 1)];
	return dayNumberOf(Math.floor(next / 12), (next % 12) + 1, 1) - dayNumberOf(Math.floor(month / 12), (month % 12) + 1, 1);
}

/** `2026-Q1`. */
export function quarterName(quarter: number): string {
	const month = firstMonth(quarter);
	return `${Math.floor(month / 12)}-Q${(month % 12) / 3 + 1}`;
}

/** First day of a quarter, `2026-01-01`. */
export function quarterStart(quarter: number): string {
	return timeIn(quarter, 0, 8).slice(0, 10);
}
