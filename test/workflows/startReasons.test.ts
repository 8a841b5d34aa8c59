import { describe, expect, it } from 'vitest';
import { evaluateMilestones } from '../../core/milestone/index.js';
import { reasonsOf } from '../../scripts/demo/reasons.mjs';
import { AS_OF, form, item, MAPPING, rule } from '../core/milestone/facts.js';

const at = '2026-03-02T00:00:00Z';
const judged = (events: Parameters<typeof evaluateMilestones>[0]['events']) => evaluateMilestones({ events, rules: [rule('5th subject completed follow-up', { id: 'follow-up' }), rule('2nd subject enrolled', { id: 'enrolled' })], mapping: MAPPING, known: [], asOf: AS_OF });
const execution = (id: string, nodes: Readonly<Record<string, ReadonlyArray<readonly object[]>>>, more: object = {}) => ({
	id,
	status: 'success',
	data: { resultData: { runData: Object.fromEntries(Object.entries(nodes).map(([node, outputs]) => [node, [{ data: { main: outputs.map((output) => output.map((json) => ({ json }))) } }]])), ...more } },
});

describe('S1: npm start says why no milestone fired', () => {
	const judgements = judged([form('A', at, [item('I.1', at)])]);
	const evaluated = execution('12', { 'Evaluate milestones': [[], [], judgements, []], 'Not reached yet': [judgements] });

	it('S1: one line a milestone with what is missing, in the language of the start', () => {
		expect(reasonsOf([evaluated], 'en')).toEqual([expect.stringMatching(/^enrolled: 0 of 2/), expect.stringMatching(/^follow-up: Not available: the study design/)]);
		expect(reasonsOf([evaluated], 'zh-CN')).toEqual([expect.stringMatching(/^enrolled: .*2/), expect.stringMatching(/^follow-up: 不可用/)]);
	});

	it('S1: the latest evaluation counts, whatever ran after it', () => {
		const earlier = execution('9', { 'Evaluate milestones': [[], [], judged([]), []] });
		const later = execution('13', { Settings: [[{ milestones: '…' }]] });
		expect(reasonsOf([earlier, later, evaluated], 'en')).toEqual(reasonsOf([evaluated], 'en'));
		expect(reasonsOf([earlier], 'en')).not.toEqual(reasonsOf([evaluated], 'en'));
	});

	it('S1: a milestone that cannot be read and a run that failed are named too', () => {
		const unreadable = execution('14', { 'Evaluate milestones': [[], [], [], [{ code: 'unusableRule', reason: '"x" is no milestone', remedy: 'Write one.' }]] });
		expect(reasonsOf([unreadable], 'en')).toEqual(['"x" is no milestone Write one.']);
		const failed = { ...execution('15', {}, { error: { node: { name: 'Evaluate milestones' }, message: 'Parameter "Milestones" names no milestone.' } }), status: 'error' };
		expect(reasonsOf([failed], 'en')).toEqual(['Evaluate milestones: Parameter "Milestones" names no milestone.']);
		expect(reasonsOf([], 'en')).toEqual([]);
	});
});
