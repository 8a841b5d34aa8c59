import { HELD_OUT_CHINESE, HELD_OUT_ENGLISH } from './heldOut.js';
import { CHINESE } from './labelledZh.js';
import { ENGLISH } from './labelledEn.js';
import { MORE_CHINESE, MORE_ENGLISH } from './labelledMore.js';

/** What a reader says of the comment: the class of its sentence, `-` for one that speaks of no conflict at all. */
export type ReadLabel = 'CON' | 'OUT' | 'SELF' | 'QUE' | 'MRG' | 'POL' | 'NEG' | 'QUO' | 'RES' | 'OTH' | '-';

/** Label, comment, and the document a reader would name (only where there is one). */
export type LabelledComment = readonly [label: ReadLabel, text: string, document?: string];

export interface LabelledCase {
	readonly language: 'en' | 'zh';
	/** The rules were adjusted on `tuned`; `held` was written afterwards and only measured. */
	readonly half: 'tuned' | 'held';
	readonly label: ReadLabel;
	readonly text: string;
	readonly document: string | null;
}

const cases = (half: 'tuned' | 'held', language: 'en' | 'zh', comments: readonly LabelledComment[]): LabelledCase[] => comments.map(([label, text, document]) => ({ language, half, label, text, document: document ?? null }));

export const LABELLED: readonly LabelledCase[] = [...cases('tuned', 'zh', CHINESE), ...cases('tuned', 'en', ENGLISH), ...cases('tuned', 'zh', MORE_CHINESE), ...cases('tuned', 'en', MORE_ENGLISH), ...cases('held', 'zh', HELD_OUT_CHINESE), ...cases('held', 'en', HELD_OUT_ENGLISH)];
