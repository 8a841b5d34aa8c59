import eslint from '@eslint/js';
import { buildScanConfig } from '@n8n/scan-community-package/scanner/scanner.mjs';
import { defineConfig, globalIgnores } from 'eslint/config';
import typescript from 'typescript-eslint';

const CORE_CONCEPTS = {
	/** What any concept of the core may use. */
	shared: ['evidence', 'time', 'calendar', 'people', 'judgement', 'explanation', 'pull', 'edc', 'git', 'documents', 'event-log', 'task', 'text'],
};

const inputOutput = ['fs', 'fs/*', 'http', 'https', 'net', 'child_process', 'os', 'path', 'worker_threads', 'timers', 'timers/*', 'node:*'];

/** A concept of the core may import the shared concepts and itself, nothing of n8n and nothing that reads the world. */
const pureCore = {
	files: ['core/**/*.ts'],
	rules: {
		'no-restricted-imports': [
			'error',
			{
				patterns: [
					{ group: ['n8n-*', '@n8n/*', '**/nodes/**', '**/credentials/**', '**/workflows/**'], message: 'Pure modules import nothing of n8n: nodes → core, never back.' },
					{ group: inputOutput, message: 'Pure modules do no input or output: pass the data in.' },
				],
			},
		],
		'no-restricted-globals': ['error', 'process', 'globalThis', 'window', 'setTimeout', 'setInterval', 'setImmediate', 'fetch', 'console', 'Buffer'],
		'no-restricted-syntax': [
			'error',
			{ selector: "NewExpression[callee.name='Date']", message: 'The clock and dates are arguments; read times with core/time.' },
			{ selector: "MemberExpression[object.name='Date']", message: 'The clock is an argument; read times with core/time.' },
			{ selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'The core is deterministic.' },
			{ selector: "CallExpression[callee.property.name='toLocaleString']", message: 'The core does not depend on the locale of the machine.' },
		],
	},
};

/** Files where importing another concept's room is the job: they put concepts together. */
const joints = ['core/index.ts'];

const conceptLine = (concept, others) => ({
	files: [`core/${concept}/**/*.ts`],
	ignores: joints,
	rules: {
		'no-restricted-imports': [
			'error',
			{
				patterns: [
					...pureCore.rules['no-restricted-imports'][1].patterns,
					{ group: others.map((other) => `../${other}/*`).concat(others.map((other) => `../../${other}/*`)), message: `core/${concept} may use ${CORE_CONCEPTS.shared.join(', ')}; join other concepts in a node or in index.ts.` },
				],
			},
		],
	},
});

const judges = ['milestone', 'process-metrics', 'red-light', 'comment-patterns', 'minutes', 'card', 'lineage', 'goal-alignment', 'health-metrics', 'visibility', 'dashboard', 'delivery', 'sample', 'authentication'];

export default defineConfig(
	globalIgnores(['dist/', 'node_modules/', '.cache/', '**/*.generated.*', 'scripts/n8n/node_modules/']),
	{
		files: ['**/*.ts'],
		extends: [eslint.configs.recommended, typescript.configs.strictTypeChecked],
		languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
		rules: {
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
			'@typescript-eslint/unbound-method': 'off',
		},
	},
	{
		files: ['**/*.mjs'],
		extends: [eslint.configs.recommended],
		languageOptions: { globals: { process: 'readonly', console: 'readonly', Buffer: 'readonly', fetch: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', setInterval: 'readonly', clearInterval: 'readonly', setImmediate: 'readonly', performance: 'readonly', URL: 'readonly', URLSearchParams: 'readonly', AbortSignal: 'readonly', AbortController: 'readonly', TextDecoder: 'readonly', TextEncoder: 'readonly', FormData: 'readonly', Blob: 'readonly', structuredClone: 'readonly', globalThis: 'readonly' } },
	},
	pureCore,
	...judges.map((concept) => conceptLine(concept, judges.filter((other) => other !== concept))),
	// The official rules for community nodes, exactly as the scanner applies them.
	{ files: ['nodes/**', 'credentials/**', 'package.json'], extends: [await buildScanConfig()] },
);
