/**
 * `node scripts/docs.mjs`: writes what the code knows into the pages that show it, between `<!-- metric: id -->` and `<!-- end -->`:
 * the definitions of the 12 process metrics with their customary limits, in docs/metrics.md and docs/zh-CN/metrics.md.
 * `--check` only compares and fails when a page is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';
import { loadTypeScript } from './workflows.mjs';

/** @typedef {'en' | 'zh-CN'} Language */

const PAGES = { en: 'docs/metrics.md', 'zh-CN': 'docs/zh-CN/metrics.md' };

const ROWS = {
	en: { formula: 'How it is calculated', anchor: 'A row belongs to the period of its', inputs: 'Needs', standard: 'Rests on', limits: 'Customary limit (convention)', none: 'none: set one for your study', version: 'Id and version' },
	'zh-CN': { formula: '计算方法', anchor: '归入统计窗口的时间', inputs: '所需数据', standard: '依据', limits: '惯例阈值', none: '无，请按本研究设定', version: '标识与版本' },
};

const [{ METRIC_DEFINITIONS }, { DEFAULT_LIMITS }, { FIGURES, LEVELS, SENTENCES }] = await Promise.all(
	['definitions', 'settings', 'texts'].map((name) => loadTypeScript(`core/process-metrics/${name}.ts`)),
);

/**
 * The limits of a metric as a reader says them: `mean: attention over 5, alarm over 7`.
 *
 * @param {string} id
 * @param {Language} language
 */
function limitsOf(id, language) {
	const said = DEFAULT_LIMITS[id].map((/** @type {any} */ { figure, side, inclusive, attention, alarm }) => {
		const frame = side === 'above' ? (inclusive ? SENTENCES.from : SENTENCES.over) : inclusive ? SENTENCES.downTo : SENTENCES.under;
		const levels = Object.entries({ attention, alarm }).flatMap(([level, bound]) => (bound === null ? [] : [`${LEVELS[level][language]}${language === 'en' ? ' ' : ''}${frame[language].replace('{bound}', String(bound))}`]));
		const name = (figure === 'value' ? SENTENCES.valueItself : FIGURES[figure].text)[language];
		return language === 'en' ? `${name}: ${levels.join(', ')}` : `${name}：${levels.join('，')}`;
	});
	return said.length === 0 ? ROWS[language].none : said.join(language === 'en' ? '; ' : '；');
}

/**
 * @param {any} definition
 * @param {Language} language
 */
function tableOf(definition, language) {
	const names = ROWS[language];
	const rows = [
		...['formula', 'anchor', 'inputs', 'standard'].map((field) => [names[/** @type {'formula'} */ (field)], definition[field][language]]),
		[names.limits, limitsOf(definition.id, language)],
		[names.version, `\`${definition.id}\`, ${definition.version}`],
	];
	return ['| | |', '|---|---|', ...rows.map(([name, text]) => `| ${name} | ${text.replaceAll('|', '\\|')} |`)].join('\n');
}

const check = process.argv.includes('--check');
for (const language of /** @type {Language[]} */ (Object.keys(PAGES))) {
	const file = join(root, PAGES[language]);
	const before = readFileSync(file, 'utf8');
	let after = before;
	for (const definition of METRIC_DEFINITIONS) {
		const place = new RegExp(`(<!-- metric: ${definition.id} -->\\n)[\\s\\S]*?(<!-- end -->)`);
		if (!place.test(after)) {
			console.error(`${PAGES[language]} has no place for the metric ${definition.id}: add "<!-- metric: ${definition.id} -->" and "<!-- end -->".`);
			process.exit(1);
		}
		after = after.replace(place, (_, start, end) => `${start}\n${tableOf(definition, language)}\n\n${end}`);
	}
	if (after === before) continue;
	if (check) {
		console.error(`${PAGES[language]} is stale: run "node scripts/docs.mjs".`);
		process.exitCode = 1;
	} else {
		writeFileSync(file, after);
		console.log(`docs: ${PAGES[language]} written`);
	}
}
