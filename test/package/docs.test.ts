import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { describe, expect, it, vi } from 'vitest';
import { checkWebhookMapping } from '../../core/edc/webhookMapping/index.js';
import { parseMilestoneSentence, readMilestoneRules } from '../../core/milestone/index.js';
import { readPeopleTable } from '../../core/people/peopleTable.js';
import { CREDENTIALS, NODES } from '../../index.js';
import { readMapping } from '../../nodes/shared/edcMappingParameters.js';

/*
 * Documentation is held to what is there: every link leads somewhere, every example is read by the code it is written for,
 * every parameter that a user decides is on the page of its node.
 */

const root = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const pages = ['README.md', 'README.zh-CN.md', 'CHANGELOG.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: root })].map((page) => page.replaceAll('\\', '/')).sort();
const PUBLISHED = 'https://github.com/performance-trace/n8n-nodes-performance-trace/blob/main/';

const withoutCode = (text: string): string => text.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');

/** Anchors of a page as GitHub makes them: lower case, blanks to hyphens, no punctuation, repeats numbered. */
function anchorsOf(page: string): ReadonlySet<string> {
	const counts = new Map<string, number>();
	const anchors = new Set<string>();
	for (const [, heading = ''] of read(page).replace(/^```[\s\S]*?^```$/gm, '').matchAll(/^#{1,6} +(.+?) *#*$/gm)) {
		const text = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
		const slug = text.replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '').replaceAll(' ', '-');
		const repeats = counts.get(slug) ?? 0;
		counts.set(slug, repeats + 1);
		anchors.add(repeats === 0 ? slug : `${slug}-${repeats}`);
	}
	return anchors;
}

/** What is wrong with a link from a page, null where it leads somewhere. */
function trouble(page: string, target: string): string | null {
	if (/^(https?|mailto):/.test(target)) return null;
	const [path = '', anchor] = target.split('#');
	const file = path === '' ? page : normalize(join(dirname(page), decodeURIComponent(path))).replaceAll('\\', '/');
	if (!existsSync(join(root, file))) return `${target}: there is no ${file}`;
	if (anchor !== undefined && !anchorsOf(file).has(decodeURIComponent(anchor))) return `${target}: ${file} has no heading #${anchor}`;
	return null;
}

const linksOf = (page: string): string[] => [...withoutCode(read(page)).matchAll(/\]\(\s*<?([^)\s>]+)>?[^)]*\)/g)].map(([, target = '']) => target);

