import type { EdcSink } from '../evidence.js';
import { DocumentDecoder } from './decodeBytes.js';
import { odmGeneration, type AttributeList, type ElementHandler } from './elements.js';
import { OdmDocument } from './odmDocument.js';
import { DEFAULT_LIMITS, type OdmReaderOptions } from './options.js';
import { XmlScanner } from './xmlScanner.js';
import { XmlTrouble } from './xmlText.js';

export interface OdmXmlReader {
	/** Takes the next piece of the document: text, or bytes in UTF-8, UTF-16 or the encoding its XML declaration names. */
	write(chunk: string | Uint8Array): void;
	/** To be called after the last piece. */
	end(): void;
}

/** Larger pieces are cut, so that memory depends on the size of a subject and not on the size of a piece. */
const PIECE = 1 << 16;

/**
 * Reads ODM-XML 1.0 to 1.3.2 and 2.0 as it arrives. Memory is bounded by the largest subject; what was read is handed on at the
 * end of each subject. A document that cannot be read any further gives one finding `refused` that names line, column and remedy;
 * everything read before it stays, and no DocumentRead follows. Source: spec S1; CDISC ODM 1.3.2 and 2.0.
 *
 * @throws RangeError naming the zone where the mapping names one that does not exist
 */
export function createOdmXmlReader(options: OdmReaderOptions, sink: EdcSink): OdmXmlReader {
	return new XmlReader(new OdmDocument(options, sink), options);
}

class XmlReader implements OdmXmlReader, ElementHandler {
	private readonly scanner: XmlScanner;
	private decoder: DocumentDecoder | null = null;
	private started = false;
	private over = false;
	private rootChecked = false;

	constructor(
		private readonly document: OdmDocument,
		options: OdmReaderOptions,
	) {
		this.scanner = new XmlScanner(this, { maxDepth: options.maxDepth ?? DEFAULT_LIMITS.maxDepth, maxTextLength: options.maxTextLength ?? DEFAULT_LIMITS.maxTextLength });
	}

	write(chunk: string | Uint8Array): void {
		this.guarded(() => {
			for (let at = 0; at < chunk.length; at += PIECE) {
				if (typeof chunk === 'string') this.scan(chunk.length <= PIECE ? chunk : chunk.slice(at, at + PIECE));
				else this.scan((this.decoder ??= new DocumentDecoder()).decode(chunk.subarray(at, at + PIECE)));
			}
		});
	}

	end(): void {
		this.guarded(() => {
			if (this.decoder) this.scan(this.decoder.end());
			this.scanner.end();
			this.over = true;
			this.document.finish();
		});
	}

	get wantsText(): boolean {
		return this.document.wantsText;
	}

	open(name: string, attributes: AttributeList): void {
		if (!this.rootChecked) {
			const generation = name === 'ODM' ? odmGeneration(this.scanner.currentNamespace) : null;
			if (generation === null) throw new XmlTrouble('Not an ODM document', this.scanner.offset, name, 'the root <ODM xmlns="http://www.cdisc.org/ns/odm/v1.3"> or v2.0; if this is an error message of the server, read it');
			this.document.setGeneration(generation);
			this.rootChecked = true;
		}
		this.document.open(name, attributes);
	}

	text(text: string): void {
		this.document.text(text);
	}

	close(name: string): void {
		this.document.close(name);
	}

	private scan(text: string): void {
		if (text === '') return;
		const first = !this.started;
		this.started = true;
		this.scanner.write(first && text.startsWith('\ufeff') ? text.slice(1) : text);
	}

	private guarded(work: () => void): void {
		if (this.over) return;
		try {
			work();
		} catch (error) {
			if (!(error instanceof XmlTrouble)) throw error;
			this.over = true;
			const { line, column } = this.scanner.positionOf(error.offset);
			this.document.findings.refuse(`line ${line}, column ${column}: ${error.message}`, error.found, error.expected);
			this.document.summarise();
		}
	}
}
