import { escapeHtml, linkFor } from '../explanation/escape.js';
import type { Language } from '../judgement/judgement.js';
import type { Directory } from '../people/directory.js';
import { evidenceForReader, readableTime } from '../task/assessmentTask.js';
import type { LightDay, Objection, RedLight } from './light.js';
import { isDisputed } from './objection.js';
import { viewedAs, type LightNoteRow, type ViewedAs } from './response.js';
import { factorText, PAGE_WORDS, type PageWords } from './lightsPageWords.js';

/** Addresses of the forms, without the key of the light: it is added. Empty: no link is shown. */
export interface LightForms {
	readonly note: string;
	readonly objection: string;
	readonly decision: string;
}

export interface LightsPageSettings {
	readonly language: Language;
	readonly forms: LightForms;
	/** How many records each light lists, the newest. Default 20. */
	readonly evidenceShown?: number;
}

const STYLE = `<style>
body{display:block;margin:0;background:#f6f7f9;color:#1d2733;font:16px/1.5 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
.pt{max-width:860px;margin:0 auto;padding:24px 16px 48px}
.pt h1{font-size:24px;margin:0 0 4px}.pt h2{font-size:18px;margin:32px 0 8px}.pt h3{font-size:17px;margin:0 0 8px}.pt h4{font-size:14px;margin:16px 0 4px;color:#4a5668}
.pt p{margin:4px 0 8px}.pt ul{margin:0;padding-left:20px}.pt .quiet{color:#4a5668;font-size:14px}
.pt article{background:#fff;border:1px solid #dbdfe7;border-radius:8px;padding:16px;margin:12px 0;overflow-wrap:anywhere}
.pt .chip{display:inline-block;border-radius:12px;padding:1px 10px;font-size:13px;font-weight:600;margin-right:6px;background:#e6e9ef;color:#33415c}
.pt .red{background:#fbe3e0;color:#9c2318}.pt .yellow{background:#fdf1cf;color:#704f00}.pt .green{background:#dcf2e7;color:#0b5f3d}.pt .disputed{background:#e8e2f8;color:#4b2e9b}
.pt .scroll{overflow-x:auto}.pt table{border-collapse:collapse;font-size:14px;min-width:100%}.pt td:first-child{white-space:nowrap}.pt summary{cursor:pointer;color:#1a56a8}.pt th,.pt td{text-align:left;padding:4px 10px 4px 0;border-bottom:1px solid #e6e9ef;vertical-align:top}
.pt blockquote{margin:4px 0;padding:4px 12px;border-left:3px solid #b9c1cf}.pt a{color:#1a56a8}.pt .forms a{display:inline-block;margin:12px 8px 0 0;padding:8px 14px;border:1px solid #1a56a8;border-radius:6px;text-decoration:none}
</style>`;

/**
 * The lights of a person as one HTML page: those about the person, and those that the person is asked to help with. Nothing is loaded from
 * outside, no script runs, and data never become markup. Which lights may be shown has to be asked before (`core/visibility`);
 * lights about no person are not listed.
 *
 * @param viewer id of the person who looks
 */
export function renderLightsPage(lights: readonly RedLight[], notes: readonly LightNoteRow[], viewer: string, directory: Directory, { language, forms, evidenceShown = 20 }: LightsPageSettings): string {
	const words = PAGE_WORDS[language];
	const seen = lights.map((light) => ({ light, as: viewedAs(light, viewer, directory) }));
	const card = ({ light, as }: { readonly light: RedLight; readonly as: ViewedAs | null }): string => cardOf(light, as, notes.filter(({ about }) => about === light.key), directory, language, forms, evidenceShown);
	const section = (title: string, none: string, chosen: typeof seen): string => `<h2>${escapeHtml(title)}</h2>${chosen.length === 0 ? `<p class="quiet">${escapeHtml(none)}</p>` : newestFirst(chosen).map(card).join('')}`;
	const own = seen.filter(({ as }) => as === 'person');
	const helped = seen.filter(({ as }) => as !== null && as !== 'person' && as !== 'anyone');
	const name = directory.byId(viewer)?.name ?? '';
	return `${STYLE}<main class="pt" lang="${language}"><h1>${escapeHtml(words.title)}</h1><p class="quiet">${escapeHtml(words.intro(name))}</p>${section(words.own, words.noOwn, own)}${section(words.helped, words.noHelped, helped)}</main>`;
}

