import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMinutesScanner, DEFAULT_TERM_ROWS, MINUTES_TERMS_SCHEMA, readTalk, readTermRows, type MinutesDocument } from '../../../core/minutes/index.js';
import type { Person } from '../../../core/people/person.js';
import { zoneOf } from '../../../core/time/zone.js';
import { talkOf } from './talks.js';

const scanner = createMinutesScanner();
const scan = (text: unknown, own: Parameters<typeof talkOf>[0] = {}) => scanner.scan(talkOf(own), [{ text }]);

describe('minutes of a talk', () => {
	it('S8: a citation is the quoted sentence with speaker, terms, rows, turn and reason in both languages', () => {
		const { row, citations, judgement } = scan('王芳：先聊聊近况。系统显示你有 6 条质疑没有答复。\n李伟：好的。');
		expect(row).toMatchObject({ kind: 'talk', id: 'T-1', manager: '王芳', employee: '李伟', minutes: true, citations: 1, url: 'https://wiki.example.com/t1' });
		expect(citations).toHaveLength(1);
		expect(citations[0]).toMatchObject({
			class: 'CITED', counts: true, sentence: '系统显示你有 6 条质疑没有答复。', speaker: '王芳', turn: 1,
			reason: { en: 'The manager cites process data: “系统显示”.', 'zh-CN': '上级引用了过程数据：“系统显示”。' },
		});
		expect(citations[0]?.terms[0]).toEqual({ text: '系统显示', kind: 'system', row: 'zh-system', version: '1' });
		expect(judgement).toMatchObject({
			kind: 'minutesScan', subject: 'T-1', value: { state: 'scanned', citations: 1, managerTurns: 1, turns: 2 }, rule: { id: 'minutes-citation', version: '1.0.0' },
			evidence: [{ source: 'rows:talk', id: 'T-1', time: '2026-03-02T09:00:00+08:00', actor: '王芳', url: 'https://wiki.example.com/t1' }],
			explanation: { en: 'In talk T-1 the manager cites process data in 1 sentence (1 of 2 turns).', 'zh-CN': '谈话 T-1 中上级有 1 句引用了过程数据（共 2 段发言，其中上级 1 段）。' },
		});
	});

	it('S8: only the manager’s own turns count; each other sentence is given with its reason', () => {
		const { row, notCounted, judgement } = scan('议题：数据看板\n看板有红灯。\n李伟：系统显示我有 6 条质疑。\n赵敏：看板上有黄灯。\n王芳：我没看数据看板。');
		expect(row.citations).toBe(0);
		expect(notCounted.map(({ class: kind, speaker }) => [kind, speaker])).toEqual([['HEAD', null], ['NOBODY', null], ['EMPLOYEE', '李伟'], ['OTHER', '赵敏'], ['NEG', '王芳']]);
		expect(notCounted.every(({ counts, reason }) => !counts && reason.en !== '' && reason['zh-CN'] !== '')).toBe(true);
		expect(judgement.explanation['zh-CN']).toContain('未计入：1 未查看、1 标题或模板、1 员工所说、1 他人所说、1 未写明说话人');
	});

	it.each([undefined, null, '', '  \n'])('S8: no minutes (%j) are no evidence, and say so', (text) => {
		const { row, judgement } = scan(text);
		expect([row.minutes, row.citations, judgement.value.state]).toEqual([false, 0, 'noMinutes']);
	});

	it('S8: minutes in which nobody is the manager are no evidence either', () => {
		const { row, judgement } = scan('张三：看板有红灯。\n李四：好。');
		expect([row.minutes, judgement.value]).toEqual([false, { state: 'managerNotFound', citations: 0, managerTurns: 0, turns: 2, notCounted: { OTHER: 1 } }]);
		expect(judgement.explanation.en).toContain('Give the name under which the manager speaks');
	});

	it('S8: notes that name nobody are the manager’s only by the setting', () => {
		const notes = 'The dashboard shows six open queries.';
		expect(scan(notes).row).toMatchObject({ minutes: false, citations: 0 });
		expect(createMinutesScanner({ notesBy: 'manager' }).scan(talkOf(), [{ text: notes }]).row).toMatchObject({ minutes: true, citations: 1 });
		expect(createMinutesScanner({ notesBy: 'manager' }).scan(talkOf(), [{ text: `${notes}\n李伟：好` }]).row.citations).toBe(0);
	});

	it('S8: the speaker may be called by role, surname and title, parts of the name, account or e-mail', () => {
		const people: Person[] = [{ id: 'P7', name: 'Wang Fang', email: 'fang.wang@example.com', active: true, department: null, managerId: null, mentorId: null, teamLeadId: null, accounts: [{ system: 'confluence', account: 'wfang' }], roles: [], evidence: { source: 'hr', id: 'P7', time: null, actor: null, url: null } }];
		const own = createMinutesScanner({ people });
		for (const speaker of ['上级', '王总', '王经理', '小王', 'Manager', 'Fang Wang', 'Wang', 'wfang', 'fang.wang@example.com', 'fang.wang', 'Wang Fang (Lead)']) {
			const { row } = own.scan(talkOf({ manager: 'P7', managerNames: ['王芳'] }), [{ text: `${speaker}: 系统显示有红灯。` }]);
			expect([speaker, row.manager, row.citations]).toEqual([speaker, 'P7', 1]);
		}
	});

	it('S8: people mentioned in a Confluence page speak under their account; one that nobody knows is somebody else', () => {
		const page = (account: string): string => `<p>王芳：你好。</p><p><ac:link><ri:user ri:account-id="${account}" /></ac:link>：看板上有红灯。</p>`;
		expect(scan(page('acc-7'), { managerNames: ['acc-7'] }).row.citations).toBe(1);
		expect(scan(page('acc-8'), { managerNames: ['acc-7'] }).notCounted.map(({ class: kind, speaker }) => [kind, speaker])).toEqual([['OTHER', '@acc-8']]);
		expect(scan('王芳：你好。\n：看板上有红灯。').notCounted.map(({ class: kind }) => kind)).toEqual(['NOBODY']);
	});

	it('S8: a name that fits both is nobody’s citation', () => {
		expect(scan('王总：系统显示有红灯。', { employee: '王伟' }).notCounted[0]?.class).toBe('UNCLEAR');
	});

	it('S8: a link to one of the systems counts by its address', () => {
		const link = '<p>王芳：我读了<a href="https://git.example.com/a/b/pull/12">这里</a>。</p>';
		expect(scan(link).citations[0]?.terms.map(({ kind, text }) => [kind, text])).toEqual([['link', 'https://git.example.com/a/b/pull/12']]);
		expect(scan(link.replace('/pull/12', '/readme')).row.citations).toBe(0);
	});

	it('S8: a very long sentence is cut around the term', () => {
		const { citations } = scan([{ speaker: '王芳', text: `${'嗯然后'.repeat(400)}系统显示有红灯${'对对对'.repeat(400)}` }]);
		expect(citations[0]?.sentence).toMatch(/^….*系统显示.*…$/);
		expect(citations[0]?.sentence.length).toBeLessThan(800);
	});
});

