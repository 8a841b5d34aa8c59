import type { DuckDBConnection, DuckDBInstance as Instance } from '@duckdb/node-api';
import { DateTime } from 'luxon';
import { createRequire } from 'node:module';
import { createCommentScanner, readPatternRows, type CommentScanner } from '../core/comment-patterns/index.js';
import { FIVE_PATTERNS, generatedComment, type GeneratedComment } from './commentTexts.js';
import { median, rounded } from './measuring.js';

/** One row of the result: what was measured, the figure, its unit and the goal it stands against. */
interface Row {
	readonly name: string;
	readonly value: number;
	readonly unit: string;
	readonly goal: string;
	readonly met: boolean;
}

async function milliseconds(work: () => unknown): Promise<number> {
	const start = performance.now();
	await work();
	return performance.now() - start;
}

// Loaded at run time, not bundled: a native library, and one whose types are not among the dependencies.
const required = createRequire(import.meta.url);
const { DuckDBInstance } = required('@duckdb/node-api') as { readonly DuckDBInstance: { readonly create: (path: string, options: Record<string, string>) => Promise<Instance> } };

/** What the Code node of the comparison uses of lodash. */
interface Lodash {
	groupBy<Item>(items: readonly Item[], by: (item: Item) => string): Readonly<Record<string, readonly Item[]>>;
	sortBy<Item>(items: readonly Item[], by: keyof Item): readonly Item[];
}
const lodash = required('lodash') as Lodash;

function scannerOf(patterns: readonly string[]): CommentScanner {
	const { rows, problems } = readPatternRows(patterns.map((pattern, index) => ({ id: `p${index}`, kind: 'phrase', pattern })));
	if (problems.length > 0) throw new Error(problems[0]?.message.en);
	return createCommentScanner({ rows });
}

/** Hits of each pattern. */
type Counts = readonly number[];

function scanAll(scanner: CommentScanner, items: readonly GeneratedComment[]): Counts {
	const counts = FIVE_PATTERNS.map(() => 0);
	for (const { json } of items) {
		const { sentences } = scanner.scan(json.body);
		for (const { patterns } of sentences) {
			const index = Number(patterns[0]?.id.slice(1));
			counts[index] = (counts[index] ?? 0) + 1;
		}
	}
	return counts;
}

function plainRegExps(expressions: readonly RegExp[], items: readonly GeneratedComment[]): Counts {
	const counts = expressions.map(() => 0);
	for (const { json } of items) {
		for (let index = 0; index < expressions.length; index++) if (expressions[index]?.test(json.body) === true) counts[index] = (counts[index] ?? 0) + 1;
	}
	return counts;
}

/** As people write it in a Code node: grouped by page, with the day of each comment, five expressions. */
function codeNode(items: readonly GeneratedComment[]): Counts {
	const expressions = FIVE_PATTERNS.map((pattern) => new RegExp(pattern, 'i'));
	const counts = expressions.map(() => 0);
	const pages = lodash.groupBy(items, (item) => item.json.page);
	for (const comments of Object.values(pages)) {
		const rows = comments.map((item) => ({ ...item.json, day: DateTime.fromISO(item.json.createdAt).setZone('Asia/Shanghai').toISODate() }));
		for (const row of lodash.sortBy(rows, 'day')) expressions.forEach((expression, index) => expression.test(row.body) && (counts[index] = (counts[index] ?? 0) + 1));
	}
	return counts;
}

async function load(connection: DuckDBConnection, items: readonly GeneratedComment[]): Promise<void> {
	await connection.run('create or replace table comments(body varchar)');
	const appender = await connection.createAppender('comments');
	for (const { json } of items) {
		appender.appendVarchar(json.body);
		appender.endRow();
	}
	appender.closeSync();
}

const QUERY = `select ${FIVE_PATTERNS.map((pattern) => `count(*) filter (where regexp_matches(body, '${pattern}', 'i'))`).join(', ')} from comments`;

async function query(connection: DuckDBConnection): Promise<Counts> {
	const answer = await connection.runAndReadAll(QUERY);
	return (answer.getRows()[0] ?? []).map(Number);
}

function same(name: string, found: Counts, expected: Counts): void {
	if (JSON.stringify(found) !== JSON.stringify(expected)) throw new Error(`${name} finds ${JSON.stringify(found)}, the plain expressions ${JSON.stringify(expected)}.`);
}

