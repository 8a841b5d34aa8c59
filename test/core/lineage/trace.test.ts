import { describe, expect, it } from 'vitest';
import { FINDING_CODES } from '../../../core/lineage/index.js';
import { found, hashOf, SHANGHAI, stored, submission, traceOf } from './sample.js';

const approved = (number: string, at: string, more: object = {}): Readonly<Record<string, unknown>> => ({ number, uploadedAt: at, approver: 'Chen Jie', approvedAt: at, ...more });
const WORKED = [approved('1', '2026-01-05'), approved('2', '2026-02-10'), { number: '4', uploadedAt: '2026-02-20' }];

describe('S3: in force at the acceptance', () => {
	it('S3: worked value: v1 approved 01-05, v2 approved 02-10, v4 uploaded 02-20 unapproved, acceptance 02-15 → v2, and exactly three findings', () => {
		const trace = traceOf(stored(WORKED));
		const [lineage] = trace.lineages;
		expect(lineage?.value.inForce).toMatchObject({ number: '2', basis: 'approval' });
		expect(lineage?.value.versions.map(({ number }) => number)).toEqual(['1', '2', '4']);
		expect(found(trace).sort()).toEqual(['missingApproval: 4', 'numberGap:', 'uploadedAfterAcceptance: 4']);
		expect(lineage?.value.findings.find(({ code }) => code === 'numberGap')).toMatchObject({ gap: { from: '3', to: '3', after: '2', count: 1 } });
		expect(lineage?.explanation.en).toContain('version 2 of “Investigator brochure.pdf” was in force (by its approval)');
		expect(lineage?.explanation['zh-CN']).toContain('有效版本为 2（依据批准时间）');
		expect(lineage?.value.at).toEqual({ text: '2026-02-15', kind: 'acceptance', dateOnly: true });
	});

	it('S3: the worked value needs no upload times and no notes beyond those stated', () => {
		const trace = traceOf(stored([{ number: 'v1', approver: 'Chen Jie', approvedAt: '2026-01-05' }, { number: 'v2', approver: 'Chen Jie', approvedAt: '2026-02-10' }, { number: 'v4', uploadedAt: '2026-02-20' }]));
		expect(found(trace).sort()).toEqual(['missingApproval: v4', 'numberGap:', 'uploadedAfterAcceptance: v4']);
		expect(trace.lineages[0]?.value.inForce).toMatchObject({ number: 'v2' });
	});

	it.each([
		['exactly then', '2026-02-10T10:00:00+08:00', '2'],
		['a millisecond before', '2026-02-10T09:59:59.999+08:00', '1'],
	])('S3: the boundary is inclusive: effective %s', (_, at, number) => {
		const rows = stored([{ number: '1', effectiveFrom: '2026-01-05T00:00:00+08:00' }, { number: '2', effectiveFrom: '2026-02-10T10:00:00+08:00' }]);
		expect(traceOf(rows, null, { at, documents: ['IB'] }).lineages[0]?.value.inForce).toMatchObject({ number, basis: 'effectiveDate' });
	});

	it('S3: the effective date goes before the approval, the approval before the upload, and the answer says which it was', () => {
		const rows = stored([
			{ number: '1', uploadedAt: '2026-01-01' },
			approved('2', '2026-01-10', { effectiveFrom: '2026-03-01' }),
		]);
		expect(traceOf(rows).lineages[0]?.value.inForce).toMatchObject({ number: '1', basis: 'upload', basisName: { en: 'by its upload: uploaded, no approval' } });
		expect(traceOf(rows, submission({ acceptedAt: '2026-03-01' })).lineages[0]?.value.inForce).toMatchObject({ number: '2', basis: 'effectiveDate' });
		expect(traceOf(rows, submission(), { uploadRule: 'withoutApprovals' }).lineages[0]?.value.inForce).toBeNull();
	});

	it('S3: a date-only acceptance is the end of that local day; versions of that day are flagged', () => {
		const rows = stored([approved('1', '2026-02-15T23:30:00+08:00'), approved('2', '2026-02-16T00:00:00+08:00')]);
		const [lineage] = traceOf(rows).lineages;
		expect(lineage?.value.inForce).toMatchObject({ number: '1', sameDay: true });
		expect(lineage?.value.versions.map(({ number, sameDay }) => [number, sameDay])).toEqual([['1', true], ['2', false]]);
		expect(lineage?.explanation.en).toContain('of the same day');
		// An instant is no day: nothing is left open.
		expect(traceOf(rows, submission({ acceptedAt: '2026-02-15T23:40:00+08:00' })).lineages[0]?.value.inForce).toMatchObject({ number: '1', sameDay: false });
	});

	it('S3: of two that start at the same instant the later number holds, and one withdrawn before does not', () => {
		const rows = stored([approved('1.9', '2026-01-05'), approved('1.10', '2026-01-05'), approved('1.11', '2026-01-20', { withdrawnAt: '2026-02-01', state: 'withdrawn' })]);
		expect(traceOf(rows).lineages[0]?.value.inForce).toMatchObject({ number: '1.10' });
		expect(traceOf(rows, null, { at: '2026-01-25', documents: ['IB'] }).lineages[0]?.value.inForce).toMatchObject({ number: '1.11' });
	});

	it('S3: drafts, rejected versions and versions in review are not in force by their upload', () => {
		const rows = stored([{ number: '0.9', uploadedAt: '2026-01-01' }, { number: '1', uploadedAt: '2026-01-02', state: 'in review' }, { number: '2', uploadedAt: '2026-01-03', state: '已驳回' }]);
		const trace = traceOf(rows);
		expect(trace.lineages[0]?.value.inForce).toBeNull();
		expect(found(trace)).toContain('noVersionInForce:');
	});
});

