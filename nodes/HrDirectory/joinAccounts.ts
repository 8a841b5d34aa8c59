import type { IExecuteFunctions, INodeExecutionData, IPairedItemData } from 'n8n-workflow';
import { accountKey } from '../../core/people/directory.js';
import { joinIdentities, type FoundAccount } from '../../core/people/identity.js';
import { personToRow } from '../../core/people/personRow.js';
import { textOf } from '../../core/people/reading.js';
import { asNodeError, UserMessage } from '../shared/items.js';
import { directoryOf } from './directoryInput.js';

/** Accounts of other systems → the people they belong to, doubtful ones for review, and the people with their accounts. */
export function joinAccounts(context: IExecuteFunctions): INodeExecutionData[][] {
	const directory = directoryOf(context);
	const accounts: FoundAccount[] = [];
	const unusable: INodeExecutionData[] = [];
	const origins = new Map<string, IPairedItemData[]>();
	context.getInputData().forEach((_, item) => {
		try {
			const account = accountOf(context, item);
			accounts.push(account);
			const key = accountKey(account.system, account.account);
			origins.set(key, [...(origins.get(key) ?? []), { item }]);
		} catch (error) {
			const nodeError = asNodeError(context, error, item);
			unusable.push({ json: { error: nodeError.message, remedy: nodeError.description ?? null }, pairedItem: { item } });
		}
	});
	const names = context.getNodeParameter('names', 0, 'review') as 'review' | 'join';
	const { people, joined, review } = joinIdentities(directory.people, accounts, { names });
	const from = ({ system, account }: FoundAccount): IPairedItemData[] => origins.get(accountKey(system, account)) ?? [];
	const all = [...origins.values()].flat();
	return [
		joined.map(({ account, personId, by, explanation }) => ({
			json: { system: account.system, account: account.account, personId, personName: directory.byId(personId)?.name ?? null, joinedBy: by, explanation: explanation.en, explanationChinese: explanation['zh-CN'] },
			pairedItem: from(account),
		})),
		[
			...review.map(({ account, candidates, reason }) => ({
				json: { system: account.system, account: account.account, email: account.email, login: account.login, name: account.name, candidates: candidates.map((candidate) => ({ ...candidate, by: [...candidate.by] })), reason: reason.en, reasonChinese: reason['zh-CN'] },
				pairedItem: from(account),
			})),
			...unusable,
		],
		people.map((person) => ({ json: { ...personToRow(person) }, pairedItem: all })),
	];
}

function accountOf(context: IExecuteFunctions, item: number): FoundAccount {
	const text = (name: string): string | null => textOf(context.getNodeParameter(name, item, ''));
	const system = text('accountSystem');
	const account = text('accountId');
	if (system === null || account === null) {
		throw new UserMessage(`Parameter "${system === null ? 'System' : 'Account'}" is empty for this item.`, 'Give the system and the name or ID of the account, for example git and {{ $json.login }}.');
	}
	return { system, account, email: text('accountEmail'), login: text('accountLogin'), name: text('accountName'), personId: text('linkedPersonId') };
}
