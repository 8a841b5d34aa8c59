import { createRequire } from 'node:module';
import { Parser as Htmlparser2 } from 'htmlparser2';
import { SaxesParser } from 'saxes';
import { XmlScanner } from '../core/edc/odm/xmlScanner.js';

/* Bare passes over a document: tags, attributes and texts handed over, attributes counted, nothing made of them. */

/** The number of attributes seen. */
export type Pass = (chunks: readonly string[]) => number;

export interface Contender {
	readonly name: string;
	/** Refuses what is not well formed, knows namespaces. */
	readonly strict: boolean;
	readonly pass: Pass;
}

/** The parts of libraries without types that are used here. */
interface EasySax {
	on(event: 'startNode', handler: (name: string, attributes: () => Readonly<Record<string, string>> | boolean) => void): void;
	on(event: 'textNode' | 'endNode', handler: () => void): void;
	parse(text: string): void;
}
interface Ltx {
	on(event: 'startElement', handler: (name: string, attributes: Readonly<Record<string, string>>) => void): void;
	on(event: 'text' | 'endElement', handler: () => void): void;
	write(chunk: string): void;
	end(): void;
}

const load = createRequire(import.meta.url);
const EasySaxParser = load('easysax') as new () => EasySax;
const LtxParser = load('ltx/lib/parsers/ltx.js') as new () => Ltx;

const countOf = (attributes: object): number => Object.keys(attributes).length;

function saxes(chunks: readonly string[]): number {
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

function htmlparser2(chunks: readonly string[]): number {
	let attributes = 0;
	const parser = new Htmlparser2({ onattribute: () => void (attributes += 1), onopentag: () => undefined, ontext: () => undefined, onclosetag: () => undefined }, { xmlMode: true });
	for (const chunk of chunks) parser.write(chunk);
	parser.end();
	return attributes;
}

function ltx(chunks: readonly string[]): number {
	let attributes = 0;
	const parser = new LtxParser();
	parser.on('startElement', (_, list) => void (attributes += countOf(list)));
	parser.on('text', () => undefined);
	parser.on('endElement', () => undefined);
	for (const chunk of chunks) parser.write(chunk);
	parser.end();
	return attributes;
}

/** Takes the document whole and leaves references in texts as they are written. */
function easysax(chunks: readonly string[]): number {
	let attributes = 0;
	const parser = new EasySaxParser();
	parser.on('startNode', (_, read) => {
		const list = read();
		if (typeof list === 'object') attributes += countOf(list);
	});
	parser.on('textNode', () => undefined);
	parser.on('endNode', () => undefined);
	parser.parse(chunks.join(''));
	return attributes;
}

function scanner(chunks: readonly string[]): number {
	let attributes = 0;
	const own = new XmlScanner({ wantsText: true, open: (_, list) => void (attributes += list.count), text: () => undefined, close: () => undefined }, { maxDepth: 64, maxTextLength: 10_000_000 });
	for (const chunk of chunks) own.write(chunk);
	own.end();
	return attributes;
}

export const SCANNER: Contender = { name: 'scanner of core/edc/odm', strict: true, pass: scanner };

export const LIBRARIES: readonly Contender[] = [
	{ name: 'saxes', strict: true, pass: saxes },
	{ name: 'htmlparser2 (xmlMode)', strict: false, pass: htmlparser2 },
	{ name: 'ltx', strict: false, pass: ltx },
	{ name: 'easysax', strict: false, pass: easysax },
];
