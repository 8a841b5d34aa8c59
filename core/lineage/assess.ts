import { verifyChain, type ChainVerdict } from '../event-log/verify.js';
import type { ChainHead } from '../event-log/chain.js';
import { byText, comparable } from '../people/reading.js';
import { localDayNumber, type Zone } from '../time/zone.js';
import { hashOfEntry } from './chain.js';
import type { BackdatedReason, Finding } from './findings.js';
import { inForceAt, isSameDay, timesOf, validityOf, type UploadRule, type Validity, type VersionTimes } from './inForce.js';
import { instantOf, isDateOnly, type PointInTime } from './times.js';
import { APPROVAL_ROLES, type Approval, type ApprovalRole, type VersionContent, type VersionEntry } from './version.js';
import { compareWithinScheme, createNumberReader, numberGaps, type VersionNumber } from './versionNumber.js';

/** A deficiency letter of the authority; what is uploaded in answer to it is a supplement. */
export interface DeficiencyLetter {
	readonly number: string;
	/** RFC 3339 or a date. */
	readonly issuedAt: string | null;
	/** Documents it asks for, by identity or name; empty: any. */
	readonly documents: readonly string[];
}

export interface AssessSettings {
	/** Zone of dates without a time. */
	readonly zone: Zone;
	/** When the version in force is asked for. */
	readonly at: PointInTime;
	/** When the submission was accepted; null where the question is not about one. */
	readonly acceptedAt: PointInTime | null;
	readonly deficiencyLetters: readonly DeficiencyLetter[];
	/** Roles without which a version is not approved. */
	readonly requiredRoles: readonly ApprovalRole[];
	readonly uploadRule: UploadRule;
	/** Person behind an account or name, so that two spellings are one. */
	readonly personOf: (account: string) => string;
	/** False leaves the hashes alone. */
	readonly verify: boolean;
}

/** A version with its place in the lineage. */
export interface TracedVersion {
	readonly content: VersionContent;
	readonly hash: string;
	readonly number: VersionNumber;
	readonly times: VersionTimes;
	readonly validity: Validity;
	/** Contents that were recorded for the same version before this one. */
	readonly earlier: readonly VersionContent[];
}

/** Every version of one document in order, and what is to be said of them. */
export interface Lineage {
	readonly document: string;
	/** Latest name. */
	readonly name: string;
	readonly versions: readonly TracedVersion[];
	/** Position in `versions`, -1 where none was in force. */
	readonly inForce: number;
	readonly findings: readonly Finding[];
	/** Null where it was not verified. */
	readonly chain: ChainVerdict | null;
}

const readNumber = createNumberReader();

/**
 * The lineage of one document.
 *
 * @param entries of this document only, in the order in which they are stored; at least one
 * @param anchoredHead head of its chain that was noted outside
 */
export function assessLineage(entries: readonly VersionEntry[], settings: AssessSettings, anchoredHead?: ChainHead): Lineage {
	const { zone, at } = settings;
	const chain = settings.verify ? verifyChain(entries, { hashOf: hashOfEntry, anchoredHead }) : null;
	const versions = ordered(entries, settings);
	const inForce = inForceAt(versions, at, zone);
	const document = versions[0]?.content.document ?? '';
	const lineage: Lineage = { document, name: versions.at(-1)?.content.name ?? '', versions, inForce, findings: [], chain };
	return { ...lineage, findings: findingsOf(lineage, settings) };
}

function ordered(entries: readonly VersionEntry[], { zone, uploadRule }: AssessSettings): TracedVersion[] {
	const { latest, earlier } = bySourceId(entries);
	const times = latest.map(({ content }) => timesOf(content, zone));
	const byUpload = uploadRule === 'always' || (uploadRule === 'withoutApprovals' && times.every(({ approvedAt }) => approvedAt === null));
	const versions: TracedVersion[] = [];
	for (let place = 0; place < latest.length; place++) {
		const entry = latest[place];
		const own = times[place];
		if (entry === undefined || own === undefined) continue;
		const { content, hash } = entry;
		const number = readNumber(content.number);
		versions.push({ content, hash, number, times: own, validity: validityOf(content, number, own, byUpload), earlier: earlier?.get(entry) ?? NOTHING });
	}
	return sorted(versions);
}

const NOTHING: readonly VersionContent[] = [];

