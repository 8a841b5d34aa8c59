/**
 * `node scripts/docs.mjs`: writes what the code knows into the pages that show it, between `<!-- metric: id -->` and `<!-- end -->`:
 * the definitions of the 12 process metrics with their customary limits, in docs/metrics.md and docs/zh-CN/metrics.md,
 * and those of the health metrics with their thresholds, in docs/health-metrics.md and docs/zh-CN/health-metrics.md.
 * `--check` only compares and fails when a page is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';
import { loadTypeScript } from './workflows.mjs';

/** @typedef {'en' | 'zh-CN'} Language */


const ROWS = {
	en: { formula: 'How it is calculated', anchor: 'A row belongs to the period of its', inputs: 'Needs', standard: 'Rests on', limits: 'Customary limit (convention)', none: 'none: set one for your study', version: 'Id and version' },
	'zh-CN': { formula: '计算方法', anchor: '归入统计窗口的时间', inputs: '所需数据', standard: '依据', limits: '惯例阈值', none: '无，请按本研究设定', version: '标识与版本' },
};

const [{ METRIC_DEFINITIONS }, { DEFAULT_LIMITS }, { FIGURES, LEVELS, SENTENCES }] = await Promise.all(
	['definitions', 'settings', 'texts'].map((name) => loadTypeScript(`core/process-metrics/${name}.ts`)),
);

const [{ HEALTH_METRICS }, { limitsText }, { requiredFields }] = await Promise.all(['definitions', 'explain', 'rows'].map((name) => loadTypeScript(`core/health-metrics/${name}.ts`)));

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

const HEALTH_ROWS = {
	en: { formula: 'How it is calculated', code: 'As code', numerator: 'Numerator', denominator: 'Denominator', anchor: 'A row belongs to the period of its', fields: 'Required fields', also: 'also reads', limits: 'Thresholds', none: 'none', alarm: 'Alarm', interval: 'Interval', source: 'Rests on', improve: 'How to improve', version: 'Id and version' },
	'zh-CN': { formula: '计算方法', code: '代码形式', numerator: '分子', denominator: '分母', anchor: '归入统计窗口的时间', fields: '必需字段', also: '另读取', limits: '阈值', none: '无', alarm: '告警', interval: '区间', source: '依据', improve: '如何改进', version: '标识与版本' },
};
const INTERVALS = { wilson: 'Wilson 95%', byar: 'Poisson (Byar) 95%' };

/**
 * @param {any} definition
 * @param {Language} language
 */
function healthTableOf(definition, language) {
	const names = HEALTH_ROWS[language];
	const { id, version, bands, interval, alarm, code, rows: kinds, alsoReads } = definition;
	const fields = kinds.map((/** @type {string} */ kind) => `\`${kind}\`: ${requiredFields(kind).map((/** @type {string} */ field) => `\`${field}\``).join(', ')}`).join('; ');
	const rows = [
		[names.formula, definition.formula[language]],
		[names.code, `\`${code}\``],
		[names.numerator, definition.numerator[language]],
		[names.denominator, definition.denominator[language]],
		[names.anchor, definition.anchor[language]],
		[names.fields, alsoReads.length === 0 ? fields : `${fields} (${names.also} ${alsoReads.map((/** @type {string} */ kind) => `\`${kind}\``).join(', ')})`],
		[names.limits, bands === null ? names.none : limitsText(bands, definition, language)],
		[names.interval, interval === null ? names.none : INTERVALS[/** @type {'byar'} */ (interval)]],
		[names.alarm, alarm === null ? names.none : alarm[language]],
		[names.source, definition.source[language]],
		[names.improve, definition.improve[language]],
		[names.version, `\`${id}\`, ${version}`],
	];
	return ['| | |', '|---|---|', ...rows.map(([name, text]) => `| ${name} | ${text.replaceAll('|', '\\|')} |`)].join('\n');
}

/** What is written into which pages: a table per definition. */
const SETS = [
	{ pages: { en: 'docs/metrics.md', 'zh-CN': 'docs/zh-CN/metrics.md' }, definitions: METRIC_DEFINITIONS, table: tableOf },
	{ pages: { en: 'docs/health-metrics.md', 'zh-CN': 'docs/zh-CN/health-metrics.md' }, definitions: HEALTH_METRICS, table: healthTableOf },
];

const check = process.argv.includes('--check');
for (const { pages, definitions, table } of SETS) for (const language of /** @type {Language[]} */ (Object.keys(pages))) write(pages[language], definitions, table, language);

/**
 * @param {string} page
 * @param {readonly any[]} definitions
 * @param {(definition: any, language: Language) => string} table
 * @param {Language} language
 */
function write(page, definitions, table, language) {
	const file = join(root, page);
	const before = readFileSync(file, 'utf8');
	let after = before;
	for (const definition of definitions) {
		const place = new RegExp(`(<!-- metric: ${definition.id} -->\\n)[\\s\\S]*?(<!-- end -->)`);
		if (!place.test(after)) {
			console.error(`${page} has no place for the metric ${definition.id}: add "<!-- metric: ${definition.id} -->" and "<!-- end -->".`);
			process.exit(1);
		}
		after = after.replace(place, (_, start, end) => `${start}\n${table(definition, language)}\n\n${end}`);
	}
	if (after === before) return;
	if (check) {
		console.error(`${page} is stale: run "node scripts/docs.mjs".`);
		process.exitCode = 1;
	} else {
		writeFileSync(file, after);
		console.log(`docs: ${page} written`);
	}
}