function newestFirst<Seen extends { readonly light: RedLight }>(seen: readonly Seen[]): readonly Seen[] {
	const day = ({ light }: Seen): string => light.value.lastDay ?? light.asOf.slice(0, 10);
	return [...seen].sort((a, b) => (day(a) === day(b) ? (a.light.key < b.light.key ? -1 : 1) : day(a) < day(b) ? 1 : -1));
}

function cardOf(light: RedLight, as: ViewedAs | null, notes: readonly LightNoteRow[], directory: Directory, language: Language, forms: LightForms, evidenceShown: number): string {
	const words = PAGE_WORDS[language];
	const { value, rule, objection } = light;
	const named = rule.parameters['name'];
	const ruleName = isBilingual(named) ? named[language] : rule.id;
	const restated = objection?.state === 'upheld';
	const chips = [
		chip(restated ? '' : value.state === 'out' ? 'green' : value.light, restated ? words.restated : value.state === 'out' ? words.out : words.colours[value.light]),
		...(value.grey === null ? [] : [chip('', words.grey[value.grey])]),
		...(isDisputed(objection) ? [chip('disputed', words.disputed)] : []),
	];
	const parts = [
		`<h3>${escapeHtml(as === 'person' ? ruleName : `${value.subjectName} · ${ruleName}`)}</h3>`,
		`<p>${chips.join('')}</p>`,
		`<p>${escapeHtml(light.explanation[language])}</p>`,
		daysTable(value.days, words),
		...value.sentences.map(({ sentence, document }) => `<blockquote>${escapeHtml(sentence)}${document === null ? '' : ` <span class="quiet">(${escapeHtml(document)})</span>`}</blockquote>`),
		evidenceOf(light, evidenceShown, words),
		notesOf(notes.filter(({ kind }) => kind === 'context'), language),
		objectionOf(light, notes, directory, words),
		decisionOf(light, directory, words),
		`<p class="quiet">${escapeHtml(words.judged(rule.id, rule.version, readableTime(light.asOf)))}</p>`,
		formsOf(light, as, forms, words),
	];
	return `<article>${parts.join('')}</article>`;
}

/** Records that anybody sees at once; the others unfold. */
const RECORDS_AT_ONCE = 5;

function evidenceOf({ evidence, value }: RedLight, evidenceShown: number, words: PageWords): string {
	const records = evidence.slice(-evidenceShown).map(evidenceForReader);
	if (records.length === 0) return '';
	const list = (some: typeof records): string => `<ul>${some.map(({ label, url, time }) => `<li>${linked(label, url)}${time === null ? '' : ` <span class="quiet">${escapeHtml(time)}</span>`}</li>`).join('')}</ul>`;
	const folded = records.slice(RECORDS_AT_ONCE);
	const left = value.evidenceCount - records.length;
	return `<h4>${escapeHtml(words.evidence)}</h4>${list(records.slice(0, RECORDS_AT_ONCE))}${folded.length === 0 ? '' : `<details><summary>${escapeHtml(words.more(folded.length))}</summary>${list(folded)}</details>`}${left > 0 ? `<p class="quiet">${escapeHtml(words.notListed(left))}</p>` : ''}`;
}

