import type { IExecuteFunctions } from 'n8n-workflow';
import { isGitEvent, type GitEvent } from '../../core/git/evidence.js';
import { createGitLogEvidence } from '../../core/git/index.js';
import { sampleGitActivity } from '../../core/sample/git.js';
import { EvidenceBasket } from '../shared/evidenceBasket.js';
import { UserMessage, type OutputsOfItem } from '../shared/items.js';
import type { CursorRow } from '../shared/pullCursor.js';
import { readRepositories } from './readRepositories.js';

/** One item → its facts, what could not be used, and where each reading ended. */
export async function runOperation(context: IExecuteFunctions, itemIndex: number): Promise<OutputsOfItem> {
	const basket = new EvidenceBasket(isGitEvent);
	const operation = context.getNodeParameter('operation', itemIndex, 'readRepository');
	let cursors: readonly CursorRow[] = [];
	if (operation === 'readLog') await readLog(context, itemIndex, basket);
	else if (operation === 'sample') for (const event of sampleGitActivity()) basket.event(event);
	else cursors = await readRepositories(context, itemIndex, basket);
	return [basket.events, basket.findings, cursors];
}

const text = (context: IExecuteFunctions, name: string, itemIndex: number): string => {
	const value: unknown = context.getNodeParameter(name, itemIndex, '');
	return typeof value === 'string' ? value : '';
};

async function readLog(context: IExecuteFunctions, itemIndex: number, basket: EvidenceBasket<GitEvent>): Promise<void> {
	const address = text(context, 'repositoryAddress', itemIndex).trim().replace(/(?:\.git)?\/*$/, '');
	if (!URL.canParse(address)) throw new UserMessage(`"Repository Address" is "${address}".`, 'Expected: the whole address of the repository, e.g. https://git.example.com/acme/shop.');
	const branch = text(context, 'logBranch', itemIndex).trim();
	const reader = createGitLogEvidence({ source: address, repository: decoded(new URL(address).pathname.slice(1)) || address, branch: branch === '' ? null : branch }, basket);
	if (context.getNodeParameter('logIn', itemIndex, 'text') === 'text') reader.write(text(context, 'text', itemIndex));
	else await writeBinary(context, itemIndex, (chunk) => {
		reader.write(chunk);
	});
	reader.end();
	if (basket.events.length === 0 && basket.findings.length === 0) throw new UserMessage('The log holds no commit.', 'Give the output of the command named in the node; it begins with "commit" and a long number.');
}

/** A percent sign that encodes nothing stands for itself: the check of the facts names the address. */
function decoded(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}

async function writeBinary(context: IExecuteFunctions, itemIndex: number, write: (chunk: string) => void): Promise<void> {
	const property = text(context, 'binaryProperty', itemIndex).trim();
	const binary = context.helpers.assertBinaryData(itemIndex, property);
	const decoder = new TextDecoder();
	if (binary.id === undefined) write(decoder.decode(await context.helpers.getBinaryDataBuffer(itemIndex, property), { stream: true }));
	else for await (const chunk of (await context.helpers.getBinaryStream(binary.id, 1 << 18)) as AsyncIterable<Uint8Array>) write(decoder.decode(chunk, { stream: true }));
	write(decoder.decode());
}
