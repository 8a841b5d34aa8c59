import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'ldapts';
import type { IDataObject } from 'n8n-workflow';

/* A real OpenLDAP on this machine, and its entries as n8n's own LDAP node gives them. */

const SLAPD = ['/usr/sbin/slapd', '/usr/libexec/slapd', '/usr/local/libexec/slapd', '/opt/homebrew/opt/openldap/libexec/slapd'].find((path) => existsSync(path)) ?? null;
const SCHEMAS = ['/etc/ldap/schema', '/etc/openldap/schema', '/usr/local/etc/openldap/schema', '/opt/homebrew/etc/openldap/schema'].find((path) => existsSync(path)) ?? null;
const MODULES = ['/usr/lib/ldap', '/usr/lib/openldap', '/usr/libexec/openldap'].find((path) => existsSync(join(path, 'back_mdb.so'))) ?? null;

/** The Debian package is `slapd`. */
export const OPENLDAP_MISSING = SLAPD === null || SCHEMAS === null;
/** Whether the server knows the schema of Active Directory. */
export const ACTIVE_DIRECTORY_MISSING = SCHEMAS === null || !existsSync(join(SCHEMAS, 'msuser.schema'));

export const SUFFIX = 'dc=example,dc=com';
const ADMIN = `cn=admin,${SUFFIX}`;
const PASSWORD = 'for-this-test-only';

export interface LdapServer {
	/** What n8n's LDAP credential takes. */
	readonly credential: Readonly<Record<string, string | number>>;
	/** Entries below the suffix that match, each as one item of n8n's LDAP node (operation "Search"). */
	search(filter: string, attributes?: readonly string[], pageSize?: number): Promise<IDataObject[]>;
	stop(): Promise<void>;
}

/** Starts a server that holds the entries of an LDIF text. */
export async function startLdapServer(ldif: string): Promise<LdapServer> {
	const folder = mkdtempSync(join(tmpdir(), 'ldap-'));
	const port = await freePort();
	const configuration = join(folder, 'slapd.conf');
	mkdirSync(join(folder, 'data'));
	const schemas = ['core', 'cosine', 'inetorgperson', 'nis', ...(ACTIVE_DIRECTORY_MISSING ? [] : ['msuser'])].map((name) => `include ${SCHEMAS ?? ''}/${name}.schema`);
	writeFileSync(
		configuration,
		[
			...schemas,
			`pidfile ${folder}/slapd.pid`,
			...(MODULES === null ? [] : [`modulepath ${MODULES}`, 'moduleload back_mdb']),
			'database mdb',
			`suffix "${SUFFIX}"`,
			`rootdn "${ADMIN}"`,
			`rootpw ${PASSWORD}`,
			`directory ${folder}/data`,
			'',
		].join('\n'),
	);
	const file = join(folder, 'people.ldif');
	writeFileSync(file, ldif);
	const loaded = spawnSync(SLAPD ?? '', ['-T', 'add', '-f', configuration, '-l', file], { encoding: 'utf8' });
	if (loaded.status !== 0) throw new Error(`The entries could not be loaded: ${loaded.stderr}`);
	const server = spawn(SLAPD ?? '', ['-f', configuration, '-h', `ldap://127.0.0.1:${port}`, '-d', '0'], { stdio: 'ignore' });
	const url = `ldap://127.0.0.1:${port}`;
	await answering(url);
	return {
		credential: { hostname: '127.0.0.1', port, bindDN: ADMIN, bindPassword: PASSWORD, connectionSecurity: 'none', timeout: 10 },
		async search(filter, attributes = [], pageSize = 1000) {
			const client = new Client({ url });
			await client.bind(ADMIN, PASSWORD);
			// As n8n's node asks: paged, two attributes of Active Directory as bytes that it turns into hexadecimal text.
			const { searchEntries } = await client.search(SUFFIX, { scope: 'sub', filter, attributes: [...attributes], paged: { pageSize }, sizeLimit: 0, explicitBufferAttributes: ['objectGUID', 'objectSid'] });
			await client.unbind();
			return JSON.parse(JSON.stringify(searchEntries)) as IDataObject[];
		},
		async stop() {
			const ended = new Promise((resolve) => server.once('exit', resolve));
			server.kill('SIGTERM');
			await ended;
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}

async function answering(url: string): Promise<void> {
	for (let attempt = 0; attempt < 100; attempt++) {
		const client = new Client({ url, connectTimeout: 1000 });
		try {
			await client.bind(ADMIN, PASSWORD);
			await client.unbind();
			return;
		} catch {
			await wait(100);
		}
	}
	throw new Error(`No LDAP server answers at ${url}.`);
}

/** Entries as a file on disk has them, for the tests that need many. */
export function ldifOf(entries: ReadonlyArray<Readonly<Record<string, string | readonly string[]>>>): string {
	const line = (name: string, value: string): string => (/^[\x21-\x39\x3b\x3d-\x7e][\x20-\x7e]*$/.test(value) ? `${name}: ${value}` : `${name}:: ${Buffer.from(value).toString('base64')}`);
	return entries.map((entry) => Object.entries(entry).flatMap(([name, values]) => [values].flat().map((value) => line(name, value))).join('\n')).join('\n\n');
}

