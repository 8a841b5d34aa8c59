import { SAMPLE_GIT_AS_OF } from '../../../core/sample/git.js';
import { WORKFLOW_IDS } from '../ids.js';
import { own, switchedOff } from '../parts.js';
import type { LightArea } from './area.js';
import { codeTexts } from './codeTexts.js';
import { redLights } from './structure.js';

const code: LightArea = {
	area: 'code',
	id: WORKFLOW_IDS.codeRedLights,
	fileName: '05-code-red-lights',
	texts: codeTexts,
	settings: [
		{ key: 'repositories', type: 'string', value: '' },
		{ key: 'daysBack', type: 'number', value: 30 },
		{ key: 'days', type: 'number', value: 3 },
		{ key: 'failureRateOver', type: 'number', value: 40 },
		{ key: 'commitsOver', type: 'number', value: 5 },
		{ key: 'minDecided', type: 'number', value: 1 },
	],
	sampleAsOf: SAMPLE_GIT_AS_OF,
	sample: (at) => own('gitActivity', at, { operation: 'sample' }),
	source: (at, { setting }) =>
		switchedOff(
			own('gitActivity', at, { operation: 'readRepository', host: 'github', repositories: `={{ ${setting('repositories')} }}`, read: ['changes', 'commits'], since: `={{ $now.minus({ days: ${setting('daysBack')} }).toUTC().toISO() }}`, cursors: '[]' }),
		),
	push: (at) => switchedOff({ ...own('gitTrigger', at, { host: 'any' }), options: { webhookId: 'pt-code-lights' } }),
	// “Changed”: one item a call, whether or not it holds a fact.
	pushOutput: 2,
	thresholds: { codeStreak: { days: 'days', failureRateOver: 'failureRateOver', commitsOver: 'commitsOver', minDecided: 'minDecided' } },
	accountSystem: 'git',
	patterns: false,
};

/** From what a Git host knows to the to-do of the mentor. Source: spec S6. */
export const codeRedLights = redLights(code);
