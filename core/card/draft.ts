import type { Card } from './card.js';
import type { CardCommand } from './command.js';
import type { NewValues } from './event.js';
import type { CardAction, CardState, SignatureMeaning } from './states.js';

/** An event before it is chained. */
export interface Draft {
	readonly action: CardAction;
	readonly state: CardState;
	readonly values: NewValues;
	readonly meaning?: SignatureMeaning;
}

/** Files of a command; a verification that did not see them no longer holds. */
export function filesOf(card: Card | null, command: CardCommand): Pick<NewValues, 'attachments' | 'verification'> {
	const attachments = command.attachments ?? [];
	if (attachments.length === 0) return {};
	return { attachments, ...(card?.values.verification ? { verification: null } : {}) };
}
