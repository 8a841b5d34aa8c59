import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The file that takes longest, so that the others fit beside it. */
const FIRST = 'exactlyOnce';

class LongestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const sorted = await super.sort(files);
		return [...sorted.filter(({ moduleId }) => moduleId.includes(FIRST)), ...sorted.filter(({ moduleId }) => !moduleId.includes(FIRST))];
	}
}

/** End to end in a real n8n: slow, two files at a time, each with servers of its own that end with it. */
export default defineConfig({
	test: {
		include: ['test/e2e/**/*.test.ts'],
		globalSetup: ['test/e2e/support/globalSetup.ts'],
		maxWorkers: 2,
		sequence: { sequencer: LongestFirst },
		testTimeout: 300_000,
		hookTimeout: 900_000,
		teardownTimeout: 60_000,
	},
});
