import { hash } from 'crypto';
import { TEMPLATES } from '../../templates/index.js';
import type { LineageTemplates } from '../../templates/texts.js';
import { renderTemplate, SafeText, type TemplateLimits } from '../explanation/template.js';
import type { BilingualText, Language } from '../judgement/judgement.js';
import { byText } from '../people/reading.js';
import type { Zone } from '../time/zone.js';
import { csvOf } from '../explanation/csv.js';
import { BASIS_NAMES, findingText, ROLE_NAMES, STATE_NAMES } from './texts.js';
import { timelineSvg } from './timeline.js';
import { LINEAGE_RULE, type FindingInAnswer, type LineageJudgement, type Trace, type VersionInAnswer } from './trace.js';
import { joinVerdicts, type JoinedVerdict, type LineageAnchor } from './verify.js';

export interface ReportInput {
	readonly trace: Trace;
	readonly language: Language;
	readonly zone: Zone;
	/** RFC 3339. */
	readonly producedAt: string;
	/** Person, or workflow and run. */
	readonly producedBy: string;
	/** What the parts of the acceptance number mean, null where its format is not known. */
	readonly numberMeaning: BilingualText | null;
	/** Texts that replace those of the pack. */
	readonly templates?: Partial<LineageTemplates>;
}

/** The audit report in three forms and its picture. The same trace and producer give the same bytes. Source: spec S3. */
export interface LineageReport {
	readonly html: string;
	readonly csv: string;
	readonly json: string;
	readonly timeline: string;
	/** To be noted outside. */
	readonly anchor: LineageAnchor;
}

/** A report is as long as its lineages are. */
const LIMITS: Partial<TemplateLimits> = { rounds: 2_000_000, steps: 100_000_000, outputLength: 400_000_000 };

const STYLE = `body{font:14px/1.5 Arial,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#1d2433;margin:24px;max-width:1200px}h1{font-size:22px;margin:0 0 12px}h2{font-size:17px;margin:28px 0 6px}h3{font-size:14px;margin:8px 0 4px}h1,h2,p,li{overflow-wrap:anywhere}p{margin:6px 0}ul{margin:0;padding-left:22px}table{border-collapse:collapse;width:100%}th,td{border:1px solid #c3cad8;padding:4px 8px;text-align:left;vertical-align:top;overflow-wrap:break-word}th{background:#f2f4f8;overflow-wrap:normal}.facts th{width:190px}.force td{background:#e8f6ef}.supplement td{background:#f2f4f8}.hash{font-family:monospace;font-size:11px;overflow-wrap:anywhere}td.hash{min-width:140px}.good{color:#0b6b47}.bad{color:#b42318;font-weight:bold}.note{border-left:4px solid #b7791f;padding:4px 10px}.small,.end{font-size:12px;color:#5b6475}.small.bad{color:#b42318}.picture{overflow-x:auto}@media screen and (max-width:900px){body{margin:12px}.facts th{width:96px}section table{display:block;overflow-x:auto}section td{min-width:64px}.picture svg{min-width:720px}}@media print{body{margin:0;font-size:11px;max-width:none}h2{break-after:avoid}tr,.picture{break-inside:avoid}thead{display:table-header-group}@page{size:A4 landscape;margin:12mm}}`;

/** Nothing is loaded and nothing runs: no script, no outside address, only this style. */
const POLICY = `default-src 'none'; style-src 'sha256-${hash('sha256', STYLE, 'base64')}'; base-uri 'none'; form-action 'none'`;

export function lineageReport(input: ReportInput): LineageReport {
	const { trace, language, zone } = input;
	const values = trace.lineages.map(({ value }) => value);
	const joined = joinVerdicts(values.map(({ chain }) => chain));
	const { anchor } = joined;
	const timeline = timelineSvg(values, zone, language);
	return { html: htmlOf(input, joined, timeline), csv: csvOfTrace(trace, language), json: jsonOf(input, anchor), timeline, anchor };
}

