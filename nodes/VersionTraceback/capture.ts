import { createHash } from 'crypto';
import { sleep, type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { checkEvidence } from '../../core/evidence/checkEvidence.js';
import { factsOfRow } from '../../core/evidence/evidenceRow.js';
import { captureVersions, draftOfRow, draftsOfEvent, versionToRow, type DraftReading, type VersionColumn, type VersionDraft } from '../../core/lineage/index.js';
import { UserMessage } from '../shared/items.js';
import { jsonParameter } from '../shared/jsonParameter.js';
import { jsonOf, listOf, namesOf } from './settings.js';

/** Versions between two pauses: the event loop of n8n is not held by a long list. */
const SLICE = 500;

interface Settings {
	readonly source: string;
	readonly columns: Partial<Record<VersionColumn, string>>;
	readonly paths: readonly string[];
	readonly property: string;
}

/** Evidence and rows of lists → rows to be stored. All items are taken together, because they are chained to one another. */
export async function captureItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	if (items.length === 0) return [[], []];
	const settings = readSettings(context);
	const known = listOf(jsonParameter(context, 'knownVersions', 'Known Versions', 0), 'Known Versions');
	const drafts: VersionDraft[] = [];
	const itemOf: number[] = [];
	const unusable: INodeExecutionData[] = [];
	for (const [item, { json }] of items.entries()) {
		if (item > 0 && item % SLICE === 0) await sleep(0);
		const refuse = (reason: object): void => void unusable.push({ json: jsonOf({ ...reason, input: json }), pairedItem: { item } });
		// A table that is empty gives one empty item, which is no version and no fault.
		if (Object.keys(json).length === 0 && items.length === 1) continue;
		const content = await contentOf(context, item, settings.property);
		for (const reading of readingsOf(json, settings)) {
			if ('unusable' in reading) {
				refuse(reading.unusable);
				continue;
			}
			for (const draft of reading.drafts) {
				drafts.push(content === null ? draft : { ...draft, ...content });
				itemOf.push(item);
			}
		}
	}
	const recordedAt = context.getNodeParameter('recordedAt', 0, '');
	const { versions, repeated } = captureVersions({ drafts, known, recordedAt: typeof recordedAt === 'string' && recordedAt !== '' ? recordedAt : null });
	if (repeated > 0 && versions.length === 0) context.addExecutionHints({ message: `Nothing new: ${repeated} versions are stored already.`, type: 'info', location: 'outputPane' });
	return [versions.map(({ entry, kind, position }) => ({ json: { ...versionToRow(entry), news: kind }, pairedItem: { item: itemOf[position] ?? 0 } })), unusable];
}

function* readingsOf(json: IDataObject, { source, columns, paths }: Settings): Generator<DraftReading> {
	if (!('specversion' in json) && !('payload' in json && 'evidenceKey' in json)) {
		yield draftOfRow(json, { source, columns });
		return;
	}
	for (const fact of factsOfRow(json) ?? []) {
		const check = checkEvidence(fact);
		if (!check.ok) {
			const [first] = check.findings;
			yield { unusable: { code: 'notAVersion', field: first?.where ?? null, value: first?.value ?? null, reason: `The event fails its schema at ${first?.where ?? 'the envelope'}: expected ${first?.expected ?? 'a CloudEvent'}.`, remedy: 'Give the events as the source node gives them.' } };
			continue;
		}
		// Labels, comments and pull requests come along with what is read of a page or a repository: they are facts, and no fault.
		const reading = draftsOfEvent(check.event, paths);
		if (reading !== null) yield reading;
	}
}

/** SHA-256 and size of the attached file, read piece by piece where it is stored outside memory; null where there is none. */
async function contentOf(context: IExecuteFunctions, item: number, property: string): Promise<{ readonly sha256: string; readonly size: number } | null> {
	const binary = context.getInputData()[item]?.binary?.[property];
	if (binary === undefined) return null;
	const hash = createHash('sha256');
	let size = 0;
	const pieces = binary.id === undefined ? [await context.helpers.getBinaryDataBuffer(item, property)] : ((await context.helpers.getBinaryStream(binary.id, 1 << 18)) as AsyncIterable<Uint8Array>);
	for await (const piece of pieces) {
		hash.update(piece);
		size += piece.length;
	}
	return { sha256: hash.digest('hex'), size };
}

function readSettings(context: IExecuteFunctions): Settings {
	const source: unknown = context.getNodeParameter('source', 0);
	if (typeof source !== 'string' || source.trim() === '') throw new UserMessage('Parameter "Source of Lists" is empty.', 'Name where the list comes from, e.g. the address of the system.');
	const { binaryProperty = 'data', paths = '' } = context.getNodeParameter('captureOptions', 0, {}) as { readonly binaryProperty?: string; readonly paths?: string };
	return { source: source.trim(), columns: context.getNodeParameter('columns', 0, {}) as Settings['columns'], paths: namesOf(paths), property: binaryProperty === '' ? 'data' : binaryProperty };
}
