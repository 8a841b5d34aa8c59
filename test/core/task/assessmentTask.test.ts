import { describe, expect, it } from 'vitest';
import { TEMPLATES, type Templates } from '../../../templates/index.js';
import { templateNames, TemplateError } from '../../../core/explanation/template.js';
import { buildAssessmentTask, evidenceForReader, readableTime } from '../../../core/task/assessmentTask.js';
import { readMilestone } from '../../../core/task/readInputs.js';
import { readTask, taskFromRow, taskToRow } from '../../../core/task/row.js';
import { input, metrics, milestone } from './sample.js';

function textsOf(templates: Templates): ReadonlyArray<readonly [string, string]> {
	return Object.entries(templates).flatMap(([group, texts]) => Object.entries(texts as Readonly<Record<string, string>>).map(([name, text]) => [`${group}.${name}`, text] as const));
}

describe('texts: both languages say the same', () => {
	const english = textsOf(TEMPLATES.en);
	const chinese = new Map(textsOf(TEMPLATES['zh-CN']));

	it('have the same texts', () => {
		expect([...chinese.keys()]).toEqual(english.map(([name]) => name));
	});

	it.each(english)('%s asks for the same names', (name, text) => {
		expect(templateNames(chinese.get(name) ?? '')).toEqual(templateNames(text));
	});

	it('Chinese texts keep the style: no straight double quotes, full-width colon after Chinese, the glossary’s word for assessment', () => {
		for (const [name, text] of chinese) {
			const words = text.replace(/<style>[\s\S]*?<\/style>|\{\{[^}]*\}\}|<[^>]*>/g, '');
			expect(words, name).not.toMatch(/"|[\u4e00-\u9fff]:|评估|病人|患者/);
			// A closing ** between a punctuation mark and a letter closes nothing (CommonMark 6.2).
			expect(text, name).not.toMatch(/\*\*[^*\n]*[：，。]\*\*[^\s*，。：（]/);
		}
	});
});

