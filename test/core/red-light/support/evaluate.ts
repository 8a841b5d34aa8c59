import { createWorkingCalendar, type WorkingCalendarSettings } from '../../../../core/calendar/workingCalendar.js';
import type { CloudEvent } from '../../../../core/evidence/cloudEvent.js';
import { CODE_STREAK, evaluateRedLights, GENERIC, PAGE_EDITS, type CodeStreakRule, type ConflictScanner, type GenericRule, type KnownLight, type PageEditsRule, type RedLight, type RedLightRule } from '../../../../core/red-light/index.js';
import { createDirectory } from '../../../../core/people/directory.js';
import type { Person } from '../../../../core/people/person.js';

export interface Given {
	readonly rules?: readonly RedLightRule[];
	readonly calendar?: WorkingCalendarSettings;
	readonly people?: readonly Person[];
	readonly known?: readonly KnownLight[];
	readonly scanner?: ConflictScanner;
	readonly rulesAreAll?: boolean;
}

export const code = (more: Partial<CodeStreakRule> = {}): CodeStreakRule => ({ ...CODE_STREAK, ...more });
export const edits = (more: Partial<PageEditsRule> = {}): PageEditsRule => ({ ...PAGE_EDITS, ...more });
export const generic = (more: Partial<GenericRule> = {}): GenericRule => ({ ...GENERIC, id: 'own', ...more });

/** All lights as of a moment; a date alone means its evening in Shanghai. */
export function lightsOf(events: readonly CloudEvent[], asOf: string, given: Given = {}): readonly RedLight[] {
	const { lights, unusable } = evaluateRedLights({
		events,
		rules: given.rules ?? [code()],
		calendar: createWorkingCalendar(given.calendar ?? {}),
		directory: given.people === undefined ? null : createDirectory(given.people),
		scanner: given.scanner ?? null,
		asOf: asOf.length === 10 ? `${asOf}T20:00:00+08:00` : asOf,
		known: given.known ?? [],
		rulesAreAll: given.rulesAreAll ?? false,
	});
	if (unusable.length > 0) throw new Error(`Unusable: ${JSON.stringify(unusable[0])}`);
	return lights;
}

/** The one light of the one rule. */
export function lightOf(events: readonly CloudEvent[], asOf: string, given: Given = {}): RedLight {
	const lights = lightsOf(events, asOf, given);
	const [light, ...others] = lights;
	if (light === undefined || others.length > 0) throw new Error(`Expected one light, got ${lights.length}: ${lights.map(({ subject }) => subject).join(', ')}`);
	return light;
}

export const colourOf = (events: readonly CloudEvent[], asOf: string, given: Given = {}): string => lightOf(events, asOf, given).value.light;

export function person(id: string, more: Partial<Person> = {}): Person {
	return { id, name: `Name of ${id}`, email: null, active: true, department: null, managerId: null, mentorId: null, teamLeadId: null, accounts: [], roles: [], evidence: { source: 'table:people', id, time: null, actor: null, url: null }, ...more };
}
