import { sleep, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { joinVerdicts, VersionIndex, verdicts, versionsOf } from '../../core/lineage/index.js';
import { anchorsFrom, jsonOf, storedVersions } from './settings.js';

/** Versions between two pauses: the event loop of n8n is not held by a long table. */
const SLICE = 2_000;

/** All stored versions, document by document, in the order of the table; a document that was noted outside and is gone is named too. */
export async function verifyStored(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const { rows, items, unusable } = storedVersions(context);
	const index = new VersionIndex(versionsOf(rows));
	while (!index.advance(SLICE * 10)) await sleep(0);
	const documents: INodeExecutionData[] = [];
	const all = [];
	let done = 0;
	for (const { verdict, positions } of verdicts(index, anchorsFrom(context))) {
		all.push(verdict);
		documents.push({ json: jsonOf(verdict), pairedItem: positions.length === 0 ? [{ item: 0 }] : positions.map((position) => ({ item: items[position] ?? 0 })) });
		done += positions.length;
		if (done < SLICE) continue;
		done = 0;
		await sleep(0);
	}
	return [[{ json: jsonOf(joinVerdicts(all)), pairedItem: items.length === 0 ? [{ item: 0 }] : items.map((item) => ({ item })) }], documents, unusable];
}