describe('S3: findings', () => {
	const codes = (rows: ReadonlyArray<Readonly<Record<string, unknown>>>, asked = submission()): string[] => found(traceOf(stored(rows), asked));
	const good = [approved('1', '2026-01-05'), approved('2', '2026-02-10')];

	it('S3: a complete lineage has none', () => {
		expect(codes(good)).toEqual([]);
	});

	it('S3: numberGap only inside one scheme', () => {
		expect(codes([approved('A', '2026-01-01'), approved('C', '2026-01-02'), approved('1', '2026-01-03'), approved('2', '2026-01-04')])).toEqual(['numberGap:']);
		expect(codes([approved('A', '2026-01-01'), approved('B', '2026-01-02'), approved('1', '2026-01-03')])).toEqual([]);
	});

	it('S3: missingApproval names the roles that are asked for', () => {
		const trace = traceOf(stored(good), submission(), { requiredRoles: ['author', 'reviewer', 'approver'] });
		expect(trace.lineages[0]?.value.findings).toMatchObject([{ code: 'missingApproval', versions: ['1', '2'], roles: ['author', 'reviewer'], text: { en: 'Versions 1, 2 have no author and no reviewer.', 'zh-CN': '版本 1、2 缺少起草人、审核人。' } }]);
	});

	it('S3: changedAfterApproval by the hash the approver saw', () => {
		const trace = traceOf(stored([approved('1', '2026-01-05', { sha256: hashOf('a'), approvedSha256: hashOf('a') }), approved('2', '2026-02-10', { sha256: hashOf('b'), approvedSha256: hashOf('c') })]));
		expect(found(trace)).toEqual(['changedAfterApproval: 2']);
		expect(trace.lineages[0]?.value.findings[0]).toMatchObject({ approved: hashOf('c'), found: hashOf('b'), inForce: true });
	});

	it('S3: uploadedAfterAcceptance is a supplement when it answers a deficiency letter', () => {
		const late = approved('3', '2026-03-10');
		expect(codes([...good, late])).toEqual(['uploadedAfterAcceptance: 3']);
		expect(codes([...good, { ...late, deficiencyLetter: 'BZ-7' }])).toEqual(['uploadedAfterAcceptance (supplement): 3']);
		expect(codes([...good, late], submission({ deficiencyLetters: [{ number: 'BZ-8', issuedAt: '2026-03-01', documents: ['IB'] }] }))).toEqual(['uploadedAfterAcceptance (supplement): 3']);
		// Uploaded before the letter was written, or for another document: no answer to it.
		expect(codes([...good, late], submission({ deficiencyLetters: [{ number: 'BZ-8', issuedAt: '2026-03-20', documents: ['IB'] }] }))).toEqual(['uploadedAfterAcceptance: 3']);
		expect(codes([...good, late], submission({ deficiencyLetters: [{ number: 'BZ-8', issuedAt: '2026-03-01', documents: ['CSR'] }] }))).toEqual(['uploadedAfterAcceptance: 3']);
	});

	it('S3: sameContentDifferentName within a document and across documents', () => {
		expect(codes([approved('1', '2026-01-05', { sha256: hashOf('a'), name: 'IB.pdf' }), approved('2', '2026-02-10', { sha256: hashOf('a'), name: 'IB final.pdf' })])).toEqual(['sameContentDifferentName: 1 2']);
		const across = traceOf(stored([approved('1', '2026-01-05', { sha256: hashOf('a') }), approved('1', '2026-01-05', { document: 'CSR', name: 'Report.pdf', sha256: hashOf('a') })]), submission({ documents: ['IB', 'CSR'] }));
		expect(across.findings).toMatchObject([{ code: 'sameContentDifferentName', same: [{ document: 'IB' }, { document: 'CSR' }] }]);
	});

	it('S3: sameNameDifferentContent across documents, and under one number', () => {
		const across = traceOf(stored([approved('1', '2026-01-05', { sha256: hashOf('a') }), approved('1', '2026-01-05', { document: 'IB-2', sha256: hashOf('b') })]), submission({ documents: ['IB', 'IB-2'] }));
		expect(across.findings).toMatchObject([{ code: 'sameNameDifferentContent', name: 'Investigator brochure.pdf' }]);
		expect(codes([approved('1', '2026-01-05', { sha256: hashOf('a'), sourceId: 'x' }), approved('V1', '2026-01-06', { sha256: hashOf('b'), sourceId: 'y' })])).toEqual(['sameNameDifferentContent: V1']);
	});

	it('S3: backdated: an earlier upload than the version before, effective before approved, approved days before it was there', () => {
		expect(codes([approved('1', '2026-01-20'), approved('2', '2026-01-10')])).toEqual(['backdated: 2']);
		expect(codes([approved('1', '2026-01-20', { effectiveFrom: '2026-01-10' })])).toEqual(['backdated: 1']);
		expect(codes([approved('1', '2026-01-20', { approvedAt: '2026-01-10' })])).toEqual(['backdated: 1']);
	});

	it('S3: noChangeNote, but not for the first version', () => {
		expect(codes(good.map((row) => ({ ...row, changeNote: ' ' })))).toEqual(['noChangeNote: 2']);
	});

	it('S3: missingTime where the source names none', () => {
		expect(codes([approved('1', '2026-01-05'), { number: '2', approver: 'Chen Jie' }])).toEqual(['missingTime: 2']);
	});

	it('S3: noVersionInForce before the first version', () => {
		expect(codes(good, submission({ acceptedAt: '2026-01-01' })).sort()).toEqual(['noVersionInForce:', 'uploadedAfterAcceptance: 1', 'uploadedAfterAcceptance: 2']);
	});

	it('S3: samePerson: author, reviewer and approver are three persons, by person and not by spelling', () => {
		const trail = { author: 'chen  JIE', authoredAt: '2026-01-05', reviewer: 'Wu Min', reviewedAt: '2026-01-05' };
		expect(codes([approved('1', '2026-01-05', trail)])).toEqual(['samePerson: 1']);
		expect(codes([approved('1', '2026-01-05', { ...trail, author: 'cjie' })])).toEqual([]);
		expect(found(traceOf(stored([approved('1', '2026-01-05', { ...trail, author: 'cjie' })]), submission(), { people: { cjie: 'Chen Jie' } }))).toEqual(['samePerson: 1']);
	});

	it('S3: chainBroken where a stored version was altered', () => {
		const rows = stored(good).map((row) => (row.number === '2' ? { ...row, changeNote: 'Nothing changed' } : row));
		const trace = traceOf(rows);
		expect(found(trace)).toEqual(['chainBroken:']);
		expect(trace.lineages[0]?.value.chain).toMatchObject({ intact: false, faults: [{ kind: 'altered', version: '2', sequence: 2 }] });
		expect(trace.lineages[0]?.explanation.en).toContain('ALTERED');
	});

	it('S3: documentNotFound where a registered document has no version', () => {
		expect(traceOf(stored(good), submission({ documents: ['IB', 'Label'] })).findings).toMatchObject([{ code: 'documentNotFound', wanted: 'Label' }]);
	});

	it('S3: every finding has a test of its name here', () => {
		expect(FINDING_CODES).toHaveLength(13);
	});
});

