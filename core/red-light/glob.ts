/*
 * Path patterns as .gitignore and CODEOWNERS write them, matched by walking all possible positions at once: time grows with
 * pattern × path and with nothing else, so no pattern can hang the server (libraries compile to backtracking RegExp).
 */

/** `*` within a segment, `**` across segments, `?` one character; all else stands for itself. Case counts. */
export type PathPattern = (path: string) => boolean;

const STAR = -1;
const GLOBSTAR = -2;
const ANY = -3;
/** `**` with the slash after it, at the start of a segment: no segment or any number of them. */
const SEGMENTS = -4;
/** Always after {@link SEGMENTS}: within a segment that it stands for. */
const INSIDE = -5;
const SLASH = 47;

/** Longest pattern that is read. */
export const LONGEST_PATTERN = 500;
/** Most patterns that `{a,b}` may stand for. */
const MOST_ALTERNATIVES = 64;

/**
 * @throws RangeError where a pattern is empty, too long or its braces stand for too many
 */
export function compileGlob(pattern: string): PathPattern {
	if (pattern.trim() === '') throw new RangeError('The pattern is empty.');
	if (pattern.length > LONGEST_PATTERN) throw new RangeError(`The pattern is longer than ${LONGEST_PATTERN} characters.`);
	const programs = alternativesOf(pattern.trim().replace(/^\//, '')).map(tokensOf);
	return (path) => programs.some((program) => matches(program, path));
}

/** A glob that may also name a folder: `src/api` and `src/api/` match everything under it. */
export function compileFolderGlob(pattern: string): PathPattern {
	let end = pattern.length;
	while (pattern.charCodeAt(end - 1) === SLASH) end--;
	const bare = pattern.slice(0, end);
	const itself = compileGlob(bare);
	const below = compileGlob(`${bare}/**`);
	return (path) => itself(path) || below(path);
}

function alternativesOf(pattern: string): readonly string[] {
	let found: readonly string[] = [''];
	for (let rest = pattern; rest !== ''; ) {
		const open = rest.indexOf('{');
		const close = open < 0 ? -1 : rest.indexOf('}', open);
		if (close < 0) {
			found = found.map((start) => start + rest);
			break;
		}
		const before = rest.slice(0, open);
		const choices = rest.slice(open + 1, close).split(',');
		found = found.flatMap((start) => choices.map((choice) => start + before + choice));
		if (found.length > MOST_ALTERNATIVES) throw new RangeError(`The braces stand for more than ${MOST_ALTERNATIVES} patterns.`);
		rest = rest.slice(close + 1);
	}
	return found;
}

function tokensOf(pattern: string): Int32Array {
	const tokens: number[] = [];
	for (let at = 0; at < pattern.length; at++) {
		const character = pattern.charAt(at);
		if (character === '?') tokens.push(ANY);
		else if (character !== '*') tokens.push(pattern.charCodeAt(at));
		else {
			let end = at + 1;
			while (pattern.charAt(end) === '*') end++;
			const across = end - at >= 2;
			const segments = across && pattern.charAt(end) === '/' && (at === 0 || pattern.charAt(at - 1) === '/');
			const token = segments ? SEGMENTS : across ? GLOBSTAR : STAR;
			if (segments) tokens.push(SEGMENTS, INSIDE);
			else if (tokens.at(-1) !== token) tokens.push(token);
			at = segments ? end : end - 1;
		}
	}
	return Int32Array.from(tokens);
}

function matches(tokens: Int32Array, path: string): boolean {
	const length = tokens.length;
	let now = new Uint8Array(length + 1);
	let after = new Uint8Array(length + 1);
	now[0] = 1;
	closure(tokens, now);
	for (let at = 0; at < path.length; at++) {
		const character = path.charCodeAt(at);
		after.fill(0);
		let alive = false;
		for (let state = 0; state < length; state++) {
			if (now[state] !== 1) continue;
			const token = tokens[state] ?? 0;
			const next = nextState(token, state, character);
			if (next < 0) continue;
			after[next] = 1;
			alive = true;
		}
		if (!alive) return false;
		closure(tokens, after);
		[now, after] = [after, now];
	}
	return now[length] === 1;
}

/** Where a character leads from a state, -1 where it does not fit. */
function nextState(token: number, state: number, character: number): number {
	if (token === GLOBSTAR) return state;
	if (token === STAR) return character === SLASH ? -1 : state;
	if (token === SEGMENTS) return character === SLASH ? -1 : state + 1;
	if (token === INSIDE) return character === SLASH ? state - 1 : state;
	return token === character || (token === ANY && character !== SLASH) ? state + 1 : -1;
}

/** `*` and `**` may stand for nothing. Back from within a segment comes before what follows, so one pass forward is enough. */
function closure(tokens: Int32Array, states: Uint8Array): void {
	for (let state = 0; state < tokens.length; state++) {
		if (states[state] !== 1) continue;
		const token = tokens[state] ?? 0;
		if (token === STAR || token === GLOBSTAR) states[state + 1] = 1;
		else if (token === SEGMENTS) states[state + 2] = 1;
	}
}
