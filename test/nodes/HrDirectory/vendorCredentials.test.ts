import type { ICredentialType } from 'n8n-workflow';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { BambooHrDirectoryApi } from '../../../credentials/BambooHrDirectoryApi.credentials.js';
import { DingTalkAppApi } from '../../../credentials/DingTalkAppApi.credentials.js';
import { FeishuAppApi } from '../../../credentials/FeishuAppApi.credentials.js';
import { WeComAppApi } from '../../../credentials/WeComAppApi.credentials.js';
import { HrDirectory } from '../../../nodes/HrDirectory/HrDirectory.node.js';
import { VENDORS } from '../../../nodes/HrDirectory/vendors.js';
import { TOKEN_REFUSED_HEADER } from '../../../nodes/shared/expiringToken.js';
import { httpRequest } from '../../support/http.js';
import { dingTalk, feishu, weCom, type VendorService } from './vendorServices.js';

const TYPES: readonly ICredentialType[] = [new BambooHrDirectoryApi(), new DingTalkAppApi(), new FeishuAppApi(), new WeComAppApi()];
const EXPIRING: ReadonlyArray<readonly [ICredentialType, () => Promise<VendorService>, Record<string, string>]> = [
	[new FeishuAppApi(), () => feishu({ departments: [], users: [] }), { appId: 'cli', appSecret: 'app-secret' }],
	[new DingTalkAppApi(), () => dingTalk({ departments: [], users: [] }), { appKey: 'ding', appSecret: 'app-secret' }],
	[new WeComAppApi(), () => weCom({ departments: [], users: [] }), { corpId: 'ww', corpSecret: 'app-secret' }],
];

async function send(type: ICredentialType, values: Record<string, string>, url: string, headers: Record<string, string> = {}): Promise<{ readonly url: string; readonly query: unknown; readonly headers: unknown; readonly auth: unknown }> {
	if (typeof type.authenticate !== 'function') throw new Error(`${type.name} authorises with a function.`);
	const { qs, headers: sent, auth, url: to } = await type.authenticate(values, { url, headers });
	return { url: to, query: qs, headers: sent, auth };
}

describe('S16: credentials of the HR vendors', () => {
	it('keep every secret in a field that the editor hides', () => {
		const secrets = TYPES.flatMap((type) => type.properties.filter(({ name }) => /secret|token|apiKey/i.test(name)).map((property) => [type.name, property.name, property.typeOptions?.password]));
		expect(secrets).toHaveLength(7);
		expect(secrets.filter(([, , hidden]) => hidden !== true)).toEqual([]);
	});

	it('exist for every vendor that the node reads, and are asked for by its operation', () => {
		const asked = new HrDirectory().description.credentials ?? [];
		for (const { credential, operation } of Object.values(VENDORS)) {
			expect(TYPES.map(({ name }) => name)).toContain(credential);
			expect(asked.find(({ name }) => name === credential)?.displayOptions?.show).toEqual({ operation: [operation] });
		}
	});

	it.each(TYPES.map((type) => [type.name, type] as const))('%s is sent to its own host only', async (_, type) => {
		const values = { baseUrl: 'https://hr.example.com', apiKey: 'k', accessToken: `1 ${Date.now() + 3_600_000} t` };
		await expect(send(type, values, 'https://hr.example.com.evil.example/x')).rejects.toThrow(/not sent to https:\/\/hr\.example\.com\.evil/);
		await expect(send(type, values, 'http://hr.example.com/x')).rejects.toThrow(/not sent/);
		await expect(send(type, values, 'https://hr.example.com/x')).resolves.toMatchObject({ url: 'https://hr.example.com/x' });
	});

	it('BambooHR takes the key as user name', async () => {
		expect((await send(new BambooHrDirectoryApi(), { baseUrl: 'https://a.bamboohr.com', apiKey: ' k3y ' }, 'https://a.bamboohr.com/api/v1/employees')).auth).toEqual({ username: 'k3y', password: 'x' });
	});

	it.each(EXPIRING.map(([type, start, values]) => [type.name, type, start, values] as const))('%s fetches a token, keeps its times and says 401 before it sends one that is old or refused', async (_, type, start, values) => {
		const service = await start();
		const all: Record<string, string> = { ...values, baseUrl: `${service.url}/` };
		const before = Date.now();
		const { accessToken } = (await type.preAuthentication?.call({ helpers: { httpRequest } }, all)) as { accessToken: string };
		const [fetched, until, token] = accessToken.split(' ');
		expect(token).toBe('token-1');
		expect(Number(fetched)).toBeGreaterThanOrEqual(before);
		expect(Number(until) - Number(fetched)).toBe(7_200_000);
		const sent = await send(type, { ...all, accessToken }, `${service.url}/x`, { accept: 'application/json' });
		expect(JSON.stringify([sent.query, sent.headers])).toContain('token-1');
		expect(sent.url).not.toContain('token-1');
		// n8n fetches a new token where it sees this status.
		const refused = { response: { status: 401 }, httpCode: '401' };
		await expect(send(type, { ...all, accessToken: '' }, `${service.url}/x`)).rejects.toMatchObject(refused);
		await expect(send(type, { ...all, accessToken: `1 ${Date.now() + 60_000} t` }, `${service.url}/x`)).rejects.toMatchObject(refused);
		await expect(send(type, { ...all, accessToken }, `${service.url}/x`, { [TOKEN_REFUSED_HEADER]: String(Date.now() + 1) })).rejects.toMatchObject(refused);
		const renewed = await send(type, { ...all, accessToken }, `${service.url}/x`, { [TOKEN_REFUSED_HEADER]: String(before - 1) });
		expect(JSON.stringify(renewed.headers ?? {})).not.toContain(TOKEN_REFUSED_HEADER);
	});

	it.each(EXPIRING.map(([type, , values]) => [type.name, type, values] as const))('%s follows no redirect with its secret', async (_, type, values) => {
		const asked: string[] = [];
		const elsewhere = createServer((request, response) => {
			asked.push(request.url ?? '');
			response.end('{}');
		});
		await new Promise<void>((resolve) => void elsewhere.listen(0, '127.0.0.1', resolve));
		const { port } = elsewhere.address() as AddressInfo;
		const own = createServer((request, response) => response.writeHead(307, { location: `http://127.0.0.1:${port}${request.url ?? ''}` }).end());
		await new Promise<void>((resolve) => void own.listen(0, '127.0.0.1', resolve));
		const { port: ownPort } = own.address() as AddressInfo;
		await expect(type.preAuthentication?.call({ helpers: { httpRequest } }, { ...values, baseUrl: `http://127.0.0.1:${ownPort}` })).rejects.toThrow('gave no token');
		own.close();
		elsewhere.close();
		expect(asked).toEqual([]);
	});

	it.each(EXPIRING.map(([type, start, values]) => [type.name, type, start, values] as const))('%s says the service’s own words where it gives no token', async (_, type, start, values) => {
		const service = await start();
		const wrong = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value === 'app-secret' ? 'wrong' : value]));
		await expect(type.preAuthentication?.call({ helpers: { httpRequest } }, { ...wrong, baseUrl: service.url })).rejects.toThrow(/gave no token: .+ \(\d+\)\. Check/);
	});
});