describe('S3: lineages', () => {
	it('S3: the same content in another document is linked by its hash, wherever it is filed', () => {
		const rows = stored([approved('1', '2026-01-05', { sha256: hashOf('a') }), approved('7', '2026-01-05', { document: 'Archive', name: 'old.pdf', sha256: hashOf('a') })]);
		expect(traceOf(rows).lineages[0]?.value.sameContent).toEqual([
			{ sha256: hashOf('a'), version: { document: 'IB', name: 'Investigator brochure.pdf', number: '1' }, others: [{ document: 'Archive', name: 'old.pdf', number: '7' }] },
		]);
	});

	it('S3: the same rows, question and moment give the same bytes, whatever order other documents stand in', () => {
		const rows = stored([approved('1', '2026-01-05'), approved('1', '2026-01-05', { document: 'CSR', name: 'CSR.pdf' })]);
		const both = submission({ documents: ['IB', 'CSR'] });
		expect(JSON.stringify(traceOf([...rows].reverse(), both).lineages)).toBe(JSON.stringify(traceOf(rows, both).lineages));
	});

	it('S3: with an index and without one the answer is the same', () => {
		const rows = stored(['IB', 'CSR', 'Label'].flatMap((document) => [approved('1', '2026-01-05', { document, name: `${document}.pdf`, sha256: hashOf('a') }), approved('2', '2026-02-05', { document, name: `${document} final.pdf`, sha256: hashOf('b') })]));
		for (const documents of [['IB', 'Label'], ['label FINAL.pdf', 'IB'], ['CSR.pdf', 'nothing'], []]) {
			expect(traceOf(rows, submission({ documents }), { indexed: true })).toEqual(traceOf(rows, submission({ documents })));
		}
		expect(traceOf(rows, submission({ documents: ['label FINAL.pdf'] })).lineages.map(({ value }) => [value.document, value.versions.length])).toEqual([['Label', 2]]);
	});

	it('S3: a document is found by its name in any case and width', () => {
		expect(traceOf(stored([approved('1', '2026-01-05')]), submission({ documents: ['ＩNVESTIGATOR  brochure.PDF'] })).lineages).toHaveLength(1);
	});

	it('S3: a lineage carries its evidence, rule and parameters', () => {
		const [lineage] = traceOf(stored([approved('1', '2026-01-05', { url: 'https://dms.example.com/1' })])).lineages;
		expect(lineage).toMatchObject({
			kind: 'lineage',
			rule: { id: 'version-traceback', version: '1', parameters: { acceptanceNumber: 'CXHS2600001', at: '2026-02-15', zone: SHANGHAI.name, uploadRule: 'always' } },
			evidence: [{ source: 'https://dms.example.com/list', time: '2026-01-05', actor: 'Li Lei', url: 'https://dms.example.com/1' }],
		});
	});
});
