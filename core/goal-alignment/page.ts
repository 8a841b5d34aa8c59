import { escapeHtml, safeAddress } from '../explanation/escape.js';
import { readableTime } from '../task/assessmentTask.js';
import type { BilingualText, Language } from '../judgement/judgement.js';
import type { AlignmentAnswer } from './check.js';
import type { CapacityAnswer } from './capacity.js';
import type { BufferGoal } from './buffer.js';
import { text } from './findings.js';
import { digitsOf } from './fraction.js';
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
	action: text('Action', '动作'),
	outside: text('outside the flow', '业务流之外'),
	weight: text('weight', '权重'),
	done: text('done', '进度'),
	moreRecords: text('more', '条'),
	records: text('Records', '证据'),
	noRecord: text('no row of the table: that is what is missing', '表中没有对应的行'),
	asOf: text('as of', '判定时点'),
	rule: text('rule', '判定规则'),
	unusable: text('rows could not be used', '行无法使用'),
} as const satisfies Record<string, BilingualText>;

/** So many records of a line are named. */
const MOST_RECORDS = 4;

const STYLE = `body{font:16px/1.5 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;color:#1b2537;background:#fff;margin:0 auto;max-width:72rem;padding:1.5rem}
h1{font-size:1.6rem;margin:0 0 .5rem}h2{font-size:1.15rem;margin:2rem 0 .5rem}
.verdict{border-left:6px solid #0f8a5f;padding:.5rem 1rem;background:#f2f8f5}.verdict.mend{border-color:#b3261e;background:#fdf3f2}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}th,td{border:1px solid #c9d1de;padding:.45rem .6rem;text-align:left;vertical-align:top}th{background:#eef3fb}
ul{margin:0;padding-left:1.1rem}.small{color:#4a566b;font-size:.875rem;font-weight:400}svg{max-width:none}.matrix{min-width:46rem}.gap{background:#fdf3f2;color:#8c1d18}.here{background:#f2f8f5}
@media(max-width:40rem){body{padding:1rem}.stack thead{position:absolute;clip-path:inset(50%)}.stack,.stack tbody,.stack tr,.stack td{display:block}.stack td{border-width:0 1px}.stack td:first-child{border-top-width:1px;background:#eef3fb;font-weight:600}.stack td:last-child{border-bottom-width:1px;margin-bottom:.75rem}.stack td:not(:first-child)::before{content:attr(data-name);display:block;color:#4a566b;font-size:.875rem}}
@media print{body{padding:0;max-width:none}svg{max-width:100%;height:auto}}`;

/** A whole page without scripts and without anything from elsewhere; the same input gives the same bytes. */
export function goalPage(input: GoalPageInput): string {
	const { table, alignment, progress, capacity, bufferGoals, language } = input;
	const say = (key: keyof typeof WORDS): string => escapeHtml(WORDS[key][language]);
	const { alignment: verdict, findings } = alignment;
	const sections = [
		`<p class="verdict${verdict.value.aligned ? '' : ' mend'}">${escapeHtml(verdict.explanation[language])}</p>`,
		table.problems.length === 0 ? '' : `<p class="verdict mend">${table.problems.length} ${say('unusable')}</p>`,
		`<h2>${say('findings')}</h2>${findings.length === 0 ? `<p>${say('none')}</p>` : rows([say('where'), say('what'), say('remedy'), say('records')], findings.map(({ value: { place, reason, remedy }, evidence }) => [escapeHtml(place[language]), escapeHtml(reason[language]), escapeHtml(remedy[language]), records(evidence, language)]))}`,
		`<h2>${say('tree')}</h2><div class="scroll" tabindex="0" role="region" aria-label="${say('tree')}">${goalTreeSvg(table, progress, findings, language)}</div>`,
		`<h2>${say('matrix')}</h2>${matrix(input)}`,
		`<h2>${say('progress')}</h2>${rows([say('goal'), say('explanation')], progress.map(({ value: { name }, explanation }) => [escapeHtml(name), escapeHtml(explanation[language])]))}`,
		capacity === null ? '' : `<h2>${say('capacity')}</h2><p>${escapeHtml(capacity.capacity.explanation[language])}</p>`,
		bufferGoals.length === 0 ? '' : `<h2>${say('buffer')}</h2>${rows([say('goal'), say('explanation'), say('records')], bufferGoals.map(({ value: { name }, explanation, evidence }) => [escapeHtml(name), escapeHtml(explanation[language]), records(evidence, language)]))}`,
		`<p class="small">${say('rule')} ${escapeHtml(verdict.rule.id)} ${escapeHtml(verdict.rule.version)}${language === 'en' ? ', ' : '，'}${say('asOf')} ${escapeHtml(readableTime(verdict.asOf))}</p>`,
	];
	return `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${say('title')}</title><style>${STYLE}</style></head><body><main><h1>${say('title')}</h1>${sections.join('')}</main></body></html>`;
}

