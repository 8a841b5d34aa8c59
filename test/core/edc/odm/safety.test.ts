import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audit, clinical, odm, of, readXml, refusals, V1 } from './support.js';

const subject = (key: string, value = '1'): string =>
	`<SubjectData SubjectKey="${key}"><StudyEventData StudyEventOID="V"><FormData FormOID="F"><ItemGroupData ItemGroupOID="G"><ItemData ItemOID="I" Value="${value}">${audit('2026-03-02T08:00:00+08:00')}</ItemData></ItemGroupData></FormData></StudyEventData></SubjectData>`;

const refusalOf = (xml: string | Uint8Array): string => {
	const [found, ...others] = refusals(readXml(xml));
	expect(others).toEqual([]);
	return `${found?.where ?? ''} | ${found?.value ?? ''} | ${found?.expected ?? ''}`;
};

describe('S1: XML without entities', () => {
	const lol = Array.from({ length: 9 }, (_, level) => `<!ENTITY lol${level + 1} "${`&lol${level};`.repeat(10)}">`).join('');
	it.each([
		['billion laughs', `<?xml version="1.0"?><!DOCTYPE ODM [<!ENTITY lol0 "lol">${lol}]><ODM ${V1}>&lol9;</ODM>`, 'Document type'],
		['an external entity', `<!DOCTYPE ODM [<!ENTITY x SYSTEM "file:///etc/passwd">]><ODM ${V1}/>`, 'Document type'],
		['an external document type', `<!DOCTYPE ODM SYSTEM "http://example.com/evil.dtd"><ODM ${V1}/>`, 'Document type'],
		['the CDISC document type with declarations of its own', `<!DOCTYPE ODM SYSTEM "odm1-1-0.dtd" [<!ENTITY x "y">]><ODM/>`, 'Document type'],
		['an entity in a value', clinical(subject('1', '&nbsp;')), 'Entity'],
		['an entity in text', clinical(`<SubjectData SubjectKey="1">${audit('&x;')}</SubjectData>`), 'Entity'],
	])('S1: refuses %s', (_, xml, reason) => expect(refusalOf(xml)).toContain(reason));

	it('S1: reads the five predefined references and character references', () => {
		const result = readXml(clinical(subject('1', '&lt;&gt;&amp;&quot;&apos;&#x4E2D;&#65;')), { map: { consentDateItems: ['I'] } });
		expect(of(result, 'form.recorded')[0]?.items[0]?.value).toBe(`<>&"'中A`);
	});
});

describe('S1: what is no well-formed ODM is refused with its place, what was read before stays', () => {
	it.each([
		['a mismatched end tag', clinical(subject('1').replace('</FormData>', '</Form>')), 'End tag'],
		['an attribute twice', clinical('<SubjectData SubjectKey="1" SubjectKey="2"/>'), 'Attribute given twice'],
		['an attribute twice by namespace', `<ODM ${V1} xmlns:m="http://www.mdsol.com/ns/odm/metadata" mdsol:A="1" m:A="2"/>`, 'Attribute given twice'],
		['an unquoted value', clinical('<SubjectData SubjectKey=1/>'), 'quotation marks'],
		['no space between attributes', clinical('<SubjectData SubjectKey="1"TransactionType="Insert"/>'), 'space'],
		['< in a value', clinical('<SubjectData SubjectKey="<"/>'), '&lt;'],
		['a bare &', clinical(subject('1', 'a & b')), '&amp;'],
		['a control character', clinical(subject('1', 'a\u0001')), 'U+0001'],
		['a reference to a control character', clinical(subject('1', '&#1;')), 'Character reference'],
		['half a surrogate pair', clinical(subject('1', '\ud800x')), 'surrogate'],
		['an unbound prefix', clinical('<x:Extension/>'), 'Prefix without namespace'],
		['two roots', `${odm('')}<ODM/>`, 'Second root'],
		['text behind the root', `${odm('')} more`, 'outside of'],
		[']]> in text', clinical(']]>'), ']]&gt;'.slice(0, 2)],
		['-- in a comment', clinical('<!-- a -- b -->'), 'comment'],
		['XML 1.1', odm('').replace('version="1.0"', 'version="1.1"'), 'XML version'],
		['a wrong namespace', odm('', { namespaces: 'xmlns="http://www.cdisc.org/ns/def/v2.0"' }), 'Not an ODM document'],
		['an error answer of a server', '<Response ReferenceNumber="x" ReasonCode="RWS00008"/>', 'Not an ODM document'],
		['a login page', '<html><body>Login</body></html>', 'Not an ODM document'],
		['no document', '', 'Empty document'],
		['a CSV', 'a,b,c\n1,2,3', 'whole document'],
	])('S1: refuses %s', (_, xml, reason) => expect(refusalOf(xml)).toContain(reason));

	it('S1: names line and column', () => {
		expect(refusalOf(`<?xml version="1.0"?>\n<ODM ${V1}>\n  <ClinicalData StudyOID="S">\n    </Clinical>`)).toMatch(/^line 4, column 5: End tag/);
	});

	it('S1: a document that was cut off keeps the subjects before the cut and claims no whole', () => {
		const whole = clinical(subject('1') + subject('2') + subject('3'), { fileType: 'Snapshot' });
		const result = readXml(whole.slice(0, whole.indexOf('SubjectKey="3"')));
		expect(of(result, 'form.recorded').map((form) => form.subject)).toEqual(['1', '2']);
		expect(of(result, 'document.read')).toEqual([]);
		expect(refusals(result)[0]?.expected).toContain('cut off');
	});

	it('S1: too deep and too long are refused', () => {
		expect(refusals(readXml(odm('<a>'.repeat(100))))[0]?.where).toContain('Too deep');
		expect(refusals(readXml(clinical(subject('1', 'x'.repeat(5000))), { maxTextLength: 2000 }))[0]?.where).toContain('Too long');
		expect(refusals(readXml(clinical('x'.repeat(5000)), { maxTextLength: 2000 }))[0]?.where).toContain('Too long');
	});

	it('S1: an element without its key is refused, the others are read', () => {
		const result = readXml(clinical(`<SubjectData/>${subject('2')}<SubjectData SubjectKey="3"><StudyEventData/></SubjectData>`));
		expect(of(result, 'form.recorded').map((form) => form.subject)).toEqual(['2']);
		expect(refusals(result).map(({ expected }) => expected.slice(0, 30))).toEqual(['SubjectData with a SubjectKey;', 'StudyEventData with a StudyEve']);
	});

	it('S1: prefixes do not matter, namespaces do', () => {
		const prefixed = clinical(subject('1')).replace(/<(\/?)(?=[A-Z])/g, '<$1o:').replace('xmlns=', 'xmlns:o=');
		expect(readXml(prefixed).events).toEqual(readXml(clinical(subject('1'))).events);
		const foreign = clinical('<f:SubjectData xmlns:f="urn:foreign" SubjectKey="1"/>');
		expect(of(readXml(foreign), 'subject.changed')).toEqual([]);
	});
});

