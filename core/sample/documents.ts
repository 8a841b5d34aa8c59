import { DOCUMENT_EVENT_TYPES as T, type CommentPosted, type DocumentEvent, type PagePlace } from '../documents/evidence.js';
import { documentFact } from '../documents/fact.js';
import type { Actor } from '../evidence/actor.js';
import { sampleConfluenceAccount, samplePeople } from './people.js';

/*
 * Made-up requirement pages with which the lights for documents can be tried without an account: one page edited nine times without a review,
 * one on the way there, reviewed ones, and comments of which some say that a document conflicts. The same bytes every time.
 */

const SOURCE = 'https://wiki.example.com/sample';
const SPACE = 'REQ';

const page = (id: string, title: string): PagePlace => ({ space: SPACE, page: id, title, url: `${SOURCE}/spaces/${SPACE}/pages/${id}` });

const LOGIN = page('9001', '登录与会话需求');
const EXPORT = page('9002', 'Report export requirements');
const INTERFACE = page('9003', '数据接口说明');
const AUDIT = page('9004', 'Audit trail requirements');

const account = (personId: string): Actor => ({ system: 'confluence', account: sampleConfluenceAccount(personId), name: samplePeople.find(({ id }) => id === personId)?.name ?? null, email: null, bot: false });

/** Versions of a page: who published each, and when (`03-02 10:15` of 2026, Shanghai). */
const HISTORIES: ReadonlyArray<readonly [PagePlace, ReadonlyArray<readonly [by: string, at: string, note?: string]>]> = [
	// P062: nine edits since the creation, none of them after the start of a review: red.
	[LOGIN, [['P062', '03-02 10:15', '初稿'], ['P062', '03-02 16:40'], ['P061', '03-03 09:30', '补充超时规则'], ['P062', '03-03 11:05'], ['P062', '03-04 10:20'], ['P062', '03-05 14:00'], ['P062', '03-05 17:45'], ['P062', '03-06 09:50'], ['P061', '03-06 15:10'], ['P062', '03-09 10:30'], ['P062', '03-10 11:20', '修改锁定次数']]],
	// P061: seven before the review and three after it: green.
	[EXPORT, [['P061', '03-02 09:00', 'First draft'], ['P061', '03-02 13:30'], ['P061', '03-03 10:00'], ['P061', '03-03 15:20'], ['P061', '03-04 09:40'], ['P061', '03-04 16:00'], ['P061', '03-05 10:10'], ['P061', '03-09 09:20', 'After review'], ['P061', '03-09 14:00'], ['P061', '03-10 10:00']]],
	// P061: eight, the limit itself: yellow.
	[INTERFACE, [['P061', '03-04 11:00', '初稿'], ['P061', '03-05 09:15'], ['P061', '03-05 16:30'], ['P061', '03-06 10:45'], ['P061', '03-09 11:10'], ['P061', '03-09 16:20'], ['P061', '03-10 09:30'], ['P061', '03-10 15:00']]],
	// P062: two: green.
	[AUDIT, [['P062', '03-04 10:00', 'First draft'], ['P062', '03-06 11:30']]],
];

const COMMENTS: ReadonlyArray<readonly [PagePlace, by: string, at: string, location: CommentPosted['location'], text: string, selection: string | null, mentions?: readonly string[]]> = [
	[LOGIN, 'P052', '03-10 14:05', 'footer', '<p>这个逻辑和《数据接口说明》文档冲突，请确认。</p>', null],
	[LOGIN, 'P053', '03-10 15:30', 'inline', '<p>锁定次数已按会议纪要修改。</p>', '锁定次数'],
	[EXPORT, 'P053', '03-09 10:40', 'inline', '<p>This conflicts with the Audit trail requirements doc, section 3.</p>', 'deleted after 30 days'],
	[EXPORT, 'P052', '03-05 11:00', 'inline', '<p>This contradicts the data interface document.</p>', 'UTF-16'],
	[INTERFACE, 'P054', '03-10 16:10', 'footer', '<p>已核对，与审计追踪需求不冲突。</p>', null],
	[AUDIT, 'P054', '03-06 13:00', 'footer', '<p>Checked: no conflict with the report export document.</p>', null],
	[AUDIT, 'P062', '03-06 13:20', 'reply', '<p>Thanks <ac:link><ri:user ri:account-id="sample:p054" /></ac:link></p>', null, ['P054']],
];

/** Facts of the sample pages, in the order in which they happened on each page. */
export function sampleDocuments(): readonly DocumentEvent[] {
	const events: DocumentEvent[] = [];
	for (const [place, versions] of HISTORIES) {
		versions.forEach(([by, at, note], index) => {
			const version = index + 1;
			events.push(documentFact(SOURCE, T.versionPublished, `page-${place.page}-v${version}`, time(at), { ...place, version, author: account(by), minorEdit: false, note: note ?? null, status: version === versions.length ? 'current' : 'historical' }));
		});
	}
	events.push(documentFact(SOURCE, T.labelAdded, `label-${EXPORT.page}-in-review-v7`, time('03-06 09:00'), { ...EXPORT, label: 'in-review', by: null, observed: true }));
	events.push(documentFact(SOURCE, T.taskAssigned, `task-${AUDIT.page}-1`, time('03-06 14:00'), { ...AUDIT, task: `${AUDIT.page}-1`, author: account('P062'), assignee: account('P060'), text: '<p>Please review section 2</p>' }));
	COMMENTS.forEach(([place, by, at, location, text, selection, mentions = []], index) => {
		const comment = String(9501 + index);
		events.push(documentFact(SOURCE, T.commentPosted, `comment-${comment}-v1`, time(at), { ...place, comment, version: 1, location, author: account(by), text, selection, mentions: mentions.map(sampleConfluenceAccount) }));
	});
	// The contradiction of the fourth comment was settled, so it lights nothing.
	events.push(documentFact(SOURCE, T.commentResolved, 'comment-9504-resolved', time('03-06 10:00'), { ...EXPORT, comment: '9504', resolution: 'resolved', by: account('P061'), observed: false }));
	return events;
}

/** `03-02 10:15` → `2026-03-02T10:15:00+08:00`. */
const time = (at: string): string => `2026-${at.replace(' ', 'T')}:00+08:00`;
