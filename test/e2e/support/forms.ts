import { chromium, type Browser, type Page } from 'playwright-core';
import type { Client } from './harness.js';

/** The editor's own interface, where the public one has no way. */
interface InvitingClient extends Client {
	rest(method: string, path: string, body?: unknown): Promise<{ readonly data: ReadonlyArray<{ readonly user: { readonly inviteAcceptUrl: string } }> }>;
}

const PASSWORD = 'Sample-Pass-2026';

/** Invites somebody to n8n and accepts for them, as the link in the mail does. */
export async function invite(client: Client, email: string, firstName: string, lastName: string): Promise<void> {
	const { data } = await (client as InvitingClient).rest('POST', '/invitations', [{ email, role: 'global:member' }]);
	const token = new URL(data[0]?.user.inviteAcceptUrl ?? '').searchParams.get('token');
	const answer = await fetch(`${client.url}/rest/invitations/accept`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token, firstName, lastName, password: PASSWORD }) });
	if (!answer.ok) throw new Error(`The invitation of ${email} was not accepted: ${answer.status} ${await answer.text()}`);
}

export async function openBrowser(): Promise<Browser> {
	return await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
}

/** A value of a form: a text, the option with this label, or files. */
export type FieldValue = string | { readonly option: string } | { readonly files: ReadonlyArray<{ readonly name: string; readonly mimeType: string; readonly buffer: Buffer }> };

/** Somebody with a phone who has signed in to n8n. */
export class PhoneUser {
	private constructor(
		readonly page: Page,
		private readonly url: string,
	) {}

	static async signIn(browser: Browser, url: string, email: string): Promise<PhoneUser> {
		const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-US', deviceScaleFactor: 2 });
		context.setDefaultTimeout(30_000);
		const answer = await context.request.post(`${url}/rest/login`, { data: { emailOrLdapLoginId: email, password: PASSWORD } });
		if (!answer.ok()) throw new Error(`${email} could not sign in: ${answer.status()}`);
		return new PhoneUser(await context.newPage(), url);
	}

	/** Opens a form; n8n asks once whether it may know who fills it in. */
	async open(path: string): Promise<void> {
		await this.page.goto(`${this.url}/form/${path}`);
		const allow = this.page.getByText('Allow access');
		const send = this.page.locator('#submit-btn');
		await Promise.race([allow.waitFor(), send.waitFor()]);
		if (!(await allow.isVisible())) return;
		await allow.click();
		await send.waitFor();
	}

	/** Fills fields by what people read beside them. */
	async fill(values: Readonly<Record<string, FieldValue>>): Promise<void> {
		for (const [label, value] of Object.entries(values)) {
			const field = this.page.getByLabel(label, { exact: true });
			if (typeof value === 'string') await field.fill(value);
			else if ('option' in value) await field.selectOption({ label: value.option });
			else await field.setInputFiles([...value.files]);
		}
	}

	/** Presses the button and gives the text of the page that answers. */
	async send(): Promise<string> {
		await this.page.locator('#submit-btn').click();
		await this.page.waitForURL(/form-waiting/);
		await this.page.waitForLoadState('load');
		return await this.page.locator('body').innerText();
	}

	/** Presses the button and waits for nothing. */
	async press(): Promise<void> {
		await this.page.locator('#submit-btn').click();
	}
}
