import type { Language } from '../judgement/judgement.js';
import { parseMoment } from '../time/moment.js';
import { formatInstant, zoneOf } from '../time/zone.js';
import { linkFor, type TemplateEscape } from './escape.js';

/** Text a helper has already made safe for the place it goes to. */
export class SafeText {
	constructor(readonly text: string) {}
}

export interface HelperContext {
	readonly language: Language;
	readonly escape: TemplateEscape;
}

/** Gives a value; trouble is thrown as a plain Error and gets its line from the caller. */
export interface TemplateHelper {
	/** Least and greatest number of values. */
	readonly values: readonly [number, number];
	readonly options: readonly string[];
	readonly apply: (values: readonly unknown[], options: ReadonlyMap<string, unknown>, context: HelperContext) => unknown;
}

const MANY = 16;

const comparison = (test: (left: number | string, right: number | string) => boolean): TemplateHelper => ({
	values: [2, 2],
	options: [],
	apply: ([left, right]) => {
		if (typeof left === 'number' && typeof right === 'number') return test(left, right);
		if (typeof left === 'string' && typeof right === 'string') return test(left, right);
		return false;
	},
});

/** The helpers of a template, by name. Nothing else can be called. */
export const TEMPLATE_HELPERS: ReadonlyMap<string, TemplateHelper> = new Map<string, TemplateHelper>([
	['eq', { values: [2, 2], options: [], apply: ([left, right]) => (left ?? null) === (right ?? null) }],
	['ne', { values: [2, 2], options: [], apply: ([left, right]) => (left ?? null) !== (right ?? null) }],
	['gt', comparison((left, right) => left > right)],
	['gte', comparison((left, right) => left >= right)],
	['lt', comparison((left, right) => left < right)],
	['lte', comparison((left, right) => left <= right)],
	['and', { values: [2, MANY], options: [], apply: (values) => values.every(isTruthy) }],
	['or', { values: [2, MANY], options: [], apply: (values) => values.some(isTruthy) }],
	['not', { values: [1, 1], options: [], apply: ([value]) => !isTruthy(value) }],
	['default', { values: [2, 2], options: [], apply: ([value, otherwise]) => (value === undefined || value === null || value === '' ? otherwise : value) }],
	['count', { values: [1, 1], options: [], apply: ([value]) => countOf(value) }],
	['join', { values: [1, 2], options: [], apply: ([value, separator], _, { language }) => joined(value, separator ?? (language === 'en' ? ', ' : '、')) }],
	['number', { values: [1, 2], options: [], apply: ([value, decimals]) => numberText(value, decimals) }],
	['percent', { values: [1, 2], options: [], apply: ([share, decimals]) => percentText(share, decimals) }],
	['date', { values: [1, 1], options: ['zone', 'time'], apply: ([value], options) => dateText(value, options) }],
	['ordinal', { values: [1, 1], options: [], apply: ([value], _, { language }) => ordinalText(value, language) }],
	['shorten', { values: [2, 2], options: [], apply: ([value, length]) => shortened(value, length) }],
	['link', { values: [2, 2], options: [], apply: ([label, address], _, { escape }) => new SafeText(linkFor(escape, asText(label), asText(address))) }],
]);

/** As Handlebars decides: false, nothing, empty text, 0 and the empty list do not hold. */
export function isTruthy(value: unknown): boolean {
	if (Array.isArray(value)) return value.length > 0;
	if (value instanceof SafeText) return value.text !== '';
	return Boolean(value);
}

/** Half-up away from zero, on the decimal digits people see rather than on binary ones. Source: domain reference 0 (rounding). */
export function roundedText(value: number, decimals: number): string {
	const size = Math.abs(value);
	if (size >= 1e15) return String(value);
	const scaled = Math.round(size < 1e-6 ? size * 10 ** decimals : Number(`${size.toPrecision(15)}e${decimals}`));
	const text = scaled.toFixed(0).padStart(decimals + 1, '0');
	const whole = decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
	return value < 0 && scaled !== 0 ? `-${whole}` : whole;
}

function asText(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (typeof value === 'string') return value;
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	throw new Error('expects a text or a number');
}

function countOf(value: unknown): number {
	if (value === null || value === undefined) return 0;
	if (Array.isArray(value)) return value.length;
	throw new Error('expects a list');
}

function joined(value: unknown, separator: unknown): string {
	if (value === null || value === undefined) return '';
	if (!Array.isArray(value)) throw new Error('expects a list');
	return value.map(asText).join(asText(separator));
}

function decimalsOf(decimals: unknown, otherwise: number): number {
	if (decimals === undefined || decimals === null) return otherwise;
	if (typeof decimals !== 'number' || !Number.isInteger(decimals) || decimals < 0 || decimals > 6) throw new Error('takes 0 to 6 decimals');
	return decimals;
}

function numberText(value: unknown, decimals: unknown): string {
	if (value === null || value === undefined) return '';
	if (typeof value !== 'number' || !Number.isFinite(value)) throw new Error(`expects a number, not ${kindOf(value)}`);
	return roundedText(value, decimalsOf(decimals, 1));
}

function percentText(share: unknown, decimals: unknown): string {
	if (share === null || share === undefined) return '';
	if (typeof share !== 'number' || !Number.isFinite(share)) throw new Error(`expects a share such as 0.667, not ${kindOf(share)}`);
	return `${roundedText(share * 100, decimalsOf(decimals, 1))}%`;
}

function dateText(value: unknown, options: ReadonlyMap<string, unknown>): string {
	const text = asText(value).trim();
	const zoneName = options.get('zone');
	const withTime = options.get('time') === true;
	if (text === '') return '';
	const zone = zoneOf(typeof zoneName === 'string' ? zoneName : 'UTC');
	const moment = parseMoment(text, zone);
	if (moment === null) throw new Error(`expects a date such as 2026-03-02, not "${text.slice(0, 40)}"`);
	// Without a zone the source's own wall clock is shown; with one, the same instant there.
	const exact = moment.earliest === moment.latest;
	const local = typeof zoneName === 'string' && exact ? formatInstant(moment.earliest, zone) : text;
	return exact && withTime ? `${local.slice(0, 10)} ${local.slice(11, 16)}` : local.slice(0, 10);
}

function ordinalText(value: unknown, language: Language): string {
	if (typeof value !== 'number' || !Number.isInteger(value)) throw new Error(`expects a whole number, not ${kindOf(value)}`);
	if (language === 'zh-CN') return `第 ${value}`;
	const lastTwo = value % 100;
	const suffix = lastTwo >= 11 && lastTwo <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
	return `${value}${suffix}`;
}

function shortened(value: unknown, length: unknown): string {
	if (typeof length !== 'number' || !Number.isInteger(length) || length < 1) throw new Error('takes a length of 1 or more');
	const characters = Array.from(asText(value));
	return characters.length <= length ? characters.join('') : `${characters.slice(0, length - 1).join('')}…`;
}

function kindOf(value: unknown): string {
	if (typeof value === 'string') return `"${value.slice(0, 40)}"`;
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	return Array.isArray(value) ? 'a list' : 'an object';
}
