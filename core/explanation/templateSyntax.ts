import { parse, parseWithoutProcessing, type AST } from '@handlebars/parser';
import { TemplateError } from './templateError.js';

/*
 * The part of the Handlebars language that templates may use, as a tree of our own. Whatever is not listed here does not exist for a template:
 * no partials, decorators, raw blocks, unescaped output or helpers of the caller, so nothing in a template can reach code.
 */

export type Expression =
	| { readonly kind: 'literal'; readonly value: string | number | boolean | null }
	| PathExpression
	| { readonly kind: 'call'; readonly helper: string; readonly parameters: readonly Expression[]; readonly named: ReadonlyMap<string, Expression>; readonly line: number };

/** `name.part`, `../name`, `this`, `@index`. */
export interface PathExpression {
	readonly kind: 'path';
	/** `@…`: a variable of the loop. */
	readonly variable: boolean;
	/** How many `../`. */
	readonly up: number;
	readonly parts: readonly string[];
	/** As the author wrote it. */
	readonly text: string;
	readonly line: number;
}

export type Statement =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'output'; readonly expression: Expression; readonly line: number }
	| { readonly kind: 'if'; readonly condition: Expression; readonly includeZero: boolean; readonly then: readonly Statement[]; readonly otherwise: readonly Statement[]; readonly line: number }
	| { readonly kind: 'each' | 'with'; readonly over: Expression; readonly then: readonly Statement[]; readonly otherwise: readonly Statement[]; readonly line: number };

export interface SyntaxLimits {
	/** Length of a template in characters. */
	readonly templateLength: number;
	/** How many blocks and `else` branches a template may have; the parser's time grows with the square of open ones. */
	readonly blocks: number;
	/** How deep blocks and sub-expressions may stand in one another. */
	readonly depth: number;
}

const BLOCKS = ['if', 'unless', 'each', 'with'];

/**
 * Reads a template.
 *
 * @throws TemplateError naming the line for anything outside the subset and for texts over the limits
 */
