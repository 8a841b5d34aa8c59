export type EdcFormat = 'odm-xml' | 'odm-json' | 'unknown-xml' | 'unknown-json' | 'unknown';

/** How much of a document is looked at. */
const HEAD = 8192;

/**
 * Says what a document is by its beginning (the first 8,192 characters are enough).
 * `unknown-xml` and `unknown-json`: well of that syntax, but no ODM; often the error message of a server.
 */
export function detectEdcFormat(headText: string): EdcFormat {
	const head = headText.slice(0, HEAD).replace(/^\ufeff/, '').trimStart();
	if (head.startsWith('<')) return rootName(head) === 'ODM' ? 'odm-xml' : 'unknown-xml';
	if (!head.startsWith('{') && !head.startsWith('[')) return 'unknown';
	return head.startsWith('{') && /"@?(?:ODM|odm|ODMVersion|odmVersion|ClinicalData|clinicalData|FileOID|fileOID)"\s{0,20}:/.test(head) ? 'odm-json' : 'unknown-json';
}

/** Local name of the first element, null where none starts in the text. */
function rootName(head: string): string | null {
	for (let at = head.indexOf('<'); at !== -1; at = head.indexOf('<', at)) {
		const end = head.startsWith('<!--', at) ? '-->' : head.startsWith('<?', at) ? '?>' : head.startsWith('<!', at) ? '>' : null;
		if (end === null) return /^<(?:[^\s<>/:]{1,100}:)?([^\s<>/:]{1,100})/.exec(head.slice(at, at + 210))?.[1] ?? null;
		const close = head.indexOf(end, at);
		if (close === -1) return null;
		at = close + end.length;
	}
	return null;
}
