import { canonicalJson } from '../evidence/key.js';
import { parseRfc3339 } from '../time/rfc3339.js';
import type { Card } from './card.js';
import type { CardCommand } from './command.js';
import { filesOf, type Draft } from './draft.js';
import { NO_VALUES, type CardValues } from './event.js';
import { FIELD_NAMES, needs, wrong } from './missing.js';
import { namedOf, type Requirements } from './requirements.js';
import { ACTION_TYPES, SEVERITIES } from './states.js';

type Change = Extract<CardCommand, { kind: 'change' }>;

/** Fields that a change may name. */
const CHANGEABLE = ['origin', 'description', 'foundAt', 'foundBy', 'department', 'severity', 'owner', 'verifier', 'rootCause', 'rootCauseMethod', 'causeCategory', 'actionType', 'measure', 'dueDate', 'planApprover', 'reportNumber'] as const;

/** A change of saved values with its reason; whoever is owner or verifier afterwards is held against the segregation of duties again. */
export function changed(card: Card | null, command: Change, requirements: Requirements): Draft {
	requirements.state(card, 'open', 'measurePlanned', 'measureDone', 'inVerification');
	requirements.reason();
	const saved = card?.values ?? NO_VALUES;
	const values: { -readonly [Key in keyof CardValues]?: CardValues[Key] } = {};
	for (const field of CHANGEABLE) {
		if (command[field] === undefined || command[field].trim() === '') continue;
		const value = valueOf(field, command, requirements, saved);
		if (value === null) continue;
		if (saved[field] === null) requirements.add(needs(field, `${FIELD_NAMES[field].en} is not on the card yet, so it cannot be changed; give it with the step that asks for it.`, `卡片上尚无${FIELD_NAMES[field]['zh-CN']}，无法修改；请在相应步骤中填写。`));
		if (canonicalJson(value) !== canonicalJson(saved[field])) Object.assign(values, { [field]: value });
	}
	if (Object.keys(values).length === 0 && requirements.missing.length === 0) requirements.add(needs('change', 'Nothing would change: give at least one value that differs.', '没有任何变化：请至少提供一个不同的值。'));
	if (values.foundAt !== undefined && values.foundAt !== null && card !== null) {
		const planned = card.stays[0]?.to ?? null;
		if (planned !== null && parseRfc3339(values.foundAt) > planned) requirements.add(wrong('foundAt', values.foundAt, 'a time before the measure was planned', '早于制定措施的时间'));
	}
	requirements.segregated({ ...saved, ...values });
	// Who verified another content, or was another person, has not verified this.
	if (saved.verification !== null) values.verification = null;
	if (values.verifier !== undefined && saved.verifierAccepted !== null) values.verifierAccepted = null;
	return { action: 'changed', state: card?.state ?? 'open', values: { ...values, ...filesOf(null, command) } };
}

function valueOf(field: (typeof CHANGEABLE)[number], command: Change, requirements: Requirements, saved: CardValues): unknown {
	switch (field) {
		case 'foundAt':
			return requirements.past(field, command.foundAt);
		case 'dueDate':
			return requirements.date(field, command.dueDate);
		case 'severity':
			return requirements.oneOf(field, command.severity, SEVERITIES);
		case 'actionType':
			return requirements.oneOf(field, command.actionType, ACTION_TYPES);
		case 'owner':
		case 'verifier':
		case 'foundBy':
			return requirements.named(field, command[field]);
		case 'planApprover': {
			const approver = requirements.person(field, command.planApprover);
			requirements.approver(approver, command.department ?? saved.department);
			return namedOf(approver);
		}
		default:
			return requirements.text(field, command[field]);
	}
}
