import { RE2JSException } from 're2js';
import { isRecord } from '../people/reading.js';
import { comparableWord, compilePattern } from './comparable.js';
import { PATTERN_LANGUAGES, PATTERN_SCOPES, type PatternProblem, type RowVocabulary, type WordRow } from './row.js';
import { MAXIMUM_GAP, MAXIMUM_PATTERN, MAXIMUM_ROWS, MAXIMUM_WORD, MAXIMUM_WORDS } from './rowSchema.js';

/** Rows that can be used, and why others cannot: one wrong row does not take the others with it. */
export interface RowsReading<Kind extends string> {
	readonly rows: ReadonlyArray<WordRow<Kind>>;
	readonly problems: readonly PatternProblem[];
}

const FIELDS = ['id', 'version', 'language', 'kind', 'words', 'pattern', 'gap', 'effect', 'scope', 'caseSensitive', 'active'];
/** Columns that a Data Table adds. */
const IGNORED = new Set(['createdAt', 'updatedAt', 'note']);
const SHOWN = 80;

/**
 * Reads rows as people write them: JSON (see `rowsSchema`) or rows of a table, where `words` is one text with `|` or line breaks.
 * Empty fields have their default. Everything wrong is named at once.
 */
export function readRows<Kind extends string>(value: unknown, vocabulary: RowVocabulary<Kind>): RowsReading<Kind> {
	const problem = problemsOf(vocabulary);
	const problems: PatternProblem[] = [];
	if (!Array.isArray(value)) {
		return { rows: [], problems: [problem('', 'rows', value, { en: 'a list of rows', zh: '行的列表' }, { en: `Give the ${vocabulary.rows.en} as [{"id": "…", "kind": "…", "words": ["…"]}].`, zh: `请以 [{"id": "…", "kind": "…", "words": ["…"]}] 的形式给出${vocabulary.rows['zh-CN']}。` })] };
	}
	const given = value as readonly unknown[];
	if (given.length > MAXIMUM_ROWS) problems.push(problem('', 'rows', given.length, { en: `at most ${MAXIMUM_ROWS} rows`, zh: `至多 ${MAXIMUM_ROWS} 行` }, { en: 'Join rows of the same kind.', zh: '请合并同类的行。' }));
	const rows: Array<WordRow<Kind>> = [];
	const ids = new Set<string>();
	given.slice(0, MAXIMUM_ROWS).forEach((entry, position) => {
		const reader = new RowReader(entry, position + 1, vocabulary);
		const row = reader.read();
		if (row !== null && ids.has(row.id)) {
			reader.refuse('id', row.id, { en: 'an id that no other row has', zh: '与其他行不同的编号' }, { en: 'Give each row its own id.', zh: '请为每行使用不同的编号。' });
		} else if (row !== null) {
			ids.add(row.id);
			rows.push(row);
		}
		problems.push(...reader.problems);
	});
	return { rows, problems };
}

interface TwoTexts {
	readonly en: string;
	readonly zh: string;
}

