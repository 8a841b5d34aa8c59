import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { Editor } from './support/editor.js';
import { startPack, type PackAtWork } from './support/packAtWork.js';

const pictures = resolve(import.meta.dirname, '../../.cache/e2e-pictures');

/** What a person does who got the pack: take the template, change the threshold in words, run it, and look at the task. */
describe.each([
	{ language: 'en', settings: 'Settings', milestones: 'Milestones (one sentence per line)', sentence: '50th subject completed follow-up', trigger: 'Try it with the sample study', task: 'Write assessment task', says: 'The 50th subject' },
	{ language: 'zh-CN', settings: '设置', milestones: '里程碑（每行一句）', sentence: '第 50 例受试者完成随访', trigger: '用示例研究试运行', task: '编写考核任务', says: '第 50 例受试者' },
] as const)('S1: from the template to the task in the editor ($language)', ({ language, settings, milestones, sentence, trigger, task, says }) => {
	let started: PackAtWork | null = null;
	let editor: Editor | null = null;
	beforeAll(async () => {
		started = await startPack(inject('tarball'), { language });
		const { url, client } = started.n8n;
		editor = await Editor.open({ url, email: client.access.email, password: client.access.password, pictures: `${pictures}/${language}` });
	});
	afterAll(async () => {
		await editor?.close();
		await started?.stop();
	});

	it('S1: imports the template, changes the threshold, runs it and sees the task with its 12 metrics', async () => {
		if (started === null || editor === null) throw new Error('The n8n of this test did not start.');
		expect(await editor.importFromFile(resolve(import.meta.dirname, `../../workflows/${language}/01-edc-milestone-to-assessment.json`))).toEqual([]);
		await editor.openNode(settings);
		await editor.changeSetting(milestones, sentence);
		await editor.picture('threshold');
		await editor.closeNode();
		await editor.executeFrom(trigger);
		await editor.picture('executed');
		await editor.openNode(task);
		await editor.picture('task');
		// The editor fetches what the node gave when it is opened: with many facts that takes a while.
		const { outputText } = editor;
		await expect.poll(outputText.bind(editor), { timeout: 90_000, interval: 500 }).toContain(says);
		const tasks = await started.n8n.client.rows('pt_tasks');
		expect(tasks).toHaveLength(1);
		const [row] = tasks;
		expect(row?.['explanation']).toContain(says);
		expect(row?.['assignee']).not.toBe('');
		expect(row?.['status']).toBe('open');
		const stored = JSON.parse(String(row?.['payload'])) as { evidence: unknown[]; rule: { id: string; version: string }; body: string };
		expect(stored.evidence.length).toBeGreaterThan(0);
		expect(stored.rule.version).not.toBe('');
		for (let number = 1; number <= 12; number++) expect(stored.body).toContain(`| ${number} |`);
	});

	it('S1: the same run again makes no second task', async () => {
		if (started === null || editor === null) throw new Error('The n8n of this test did not start.');
		await editor.closeNode();
		await editor.executeFrom(trigger);
		expect(await started.n8n.client.rows('pt_tasks')).toHaveLength(1);
	});
});