const AT_MEANINGS: Readonly<Record<Trace['at']['kind'], BilingualText>> = {
	acceptance: { en: 'the acceptance', 'zh-CN': '受理时间' },
	asked: { en: 'the time asked for', 'zh-CN': '所询时间' },
	asOf: { en: 'as of now: no acceptance is known', 'zh-CN': '当前时间：尚无受理时间' },
};

/** Findings of the documents, then those of several documents, each with the name of its document. */
function allFindings({ lineages, findings }: Trace): ReadonlyArray<{ readonly document: string; readonly finding: FindingInAnswer }> {
	const names = new Map(lineages.map(({ value }) => [value.document, value.name]));
	return [...lineages.flatMap(({ value }) => value.findings.map((finding) => ({ document: value.name, finding }))), ...findings.map((finding) => ({ document: names.get(finding.document) ?? finding.document, finding }))];
}

function htmlOf({ trace, language, producedAt, producedBy, numberMeaning, templates: own }: ReportInput, joined: JoinedVerdict, timeline: string): string {
	const templates: LineageTemplates = { ...TEMPLATES[language].lineage, ...own };
	const options = { language, escape: 'html', unknownNames: 'error', limits: LIMITS } as const;
	const { submission, at, lineages } = trace;
	const findings = allFindings(trace);
	const documents = lineages.map((lineage) => renderTemplate(templates.document, documentData(lineage, language), options)).join('');
	const supplements = findings.filter(({ finding }) => finding.category === 'supplement').length;
	return renderTemplate(
		templates.report,
		{
			policy: new SafeText(POLICY),
			style: new SafeText(STYLE),
			number: submission?.acceptanceNumber ?? null,
			numberMeaning: numberMeaning?.[language] ?? null,
			product: submission?.product ?? null,
			receivedAt: submission?.receivedAt ?? null,
			acceptedAt: submission?.acceptedAt ?? null,
			registeredAt: submission?.registeredAt ?? null,
			registeredBy: submission?.registeredBy ?? null,
			registrations: submission?.registrations ?? 0,
			registeredAgain: (submission?.registrations ?? 0) > 1,
			at: at.text,
			atMeaning: AT_MEANINGS[at.kind][language],
			dateOnly: at.dateOnly,
			documentCount: String(lineages.length),
			versionCount: String(lineages.reduce((sum, { value }) => sum + value.versions.length, 0)),
			findingCount: String(findings.length - supplements),
			supplementCount: String(supplements),
			intact: joined.intact,
			verdict: joined.statement[language],
			anchored: joined.anchored,
			root: joined.anchor.root,
			producedAt,
			producedBy,
			rule: `${LINEAGE_RULE.id} ${LINEAGE_RULE.version}`,
			settings: settingsText(lineages),
			sources: sourcesOf(lineages),
			timeline: new SafeText(timeline),
			findings: findings.map(({ document, finding }) => ({ document, title: finding.title[language], text: finding.text[language], supplement: finding.category === 'supplement' })),
			documents: new SafeText(documents),
		},
		options,
	);
}

