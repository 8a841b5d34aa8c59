import { HELD_OUT_CHINESE, HELD_OUT_ENGLISH } from './heldOut.js';
import { ENGLISH } from './labelledEn.js';
import { FIRST_CHINESE, FIRST_ENGLISH } from './labelledFirst.js';
import { MORE_CHINESE, MORE_ENGLISH } from './labelledMore.js';
import { SECOND_CHINESE, SECOND_ENGLISH } from './labelledSecond.js';
import { THIRD_CHINESE, THIRD_ENGLISH } from './labelledThird.js';
import { CHINESE } from './labelledZh.js';

/** What a reader says of the comment: the class of its sentence, `-` for one that speaks of no conflict at all. */
export type ReadLabel = 'CON' | 'OUT' | 'SELF' | 'QUE' | 'MRG' | 'POL' | 'NEG' | 'QUO' | 'RES' | 'OTH' | '-';

/** Label, comment, and the document a reader would name (only where there is one). */
export type LabelledComment = readonly [label: ReadLabel, text: string, document?: string];

export interface LabelledCase {
	readonly language: 'en' | 'zh';
	/** The rules were adjusted on `tuned`; `held` was only measured. */
	readonly half: 'tuned' | 'held';
	readonly label: ReadLabel;
	readonly text: string;
	readonly document: string | null;
}

const cases = (half: 'tuned' | 'held', language: 'en' | 'zh', comments: readonly LabelledComment[]): LabelledCase[] => comments.map(([label, text, document]) => ({ language, half, label, text, document: document ?? null }));

export const LABELLED: readonly LabelledCase[] = [
	...cases('tuned', 'zh', [...CHINESE, ...MORE_CHINESE, ...FIRST_CHINESE, ...SECOND_CHINESE, ...THIRD_CHINESE]),
	...cases('tuned', 'en', [...ENGLISH, ...MORE_ENGLISH, ...FIRST_ENGLISH, ...SECOND_ENGLISH, ...THIRD_ENGLISH]),
	...cases('held', 'zh', HELD_OUT_CHINESE),
	...cases('held', 'en', HELD_OUT_ENGLISH),
];