export function parseTemplate(template: string, limits: SyntaxLimits): readonly Statement[] {
	if (template.length > limits.templateLength) {
		throw new TemplateError(`${template.length} characters are more than the ${limits.templateLength} allowed.`, null, 'Shorten the text; long content belongs in the data.');
	}
	const blocks = template.match(/\{\{~?\s*(?:[#^]|else)/g)?.length ?? 0;
	if (blocks > limits.blocks) throw new TemplateError(`${blocks} blocks are more than the ${limits.blocks} allowed.`, null, 'Split the text into simpler ones.');
	// The first reading only proves that nothing is nested too deeply for the white-space rules, which are recursive.
	reading(template, () => statements(parseWithoutProcessing(template), 0, limits.depth));
	return reading(template, () => statements(parse(template), 0, limits.depth));
}

function reading<Result>(template: string, read: () => Result): Result {
	try {
		return read();
	} catch (error) {
		if (error instanceof TemplateError) throw error;
		const message = error instanceof Error ? error.message : String(error);
		const stated = / on line (\d+)/.exec(message)?.[1] ?? / - (\d+):\d+$/.exec(message)?.[1];
		const line = Math.min(stated === undefined ? 1 : Number(stated), template.split('\n').length);
		throw new TemplateError(`not valid Handlebars: ${firstLine(message)}.`, line, 'Check that every {{#block}} has its {{/block}} and every {{ its }}.');
	}
}

function firstLine(message: string): string {
	const expectation = /Expecting .{0,200}/s.exec(message)?.[0];
	return (expectation ?? message.split('\n')[0] ?? message).replace(/[.:]\s*$/, '');
}

function statements(program: AST.Program | null | undefined, depth: number, maximumDepth: number): Statement[] {
	const result: Statement[] = [];
	if (!program) return result;
	for (const node of program.body) {
		const statement = statementOf(node, depth, maximumDepth);
		if (statement !== null) result.push(statement);
	}
	return result;
}

function statementOf(node: AST.Statement, depth: number, maximumDepth: number): Statement | null {
	const line = node.loc.start.line;
	switch (node.type) {
		case 'ContentStatement':
			return { kind: 'text', text: (node as AST.ContentStatement).value };
		case 'CommentStatement':
			return null;
		case 'MustacheStatement':
			return outputOf(node as AST.MustacheStatement, depth, maximumDepth);
		case 'BlockStatement':
			return blockOf(node as AST.BlockStatement, depth, maximumDepth);
		case 'PartialStatement':
		case 'PartialBlockStatement':
			throw new TemplateError('{{> …}} (another template inside this one) is not available.', line, 'Write the text here.');
		default:
			throw new TemplateError('{{* …}} (a decorator) is not available.', line, 'Leave it out.');
	}
}

function outputOf(node: AST.MustacheStatement, depth: number, maximumDepth: number): Statement {
	const line = node.loc.start.line;
	if (!node.escaped) {
		throw new TemplateError('{{{ … }}} and {{& … }} would write data without protection.', line, 'Use {{ … }}; for a link use {{link label address}}.');
	}
	return { kind: 'output', expression: callOf(node.path, node, depth, maximumDepth), line };
}

function blockOf(node: AST.BlockStatement, depth: number, maximumDepth: number): Statement {
	const line = node.loc.start.line;
	deeper(depth, maximumDepth, line);
	const name = node.path.original;
	const parameter = node.params[0];
	// The parser gives a raw block {{{{name}}}} no strip flags.
	if (!('open' in node.openStrip)) throw new TemplateError('{{{{ … }}}} (a raw block) is not available.', line, 'Write \\{{ for two literal braces.');
	if (!BLOCKS.includes(name)) {
		throw new TemplateError(`block {{#${name}}} is not known.`, line, `Blocks are ${BLOCKS.map((block) => `#${block}`).join(', ')}; instead of {{#name}} write {{#each name}}, {{#with name}} or {{#if name}}.`);
	}
	if (parameter === undefined || node.params.length > 1) {
		throw new TemplateError(`{{#${name}}} has ${node.params.length} parameters, it takes one.`, line, `Write {{#${name} name}}; combine conditions like {{#if (and a b)}}.`);
	}
	if (hasBlockParameters(node.program) || hasBlockParameters(node.inverse)) {
		throw new TemplateError('names after "as |…|" are not available.', line, 'Use this, @index or ../name.');
	}
	const subject = expressionOf(parameter, depth + 1, maximumDepth);
	const then = statements(node.program, depth + 1, maximumDepth);
	const otherwise = statements(node.inverse, depth + 1, maximumDepth);
	const named = namedOf(node.hash, depth + 1, maximumDepth);
	const option = [...named.keys()].find((key) => key !== 'includeZero' || (name !== 'if' && name !== 'unless'));
	if (option !== undefined) throw new TemplateError(`{{#${name}}} has no option "${option}".`, line, 'Leave it out.');
	if (name === 'each' || name === 'with') return { kind: name, over: subject, then, otherwise, line };
	const zero = named.get('includeZero');
	const includeZero = zero?.kind === 'literal' && zero.value === true;
	return name === 'if' ? { kind: 'if', condition: subject, includeZero, then, otherwise, line } : { kind: 'if', condition: subject, includeZero, then: otherwise, otherwise: then, line };
}

function hasBlockParameters(program: AST.Program | null | undefined): boolean {
	return ((program as { blockParams?: readonly string[] } | null | undefined)?.blockParams?.length ?? 0) > 0;
}

interface Call {
	readonly params: readonly AST.Expression[];
	readonly hash: AST.Hash | undefined;
	readonly loc: AST.SourceLocation;
}

/** A name alone is data; a name with parameters is a helper. */
function callOf(path: AST.Expression, call: Call, depth: number, maximumDepth: number): Expression {
	const named = namedOf(call.hash, depth, maximumDepth);
	if (call.params.length === 0 && named.size === 0) return expressionOf(path, depth, maximumDepth);
	const name = path.type === 'PathExpression' ? (path as AST.PathExpression).original : '';
	if (name === '' || (path as AST.PathExpression).data) {
		throw new TemplateError('only a helper can have parameters.', call.loc.start.line, 'Write {{helper value}}.');
	}
	return { kind: 'call', helper: name, parameters: call.params.map((parameter) => expressionOf(parameter, depth, maximumDepth)), named, line: call.loc.start.line };
}

function namedOf(hash: AST.Hash | undefined, depth: number, maximumDepth: number): ReadonlyMap<string, Expression> {
	return new Map((hash?.pairs ?? []).map((pair) => [pair.key, expressionOf(pair.value, depth, maximumDepth)]));
}

function expressionOf(node: AST.Expression, depth: number, maximumDepth: number): Expression {
	const line = node.loc.start.line;
	switch (node.type) {
		case 'StringLiteral':
			return { kind: 'literal', value: (node as AST.StringLiteral).value };
		case 'NumberLiteral':
			return { kind: 'literal', value: (node as AST.NumberLiteral).value };
		case 'BooleanLiteral':
			return { kind: 'literal', value: (node as AST.BooleanLiteral).value };
		case 'NullLiteral':
		case 'UndefinedLiteral':
			return { kind: 'literal', value: null };
		case 'PathExpression':
			return pathOf(node as AST.PathExpression, line);
		case 'SubExpression': {
			deeper(depth, maximumDepth, line);
			const call = node as AST.SubExpression;
			if (call.params.length === 0) throw new TemplateError('(…) needs a helper and its value.', line, 'Write (helper value).');
			return callOf(call.path, call, depth + 1, maximumDepth);
		}
		default:
			throw new TemplateError('this expression is not available.', line, 'Use a name, a text in quotes, a number or (helper value).');
	}
}

function pathOf(node: AST.PathExpression, line: number): PathExpression {
	const parts: string[] = [];
	for (const part of node.parts) {
		if (typeof part !== 'string') throw new TemplateError('(helper …).name is not available.', line, 'Use the helper alone.');
		parts.push(part);
	}
	return { kind: 'path', variable: node.data, up: node.depth, parts, text: node.original, line };
}

function deeper(depth: number, maximumDepth: number, line: number): void {
	if (depth >= maximumDepth) throw new TemplateError(`blocks stand in one another more than ${maximumDepth} deep.`, line, 'Split the text into simpler blocks.');
}
