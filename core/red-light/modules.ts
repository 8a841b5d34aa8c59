import { readCodeowners, type CodeownersDialect } from './codeowners.js';
import { compileFolderGlob, compileGlob, type PathPattern } from './glob.js';
import type { Repositories, Repository } from './repositories.js';

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
const NO_FOLDER = new Uint16Array(0);

/** A module of a repository. */
export interface ModulePlace {
	readonly repository: Repository;
	readonly module: string;
}

interface Modules {
	readonly repository: Repository;
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
	/** By number the characters of a folder's name, which are compared with those of a path. */
	private readonly folders: Uint16Array[] = [];
	/** By number of the repository. */
	private readonly modules: Modules[] = [];
	private lastPlace: Modules | null = null;
	private lastName: Uint16Array = NO_FOLDER;
	private lastNumber = -1;
	private readonly depth: number;
	private readonly excluded: readonly PathPattern[];
	private readonly modulesOf: ((path: string) => readonly string[]) | null;

	/** @throws RangeError naming the pattern that cannot be used */
	constructor(
		settings: ModuleSettings,
		private readonly repositories: Repositories,
	) {
		this.depth = settings.moduleDepth;
		this.excluded = settings.exclude.map(anywherePattern);
		this.modulesOf = settings.moduleBy === 'globs' ? globModules(settings.moduleGlobs) : settings.moduleBy === 'codeowners' ? readCodeowners(settings.codeowners, settings.codeownersDialect) : null;
	}

	/** Puts the numbers of the modules that a commit touches into `found`, each once. @returns how many */
	read(repository: number, paths: readonly string[], found: number[]): number {
		const place = this.modules[repository] ?? this.begin(repository);
		let count = 0;
		if (this.modulesOf === null && this.excluded.length === 0) {
			for (const path of paths) count = addOnce(found, count, this.directoryModule(place, path));
			return count;
		}
		for (const path of paths) for (const module of this.remembered(place, path)) count = addOnce(found, count, module);
		return count;
	}

	private begin(repository: number): Modules {
		const known = this.repositories.list[repository];
		if (known === undefined) throw new RangeError(`There is no repository ${repository}.`);
		return (this.modules[repository] = { repository: known, byName: new Map(), slots: new Int32Array(64), remembered: new Map() });
	}

	private remembered(place: Modules, path: string): readonly number[] {
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
	private directoryModule(place: Modules, path: string): number {
		// Neighbours in a commit mostly lie in one folder.
		const { lastName } = this;
		if (place === this.lastPlace && path.charCodeAt(lastName.length) === SLASH && beginsWith(path, lastName)) return this.lastNumber;
		let end = 0;
		let segments = 0;
		for (let at = 1; at < path.length; at++) {
			if (path.charCodeAt(at) !== SLASH) continue;
			end = at;
			if (++segments === this.depth) break;
		}
		if (end === 0) return this.numberOf(place, ROOT_MODULE);
		const mask = place.slots.length - 1;
		let number = -1;
		for (let slot = sample(path, end) & mask; ; slot = (slot + 1) & mask) {
			number = (place.slots[slot] ?? 0) - 1;
			if (number < 0) {
				number = this.newDirectory(place, path.slice(0, end));
				break;
			}
			const name = this.folders[number];
			if (name?.length === end && beginsWith(path, name)) break;
		}
		// Below a folder with all its segments every path is of the same module.
		if (segments === this.depth) {
			this.lastPlace = place;
			this.lastName = this.folders[number] ?? NO_FOLDER;
			this.lastNumber = number;
		}
		return number;
	}

	private newDirectory(place: Modules, name: string): number {
		const number = this.numberOf(place, name);
		this.folders[number] = Uint16Array.from({ length: name.length }, (_, at) => name.charCodeAt(at));
		if (place.byName.size * 2 > place.slots.length) {
			place.slots = new Int32Array(place.slots.length * 2);
			for (const [text, module] of place.byName) put(place.slots, text, module);
		} else put(place.slots, name, number);
		return number;
	}

	private numberOf(place: Modules, module: string): number {
		let number = place.byName.get(module);
		if (number === undefined) {
			number = this.places.push({ repository: place.repository, module }) - 1;
			place.byName.set(module, number);
		}
		return number;
	}
}

function put(slots: Int32Array, name: string, module: number): void {
	const mask = slots.length - 1;
	let slot = sample(name, name.length) & mask;
	while ((slots[slot] ?? 0) !== 0) slot = (slot + 1) & mask;
	slots[slot] = module + 1;
}

function beginsWith(path: string, name: Uint16Array): boolean {
	for (let at = 0; at < name.length; at++) if (path.charCodeAt(at) !== name[at]) return false;
	return true;
}

/** A few characters of a folder's name tell most of them apart; which it is, its whole name tells. */
function sample(path: string, end: number): number {
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
