import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../core/judgement/judgement.js';
import { ALL_WORKFLOWS } from '../../workflows/source/all.js';
import { buildWorkflow, SETTINGS_NODE, type NodeJson } from '../../workflows/source/builder.js';
import { buildFiles } from '../../workflows/source/files.js';

const LANGUAGES: readonly Language[] = ['en', 'zh-CN'];
const folder = (language: Language): string => join(import.meta.dirname, '..', '..', 'workflows', language);

/** What n8n draws: a node is 96 pixels square with its name below. */
const NODE = { width: 96, height: 96 };
const LABEL = 40;

interface Box {
	readonly name: string;
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

function boxOf(node: NodeJson): Box {
	const [left, top] = node.position;
	const note = node.type === 'n8n-nodes-base.stickyNote';
	const width = note ? Number(node.parameters['width']) : NODE.width;
	const height = note ? Number(node.parameters['height']) : NODE.height + LABEL;
	return { name: node.name, left, top, right: left + width, bottom: top + height };
}

const overlap = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const words = (text: string): number => (text.match(/[\p{Script=Han}]|[\p{L}\p{N}]+/gu) ?? []).length;

describe.each(LANGUAGES)('workflows in %s', (language) => {
	const files = buildFiles(language);

	it('are checked in exactly as the structure and the texts build them', () => {
		expect(readdirSync(folder(language)).sort()).toEqual(files.map(({ file }) => file).sort());
		for (const { file, content } of files) expect(readFileSync(join(folder(language), file), 'utf8'), file).toBe(content);
	});

	describe.each(ALL_WORKFLOWS.map((source) => [source.fileName, source] as const))('%s', (_name, source) => {
		const workflow = buildWorkflow(source, language);
		const notes = workflow.nodes.filter((node) => node.type === 'n8n-nodes-base.stickyNote');
		const steps = workflow.nodes.filter((node) => node.type !== 'n8n-nodes-base.stickyNote');

		it('has a title of at most 80 characters without emoji', () => {
			expect(workflow.name.length).toBeLessThanOrEqual(80);
			expect(workflow.name).not.toMatch(/\p{Extended_Pictographic}/u);
		});

		it('has exactly one settings node', () => {
			expect(steps.filter((node) => node.type === 'n8n-nodes-base.set' && node.name === source.texts[language].nodes[SETTINGS_NODE])).toHaveLength(1);
		});

		it('names every node once', () => {
			const names = workflow.nodes.map((node) => node.name);
			expect(new Set(names).size).toBe(names.length);
			expect(new Set(workflow.nodes.map((node) => node.id)).size).toBe(names.length);
		});

		it('has one yellow note for the whole and short white notes for the sections', () => {
			expect(notes.filter((note) => note.parameters['color'] === 1)).toHaveLength(1);
			for (const note of notes) {
				const count = words(String(note.parameters['content']));
				if (note.parameters['color'] === 1) expect(count, note.name).toBeGreaterThan(80);
				else expect(count, note.name).toBeLessThanOrEqual(language === 'en' ? 50 : 90);
			}
		});

		it('draws no note over a node or another note', () => {
			const boxes = workflow.nodes.map(boxOf);
			for (const [index, box] of boxes.entries()) {
				for (const other of boxes.slice(index + 1)) expect(overlap(box, other), `${box.name} over ${other.name}`).toBe(false);
			}
		});

		it('carries no credentials, no instance data and no real addresses', () => {
			const text = JSON.stringify(workflow);
			for (const node of workflow.nodes) expect(node['credentials'], node.name).toBeUndefined();
			expect(text).not.toMatch(/versionId|instanceId|staticData|"active":true/);
			for (const [address] of text.matchAll(/[\w.+-]+@[\w-]+\.[\w.-]+/g)) expect(address).toMatch(/@(?:[\w-]+\.)*example\.(?:com|org)$/);
		});

		it('leads every connection and every reference to a node that exists', () => {
			const names = new Set(workflow.nodes.map((node) => node.name));
			for (const [from, { main }] of Object.entries(workflow.connections)) {
				expect(names.has(from), from).toBe(true);
				for (const { node } of main.flat()) expect(names.has(node), node).toBe(true);
			}
			for (const [, name] of JSON.stringify(steps.map((node) => node.parameters)).matchAll(/\$\(\\"((?:[^"\\]|\\.)*?)\\"\)/g)) expect(names.has(name ?? ''), name).toBe(true);
		});

		it('uses no template literal in an expression, which n8n cannot always read', () => {
			for (const node of steps) expect(JSON.stringify(node.parameters), node.name).not.toMatch(/\{\{[^}]*`/);
		});
	});

	it('share no webhook path', () => {
		const ids = ALL_WORKFLOWS.flatMap((source) => buildWorkflow(source, language).nodes.flatMap((node) => (typeof node['webhookId'] === 'string' ? [node['webhookId']] : [])));
		expect(new Set(ids).size).toBe(ids.length);
	});
});

it('has the same structure in both languages', () => {
	for (const source of ALL_WORKFLOWS) {
		const [en, zh] = LANGUAGES.map((language) => buildWorkflow(source, language));
		const shape = (workflow = en): unknown => workflow?.nodes.map(({ id, type, typeVersion, position }) => ({ id, type, typeVersion, position }));
		expect(shape(zh), source.fileName).toEqual(shape(en));
		for (const kind of ['nodes', 'settings', 'notes', 'labels'] as const) expect(Object.keys(source.texts['zh-CN'][kind] ?? {}), `${source.fileName} ${kind}`).toEqual(Object.keys(source.texts.en[kind] ?? {}));
	}
});

it('keeps English and Chinese folders with the same files', () => {
	for (const language of LANGUAGES) expect(existsSync(folder(language))).toBe(true);
	expect(readdirSync(folder('zh-CN'))).toEqual(readdirSync(folder('en')));
});