/** What was recorded last for each version; what was recorded before stays known. */
function bySourceId(entries: readonly VersionEntry[]): { readonly latest: readonly VersionEntry[]; readonly earlier: ReadonlyMap<VersionEntry, readonly VersionContent[]> | null } {
	const seen = new Set<string>();
	for (const { content } of entries) seen.add(content.sourceId);
	if (seen.size === entries.length) return { latest: entries, earlier: null };
	const latest = new Map<string, VersionEntry>();
	const earlier = new Map<VersionEntry, readonly VersionContent[]>();
	for (const entry of [...entries].sort((a, b) => a.sequence - b.sequence)) {
		const key = `${entry.content.source} ${entry.content.sourceId}`;
		const before = latest.get(key);
		latest.set(key, entry);
		if (before !== undefined) earlier.set(entry, [...(earlier.get(before) ?? NOTHING), before.content]);
	}
	return { latest: [...latest.values()], earlier };
}

/** By number within a scheme; the scheme that was used first stands first; what has no number stands by time. */
function sorted(versions: TracedVersion[]): TracedVersion[] {
	const scheme = versions[0]?.number.scheme;
	const begin = new Map<string, number>();
	if (versions.some(({ number }) => number.scheme !== scheme)) {
		for (const { number, times: { uploaded } } of versions) {
			const first = begin.get(number.scheme);
			if (first === undefined || uploaded < first || Number.isNaN(first)) begin.set(number.scheme, uploaded);
		}
	}
	const time = (instant: number): number => (Number.isNaN(instant) ? Number.MAX_SAFE_INTEGER : instant);
	const order = (a: TracedVersion, b: TracedVersion): number => {
		if (a.number.scheme !== b.number.scheme) {
			const difference = time(begin.get(a.number.scheme) ?? Number.NaN) - time(begin.get(b.number.scheme) ?? Number.NaN);
			return difference === 0 ? byText(a.number.scheme, b.number.scheme) : difference;
		}
		const byNumber = a.number.scheme === 'other' ? 0 : compareWithinScheme(a.number, b.number);
		return byNumber !== 0 ? byNumber : time(a.times.uploaded) - time(b.times.uploaded) || a.content.sequence - b.content.sequence;
	};
	// They mostly were stored in their order.
	for (let place = 1; place < versions.length; place++) {
		const [before, version] = [versions[place - 1], versions[place]];
		if (before !== undefined && version !== undefined && order(before, version) > 0) return versions.sort(order);
	}
	return versions;
}

function findingsOf(lineage: Lineage, settings: AssessSettings): readonly Finding[] {
	const { document, versions, inForce, chain } = lineage;
	const findings: Finding[] = [];
	const about = { category: 'finding', document } as const;
	const noNote: string[] = [];
	const noTime: string[] = [];
	const unapproved = new Map<string, string[]>();
	let before: TracedVersion | null = null;
	for (let position = 0; position < versions.length; position++) {
		const version = versions[position];
		if (version === undefined) continue;
		const { content, number } = version;
		if (position > 0 && (content.changeNote === null || content.changeNote.trim() === '')) noNote.push(content.number);
		const missing = missingRoles(version, settings, position === inForce);
		if (missing.length > 0) push(unapproved, missing.join(' '), content.number);
		if (lacksTime(version, settings)) noTime.push(content.number);
		const changed = changedContent(version);
		if (changed !== null) findings.push({ ...about, code: 'changedAfterApproval', versions: [content.number], ...changed, inForce: position === inForce });
		lateUpload(lineage, version, settings, findings);
		backdating(version, before?.number.scheme === number.scheme ? before : null, settings.zone, document, findings);
		const pair = samePerson(content.approvals, settings.personOf);
		if (pair !== null) findings.push({ ...about, code: 'samePerson', versions: [content.number], ...pair });
		before = version;
	}
	if (!areConsecutive(versions)) for (const gap of numberGaps(versions.flatMap(({ content, number }) => (content.numberAssigned ? [] : number)))) findings.push({ ...about, code: 'numberGap', versions: [], gap });
	for (const [roles, numbers] of unapproved) findings.push({ ...about, code: 'missingApproval', versions: numbers, roles: roles.split(' ') as ApprovalRole[] });
	if (noNote.length > 0) findings.push({ ...about, code: 'noChangeNote', versions: noNote });
	if (noTime.length > 0) findings.push({ ...about, code: 'missingTime', versions: noTime });
	if (inForce === -1) findings.push({ ...about, code: 'noVersionInForce', versions: [], at: settings.at.text });
	contentsWithin(lineage, findings);
	if (chain !== null && !chain.intact) findings.push({ ...about, code: 'chainBroken', versions: [] });
	return findings;
}

