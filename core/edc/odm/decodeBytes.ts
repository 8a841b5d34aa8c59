import { XmlTrouble } from './xmlText.js';

/** Gives the text of a document that arrives in pieces of bytes. */
export interface ByteDecoder {
	/** @throws XmlTrouble where the bytes are not in the encoding of the document */
	decode(bytes: Uint8Array): string;
	/** @throws XmlTrouble where the last character is cut off */
	end(): string;
}

/** An XML declaration is expected to fit in here. */
const LONGEST_DECLARATION = 1024;

/** UTF-8 unless a byte order mark or the XML declaration says otherwise (XML 1.0, appendix F). */
export class DocumentDecoder implements ByteDecoder {
	private head: Uint8Array = new Uint8Array(0);
	private decoder: ByteDecoder | null = null;

	decode(bytes: Uint8Array): string {
		if (this.decoder) return this.decoder.decode(bytes);
		this.head = joined(this.head, bytes);
		return this.declarationWhole() ? this.start() : '';
	}

	end(): string {
		const start = this.decoder ? '' : this.start();
		return start + (this.decoder as unknown as ByteDecoder).end();
	}

	private declarationWhole(): boolean {
		const { head } = this;
		if (head.length >= LONGEST_DECLARATION) return true;
		if (head.length < 4) return false;
		if (wideEncoding(head) !== null) return true;
		const start = head[0] === 0xef ? 3 : 0;
		// Anything but `<?` starts no declaration.
		return head[start] !== 0x3c || (head.length > start + 1 && head[start + 1] !== 0x3f) || head.includes(0x3e);
	}

	private start(): string {
		const { head } = this;
		const encoding = wideEncoding(head) ?? declaredEncoding(head);
		this.decoder = encoding === 'utf-8' ? new Utf8Decoder() : new OtherDecoder(encoding);
		this.head = new Uint8Array(0);
		return this.decoder.decode(head);
	}
}

function wideEncoding(head: Uint8Array): string | null {
	const [first, second, third, fourth] = head;
	if ((first === 0xff && second === 0xfe && third === 0 && fourth === 0) || (first === 0 && second === 0)) throw encodingTrouble('UTF-32', 'UTF-8 or UTF-16');
	if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
	if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
	return null;
}

function declaredEncoding(head: Uint8Array): string {
	let declaration = '';
	for (let index = head[0] === 0xef ? 3 : 0; index < head.length && index < LONGEST_DECLARATION && head[index] !== 0x3e; index++) declaration += String.fromCharCode(head[index] as number);
	if (!declaration.startsWith('<?xml')) return 'utf-8';
	const declared = /[ \t\r\n]encoding[ \t\r\n]{0,9}=[ \t\r\n]{0,9}["']([A-Za-z][A-Za-z0-9._-]{0,40})["']/.exec(declaration)?.[1] ?? 'UTF-8';
	if (/^utf-?16/i.test(declared)) throw encodingTrouble(declared, 'the encoding that the bytes are in; they are no UTF-16');
	return /^utf-?8$/i.test(declared) ? 'utf-8' : declared;
}

/** Cuts at whole characters itself: decoding piece by piece with a stream is several times slower. */
class Utf8Decoder implements ByteDecoder {
	private readonly decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
	private rest: Uint8Array = new Uint8Array(0);

	decode(bytes: Uint8Array): string {
		const all = this.rest.length === 0 ? bytes : joined(this.rest, bytes);
		const end = all.length - unfinished(all);
		this.rest = all.slice(end);
		return this.text(all.subarray(0, end));
	}

	end(): string {
		return this.text(this.rest);
	}

	private text(bytes: Uint8Array): string {
		try {
			return this.decoder.decode(bytes);
		} catch {
			throw encodingTrouble('bytes that are no UTF-8', 'UTF-8, or an XML declaration that names the encoding');
		}
	}
}

/** Bytes at the end that start a character and do not finish it. */
function unfinished(bytes: Uint8Array): number {
	for (let back = 1; back <= 3 && back <= bytes.length; back++) {
		const byte = bytes[bytes.length - back] as number;
		if (byte < 0x80) return 0;
		if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
	}
	return 0;
}

class OtherDecoder implements ByteDecoder {
	private readonly decoder: InstanceType<typeof TextDecoder>;

	constructor(private readonly encoding: string) {
		try {
			this.decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
		} catch {
			throw encodingTrouble(encoding, 'an encoding that is known here; save the document as UTF-8');
		}
	}

	decode(bytes: Uint8Array): string {
		return this.text(bytes, true);
	}

	end(): string {
		return this.text(new Uint8Array(0), false);
	}

	private text(bytes: Uint8Array, stream: boolean): string {
		try {
			return this.decoder.decode(bytes, { stream });
		} catch {
			throw encodingTrouble(`bytes that are no ${this.encoding}`, `${this.encoding} as declared, or a declaration of the true encoding`);
		}
	}
}

function encodingTrouble(found: string, expected: string): XmlTrouble {
	return new XmlTrouble('Encoding', 0, found, expected);
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
	if (first.length === 0) return second;
	const all = new Uint8Array(first.length + second.length);
	all.set(first);
	all.set(second, first.length);
	return all;
}
