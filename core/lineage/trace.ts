import type { ChainHead } from '../event-log/chain.js';
import { deterministicKey } from '../evidence/key.js';
import type { EvidenceReference } from '../evidence/cloudEvent.js';
import type { BilingualText, Judgement } from '../judgement/judgement.js';
import type { Zone } from '../time/zone.js';
import { contentLinks, findingsAcross, type ContentLink } from './across.js';
import { assessLineage, createPersonReader, sameDayVersions, type AssessSettings, type DeficiencyLetter, type Lineage, type TracedVersion } from './assess.js';
import type { Finding } from './findings.js';
import type { InForceBasis, UploadRule } from './inForce.js';
import { searchContents, selectDocuments, type ContentSearch, type Piecewise } from './selection.js';
import type { Submission } from './submission.js';
import { BASIS_NAMES, findingText, FINDING_NAMES, SUPPLEMENT_NAME } from './texts.js';
import { pointInTime, type PointInTime } from './times.js';
import { entryOf, type ApprovalRole, type VersionContent, type VersionEntry } from './version.js';
import type { VersionIndex, VersionSource } from './versionIndex.js';
import { verdictOf, type LineageVerdict } from './verify.js';

/** Rule that judges lineages. */
export const LINEAGE_RULE = { id: 'version-traceback', version: '1' } as const;

export interface TraceSettings {
	readonly zone: Zone;
	/** Roles without which a version is not approved. Default: approver. */
	readonly requiredRoles?: readonly ApprovalRole[];
	readonly uploadRule?: UploadRule;
	/** Account or name → person, where two spellings are one person. */
	readonly people?: Readonly<Record<string, string>>;
	/** Document → head of its chain that was noted outside. */
	readonly anchors?: ReadonlyMap<string, ChainHead>;
	/** RFC 3339. */
	readonly asOf: string;
}

export interface TraceQuestion {
	/** Null asks about documents without an acceptance number. */
	readonly submission: Submission | null;
	/** Identities or names; of a submission, instead of those registered under it. Empty and no submission: every document. */
	readonly documents: readonly string[];
	/** When the version in force is asked for; null: the acceptance, else as of now. */
	readonly at: string | null;
}

/** A version in the answer. */
export interface VersionInAnswer extends VersionContent {
	readonly hash: string;
	/** As stated; null where nobody approved it. */
	readonly approvedAt: string | null;
	/** What would make it valid; null where nothing does. */
	readonly basis: InForceBasis | null;
	readonly inForce: boolean;
	/** Of the same day as the question, so that their order is not known. */
	readonly sameDay: boolean;
	/** How often the source stated it differently before. */
	readonly restated: number;
}

export type FindingInAnswer = Finding & { readonly title: BilingualText; readonly text: BilingualText };

export interface LineageValue {
	readonly acceptanceNumber: string | null;
	readonly document: string;
	readonly name: string;
	/** The point in time that was asked for, and why this one. */
	readonly at: { readonly text: string; readonly kind: 'acceptance' | 'asked' | 'asOf'; readonly dateOnly: boolean };
	readonly inForce: { readonly number: string; readonly basis: InForceBasis; readonly basisName: BilingualText; readonly sameDay: boolean } | null;
	readonly versions: readonly VersionInAnswer[];
	readonly findings: readonly FindingInAnswer[];
	readonly sameContent: readonly ContentLink[];
	readonly chain: LineageVerdict;
}

export type LineageJudgement = Judgement<'lineage', LineageValue>;

export interface Trace {
	readonly submission: Submission | null;
	readonly at: LineageValue['at'];
	/** In order of the documents as they were asked for. */
	readonly lineages: readonly LineageJudgement[];
	/** What concerns several documents, or none that is known. */
	readonly findings: readonly FindingInAnswer[];
	/** Positions of the stored versions each lineage rests on, in the same order. */
	readonly positions: ReadonlyArray<readonly number[]>;
}

export type TraceReading = { readonly ok: true; readonly trace: Trace } | { readonly ok: false; readonly field: string; readonly value: string; readonly remedy: string };

/** A question that is answered piece by piece. */
export interface TraceRun extends Piecewise {
	/** The answer, once all is done. */
	result(): Trace;
}

/**
 * Starts to answer: every version of every document that is asked for, in order, with what was in force and what is to be said. Source: spec S3.
 *
 * @param index of the same source, where many questions are asked of it; null looks through the source
 * @returns the field of the question that cannot be read
 */
