import { linkFor } from '../../explanation/escape.js';
import type { Context, PageContent } from '../context.js';
import { objectOf, parsed, textOf, type Row } from '../figure.js';
import { Html, html, NOTHING } from '../html.js';
import { notFound, section, table } from '../parts.js';
import { recordKeyOf } from '../plan.js';
import { RECORD_KINDS } from '../words.js';

/** Fields that name a person. A page of a record names nobody: records of a unit that name all but one would tell of that one. */
const PERSONS = ['person', 'manager', 'employee', 'viewer', 'about', 'author', 'invited', 'approver'];

/** Fields in which people write freely, or quote others: they go with the person whom the record is about. */
const FREE_TEXTS = ['reason', 'text', 'quote', 'citationText', 'comment', 'note'];

/** The record of the reference, among those the tables hold: of the same source, where the address names one. */
function found({ rows, request }: Context): { readonly row: Row; readonly payload: Row } | null {
	for (const row of rows('pt_process_records')) {
		const payload = parsed(textOf(row['payload']));
		const kind = textOf(row['kind']);
		const source = textOf(payload['source']).trim() || `rows:${kind}`;
		const isNamed = textOf(payload['id']).trim() === request.record && (request.source === '' || source === request.source);
		if (isNamed || textOf(row['recordKey']) === recordKeyOf(kind, request.source, request.record)) return { row, payload };
	}
	return null;
}

/** The record as it was stored, with the link to the source; whoever may see persons there finds them in the source system. */
export function recordPage(context: Context): PageContent {
	const { request, say, to, language } = context;
	if (request.record === '') return notFound(context);
	const back = request.figure === '' ? [] : [[say('back'), to({ view: 'figure', figure: request.figure })] as const];
	const trail = [[say('overview'), to({ view: 'overview' })] as const, ...back];
	const title = `${say('recordTitle')} ${request.record}`;
	const record = found(context);
	const message = (text: string): PageContent => ({ title, trail, body: html`<div class="message"><p>${text}</p></div>`, sheet: { columns: ['source', 'record', 'message'], rows: [[request.source, request.record, text]] } });
	if (record === null) return message(say('recordMissing', { source: request.source, record: request.record }));
	const kind = textOf(record.row['kind']);
	if (kind === 'rating' || context.definitions.some(({ anonymous, rows }) => anonymous && rows.includes(kind))) return message(say('recordAnonymous'));
	const fields = fieldsOf(context, kind, record.row, record.payload);
	const url = textOf(record.row['url']) === '' ? textOf(record.payload['url']) : textOf(record.row['url']);
	const link = new Html(linkFor('html', say('openInSource'), url));
	const word = Object.hasOwn(RECORD_KINDS, kind) ? (RECORD_KINDS[kind]?.[language] ?? kind) : kind;
	const body = html`<p class="lead">${say('recordText')}</p>${url === '' ? NOTHING : html`<p class="actions">${link}</p>`}
${section('fields', word, table(title, [say('field'), say('value')], fields.map(([name, value]) => [{ content: name, kind: 'head' }, { content: value, kind: 'wide' }]), 'fields'))}`;
	return { title, trail, body, sheet: { columns: ['field', 'value'], rows: fields.map(([name, value]) => [name, value]) }, whole: Object.fromEntries(fields) };
}

function fieldsOf({ say }: Context, kind: string, row: Row, payload: Row): ReadonlyArray<readonly [name: string, value: string]> {
	const stored: Row = Object.keys(payload).length > 0 ? payload : objectOf(Object.fromEntries(Object.entries(row).filter(([name]) => ['at', 'person', 'team', 'department', 'recordedAt'].includes(name))));
	const all: Row = { kind, ...stored };
	return Object.entries(all)
		.filter(([name, value]) => name !== 'url' && value !== null && value !== '')
		.map(([name, value]) => {
			if (FREE_TEXTS.includes(name)) return [name, say('textHidden')] as const;
			return [name, PERSONS.includes(name) ? say('notNamed') : typeof value === 'string' ? value : JSON.stringify(value)] as const;
		});
}
