import { describe, expect, it } from 'vitest';
import { DEFAULT_RULES, DOCUMENT_CONFLICT, type ConflictScanner } from '../../../core/red-light/index.js';
import { createCommentScanner } from '../../../core/comment-patterns/index.js';
import { comment, pageEvent, resolved, version, account } from './support/evidence.js';
import { colourOf, edits, lightOf, lightsOf } from './support/evaluate.js';

const versions = (count: number, from = 1, minutes = 60) => Array.from({ length: count }, (_, at) => version(from + at, new Date(Date.UTC(2026, 2, 2, 1) + (from + at) * minutes * 60_000).toISOString()));
const rules = [edits()];

describe('S7: edits of a page', () => {
	it('S7: the ninth version since creation is red, the eighth is not', () => {
		expect(colourOf(versions(5), '2026-03-10', { rules })).toBe('green');
		expect(colourOf(versions(8), '2026-03-10', { rules })).toBe('yellow');
		const light = lightOf(versions(9), '2026-03-10', { rules });
		expect(light).toMatchObject({ value: { light: 'red', streak: 9, page: { page: 'p1', title: 'Page p1', space: 'REQ' } }, audience: { level: 'person' } });
		expect(light.evidence).toHaveLength(9);
		expect(light.evidence[8]).toMatchObject({ label: 'REQ “Page p1” v9', url: 'https://wiki.example.com/pages/p1' });
		expect(light.explanation).toEqual({
			en: 'Red light for zhang-min: 9 versions of the page “Page p1” published since its creation and no review was started (more than 8 is red).',
			'zh-CN': 'zhang-min 红灯：自创建以来已修改页面“Page p1”9 次，且未发起评审（超过 8 次为红灯）。',
		});
	});

	it('S7: each person is counted alone', () => {
		const two = versions(10).map((fact, at) => (at < 5 ? fact : version(at + 1, fact.time, 'li-na')));
		expect(lightsOf(two, '2026-03-10', { rules }).map(({ value }) => value.streak)).toEqual([5, 5]);
	});

	it.each([
		['a label', pageEvent('labelAdded', '2026-03-02T09:30:00Z', { label: '评审中', by: null, observed: true })],
		['a state', pageEvent('stateChanged', '2026-03-02T09:30:00Z', { state: 'Ready for review', by: null, observed: false })],
		['a task for another person', pageEvent('taskAssigned', '2026-03-02T09:30:00Z', { task: 't1', author: account('zhang-min'), assignee: account('li-na'), text: '请评审第 3 节' })],
		['a mention with the words', comment('@li-na please review', { mentions: ['li-na'] }, '2026-03-02T09:30:00Z')],
		['an event of another system', pageEvent('reviewRequested', '2026-03-02T09:30:00Z', { by: null, how: 'approval REV-1' })],
	])('S7: %s starts a review and the count anew', (_, start) => {
		// Versions at 02:00Z, 03:00Z, …: eight up to 09:00Z, three after it.
		const light = lightOf([...versions(11), start], '2026-03-10', { rules });
		expect(light.value).toMatchObject({ light: 'green', streak: 3 });
		expect(colourOf([start, ...versions(17)], '2026-03-10', { rules })).toBe('red');
		expect(colourOf([...versions(11), start], '2026-03-10', { rules: [edits({ reviewBy: [] })] })).toBe('red');
	});

	it('S7: an inline comment, a task for oneself and a label of another kind start none', () => {
		const none = [
			comment('please review', { location: 'inline', selection: 'limit' }, '2026-03-02T09:30:00Z'),
			pageEvent('taskAssigned', '2026-03-02T09:30:00Z', { task: 't1', author: account('zhang-min'), assignee: account('zhang-min'), text: 'review' }),
			pageEvent('labelAdded', '2026-03-02T09:30:00Z', { label: 'requirements', by: null, observed: true }),
		];
		expect(colourOf([...versions(11), ...none], '2026-03-10', { rules })).toBe('red');
	});

	it('S7: minor edits, versions in quick succession, drafts and repeats count by parameter', () => {
		const minor = versions(9).map((fact, at) => version(at + 1, fact.time, 'zhang-min', { minorEdit: at > 0 }));
		expect(colourOf(minor, '2026-03-10', { rules })).toBe('red');
		expect(lightOf(minor, '2026-03-10', { rules: [edits({ countMinorEdits: false })] }).value.streak).toBe(1);
		const quick = versions(9, 1, 4);
		expect(lightOf(quick, '2026-03-10', { rules: [edits({ mergeWithinMinutes: 5 })] }).value.streak).toBe(1);
		expect(lightOf([...versions(8), version(9, '2026-03-03T00:00:00Z', 'zhang-min', { status: 'draft' })], '2026-03-10', { rules }).value.streak).toBe(8);
		expect(lightOf([...versions(8), ...versions(8)], '2026-03-10', { rules }).value.streak).toBe(8);
	});

	it('S7: a version without time survives: it is as old as the one before it', () => {
		const facts = versions(9).map((fact, at) => (at === 4 ? version(5, undefined) : fact));
		expect(colourOf(facts, '2026-03-10', { rules })).toBe('red');
		const start = pageEvent('reviewRequested', '2026-03-02T06:30:00Z', { by: null, how: 'approval' });
		expect(lightOf([...facts, start], '2026-03-10', { rules }).value.streak).toBe(4);
	});

	it('S7: spaces and titles choose the pages', () => {
		expect(lightsOf(versions(9), '2026-03-10', { rules: [edits({ spaces: ['OPS'] })] })).toEqual([]);
		expect(colourOf(versions(9), '2026-03-10', { rules: [edits({ spaces: ['req'], titles: ['page *'] })] })).toBe('red');
	});

	it('S7: a red light goes out when a review starts', () => {
		const first = lightOf(versions(9), '2026-03-02T20:00:00Z', { rules });
		const known = [{ key: first.key, ruleId: first.rule.id, ruleVersion: '1', subject: first.subject, state: 'new' as const, firstDay: first.value.firstDay, lastDay: first.value.lastDay, firstSeen: first.value.firstSeen, humanDecision: null, objection: null, light: first }];
		const start = pageEvent('reviewRequested', '2026-03-03T01:00:00Z', { by: null, how: 'approval' });
		const lights = lightsOf([...versions(9), start], '2026-03-04', { rules, known });
		expect(lights.map(({ value }) => value.state)).toEqual(['clear', 'out']);
		expect(lights[1]).toMatchObject({ key: first.key, evidence: first.evidence });
	});
});

