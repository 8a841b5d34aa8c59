import type { BilingualText } from '../judgement/judgement.js';
import { readCodeowners } from './codeowners.js';
import { compileGlob } from './glob.js';
import { FILTER_TESTS, RULE_DEFAULTS, RULE_KINDS, type RedLightRule, type RuleKind } from './rule.js';
import { RULE_FIELDS, type FieldSpec } from './ruleFields.js';

/** Why a rule cannot be used: which row, which field, its value, what to do. */
export interface RuleProblem {
	/** From 1. */
	readonly row: number;
	/** Id of the rule as far as it could be read. */
	readonly rule: string;
	readonly field: string;
	readonly value: string;
	/** What is wrong, with row, field, value and what was expected. */
	readonly message: BilingualText;
	readonly remedy: BilingualText;
}

export interface RedLightRulesReading {
	readonly rules: readonly RedLightRule[];
	readonly problems: readonly RuleProblem[];
}

type Row = Readonly<Record<string, unknown>>;

/** Columns that a Data Table brings and that say nothing about a rule. */
const TABLE_COLUMNS: ReadonlySet<string> = new Set(['createdAt', 'updatedAt', 'parameters', 'ruleId', 'nameEn', 'nameZh', 'note']);
const HEAD: ReadonlySet<string> = new Set(['id', 'version', 'name', 'enabled', 'kind']);
const SHOWN = 80;

/**
 * Reads rules from rows: objects as JSON has them, or rows of a Data Table (columns `ruleId`, `version`, `nameEn`, `nameZh`, `enabled`, `kind`
 * and either one column per parameter or all of them as JSON in `parameters`). Empty cells mean the default. One bad row never loses the others.
 */
export function readRedLightRules(rows: readonly unknown[]): RedLightRulesReading {
	const rules: RedLightRule[] = [];
	const problems: RuleProblem[] = [];
	const seen = new Set<string>();
	rows.forEach((value, index) => {
		const reader = new RowReader(index + 1, value);
		const rule = reader.rule();
		if (rule !== null && reader.problems.length === 0) {
			if (seen.has(rule.id)) reader.refuse('id', rule.id, { en: 'an id that no other rule has', 'zh-CN': '与其他规则不同的编号' }, { en: 'Remove the rule that is there twice, or give it another id.', 'zh-CN': '请删除重复的规则，或改用其他编号。' });
			else {
				seen.add(rule.id);
				rules.push(rule);
			}
		}
		problems.push(...reader.problems);
	});
	return { rules, problems };
}

class RowReader {
	readonly problems: RuleProblem[] = [];
	private readonly fields: Map<string, unknown>;
	private id = '';

	constructor(
		private readonly row: number,
		private readonly value: unknown,
	) {
		this.fields = new Map();
		if (!isRow(value)) return;
		// A Data Table numbers its rows in `id`; there the rule's own id stands in `ruleId`.
		for (const [field, cell] of Object.entries(value)) if (!TABLE_COLUMNS.has(field) && !(field === 'id' && 'ruleId' in value)) this.put(field, cell);
		for (const [field, cell] of Object.entries(this.parameters(value['parameters']))) this.put(field, cell);
		if ('ruleId' in value) this.put('id', value['ruleId']);
		const en = textOf(value['nameEn']);
		const zh = textOf(value['nameZh']);
		if (en !== null || zh !== null) this.fields.set('name', { en: en ?? zh, 'zh-CN': zh ?? en });
		this.id = textOf(this.fields.get('id')) ?? '';
	}

