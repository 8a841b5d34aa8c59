import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createNumberRecogniser, FINDING_CODES, formatsWithRows, NUMBER_FORMATS } from '../../core/lineage/index.js';
import { FINDING_NAMES, SUPPLEMENT_NAME } from '../../core/lineage/texts.js';

/* The page about version traceback is held to what the rules do. */

describe.each([
	['en', 'docs/version-traceback.md'],
	['zh-CN', 'docs/zh-CN/version-traceback.md'],
] as const)('S3: the page in %s', (language, page) => {
	const text = readFileSync(join(import.meta.dirname, '..', '..', page), 'utf8');

	it('S3: gives an example of each format that is read as this format', () => {
		const recogniser = createNumberRecogniser(NUMBER_FORMATS);
		const examples = [...text.matchAll(/^\| [^|]+ \| `([^`]+)` \| [^|]+ \|$/gm)].map(([, number = '']) => recogniser.read(number, 2026));
		expect(examples.map((read) => (read.ok ? read.number.format : read.reason.en))).toEqual(NUMBER_FORMATS.filter(({ kind }) => kind === 'acceptance').map(({ id }) => id));
	});

	it('S3: shows a row of formats that is taken as it stands', () => {
		const rows: unknown = JSON.parse(/```json\n([\s\S]*?)```/.exec(text)?.[1] ?? 'null');
		const { formats, problems } = formatsWithRows(rows as readonly unknown[]);
		expect(problems).toEqual([]);
		expect(createNumberRecogniser(formats).read('EMEA/H/C/001234', 2026)).toMatchObject({ ok: true, number: { format: 'ema' } });
	});

	it('S3: names every finding as the report does', () => {
		for (const name of [...FINDING_CODES.map((code) => FINDING_NAMES[code][language]), SUPPLEMENT_NAME[language]]) expect(text).toContain(name);
	});
});
