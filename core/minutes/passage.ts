import type { TextLink } from '../text/plainText.js';

/** Whose words they are, seen from the talk. `unclear`: the name fits manager and employee; `nobody`: the minutes name no speaker. */
export type Who = 'manager' | 'employee' | 'other' | 'unclear' | 'nobody';

/** Words of one speaker, in order of the minutes: a line of notes, a turn, the captions between two speakers. */
export interface Passage {
	readonly who: Who;
	/** As the minutes name the speaker; null for none. */
	readonly speaker: string | null;
	/** Number of the turn, from 1; 0 before the first speaker. */
	readonly turn: number;
	/** A heading, an agenda, a part of the template: nobody says it. */
	readonly heading: boolean;
	readonly text: string;
	/** Times of a transcript, as written, by where in the text they begin. */
	readonly times: ReadonlyArray<{ readonly from: number; readonly time: string }>;
	readonly links: readonly TextLink[];
}

export const NO_TIMES: Passage['times'] = [];
export const NO_LINKS: readonly TextLink[] = [];

/** What a label in front of words means; null for words that name no speaker. */
export type LabelReader = (label: string) => Who | null;

/** A heading that minutes hold: of one line, or of all lines up to the next speaker. */
export type HeaderReader = (label: string) => 'line' | 'section' | null;

/** How the words in front of a colon are understood. */
export interface Labels {
	readonly who: LabelReader;
	readonly header: HeaderReader;
	/** True for a name of somebody that the talk does not list. */
	readonly looksLikeName: (label: string) => boolean;
}

/** A turn, an item of a list or the like that cannot be read. */
export interface MinutesProblem {
	readonly field: string;
	readonly value: string | null;
	readonly expected: string;
}

export interface MinutesReading {
	readonly passages: readonly Passage[];
	readonly problems: readonly MinutesProblem[];
}
