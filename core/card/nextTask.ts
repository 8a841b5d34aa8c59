import { TEMPLATES } from '../../templates/index.js';
import type { CardTemplates } from '../../templates/texts.js';
import { deterministicKey } from '../evidence/key.js';
import { renderTemplate } from '../explanation/template.js';
import type { BilingualText, Language } from '../judgement/judgement.js';
import type { Directory } from '../people/directory.js';
import { formatInstant, type Zone } from '../time/zone.js';
import type { Assignee, Task } from '../task/task.js';
import type { Card } from './card.js';
import type { NamedPerson } from './event.js';
import { explainCard } from './row.js';
import { SEVERITIES } from './states.js';
import type { SweptCard } from './sweep.js';

/** The forms that a task leads to. */
export type CardForm = 'plan' | 'done' | 'verify' | 'step' | 'record';

export interface CardTaskSettings {
	/** Of times in sentences; default UTC. */
	readonly zone?: Zone;
	readonly language: Language;
	readonly directory: Directory;
	/** Address of a form, null where there is none. */
	readonly formUrl: (form: CardForm, card: Pick<Card, 'number' | 'version'>) => string | null;
	/** RFC 3339. */
	readonly createdAt: string;
	/** Why the card came back, where the last step said so. */
	readonly reason?: string | null | undefined;
	/** Texts of a company in place of the pack's. */
	readonly templates?: Partial<CardTemplates> | undefined;
}

const VERSION = '1';

const TODO = {
	plan: { en: 'Plan the measure', 'zh-CN': '制定措施' },
	done: { en: 'Carry the measure out and hand in the evidence', 'zh-CN': '实施措施并提交证据' },
	evidence: { en: 'Hand in the evidence', 'zh-CN': '提交证据' },
	verify: { en: 'Verify the measure', 'zh-CN': '验证措施' },
	close: { en: 'Close the card', 'zh-CN': '关闭卡片' },
} as const satisfies Readonly<Record<string, BilingualText>>;

const LINK_NAMES: Readonly<Record<CardForm, BilingualText>> = {
	plan: { en: 'Plan the measure', 'zh-CN': '制定措施' },
	done: { en: 'Report the measure as done', 'zh-CN': '报告措施完成' },
	verify: { en: 'Verify', 'zh-CN': '验证' },
	step: { en: 'Another step', 'zh-CN': '其他操作' },
	record: { en: 'Show the record', 'zh-CN': '查看卡片记录' },
};

/**
 * What the next person has to do with a card; null where nobody has to do anything now. The same state of the same round asks the same person
 * once, however often it is worked out. Source: spec S2.
 *
 * @throws TemplateError when a company's own text cannot be used
 */
export function nextCardTask(card: Card, settings: CardTaskSettings): Task | null {
	const next = nextStep(card);
	if (next === null) return null;
	const { language, directory, templates, createdAt, zone } = settings;
	const { values, number, state, reopened, rejected } = card;
	const explanation = explainCard(card, zone);
	const links = linksOf(next.form === 'record' ? ['record'] : [next.form, 'record'], card, settings);
	const todo = TODO[next.todo];
	const body = renderTemplate(
		templates?.task ?? TEMPLATES[language].card.task,
		{
			todo: todo[language],
			explanation: explanation[language],
			description: values.description ?? '',
			department: values.department ?? '',
			severity: values.severity === null ? '' : SEVERITIES[values.severity][language],
			measure: values.measure ?? '',
			due: values.dueDate ?? '',
			reason: settings.reason ?? '',
			links,
		},
		{ language, escape: 'markdown', unknownNames: 'error' },
	);
	return {
		key: deterministicKey('cardTask', { number, state, todo: next.todo, reopened, rejected, person: next.person?.id ?? null }),
		kind: 'correctiveAction',
		title: language === 'en' ? `${todo.en}: card ${number}` : `${todo['zh-CN']}：卡片 ${number}`,
		body,
		language,
		...assigned(next.person, directory),
		dueDate: next.todo === 'verify' || next.todo === 'close' ? null : values.dueDate,
		dueProvisional: false,
		status: 'open',
		judgementKey: card.head.hash,
		subject: number,
		rule: { id: 'closed-loop-card', version: VERSION, parameters: { state } },
		evidence: [{ source: 'table:pt_card_events', id: card.head.hash, time: formatInstant(card.stays[card.stays.length - 1]?.from ?? 0), actor: null, url: null, label: `${number} #${card.version}` }],
		explanation,
		links,
		details: { chat: body },
		createdAt,
	};
}

