import type { Language } from '../judgement/judgement.js';
import { companyGoals } from './companyGoals.js';
import { companyTalks } from './companyTalks.js';
import { COMPANY_MEMBERS, DEPARTMENTS } from './companyUnits.js';
import { companyWork } from './companyWork.js';
import { quarterStart, SAMPLE_QUARTERS, type Recorder, type Words } from './companyTime.js';

/*
 * Twelve quarters of a company of 417 people, made up, with the figures that the method tells of: 15 revisions of 100 goals, a department at 0.26 twice in a row,
 * talks at 29 %, a process that worsens by a quarter, completeness from 57 % to 99.2 %, appeals from 6 to 1. Source: spec S8, S12, S13, S15.
 */

/** One record as a source system would give it: a row of the health metrics. */
export interface SampleRecord {
	readonly kind: string;
	readonly id: string;
	readonly [field: string]: string | number | boolean;
}

/** When the sample is looked at: the last quarter is over, and its suggestions had their 30 days. */
export const SAMPLE_COMPANY_AS_OF = '2026-11-05T08:00:00+08:00';

/** Quarters up to the one of {@link SAMPLE_COMPANY_AS_OF}, which is not over yet. */
export const SAMPLE_COMPANY_QUARTERS = SAMPLE_QUARTERS + 1;

/** A person of the sample company as the table of people holds it; only heads of departments, who get tasks. */
export interface SampleHead {
	readonly personId: string;
	readonly name: string;
	readonly email: string;
	readonly department: string;
}

/** About 12,000 records, the same in every call. Units are named in the language. */
export function sampleCompany(language: Language): readonly SampleRecord[] {
	const records: SampleRecord[] = [];
	const words: Words = (text) => text[language];
	const record: Recorder = (kind, id, fields) => records.push({ kind, id, source: 'sample', ...fields });
	memberships(record, words);
	companyGoals(record, words);
	companyTalks(record, words);
	companyWork(record, words);
	return records;
}

/** Heads of the departments, to whom the alarms go. */
export function sampleCompanyHeads(language: Language): readonly SampleHead[] {
	return COMPANY_MEMBERS.filter(({ head }) => head).map(({ id, name, email, department }) => ({ personId: id, name: name[language], email, department: DEPARTMENTS[department]?.name[language] ?? '' }));
}

function memberships(record: Recorder, words: Words): void {
	for (const { id, team, department, joined } of COMPANY_MEMBERS) {
		const unit = { team: words(team), department: words(DEPARTMENTS[department]?.name ?? { en: '', 'zh-CN': '' }) };
		if (joined === null) {
			record('membership', `M-${id}`, { person: id, from: '2021-04-01', ...unit });
			continue;
		}
		// Whoever came took the place of somebody who left the day before.
		const day = `${quarterStart(joined).slice(0, 8)}16`;
		record('membership', `M-${id}`, { person: id, from: day, ...unit });
		record('membership', `M-${id}-before`, { person: `${id}L`, from: '2021-04-01', until: day, ...unit });
	}
}
