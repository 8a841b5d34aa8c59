import { rowOfPattern } from '../text/row.js';
import { CHINESE_TERMS } from './defaultsZh.js';
import { ENGLISH_TERMS } from './defaultsEn.js';
import { TERM_VOCABULARY, type TermRow } from './row.js';

/** Ids and addresses, in any language. */
const COMMON_TERMS: readonly TermRow[] = [
	rowOfPattern(TERM_VOCABULARY, 'any', 'record-id', 'record', '\\b(?:pr|mr|capa|card|ms|cr|bug|issue|dcr)s? ?[#!-] ?(?:\\d{2,4}-)?\\d+|\\b[a-z]{2,8}-\\d{2,}(?:-\\d+)?\\b|\\b(?:pr|mr|capa) \\d+'),
	rowOfPattern(TERM_VOCABULARY, 'any', 'record-none', 'exception', '\\b(?:utf|iso|sha|covid|rfc|ipv|gmt|utc|ich|gcp|cfr|q[1-4]|v|h[12]|b2b|t)-?\\d+', { effect: 'record' }),
	rowOfPattern(TERM_VOCABULARY, 'any', 'link', 'link', 'https?://[^\\s]*(?:dashboard|/pull/\\d|/merge_requests/\\d|/pulls/\\d|/browse/[a-z0-9]+-\\d|/commit/|redcap|openclinica|castoredc|mdsol|/edc|/cards?/|/milestones?/|pageid=\\d|/pages/\\d|grafana|metabase|superset)'),
];

/** The families of the domain reference, section 7, and how managers say them. */
export const DEFAULT_TERM_ROWS: readonly TermRow[] = [...CHINESE_TERMS, ...ENGLISH_TERMS, ...COMMON_TERMS];
