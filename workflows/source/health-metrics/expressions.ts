import type { Names } from '../builder.js';

/** Units of periods that a form offers. */
export const UNITS = ['week', 'month', 'quarter', 'halfYear', 'year'] as const;

/** Length of a unit as Luxon takes it. */
const LENGTHS = { week: { weeks: 1 }, month: { months: 1 }, quarter: { months: 3 }, halfYear: { months: 6 }, year: { months: 12 } };

/** What the nodes ask of their items and of each other. Without template literals, which n8n cannot always read. */
export function expressionsOf(names: Names) {
	const { ref, setting, label, language } = names;
	const form = `${ref('backFillForm')}.first().json`;
	const isBackFill = `${ref('backFillForm')}.isExecuted`;
	const isSample = `${ref('tryIt')}.isExecuted`;
	const isLeft = `${ref('resumeTimer')}.isExecuted`;
	const step = `${ref('step')}.first().json`;
	const plan = `${ref('plan')}.first().json`;
	const today = `$now.setZone(${setting('timeZone')}).toISODate()`;
	// Two braces in a row would end the expression.
	const lengths = JSON.stringify(LENGTHS).replaceAll('}}', '} }');
	const months = `(Object.values(${lengths}[${step}.unit])[0] * (${step}.unit === 'week' ? 0.25 : 1))`;
	// First day of the period of the day, so that a period is no step twice.
	const begin = `unit === 'week' ? DateTime.fromISO(from).startOf('week') : DateTime.fromISO(from).startOf('month').minus({ months: (DateTime.fromISO(from).month - ${setting('yearStartMonth')} + 12) % ${lengths}[unit].months })`;
	// Baseline and shown periods, and one more, because a period may have begun earlier than the day.
	const from = `DateTime.fromISO(${step}.upTo).minus({ months: Math.ceil(${months} * (${setting('baselinePeriods')} + ${step}.periods + 1)) })`;
	const units = JSON.stringify(Object.fromEntries(UNITS.map((unit) => [label(unit), unit])));
	const counted = (node: string, output: number): string => `Array.from({ length: ${ref('steps')}.first().json.steps.length }, (_, run) => ${ref(node)}.all(${output}, run).length).reduce((sum, count) => sum + count, 0)`;
	const given = language === 'en' ? '$json.explanation' : '$json.explanationZh';
	const judgement = 'JSON.parse($json.payload)';
	const unitName = `($json.groupName || ${JSON.stringify(label('company'))})`;
	const people = `${ref('people')}.all().map(item => item.json).filter(person => person.personId && person.active)`;
	const holds = (role: string, scope: string): string => `people.find(person => { const roles = JSON.parse(person.roles || '[]'); return roles.some(one => one.role === '${role}' && ${scope}); })`;
	const superior = `(people => people.find(person => person.email === JSON.parse(${setting('superiors')} || '{}')[$json.groupName || 'company']) ?? ${holds('teamLead', 'one.scope === $json.groupName')} ?? ${holds('hrbp', 'true')})(${people})`;
	const start = `${form}.from.slice(0, 10)`;
	const end = `${form}.to.slice(0, 10)`;
	return {
		errand: `={{ ${ref('importForm')}.isExecuted ? 'import' : ${isSample} ? 'sample' : ${isLeft} ? 'unfinished' : 'run' }}`,
		earliest: `={{ ${ref('incoming')}.all().reduce((least, item) => item.json.at < least ? item.json.at : least, '9') || '0' }}`,
		incoming: `={{ ${ref('incoming')}.all().map(item => item.json) }}`,
		latest: `={{ ${ref('incoming')}.all().reduce((most, item) => item.json.at > most ? item.json.at : most, '0') }}`,
		imported: `={{ ${ref('prepare')}.all(0).length + ${JSON.stringify(label('taken'))} + ${ref('prepare')}.all(2).length + ${JSON.stringify(label('refused'))} + ${ref('prepare')}.all(2).slice(0, 20).map(item => ${JSON.stringify(label('line'))} + item.json.line + ${JSON.stringify(label('lineEnd'))} + item.json.reason).join(' · ') }}`,
		isLeft: `={{ $now.diff(DateTime.fromISO($json.updatedAt)).as('minutes') > ${setting('resumeMinutes')} }}`,
		plan: (sampleAsOf: string, sampleQuarters: number): string =>
			`={{ JSON.stringify((({ trigger, unit, from, to, restate, runKey, done, startedAt, by }) => ({ trigger, unit, from, to, restate, runKey, done, startedAt, by, asOf: ${isSample} ? '${sampleAsOf}' : $now.toISO(), shown: ${isSample} ? ${sampleQuarters} : trigger === 'backFill' ? 1 : ${setting('periods')}, periods: [unit, from, to, restate ? 'restate' : 'keep'].join(' '), steps: trigger === 'backFill' ? (days => days.length ? days : [to])(Array.from({ length: 1000 }, (_, index) => (${begin}).plus(Object.fromEntries(Object.entries(${lengths}[unit]).map(([name, value]) => [name, value * index]))).toISODate()).filter(day => day <= to)) : [to] }))(` +
			`${isLeft} ? { trigger: $json.trigger, unit: $json.periods.split(' ')[0], from: $json.periods.split(' ')[1], to: $json.periods.split(' ')[2], restate: $json.periods.split(' ')[3] === 'restate', runKey: $json.runKey, done: parseInt($json.progress) || 0, startedAt: $json.startedAt, by: $json.by } : ` +
			`${isBackFill} ? { trigger: 'backFill', unit: ${units}[${form}.unit], from: ${start}, to: ${end}, restate: ${form}.restate === ${JSON.stringify(label('yes'))}, runKey: 'run-' + $now.toMillis() + '-' + $execution.id, done: 0, startedAt: $now.toUTC().toISO(), by: ${form}.user?.email ?? '' } : ` +
			`{ trigger: ${isSample} ? 'manual' : 'scheduled', unit: ${isSample} ? 'quarter' : ${setting('period')}, from: ${isSample} ? '${sampleAsOf.slice(0, 10)}' : ${today}, to: ${isSample} ? '${sampleAsOf.slice(0, 10)}' : ${today}, restate: true, runKey: 'run-' + $now.toMillis() + '-' + $execution.id, done: 0, startedAt: $now.toUTC().toISO(), by: '' })) }}`,
		steps: `={{ JSON.stringify({ steps: ${plan}.steps.map((upTo, index) => ({ upTo, index, count: ${plan}.steps.length, unit: ${plan}.unit, periods: ${plan}.shown })).slice(${plan}.done) }) }}`,
		runKey: `={{ ${plan}.runKey }}`,
		stepName: "={{ $json.unit + ' ' + $json.upTo }}",
		progressDone: `={{ (${step}.index + 1) + '/' + ${step}.count }}`,
		// UTC begins and ends within a day of any zone.
		readFrom: `={{ ${from}.minus({ days: 8 }).toISODate() }}`,
		readFromDay: `={{ ${from}.toISODate() }}`,
		readUntil: `={{ DateTime.fromISO(${step}.upTo).plus({ months: Math.ceil(${months}), days: 1 }).toISODate() }}`,
		stagesFrom: `={{ ${from}.minus({ months: 12 }).toISODate() }}`,
		list: (key: string): string => `={{ ${setting(key)}.split(/[,，、]/).map(name => name.trim()).filter(name => name) }}`,
		unit: `={{ ${step}.unit }}`,
		periodCount: `={{ ${step}.periods }}`,
		upTo: `={{ ${step}.upTo }}`,
		asOf: `={{ ${plan}.asOf }}`,
		only: `={{ ${plan}.restate ? 'new' : 'first' }}`,
		known: `={{ [...${ref('known')}.all(), ...${ref('knownAlarms')}.all()].map(item => item.json).filter(row => row.payload) }}`,
		alarms: `={{ JSON.stringify({ alarms: ${ref('calculate')}.all(1).map(item => item.json) }) }}`,
		isNew: `={{ ${plan}.trigger !== 'backFill' && ${judgement}.value.isNew }}`,
		countOf: (node: string, output: number): string => `={{ ${counted(node, output)} }}`,
		restated: `={{ Array.from({ length: ${ref('steps')}.first().json.steps.length }, (_, run) => ${ref('calculate')}.all(0, run).filter(item => item.json.revision > 0).length).reduce((sum, count) => sum + count, 0) }}`,
		task: `={{ JSON.stringify(((alarm, superior) => ({ key: 'task-' + alarm.key, kind: alarm.value.cause === 'worse' ? 'goalRecheck' : 'correctiveAction', title: ${JSON.stringify(label('alarm'))} + alarm.value.name['${language}'] + ${JSON.stringify(label('colon'))} + ${unitName}, body: [${given}, '', ${JSON.stringify(label('next'))}].join('\\n'), language: ${setting('language')}, assignee: superior ? { personId: superior.personId, name: superior.name, email: superior.email || null } : null, unassignedReason: superior ? null : ${JSON.stringify({ en: 'Nobody leads this unit in pt_people, and no HRBP is named there. Name the superior in Settings.', 'zh-CN': 'pt_people 中没有该单位的负责人，也没有 HRBP。请在设置中填写上级。' })}, dueDate: null, dueProvisional: false, status: 'open', judgementKey: alarm.key, subject: alarm.subject, rule: alarm.rule, evidence: alarm.evidence.slice(0, 50), explanation: { en: $json.explanation, 'zh-CN': $json.explanationZh }, links: [], details: { metric: alarm.value.metric, periods: alarm.value.periods, figures: alarm.value.figures }, createdAt: $now.toUTC().toISO() }))(${judgement}, ${superior})) }}`,
	};
}
