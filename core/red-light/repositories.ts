import { TextNumbers } from './columns.js';

/** A repository of a host. */
export interface Repository {
	/** `source` of its facts: hosts may have repositories of one name. */
	readonly source: string;
	readonly name: string;
}

/** Numbers repositories from 0 in the order in which they come first. */
export class Repositories {
	readonly list: Repository[] = [];
	private readonly names = new TextNumbers();
	/** Repositories by number of the name; mostly one. */
	private readonly byName: number[][] = [];

	numberOf(source: string, name: string): number {
		const same = (this.byName[this.names.numberOf(name)] ??= []);
		for (const number of same) if (this.list[number]?.source === source) return number;
		const added = this.list.push({ source, name }) - 1;
		same.push(added);
		return added;
	}
}
