import { sampleCards, SAMPLE_PHOTO } from '../../../core/sample/cards.js';
import { samplePeople } from '../../../core/sample/people.js';
import { personToRow } from '../../../core/people/personRow.js';
import type { Names, NodeSpecification, WorkflowSource } from '../builder.js';
import { formEnd, formPage } from '../forms.js';
import { CLAIM, CLAIMS_TABLE, postgres } from '../claims.js';
import { WORKFLOW_IDS } from '../ids.js';
import { callWorkflow, condition, createTable, deleteRows, firstPer, gate, insertAll, insertRow, manualTrigger, own, readRows, route, sameNamedColumns, scheduleTrigger, settingsNode, split, updateRows, upsertRow } from '../parts.js';
import { cardForms, FORMS, NOW, pageOfForm, stepsOfForm } from './cardForms.js';
import { texts } from './texts.js';

/** What a run is about, in the order of the outputs of the first switch. */
const ERRANDS = [...FORMS, 'sample', 'sweep'] as const;

/** A Set node whose fields are one expression; files of the item go on with it. */
function object(at: readonly [number, number], expression: string, keep = true, options: Readonly<Record<string, unknown>> = {}): NodeSpecification {
	return { type: 'n8n-nodes-base.set', version: 3.4, at, parameters: { mode: 'raw', jsonOutput: `={{ ${expression} }}`, ...(keep ? { includeOtherFields: true } : {}), options: keep ? { stripBinary: false } : {} }, options };
}

/** n8n's own page is wider than a phone. */
function forPhones(page: NodeSpecification): NodeSpecification {
	const customCss = ':root { --container-width: min(448px, calc(100vw - 24px)); --font-size-body: 14px; } .header ul { text-align: left; margin: 8px 0; padding-left: 20px; } .header li { color: #525356; margin-bottom: 6px; } .header p { margin-bottom: 8px; overflow-wrap: anywhere; }';
	return { ...page, parameters: { ...page.parameters, options: { customCss } } };
}

