/**
 * Names the items of a study that mean something to a rule, because no format says it (ODM has no visit date, consent date,
 * SAE clock, SDV attribute …). Only items named here keep their value in evidence. Presets per vendor stand beside the adapters.
 * All names are OIDs (REDCap: field names) and may be empty.
 */
export interface EdcMapping {
	/** Zone for stamps without offset, IANA name. */
	readonly zone: string;
	/** Items that hold the date of a visit; the first that is filled counts. */
	readonly visitDateItems: readonly string[];
	/** Items that hold the date of enrolment, of randomisation, and of signing the informed consent. */
	readonly enrolmentItems: readonly string[];
	readonly randomisationItems: readonly string[];
	readonly consentDateItems: readonly string[];
	readonly consentVersionItems: readonly string[];
	/** Dated items of study procedures (blood sample, first dose …): the earliest is the subject's first procedure. */
	readonly procedureDateItems: readonly string[];
	/** Serious adverse events: one per repeat of the group that holds these items. */
	readonly seriousEvent: {
		readonly seriousItem: string | null;
		readonly seriousValues: readonly string[];
		readonly awarenessItems: readonly string[];
		readonly reportItems: readonly string[];
		readonly exemptItem: string | null;
	} | null;
	/** Protocol deviations as a form: one per repeat of the group that holds these items. */
	readonly deviation: {
		readonly termItem: string;
		readonly dateItem: string | null;
		readonly importantItem: string | null;
		readonly importantValues: readonly string[];
	} | null;
	/** Disposition: how a subject left. */
	readonly disposition: {
		readonly reasonItem: string;
		readonly dateItem: string | null;
		readonly withdrawnValues: readonly string[];
		readonly completedValues: readonly string[];
		readonly deathValues: readonly string[];
		readonly screenFailureValues: readonly string[];
	} | null;
	/** The source's own words for the state of a subject (`SubjectChanged.status`), for sources without a disposition form. */
	readonly subjectStatus?: {
		readonly enrolled: readonly string[];
		readonly withdrawn: readonly string[];
		readonly completed: readonly string[];
		readonly died: readonly string[];
		readonly screenFailure: readonly string[];
	};
	/** Items that are derived, hidden or labels: they hold values but are no data points. */
	readonly derivedItems?: readonly string[];
	/** Item and value that mark a form as not done on purpose. */
	readonly notDone: ReadonlyArray<{ readonly item: string; readonly value: string }>;
	/** Forms that are logs and not visits (adverse events, medication): left out of entry lag. */
	readonly logForms: readonly string[];
	/** Site → country, for sources that name no country. */
	readonly countryOfSite: Readonly<Record<string, string>>;
	/** Address at which a person opens a record, with placeholders; see {@link recordAddress}. */
	readonly recordAddress?: string;
	/** User accounts that are systems (import, interface) and no persons. */
	readonly systemUsers: readonly string[];
	/** User accounts of clinical research coordinators; empty: every person who enters data. */
	readonly coordinators: readonly string[];
}

export const EMPTY_MAPPING: EdcMapping = {
	zone: 'UTC',
	visitDateItems: [],
	enrolmentItems: [],
	randomisationItems: [],
	consentDateItems: [],
	consentVersionItems: [],
	procedureDateItems: [],
	seriousEvent: null,
	deviation: null,
	disposition: null,
	notDone: [],
	logForms: [],
	countryOfSite: {},
	systemUsers: [],
	coordinators: [],
};

/** Every item whose value evidence keeps. */
export function mappedItems(mapping: EdcMapping): ReadonlySet<string> {
	const items = new Set<string>([
		...mapping.visitDateItems,
		...mapping.enrolmentItems,
		...mapping.randomisationItems,
		...mapping.consentDateItems,
		...mapping.consentVersionItems,
		...mapping.procedureDateItems,
		...mapping.notDone.map((mark) => mark.item),
	]);
	const add = (item: string | null): void => {
		if (item !== null) items.add(item);
	};
	const { seriousEvent, deviation, disposition } = mapping;
	if (seriousEvent) [seriousEvent.seriousItem, ...seriousEvent.awarenessItems, ...seriousEvent.reportItems, seriousEvent.exemptItem].forEach(add);
	if (deviation) [deviation.termItem, deviation.dateItem, deviation.importantItem].forEach(add);
	if (disposition) [disposition.reasonItem, disposition.dateItem].forEach(add);
	return items;
}