	rule(): RedLightRule | null {
		if (!isRow(this.value)) {
			this.refuse('', this.value, { en: 'an object with id and kind', 'zh-CN': '含 id 和 kind 的对象' }, { en: 'Write the rule as {"id": "…", "kind": "codeStreak"}.', 'zh-CN': '请写成 {"id": "…", "kind": "codeStreak"}。' });
			return null;
		}
		const kind = RULE_KINDS.find((known) => known === this.fields.get('kind'));
		if (kind === undefined) {
			this.refuse('kind', this.fields.get('kind'), oneOf(RULE_KINDS), { en: 'Say which kind of rule it is.', 'zh-CN': '请填写规则类型。' });
			return null;
		}
		if (this.id === '') this.refuse('id', this.fields.get('id'), { en: 'a name of the rule', 'zh-CN': '规则编号' }, { en: 'Give the rule an id that stays the same.', 'zh-CN': '请为规则填写固定不变的编号。' });
		const specs = RULE_FIELDS[kind];
		const read: Record<string, unknown> = { ...RULE_DEFAULTS[kind], id: this.id, version: textOf(this.fields.get('version')) ?? '1', kind, name: this.name(kind) };
		read['enabled'] = this.read('enabled', { is: 'flag' }, true);
		for (const [field, spec] of Object.entries(specs)) read[field] = this.read(field, spec, read[field]);
		for (const field of this.fields.keys()) {
			if (HEAD.has(field) || Object.hasOwn(specs, field)) continue;
			this.refuse(field, this.fields.get(field), { en: `one of the fields ${Object.keys(specs).join(', ')}`, 'zh-CN': `以下字段之一：${Object.keys(specs).join('、')}` }, { en: 'Correct the spelling or remove the field.', 'zh-CN': '请更正拼写或删除该字段。' });
		}
		if (this.problems.length > 0) return null;
		this.contradictions(read as unknown as RedLightRule);
		return read as unknown as RedLightRule;
	}

	refuse(field: string, value: unknown, expected: BilingualText, remedy: BilingualText): void {
		const shown = shownValue(value);
		const place = { en: `Row ${this.row}${this.id === '' ? '' : ` (rule “${this.id}”)`}${field === '' ? '' : `, field “${field}”`}`, 'zh-CN': `第 ${this.row} 行${this.id === '' ? '' : `（规则“${this.id}”）`}${field === '' ? '' : `，字段“${field}”`}` };
		const said = shown === '' ? { en: 'is empty', 'zh-CN': '为空' } : { en: `is ${shown}`, 'zh-CN': `为 ${shown}` };
		this.problems.push({ row: this.row, rule: this.id, field, value: shown, message: { en: `${place.en} ${said.en}, expected ${expected.en}.`, 'zh-CN': `${place['zh-CN']}${said['zh-CN']}，应为${/^[!-~]/.test(expected['zh-CN']) ? ' ' : ''}${expected['zh-CN']}。` }, remedy });
	}

	private put(field: string, cell: unknown): void {
		// An empty cell is no statement.
		if (cell !== null && cell !== undefined && cell !== '') this.fields.set(field, cell);
	}

