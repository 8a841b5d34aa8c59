import { compileFolderGlob, compileGlob, type PathPattern } from './glob.js';

/** Who reads the file: GitHub and Gitea know no sections, GitLab evaluates each section by itself. */
export type CodeownersDialect = 'github' | 'gitlab';

interface OwnerLine {
	readonly section: string;
	readonly pattern: string;
	readonly matches: PathPattern;
	/** `!pattern` of GitLab: takes paths out of its section. */
	readonly excludes: boolean;
}

/**
 * Modules as CODEOWNERS divides a repository: the last line that matches wins, and the module is named by its pattern, because people change
 * more often than folders. GitLab: every section gives a module of its own. Source: domain reference 5, "Module".
 *
 * @returns the modules of a path, none where no line matches
 * @throws RangeError naming the line whose pattern cannot be used
 */
export function readCodeowners(text: string, dialect: CodeownersDialect): (path: string) => readonly string[] {
	const lines: OwnerLine[] = [];
	let section = '';
	text.split(/\r?\n/).forEach((raw, index) => {
		const line = raw.trim();
		if (line === '' || line.startsWith('#')) return;
		const heading = dialect === 'gitlab' ? /^\^?\[([^\]]+)\](?:\[\d+\])?/.exec(line) : null;
		if (heading !== null) {
			section = (heading[1] ?? '').trim().toLowerCase();
			return;
		}
		const excludes = dialect === 'gitlab' && line.startsWith('!');
		const pattern = (/^(?:\\.|\S)+/.exec(excludes ? line.slice(1) : line)?.[0] ?? '').replace(/\\(.)/g, '$1');
		try {
			lines.push({ section, pattern, matches: ownerPattern(pattern), excludes });
		} catch (error) {
			throw new RangeError(`Line ${index + 1} of CODEOWNERS cannot be used: ${error instanceof Error ? error.message : String(error)}`);
		}
	});
	const sections = [...new Set(lines.map((line) => line.section))].map((name) => ({ name, lines: lines.filter((line) => line.section === name).reverse() }));
	return (path) =>
		sections.flatMap(({ name, lines: newestFirst }) => {
			if (newestFirst.some((line) => line.excludes && line.matches(path))) return [];
			const winner = newestFirst.find((line) => !line.excludes && line.matches(path));
			return winner === undefined ? [] : [name === '' ? winner.pattern : `[${name}] ${winner.pattern}`];
		});
}

/** As .gitignore: without a slash in front or within, a name matches in any folder; `dir/` everything under it; `docs/*` only files right in it. */
function ownerPattern(pattern: string): PathPattern {
	const anywhere = !/\/./.test(pattern);
	const rooted = anywhere ? `**/${pattern}` : pattern;
	return pattern.endsWith('/*') ? compileGlob(rooted) : compileFolderGlob(rooted === '/' ? '**' : rooted);
}
