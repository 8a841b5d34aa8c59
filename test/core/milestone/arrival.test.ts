import { describe, expect, it } from 'vitest';
import { EDC_EVENT_TYPES, type EdcEvent } from '../../../core/edc/evidence.js';
import { EvidenceFold } from '../../../core/milestone/fold.js';
import { createMilestoneProgress } from '../../../core/milestone/progress.js';
import { Reads } from '../../../core/milestone/reads.js';
import type { SubjectRecord } from '../../../core/milestone/record.js';
import { UTC } from '../../../core/time/zone.js';
import { countOf, evaluate, one } from './evaluated.js';
import { AS_OF, described, DESIGN, form, item, MAPPING, planned, plannedForm, rule, visitDone } from './facts.js';

const A = visitDone('A', '2026-03-01', '2026-03-10T00:00:00Z');
const B = visitDone('B', '2026-03-02', '2026-03-03T00:00:00Z');
const C = visitDone('C', '2026-03-02', '2026-03-02T00:00:00Z');

describe('S1: what comes when, in slices and again', () => {
	const at = '2026-03-02T00:00:00Z';

	it('a design that comes last or is replaced asks for visits that nobody asked for before', () => {
		const single = rule('1st subject completed follow-up', { visitDateRequired: false });
		const filled = form('A', at, [item('I.1', at)], { event: 'SE.2' });
		const progress = createMilestoneProgress({ rules: [single], mapping: MAPPING });
		const count = (fact: EdcEvent): number | null | undefined => {
			progress.accept(fact);
			return progress.results(AS_OF, [])[0]?.value.count;
		};
		expect(count(filled)).toBeNull();
		expect(count(DESIGN())).toBe(0);
		expect(count(described([planned('SE.1', ['F.0']), planned('SE.2', ['F.1'])], [plannedForm('F.1', ['I.1'])], '2026-02-01T00:00:00Z'))).toBe(1);
	});

	it('an item that is read anywhere may come to a form that was not read before, after the whole form that took it out', () => {
		const enrolled = rule('1st subject enrolled');
		const stated = form('A', at, [item('I.ENR', at, { value: '2026-03-01' })], { event: 'SE.9' });
		const without = form('A', '2026-03-04T00:00:00Z', [item('I.9', null)], { event: 'SE.9', complete: true });
		for (const events of [[stated, without], [without, stated]]) expect(countOf(events, enrolled)).toBe(0);
	});

	it('a group that was taken out as a whole empties its items, listed or not, in any order, and may be filled again', () => {
		const single = rule('1st subject completed follow-up');
		const removal = form('A', '2026-03-12T00:00:00Z', [], { removedGroups: [{ group: 'IG.1', groupRepeat: null, at: '2026-03-12T00:00:00Z', by: 'crc1' }] });
		const other = form('A', '2026-03-12T00:00:00Z', [], { removedGroups: [{ group: 'IG.1', groupRepeat: '2', at: '2026-03-12T00:00:00Z', by: 'crc1' }] });
		expect(countOf([DESIGN(), A], single)).toBe(1);
		for (const events of [[DESIGN(), A, removal], [removal, A, DESIGN()], [removal, removal, DESIGN(), A]]) expect(countOf(events, single)).toBe(0);
		expect(countOf([DESIGN(), A, other], single)).toBe(1);
		const again = visitDone('A', '2026-03-01', '2026-03-13T00:00:00Z');
		for (const events of [[DESIGN(), A, removal, again], [again, removal, A, DESIGN()]]) expect(countOf(events, single)).toBe(1);
	});

	it('subjects can be looked at in slices, with the same result', () => {
		const events = [DESIGN(), A, B, C];
		const progress = createMilestoneProgress({ rules: [rule('2nd subject completed follow-up')], mapping: MAPPING });
		for (const event of events) progress.accept(event);
		expect([progress.settle(2), progress.settle(2), progress.settle(2)]).toEqual([false, true, true]);
		expect(progress.results(AS_OF, [])).toEqual(evaluate(events, [rule('2nd subject completed follow-up')]));
	});

	it('facts told again and again are kept once, and those that differ in anything are all kept', () => {
		const event = form('A', at, [item('I.1', at)], { id: 'f' });
		if (event.type !== EDC_EVENT_TYPES.formRecorded) throw new Error('no form');
		const { data } = event;
		const different: EdcEvent[] = [
			event,
			{ ...event, time: '2026-03-05T00:00:00Z' },
			{ ...event, source: 'https://other.example.com' },
			{ ...event, data: { ...data, recordedAt: '2026-03-04T00:00:00Z', items: [item('I.1', null)] } },
			{ ...event, data: { ...data, items: [item('I.1', null)] } },
			{ ...event, data: { ...data, items: [item('I.1', at, { by: 'crc2' })] } },
			{ ...event, data: { ...data, items: [item('I.1', at), item('I.2', at, { by: 'crc2' })] } },
			{ ...event, data: { ...data, items: [item('I.1', at), item('I.2', at, { by: 'crc3' })] } },
			{ ...event, data: { ...data, items: [item('I.1', at, { filled: false })] } },
			{ ...event, data: { ...data, items: [item('I.1', at, { transaction: 'Remove' })] } },
			{ ...event, data: { ...data, event: 'SE.2' } },
			...['2026-03-01', '2026-03-02'].map((value): EdcEvent => ({ ...event, data: { ...data, items: [item('I.DATE', at, { value })] } })),
		];
		const fold = new EvidenceFold(MAPPING, UTC, new Reads([rule('1st subject completed visit SE.3')], MAPPING));
		for (let again = 0; again < 100; again++) for (const fact of different) fold.accept(fact);
		const told = fold.nextDirty() as SubjectRecord;
		expect(told.rows).toBe(1300);
		fold.unpack(told);
		expect(told.rows).toBe(different.length);
		let row = 0;
		for (const again of [...different, ...different, ...different, ...different, ...different]) {
			fold.accept(again);
			fold.unpack(told);
			row = Math.max(row, told.rows);
		}
		expect(row).toBeLessThanOrEqual(65);
	});

	it('S1: each record can be opened where the mapping says how; another address judges nothing else', () => {
		const events = [DESIGN(), { ...A, data: { ...A.data, site: 'S 1' } } as EdcEvent, form('B', at, [item('I.DATE', at, { value: '2026-03-02' }), item('I.1', at)], { formRepeat: '2' })];
		const judged = (recordAddress?: string) => one(events, rule('2nd subject completed follow-up'), [], AS_OF, recordAddress === undefined ? MAPPING : { ...MAPPING, recordAddress });
		const urls = (recordAddress?: string): ReadonlyArray<string | null> => judged(recordAddress).evidence.map(({ url }) => url);
		expect(urls()).toEqual([null, null]);
		expect(urls('https://edc.example.org/{study}/{subject}/{event}/{form}/{formRepeat}')).toEqual(['https://edc.example.org/ST.1/B/SE.3/F.1/2', 'https://edc.example.org/ST.1/A/SE.3/F.1/1']);
		expect(urls('https://edc.example.org/{site}/{subject}')).toEqual([null, 'https://edc.example.org/S%201/A']);
		expect({ ...judged('https://edc.example.org/{site}/{subject}'), evidence: [] }).toEqual({ ...judged(), evidence: [] });
	});

	it('a study without any evidence is not available, not zero', () => {
		expect(one([], rule('1st subject enrolled in study ST.9')).explanation['zh-CN']).toBe('不可用：缺少研究 ST.9 的证据。');
	});
});