describe('S7: comments', () => {
	const scanner: ConflictScanner = createCommentScanner();
	const given = { rules: [DOCUMENT_CONFLICT], scanner };

	it('S7: a comment that names a conflict is red, with sentence and document', () => {
		const light = lightOf([comment('<p>这个逻辑和《随访管理需求说明》文档冲突。</p>')], '2026-03-10', given);
		expect(light.value).toMatchObject({ light: 'red', sentences: [{ document: '随访管理需求说明', verdict: 'red' }] });
		expect(light.value.sentences[0]?.sentence).toContain('这个逻辑和《随访管理需求说明》文档冲突');
		expect(light.explanation['zh-CN']).toContain('“随访管理需求说明”冲突');
		expect(lightOf([comment('This logic conflicts with the "Follow-up Requirements" doc.')], '2026-03-10', given).value.sentences[0]?.document).toBe('Follow-up Requirements');
	});

	it('S7: a question is yellow, or nothing by parameter', () => {
		const facts = [comment('这里和随访方案冲突吗？')];
		expect(colourOf(facts, '2026-03-10', given)).toBe('yellow');
		expect(colourOf(facts, '2026-03-10', { ...given, rules: [{ ...DOCUMENT_CONFLICT, questionIsYellow: false }] })).toBe('green');
	});

	it('S7: a page whose comments name none is green', () => {
		expect(lightOf([comment('核对过了，和接口文档没有冲突。')], '2026-03-10', given).value).toMatchObject({ light: 'green', state: 'clear' });
	});

	it('S7: a resolved comment flags no more, a reopened one does again, an edited one counts as it reads now', () => {
		const said = comment('字段定义与数据管理计划不符。', { location: 'inline' });
		expect(colourOf([said, resolved('resolved')], '2026-03-10', given)).toBe('green');
		expect(colourOf([resolved('reopened', '2026-03-04T09:00:00+08:00'), said, resolved('resolved')], '2026-03-10', given)).toBe('red');
		expect(colourOf([comment('已核对。', { version: 2 }), said], '2026-03-10', given)).toBe('green');
	});

	it('S7: the three rules of the pack go together', () => {
		expect(lightsOf([...versions(9), comment('字段定义与数据管理计划不符。')], '2026-03-10', { rules: DEFAULT_RULES, scanner }).map(({ rule, value }) => [rule.id, value.light])).toEqual([['page-edits', 'red'], ['document-conflict', 'red']]);
	});
});
