import { canonicalJson, deterministicKey } from '../evidence/key.js';
import type { BilingualText } from '../judgement/judgement.js';
import type { Directory } from '../people/directory.js';
import { parseRfc3339 } from '../time/rfc3339.js';
import { formatInstant, type Zone } from '../time/zone.js';
import { begin, foldNext, type Card } from './card.js';
import type { CardCommand } from './command.js';
import { DECISIONS } from './decisions.js';
import type { Draft } from './draft.js';
import { chainEntry, type CardEntry, type CardEvent } from './event.js';
import { ACTION_NAMES } from './states.js';
import { needs, type Missing } from './missing.js';
import { hasQualityRole } from './people.js';
import { Requirements } from './requirements.js';

export interface CardSettings {
	/** Calendar days from closing to the effectiveness check; default 90. */
	readonly effectivenessDays?: number | undefined;
	/** The verifier has to accept the task before verification starts; default false: being named in the plan is enough. */
	readonly verifierMustAccept?: boolean | undefined;
}

export interface CardContext {
	/** Clock of the server, RFC 3339. */
	readonly now: string;
	readonly zone: Zone;
	readonly directory: Directory;
	readonly settings?: CardSettings | undefined;
	/** Log of the card as it is stored: names what changed since the expected version and finds a repeated command. */
	readonly log?: readonly CardEvent[] | undefined;
}

/** What changed since the version a person saw. */
export interface ChangeSince {
	readonly version: number;
	readonly at: string;
	readonly by: string;
	readonly action: BilingualText;
}

export interface CardRefusal {
	readonly kind: 'refused';
	/** `conflict`: somebody else was first; `lacking`: something is missing or not allowed. */
	readonly code: 'conflict' | 'lacking';
	/** Everything that is missing, not only the first. */
	readonly missing: readonly Missing[];
	readonly changedSince: readonly ChangeSince[];
	readonly message: BilingualText;
}

export type CardOutcome =
	| { readonly kind: 'done'; /** To be appended. */ readonly event: CardEvent; readonly card: Card; readonly warnings: readonly Missing[] }
	/** The command was carried out before: nothing is added. */
	| { readonly kind: 'repeated'; readonly card: Card; readonly warnings: readonly [] }
	| CardRefusal;

/**
 * What a command makes of a card: the event to append, or a refusal with everything that is missing. Pure: the same card, command and
 * context give the same event. Source: spec S2, domain reference 3.
 *
 * @param number number of the card; of a new one too
 * @param card null where no event has this number
 * @throws RangeError when `now` is no time
 */
export function transition(number: string, card: Card | null, command: CardCommand, context: CardContext): CardOutcome {
	const now = parseRfc3339(context.now);
	if (Number.isNaN(now)) throw new RangeError(`The time of the clock is “${context.now}”. Expected RFC 3339, e.g. 2026-03-02T09:00:00+08:00.`);
	const commandKey = keyOf(number, command);
	if (card !== null && isRepeat(card, command, commandKey, context.log ?? [])) return { kind: 'repeated', card, warnings: [] };
	if (command.expectedVersion !== undefined && command.expectedVersion !== (card?.version ?? 0)) return conflict(card, command.expectedVersion, context.log ?? []);

	const requirements = new Requirements(command, context.directory, now);
	if (number.trim() === '') requirements.add(needs('number', 'Card number is missing.', '缺少卡片编号。'));
	requirements.occurred(card);
	const draft = DECISIONS[command.kind](card, command as never, requirements, { now, zone: context.zone, effectivenessDays: context.settings?.effectivenessDays ?? 90, verifierMustAccept: context.settings?.verifierMustAccept ?? false });
	if (requirements.missing.length > 0 || requirements.actor === null) return lacking(number, requirements.missing);

	const actor = requirements.actor;
	const role = rolesOf(card, actor.id, hasQualityRole(actor, card?.values.department ?? null));
	const occurredAt = command.occurredAt === undefined || parseRfc3339(command.occurredAt) === now ? undefined : command.occurredAt;
	const entry: CardEntry = {
		cardNumber: number,
		action: draft.action,
		at: formatInstant(now),
		...optional('occurredAt', occurredAt),
		actor: actor.id,
		actorName: actor.name,
		role,
		...optional('stateBefore', card?.state),
		stateAfter: draft.state,
		newValues: canonicalJson(draft.values),
		...optional('previousValues', previousOf(card, draft)),
		...optional('reason', textOrNone(command.reason)),
		...optional('reasonCode', textOrNone(command.reasonCode)),
		...optional('meaning', draft.meaning),
		...optional('source', textOrNone(command.source)),
		commandKey,
	};
	const event = chainEntry(card?.head ?? null, entry);
	return { kind: 'done', event, card: card === null ? begin(event) : foldNext(card, event), warnings: requirements.warnings };
}

