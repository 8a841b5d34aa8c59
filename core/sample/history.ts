import { dayNumberOf, DAY_MILLISECONDS, formatDayNumber, formatInstant, instantOfLocal, zoneOf } from '../time/zone.js';
import { SAMPLE_DATA_MANAGER, SAMPLE_SITES, SAMPLE_STUDY, SAMPLE_SYSTEM_USER, SAMPLE_VISITS, sampleForm, type SampleSite } from './design.js';

/*
 * The life of the sample study as one log of changes in the order of their stamps. Always the same: where chance would decide,
 * a hash of subject and purpose does.
 */

interface Change {
	/** Epoch milliseconds. */
	readonly at: number;
	readonly by: string;
	readonly subject: string;
	readonly site: SampleSite;
	readonly event: string;
}

interface FormChange extends Change {
	readonly form: string;
	/** Key of the group's repeat, null where the form does not repeat. */
	readonly repeat: string | null;
}

/** Somebody saved, corrected or removed a form. A null value empties the item. */
export interface Save extends FormChange {
	readonly kind: 'save';
	readonly transaction: 'Insert' | 'Update' | 'Remove';
	readonly reason: string | null;
	readonly items: ReadonlyArray<readonly [item: string, value: string | null]>;
}

/** A monitor compared the form with the source; holds the values as they stood. */
export interface Verification extends FormChange {
	readonly kind: 'verification';
	readonly items: ReadonlyArray<readonly [item: string, value: string]>;
}

export interface Signing extends Change {
	readonly kind: 'signing';
}

export interface QueryStep extends FormChange {
	readonly kind: 'query';
	readonly query: string;
	readonly item: string;
	readonly state: 'Candidate' | 'Open' | 'Answered' | 'Closed' | 'Cancelled';
	readonly origin: 'System' | 'Manual';
	readonly text: string;
}

export type SampleChange = Save | Verification | Signing | QueryStep;

/** When a subject's follow-up visit became complete in the records. */
export interface FollowUp {
	readonly subject: string;
	readonly site: string;
	/** `2026-06-01` */
	readonly visitDate: string;
	/** Stamp of the save that completed it, epoch milliseconds. */
	readonly completedAt: number;
}

/** Baseline visits per subject number, relative to the first. Others follow about every 14 hours. */
const FIRST_BASELINE = dayNumberOf(2026, 1, 12);

const SCREEN_FAILURES = new Set([17, 58, 93]);
/** Number of the subject → how and after which visit they left. */
const LEFT: Readonly<Record<number, { readonly reason: string; readonly after: 'SE.V1' | 'SE.V2' }>> = {
	12: { reason: 'WITHDRAWAL OF CONSENT', after: 'SE.V1' },
	40: { reason: 'LOST TO FOLLOW-UP', after: 'SE.V2' },
	66: { reason: 'DEATH', after: 'SE.V2' },
	77: { reason: 'WITHDRAWAL OF CONSENT', after: 'SE.V2' },
	103: { reason: 'INVESTIGATOR DECISION', after: 'SE.V1' },
};
/** Their follow-up form stays empty or is never entered: present is not done. */
const EMPTY_FOLLOW_UP = new Set([29, 88]);
const MISSING_LABORATORY = new Set([21, 55, 71]);
const LABORATORY_NOT_DONE = new Set([34, 97]);
const CONSENT_AFTER_PROCEDURE = 31;
const CONSENT_PARTIAL_DATE = 52;
const LATE_ENTRY = new Set([8, 47, 63, 84]);
/** Subject number → hours from awareness to report; null: never reported; 'date': only the dates are known. */
const SERIOUS: Readonly<Record<number, { readonly after: number | null | 'date'; readonly exempt?: boolean; readonly term: string }>> = {
	5: { after: 3, term: 'Syncope' },
	19: { after: 20, term: 'Pneumonia' },
	26: { after: 24, term: 'Atrial fibrillation' },
	38: { after: 31, term: 'Hip fracture' },
	45: { after: 7, term: 'Bleeding ulcer' },
	61: { after: 'date', term: 'Stroke' },
	66: { after: 2, term: 'Cardiac arrest' },
	79: { after: null, term: 'Appendicitis' },
	90: { after: 40, exempt: true, term: 'Planned knee operation' },
};

/** Spring Festival, Qingming, Labour Day, Dragon Boat Festival 2026. */
const CLOSED: ReadonlyArray<readonly [first: number, last: number]> = [
	[dayNumberOf(2026, 2, 15), dayNumberOf(2026, 2, 23)],
	[dayNumberOf(2026, 4, 4), dayNumberOf(2026, 4, 6)],
	[dayNumberOf(2026, 5, 1), dayNumberOf(2026, 5, 5)],
	[dayNumberOf(2026, 6, 19), dayNumberOf(2026, 6, 21)],
];

