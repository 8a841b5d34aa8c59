import type { IAuthenticate, ICredentialDataDecryptedObject, ICredentialTestFunctions, ICredentialsDecrypted } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { CastorEdcApi } from '../../credentials/CastorEdcApi.credentials.js';
import { EdcWebhookApi } from '../../credentials/EdcWebhookApi.credentials.js';
import { LibreClinicaApi } from '../../credentials/LibreClinicaApi.credentials.js';
import { OdmSourceApi } from '../../credentials/OdmSourceApi.credentials.js';
import { OpenClinicaApi } from '../../credentials/OpenClinicaApi.credentials.js';
import { RaveApi } from '../../credentials/RaveApi.credentials.js';
import { RedcapApi } from '../../credentials/RedcapApi.credentials.js';
import { EdcActivity } from '../../nodes/EdcActivity/EdcActivity.node.js';
import { MilestoneTrigger } from '../../nodes/MilestoneTrigger/MilestoneTrigger.node.js';
import { baseAddress, EDC_SOURCES, edcSourceOf } from '../../nodes/shared/edcSources.js';
import { edcServer } from '../support/edcServer.js';
import { pollFunctions } from '../support/executeFunctions.js';

const types = [new CastorEdcApi(), new EdcWebhookApi(), new LibreClinicaApi(), new OdmSourceApi(), new OpenClinicaApi(), new RaveApi(), new RedcapApi()];

describe('EDC credentials', () => {
	it('keep every secret in a field that the editor hides', () => {
		const secrets = types.flatMap((type) => type.properties.filter(({ name }) => /password|secret|token$|apiKey/i.test(name)).map((property) => [type.name, property.name, property.typeOptions?.password]));
		expect(secrets.filter(([, , hidden]) => hidden !== true)).toEqual([]);
		expect(secrets.length).toBeGreaterThanOrEqual(9);
	});

	it('exist for every source, and both nodes ask for the one of the source', () => {
		const names = new Set(types.map(({ name }) => name));
		for (const { credential } of EDC_SOURCES) if (credential !== null) expect(names).toContain(credential);
		for (const node of [new MilestoneTrigger(), new EdcActivity()]) for (const { name } of node.description.credentials ?? []) expect(names).toContain(name);
		const asked = (source: string) => new MilestoneTrigger().description.credentials?.find(({ displayOptions }) => displayOptions?.show?.['source']?.includes(source))?.name ?? null;
		for (const { name, credential } of EDC_SOURCES) expect(asked(name)).toBe(credential);
	});

	it('log in as the adapters state it, and nowhere but at their own server', async () => {
		// Vendor reference 1.1 to 1.4: form field, Basic, API key as user name, bearer token.
		const server = 'https://edc.example.org';
		const sent = async ({ authenticate }: { authenticate: IAuthenticate }, credentials: ICredentialDataDecryptedObject) => {
			if (typeof authenticate !== 'function') throw new Error('a function is expected');
			await expect(authenticate({ baseUrl: server, ...credentials }, { url: 'https://evil.example.com/x' })).rejects.toThrow(`is for ${server} and is not sent to https://evil.example.com`);
			return await authenticate({ baseUrl: server, ...credentials }, { url: `${server}/x`, headers: { accept: 'text/xml' }, body: { content: 'record' } });
		};
		expect(await sent(new RedcapApi(), { apiToken: 't' })).toMatchObject({ body: { content: 'record', token: 't' } });
		expect(await sent(new RaveApi(), { username: 'u', password: 'p' })).toMatchObject({ auth: { username: 'u', password: 'p' } });
		expect(await sent(new LibreClinicaApi(), { apiKey: 'k' })).toMatchObject({ auth: { username: 'k', password: '' } });
		const expiring = [new CastorEdcApi(), new OpenClinicaApi()];
		for (const type of expiring) expect(await sent(type, { accessToken: 't' })).toMatchObject({ headers: { accept: 'text/xml', authorization: 'Bearer t' } });
		expect(EDC_SOURCES.filter(({ tokenExpires }) => tokenExpires).map(({ credential }) => credential)).toEqual(expiring.map(({ name }) => name));
	});

	it.each([
		['redcap', 'https://redcap.example.org/redcap/api/', 'https://redcap.example.org/redcap'],
		['openClinica', 'https://x.openclinica.io/OpenClinica/', 'https://x.openclinica.io'],
		['rave', ' https://x.mdsol.com/RaveWebServices/ ', 'https://x.mdsol.com/RaveWebServices'],
	])('take the address of %s as people copy it', (source, entered, expected) => {
		expect(baseAddress(edcSourceOf(source), entered)).toBe(expected);
	});

	it('fetch the token of OpenClinica from its login server and say what is wrong where none comes', async () => {
		const type = new OpenClinicaApi();
		const { url, calls } = await edcServer((call) => (call.body.includes('right') ? { body: 'token-1\n' } : { body: '<html>login</html>' }));
		const { helpers } = pollFunctions({});
		const login = (password: string) => type.preAuthentication.call({ helpers }, { loginUrl: `${url}/oauth/token`, username: 'u', password });
		expect(await login('right')).toEqual({ accessToken: 'token-1' });
		expect(JSON.parse(calls[0]?.body ?? '')).toEqual({ username: 'u', password: 'right' });
		await expect(login('wrong')).rejects.toThrow('no token');
	});

	it('send the header of an ODM source only where a header was chosen', async () => {
		const type = new OdmSourceApi();
		const request = { url: 'https://edc.example.org' };
		const secrets = { baseUrl: 'https://edc.example.org/odm', username: 'u', password: 'p', headerName: 'X-Key', headerToken: 'k' };
		if (typeof type.authenticate !== 'function') throw new Error('a function is expected');
		expect(await type.authenticate({ ...secrets, method: 'header' }, { ...request })).toEqual({ ...request, headers: { 'X-Key': 'k' } });
		expect(await type.authenticate({ ...secrets, method: 'none' }, { ...request })).toEqual(request);
	});

	it.each([
		[{ method: 'hmac', secret: 'short', signatureHeader: 'X' }, '5 characters'],
		[{ method: 'hmac', secret: 'x'.repeat(32), signatureHeader: '' }, 'header'],
		[{ method: 'basic', username: '', password: 'x'.repeat(32) }, 'user name'],
		[{ method: 'standardWebhooks', secret: `whsec_${'x'.repeat(32)}` }, 'Complete'],
	])('of incoming calls are tested before anybody calls: %j', async (data, message) => {
		const test = new MilestoneTrigger().methods.credentialTest.edcWebhookTest;
		expect((await test.call({} as ICredentialTestFunctions, { data } as unknown as ICredentialsDecrypted)).message).toContain(message);
	});
});