function shown(value: unknown): string {
	if (value === undefined) return 'missing';
	const text = JSON.stringify(value);
	return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

type Problem = (row: string, field: string, value: unknown, expected: TwoTexts, remedy: TwoTexts) => PatternProblem;

const problemsOf = <Kind extends string>(vocabulary: RowVocabulary<Kind>): Problem => (row, field, value, expected, remedy) => {
	const one = vocabulary.row['zh-CN'];
	const written = shown(value);
	const where = row === '' ? { en: `The ${vocabulary.rows.en}`, zh: vocabulary.rows['zh-CN'] } : { en: `${vocabulary.row.en} ${row}`, zh: `${one}${row.replace(/^row (\d+)/, '第 $1 行').replace(/ \((.*)\)$/s, '（$1）')}` };
	return {
		row,
		field,
		value: written,
		message: {
			en: `${where.en}: ${field} is ${written}, expected ${expected.en}. ${remedy.en}`,
			'zh-CN': `${where.zh}：${field} 为 ${value === undefined ? '空' : written}，应为${/^[!-~]/.test(expected.zh) ? ' ' : ''}${expected.zh}。${remedy.zh}`,
		},
	};
};

/** Reads one row and collects what is wrong with it. */
class RowReader<Kind extends string> {
	readonly problems: PatternProblem[] = [];
	private readonly fields: Readonly<Record<string, unknown>>;
	private readonly name: string;

	constructor(
		private readonly entry: unknown,
		number: number,
		private readonly vocabulary: RowVocabulary<Kind>,
	) {
		this.fields = isRecord(entry) ? entry : {};
		const id = this.fields['id'];
		this.name = typeof id === 'string' && id.trim() !== '' ? `row ${number} (${id.trim().slice(0, SHOWN)})` : `row ${number}`;
	}

	refuse(field: string, value: unknown, expected: TwoTexts, remedy: TwoTexts): void {
		this.problems.push(problemsOf(this.vocabulary)(this.name, field, value, expected, remedy));
	}

	/** Null where something is wrong. */
	read(): WordRow<Kind> | null {
		const { kinds, effects, scopes, gap: defaultGap } = this.vocabulary;
		if (!isRecord(this.entry)) {
			this.refuse('row', this.entry, { en: 'an object', zh: '一个对象' }, { en: 'Write the row as {"id": "…", "kind": "…", "words": ["…"]}.', zh: '请将该行写为 {"id": "…", "kind": "…", "words": ["…"]}。' });
			return null;
		}
		for (const field of Object.keys(this.fields)) {
			if (!FIELDS.includes(field) && !IGNORED.has(field)) this.refuse(field, this.fields[field], { en: `no such field; known are ${FIELDS.join(', ')}`, zh: `已知字段：${FIELDS.join('、')}` }, { en: 'Correct the spelling or remove the field.', zh: '请更正拼写或删除该字段。' });
		}
		const id = this.text('id', null);
		const kind = this.choice('kind', kinds, null);
		const language = this.choice('language', PATTERN_LANGUAGES, 'any') ?? 'any';
		const caseSensitive = this.flag('caseSensitive', false);
		const words = this.words();
		const pattern = this.pattern(caseSensitive);
		if ((words.length === 0) === (pattern === null) && !this.problems.some(({ field }) => field === 'words' || field === 'pattern')) {
			this.refuse('words', this.get('words'), { en: 'either words or a pattern', zh: '词语或模式二者之一' }, { en: 'Fill in one of the two fields, and leave the other empty.', zh: '请填写其中一项，另一项留空。' });
		}
		const gap = this.gap(kind === null ? 0 : defaultGap(kind, language));
		const effect = kind === null ? null : this.effect(effects[kind]);
		const scope = this.choice('scope', PATTERN_SCOPES, kind === null ? 'sentence' : scopes[kind]);
		const version = this.text('version', '1');
		const active = this.flag('active', true);
		if (this.problems.length > 0 || id === null || kind === null || scope === null || version === null) return null;
		return { id, version, language, kind, words, pattern, gap, effect, scope, caseSensitive, active };
	}

	/** Undefined for what is not given or empty, as tables give it. */
	private get(field: string): unknown {
		const value = Object.hasOwn(this.fields, field) ? this.fields[field] : undefined;
		return value === null || value === '' ? undefined : value;
	}

	private text(field: string, fallback: string | null): string | null {
		const value = this.get(field);
		if (value === undefined && fallback !== null) return fallback;
		if (typeof value === 'number' && field === 'version') return String(value);
		if (typeof value === 'string' && value.trim() !== '' && value.length <= 100) return value.trim();
		this.refuse(field, value, { en: 'a text of at most 100 characters', zh: '至多 100 个字符的文本' }, { en: `Give the row an ${field === 'id' ? 'id that stays the same' : field}.`, zh: field === 'id' ? '请为该行填写固定不变的编号。' : `请填写 ${field}。` });
		return null;
	}

	private choice<Choice extends string>(field: string, choices: readonly Choice[], fallback: Choice | null): Choice | null {
		const value = this.get(field);
		if (value === undefined && fallback !== null) return fallback;
		const found = choices.find((choice) => choice === value);
		if (found !== undefined) return found;
		this.refuse(field, value, { en: `one of ${choices.join(', ')}`, zh: `${choices.join('、')} 之一` }, { en: `Choose one of these words for “${field}”.`, zh: `请为“${field}”选择其中一个词。` });
		return null;
	}

	private flag(field: string, fallback: boolean): boolean {
		const value = this.get(field);
		if (value === undefined) return fallback;
		if (typeof value === 'boolean') return value;
		this.refuse(field, value, { en: 'true or false', zh: 'true 或 false' }, { en: `Tick or untick “${field}”.`, zh: `请勾选或取消“${field}”。` });
		return fallback;
	}

	private gap(fallback: number): number {
		const value = this.get('gap');
		if (value === undefined) return fallback;
		const number = typeof value === 'string' && /^\d{1,4}$/.test(value) ? Number(value) : value;
		if (typeof number === 'number' && Number.isInteger(number) && number >= 0 && number <= MAXIMUM_GAP) return number;
		this.refuse('gap', value, { en: `a whole number of characters from 0 to ${MAXIMUM_GAP}`, zh: `0 到 ${MAXIMUM_GAP} 的整数（字符数）` }, { en: 'Say how many characters may stand between, e.g. 60.', zh: '请填写中间允许的字符数，例如 30。' });
		return fallback;
	}

	private effect(choices: readonly string[]): string | null {
		const value = this.get('effect');
		if (value === undefined && choices[0] !== undefined) return choices[0];
		if (value === undefined) return null;
		const found = choices.find((choice) => choice === value);
		if (found !== undefined) return found;
		if (choices.length === 0) this.refuse('effect', value, { en: 'nothing for rows of this kind', zh: '空（此类行没有效果）' }, { en: 'Leave “effect” empty.', zh: '请将“effect”留空。' });
		else this.refuse('effect', value, { en: `one of ${choices.join(', ')}`, zh: `${choices.join('、')} 之一` }, { en: 'Choose one of these words for “effect”.', zh: '请为“effect”选择其中一个词。' });
		return null;
	}

	private words(): readonly string[] {
		const value = this.get('words');
		if (value === undefined) return [];
		const list: readonly unknown[] = typeof value === 'string' ? value.split(/[|\n]/).map((word) => word.trim()).filter((word) => word !== '') : Array.isArray(value) ? (value as readonly unknown[]) : [null];
		if (list.length <= MAXIMUM_WORDS && list.every((word): word is string => typeof word === 'string' && word.length <= MAXIMUM_WORD && comparableWord(word) !== '')) return list;
		this.refuse('words', value, { en: `up to ${MAXIMUM_WORDS} words of 1 to ${MAXIMUM_WORD} characters`, zh: `至多 ${MAXIMUM_WORDS} 个词，每个 1 到 ${MAXIMUM_WORD} 个字符` }, { en: 'Write the words as ["…", "…"] or separated by |.', zh: '请将词语写为 ["…", "…"] 或以 | 分隔。' });
		return [];
	}

	private pattern(caseSensitive: boolean): string | null {
		const value = this.get('pattern');
		if (value === undefined) return null;
		const expected = { en: `a regular expression in RE2 syntax of at most ${MAXIMUM_PATTERN} characters`, zh: `至多 ${MAXIMUM_PATTERN} 个字符的 RE2 正则表达式` };
		if (typeof value !== 'string' || value.length > MAXIMUM_PATTERN) {
			this.refuse('pattern', value, expected, { en: 'Shorten it, or list the words instead.', zh: '请缩短，或改为列出词语。' });
			return null;
		}
		try {
			if (!compilePattern(value, caseSensitive).test('')) return value;
			this.refuse('pattern', value, { en: 'a pattern that does not match an empty text', zh: '不匹配空文本的模式' }, { en: 'Name at least one word that must stand there.', zh: '请至少写明一个必须出现的词。' });
		} catch (error) {
			const said = error instanceof RE2JSException ? error.message : String(error);
			this.refuse('pattern', value, expected, { en: `RE2 says: ${said}. Look-ahead, look-behind and back-references do not exist there.`, zh: `RE2 提示：${said}。RE2 不支持环视和反向引用。` });
		}
		return null;
	}
}