export function startTrace(question: TraceQuestion, source: VersionSource, index: VersionIndex | null, settings: TraceSettings): { readonly ok: true; readonly run: TraceRun } | Extract<TraceReading, { readonly ok: false }> {
	const reading = readQuestion(question, settings);
	if (!reading.ok) return reading;
	const { kind, assess } = reading;
	const at = { text: assess.at.text, kind, dateOnly: assess.at.dateOnly };
	const selection = selectDocuments(question.documents.length > 0 ? question.documents : (question.submission?.documents ?? []), source, index);
	const assessed: Assessed[] = [];
	let contents: ContentSearch | null = null;
	let documents: readonly string[] | null = null;
	return {
		ok: true,
		run: {
			advance(limit) {
				if (documents === null) {
					if (selection.advance(limit)) documents = selection.documents();
					return false;
				}
				for (let done = 0; assessed.length < documents.length && done < limit; ) {
					const document = documents[assessed.length] ?? '';
					const entries = selection.positions(document).map((position) => entryOf(source.at(position)));
					assessed.push({ entries, lineage: assessLineage(entries, assess, settings.anchors?.get(document)) });
					done += entries.length * STEPS_OF_A_VERSION;
				}
				if (assessed.length < documents.length) return false;
				contents ??= searchContents(new Set(assessed.flatMap(({ lineage }) => lineage.versions.flatMap(({ content }) => content.sha256 ?? []))), source, index);
				return contents.advance(limit);
			},
			result() {
				const missing = selection.missing().map((wanted): Finding => ({ code: 'documentNotFound', category: 'finding', document: wanted, versions: [], wanted }));
				const search = contents ?? searchContents(new Set(), source, null);
				return {
					submission: question.submission,
					at,
					lineages: assessed.map((one) => judgementOf(one, { question, at, source, contents: search, settings, assess })),
					findings: [...missing, ...findingsAcross(assessed.map(({ lineage }) => lineage))].map(inAnswer),
					positions: (documents ?? []).map((document) => selection.positions(document)),
				};
			},
		},
	};
}

/** A version that is assessed and verified costs about as much as so many that are looked at. */
const STEPS_OF_A_VERSION = 20;

/** The whole answer at once. */
export function traceVersions(question: TraceQuestion, source: VersionSource, index: VersionIndex | null, settings: TraceSettings): TraceReading {
	const started = startTrace(question, source, index, settings);
	if (!started.ok) return started;
	while (!started.run.advance(Number.MAX_SAFE_INTEGER));
	return { ok: true, trace: started.run.result() };
}

/** The settings a question is judged with, or the field that cannot be read. */
export function readQuestion({ submission, at }: TraceQuestion, settings: TraceSettings): { readonly ok: true; readonly kind: LineageValue['at']['kind']; readonly assess: AssessSettings } | Extract<TraceReading, { readonly ok: false }> {
	const { zone } = settings;
	const acceptedAt = submission?.acceptedAt == null ? null : pointInTime(submission.acceptedAt, zone);
	const asked = at === null ? null : pointInTime(at, zone);
	const remedy = 'Write e.g. 2026-02-15 or 2026-02-15T10:00:00+08:00.';
	if (at !== null && asked === null) return { ok: false, field: 'In Force At', value: at, remedy };
	const now: PointInTime | null = pointInTime(settings.asOf, zone);
	if (now === null) return { ok: false, field: 'As Of', value: settings.asOf, remedy };
	const letters: readonly DeficiencyLetter[] = submission?.deficiencyLetters ?? [];
	return {
		ok: true,
		kind: asked !== null ? 'asked' : acceptedAt !== null ? 'acceptance' : 'asOf',
		assess: {
			zone,
			at: asked ?? acceptedAt ?? now,
			acceptedAt,
			deficiencyLetters: letters,
			requiredRoles: settings.requiredRoles ?? ['approver'],
			uploadRule: settings.uploadRule ?? 'always',
			personOf: createPersonReader(settings.people),
			verify: true,
		},
	};
}

const inAnswer = (finding: Finding): FindingInAnswer => ({ ...finding, title: finding.category === 'supplement' ? SUPPLEMENT_NAME : FINDING_NAMES[finding.code], text: findingText(finding) });

interface Asked {
	readonly question: TraceQuestion;
	readonly at: LineageValue['at'];
	readonly source: VersionSource;
	readonly contents: ContentSearch;
	readonly settings: TraceSettings;
	readonly assess: AssessSettings;
}

