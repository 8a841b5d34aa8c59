import { comparableWord, compilePattern } from './comparable.js';

/*
 * Literal texts that a match must hold: looking for them costs a fraction of looking for the words or patterns themselves.
 */

const LETTER_RUN = /[a-z]+|[\u4e00-\u9fff]+/g;
/** Runs that stand in usual text all the time, so that looking for them tells little. */
const FREQUENT = new Set('doesn don didn isn longer line current doc docs document documents documentation spec protocol plan report page requirement requirements manual 文档 文件 方案 说明书 需求 规范 规程 计划 报告 手册'.split(' '));

/** Alternatives of which one must stand in the text, as runs of letters in comparable form. */
export type Alternatives = readonly string[];

/** The run of Latin letters or Han characters of a word that is the rarest; blanks and marks may be written in several ways. Null for none that is long enough. */
export function rarestRun(word: string): string | null {
	let rarest = '';
	let weight = 0;
	for (const [run] of word.normalize('NFKC').toLowerCase().matchAll(LETTER_RUN)) {
		const own = weightOf(run);
		if (own > weight) [rarest, weight] = [run, own];
	}
	return weight < 3 ? null : rarest;
}

/** Han characters count for three letters. */
function weightOf(run: string): number {
	const length = run.charCodeAt(0) > 0x7f ? run.length * 3 : run.length;
	return FREQUENT.has(run) ? Math.min(length, 3) : length;
}

/** What the words of a row need: one of these; null where a word has no run to look for. */
export function requiredByWords(words: readonly string[]): Alternatives | null {
	const runs: string[] = [];
	for (const word of words) {
		const run = rarestRun(comparableWord(word));
		if (run === null) return null;
		runs.push(run);
	}
	return runs;
}

/** What a match of a pattern needs, the rarest first: one of each. Empty where nothing is known, and the pattern has to be tried on every text. */
export function requiredByPattern(pattern: string): readonly Alternatives[] {
	// Compiled with case, so that the analysis is complete; a match without regard to case holds the texts in some case.
	const tree: unknown = (compilePattern(pattern, true).re2Input as { readonly prefilter?: unknown }).prefilter;
	if (!isLiteralTree(tree)) return [];
	return allOf(tree)
		.map((alternatives) => ({ alternatives, rarity: Math.min(...alternatives.map(weightOf)) - alternatives.length / 10 }))
		.sort((a, b) => b.rarity - a.rarity)
		.map(({ alternatives }) => alternatives);
}

/** re2js' own analysis of a pattern: which literal texts every match holds. Kinds: 1 this text, 2 all of, 3 one of. */
interface LiteralTree {
	readonly type: number;
	readonly str: string;
	readonly subs: readonly LiteralTree[];
}

function isLiteralTree(value: unknown): value is LiteralTree {
	return typeof value === 'object' && value !== null && 'type' in value && 'str' in value && 'subs' in value && Array.isArray(value.subs);
}

function allOf(tree: LiteralTree): readonly Alternatives[] {
	if (tree.type === 2) return tree.subs.flatMap(allOf);
	const one = oneOf(tree);
	return one === null ? [] : [one];
}

function oneOf(tree: LiteralTree): Alternatives | null {
	switch (tree.type) {
		case 1: {
			const run = rarestRun(tree.str);
			return run === null ? null : [run];
		}
		case 2:
			return allOf(tree)[0] ?? null;
		case 3: {
			const alternatives: string[] = [];
			for (const sub of tree.subs) {
				const own = oneOf(sub);
				if (own === null) return null;
				alternatives.push(...own);
			}
			return alternatives;
		}
		default:
			return null;
	}
}

/** A native expression that is nothing but literal texts; a text that holds another of them is left out. */
export function literalExpression(literals: readonly string[], flags: string): RegExp {
	const all = [...new Set(literals)];
	const needed = all.filter((literal) => !all.some((other) => other !== literal && literal.includes(other))).sort();
	return new RegExp(needed.join('|'), flags);
}

