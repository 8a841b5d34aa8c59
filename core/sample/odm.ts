import { dayNumberOf, formatDayNumber, formatInstant, zoneOf } from '../time/zone.js';
import { SAMPLE_DATA_MANAGER, SAMPLE_FORMS, SAMPLE_SITES, SAMPLE_STUDY, SAMPLE_SYSTEM_USER, SAMPLE_VISITS, sampleForm, type SampleForm } from './design.js';
import { sampleHistory, type SampleChange } from './history.js';
import { attributes, element, type Attributes } from './xml.js';

/*
 * The sample study as ODM-XML, transactional: every change with who and when, as an EDC with an audit trail exports it.
 * Valid against CDISC's schemas; what the format has no word for (SDV, in 1.3.2 also queries and windows) stands in the vendor
 * namespace of Medidata Rave, which a schema check of the plain format leaves out.
 */

export interface SampleOdmOptions {
	readonly format?: '1.3.2' | '2.0';
	/** Everything recorded up to the moment at which this many subjects had completed follow-up; default: everything. */
	readonly upToSubject?: number;
	/** Leaves out what was recorded up to the moment at which this many had. */
	readonly afterSubject?: number;
	/** Default true. */
	readonly vendorAttributes?: boolean;
}

const zone = zoneOf(SAMPLE_STUDY.zone);
const MDSOL = 'http://www.mdsol.com/ns/odm/metadata';
const USER_TYPES: Readonly<Record<string, string>> = { pi: 'Investigator', sys: 'Lab' };

/** What the two versions of the format write differently. */
interface Dialect {
	readonly namespace: string;
	readonly version: string;
	study(): string;
	adminData(): string;
	/** Subject data holding one change, or null where the format has no place for it. */
	subjectData(change: SampleChange, first: FirstTimes, serial: string): string | null;
}

/** Which levels a change opens: those are inserted, the others only named. */
interface FirstTimes {
	readonly subject: boolean;
	readonly event: boolean;
	readonly form: boolean;
	/** Date of the baseline visit, where it is known. */
	readonly baseline: string | null;
}

/** The sample study as ODM text. */
export function sampleStudyOdm(options: SampleOdmOptions = {}): string {
	const { format = '2.0', vendorAttributes = true } = options;
	const dialect = format === '2.0' ? odm2(vendorAttributes) : odm13(vendorAttributes);
	const { changes } = sampleHistory();
	const from = options.afterSubject === undefined ? -Infinity : completionOf(options.afterSubject);
	const to = options.upToSubject === undefined ? Infinity : completionOf(options.upToSubject);
	const seen = new Set<string>();
	const baselines = new Map<string, string>();
	const subjects: string[] = [];
	let last = 0;
	changes.forEach((change, index) => {
		if (change.at > to) return;
		if (change.kind === 'save' && change.event === 'SE.V1') {
			for (const [item, value] of change.items) if (item === 'IT.VISDAT' && value !== null) baselines.set(change.subject, value);
		}
		const isFirst = (key: string): boolean => {
			if (seen.has(key)) return false;
			seen.add(key);
			return true;
		};
		const first: FirstTimes = {
			subject: isFirst(change.subject),
			event: isFirst(`${change.subject}|${change.event}`),
			form: change.kind === 'signing' ? false : isFirst(`${change.subject}|${change.event}|${change.form}`),
			baseline: baselines.get(change.subject) ?? null,
		};
		last = change.at;
		if (change.at <= from) return;
		const subject = dialect.subjectData(change, first, `AU.${index + 1}`);
		if (subject !== null) subjects.push(subject);
	});
	const upTo = formatInstant(last, zone);
	const root: Attributes = {
		xmlns: dialect.namespace,
		'xmlns:mdsol': vendorAttributes ? MDSOL : undefined,
		FileType: 'Transactional',
		Granularity: 'All',
		FileOID: `${SAMPLE_STUDY.oid}.${options.afterSubject ?? 0}.${options.upToSubject ?? 'all'}`,
		CreationDateTime: upTo,
		AsOfDateTime: upTo,
		ODMVersion: dialect.version,
		Originator: 'Performance Trace sample data',
		SourceSystem: 'Sandbox EDC',
	};
	const clinical = element('ClinicalData', { StudyOID: SAMPLE_STUDY.oid, MetaDataVersionOID: SAMPLE_STUDY.metaDataVersion }, `\n${subjects.join('\n')}\n`);
	return `<?xml version="1.0" encoding="UTF-8"?>\n<ODM${attributes(root)}>\n${dialect.study()}\n${dialect.adminData()}\n${clinical}\n</ODM>\n`;
}

