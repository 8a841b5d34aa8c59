import { CHINESE } from './labelledZh.js';
import { ENGLISH } from './labelledEn.js';
import { AGAIN_CHINESE, AGAIN_ENGLISH } from './labelledAgain.js';
import { LAST_CHINESE, LAST_ENGLISH } from './labelledLast.js';
import { MORE_CHINESE, MORE_ENGLISH } from './labelledMore.js';
import { HELD_OUT_CHINESE, HELD_OUT_ENGLISH } from './heldOut.js';

/** What a reader says of a manager's sentence: it cites data at hand, or why not; `-` for one without any data term. */
export type ReadLabel = 'CITED' | 'NEG' | 'PLAN' | 'ASK' | 'QUO' | '-';

export type LabelledSentence = readonly [label: ReadLabel, text: string];

export interface LabelledCase {
	readonly language: 'en' | 'zh';
	/** The rows were adjusted on `tuned`; `held` was written afterwards and only measured. */
	readonly half: 'tuned' | 'held';
	readonly label: ReadLabel;
	readonly text: string;
}

const cases = (half: 'tuned' | 'held', language: 'en' | 'zh', sentences: readonly LabelledSentence[]): LabelledCase[] => sentences.map(([label, text]) => ({ language, half, label, text }));

export const LABELLED: readonly LabelledCase[] = [...cases('tuned', 'zh', CHINESE), ...cases('tuned', 'en', ENGLISH), ...cases('tuned', 'zh', MORE_CHINESE), ...cases('tuned', 'en', MORE_ENGLISH), ...cases('tuned', 'zh', AGAIN_CHINESE), ...cases('tuned', 'en', AGAIN_ENGLISH), ...cases('tuned', 'zh', LAST_CHINESE), ...cases('tuned', 'en', LAST_ENGLISH), ...cases('held', 'zh', HELD_OUT_CHINESE), ...cases('held', 'en', HELD_OUT_ENGLISH)];