	private parameters(cell: unknown): Row {
		if (cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '')) return {};
		const value = typeof cell === 'string' ? parsed(cell) : cell;
		if (isRow(value)) return value;
		this.refuse('parameters', cell, { en: 'a JSON object', 'zh-CN': 'JSON 对象' }, { en: 'Write e.g. {"days": 3}. Check brackets, quotes and commas.', 'zh-CN': '请写成如 {"days": 3}，并检查括号、引号和逗号。' });
		return {};
	}

	private name(kind: RuleKind): BilingualText {
		const value = this.fields.get('name');
		if (value === undefined) return RULE_DEFAULTS[kind].name;
		const text = textOf(value);
		if (text !== null) return { en: text, 'zh-CN': text };
		if (isRow(value) && textOf(value['en']) !== null && textOf(value['zh-CN']) !== null) return { en: textOf(value['en']) ?? '', 'zh-CN': textOf(value['zh-CN']) ?? '' };
		this.refuse('name', value, { en: 'a text, or {"en": "…", "zh-CN": "…"}', 'zh-CN': '文字，或 {"en": "…", "zh-CN": "…"}' }, { en: 'Give the rule a name.', 'zh-CN': '请为规则填写名称。' });
		return RULE_DEFAULTS[kind].name;
	}

	private read(field: string, spec: FieldSpec, fallback: unknown): unknown {
		const value = this.fields.get(field);
		if (value === undefined) return fallback;
		switch (spec.is) {
			case 'number':
				return this.number(field, value, spec, fallback);
			case 'flag': {
				const flag = flagOf(value);
				if (flag !== null) return flag;
				this.refuse(field, value, { en: 'true or false', 'zh-CN': 'true 或 false' }, { en: `Write true or false for “${field}”.`, 'zh-CN': `请为“${field}”填写 true 或 false。` });
				return fallback;
			}
			case 'choice': {
				const found = spec.of.find((choice) => choice === value);
				if (found !== undefined) return found;
				this.refuse(field, value, oneOf(spec.of), { en: `Choose one of these words for “${field}”.`, 'zh-CN': `请为“${field}”选择其中之一。` });
				return fallback;
			}
			case 'choices': {
				const list = listOf(value);
				if (list?.every((entry) => spec.of.includes(entry)) === true) return [...new Set(list)];
				this.refuse(field, value, { en: `a list of ${spec.of.join(', ')}`, 'zh-CN': `由 ${spec.of.join('、')} 组成的列表` }, { en: 'Remove the words that are not in the list.', 'zh-CN': '请删除不在列表中的词。' });
				return fallback;
			}
			case 'texts':
				return this.texts(field, value, spec, fallback);
			case 'text':
				if (typeof value === 'string' && value.length <= spec.longest) return value;
				this.refuse(field, value, { en: `a text of at most ${spec.longest} characters`, 'zh-CN': `不超过 ${spec.longest} 个字符的文字` }, { en: `Shorten “${field}”.`, 'zh-CN': `请缩短“${field}”。` });
				return fallback;
			case 'moduleGlobs':
				return this.objects(field, value, fallback, (row) => (textOf(row['pattern']) === null ? null : { pattern: textOf(row['pattern']) ?? '', module: textOf(row['module']) ?? '' }), '[{"pattern": "src/api/**", "module": "API"}]');
			case 'filters':
				return this.objects(field, value, fallback, filterOf, '[{"field": "repository", "test": "is", "value": "team/app"}]');
		}
	}

	private number(field: string, value: unknown, spec: FieldSpec & { readonly is: 'number' }, fallback: unknown): unknown {
		const number = typeof value === 'number' ? value : typeof value === 'string' && /^\s*-?\d+(\.\d+)?\s*%?\s*$/.test(value) ? Number.parseFloat(value) : Number.NaN;
		if (number >= spec.min && number <= spec.max && (!spec.whole || Number.isInteger(number))) return number;
		const expected = { en: `a ${spec.whole ? 'whole ' : ''}number from ${spec.min} to ${spec.max}`, 'zh-CN': `${spec.min} 到 ${spec.max} 的${spec.whole ? '整数' : '数'}` };
		this.refuse(field, value, expected, { en: `Enter ${expected.en} for “${field}”.`, 'zh-CN': `请为“${field}”填写 ${expected['zh-CN']}。` });
		return fallback;
	}

	private texts(field: string, value: unknown, spec: FieldSpec & { readonly is: 'texts' }, fallback: unknown): unknown {
		const list = listOf(value);
		if (list?.every((entry) => entry.length <= spec.longest) !== true) {
			this.refuse(field, value, { en: 'a list of texts', 'zh-CN': '文字列表' }, { en: `Write “${field}” as ["…", "…"], or separate the entries by commas.`, 'zh-CN': `请将“${field}”写成 ["…", "…"]，或用逗号分隔。` });
			return fallback;
		}
		for (const entry of spec.pattern ? list : []) this.pattern(field, entry);
		return list;
	}

	private pattern(field: string, pattern: string): void {
		try {
			compileGlob(pattern);
		} catch (error) {
			this.refuse(field, pattern, { en: `a path pattern (${error instanceof Error ? error.message : String(error)})`, 'zh-CN': '路径模式' }, { en: 'Use * within a folder and ** across folders, e.g. src/api/**.', 'zh-CN': '用 * 匹配一层，用 ** 匹配多层，例如 src/api/**。' });
		}
	}

	private objects(field: string, value: unknown, fallback: unknown, entryOf: (row: Row) => object | null, example: string): unknown {
		const list = typeof value === 'string' ? parsed(value) : value;
		const entries = Array.isArray(list) ? list.map((entry: unknown) => (isRow(entry) ? entryOf(entry) : null)) : [null];
		if (entries.every((entry) => entry !== null)) {
			for (const entry of entries) if ('pattern' in entry) this.pattern(field, String(entry.pattern));
			return entries;
		}
		this.refuse(field, value, { en: `a list such as ${example}`, 'zh-CN': `列表，例如 ${example}` }, { en: `Write “${field}” in this form.`, 'zh-CN': `请按此格式填写“${field}”。` });
		return fallback;
	}

	/** Parts that are each in form but do not go together. */
	private contradictions(rule: RedLightRule): void {
		if (rule.kind === 'codeStreak' || rule.kind === 'generic') {
			if (rule.moduleBy === 'globs' && rule.moduleGlobs.length === 0) this.refuse('moduleGlobs', rule.moduleGlobs, { en: 'at least one pattern', 'zh-CN': '至少一个模式' }, { en: 'Add a pattern for each module, or choose modules by folder.', 'zh-CN': '请为每个模块添加模式，或按目录划分模块。' });
			if (rule.moduleBy === 'codeowners') this.codeowners(rule.codeowners, rule.codeownersDialect);
		}
		if (rule.kind === 'pageEdits' && rule.yellowFrom > rule.editsOver + 1) this.refuse('yellowFrom', rule.yellowFrom, { en: `no more than ${rule.editsOver}`, 'zh-CN': `不大于 ${rule.editsOver}` }, { en: 'Yellow comes before red: lower it.', 'zh-CN': '黄灯应早于红灯，请调小。' });
		if (rule.kind === 'generic' && rule.groupBy === 'module' && (rule.measure !== 'commits' || (rule.perMeasure !== null && rule.perMeasure !== 'commits'))) this.refuse('groupBy', rule.groupBy, { en: 'another grouping: only commits name modules', 'zh-CN': '其他分组：只有提交记录含模块' }, { en: 'Count commits, or group by repository.', 'zh-CN': '请改为统计提交，或按仓库分组。' });
	}

	private codeowners(text: string, dialect: 'github' | 'gitlab'): void {
		const expected = { en: 'the text of the CODEOWNERS file', 'zh-CN': 'CODEOWNERS 文件内容' };
		if (text.trim() === '') this.refuse('codeowners', text, expected, { en: 'Paste the file, or choose modules by folder.', 'zh-CN': '请粘贴文件内容，或按目录划分模块。' });
		try {
			readCodeowners(text, dialect);
		} catch (error) {
			const said = (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
			this.refuse('codeowners', text, { en: `${expected.en}. ${said}`, 'zh-CN': `${expected['zh-CN']}（${said}）` }, { en: 'Correct the line or remove it.', 'zh-CN': '请更正或删除该行。' });
		}
	}
}

