import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { html, type Html } from '../html.js';
import { rounded } from './trend.js';

/** The longest bar of a column of bars. */
export function barScale(values: ReadonlyArray<number | null>, atLeast = 0): (value: number) => number {
	const longest = Math.max(atLeast, max(values, (value) => value ?? undefined) ?? 0);
	const scale = scaleLinear([0, longest === 0 ? 1 : longest], [0, 100]).clamp(true);
	return (value) => rounded(scale(value));
}

/** A bar in the cell of a table, with marks where the thresholds lie. The number stands in its own cell, so the bar is for the eye only. */
export function bar(length: number, light: string, marks: readonly number[] = []): Html {
	return html`<svg viewBox="0 0 100 12" preserveAspectRatio="none" class="bar ${light}" aria-hidden="true" focusable="false"><rect class="track" width="100" height="12"/><rect class="fill" width="${length}" height="12"/>${marks.map((at) => html`<rect class="mark" x="${Math.max(0, rounded(at - 0.3))}" width="0.6" height="12"/>`)}</svg>`;
}

/** Parts of a whole side by side, e.g. red, yellow and green of all. */
export function stack(parts: ReadonlyArray<readonly [light: string, count: number]>): Html {
	const total = parts.reduce((sum, [, count]) => sum + count, 0);
	let from = 0;
	const rects = parts.map(([light, count]) => {
		const width = total === 0 ? 0 : rounded((100 * count) / total);
		const rect = html`<rect class="${light}" x="${rounded(from)}" width="${width}" height="12"/>`;
		from += width;
		return rect;
	});
	return html`<svg viewBox="0 0 100 12" preserveAspectRatio="none" class="bar stack" aria-hidden="true" focusable="false"><rect class="track" width="100" height="12"/>${rects}</svg>`;
}