/** Forms of the closed-loop card, its log, its tasks and the daily look at what is overdue. Source: spec S2. */
export const closedLoopCard: WorkflowSource = {
	id: WORKFLOW_IDS.closedLoopCard,
	fileName: '02-closed-loop-card',
	texts,
	errorWorkflow: WORKFLOW_IDS.errorHandler,
	settings: (language) => [
		{ key: 'timeZone', type: 'string', value: 'Asia/Shanghai' },
		{ key: 'language', type: 'string', value: language },
		{ key: 'numberPrefix', type: 'string', value: 'CAPA' },
		{ key: 'effectivenessDays', type: 'number', value: 90 },
		{ key: 'verifierMustAccept', type: 'boolean', value: false },
		{ key: 'removePlace', type: 'boolean', value: false },
		{ key: 'maximumMegabytes', type: 'number', value: 10 },
		{ key: 'ageingDays', type: 'number', value: 30 },
		{ key: 'claimSeconds', type: 'number', value: 120 },
		{ key: 'claims', type: 'string', value: 'dataTable' },
	],
	nodes: (names) => nodesOf(names),
	connections: [
		...FORMS.flatMap((form) => [[form, 'settings'], [form, 'errand', 0, 1]] as const),
		['timer', 'settings'],
		['timer', 'errand', 0, 1],
		['tryIt', 'sample'],
		['sample', 'samplePhoto'],
		['samplePhoto', 'settings'],
		['samplePhoto', 'errand', 0, 1],
		['settings', 'eventsTable'],
		['eventsTable', 'cardsTable'],
		['cardsTable', 'filesTable'],
		['filesTable', 'claimsRows'],
		['claimsRows', 'peopleTable'],
		['peopleTable', 'tasksTable'],
		['tasksTable', 'unassignedTable'],
		['unassignedTable', 'readPeople'],
		['readPeople', 'errand', 0, 0],
		['errand', 'which'],
		['which', 'opening', 0],
		['which', 'planning', 1],
		['which', 'doing', 2],
		['which', 'verifying', 3],
		['which', 'stepping', 4],
		['which', 'showing', 5],
		['which', 'sampleCards', 6],
		['which', 'readAll', 7],
		['opening', 'submissions'],
		['planning', 'submissions'],
		['doing', 'submissions'],
		['verifying', 'submissions'],
		['stepping', 'submissions'],
		['sampleCards', 'splitSample'],
		['splitSample', 'submissions'],
		['submissions', 'steps'],
		['steps', 'carryOut', 0, 0],
		['submissions', 'readLog'],
		['readLog', 'carryOut', 0, 1],
		['carryOut', 'firstEvents', 0],
		['carryOut', 'eventsWon', 0, 0],
		['carryOut', 'confirm', 1, 0],
		['carryOut', 'cardsChanged', 1],
		['carryOut', 'refused', 2],
		['carryOut', 'fileText', 3],
		['fileText', 'storeFile'],
		['firstEvents', 'inQueueMode'],
		['inQueueMode', 'claimsTable', 0],
		['claimsTable', 'claimable'],
		['inQueueMode', 'claimable', 0, 1],
		['claimable', 'claimInPostgres'],
		['claimInPostgres', 'claimed'],
		['claimed', 'eventsWon', 0, 1],
		['inQueueMode', 'claim', 1],
		['claim', 'readClaims'],
		['readClaims', 'firstClaims'],
		['firstClaims', 'won'],
		['won', 'eventsWon', 0, 1],
		['eventsWon', 'storeEvents'],
		['cardsChanged', 'readLogAgain'],
		['readLogAgain', 'confirm', 0, 1],
		['confirm', 'oneRow', 0],
		['oneRow', 'storeCard'],
		['storeCard', 'nextTasks'],
		['nextTasks', 'deliver'],
		['storeCard', 'closeTasks'],
		['storeCard', 'saved'],
		['confirm', 'takeOut', 1],
		['takeOut', 'lost'],
		['saved', 'answer'],
		['refused', 'answer'],
		['lost', 'answer'],
		['answer', 'asked'],
		['asked', 'answerPage', 0],
		['showing', 'oneCard'],
		['oneCard', 'readOne', 0],
		['readOne', 'getCard'],
		['getCard', 'cardFiles', 0],
		['cardFiles', 'readFiles'],
		['readFiles', 'record'],
		['record', 'recordPage', 0],
		['getCard', 'noCard', 1],
		['record', 'noCard', 1],
		['noCard', 'recordPage'],
		['oneCard', 'readForChart', 1],
		['readForChart', 'pareto'],
		['pareto', 'running'],
		['running', 'cycle'],
		['cycle', 'chart'],
		['chart', 'recordPage'],
		['readAll', 'rebuild'],
		['rebuild', 'storeRebuilt', 0],
		['rebuild', 'keepBroken', 1],
		['readAll', 'openTasks'],
		['openTasks', 'deliver'],
		['readAll', 'digest'],
		['digest', 'deliver', 0],
	],
	notes: {
		main: { at: [-1000, -200], size: [580, 1000], kind: 'main' },
		store: { at: [3000, -1060], size: [620, 180], kind: 'section' },
		pages: { at: [2160, 1180], size: [520, 160], kind: 'section' },
		daily: { at: [2160, 1980], size: [520, 160], kind: 'section' },
	},
};

