import { wordsRow } from './defaultRow.js';
import type { PatternRow } from './row.js';

const row = (...given: Parameters<typeof wordsRow> extends [unknown, ...infer Rest] ? Rest : never): PatternRow => wordsRow('en', ...given);

const PREVAILS = 'prevail|prevails|takes precedence|take precedence|shall prevail|has priority|have priority|is void|shall apply';
/** Who asks which document prevails states no policy; who says "the SOP, which prevails" does. */
const WHICH_PREVAILS = `(?:[^,] (?:which|what|whose)|(?:which|what|whose) \\w+)\\b[^,.;:?!]{0,40}\\b(?:${PREVAILS})\\b`;
const patternRow = (id: string, kind: PatternRow['kind'], pattern: string, own: Parameters<typeof row>[3] = {}): PatternRow => ({ ...row(id, kind, '', own), words: [], pattern });

/** Verbs for two things that do not agree, as a whole: "Those two definitions conflict." */
const BOTH = 'definitions|values|numbers|figures|statements|requirements|sections|rules|texts|versions|documents|limits|descriptions|wordings|instructions|both|these|those|they|two|which|clearly|directly|still';
/** What a page consists of. */
const PARTS = 'title|heading|body|text|table|figure|diagram|summary|abstract|appendix|annex|footnote|caption|section|chapter|paragraph|list|example';

/** “follows the old …”: words, because they are found faster than a pattern. */
const AFTER_OLD = ['follow', 'follows', 'following', 'based on', 'refer to', 'refers to', 'referring to', 'use', 'uses', 'using', 'quote', 'quotes', 'written after', 'written for', 'taken from', 'copied from', 'drawn from']
	.flatMap((verb) => ['the', 'a', 'an', 'our'].flatMap((article) => ['old', 'older', 'previous', 'outdated', 'obsolete', 'superseded', 'withdrawn', 'former', 'earlier'].map((old) => `${verb} ${article} ${old}`)))
	.join('|');

