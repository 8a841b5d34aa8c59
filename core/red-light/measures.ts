import { DOCUMENT_EVENT_TYPES } from '../documents/evidence.js';
import type { Actor } from '../evidence/actor.js';
import type { CloudEvent } from '../evidence/cloudEvent.js';
import { GIT_EVENT_TYPES } from '../git/evidence.js';
import type { BilingualText } from '../judgement/judgement.js';

/*
 * What a rule of kind `generic` can count. A measure names the types of evidence, whose doing it is and what is the same fact.
 */

/** Fields of any evidence, read by name. */
export type Fields = Readonly<Record<string, unknown>>;

export interface Measure {
	readonly label: BilingualText;
	readonly types: readonly string[];
	/** Field of `data` that holds the account whose doing it is. */
	readonly actor: 'author' | 'by' | 'reviewer' | 'commenter';
	/** Further condition on `data`. */
	readonly when?: (data: Fields) => boolean;
}

const { changeCreated, changeMerged, changeAbandoned, changeConflicted, changeReviewed, changeCommented, commitRecorded, checkCompleted } = GIT_EVENT_TYPES;
const { versionPublished, attachmentVersioned, commentPosted, labelAdded, stateChanged, taskAssigned, reviewRequested } = DOCUMENT_EVENT_TYPES;

export const MEASURES = {
	changesCreated: { label: { en: 'pull requests opened', 'zh-CN': '新建 PR' }, types: [changeCreated], actor: 'author' },
	changesMerged: { label: { en: 'pull requests merged', 'zh-CN': '已合并 PR' }, types: [changeMerged], actor: 'author' },
	changesAbandoned: { label: { en: 'pull requests closed without merge', 'zh-CN': '未合并而关闭的 PR' }, types: [changeAbandoned], actor: 'author' },
	changesDecided: { label: { en: 'pull requests decided', 'zh-CN': '已裁决 PR' }, types: [changeMerged, changeAbandoned], actor: 'author' },
	changesConflicted: { label: { en: 'pull requests with merge conflicts', 'zh-CN': '有合并冲突的 PR' }, types: [changeConflicted], actor: 'author' },
	reviewsGiven: { label: { en: 'reviews given', 'zh-CN': '给出的评审' }, types: [changeReviewed], actor: 'reviewer' },
	changeComments: { label: { en: 'comments on pull requests', 'zh-CN': 'PR 评论' }, types: [changeCommented], actor: 'commenter' },
	commits: { label: { en: 'commits', 'zh-CN': '提交' }, types: [commitRecorded], actor: 'author', when: (data) => !(typeof data['parents'] === 'number' && data['parents'] > 1) },
	checksCompleted: { label: { en: 'checks completed', 'zh-CN': '已完成的检查' }, types: [checkCompleted], actor: 'author' },
	checksFailed: { label: { en: 'checks failed', 'zh-CN': '失败的检查' }, types: [checkCompleted], actor: 'author', when: (data) => data['conclusion'] === 'failure' },
	pageVersions: { label: { en: 'page versions', 'zh-CN': '页面版本' }, types: [versionPublished], actor: 'author', when: (data) => data['status'] !== 'draft' },
	attachmentVersions: { label: { en: 'attachment versions', 'zh-CN': '附件版本' }, types: [attachmentVersioned], actor: 'author' },
	pageComments: { label: { en: 'comments on pages', 'zh-CN': '页面评论' }, types: [commentPosted], actor: 'author' },
	labelsAdded: { label: { en: 'labels added', 'zh-CN': '新增标签' }, types: [labelAdded], actor: 'by' },
	statesChanged: { label: { en: 'content states changed', 'zh-CN': '内容状态变更' }, types: [stateChanged], actor: 'by' },
	tasksAssigned: { label: { en: 'tasks assigned on pages', 'zh-CN': '页面任务指派' }, types: [taskAssigned], actor: 'author' },
	reviewsRequested: { label: { en: 'reviews requested', 'zh-CN': '发起的评审' }, types: [reviewRequested], actor: 'by' },
} as const satisfies Record<string, Measure>;

export type MeasureName = keyof typeof MEASURES;
export const MEASURE_NAMES = Object.keys(MEASURES) as readonly MeasureName[];

/** Copies of a commit, and versions of one page that two readings report, are one fact; else source and id say it. */
export function factIdentity({ type, source, id, data }: CloudEvent): string {
	const fields = data as Fields;
	if (type === commitRecorded) return `commit ${String(fields['contentKey'])}`;
	if (type === versionPublished) return `version ${source} ${String(fields['page'])} ${String(fields['version'])}`;
	return `${source} ${id}`;
}

export function actorOf(measure: Measure, data: Fields): Actor | null {
	return (data[measure.actor] as Actor | null | undefined) ?? null;
}

/** A field of `data` as text, by its name with dots; empty where there is none. */
export function fieldText(data: Fields, path: string): string {
	let value: unknown = data;
	for (const step of path.split('.')) {
		if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return '';
		value = (value as Fields)[step];
	}
	return typeof value === 'string' ? value : value === null || value === undefined ? '' : JSON.stringify(value);
}
