import { DEFAULT_PATTERN_ROWS } from '../../../core/comment-patterns/index.js';
import { CODE_STREAK, DOCUMENT_CONFLICT, PAGE_EDITS, type RedLightRule } from '../../../core/red-light/index.js';

/*
 * What the tables of rules and patterns hold before anybody edits them. An empty threshold of a rule is that of the settings node.
 */

/** Which workflow a row of `pt_rules` belongs to. */
export type Area = 'code' | 'documents';

const ruleRow = (area: Area, { id, kind, version, name, enabled }: Pick<RedLightRule, 'id' | 'kind' | 'version' | 'name' | 'enabled'>, more: object = {}): object => ({ ruleId: id, area, kind, enabled, nameEn: name.en, nameZh: name['zh-CN'], version, ...more });

const EMPTY_CELLS = 'Empty thresholds: those of the settings node. 阈值留空：取设置节点中的值。';
const EXAMPLE = 'An example, switched off. 示例，未启用。';

const example = (id: string, en: string, zh: string): Pick<RedLightRule, 'id' | 'kind' | 'version' | 'name' | 'enabled'> => ({ id, kind: 'generic', version: '1', name: { en, 'zh-CN': zh }, enabled: false });

export const RULE_ROWS: Readonly<Record<Area, readonly object[]>> = {
	code: [
		ruleRow('code', CODE_STREAK, { note: EMPTY_CELLS }),
		ruleRow('code', example('example-conflicts', 'Merge conflicts in two weeks', '两周内的合并冲突'), { measure: 'changesConflicted', operator: 'over', threshold: 4, window: 'slidingDays', days: 10, groupBy: 'repository', note: EXAMPLE }),
	],
	documents: [
		ruleRow('documents', PAGE_EDITS, { note: EMPTY_CELLS }),
		ruleRow('documents', DOCUMENT_CONFLICT),
		ruleRow('documents', example('example-comments', 'Many comments on one page in a week', '一周内同一页面评论过多'), { measure: 'pageComments', operator: 'over', threshold: 20, window: 'slidingDays', days: 5, groupBy: 'page', note: EXAMPLE }),
	],
};

/** The patterns of the pack as rows of `pt_patterns`. */
export const PATTERN_ROWS: readonly object[] = DEFAULT_PATTERN_ROWS.map(({ id, words, pattern, effect, ...row }) => ({ patternId: id, ...row, words: words.join('|'), pattern: pattern ?? '', effect: effect ?? '' }));
