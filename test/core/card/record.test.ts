import { describe, expect, it } from 'vitest';
import { createWorkingCalendar } from '../../../core/calendar/workingCalendar.js';
import { cardDurations } from '../../../core/card/durations.js';
import { cardEventHash, cardEventRow } from '../../../core/card/event.js';
import { foldCard } from '../../../core/card/card.js';
import { confirmAppend, readCardLogs, trustedCard, verifyCardLog } from '../../../core/card/log.js';
import { renderCardRecord, type RecordSettings } from '../../../core/card/record.js';
import { cardRow } from '../../../core/card/row.js';
import { timelineOf } from '../../../core/card/timeline.js';
import { verifyChain } from '../../../core/event-log/verify.js';
import { templateNames } from '../../../core/explanation/template.js';
import { parseRfc3339 } from '../../../core/time/rfc3339.js';
import { TEMPLATES } from '../../../templates/index.js';
import { CardDesk, FINDING, NUMBER, PHOTO, SHANGHAI } from './cards.js';

function record(desk: CardDesk, settings: Partial<RecordSettings> = {}, events = desk.events): string {
	const card = foldCard(events);
	if (card === null) throw new Error('no card');
	const durations = cardDurations(card, { asOf: parseRfc3339('2026-04-30T09:00:00+08:00'), calendar: createWorkingCalendar() });
	return renderCardRecord(card, events, verifyChain(events, { hashOf: cardEventHash }), durations, { language: 'en', zone: SHANGHAI, printedAt: '2026-04-30 09:00', ...settings });
}

