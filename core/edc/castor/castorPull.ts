import { parseMoment } from '../../time/moment.js';
import { DAY_MILLISECONDS, formatDayNumber, formatInstant, UTC } from '../../time/zone.js';
import { unusable, type VendorWords } from '../../pull/answer.js';
import { EDC_EVENT_TYPES, type EdcEvent, type EdcSink } from '../evidence.js';
import { edcFact } from '../fact.js';
import type { EdcPull, EdcPullScope, EdcPullSettings, EdcRequest, EdcTrouble, JsonObject } from '../pull.js';
import { asObject, createTrackedPull, type VendorRun } from '../../pull/run.js';
import { CastorForms, giveAuditEntry, giveParticipant, giveQuery, participantId, siteOfParticipant, type CastorContext } from './castorFacts.js';
import { firstText, readCastorPage } from './castorPages.js';
import { CastorStudy } from './castorStudy.js';
import { readCastorTime } from './castorTime.js';

export const CASTOR_WORDS: VendorWords = {
	title: 'Castor EDC',
	authenticationRemedy: 'Check client id and secret: they belong to one user, and a token lasts five hours.',
	permissionRemedy: 'Give the user who owns the API key the rights to view data, queries and the audit trail of all sites of this study.',
	notFoundRemedy: 'Check the study id and the region of the base address (data., uk., us. or au.castoredc.com).',
	rateLimitRemedy: 'Castor allows 600 requests in 10 minutes. The next run goes on from the same place; poll less often.',
};

type Row = Readonly<Record<string, unknown>>;

const ROWS_PER_PAGE = 1000;
/** Up to this many changed participants are read one by one, more are read as pages of the whole study. */
const MOST_SINGLE_READS = 50;
const OVERLAP_MILLISECONDS = 5 * 60_000;

/** Lists whose path older versions of the interface name differently: asked by the new name, on 404 by the old one. */
const OLD_NAMES: Readonly<Record<string, string>> = { site: 'institute', participant: 'record', visit: 'phase', form: 'step' };

/**
 * Reads a Castor study: structure and lists, then the data of the participants that changed since the cursor. Once a day everything
 * is read again, because page numbers shift while they are read and not every change may touch the participant's own time.
 */
