/**
 * The form in which both readers (XML and JSON) hand elements on. Names are canonical: ODM elements and attributes by their
 * local name, vendors' extensions with the prefix customary for their namespace, whatever prefix the document binds.
 */
export interface ElementHandler {
	/** False while character data is of no interest, so that the scanner need not cut it out. */
	readonly wantsText: boolean;
	open(name: string, attributes: AttributeList): void;
	text(text: string): void;
	close(name: string): void;
}

/** Attributes of one element; the object is reused for the next element, so read them at once. */
export class AttributeList {
	count = 0;
	readonly names: string[] = [];
	readonly values: string[] = [];

	clear(): void {
		this.count = 0;
	}

	add(name: string, value: string): void {
		this.names[this.count] = name;
		this.values[this.count] = value;
		this.count++;
	}

	get(name: string): string | undefined {
		for (let index = 0; index < this.count; index++) {
			if (this.names[index] === name) return this.values[index];
		}
		return undefined;
	}

	/** The value without surrounding blanks, null where absent or blank. */
	filled(name: string): string | null {
		const value = this.get(name)?.trim();
		return value === undefined || value === '' ? null : detached(value);
	}
}

/** Namespaces of the extensions that are read, with the prefix their documentation uses. */
const VENDOR_NAMESPACES = new Map<string, string>([
	['http://www.mdsol.com/ns/odm/metadata', 'mdsol:'],
	['https://projectredcap.org', 'redcap:'],
	['http://www.cdisc.org/ns/Dataset-XML/v1.0', 'data:'],
	['http://www.w3.org/XML/1998/namespace', 'xml:'],
]);

const ODM_NAMESPACE = /^http:\/\/www\.cdisc\.org\/ns\/odm\/v(1\.[123]|2\.0)$/;
const OPENCLINICA_NAMESPACE = /^http:\/\/www\.(?:open|libre)clinica\.org\/ns\/odm_ext_v\d{1,4}\/v[\d.]{1,8}$/;

/** `1` or `2` for a namespace of ODM; ODM 1.0 and 1.1 had a DTD and no namespace. Null: not ODM. */
export function odmGeneration(namespace: string): 1 | 2 | null {
	if (namespace === '') return 1;
	const match = ODM_NAMESPACE.exec(namespace);
	return match ? (match[1] === '2.0' ? 2 : 1) : null;
}

/** Canonical name of an element or attribute; a foreign namespace is kept in braces, so that it is no ODM name by accident. */
export function canonicalName(namespace: string, local: string): string {
	if (odmGeneration(namespace) !== null) return local;
	const vendor = VENDOR_NAMESPACES.get(namespace);
	if (vendor !== undefined) return vendor + local;
	if (OPENCLINICA_NAMESPACE.test(namespace)) return `OpenClinica:${local}`;
	return `{${namespace}}${local}`;
}

/**
 * A copy that does not keep the text it was cut from alive: engines share the memory of a long substring with its parent,
 * and one subject key would hold a whole chunk of the document.
 */
export function detached(text: string): string {
	return text.length < 13 ? text : (JSON.parse(JSON.stringify(text)) as string);
}

const INTERNED_LIMIT = 50_000;

/** Gives equal texts one shared, detached copy: OIDs repeat by the hundred thousand. */
export class TextPool {
	private texts = new Map<string, string>();

	share(text: string): string {
		const known = this.texts.get(text);
		if (known !== undefined) return known;
		if (this.texts.size >= INTERNED_LIMIT) this.texts = new Map();
		const copy = detached(text);
		this.texts.set(copy, copy);
		return copy;
	}
}
