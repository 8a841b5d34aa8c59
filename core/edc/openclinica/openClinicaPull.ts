import { unusable, type VendorWords } from '../../pull/answer.js';
import { EDC_EVENT_TYPES, type EdcEvent, type EdcSink } from '../evidence.js';
import { readOdmAnswer } from '../odmAnswer.js';
import type { EdcPull, EdcPullScope, EdcPullSettings, EdcRequest, JsonObject } from '../pull.js';
import { asObject, createTrackedPull, type AnswerHandler, type VendorRun } from '../../pull/run.js';
import { xmlOfConvertedJson } from './convertedJson.js';
import { SubjectFingerprints } from './subjectFingerprints.js';

export const OPENCLINICA4_WORDS: VendorWords = {
	title: 'OpenClinica 4',
	authenticationRemedy: 'Check user and password. A token lasts 4 hours and at most two may be fetched a minute: keep it and fetch a new one when it ends.',
	permissionRemedy: 'Give the account a role in this study that may export data.',
	notFoundRemedy: 'Check the study OID (it begins with S_) and the base address https://<name>.openclinica.io.',
	rateLimitRemedy: 'Tokens may be fetched twice a minute. The next run goes on from the same place.',
};

export const LIBRECLINICA_WORDS: VendorWords = {
	title: 'LibreClinica',
	authenticationRemedy: 'Check the API key of the user (it is given in place of the user name, the password stays empty), or log in again where a session is used.',
	permissionRemedy: 'Give the user a role in this study or site that may export data ("NoAccessRight" means it has none).',
	notFoundRemedy: 'Check the study OID (it begins with S_) and that the base address ends with the context, such as /libreclinica.',
	rateLimitRemedy: 'The next run goes on from the same place; poll less often.',
};

/** How one of the two servers is asked. */
interface OpenClinicaDialect {
	readonly vendor: 'openClinica4' | 'libreClinica';
	readonly words: VendorWords;
	readonly accept: 'xml' | 'json';
	/** Clinical data of one subject, or of all (`*`). */
	data(study: string, subject: string, history: boolean): { readonly path: string; readonly query: Readonly<Record<string, string>> };
	/** Where the design is asked for by itself; null: it comes with the data, or not at all. */
	readonly designPath: ((study: string) => string) | null;
	readonly designMissing: boolean;
}

export function createOpenClinica4Pull(settings: EdcPullSettings): EdcPull {
	return createOpenClinicaPull(settings, {
		vendor: 'openClinica4',
		words: OPENCLINICA4_WORDS,
		accept: 'xml',
		data: (study, subject, history) => ({
			path: `/OpenClinica/pages/auth/api/clinicaldata/${encodeURIComponent(study)}/${subject}/*/*`,
			query: { includeAudits: yes(history), includeDNs: 'y', includeMetadata: yes(!history), showArchived: 'n' },
		}),
		designPath: null,
		designMissing: false,
	});
}

export function createLibreClinicaPull(settings: EdcPullSettings): EdcPull {
	const session = settings.options?.libreClinicaAccess === 'session';
	return createOpenClinicaPull(settings, {
		vendor: 'libreClinica',
		words: LIBRECLINICA_WORDS,
		accept: session ? 'xml' : 'json',
		data: (study, subject, history) => ({
			path: `${session ? '/rest/clinicaldata/xml' : '/pages/auth/api/v1/clinicaldata/json'}/view/${encodeURIComponent(study)}/${subject}/*/*`,
			query: { includeAudits: yes(history), includeDNs: 'y' },
		}),
		designPath: session ? (study) => `/rest/metadata/xml/view/${encodeURIComponent(study)}` : null,
		designMissing: !session,
	});
}

function yes(value: boolean): string {
	return value ? 'y' : 'n';
}

/**
 * Reads a study in two steps, because neither server can be asked for changes: the whole study without history, of which only a
 * fingerprint per subject is taken, then with history the subjects whose fingerprint is new. Source: vendor reference 1.3.
 */
