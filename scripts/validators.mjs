/**
 * Writes core/evidence/validators.generated.js from core/evidence/schemas: Ajv's standalone code, bundled, so that no code is made at run time.
 * The result is checked in; a test writes it again and compares. `node scripts/validators.mjs` after a schema has changed.
 */
import { build } from 'esbuild';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import addFormats from 'ajv-formats';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'core/evidence');
export const target = join(folder, 'validators.generated.js');

/** The JavaScript of every validator, as one ES module without imports. */
export async function generateValidators() {
	const schemas = globSync('schemas/*.json', { cwd: folder })
		.sort()
		.map((file) => ({ name: basename(file, '.json'), schema: JSON.parse(readFileSync(join(folder, file), 'utf8')) }));
	const ajv = new Ajv2020({ code: { source: true, lines: true, optimize: 2 }, strict: true, allErrors: true, allowUnionTypes: true, allowMatchingProperties: true, schemas: schemas.map(({ schema }) => schema) });
	addFormats.default(ajv, ['date-time', 'uri', 'uri-reference']);

	const exported = Object.fromEntries(schemas.map(({ name, schema }) => [identifier(name), schema.$id]));
	const types = schemas.filter(({ name }) => name !== 'cloud-event').map(({ name }) => name);
	const entry = [
		`import * as validators from 'validators';`,
		`export const validateEnvelope = validators.${identifier('cloud-event')};`,
		`export const validateDataOfType = {`,
		...types.map((type) => `\t${JSON.stringify(type)}: validators.${identifier(type)},`),
		`};`,
	].join('\n');
	const bundled = await build({
		stdin: { contents: entry, resolveDir: root },
		bundle: true,
		write: false,
		format: 'esm',
		platform: 'neutral',
		target: 'es2022',
		charset: 'utf8',
		legalComments: 'none',
		mainFields: ['main'],
		plugins: [
			{
				name: 'standalone-code',
				setup(builder) {
					builder.onResolve({ filter: /^validators$/ }, () => ({ path: 'validators', namespace: 'standalone' }));
					builder.onLoad({ filter: /.*/, namespace: 'standalone' }, () => ({ contents: standalone.default(ajv, exported), resolveDir: root }));
				},
			},
		],
	});
	const code = bundled.outputFiles[0].text.replace(/^\/\/ .*\n/gm, '');
	return `/* Made by scripts/validators.mjs from core/evidence/schemas. Change the schemas and run it again. */\n${code}`;
}

const identifier = (name) => name.replace(/[^a-z0-9]+(.)/gi, (_, letter) => letter.toUpperCase());

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	writeFileSync(target, await generateValidators());
	console.log('validators: written');
}