const zone = zoneOf(SAMPLE_STUDY.zone);
const SITE_OF = [0, 1, 2, 0, 3, 1, 2, 0, 1, 3];

let built: { readonly changes: readonly SampleChange[]; readonly followUps: readonly FollowUp[] } | null = null;

/** The whole log and the follow-ups in the order in which they became complete. Built once. */
export function sampleHistory(): { readonly changes: readonly SampleChange[]; readonly followUps: readonly FollowUp[] } {
	built ??= buildHistory();
	return built;
}

function buildHistory(): { changes: SampleChange[]; followUps: FollowUp[] } {
	const planned: SampleChange[] = [];
	for (let number = 1; number <= SAMPLE_STUDY.subjects; number++) lifeOfSubject(number, planned);
	planned.sort((a, b) => a.at - b.at || (a.subject < b.subject ? -1 : 1));
	return settle(planned);
}

/** Gives verifications the values of their time and finds when follow-ups were complete. */
function settle(planned: readonly SampleChange[]): { changes: SampleChange[]; followUps: FollowUp[] } {
	const values = new Map<string, string | null>();
	const key = (change: FormChange, item: string): string => [change.subject, change.event, change.form, change.repeat, item].join('|');
	const followUps = new Map<string, FollowUp>();
	const wanted = SAMPLE_VISITS.find((visit) => visit.oid === SAMPLE_STUDY.followUpEvent)?.forms ?? [];
	const changes: SampleChange[] = [];
	for (const change of planned) {
		if (change.kind === 'save') {
			for (const [item, value] of change.items) values.set(key(change, item), change.transaction === 'Remove' ? null : value);
			if (change.event === SAMPLE_STUDY.followUpEvent && !followUps.has(change.subject)) {
				const valueOf = (form: string, item: string): string | null => values.get(key({ ...change, form, repeat: null }, item)) ?? null;
				const complete = wanted.every((form) => valueOf(form, 'IT.LBND') === 'Y' || sampleForm(form).items.every((item) => !item.mandatory || valueOf(form, item.oid) !== null));
				const visitDate = valueOf('FO.VISIT', 'IT.VISDAT');
				if (complete && visitDate !== null) followUps.set(change.subject, { subject: change.subject, site: change.site.oid, visitDate, completedAt: change.at });
			}
			changes.push(change);
		} else if (change.kind === 'verification') {
			const items = change.items.flatMap(([item]): Array<readonly [string, string]> => {
				const value = values.get(key(change, item)) ?? null;
				return value === null ? [] : [[item, value]];
			});
			if (items.length > 0) changes.push({ ...change, items });
		} else {
			changes.push(change);
		}
	}
	return { changes, followUps: [...followUps.values()] };
}