describe('links', () => {
	it.each(pages)('%s: every link, anchor and picture is there', (page) => {
		expect(linksOf(page).map((target) => trouble(page, target)).filter((found) => found !== null)).toEqual([]);
	});

	it('finds a link that leads nowhere, a heading that is not there and a picture that is missing', () => {
		expect(trouble('README.md', 'docs/nothing.md')).toMatch(/there is no/);
		expect(trouble('README.md', 'docs/privacy.md#no-such-heading')).toMatch(/no heading/);
		expect(trouble('docs/zh-CN/metrics.md', '../images/nothing.png')).toMatch(/there is no/);
	});

	it('every page can be reached from the list of pages', () => {
		const listed = linksOf('docs/README.md').map((target) => normalize(join('docs', target.split('#')[0] ?? '')).replaceAll('\\', '/'));
		expect(pages.filter((page) => page.startsWith('docs/') && page !== 'docs/README.md' && !listed.includes(page))).toEqual([]);
	});

	it('the Chinese README shows the pictures of the English one, in Chinese', () => {
		const pictures = (page: string): string[] => linksOf(page).filter((target) => target.endsWith('.png'));
		expect(pictures('README.zh-CN.md')).toEqual(pictures('README.md').map((path) => path.replace('docs/images/', 'docs/images/zh-CN/')));
	});

	it.each(globSync('nodes/*/*.node.json', { cwd: root }))('%s links to pages that are there', (file) => {
		const { resources } = JSON.parse(read(file)) as { resources: Record<string, Array<{ url: string }>> };
		const urls = Object.values(resources).flat().map(({ url }) => url);
		expect(urls.length).toBeGreaterThan(0);
		for (const url of urls) {
			expect(url.startsWith(PUBLISHED), url).toBe(true);
			expect(trouble('README.md', url.slice(PUBLISHED.length))).toBeNull();
		}
	});

	it.each(CREDENTIALS.map((Credential) => [new Credential()] as const).map(([credential]) => [credential.name, credential.documentationUrl ?? ''] as const))('the credential %s links to its own section', (_name, url) => {
		expect(url).toMatch(/docs\/credentials\.md#./);
		expect(trouble('README.md', url.slice(PUBLISHED.length))).toBeNull();
	});
});

describe('pages of the nodes', () => {
	const titles = (properties: ReadonlyArray<INodeProperties | INodePropertyOptions | INodePropertyCollection>): string[] =>
		properties.flatMap((property) => ['displayName' in property ? property.displayName : property.name, ...('options' in property ? titles(property.options ?? []) : []), ...('values' in property ? titles(property.values) : [])]);

	const pageOf = (nodeName: string): string => {
		const codex = globSync('nodes/*/*.node.json', { cwd: root }).map((file) => JSON.parse(read(file)) as { node: string; resources: { primaryDocumentation: Array<{ url: string }> } });
		const url = codex.find(({ node }) => node === `n8n-nodes-performance-trace.${nodeName}`)?.resources.primaryDocumentation[0]?.url ?? '';
		return url.slice(PUBLISHED.length);
	};

	const { n8n } = JSON.parse(read('package.json')) as { n8n: { nodes: string[] } };

	it('there is one for every node of package.json', () => {
		const names = n8n.nodes.map((file) => basename(file, '.node.js'));
		expect(NODES.map((Node) => Node.name).sort()).toEqual(names.sort());
		for (const Node of NODES) expect(existsSync(join(root, pageOf(new Node().description.name))), Node.name).toBe(true);
	});

	describe.each(NODES.map((Node) => new Node().description).map((description) => [description.displayName, description] as const))('%s', (displayName, description) => {
		const page = pageOf(description.name);

		it('has the name of the node as its title and the sections a reader looks for', () => {
			const text = read(page);
			expect(text.split('\n')[0]).toBe(`# ${displayName}`);
			for (const section of ['## What goes wrong', '## Limits']) expect(text).toContain(section);
		});

		it('names every parameter that a user decides', () => {
			const decided = description.properties.filter(({ type }) => type !== 'hidden' && type !== 'notice').map((property) => property.displayName);
			expect([...new Set(decided)].filter((title) => !read(page).includes(title))).toEqual([]);
		});

		it('names every operation and every output', () => {
			const operations = description.properties.find(({ name }) => name === 'operation')?.options ?? [];
			const outputs = Array.isArray(description.outputNames) ? description.outputNames : [...JSON.stringify(description.outputs).matchAll(/displayName: \\"([^\\]+)\\"/g)].map(([, name = '']) => name);
			expect([...titles(operations as INodePropertyOptions[]), ...outputs].filter((title) => !read(page).includes(title))).toEqual([]);
		});

		it('describes no parameter that is not there', () => {
			const known = new Set([...titles(description.properties), 'Poll Times', 'Texts', 'Options']);
			const table = /## What you decide\n+((?:\|.*\n)+)/.exec(read(page))?.[1] ?? '';
			const named = [...table.matchAll(/^\| ([^|]+) \|/gm)].slice(2).flatMap(([, cell = '']) => cell.replace(/ \([A-Z][a-z]+ [A-Z][a-z]+\)/, '').split(', ')).map((name) => name.trim());
			expect(named.filter((name) => !known.has(name))).toEqual([]);
		});
	});
});

describe('examples', () => {
	const blocks = (page: string, language: string): string[] => [...read(page).matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, text = '']) => text);

	it.each(['docs/milestones.md', 'docs/zh-CN/milestones.md'])('S1: %s: every sentence is understood, and both languages are the same milestone', (page) => {
		const rows = [...read(page).matchAll(/^\| `([^`]+)` \| `([^`]+)` \|$/gm)];
		expect(rows.length).toBeGreaterThan(10);
		for (const [, one = '', other = ''] of rows) {
			const [left, right] = [one, other].map((sentence) => parseMilestoneSentence(sentence));
			expect(left, one).toMatchObject({ ok: true });
			expect(right, other).toEqual(left);
		}
	});

	it('S1: both languages list the same sentences', () => {
		const rows = (page: string, english: number): string[] => [...read(page).matchAll(/^\| `([^`]+)` \| `([^`]+)` \|$/gm)].map((match) => match[english] ?? '');
		expect(rows('docs/zh-CN/milestones.md', 2)).toEqual(rows('docs/milestones.md', 1));
	});

	it.each(['docs/milestones.md', 'docs/zh-CN/milestones.md'])('S1: %s: the milestones in JSON can be read', (page) => {
		const [rules = ''] = blocks(page, 'json');
		expect(readMilestoneRules(JSON.parse(rules), {}).problems).toEqual([]);
	});

	it.each(['docs/mapping.md', 'docs/zh-CN/mapping.md'])('S1: %s: the mappings can be read', (page) => {
		const [full = '', status = '', webhook = ''] = blocks(page, 'json');
		for (const json of [full, status]) expect(() => readMapping({ json }, 'UTC')).not.toThrow();
		expect(checkWebhookMapping(JSON.parse(webhook)).problems).toEqual([]);
	});

	it('S1: every field of a mapping is described', () => {
		const fields = /Known fields: (.+)\./.exec(messageOf(() => readMapping({ json: '{"nothing": 1}' }, 'UTC')))?.[1]?.split(', ') ?? [];
		expect(fields.length).toBeGreaterThan(15);
		for (const page of ['docs/mapping.md', 'docs/zh-CN/mapping.md']) expect(fields.filter((field) => !read(page).includes(`\`${field}\``)), page).toEqual([]);
	});

	it('S16: the people of the example are read without a remark', () => {
		const [head = '', ...lines] = (blocks('docs/nodes/hr-directory.md', 'csv')[0] ?? '').trim().split('\n');
		const rows = lines.map((line) => Object.fromEntries(line.split(',').map((cell, index) => [head.split(',')[index] ?? '', cell])));
		const { people, problems } = readPeopleTable(rows, { source: 'table:people' });
		expect(problems).toEqual([]);
		expect(people.map(({ id, managerId }) => [id, managerId])).toEqual([['P001', 'P009'], ['P009', null]]);
		expect(people[0]?.roles).toEqual([{ role: 'projectManager', scope: 'PT-DEMO-01' }]);
	});

	it('every JSON in the documentation is JSON', () => {
		for (const page of pages) for (const json of blocks(page, 'json')) expect(() => JSON.parse(json) as unknown, page).not.toThrow();
	});

	it('the programs of the embedding page run', async () => {
		const folder = join(root, '.cache', 'docs');
		mkdirSync(folder, { recursive: true });
		const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
		const programs = blocks('docs/embedding.md', 'js');
		expect(programs).toHaveLength(4);
		for (const [index, program] of programs.entries()) {
			const file = join(folder, `embedding-${index}.mjs`);
			writeFileSync(file, program.replace(/'n8n-nodes-performance-trace\/(\w+)'/g, (_, entry: string) => `'${join(root, entry, 'index.ts')}'`));
			log.mockClear();
			await import(pathToFileURL(file).href);
			expect(log.mock.calls.length, program).toBeGreaterThan(0);
		}
		log.mockRestore();
	}, 60_000);
});

describe('what the code knows', () => {
	it('S1: the pages of the metrics hold the definitions and limits of the code', () => {
		const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts', 'docs.mjs'), '--check'], { encoding: 'utf8' });
		expect(stderr).toBe('');
		expect(status).toBe(0);
	}, 60_000);

	it('no page names a place on a machine or a registry', () => {
		const found = pages.flatMap((page) => [...read(page).matchAll(/(?:\/work\/|\/tmp\/|\/Users\/|\/root\/|\/home\/|[A-Z]:\\)[^\s)`]*|registry\.[\w.]+/g)].map(([text]) => `${page}: ${text}`));
		expect(found).toEqual([]);
	});

	it('both READMEs show every workflow by its title', async () => {
		const { WORKFLOWS } = await import('../../workflows/index.js');
		for (const { titles } of WORKFLOWS) {
			expect(read('README.md')).toContain(titles.en);
			expect(read('README.zh-CN.md')).toContain(titles['zh-CN']);
		}
	});
});

function messageOf(action: () => unknown): string {
	try {
		action();
		return '';
	} catch (error) {
		const { message, remedy = '' } = error as Error & { remedy?: string };
		return `${message} ${remedy}`;
	}
}
