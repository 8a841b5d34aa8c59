import { renderTemplate, SafeText, type TemplateEscape } from '../explanation/template.js';
import type { Judgement, Language } from '../judgement/judgement.js';
import type { AssigneeResult, DueDate } from './assessmentTask.js';
import type { Task } from './task.js';

/** Texts that every task of a judgement is made of. */
export interface TaskTemplates {
	readonly title: string;
	readonly card: string;
	readonly chat: string;
	readonly unassigned: string;
}

export interface JudgedTaskInput {
	readonly templates: TaskTemplates;
	/** Names that the templates may use; every one is there. */
	readonly names: object;
	readonly judgement: Judgement<string, unknown>;
	readonly language: Language;
	readonly assignee: AssigneeResult;
	readonly due: DueDate;
}

/** What a task takes over from its judgement and from its texts. */
export type JudgedTask = Omit<Task, 'key' | 'kind' | 'links' | 'details' | 'createdAt'>;

/**
 * The part that all tasks of judgements have in common, and what fits into a chat message.
 *
 * @throws TemplateError naming the line of a template that can't be rendered
 */
export function judgedTask({ templates, names, judgement, language, assignee, due }: JudgedTaskInput): { readonly task: JudgedTask; readonly chat: string } {
	const render = (template: keyof TaskTemplates, escape: TemplateEscape, unassigned: SafeText | null): string =>
		renderTemplate(templates[template], { ...names, unassigned }, { language, escape, unknownNames: 'error' });
	const unassigned = assignee.assignee === null ? new SafeText(render('unassigned', 'markdown', null)) : null;
	return {
		chat: tidy(render('chat', 'markdown', unassigned)),
		task: {
			title: render('title', 'none', null).replace(/\s+/g, ' ').trim(),
			body: tidy(render('card', 'markdown', unassigned)),
			language,
			assignee: assignee.assignee,
			unassignedReason: assignee.assignee === null ? assignee.reason : null,
			dueDate: due.date,
			dueProvisional: due.provisional,
			status: 'open',
			judgementKey: judgement.key,
			subject: judgement.subject,
			rule: judgement.rule,
			evidence: judgement.evidence,
			explanation: judgement.explanation,
		},
	};
}

/** No blank lines at the ends, at most one between paragraphs. */
function tidy(markdown: string): string {
	// Looking back keeps a long run of blanks in linear time: it is tried once and not from each of its places.
	return markdown.replace(/(?<![ \t])[ \t]+$/gm, '').replace(/\n{3,}/g, '\n\n').trim();
}