function push(lists: Map<string, string[]>, key: string, value: string): void {
	const list = lists.get(key);
	if (list === undefined) lists.set(key, [value]);
	else list.push(value);
}

const NO_ROLES: readonly ApprovalRole[] = [];

/** Drafts and what was rejected need no approval; what is in review needs one only when it is in force. */
function missingRoles({ content, number }: TracedVersion, { requiredRoles }: AssessSettings, inForce: boolean): readonly ApprovalRole[] {
	const { state, approvals } = content;
	if (number.draft || state === 'draft' || state === 'rejected' || (state === 'inReview' && !inForce)) return NO_ROLES;
	for (const role of requiredRoles) if (!approvals.some((step) => step.role === role)) return requiredRoles.filter((wanted) => !approvals.some((step) => step.role === wanted));
	return NO_ROLES;
}

/** No time at all, or none of the upload although only it could say whether the version was there at the acceptance. */
function lacksTime({ validity, times: { uploaded, approved, effective } }: TracedVersion, { acceptedAt }: AssessSettings): boolean {
	if (!Number.isNaN(uploaded)) return false;
	if (Number.isNaN(validity.from) && Number.isNaN(approved) && Number.isNaN(effective)) return true;
	return acceptedAt !== null && !(approved <= acceptedAt.instant) && !(validity.from <= acceptedAt.instant);
}

/** The content is not the one that was approved: by the hash the approver saw, or by what was recorded when it was approved. */
function changedContent({ content, earlier }: TracedVersion): { readonly approved: string; readonly found: string } | null {
	const found = content.sha256;
	if (found === null) return null;
	for (const { role, sha256 } of content.approvals) if (role === 'approver' && sha256 !== null && sha256 !== found && sha256.toLowerCase() !== found.toLowerCase()) return { approved: sha256, found };
	for (const { sha256, approvals } of earlier) if (sha256 !== null && sha256 !== found && approvals.some(({ role }) => role === 'approver')) return { approved: sha256, found };
	return null;
}

function lateUpload({ document, name }: Lineage, { content, times: { uploaded } }: TracedVersion, { acceptedAt, deficiencyLetters, zone }: AssessSettings, findings: Finding[]): void {
	if (acceptedAt === null || !(uploaded > acceptedAt.instant)) return;
	const letter =
		content.deficiencyLetter ??
		deficiencyLetters.find(({ issuedAt, documents }) => !(instantOf(issuedAt, 'earliest', zone) > uploaded) && issuedAt !== null && (documents.length === 0 || documents.some((wanted) => wanted === document || comparable(wanted) === comparable(name))))?.number ??
		null;
	findings.push({ code: 'uploadedAfterAcceptance', category: letter === null ? 'finding' : 'supplement', document, versions: [content.number], uploadedAt: content.uploadedAt ?? '', acceptedAt: acceptedAt.text, letter });
}

function backdating({ content, times }: TracedVersion, before: TracedVersion | null, zone: Zone, document: string, findings: Finding[]): void {
	const { uploaded, approved, approvedAt } = times;
	const tell = (reason: BackdatedReason, time: string | null, against: string | null): void => void findings.push({ code: 'backdated', category: 'finding', document, versions: [content.number], reason, time: time ?? '', against: against ?? '' });
	if (before !== null && uploaded < before.times.uploaded) tell('uploadedBeforeThePrevious', content.uploadedAt, before.content.uploadedAt);
	if (times.effective < approved) {
		// A date stands for its whole day: only an earlier day is earlier.
		const dated = isDateOnly(content.effectiveFrom) || isDateOnly(approvedAt);
		if (!dated || localDayNumber(times.effective, zone) < localDayNumber(approved, zone)) tell('effectiveBeforeApproval', content.effectiveFrom, approvedAt);
	}
	// Approved and filed on one day is how people work; a day before is not.
	if (approved < uploaded && localDayNumber(approved, zone) < localDayNumber(uploaded, zone)) tell('approvedBeforeUpload', approvedAt, content.uploadedAt);
}

