import type { Language } from '../judgement/judgement.js';
import { escapeFor, type TemplateEscape } from './escape.js';
import { TemplateError } from './templateError.js';
import { isTruthy, SafeText, TEMPLATE_HELPERS, type HelperContext } from './templateHelpers.js';
import { parseTemplate, type Expression, type PathExpression, type Statement, type SyntaxLimits } from './templateSyntax.js';

export { TemplateError } from './templateError.js';
export { SafeText } from './templateHelpers.js';
export type { TemplateEscape } from './escape.js';

export interface TemplateLimits extends SyntaxLimits {
	/** How many rounds all loops of one rendering may take together. */
	readonly rounds: number;
	/** How many expressions one rendering may evaluate. */
	readonly steps: number;
	/** Length of the result in characters. */
	readonly outputLength: number;
}

export const TEMPLATE_LIMITS: TemplateLimits = { templateLength: 20_000, blocks: 300, depth: 24, rounds: 5_000, steps: 100_000, outputLength: 200_000 };

export interface TemplateOptions {
	readonly language: Language;
	/** What the result is; decides how values from data are written. */
	readonly escape: TemplateEscape;
	/** `error`: a name that the data does not have at all is reported with the names it has. Default: it is empty, as in Handlebars. */
	readonly unknownNames?: 'empty' | 'error';
	readonly limits?: Partial<TemplateLimits>;
}

/**
 * Renders a text with Handlebars syntax by walking its tree: no code is made, and a template sees nothing but the own properties of `data`.
 * Available: `{{name.part}}`, `{{#if}} {{else if}} {{else}}`, `{{#unless}}`, `{{#each}}` (`@index`, `@number` from 1, `@first`, `@last`, `@key`),
 * `{{#with}}`, `../name`, `@root`, comments, white-space control, and the helpers of {@link TEMPLATE_HELPERS}.
 *
 * @throws TemplateError naming the line and the remedy
 */
export function renderTemplate(template: string, data: unknown, options: TemplateOptions): string {
	const limits = { ...TEMPLATE_LIMITS, ...options.limits };
	const rendering = new Rendering(options, limits, data);
	return rendering.run(parseTemplate(template, limits));
}

/** Every name of data a template asks for, with loops and `../` as written, sorted: two translations of a text must have the same. */
export function templateNames(template: string): readonly string[] {
	const names = new Set<string>();
	const inExpression = (expression: Expression): void => {
		if (expression.kind === 'path') names.add(expression.text);
		if (expression.kind === 'call') [...expression.parameters, ...expression.named.values()].forEach(inExpression);
	};
	const inStatements = (statements: readonly Statement[]): void => {
		for (const statement of statements) {
			if (statement.kind === 'text') continue;
			inExpression(statement.kind === 'output' ? statement.expression : statement.kind === 'if' ? statement.condition : statement.over);
			if (statement.kind !== 'output') [statement.then, statement.otherwise].forEach(inStatements);
		}
	};
	inStatements(parseTemplate(template, TEMPLATE_LIMITS));
	return [...names].sort();
}

type Variables = ReadonlyMap<string, unknown>;

/** Where a block stands: its data, its loop variables and the block around it. */
interface Scope {
	readonly data: unknown;
	readonly variables: Variables;
	readonly parent: Scope | null;
}

const NO_VARIABLES: Variables = new Map();
const NEVER = new Set(['__proto__', 'constructor', 'prototype']);

class Rendering {
	private readonly pieces: string[] = [];
	private length = 0;
	private rounds = 0;
	private steps = 0;

	constructor(
		private readonly options: TemplateOptions,
		private readonly limits: TemplateLimits,
		private readonly root: unknown,
	) {}

	run(statements: readonly Statement[]): string {
		this.all(statements, { data: this.root, variables: NO_VARIABLES, parent: null });
		return this.pieces.join('');
	}

	private all(statements: readonly Statement[], scope: Scope): void {
		for (const statement of statements) this.one(statement, scope);
	}

	private one(statement: Statement, scope: Scope): void {
		switch (statement.kind) {
			case 'text':
				this.write(statement.text, null);
				return;
			case 'output':
				this.write(this.textOf(this.valueOf(statement.expression, scope), statement.line), statement.line);
				return;
			case 'if': {
				const value = this.valueOf(statement.condition, scope);
				this.all(isTruthy(value) || (statement.includeZero && value === 0) ? statement.then : statement.otherwise, scope);
				return;
			}
			case 'with': {
				const data = this.valueOf(statement.over, scope);
				if (isTruthy(data)) this.all(statement.then, { data, variables: scope.variables, parent: scope });
				else this.all(statement.otherwise, scope);
				return;
			}
			case 'each':
				this.loop(statement, scope);
		}
	}

	private loop(statement: Extract<Statement, { kind: 'each' | 'with' }>, scope: Scope): void {
		const over = this.valueOf(statement.over, scope);
		const entries: ReadonlyArray<readonly [string | number, unknown]> = Array.isArray(over)
			? over.map((value: unknown, index) => [index, value] as const)
			: typeof over === 'object' && over !== null && !(over instanceof SafeText)
				? Object.entries(over).filter(([key]) => !NEVER.has(key))
				: [];
		if (entries.length === 0) {
			this.all(statement.otherwise, scope);
			return;
		}
		entries.forEach(([key, value], index) => {
			if (++this.rounds > this.limits.rounds) {
				throw new TemplateError(`the loops take more than ${this.limits.rounds} rounds.`, statement.line, 'Loop over a shorter list, and avoid loops within loops.');
			}
			const variables = new Map<string, unknown>([['key', key], ['index', index], ['number', index + 1], ['first', index === 0], ['last', index === entries.length - 1]]);
			this.all(statement.then, { data: value, variables, parent: scope });
		});
	}

