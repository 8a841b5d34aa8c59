import { escapeHtml, safeAddress } from '../explanation/escape.js';
import type { BilingualText, Language } from '../judgement/judgement.js';
import type { AlignmentAnswer } from './check.js';
import type { CapacityAnswer } from './capacity.js';
import type { BufferGoal } from './buffer.js';
import { text } from './findings.js';
import { goalTreeSvg } from './picture.js';
import type { GoalProgress } from './rollUp.js';
import { goalStructure } from './structure.js';
import type { GoalTable } from './table.js';

/* The alignment as one page to read and print: verdict, tree, matrix, findings with their remedies, progress, capacity, buffer goals. Source: spec S4, S5. */

export interface GoalPageInput {
	readonly table: GoalTable;
	readonly alignment: AlignmentAnswer;
	readonly progress: readonly GoalProgress[];
	/** Null: not asked for. */
	readonly capacity: CapacityAnswer | null;
	readonly bufferGoals: readonly BufferGoal[];
	readonly language: Language;
}

const WORDS = {
	title: text('Goal alignment', '目标对齐'),
	tree: text('Tree of goals', '目标树'),
	matrix: text('Business flow and actions', '业务流与动作'),
	findings: text('To be mended', '待修正'),
	none: text('Nothing to be mended.', '没有需要修正的内容。'),
	where: text('Where', '位置'),
	what: text('What was found', '问题'),
	remedy: text('What to do', '如何修正'),
	progress: text('Progress by weight', '按权重汇总的进度'),
	goal: text('Goal', '目标'),
	explanation: text('Explanation', '判定说明'),
	capacity: text('Capacity', '产能校验'),
	buffer: text('Buffer goals', '缓冲带目标'),
	noAction: text('no action', '无动作'),
	records: text('Records', '证据'),
	asOf: text('as of', '判定时点'),
	rule: text('rule', '判定规则'),
	unusable: text('rows could not be used', '行无法使用'),
} as const satisfies Record<string, BilingualText>;

const STYLE = `body{font:16px/1.5 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;color:#1b2537;background:#fff;margin:0 auto;max-width:72rem;padding:1.5rem}
h1{font-size:1.6rem;margin:0 0 .5rem}h2{font-size:1.15rem;margin:2rem 0 .5rem}
.verdict{border-left:6px solid #0f8a5f;padding:.5rem 1rem;background:#f2f8f5}.verdict.mend{border-color:#b3261e;background:#fdf3f2}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}th,td{border:1px solid #c9d1de;padding:.45rem .6rem;text-align:left;vertical-align:top}th{background:#eef3fb}
ul{margin:0;padding-left:1.1rem}.small{color:#4a566b;font-size:.875rem}svg{max-width:none}
@media print{body{padding:0;max-width:none}svg{max-width:100%;height:auto}}`;

/** A whole page without scripts and without anything from elsewhere; the same input gives the same bytes. */
export function goalPage(input: GoalPageInput): string {
	const { table, alignment, progress, capacity, bufferGoals, language } = input;
	const say = (key: keyof typeof WORDS): string => escapeHtml(WORDS[key][language]);
	const { alignment: verdict, findings } = alignment;
	const sections = [
		`<p class="verdict${verdict.value.aligned ? '' : ' mend'}">${escapeHtml(verdict.explanation[language])}</p>`,
		table.problems.length === 0 ? '' : `<p class="verdict mend">${table.problems.length} ${say('unusable')}</p>`,
		`<h2>${say('findings')}</h2>${findings.length === 0 ? `<p>${say('none')}</p>` : rows([say('where'), say('what'), say('remedy'), say('records')], findings.map(({ value: { place, reason, remedy }, evidence }) => [escapeHtml(place[language]), escapeHtml(reason[language]), escapeHtml(remedy[language]), records(evidence)]))}`,
		`<h2>${say('tree')}</h2><div class="scroll" tabindex="0" role="region" aria-label="${say('tree')}">${goalTreeSvg(table, progress, findings, language)}</div>`,
		`<h2>${say('matrix')}</h2>${matrix(input)}`,
		`<h2>${say('progress')}</h2>${rows([say('goal'), say('explanation')], progress.map(({ value: { name }, explanation }) => [escapeHtml(name), escapeHtml(explanation[language])]))}`,
		capacity === null ? '' : `<h2>${say('capacity')}</h2><p>${escapeHtml(capacity.capacity.explanation[language])}</p>`,
		bufferGoals.length === 0 ? '' : `<h2>${say('buffer')}</h2>${rows([say('goal'), say('explanation'), say('records')], bufferGoals.map(({ value: { name }, explanation, evidence }) => [escapeHtml(name), escapeHtml(explanation[language]), records(evidence)]))}`,
		`<p class="small">${say('rule')} ${escapeHtml(verdict.rule.id)} ${escapeHtml(verdict.rule.version)}, ${say('asOf')} ${escapeHtml(verdict.asOf)}</p>`,
	];
	return `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${say('title')}</title><style>${STYLE}</style></head><body><main><h1>${say('title')}</h1>${sections.join('')}</main></body></html>`;
}

function rows(headings: readonly string[], lines: ReadonlyArray<readonly string[]>): string {
	return `<div class="scroll" tabindex="0"><table><thead><tr>${headings.map((heading) => `<th scope="col">${heading}</th>`).join('')}</tr></thead><tbody>${lines.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</tbody></table></div>`;
}

function records(evidence: ReadonlyArray<{ readonly id: string; readonly label?: string; readonly url: string | null }>): string {
	return `<ul>${evidence.map(({ id, label, url }) => {
		const shown = escapeHtml(label ?? id);
		const address = url === null ? null : safeAddress(url);
		return `<li>${address === null ? shown : `<a href="${escapeHtml(address)}">${shown}</a>`}</li>`;
	}).join('')}</ul>`;
}

function matrix({ table, alignment, language }: GoalPageInput): string {
	const names = new Map(goalStructure(table).stages.map(({ id, name }) => [id, name[language]] as const));
	const fields = alignment.alignment.value.matrix;
	const cells = fields.map(({ actions }) =>
		actions.length === 0
			? escapeHtml(WORDS.noAction[language])
			: `<ul>${actions.map(({ name, owner, weightPercent }) => `<li>${escapeHtml(name)}<br><span class="small">${escapeHtml([owner ?? '–', weightPercent === null ? null : `${weightPercent}%`].filter((part) => part !== null).join(' · '))}</span></li>`).join('')}</ul>`,
	);
	return rows(fields.map(({ stage }) => escapeHtml(names.get(stage) ?? stage)), [cells]);
}
