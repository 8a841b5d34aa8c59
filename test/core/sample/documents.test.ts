import { describe, expect, it } from 'vitest';
import { createWorkingCalendar } from '../../../core/calendar/workingCalendar.js';
import { createCommentScanner } from '../../../core/comment-patterns/index.js';
import { DOCUMENT_EVENT_TYPES as T, type DocumentEvent } from '../../../core/documents/evidence.js';
import type { DocumentEventOf } from '../../../core/documents/fact.js';
import { checkEvidence } from '../../../core/evidence/checkEvidence.js';
import { createDirectory } from '../../../core/people/directory.js';
import { DOCUMENT_CONFLICT, evaluateRedLights, PAGE_EDITS } from '../../../core/red-light/index.js';
import { sampleDocuments } from '../../../core/sample/documents.js';
import { samplePeople } from '../../../core/sample/people.js';

const ofType = <Type extends DocumentEvent['type']>(type: Type): ReadonlyArray<DocumentEventOf<Type>> => sampleDocuments().filter((event): event is DocumentEventOf<Type> => event.type === type);

describe('S7: the sample pages', () => {
	it('S7: are valid facts, each once, by people of the sample company', () => {
		const events = sampleDocuments();
		for (const event of events) expect(checkEvidence(event)).toMatchObject({ ok: true });
		expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
		const accounts = new Set(samplePeople.flatMap((person) => person.accounts.filter(({ system }) => system === 'confluence').map(({ account }) => account)));
		for (const { data } of [...ofType(T.versionPublished), ...ofType(T.commentPosted)]) expect(accounts).toContain(data.author?.account);
		expect(sampleDocuments()).toEqual(events);
	});

	it('S7: hold nine edits without a review, eight, three since a review, and two', () => {
		const reviews = new Map([...ofType(T.labelAdded), ...ofType(T.taskAssigned)].map(({ data, time }) => [data.page, time ?? '']));
		const counts = new Map<string, number>();
		for (const { data, time = '' } of ofType(T.versionPublished)) {
			const name = `${data.page} ${data.author?.account ?? ''}`;
			counts.set(name, (counts.get(name) ?? 0) + (time > (reviews.get(data.page) ?? '') ? 1 : 0));
		}
		expect([...counts]).toEqual([['9001 sample:p062', 9], ['9001 sample:p061', 2], ['9002 sample:p061', 3], ['9003 sample:p061', 8], ['9004 sample:p062', 0]]);
	});

	it('S7: hold comments in both languages that say a conflict, deny one, and one that was settled', () => {
		const texts = ofType(T.commentPosted).map(({ data }) => data.text);
		for (const word of ['文档冲突', '不冲突', 'This conflicts with', 'no conflict with', 'This contradicts']) expect(texts.some((text) => text.includes(word))).toBe(true);
		expect(ofType(T.commentResolved).map(({ data }) => [data.comment, data.resolution])).toEqual([['9504', 'resolved']]);
	});

	it('S7: light red, yellow and green by the rules as they are delivered', () => {
		const { lights, unusable } = evaluateRedLights({ rules: [PAGE_EDITS, DOCUMENT_CONFLICT], events: sampleDocuments(), calendar: createWorkingCalendar({ zone: 'Asia/Shanghai' }), directory: createDirectory(samplePeople), scanner: createCommentScanner(), asOf: '2026-03-10T18:00:00+08:00', known: [] });
		expect(unusable).toEqual([]);
		const shown = lights.filter(({ value }) => value.light !== 'green').map(({ rule, value }) => [rule.id, value.light, value.page?.page ?? null, value.personId]);
		expect(shown.sort()).toEqual([
			['document-conflict', 'red', '9001', 'P052'],
			['document-conflict', 'red', '9002', 'P053'],
			['page-edits', 'red', '9001', 'P062'],
			['page-edits', 'yellow', '9003', 'P061'],
		]);
		expect(lights.some(({ value }) => value.light === 'green')).toBe(true);
	});
});
