import { COMPANY_MEMBERS, DEPARTMENTS, QUALITY, type CompanyMember } from './companyUnits.js';
import { LAUNCH_QUARTER, SAMPLE_QUARTERS, timeIn, type Recorder, type Words } from './companyTime.js';

/** Talks of a team lead in a quarter. */
const TALKS = 2;

/** Talks of the department whose use of process data breaks down at the end: 9 of 31 are 29 %. */
const QUALITY_TALKS = 31;
const QUALITY_CITED = [11, 11, 12, 12, 13, 12, 13, 14, 14, 16, 15, 9];

/** Of a hundred talks elsewhere so many cite process data. */
const CITED_PER_HUNDRED = [32, 35, 34, 38, 41, 40, 44, 46, 48, 60, 66, 72];

/** Of 48 suggestions so many are adopted: from 29 % to 46 %. */
const SUGGESTIONS = 48;
const ADOPTED = [14, 15, 14, 16, 17, 18, 18, 19, 19, 21, 21, 22];

const ROLES = [
	{ en: 'Testing', 'zh-CN': '测试' },
	{ en: 'Registration', 'zh-CN': '注册' },
	{ en: 'Production', 'zh-CN': '生产' },
];
const DESIGN = { en: 'Design', 'zh-CN': '设计' };

/** Coaching talks with the views before them, suggestions on deliverables, and the answers of the reverse assessment. */
export function companyTalks(record: Recorder, words: Words): void {
	const leads = COMPANY_MEMBERS.filter(({ lead }) => lead);
	for (let quarter = 0; quarter < SAMPLE_QUARTERS; quarter++) {
		const others = leads.filter(({ department }) => department !== QUALITY);
		others.flatMap((lead) => Array.from({ length: TALKS }, () => lead)).forEach((lead, index) => {
			// Spread over the leads: 37 and 100 have no factor in common.
			talk(record, quarter, lead, index, (index * 37) % 100 < (CITED_PER_HUNDRED[quarter] ?? 0));
		});
		const quality = leads.filter(({ department }) => department === QUALITY);
		for (let index = 0; index < QUALITY_TALKS; index++) {
			const lead = quality[index % quality.length];
			if (lead) talk(record, quarter, lead, 200 + index, index < (QUALITY_CITED[quarter] ?? 0));
		}
		suggestions(record, words, quarter);
		if (quarter < LAUNCH_QUARTER) continue;
		for (const [index, { id }] of leads.entries()) for (let answer = 0; answer < 6; answer++) record('rating', `R-${quarter}-${id}-${answer}`, { manager: id, at: timeIn(quarter, 20 + answer * 9, 15), score: 3 + ((index + answer + quarter) % 3) });
	}
}

function talk(record: Recorder, quarter: number, { id, department, team }: CompanyMember, index: number, cites: boolean): void {
	const members = COMPANY_MEMBERS.filter((member) => member.department === department && member.team.en === team.en && member.id !== id && member.joined === null);
	const employee = members[(index + quarter) % members.length]?.id ?? id;
	const day = 5 + ((index * 11) % 75);
	// Some look at the data and then do not speak of it; others neither look nor cite.
	const views = cites || index % 4 === 0;
	record('talk', `T-${quarter}-${index}`, { manager: id, employee, at: timeIn(quarter, day, 14), end: timeIn(quarter, day, 14, 40), minutes: true, citations: cites ? 1 + (index % 3) : 0, url: `https://minutes.example.com/talk/${quarter}-${index}` });
	if (views) record('view', `V-${quarter}-${index}`, { viewer: id, about: employee, at: timeIn(quarter, day - 2, 10) });
}

function suggestions(record: Recorder, words: Words, quarter: number): void {
	const owners = COMPANY_MEMBERS.filter(({ joined }) => joined === null);
	for (let index = 0; index < SUGGESTIONS; index++) {
		const owner = owners[(index * 13 + quarter) % owners.length];
		const author = owners[(index * 17 + quarter + 5) % owners.length];
		if (!owner || !author || owner.id === author.id) continue;
		const day = 3 + ((index * 5) % 80);
		const adopted = (index * 29) % SUGGESTIONS < (ADOPTED[quarter] ?? 0);
		record('suggestion', `S-${quarter}-${index}`, {
			at: timeIn(quarter, day, 11),
			author: author.id,
			authorRole: words(ROLES[index % ROLES.length] ?? DESIGN),
			person: owner.id,
			ownerRole: words(DESIGN),
			explicit: true,
			...(adopted ? { acceptedAt: timeIn(quarter, day + 4, 16), changedAt: timeIn(quarter, day + 9, 10), change: `CH-${quarter}-${index}` } : index % 3 === 0 ? { rejectedAt: timeIn(quarter, day + 6, 16) } : {}),
			url: `https://review.example.com/suggestion/${quarter}-${index}`,
			department: words(DEPARTMENTS[owner.department]?.name ?? DESIGN),
			team: words(owner.team),
		});
	}
}