/** Author, reviewer and approver are three persons. */
function samePerson(approvals: readonly Approval[], personOf: (account: string) => string): { readonly person: string; readonly roles: readonly ApprovalRole[] } | null {
	if (areDifferent(approvals, personOf)) return null;
	for (let first = 0; first < approvals.length; first++) {
		const one = approvals[first];
		for (let second = first + 1; one !== undefined && second < approvals.length; second++) {
			const other = approvals[second];
			if (other === undefined || one.role === other.role) continue;
			if (one.person !== other.person && personOf(one.person) !== personOf(other.person)) continue;
			const person = personOf(one.person);
			return { person: one.person, roles: APPROVAL_ROLES.filter((role) => approvals.some((step) => step.role === role && personOf(step.person) === person)) };
		}
	}
	return null;
}

/** True where up to three steps are plainly of as many persons, which is nearly always: each is looked up once. */
function areDifferent(approvals: readonly Approval[], personOf: (account: string) => string): boolean {
	const [one, two, three] = approvals;
	if (one === undefined || two === undefined) return true;
	if (approvals.length > 3) return false;
	const first = personOf(one.person);
	const second = personOf(two.person);
	if (first === second) return false;
	const third = three === undefined ? null : personOf(three.person);
	return first !== third && second !== third;
}

/** How persons are compared: case, width of characters and blanks do not matter; accounts that are known to be of one person are one. */
export function createPersonReader(people: Readonly<Record<string, string>> = {}): (account: string) => string {
	const joined = new Map(Object.entries(people).map(([account, person]) => [comparable(account), comparable(person)]));
	const known = new Map<string, string>();
	return (account) => {
		let person = known.get(account);
		if (person === undefined) {
			const written = comparable(account);
			person = joined.get(written) ?? written;
			if (known.size < 100_000) known.set(account, person);
		}
		return person;
	};
}

/** True where the numbers plainly follow one another, which is nearly always; otherwise they are looked at closely. */
function areConsecutive(versions: readonly TracedVersion[]): boolean {
	let major = 0;
	let minor = 0;
	for (const { number: { scheme, parts }, content } of versions) {
		if (scheme !== 'numeric' || parts.length > 2 || content.numberAssigned) return false;
		const [ownMajor = 0, ownMinor = 0] = parts;
		if (ownMajor === major ? ownMinor > minor + 1 : ownMajor !== major + 1 || ownMinor > 1) return false;
		major = ownMajor;
		minor = ownMinor;
	}
	return true;
}

/** The same content under another name, and another content under the same number. */
function contentsWithin({ document, versions }: Lineage, findings: Finding[]): void {
	const named = ({ content }: TracedVersion) => ({ document, name: content.name, number: content.number });
	const first = versions[0];
	if (first === undefined) return;
	let before = first;
	let renamed = false;
	for (const version of versions) {
		if (version.content.name !== first.content.name) renamed = true;
		const other = before.content.sha256;
		const own = version.content.sha256;
		if (version !== before && version.number.scheme !== 'other' && before.number.scheme === version.number.scheme && compareWithinScheme(before.number, version.number) === 0 && own !== null && other !== null && own !== other)
			findings.push({ code: 'sameNameDifferentContent', category: 'finding', document, versions: [version.content.number], name: version.content.name, others: [named(before), named(version)] });
		before = version;
	}
	if (!renamed) return;
	const bySha = new Map<string, TracedVersion[]>();
	for (const version of versions) {
		const { sha256 } = version.content;
		if (sha256 === null) continue;
		const known = bySha.get(sha256);
		if (known === undefined) bySha.set(sha256, [version]);
		else known.push(version);
	}
	for (const [sha256, same] of bySha) {
		if (new Set(same.map(({ content }) => comparable(content.name))).size < 2) continue;
		findings.push({ code: 'sameContentDifferentName', category: 'finding', document, versions: same.map(({ content }) => content.number), sha256, same: same.map(named) });
	}
}

/** The versions whose start falls on the day of the question, so that their order is not known. */
export function sameDayVersions(lineage: Lineage, { at, zone }: Pick<AssessSettings, 'at' | 'zone'>): readonly TracedVersion[] {
	return lineage.versions.filter(({ validity, times: { uploaded }, content }) => isSameDay(validity, at, zone) || (!Number.isNaN(uploaded) && (at.dateOnly || isDateOnly(content.uploadedAt)) && localDayNumber(uploaded, zone) === at.localDay));
}
