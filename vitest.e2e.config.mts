import { defineConfig } from 'vitest/config';

/** End to end in a real n8n: slow, one file after the other, each with servers of its own that end with it. */
export default defineConfig({
	test: {
		include: ['test/e2e/**/*.test.ts'],
		globalSetup: ['test/e2e/support/globalSetup.ts'],
		fileParallelism: false,
		maxWorkers: 1,
		testTimeout: 300_000,
		hookTimeout: 900_000,
		teardownTimeout: 60_000,
	},
});
