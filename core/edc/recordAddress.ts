/*
 * Where a person opens a record in the EDC: an address with placeholders, one for each source, because no interface tells it.
 * Source: spec S1 ("links into the EDC").
 */

/** What of a record an address may name; null where it is not known or the record is not inside one. */
export interface RecordPlace {
	readonly study: string;
	readonly site: string | null;
	readonly subject: string;
	readonly subjectLabel: string | null;
	readonly event: string | null;
	readonly eventRepeat: string | null;
	readonly form: string | null;
	readonly formRepeat: string | null;
}

type Placeholder = keyof RecordPlace;

const PLACEHOLDERS: readonly Placeholder[] = ['study', 'site', 'subject', 'subjectLabel', 'event', 'eventRepeat', 'form', 'formRepeat'];
const LONGEST = 2000;

/** A part in square brackets is left out where a record lacks something that it names. */
const PARTS = /\[([^[\]{}]*(?:\{[^{}[\]]*\}[^[\]{}]*)*)\]|([^[\]]+)/g;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const NAMED = /\{([^{}]*)\}/g;

/** What is wrong with an address as a person entered it, null where it can be used. */
export function recordAddressProblem(template: unknown): string | null {
	const expected = `an address such as https://edc.example.org/{study}/{subject}[/{event}/{form}] with the placeholders ${PLACEHOLDERS.map((name) => `{${name}}`).join(', ')}`;
	if (typeof template !== 'string' || template.length > LONGEST) return expected;
	if (/[[\]{}]/.test(template.replace(PARTS, (_, optional: string | undefined, plain: string | undefined) => (optional ?? plain ?? '').replace(NAMED, '')))) return `${expected}; every bracket has to be closed, and brackets do not stand inside each other`;
	for (const [, name = ''] of template.matchAll(NAMED)) if (!isPlaceholder(name)) return `${expected}; "{${name}}" is none of them`;
	const [beginning = ''] = template.split(/[[{]/);
	if (!/^https?:\/\/[^/?#\s@]+[/?#]/i.test(beginning)) return `${expected}; it begins with http:// or https:// and the name of the server, without a placeholder or a user name in it`;
	return URL.canParse(filled(template, EXAMPLE) ?? '') ? null : expected;
}

const EXAMPLE: RecordPlace = { study: 'S', site: '1', subject: '1', subjectLabel: '1', event: 'E', eventRepeat: '1', form: 'F', formRepeat: '1' };

/** Whether an address names something of a record. */
export function addressNames(template: string | undefined, name: keyof RecordPlace): boolean {
	return template?.includes(`{${name}}`) === true;
}

/**
 * The address of one record, values percent-encoded; null without a template, with one that {@link recordAddressProblem} refuses,
 * or where the record lacks something that the address needs. A missing repeat key is 1, a missing label the subject's key.
 */
export function recordAddress(template: string | undefined, place: RecordPlace): string | null {
	if (template === undefined || template === '' || recordAddressProblem(template) !== null) return null;
	return filled(template, { ...place, subjectLabel: place.subjectLabel ?? place.subject, eventRepeat: place.eventRepeat ?? '1', formRepeat: place.formRepeat ?? '1' });
}

function filled(template: string, place: RecordPlace): string | null {
	let address = '';
	for (const [, optional, plain] of template.matchAll(PARTS)) {
		const text = fillPart(optional ?? plain ?? '', place);
		if (text === null && optional === undefined) return null;
		address += text ?? '';
	}
	return address;
}

function fillPart(part: string, place: RecordPlace): string | null {
	const valueOf = (name: string): string => (isPlaceholder(name) ? (place[name] ?? '') : '');
	// Dots alone, encoded or not, are no name in a path: a browser would go up.
	if ([...part.matchAll(NAMED)].some(([, name = '']) => ['', '.', '..'].includes(valueOf(name)))) return null;
	return part.replace(NAMED, (_, name: string) => encodeURIComponent(valueOf(name).replace(LONE_SURROGATE, '\ufffd')));
}

function isPlaceholder(name: string): name is Placeholder {
	return (PLACEHOLDERS as readonly string[]).includes(name);
}

/**
 * Address of the records of a REDCap project. Its pages stand under the version of the server, which `content=version` gives.
 * A project with events opens the overview of the record: evidence names an event by its unique name and the page of a form by a number,
 * and without an event REDCap shows the form of the first one.
 *
 * @param baseUrl of the server, with or without `/api/`
 */
export function redcapRecordAddress(baseUrl: string, projectId: string, version: string, longitudinal = false): string {
	const base = baseUrl.split('?')[0]?.replace(/(?<!\/)\/+$/, '').replace(/\/api$/, '') ?? '';
	const pages = `${base}/redcap_v${version}/DataEntry`;
	const record = `pid=${encodeURIComponent(projectId)}&id={subject}`;
	return longitudinal ? `${pages}/record_home.php?${record}` : `${pages}/index.php?${record}[&page={form}&instance={formRepeat}]`;
}
