import type { Context, PageContent } from '../context.js';
import { detailsOf, textOf, type Evidence, type FigureDetails, type FigureRow } from '../figure.js';
import { fullName, unitName } from '../group.js';
import { html, NOTHING, type Content, type Html } from '../html.js';
import { changeText, fractionText, quantity, resultWord, valueText, type MetricDefinition } from '../metric.js';
import { facts, figureSheet, lightOf, notFound, section, table } from '../parts.js';
import { personShown, trailOf } from './group.js';
import { partsOf } from './metric.js';

/** One figure: the sentence, the rule with its parameters, how it came about, and every record it rests on. */
export function figurePage(context: Context): PageContent {
	const { request, say, language, to } = context;
	const figure = context.figures.find(({ figureKey }) => figureKey === request.figure);
	const definition = figure === undefined ? null : context.definition(figure.metric);
	if (figure === undefined || definition === null || (figure.unit.level === 'person' && !personShown(context, figure))) return notFound(context);
	const details = detailsOf(figure);
	const group = unitName(figure.unit, language, context.personNames);
	const trail = [...trailOf(context, figure.unit), ...(figure.unit.level === 'company' ? [[definition.name[language], to({ view: 'metric', metric: definition.id })] as const] : [[group, to({ view: 'group', group: figure.unit.key })] as const])];
	const body = html`<div class="headline ${figure.light}"><p class="figure"><span class="value">${valueText(figure, definition, language)}</span> ${lightOf(context, figure)}</p><p class="lead">${figure.explanation[language]}</p></div>
${section('why', say('why'), whyOf(context, figure, details, definition))}
${partsOf(context, figure, definition)}
${section('evidence', say('evidence'), evidenceOf(context, figure, details, definition))}
${revisionsOf(context, figure, definition)}`;
	const own = figureSheet(context, [figure]);
	const seen = details.evidence.map((one) => ({ ...one, actor: actorText(context, one, definition, figure.unit.level) }));
	return {
		title: `${definition.name[language]} · ${fullName(figure.unit, language)} · ${figure.period}`,
		trail,
		body,
		sheet: { columns: ['time', 'source', 'record', 'by', 'url'], rows: seen.map(({ time, source, id, actor, url }) => [time, source, id, actor, url]) },
		whole: { ...Object.fromEntries(own.columns.map((column, index) => [column, own.rows[0]?.[index] ?? null])), rule: details.rule, coverage: details.coverage, evidence: seen, evidenceTotal: details.evidenceTotal },
	};
}

function whyOf(context: Context, figure: FigureRow, details: FigureDetails, definition: MetricDefinition): Html {
	const { say, language, to } = context;
	const { rule, interval, previous, baseline, coverage } = details;
	const text = (value: number): string => quantity(value, definition.unit, language);
	const together = (value: string, more: string): string => say('bracketed', { value, more });
	const pairs: Array<readonly [string, Content]> = [
		[say('metric'), html`<a href="${to({ view: 'metric', metric: definition.id })}">${definition.name[language]}</a>`],
		[say('group'), html`<a href="${to({ view: 'group', group: figure.unit.key })}">${fullName(figure.unit, language)}</a>`],
		[say('period'), figure.periodStart === '' ? figure.period : together(figure.period, `${figure.periodStart} – ${figure.periodEnd}`)],
		[say('formula'), definition.formula[language]],
	];
	const fraction = fractionText(figure, definition, language);
	if (fraction !== '') pairs.push([say('value'), `${valueText(figure, definition, language)} = ${fraction}`]);
	if (interval !== null) pairs.push([say('interval'), `${text(interval.low)} – ${text(interval.high)}`]);
	if (previous !== null) pairs.push([say('previous'), say('named', { name: previous.period, value: previous.change === null ? text(previous.value) : together(text(previous.value), changeText(previous.change, previous.points, language)) })]);
	if (baseline !== null) pairs.push([say('baseline'), baseline.worse === null ? text(baseline.value) : together(text(baseline.value), say(baseline.worse ? 'worse' : 'notWorse'))]);
	if (coverage !== null && coverage.total > 0) pairs.push([say('coverage'), say('counted', { counted: coverage.counted, total: coverage.total })]);
	if (rule !== null) pairs.push([say('rule'), `${rule.id} ${rule.version}`], [say('parameters'), html`<ul class="plain">${Object.entries(rule.parameters).map(([name, value]) => html`<li><code>${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}</code></li>`)}</ul>`]);
	pairs.push([say('asOf'), context.moment(figure.asOf)], [say('key'), html`<code>${figure.figureKey}</code>`]);
	return facts(pairs);
}

/**
 * Whoever caused the record, on a page about a person who may be seen. A list of a whole unit names nobody: where all others are named,
 * the rows without a name would be those of the one who is hidden.
 */
function actorText({ visibility, language, personNames, say }: Context, { actor }: Evidence, definition: MetricDefinition, level: string): string {
	if (actor === '') return '';
	if (level !== 'person') return say('notNamed');
	for (const kind of definition.rows) {
		const refusal = visibility.inRecord(actor, kind);
		if (refusal !== null) return refusal[language];
	}
	return personNames.get(actor) ?? actor;
}

function evidenceOf(context: Context, figure: FigureRow, { evidence, evidenceTotal }: FigureDetails, definition: MetricDefinition): Content {
	const { say, to } = context;
	if (evidence.length === 0) return html`<p>${say('noEvidence')}</p>`;
	const rows = evidence.map((one) => {
		const href = to({ view: 'record', source: one.source, record: one.id, metric: definition.id, figure: figure.figureKey });
		return [{ content: html`<a href="${href}">${one.id}</a>`, kind: 'head' }, { content: context.moment(one.time) }, { content: one.source }, { content: actorText(context, one, definition, figure.unit.level) }] as const;
	});
	return [html`<p class="quiet">${say('evidenceShown', { shown: evidence.length, total: evidenceTotal })}</p>`, table(say('evidence'), [say('record'), say('time'), say('source'), say('by')], rows)];
}

/** Every revision, the newest first, with why it differs: nothing is overwritten. */
function revisionsOf(context: Context, figure: FigureRow, definition: MetricDefinition): Html {
	const { revisions, say, language } = context;
	const all = revisions.filter(({ figureKey }) => figureKey === figure.figureKey).sort((a, b) => b.revision - a.revision);
	if (figure.revision === 0 && all.length < 2) return NOTHING;
	const reasons = { lateEvidence: say('lateEvidence'), changedEvidence: say('changedEvidence'), changedRule: say('changedRule') } as const;
	// Of a figure that is now one of a small group no revision is shown: it would tell what is hidden.
	const shown = all.map((one): FigureRow => (figure.result === 'suppressed' ? { ...one, result: 'suppressed', value: null, light: 'none' } : one));
	const rows = shown.map((one) => {
		const reason = textOf(detailsOf(one).restatement?.reason);
		return [{ content: one.revision, kind: 'head' }, { content: one.value === null ? resultWord(one.result, language) : quantity(one.value, definition.unit, language), kind: 'num' }, { content: lightOf(context, one) }, { content: context.moment(one.asOf) }, { content: Object.hasOwn(reasons, reason) ? reasons[reason as keyof typeof reasons] : reason }] as const;
	});
	return section('revisions', say('revisions'), table(say('revisions'), [say('revision'), { content: say('value'), kind: 'num' }, say('light'), say('asOf'), say('reason')], rows));
}
