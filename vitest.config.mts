import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['test/{core,nodes,workflows,package}/**/*.test.ts'],
		testTimeout: 20_000,
	},
});
