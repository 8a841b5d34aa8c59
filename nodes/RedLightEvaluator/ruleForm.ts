import type { INodeProperties } from 'n8n-workflow';
import { CODE_STREAK, DOCUMENT_CONFLICT, GENERIC, MEASURE_NAMES, MEASURES, PAGE_EDITS, type MeasureName } from '../../core/red-light/index.js';

/* The rules as a form. Each group of the form is a kind of rule; names are what an HRBP would say. */

type Extra = Partial<INodeProperties>;

const number = (displayName: string, name: string, value: number, description: string, extra: Extra = {}): INodeProperties => ({ displayName, name, type: 'number', default: value, description, typeOptions: { minValue: 0 }, ...extra });
const flagOff = (displayName: string, name: string, description: string): INodeProperties => ({ displayName, name, type: 'boolean', default: false, description });
const flagOn = (displayName: string, name: string, description: string): INodeProperties => ({ displayName, name, type: 'boolean', default: true, description });
const text = (displayName: string, name: string, value: string, placeholder: string, description: string, extra: Extra = {}): INodeProperties => ({ displayName, name, type: 'string', default: value, placeholder, description, ...extra });
const choice = (displayName: string, name: string, value: string, options: ReadonlyArray<readonly [name: string, value: string, description?: string]>, description?: string): INodeProperties => ({
	displayName,
	name,
	type: 'options',
	default: value,
	options: options.map(([label, key, said]) => ({ name: label, value: key, ...(said === undefined ? {} : { description: said }) })),
	...(description === undefined ? {} : { description }),
});

const head = (id: string, en: string, zh: string): INodeProperties[] => [
	text('Rule ID', 'id', id, 'e.g. code-red-light', 'Stays the same; part of the key of every light', { required: true }),
	text('Name (English)', 'nameEn', en, 'e.g. Many failed pull requests', 'What people read'),
	text('Name (Chinese)', 'nameZh', zh, 'e.g. PR 合并失败率偏高', 'What people read'),
	text('Version', 'version', '1', 'e.g. 2', 'Raise it when you change the rule: lights tell by which version they were judged'),
	flagOn('Enabled', 'enabled', 'Whether the rule is used'),
];

const bots = [text('Bots', 'bots', '', 'e.g. *[bot], release-*', 'Accounts that are no persons, with commas; accounts that the source calls bots are always left out')];

const modules: INodeProperties[] = [
	choice('Modules By', 'moduleBy', 'directory', [
		['CODEOWNERS', 'codeowners', 'The pattern of the last line that matches'],
		['Folder', 'directory', 'The first segments of the path'],
		['Patterns', 'globs', 'The first pattern that matches'],
	], 'What counts as one module'),
	number('Segments of the Path', 'moduleDepth', 2, 'For modules by folder', { typeOptions: { minValue: 1, maxValue: 20 } }),
	text('Patterns (JSON)', 'moduleGlobs', '', 'e.g. [{"pattern": "src/api/**", "module": "API"}]', 'For modules by patterns', { typeOptions: { rows: 3 } }),
	text('CODEOWNERS', 'codeowners', '', 'e.g. /src/api/ @team-api', 'Text of the file, for modules by CODEOWNERS', { typeOptions: { rows: 4 } }),
	choice('CODEOWNERS of', 'codeownersDialect', 'github', [['GitHub, Gitea', 'github'], ['GitLab', 'gitlab', 'With sections and exclusions']]),
	text('Paths Left Out', 'exclude', '', 'e.g. *.lock, dist/**', 'Patterns of generated files, with commas'),
];

const more = (options: readonly INodeProperties[]): INodeProperties => ({ displayName: 'More Settings', name: 'more', type: 'collection', placeholder: 'Add Setting', default: {}, options: [...options].sort((a, b) => a.displayName.localeCompare(b.displayName, 'en')) });

