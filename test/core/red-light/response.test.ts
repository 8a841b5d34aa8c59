import { describe, expect, it } from 'vitest';
import { createWorkingCalendar } from '../../../core/calendar/workingCalendar.js';
import { createDirectory } from '../../../core/people/directory.js';
import { LIGHT_HIDDEN, renderLightsPage, respondToLight, RESPONSE_TEXT_LIMIT, viewedAs, type LightResponse, type RedLight, type ResponseAnswer } from '../../../core/red-light/index.js';
import { commits } from './support/evidence.js';
import { code, lightOf, person } from './support/evaluate.js';

const li = person('P1', { name: 'Li Wei', mentorId: 'P2', managerId: 'P3', accounts: [{ system: 'github', account: 'li-wei' }] });
const mentor = person('P2', { name: 'Zhao Min', email: 'zhao.min@example.com' });
const manager = person('P3');
const hrbp = person('P4', { roles: [{ role: 'hrbp', scope: null }] });
const other = person('P5');
const people = [li, mentor, manager, hrbp, other];
const directory = createDirectory(people);
const calendar = createWorkingCalendar({});
const red = lightOf(['2026-09-16', '2026-09-17', '2026-09-18'].flatMap((day) => commits(day, 6)), '2026-09-18', { people, rules: [code()] });

const AT = '2026-09-18T10:00:00+08:00';
const respond = (light: RedLight, by = li, more: Partial<LightResponse> = {}): ResponseAnswer => respondToLight(light, by, directory, { step: 'note', factor: '', decision: '', text: 'The test environment was down', at: AT, ...more }, calendar);
function done(answer: ResponseAnswer): RedLight {
	if (!answer.ok) throw new Error(answer.reason.en);
	return answer.light;
}
const why = (answer: ResponseAnswer): string => (answer.ok ? 'was not refused' : answer.reason.en);

describe('answers to a light', () => {
	it('S13: a context note names the factor and leaves the light as it is', () => {
		const answer = respond(red, li, { factor: 'externalDependency' });
		expect(answer).toMatchObject({ ok: true, note: { about: red.key, kind: 'context', step: 'note', factor: 'externalDependency', by: 'Li Wei', at: AT } });
		expect(done(answer)).toEqual(red);
		expect(respond(red, li, { factor: 'weather' })).toMatchObject({ note: { factor: 'other' } });
	});

	it('S7: only the person concerned objects; the answer is due in 15 working days, over the National Day holiday', () => {
		const filed = done(respond(red, li, { step: 'file' }));
		expect(filed.objection).toMatchObject({ state: 'filed', deadline: '2026-10-15' });
		expect(filed.humanDecision).toBeNull();
		expect(why(respond(red, mentor, { step: 'file' }))).toContain('Only the person concerned');
		expect(why(respond(filed, li, { step: 'file' }))).toContain('open already');
		expect(done(respond(filed, li, { step: 'withdraw', text: '' })).objection?.state).toBe('withdrawn');
		expect(why(respond(red, li, { step: 'withdraw' }))).toBe('No objection was filed.');
	});

	it('S7: a person decides, never about his or her own light, and not while it is disputed', () => {
		expect(done(respond(red, mentor, { step: 'decide', decision: 'helpAgreed' })).humanDecision).toEqual({ by: 'P2', at: AT, decision: 'helpAgreed', reason: 'The test environment was down' });
		expect(why(respond(red, li, { step: 'decide', decision: 'nothingNeeded' }))).toBe('Nobody decides about a light of his or her own.');
		expect(why(respond(red, mentor, { step: 'decide', decision: 'fire' }))).toContain('“fire” is no decision');
		const filed = done(respond(red, li, { step: 'file' }));
		expect(why(respond(filed, mentor, { step: 'decide', decision: 'helpAgreed' }))).toContain('disputed');
		expect(why(respond(filed, li, { step: 'uphold' }))).toContain('his or her own');
	});

	it('S7: an objection is taken up, then upheld or rejected with a reason; upheld means restated', () => {
		const review = done(respond(done(respond(red, li, { step: 'file' })), mentor, { step: 'review', text: '' }));
		expect(review.objection?.state).toBe('underReview');
		const upheld = done(respond(review, mentor, { step: 'uphold' }));
		expect(upheld).toMatchObject({ objection: { state: 'upheld', decidedBy: 'P2' }, humanDecision: { decision: 'restated' } });
		expect(why(respond(upheld, mentor, { step: 'decide', decision: 'helpAgreed' }))).toContain('upheld');
		expect(done(respond(review, mentor, { step: 'reject' }))).toMatchObject({ objection: { state: 'rejected' }, humanDecision: { decision: 'stands' } });
		expect(why(respond(review, mentor, { step: 'reject', text: ' ' }))).toContain('empty');
	});

	it('S10: nobody but the person and the mentor sees a light; the HRBP once the person objected', () => {
		const seen = (light: RedLight): unknown[] => people.map(({ id }) => viewedAs(light, id, directory));
		expect(seen(red)).toEqual(['person', 'mentor', null, null, null]);
		expect(respond(red, other)).toEqual({ ok: false, reason: LIGHT_HIDDEN });
		const filed = done(respond(red, li, { step: 'file' }));
		expect(seen(filed)).toEqual(['person', 'mentor', null, 'hrbp', null]);
		expect(done(respond(filed, hrbp, { step: 'uphold' })).objection?.state).toBe('upheld');
	});

	it('S7: about a light of no person anyone may write a note, and somebody who leads decides', () => {
		const light: RedLight = { ...red, audience: { level: 'open', persons: [] }, value: { ...red.value, personId: null } };
		expect(respond(light, other).ok).toBe(true);
		expect(why(respond(light, other, { step: 'file' }))).toContain('Only the person concerned');
		expect(why(respond(light, other, { step: 'decide', decision: 'nothingNeeded' }))).toContain('team lead');
		expect(respond(light, manager, { step: 'decide', decision: 'nothingNeeded' }).ok).toBe(true);
	});

	it('S7: a text is needed and has a limit', () => {
		expect(why(respond(red, li, { text: '  ' }))).toContain('empty');
		expect(why(respond(red, li, { text: 'x'.repeat(RESPONSE_TEXT_LIMIT + 1) }))).toContain('at most 4000');
	});
});

