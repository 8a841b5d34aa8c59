/** Lines that git writes above the lines of a patch. Told by their whole form: a path may begin with the same word. */
const PATCH_HEADER = /^(?:diff --(?:git|cc|combined) |index [0-9a-f]{4,64}(?:,[0-9a-f]{4,64})*\.\.[0-9a-f]{4,64}(?: \d{6})?$|(?:old|new|deleted file|new file) mode \d{6}|(?:dis)?similarity index \d{1,3}%$|(?:rename|copy) (?:from|to) |Binary files .* differ$|GIT binary patch$)/;

/** Changed path in a line of `--numstat`, `--raw`, `--name-status` or `--name-only`; a rename gives the new one. Null for another line. */
export function changedPath(line: string): string | null {
	const numbers = /^(?:\d+|-)\t(?:\d+|-)\t(.+)$/.exec(line);
	if (numbers?.[1] !== undefined) return renamed(numbers[1]);
	// :100644 100644 e69de29... 58a6c75... R100<tab>old<tab>new; a merge begins with as many colons as it has parents.
	if (/^:+\d{6} /.test(line) || /^[ACDMRTUXB]\d{0,3}\t/.test(line) || /^[AMDTR]{2,16}\t/.test(line)) {
		const path = line.split('\t').at(-1);
		return path === undefined || path === line ? null : unquoted(path);
	}
	if (/^\s|\t|^[:+-]|^@@+ |^\\ /.test(line) || PATCH_HEADER.test(line)) return null;
	return unquoted(line);
}

/** `a/{b => c}/d` is `a/c/d`, `{ => c}/d` and `a/{b => }/d` leave a part out, `a => b` is `b`. */
function renamed(path: string): string {
	// Looked for from the end: a path of many arrows and braces, which anybody may commit, takes no longer than its length.
	const close = path.lastIndexOf('}');
	const within = close < 4 ? -1 : path.lastIndexOf(' => ', close - 4);
	const open = within < 0 ? -1 : path.lastIndexOf('{', within);
	if (open >= 0 && open < within) return `${path.slice(0, open)}${path.slice(within + 4, close)}${path.slice(close + 1)}`.replace(/\/{2,}/g, '/').replace(/^\//, '');
	const arrow = path.lastIndexOf(' => ');
	return unquoted(arrow < 0 ? path : path.slice(arrow + 4));
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', a: '\u0007', b: '\b', f: '\f', v: '\v' };

/** Git quotes paths with characters beyond ASCII: `"\346\226\207.md"` is the bytes of 文.md. */
export function unquoted(path: string): string {
	if (!path.startsWith('"') || !path.endsWith('"') || path.length < 2) return path;
	const bytes: number[] = [];
	const encoder = new TextEncoder();
	for (const piece of path.slice(1, -1).matchAll(/\\([0-7]{3})|\\(.)|([^\\]+)/g)) {
		if (piece[1] !== undefined) bytes.push(Number.parseInt(piece[1], 8));
		else for (const byte of encoder.encode(piece[2] === undefined ? (piece[3] ?? '') : (ESCAPES[piece[2]] ?? piece[2]))) bytes.push(byte);
	}
	return new TextDecoder().decode(Uint8Array.from(bytes));
}
