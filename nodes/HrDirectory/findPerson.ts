import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { findRole } from '../../core/people/findRole.js';
import type { PersonName } from '../../core/people/directory.js';
import type { Role } from '../../core/people/person.js';
import { textOf } from '../../core/people/reading.js';
import { forEachItem, UserMessage } from '../shared/items.js';
import { directoryOf } from './directoryInput.js';

const ASSIGNED = 0;
const UNASSIGNED = 1;

/** Each item with the person who holds the role, or on the second output with the reason why nobody does. */
export async function findPersonForRole(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const directory = directoryOf(context);
	const items = context.getInputData();
	return await forEachItem(
		context,
		2,
		(itemIndex) => {
			const role = context.getNodeParameter('role', itemIndex) as Role;
			const scope = textOf(context.getNodeParameter('scope', itemIndex, ''));
			const onSeveral = context.getNodeParameter('onSeveral', itemIndex, 'unassigned') as 'unassigned' | 'first';
			const found = findRole(directory, { role, of: personName(context, itemIndex), scope, onSeveral });
			const json = items[itemIndex]?.json ?? {};
			if (found.kind === 'unassigned') return at(UNASSIGNED, { ...json, role, scope, assignee: null, unassignedReason: found.reason, assigneeEvidence: found.evidence });
			const { id, name, email } = found.person;
			return at(ASSIGNED, { ...json, role, scope, assignee: { personId: id, name, email }, unassignedReason: null, assigneeFoundBy: found.via, assigneeExplanation: found.explanation, assigneeEvidence: found.evidence });
		},
		UNASSIGNED,
	);
}

function at(output: number, json: object): ReadonlyArray<readonly object[]> {
	return output === ASSIGNED ? [[json], []] : [[], [json]];
}

function personName(context: IExecuteFunctions, itemIndex: number): PersonName | null {
	const by = context.getNodeParameter('personBy', itemIndex) as 'account' | 'email' | 'id' | 'nobody';
	if (by === 'nobody') return null;
	const value = textOf(context.getNodeParameter('person', itemIndex, ''));
	if (value === null) throw new UserMessage('Parameter "Person" is empty.', 'Give the account, e-mail or ID of the person, or choose "Nobody" where the role belongs to a study.');
	if (by === 'id') return { id: value };
	if (by === 'email') return { email: value };
	const system = textOf(context.getNodeParameter('system', itemIndex, ''));
	if (system === null) throw new UserMessage('Parameter "System" is empty.', 'Name the system the account belongs to, for example git, confluence or edc.');
	return { system, account: value };
}
