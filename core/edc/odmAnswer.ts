import type { AnswerHandler } from '../pull/run.js';
import { unusable, type VendorWords } from '../pull/answer.js';
import { EDC_EVENT_TYPES, type EdcEvent, type EdcSink } from './evidence.js';
import { createOdmXmlReader } from './odm/index.js';
import type { EdcAnswerHead, EdcPullSettings, EdcRequest } from './pull.js';

export interface OdmAnswer {
	readonly settings: EdcPullSettings;
	readonly words: VendorWords;
	readonly request: EdcRequest;
	readonly sink: EdcSink;
	/** Remarks about whole documents that were given in this run: a study is read in many documents, one remark is enough. */
	readonly told: Set<string>;
	/** Sees the text as it passes, for what only the transport needs. */
	readonly watch?: (chunk: string) => void;
	/** Decides which events go on; all by default. */
	readonly keep?: (event: EdcEvent) => boolean;
	/** After the whole document was read. */
	readonly end?: (head: EdcAnswerHead) => ReturnType<Extract<AnswerHandler, { kind: 'xml' }>['end']>;
}

/** Longest closing part that is looked at: the end tag of the root and what may follow it. */
const TAIL = 400;

/** Hands an ODM answer to the ODM reader as it arrives. A document without its end was cut off and is trouble, not data. */
export function readOdmAnswer(answer: OdmAnswer): AnswerHandler {
	const { settings, words, request, sink, keep } = answer;
	let refused = false;
	let readToEnd = false;
	const reader = createOdmXmlReader(
		{ source: settings.source, mapping: settings.mapping },
		{
			event(event) {
				readToEnd ||= event.type === EDC_EVENT_TYPES.documentRead;
				if (keep === undefined || keep(event)) sink.event(event);
			},
			finding(finding) {
				refused ||= finding.severity === 'refused';
				const remark = finding.severity === 'warning' && finding.where === 'document' ? finding.expected : null;
				if (remark !== null && answer.told.has(remark)) return;
				if (remark !== null) answer.told.add(remark);
				sink.finding(finding);
			},
		},
	);
	let tail = '';
	return {
		kind: 'xml',
		write(chunk) {
			tail = (tail + chunk).slice(-TAIL);
			answer.watch?.(chunk);
			reader.write(chunk);
		},
		end(head) {
			reader.end();
			if (!/(?:<\/(?:[\w.-]+:)?ODM\s*>|\/>)\s*(?:<!--[^>]*-->\s*)?$/.test(tail)) {
				throw unusable(request, words, 'the document has no end.', 'It was cut off on the way, by a time-out or a size limit. The next run asks again; ask for less per call if it stays.');
			}
			// One refused value is the reader's finding; a document that could not be read on is more, and must be asked for again.
			if (refused && !readToEnd) {
				throw unusable(request, words, 'the document could not be read to its end.', 'See what the ODM reader refused; the next run asks again.');
			}
			return answer.end?.(head) ?? [];
		},
	};
}