function lifeOfSubject(number: number, log: SampleChange[]): void {
	const site = SAMPLE_SITES[SITE_OF[number % SITE_OF.length] ?? 0] as SampleSite;
	const subject = `${site.oid.slice(-2)}-${String(number).padStart(3, '0')}`;
	const chance = (purpose: string, below: number): number => hash(`${subject}/${purpose}`) % below;
	const coordinator = (purpose: string): string => site.coordinators[chance(purpose, site.coordinators.length)] as string;
	const baseline = workingDay(FIRST_BASELINE + Math.floor((number - 1) * 0.6));
	const left = LEFT[number];
	const repeats = { 'FO.AE': 0, 'FO.DV': 0 };

	const save = (event: string, form: string, at: number, items: Save['items'], more: Partial<Pick<Save, 'by' | 'repeat' | 'transaction' | 'reason'>> = {}): void => {
		log.push({ kind: 'save', at, by: coordinator(event), subject, site, event, form, repeat: null, transaction: 'Insert', reason: null, items, ...more });
	};

	const logEntry = (form: 'FO.AE' | 'FO.DV', at: number, items: Save['items']): string => {
		const repeat = String(++repeats[form]);
		save('SE.LOG', form, at, items, { repeat });
		return repeat;
	};

	if (SCREEN_FAILURES.has(number)) {
		save('SE.V1', 'FO.CONSENT', stamp(baseline, chance('consent', 300)), consentOf(number, baseline));
		save('SE.LOG', 'FO.DS', stamp(baseline + 3, chance('disposition', 300)), [['IT.DSREAS', 'SCREEN FAILURE'], ['IT.DSDAT', formatDayNumber(baseline + 1)]]);
		return;
	}

	for (const visit of SAMPLE_VISITS) {
		if (visit.kind !== 'Scheduled' || (left !== undefined && visit.oid > left.after)) continue;
		const shift = visit.window === null ? 0 : visit.window.targetDay + chance(`${visit.oid}/shift`, 7) - 3 + (chance(`${visit.oid}/out`, 17) === 0 ? visit.window.days + 1 : 0);
		const day = workingDay(baseline + shift);
		const lag = LATE_ENTRY.has(number) ? 9 : chance(`${visit.oid}/lag`, 4);
		const entered = stamp(workingDay(day + lag), chance(`${visit.oid}/clock`, 360));
		enterVisit(visit.oid, day, entered);
		if (visit.window !== null && Math.abs(day - baseline - visit.window.targetDay) > visit.window.days) {
			const at = stamp(workingDay(day + lag + 2), chance(`${visit.oid}/deviation`, 300));
			const repeat = logEntry('FO.DV', at, [['IT.DVTERM', `${visit.name} visit outside its window`], ['IT.DVDAT', formatDayNumber(day)], ['IT.DVIMP', 'N']]);
			if (number % 13 === 0) save('SE.LOG', 'FO.DV', at + 2 * DAY_MILLISECONDS, [['IT.DVTERM', null], ['IT.DVDAT', null], ['IT.DVIMP', null]], { repeat, transaction: 'Remove', reason: 'Entered for the wrong subject' });
		}
	}

	if (number % 30 === 9) logEntry('FO.DV', stamp(workingDay(baseline + 12), chance('important', 300)), [['IT.DVTERM', 'Excluded medication taken'], ['IT.DVDAT', formatDayNumber(baseline + 10)], ['IT.DVIMP', 'Y']]);
	if (number % 4 === 2) logEntry('FO.AE', stamp(workingDay(baseline + 20), chance('adverse', 300)), [['IT.AETERM', 'Skin irritation under the patch'], ['IT.AESTDAT', formatDayNumber(baseline + 14 + chance('onset', 5))], ['IT.AESER', 'N']]);
	const serious = SERIOUS[number];
	if (serious) enterSerious(serious, workingDay(baseline + 25));
	if (left) save('SE.LOG', 'FO.DS', stamp(workingDay(baseline + (left.after === 'SE.V1' ? 34 : 62)), chance('left', 300)), [['IT.DSREAS', left.reason], ['IT.DSDAT', formatDayNumber(baseline + (left.after === 'SE.V1' ? 30 : 58))]]);

	function enterVisit(event: string, day: number, entered: number): void {
		const after = (minutes: number): number => entered + minutes * 60_000;
		const date = formatDayNumber(day);
		save(event, 'FO.VISIT', entered, [['IT.VISDAT', date]]);
		if (event === 'SE.V1') {
			save(event, 'FO.CONSENT', after(3), consentOf(number, day));
			save(event, 'FO.ENROL', after(6), [['IT.ENRDAT', date], ['IT.SEX', chance('sex', 2) === 0 ? 'F' : 'M'], ['IT.AGE', String(38 + chance('age', 40))]]);
			save(event, 'FO.PROC', after(9), [['IT.PROCDTC', formatInstant(stamp(day, 75 + chance('fitting', 200)), zone)], ['IT.DEVSN', `HM-${10_000 + number}`]]);
		}
		if (event === 'SE.V3') {
			save(event, 'FO.FUP', after(14), EMPTY_FOLLOW_UP.has(number) ? [['IT.FUSTAT', null], ['IT.FUSCORE', null]] : [['IT.FUSTAT', chance('worn', 12) === 0 ? 'N' : 'Y'], ['IT.FUSCORE', String(55 + chance('comfort', 45))]]);
		}
		const laboratory = MISSING_LABORATORY.has(number) && event === 'SE.V2' ? null : after(site.oid === 'SITE.04' ? 90 : 21);
		const haemoglobin = 118 + chance(`${event}/haemoglobin`, 45);
		if (laboratory !== null) {
			const values: Save['items'] = LABORATORY_NOT_DONE.has(number) && event !== 'SE.V1' ? [['IT.LBND', 'Y']] : [['IT.LBDAT', date], ['IT.LBHGB', String(haemoglobin)], ['IT.LBCREA', String(52 + chance(`${event}/creatinine`, 60))]];
			save(event, 'FO.LAB', laboratory, values, site.oid === 'SITE.04' ? { by: SAMPLE_SYSTEM_USER } : {});
		}
		const monitored = site.oid !== 'SITE.04' || event === 'SE.V1';
		if (monitored) verify(event, entered + (12 + chance(`${event}/monitoring`, 9)) * DAY_MILLISECONDS);
		if (event !== 'SE.V2' && chance(`${event}/signed`, 8) > 0) log.push({ kind: 'signing', at: entered + (6 + chance(`${event}/signing`, 5)) * DAY_MILLISECONDS, by: site.investigator, subject, site, event });
		if (laboratory !== null && chance(`${event}/query`, 5) === 0) query(event, laboratory, String(haemoglobin - 9));
	}

	function verify(event: string, at: number): void {
		const visit = SAMPLE_VISITS.find((candidate) => candidate.oid === event);
		for (const form of visit?.forms ?? []) {
			const items = sampleForm(form).items.flatMap((candidate): Array<readonly [string, string]> => (candidate.sdv ? [[candidate.oid, '']] : []));
			if (items.length > 0) log.push({ kind: 'verification', at, by: site.monitor, subject, site, event, form, repeat: null, items });
		}
	}

	/** A question about the laboratory value: raised by a check or a person, answered (often with a correction), closed, sometimes reopened. */
	function query(event: string, asked: number, corrected: string): void {
		const manual = chance(`${event}/origin`, 3) === 0;
		const id = `Q.${subject}.${event.slice(3)}`;
		const step = (state: QueryStep['state'], days: number, by: string, text: string): void => {
			log.push({ kind: 'query', at: asked + Math.round(days * DAY_MILLISECONDS), by, subject, site, event, form: 'FO.LAB', repeat: null, item: 'IT.LBHGB', query: id, state, origin: manual ? 'Manual' : 'System', text });
		};
		const raiser = manual ? SAMPLE_DATA_MANAGER : 'sys.edc';
		const answered = 1 + chance(`${event}/answer`, 8);
		const end = chance(`${event}/end`, 12);
		if (end === 11) {
			step('Candidate', 0.05, raiser, 'Haemoglobin outside the expected range');
			return;
		}
		step('Open', 0.05, raiser, 'Haemoglobin outside the expected range');
		if (end === 10) step('Cancelled', 1.2, raiser, 'Raised in error');
		if (end >= 9) return;
		if (end < 5) save(event, 'FO.LAB', asked + answered * DAY_MILLISECONDS - 600_000, [['IT.LBHGB', corrected]], { transaction: 'Update', reason: 'Typing error, source checked', by: coordinator(`${event}/correction`) });
		step('Answered', answered, coordinator(`${event}/correction`), end < 5 ? 'Corrected from the source' : 'Value confirmed with the source');
		if (end === 0) {
			step('Open', answered + 1.5, raiser, 'Source page does not show this value');
			step('Answered', answered + 4.25, coordinator(`${event}/correction`), 'Source page attached');
		}
		step('Closed', answered + 6, raiser, 'Answer accepted');
	}

	function enterSerious(event: { readonly after: number | null | 'date'; readonly exempt?: boolean; readonly term: string }, day: number): void {
		const aware = stamp(day, 20 + chance('aware', 400));
		const report: Array<readonly [string, string | null]> =
			event.after === null ? [] : [['IT.AEREPORT', event.after === 'date' ? formatDayNumber(day + 1) : formatInstant(aware + event.after * 3_600_000, zone)]];
		logEntry('FO.AE', stamp(day + 2, 30 + chance('serious', 200)), [
			['IT.AETERM', event.term],
			['IT.AESTDAT', formatDayNumber(day - 1)],
			['IT.AESER', 'Y'],
			['IT.AEAWARE', event.after === 'date' ? formatDayNumber(day) : formatInstant(aware, zone)],
			...report,
			...(event.exempt === true ? ([['IT.AEEXEMPT', 'Y']] as const) : []),
		]);
	}
}

