import type { Language } from '../../../core/judgement/judgement.js';
import type { Task } from '../../../core/task/task.js';

const TEXTS = {
	en: { title: 'Sample: 100 subjects completed follow-up', body: 'This sample task shows what the inbox holds. Its evidence is made up.', name: 'Sample manager' },
	'zh-CN': { title: '示例：100 例受试者完成随访', body: '这条示例任务用来展示收件箱的内容，其中的证据为虚构。', name: '示例经理' },
} as const;

/** A task with which the delivery can be tried without any other workflow. */
export function sampleTask(language: Language): Task {
	const { title, body, name } = TEXTS[language];
	return {
		key: 'task-sample',
		kind: 'assessment',
		title,
		body,
		language,
		assignee: { personId: 'sample', name, email: 'sample.manager@example.com' },
		unassignedReason: null,
		dueDate: '2026-03-09',
		dueProvisional: false,
		status: 'open',
		judgementKey: 'milestone-sample',
		subject: 'PT-DEMO',
		rule: { id: 'sample', version: '1', parameters: { n: 100 } },
		evidence: [{ source: 'https://edc.example.com/PT-DEMO', id: 'sample-100', time: '2026-03-02T09:30:00+08:00', actor: 'crc.sample', url: null, label: 'sample' }],
		explanation: { en: 'The 100th subject completed follow-up on 2026-03-02 (made-up sample).', 'zh-CN': '第 100 例受试者于 2026-03-02 完成随访（虚构示例）。' },
		links: [],
		details: {},
		createdAt: '2026-03-02T02:00:00Z',
	};
}
