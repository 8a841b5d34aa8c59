import { WORKFLOW_IDS } from '../ids.js';
import { own, switchedOff } from '../parts.js';
import type { LightArea } from './area.js';
import { documentTexts } from './documentTexts.js';
import { redLights } from './structure.js';

/** Fields of a cursor that say how far the reading went. */
const PLACES = ['pagesUntil', 'commentsUntil', 'attachmentsUntil', 'recent', 'run'];

const documents: LightArea = {
	area: 'documents',
	id: WORKFLOW_IDS.documentRedLights,
	fileName: '06-document-red-lights',
	texts: documentTexts,
	settings: [
		{ key: 'spaces', type: 'string', value: '' },
		{ key: 'readSince', type: 'string', value: '' },
		{ key: 'editsOver', type: 'number', value: 8 },
		{ key: 'yellowFrom', type: 'number', value: 6 },
	],
	sampleAsOf: '2026-03-10T18:00:00+08:00',
	sample: (at) => own('confluenceActivity', at, { operation: 'sampleActivity' }),
	source: (at, { ref, setting }) =>
		switchedOff(
			own('confluenceActivity', at, {
				operation: 'readChanges',
				system: 'confluenceCloud',
				spaces: `={{ ${setting('spaces')} }}`,
				// Everything is read again each day, but Confluence does not say when a label was put on: that was seen once and is kept.
				cursor: `={{ ${ref('readCursors')}.all().map(row => row.json).filter(row => row.cursorKey && row.cursor).map(row => ({ cursorKey: row.cursorKey, cursor: JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(row.cursor)).filter(([key]) => !${JSON.stringify(PLACES)}.includes(key)))) })) }}`,
				more: { since: `={{ ${setting('readSince')} }}` },
			}),
		),
	push: (at) => switchedOff({ ...own('confluenceTrigger', at, { responseMode: 'onReceived' }), options: { webhookId: 'pt-document-lights' } }),
	pushOutput: 0,
	thresholds: { pageEdits: { editsOver: 'editsOver', yellowFrom: 'yellowFrom' } },
	accountSystem: 'confluence',
	patterns: true,
};

/** From what people do in Confluence to the to-do of the team lead. Source: spec S7. */
export const documentRedLights = redLights(documents);
