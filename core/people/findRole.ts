import type { EvidenceReference } from '../evidence/cloudEvent.js';
import type { BilingualText } from '../judgement/judgement.js';
import { personNamed, type Directory, type PersonName } from './directory.js';
import type { Person, Role } from './person.js';

export interface RoleQuestion {
	readonly role: Role;
	/** Whose manager, mentor or team lead; null for a role of a study or department. */
	readonly of: PersonName | null;
	/** What the role is for: study OID, team or department. */
	readonly scope: string | null;
	/** Several people hold the role: `unassigned` (default) leaves it to a person, `first` takes the one with the smallest id. */
	readonly onSeveral?: 'unassigned' | 'first';
}

/** Where the person was found. */
export type RoleSource = 'entry' | 'assignment' | 'general assignment' | 'manager instead';

/** Somebody, or nobody with the reason; never lost. Source: spec S16. */
export type FoundRole =
	| { readonly kind: 'assigned'; readonly person: Person; readonly via: RoleSource; readonly explanation: BilingualText; readonly evidence: readonly EvidenceReference[] }
	| { readonly kind: 'unassigned'; readonly reason: BilingualText; readonly evidence: readonly EvidenceReference[] };

export const ROLE_NAMES: Readonly<Record<Role, BilingualText>> = {
	projectManager: { en: 'project manager', 'zh-CN': '项目经理' },
	manager: { en: 'manager', 'zh-CN': '直属上级' },
	mentor: { en: 'mentor', 'zh-CN': '导师' },
	teamLead: { en: 'team lead', 'zh-CN': '团队负责人' },
	qualityManager: { en: 'quality manager', 'zh-CN': '质量负责人' },
	hrbp: { en: 'HRBP', 'zh-CN': 'HRBP' },
};

/**
 * Finds who holds a role.
 * Mentor and team lead: the entry of the person, else the role held for the scope or the department, else the manager. Several mentors
 * of a scope are not the mentor of a person, so the manager is taken; several team leads are left to a person.
 * Manager: the entry. Project manager, quality manager, HRBP: the role held for the scope (else the department), else the role held everywhere.
 * Inactive people are skipped upward, the asked person never gets the answer, and every step is said.
 */
export function findRole(directory: Directory, question: RoleQuestion): FoundRole {
	const search = new Search(directory, question);
	return search.run();
}

class Search {
	private readonly notes: BilingualText[] = [];
	private readonly evidence: EvidenceReference[] = [];
	private of: Person | null = null;

	constructor(
		private readonly directory: Directory,
		private readonly question: RoleQuestion,
	) {}

	run(): FoundRole {
		const { role, of } = this.question;
		const personal = role === 'manager' || role === 'mentor' || role === 'teamLead';
		if (of !== null) {
			const named = personNamed(this.directory, of);
			if (named.kind === 'found') {
				this.of = named.person;
				this.use(named.person);
			} else if (personal && this.question.scope === null) return this.nobody(named.reason);
			else this.note(named.reason.en, named.reason['zh-CN']);
		} else if (personal && this.question.scope === null) {
			return this.nobody({ en: `It was not said whose ${ROLE_NAMES[role].en} is looked for.`, 'zh-CN': `未说明要查找谁的${ROLE_NAMES[role]['zh-CN']}。` });
		}
		if (role === 'manager') return this.managerOf(this.of, 'entry') ?? this.byAssignment() ?? this.nobody(null);
		if (role === 'mentor' || role === 'teamLead') return this.byEntry(role) ?? this.byAssignment() ?? this.managerInstead() ?? this.nobody(null);
		return this.byAssignment() ?? this.nobody(null);
	}

