import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressNames, recordAddress, recordAddressProblem, redcapRecordAddress, type RecordPlace } from '../../../core/edc/recordAddress.js';

const PLACE: RecordPlace = { study: 'ST 1', site: 'S/1', subject: 'k-7', subjectLabel: null, event: 'SE.3', eventRepeat: null, form: 'F?1', formRepeat: '2' };

describe('S1: a link per record', () => {
	it('S1: values are percent-encoded; a missing repeat key is 1 and a missing label the key of the subject', () => {
		expect(recordAddress('https://edc.example.org/{study}/{site}/{subject}/{event}/{form}', PLACE)).toBe('https://edc.example.org/ST%201/S%2F1/k-7/SE.3/F%3F1');
		expect(recordAddress('https://edc.example.org/r?s={subjectLabel}&e={eventRepeat}&f={formRepeat}#x', PLACE)).toBe('https://edc.example.org/r?s=k-7&e=1&f=2#x');
	});

	it('S1: without a value for what it names there is no link, and a part in brackets is left out', () => {
		const visit = { ...PLACE, form: null };
		expect(recordAddress('https://edc.example.org/{subject}/{form}', visit)).toBeNull();
		expect(recordAddress('https://edc.example.org/{subject}[/{event}][/{form}]', visit)).toBe('https://edc.example.org/k-7/SE.3');
		expect(recordAddress(undefined, PLACE)).toBeNull();
	});

	it.each([
		['ftp://edc.example.org/{subject}', 'https://'],
		['javascript:alert({subject})', 'https://'],
		['https://{site}.example.org/', 'server'],
		['https://user:pass@edc.example.org/', 'user name'],
		['https://edc.example.org/{patient}', '{patient}'],
		['https://edc.example.org/{constructor}', '{constructor}'],
		['https://edc.example.org/{subject', 'bracket'],
		['https://edc.example.org/[{subject}[/{form}]]', 'bracket'],
		['https://edc.example.org]', 'bracket'],
		[7, 'placeholders'],
	])('S1: %j is refused and says what is expected', (template, named) => {
		expect(recordAddressProblem(template)).toContain(named);
		if (typeof template === 'string') expect(recordAddress(template, PLACE)).toBeNull();
	});

	it('S1: no value leaves its place in the address', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string({ unit: 'binary', minLength: 1 }), fc.constantFrom('.', '..', '/../', '\ud800', '#?&', '%2e%2e')), (subject) => {
				const text = recordAddress('https://edc.example.org/a/{subject}/form?s={subject}', { ...PLACE, subject });
				if (text === null) {
					expect(['.', '..']).toContain(subject);
					return;
				}
				const address = new URL(text);
				expect([address.origin, address.hash, address.pathname.split('/').length]).toEqual(['https://edc.example.org', '', 4]);
			}),
		);
	});

	it('S1: REDCap has its records under the version of the server', () => {
		const template = redcapRecordAddress('https://redcap.example.org/redcap/api/', '16', '14.5.5');
		expect(recordAddressProblem(template)).toBeNull();
		expect(recordAddress(template, PLACE)).toBe('https://redcap.example.org/redcap/redcap_v14.5.5/DataEntry/index.php?pid=16&id=k-7&page=F%3F1&instance=2');
		// Without a form, e.g. for the subject itself.
		expect(recordAddress(template, { ...PLACE, form: null })).toBe('https://redcap.example.org/redcap/redcap_v14.5.5/DataEntry/index.php?pid=16&id=k-7');
		expect(recordAddress(redcapRecordAddress('https://redcap.example.org', '16', '14.5.5', true), PLACE)).toBe('https://redcap.example.org/redcap_v14.5.5/DataEntry/record_home.php?pid=16&id=k-7');
		expect(addressNames(template, 'form')).toBe(true);
		expect(addressNames(template, 'site')).toBe(false);
	});
});
