import type { EdcMapping } from '../edc/mapping.js';
import type { BilingualText } from '../judgement/judgement.js';
import { formatInstant, zoneOf } from '../time/zone.js';
import { SAMPLE_SITES, SAMPLE_STUDY, SAMPLE_SYSTEM_USER } from './design.js';
import { sampleHistory } from './history.js';

/*
 * A made-up study with which everything can be tried without any account: 120 subjects, 4 sites, three visits, and something
 * for each of the 12 process metrics to find. The same bytes every time.
 */

export { SAMPLE_STUDY } from './design.js';
export { sampleStudyOdm, type SampleOdmOptions } from './odm.js';
export { samplePeople } from './people.js';

/** What the items of the sample study mean. */
export const sampleMapping: EdcMapping = {
	zone: SAMPLE_STUDY.zone,
	visitDateItems: ['IT.VISDAT'],
	enrolmentItems: ['IT.ENRDAT'],
	randomisationItems: [],
	consentDateItems: ['IT.ICFDTC'],
	consentVersionItems: ['IT.ICFVER'],
	procedureDateItems: ['IT.PROCDTC'],
	seriousEvent: { seriousItem: 'IT.AESER', seriousValues: ['Y'], awarenessItems: ['IT.AEAWARE'], reportItems: ['IT.AEREPORT'], exemptItem: 'IT.AEEXEMPT' },
	deviation: { termItem: 'IT.DVTERM', dateItem: 'IT.DVDAT', importantItem: 'IT.DVIMP', importantValues: ['Y'] },
	disposition: {
		reasonItem: 'IT.DSREAS',
		dateItem: 'IT.DSDAT',
		withdrawnValues: ['WITHDRAWAL OF CONSENT', 'LOST TO FOLLOW-UP', 'INVESTIGATOR DECISION'],
		completedValues: ['COMPLETED'],
		deathValues: ['DEATH'],
		screenFailureValues: ['SCREEN FAILURE'],
	},
	notDone: [{ item: 'IT.LBND', value: 'Y' }],
	logForms: ['FO.AE', 'FO.DV', 'FO.DS'],
	countryOfSite: Object.fromEntries(SAMPLE_SITES.map((site) => [site.oid, 'CHN'])),
	systemUsers: [SAMPLE_SYSTEM_USER, 'sys.edc'],
	coordinators: SAMPLE_SITES.flatMap((site) => site.coordinators),
};

/** The milestone that the sample study is made for, as a person would say it. */
export const sampleMilestone: BilingualText = {
	en: 'the 100th subject completed follow-up',
	'zh-CN': '第 100 例受试者完成随访',
};

/** Who reaches a count of completed follow-ups, and when; by visit date and by entry it is the same subject for n = 100. */
export function sampleFollowUp(n: number): { readonly subject: string; readonly site: string; readonly visitDate: string; readonly completedAt: string } | null {
	const followUp = sampleHistory().followUps[n - 1];
	return followUp === undefined ? null : { ...followUp, completedAt: formatInstant(followUp.completedAt, zoneOf(SAMPLE_STUDY.zone)) };
}

/** How many subjects have completed follow-up in the whole of the sample. */
export function sampleFollowUpCount(): number {
	return sampleHistory().followUps.length;
}
