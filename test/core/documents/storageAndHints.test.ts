import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { downloadCall } from '../../../core/documents/confluence/download.js';
import { mentionsIn, tasksIn } from '../../../core/documents/confluence/storageFormat.js';
import { readConfluenceHint } from '../../../core/documents/confluence/webhook.js';
import { createContentHash } from '../../../core/documents/contentHash.js';
import { documentSource } from '../../../core/documents/pull.js';
import { sha256 } from '../../../core/evidence/key.js';

describe('S7: what is read of the storage format', () => {
	it('S7: mentions by account id, user key or user name, each once', () => {
		expect(mentionsIn('<p><ac:link><ri:user ri:account-id="5b10:a&amp;b" /></ac:link> <ac:link><ri:user ri:userkey="2c9e" /></ac:link><ac:link><ri:user   ri:username="bob"/></ac:link><ri:user ri:userkey="2c9e"/></p>')).toEqual(['5b10:a&b', '2c9e', 'bob']);
		expect(mentionsIn('<p>&lt;ri:user ri:userkey="x"/&gt; nobody @bob</p>')).toEqual([]);
	});

	it('S7: tasks with whom they are given to, a task inside a task apart', () => {
		const list = '<ac:task-list><ac:task><ac:task-id>13</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body>Review <ri:user ri:userkey="k1"/><ac:task-list><ac:task><ac:task-id>15</ac:task-id><ac:task-body>inner <ri:user ri:userkey="k2"/></ac:task-body></ac:task></ac:task-list></ac:task-body></ac:task><ac:task><ac:task-id>16</ac:task-id><ac:task-body>nobody</ac:task-body></ac:task></ac:task-list>';
		expect(tasksIn(list).map(({ id, assignee }) => [id, assignee])).toEqual([['13', 'k1'], ['15', 'k2'], ['16', null]]);
	});

	it('S7: hostile text is read in linear time', () => {
		for (const piece of ['<ri:user ', '<ri:user ri:userkey="', '<ac:task><ac:task-body>', '<ac:task><ac:task-id>']) {
			const time = (count: number): number => {
				const text = piece.repeat(count);
				const start = performance.now();
				mentionsIn(text);
				tasksIn(text);
				return performance.now() - start;
			};
			time(1000);
			expect(time(20_000)).toBeLessThan(2000);
		}
		fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => Array.isArray(mentionsIn(text)) && Array.isArray(tasksIn(text))));
	});
});

describe('S7: hints of Data Center', () => {
	it.each([
		['page_updated', { page: { id: 101, version: 4, contentType: 'page' } }, { pages: ['101'] }],
		['page_created', { page: { id: '102', parent: { id: 1, contentType: 'page' } } }, { pages: ['102'] }],
		['comment_created', { comment: { id: 55, contentType: 'comment', parent: { id: 101, contentType: 'page' } } }, { pages: ['101'] }],
		['comment_updated', { comment: { id: 56, parent: { id: 55, contentType: 'comment' } } }, { pages: [], contents: ['56', '55'] }],
		['comment_deleted', { comment: { id: 57 } }, { pages: [], contents: ['57'] }],
		['attachment_created', { attachments: [{ id: 61 }, { id: 62 }], attachedTo: { id: 101, contentType: 'page' } }, { pages: ['101'] }],
		['label_added', { label: { name: 'in-review' }, labeled: { id: 101, contentType: 'page' } }, { pages: ['101'] }],
	])('S7: %s names what to read', (event, body, scope) => {
		expect(readConfluenceHint({ timestamp: 1_710_000_000_000, event, userKey: 'k', ...body })).toEqual({ kind: 'read', event, scope });
	});

	it.each([[null], [{}], [{ test: true }], ['text'], [[]], [{ event: 'space_created', space: { key: 'A' } }], [{ event: 'page_updated', page: null }], [{ event: 'page_updated', page: { id: {} } }]])('S7: %j hints at nothing and throws nothing', (body) => {
		expect(readConfluenceHint(body).kind).toBe('none');
	});

	it('S7: any JSON is taken without a throw', () => {
		fc.assert(fc.property(fc.jsonValue(), (body) => ['none', 'read'].includes(readConfluenceHint(body).kind)));
	});
});

describe('S3: content of attachments', () => {
	it('S3: the hash in pieces is the hash of the whole', () => {
		fc.assert(
			fc.property(fc.array(fc.uint8Array()), (pieces) => {
				const hash = createContentHash();
				for (const piece of pieces) hash.write(piece);
				const whole = Uint8Array.from(pieces.flatMap((piece) => [...piece]));
				expect(hash.end()).toEqual({ sha256: sha256(whole), size: whole.length });
			}),
		);
	});

	it('S3: is fetched by page, attachment and version, whatever the name holds', () => {
		const place = { space: null, page: '101', title: null, url: null, attachment: 'att61', name: '审查 #1?.pdf', version: 2, author: null, note: null, mediaType: null, size: null, sha256: null };
		expect(downloadCall('confluenceCloud', place).path).toBe('/wiki/rest/api/content/101/child/attachment/att61/download?version=2');
		expect(downloadCall('confluenceDataCenter', place).path).toBe('/download/attachments/101/%E5%AE%A1%E6%9F%A5%20%231%3F.pdf?version=2');
	});

	it('S7: the source holds no secret and is the same however the address is written', () => {
		expect(documentSource('confluenceCloud', 'https://user:pass@example.atlassian.net/?token=1#x')).toBe('https://example.atlassian.net/wiki');
		expect(documentSource('confluenceDataCenter', 'https://wiki.example.org/confluence/')).toBe('https://wiki.example.org/confluence');
	});
});