interface Assessed {
	readonly entries: readonly VersionEntry[];
	readonly lineage: Lineage;
}

function judgementOf({ entries, lineage }: Assessed, { question, at, source, contents, settings, assess }: Asked): LineageJudgement {
	const { document, name, versions, chain } = lineage;
	const sameDay = new Set(sameDayVersions(lineage, assess));
	const inForce = versions[lineage.inForce];
	const acceptanceNumber = question.submission?.acceptanceNumber ?? null;
	const parameters = {
		acceptanceNumber,
		acceptedAt: question.submission?.acceptedAt ?? null,
		at: at.text,
		atMeans: at.kind,
		requiredRoles: assess.requiredRoles,
		uploadRule: assess.uploadRule,
		zone: settings.zone.name,
	};
	const value: LineageValue = {
		acceptanceNumber,
		document,
		name,
		at,
		inForce: inForce?.validity.basis == null ? null : { number: inForce.content.number, basis: inForce.validity.basis, basisName: BASIS_NAMES[inForce.validity.basis], sameDay: sameDay.has(inForce) },
		versions: versions.map((version) => versionInAnswer(version, version === inForce, sameDay.has(version))),
		findings: lineage.findings.map(inAnswer),
		sameContent: contentLinks(lineage, source, contents),
		chain: verdictOf(entries, chain ?? { intact: true, events: 0, head: null, anchor: 'none', faults: [], statement: { en: '', 'zh-CN': '' } }),
	};
	return {
		key: deterministicKey('lineage', { rule: LINEAGE_RULE.id, version: LINEAGE_RULE.version, subject: document, acceptanceNumber, at: at.text }),
		kind: 'lineage',
		subject: document,
		value,
		rule: { ...LINEAGE_RULE, parameters },
		evidence: versions.map(({ content }) => evidenceOf(content)),
		explanation: explain(value),
		asOf: settings.asOf,
	};
}

function versionInAnswer({ content, hash, times: { approvedAt }, validity, earlier }: TracedVersion, inForce: boolean, sameDay: boolean): VersionInAnswer {
	return { ...content, hash, approvedAt, basis: validity.basis, inForce, sameDay, restated: earlier.length };
}

function evidenceOf({ source, sourceId, uploadedAt, modifier, url, name, number }: VersionContent): EvidenceReference {
	return { source, id: sourceId, time: uploadedAt, actor: modifier, url, label: `${name}, ${number}` };
}

const WHEN: Readonly<Record<LineageValue['at']['kind'], BilingualText>> = {
	acceptance: { en: 'At the acceptance', 'zh-CN': '受理时点' },
	asked: { en: 'At the time asked for', 'zh-CN': '所询时点' },
	asOf: { en: 'As of now', 'zh-CN': '截至当前' },
};

function explain({ name, at, inForce, versions, findings, chain }: LineageValue): BilingualText {
	const when = WHEN[at.kind];
	const open = findings.filter(({ category }) => category === 'finding');
	const kinds = [...new Map(open.map((finding) => [finding.code, finding.title])).values()];
	const day = inForce?.sameDay === true ? { en: ', of the same day, so its order to the question is not known', 'zh-CN': '，与所询日期为同一天，先后顺序未知' } : { en: '', 'zh-CN': '' };
	const verdict = chain.intact ? { en: 'unaltered since recorded', 'zh-CN': '记录后未被改动' } : { en: 'ALTERED since recorded', 'zh-CN': '记录后被改动' };
	return {
		en: `${when.en} (${at.text}) ${inForce === null ? 'no version' : `version ${inForce.number}`} of “${name}” was in force${inForce === null ? '' : ` (${inForce.basisName.en}${day.en})`}; ${versions.length} ${versions.length === 1 ? 'version' : 'versions'}, ${open.length === 0 ? 'no findings' : `${open.length} ${open.length === 1 ? 'finding' : 'findings'}: ${kinds.map(({ en }) => en).join(', ')}`}; ${verdict.en}.`,
		'zh-CN': `${when['zh-CN']}（${at.text}）“${name}”${inForce === null ? '没有有效版本' : `的有效版本为 ${inForce.number}（${inForce.basisName['zh-CN']}${day['zh-CN']}）`}；共 ${versions.length} 个版本，${open.length === 0 ? '无发现项' : `${open.length} 个发现项：${kinds.map((kind) => kind['zh-CN']).join('、')}`}；${verdict['zh-CN']}。`,
	};
}
