import { type EdcEvent, isEdcEvent } from '../../core/edc/evidence.js';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { sampleMapping, sampleStudyOdm } from '../../core/sample/sampleStudy.js';
import { readMapping } from '../shared/edcMappingParameters.js';
import { inPieces, readDocument } from '../shared/edcDocument.js';
import { readingOptions, serverOf } from '../shared/edcReadingParameters.js';
import { edcSourceOf } from '../shared/edcSources.js';
import { readStudy } from '../shared/edcStudy.js';
import { EvidenceBasket } from '../shared/evidenceBasket.js';
import { UserMessage, type OutputsOfItem } from '../shared/items.js';

/** One item → its facts and what could not be used. */
export async function runOperation(context: IExecuteFunctions, itemIndex: number): Promise<OutputsOfItem> {
	const basket = new EvidenceBasket(isEdcEvent);
	const operation = context.getNodeParameter('operation', itemIndex, 'readStudy');
	if (operation === 'readDocument') await readGivenDocument(context, itemIndex, basket);
	else if (operation === 'sampleStudy') await readDocument(inPieces(sampleStudyOdm()), { mapping: sampleMapping, where: 'Sample study' }, basket);
	else await readWholeStudy(context, itemIndex, basket);
	return [basket.events, basket.findings];
}

const text = (context: IExecuteFunctions, name: string, itemIndex: number): string => (context.getNodeParameter(name, itemIndex, '') as string).trim();
const mappingOf = (context: IExecuteFunctions, itemIndex: number): ReturnType<typeof readMapping> => readMapping(context.getNodeParameter('mapping', itemIndex, {}), context.getTimezone());

async function readWholeStudy(context: IExecuteFunctions, itemIndex: number, basket: EvidenceBasket<EdcEvent>): Promise<void> {
	const source = edcSourceOf(text(context, 'source', itemIndex));
	const study = text(context, 'study', itemIndex);
	if (study === '') throw new UserMessage('"Study" is empty.', `Fill in "Study": ${source.studyHint}.`);
	const more = context.getNodeParameter('more', itemIndex, {}) as IDataObject;
	const minutes = Number(more['readingMinutes'] ?? 30);
	if (!Number.isFinite(minutes) || minutes < 1) throw new UserMessage(`"Longest Reading (Minutes)" is ${JSON.stringify(more['readingMinutes'])}.`, 'Expected: a number from 1.');
	const server = serverOf(source, await context.getCredentials(String(source.credential), itemIndex));
	const run = await readStudy(context, source, server, { study, mapping: mappingOf(context, itemIndex), cursor: null, ...readingOptions(more, Date.now() + minutes * 60_000) }, basket);
	if (run.trouble !== null && basket.events.length === 0) throw new UserMessage(run.trouble.message, run.trouble.remedy);
}

async function readGivenDocument(context: IExecuteFunctions, itemIndex: number, basket: EvidenceBasket<EdcEvent>): Promise<void> {
	const address = text(context, 'sourceAddress', itemIndex);
	const settings = { mapping: mappingOf(context, itemIndex), ...(address === '' ? {} : { source: address }) };
	if (context.getNodeParameter('documentIn', itemIndex, 'binary') === 'text') {
		const given: unknown = context.getNodeParameter('text', itemIndex, '');
		const document = typeof given === 'string' ? given : JSON.stringify(given);
		return readDocument(inPieces(document), { ...settings, where: 'Text' }, basket);
	}
	const property = text(context, 'binaryProperty', itemIndex);
	const binary = context.helpers.assertBinaryData(itemIndex, property);
	const where = `Binary property "${property}"`;
	if (binary.id === undefined) return readDocument([await context.helpers.getBinaryDataBuffer(itemIndex, property)], { ...settings, where }, basket);
	return readDocument((await context.helpers.getBinaryStream(binary.id, 1 << 18)) as AsyncIterable<Uint8Array>, { ...settings, where }, basket);
}