	/** Mentor or team lead as entered with the person. */
	private byEntry(role: 'mentor' | 'teamLead'): FoundRole | null {
		if (this.of === null) return null;
		const id = role === 'mentor' ? this.of.mentorId : this.of.teamLeadId;
		const { en, 'zh-CN': zh } = ROLE_NAMES[role];
		if (id === null) {
			this.note(`${this.of.name} has no ${en} entered`, `${this.of.name} 未填写${zh}`);
			return null;
		}
		const person = this.directory.byId(id);
		if (person === null) {
			this.note(`the ${en} “${id}” of ${this.of.name} is not in the HR directory`, `${this.of.name} 的${zh}“${id}”不在人员目录中`);
			return null;
		}
		return this.usable(person, en, zh) ? this.found(person, 'entry', { en: `${person.name} is the ${en} of ${this.of.name}`, 'zh-CN': `${person.name} 是 ${this.of.name} 的${zh}` }) : null;
	}

	/** People who hold the role: for the scope, for the person's department, everywhere. */
	private byAssignment(): FoundRole | null {
		const { role, scope } = this.question;
		const { en, 'zh-CN': zh } = ROLE_NAMES[role];
		const scopes: Array<string | null> = [];
		if (scope !== null) scopes.push(scope);
		const department = this.of?.department ?? null;
		if (department !== null && role !== 'projectManager' && department !== scope) scopes.push(department);
		scopes.push(null);
		for (const tried of scopes) {
			const holders = this.directory.holders(role, tried).filter((person) => person.id !== this.of?.id);
			const place = tried === null ? { en: 'in general', zh: '（不限范围）' } : { en: `of ${tried}`, zh: tried };
			if (holders.length === 0) {
				if (tried !== null) this.note(`nobody holds the role ${en} of ${tried}`, `没有人担任 ${tried} 的${zh}`);
				continue;
			}
			const active = holders.filter((person) => person.active);
			const [first, ...others] = active;
			if (first === undefined) {
				const above = this.aboveInactive(holders, `${en} ${place.en}`, tried === null ? `${zh}${place.zh}` : `${tried} 的${zh}`);
				if (above) return above;
				continue;
			}
			if (others.length > 0 && this.question.onSeveral !== 'first') {
				// A group of mentors says who may be one, not whose: the manager is asked instead, as where nobody is.
				if (role === 'mentor' && this.of !== null) {
					this.note(`${active.length} people hold the role ${en} ${place.en}: ${active.map((person) => person.name).join(', ')}`, `${tried === null ? '' : `${tried} `}有 ${active.length} 位${zh}：${active.map((person) => person.name).join('、')}`);
					continue;
				}
				for (const person of active) this.use(person);
				return this.nobody({ en: `${active.length} people hold the role ${en} ${place.en}: ${active.map((person) => person.name).join(', ')}`, 'zh-CN': `${tried === null ? '' : `${tried} `}有 ${active.length} 位${zh}：${active.map((person) => person.name).join('、')}` });
			}
			if (others.length > 0) this.note(`${active.length} people hold the role; the one with the smallest id was taken`, `共 ${active.length} 人担任，取编号最小者`);
			return this.found(first, tried === null ? 'general assignment' : 'assignment', { en: `${first.name} is ${en} ${place.en}`, 'zh-CN': tried === null ? `${first.name} 是${zh}${place.zh}` : `${first.name} 是 ${tried} 的${zh}` });
		}
		if (this.directory.holders(role, null).length === 0) this.note(`nobody holds the role ${en} in general`, `没有不限范围的${zh}`);
		return null;
	}

	/** All holders have left: the first active manager above them, where all agree. */
	private aboveInactive(holders: readonly Person[], en: string, zh: string): FoundRole | null {
		const above = new Map<string, Person>();
		for (const person of holders) {
			this.use(person);
			this.note(`${person.name}, ${en}, is inactive`, `${zh} ${person.name} 已停用`);
			const manager = this.climb(person);
			if (manager) above.set(manager.id, manager);
		}
		const [manager, ...others] = above.values();
		if (manager === undefined || others.length > 0) {
			if (others.length > 0) this.note(`their managers differ (${[...above.values()].map((person) => person.name).join(', ')})`, `他们的直属上级不同（${[...above.values()].map((person) => person.name).join('、')}）`);
			return null;
		}
		return this.found(manager, 'manager instead', { en: `${manager.name} is the next active manager above`, 'zh-CN': `${manager.name} 是其上最近的在职上级` });
	}

