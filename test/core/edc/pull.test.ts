import { describe, expect, it } from 'vitest';
import { createEdcPull } from '../../../core/edc/createPull.js';
import { CREDENTIAL_TESTS, judgeCredentialTest } from '../../../core/edc/credentialTest.js';
import { EMPTY_MAPPING } from '../../../core/edc/mapping.js';
import { EDC_VENDORS, edcAuthentication, edcSource, readEdcToken } from '../../../core/edc/pull.js';
import { REDCAP_VERSION } from '../../../core/edc/redcap/requests.js';

describe('S1: what every vendor shares', () => {
	it.each(EDC_VENDORS)('S1: %s gives a plan without a secret and a place to start', (vendor) => {
		const pull = createEdcPull(vendor, { source: 'https://edc.example.com/S', study: 'S', mapping: EMPTY_MAPPING });
		const requests = pull.start(null, '2026-03-10T12:00:00Z');
		expect(requests.length).toBeGreaterThan(0);
		for (const request of requests) expect(request.path.startsWith('/')).toBe(true);
		expect(JSON.stringify(requests)).not.toMatch(/token|password|secret|authorization/i);
		expect(pull.complete).toBe(false);
	});

	it('S1: the source of a study is the same from push and pull and holds nothing secret', () => {
		expect(edcSource('https://user:pass@redcap.example.com/redcap/api/?token=x', '42')).toBe('https://redcap.example.com/redcap/42');
		expect(edcSource('https://redcap.example.com/redcap/', '42')).toBe('https://redcap.example.com/redcap/42');
		expect(edcSource('https://acme.mdsol.com/RaveWebServices', 'Mediflex(Prod)')).toBe('https://acme.mdsol.com/RaveWebServices/Mediflex(Prod)');
	});

	it('S1: tokens are read from text and from JSON, a web page is none', () => {
		const oc4 = edcAuthentication('openClinica4');
		const castor = edcAuthentication('castor');
		if (oc4.kind !== 'bearer' || castor.kind !== 'bearer') throw new Error('bearer expected');
		expect(readEdcToken(oc4.login, '"abc.def"\n')).toEqual({ token: 'abc.def', lifetimeSeconds: null });
		expect(readEdcToken(oc4.login, '{"access_token":"abc"}')).toEqual({ token: 'abc', lifetimeSeconds: null });
		expect(readEdcToken(castor.login, '{"access_token":"abc","expires_in":18000}')).toEqual({ token: 'abc', lifetimeSeconds: 18000 });
		for (const body of ['', '<html>', '{"error":"invalid_client"}', '{', 'Bad credentials given']) {
			expect(readEdcToken(oc4.login, body)).toBeNull();
			expect(readEdcToken(castor.login, body)).toBeNull();
		}
		expect(edcAuthentication('libreClinica', { libreClinicaAccess: 'session' }).kind).toBe('session');
		expect(edcAuthentication('libreClinica').kind).toBe('basic');
	});

	it('S1: a credential test says what is wrong', () => {
		expect(CREDENTIAL_TESTS.redcap.request).toBe(REDCAP_VERSION);
		expect(judgeCredentialTest('redcap', REDCAP_VERSION, { status: 200, headers: {} }, '14.7.3')).toBeNull();
		expect(judgeCredentialTest('redcap', REDCAP_VERSION, { status: 200, headers: {} }, '<!DOCTYPE HTML><html>')?.kind).toBe('authentication');
		expect(judgeCredentialTest('redcap', REDCAP_VERSION, { status: 403, headers: {} }, '{"error":"x"}')?.kind).toBe('permission');
	});
});
