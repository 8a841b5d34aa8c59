import { wordsRow } from './defaultRow.js';
import type { PatternRow } from './row.js';

const row = (...given: Parameters<typeof wordsRow> extends [unknown, ...infer Rest] ? Rest : never): PatternRow => wordsRow('en', ...given);

const PREVAILS = 'prevail|prevails|takes precedence|take precedence|shall prevail|has priority|have priority|is void|shall apply';
/** Who asks which document prevails states no policy; who says "the SOP, which prevails" does. */
const WHICH_PREVAILS = `(?:[^,] (?:which|what|whose)|(?:which|what|whose) \\w+)\\b[^,.;:?!]{0,40}\\b(?:${PREVAILS})\\b`;
const whichPrevails = (id: string, pattern: string, effect: string): PatternRow => ({ ...row(id, 'exception', '', { effect }), words: [], pattern });

/** English pattern rows. */
export const ENGLISH_ROWS: readonly PatternRow[] = [
	row(
		'relation',
		'relation',
		'conflict with|conflicts with|conflicted with|conflicting with|in conflict with|conflict between|conflicts between|contradict|contradicts|contradicting|contradicted|contradiction with|contradiction to|contradiction between|in contradiction with|in contradiction to|inconsistent with|not consistent with|inconsistency with|inconsistency between|does not match|do not match|doesn\'t match|don\'t match|did not match|didn\'t match|not matching|no longer match|no longer matches|mismatch with|mismatch between|mismatches|disagree|disagrees|disagree with|disagrees with|does not agree with|do not agree with|doesn\'t agree with|don\'t agree with|differ from|differs from|different from|out of sync with|at odds with|not in line with|out of line with|not aligned with|deviates from|deviate from|discrepancy with|discrepancy between|does not correspond to|doesn\'t correspond to|does not comply with|doesn\'t comply with|not compliant with|incompatible with|clashes with',
	),
	row('relation-noun', 'relation', 'a conflict|the conflict|these conflict|two conflict|they conflict|which conflict|both conflict|documents conflict|docs conflict|clear conflict|obvious conflict|direct conflict|conflict each other|contradiction|inconsistent|inconsistency|inconsistencies|discrepancy|mismatch|contradictory'),
	row('out-of-date', 'relation', 'out of date with respect to|outdated with respect to|outdated compared to|outdated against|behind the current|out of date compared to', { effect: 'OUT' }),
	row('self', 'relation', 'contradicts itself|contradict itself|inconsistent with itself|self-contradictory|self-contradicting|contradicts this page', { effect: 'SELF' }),
	row('outdated', 'outdated', 'outdated|out of date|out-of-date|obsolete|superseded|old|older|no longer match|no longer matches|previous version|withdrawn'),
	row(
		'document',
		'document',
		'spec|specs|specification|specifications|SOP|SOPs|protocol|plan|report|IFU|requirement|requirements|manual|handbook|guide|guideline|guidelines|procedure|procedures|policy|agreement|dossier|standard|work instruction|rule|rules|URS|SRS|PRD|SAP|consent form|design inputs|mock-up|mockup|flow chart',
	),
	row('document-generic', 'document', 'doc|docs|document|documents|documentation|page|pages|file', { effect: 'generic' }),
	row('merge', 'merge', 'merge|merges|merged|merging|rebase|rebased|rebasing|branch|branches|git|pull request|cherry-pick'),
	row('other', 'other', 'schedule|schedules|calendar|conflict of interest|conflicts of interest|resource conflict|port conflict|address conflict|planning conflict|scheduling conflict|meeting|variable names|naming conflict'),
	row('resolved', 'resolved', 'resolved|fixed|aligned now|now aligned|solved|corrected|now identical|is identical now|agree now|now agree|now match|matches now|used to|no longer an issue|i have changed|we have changed|i have updated|we have updated|is aligned|are aligned'),
	row('resolved-here', 'resolved', 'removed|closed|gone', { scope: 'clause' }),
	row('policy', 'policy', 'if|when|whenever|whoever|whatever|anyone|anybody|anything|in case of|in the case of|in the event of|where|should anything|should there be|must not|should not|shall not|may not|cannot|avoid|avoids|prevent|so that nothing|to ensure', { scope: 'ahead' }),
	row('prevails', 'policy', PREVAILS, { scope: 'sentence' }),
	row('question', 'question', '?'),
	row('question-before', 'question', 'does it|does this|do these|do they|is it|is this|are these|are they|isn\'t this|doesn\'t this|would this|could this|whether|wonder if|not sure if|not sure that|i wonder', { scope: 'ahead' }),
	row('question-tag', 'question', 'right?|isn\'t it?|doesn\'t it?|correct?|or not?|am i right', { scope: 'sentence' }),
	row('negation', 'negation', 'no|not|never|without|nothing|none|neither|nor|no longer|doesn\'t|don\'t|didn\'t|isn\'t|aren\'t|wasn\'t|won\'t|wouldn\'t|can\'t|cannot|not a|free of', { gap: 14 }),
	row('negation-wide', 'negation', 'no|not see|don\'t see|do not see|can\'t see|cannot see|did not find|didn\'t find|could not find|found no|see no|not found any|have not found|haven\'t found|don\'t think|do not think|nothing here|does not introduce|doesn\'t introduce', { gap: 30 }),
	row('quotation', 'quotation', 'comment template|template example|comment example|example comment'),
	row('double-negation', 'exception', 'not free of|not without', { effect: 'negation' }),
	row('no-merge', 'exception', 'branching logic|treatment branch|study branch', { effect: 'merge' }),
	row('no-other', 'exception', 'visit schedule|schedule of assessments|schedule of events|dosing schedule|study schedule|assessment schedule', { effect: 'other' }),
	whichPrevails('which-prevails', WHICH_PREVAILS, 'policy'),
	// The question mark of such a question does not doubt the conflict.
	whichPrevails('which-prevails-asked', `${WHICH_PREVAILS}[^?]{0,20}\\?`, 'question'),
	row('not-resolved', 'exception', 'not resolved|not fixed|not yet|unresolved|not been resolved|not been fixed|not corrected|never fixed', { effect: 'resolved' }),
	row('still', 'exception', 'still|but|however', { effect: 'resolved', scope: 'clause' }),
	row('no-relation', 'exception', 'conflict resolution|conflict markers', { effect: 'relation' }),
	{ ...row('page-number', 'notDocument', 'page'), words: [], pattern: '\\bpages? \\d+' },
];
