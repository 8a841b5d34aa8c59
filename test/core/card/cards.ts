import { foldCard, type Card } from '../../../core/card/card.js';
import type { CardCommand } from '../../../core/card/command.js';
import type { Attachment } from '../../../core/card/attachment.js';
import type { CardEvent } from '../../../core/card/event.js';
import { transition, type CardContext, type CardOutcome, type CardSettings } from '../../../core/card/transition.js';
import { createDirectory } from '../../../core/people/directory.js';
import type { Person } from '../../../core/people/person.js';
import { zoneOf } from '../../../core/time/zone.js';

export const SHANGHAI = zoneOf('Asia/Shanghai');
export const NUMBER = 'CAPA-2026-0001';

const person = (id: string, name: string, own: Partial<Person> = {}): Person => ({
	id, name, email: `${id}@example.com`, active: true, department: 'Production', managerId: null, mentorId: null, teamLeadId: null, accounts: [], roles: [],
	evidence: { source: 'hr', id, time: null, actor: null, url: null }, ...own,
});

/** Owner, verifier, doer, quality manager, one who reports to the owner, one who left. */
export const DIRECTORY = createDirectory([
	person('owner', 'Zhao Qiang', { accounts: [{ system: 'git', account: 'zq' }] }),
	person('verifier', 'Chen Li'),
	person('doer', 'Sun Wei'),
	person('quality', 'Liu Fang', { roles: [{ role: 'qualityManager', scope: 'Production' }] }),
	person('report', 'Wu Jun', { managerId: 'owner' }),
	person('gone', 'Ma Tao', { active: false }),
	person('twin1', 'Wang Wei'),
	person('twin2', 'Wang Wei'),
]);

export const PHOTO: Attachment = { sha256: 'a'.repeat(64), name: 'after.jpg', kind: 'photo', mediaType: 'image/jpeg', bytes: 1000 };

export const FINDING = { origin: 'self-inspection', description: 'Labels mixed up on line 2', foundAt: '2026-03-02T09:00:00+08:00', foundBy: 'doer', department: 'Production', severity: 'major', owner: 'owner' } as const;
export const PLAN = { rootCause: 'No line clearance', rootCauseMethod: '5 why', causeCategory: 'procedure', actionType: 'correctiveAction', measure: 'Clearance checklist', dueDate: '2026-03-20', verifier: 'verifier', planApprover: 'quality' } as const;
export const DONE = { done: 'Checklist in use', doneAt: '2026-03-06T09:00:00+08:00', doneBy: 'doer' } as const;

/** A card on its way, with a clock that the test sets. */
export class CardDesk {
	events: CardEvent[] = [];
	card: Card | null = null;
	constructor(
		readonly settings: CardSettings = {},
		readonly number = NUMBER,
	) {}

	/** Carries a command out at this local time of Shanghai, and keeps what came of it. */
	try(at: string, command: CardCommand, context: Partial<CardContext> = {}): CardOutcome {
		const outcome = transition(this.number, this.card, command, { now: `${at}:00+08:00`, zone: SHANGHAI, directory: DIRECTORY, settings: this.settings, log: this.events, ...context });
		if (outcome.kind !== 'done') return outcome;
		this.events = [...this.events, outcome.event];
		this.card = outcome.card;
		return outcome;
	}

	do(at: string, command: CardCommand): Card {
		const outcome = this.try(at, command);
		if (outcome.kind === 'refused') throw new Error(outcome.message.en);
		return outcome.card;
	}

	/** Fields that a refused command lacks. */
	lacks(at: string, command: CardCommand): readonly string[] {
		const outcome = this.try(at, command);
		if (outcome.kind !== 'refused') throw new Error(`not refused: ${outcome.kind}`);
		return outcome.missing.map(({ field }) => field);
	}

	/** Brings the card to a state by the shortest way; the life of the worked example. */
	to(state: 'open' | 'measurePlanned' | 'measureDone' | 'inVerification' | 'verified' | 'closed'): this {
		const steps: ReadonlyArray<readonly [string, string, CardCommand]> = [
			['open', '2026-03-02T09:00', { kind: 'open', actor: 'doer', ...FINDING }],
			['measurePlanned', '2026-03-04T09:00', { kind: 'plan', actor: 'owner', ...PLAN }],
			['measureDone', '2026-03-06T09:00', { kind: 'complete', actor: 'owner', ...DONE, attachments: [PHOTO] }],
			['inVerification', '2026-03-06T09:00', { kind: 'submitEvidence', actor: 'owner', reportNumber: 'SGS-2026-117' }],
			['verified', '2026-03-27T09:00', { kind: 'verify', actor: 'verifier', verdict: 'accept', result: 'Checked on site' }],
			['closed', '2026-03-27T09:00', { kind: 'close', actor: 'verifier' }],
		];
		for (const [reached, at, command] of steps) {
			this.do(at, command);
			if (reached === state) break;
		}
		return this;
	}

	get folded(): Card | null {
		return foldCard(this.events);
	}
}
