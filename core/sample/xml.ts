/** Attribute name → text; undefined leaves the attribute out. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** Writes one XML element. Content that starts with `<` or a line break is markup and kept as it is, other text is escaped. */
export function element(name: string, attributeValues: Attributes, content = ''): string {
	const start = `<${name}${attributes(attributeValues)}`;
	if (content === '') return `${start}/>`;
	const markup = content.startsWith('<') || content.startsWith('\n');
	return `${start}>${markup ? content : escapeXml(content)}</${name}>`;
}

export function attributes(values: Attributes): string {
	let text = '';
	for (const [name, value] of Object.entries(values)) if (value !== undefined) text += ` ${name}="${escapeXml(value)}"`;
	return text;
}

function escapeXml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