/** English pattern rows. */
export const ENGLISH_ROWS: readonly PatternRow[] = [
	row(
		'relation',
		'relation',
		'conflict with|conflicts with|conflicted with|conflicting with|in conflict with|conflict between|conflicts between|contradict|contradicts|contradicting|contradicted|contradiction with|contradiction to|contradiction between|in contradiction with|in contradiction to|inconsistent with|not consistent with|inconsistency with|inconsistency between|does not match|do not match|doesn\'t match|don\'t match|did not match|didn\'t match|not matching|no longer match|no longer matches|mismatch with|mismatch between|mismatches|disagree|disagrees|disagree with|disagrees with|does not agree with|do not agree with|doesn\'t agree with|don\'t agree with|differ from|differs from|different from|out of sync with|at odds with|not in line with|out of line with|not aligned with|deviates from|deviate from|discrepancy with|discrepancy between|does not correspond to|doesn\'t correspond to|does not comply with|doesn\'t comply with|not compliant with|incompatible with|clashes with|clash with|clashing with|conflict to|does not correspond with|do not correspond to|do not correspond with|don\'t correspond to|do not comply with|don\'t comply with|does not conform to|do not conform to|doesn\'t conform to|does not align with|do not align with|doesn\'t align with|don\'t align with|misaligned with|not in agreement with|not in accordance with|not in accord with|not in conformity with|not in conformance with|not conform with|no longer agrees with|no longer agree with|no longer agrees|no longer agree|no longer consistent with|no longer in line with|no longer corresponds to|violates|violate|in violation of|contrary to|runs counter to|run counter to|counter to|goes against|at variance with|diverges from|diverge from|departs from|depart from|out of step with|irreconcilable with|not be reconciled with|differs to|differ to|differently from|differently in|differently than|different in|not the same as|does not follow|do not follow|doesn\'t follow|don\'t follow|discrepancies between|discrepancies with|difference between|discrepant with|varies from|cannot be reconciled with|can\'t be reconciled with|could not be reconciled with',
	),
	row('relation-noun', 'relation', 'a conflict|the conflict|these conflict|two conflict|they conflict|which conflict|both conflict|documents conflict|docs conflict|clear conflict|obvious conflict|direct conflict|conflict each other|contradiction|inconsistent|inconsistency|inconsistencies|discrepancy|mismatch|contradictory'),
	patternRow('both', 'relation', `\\b(?:${BOTH}) conflict\\b`),
	// “… says 20 %: conflict.”
	patternRow('short', 'relation', '[:,–—-] (?:this is |that is |that\'s |so )?(?:an? |clear |direct |obvious )*(?:conflict|clash|discrepancy|contradiction)[.!]?$'),
	patternRow('self-parts', 'relation', `\\b(?:${PARTS})\\b[^,;:]{0,30}\\b(?:on|of|in) (?:this|the same) (?:page|document|file)\\b[^,;:]{0,20}\\b(?:inconsistent with|contradicts?|conflicts? with|does(?:n't| not) match|differs? from|disagrees? with) (?:the |its |our )?(?:own )?(?:${PARTS})\\b`, { effect: 'SELF' }),
	patternRow('self-both', 'relation', `\\b(?:${PARTS})\\b[^,;:]{0,20} and [^,;:]{0,20}\\b(?:${PARTS})\\b[^,;:]{0,12}\\bthis (?:page|document|file)\\b[^,;:]{0,12}\\b(?:contradict|conflict|disagree|do(?:n't| not) (?:match|agree)|are inconsistent|differ)`, { effect: 'SELF' }),
	row('left-behind', 'relation', 'never updated|not updated|was not updated|wasn\'t updated|not been updated|hasn\'t been updated|has not been updated|not yet updated|lags behind|lag behind|lagging behind|is out of date|now out of date|is outdated|are outdated|now outdated|is obsolete|are obsolete|does not reflect|doesn\'t reflect|do not reflect|no longer reflects|no longer reflect|has been superseded|obsolete version of|outdated version of|superseded version of|old version of|stale compared with|stale compared to|is stale|are stale', { effect: 'OUT' }),
	row('after-old', 'relation', AFTER_OLD, { effect: 'OUT' }),
	row('out-of-date', 'relation', 'out of date with respect to|outdated with respect to|outdated compared to|outdated against|behind the current|out of date compared to', { effect: 'OUT' }),
	row('self', 'relation', 'contradicts itself|contradict itself|inconsistent with itself|self-contradictory|self-contradicting|contradicts this page|internally inconsistent|internally contradictory|inconsistent within itself|contradict themselves', { effect: 'SELF' }),
	row('outdated', 'outdated', 'outdated|out of date|out-of-date|obsolete|superseded|old|older|no longer match|no longer matches|previous version|withdrawn'),
	row(
		'document',
		'document',
		'spec|specs|specification|specifications|SOP|SOPs|protocol|plan|report|IFU|requirement|requirements|manual|handbook|guide|guideline|guidelines|procedure|procedures|policy|dossier|standard|work instruction|rule|rules|brochure|data dictionary|dictionary|agreement|contract|charter|leaflet|master file|technical file|workflow description|process description|system description|interface description|product description|functional description|job description|work instructions|checklist|DVP|DMP|FMEA|DHF|ICF|URS|SRS|PRD|SAP|consent form|design inputs|mock-up|mockup|flow chart',
	),
	row('document-generic', 'document', 'doc|docs|document|documents|documentation|page|pages|file', { effect: 'generic' }),
	row('merge', 'merge', 'merge|merges|merged|merging|rebase|rebased|rebasing|branch|branches|git|pull request|cherry-pick|cherry-picked|cherry-picking|latest master|master branch|develop branch|git stash|auto-merge|conflicting file|conflicting files|conflicted file'),
	row('other', 'other', 'schedule|schedules|calendar|conflict of interest|conflicts of interest|resource conflict|port conflict|address conflict|planning conflict|scheduling conflict|meeting|variable names|naming conflict|dependency conflict|version conflict|library conflict|key conflict|lock conflict|time conflict|room conflict|staffing conflict|priority conflict|protocol deviation|protocol violation'),
	patternRow('other-persons', 'other', '\\b(?:conflicts?|disagreements?|contradictions?) between (?:the |our |two |some )?(?:colleagues|people|departments|teams|staff|employees|persons|reviewers|managers|members)\\b'),
	patternRow('other-data', 'other', '\\b(?:two|both|repeated|duplicate) (?:weighings|readings|measurements|results|counts|samples|determinations|titrations)\\b'),
	patternRow('other-then', 'other', '(?:conflict|mismatch|not match|n\'t match|inconsistent|disagree|contradictory), (?:please )?(?:[a-z]+ ){1,5}as (?:the|our|described|required|stated|specified)\\b'),
	patternRow('resolved-same', 'resolved', '\\b(?:matches|agrees|corresponds|is consistent|is in line|is aligned|is identical)\\b[^,.;]{0,40} now\\b|\\bnow (?:fully |again )?(?:matches|match|agrees|agree|corresponds|consistent|in line|identical)\\b', { scope: 'sentence' }),
	row('resolved', 'resolved', 'resolved|fixed|aligned now|now aligned|solved|corrected|now identical|is identical now|agree now|now agree|now match|matches now|used to|no longer an issue|i have changed|we have changed|i have updated|we have updated|is aligned|are aligned|have been corrected|has been corrected|contradiction is gone|has been removed|closing this|is consistent now|consistent now|identical now'),
	row('resolved-here', 'resolved', 'removed|closed|gone', { scope: 'clause' }),
	row('policy', 'policy', 'if|when|whenever|whoever|whatever|anyone|anybody|anything|in case of|in the case of|in the event of|where|should anything|should there be|must not|should not|shall not|may not|cannot|avoid|avoids|prevent|so that nothing|to ensure|should you|should we|should anybody|should anyone|any page that|any document that|any procedure that|any record that|any inconsistency|any conflict|any discrepancy|any contradiction|any deviation|every inconsistency|every discrepancy|procedures that|documents that', { scope: 'ahead' }),
	row('prevails', 'policy', PREVAILS, { scope: 'sentence' }),
	row('question', 'question', '?'),
	row('question-before', 'question', 'does it|does this|do these|do they|is it|is this|are these|are they|isn\'t this|doesn\'t this|would this|could this|would that|could that|does that|does any|does anything|do any|will this|might this|may this|isn\'t that|doesn\'t that|whether|wonder if|not sure if|not sure that|i wonder', { scope: 'ahead' }),
	row('question-tag', 'question', 'right?|isn\'t it?|doesn\'t it?|correct?|or not?|am i right', { scope: 'sentence' }),
	row('negation', 'negation', 'no|not|never|without|nothing|none|neither|nor|no longer|doesn\'t|don\'t|didn\'t|isn\'t|aren\'t|wasn\'t|won\'t|wouldn\'t|can\'t|cannot|not a|free of', { gap: 14 }),
	row('negation-wide', 'negation', 'no|not see|don\'t see|do not see|can\'t see|cannot see|did not find|didn\'t find|could not find|found no|see no|not found any|have not found|haven\'t found|don\'t think|do not think|nothing here|does not introduce|doesn\'t introduce', { gap: 30 }),
	row('quotation', 'quotation', 'comment template|template example|comment example|example comment'),
	row('double-negation', 'exception', 'not free of|not without', { effect: 'negation' }),
	row('no-merge', 'exception', 'branching logic|treatment branch|study branch', { effect: 'merge' }),
	row('no-other', 'exception', 'visit schedule|schedule of assessments|schedule of events|dosing schedule|study schedule|assessment schedule', { effect: 'other' }),
	patternRow('which-prevails', 'exception', WHICH_PREVAILS, { effect: 'policy' }),
	// The question mark of such a question does not doubt the conflict.
	patternRow('which-prevails-asked', 'exception', `${WHICH_PREVAILS}[^?]{0,20}\\?`, { effect: 'question' }),
	row('not-resolved', 'exception', 'not resolved|not fixed|not yet|unresolved|not been resolved|not been fixed|not corrected|never fixed', { effect: 'resolved' }),
	row('still', 'exception', 'still|but|however', { effect: 'resolved', scope: 'clause' }),
	row('no-relation', 'exception', 'conflict resolution|conflict markers', { effect: 'relation' }),
	patternRow('page-number', 'notDocument', '\\bpages? \\d+'),
];