function nextStep({ state, values }: Card): { readonly todo: keyof typeof TODO; readonly form: CardForm; readonly person: NamedPerson | null } | null {
	switch (state) {
		case 'open':
			return { todo: 'plan', form: 'plan', person: values.owner };
		case 'measurePlanned':
			return { todo: 'done', form: 'done', person: values.owner };
		case 'measureDone':
			return { todo: 'evidence', form: 'done', person: values.owner };
		case 'inVerification':
			return values.verification === null ? { todo: 'verify', form: 'verify', person: values.verifier } : { todo: 'close', form: 'step', person: values.verifier };
		default:
			return null;
	}
}

/** One digest for each person who has something to look at: their own cards, and all for the quality managers. Source: spec S2 (overdue and ageing). */
export function cardDigests(swept: readonly SweptCard[], day: string, settings: CardTaskSettings): readonly Task[] {
	const lists = new Map<string, { readonly person: NamedPerson; readonly cards: Map<string, SweptCard> }>();
	const give = (person: NamedPerson, card: SweptCard): void => {
		const list = lists.get(person.id);
		if (list === undefined) lists.set(person.id, { person, cards: new Map([[card.number, card]]) });
		else list.cards.set(card.number, card);
	};
	const quality = settings.directory.people.filter(({ active, roles }) => active && roles.some(({ role }) => role === 'qualityManager'));
	for (const card of swept) {
		if (card.person !== null) give(card.person, card);
		for (const { id, name } of quality) give({ id, name }, card);
	}
	return [...lists.values()].sort((a, b) => (a.person.id < b.person.id ? -1 : 1)).map(({ person, cards }) => digest(person, [...cards.values()], day, settings));
}

function digest(person: NamedPerson, cards: readonly SweptCard[], day: string, settings: CardTaskSettings): Task {
	const { language, directory, formUrl, templates, createdAt } = settings;
	const count = (kind: SweptCard['kind']): number => cards.filter((card) => card.kind === kind).length;
	const overdue = count('overdue');
	const effectivenessDue = count('effectivenessDue');
	const others = cards.length - overdue - effectivenessDue;
	const explanation: BilingualText = {
		en: `On ${day}: ${cards.length} ${cards.length === 1 ? 'card' : 'cards'} to look at, ${overdue} overdue, ${effectivenessDue} due for the effectiveness check, ${others} ageing or waiting.`,
		'zh-CN': `${day}：需关注卡片 ${cards.length} 张，其中逾期 ${overdue} 张，待有效性检查 ${effectivenessDue} 张，账龄较长或等待第三方 ${others} 张。`,
	};
	const shown = cards.map((card) => ({ explanation: card.explanation[language], link: formUrl('record', { number: card.number, version: 0 }) }));
	const body = renderTemplate(templates?.digest ?? TEMPLATES[language].card.digest, { overdue, effectivenessDue, others, cards: shown }, { language, escape: 'markdown', unknownNames: 'error' });
	return {
		key: deterministicKey('cardDigest', { person: person.id, day }),
		kind: 'correctiveAction',
		title: language === 'en' ? `Closed-loop cards to look at: ${cards.length}, of them ${overdue} overdue (${day})` : `需关注的闭环卡片：${cards.length} 张，其中逾期 ${overdue} 张（${day}）`,
		body,
		language,
		...assigned(person, directory),
		dueDate: day,
		dueProvisional: false,
		status: 'open',
		judgementKey: deterministicKey('cardSweep', { person: person.id, day }),
		subject: 'closed-loop cards',
		rule: { id: 'closed-loop-card-sweep', version: VERSION, parameters: { day } },
		evidence: cards.map(({ number }) => ({ source: 'table:pt_cards', id: number, time: null, actor: null, url: formUrl('record', { number, version: 0 }), label: number })),
		explanation,
		links: [],
		details: { chat: body },
		createdAt,
	};
}

function assigned(person: NamedPerson | null, directory: Directory): Pick<Task, 'assignee' | 'unassignedReason'> {
	const found = person === null ? null : directory.byId(person.id);
	if (found?.active === true) {
		const assignee: Assignee = { personId: found.id, name: found.name, email: found.email };
		return { assignee, unassignedReason: null };
	}
	const name = person?.name ?? '';
	return { assignee: null, unassignedReason: { en: `${name === '' ? 'The person' : name} is not active in the HR directory; change the card to name somebody else.`, 'zh-CN': `人员目录中${name === '' ? '该人员' : ` ${name} `}已停用或不存在，请修改卡片并另行指定人员。` } };
}

function linksOf(forms: readonly CardForm[], card: Card, { language, formUrl }: CardTaskSettings): Task['links'] {
	return forms.flatMap((form) => {
		const url = formUrl(form, card);
		return url === null ? [] : [{ label: LINK_NAMES[form][language], url }];
	});
}
