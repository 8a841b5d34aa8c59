import type { Names } from '../builder.js';

/* Tasks as the delivery takes them, written by expressions: what is found, in both languages, and what to do. */

const quoted = (text: string): string => JSON.stringify(text);

const common = ({ setting }: Names): string => `language: ${setting('language')}, assignee: $json.assignee, unassignedReason: $json.unassignedReason, dueDate: null, dueProvisional: false, status: 'open', links: [], createdAt: $now.toUTC().toISO()`;

/** One task for the findings under an acceptance number; other findings later are another task. */
export function findingsTask(names: Names): string {
	const { ref, setting, label } = names;
	const findings = `${ref('allFindings')}.item.json.findings`;
	const first = `${ref('trace')}.first().json`;
	const key = `(${findings}[0].acceptanceNumber + JSON.stringify(${findings}.map(finding => [finding.document, finding.text.en]))).hash('sha256')`;
	const explanation = `{ en: ${findings}[0].acceptanceNumber + ': ' + ${findings}.map(finding => finding.documentName + ': ' + finding.text.en).join(' '), 'zh-CN': ${findings}[0].acceptanceNumber + '：' + ${findings}.map(finding => finding.documentName + '：' + finding.text['zh-CN']).join('') }`;
	const body = `[${quoted(label('findingsIntro'))}, '', ...${findings}.map(finding => '- **' + finding.documentName + '** · ' + finding.title[${setting('language')}] + ${quoted(label('colon'))} + finding.text[${setting('language')}]), '', ${quoted(label('findingsNext'))}].join('\\n')`;
	return `={{ JSON.stringify({ key: 'task-traceback-' + ${key}, kind: 'correctiveAction', title: ${findings}[0].acceptanceNumber + ${quoted(label('findingsTitle'))} + ${findings}.length, body: ${body}, judgementKey: ${first}.key ?? ('traceback ' + ${findings}[0].acceptanceNumber), subject: ${findings}[0].acceptanceNumber, rule: ${first}.rule ?? { id: 'version-traceback', version: '1', parameters: {} }, evidence: ${ref('trace')}.all().flatMap(item => item.json.evidence ?? []).slice(0, 50), explanation: ${explanation}, details: { findings: ${findings}.map(finding => ({ document: finding.document, code: finding.code, versions: finding.versions })) }, ${common(names)} }) }}`;
}

/** One task for each document whose stored versions are not as they were recorded. */
export function alteredTask(names: Names): string {
	const { ref, setting, label } = names;
	const verdict = `${ref('isAltered')}.item.json`;
	const name = `(${verdict}.name || ${verdict}.document)`;
	const key = `(${verdict}.document + JSON.stringify(${verdict}.faults.map(fault => [fault.kind, fault.sequence, fault.toSequence]))).hash('sha256')`;
	const body = `[${verdict}.statement[${setting('language')}], '', ...${verdict}.faults.map(fault => '- ' + fault.message[${setting('language')}]), '', ${quoted(label('document'))} + ${verdict}.document, '', ${quoted(label('alteredNext'))}].join('\\n')`;
	const evidence = `${verdict}.faults.map(fault => ({ source: 'pt_versions', id: ${verdict}.document + ' #' + fault.sequence, time: null, actor: null, url: null, label: ${name} + (fault.version ? ', ' + fault.version : '') }))`;
	return `={{ JSON.stringify({ key: 'task-altered-' + ${key}, kind: 'correctiveAction', title: ${name} + ${quoted(label('alteredTitle'))}, body: ${body}, judgementKey: 'chain ' + ${verdict}.document + ' ' + ($json.head?.hash ?? ''), subject: ${verdict}.document, rule: { id: 'version-traceback', version: '1', parameters: { check: 'verify' } }, evidence: ${evidence}, explanation: { en: ${name} + ': ' + ${verdict}.statement.en, 'zh-CN': ${name} + '：' + ${verdict}.statement['zh-CN'] }, details: { faults: ${verdict}.faults.map(fault => ({ kind: fault.kind, version: fault.version, sequence: fault.sequence, toSequence: fault.toSequence })) }, ${common(names)} }) }}`;
}
