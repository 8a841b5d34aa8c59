import { parseMoment } from '../../time/moment.js';
import { formatInstant, UTC } from '../../time/zone.js';
import { headerOf, unusable, vendorMessage, type VendorWords } from '../../pull/answer.js';
import { EDC_EVENT_TYPES, type EdcEvent, type EdcSink } from '../evidence.js';
import { readOdmAnswer } from '../odmAnswer.js';
import type { EdcPull, EdcPullScope, EdcPullSettings, EdcRequest, EdcTrouble, JsonObject } from '../pull.js';
import { createTrackedPull, type AnswerHandler, type VendorRun } from '../../pull/run.js';

export const RAVE_WORDS: VendorWords = {
	title: 'Medidata Rave',
	authenticationRemedy: 'Check user and password of the Rave account; passwords of web-service accounts expire too.',
	permissionRemedy: 'Ask the Rave administrator to assign the account to the study and environment with a role that may use Web Services and see audit records.',
	notFoundRemedy: 'Check the study: it is written Project(Environment), such as Mediflex(Prod), and the base address ends with /RaveWebServices.',
	rateLimitRemedy: 'The next run goes on from the same place; poll less often.',
};

/** The cheapest call that needs the account. */
export const RAVE_STUDIES: EdcRequest = { method: 'GET', path: '/studies', accept: 'xml', purpose: 'Rave studies', context: { step: 'studies' } };

const AUDITS_PER_PAGE = 1000;
/** Read again in the mode without audit ids: clocks of servers drift. */
const OVERLAP_MILLISECONDS = 5 * 60_000;

/**
 * Reads a Rave study: subjects, the design when its version is new, then either the audit records from the cursor on
 * (each has an ascending id, so one number is the whole cursor) or the Clinical Views. Source: vendor reference 1.2.
 */
export function createRavePull(settings: EdcPullSettings): EdcPull {
	const study = encodeSegment(settings.study);
	const byAudit = settings.options?.raveRead !== 'datasets';
	let startId = 1;
	let startTime: string | null = null;
	let newest: number | null = null;
	let designVersion: string | null = null;
	let nextDesignVersion: string | null = null;
	let scoped = false;
	const told = new Set<string>();

	const auditCall = (from: number): EdcRequest => ({
		method: 'GET',
		path: '/datasets/ClinicalAuditRecords.odm',
		query: {
			studyoid: settings.study,
			startid: String(from),
			per_page: String(settings.pageSize ?? AUDITS_PER_PAGE),
			unicode: 'true',
			...(settings.options?.raveAuditMode === undefined ? {} : { mode: settings.options.raveAuditMode }),
		},
		accept: 'xml',
		purpose: `Rave audit records from ${from}`,
		context: { step: 'audit', startId: from },
	});
	const subjectsCall: EdcRequest = {
		method: 'GET',
		path: `/studies/${study}/subjects`,
		query: { status: 'all', include: 'inactiveAndDeleted' },
		accept: 'xml',
		purpose: 'Rave subjects',
		context: { step: 'subjects' },
	};
	const project = encodeSegment(settings.study.replace(/\([^()]*\)$/, ''));
	const versionsCall: EdcRequest = {
		method: 'GET',
		path: `/metadata/studies/${project}/versions`,
		accept: 'xml',
		purpose: 'Rave versions of the study design',
		context: { step: 'versions' },
	};
	const designCall = (version: string): EdcRequest => ({
		method: 'GET',
		path: `/metadata/studies/${project}/versions/${encodeSegment(version)}`,
		accept: 'xml',
		purpose: `Rave study design, version ${version}`,
		context: { step: 'design', version },
	});
	const datasetCalls = (scope: EdcPullScope | null): EdcRequest[] => {
		const call = (path: string, of: string): EdcRequest => ({
			method: 'GET',
			path,
			...(startTime === null || scope !== null ? {} : { query: { start: startTime } }),
			accept: 'xml',
			purpose: `Rave clinical views${of}`,
			context: { step: 'dataset' },
		});
		if (scope === null) return [call(`/studies/${study}/datasets/regular`, startTime === null ? '' : ` since ${startTime}`)];
		return scope.subjects.map((subject) => call(`/studies/${study}/subjects/${encodeSegment(subject)}/datasets/regular`, ` of subject ${subject}`));
	};

	const remember = (event: EdcEvent): boolean => {
		// The document's own time is the server's clock and not that of a record.
		const instant = event.type === EDC_EVENT_TYPES.documentRead ? null : (parseMoment(event.time, UTC)?.earliest ?? null);
		if (instant !== null && (newest === null || instant > newest)) newest = instant;
		return true;
	};
	const handler = (request: EdcRequest, sink: EdcSink): AnswerHandler => {
		const odm = { settings, words: RAVE_WORDS, request, sink, told };
		switch (request.context['step']) {
			case 'versions':
				return readVersions(request, (version) => {
					if (version === null || version === designVersion) return [];
					return [designCall(version)];
				});
			case 'design':
				return guardReason(request, {
					...odm,
					end: () => {
						nextDesignVersion = textOf(request.context, 'version');
						return [];
					},
				});
			case 'audit': {
				const audits = watchAuditIds();
				return guardReason(request, {
					...odm,
					watch: audits.watch,
					end: (head) => {
						const from = numberOf(request.context, 'startId') ?? 1;
						const next = nextStartId(headerOf(head, 'link'));
						if (next === null) {
							startId = Math.max(startId, from, (audits.highest() ?? 0) + 1);
							return [];
						}
						if (next <= from) {
							throw unusable(request, RAVE_WORDS, `the next page starts at ${next}, which is not after ${from}.`, 'Report it to the vendor; the cursor stays where it is.');
						}
						startId = Math.max(startId, next);
						return [auditCall(next)];
					},
				});
			}
			case 'dataset':
				return guardReason(request, { ...odm, keep: scoped ? notTheWholeStudy : remember });
			default:
				return guardReason(request, odm);
		}
	};

	const run: VendorRun<EdcEvent, EdcPullScope> = {
		words: RAVE_WORDS,
		start(cursor, _now, scope) {
			startId = numberOf(cursor ?? {}, 'startId') ?? 1;
			startTime = textOf(cursor ?? {}, 'start');
			designVersion = textOf(cursor ?? {}, 'design');
			nextDesignVersion = designVersion;
			scoped = scope !== null;
			if (byAudit) return [...(scoped ? [] : [versionsCall]), subjectsCall, auditCall(startId)];
			return [...(scoped ? [] : [versionsCall, subjectsCall]), ...datasetCalls(scope)];
		},
		handler,
		recover(request, trouble, sink) {
			const step = request.context['step'];
			if ((step === 'versions' || step === 'design') && (trouble.kind === 'permission' || trouble.kind === 'notFound')) {
				sink.finding({
					where: request.purpose,
					value: trouble.message,
					expected: `the study design; without it no expected forms and required items are known. ${trouble.remedy}`,
					severity: 'warning',
				});
				return [];
			}
			return null;
		},
		drained: () => [],
		cursor(complete) {
			if (scoped) return null;
			const design = nextDesignVersion === null ? {} : { design: nextDesignVersion };
			if (byAudit) return { startId, ...design };
			if (!complete) return null;
			const start = newest === null ? startTime : formatInstant(newest - OVERLAP_MILLISECONDS).replace(/(?:\.\d+)?Z$/, '');
			return { ...(start === null ? {} : { start }), ...design };
		},
	};
	return createTrackedPull({ vendor: 'rave', study: settings.study }, run);
}

