import { captureVersions, draftOfRow, findSubmission, indexVersions, traceVersions, versionsOf, versionToRow, type Submission, type Trace, type TraceSettings, type VersionDraft, type VersionRow } from '../../../core/lineage/index.js';
import { zoneOf } from '../../../core/time/zone.js';

/* Made up for tests: lists of versions as a person would write them. */

export const SHANGHAI = zoneOf('Asia/Shanghai');
export const hashOf = (digit: string): string => digit.repeat(64);

const BASE = { document: 'IB', name: 'Investigator brochure.pdf', changeNote: 'Updated after review', modifier: 'Li Lei' };

/** Rows of a list as stored rows. */
export function stored(rows: ReadonlyArray<Readonly<Record<string, unknown>>>): VersionRow[] {
	const drafts = rows.flatMap((row): readonly VersionDraft[] => {
		const read = draftOfRow({ ...BASE, ...row }, { source: 'https://dms.example.com/list' });
		if ('unusable' in read) throw new Error(read.unusable.reason);
		return read.drafts;
	});
	return captureVersions({ drafts, known: [], recordedAt: '2026-03-01T08:00:00+08:00' }).versions.map(({ entry }) => versionToRow(entry));
}

export function submission(more: Partial<Submission> = {}): Submission {
	const found = findSubmission([{ acceptanceNumber: 'CXHS2600001', documents: '["IB"]', acceptedAt: '2026-02-15', registeredAt: '2026-02-16T08:00:00+08:00' }], 'CXHS2600001');
	if (found === null) throw new Error('not registered');
	return { ...found, ...more };
}

export function traceOf(rows: readonly unknown[], asked: Submission | null = submission(), more: Partial<TraceSettings> & { readonly at?: string; readonly documents?: readonly string[]; readonly indexed?: boolean } = {}): Trace {
	const source = versionsOf(rows);
	const { at = null, documents = [], indexed = false, ...settings } = more;
	const read = traceVersions({ submission: asked, documents, at }, source, indexed ? indexVersions(source) : null, { zone: SHANGHAI, asOf: '2026-04-01T08:00:00+08:00', ...settings });
	if (!read.ok) throw new Error(`${read.field}: ${read.value}`);
	return read.trace;
}

/** Findings of the first document as `code: versions`. */
export const found = (trace: Trace): string[] => (trace.lineages[0]?.value.findings ?? []).map(({ code, category, versions }) => `${code}${category === 'supplement' ? ' (supplement)' : ''}: ${versions.join(' ')}`.trim());
