import type { BilingualText } from '../judgement/judgement.js';

/*
 * The one place that decides who sees a judgement about a person. Whatever leaves the pack (delivery, pages, lists) asks here.
 * Source: spec S10; S6 and S7 (a person-level light is for the person and the mentor or team lead).
 */

/** Who may see it. */
export interface Audience {
	/** `person`: only those in `persons`. `open`: everybody who may see the workflow. */
	readonly level: 'person' | 'open';
	readonly persons: ReadonlyArray<{ readonly personId: string; readonly as: string }>;
}

/** Who looks; null: nobody who is known, e.g. a page without sign-in. */
export interface Viewer {
	readonly personId: string | null;
}

/** What stands in place of something that a viewer may not see: that there is something is said, what it is not. */
export interface Hidden {
	readonly key: string;
	readonly hidden: true;
	readonly explanation: BilingualText;
}

export const HIDDEN_TEXT: BilingualText = { en: 'Visible only to the person concerned and whoever is asked to help.', 'zh-CN': '仅当事人及其协助人可见。' };

/** Without an audience nothing is known of who may see it, so nobody does. */
export function visibleTo(judgement: { readonly audience?: Audience | null }, viewer: Viewer): boolean {
	const { audience } = judgement;
	if (audience === null || audience === undefined) return false;
	if (audience.level === 'open') return true;
	return viewer.personId !== null && audience.persons.some(({ personId }) => personId === viewer.personId);
}

/** The judgement as the viewer may see it: whole, or only that there is one. */
export function redact<Kind extends { readonly key: string; readonly audience?: Audience | null }>(judgement: Kind, viewer: Viewer): Kind | Hidden {
	return visibleTo(judgement, viewer) ? judgement : { key: judgement.key, hidden: true, explanation: HIDDEN_TEXT };
}
