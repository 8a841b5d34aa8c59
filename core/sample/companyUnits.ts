import type { BilingualText } from '../judgement/judgement.js';

/* Who works where in the sample company: 417 people, 213 of them in research and development. Everybody is made up. */

interface SampleDepartment {
	readonly name: BilingualText;
	readonly people: number;
	readonly goals: number;
}

/** Index of the departments in {@link DEPARTMENTS} that the figures of the sample speak of. */
export const [RESEARCH, PRODUCTION, QUALITY] = [0, 1, 2] as const;

export const DEPARTMENTS: readonly SampleDepartment[] = [
	{ name: { en: 'Research and Development', 'zh-CN': '研发部' }, people: 213, goals: 50 },
	{ name: { en: 'Production', 'zh-CN': '生产部' }, people: 84, goals: 20 },
	{ name: { en: 'Quality', 'zh-CN': '质量部' }, people: 36, goals: 8 },
	{ name: { en: 'Sales', 'zh-CN': '销售部' }, people: 30, goals: 6 },
	{ name: { en: 'Clinical Operations', 'zh-CN': '临床部' }, people: 24, goals: 6 },
	{ name: { en: 'Regulatory Affairs', 'zh-CN': '注册部' }, people: 18, goals: 6 },
	{ name: { en: 'Administration', 'zh-CN': '行政部' }, people: 12, goals: 4 },
];

const TEAM_SIZE = 7;
const SURNAMES = [['鲍', 'Bao'], ['岑', 'Cen'], ['董', 'Dong'], ['樊', 'Fan'], ['龚', 'Gong'], ['洪', 'Hong'], ['姜', 'Jiang'], ['康', 'Kang'], ['雷', 'Lei'], ['毛', 'Mao'], ['聂', 'Nie']] as const;
const GIVEN = [['安澜', 'Anlan'], ['伯言', 'Boyan'], ['初晴', 'Chuqing'], ['冬青', 'Dongqing'], ['归帆', 'Guifan'], ['海若', 'Hairuo'], ['景和', 'Jinghe'], ['可岚', 'Kelan'], ['若水', 'Ruoshui'], ['思齐', 'Siqi'], ['知夏', 'Zhixia'], ['云舟', 'Yunzhou'], ['清和', 'Qinghe']] as const;

export interface CompanyMember {
	readonly id: string;
	readonly name: BilingualText;
	readonly email: string;
	/** Place in {@link DEPARTMENTS}. */
	readonly department: number;
	readonly team: BilingualText;
	/** Leads the team. */
	readonly lead: boolean;
	/** Leads the department. */
	readonly head: boolean;
	/** Quarter, counted from the first of the sample, in which the person came in place of somebody who left; null: was there before. */
	readonly joined: number | null;
}

/** Everyone who is with the company at the end of the sample, by department and team. */
export const COMPANY_MEMBERS: readonly CompanyMember[] = DEPARTMENTS.flatMap(({ name, people }, department) => {
	const before = DEPARTMENTS.slice(0, department).reduce((sum, other) => sum + other.people, 0);
	const teams = Math.round(people / TEAM_SIZE);
	return Array.from({ length: people }, (_, index): CompanyMember => {
		const number = before + index;
		const team = (index % teams) + 1;
		const surname = SURNAMES[number % SURNAMES.length] ?? SURNAMES[0];
		const given = GIVEN[number % GIVEN.length] ?? GIVEN[0];
		return {
			id: `C${String(number + 1).padStart(3, '0')}`,
			name: { en: `${given[1]} ${surname[1]}`, 'zh-CN': surname[0] + given[0] },
			email: `c${String(number + 1).padStart(3, '0')}@example.com`,
			department,
			team: { en: `${name.en}, team ${team}`, 'zh-CN': `${name['zh-CN']} ${team} 组` },
			lead: index < teams,
			head: index === 0,
			// Those who came later are no leads and own no goals, so that their coming changes no count but that of people.
			joined: index >= teams * 5 && number % 3 === 0 ? number % 12 : null,
		};
	});
});

/** Members of a department who were there from the first day, leads first. */
export function lastingMembers(department: number): readonly CompanyMember[] {
	return COMPANY_MEMBERS.filter((member) => member.department === department && member.joined === null);
}