const codeFields: INodeProperties[] = [
	...head(CODE_STREAK.id, CODE_STREAK.name.en, CODE_STREAK.name['zh-CN']),
	number('Consecutive Working Days', 'days', CODE_STREAK.days, 'On so many working days in a row', { typeOptions: { minValue: 1, maxValue: 60 } }),
	number('A: PR Merge Failure Rate Over (%)', 'failureRateOver', CODE_STREAK.failureRateOver, 'Closed without merge ÷ decided, of a day; exactly this much is not red', { typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 3 } }),
	number('B: Commits to One Module Over', 'commitsOver', CODE_STREAK.commitsOver, 'On a day; exactly this many are not red'),
	choice('How A and B Go Together', 'reading', CODE_STREAK.reading, [
		['A on All Days', 'aOnAll'],
		['A or B on Each Day', 'aOrBEachDay'],
		['A on All Days, or B Summed Over the Days', 'bSummedOverWindow'],
		['B on All Days', 'bOnAll'],
	]),
	number('Decided PRs Needed on a Day', 'minDecided', CODE_STREAK.minDecided, 'Fewer say nothing about the rate: with 1 a single closed PR is 100%'),
	choice('A Day Without Decision', 'dayWithoutDecision', CODE_STREAK.dayWithoutDecision, [['Breaks the Streak', 'breaks'], ['Is Skipped', 'skipped']]),
	more([
		...modules,
		...bots,
		flagOff('Count Drafts', 'countDrafts', 'Whether a pull request closed as a draft counts'),
		flagOff('Count Superseded', 'countSuperseded', 'Whether a pull request that another took the place of counts'),
		flagOff('Failed Checks Are Failures', 'failedChecks', 'Whether a check that failed last on a day counts as a failure of its pull request'),
		flagOff('Merge Conflicts Are Failures', 'mergeConflicts', 'Whether a merge conflict that was seen last on a day counts as a failure'),
		choice('Reopened Pull Requests', 'reopened', 'eachDay', [['Count on Each Day of a Decision', 'eachDay'], ['Count by the Last Decision Only', 'lastOnly']]),
		text('Repositories', 'repositories', '', 'e.g. team/app, team/*', 'Patterns with commas. Empty: all.'),
	]),
];

const places = [text('Spaces', 'spaces', '', 'e.g. REQ, SPEC', 'Keys of spaces with commas. Empty: all.'), text('Titles', 'titles', '', 'e.g. *requirement*, *需求*', 'Patterns of page titles with commas. Empty: all pages.')];

const pageFields: INodeProperties[] = [
	...head(PAGE_EDITS.id, PAGE_EDITS.name.en, PAGE_EDITS.name['zh-CN']),
	number('Edits Over', 'editsOver', PAGE_EDITS.editsOver, 'Published versions by one person since creation or the last start of a review; exactly this many are not red'),
	number('Yellow From', 'yellowFrom', PAGE_EDITS.yellowFrom, 'From this many edits on the light is yellow', { typeOptions: { minValue: 1 } }),
	more([
		...bots,
		...places,
		flagOn('Count Minor Edits', 'countMinorEdits', 'Whether versions marked as minor count'),
		number('Join Versions Within (Minutes)', 'mergeWithinMinutes', 0, 'Consecutive versions of one person in this time are one edit; 0: each counts'),
		{ displayName: 'A Review Is Started By', name: 'reviewBy', type: 'multiOptions', default: [...PAGE_EDITS.reviewBy], options: [
			{ name: 'Event of Another System', value: 'request' },
			{ name: 'Label', value: 'label' },
			{ name: 'Mention', value: 'mention', description: 'Of another person, with one of the review words' },
			{ name: 'State of the Content', value: 'state' },
			{ name: 'Task', value: 'task', description: 'For another person, with one of the review words' },
		] },
		text('Review Labels', 'reviewLabels', PAGE_EDITS.reviewLabels.join(', '), 'e.g. in-review', 'With commas'),
		text('Review States', 'reviewStates', PAGE_EDITS.reviewStates.join(', '), 'e.g. Ready for review', 'With commas'),
		text('Review Words', 'reviewWords', PAGE_EDITS.reviewWords.join(', '), 'e.g. review, 评审', 'With commas'),
	]),
];

