import type { Attachment } from './attachment.js';
import type { ActionType, Severity } from './states.js';

/** A person as somebody wrote it: an id, an e-mail, an account or a name; the HR directory says who that is. */
export type PersonText = string;

/** What every command says. */
interface Common {
	/** Who acts. */
	readonly actor: PersonText;
	/** Time claimed, RFC 3339, where it differs from the clock: what was done on Friday may be entered on Monday. */
	readonly occurredAt?: string | undefined;
	/** Version of the card that the person saw; a later one is a conflict. */
	readonly expectedVersion?: number | undefined;
	/** Identity of the attempt, e.g. of the form submission: the same again adds nothing. */
	readonly commandKey?: string | undefined;
	/** Where it was entered. */
	readonly source?: string | undefined;
	readonly reason?: string | undefined;
	readonly reasonCode?: string | undefined;
	readonly attachments?: readonly Attachment[] | undefined;
}

export interface FindingFields {
	readonly origin?: string | undefined;
	readonly description?: string | undefined;
	readonly foundAt?: string | undefined;
	readonly foundBy?: PersonText | undefined;
	readonly department?: string | undefined;
	readonly severity?: Severity | undefined;
	readonly owner?: PersonText | undefined;
}

export interface PlanFields {
	readonly rootCause?: string | undefined;
	readonly rootCauseMethod?: string | undefined;
	readonly causeCategory?: string | undefined;
	readonly actionType?: ActionType | undefined;
	readonly measure?: string | undefined;
	readonly dueDate?: string | undefined;
	readonly verifier?: PersonText | undefined;
	readonly planApprover?: PersonText | undefined;
}

export interface DoneFields {
	readonly done?: string | undefined;
	readonly doneAt?: string | undefined;
	readonly doneBy?: PersonText | undefined;
}

/** What a person wants to do with a card. */
export type CardCommand = Common &
	(
		| ({ readonly kind: 'open' } & FindingFields)
		| ({ readonly kind: 'plan' } & PlanFields)
		| ({ readonly kind: 'complete' } & DoneFields)
		| { readonly kind: 'submitEvidence'; readonly reportNumber?: string | undefined }
		| { readonly kind: 'waiveReport' }
		| { readonly kind: 'acceptVerification' }
		| { readonly kind: 'verify'; readonly verdict: 'accept' | 'reject'; readonly result?: string | undefined }
		| { readonly kind: 'close' }
		| { readonly kind: 'reopen' }
		| { readonly kind: 'void' }
		| { readonly kind: 'checkEffectiveness'; readonly verdict: 'effective' | 'ineffective' }
		| ({ readonly kind: 'change' } & FindingFields & PlanFields & { readonly reportNumber?: string | undefined })
		| { readonly kind: 'note'; readonly note?: string | undefined }
		| { readonly kind: 'startWaiting'; readonly waitingFor?: string | undefined }
		| { readonly kind: 'endWaiting' }
	);

export type CardCommandKind = CardCommand['kind'];
