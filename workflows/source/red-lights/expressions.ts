import type { Names } from '../builder.js';
import type { LightArea } from './area.js';

/** Begin of the address of everything in the samples: no real system has one. */
const SAMPLE_ADDRESS = { code: 'https://git.example.com/heartline', documents: 'https://wiki.example.com/sample' } as const;

/** What the nodes ask of their items and of each other, written down once. Without template literals, which n8n cannot always read. */
export function expressionsOf(area: LightArea, { ref, setting, language }: Names) {
	const rows = (node: string): string => `${ref(node)}.all().map(row => row.json)`;
	const words = (en: string, zh: string): string => JSON.stringify(language === 'en' ? en : zh);
	const isSample = `${ref('tryIt')}.isExecuted`;
	const ofSample = `(row.payload ?? '').includes('${SAMPLE_ADDRESS[area.area]}')`;
	const ofThisRun = `${ofSample} === ${isSample}`;
	const runKey = `red-lights-${area.area}`;
	const thresholds = Object.entries(area.thresholds)
		.map(([kind, fields]) => `...(row.kind === '${kind}' ? { ${Object.entries(fields).map(([field, key]) => `${field}: row.${field} ?? ${setting(key)}`).join(', ')} } : {})`)
		.join(', ');
	const light = '$json.lightKey';
	const judgement = `'"judgementKey":"' + ${light} + '"'`;
	const noteTasks = `${rows('tasksNow')}.filter(task => task.kind === 'contextNote' && (task.payload ?? '').includes(${judgement}))`;
	const notes = `${rows('readNotes')}.filter(note => note.about === ${light} && note.kind === 'context' && note.text)`;
	const today = `$now.setZone(${setting('timeZone')}).toFormat('yyyy-MM-dd')`;
	const day = `(${isSample} ? '${area.sampleAsOf.slice(0, 10)}' : ${today})`;
	const open = `JSON.parse($json.payload).audience.level === 'open'`;
	const actor = `(JSON.parse($json.payload).evidence.map(one => one.actor).filter(account => account).pop() ?? '')`;
	return {
		isSample: `={{ ${isSample} }}`,
		runKey,
		mayRun: `={{ !${ref('push')}.isExecuted || !${rows('readCursors')}.some(row => row.cursorKey === '${runKey}' && $now.diff(DateTime.fromISO(row.at)).as('minutes') < ${setting('pushMinutes')}) }}`,
		noRules: `={{ !${rows('storedRules')}.some(row => row.area === '${area.area}') }}`,
		noPatterns: `={{ !${area.patterns ? rows('storedPatterns') : '[]'}.some(row => row.patternId) }}`,
		rules: `={{ ${rows('storedRulesRead')}.filter(row => row.ruleId && row.area === '${area.area}').map(row => ({ ...row, area: undefined, ${thresholds} })) }}`,
		patterns: `={{ ${area.patterns ? rows('storedPatternsRead') : '[]'}.filter(row => row.patternId).map(row => ({ id: row.patternId, version: row.version, language: row.language, kind: row.kind, words: row.words, pattern: row.pattern, gap: row.gap, effect: row.effect, scope: row.scope, caseSensitive: row.caseSensitive, active: row.active })) }}`,
		// Lights of the sample and real ones know nothing of each other; those of the other area are for its own workflow.
		known: `={{ ${rows('readKnown')}.filter(row => row.lightKey && ${ofThisRun} && !${rows('storedRulesRead')}.some(rule => rule.area !== '${area.area}' && rule.ruleId === row.ruleId)) }}`,
		people: `={{ ${rows('readPeople')}.filter(row => row.personId) }}`,
		asOf: `={{ ${isSample} ? '${area.sampleAsOf}' : $now.toISO() }}`,
		day: `={{ ${day} }}`,
		digestKey: `={{ '${area.area}' + (${isSample} ? '-sample ' : ' ') + ${day} }}`,
		createdAt: `={{ ${isSample} ? '${area.sampleAsOf}' : $now.toUTC().toISO() }}`,
		form: (path: string): string => `={{ ${setting('baseUrl')}.replace(/\\/+$/, '') + '/form/${path}?light=' + encodeURIComponent(${light}) }}`,
		readWhole: `={{ !$json.reading && ${ref('source')}.all(2).length > 0 && ${ref('source')}.all(2).every(item => item.json.complete === true) }}`,
		unreadKey: `unread ${area.area}`,
		unread: `={{ $json.reading ? ${words('The node that reads is switched off, so nothing was judged. Switch it on in this workflow, choose its credential and publish again.', '读取节点处于停用状态，因此未作判定。请在本工作流中启用该节点、选择凭据并重新发布。')} : ${words('Not everything could be read, so nothing was judged and no light was changed. pt_errors says what is missing; the next run reads again. If there is too much to read, read back less in Settings.', '未能读取全部内容，因此未作判定，各灯保持不变。缺失内容见 pt_errors，下次运行会重新读取。若内容过多，请在设置中缩短回读时段。')} }}`,
		unusableKey: "={{ ($json.code ?? 'unusable') + ' ' + ($json.input?.source ?? $json.field ?? '') + ' ' + ($json.input?.id ?? $json.row ?? '') }}",
		unusable: language === 'en' ? "={{ ($json.reason ?? $json.error ?? '') + ' ' + ($json.remedy ?? '') }}" : "={{ ($json.reasonZh ?? $json.reason ?? $json.error ?? '') + ($json.remedyZh ?? $json.remedy ?? '') }}",
		isPassing: `={{ !${isSample} && ['onTheWay', 'clear'].includes($json.state) && ${rows('storedRulesRead')}.some(rule => rule.area === '${area.area}' && rule.ruleId === $json.ruleId) }}`,
		isRed: "={{ $json.light === 'red' && ['new', 'known'].includes($json.state) && !$json.humanDecision }}",
		aboutPerson: `={{ !(${open}) }}`,
		personConcerned: `={{ ${rows('readPeople')}.filter(person => person.personId && person.personId === $json.personId).map(person => ({ personId: person.personId, name: person.name, email: person.email || null })).pop() ?? {} }}`,
		/** In the sample the days have passed. */
		waitForNote: `={{ !${isSample} }}`,
		noteRequests: `={{ ${noteTasks} }}`,
		helperRole: "={{ ['pageEdits', 'documentConflict'].includes($json.kind) ? 'teamLead' : 'mentor' }}",
		personBy: `={{ ${open} ? 'nobody' : $json.personId ? 'id' : 'account' }}`,
		accountSystem: `={{ $json.kind === 'codeStreak' ? $json.subject.split(' ')[0] : '${area.accountSystem}' }}`,
		person: `={{ $json.personId || ($json.kind === 'codeStreak' ? $json.subject.split(' ').slice(1).join(' ') : ${actor}) || $json.subjectName }}`,
		notesOfLight: `={{ ${notes}.map(note => ({ text: note.text, by: note.by || null, at: note.at || null })) }}`,
		noteAskedAt: `={{ ${noteTasks}.map(task => DateTime.fromISO(task.createdAtSource).setZone(${setting('timeZone')}).toISO()).pop() ?? '' }}`,
		ofThisLight: `={{ '%' + ${judgement} + '%' }}`,
		wentOut: `={{ ${ref('isOut')}.item.json.${language === 'en' ? 'explanation' : 'explanationZh'} }}`,
	};
}
