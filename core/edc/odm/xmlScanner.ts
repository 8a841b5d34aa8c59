import { AttributeList, type ElementHandler } from './elements.js';
import { NamespaceScopes, NameTable, standsAt, WrittenName } from './xmlNames.js';
import { type CodeUnits, decode, HAS_LINE_BREAKS, HAS_REFERENCES, inspect, isBlank, isNamePart, isNameStart, PLAIN, XmlTrouble } from './xmlText.js';

export interface XmlLimits {
	/** Elements inside each other. */
	readonly maxDepth: number;
	/** Characters of one tag, one stretch of text, one comment. */
	readonly maxTextLength: number;
}

export interface XmlPosition {
	readonly line: number;
	readonly column: number;
}

const MOST_ATTRIBUTES = 256;
const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const INCOMPLETE = -1;
const ENCODER = new TextEncoder();

/** The only document type read: the one by which CDISC published ODM 1.0 to 1.2. It is never fetched and may declare nothing itself. */
const CDISC_DOCTYPE = /^<!DOCTYPE[ \t\r\n]{1,99}ODM[ \t\r\n]{1,99}SYSTEM[ \t\r\n]{1,99}(?:"[^"<&[]{0,300}odm1-[0-2]-\d{1,2}\.dtd"|'[^'<&[]{0,300}odm1-[0-2]-\d{1,2}\.dtd')[ \t\r\n]{0,99}>$/i;

/**
 * A streaming scanner for XML 1.0 with namespaces, strict where a mistake could change the meaning of a record, with no entities
 * and no document type: what is not well formed is refused, never repaired. Gives whole tags and whole stretches of text only,
 * so that the pieces a document arrives in do not show in the result.
 *
 * Written for this purpose because no library was both strict and fast enough; figures in bench/odm.ts.
 */
export class XmlScanner {
	private buffer = '';
	/** The units of the buffer: read several times each, which a text makes slow. */
	private codes: CodeUnits = new Uint16Array(1);
	private bytes = new Uint8Array(0);
	private position = 0;
	/** Offset up to which the end of the present token is known not to lie. */
	private searched = 0;
	/** Do not look at the present tag again before the buffer is this long: keeps one-character pieces linear. */
	private retryLength = 0;
	private lines = 0;
	private columns = 0;
	private doctypeSeen = false;
	private rootSeen = false;
	private atStart = true;
	private readonly open: WrittenName[] = [];
	private readonly names = new NameTable();
	private readonly scopes = new NamespaceScopes();
	private readonly attributes = new AttributeList();
	private readonly written: WrittenName[] = [];
	private lastOpened = new WrittenName('', 0);

	constructor(
		private readonly handler: ElementHandler,
		private readonly limits: XmlLimits,
	) {}

	/** Namespace of the element that is being handed over, for the check of the root. */
	currentNamespace = '';

	/** Offset of the markup that is being handed over. */
	get offset(): number {
		return this.position;
	}

	/** @throws XmlTrouble where the text is not well formed */
	write(chunk: string): void {
		this.dropConsumed();
		this.append(chunk);
		if (this.buffer.length >= this.retryLength) this.scan();
	}

	private append(chunk: string): void {
		const before = this.buffer.length;
		// Joined into one flat text, because values are cut out of it; where many small pieces make one long text, once for all of them.
		this.buffer = before === 0 ? chunk : before <= chunk.length ? [this.buffer, chunk].join('') : this.buffer + chunk;
		const { length } = this.buffer;
		if (this.codes.length <= length) {
			const larger = new Uint16Array(length * 2 + 1);
			larger.set(this.codes.subarray(0, before));
			this.codes = larger;
		}
		const { codes } = this;
		if (this.bytes.length < chunk.length) this.bytes = new Uint8Array(chunk.length);
		// As long in UTF-8 as in UTF-16: ASCII alone, each byte a unit.
		const { read, written } = ENCODER.encodeInto(chunk, this.bytes);
		if (read === chunk.length && written === chunk.length) codes.set(this.bytes.subarray(0, written), before);
		else for (let index = 0; index < chunk.length; index++) codes[before + index] = chunk.charCodeAt(index);
		codes[length] = 0;
	}

	/** @throws XmlTrouble where the document ends too early */
	end(): void {
		this.scan();
		const rest = this.buffer.slice(this.position);
		const innermost = this.open[this.open.length - 1];
		if (innermost) throw new XmlTrouble('The document ends inside an element', this.buffer.length, `<${innermost.text}>`, `</${innermost.text}>; the file or answer was cut off, get it again`);
		if (rest.trim() !== '') throw new XmlTrouble('The document ends inside markup or has text outside of its root', this.position, rest.slice(0, 40), 'a whole document; get it again');
		if (!this.rootSeen) throw new XmlTrouble('Empty document', this.position, null, 'an ODM document');
	}

	positionOf(offset: number): XmlPosition {
		const before = this.buffer.slice(0, Math.min(offset, this.buffer.length));
		const lastBreak = before.lastIndexOf('\n');
		const breaks = before.split('\n').length - 1;
		return { line: this.lines + breaks + 1, column: (lastBreak === -1 ? this.columns + before.length : before.length - lastBreak - 1) + 1 };
	}

	private dropConsumed(): void {
		const end = this.position;
		if (end === 0) return;
		let lastBreak = -1;
		for (let at = this.buffer.indexOf('\n'); at !== -1 && at < end; at = this.buffer.indexOf('\n', at + 1)) {
			this.lines++;
			lastBreak = at;
		}
		this.columns = lastBreak === -1 ? this.columns + end : end - lastBreak - 1;
		this.codes.copyWithin(0, end, this.buffer.length);
		this.buffer = this.buffer.slice(end);
		this.searched = Math.max(0, this.searched - end);
		this.retryLength = 0;
		this.position = 0;
	}

	private scan(): void {
		const { buffer, codes } = this;
		while (this.position < buffer.length) {
			const at = this.position;
			const next = codes[at] === LESS_THAN ? this.markup(at) : this.characters(at);
			if (next === INCOMPLETE) {
				const pending = buffer.length - at;
				if (pending > this.limits.maxTextLength) throw this.tooLong(at);
				this.retryLength = at + pending * 2;
				return;
			}
			if (next - at > this.limits.maxTextLength) throw this.tooLong(at);
			this.position = next;
			this.atStart = false;
		}
	}

	private tooLong(at: number): XmlTrouble {
		return new XmlTrouble('Too long', at, this.buffer.slice(at, at + 40), `at most ${this.limits.maxTextLength} characters in one piece of markup or text`);
	}

	private characters(at: number): number {
		const end = this.buffer.indexOf('<', Math.max(at, this.searched));
		if (end === -1) {
			this.searched = this.buffer.length;
			return INCOMPLETE;
		}
		if (end - at > this.limits.maxTextLength) throw this.tooLong(at);
		const needs = inspect(this.buffer, this.codes, at, end, 'text');
		if (this.open.length === 0) {
			if (this.buffer.slice(at, end).trim() !== '') throw new XmlTrouble('Text outside of the root element', at, this.buffer.slice(at, Math.min(end, at + 40)), 'an XML document');
		} else if (this.handler.wantsText) {
			this.handler.text(decode(this.buffer, at, end, needs, false));
		} else if ((needs & HAS_REFERENCES) !== 0) {
			decode(this.buffer, at, end, needs, false);
		}
		return end;
	}

	private markup(at: number): number {
		const second = this.codes[at + 1];
		if (second === SLASH) return this.endTag(at);
		if (second === 0x21) return this.declaration(at);
		if (second === 0x3f) return this.instruction(at);
		return at + 1 < this.buffer.length ? this.startTag(at) : INCOMPLETE;
	}

	private startTag(at: number): number {
		const { buffer, codes, attributes, written } = this;
		const depth = this.open.length;
		if (depth === 0 && this.rootSeen) throw new XmlTrouble('Second root element', at, buffer.slice(at, at + 40), 'one root element');
		if (depth >= this.limits.maxDepth) throw new XmlTrouble('Too deep', at, buffer.slice(at, at + 40), `at most ${this.limits.maxDepth} elements inside each other`);
		const name = this.name(at + 1, this.lastOpened.nextOpened);
		if (name === null) return INCOMPLETE;
		let end = at + 1 + name.codes.length;
		attributes.clear();
		let declares = false;
		let code = codes[end] as number;
		for (;;) {
			const before = end;
			while (isBlank(code)) code = codes[++end] as number;
			if (end >= buffer.length) return INCOMPLETE;
			if (code === GREATER_THAN || code === SLASH) break;
			if (before === end) throw new XmlTrouble('Attributes without a space between them', end, buffer.slice(end, end + 20), 'a space before each attribute');
			const nameStart = end;
			const attribute = this.name(end, name.attributesSeen[attributes.count] ?? null);
			if (attribute === null) return INCOMPLETE;
			end += attribute.codes.length;
			code = codes[end] as number;
			while (isBlank(code)) code = codes[++end] as number;
			if (end >= buffer.length) return INCOMPLETE;
			if (code !== EQUALS) throw new XmlTrouble('Attribute without value', end, attribute.text, `${attribute.text}="…"`);
			code = codes[++end] as number;
			while (isBlank(code)) code = codes[++end] as number;
			if (end >= buffer.length) return INCOMPLETE;
			if (code !== 0x22 && code !== 0x27) throw new XmlTrouble('Attribute value without quotation marks', end, attribute.text, `${attribute.text}="…"`);
			const valueStart = end + 1;
			let value = attribute.valuesSeen.at(codes, valueStart, code);
			if (value === null) {
				end = this.valueEnd(valueStart, code);
				if (end >= buffer.length) return INCOMPLETE;
				const needs = this.valueNeeds;
				if (needs === PLAIN) {
					value = buffer.slice(valueStart, end);
					attribute.valuesSeen.note(value);
				} else value = decode(buffer, valueStart, end, needs, true);
			} else {
				end = valueStart + value.length;
				if (end >= buffer.length) return INCOMPLETE;
			}
			if (attributes.count === MOST_ATTRIBUTES) throw new XmlTrouble('Too many attributes', nameStart, name.text, `at most ${MOST_ATTRIBUTES}`);
			written[attributes.count] = attribute;
			name.attributesSeen[attributes.count] = attribute;
			attributes.add(attribute.text, value);
			if (attribute.declaresNamespace) declares = true;
			code = codes[++end] as number;
		}
		const empty = code === SLASH;
		if (empty) {
			if (end + 1 >= buffer.length) return INCOMPLETE;
			if (codes[++end] !== GREATER_THAN) throw new XmlTrouble('/ inside a tag', end - 1, name.text, '/>');
		}
		this.lastOpened.nextOpened = name;
		this.lastOpened = name;
		this.enter(name, depth, at, declares);
		if (empty) {
			this.handler.close(name.element);
			this.scopes.leave(depth);
		} else {
			this.open.push(name);
		}
		return end + 1;
	}

	/** Gives the names their meaning and hands the element over. */
	private enter(name: WrittenName, depth: number, at: number, declares: boolean): void {
		const { attributes, written, scopes } = this;
		if (declares) {
			for (let index = 0; index < attributes.count; index++) {
				const attribute = written[index] as WrittenName;
				if (attribute.declaresNamespace) scopes.declare(attribute, attributes.values[index] as string, depth, at);
			}
		}
		let kept = 0;
		for (let index = 0; index < attributes.count; index++) {
			const attribute = written[index] as WrittenName;
			for (let other = 0; other < index; other++) {
				if (written[other]?.hash === attribute.hash && written[other]?.text === attribute.text) throw new XmlTrouble('Attribute given twice', at, attribute.text, 'each attribute once');
			}
			if (declares && attribute.declaresNamespace) continue;
			scopes.resolve(attribute, at);
			for (let other = 0; attribute.prefix !== '' && other < kept; other++) {
				if (attributes.names[other] === attribute.attribute) throw new XmlTrouble('Attribute given twice', at, attribute.text, 'each attribute once');
			}
			attributes.names[kept] = attribute.attribute;
			attributes.values[kept] = attributes.values[index] as string;
			kept++;
		}
		attributes.count = kept;
		scopes.resolve(name, at);
		if (depth === 0) {
			this.rootSeen = true;
			this.currentNamespace = scopes.namespaceOf(name) ?? '';
		}
		this.handler.open(name.element, attributes);
	}

	private endTag(at: number): number {
		const { buffer, codes } = this;
		const name = this.open[this.open.length - 1];
		const written = name?.text ?? '';
		let end = at + 2 + written.length;
		// Compared as far as it has come, so that a wrong end tag is named as such also at the end of a piece.
		const matches = name !== undefined && standsAt(codes, name.codes, at + 2, Math.min(written.length, buffer.length - at - 2));
		if (matches && end >= buffer.length) return INCOMPLETE;
		let code = codes[end] as number;
		while (isBlank(code)) code = codes[++end] as number;
		if (matches && end >= buffer.length) return INCOMPLETE;
		if (!matches || code !== GREATER_THAN) {
			throw new XmlTrouble('End tag that closes no open element', at, buffer.slice(at, Math.min(at + 60, buffer.length)), name ? `</${written}>` : 'no end tag here');
		}
		this.open.pop();
		this.scopes.resolve(name, at);
		this.handler.close(name.element);
		this.scopes.leave(this.open.length);
		return end + 1;
	}

	private valueNeeds = PLAIN;

	/** Offset of the closing quotation mark; what the value needs is in `valueNeeds`. */
	private valueEnd(from: number, quote: number): number {
		const { buffer, codes } = this;
		this.valueNeeds = PLAIN;
		let end = from;
		for (;;) {
			const code = codes[end] as number;
			if (code === quote) return end;
			// Letters, digits and what is written between them need no second look.
			if ((code > 0x3e && code < 0xd800) || (code > 0x27 && code < 0x3c) || code === 0x20) end++;
			else if (end >= buffer.length) return end;
			else if (code === 0x26) {
				this.valueNeeds |= HAS_REFERENCES;
				end++;
			} else if (code >= 0xd800 && code < 0xdc00 && end + 1 >= buffer.length) return end + 1;
			else {
				const width = code >= 0xd800 && code < 0xdc00 ? 2 : 1;
				this.valueNeeds |= inspect(buffer, this.codes, end, end + width, 'attribute');
				end += width;
			}
		}
	}

	/** The name that starts here, null where it may go on in the next piece. @param expected tried first: what came here the last time */
	private name(from: number, expected: WrittenName | null): WrittenName | null {
		const { buffer, codes } = this;
		if (expected !== null) {
			const end = from + expected.codes.length;
			if (end < buffer.length && !isNamePart(codes[end] as number) && standsAt(codes, expected.codes, from)) return expected;
		}
		let code = codes[from] as number;
		if (!isNameStart(code)) {
			if (from >= buffer.length) return null;
			throw new XmlTrouble('Not a name', from, buffer.slice(from, from + 20), 'a name; a < in text is written as &lt;');
		}
		let hash = 0;
		let end = from;
		do {
			hash = (Math.imul(hash, 31) + code) | 0;
			code = codes[++end] as number;
		} while (isNamePart(code));
		return end >= buffer.length ? null : this.names.find(buffer, codes, from, end, hash);
	}

	/** Comment, CDATA section, document type. */
	private declaration(at: number): number {
		const { buffer } = this;
		const head = buffer.slice(at, at + 9);
		if (head.startsWith('<!--')) {
			const end = this.find('--', at + 4);
			if (end === INCOMPLETE || end + 2 >= buffer.length) return INCOMPLETE;
			if (this.codes[end + 2] !== GREATER_THAN) throw new XmlTrouble('-- inside a comment', end, '--', '-->');
			inspect(buffer, this.codes, at + 4, end, 'raw');
			return end + 3;
		}
		if (head === '<![CDATA[') {
			if (this.open.length === 0) throw new XmlTrouble('CDATA section outside of the root element', at, head, 'an XML document');
			const end = this.find(']]>', at + 9);
			if (end === INCOMPLETE) return INCOMPLETE;
			inspect(buffer, this.codes, at + 9, end, 'raw');
			if (this.handler.wantsText) this.handler.text(decode(buffer, at + 9, end, HAS_LINE_BREAKS, false));
			return end + 3;
		}
		if (head === '<!DOCTYPE') return this.documentType(at);
		if ('<!--'.startsWith(head) || '<![CDATA['.startsWith(head) || '<!DOCTYPE'.startsWith(head)) return INCOMPLETE;
		throw new XmlTrouble('Declaration', at, head, 'elements, comments and CDATA sections only');
	}

	private documentType(at: number): number {
		const end = this.find('>', at);
		if (end === INCOMPLETE) {
			if (this.buffer.length - at < 2000 && !this.buffer.includes('[', at)) return INCOMPLETE;
		} else if (!this.rootSeen && !this.doctypeSeen && end - at < 2000 && CDISC_DOCTYPE.test(this.buffer.slice(at, end + 1))) {
			this.doctypeSeen = true;
			return end + 1;
		}
		throw new XmlTrouble(
			'Document type declaration',
			at,
			this.buffer.slice(at, at + 60),
			'no <!DOCTYPE (ODM needs none and entities are refused for safety; only the bare declaration of the ODM 1.0 to 1.2 DTD is passed over): remove the line',
		);
	}

	private instruction(at: number): number {
		const end = this.find('?>', at + 2);
		if (end === INCOMPLETE) return INCOMPLETE;
		const text = this.buffer.slice(at + 2, end);
		inspect(this.buffer, this.codes, at + 2, end, 'raw');
		const target = /^[^ \t\r\n]*/.exec(text)?.[0] ?? '';
		if (target.toLowerCase() === 'xml') {
			if (!this.atStart || target !== 'xml') throw new XmlTrouble('XML declaration not at the very start', at, text.slice(0, 40), 'it as the first characters of the document, or none');
			if (!/^xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*["']1\.0["']/.test(text)) throw new XmlTrouble('XML version', at, text.slice(0, 60), 'XML 1.0');
		} else if (target === '' || !isNameStart(target.charCodeAt(0))) {
			throw new XmlTrouble('Processing instruction without a name', at, text.slice(0, 40), '<?name …?>');
		}
		return end + 2;
	}

	private find(mark: string, from: number): number {
		const found = this.buffer.indexOf(mark, Math.max(from, this.searched - mark.length));
		if (found === -1) {
			this.searched = this.buffer.length;
			return INCOMPLETE;
		}
		return found;
	}
}
