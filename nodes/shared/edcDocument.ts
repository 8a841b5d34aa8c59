import type { EdcEvent } from '../../core/edc/evidence.js';
import { sleep } from 'n8n-workflow';
import { createOdmXmlReader, detectEdcFormat, readOdmJson } from '../../core/edc/odm/index.js';
import type { EdcMapping } from '../../core/edc/mapping.js';
import type { EvidenceBasket } from './evidenceBasket.js';

export interface DocumentSettings {
	readonly mapping: EdcMapping;
	/** CloudEvents `source`; absent: as the document names itself. */
	readonly source?: string;
	/** Where it comes from, for findings: `Document`, `Binary property "data"`. */
	readonly where: string;
}

/** How much of a piece is looked at to see what it begins with. */
const SNIFFED = 4096;
/** Pieces of a document that is in memory already: between two the server does other work. */
const PIECE = 1 << 18;

/**
 * Reads one document, whatever it is: ODM-XML as it arrives, ODM-JSON and CloudEvents (one or a list) as a whole.
 * What cannot be read is a finding; nothing is thrown for the content of a document.
 */
export async function readDocument(chunks: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>, settings: DocumentSettings, basket: EvidenceBasket<EdcEvent>): Promise<void> {
	const { mapping, source } = settings;
	const options = { mapping, ...(source === undefined ? {} : { source }) };
	const held: Array<Uint8Array | string> = [];
	let reader: ReturnType<typeof createOdmXmlReader> | null = null;
	let known = false;
	for await (const chunk of chunks) {
		if (reader !== null) {
			reader.write(chunk);
			continue;
		}
		held.push(chunk);
		if (known) continue;
		const start = (typeof chunk === 'string' ? chunk.slice(0, SNIFFED) : asciiOf(chunk.subarray(0, SNIFFED))).replace(/^\uFEFF/, '').trimStart();
		if (start === '') continue;
		known = true;
		if (!start.startsWith('<')) continue;
		reader = createOdmXmlReader(options, basket);
		for (const piece of held.splice(0)) reader.write(piece);
	}
	if (reader !== null) reader.end();
	else readJsonDocument(textOf(held, settings, basket), settings, basket);
}

/** A text that is in memory already, in pieces, so that a long one does not hold the server up. */
export async function* inPieces(text: string): AsyncGenerator<string> {
	for (let at = 0; at < text.length; at += PIECE) {
		yield text.slice(at, at + PIECE);
		if (at + PIECE < text.length) await sleep(0);
	}
}

/** JSON that came as text: ODM-JSON, or evidence as it is. */
function readJsonDocument(text: string | null, settings: DocumentSettings, basket: EvidenceBasket<EdcEvent>): void {
	if (text === null) return;
	const { where, mapping, source } = settings;
	if (text.trim() === '') {
		basket.finding({ where, value: '', expected: 'an ODM document (XML or JSON) or evidence as CloudEvents; it is empty', severity: 'refused' });
		return;
	}
	if (detectEdcFormat(text) === 'odm-json') {
		readOdmJson(text, { mapping, ...(source === undefined ? {} : { source }) }, basket);
		return;
	}
	const parsed = parseJson(text);
	if (parsed.ok) offerEvidence(parsed.value, where, basket);
	else basket.finding({ where, value: text.slice(0, 80), expected: `an ODM document (XML or JSON) or evidence as CloudEvents; it is neither XML nor JSON (${parsed.problem})`, severity: 'refused' });
}

export function parseJson(text: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: string } {
	try {
		return { ok: true, value: JSON.parse(text.replace(/^\uFEFF/, '')) };
	} catch (error) {
		return { ok: false, problem: (error as Error).message.slice(0, 120) };
	}
}

/** Evidence as CloudEvents: one event or a list (CloudEvents JSON batch). */
export function offerEvidence(value: unknown, where: string, basket: EvidenceBasket<EdcEvent>): void {
	if (Array.isArray(value)) value.forEach((event, index) => basket.offer(event, `${where}[${index}]`));
	else basket.offer(value, where);
}

function textOf(pieces: ReadonlyArray<Uint8Array | string>, settings: DocumentSettings, basket: EvidenceBasket<EdcEvent>): string | null {
	const decoder = new TextDecoder('utf-8', { fatal: true });
	let text = '';
	try {
		for (const piece of pieces) text += typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true });
		return text + decoder.decode();
	} catch {
		basket.finding({ where: settings.where, value: null, expected: 'JSON in UTF-8; these bytes are in another encoding', severity: 'refused' });
		return null;
	}
}

/** Characters of ASCII alone (byte order marks and the zeros of UTF-16 left out): enough to see XML begin in any encoding. */
const asciiOf = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes.filter((byte) => byte > 8 && byte < 128));