describe('S1: milestone → assessment task', () => {
	it('S1: carries explanation, rule, evidence, assignee and due date', () => {
		const task = buildAssessmentTask(input());
		expect(task).toMatchObject({
			kind: 'assessment',
			title: 'Assessment task: study LUNA-1, 100th subject completed follow-up',
			dueDate: '2026-03-09',
			dueProvisional: false,
			status: 'open',
			judgementKey: milestone.key,
			subject: 'LUNA-1',
			rule: milestone.rule,
			assignee: { name: 'Wang Min' },
			unassignedReason: null,
		});
		expect(task.evidence).toHaveLength(12);
		expect(task.explanation).toBe(milestone.explanation);
		expect(task.body).toContain('| Due | 2026-03-09 (5 working days) |');
		expect(task.body).toContain('follow-up-100, version 1.0.0');
		expect(task.body).toContain('and 2 more records');
	});

	it('S1: all 12 metrics stand on card and chat, a missing one says what is missing', () => {
		const task = buildAssessmentTask(input());
		for (const { number, name, valueText } of metrics) {
			expect(task.body).toContain(`| ${number} | ${name} | ${valueText} |`);
			expect(task.details['chat']).toContain(`${number}) ${name}: **${valueText}**`);
		}
	});

	it('S1: a late milestone is not called reached', () => {
		expect(readMilestone({ ...milestone, value: { state: 'reached', measure: 'constructor', n: 50, reachedAt: null } }).facts.name).toEqual(milestone.explanation);
		const { milestone: late, facts } = readMilestone({ ...milestone, value: { state: 'late', measure: 'enrolled', n: 50, reachedAt: null } });
		expect(buildAssessmentTask(input({ milestone: late, facts })).body).toContain('**Milestone late**: 50 subjects enrolled (late)');
		expect(buildAssessmentTask(input({ milestone: late, facts, language: 'zh-CN' })).body).toContain('**里程碑逾期**：50 例受试者入组（逾期）');
		expect(buildAssessmentTask(input()).body).toContain('**Milestone reached**: 100th subject completed follow-up');
	});

	it('linear time: a long run of blanks in a text does not hold the server up', () => {
		const started = performance.now();
		buildAssessmentTask(input({ templates: { chat: `{{#each evidence}}a${' '.repeat(19_000)}b{{/each}}` } }));
		expect(performance.now() - started).toBeLessThan(2000);
	});

	it('S1: without metrics the card says so', () => {
		expect(buildAssessmentTask(input({ metrics: [] })).body).toContain('Not available: no metrics were calculated');
	});

	it('S1: the key is the milestone’s, whatever language, assignee or clock; another milestone is another task', () => {
		const key = buildAssessmentTask(input()).key;
		expect(buildAssessmentTask(input({ language: 'zh-CN', createdAt: '2027-01-01T00:00:00Z', assignee: { assignee: null, reason: { en: 'a', 'zh-CN': 'b' } } })).key).toBe(key);
		expect(buildAssessmentTask(input({ milestone: { ...milestone, key: 'milestone-other' } })).key).not.toBe(key);
	});

	it('S1: same input, same bytes', () => {
		expect(JSON.stringify(buildAssessmentTask(input()))).toBe(JSON.stringify(buildAssessmentTask(input())));
	});

	it('S16: unassigned is said with its reason, in the card and in the chat', () => {
		const task = buildAssessmentTask(input({ language: 'zh-CN', assignee: { assignee: null, reason: { en: 'No project manager.', 'zh-CN': '没有项目经理。' } } }));
		expect(task.assignee).toBeNull();
		expect(task.unassignedReason?.en).toBe('No project manager.');
		for (const text of [task.body, task.details['chat']]) expect(text).toContain('**待分派**：本任务找不到处理人。没有项目经理。');
	});

	it('S1: a provisional or missing due date is said', () => {
		expect(buildAssessmentTask(input({ due: { date: '2027-01-08', provisional: true, workingDays: 5, reason: null } })).body).toContain('provisional: the holiday notice');
		const none = buildAssessmentTask(input({ due: { date: null, provisional: false, workingDays: 5, reason: { en: 'calendar 2028 missing', 'zh-CN': '缺少 2028 年日历' } } }));
		expect(none.dueDate).toBeNull();
		expect(none.body).toContain('not set: calendar 2028 missing');
	});

	it('S1: receded and reordered milestones are flagged, not undone', () => {
		const task = buildAssessmentTask(input({ facts: { ...input().facts, receded: true, orderChanged: true } }));
		expect(task.body).toContain('has receded');
		expect(task.body).toContain('order of the subjects has changed');
		expect(task.status).toBe('open');
	});

	it('S1: text from a source stays text', () => {
		const evil = '](https://evil.example) **x** <at id=all></at> @all | y\n# z';
		const task = buildAssessmentTask(input({ facts: { ...input().facts, subject: evil }, milestone: { ...milestone, explanation: { en: evil, 'zh-CN': evil }, evidence: [{ source: 's', id: 'i', time: null, actor: evil, url: 'javascript:alert(1)', label: evil }] } }));
		for (const text of [task.body, String(task.details['chat'])]) {
			expect(text.replace(/\\./g, '')).not.toMatch(/evil\.example\)[^ ]|<at|@all|\n# z|\]\(https:\/\/evil|javascript:/);
		}
	});

	it('S1: own texts replace the pack’s; a misspelt name is reported with its line and the names there are', () => {
		expect(buildAssessmentTask(input({ templates: { title: '{{study}}!', objection: 'Call 100.' } }))).toMatchObject({ title: 'LUNA-1!', details: { objection: 'Call 100.' } });
		expect(() => buildAssessmentTask(input({ templates: { card: 'a\n{{studdy}}' } }))).toThrow(TemplateError);
		expect(() => buildAssessmentTask(input({ templates: { card: 'a\n{{studdy}}' } }))).toThrow('Template line 2: "studdy" is not known');
	});

	it('times are shown with their offset, as the source gave them', () => {
		expect(readableTime('2026-03-02T08:00:30.5+08:00')).toBe('2026-03-02 08:00 (+08:00)');
		expect(readableTime('2026-03-02T08:00:00Z')).toBe('2026-03-02 08:00 (UTC)');
		expect(readableTime('2026-03')).toBe('2026-03');
		expect(evidenceForReader({ source: 'edc', id: '1', time: null, actor: null, url: null }).label).toBe('edc 1');
	});
});

describe('S17: a task as a row of the inbox', () => {
	it('comes back as it went in, with the row’s status', () => {
		const task = buildAssessmentTask(input());
		expect(taskFromRow({ ...taskToRow(task) })).toEqual({ task });
		expect(taskFromRow({ ...taskToRow(task), status: 'done' })).toEqual({ task: { ...task, status: 'done' } });
		expect(taskFromRow({ ...taskToRow(task), status: '' })).toEqual({ task });
		expect(taskFromRow({ ...taskToRow(task), status: null })).toEqual({ task });
	});

	it('every column is a text, as Data Tables want it, and none has a name of their own', () => {
		const row = taskToRow(buildAssessmentTask(input({ assignee: { assignee: null, reason: { en: 'a', 'zh-CN': 'b' } } })));
		for (const [column, value] of Object.entries(row)) {
			expect(typeof value).toBe('string');
			expect(['id', 'createdAt', 'updatedAt']).not.toContain(column);
		}
		expect(row.assignee).toBe('');
	});

	it.each([
		[{}, 'payload'],
		[{ payload: '{' }, 'not valid JSON'],
		[{ payload: '[]' }, 'JSON object'],
		[{ payload: '{"key":1}' }, '"key" of the task is a number'],
		[{ ...taskToRow(buildAssessmentTask(input())), status: 'closed' }, '"closed"'],
	])('a row that holds no task names the reason %#', (row, reason) => {
		expect(taskFromRow(row)).toMatchObject({ task: null, reason: expect.stringContaining(reason) as string });
	});

	it.each(['title', 'language', 'status', 'links', 'rule', 'details'])('a task without %s is refused by name', (field) => {
		expect(readTask({ ...buildAssessmentTask(input()), [field]: undefined })).toMatchObject({ task: null, reason: expect.stringContaining(`"${field}"`) as string });
	});
});
