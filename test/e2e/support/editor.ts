import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';

/** n8n's editor as a person uses it: through its menus, fields and buttons. */
export class Editor {
	private constructor(
		private readonly browser: Browser,
		readonly page: Page,
		private readonly url: string,
		private readonly pictures: string,
	) {}

	/**
	 * Opens the editor and signs in through its form.
	 *
	 * @param pictures folder for screenshots
	 */
	static async open({ url, email, password, pictures, locale = 'en-US' }: { url: string; email: string; password: string; pictures: string; locale?: string }): Promise<Editor> {
		mkdirSync(pictures, { recursive: true });
		const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
		const context = await browser.newContext({ viewport: { width: 1500, height: 950 }, locale });
		context.setDefaultTimeout(60_000);
		const page = await context.newPage();
		await page.goto(`${url}/signin`);
		await page.fill('input[name=emailOrLdapLoginId]', email);
		await page.fill('input[type=password]', password);
		await page.locator('button[type=submit], [data-test-id=form-submit-button]').first().click();
		await page.waitForURL(/home|workflow/);
		return new Editor(browser, page, url, pictures);
	}

	close(): Promise<void> {
		return this.browser.close();
	}

	private at(id: string): Locator {
		return this.page.locator(`[data-test-id="${id}"]`);
	}

	async picture(name: string): Promise<string> {
		const path = join(this.pictures, `${name}.png`);
		await this.page.screenshot({ path });
		return path;
	}

	/** New workflow, then "Import from file" in its menu. Gives the messages that n8n showed. */
	async importFromFile(file: string): Promise<readonly string[]> {
		await this.page.goto(`${this.url}/workflow/new`);
		await this.at('workflow-menu').click();
		await this.at('workflow-menu-item-import').hover();
		const chooser = this.page.waitForEvent('filechooser');
		await this.at('workflow-menu-item-import-from-file').click();
		await (await chooser).setFiles(file);
		await this.at('canvas-node').first().waitFor();
		await this.page.waitForTimeout(1500);
		return await this.messages();
	}

	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${id}`);
		await this.at('canvas-node').first().waitFor();
	}

	/** Names of the nodes on the canvas, without sticky notes. */
	async nodeNames(): Promise<readonly string[]> {
		return await namesOf(this.at('canvas-node'));
	}

	/** Nodes the editor marks as not installed or with an issue, by name. */
	async nodesWithIssues(): Promise<readonly string[]> {
		return await namesOf(this.at('canvas-node').filter({ has: this.page.locator('[data-test-id="node-issues"], [data-test-id="canvas-node-status-unknown"]') }));
	}

	/** Texts of the toasts that are shown now. */
	async messages(): Promise<readonly string[]> {
		return await this.page.locator('.el-notification').allInnerTexts();
	}

	/** Opens a node's panel by double-click. */
	async openNode(name: string): Promise<void> {
		await this.at('zoom-to-fit').click();
		await this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`).dblclick();
		await this.at('ndv').waitFor();
	}

	async closeNode(): Promise<void> {
		await this.at('ndv-close-button').click();
		await this.at('ndv').waitFor({ state: 'hidden' });
	}

	/** One row of the settings node that is open, by the name people read. */
	private async setting(name: string): Promise<Locator> {
		const rows = this.at('assignment');
		await rows.first().waitFor();
		for (const row of await rows.all()) {
			if ((await row.locator('[data-test-id="assignment-name"] input').inputValue()) === name) return row;
		}
		throw new Error(`The open node has no setting "${name}".`);
	}

	async settingNames(): Promise<readonly string[]> {
		await this.at('assignment').first().waitFor();
		const inputs = await this.page.locator('[data-test-id="assignment-name"] input').all();
		return await Promise.all(inputs.map((input) => input.inputValue()));
	}

	/** Changes a value in the settings node that is open. */
	async changeSetting(name: string, value: string): Promise<void> {
		const field = (await this.setting(name)).locator('[data-test-id="assignment-value"]').locator('input, textarea').first();
		await field.fill(value);
		await field.blur();
	}

	/** "Execute step" in the panel that is open; gives the output as JSON. */
	async executeStep(): Promise<unknown> {
		await this.at('node-execute-button').click();
		return await this.output();
	}

	/** Output of the node that is open, in the JSON view. */
	async output(): Promise<unknown> {
		const panel = this.at('output-panel');
		await panel.locator('[data-test-id="radio-button-json"]').click();
		await panel.locator('.json-data, .vjs-tree').first().waitFor();
		const text = await panel.locator('.vjs-tree').first().innerText();
		return JSON.parse(text.replace(/\u00a0/g, ' '));
	}

	/** What a person reads of the output of the node that is open; long values are cut as the panel cuts them. */
	async outputText(): Promise<string> {
		return await this.at('output-panel').innerText();
	}

	/** Executes the workflow from one of its triggers and waits for the end. */
	async executeFrom(trigger: string): Promise<void> {
		await this.page.locator(`[data-test-id="canvas-node"][data-node-name="${trigger}"]`).hover();
		await this.page.locator(`[data-test-id="execute-workflow-button-${trigger}"]`).click();
		await this.page.locator('[data-test-id="canvas-node-status-running"]').first().waitFor({ state: 'attached', timeout: 5000 }).catch(() => undefined);
		await this.page.locator('[data-test-id="canvas-node-status-running"]').first().waitFor({ state: 'detached', timeout: 120_000 });
	}

	async save(): Promise<void> {
		await this.page.keyboard.press('Control+s');
		await this.page.waitForTimeout(1000);
	}
}

async function namesOf(nodes: Locator): Promise<readonly string[]> {
	return await Promise.all((await nodes.all()).map(async (node) => (await node.getAttribute('data-node-name')) ?? ''));
}
