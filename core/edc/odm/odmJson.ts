import type { EdcSink } from '../evidence.js';
import { AttributeList } from './elements.js';
import { OdmDocument } from './odmDocument.js';
import { DEFAULT_LIMITS, type OdmReaderOptions } from './options.js';

/** Elements that hold text only, so that JSON may write them like an attribute. */
const TEXT_ELEMENTS = new Set(['DateTimeStamp', 'ReasonForChange', 'SourceID', 'Country', 'Meaning', 'Comment', 'TranslatedText', 'LegalReason']);
const TEXT_KEYS = new Set(['#text', '$', '_', '_text', 'content', '#cdata']);
/** Definitions and places must be known before the data, whatever the order of the keys. */
const SECTION_ORDER = ['Study', 'AdminData', 'ClinicalData'];

/**
 * Reads ODM v2 JSON and the form into which OpenClinica and LibreClinica convert their ODM 1.3 XML (attributes start with `@`, one
 * child is an object, several are an array). The whole document is in memory; for large exports ask for XML.
 * A document that cannot be read gives one finding `refused`, as with XML. Source: spec S1; vendor reference 1.3 and 1.6.
 *
 * @throws RangeError naming the zone where the mapping names one that does not exist
 */
export function readOdmJson(json: string | object, options: OdmReaderOptions, sink: EdcSink): void {
	const document = new OdmDocument(options, sink);
	let value: unknown = json;
	if (typeof json === 'string') {
		try {
			value = JSON.parse(json.startsWith('\ufeff') ? json.slice(1) : json);
		} catch (error) {
			document.findings.refuse(`JSON: ${(error as Error).message}`, json.slice(0, 40), 'a whole JSON document; if it was cut off on the way, get it again');
			return;
		}
	}
	const root = rootOf(value);
	if (root === null) {
		document.findings.refuse('root of the JSON document', keysOf(value).slice(0, 8).join(', ') || null, 'an object ODM, or an object that holds ClinicalData or Study; if this is an error message of the server, read it');
		return;
	}
	try {
		new JsonWalk(document, options.maxDepth ?? DEFAULT_LIMITS.maxDepth).root(root);
	} catch (error) {
		if (!(error instanceof TooDeep)) throw error;
		document.findings.refuse('JSON document', null, `at most ${options.maxDepth ?? DEFAULT_LIMITS.maxDepth} objects inside each other`);
		document.summarise();
		return;
	}
	document.finish();
}

type JsonRecord = Readonly<Record<string, unknown>>;

class TooDeep extends Error {}

class JsonWalk {
	private readonly attributes = new AttributeList();
	/** Attributes are marked, so that an unmarked text is an element. */
	private marked = false;
	private generation: 1 | 2 = 2;

	constructor(
		private readonly document: OdmDocument,
		private readonly maxDepth: number,
	) {}

	root(root: JsonRecord): void {
		this.marked = Object.keys(root).some((key) => key.startsWith('@'));
		const version = textOf(root['@ODMVersion'] ?? root['ODMVersion'] ?? root['odmVersion']) ?? '';
		const namespace = textOf(root['@xmlns'] ?? root['xmlns']) ?? '';
		this.generation = version.startsWith('1') || namespace.includes('/v1.') || (version === '' && this.marked) ? 1 : 2;
		this.document.setGeneration(this.generation);
		this.element('ODM', root, 0);
	}

	private element(name: string, value: unknown, depth: number): void {
		if (depth >= this.maxDepth) throw new TooDeep();
		const { document, attributes } = this;
		attributes.clear();
		if (!isRecord(value)) {
			document.open(name, attributes);
			this.text(value);
			document.close(name);
			return;
		}
		const children: Array<readonly [string, unknown]> = [];
		let text: unknown = null;
		for (const [key, member] of Object.entries(value)) {
			if (member === null || member === undefined) continue;
			const plain = canonicalKey(key);
			if (TEXT_KEYS.has(key)) text = member;
			else if (this.isAttribute(name, key, plain) && typeof member !== 'object') attributes.add(plain, textOf(member) ?? '');
			else if (!plain.startsWith('xmlns')) children.push([plain, member]);
		}
		document.open(name, attributes);
		this.text(text);
		if (depth === 0) children.sort(([a], [b]) => SECTION_ORDER.indexOf(a) - SECTION_ORDER.indexOf(b));
		for (const [child, member] of children) {
			for (const one of Array.isArray(member) ? (member as readonly unknown[]) : [member]) if (one !== null) this.element(child, one, depth + 1);
		}
		document.close(name);
	}

	private isAttribute(element: string, key: string, plain: string): boolean {
		if (key.startsWith('@')) return true;
		if (this.marked || TEXT_ELEMENTS.has(plain)) return false;
		return plain !== 'Value' || element !== 'ItemData' || this.generation === 1;
	}

	private text(value: unknown): void {
		const text = textOf(value);
		if (text !== null && this.document.wantsText) this.document.text(text);
	}
}

/** `@OpenClinica:Status`, `itemOID`, `ItemOID`: the name as ODM writes it. */
function canonicalKey(key: string): string {
	const name = key.startsWith('@') ? key.slice(1) : key;
	const first = name.charCodeAt(0);
	const lower = first >= 0x61 && first <= 0x7a && !name.includes(':') && !name.startsWith('xmlns');
	return lower ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}

/** Text of a JSON scalar, null for anything else. */
function textOf(value: unknown): string | null {
	return typeof value === 'string' ? legal(value) : typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** Control characters that XML 1.0 cannot hold (section 2.2): all of C0 but tab and the line ends. */
const ILLEGAL = /[^\P{Cc}\t\n\r\u007f-\u009f]/gu;

/** JSON may hold control characters that XML cannot; identities use some of them as separators. */
function legal(text: string): string {
	return text.replace(ILLEGAL, '\ufffd');
}

function rootOf(value: unknown): JsonRecord | null {
	if (!isRecord(value)) return null;
	const inner = value['ODM'] ?? value['odm'];
	if (isRecord(inner)) return inner;
	const keys = Object.keys(value).map(canonicalKey);
	return keys.includes('ClinicalData') || keys.includes('Study') || keys.includes('FileOID') ? value : null;
}

function isRecord(value: unknown): value is JsonRecord {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function keysOf(value: unknown): string[] {
	return isRecord(value) ? Object.keys(value) : [];
}
