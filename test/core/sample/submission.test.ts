import { describe, expect, it } from 'vitest';
import { captureVersions, createNumberRecogniser, draftOfRow, findSubmission, NUMBER_FORMATS, registerSubmission, traceVersions, verifyLineages, versionsOf, versionToRow } from '../../../core/lineage/index.js';
import { sampleSubmission } from '../../../core/sample/submission.js';
import { zoneOf } from '../../../core/time/zone.js';

const zone = zoneOf('Asia/Shanghai');
const asOf = '2026-04-01T09:00:00+08:00';

describe.each(['en', 'zh-CN'] as const)('S3: the sample submission in %s', (language) => {
	const sample = sampleSubmission(language);
	const drafts = sample.versions.flatMap((row) => {
		const reading = draftOfRow(row, { source: 'list' });
		return 'drafts' in reading ? reading.drafts : [];
	});
	const rows = captureVersions({ drafts, known: [], recordedAt: asOf }).versions.map(({ entry }) => versionToRow(entry));
	const registration = registerSubmission({ ...sample }, createNumberRecogniser(NUMBER_FORMATS), zone);

	it('S3: every row is a version, and the number is valid without a warning', () => {
		expect(rows).toHaveLength(sample.versions.length);
		expect(registration).toMatchObject({ ok: true, warnings: [] });
		expect(verifyLineages(rows).every(({ intact }) => intact)).toBe(true);
	});

	it('S3: shows the planted faults and no others', () => {
		const submission = registration.ok ? findSubmission([registration.row], sample.acceptanceNumber) : null;
		const reading = traceVersions({ submission, documents: [], at: null }, versionsOf(rows), null, { zone, asOf });
		if (!reading.ok) throw new Error(reading.field);
		const { lineages, findings } = reading.trace;
		const found = [...lineages.flatMap(({ value }) => value.findings), ...findings].map(({ document, code, category }) => `${document} ${code} ${category}`);
		expect(found.sort()).toEqual([
			'M-01 missingApproval finding',
			'M-01 numberGap finding',
			'M-01 uploadedAfterAcceptance finding',
			'M-02 changedAfterApproval finding',
			'M-03 uploadedAfterAcceptance supplement',
			'M-04 sameContentDifferentName finding',
		]);
		expect(lineages.map(({ value }) => value.inForce?.number)).toEqual(['V2', 'V1.1', 'V1', 'V1', 'V1', 'V2']);
	});
});