describe('order and repeats', () => {
	const sentence = fc.constantFrom('系统显示你有红灯。', 'The dashboard shows six open queries.', '我没看看板。', 'Well done.', 'PR #12 waited 9 days.', '你看看板了吗？');
	const minutes = fc.array(fc.tuple(fc.constantFrom('王芳', '李伟', '赵敏'), sentence), { minLength: 1, maxLength: 8 }).map((turns) => turns.map(([speaker, text]) => `${speaker}：${text}`).join('\n'));

	it('S8: records of one talk in any order and any number of times give the same', () => {
		fc.assert(fc.property(fc.array(minutes, { minLength: 1, maxLength: 4 }), fc.nat(), (texts, turn) => {
			const documents: MinutesDocument[] = texts.map((text) => ({ text }));
			const shuffled = [...documents.slice(turn % documents.length), ...documents.slice(0, turn % documents.length), ...documents].reverse();
			expect(scanner.scan(talkOf(), shuffled)).toEqual(scanner.scan(talkOf(), documents));
		}));
	});

	it('S8: the same words count once however often they are recorded', () => {
		fc.assert(fc.property(minutes, fc.integer({ min: 2, max: 4 }), (text, times) => {
			const once = scanner.scan(talkOf(), [{ text }]);
			const often = scanner.scan(talkOf(), [{ text: Array.from({ length: times }, () => text).join('\n') }]);
			expect(often.citations.map(({ key }) => key)).toEqual(once.citations.map(({ key }) => key));
			expect(often.judgement.key).toBe(once.judgement.key);
		}));
	});

	it('S8: words of others never change what counts', () => {
		fc.assert(fc.property(minutes, sentence, (text, more) => {
			expect(scanner.scan(talkOf(), [{ text: `${text}\n李伟：${more}` }]).row.citations).toBe(scanner.scan(talkOf(), [{ text }]).row.citations);
		}));
	});
});

