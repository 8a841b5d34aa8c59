import type { Language } from '../../core/judgement/judgement.js';
import { ALL_WORKFLOWS } from './all.js';
import { buildWorkflow } from './builder.js';

/** The JSON files of one language: the same file names in both. */
export function buildFiles(language: Language): Array<{ readonly file: string; readonly content: string }> {
	return ALL_WORKFLOWS.map((source) => ({ file: `${source.fileName}.json`, content: `${JSON.stringify(buildWorkflow(source, language), null, 2)}\n` }));
}