describe('card record', () => {
	it('S2: holds the whole trail, the chain with its head, durations and what is not covered, in both languages', () => {
		const desk = new CardDesk().to('closed');
		const english = record(desk);
		for (const event of desk.events) expect(english).toContain(event.hash);
		for (const words of ['INTACT', 'only that the log is consistent in itself', 'Full cycle: found → closed</td><td class="number">25</td><td class="number">19', 'not electronic signatures under 21 CFR Part 11', 'effectiveness check pending', 'verified', PHOTO.sha256]) expect(english).toContain(words);
		const chinese = record(desk, { language: 'zh-CN' });
		for (const words of ['闭环卡片 CAPA-2026-0001', '已关闭', '审计追踪', '整改负责人', '全周期时长：发现 → 关闭', '不是 21 CFR Part 11 意义上的电子签名', '有效性检查待完成']) expect(chinese).toContain(words);
		expect(templateNames(TEMPLATES['zh-CN'].card.record)).toEqual(templateNames(TEMPLATES.en.card.record));
	});

	it('S2: the same inputs give the same bytes, and nothing is loaded from outside', () => {
		const desk = new CardDesk().to('verified');
		expect(record(desk)).toBe(record(desk));
		expect(record(desk)).not.toMatch(/\b(?:src|href)="(?!data:)|<script|@import|url\(/);
	});

	it('S2: what people write never becomes markup', () => {
		const attack = '"><img src=x onerror=alert(1)><script>alert(1)</script>{{number}}';
		const desk = new CardDesk();
		desk.do('2026-03-02T09:00', { kind: 'open', actor: 'doer', ...FINDING, description: attack, origin: attack, source: attack, attachments: [{ ...PHOTO, name: attack, reference: attack }] });
		desk.do('2026-03-02T10:00', { kind: 'note', actor: 'doer', note: attack });
		const page = record(desk, { pictures: new Map([[PHOTO.sha256, 'x" onload="alert(1)']]) });
		expect(page).not.toMatch(/<script|<img/);
		expect(page).toContain('&lt;script&gt;');
	});

	it('S2: a photo is printed where it is given', () => {
		const desk = new CardDesk().to('measureDone');
		expect(record(desk, { pictures: new Map([[PHOTO.sha256, 'AAAA']]) })).toContain('<img src="data:image/jpeg;base64,AAAA" alt="after.jpg">');
	});

	it('S2: a broken chain stands out, with the place', () => {
		const desk = new CardDesk().to('closed');
		const events = desk.events.map((event) => (event.sequence === 3 ? { ...event, actorName: 'Somebody Else' } : event));
		const page = record(desk, {}, events);
		expect(page).toContain('BROKEN');
		expect(page).toContain('Event 3 was altered after it was recorded.');
		expect(page).toContain('class="verdict broken"');
	});

	it('S2: the trail shows old and new values', () => {
		const desk = new CardDesk().to('measurePlanned');
		desk.do('2026-03-05T09:00', { kind: 'change', actor: 'quality', dueDate: '2026-03-25', severity: 'critical', reason: 'Line stands', reasonCode: 'R7' });
		const last = timelineOf(desk.events, SHANGHAI).at(-1);
		expect(last).toMatchObject({ at: '2026-03-05 09:00:00+08:00', reason: 'Line stands [R7]', changes: [{ field: 'dueDate', from: { en: '2026-03-20' }, to: { en: '2026-03-25' } }, { field: 'severity', from: { 'zh-CN': '主要' }, to: { 'zh-CN': '严重' } }] });
	});
});

describe('stored log', () => {
	const rowsOf = (desk: CardDesk): ReadonlyArray<Readonly<Record<string, unknown>>> => desk.events.map((event, index) => ({ id: index + 1, ...cardEventRow(event), createdAt: 'x' }));

	it('S2: a card rebuilt from its rows equals the stored one, and a difference is told', () => {
		const desk = new CardDesk().to('closed');
		const [log] = readCardLogs([...rowsOf(desk), ...rowsOf(new CardDesk({}, 'OTHER').to('open'))]);
		if (log === undefined || desk.card === null) throw new Error('no log');
		const row = cardRow(desk.card, 'en');
		expect(trustedCard(log)).toEqual({ ok: true, card: desk.card });
		expect(verifyCardLog(log, row)).toMatchObject({ number: NUMBER, intact: true, rowAgrees: true });
		expect(verifyCardLog(log, { ...row, payload: row.payload.replace('major', 'minor') })).toMatchObject({ intact: false, rowAgrees: false, explanation: { en: expect.stringContaining('differs from its log') as string } });
		expect(verifyCardLog({ ...log, events: log.events.slice(0, 4) }, row).chain.faults).toMatchObject([{ kind: 'removed', sequence: 5, toSequence: 6 }]);
	});

	it('S2: nothing is built on a log that was changed, or whose row is no event any more', () => {
		const desk = new CardDesk().to('measureDone');
		const rows = rowsOf(desk);
		const [changed] = readCardLogs(rows.map((row, index) => (index === 1 ? { ...row, reason: 'nicer' } : row)));
		expect(changed && trustedCard(changed)).toMatchObject({ ok: false, faults: [{ kind: 'altered', sequence: 2 }] });
		const [emptied] = readCardLogs(rows.map((row, index) => (index === 1 ? { ...row, actor: null } : row)));
		expect(emptied && trustedCard(emptied)).toMatchObject({ ok: false, explanation: { en: expect.stringContaining('column "actor" is null') as string } });
	});

	it('S2: of two events stored at the same moment the first stored counts, the other changes nothing and is told', () => {
		const first = new CardDesk().to('open');
		const second = new CardDesk().to('open');
		first.do('2026-03-04T09:00', { kind: 'note', actor: 'doer', note: 'first' });
		second.do('2026-03-04T09:00', { kind: 'note', actor: 'quality', note: 'second' });
		const [own, other] = [first.events.at(-1) ?? fail(), second.events.at(-1) ?? fail()];
		const rows = [...rowsOf(first), { id: 9, ...cardEventRow(other) }].reverse();
		const [log] = readCardLogs(rows);
		if (log === undefined) throw new Error('no log');
		expect(confirmAppend(log, own.hash)).toEqual({ kind: 'counts' });
		expect(confirmAppend(log, other.hash)).toEqual({ kind: 'lost', winner: own });
		expect(confirmAppend(log, 'x')).toEqual({ kind: 'absent' });
		expect(trustedCard(log)).toMatchObject({ ok: true, card: { notes: [{ text: 'first' }] } });
		expect(verifyCardLog(log, null).chain.faults).toMatchObject([{ kind: 'inserted', sequence: 2 }]);
	});

	it('S2: the sentence tells the time as it is where the people are', () => {
		const card = new CardDesk().to('closed').card ?? fail();
		expect(cardRow(card, 'en', [], SHANGHAI).explanation).toContain('is “closed” since 2026-03-27T09:00:00+08:00');
	});

	it('S2: the row says in one sentence where the card stands', () => {
		const row = cardRow(new CardDesk().to('closed').card ?? fail(), 'zh-CN');
		expect(row).toMatchObject({ state: 'closed', version: 6, ownerName: 'Zhao Qiang', reportNumber: 'SGS-2026-117', closedAt: '2026-03-27T01:00:00Z', explanation: '卡片 CAPA-2026-0001 自 2026-03-27T01:00:00Z 起为“已关闭”（依据日志第 6 条事件），有效性检查待完成（2026-06-25 起）。' });
	});
});

function fail(): never {
	throw new Error('no card');
}