/** Epoch milliseconds at which so many subjects had completed follow-up. @throws RangeError naming how many ever do */
export function completionOf(count: number): number {
	if (count === 0) return -Infinity;
	const { followUps } = sampleHistory();
	const followUp = followUps[count - 1];
	if (followUp === undefined) throw new RangeError(`upToSubject and afterSubject: ${count} is more than the ${followUps.length} subjects who complete follow-up in the sample study.`);
	return followUp.completedAt;
}

const users = (): string[] => [...new Set(SAMPLE_SITES.flatMap((site) => [...site.coordinators, site.investigator, site.monitor])), SAMPLE_DATA_MANAGER, SAMPLE_SYSTEM_USER, 'sys.edc'];
const userType = (account: string): string => USER_TYPES[account.split('.')[0] ?? ''] ?? 'Other';
const metaDataVersionRef = (): string => element('MetaDataVersionRef', { StudyOID: SAMPLE_STUDY.oid, MetaDataVersionOID: SAMPLE_STUDY.metaDataVersion, EffectiveDate: '2026-01-05' });
const signatureDef = (): string =>
	element('SignatureDef', { OID: 'SD.PI', Methodology: 'Electronic' }, element('Meaning', {}, 'Approval of the records of a visit') + element('LegalReason', {}, 'The investigator answers for the records of the site'));

function auditRecord(change: SampleChange, serial: string): string {
	const reason = change.kind === 'save' ? change.reason : null;
	return element(
		'AuditRecord',
		change.kind === 'verification' ? { EditPoint: 'Monitoring' } : {},
		element('UserRef', { UserOID: change.by }) +
			element('LocationRef', { LocationOID: change.site.oid }) +
			element('DateTimeStamp', {}, formatInstant(change.at, zone)) +
			(reason === null ? '' : element('ReasonForChange', {}, reason)) +
			element('SourceID', {}, serial),
	);
}

function signature(change: SampleChange): string {
	return element(
		'Signature',
		{},
		element('UserRef', { UserOID: change.by }) + element('LocationRef', { LocationOID: change.site.oid }) + element('SignatureRef', { SignatureOID: 'SD.PI' }) + element('DateTimeStamp', {}, formatInstant(change.at, zone)),
	);
}

/** Attributes about source-data verification of an item in the vendor's namespace. */
function verificationOf(change: SampleChange, item: string, vendor: boolean): Attributes {
	if (!vendor || change.kind === 'signing' || change.kind === 'query') return {};
	if (!sampleForm(change.form).items.some((candidate) => candidate.oid === item && candidate.sdv)) return {};
	if (change.kind === 'verification') return { 'mdsol:IsSDVRequired': 'Yes', 'mdsol:IsSDVComplete': 'Yes', 'mdsol:SDVCompleteDate': formatInstant(change.at, zone) };
	return { 'mdsol:IsSDVRequired': 'Yes', 'mdsol:IsSDVComplete': 'No' };
}

const opened = (isFirst: boolean): string => (isFirst ? 'Insert' : 'Context');

/** How the group that holds a change is transacted: a correction only names it. */
function groupTransaction(change: SampleChange): string {
	return change.kind === 'save' && change.transaction !== 'Update' ? change.transaction : 'Context';
}