/** Stacked with its headings on a narrow screen, where columns would be a word wide. */
function rows(headings: readonly string[], lines: ReadonlyArray<readonly string[]>): string {
	return `<table class="stack"><thead><tr>${headings.map((heading) => `<th scope="col">${heading}</th>`).join('')}</tr></thead><tbody>${lines.map((cells) => `<tr>${cells.map((cell, at) => `<td data-name="${headings[at] ?? ''}">${cell}</td>`).join('')}</tr>`).join('')}</tbody></table>`;
}

/** On paper and on a phone a list of twenty lines hides what it belongs to: the first ones by name, the others by their number. */
function records(evidence: ReadonlyArray<{ readonly id: string; readonly label?: string; readonly url: string | null }>, language: Language): string {
	if (evidence.length === 0) return `<span class="small">${escapeHtml(WORDS.noRecord[language])}</span>`;
	const shown = evidence.slice(0, MOST_RECORDS).map(({ id, label, url }) => {
		const name = escapeHtml(label ?? id);
		const address = url === null ? null : safeAddress(url);
		return address === null ? name : `<a href="${escapeHtml(address)}">${name}</a>`;
	});
	const more = evidence.length - shown.length;
	const separator = language === 'en' ? '; ' : '；';
	return `<span class="small">${shown.join(separator)}${more > 0 ? `${separator}${language === 'en' ? `${more} ${WORDS.moreRecords.en}` : `另有 ${more} ${WORDS.moreRecords['zh-CN']}`}` : ''}</span>`;
}

/** Business flow across, actions down. An action that stands in no stage of the flow has a column of its own. */
function matrix({ table, language }: GoalPageInput): string {
	const say = (key: keyof typeof WORDS): string => escapeHtml(WORDS[key][language]);
	const { stages, actions, stageOf, parentOf } = goalStructure(table);
	const used = new Set(actions.map(({ stage }) => stageOf(stage)));
	const columns = [...stages, ...(used.has(null) ? [null] : [])];
	const headings = columns.map((stage) => `<th scope="col"${used.has(stage) ? '' : ' class="gap"'}>${stage === null ? say('outside') : escapeHtml(stage.name[language])}${used.has(stage) ? '' : `<br><span class="small">▲ ${say('noAction')}</span>`}</th>`);
	const lines = actions.map((action) => {
		const { name, owner, weight, progress, stage } = action;
		const facts = [owner ?? '–', weight === null ? null : `${WORDS.weight[language]} ${digitsOf(weight, 2, true)}%`, progress === null ? null : `${WORDS.done[language]} ${digitsOf(progress, 1, true)}%`].filter((fact) => fact !== null).join(' · ');
		const goal = parentOf(action)?.name ?? action.parent;
		const cells = columns.map((column) => (stageOf(stage) === column ? `<td class="here">${escapeHtml(facts)}</td>` : '<td></td>'));
		return `<tr><th scope="row">${escapeHtml(name)}${goal === null ? '' : `<br><span class="small">${escapeHtml(goal)}</span>`}</th>${cells.join('')}</tr>`;
	});
	return `<div class="scroll" tabindex="0" role="region" aria-label="${say('matrix')}"><table class="matrix"><thead><tr><th scope="col">${say('action')}</th>${headings.join('')}</tr></thead><tbody>${lines.join('')}</tbody></table></div>`;
}