function filterOf(row: Row): object | null {
	const field = textOf(row['field']);
	const test = row['test'] ?? 'is';
	const { value } = row;
	if (field === null || !FILTER_TESTS.some((known) => known === test) || (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')) return null;
	return { field, test, value: String(value) };
}

function oneOf(words: readonly string[]): BilingualText {
	return { en: `one of ${words.join(', ')}`, 'zh-CN': `${words.join('、')} 之一` };
}

function isRow(value: unknown): value is Row {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | null {
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function flagOf(value: unknown): boolean | null {
	if (typeof value === 'boolean') return value;
	const word = String(value).trim().toLowerCase();
	if (['true', '1', 'yes', '是'].includes(word)) return true;
	return ['false', '0', 'no', '否'].includes(word) ? false : null;
}

/** A list, or the entries of a cell: JSON, or separated by commas or line breaks. */
function listOf(value: unknown): readonly string[] | null {
	const list = typeof value === 'string' && value.trim().startsWith('[') ? parsed(value) : value;
	if (Array.isArray(list)) return list.every((entry) => typeof entry === 'string' && entry.trim() !== '') ? (list as readonly string[]) : null;
	return typeof value === 'string' ? splitOutsideBraces(value) : null;
}

/** A comma within braces belongs to the pattern. */
function splitOutsideBraces(text: string): readonly string[] {
	const entries: string[] = [''];
	let depth = 0;
	for (const character of text) {
		if (character === '{') depth++;
		if (character === '}') depth--;
		if (depth <= 0 && /[,，、;；\n]/.test(character)) entries.push('');
		else entries[entries.length - 1] = (entries.at(-1) ?? '') + character;
	}
	return entries.map((entry) => entry.trim()).filter((entry) => entry !== '');
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function shownValue(value: unknown): string {
	if (value === undefined || value === null || value === '') return '';
	const text = JSON.stringify(value);
	return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
