/** A template that can't be used: which line, what is wrong, what to do. Raised for texts that users edit. */
export class TemplateError extends Error {
	constructor(
		what: string,
		/** 1-based line in the template, null where the whole template is meant. */
		readonly line: number | null,
		/** What the author of the template does about it. */
		readonly remedy: string,
	) {
		super(line === null ? `Template: ${what}` : `Template line ${line}: ${what}`);
		this.name = 'TemplateError';
	}
}
