import { existsSync, readFileSync } from 'node:fs';
import { EMPTY_MAPPING } from '../core/edc/mapping.js';
import type { EdcSink } from '../core/edc/evidence.js';
import { createOdmXmlReader } from '../core/edc/odm/index.js';
import { LIBRARIES, SCANNER, type Contender } from './odmContenders.js';
import { pieces, transactionalOdm } from './odmDocuments.js';

/*
 * Reading ODM-XML into evidence against bare SAX passes over the same pieces: against the fastest library that is strict and
 * against the fastest of all, which passes over much that is not well formed and knows no namespaces. All take turns, so that
 * a busy machine slows all alike. Not among them: sax and sax-wasm, which took 1.4 times as long as saxes.
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
	const contenders = [SCANNER, ...LIBRARIES];
	const seen = contenders.map(({ pass }) => pass(chunks));
	// Some libraries count the namespace declarations of the root, too.
	if (Math.max(...seen) - Math.min(...seen) > 5 || readerPass(chunks) === 0) throw new Error('The passes do not see the same document.');
	const [reader = Number.NaN, scanner = Number.NaN, ...libraries] = measure([repeated(readerPass), ...contenders.map(({ pass }) => repeated(pass))]);
	const timeOf = (library: Contender): number => libraries[LIBRARIES.indexOf(library)] ?? Number.NaN;
	const fastest = (among: readonly Contender[]): Contender => among.reduce((best, one) => (timeOf(one) < timeOf(best) ? one : best));
	const [strict, any] = [fastest(LIBRARIES.filter((library) => library.strict)), fastest(LIBRARIES)];
	const round = (value: number): number => Math.round(value * 100) / 100;
	const ratio = (what: string, value: number, most: number | null): Row => ({ name: `${name}: ${what}`, value: round(value), unit: 'ratio', goal: most === null ? 'for information' : `≤ ${most}`, met: most === null || value <= most });
	return [
		...LIBRARIES.map((library) => ({ name: `${name}: bare pass of ${library.name}`, value: round(timeOf(library)), unit: 'ms', goal: 'yardstick', met: true })),
		ratio(`reading into evidence ÷ ${strict.name}, the fastest strict library`, reader / timeOf(strict), 1.6),
		ratio(`reading into evidence ÷ ${any.name}, the fastest of all`, reader / timeOf(any), 1.6),
		ratio(`${SCANNER.name} ÷ ${any.name}`, scanner / timeOf(any), 1),
		ratio(`reading into evidence ÷ ${SCANNER.name}`, reader / scanner, null),
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
