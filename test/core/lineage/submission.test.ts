import { describe, expect, it } from 'vitest';
import { createNumberRecogniser, findSubmission, registerSubmission, type RegistrationInput } from '../../../core/lineage/index.js';
import { SHANGHAI } from './sample.js';

const INPUT: RegistrationInput = { acceptanceNumber: 'cxhs 2600001', documents: ['IB.pdf', ' IB.pdf ', 'CSR.pdf', ''], receivedAt: '2026-02-12', acceptedAt: '2026-02-15', registeredAt: '2026-02-16T08:00:00+08:00' };
const register = (more: Partial<RegistrationInput> = {}) => registerSubmission({ ...INPUT, ...more }, createNumberRecogniser(), SHANGHAI);
function row(more: Partial<RegistrationInput> = {}) {
	const registration = register(more);
	if (!registration.ok) throw new Error(registration.reason.en);
	return registration.row;
}

describe('S3: registering an acceptance number', () => {
	it('S3: keeps receipt and acceptance apart, and every document once', () => {
		expect(row()).toMatchObject({ acceptanceNumber: 'CXHS2600001', receivedAt: '2026-02-12', acceptedAt: '2026-02-15', documents: '["IB.pdf","CSR.pdf"]' });
	});

	it('S3: an acceptance before the receipt, or none at all, is a warning', () => {
		const warnings = (more: Partial<RegistrationInput>): readonly string[] => {
			const registration = register(more);
			return registration.ok ? registration.warnings.map(({ en }) => en) : [];
		};
		expect(warnings({ acceptedAt: '2026-02-10' })).toEqual(['The acceptance lies before the receipt.']);
		expect(warnings({ acceptedAt: '' })).toHaveLength(1);
		expect(warnings({})).toEqual([]);
	});

	it('S3: the number is found in any spelling; of several registrations the last one holds, whatever the offset of its stamp', () => {
		const rows = [row({ documents: ['A'], registeredAt: '2026-02-17T07:00:00+08:00' }), row({ documents: ['B'], registeredAt: '2026-02-16T23:30:00Z' }), row({ acceptanceNumber: 'CXHS2600002' })];
		expect(findSubmission(rows, ' ｃｘｈｓ2600001')).toMatchObject({ documents: ['B'], registrations: 2 });
		expect(findSubmission(rows, 'CXHS2600003')).toBeNull();
		expect(findSubmission([null, 7, {}], 'CXHS2600001')).toBeNull();
	});

	it('S3: deficiency letters are read from a list or from JSON; what has no number is left out', () => {
		const letters = [{ number: 'BZ-1', issuedAt: '2026-03-01', documents: ['IB.pdf'] }];
		expect(findSubmission([row({ deficiencyLetters: letters })], 'CXHS2600001')?.deficiencyLetters).toEqual(letters);
		expect(findSubmission([{ ...row(), deficiencyLetters: '[{"issuedAt":"2026-03-01"}, 3]' }], 'CXHS2600001')?.deficiencyLetters).toEqual([]);
	});
});
