import { existsSync, readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';
import { EMPTY_MAPPING } from '../core/edc/mapping.js';
import type { EdcSink } from '../core/edc/evidence.js';
import { createOdmXmlReader } from '../core/edc/odm/index.js';
import { XmlScanner } from '../core/edc/odm/xmlScanner.js';
import { pieces, transactionalOdm } from './odmDocuments.js';

/*
 * Reading ODM-XML into evidence against a bare SAX pass over the same pieces (tags and attributes handed over, nothing made of them).
 *
 * Candidates, 22.5 MB of ODM, Node 24.21, 2 cores, medians of 5 to 8 interleaved passes: ltx 6 216 ms, easysax 0.3 231 ms,
 * htmlparser2 (xmlMode) 280 ms, saxes 6 without and with namespaces 409 and 447 ms, sax-wasm 626 ms, sax 649 ms.
 * ltx, easysax and htmlparser2 pass over much that is not well formed and know no namespaces; saxes is the fastest library
 * that is safe, and is the yardstick here. The scanner of core/edc/odm is as strict and takes 233 to 243 ms on the same pass.
 */

export interface Row {
	readonly name: string;
	readonly value: number;
	readonly unit: string;
	readonly goal: string;
	readonly met: boolean;
}

const REPETITIONS = 9;
const SUBJECTS = 850;
const LONG_STREAM_SUBJECTS = 7_700;
const REAL = '../shared/data/odm-openedc/clinicaldata.xml';

function saxesPass(chunks: readonly string[]): number {
	let attributes = 0;
	const parser = new SaxesParser({ xmlns: true, position: true });
	parser.on('opentag', (tag) => {
		for (const name in tag.attributes) if (name !== '') attributes++;
	});
	parser.on('text', () => undefined);
	parser.on('closetag', () => undefined);
	for (const chunk of chunks) parser.write(chunk);
	parser.close();
	return attributes;
}

function scannerPass(chunks: readonly string[]): number {
	let attributes = 0;
	const scanner = new XmlScanner({ wantsText: true, open: (_, list) => void (attributes += list.count), text: () => undefined, close: () => undefined }, { maxDepth: 64, maxTextLength: 10_000_000 });
	for (const chunk of chunks) scanner.write(chunk);
	scanner.end();
	return attributes;
}

function readerPass(chunks: Iterable<string>): number {
	let events = 0;
	const sink: EdcSink = {
		event: () => {
			events++;
		},
		finding: (finding) => {
			throw new Error(`${finding.where}: ${finding.expected}`);
		},
	};
	const reader = createOdmXmlReader({ mapping: EMPTY_MAPPING }, sink);
	for (const chunk of chunks) reader.write(chunk);
	reader.end();
	return events;
}

function median(values: number[]): number {
	return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Milliseconds of each pass, interleaved, so that a busy machine slows all alike. */
function measure(passes: ReadonlyArray<() => number>): number[] {
	const times = passes.map((): number[] => []);
	for (let repetition = -1; repetition < REPETITIONS; repetition++) {
		passes.forEach((pass, index) => {
			const start = performance.now();
			pass();
			if (repetition >= 0) times[index]?.push(performance.now() - start);
		});
	}
	return times.map(median);
}

function compared(name: string, text: string, times = 1): Row[] {
	const chunks = pieces(text);
	const repeated = (pass: (chunks: readonly string[]) => number) => () => {
		let result = 0;
		for (let round = 0; round < times; round++) result = pass(chunks);
		return result;
	};
	// saxes also counts the namespace declarations of the root.
	if (Math.abs(saxesPass(chunks) - scannerPass(chunks)) > 5 || readerPass(chunks) === 0) throw new Error('The passes do not see the same document.');
	const [saxes = Number.NaN, scanner = Number.NaN, reader = Number.NaN] = measure([repeated(saxesPass), repeated(scannerPass), repeated(readerPass)]);
	const round = (value: number): number => Math.round(value * 100) / 100;
	return [
		{ name: `${name}: bare pass of saxes`, value: round(saxes), unit: 'ms', goal: 'yardstick', met: true },
		{ name: `${name}: scanner ÷ saxes`, value: round(scanner / saxes), unit: 'ratio', goal: '≤ 1', met: scanner <= saxes },
		{ name: `${name}: reading into evidence ÷ saxes`, value: round(reader / saxes), unit: 'ratio', goal: '≤ 1.6', met: reader / saxes <= 1.6 },
		{ name: `${name}: reading into evidence ÷ bare scanner`, value: round(reader / scanner), unit: 'ratio', goal: 'for information', met: true },
	];
}

/** Streams a document that is never held whole and watches the memory of the process. */
function longStream(): Row {
	let peak = 0;
	let characters = 0;
	function* watched(): Generator<string> {
		for (const piece of transactionalOdm(LONG_STREAM_SUBJECTS)) {
			characters += piece.length;
			peak = Math.max(peak, process.memoryUsage.rss());
			yield piece;
		}
	}
	readerPass(watched());
	const megabytes = Math.round(peak / 1_048_576);
	return { name: `peak memory of the process while ${Math.round(characters / 1_000_000)} MB stream through`, value: megabytes, unit: 'MB', goal: '< 300', met: megabytes < 300 };
}

export function run(): Promise<Row[]> {
	// First, while the process holds nothing else.
	const rows = [longStream(), ...compared('generated 22 MB', [...transactionalOdm(SUBJECTS)].join(''))];
	if (existsSync(REAL)) rows.push(...compared('OpenEDC 240 kB × 20', readFileSync(REAL, 'utf8'), 20));
	return Promise.resolve(rows);
}