describe('table of terms', () => {
	it('S8: a word added to the table is found, a row switched off is not', () => {
		const { rows, problems } = readTermRows([{ id: 'ours', kind: 'system', words: '魔方|Cube' }]);
		expect(problems).toEqual([]);
		expect(createMinutesScanner({ rows: [...DEFAULT_TERM_ROWS, ...rows] }).scan(talkOf(), [{ text: '王芳：魔方里有红灯。' }]).citations[0]?.terms.map(({ row }) => row)).toEqual(['ours', 'zh-system']);
		const off = DEFAULT_TERM_ROWS.map((row) => (row.id === 'zh-system' ? { ...row, active: false } : row));
		expect(createMinutesScanner({ rows: off }).scan(talkOf(), [{ text: '王芳：系统显示红灯。' }]).row.citations).toBe(0);
	});

	it('S8: a pattern is found also within a word', () => {
		for (const pattern of ['[a-z]+board', '.板', 'x?ops']) {
			const { rows } = readTermRows([{ id: 'own', kind: 'system', pattern }, { id: 'words', kind: 'metric', words: 'nothing' }]);
			expect(createMinutesScanner({ rows }).scan(talkOf(), [{ text: '王芳：skateboard 和白板，还有 devops。' }]).row.citations).toBe(1);
		}
	});

	it('S8: the rows of the pack are valid by the schema and read back as they are', () => {
		const validate = new Ajv2020({ allErrors: true, strict: false }).compile(MINUTES_TERMS_SCHEMA);
		const written = DEFAULT_TERM_ROWS.map(({ words, pattern, effect, ...rest }) => ({ ...rest, ...(pattern === null ? { words } : { pattern }), ...(effect === null ? {} : { effect }) }));
		expect(validate(written) ? [] : validate.errors).toEqual([]);
		expect(readTermRows(written)).toEqual({ rows: DEFAULT_TERM_ROWS, problems: [] });
	});

	it('S8: a wrong row is named with field, value and remedy and does not take the others with it', () => {
		const { rows, problems } = readTermRows([{ id: 'a', kind: 'systems', words: ['x'] }, { id: 'b', kind: 'system', words: ['y'] }]);
		expect(rows.map(({ id }) => id)).toEqual(['b']);
		expect(problems[0]?.message.en).toBe('Term row 1 (a): kind is "systems", expected one of metric, system, record, link, figure, measure, negation, plan, ask, quotation, header, speaker, exception. Choose one of these words for “kind”.');
		expect(problems[0]?.message['zh-CN']).toContain('术语第 1 行（a）');
	});
});

describe('fields of a talk', () => {
	const zone = zoneOf('Asia/Shanghai');
	it('S8: all that is wrong is named; columns may have other names', () => {
		expect(readTalk({ 编号: 7, manager: 'M', employee: '', at: 'soon', end: 'late' }, { id: '编号' }, zone)).toEqual({
			ok: false,
			problems: [
				{ field: 'employee', value: null, expected: 'a text' },
				{ field: 'at', value: 'soon', expected: 'a time such as 2026-03-02T08:00:00+08:00' },
				{ field: 'end', value: 'late', expected: 'a time such as 2026-03-02T08:00:00+08:00' },
			],
		});
		expect(readTalk({ 编号: 7, manager: 'M', employee: 'E', at: '2026-03-02', text: 'x', managerNames: '王芳、Fang' }, { id: '编号' }, zone)).toMatchObject({ ok: true, talk: { id: '7', managerNames: ['王芳', 'Fang'] }, text: 'x' });
	});
});

describe('time', () => {
	/** Work for a text and for one eight times as long. Linear work grows 8 times, quadratic 64 times. */
	it.each([
		['terms', '系统显示6条质疑，'], ['exceptions', '100% agree '], ['figures and measures', '3 days overdue '], ['negations', "I didn't look at the dashboard "], ['labels', '王芳: '], ['colons', '：：'],
		['digits', '123456789'], ['marks', '**__** '], ['quotations', '“看板'], ['tags', '<p><h2>看板'], ['times', '00:12 '], ['arrows', '00:01 --> '], ['blanks', '     \n'], ['brackets', '（（[['], ['addresses', 'https://x/dashboard'],
	])('S8: hostile minutes of %s grow with their length', (_, piece) => {
		const milliseconds = (times: number): number => {
			const text = `王芳：${piece.repeat(times)}`;
			let best = Number.POSITIVE_INFINITY;
			for (let round = 0; round < 3; round++) {
				// Time of the processor: other programs on the machine do not count.
				const start = process.cpuUsage();
				scan(text);
				const { user, system } = process.cpuUsage(start);
				best = Math.min(best, (user + system) / 1000);
			}
			return best;
		};
		milliseconds(500);
		const short = milliseconds(1_000);
		const long = milliseconds(8_000);
		expect(long).toBeLessThan(Math.max(150, short * 24));
	});
});