	private managerInstead(): FoundRole | null {
		return this.managerOf(this.of, 'manager instead');
	}

	private managerOf(person: Person | null, via: RoleSource): FoundRole | null {
		if (person === null) return null;
		const manager = this.climb(person);
		return manager ? this.found(manager, via, { en: `${manager.name} is the manager of ${person.name}`, 'zh-CN': `${manager.name} 是 ${person.name} 的直属上级` }) : null;
	}

	/** First active manager above a person. Stops at a circle, at an unknown manager and at the top. */
	private climb(start: Person): Person | null {
		const seen = new Set([start.id]);
		for (let current = start; ; ) {
			const { managerId } = current;
			if (managerId === null) {
				if (current.unknown?.includes('managerId') === true) this.note(`the HR system does not show who the manager of ${current.name} is`, `人事系统未显示 ${current.name} 的直属上级`);
				else this.note(`${current.name} has no manager entered`, `${current.name} 未填写直属上级`);
				return null;
			}
			if (managerId === current.id) {
				this.note(`${current.name} is entered as his or her own manager`, `${current.name} 的直属上级填成了本人`);
				return null;
			}
			const manager = this.directory.byId(managerId);
			if (manager === null) {
				this.note(`the manager “${managerId}” of ${current.name} is not in the HR directory`, `${current.name} 的直属上级“${managerId}”不在人员目录中`);
				return null;
			}
			if (seen.has(manager.id)) {
				this.note(`the managers above ${start.name} go in a circle`, `${start.name} 的上级链形成循环`);
				return null;
			}
			seen.add(manager.id);
			if (this.usable(manager, 'manager', '直属上级')) return manager;
			current = manager;
		}
	}

	private usable(person: Person, en: string, zh: string): boolean {
		if (person.id === this.of?.id) {
			this.note(`${person.name} is the ${en} and the person concerned`, `${person.name} 既是${zh}又是当事人`);
			return false;
		}
		if (!person.active) {
			this.use(person);
			this.note(`${person.name} (${en}) is inactive`, `${zh} ${person.name} 已停用`);
			return false;
		}
		return true;
	}

	private use(person: Person): void {
		if (!this.evidence.some((reference) => reference.source === person.evidence.source && reference.id === person.evidence.id)) this.evidence.push(person.evidence);
	}

	private note(en: string, zh: string): void {
		this.notes.push({ en: en.replace(/\.$/, ''), 'zh-CN': zh.replace(/。$/, '') });
	}

	private found(person: Person, via: RoleSource, said: BilingualText): FoundRole {
		this.use(person);
		return { kind: 'assigned', person, via, explanation: this.sentence(said), evidence: this.evidence };
	}

	private nobody(reason: BilingualText | null): FoundRole {
		const [first, ...rest] = this.notes;
		if (reason !== null) return { kind: 'unassigned', reason: this.sentence({ en: reason.en.replace(/\.$/, ''), 'zh-CN': reason['zh-CN'].replace(/。$/, '') }), evidence: this.evidence };
		this.notes.splice(0, this.notes.length, ...rest);
		return { kind: 'unassigned', reason: this.sentence(first ?? { en: 'Nobody was found', 'zh-CN': '未找到人员' }), evidence: this.evidence };
	}

	/** One sentence: what was found, and in brackets what was skipped on the way. */
	private sentence(said: BilingualText): BilingualText {
		const en = said.en.charAt(0).toUpperCase() + said.en.slice(1);
		if (this.notes.length === 0) return { en: `${en}.`, 'zh-CN': `${said['zh-CN']}。` };
		return { en: `${en} (${this.notes.map((note) => note.en).join('; ')}).`, 'zh-CN': `${said['zh-CN']}（${this.notes.map((note) => note['zh-CN']).join('；')}）。` };
	}
}