describe('the page of lights', () => {
	const forms = { note: 'https://n8n.example.com/form/pt-light-note', objection: 'https://n8n.example.com/form/pt-light-objection', decision: 'https://n8n.example.com/form/pt-light-decision' };

	it('S7: the person concerned sees rule, days, numbers, evidence, state and the ways to answer', () => {
		const page = renderLightsPage([red], [], 'P1', directory, { language: 'zh-CN', forms });
		for (const text of ['我的红灯', '2026-09-18', 'team/app src/core: 6', '红灯', '版本 1', `pt-light-objection?light=${red.key}`, 'https://git.example.com/team/app/commit/', '尚未有人作出决定']) expect(page).toContain(text);
		expect(page).not.toContain('pt-light-decision');
	});

	it('S7: the mentor gets the form to decide, and to answer an objection', () => {
		const filed = done(respond(red, li, { step: 'file' }));
		const page = renderLightsPage([filed], [], 'P2', directory, { language: 'en', forms });
		for (const text of ['Li Wei', 'Disputed', 'to be answered by 2026-10-15', 'Answer the objection', `pt-light-decision?light=${red.key}`]) expect(page).toContain(text);
		expect(page).not.toContain('pt-light-objection');
		expect(renderLightsPage([done(respond(filed, mentor, { step: 'uphold' }))], [], 'P2', directory, { language: 'en', forms })).not.toContain('pt-light-decision');
		expect(renderLightsPage([red], [], 'P1', directory, { language: 'en', forms, evidenceShown: 7 })).toMatch(/2 more<\/summary>.*11 older records are not listed/);
		expect(renderLightsPage([done(respond(filed, mentor, { step: 'uphold' }))], [], 'P1', directory, { language: 'en', forms })).toContain('Restated: counts no more');
	});

	it('S10: a light that the person may not see is not on the page, even if it is handed in', () => {
		const page = renderLightsPage([red], [], 'P5', directory, { language: 'en', forms });
		expect(page).not.toContain(red.key);
		expect(page).not.toContain('Li Wei');
	});

	it('S10: nothing that people wrote becomes markup, and no address opens a script', () => {
		const evil = '<img src=x onerror=alert(1)>"\'&';
		const [first] = red.evidence;
		if (first === undefined) throw new Error('The light has no evidence.');
		const light: RedLight = { ...done(respond(red, li, { step: 'file', text: evil })), explanation: { en: evil, 'zh-CN': evil }, evidence: [{ ...first, label: evil, url: 'javascript:alert(1)' }], value: { ...red.value, subjectName: evil, sentences: [{ sentence: evil, document: evil, verdict: 'red', patterns: [], reason: { en: '', 'zh-CN': '' } }] } };
		const noted = respond(red, { ...li, name: evil }, { text: evil });
		const page = renderLightsPage([light], noted.ok ? [noted.note] : [], 'P2', directory, { language: 'en', forms: { ...forms, decision: 'javascript:alert(1)' } });
		expect(page).toContain('&lt;img');
		expect(page).not.toMatch(/<img|javascript:|<script/i);
	});
});
