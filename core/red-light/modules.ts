import { readCodeowners, type CodeownersDialect } from './codeowners.js';
import { TextNumbers } from './columns.js';
import { compileFolderGlob, compileGlob, type PathPattern } from './glob.js';

/** What a module is. Source: spec S6, domain reference 5. */
export interface ModuleSettings {
	readonly moduleBy: 'directory' | 'globs' | 'codeowners';
	/** `directory`: how many segments of the path's directory name it. */
	readonly moduleDepth: number;
	/** `globs`: the first that matches wins; without `module` the pattern is the name. A path that none matches belongs to no module. */
	readonly moduleGlobs: ReadonlyArray<{ readonly pattern: string; readonly module: string }>;
	/** `codeowners`: text of the file. */
	readonly codeowners: string;
	readonly codeownersDialect: CodeownersDialect;
	/** Globs of paths that count nowhere: generated files, lock files. */
	readonly exclude: readonly string[];
}

/** Module of a file that lies in no directory. */
export const ROOT_MODULE = '(root)';

/** Paths whose modules are remembered; beyond it the memory starts anew, so that it does not grow with the evidence. */
const MOST_REMEMBERED = 20_000;
const SLASH = 47;

/** A module of a repository. */
export interface ModulePlace {
	readonly repository: string;
	readonly module: string;
}

interface Repository {
	readonly name: string;
	/** Module by name. */
	readonly byName: Map<string, number>;
	/** Numbers by hash of the directory, for `directory`. */
	slots: Int32Array;
	readonly remembered: Map<string, readonly number[]>;
}

/** Numbers the modules that paths of repositories belong to. */
export class ModuleReader {
	/** By number. */
	readonly places: ModulePlace[] = [];
	private readonly names = new TextNumbers();
	private readonly repositories: Repository[] = [];
	private lastPlace: Repository | null = null;
	private lastName = '';
	private lastNumber = -1;
	private readonly depth: number;
	private readonly excluded: readonly PathPattern[];
	private readonly modulesOf: ((path: string) => readonly string[]) | null;

	/** @throws RangeError naming the pattern that cannot be used */
	constructor(settings: ModuleSettings) {
		this.depth = settings.moduleDepth;
		this.excluded = settings.exclude.map(anywherePattern);
		this.modulesOf = settings.moduleBy === 'globs' ? globModules(settings.moduleGlobs) : settings.moduleBy === 'codeowners' ? readCodeowners(settings.codeowners, settings.codeownersDialect) : null;
	}

	/** Puts the numbers of the modules that a commit touches into `found`, each once. @returns how many */
	read(repository: string, paths: readonly string[], found: number[]): number {
		const place = (this.repositories[this.names.numberOf(repository)] ??= { name: repository, byName: new Map(), slots: new Int32Array(64), remembered: new Map() });
		let count = 0;
		if (this.modulesOf === null && this.excluded.length === 0) {
			for (const path of paths) count = addOnce(found, count, this.directoryModule(place, path));
			return count;
		}
		for (const path of paths) for (const module of this.remembered(place, path)) count = addOnce(found, count, module);
		return count;
	}

	private remembered(place: Repository, path: string): readonly number[] {
		let modules = place.remembered.get(path);
		if (modules !== undefined) return modules;
		if (this.excluded.some((excludes) => excludes(path))) modules = [];
		else if (this.modulesOf === null) modules = [this.directoryModule(place, path)];
		else modules = this.modulesOf(path).map((module) => this.numberOf(place, module));
		if (place.remembered.size >= MOST_REMEMBERED) place.remembered.clear();
		place.remembered.set(path, modules);
		return modules;
	}

	/** The first segments of the directory, found without cutting a text out of the path. */
	private directoryModule(place: Repository, path: string): number {
		// Neighbours in a commit mostly lie in one folder.
		const { lastName } = this;
		if (place === this.lastPlace && path.charCodeAt(lastName.length) === SLASH && path.startsWith(lastName)) return this.lastNumber;
		let end = 0;
		let segments = 0;
		for (let at = path.indexOf('/', 1); at > 0; at = path.indexOf('/', at + 1)) {
			end = at;
			if (++segments === this.depth) break;
		}
		const mask = place.slots.length - 1;
		let number = -1;
		for (let slot = sample(path, end) & mask; ; slot = (slot + 1) & mask) {
			number = (place.slots[slot] ?? 0) - 1;
			if (number < 0) {
				number = this.newDirectory(place, end === 0 ? ROOT_MODULE : path.slice(0, end));
				break;
			}
			const name = this.places[number]?.module ?? '';
			if (end === 0 ? name === ROOT_MODULE : name.length === end && path.startsWith(name)) break;
		}
		// Below a folder with all its segments every path is of the same module.
		if (segments === this.depth) {
			this.lastPlace = place;
			this.lastName = this.places[number]?.module ?? '';
			this.lastNumber = number;
		}
		return number;
	}

	private newDirectory(place: Repository, name: string): number {
		const number = this.numberOf(place, name);
		if (place.byName.size * 2 > place.slots.length) {
			place.slots = new Int32Array(place.slots.length * 2);
			for (const [text, module] of place.byName) put(place.slots, text, module);
		} else put(place.slots, name, number);
		return number;
	}

	private numberOf(place: Repository, module: string): number {
		let number = place.byName.get(module);
		if (number === undefined) {
			number = this.places.push({ repository: place.name, module }) - 1;
			place.byName.set(module, number);
		}
		return number;
	}
}

function put(slots: Int32Array, name: string, module: number): void {
	const mask = slots.length - 1;
	let slot = sample(name, name === ROOT_MODULE ? 0 : name.length) & mask;
	while ((slots[slot] ?? 0) !== 0) slot = (slot + 1) & mask;
	slots[slot] = module + 1;
}

/** A few characters of a folder's name tell most of them apart; which it is, its whole name tells. */
function sample(path: string, end: number): number {
	if (end === 0) return 0;
	let hash = end;
	const step = end > 12 ? (end >> 3) | 1 : 1;
	for (let at = end - 1; at >= 0; at -= step) hash = (Math.imul(hash, 31) + path.charCodeAt(at)) | 0;
	return hash ^ (hash >>> 13);
}

function addOnce(found: number[], count: number, module: number): number {
	for (let at = 0; at < count; at++) if (found[at] === module) return count;
	found[count] = module;
	return count + 1;
}

/** A pattern without a slash counts in every folder, as in .gitignore. */
export function anywherePattern(pattern: string): PathPattern {
	return compileFolderGlob(/\/./.test(pattern) ? pattern : `**/${pattern}`);
}

function globModules(globs: ModuleSettings['moduleGlobs']): (path: string) => readonly string[] {
	const compiled = globs.map(({ pattern, module }) => ({ matches: compileGlob(pattern), module: module === '' ? pattern : module }));
	return (path) => {
		const first = compiled.find(({ matches }) => matches(path));
		return first === undefined ? [] : [first.module];
	};
}