/** One subject's answer is no statement about the others. */
function notTheWholeStudy(event: EdcEvent): boolean {
	return event.type !== EDC_EVENT_TYPES.documentRead;
}

/** Rave says what went wrong in an XML of its own, or in an attribute of an empty ODM, at times with status 200. */
function guardReason(request: EdcRequest, odm: Parameters<typeof readOdmAnswer>[0]): AnswerHandler {
	let decided = false;
	const inner = readOdmAnswer(odm);
	if (inner.kind !== 'xml') return inner;
	return {
		kind: 'xml',
		write(chunk) {
			if (!decided) {
				decided = true;
				const trouble = reasonIn(chunk, request);
				if (trouble) throw unusable(request, RAVE_WORDS, trouble.message, trouble.remedy);
			}
			inner.write(chunk);
		},
		end: (head) => inner.end(head),
	};
}

function reasonIn(start: string, request: EdcRequest): Pick<EdcTrouble, 'message' | 'remedy'> | null {
	const root = /<(?:[\w.-]+:)?(Response|ODM)\b([^>]{0,4000})>/.exec(start.slice(0, 8000));
	if (!root) return null;
	const failed = root[1] === 'Response' ? /IsTransactionSuccessful\s*=\s*"0"/.test(root[2] ?? '') : /\bErrorDescription\s*=\s*"[^"]+"/.test(root[2] ?? '');
	return failed ? { message: vendorMessage(root[0]) ?? `no ${request.purpose}.`, remedy: RAVE_WORDS.notFoundRemedy } : null;
}

/** Reads only the newest version's OID: Rave numbers them in ascending order. */
function readVersions(request: EdcRequest, take: (version: string | null) => readonly EdcRequest[]): AnswerHandler {
	let text = '';
	return {
		kind: 'xml',
		write(chunk) {
			text += chunk;
		},
		end() {
			const reason = reasonIn(text, request);
			if (reason) throw unusable(request, RAVE_WORDS, reason.message, reason.remedy);
			let newest: string | null = null;
			for (const match of text.matchAll(/<MetaDataVersion\b[^>]{0,1000}?\bOID\s*=\s*"(\d{1,12})"/g)) {
				if (newest === null || Number(match[1]) > Number(newest)) newest = match[1] ?? null;
			}
			return take(newest);
		},
	};
}

/** The highest audit id in a page, which Rave writes as SourceID. */
function watchAuditIds(): { watch(chunk: string): void; highest(): number | null } {
	let carried = '';
	let highest: number | null = null;
	return {
		watch(chunk) {
			const text = carried + chunk;
			for (const match of text.matchAll(/<SourceID>\s{0,20}(\d{1,15})\s{0,20}<\/SourceID>/g)) {
				const id = Number(match[1]);
				if (highest === null || id > highest) highest = id;
			}
			carried = text.slice(-80);
		},
		highest: () => highest,
	};
}

/** `startid` of the link to the next page. Only the number is taken: the address may name a host that is not the credential's. */
export function nextStartId(link: string | null): number | null {
	if (link === null) return null;
	for (const part of link.split(/,\s*(?=<)/)) {
		const match = /^\s*<([^>]*)>\s*;(.*)$/.exec(part);
		if (!match || !/\brel\s*=\s*"?next"?(?:\s|;|$)/i.test(match[2] ?? '')) continue;
		const id = /[?&]startid=(\d{1,15})(?:&|$)/i.exec((match[1] ?? '').replaceAll('&amp;', '&'));
		return id ? Number(id[1]) : null;
	}
	return null;
}

/** Percent-encodes a path segment; parentheses too, which stand in every Rave study OID. */
function encodeSegment(text: string): string {
	return encodeURIComponent(text).replace(/[()!'*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function numberOf(context: JsonObject, name: string): number | null {
	const value = context[name];
	return typeof value === 'number' ? value : null;
}

function textOf(context: JsonObject, name: string): string | null {
	const value = context[name];
	return typeof value === 'string' ? value : null;
}