function odm2(vendor: boolean): Dialect {
	const text = (name: string, words: string): string => element(name, {}, element('TranslatedText', { 'xml:lang': 'en', Type: 'text/plain' }, words));
	const itemData = (change: SampleChange, serial: string): string => {
		if (change.kind === 'signing') return '';
		if (change.kind === 'query') {
			const query = element(
				'Query',
				{ OID: change.query, Source: change.origin === 'System' ? 'System' : 'Data Management', Type: change.origin, State: change.state, LastUpdateDatetime: formatInstant(change.at, zone) },
				element('Value', {}, change.text) + auditRecord(change, serial),
			);
			return element('ItemData', { ItemOID: change.item, TransactionType: 'Context' }, query);
		}
		if (groupTransaction(change) === 'Remove') return '';
		return change.items
			.map(([item, value]) =>
				element(
					'ItemData',
					{ ItemOID: item, TransactionType: change.kind === 'save' ? change.transaction : 'Upsert', IsNull: value === null ? 'Yes' : undefined, ...verificationOf(change, item, vendor) },
					value === null ? '' : element('Value', {}, value),
				),
			)
			.join('');
	};
	const groupDefs = (form: SampleForm): string =>
		element('ItemGroupDef', { OID: form.oid, Name: form.name, Repeating: 'No', Type: 'Form' }, element('ItemGroupRef', { ItemGroupOID: form.group, Mandatory: 'Yes' })) +
		element(
			'ItemGroupDef',
			{ OID: form.group, Name: form.name, Repeating: form.repeating ? 'Dynamic' : 'No', Type: 'Section' },
			form.items.map((item) => element('ItemRef', { ItemOID: item.oid, Mandatory: item.mandatory ? 'Yes' : 'No' })).join(''),
		);
	return {
		namespace: 'http://www.cdisc.org/ns/odm/v2.0',
		version: '2.0',
		study: () =>
			element(
				'Study',
				{ OID: SAMPLE_STUDY.oid, StudyName: SAMPLE_STUDY.name, ProtocolName: SAMPLE_STUDY.oid },
				text('Description', SAMPLE_STUDY.description) +
					element(
						'MetaDataVersion',
						{ OID: SAMPLE_STUDY.metaDataVersion, Name: SAMPLE_STUDY.version },
						element('Protocol', {}, element('StudyTimings', {}, element('StudyTiming', { OID: 'TIM', Name: 'Visit windows' }, windowsOfDesign().map((window) => element('RelativeTimingConstraint', window)).join('')))) +
							SAMPLE_VISITS.map((visit) =>
								element(
									'StudyEventDef',
									{ OID: visit.oid, Name: visit.name, Repeating: 'No', Type: visit.kind },
									visit.forms.map((form, index) => element('ItemGroupRef', { ItemGroupOID: form, OrderNumber: String(index + 1), Mandatory: visit.mandatory ? 'Yes' : 'No' })).join(''),
								),
							).join('') +
							SAMPLE_FORMS.map(groupDefs).join('') +
							itemDefs((item) => text('Question', item)),
					),
			),
		adminData: () =>
			element(
				'AdminData',
				{ StudyOID: SAMPLE_STUDY.oid },
				users()
					.map((account) => element('User', { OID: account, UserType: userType(account) }, element('UserName', {}, account)))
					.join('') +
					SAMPLE_SITES.map((site) => element('Location', { OID: site.oid, Name: site.name, Role: 'Site' }, metaDataVersionRef())).join('') +
					signatureDef(),
			),
		subjectData: (change, first, serial) => {
			if (change.kind === 'verification' && !vendor) return null;
			const inner =
				change.kind === 'signing'
					? signature(change)
					: element(
							'ItemGroupData',
							{ ItemGroupOID: change.form, TransactionType: opened(first.form) },
							element(
								'ItemGroupData',
								{ ItemGroupOID: sampleForm(change.form).group, ItemGroupRepeatKey: change.repeat ?? undefined, TransactionType: groupTransaction(change) },
								itemData(change, serial) + (change.kind === 'query' ? '' : auditRecord(change, serial)),
							),
						);
			return element(
				'SubjectData',
				{ SubjectKey: change.subject, TransactionType: opened(first.subject) },
				element('SiteRef', { LocationOID: change.site.oid }) + element('StudyEventData', { StudyEventOID: change.event, TransactionType: opened(first.event) }, inner),
			);
		},
	};
}