/** The parameters the lineages were judged with, which are the same for all. */
function settingsText([first]: readonly LineageJudgement[]): string {
	return first === undefined ? '' : Object.entries(first.rule.parameters).map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(' + ') : typeof value === 'string' ? value : JSON.stringify(value)}`).join('; ');
}

/** Systems the evidence comes from, with how many records. */
function sourcesOf(lineages: readonly LineageJudgement[]): readonly string[] {
	const counts = new Map<string, number>();
	for (const { evidence } of lineages) for (const { source } of evidence) counts.set(source, (counts.get(source) ?? 0) + 1);
	return [...counts].sort(([a], [b]) => byText(a, b)).map(([source, count]) => `${source} (${count})`);
}

function documentData({ value, explanation }: LineageJudgement, language: Language): object {
	return {
		name: value.name,
		document: value.document,
		explanation: explanation[language],
		intact: value.chain.intact,
		verdict: value.chain.statement[language],
		versions: value.versions.map((version) => ({
			number: version.number,
			inForce: version.inForce,
			basis: version.basis === null ? '' : BASIS_NAMES[version.basis][language],
			sameDay: version.sameDay,
			restated: version.restated,
			uploadedAt: version.uploadedAt,
			modifier: version.modifier,
			changeNote: version.changeNote,
			approvals: version.approvals.map(({ role, person, at }) => ({ role: roleName(role, language), person, at })),
			state: stateName(version, language),
			effectiveFrom: version.effectiveFrom,
			size: version.size,
			sha256: version.sha256,
			url: version.url,
			sourceId: version.sourceId,
		})),
		sameContent: value.sameContent.map(({ version, others, sha256 }) => ({ version: version.number, others: others.map(({ name, number, document }) => `${name} ${number} (${document})`).join('; '), sha256 })),
	};
}

/** A stored trail may have been tampered with, so its words are shown as they are where they are none of ours. */
const roleName = (role: string, language: Language): string => (Object.hasOwn(ROLE_NAMES, role) ? ROLE_NAMES[role as keyof typeof ROLE_NAMES][language] : role);
const stateName = ({ state }: VersionInAnswer, language: Language): string | null => (state === null ? null : Object.hasOwn(STATE_NAMES, state) ? STATE_NAMES[state][language] : state);

const CSV_HEADINGS: Readonly<Record<Language, readonly string[]>> = {
	en: ['Acceptance number', 'Document', 'Name', 'Version', 'In force', 'Basis', 'Same day', 'Uploaded', 'Modifier', 'Change note', 'Approval trail', 'Approved', 'State', 'Effective from', 'Withdrawn', 'Deficiency letter', 'Size (bytes)', 'SHA-256', 'Source', 'Source id', 'Address', 'Entry', 'Previous hash', 'Hash', 'Findings'],
	'zh-CN': ['受理号', '文件', '名称', '版本号', '时点有效', '依据', '同一天', '上传时间', '修改人', '修改备注', '审批记录', '批准时间', '状态', '生效时间', '撤回时间', '补正通知', '大小（字节）', 'SHA-256', '来源', '来源标识', '地址', '条目', '前一哈希', '哈希', '发现项'],
};

function csvOfTrace({ lineages, findings }: Trace, language: Language): string {
	const rows = lineages.flatMap(({ value }) =>
		value.versions.map((version) => [
			value.acceptanceNumber,
			value.document,
			version.name,
			version.number,
			version.inForce,
			version.basis === null ? null : BASIS_NAMES[version.basis][language],
			version.sameDay,
			version.uploadedAt,
			version.modifier,
			version.changeNote,
			version.approvals.map(({ role, person, at }) => `${roleName(role, language)} ${person}${at === null ? '' : ` ${at}`}`).join('; '),
			version.approvedAt,
			stateName(version, language),
			version.effectiveFrom,
			version.withdrawnAt,
			version.deficiencyLetter,
			version.size,
			version.sha256,
			version.source,
			version.sourceId,
			version.url,
			version.sequence,
			version.previousHash,
			version.hash,
			value.findings.filter(({ versions }) => versions.includes(version.number)).map(({ text }) => text[language]).join(' '),
		]),
	);
	// What belongs to no single version stands below, so that nothing of the report is missing here.
	const rest = [...lineages.flatMap(({ value }) => value.findings.filter(({ versions }) => versions.length === 0).map((finding) => ({ document: value.document, finding }))), ...findings.map((finding) => ({ document: finding.document, finding }))];
	const width = CSV_HEADINGS[language].length;
	return csvOf([CSV_HEADINGS[language], ...rows, ...rest.map(({ document, finding }) => [lineages[0]?.value.acceptanceNumber ?? null, document, ...Array.from({ length: width - 3 }, () => null), findingText(finding)[language]])]);
}

function jsonOf({ trace, producedAt, producedBy, numberMeaning, language }: ReportInput, anchor: LineageAnchor): string {
	const { submission, at, lineages, findings } = trace;
	return `${JSON.stringify({ report: 'version-traceback', rule: LINEAGE_RULE, producedAt, producedBy, language, submission, numberMeaning, at, anchor, findings, lineages }, null, '\t')}\n`;
}