export function createCastorPull(settings: EdcPullSettings): EdcPull {
	const study = new CastorStudy();
	const forms = new CastorForms();
	const siteOf = new Map<string, string | null>();
	const context: CastorContext = { study, settings, siteOf };
	const participants = new Map<string, Row>();
	const queries = new Map<string, Row>();
	const audits: Row[] = [];
	const { zone } = settings.mapping;
	const base = `/api/study/${encodeURIComponent(settings.study)}`;
	let now = '';
	let scope: readonly string[] | null = null;
	let updatedUntil: number | null = null;
	let newestUpdate: number | null = null;
	let auditDay: string | null = null;
	let full = true;
	let participantName = 'participant';
	let wanted: readonly string[] = [];
	const rowsSeen = new Map<string, number>();

	const listCall = (step: string, path: string, query: Readonly<Record<string, string>> = {}, page = 1): EdcRequest => ({
		method: 'GET',
		path: `${base}/${path}`,
		query: { ...query, page: String(page), page_size: String(settings.pageSize ?? ROWS_PER_PAGE) },
		accept: 'json',
		purpose: `Castor ${step}${page === 1 ? '' : `, page ${page}`}`,
		context: { step, path, query, page },
	});
	const structureCalls = (): EdcRequest[] => [
		{ method: 'GET', path: base, accept: 'json', purpose: 'Castor study', context: { step: 'study' } },
		listCall('sites', 'site'),
		listCall('visits', 'visit'),
		listCall('forms', 'form'),
		listCall('fields', 'field'),
		listCall('participants', 'participant'),
	];
	const dataCalls = (): EdcRequest[] => {
		wanted = wantedParticipants();
		const calls = [listCall('progress', 'record-progress/steps'), listCall('queries', 'query'), listCall('verifications', 'verification')];
		if (scope === null) calls.push(listCall('audit trail', 'audit-trail', auditWindow()));
		if (wanted.length > MOST_SINGLE_READS || (full && scope === null)) calls.push(listCall('data points', 'data-point-collection/study'));
		else for (const subject of wanted) calls.push(listCall('data points', `${participantName}/${encodeURIComponent(subject)}/data-point-collection/study`));
		return calls;
	};
	const wantedParticipants = (): readonly string[] => {
		if (scope !== null) return scope.filter((subject) => participants.has(subject));
		const since = updatedUntil;
		const all = [...participants.keys()].sort();
		if (full || since === null) return all;
		return all.filter((subject) => (updateOf(participants.get(subject)) ?? Number.POSITIVE_INFINITY) >= since - OVERLAP_MILLISECONDS);
	};
	const updateOf = (row: Row | undefined): number | null => readCastorTime(row?.['updated_on'], zone)?.instant ?? null;

	/** Whole days, the last one read again: the audit trail is asked for by day. */
	const auditWindow = (): Record<string, string> => {
		const today = dayOf(now) ?? 0;
		const from = auditDay ?? dayText(settings.historyFrom ?? null) ?? dayText(readCastorTime(study.createdOn, zone)?.at ?? null) ?? formatDayNumber(today - 1);
		return { date_from: from, date_to: formatDayNumber(today + 1) };
	};
	const finish = (sink: EdcSink): EdcRequest[] => {
		sink.event(study.describe(settings.source, settings.study));
		const only = scope === null ? null : new Set(scope);
		for (const [subject, row] of participants) if (only === null || only.has(subject)) giveParticipant(row, subject, context, sink);
		for (const subject of wanted) forms.give(subject, context, sink);
		for (const row of queries.values()) if (only === null || only.has(firstText(row, 'participant_id', 'record_id') ?? '')) giveQuery(row, context, sink);
		const unnamed = audits.filter((row) => !giveAuditEntry(row, context, sink)).length;
		if (unnamed > 0) {
			sink.finding({
				where: 'Castor audit trail',
				value: `${unnamed} of ${audits.length} entries`,
				expected: 'a participant in every entry; Castor names none for entered values, so who entered them is not known from here',
				severity: 'warning',
			});
		}
		if (scope === null) {
			const data = { study: settings.study, fileType: 'Snapshot' as const, asOf: now, subjects: [...participants.keys()].sort(), sourceSystem: 'Castor EDC' };
			sink.event(edcFact(settings.source, EDC_EVENT_TYPES.documentRead, data, now, data));
		}
		return [];
	};
	const steps: ReadonlyArray<(sink: EdcSink) => EdcRequest[]> = [dataCalls, finish];
	let step = 0;

	const takeRows = (name: string, rows: readonly Row[]): void => {
		switch (name) {
			case 'sites':
				study.takeSites(rows, settings.mapping.countryOfSite);
				return;
			case 'visits':
				study.takeVisits(rows);
				return;
			case 'forms':
				study.takeForms(rows);
				return;
			case 'fields':
				study.takeFields(rows);
				return;
			case 'participants':
				for (const row of rows) {
					const subject = participantId(row);
					if (subject === null) continue;
					participants.set(subject, row);
					siteOf.set(subject, siteOfParticipant(row));
					const instant = updateOf(row);
					if (instant !== null && (newestUpdate === null || instant > newestUpdate)) newestUpdate = instant;
				}
				return;
			case 'progress':
				forms.takeProgress(rows);
				return;
			case 'queries':
				for (const row of rows) queries.set(firstText(row, 'id') ?? JSON.stringify(row), row);
				return;
			case 'verifications':
				forms.takeVerifications(rows, zone);
				return;
			case 'audit trail':
				audits.push(...rows);
				return;
			default:
				forms.takePoints(rows);
		}
	};
	const take = (request: EdcRequest, value: unknown, sink: EdcSink): readonly EdcRequest[] => {
		const name = textOf(request.context, 'step') ?? '';
		if (name === 'study') {
			const row = asObject(value);
			if (row === null) throw unusable(request, CASTOR_WORDS, 'the answer is no study.', CASTOR_WORDS.notFoundRemedy);
			study.takeStudy(row);
			return [];
		}
		const page = readCastorPage(value);
		if (page === null) throw unusable(request, CASTOR_WORDS, 'the answer holds no list.', CASTOR_WORDS.permissionRemedy);
		takeRows(name, page.rows);
		const path = textOf(request.context, 'path') ?? '';
		const number = Number(request.context['page']);
		const seen = (rowsSeen.get(path) ?? 0) + page.rows.length;
		rowsSeen.set(path, seen);
		// An empty page ends the list whatever the count says, so that a server that clamps page numbers cannot hold us.
		if (number < page.pageCount && page.rows.length > 0) return [listCall(name, path, queryOf(request.context), number + 1)];
		if (page.totalItems !== null && seen < page.totalItems) {
			sink.finding({
				where: request.purpose,
				value: `${seen} rows`,
				expected: `${page.totalItems} rows, as the server counts: rows shifted while the pages were read; the next full read finds the rest`,
				severity: 'warning',
			});
		}
		return [];
	};

	const run: VendorRun<EdcEvent, EdcPullScope> = {
		words: CASTOR_WORDS,
		start(cursor, at, only) {
			now = at;
			scope = only?.subjects ?? null;
			updatedUntil = parseMoment(textOf(cursor, 'updatedUntil'), UTC)?.earliest ?? null;
			auditDay = textOf(cursor, 'auditDay');
			full = updatedUntil === null || textOf(cursor, 'fullReadOn') !== dayText(at);
			return structureCalls();
		},
		handler: (request, sink) => ({ kind: 'json', take: (value) => take(request, value, sink) }),
		recover(request, trouble, sink) {
			const name = textOf(request.context, 'step') ?? '';
			const path = textOf(request.context, 'path') ?? '';
			const old = OLD_NAMES[path];
			if (trouble.kind === 'notFound' && old !== undefined) {
				if (path === 'participant') participantName = 'record';
				return [listCall(name, old, queryOf(request.context))];
			}
			if (trouble.kind === 'notFound' && path.startsWith('participant/')) {
				return [listCall(name, path.replace(/^participant\//, 'record/'), queryOf(request.context))];
			}
			return isOptional(name, trouble) ? tellMissing(name, trouble, sink) : null;
		},
		drained(sink) {
			while (step < steps.length) {
				const calls = steps[step++]?.(sink) ?? [];
				if (calls.length > 0) return calls;
			}
			return [];
		},
		cursor(complete) {
			if (!complete || scope !== null) return null;
			const until = newestUpdate ?? updatedUntil;
			return {
				...(until === null ? {} : { updatedUntil: formatInstant(until) }),
				...(dayText(now) === null ? {} : { fullReadOn: dayText(now) }),
				auditDay: newestAuditDay() ?? auditWindow()['date_from'] ?? null,
			};
		},
	};

	/** Day of the newest entry read, one day back for servers in other zones. */
	function newestAuditDay(): string | null {
		let newest: number | null = null;
		for (const row of audits) {
			const instant = readCastorTime(row['datetime'], zone)?.instant ?? null;
			if (instant !== null && (newest === null || instant > newest)) newest = instant;
		}
		return newest === null ? null : formatDayNumber(Math.floor(newest / DAY_MILLISECONDS) - 1);
	}

	return createTrackedPull({ vendor: 'castor', study: settings.study }, run);
}

const METRICS_WITHOUT: Readonly<Record<string, string>> = {
	queries: 'queries; without them query ageing and query rate are not available',
	verifications: 'verifications; without them source-data verification is not available',
	'audit trail': 'the audit trail; without it archived participants are known by their last state only',
	progress: 'the progress of forms; without it no form is known to be complete, locked or signed',
};

function isOptional(name: string, trouble: EdcTrouble): boolean {
	return METRICS_WITHOUT[name] !== undefined && (trouble.kind === 'permission' || trouble.kind === 'notFound');
}

function tellMissing(name: string, trouble: EdcTrouble, sink: EdcSink): readonly EdcRequest[] {
	sink.finding({ where: `Castor ${name}`, value: trouble.message, expected: `${METRICS_WITHOUT[name] ?? name}. ${trouble.remedy}`, severity: 'warning' });
	return [];
}

function textOf(object: JsonObject | null, name: string): string | null {
	const value = object?.[name];
	return typeof value === 'string' ? value : null;
}

function queryOf(context: JsonObject): Record<string, string> {
	const query = asObject(context['query']);
	return query === null ? {} : Object.fromEntries(Object.entries(query).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}

function dayOf(at: string): number | null {
	const moment = parseMoment(at, UTC);
	return moment === null ? null : Math.floor(moment.earliest / DAY_MILLISECONDS);
}

function dayText(at: string | null): string | null {
	const day = at === null ? null : dayOf(at);
	return day === null ? null : formatDayNumber(day);
}
