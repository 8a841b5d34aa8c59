import type { Language } from '../judgement/judgement.js';
import { WORDS } from './words.js';

export const LEVELS = ['company', 'department', 'team', 'person'] as const;
export type Level = (typeof LEVELS)[number];

/** Whom a figure is about, read from the key of the group. */
export interface Unit {
	readonly key: string;
	readonly level: Level;
	readonly department: string;
	readonly team: string;
	readonly person: string;
}

export const COMPANY_KEY = 'company';

/** @returns null for a text that is no key of a group */
export function unitOf(key: string): Unit | null {
	if (key === COMPANY_KEY) return { key, level: 'company', department: '', team: '', person: '' };
	let parts: unknown;
	try {
		parts = JSON.parse(key);
	} catch {
		return null;
	}
	if (!Array.isArray(parts)) return null;
	const [level, department, team, person] = parts as readonly unknown[];
	const text = (value: unknown): string => (typeof value === 'string' ? value : '');
	const known = LEVELS.find((name) => name === level);
	return known === undefined || known === 'company' ? null : { key, level: known, department: text(department), team: text(team), person: text(person) };
}

/** Key of the unit above: of a person the team, of a team the department, of a department the company. */
export function parentKeyOf({ level, department, team }: Unit): string | null {
	if (level === 'company') return null;
	if (level === 'department') return COMPANY_KEY;
	return level === 'team' ? JSON.stringify(['department', department, null, null]) : JSON.stringify(['team', department, team, null]);
}

/** Name as people read it: of a team the name alone where its department stands above it. */
export function unitName({ level, department, team, person }: Unit, language: Language, persons: ReadonlyMap<string, string> = new Map()): string {
	if (level === 'company') return WORDS.company[language];
	if (level === 'department') return department === '' ? WORDS.noDepartment[language] : department;
	return level === 'team' ? (team === '' ? WORDS.noTeam[language] : team) : (persons.get(person) ?? person);
}

/** Name with what it belongs to, for lists over several units. */
export function fullName(unit: Unit, language: Language): string {
	return unit.level === 'team' ? `${unitName({ ...unit, level: 'department' }, language)} / ${unitName(unit, language)}` : unitName(unit, language);
}

/** Departments by name, each followed by its teams; numbers in names count as numbers. */
export function byPlace(a: Unit, b: Unit): number {
	return compare(a.department, b.department) || LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || compare(a.team, b.team) || compare(a.person, b.person);
}

function compare(a: string, b: string): number {
	const [one, other] = [sortable(a), sortable(b)];
	return one === other ? 0 : one < other ? -1 : 1;
}

const sortable = (name: string): string => name.replace(/\d+/g, (digits) => digits.padStart(12, '0'));
