import { COMPANY_MEMBERS, DEPARTMENTS, lastingMembers, PRODUCTION, RESEARCH, type CompanyMember } from './companyUnits.js';
import { LAUNCH_QUARTER, SAMPLE_QUARTERS, timeIn, type Recorder, type Words } from './companyTime.js';

/** Of a thousand required fields so many are filled: 57 % at the end of 2025, then 99.2 %. */
const FILLED = [520, 531, 528, 540, 545, 549, 556, 563, 570, 992, 993, 994];
const FIELD_RECORDS = 100;
const FIELDS = 10;

/** Appeals by quarter: 6 before the system, 1 after. */
const APPEALS = [3, 4, 3, 5, 4, 5, 4, 5, 6, 1, 2, 1];

/** Orders that go through delivery in a quarter, and the days in each stage: a quarter longer at the end. */
const ORDERS = 24;
const STAGE_DAYS = 10;
const WORSE_DAYS = 13;
const STAGES = [
	{ en: 'Preparation', 'zh-CN': '备料' },
	{ en: 'Assembly', 'zh-CN': '装配' },
	{ en: 'Inspection', 'zh-CN': '检验' },
];
const DELIVERED = { en: 'Delivered', 'zh-CN': '交付' };

/** Users and those of them who invited somebody, by quarter since the launch. */
const USERS = [350, 361, 380];
const INVITING = [128, 133, 140];

/** Tasks with noted factors: 27 notes in the first quarter with the system. */
const TASKS = 60;
const NOTED = 27;
const FACTORS = [
	{ en: 'Schedule of the authority’s site inspection', 'zh-CN': '药监局现场核查排期' },
	{ en: 'Queue of the test laboratory', 'zh-CN': '第三方检验所排队周期' },
	{ en: 'Temperature and humidity of the test room', 'zh-CN': '试验环境温湿度' },
];

/** Everything that is neither goals nor talks. */
export function companyWork(record: Recorder, words: Words): void {
	const lasting = COMPANY_MEMBERS.filter(({ joined }) => joined === null);
	for (let quarter = 0; quarter < SAMPLE_QUARTERS; quarter++) {
		fields(record, quarter, lasting);
		for (let index = 0; index < (APPEALS[quarter] ?? 0); index++) record('appeal', `AP-${quarter}-${index}`, { at: timeIn(quarter, 12 + index * 9, 9), person: lasting[(index * 61 + quarter * 7) % lasting.length]?.id ?? '', state: index % 3 === 0 ? 'upheld' : 'rejected', url: `https://appeals.example.com/${quarter}-${index}` });
		orders(record, words, quarter);
		if (quarter >= LAUNCH_QUARTER) {
			use(record, words, quarter, lasting);
			tasks(record, words, quarter);
		}
	}
}

function fields(record: Recorder, quarter: number, lasting: readonly CompanyMember[]): void {
	const filled = FILLED[quarter] ?? 0;
	const least = Math.floor(filled / FIELD_RECORDS);
	for (let index = 0; index < FIELD_RECORDS; index++) {
		const one = least + ((index * 7) % FIELD_RECORDS < filled - least * FIELD_RECORDS ? 1 : 0);
		record('fields', `F-${quarter}-${index}`, { at: timeIn(quarter, (index * 3) % 85, 17), required: FIELDS, filled: one, person: lasting[(index * 4) % lasting.length]?.id ?? '', url: `https://records.example.com/form/${quarter}-${index}` });
	}
}

/** Days of a stage go round 9, 10, 11, or 12, 13, 14 where it is slow. */
function orders(record: Recorder, words: Words, quarter: number): void {
	const people = lastingMembers(PRODUCTION);
	const days = quarter === SAMPLE_QUARTERS - 1 ? WORSE_DAYS : STAGE_DAYS;
	for (let index = 0; index < ORDERS; index++) {
		const item = `O-${quarter}-${String(index + 1).padStart(2, '0')}`;
		const person = people[(index * 5) % people.length]?.id ?? '';
		let day = 2 + (index % 40);
		STAGES.forEach((stage, step) => {
			record('stage', `${item}-${step}`, { item, stage: words(stage), at: timeIn(quarter, day, 9), person, url: `https://orders.example.com/${item}` });
			day += days - 1 + ((index + step) % 3);
		});
		record('stage', `${item}-end`, { item, stage: words(DELIVERED), at: timeIn(quarter, day, 9), person, final: true, url: `https://orders.example.com/${item}` });
	}
}

/** One entry a month for each user: what the system was used for in all, so that the sample stays small. */
function use(record: Recorder, words: Words, quarter: number, lasting: readonly CompanyMember[]): void {
	const users = COMPANY_MEMBERS.filter(({ joined }) => joined === null || joined < quarter).slice(0, USERS[quarter - LAUNCH_QUARTER] ?? 0);
	for (const [index, { id, department }] of users.entries()) {
		for (const day of [14, 45, 75]) record('usage', `U-${quarter}-${id}-${day}`, { person: id, at: timeIn(quarter, day, 10), minutes: 44 + ((index + day) % 20) });
		if (index >= (INVITING[quarter - LAUNCH_QUARTER] ?? 0)) continue;
		const invited = lasting.filter((other) => other.department !== department)[(index * 3) % 100];
		if (invited) record('invite', `I-${quarter}-${id}`, { person: id, at: timeIn(quarter, 20, 10), invited: invited.id, invitedDepartment: words(DEPARTMENTS[invited.department]?.name ?? { en: '', 'zh-CN': '' }) });
	}
}

function tasks(record: Recorder, words: Words, quarter: number): void {
	const people = lastingMembers(RESEARCH);
	for (let index = 0; index < TASKS; index++) {
		const noted = index < NOTED;
		const day = 10 + index;
		const factor = FACTORS[index % FACTORS.length];
		record('task', `K-${quarter}-${index}`, { person: people[(index * 3) % people.length]?.id ?? '', dueAt: timeIn(quarter, day, 18), doneAt: timeIn(quarter, day + (noted ? 4 + (index % 5) : index % 2), 18), ...(noted && factor ? { factors: words(factor) } : {}), url: `https://tasks.example.com/${quarter}-${index}` });
	}
}
