import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { Editor } from './support/editor.js';
import { startN8n, type RunningN8n } from './support/harness.js';

const pictures = resolve(import.meta.dirname, '../../.cache/e2e-pictures');
const files = { en: 'workflows/en', 'zh-CN': 'workflows/zh-CN' } as const;
const FILE = '01-edc-milestone-to-assessment.json';

let folder = '';
let n8n: RunningN8n;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'performance-trace-editor-'));
	n8n = await startN8n({ folder, tarball: inject('tarball') });
});
afterAll(async () => {
	await n8n.stop();
	rmSync(folder, { recursive: true, force: true });
});

describe.each([
	['en', 'Settings', 'Milestones (one sentence per line)', 'the 7th subject was enrolled'],
	['zh-CN', '设置', '里程碑（每行一句）', '第 7 例受试者入组'],
] as const)('S1: workflow 01 in the editor (%s)', (language, settings, milestones, sentence) => {
	let editor: Editor;
	beforeAll(async () => {
		editor = await Editor.open({ url: n8n.url, ...n8n.client.access, pictures: join(pictures, language) });
	});
	afterAll(async () => {
		await editor.close();
	});

	it('S1: imports from a file without a warning, with every node known', async () => {
		const messages = await editor.importFromFile(resolve(import.meta.dirname, '../..', files[language], FILE));
		await editor.picture('imported');
		expect(messages).toEqual([]);
		expect(await editor.nodeNames()).toContain(settings);
	});

	it('S1: a milestone is changed in the settings node, in words', async () => {
		await editor.openNode(settings);
		await editor.changeSetting(milestones, sentence);
		await editor.picture('settings');
		await editor.closeNode();
		await editor.openNode(settings);
		expect(await editor.settingNames()).toContain(milestones);
		await editor.closeNode();
	});
});
