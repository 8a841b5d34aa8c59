import type { Names } from '../builder.js';

/** When the sample is judged: after the quarter in which its delivery slowed down. */
const SAMPLE_AS_OF = '2026-10-08T08:00:00+08:00';

/** What the nodes ask of their items and of each other, written down once. Without template literals, which n8n cannot always read. */
export function expressionsOf({ ref, setting, label, language }: Names) {
	const isExecuted = (key: string): string => `${ref(key)}.isExecuted`;
	const rows = (key: string, column: string): string => `${ref(key)}.all().map(row => row.json).filter(row => row.${column})`;
	const index = "{ ...(row.groupKey ? { groupKey: row.groupKey } : { level: 'company' }), metric: row.metric || 'stage_dwell' }";
	// A figure is an index of each goal that a row of pt_goal_indexes gives it to; the parts of a figure are its stages.
	const indexRows = `${rows('readIndexes', 'goal')}.flatMap(row => ${rows('readMetrics', 'metricKey')}.filter(figure => Object.entries(${index}).every(([key, value]) => figure[key] === value) && figure.result === 'value').flatMap(figure => { const value = JSON.parse(figure.payload).value ?? {}; const shared = { kind: 'index', goal: row.goal, period: figure.period, revision: figure.revision, unit: figure.unit, url: '' }; return [{ ...shared, value: figure.value, baseline: value.baseline?.value ?? '', openCases: value.figures?.open ?? 0 }, ...(value.parts ?? []).map(part => ({ ...shared, stage: part.name, value: part.value, openCases: part.open ?? 0 }))]; }))`;
	const owner = `(${rows('readPeople', 'personId')}.find(person => [person.personId, person.email, person.name].filter(text => text).includes($json.value.owner)) ?? {})`;
	return {
		asOf: `={{ ${isExecuted('tryIt')} ? '${SAMPLE_AS_OF}' : $now.toISO() }}`,
		source: `={{ ${isExecuted('tryIt')} ? 'sample:goals' : 'table:pt_goals' }}`,
		errand: `={{ ${isExecuted('importForm')} ? 'import' : ${isExecuted('tryIt')} ? 'sample' : 'check' }}`,
		wantsReplace: `={{ ${ref('importForm')}.first().json.mode === ${JSON.stringify(label('replace'))} }}`,
		imported: `={{ ${JSON.stringify(label('importedRows'))} + ${ref('readRows')}.all(0).length + '\\n' + ${ref('readRows')}.all(1).map(item => ${JSON.stringify(label('line'))} + (item.json.row + 2) + ${JSON.stringify(label('colon'))} + item.json.${language === 'en' ? 'reason' : 'reasonZh'} + ' ' + item.json.${language === 'en' ? 'remedy' : 'remedyZh'}).join('\\n') }}`,
		nothingStored: `={{ ${ref('readRows')}.all(0).length === 0 }}`,
		isMended: `={{ $json.findingKey && !${ref('check')}.all(1).some(item => item.json.key === $json.findingKey) }}`,
		metricWanted: `={{ [...new Set(${rows('readIndexes', 'goal')}.map(row => row.metric || 'stage_dwell'))].length === 1 ? (${rows('readIndexes', 'goal')}[0].metric || 'stage_dwell') : '%' }}`,
		ownRows: `={{ JSON.stringify({ rows: [...${rows('readGoals', 'goalKey')}, ...${indexRows}] }) }}`,
		people: `={{ ${rows('readPeople', 'personId')} }}`,
		knownRechecks: `={{ ${rows('readTasks', 'taskKey')} }}`,
		owner: `={{ ${owner}.personId ? { assignee: { personId: ${owner}.personId, name: ${owner}.name, email: ${owner}.email || null } } : {} }}`,
		ownerId: `={{ ${owner}.personId ?? $json.value.owner ?? '' }}`,
		wantsPage: `={{ ${isExecuted('pageForm')} }}`,
		language: `={{ ${setting('language')} }}`,
	};
}
