import { extent } from 'd3-array';
import { scaleLinear, scalePoint } from 'd3-scale';
import { area, line } from 'd3-shape';
import { html, NOTHING, type Html } from '../html.js';

/*
 * A value over periods. Colour never stands alone: thresholds are labelled lines, and every point has its own text. The chart is drawn for two widths,
 * of which the style shows the one that fits, so that its writing can be read on a phone.
 */

export interface TrendPoint {
	readonly label: string;
	/** Null: a period without a value is a gap in the line. */
	readonly value: number | null;
	readonly low: number | null;
	readonly high: number | null;
	readonly light: string;
	/** What a pointer reads. */
	readonly title: string;
}

export interface TrendLine {
	readonly value: number;
	readonly label: string;
	readonly kind: 'green' | 'red' | 'baseline';
}

export interface Trend {
	readonly points: readonly TrendPoint[];
	readonly lines: readonly TrendLine[];
	readonly title: string;
	readonly about: string;
	/** How a value of the axis is written. */
	readonly tick: (value: number) => string;
}

interface Size {
	readonly width: number;
	readonly height: number;
	readonly left: number;
	readonly right: number;
	readonly labels: number;
}

const WIDE: Size = { width: 840, height: 280, left: 60, right: 112, labels: 7 };
const NARROW: Size = { width: 340, height: 240, left: 48, right: 26, labels: 4 };
const TOP = 18;
const BOTTOM = 34;

export function trendChart(trend: Trend, id: string): Html {
	return trend.points.every(({ value }) => value === null) ? NOTHING : html`<div class="wide">${drawn(trend, WIDE, `${id}-wide`)}</div><div class="narrow">${drawn(trend, NARROW, `${id}-narrow`)}</div>`;
}

function drawn({ points, lines, title, about, tick }: Trend, { width, height, left, right, labels }: Size, id: string): Html {
	const shown = [...points.flatMap(({ value, low, high }) => [value, low, high]), ...lines.map(({ value }) => value)].filter((value) => value !== null);
	const [least = 0, most = 1] = extent(shown) as [number | undefined, number | undefined];
	// Where nothing is negative the axis begins at nothing: a small change must not look like a large one.
	const y = scaleLinear([Math.min(0, least), most === 0 && least === 0 ? 1 : most * 1.06], [height - BOTTOM, TOP]).nice(5);
	const x = scalePoint(points.map(({ label }) => label), [left, width - right]).padding(0.3);
	const at = ({ label }: TrendPoint): number => rounded(x(label) ?? left);
	const path = line<TrendPoint>().defined(({ value }) => value !== null).x(at).y(({ value }) => rounded(y(value ?? 0)))([...points]) ?? '';
	const band = area<TrendPoint>().defined(({ low, high }) => low !== null && high !== null).x(at).y0(({ low }) => rounded(y(low ?? 0))).y1(({ high }) => rounded(y(high ?? 0)))([...points]) ?? '';
	const every = Math.ceil(points.length / labels);
	const narrow = right < 50;
	return html`<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" class="chart" role="img" aria-labelledby="${id}-t ${id}-d"><title id="${id}-t">${title}</title><desc id="${id}-d">${about}</desc>
<g class="grid">${y.ticks(5).map((value) => html`<line x1="${left}" x2="${width - right}" y1="${rounded(y(value))}" y2="${rounded(y(value))}"/><text x="${left - 8}" y="${rounded(y(value) + 4)}" text-anchor="end">${tick(value)}</text>`)}</g>
<g class="axis">${points.map((point, index) => ((points.length - 1 - index) % every === 0 ? html`<text x="${at(point)}" y="${height - 12}" text-anchor="middle">${point.label}</text>` : NOTHING))}</g>
${band === '' ? NOTHING : html`<path class="band" d="${band}"/>`}
${apart(lines, y).map(({ line: { kind, value, label }, labelAt }) => html`<line class="limit ${kind}" x1="${left}" x2="${width - right}" y1="${rounded(y(value))}" y2="${rounded(y(value))}"/><text class="limit ${kind}" x="${narrow ? width - right : width - right + 8}" y="${narrow ? rounded(y(value) - 4) : labelAt}" text-anchor="${narrow ? 'end' : 'start'}">${label}</text>`)}
<path class="line" d="${path}"/>${points.map((point) => (point.value === null ? NOTHING : html`<g class="point ${point.light}">${mark(point.light, at(point), rounded(y(point.value)))}<title>${point.title}</title></g>`))}</svg>`;
}

/** Labels of lines that lie close are moved apart. */
function apart(lines: readonly TrendLine[], y: (value: number) => number): ReadonlyArray<{ readonly line: TrendLine; readonly labelAt: number }> {
	let before = -Infinity;
	return [...lines]
		.sort((a, b) => b.value - a.value)
		.map((one) => {
			before = Math.max(rounded(y(one.value) + 4), before + 15);
			return { line: one, labelAt: before };
		});
}

/** The shape of a light: triangle, diamond, circle, ring. */
export function mark(light: string, x: number, y: number, size = 5): Html {
	if (light === 'red') return html`<path d="M${x} ${rounded(y - size - 1)}L${rounded(x + size + 1)} ${rounded(y + size)}H${rounded(x - size - 1)}Z"/>`;
	if (light === 'yellow') return html`<path d="M${x} ${rounded(y - size - 1)}L${rounded(x + size + 1)} ${y}L${x} ${rounded(y + size + 1)}L${rounded(x - size - 1)} ${y}Z"/>`;
	return html`<circle cx="${x}" cy="${y}" r="${rounded(size * 0.9)}"/>`;
}

/** A small line without axis for a tile; the numbers stand beside it. */
export function sparkline(values: ReadonlyArray<number | null>, lights: readonly string[]): Html {
	const known = values.filter((value) => value !== null);
	if (known.length < 2) return NOTHING;
	const [least = 0, most = 1] = extent(known) as [number | undefined, number | undefined];
	const y = scaleLinear([least, most === least ? least + 1 : most], [30, 6]);
	const x = scaleLinear([0, Math.max(1, values.length - 1)], [6, 134]);
	const path = line<number | null>().defined((value) => value !== null).x((_, index) => rounded(x(index))).y((value) => rounded(y(value ?? 0)))([...values]) ?? '';
	const last = values.reduce<number>((found, value, index) => (value === null ? found : index), 0);
	const light = lights[last] ?? 'none';
	return html`<svg viewBox="0 0 140 36" width="140" height="36" class="spark" aria-hidden="true" focusable="false"><path class="line" d="${path}"/><g class="point ${light}">${mark(light, rounded(x(last)), rounded(y(values[last] ?? 0)), 4)}</g></svg>`;
}

export const rounded = (value: number): number => Math.round(value * 10) / 10;