describe('S1: encodings', () => {
	const xml = clinical(subject('受试者1', '值😀'), { fileType: 'Snapshot' });
	const expected = readXml(xml).events;
	const bytes = new TextEncoder().encode(xml);

	it('S1: UTF-8 with and without byte order mark, UTF-16 by its mark, as text with the mark', () => {
		const wide = new Uint8Array(Buffer.from(`\ufeff${xml}`, 'utf16le'));
		expect(readXml(bytes).events).toEqual(expected);
		expect(readXml(new Uint8Array([0xef, 0xbb, 0xbf, ...bytes])).events).toEqual(expected);
		expect(readXml(wide).events).toEqual(expected);
		expect(readXml(new Uint8Array(Buffer.from(wide).swap16())).events).toEqual(expected);
		expect(readXml(`\ufeff${xml}`).events).toEqual(expected);
		expect(expected[0]?.subject).toBe('受试者1');
	});

	it('S1: declared encodings', () => {
		const latin = Buffer.from(clinical(subject('é')).replace('UTF-8', 'ISO-8859-1'), 'latin1');
		expect(readXml(new Uint8Array(latin)).events[0]?.subject).toBe('é');
		expect(refusalOf(new Uint8Array(Buffer.from(odm('').replace('UTF-8', 'EBCDIC-XYZ'))))).toContain('EBCDIC-XYZ');
		expect(refusalOf(new Uint8Array(Buffer.from(odm('').replace('UTF-8', 'UTF-16'))))).toContain('UTF-16');
		expect(refusalOf(new Uint8Array(latin).map((byte, index) => (index < 60 ? (Buffer.from(odm(''))[index] ?? byte) : byte)))).toContain('no UTF-8');
	});

	it('S1: any split into pieces gives identical events and findings (characters and bytes)', () => {
		const document = clinical(`<!-- a > comment --><?note a?>${subject('受试者1', '值😀 &amp; &#x4E2D;')}<SubjectData SubjectKey="2" TransactionType="Remove"/>\r\n${subject('3').replace('</ItemData>', '<![CDATA[ < ]]></ItemData>')}<SubjectData/>`);
		const encoded = new TextEncoder().encode(document);
		const reference = readXml(document);
		expect(of(reference, 'form.recorded')).toHaveLength(2);
		const cuts = fc.array(fc.nat(encoded.length), { maxLength: 30 });
		fc.assert(
			fc.property(cuts, fc.boolean(), (positions, asBytes) => {
				const source = asBytes ? encoded : document;
				const sorted = [0, ...positions.filter((at) => at < source.length).sort((a, b) => a - b), source.length];
				const pieces = sorted.slice(1).map((end, index) => source.slice(sorted[index], end));
				expect(readXml(pieces)).toEqual(reference);
			}),
			{ numRuns: 200 },
		);
		expect(readXml(Array.from({ length: document.length }, (_, at) => document.charAt(at)))).toEqual(reference);
		expect(readXml([...encoded].map((byte) => new Uint8Array([byte])))).toEqual(reference);
	});

	it('S1: no text, however broken, makes the reader throw, and cut or whole it ends the same way', () => {
		const document = clinical(subject('1') + subject('2'));
		fc.assert(
			fc.property(fc.nat(document.length), fc.string({ maxLength: 3, unit: fc.constantFrom('<', '>', '&', '"', '/', ']', 'x', ' ', '\u0000', '-', '!') }), fc.nat(document.length), (at, noise, cut) => {
				const broken = document.slice(0, at) + noise + document.slice(at);
				const whole = readXml(broken);
				const pieces = readXml([broken.slice(0, cut), broken.slice(cut)]);
				expect(pieces.events).toEqual(whole.events);
				expect(pieces.findings.map(({ where }) => where)).toEqual(whole.findings.map(({ where }) => where));
			}),
			{ numRuns: 500 },
		);
	});
});

describe('S1: the source of the events', () => {
	it('S1: by default a URN of system and study, else as the settings say', () => {
		expect(readXml(clinical(subject('1'))).events[0]?.source).toBe('urn:odm:test:S');
		expect(readXml(clinical(subject('1')), { source: 'https://edc.example/api' }).events[0]?.source).toBe('https://edc.example/api');
	});
});