function optional<Name extends string, Value>(name: Name, value: Value | undefined): { readonly [Key in Name]?: Value } {
	return (value === undefined ? {} : { [name]: value }) as { readonly [Key in Name]?: Value };
}

function textOrNone(text: string | undefined): string | undefined {
	const trimmed = text?.trim() ?? '';
	return trimmed === '' ? undefined : trimmed;
}

/** A command's own key, else one of its content with the version it was meant for. */
function keyOf(number: string, command: CardCommand): string {
	const { commandKey, ...content } = command;
	if (commandKey !== undefined && commandKey.trim() !== '') return deterministicKey('command', { number, key: commandKey.trim(), what: command.kind });
	// Where a store keeps a file is no content: the same photo sent again is the same.
	const attachments = (content.attachments ?? []).map((file) => ({ ...file, reference: undefined }));
	return deterministicKey('content', { number, ...JSON.parse(JSON.stringify({ ...content, attachments })) as object });
}

/** A key of the content alone counts only while nobody has done anything since: later the same words may be meant again. */
function isRepeat(card: Card, command: CardCommand, key: string, log: readonly CardEvent[]): boolean {
	const own = command.commandKey !== undefined && command.commandKey.trim() !== '';
	if (own) return log.some((event) => event.commandKey === key);
	const last = log[log.length - 1];
	return last !== undefined && last.sequence === card.version && last.commandKey === key;
}

/** The values before, of those that were there and change. */
function previousOf(card: Card | null, { values }: Draft): string | undefined {
	if (card === null) return undefined;
	const before = Object.entries(card.values).filter(([name, value]) => value !== null && Object.hasOwn(values, name));
	return before.length === 0 ? undefined : canonicalJson(Object.fromEntries(before));
}

function rolesOf(card: Card | null, actorId: string, quality: boolean): string {
	const values = card?.values;
	const roles = [
		values?.owner?.id === actorId ? 'owner' : null,
		values?.verifier?.id === actorId ? 'verifier' : null,
		values?.doneBy?.id === actorId ? 'doer' : null,
		quality ? 'quality' : null,
	].filter((role) => role !== null);
	return roles.length === 0 ? 'staff' : roles.join(', ');
}

/** The refusal of a command for want of this. */
export function lacking(number: string, missing: readonly Missing[]): CardRefusal {
	return {
		kind: 'refused',
		code: 'lacking',
		missing,
		changedSince: [],
		message: {
			en: `Card ${number} was not changed. ${missing.map(({ message }) => message.en).join(' ')}`,
			'zh-CN': `卡片 ${number} 未作更改。${missing.map(({ message }) => message['zh-CN']).join('')}`,
		},
	};
}

function conflict(card: Card | null, expected: number, log: readonly CardEvent[]): CardRefusal {
	const changedSince = log.filter(({ sequence }) => sequence > expected).map((event): ChangeSince => ({ version: event.sequence, at: event.at, by: event.actorName, action: ACTION_NAMES[event.action] }));
	const version = card?.version ?? 0;
	const what = (language: 'en' | 'zh-CN'): string => changedSince.map(({ by, action, at }) => (language === 'en' ? `${by}: ${action.en} (${at})` : `${by}：${action['zh-CN']}（${at}）`)).join(language === 'en' ? '; ' : '；');
	const message: BilingualText =
		expected > version
			? { en: `The card has version ${version}; version ${expected} is not known. Open it again.`, 'zh-CN': `卡片当前版本为 ${version}，没有版本 ${expected}。请重新打开卡片。` }
			: {
					en: `Somebody was faster: the card is now version ${version}, you saw version ${expected}.${changedSince.length === 0 ? '' : ` Since then: ${what('en')}.`} Nothing of yours was saved; look at the card and send it again.`,
					'zh-CN': `他人已先行操作：卡片当前版本为 ${version}，您看到的是版本 ${expected}。${changedSince.length === 0 ? '' : `此后：${what('zh-CN')}。`}您的内容未保存，请查看卡片后重新提交。`,
				};
	return { kind: 'refused', code: 'conflict', missing: [{ field: 'expectedVersion', message }], changedSince, message };
}
