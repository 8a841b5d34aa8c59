import { detached, type AttributeList, type ElementHandler } from './elements.js';
import type { DocumentModel } from './studyModel.js';

/** Reads AdminData: the country of a site where it is stated, and what a signature means. Persons are not read. */
export class AdminDataReader implements ElementHandler {
	wantsText = false;
	private captured = '';
	private skipped = 0;
	private location: string | null = null;
	private signature: string | null = null;

	constructor(private readonly document: DocumentModel) {}

	open(name: string, attributes: AttributeList): void {
		if (this.skipped > 0) {
			this.skipped++;
			return;
		}
		switch (name) {
			case 'AdminData':
			case 'Address':
			case 'TranslatedText':
				return;
			case 'Location':
				this.location = attributes.filled('OID');
				return;
			case 'SignatureDef':
				this.signature = attributes.filled('OID');
				return;
			case 'Country':
			case 'Meaning':
				this.wantsText = true;
				this.captured = '';
				return;
			default:
				this.skipped = 1;
		}
	}

	text(text: string): void {
		this.captured += text;
	}

	close(name: string): void {
		if (this.skipped > 0) {
			this.skipped--;
			return;
		}
		if (name === 'Location') this.location = null;
		else if (name === 'SignatureDef') this.signature = null;
		else if (name === 'Country') this.keep(this.document.countryOfSite, this.location);
		else if (name === 'Meaning') this.keep(this.document.meaningOfSignature, this.signature);
	}

	private keep(texts: Map<string, string>, oid: string | null): void {
		this.wantsText = false;
		const text = this.captured.trim();
		if (oid !== null && text !== '') texts.set(oid, detached(text));
	}
}
