import type { BilingualText } from '../judgement/judgement.js';
import { STATE_NAMES, type CardState } from './states.js';

/** One thing a transition lacks. */
export interface Missing {
	/** Field, or what the lack concerns: `state`, `actor`, `photo`, `role` … */
	readonly field: string;
	readonly message: BilingualText;
}

/** What the fields of a card are called. */
export const FIELD_NAMES = {
	origin: { en: 'Origin of the finding', 'zh-CN': '发现来源' },
	description: { en: 'Description', 'zh-CN': '问题描述' },
	foundAt: { en: 'Time found', 'zh-CN': '发现时间' },
	foundBy: { en: 'Found by', 'zh-CN': '发现人' },
	department: { en: 'Department', 'zh-CN': '部门' },
	severity: { en: 'Severity', 'zh-CN': '严重程度' },
	owner: { en: 'Owner', 'zh-CN': '整改负责人' },
	verifier: { en: 'Verifier', 'zh-CN': '验证人' },
	rootCause: { en: 'Root cause', 'zh-CN': '根本原因' },
	rootCauseMethod: { en: 'Method of the root cause analysis', 'zh-CN': '根本原因分析方法' },
	causeCategory: { en: 'Category of the cause', 'zh-CN': '原因类别' },
	actionType: { en: 'Kind of action', 'zh-CN': '措施类型' },
	measure: { en: 'Measure', 'zh-CN': '措施' },
	dueDate: { en: 'Due date', 'zh-CN': '截止日期' },
	planApprover: { en: 'Approver of the plan', 'zh-CN': '措施批准人' },
	done: { en: 'What was done', 'zh-CN': '完成情况' },
	doneAt: { en: 'Time done', 'zh-CN': '完成时间' },
	doneBy: { en: 'Done by', 'zh-CN': '实施人' },
	verifierAccepted: { en: 'Task accepted by the verifier', 'zh-CN': '验证人接受任务' },
	reportNumber: { en: 'Third-party test report no.', 'zh-CN': '第三方检测报告编号' },
	reportWaiver: { en: 'Waiver of the report number', 'zh-CN': '检测报告编号豁免' },
	verification: { en: 'Verification', 'zh-CN': '验证' },
	result: { en: 'Result of the verification', 'zh-CN': '验证结果' },
	verdict: { en: 'Verdict', 'zh-CN': '结论' },
	effectiveness: { en: 'Effectiveness check', 'zh-CN': '有效性检查' },
	effectivenessDue: { en: 'Effectiveness check due', 'zh-CN': '有效性检查日期' },
	reason: { en: 'Reason', 'zh-CN': '原因' },
	reasonCode: { en: 'Reason code', 'zh-CN': '原因代码' },
	photo: { en: 'Site photo', 'zh-CN': '现场照片' },
	note: { en: 'Note', 'zh-CN': '备注' },
	waitingFor: { en: 'Third party waited for', 'zh-CN': '等待的第三方' },
	actor: { en: 'Acting person', 'zh-CN': '操作人' },
	occurredAt: { en: 'Time claimed', 'zh-CN': '声明的发生时间' },
	number: { en: 'Card number', 'zh-CN': '卡片编号' },
} as const satisfies Readonly<Record<string, BilingualText>>;

export type FieldName = keyof typeof FIELD_NAMES;

export function lacks(field: FieldName): Missing {
	const { en, 'zh-CN': zh } = FIELD_NAMES[field];
	return { field, message: { en: `${en} is missing.`, 'zh-CN': `缺少${zh}。` } };
}

export function wrong(field: FieldName, value: string, en: string, zh: string): Missing {
	const name = FIELD_NAMES[field];
	return { field, message: { en: `${name.en} is “${value}”; expected ${en}.`, 'zh-CN': `${name['zh-CN']}为“${value}”，应为${zh}。` } };
}

export function wrongState(state: CardState | null, allowed: readonly CardState[]): Missing {
	const names = (language: 'en' | 'zh-CN', separator: string): string => allowed.map((name) => `“${STATE_NAMES[name][language]}”`).join(separator);
	if (state === null) return { field: 'state', message: { en: 'There is no card of this number.', 'zh-CN': '没有该编号的卡片。' } };
	return {
		field: 'state',
		message: { en: `The card is “${STATE_NAMES[state].en}”; this needs it to be ${names('en', ' or ')}.`, 'zh-CN': `卡片状态为“${STATE_NAMES[state]['zh-CN']}”，此操作要求状态为${names('zh-CN', '或')}。` },
	};
}

export function unknownPerson(field: FieldName, text: string, several: readonly string[]): Missing {
	const name = FIELD_NAMES[field];
	if (several.length > 0) {
		return { field, message: { en: `${name.en}: “${text}” stands for ${several.length} people in the HR directory (${several.join(', ')}); give the id or the e-mail.`, 'zh-CN': `${name['zh-CN']}：人员目录中“${text}”对应 ${several.length} 人（${several.join('、')}），请填写编号或邮箱。` } };
	}
	return { field, message: { en: `${name.en}: the HR directory has nobody called “${text}”.`, 'zh-CN': `${name['zh-CN']}：人员目录中没有“${text}”。` } };
}

export function inactivePerson(field: FieldName, person: string): Missing {
	const name = FIELD_NAMES[field];
	return { field, message: { en: `${name.en}: ${person} is inactive in the HR directory.`, 'zh-CN': `${name['zh-CN']}：${person} 在人员目录中已停用。` } };
}

/** Segregation of duties (职责分离): one person in two parts that two people must have. */
export function samePerson(field: FieldName, other: FieldName, person: string): Missing {
	const [a, b] = [FIELD_NAMES[field], FIELD_NAMES[other]];
	return {
		field,
		message: {
			en: `Segregation of duties: ${person} is both “${a.en.toLowerCase()}” and “${b.en.toLowerCase()}”; two people are needed.`,
			'zh-CN': `职责分离：${person} 既是${a['zh-CN']}又是${b['zh-CN']}，必须由两人担任。`,
		},
	};
}

/** A sentence of its own for a field. */
export function needs(field: string, en: string, zh: string): Missing {
	return { field, message: { en, 'zh-CN': zh } };
}
