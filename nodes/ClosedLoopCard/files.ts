import type { IBinaryData, IBinaryKeyData, IExecuteFunctions } from 'n8n-workflow';
import { readAttachment, type Attachment } from '../../core/card/index.js';
import type { BilingualText } from '../../core/judgement/judgement.js';
import { UserMessage } from '../shared/items.js';
import type { CommandOptions } from './readCommand.js';

/** Written in place of names: no file goes with this step. */
const NONE = '-';

export interface ItemFiles {
	readonly attachments: readonly Attachment[];
	/** What is passed on with the card: the files as stored, by the names of the fields. */
	readonly binary: IBinaryKeyData;
	/** Each file with what was read of it. */
	readonly files: ReadonlyArray<{ readonly attachment: Attachment; readonly binary: IBinaryData }>;
	/** Files that cannot be taken. */
	readonly refused: readonly BilingualText[];
}

/** Reads the photos and reports of an item by their content; with "Remove Place" what is passed on is the file without it. */
export async function filesOfItem(context: IExecuteFunctions, itemIndex: number, options: CommandOptions): Promise<ItemFiles> {
	const given = context.getInputData()[itemIndex]?.binary ?? {};
	const named = context.getNodeParameter('files', itemIndex, '');
	const wanted = (typeof named === 'string' ? named : '').split(/[,，;；\s]+/).filter((name) => name !== '');
	if (wanted[0] === NONE) return { attachments: [], binary: {}, files: [], refused: [] };
	const files: Array<ItemFiles['files'][number]> = [];
	const binary: IBinaryKeyData = {};
	const refused: BilingualText[] = [];
	for (const property of wanted.length === 0 ? Object.keys(given) : wanted) {
		const file = given[property];
		if (file === undefined) throw new UserMessage(`Parameter "Files" names the binary field "${property}", which the item does not have.`, `Fields are ${Object.keys(given).join(', ') || 'none'}. Leave the parameter empty to take all.`);
		const bytes = await context.helpers.getBinaryDataBuffer(itemIndex, property);
		const reading = readAttachment(bytes, {
			name: file.fileName ?? property,
			shows: options.shows,
			removePlace: options.removePlace,
			...(options.maximumMegabytes === undefined ? {} : { maximumBytes: options.maximumMegabytes * 1_048_576 }),
		});
		if (!reading.ok) {
			refused.push(reading.message);
			continue;
		}
		const stored = reading.bytes === bytes ? file : await storedAnew(context, reading.bytes, reading.attachment);
		binary[property] = stored;
		files.push({ attachment: { ...reading.attachment, ...(stored.id === undefined ? {} : { reference: stored.id }) }, binary: stored });
	}
	return { attachments: files.map(({ attachment }) => attachment), binary, files, refused };
}

async function storedAnew(context: IExecuteFunctions, bytes: Uint8Array, { name, mediaType }: Attachment): Promise<IBinaryData> {
	return await context.helpers.prepareBinaryData(Buffer.from(bytes), name, mediaType);
}