function odm13(vendor: boolean): Dialect {
	const itemData = (change: SampleChange, serial: string): string => {
		if (change.kind === 'signing') return '';
		if (change.kind === 'query') {
			const query = element('mdsol:Query', { QueryRepeatKey: change.query, Recipient: `Site from ${change.origin === 'System' ? 'System' : 'Data Management'}`, Status: change.state, Value: change.text });
			return element('ItemData', { ItemOID: change.item, TransactionType: 'Context' }, auditRecord(change, serial) + query);
		}
		if (groupTransaction(change) === 'Remove') return '';
		return change.items
			.map(([item, value]) =>
				element('ItemData', {
					ItemOID: item,
					TransactionType: change.kind === 'save' ? change.transaction : 'Upsert',
					...(value === null ? { IsNull: 'Yes' } : { Value: value }),
					...verificationOf(change, item, vendor),
				}),
			)
			.join('');
	};
	const windowOf = (change: SampleChange, first: FirstTimes): Attributes => {
		const window = SAMPLE_VISITS.find((visit) => visit.oid === change.event)?.window ?? null;
		if (!vendor || window === null || !first.event || first.baseline === null) return {};
		const [year, month, day] = first.baseline.split('-').map(Number) as [number, number, number];
		const target = dayNumberOf(year, month, day) + window.targetDay;
		return { 'mdsol:VisitTargetDate': formatDayNumber(target), 'mdsol:StartWindowDate': formatDayNumber(target - window.days), 'mdsol:EndWindowDate': formatDayNumber(target + window.days) };
	};
	return {
		namespace: 'http://www.cdisc.org/ns/odm/v1.3',
		version: '1.3.2',
		study: () =>
			element(
				'Study',
				{ OID: SAMPLE_STUDY.oid },
				element('GlobalVariables', {}, element('StudyName', {}, SAMPLE_STUDY.name) + element('StudyDescription', {}, SAMPLE_STUDY.description) + element('ProtocolName', {}, SAMPLE_STUDY.oid)) +
					element(
						'MetaDataVersion',
						{ OID: SAMPLE_STUDY.metaDataVersion, Name: SAMPLE_STUDY.version },
						element('Protocol', {}, SAMPLE_VISITS.map((visit, index) => element('StudyEventRef', { StudyEventOID: visit.oid, OrderNumber: String(index + 1), Mandatory: visit.mandatory ? 'Yes' : 'No' })).join('')) +
							SAMPLE_VISITS.map((visit) =>
								element(
									'StudyEventDef',
									{ OID: visit.oid, Name: visit.name, Repeating: 'No', Type: visit.kind },
									visit.forms.map((form, index) => element('FormRef', { FormOID: form, OrderNumber: String(index + 1), Mandatory: visit.mandatory ? 'Yes' : 'No' })).join(''),
								),
							).join('') +
							SAMPLE_FORMS.map((form) => element('FormDef', { OID: form.oid, Name: form.name, Repeating: 'No' }, element('ItemGroupRef', { ItemGroupOID: form.group, Mandatory: 'Yes' }))).join('') +
							SAMPLE_FORMS.map((form) =>
								element(
									'ItemGroupDef',
									{ OID: form.group, Name: form.name, Repeating: form.repeating ? 'Yes' : 'No' },
									form.items.map((item) => element('ItemRef', { ItemOID: item.oid, Mandatory: item.mandatory ? 'Yes' : 'No' })).join(''),
								),
							).join('') +
							itemDefs((item) => element('Question', {}, element('TranslatedText', { 'xml:lang': 'en' }, item))),
					),
			),
		adminData: () =>
			element(
				'AdminData',
				{ StudyOID: SAMPLE_STUDY.oid },
				users()
					.map((account) => element('User', { OID: account, UserType: userType(account) }, element('LoginName', {}, account)))
					.join('') +
					SAMPLE_SITES.map((site) => element('Location', { OID: site.oid, Name: site.name, LocationType: 'Site' }, metaDataVersionRef())).join('') +
					signatureDef(),
			),
		subjectData: (change, first, serial) => {
			if ((change.kind === 'verification' || change.kind === 'query') && !vendor) return null;
			// Rave knows no candidates.
			if (change.kind === 'query' && change.state === 'Candidate') return null;
			const inner =
				change.kind === 'signing'
					? signature(change)
					: element(
							'FormData',
							{ FormOID: change.form, TransactionType: opened(first.form) },
							element(
								'ItemGroupData',
								{ ItemGroupOID: sampleForm(change.form).group, ItemGroupRepeatKey: change.repeat ?? undefined, TransactionType: groupTransaction(change) },
								(change.kind === 'query' ? '' : auditRecord(change, serial)) + itemData(change, serial),
							),
						);
			return element(
				'SubjectData',
				{ SubjectKey: change.subject, TransactionType: opened(first.subject) },
				element('SiteRef', { LocationOID: change.site.oid }) + element('StudyEventData', { StudyEventOID: change.event, TransactionType: opened(first.event), ...windowOf(change, first) }, inner),
			);
		},
	};
}

function itemDefs(question: (label: string) => string): string {
	return SAMPLE_FORMS.flatMap((form) => form.items)
		.map((item) => element('ItemDef', { OID: item.oid, Name: item.label, DataType: item.type, Length: item.type === 'text' ? '200' : undefined }, question(item.label)))
		.join('');
}

function windowsOfDesign(): Attributes[] {
	return SAMPLE_VISITS.flatMap((visit): Attributes[] => {
		if (visit.window === null) return [];
		const { targetDay, days } = visit.window;
		return [{ OID: `TIM.${visit.oid}`, Name: `Window of ${visit.name}`, PredecessorOID: 'SE.V1', SuccessorOID: visit.oid, Type: 'StartToStart', TimepointRelativeTarget: `P${targetDay}D`, TimepointPreWindow: `P${days}D`, TimepointPostWindow: `P${days}D` }];
	});
}
