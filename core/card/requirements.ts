import type { Directory } from '../people/directory.js';
import type { Person } from '../people/person.js';
import { parseRfc3339 } from '../time/rfc3339.js';
import { formatInstant, parseDayNumber } from '../time/zone.js';
import type { Card } from './card.js';
import type { CardCommand } from './command.js';
import type { CardValues, NamedPerson } from './event.js';
import { inactivePerson, lacks, needs, samePerson, unknownPerson, wrong, wrongState, type FieldName, type Missing } from './missing.js';
import { hasQualityRole, resolvePerson } from './people.js';
import type { CardState } from './states.js';

/** Gathers what a command lacks: every check adds to the list, none ends it. */
export class Requirements {
	readonly missing: Missing[] = [];
	readonly warnings: Missing[] = [];
	readonly actor: Person | null;

	constructor(
		private readonly command: CardCommand,
		private readonly directory: Directory,
		/** Epoch milliseconds of the clock. */
		private readonly now: number,
	) {
		this.actor = this.person('actor', command.actor);
	}

	add(missing: Missing): void {
		if (!this.missing.some(({ field, message }) => field === missing.field && message.en === missing.message.en)) this.missing.push(missing);
	}

	state(card: Card | null, ...allowed: readonly CardState[]): void {
		if (card === null || !allowed.includes(card.state)) this.add(wrongState(card?.state ?? null, allowed));
	}

	/** A text that must be there; trimmed. */
	text(field: FieldName, value: string | undefined): string | null {
		const text = value?.trim() ?? '';
		if (text !== '') return text;
		this.add(lacks(field));
		return null;
	}

	/** A reason: free text of at least four characters, none of them blank. Source: domain reference 3. */
	reason(): void {
		const text = this.text('reason', this.command.reason);
		if (text !== null && text.replace(/\s/g, '').length < 4) this.add(wrong('reason', text, 'at least 4 characters', '至少 4 个字符'));
	}

	oneOf<Value extends string>(field: FieldName, value: Value | undefined, allowed: Readonly<Record<Value, { readonly en: string; readonly 'zh-CN': string }>>): Value | null {
		if (value === undefined || (value as string) === '') {
			this.add(lacks(field));
			return null;
		}
		if (Object.hasOwn(allowed, value)) return value;
		this.add(wrong(field, value, Object.keys(allowed).join(', '), Object.values<{ 'zh-CN': string }>(allowed).map((name) => name['zh-CN']).join('、')));
		return null;
	}

	date(field: FieldName, value: string | undefined): string | null {
		const text = this.text(field, value);
		if (text === null) return null;
		if (parseDayNumber(text) !== null) return text;
		this.add(wrong(field, text, 'a date such as 2026-03-02', '日期，例如 2026-03-02'));
		return null;
	}

	/** A time with offset that is not in the future. */
	past(field: FieldName, value: string | undefined): string | null {
		const text = this.text(field, value);
		if (text === null) return null;
		const instant = parseRfc3339(text);
		if (Number.isNaN(instant)) this.add(wrong(field, text, 'a time with offset such as 2026-03-02T09:00:00+08:00', '带时区的时间，例如 2026-03-02T09:00:00+08:00'));
		else if (instant > this.now) this.add(wrong(field, text, 'a time that has come', '不晚于当前的时间'));
		else return text;
		return null;
	}

	person(field: FieldName, value: string | undefined): Person | null {
		const text = this.text(field, value);
		if (text === null) return null;
		const resolved = resolvePerson(this.directory, text);
		if (resolved.kind !== 'found') {
			this.add(unknownPerson(field, text, resolved.kind === 'several' ? resolved.people.map(({ id }) => id) : []));
			return null;
		}
		if (!resolved.person.active && field !== 'foundBy') this.add(inactivePerson(field, resolved.person.name));
		return resolved.person;
	}

	named(field: FieldName, value: string | undefined): NamedPerson | null {
		return namedOf(this.person(field, value));
	}

	/** The acting person must hold the quality role. */
	quality(card: Card | null, what: { readonly en: string; readonly zh: string }): void {
		if (this.actor === null || hasQualityRole(this.actor, card?.values.department ?? null)) return;
		this.add(needs('role', `${this.actor.name} does not hold the quality role (quality manager), which is needed ${what.en}.`, `${this.actor.name} 不具备质量角色（质量负责人），${what.zh}需要该角色。`));
	}

	/** Whoever approves a plan holds the quality role. */
	approver(person: Person | null, department: string | null): void {
		if (person === null || hasQualityRole(person, department)) return;
		this.add(needs('planApprover', `${person.name} cannot approve the plan: the quality role (quality manager) is needed.`, `${person.name} 不能批准措施：需要质量角色（质量负责人）。`));
	}

	/** Verifier ≠ owner ≠ doer, as persons. Source: domain reference 3 (segregation of duties). */
	segregated(values: Pick<CardValues, 'owner' | 'verifier' | 'doneBy'>): void {
		const { owner, verifier, doneBy } = values;
		if (verifier === null) return;
		if (verifier.id === owner?.id) this.add(samePerson('verifier', 'owner', verifier.name));
		if (verifier.id === doneBy?.id) this.add(samePerson('verifier', 'doneBy', verifier.name));
		if (owner !== null && this.directory.byId(verifier.id)?.managerId === owner.id) {
			this.warnings.push(needs('verifier', `${verifier.name} reports directly to the owner ${owner.name}.`, `${verifier.name} 是整改负责人 ${owner.name} 的直接下属。`));
		}
	}

	/** A claimed time lies between the step before and now. */
	occurred(card: Card | null): void {
		const claimed = this.command.occurredAt;
		const entered = card?.stays[card.stays.length - 1]?.from ?? null;
		if (claimed !== undefined) {
			const text = this.past('occurredAt', claimed);
			if (text !== null && entered !== null && parseRfc3339(text) < entered) this.add(wrong('occurredAt', text, `a time not before the step before (${formatInstant(entered)})`, `不早于上一步（${formatInstant(entered)}）的时间`));
		} else if (entered !== null && this.now < entered) {
			this.add(needs('at', `The clock says ${formatInstant(this.now)}, before the step before (${formatInstant(entered)}).`, `当前时间 ${formatInstant(this.now)} 早于上一步（${formatInstant(entered)}）。`));
		}
	}
}

export function namedOf(person: Person | null): NamedPerson | null {
	return person === null ? null : { id: person.id, name: person.name };
}
