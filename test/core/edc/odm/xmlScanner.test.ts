import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { XmlScanner } from '../../../../core/edc/odm/xmlScanner.js';

/* The scanner remembers which names and identifiers followed each other. None of that may show: a library that remembers nothing has to see the same. */

type Seen = ReadonlyArray<readonly string[]>;

function scanned(pieces: readonly string[]): Seen {
	const seen: string[][] = [];
	const scanner = new XmlScanner(
		{
			wantsText: true,
			open: (name, attributes) => void seen.push(['open', name, ...attributes.names.slice(0, attributes.count).flatMap((attribute, index) => [attribute, attributes.values[index] ?? ''])]),
			text: (text) => void seen.push(['text', text]),
			close: (name) => void seen.push(['close', name]),
		},
		{ maxDepth: 64, maxTextLength: 1_000_000 },
	);
	for (const piece of pieces) scanner.write(piece);
	scanner.end();
	return seen;
}

function bySaxes(document: string): Seen {
	const seen: string[][] = [];
	const parser = new SaxesParser();
	parser.on('opentag', ({ name, attributes }) => void seen.push(['open', name, ...Object.entries(attributes).flat()]));
	parser.on('text', (text) => void seen.push(['text', text]));
	parser.on('closetag', ({ name }) => void seen.push(['close', name]));
	parser.write(document).close();
	return seen;
}

/** Text that stands side by side counts as one, whatever it was cut into. */
const joined = (seen: Seen): Seen =>
	seen.reduce<string[][]>((all, [kind = '', ...rest]) => {
		const last = all.at(-1);
		if (kind === 'text' && last?.[0] === 'text') last[1] = `${last[1] ?? ''}${rest[0] ?? ''}`;
		else all.push([kind, ...rest]);
		return all;
	}, []);

const NAMES = ['Item', 'ItemData', 'Item.Data', 'I'];
const ATTRIBUTES = ['OID', 'OIDs', 'Value', 'V'];
const VALUES = ['I.1', 'I.2', 'I.20', '', 'a', 'ab', '访视', 'x &amp; y', '&#x31;', "it's", 'long '.repeat(20)];
const element = fc.record({
	name: fc.constantFrom(...NAMES),
	attributes: fc.uniqueArray(fc.record({ name: fc.constantFrom(...ATTRIBUTES), value: fc.constantFrom(...VALUES), quote: fc.constantFrom('"', "'"), blank: fc.constantFrom(' ', '\n\t') }), { selector: ({ name }) => name, maxLength: 4 }),
	text: fc.constantFrom('', ' ', '\n  ', '文', 'a &lt; b'),
	empty: fc.boolean(),
});
const document = fc.array(element, { minLength: 1, maxLength: 40 }).map((elements) => {
	const written = elements.map(({ name, attributes, text, empty }) => {
		const tag = `<${name}${attributes.map((attribute) => `${attribute.blank}${attribute.name}=${attribute.quote}${attribute.quote === "'" ? attribute.value.replace("'", '&apos;') : attribute.value}${attribute.quote}`).join('')}`;
		return empty ? `${tag}/>${text}` : `${tag}>${text}</${name}>`;
	});
	return `<R>${written.join('')}</R>`;
});

describe('S1: the XML scanner', () => {
	it('S1: sees what a library without memory sees, whatever repeats and wherever pieces end', () => {
		fc.assert(
			fc.property(document, fc.array(fc.nat(400), { maxLength: 12 }), (text, cuts) => {
				const places = [...new Set(cuts.filter((cut) => cut < text.length))].sort((a, b) => a - b);
				const pieces = [...places, text.length].map((to, index) => text.slice(index === 0 ? 0 : places[index - 1], to));
				const expected = joined(bySaxes(text));
				expect(joined(scanned(pieces))).toEqual(expected);
				expect(joined(scanned([text]))).toEqual(expected);
			}),
			{ numRuns: 300 },
		);
	});

	it('S1: takes a long value in pieces of one character in linear time', () => {
		const text = `<R><I Value="${'v'.repeat(200_000)}"/></R>`;
		const started = performance.now();
		expect(scanned(text.match(/./gs) ?? [])).toHaveLength(4);
		expect(performance.now() - started).toBeLessThan(5000);
	});
});
