/**
 * The texts of an assessment task, in one language. Handlebars syntax as `core/explanation/template` reads it.
 * The names they may use are those of `textsOf` in `core/task/assessmentTask`; both languages must use the same.
 */
export interface AssessmentTemplates {
	/** One line, no Markdown. */
	readonly title: string;
	/** The whole card, Markdown: stored with the task, shown in the inbox. */
	readonly card: string;
	/** What fits into a chat message: bold, links and lines only, because that is all every robot shows. */
	readonly chat: string;
	/** How the assignee objects; a company replaces it by its own way. */
	readonly objection: string;
	/** Stands above the card where nobody could be found. */
	readonly unassigned: string;
}

/** The texts of an e-mail for any kind of task, in one language. */
export interface EmailTemplates {
	readonly subject: string;
	/** HTML of the body. */
	readonly html: string;
}

/** Words that stand around a message in a chat. */
export interface ChatTemplates {
	/** Where a message had to be cut. */
	readonly shortened: string;
	/** Last line of every message: how the task is found again. */
	readonly footer: string;
	/** Before a message that may have arrived already. */
	readonly repeated: string;
}

/** The audit report of version traceback, HTML; the names are those of `core/lineage/report`. */
export interface LineageTemplates {
	/** The page around the documents. */
	readonly report: string;
	/** One document with its versions. */
	readonly document: string;
}

/** The printable record of a closed-loop card, HTML; the names are those of `core/card/record`. */
export interface CardTemplates {
	/** The printable page. */
	readonly record: string;
	/** What the next person is asked to do, Markdown. */
	readonly task: string;
	/** Which cards a person has to look at today, Markdown. */
	readonly digest: string;
}

/** The texts of a task that a red light gives rise to; the names are those of `textsOf` in `core/task/mentoring`. */
export interface LightTaskTemplates {
	/** One line, no Markdown. */
	readonly title: string;
	/** Markdown, kept with the task. */
	readonly card: string;
	/** What fits into a chat message. */
	readonly chat: string;
	/** How the person concerned objects, where no address was given. */
	readonly objection: string;
	/** Stands above the card where nobody could be found. */
	readonly unassigned: string;
}

/** The texts of a goal re-check; the names are those of `core/task/goalRecheck`. */
export interface GoalRecheckTemplates {
	/** One line, no Markdown. */
	readonly title: string;
	/** Markdown, kept with the task. */
	readonly card: string;
	/** What fits into a chat message. */
	readonly chat: string;
	/** Stands above the card where nobody could be found. */
	readonly unassigned: string;
}

export interface Templates {
	readonly assessment: AssessmentTemplates;
	readonly card: CardTemplates;
	readonly email: EmailTemplates;
	readonly chat: ChatTemplates;
	/** To the owner of a buffer goal that has worsened, and to the owner's superior. */
	readonly goalRecheck: GoalRecheckTemplates;
	readonly lineage: LineageTemplates;
	/** To the person concerned, first: is there something that the numbers do not say? */
	readonly contextNote: LightTaskTemplates;
	/** To the mentor (code) or the team lead (documents). */
	readonly mentoring: LightTaskTemplates;
}
