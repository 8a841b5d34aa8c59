import { hierarchy, tree, type HierarchyPointNode } from 'd3-hierarchy';
import { escapeHtml } from '../explanation/escape.js';
import type { BilingualText, Language } from '../judgement/judgement.js';
import { comparable } from '../people/reading.js';
import type { GoalFindingJudgement } from './findings.js';
import { text } from './findings.js';
import { digitsOf } from './fraction.js';
import type { GoalProgress } from './rollUp.js';
import { goalStructure } from './structure.js';
import type { ActionEntry, GoalEntry, GoalTable } from './table.js';

/* The tree of goals as a picture: a goal, what contributes to it with which weight, how far it is, and where something has to be mended. SVG without scripts, links or style attributes. */

const BOX = { width: 300, height: 54 } as const;
const GAP = { across: 48, down: 14 } as const;
const MARGIN = 16;
/** Sizes of names and facts in pixels; a Chinese character is as wide as its size, one of a wide system font this share of it. */
const NAME = 14;
const FACTS = 12;
const NARROW = 0.64;
/** More boxes than this nobody reads; the tables of the page hold all. */
const MOST_BOXES = 150;

const WORDS = {
	title: text('Tree of goals', '目标树'),
	weight: text('weight', '权重'),
	done: text('done', '进度'),
	unknown: text('progress n/a', '进度不可用'),
	mend: text('to mend', '待修正'),
	stage: text('stage', '环节'),
	more: text('more goals and actions stand in the tables', '项未显示，见表格'),
	describe: text('Goals from left to right; each line leads to what contributes to the goal. The same content stands in the tables.', '目标自左向右展开，连线指向对该目标有贡献的目标或动作。相同内容见表格。'),
} as const satisfies Record<string, BilingualText>;

interface Node {
	readonly entry: GoalEntry | ActionEntry | null;
	readonly children: Node[];
}

/** @returns SVG text; the same rows give the same bytes */
export function goalTreeSvg(table: GoalTable, progress: readonly GoalProgress[], findings: readonly GoalFindingJudgement[], language: Language): string {
	const structure = goalStructure(table);
	let left = MOST_BOXES;
	const nodeOf = (entry: GoalEntry | ActionEntry, above: ReadonlySet<string>): Node | null => {
		if (left === 0) return null;
		left--;
		const children = entry.kind === 'action' || above.has(comparable(entry.id)) ? [] : structure.childrenOf(entry);
		const path = new Set(above).add(comparable(entry.id));
		return { entry, children: children.flatMap((child) => nodeOf(child, path) ?? []) };
	};
	// A cycle has no goal at the top: it is entered at its first goal and left before it begins anew.
	const tops = [...structure.roots, ...structure.cycles.flatMap(([first]) => first ?? [])];
	const orphans = structure.actions.filter((action) => structure.parentOf(action) === null);
	const root: Node = { entry: null, children: [...tops, ...orphans].flatMap((entry) => nodeOf(entry, new Set()) ?? []) };
	const placed = tree<Node>().nodeSize([BOX.height + GAP.down, BOX.width + GAP.across])(hierarchy(root));
	const boxes = placed.descendants().filter(({ data }) => data.entry !== null);
	const top = Math.min(0, ...boxes.map(({ x }) => x));
	const bottom = Math.max(0, ...boxes.map(({ x }) => x));
	const depth = Math.max(1, ...boxes.map(({ depth: level }) => level));
	const width = 2 * MARGIN + depth * BOX.width + (depth - 1) * GAP.across;
	const more = structure.goals.size + structure.actions.length - new Set(boxes.map(({ data }) => data.entry)).size;
	const height = 2 * MARGIN + bottom - top + BOX.height + (more > 0 ? 24 : 0);
	const at = ({ x, depth: level }: HierarchyPointNode<Node>): readonly [number, number] => [MARGIN + (level - 1) * (BOX.width + GAP.across), MARGIN + x - top];
	const rolled = new Map(progress.map(({ subject, value }) => [comparable(subject), value.progressPercent] as const));
	// Weights that do not add up are mended at the goal, a cycle anywhere on it.
	const wrong = new Set(findings.flatMap(({ value: { code, ids } }) => (code === 'weightsDoNotAddUp' ? ids.slice(0, 1) : ids).map(comparable)));
	const lines = boxes.flatMap((box) => {
		const { parent } = box;
		if (parent === null || parent.data.entry === null) return [];
		const [x, y] = at(box);
		const [fromX, fromY] = at(parent);
		const middle = fromX + BOX.width + GAP.across / 2;
		return [`<path d="M${fromX + BOX.width} ${round(fromY + BOX.height / 2)}H${middle}V${round(y + BOX.height / 2)}H${x}" fill="none" stroke="#7a8699" stroke-width="1.5"/>`];
	});
	const drawn = boxes.map((box) => boxOf(box, at(box), rolled, wrong, language));
	const rest = more > 0 ? `<text x="${MARGIN}" y="${round(height - MARGIN)}" font-size="13" fill="#33415c">${more} ${escapeHtml(WORDS.more[language])}</text>` : '';
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${round(height)}" width="${width}" height="${round(height)}" role="img" aria-labelledby="goal-tree-title goal-tree-text" font-family="system-ui, 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"><title id="goal-tree-title">${escapeHtml(WORDS.title[language])}</title><desc id="goal-tree-text">${escapeHtml(WORDS.describe[language])}</desc>${lines.join('')}${drawn.join('')}${rest}</svg>`;
}

