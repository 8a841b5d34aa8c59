import type { AssessmentTaskInput, MetricForCard } from '../../../core/task/assessmentTask.js';

/** A milestone judgement of an invented study. */
export const milestone: AssessmentTaskInput['milestone'] = {
	key: 'milestone-0123456789abcdef0123456789abcdef',
	kind: 'milestone',
	subject: 'LUNA-1',
	value: {},
	rule: { id: 'follow-up-100', version: '1.0.0', parameters: { n: 100 } },
	evidence: Array.from({ length: 12 }, (_, index) => ({
		source: 'https://edc.example.com/LUNA-1',
		id: `fact-${index}`,
		time: '2026-03-02T08:00:00+08:00',
		actor: 'crc_li',
		url: index % 2 === 0 ? `https://edc.example.com/LUNA-1/record/${index}` : null,
		label: `subject ${String(index).padStart(3, '0')}, visit SE_3`,
	})),
	explanation: {
		en: 'The 100th subject of study LUNA-1 (subject 017) completed follow-up on 2026-03-02.',
		'zh-CN': '研究 LUNA-1 的第 100 例受试者（受试者 017）于 2026-03-02 完成随访。',
	},
	asOf: '2026-03-03T00:00:00+08:00',
};

export const metrics: readonly MetricForCard[] = Array.from({ length: 12 }, (_, index) => ({
	number: index + 1,
	id: `metric_${index + 1}`,
	name: `Metric ${index + 1}`,
	valueText: index === 2 ? 'not available: query history' : `${index}.5 days`,
	unit: 'days',
	verdictText: index === 2 ? null : 'healthy',
	explanation: index === 2 ? null : `Median of ${index + 3} visits.`,
}));

export function input(changes: Partial<AssessmentTaskInput> = {}): AssessmentTaskInput {
	return {
		milestone,
		facts: { name: { en: '100th subject completed follow-up', 'zh-CN': '第 100 例受试者完成随访' }, n: 100, subject: '017', site: 'Site 3', reachedAt: '2026-03-02T08:00:00+08:00', late: false, receded: false, orderChanged: false },
		metrics,
		assignee: { assignee: { personId: 'p1', name: 'Wang Min', email: 'wang@example.com' } },
		due: { date: '2026-03-09', provisional: false, workingDays: 5, reason: null },
		language: 'en',
		links: [{ label: 'Subject 017', url: 'https://edc.example.com/LUNA-1/017' }],
		createdAt: '2026-03-03T00:00:00Z',
		...changes,
	};
}