/** The days with what each has: numbers of pull requests, modules, or the figure of a rule of one's own. */
function daysTable(days: readonly LightDay[], words: PageWords): string {
	if (days.length === 0) return '';
	const code = days.some(({ decided, modules }) => decided !== undefined || modules !== undefined);
	const head = code ? [words.day, words.failed, words.rate, words.modules, words.holds] : [words.day, words.figure, words.holds];
	const rows = days.map((day) => {
		const holds = day.holds ? words.yes : words.no;
		const cells = code
			? [day.date, `${day.failed ?? 0} / ${day.decided ?? 0}`, day.failureRate ?? '–', (day.modules ?? []).slice(0, 3).map(({ repository, module, commits }) => `${repository} ${module}: ${commits}`).join(words.semicolon), holds]
			: [day.date, day.figure === null || day.figure === undefined ? '–' : String(day.figure), holds];
		return `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`;
	});
	return `<div class="scroll"><table><thead><tr>${head.map((cell) => `<th>${escapeHtml(cell)}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function notesOf(notes: readonly LightNoteRow[], language: Language): string {
	if (notes.length === 0) return '';
	return `<h4>${escapeHtml(PAGE_WORDS[language].notes)}</h4>${notes.map(({ factor, text, by, at }) => `<blockquote>${escapeHtml(text)}<br><span class="quiet">${escapeHtml([factorText(factor, language), by, readableTime(at)].join(' · '))}</span></blockquote>`).join('')}`;
}

function objectionOf({ objection }: RedLight, notes: readonly LightNoteRow[], directory: Directory, words: PageWords): string {
	if (objection === null) return '';
	const steps = notes.filter(({ kind, step }) => kind === 'objection' && step !== 'file').map(({ text, by, at, step }) => `<li>${escapeHtml([Object.hasOwn(words.steps, step) ? words.steps[step] : step, by, readableTime(at)].join(' · '))}${text === '' ? '' : `<br>${escapeHtml(text)}`}</li>`);
	return `<h4>${escapeHtml(words.objection)}</h4><p><strong>${escapeHtml(words.states[objection.state])}</strong> <span class="quiet">${escapeHtml(whenOf(objection, directory, words))}</span></p><blockquote>${escapeHtml(objection.reason)}</blockquote>${steps.length === 0 ? '' : `<ul>${steps.join('')}</ul>`}`;
}

function whenOf({ state, filedAt, deadline, deadlineProvisional, decidedBy, decidedAt }: Objection, directory: Directory, words: PageWords): string {
	const filed = words.filedAt(readableTime(filedAt));
	if (state !== 'filed' && state !== 'underReview') return [filed, words.decidedBy(nameOf(decidedBy, directory), decidedAt === null ? '' : readableTime(decidedAt))].join(words.semicolon);
	return [filed, ...(deadline === null ? [] : [words.answerBy(deadline, deadlineProvisional)])].join(words.semicolon);
}

function decisionOf({ humanDecision }: RedLight, directory: Directory, words: PageWords): string {
	if (humanDecision === null) return `<p class="quiet">${escapeHtml(words.undecided)}</p>`;
	const { by, at, decision, reason } = humanDecision;
	return `<h4>${escapeHtml(words.decision)}</h4><p><strong>${escapeHtml(Object.hasOwn(words.decisions, decision) ? (words.decisions[decision] ?? decision) : decision)}</strong> <span class="quiet">${escapeHtml(words.decidedBy(nameOf(by, directory), readableTime(at)))}</span></p><blockquote>${escapeHtml(reason)}</blockquote>`;
}

function formsOf({ key, objection }: RedLight, as: ViewedAs | null, forms: LightForms, words: PageWords): string {
	const open = isDisputed(objection);
	const links = [
		[forms.note, words.writeNote],
		...(as === 'person' ? [[forms.objection, open ? words.withdraw : words.object]] : objection?.state === 'upheld' ? [] : [[forms.decision, open ? words.answer : words.decide]]),
	].filter(([address]) => address !== '');
	return links.length === 0 ? '' : `<p class="forms">${links.map(([address = '', label = '']) => linkFor('html', label, `${address}${address.includes('?') ? '&' : '?'}light=${encodeURIComponent(key)}`)).join('')}</p>`;
}

function nameOf(id: string | null, directory: Directory): string {
	return id === null ? '–' : (directory.byId(id)?.name ?? id);
}

function linked(label: string, url: string | null): string {
	return url === null ? escapeHtml(label) : linkFor('html', label, url);
}

function chip(colour: string, text: string): string {
	return `<span class="chip${colour === '' ? '' : ` ${colour}`}">${escapeHtml(text)}</span>`;
}

function isBilingual(value: unknown): value is Readonly<Record<Language, string>> {
	return typeof value === 'object' && value !== null && 'en' in value && typeof value.en === 'string' && 'zh-CN' in value && typeof value['zh-CN'] === 'string';
}