function boxOf({ data: { entry } }: HierarchyPointNode<Node>, [x, y]: readonly [number, number], rolled: ReadonlyMap<string, number | null>, wrong: ReadonlySet<string>, language: Language): string {
	if (entry === null) return '';
	const mend = wrong.has(comparable(entry.id));
	const percent = entry.kind === 'goal' ? (rolled.get(comparable(entry.id)) ?? null) : entry.progress === null ? null : Number(digitsOf(entry.progress, 1, true));
	const facts = [
		entry.weight === null ? null : `${WORDS.weight[language]} ${digitsOf(entry.weight, 2, true)}%`,
		percent === null ? WORDS.unknown[language] : `${WORDS.done[language]} ${Math.round(percent * 10) / 10}%`,
		entry.kind === 'action' && entry.stage !== null ? entry.stage : null,
	].filter((fact) => fact !== null);
	const mark = `▲ ${WORDS.mend[language]} · `;
	const bar = percent === null ? '' : `<rect x="${x + 1}" y="${round(y + BOX.height - 5)}" width="${round(((BOX.width - 2) * Math.min(100, Math.max(0, percent))) / 100)}" height="4" fill="#0f8a5f"/>`;
	return [
		`<g><title>${escapeHtml(`${entry.name} (${entry.id}): ${facts.join(', ')}${mend ? `; ${WORDS.mend[language]}` : ''}`)}</title>`,
		`<rect x="${x}" y="${round(y)}" width="${BOX.width}" height="${BOX.height}" rx="6" fill="${entry.kind === 'goal' ? '#eef3fb' : '#ffffff'}" stroke="${mend ? '#b3261e' : '#33415c'}" stroke-width="${mend ? 2.5 : 1.2}"/>`,
		bar,
		`<text x="${x + 10}" y="${round(y + 21)}" font-size="${NAME}" font-weight="600" fill="#1b2537">${escapeHtml(fitted(entry.name, BOX.width - 20, NAME))}</text>`,
		// On the line of the facts, so that it never stands over a name.
		`<text x="${x + 10}" y="${round(y + 40)}" font-size="${FACTS}" fill="#33415c">${mend ? `<tspan fill="#b3261e">${escapeHtml(mark)}</tspan>` : ''}${escapeHtml(fitted(facts.join(' · '), BOX.width - 20 - (mend ? widthOf(mark, FACTS) : 0), FACTS))}</text></g>`,
	].join('');
}

/** Cut where it would not fit; the whole text stands in the title of the box. */
function fitted(name: string, width: number, size: number): string {
	let used = 0;
	let shown = '';
	for (const character of name) {
		used += widthOf(character, size);
		if (used > width) return `${shown.trimEnd()}…`;
		shown += character;
	}
	return shown;
}

function widthOf(text: string, size: number): number {
	return Array.from(text).reduce((width, character) => width + (/[\u1100-\u11ff\u2e80-\uffef]/.test(character) ? size : size * NARROW), 0);
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