/** Consent is signed the day before the baseline visit, for a few on the day itself; one after the device was fitted, one without a day. */
function consentOf(number: number, day: number): Save['items'] {
	const version = day < dayNumberOf(2026, 2, 24) ? '1.0' : '2.0';
	if (number === CONSENT_PARTIAL_DATE) return [['IT.ICFDTC', formatDayNumber(day).slice(0, 7)], ['IT.ICFVER', version]];
	if (number === CONSENT_AFTER_PROCEDURE) return [['IT.ICFDTC', formatInstant(stamp(day, 470), zone)], ['IT.ICFVER', version]];
	return [['IT.ICFDTC', formatInstant(number % 10 === 0 ? stamp(day, 10) : stamp(day - 1, 200), zone)], ['IT.ICFVER', version]];
}

/** Weekends and the public holidays of that half year move to the next day on which the sites are open. */
function workingDay(day: number): number {
	let open = day;
	while ((open + 4) % 7 === 6 || (open + 4) % 7 === 0 || CLOSED.some(([first, last]) => open >= first && open <= last)) open++;
	return open;
}

/** The instant so many minutes after 09:00 of a local day. */
function stamp(day: number, minutes: number): number {
	return instantOfLocal(day * DAY_MILLISECONDS + (9 * 60 + minutes) * 60_000 + (hash(`${day}/${minutes}`) % 60) * 1000, zone);
}

/** FNV-1a, 32 bits: spreads texts evenly; nothing secret about it. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
	// A last mix, because the low bits of short texts are close to each other.
	value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d) >>> 0;
	return (value ^ (value >>> 12)) >>> 0;
}
