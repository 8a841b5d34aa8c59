import { canonicalName, detached } from './elements.js';
import { type CodeUnits, XmlTrouble } from './xmlText.js';

/** A value of an attribute, and the one that came after it the last time. */
interface SeenValue {
	readonly text: string;
	next: SeenValue | null;
}

const MOST_SEEN = 4096;
/** Longer values are no identifiers. */
const LONGEST_SEEN = 64;
/** So often a value may be another than expected, each one that is as expected making good for one. */
const PATIENCE = 256;

/** Values of one attribute that come in the same order again and again, as identifiers of items do: they need not be cut out of the text each time. */
export class SeenValues {
	private patience = PATIENCE;
	private last: SeenValue | null = null;
	/** Null: given up. */
	private known: Map<string, SeenValue> | null | undefined;

	/** The expected value if it stands here, closed by the quotation mark; null otherwise. */
	at(codes: CodeUnits, from: number, quote: number): string | null {
		const expected = this.last?.next;
		if (expected == null) return null;
		const { text } = expected;
		if (codes[from + text.length] !== quote) return null;
		for (let index = 0; index < text.length; index++) if (codes[from + index] !== text.charCodeAt(index)) return null;
		this.last = expected;
		if (this.patience < PATIENCE) this.patience++;
		return text;
	}

	/** Notes a value that was not expected. */
	note(text: string): void {
		if (this.known === null) return;
		const known = (this.known ??= new Map<string, SeenValue>());
		if (--this.patience === 0 || known.size === MOST_SEEN || text.length > LONGEST_SEEN) {
			this.known = null;
			this.last = null;
			return;
		}
		let value = known.get(text);
		if (value === undefined) {
			value = { text: detached(text), next: null };
			known.set(value.text, value);
		}
		if (this.last !== null) this.last.next = value;
		this.last = value;
	}
}

/** A name as written in the document. What it means depends on the namespaces in force. */
export class WrittenName {
	readonly prefix: string;
	readonly local: string;
	readonly hash: number;
	readonly codes: CodeUnits;
	/** What followed this name the last time: the attributes of its tag, and the tag that was opened next. Names repeat in the same order. */
	readonly attributesSeen: WrittenName[] = [];
	nextOpened: WrittenName | null = null;
	/** As an attribute: its values so far, while they repeat. */
	readonly valuesSeen = new SeenValues();
	/** Canonical names, valid for the scope `resolvedIn`. */
	element = '';
	attribute = '';
	resolvedIn = -1;

	constructor(
		readonly text: string,
		hash: number,
	) {
		const colon = text.indexOf(':');
		this.prefix = colon === -1 ? '' : text.slice(0, colon);
		this.local = colon === -1 ? text : text.slice(colon + 1);
		this.hash = hash;
		this.codes = new Uint16Array(text.length);
		for (let index = 0; index < text.length; index++) this.codes[index] = text.charCodeAt(index);
	}

	get declaresNamespace(): boolean {
		return this.text === 'xmlns' || this.prefix === 'xmlns';
	}

	/** Namespaces in XML 1.0: at most one colon, something on both sides of it. */
	get qualified(): boolean {
		return this.local !== '' && !this.local.includes(':') && (this.prefix !== '' || !this.text.startsWith(':'));
	}
}

/** Whether the units of a name stand at a place. */
export function standsAt(codes: CodeUnits, name: CodeUnits, from: number, length = name.length): boolean {
	for (let index = 0; index < length; index++) if (codes[from + index] !== name[index]) return false;
	return true;
}

const SLOTS = 1024;

/** Finds the object of a name without cutting the name out of the text: names repeat, so nearly every look-up is a hit. */
export class NameTable {
	private readonly slots: Array<WrittenName | undefined> = new Array<WrittenName | undefined>(SLOTS);

	find(buffer: string, codes: CodeUnits, from: number, to: number, hash: number): WrittenName {
		const slot = (hash ^ (hash >>> 10)) & (SLOTS - 1);
		const known = this.slots[slot];
		if (known?.hash === hash && known.codes.length === to - from && standsAt(codes, known.codes, from)) return known;
		// Copied, so that the table does not keep a chunk of the document alive.
		const name = new WrittenName(detached(buffer.slice(from, to)), hash);
		if (!name.qualified) throw new XmlTrouble('Name', from, name.text, 'a name with at most one colon, not at its start or end');
		this.slots[slot] = name;
		return name;
	}
}

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/';

interface Scope {
	readonly id: number;
	readonly depth: number;
	readonly bindings: ReadonlyMap<string, string>;
}

/** The prefixes in force, by element depth. */
export class NamespaceScopes {
	private nextId = 1;
	private scopes: Scope[] = [{ id: 0, depth: -1, bindings: new Map([['xml', XML_NAMESPACE]]) }];
	private current: Scope = this.scopes[0] as Scope;

	declare(name: WrittenName, namespace: string, depth: number, offset: number): void {
		const prefix = name.text === 'xmlns' ? '' : name.local;
		const reserved = prefix === 'xmlns' || namespace === XMLNS_NAMESPACE || (prefix === 'xml') !== (namespace === XML_NAMESPACE);
		if (reserved || (namespace === '' && prefix !== '')) {
			throw new XmlTrouble('Namespace declaration', offset, `${name.text}="${namespace}"`, 'a prefix of its own for a namespace that is not reserved and not empty');
		}
		const bindings = new Map(this.current.bindings);
		bindings.set(prefix, namespace);
		const scope: Scope = { id: this.nextId++, depth, bindings };
		if (this.current.depth === depth) this.scopes.pop();
		this.scopes.push(scope);
		this.current = scope;
	}

	leave(depth: number): void {
		if (this.current.depth < depth) return;
		this.scopes.pop();
		this.current = this.scopes[this.scopes.length - 1] as Scope;
	}

	/** Namespace of the default prefix, empty where none is declared. */
	get defaultNamespace(): string {
		return this.current.bindings.get('') ?? '';
	}

	namespaceOf(name: WrittenName): string | undefined {
		return this.current.bindings.get(name.prefix) ?? (name.prefix === '' ? '' : undefined);
	}

	resolve(name: WrittenName, offset: number): void {
		if (name.resolvedIn === this.current.id) return;
		const namespace = this.namespaceOf(name);
		if (namespace === undefined) throw new XmlTrouble('Prefix without namespace', offset, name.text, `xmlns:${name.prefix}="…" on this element or one around it`);
		name.element = canonicalName(namespace, name.local);
		name.attribute = name.prefix === '' ? name.local : name.element;
		name.resolvedIn = this.current.id;
	}
}
