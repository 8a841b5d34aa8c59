import { createMinutesScanner, type MinutesScanner, type Talk } from '../core/minutes/index.js';
import { median, rounded } from './measuring.js';

/** One row of the result: what was measured, the figure, its unit and the goal it stands against. */
interface Row {
	readonly name: string;
	readonly value: number;
	readonly unit: string;
	readonly goal: string;
	readonly met: boolean;
}

/* Minutes as they are written, about 900 characters, both languages. One turn in ten cites, as many name data without citing. */

const SMALL_TALK = [
	'最近手上的事情多不多，先说说你自己的感受。',
	'我和测试那边又对了一遍接口，双方都觉得可以按现在的方案走，细节下次会上再定。',
	'I talked to the site again and they will send the signed pages with the next courier.',
	'新人的培训材料我整理好了，放在共享目录里，你有空看一下。',
	'It would help me if the reviews were spread over the week and did not all arrive on Friday.',
	'这一段时间加班比较多，家里也有事，我想把节奏调整一下。',
	'Let me know early when you need help, that is easier for both of us.',
	'客户换了联系人，沟通方式也变了，我还在摸索。',
];
const CITATIONS = ['系统显示你有 6 条质疑没有答复。', 'The dashboard shows six open queries at your two sites.', '你的停留时长比上个月长。', 'Your merge failure rate is 45 % this month.'];
const NO_CITATIONS = ['我没看数据看板。', 'I did not check the system data.', '你看数据看板了吗？', 'Did you look at the dashboard?'];

interface Minutes {
	readonly talk: Talk;
	readonly text: string;
}

function minutesOf(number: number): Minutes {
	const scrambled = Math.imul(number + 1, 2_654_435_761) >>> 0;
	const pick = (texts: readonly string[], by: number): string => texts[by % texts.length] ?? '';
	const lines: string[] = ['议题：近况、工作、发展'];
	for (let turn = 0; turn < 14; turn++) {
		const by = (scrambled >>> (turn % 16)) + turn * 7;
		const speaker = turn % 2 === 0 ? '王芳' : '李伟';
		const own = by % 10 === 3 ? pick(CITATIONS, by >>> 2) : by % 10 === 6 ? pick(NO_CITATIONS, by >>> 2) : pick(SMALL_TALK, by >>> 1);
		lines.push(`${speaker}：${own} ${pick(SMALL_TALK, by + 3)}`);
	}
	return {
		talk: { id: `T${number}`, manager: '王芳', employee: '李伟', at: '2026-03-02T09:00:00+08:00', end: '2026-03-02T09:30:00+08:00', held: null, url: null, source: null, team: null, department: null, recordedAt: null, views: null },
		text: lines.join('\n'),
	};
}

function scanAll(scanner: MinutesScanner, minutes: readonly Minutes[], total: number): number {
	let citations = 0;
	for (let number = 0; number < total; number++) {
		const one = minutes[number % minutes.length];
		if (one !== undefined) citations += scanner.scan(one.talk, [{ text: one.text }]).row.citations;
	}
	return citations;
}

/** What somebody writes into a Code node: own lines, sentences, a list of words one after the other. Knows these minutes only. */
const WORDS = ['系统显示', '数据看板', '看板', '停留时长', '质疑率', '合并失败率', '操作日志', '过程数据', '闭环率', '录入时滞', 'dashboard', 'system data', 'merge failure rate', 'dwell time', 'query rate', 'operation log', 'process data', 'closure rate', 'entry lag', 'audit trail'].map((word) => new RegExp(word, 'i'));
const BLOCKED = /没看|没打开|吗？|did not|did you/i;

function codeNode(minutes: readonly Minutes[], total: number): number {
	let citations = 0;
	for (let number = 0; number < total; number++) {
		const found = new Set<string>();
		for (const line of minutes[number % minutes.length]?.text.split('\n') ?? []) {
			if (!line.startsWith('王芳：')) continue;
			for (const sentence of line.slice(3).split(/(?<=[。？.?!])\s*/)) if (WORDS.some((word) => word.test(sentence)) && !BLOCKED.test(sentence)) found.add(sentence.trim());
		}
		citations += found.size;
	}
	return citations;
}