function nodesOf(names: Names): Readonly<Record<string, NodeSpecification>> {
	const { language, ref, setting, label } = names;
	const q = (text: string): string => JSON.stringify(text);
	const steps = stepsOfForm(names);
	const logRows = (key: string): string => `${ref(key)}.all().map(row => row.json).filter(row => row.hash)`;
	const people = `={{ ${ref('tryIt')}.isExecuted ? ${ref('sample')}.first().json.people : ${ref('readPeople')}.all().map(row => row.json).filter(row => row.personId) }}`;
	const calendar = { zone: `={{ ${setting('timeZone')} }}` };
	const common = { language: `={{ ${setting('language')} }}`, calendar };
	const forms = "$execution.resumeFormUrl.split('/form-waiting')[0] + '/form'";
	const tasks = { directory: people, formAddress: `={{ ${forms} }}` };
	const escaped = (text: string): string => `(${text}).toString().replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')`;
	const link = (form: string, name: string, number: string, version = "''"): string => `'<a href="' + ${forms} + '/${form}?card=' + encodeURIComponent(${number}) + (${version} === '' ? '' : '&version=' + ${version}) + '">' + ${q(label(name))} + '</a>'`;
	/** The same form sent again is the same submission: on one version of a card, or on one day where none was seen. */
	const submission = (form: keyof typeof steps): string => {
		const files = "Object.values($binary ?? {}).map(file => file.fileName + ' ' + file.fileSize)";
		const key = `JSON.stringify([$json.user.email, ${q(form)}, $json.card ?? '', $json.version || $now.setZone(${setting('timeZone')}).toISODate(), ${steps[form]}, ${files}]).hash('sha256')`;
		// A measure done now is the same measure when the form is sent again a minute later.
		return form === 'doneForm' ? key.replaceAll(NOW, "''") : key;
	};
	const desk = (at: readonly [number, number], form: keyof typeof steps): NodeSpecification => {
		const key = submission(form);
		const number = form === 'openForm' ? `${setting('numberPrefix')} + '-' + (($json.foundDate ?? '').toString().replaceAll('-', '').slice(0, 8) || '00000000') + '-' + ${key}.slice(0, 6).toUpperCase()` : "($json.card ?? '').toString().trim().toUpperCase()";
		return object(at, `{ number: ${number}, version: ($json.version ?? '').toString().trim(), actor: $json.user.email, source: ${q(`form: ${form.replace('Form', '')}`)}, at: $now.toISO(), key: ${key}, together: true, commands: ${steps[form]} }`);
	};
	const events = `${ref('carryOut')}.all(0)`;
	const refusals = `${ref('carryOut')}.all(2).map(item => item.json)`;
	const lines = (list: string): string => `'<ul>' + ${list}.map(text => '<li>' + ${escaped('text')} + '</li>').join('') + '</ul>'`;
	const card = '$json.cardNumber';
	const rounded = (list: string): string => `(${list} ? [${list}.p50, ${list}.p75, ${list}.p90, ${list}.longest].map(days => days.toFixed(1)) : ['–', '–', '–', '–'])`;
	const cycles = `${ref('cycle')}.all().map(item => item.json).filter(row => row.period)`;
	const cycleTable = `(${cycles}.length === 0 ? '<p>' + ${q(label('cycleNone'))} + '</p>' : '<div class="wide"><table><tr>' + ${q(label('cycleColumns'))}.split('|').map(name => '<th>' + name + '</th>').join('') + '</tr>' + ${cycles}.map(row => '<tr>' + [row.period, row.department || '–', row.cards, row.reopened, ...${rounded('row.calendarDays')}, ...${rounded('row.workingDays')}, row.waitingDays.p90.toFixed(1)].map((value, index) => '<td><i>' + ${q(label('cycleColumns'))}.split('|')[index] + '</i>' + ${escaped('value')} + '</td>').join('') + '</tr>').join('') + '</table></div>')`;
	return {
		...cardForms(names, (index) => [-240, -600 + index * 180]),
		timer: scheduleTrigger([-240, 520], { field: 'days', triggerAtHour: 7 }),
		tryIt: manualTrigger([-240, 700]),
		sample: { type: 'n8n-nodes-base.set', version: 3.4, at: [0, 700], parameters: { mode: 'raw', jsonOutput: JSON.stringify({ cards: sampleCards(language), photo: SAMPLE_PHOTO, people: samplePeople.map(personToRow) }, null, 2), options: {} } },
		samplePhoto: { type: 'n8n-nodes-base.convertToFile', version: 1.1, at: [220, 700], parameters: { operation: 'toBinary', sourceProperty: 'photo', binaryPropertyName: 'photos', options: { fileName: 'line-2.png' } } },
		settings: settingsNode([480, 500]),
		eventsTable: createTable('pt_card_events', [700, 500]),
		cardsTable: createTable('pt_cards', [920, 500]),
		filesTable: createTable('pt_files', [1140, 500]),
		claimsRows: createTable('pt_card_claims', [700, 700]),
		peopleTable: createTable('pt_people', [920, 700]),
		tasksTable: createTable('pt_tasks', [1140, 700]),
		unassignedTable: createTable('pt_unassigned', [1360, 700]),
		readPeople: readRows('pt_people', [1360, 500]),
		errand: gate([1360, 0]),
		which: route([1600, 0], `={{ ${ERRANDS.filter((key) => key !== 'sweep').map((key) => `${ref(key === 'sample' ? 'tryIt' : key)}.isExecuted ? '${key}' : `).join('')}'sweep' }}`, ERRANDS),
		opening: desk([1880, -720], 'openForm'),
		planning: desk([1880, -540], 'planForm'),
		doing: desk([1880, -360], 'doneForm'),
		verifying: desk([1880, -180], 'verifyForm'),
		stepping: desk([1880, 0], 'stepForm'),
		sampleCards: object([1880, 380], `{ cards: ${ref('sample')}.first().json.cards.map(card => ({ number: card.number, together: false, source: 'sample', key: 'sample ' + card.number, commands: card.steps })) }`),
		splitSample: { ...split([2100, 380], 'cards'), parameters: { fieldToSplitOut: 'cards', options: { includeBinary: true } } },
		submissions: { type: 'n8n-nodes-base.noOp', version: 1, at: [2160, -360] },
		steps: { type: 'n8n-nodes-base.splitOut', version: 1, at: [2400, -460], parameters: { fieldToSplitOut: 'commands', include: 'allOtherFields', options: { includeBinary: true } } },
		readLog: readRows('pt_card_events', [2400, -260], [{ column: 'cardNumber', value: '={{ $json.number }}' }], { executeOnce: false }),
		carryOut: own('closedLoopCard', [2640, -360], {
			operation: 'apply',
			number: '={{ $json.number }}',
			actor: '={{ $json.commands.actor ?? $json.actor }}',
			step: '={{ $json.commands.step }}',
			values: '={{ $json.commands.values }}',
			logSource: 'secondInput',
			directory: people,
			files: '={{ $json.commands.files }}',
			now: '={{ $json.commands.at ?? $json.at }}',
			...common,
			options: {
				allOrNothing: '={{ $json.together }}',
				commandKey: "={{ $json.together ? $json.key : $json.key + ' ' + $json.commands.at + ' ' + $json.commands.step }}",
				expectedVersion: "={{ $json.version ?? '' }}",
				effectivenessDays: `={{ ${setting('effectivenessDays')} }}`,
				maximumMegabytes: `={{ ${setting('maximumMegabytes')} }}`,
				removePlace: `={{ ${setting('removePlace')} }}`,
				shows: "={{ $json.commands.shows ?? 'after' }}",
				source: '={{ $json.source }}',
				verifierMustAccept: `={{ ${setting('verifierMustAccept')} }}`,
			},
		}, { onError: 'continueRegularOutput' }),
		// Files first, then the event that names them: a file without an event harms nobody.
		fileText: { type: 'n8n-nodes-base.extractFromFile', version: 1, at: [2900, -820], parameters: { operation: 'binaryToPropery', binaryPropertyName: 'data', destinationKey: 'content', options: { keepSource: 'json' } } },
		storeFile: upsertRow('pt_files', [3140, -820], 'sha256', sameNamedColumns('pt_files')),
		firstEvents: firstPer([2900, -620], 'cardNumber'),
		inQueueMode: condition([3140, -620], `={{ ${setting('claims')} }}`, 'equals', 'postgres'),
		claimsTable: postgres([3380, -820], CLAIMS_TABLE, null, { executeOnce: true }),
		claimable: gate([3620, -820]),
		claimInPostgres: postgres([3860, -820], CLAIM, `={{ [${card} + '#' + $json.sequence, $execution.id, ${setting('claimSeconds')}, ${card}] }}`),
		claimed: condition([4100, -820], "={{ $json.cardNumber ?? '' }}", 'notEmpty'),
		claim: insertRow('pt_card_claims', [3380, -600], { claimKey: `={{ ${card} + '#' + $json.sequence }}`, cardNumber: `={{ ${card} }}`, commandKey: '={{ $json.commandKey }}', execution: '={{ $execution.id }}', at: '={{ $now.toUTC().toISO() }}' }),
		readClaims: readRows('pt_card_claims', [3620, -600], [{ column: 'claimKey', value: '={{ $json.claimKey }}' }, { column: 'at', is: 'gte', value: `={{ $now.minus({ seconds: ${setting('claimSeconds')} }).toUTC().toISO() }}` }], { executeOnce: false, alwaysOutputData: false }),
		firstClaims: firstPer([3860, -600], 'claimKey'),
		// An execution that died left its claim; the same form sent again takes it over.
		won: condition([4100, -600], `={{ $json.execution === $execution.id || (${ref('firstEvents')}.all().some(event => event.json.commandKey === $json.commandKey) && $json.at < $now.minus({ seconds: 5 }).toUTC().toISO()) }}`, 'true'),
		eventsWon: { type: 'n8n-nodes-base.merge', version: 3.1, at: [4340, -600], parameters: { mode: 'combine', combineBy: 'combineByFields', fieldsToMatchString: 'cardNumber', joinMode: 'keepMatches', outputDataFrom: 'input1', options: { multipleMatches: 'first' } } },
		storeEvents: insertAll('pt_card_events', [4580, -600]),
		cardsChanged: firstPer([2900, -260], 'cardNumber'),
		readLogAgain: readRows('pt_card_events', [3140, -260], [{ column: 'cardNumber', value: `={{ ${card} }}` }], { executeOnce: false }),
		confirm: own('closedLoopCard', [3380, -360], { operation: 'confirm', number: `={{ ${card} }}`, eventHash: '={{ $json.headHash }}', logSource: 'secondInput', ...common }),
		oneRow: firstPer([3620, -360], 'cardNumber'),
		storeCard: upsertRow('pt_cards', [3860, -360], 'cardNumber', sameNamedColumns('pt_cards')),
		nextTasks: own('closedLoopCard', [4100, -400], { operation: 'nextTask', rowsSource: 'json', rows: `={{ ${logRows('readLogAgain')} }}`, ...tasks, ...common }, { executeOnce: true }),
		deliver: callWorkflow([4580, -400], WORKFLOW_IDS.taskDelivery, { onError: 'continueRegularOutput' }),
		closeTasks: updateRows(
			'pt_tasks',
			[4100, -220],
			[{ column: 'subject', value: `={{ ${card} }}` }, { column: 'kind', value: 'correctiveAction' }, { column: 'status', value: 'open' }, { column: 'taskKey', is: 'neq', value: `={{ ${ref('nextTasks')}.all().map(task => task.json).find(task => task.subject === ${card})?.key ?? '' }}` }],
			{ status: 'done' },
		),
		saved: object(
			[4100, 0],
			`{ title: ${events}.length === 0 ? ${q(label('repeatedTitle'))} : ${q(label('savedTitle'))}, number: ${card}, message: ${escaped('$json.explanation')} + (${events}.length === 0 && ${ref('openForm')}.isExecuted ? '<p><strong>' + ${q(label('repeatedFinding'))} + '</strong></p>' : '') + ${ref('carryOut')}.all(1).map(item => item.json.warnings).filter(text => text).map(text => '<p><strong>' + ${q(label('attention'))} + '</strong> ' + ${escaped('text')} + '</p>').join('') + (${ref('nextTasks')}.all().length > 0 ? '<p>' + ${q(label('next'))} + '</p>' : '') + '<p>' + ${link('pt-card-record', 'linkRecord', card)} + ' · ' + ${link('pt-card-step', 'linkStep', card, '$json.version')} + '</p>' }`,
			false,
			{ executeOnce: true },
		),
		refused: object(
			[4100, 200],
			`{ title: ${q(label('refusedTitle'))}, number: $json.cardNumber ?? '', message: ${q(label('refusedIntroduction'))} + ${lines(`[...new Set(${refusals}.flatMap(refusal => (refusal.missing ?? []).length > 0 ? refusal.missing.map(one => one.message) : [refusal.message ?? [refusal.error, refusal.remedy].filter(text => text).join(' ').replace(/ \\[item \\d+\\]/, '')]))]`)} + '<p>' + ${q(label('goBack'))} + '</p>' + ($json.cardNumber ? '<p>' + ${link('pt-card-record', 'linkRecord', card)} + '</p>' : '') }`,
			false,
			{ executeOnce: true },
		),
		takeOut: deleteRows('pt_card_events', [3620, 0], [{ column: 'cardNumber', value: `={{ ${card} }}` }, ...(['at', 'actor'] as const).map((column) => ({ column, value: `={{ ${events}.map(item => item.json).find(event => event.cardNumber === ${card})?.${column} ?? '-' }}` }))], { alwaysOutputData: true }),
		lost: object([3860, 100], `{ title: ${q(label('lostTitle'))}, message: ${lines(`${ref('confirm')}.all(1).map(item => item.json.message ?? item.json.error)`)} + ${ref('confirm')}.all(1).slice(0, 1).map(item => '<p>' + ${link('pt-card-record', 'linkRecord', 'item.json.cardNumber')} + '</p>').join('') }`, false, { executeOnce: true }),
		answer: { type: 'n8n-nodes-base.noOp', version: 1, at: [4340, 260] },
		asked: condition([4580, 260], `={{ ${FORMS.map((form) => `${ref(form)}.isExecuted`).join(' || ')} }}`, 'true'),
		answerPage: forPhones(formEnd([4820, 260], '={{ $json.title }}', '={{ $json.message }}', 'pt-card-answer')),
		showing: object([1880, 1000], `{ page: ${pageOfForm(names)} || 'record', number: ($json.card ?? '').toString().trim().toUpperCase() }`, false),
		oneCard: condition([2160, 1000], '={{ $json.page }}', 'equals', 'record'),
		readOne: readRows('pt_card_events', [2400, 900], [{ column: 'cardNumber', value: '={{ $json.number }}' }]),
		getCard: own('closedLoopCard', [2640, 900], { operation: 'get', number: `={{ ${ref('showing')}.first().json.number || '-' }}`, ...common }),
		cardFiles: { ...split([2880, 800], 'card.attachments'), options: { alwaysOutputData: true } },
		readFiles: readRows('pt_files', [3120, 800], [{ column: 'sha256', value: "={{ $json.sha256 ?? '-' }}" }], { executeOnce: false }),
		record: own('closedLoopCard', [3360, 800], { operation: 'record', number: `={{ ${ref('showing')}.first().json.number }}`, rowsSource: 'json', rows: `={{ ${logRows('readOne')} }}`, pictures: `={{ ${ref('readFiles')}.all().map(row => row.json).filter(row => row.sha256) }}`, ...common }, { executeOnce: true }),
		noCard: object([3360, 1000], `{ html: '<p style="font: 16px system-ui; padding: 1em">' + ${escaped('$json.message')} + '</p>' }`, false),
		readForChart: readRows('pt_card_events', [2400, 1400]),
		pareto: own('closedLoopCard', [2640, 1400], { operation: 'pareto', by: `={{ ${ref('showing')}.first().json.page.replace('Page', '') }}`, ...common }),
		running: own('closedLoopCard', [2880, 1400], { operation: 'sweep', rowsSource: 'json', rows: `={{ ${logRows('readForChart')} }}`, ...common }, { executeOnce: true, alwaysOutputData: true }),
		cycle: own('closedLoopCard', [3120, 1400], { operation: 'durations', rowsSource: 'json', rows: `={{ ${logRows('readForChart')} }}`, period: 'quarter', ...common }, { executeOnce: true, alwaysOutputData: true }),
		chart: object(
			[3360, 1400],
			`{ html: '<style>body { display: block; max-width: 60em; margin: 1em auto; padding: 0 1em; font: 14px/1.5 system-ui, sans-serif } svg { width: 100%; height: auto } li { margin: .4em 0 0 1.2em } .wide { overflow-x: auto } table { border-collapse: collapse; font-variant-numeric: tabular-nums } th, td { padding: .3em .6em; border-bottom: 1px solid #d5d9de; text-align: right; vertical-align: bottom } th:nth-child(-n+2), td:nth-child(-n+2) { text-align: left; white-space: nowrap } td i { display: none } @media (max-width: 640px) { table, tbody, tr { display: block } th { display: none } tr { border-bottom: 1px solid #d5d9de; padding: .5em 0 } td { display: flex; justify-content: space-between; gap: 1em; border: 0; padding: .1em 0 } td i { display: inline; font-style: normal; color: #525b66 } } h2 { margin-top: 1em; font-size: 1.1em }</style>' + ${ref('pareto')}.first().json.chart + '<h2>' + ${q(label('runningCards'))} + '</h2><ul>' + ${ref('running')}.all().map(item => item.json).filter(one => one.message).map(one => '<li>' + ${escaped('one.message')} + (one.number ? ' ' + ${link('pt-card-record', 'linkRecord', 'one.number')} : '') + '</li>').join('') + '</ul><h2>' + ${q(label('cycleTitle'))} + '</h2>' + ${cycleTable} }`,
			false,
			{ executeOnce: true },
		),
		recordPage: formPage([3620, 900], `={{ '<style>body { display: block !important; font-size: 14px !important; background: #fff !important } h1, h2, p { margin: .5em 0 !important }</style>' + $json.html }}`, 'pt-card-page'),
		readAll: readRows('pt_card_events', [1880, 1800]),
		rebuild: own('closedLoopCard', [2160, 1640], { operation: 'get', ...common }),
		storeRebuilt: upsertRow('pt_cards', [2400, 1640], 'cardNumber', sameNamedColumns('pt_cards')),
		keepBroken: upsertRow('pt_unassigned', [2400, 1820], 'unassignedKey', { unassignedKey: `={{ 'card ' + ${card} }}`, what: `={{ ${card} }}`, reason: '={{ $json.message }}', reference: 'pt_card_events', since: '={{ $now.toUTC().toISO() }}' }),
		openTasks: own('closedLoopCard', [2900, 1740], { operation: 'nextTask', ...tasks, ...common }),
		digest: own('closedLoopCard', [3140, 1860], { operation: 'digest', ageingDays: `={{ ${setting('ageingDays')} }}`, ...tasks, ...common }),
	};
}