const commentFields: INodeProperties[] = [
	...head(DOCUMENT_CONFLICT.id, DOCUMENT_CONFLICT.name.en, DOCUMENT_CONFLICT.name['zh-CN']),
	flagOn('A Question Is Yellow', 'questionIsYellow', 'Whether a comment that asks about a conflict gives a yellow light'),
	more([
		...bots,
		...places,
		{ displayName: 'Comments Looked At', name: 'locations', type: 'multiOptions', default: ['footer', 'inline', 'reply'], options: [
			{ name: 'Below the Page', value: 'footer' },
			{ name: 'In the Text', value: 'inline' },
			{ name: 'Replies', value: 'reply' },
		] },
	]),
];

const measures = MEASURE_NAMES.map((name: MeasureName) => ({ name: MEASURES[name].label.en.replace(/\b\w/g, (letter) => letter.toUpperCase()), value: name })).sort((a, b) => a.name.localeCompare(b.name, 'en'));

const ownFields: INodeProperties[] = [
	...head('', '', ''),
	{ displayName: 'Count', name: 'measure', type: 'options', default: 'commits', options: measures, description: 'What is counted' },
	{ displayName: 'As a Share Of', name: 'perMeasure', type: 'options', default: 'none', options: [{ name: '(No Share)', value: 'none' }, ...measures], description: 'With it the figure is a percentage' },
	choice('Red When the Figure Is', 'operator', 'over', [['At Least', 'atLeast'], ['At Most', 'atMost'], ['Over', 'over'], ['Under', 'under']]),
	number('Threshold', 'threshold', GENERIC.threshold, 'A number, or percent for a share', { typeOptions: { minValue: 0, numberPrecision: 3 } }),
	choice('Window', 'window', 'consecutiveDays', [['On Each of Consecutive Working Days', 'consecutiveDays'], ['In the Last Working Days Together', 'slidingDays']]),
	number('Working Days', 'days', GENERIC.days, 'Length of the window', { typeOptions: { minValue: 1, maxValue: 260 } }),
	choice('For Each', 'groupBy', 'person', [['Department', 'department'], ['Module', 'module', 'Commits only'], ['Page', 'page'], ['Person', 'person'], ['Repository', 'repository'], ['Space', 'space'], ['Team', 'team', 'People with the same team lead']]),
	more([
		...modules,
		...bots,
		choice('A Day Without Facts', 'dayWithoutData', 'breaks', [['Breaks the Streak', 'breaks'], ['Is Skipped', 'skipped']]),
		text('Only Facts Where (JSON)', 'filters', '', 'e.g. [{"field": "repository", "test": "is", "value": "team/app"}]', 'Fields of the evidence; tests are is, isNot, contains and matches (a pattern)', { typeOptions: { rows: 3 } }),
		number('Smallest Sample', 'minSample', 1, 'Fewer facts say nothing', { typeOptions: { minValue: 1 } }),
		text('Yellow At', 'yellowAt', '', 'e.g. 4', 'For the last working days together: from this figure on the light is yellow'),
	]),
];

export const ruleForm: INodeProperties = {
	displayName: 'Rules',
	name: 'rules',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Rule', sortable: true },
	placeholder: 'Add Rule',
	default: {},
	displayOptions: { show: { rulesFrom: ['form'] } },
	description: 'Each rule gives every subject a red, yellow or green light',
	options: [
		{ displayName: 'Code: Streak of Working Days', name: 'code', values: codeFields },
		{ displayName: 'Documents: Comments About Conflicts', name: 'comments', values: commentFields },
		{ displayName: 'Documents: Edits Without Review', name: 'pages', values: pageFields },
		{ displayName: 'Own Rule', name: 'own', values: ownFields },
	],
};
