import { rowsSchema } from '../text/rowSchema.js';
import { PATTERN_VOCABULARY } from './row.js';

/** A list of pattern rows as JSON; what is left out has its default by kind. JSON Schema, draft 2020-12. */
export const COMMENT_PATTERNS_SCHEMA = rowsSchema(PATTERN_VOCABULARY, 'comment-patterns-v1', 'Comment patterns');
