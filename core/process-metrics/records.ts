import type { Moment } from '../time/moment.js';
import type { MappedValue, SubjectFacts } from './facts.js';
import { compareOrigins, type Origin } from './origin.js';

/** Mapped values that belong together: those of one repeat of a group within one form instance. */
export interface MappedRecord {
	readonly values: ReadonlyMap<string, MappedValue>;
	readonly all: readonly MappedValue[];
	/** The fact that last touched it. */
	readonly origin: Origin;
}

export function recordsOf(subject: SubjectFacts, items: readonly (string | null)[]): readonly MappedRecord[] {
	const records = new Map<string, { readonly values: Map<string, MappedValue>; readonly all: MappedValue[]; origin: Origin }>();
	for (const value of subject.values(items)) {
		const { visit, form, formRepeat } = value.form;
		const key = [visit.event, visit.eventRepeat ?? '', form, formRepeat ?? '', value.point.groupRepeat ?? ''].join('\u0000');
		let record = records.get(key);
		if (!record) records.set(key, (record = { values: new Map(), all: [], origin: value.origin }));
		record.all.push(value);
		if (!record.values.has(value.point.item)) record.values.set(value.point.item, value);
		if (laterThan(value.origin, record.origin)) record.origin = value.origin;
	}
	return [...records.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, record]) => record);
}

const CLOCK = /^\d{1,2}:\d{2}(?::\d{2})?$/;

/** First readable date of the items; a clock time in another of them completes a date without time. */
export function momentOf(subject: SubjectFacts, record: MappedRecord, items: readonly string[]): Moment | null {
	const texts = items.map((item) => record.values.get(item)?.value.trim()).filter((text) => text !== undefined);
	for (const text of texts) {
		const moment = subject.moment(text);
		if (moment === null) continue;
		if (moment.precision !== 'day') return moment;
		const clock = texts.find((other) => CLOCK.test(other));
		return (clock === undefined ? null : subject.moment(`${text}T${clock}`)) ?? moment;
	}
	return null;
}

function laterThan(a: Origin, b: Origin): boolean {
	if (a.time !== b.time) return (a.time ?? '') > (b.time ?? '');
	return compareOrigins(a, b) > 0;
}
