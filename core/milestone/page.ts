export const NO_ROW = -1;

/** Rows of a page: a power of two. */
export const ROWS = 1024;
export const SHIFT = 10;

/** Numbers of a row, which stand side by side. */
export const PLACE = 0;
export const STATEMENT = 1;
export const ACCOUNT = 2;
export const SOURCE = 3;
export const NEXT = 4;
/** Where the texts of the row begin in those of the page, and how long each is; -1 for a text that is missing. */
const START = 5;
export const ID = 6;
export const TIME = 7;
export const VALUE = 8;
export const WIDTH = 9;
const NO_TEXT = -1;

export type TextColumn = typeof ID | typeof TIME | typeof VALUE;

/**
 * So many rows that a page never has to be copied to grow. When it is full its texts become one, so that the many texts of
 * events can be let go and a million facts are a few thousand objects.
 */
export class Page {
	readonly at = new Float64Array(ROWS);
	readonly numbers = new Int32Array(ROWS * WIDTH);
	private readonly texts: string[] = [];
	private whole: string | null = null;
	private length = 0;

	addTexts(row: number, id: string, time: string | undefined, value: string | null): void {
		const { numbers, texts } = this;
		const first = row * WIDTH;
		numbers[first + START] = this.length;
		numbers[first + ID] = id.length;
		numbers[first + TIME] = time === undefined ? NO_TEXT : time.length;
		numbers[first + VALUE] = value === null ? NO_TEXT : value.length;
		this.length += id.length + (time?.length ?? 0) + (value?.length ?? 0);
		texts.push(id, time ?? '', value ?? '');
		if (row < ROWS - 1) return;
		this.whole = texts.join('');
		texts.length = 0;
	}

	text(row: number, which: TextColumn): string | null {
		const length = this.number(row, which);
		if (length === NO_TEXT) return null;
		if (this.whole === null) return this.texts[row * 3 + which - ID] ?? '';
		let start = this.number(row, START);
		for (let before: number = ID; before < which; before++) start += Math.max(0, this.number(row, before));
		return this.whole.slice(start, start + length);
	}

	number(row: number, which: number): number {
		return this.numbers[row * WIDTH + which] ?? NO_ROW;
	}
}
