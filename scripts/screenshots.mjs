/**
 * Takes the pictures of the documentation from a running n8n: `node scripts/screenshots.mjs --url http://127.0.0.1:5678 --email … --password … --language en`.
 * The n8n must hold the workflows of that language and the task of the sample study.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { root } from './setup.mjs';

const { values } = parseArgs({
	options: {
		url: { type: 'string', default: 'http://127.0.0.1:5678' },
		email: { type: 'string' },
		password: { type: 'string' },
		language: { type: 'string', default: 'en' },
		chromium: { type: 'string', default: '/usr/bin/chromium' },
		folder: { type: 'string' },
		'dashboard-user': { type: 'string', default: 'reader' },
		'dashboard-password': { type: 'string' },
	},
});
const folder = values.folder ?? join(root, 'docs', 'images', ...(values.language === 'en' ? [] : [values.language]));
mkdirSync(folder, { recursive: true });

const WORKFLOWS = {
	'workflow-01': 'ptEdcMilestone01',
	'workflow-02': 'ptClosedLoop0002',
	'workflow-03': 'ptVersionTrace03',
	'workflow-04': 'ptGoalAlign00004',
	'workflow-05': 'ptCodeRedLight05',
	'workflow-06': 'ptDocsRedLight06',
	'workflow-07': 'ptHealthMetric07',
	'workflow-12': 'ptDashboard00012',
	'workflow-responses': 'ptLightResponse1',
	'workflow-delivery': 'ptTaskDelivery01',
	'workflow-hr': 'ptHrDirectory001',
	'workflow-errors': 'ptErrorHandler01',
};
const SETTINGS = { en: 'Settings', 'zh-CN': '设置' };

const browser = await chromium.launch({ executablePath: values.chromium, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'] });
try {
	const page = await browser.newPage({ viewport: { width: 1680, height: 900 } });
	await page.goto(`${values.url}/signin`);
	await page.locator('input[name="emailOrLdapLoginId"]').fill(values.email);
	await page.locator('input[name="password"]').fill(values.password);
	await page.keyboard.press('Enter');
	await page.waitForURL((url) => !url.pathname.includes('signin'));

	for (const [name, id] of Object.entries(WORKFLOWS)) {
		await page.goto(`${values.url}/workflow/${id}`);
		await page.locator('[data-test-id="canvas-node"]').first().waitFor();
		await page.waitForTimeout(1500);
		await page.locator('[data-test-id="zoom-to-fit"]').click();
		await page.waitForTimeout(800);
		await page.screenshot({ path: join(folder, `${name}.png`) });
		if (name === 'workflow-01') {
			await page.locator('[data-test-id="canvas-node"]').filter({ hasText: SETTINGS[values.language] }).first().dblclick();
			await page.locator('[data-test-id="ndv"], [data-test-id="node-parameters"]').first().waitFor();
			await page.waitForTimeout(1200);
			await page.screenshot({ path: join(folder, 'settings.png') });
			await page.keyboard.press('Escape');
		}
	}
	// The inbox, where there is one.
	await page.goto(`${values.url}/home/datatables`);
	const inbox = page.getByText('pt_tasks', { exact: true }).first();
	await page.waitForTimeout(1500);
	if ((await inbox.count()) > 0) {
		await inbox.click();
		await page.waitForTimeout(2500);
		await page.screenshot({ path: join(folder, 'inbox.png') });
	}
	if (values['dashboard-password'] !== undefined) {
		const context = await browser.newContext({ viewport: { width: 1280, height: 1400 }, httpCredentials: { username: values['dashboard-user'], password: values['dashboard-password'] } });
		const dashboard = await context.newPage();
		await dashboard.goto(`${values.url}/webhook/pt-dashboard?lang=${values.language}`);
		await dashboard.screenshot({ path: join(folder, 'dashboard.png') });
	}
} finally {
	await browser.close();
}
console.log(`pictures in ${folder}`);
