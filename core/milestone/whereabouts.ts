import { PlaceHistory } from './register.js';

const FIRST_CAPACITY = 64;

/**
 * Where each subject was when. Nearly every subject is only ever named at one place: that place with its first and last stamp
 * stands in columns by the subject's number, and only who was named at another has a history of its own.
 */
export class Whereabouts {
	/** Null: named at no place so far. */
	private readonly names: Array<string | null> = [];
	/** Each name once, so that a comparison seldom reads a text of long ago. */
	private readonly known = new Map<string, string>();
	private first = new Float64Array(FIRST_CAPACITY);
	private last = new Float64Array(FIRST_CAPACITY);
	private readonly histories = new Map<number, PlaceHistory>();

	/** @returns whether the subject may be found elsewhere now */
	add(subject: number, name: string, at: number): boolean {
		const { names } = this;
		while (names.length <= subject) names.push(null);
		const only = names[subject] ?? null;
		if (only === null) {
			this.start(subject, name, at);
			return true;
		}
		if (this.histories.size > 0) {
			const history = this.histories.get(subject);
			if (history !== undefined) return history.add(name, at);
		}
		const first = this.first[subject] ?? at;
		const last = this.last[subject] ?? at;
		if (only === name) {
			if (at < first) this.first[subject] = at;
			if (at > last) this.last[subject] = at;
			return false;
		}
		const history = new PlaceHistory();
		history.add(only, first);
		history.add(only, last);
		this.histories.set(subject, history);
		return history.add(name, at);
	}

	/** The place at an instant, null where none was ever named. */
	at(subject: number, instant: number): string | null {
		const history = this.histories.size === 0 ? undefined : this.histories.get(subject);
		return history === undefined ? (this.names[subject] ?? null) : history.at(instant);
	}

	private start(subject: number, name: string, at: number): void {
		let known = this.known.get(name);
		if (known === undefined) this.known.set(name, (known = name));
		this.names[subject] = known;
		if (subject >= this.first.length) {
			const length = Math.max(subject + 1, this.first.length * 2);
			this.first = longer(this.first, length);
			this.last = longer(this.last, length);
		}
		this.first[subject] = at;
		this.last[subject] = at;
	}
}

function longer(column: Float64Array, length: number): Float64Array<ArrayBuffer> {
	const copy = new Float64Array(length);
	copy.set(column);
	return copy;
}