/** Reads every character once. */
function barePass(minutes: readonly Minutes[], total: number): number {
	let sum = 0;
	for (let number = 0; number < total; number++) {
		const text = minutes[number % minutes.length]?.text ?? '';
		for (let index = 0; index < text.length; index++) sum = (sum + text.charCodeAt(index)) | 0;
	}
	return sum;
}

/** Time of the processor, so that other programs on the machine do not count. */
function milliseconds(work: () => unknown): number {
	const start = process.cpuUsage();
	work();
	const { user, system } = process.cpuUsage(start);
	return (user + system) / 1000;
}

function usualMinutes(total: number, rounds: number): Row[] {
	const minutes = Array.from({ length: 2_000 }, (_, number) => minutesOf(number));
	const json = minutes.map(({ talk, text }) => JSON.stringify({ json: { ...talk, text } }));
	const scanner = createMinutesScanner();
	if (scanAll(scanner, minutes, 2_000) !== codeNode(minutes, 2_000)) throw new Error('The contenders find different citations.');
	let sink = 0;
	const contenders: Readonly<Record<string, () => unknown>> = {
		tenth: () => scanAll(scanner, minutes, total / 10),
		core: () => scanAll(scanner, minutes, total),
		codeNode: () => codeNode(minutes, total),
		parse: () => {
			for (let number = 0; number < total; number++) sink += (JSON.parse(json[number % json.length] ?? '{}') as { readonly json?: { readonly text: string } }).json?.text.length ?? 0;
		},
		pass: () => (sink += barePass(minutes, total)),
	};
	const times: Record<string, number[]> = {};
	for (let round = 0; round <= rounds; round++) {
		for (const [name, work] of Object.entries(contenders)) {
			const time = milliseconds(work);
			// The first round warms up.
			if (round > 0) (times[name] ??= []).push(time);
		}
	}
	if (sink === 0) throw new Error('Nothing was read.');
	const of = (name: string): number => median(times[name] ?? []);
	const characters = minutes.reduce((sum, { text }) => sum + text.length, 0) / minutes.length;
	const growth = of('core') / of('tenth');
	return [
		{ name: `${total} minutes of ${Math.round(characters)} characters: this core`, value: rounded(of('core')), unit: 'ms', goal: 'for information', met: true },
		{ name: 'Code node with 20 words', value: rounded(of('codeNode')), unit: 'ms', goal: 'for information', met: true },
		{ name: 'JSON.parse', value: rounded(of('parse')), unit: 'ms', goal: 'for information', met: true },
		{ name: 'bare pass over the characters', value: rounded(of('pass')), unit: 'ms', goal: 'for information', met: true },
		{ name: '÷ Code node with 20 words', value: rounded(of('core') / of('codeNode')), unit: 'ratio', goal: '≤ 20', met: of('core') / of('codeNode') <= 20 },
		{ name: 'ten times the minutes', value: rounded(growth), unit: 'ratio', goal: '≤ 11', met: growth <= 11 },
	];
}

function hostile(name: string, piece: string, rounds: number): Row[] {
	const scanner = createMinutesScanner();
	const [one] = [minutesOf(0)];
	const text = (length: number): string => `王芳：${piece.repeat(Math.ceil(length / piece.length))}`;
	const once = text(20_000);
	const ten = text(200_000);
	const times: { readonly once: number[]; readonly ten: number[] } = { once: [], ten: [] };
	for (let round = 0; round < rounds + 2; round++) {
		const first = milliseconds(() => scanner.scan(one.talk, [{ text: once }]));
		const second = milliseconds(() => scanner.scan(one.talk, [{ text: ten }]));
		if (round < 2) continue;
		times.once.push(first);
		times.ten.push(second);
	}
	const growth = median(times.ten) / median(times.once);
	return [{ name: `hostile minutes, ${name}: ten times the text (${rounded(median(times.ten))} ms for 200,000 characters)`, value: rounded(growth), unit: 'ratio', goal: '≤ 13', met: growth <= 13 }];
}

export async function run(total = 200_000, rounds = 1): Promise<Row[]> {
	return await Promise.resolve([...usualMinutes(total, rounds), ...hostile('terms without an end', '系统显示6条质疑，', 5), ...hostile('negations', "I didn't look at the dashboard ", 5), ...hostile('labels', '王芳: ', 5)]);
}