	private write(text: string, line: number | null): void {
		this.length += text.length;
		if (this.length > this.limits.outputLength) {
			throw new TemplateError(`the result is longer than ${this.limits.outputLength} characters.`, line, 'Show fewer rows, or shorten values with {{shorten value 200}}.');
		}
		this.pieces.push(text);
	}

	private valueOf(expression: Expression, scope: Scope): unknown {
		const line = expression.kind === 'literal' ? null : expression.line;
		if (++this.steps > this.limits.steps) {
			throw new TemplateError(`rendering takes more than ${this.limits.steps} steps.`, line, 'Loop over a shorter list, and avoid loops within loops.');
		}
		switch (expression.kind) {
			case 'literal':
				return expression.value;
			case 'path':
				return this.lookUp(expression, scope);
			case 'call':
				return this.call(expression, scope);
		}
	}

	private call(expression: Extract<Expression, { kind: 'call' }>, scope: Scope): unknown {
		const { helper: name, line } = expression;
		const helper = TEMPLATE_HELPERS.get(name);
		if (helper === undefined) throw new TemplateError(`helper "${name}" is not known.`, line, `Helpers are ${[...TEMPLATE_HELPERS.keys()].join(', ')}.`);
		const [least, most] = helper.values;
		const given = expression.parameters.length;
		if (given < least || given > most) {
			throw new TemplateError(`helper "${name}" takes ${least === most ? least : `${least} to ${most}`} values and has ${given}.`, line, 'Put texts in quotes, and nested helpers in brackets.');
		}
		const options = new Map<string, unknown>();
		for (const [key, value] of expression.named) {
			if (!helper.options.includes(key)) throw new TemplateError(`helper "${name}" has no option "${key}".`, line, helper.options.length === 0 ? 'Leave it out.' : `Options are ${helper.options.join(', ')}.`);
			options.set(key, this.valueOf(value, scope));
		}
		const values = expression.parameters.map((parameter) => this.valueOf(parameter, scope));
		const context: HelperContext = { language: this.options.language, escape: this.options.escape };
		try {
			return helper.apply(values, options, context);
		} catch (error) {
			throw new TemplateError(`helper "${name}" ${error instanceof Error ? error.message : String(error)}.`, line, 'Check the value, or show it without the helper.');
		}
	}

	private lookUp(path: PathExpression, scope: Scope): unknown {
		let at: Scope | null = scope;
		for (let level = 0; level < path.up; level++) at = at?.parent ?? null;
		if (at === null) throw new TemplateError(`"${path.text}" goes out of the outermost block.`, path.line, 'Use fewer ../.');
		const [head, ...tail] = path.parts;
		if (path.variable) {
			if (head === 'root') return tail.reduce<unknown>((value, part) => own(value, part), this.root);
			const variable = variableOf(at, head ?? '');
			if (variable === undefined) throw new TemplateError(`"${path.text}" is not known here.`, path.line, 'Within {{#each}} there are @index, @number, @first, @last and @key; everywhere @root.');
			return variable;
		}
		if (head === undefined) return at.data;
		if (this.options.unknownNames === 'error' && !has(at.data, head)) {
			throw new TemplateError(`"${path.text}" is not known here.`, path.line, `Names are ${namesOf(at.data)}.`);
		}
		return path.parts.reduce<unknown>((value, part) => own(value, part), at.data);
	}

	private textOf(value: unknown, line: number): string {
		if (value instanceof SafeText) return value.text;
		if (value === null || value === undefined) return '';
		switch (typeof value) {
			case 'string':
				return escapeFor(this.options.escape, value);
			case 'number':
			case 'boolean':
			case 'bigint':
				return escapeFor(this.options.escape, String(value));
			default:
				if (Array.isArray(value) && value.every((entry) => typeof entry === 'string' || typeof entry === 'number')) return escapeFor(this.options.escape, value.join(', '));
				throw new TemplateError('the value is not a text.', line, Array.isArray(value) ? 'Show it with {{#each}} or {{join list}}.' : `Name one of its fields: ${namesOf(value)}.`);
		}
	}
}

function variableOf(scope: Scope, name: string): unknown {
	for (let at: Scope | null = scope; at !== null; at = at.parent) {
		const value = at.variables.get(name);
		if (value !== undefined) return value;
	}
	return undefined;
}

/** Own data properties only: nothing inherited, no function, nothing that leads to a prototype. */
function own(value: unknown, key: string): unknown {
	if (!has(value, key)) return undefined;
	const found: unknown = Object.getOwnPropertyDescriptor(value, key)?.value;
	return typeof found === 'function' ? undefined : found;
}

function has(value: unknown, key: string): value is object {
	return typeof value === 'object' && value !== null && !(value instanceof SafeText) && !NEVER.has(key) && Object.hasOwn(value, key);
}

function namesOf(value: unknown): string {
	if (typeof value !== 'object' || value === null) return 'none: the value has no fields, use this';
	return Object.keys(value).sort().slice(0, 30).join(', ');
}