function createOpenClinicaPull(settings: EdcPullSettings, dialect: OpenClinicaDialect): EdcPull {
	const { words, vendor } = dialect;
	let known = new Map<string, string>();
	let wanted: ReadonlyMap<string, string> = new Map();
	let scoped = false;
	let first = true;
	const listed = new Set<string>();
	const told = new Set<string>();

	const listCall = (): EdcRequest => ({
		method: 'GET',
		...dialect.data(settings.study, '*', false),
		accept: dialect.accept,
		purpose: `${words.title} study ${settings.study}`,
		context: { step: 'list' },
	});
	const designCalls = (): EdcRequest[] =>
		dialect.designPath === null
			? []
			: [{ method: 'GET', path: dialect.designPath(settings.study), accept: 'xml', purpose: `${words.title} study design`, context: { step: 'design' } }];
	const subjectCall = (subject: string): EdcRequest => ({
		method: 'GET',
		...dialect.data(settings.study, encodeURIComponent(subject), true),
		accept: dialect.accept,
		purpose: `${words.title} subject ${subject}`,
		context: { step: 'subject', subject },
	});

	const takeList = (fingerprints: SubjectFingerprints): readonly EdcRequest[] => {
		wanted = fingerprints.digests();
		for (const subject of wanted.keys()) listed.add(subject);
		return [...wanted].filter(([subject, digest]) => known.get(subject) !== digest).map(([subject]) => subjectCall(subject));
	};
	const xmlHandler = (request: EdcRequest, sink: EdcSink): AnswerHandler & { readonly kind: 'xml' } => {
		const odm = { settings, words, request, sink, told };
		const list = request.context['step'] === 'list';
		const fingerprints = new SubjectFingerprints();
		const handler = list
			? readOdmAnswer({
					...odm,
					watch: (chunk) => fingerprints.write(chunk),
					// The facts about subjects come with their history, subject by subject.
					keep: ({ type }) => type === EDC_EVENT_TYPES.documentRead || type === EDC_EVENT_TYPES.studyDescribed || type === EDC_EVENT_TYPES.studyLocked,
					end: () => takeList(fingerprints),
				})
			: readOdmAnswer({ ...odm, keep: aboutSubjects, end: () => noteRead(request) });
		if (handler.kind !== 'xml') throw new TypeError('ODM is read as it arrives.');
		return handler;
	};
	const noteRead = (request: EdcRequest): readonly EdcRequest[] => {
		const subject = request.context['subject'];
		const digest = typeof subject === 'string' ? wanted.get(subject) : undefined;
		if (typeof subject === 'string' && digest !== undefined) known.set(subject, digest);
		return [];
	};

	const run: VendorRun<EdcEvent, EdcPullScope> = {
		words,
		start(cursor, _now, scope) {
			first = cursor === null;
			scoped = scope !== null;
			known = new Map(fingerprintsOf(cursor));
			if (scope !== null) return scope.subjects.map(subjectCall);
			return [...designCalls(), listCall()];
		},
		handler(request, sink) {
			const handler = xmlHandler(request, sink);
			if (request.accept === 'xml') return handler;
			return {
				kind: 'json',
				take(value, head) {
					const xml = xmlOfConvertedJson(value);
					if (xml === null) throw unusable(request, words, 'the answer holds no ODM.', words.permissionRemedy);
					handler.write(xml);
					return handler.end(head);
				},
			};
		},
		recover(request, trouble, sink) {
			if (request.context['step'] !== 'design' || (trouble.kind !== 'permission' && trouble.kind !== 'notFound')) return null;
			tellDesignMissing(sink, trouble.message);
			return [];
		},
		drained(sink) {
			if (dialect.designMissing && first && !scoped) tellDesignMissing(sink, null);
			return [];
		},
		cursor(complete) {
			if (scoped) return null;
			// Subjects that are gone must not stay: the same number may come back.
			const subjects = [...known].filter(([subject]) => !complete || listed.has(subject)).sort(([a], [b]) => (a < b ? -1 : 1));
			return { subjects: Object.fromEntries(subjects) };
		},
	};

	function tellDesignMissing(sink: EdcSink, value: string | null): void {
		sink.finding({
			where: `${words.title} study design`,
			value,
			expected: 'the study design; without it expected forms and required items are not known. Read it with a session login, or upload the metadata as an ODM file',
			severity: 'warning',
		});
	}

	return createTrackedPull({ vendor, study: settings.study }, run);
}

/** The answer about one subject is no statement about the others, nor about the design, which was read with the study. */
function aboutSubjects(event: EdcEvent): boolean {
	return event.type !== EDC_EVENT_TYPES.documentRead && event.type !== EDC_EVENT_TYPES.studyDescribed;
}

function fingerprintsOf(cursor: JsonObject | null): Array<[string, string]> {
	const subjects = asObject(cursor?.['subjects']);
	return subjects === null ? [] : Object.entries(subjects).flatMap(([subject, digest]) => (typeof digest === 'string' ? [[subject, digest] as [string, string]] : []));
}
