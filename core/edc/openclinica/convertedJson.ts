import { asObject, asText } from '../../pull/run.js';

/**
 * Turns JSON that was converted from XML back into XML, so that one ODM reader serves both: `@name` is an attribute, `#text` the
 * text, one child is an object and several are an array. Source: vendor reference 1.3.
 *
 * @returns null where it is no such JSON
 */
export function xmlOfConvertedJson(value: unknown): string | null {
	const root = asObject(value);
	if (root === null) return null;
	if (root['ODM'] !== undefined) return element('ODM', root['ODM'], 0);
	return root['ClinicalData'] !== undefined || root['@FileType'] !== undefined ? element('ODM', root, 0) : null;
}

/** Deeper is no ODM. */
const DEEPEST = 64;
const ODM_NAMESPACES: Readonly<Record<string, string>> = {
	xmlns: 'http://www.cdisc.org/ns/odm/v1.3',
	'xmlns:OpenClinica': 'http://www.openclinica.org/ns/odm_ext_v130/v3.1',
	'xmlns:OpenClinicaRules': 'http://www.openclinica.org/ns/rules/v3.1',
};
const NAME = /^[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?$/;

function element(name: string, value: unknown, depth: number): string {
	if (!NAME.test(name) || depth > DEEPEST || value === null || value === undefined) return '';
	if (Array.isArray(value)) return value.map((one) => element(name, one, depth)).join('');
	const fields = asObject(value);
	if (fields === null) return `<${name}>${escape(asText(value) ?? '')}</${name}>`;
	const attributes = new Map<string, string>(depth === 0 ? Object.entries(ODM_NAMESPACES) : []);
	let content = '';
	for (const [key, child] of Object.entries(fields)) {
		if (key === '#text' || key === '$') content += escape(asText(child) ?? '');
		else if (key.startsWith('@')) {
			if (NAME.test(key.slice(1)) && child !== null && typeof child !== 'object') attributes.set(key.slice(1), asText(child) ?? '');
		} else content += element(key, child, depth + 1);
	}
	let written = '';
	for (const [key, text] of attributes) written += ` ${key}="${escape(text)}"`;
	return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

function escape(text: string): string {
	let written = '';
	for (const sign of text) {
		const code = sign.charCodeAt(0);
		const space = sign === '\t' || sign === '\n' || sign === '\r';
		// XML has no other control characters, not even as references.
		written += code < 32 && !space ? ' ' : space || sign === '&' || sign === '<' || sign === '>' || sign === '"' ? `&#${code};` : sign;
	}
	return written;
}
