import { TEMPLATES, type EmailTemplates } from '../../templates/index.js';
import { renderTemplate } from '../explanation/template.js';
import { evidenceForReader } from '../task/assessmentTask.js';
import type { Task } from '../task/task.js';

/** A task as an e-mail for n8n's own Send Email node. */
export interface TaskEmail {
	/** Null: unassigned, so the workflow's fallback address gets it. */
	readonly to: string | null;
	readonly subject: string;
	readonly html: string;
	/** Own and deterministic, so that a mail sent twice can be recognised, with brackets (RFC 5322, 3.6.4). */
	readonly messageId: string;
	/** Headers to send along: the Message-ID, and that no answer by a machine is wanted (RFC 3834, 5). */
	readonly headers: Readonly<Record<string, string>>;
}

export interface EmailOptions {
	/** Domain of the sender, right of the @ in the Message-ID. */
	readonly domain: string;
	readonly templates?: Partial<EmailTemplates>;
	/** How many evidence records the mail lists. Default 20. */
	readonly evidenceShown?: number;
}

/**
 * Renders a task as an e-mail.
 *
 * @throws TemplateError naming the line of a template that can't be rendered
 * @throws RangeError for a domain that can't stand in a Message-ID
 */
export function emailOfTask(task: Task, { domain, templates, evidenceShown = 20 }: EmailOptions): TaskEmail {
	if (!/^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/.test(domain)) throw new RangeError(`"${domain}" is not a domain. Use the part after the @ of the sender's address, such as "example.com".`);
	const { language } = task;
	const address = (name: string): string | null => (typeof task.details[name] === 'string' ? task.details[name] : null);
	const texts: EmailTemplates = { ...TEMPLATES[language].email, ...templates };
	const data = {
		key: task.key,
		kind: task.kind,
		title: task.title,
		subject: task.subject,
		assignee: task.assignee?.name ?? null,
		unassignedReason: task.unassignedReason?.[language] ?? null,
		dueDate: task.dueDate,
		dueProvisional: task.dueProvisional,
		explanation: task.explanation[language],
		metrics: Array.isArray(task.details['metrics']) ? (task.details['metrics'] as readonly unknown[]) : [],
		evidence: task.evidence.slice(0, evidenceShown).map(evidenceForReader),
		moreEvidence: Math.max(0, task.evidence.length - evidenceShown),
		links: task.links,
		objection: address('objection'),
		notes: Array.isArray(task.details['notes']) ? (task.details['notes'] as readonly unknown[]) : [],
		// The forms by which people answer, where the task has them.
		noteUrl: task.kind === 'contextNote' ? address('noteUrl') : null,
		objectUrl: address('objectUrl'),
		decisionUrl: address('decisionUrl'),
		rule: { id: task.rule.id, version: task.rule.version },
		createdAt: task.createdAt,
	};
	const messageId = `<${task.key.replace(/[^\w.-]/g, '-')}@${domain}>`;
	return {
		to: task.assignee?.email ?? null,
		subject: renderTemplate(texts.subject, data, { language, escape: 'none', unknownNames: 'error' }).replace(/\s+/g, ' ').trim(),
		html: renderTemplate(texts.html, data, { language, escape: 'html', unknownNames: 'error' }),
		messageId,
		headers: { 'Message-ID': messageId, 'Auto-Submitted': 'auto-generated' },
	};
}
