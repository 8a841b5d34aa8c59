import type { Names } from '../builder.js';

/** When the sample is judged: after the quarter in which its delivery slowed down. */
const SAMPLE_AS_OF = '2026-10-08T08:00:00+08:00';

/** Refused lines that the answer to an import names; the others stand in pt_errors. */
const LINES_SHOWN = 20;

/** What the nodes ask of their items and of each other, written down once. Without template literals, which n8n cannot always read. */
export function expressionsOf({ ref, setting, label, language }: Names) {
	const isExecuted = (key: string): string => `${ref(key)}.isExecuted`;
	const rows = (key: string, column: string): string => `${ref(key)}.all().map(row => row.json).filter(row => row.${column})`;
	const choices = rows('readIndexes', 'goal');
	const source = `(${isExecuted('tryIt')} ? 'sample:goals' : 'table:pt_goals')`;
	return {
		asOf: `={{ ${isExecuted('tryIt')} ? '${SAMPLE_AS_OF}' : $now.setZone(${setting('timeZone')}).toISO() }}`,
		source: `={{ ${source} }}`,
		errand: `={{ ${isExecuted('importForm')} ? 'import' : ${isExecuted('tryIt')} ? 'sample' : 'check' }}`,
		wantsReplace: `={{ ${ref('importForm')}.first().json.mode === ${JSON.stringify(label('replace'))} }}`,
		imported: `={{ ${JSON.stringify(label('importedRows'))} + ${ref('readRows')}.all(0).length + '\\n' + ${ref('readRows')}.all(1).slice(0, ${LINES_SHOWN}).map(item => ${JSON.stringify(label('line'))} + (item.json.row + 2) + ${JSON.stringify(label('colon'))} + item.json.${language === 'en' ? 'reason' : 'reasonZh'} + '${language === 'en' ? ' ' : ''}' + item.json.${language === 'en' ? 'remedy' : 'remedyZh'}).join('\\n') + (${ref('readRows')}.all(1).length > ${LINES_SHOWN} ? '\\n' + ${JSON.stringify(label('moreLines'))} + (${ref('readRows')}.all(1).length - ${LINES_SHOWN}) : '') }}`,
		nothingStored: `={{ ${ref('readRows')}.all(0).length === 0 }}`,
		findingKey: `={{ ${source} + ' ' + $json.key }}`,
		isMended: `={{ $json.findingKey && !${ref('check')}.all(1).some(item => ${source} + ' ' + item.json.key === $json.findingKey) }}`,
		// One metric is read where all choices name the same one, none without choices.
		metricWanted: `={{ (metrics => metrics.length > 1 ? '%' : metrics[0] ?? '')([...new Set(${choices}.map(row => row.metric || 'stage_dwell'))]) }}`,
		figures: `={{ ${isExecuted('readMetrics')} ? ${rows('readMetrics', 'metricKey')} : [] }}`,
		indexChoices: `={{ ${isExecuted('readIndexes')} ? ${choices} : [] }}`,
		people: `={{ ${rows('readPeople', 'personId')} }}`,
		knownRechecks: `={{ ${rows('readTasks', 'taskKey')} }}`,
		wantsPage: `={{ ${isExecuted('pageForm')} }}`,
		language: `={{ ${setting('language')} }}`,
	};
}