async function usualText(total: number, rounds: number): Promise<Row[]> {
	const items = Array.from({ length: total }, (_, number) => JSON.parse(JSON.stringify(generatedComment(number))) as GeneratedComment);
	const five = scannerOf(FIVE_PATTERNS);
	const families = createCommentScanner();
	const expressions = FIVE_PATTERNS.map((pattern) => new RegExp(pattern, 'i'));
	const one = /conflict/i;
	const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
	await load(connection, items);
	const expected = plainRegExps(expressions, items);
	same('This core', scanAll(five, items), expected);
	same('DuckDB', await query(connection), expected);
	same('The Code node', codeNode(items), expected);
	let sum = 0;
	const contenders: Readonly<Record<string, () => unknown>> = {
		core: () => scanAll(five, items),
		regexps: () => plainRegExps(expressions, items),
		scan: () => {
			for (const { json } of items) if (one.test(json.body)) sum++;
		},
		families: () => {
			for (const { json } of items) sum += families.scan(json.body).sentences.length;
		},
		query: () => query(connection),
		load: () => load(connection, items),
		codeNode: () => codeNode(items),
	};
	const times: Record<string, number[]> = {};
	for (let round = 0; round <= rounds; round++) {
		for (const [name, work] of Object.entries(contenders)) {
			const time = await milliseconds(work);
			// The first round warms up.
			if (round > 0) (times[name] ??= []).push(time);
		}
	}
	if (sum === 0) throw new Error('The scans read nothing.');
	connection.closeSync();
	const of = (name: string): number => median(times[name] ?? []);
	const ratio = (name: string, by: number, goal: string, met: (value: number) => boolean): Row => ({ name: `${total} comments × 5 patterns: ${name}`, value: rounded(of('core') / by), unit: 'ratio', goal, met: met(of('core') / by) });
	const time = (name: string, contender: string): Row => ({ name: `${total} comments: ${name}`, value: rounded(of(contender)), unit: 'ms', goal: 'for information', met: true });
	const faster = of('codeNode') / of('core');
	return [
		time('this core, 5 patterns', 'core'),
		time('5 plain RegExp tests', 'regexps'),
		time('one native scan', 'scan'),
		time('DuckDB query, 2 threads', 'query'),
		time('DuckDB load', 'load'),
		time('Code node with lodash and luxon', 'codeNode'),
		time('this core, the default families instead', 'families'),
		ratio('÷ DuckDB query', of('query'), '≤ 0.2', (value) => value <= 0.2),
		ratio('÷ DuckDB load and query', of('load') + of('query'), '≤ 0.15', (value) => value <= 0.15),
		ratio('÷ 5 plain RegExp tests', of('regexps'), '≤ 1', (value) => value <= 1),
		ratio('÷ one native scan', of('scan'), '≤ 6', (value) => value <= 6),
		{ name: `${total} comments × 5 patterns: faster than lodash and luxon`, value: rounded(faster), unit: '×', goal: '≥ 3', met: faster >= 3 },
	];
}

async function hostile(name: string, pattern: string, text: (length: number) => string, rounds: number): Promise<Row[]> {
	const scanner = scannerOf([pattern]);
	const once = text(150_000);
	const ten = text(1_500_000);
	if (scanner.scan(once).sentences.length > 0 || scanner.scan(ten).sentences.length > 0) throw new Error(`${pattern} must find nothing here.`);
	const times: { once: number[]; ten: number[] } = { once: [], ten: [] };
	for (let round = 0; round < rounds + 2; round++) {
		const first = await milliseconds(() => scanner.scan(once));
		const second = await milliseconds(() => scanner.scan(ten));
		if (round < 2) continue;
		times.once.push(first);
		times.ten.push(second);
	}
	const growth = median(times.ten) / median(times.once);
	return [
		{ name: `hostile text, ${name}: 150,000 characters`, value: rounded(median(times.once)), unit: 'ms', goal: '≤ 5', met: median(times.once) <= 5 },
		{ name: `hostile text, ${name}: ten times the text`, value: rounded(growth), unit: 'ratio', goal: '≤ 12', met: growth <= 12 },
	];
}

export async function run(total = 200_000, rounds = 7): Promise<Row[]> {
	return [
		...(await usualText(total, rounds)),
		...(await hostile('conflicts with .* (doc|document)', 'conflicts with .* (doc|document)', (length) => 'conflicts with '.repeat(length / 15), rounds)),
		...(await hostile('(a+)+$', '(a+)+$', (length) => `${'a'.repeat(length - 1)}!`, rounds)),
	];
}
