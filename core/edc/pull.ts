import type { EdcSink } from './evidence.js';
import type { EdcMapping } from './mapping.js';

/*
 * The shape in which an EDC is read: the adapter decides what to ask and what an answer means, its caller does the HTTP.
 * One pull object serves one run: `start`, then every request through `open` until none is left, then `cursor`.
 * Source: spec S1; architecture "Push is a hint, pull is the truth".
 */

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [name: string]: JsonValue };
export type JsonObject = { readonly [name: string]: JsonValue };

export type EdcVendor = 'redcap' | 'rave' | 'openClinica4' | 'libreClinica' | 'castor';

export const EDC_VENDORS: readonly EdcVendor[] = ['redcap', 'rave', 'openClinica4', 'libreClinica', 'castor'];

/** One call to make. Holds no secret: the caller adds what {@link EdcAuthentication} of the vendor names. */
export interface EdcRequest {
	readonly method: 'GET' | 'POST';
	/** Relative to the credential's base address, starts with `/`, already percent-encoded. */
	readonly path: string;
	readonly query?: Readonly<Record<string, string>>;
	/** Body as `application/x-www-form-urlencoded`. */
	readonly form?: Readonly<Record<string, string>>;
	readonly headers?: Readonly<Record<string, string>>;
	readonly accept: 'xml' | 'json' | 'text';
	/** What is being read, for messages: `REDCap logging from 2026-03-02 08:00`. */
	readonly purpose: string;
	/** What the adapter needs to read the answer. Plain JSON, opaque to the caller. */
	readonly context: JsonObject;
}

export interface EdcAnswerHead {
	readonly status: number;
	/** Any case of names; a header that came several times is joined with `, `. */
	readonly headers: Readonly<Record<string, string>>;
}

export interface EdcAnswer extends EdcAnswerHead {
	readonly body: string | Iterable<string>;
}

/** Why an answer could not be used, with what the user does about it. */
export interface EdcTrouble {
	readonly kind: 'authentication' | 'permission' | 'notFound' | 'rateLimit' | 'unavailable' | 'unusableAnswer';
	readonly message: string;
	readonly remedy: string;
	/** Seconds the server asked to wait (429, 503), null where it named none. */
	readonly retryAfterSeconds: number | null;
}

export interface EdcOutcome {
	/** Calls that follow from this answer, to be made after those already waiting. */
	readonly next: readonly EdcRequest[];
	/** Set when the answer was not usable; the same text went to the sink as a refused finding. The cursor does not move past it. */
	readonly trouble: EdcTrouble | null;
}

/** Takes one answer piece by piece: XML is read as it arrives and never held whole. */
export interface EdcAnswerReader {
	write(chunk: string): void;
	end(): EdcOutcome;
}

export interface EdcPullSettings {
	/** CloudEvents `source` of every event, see {@link edcSource}. */
	readonly source: string;
	/** Study in the vendor's own name: Rave `Project(Env)`, OpenClinica study OID, Castor study id, REDCap project id. */
	readonly study: string;
	readonly mapping: EdcMapping;
	/** RFC 3339: history before it is not asked for on the first run. Null: everything. */
	readonly historyFrom?: string | null;
	/** Rows or ids per call; each vendor has a default. */
	readonly pageSize?: number;
	readonly options?: EdcVendorOptions;
}

/** What only one vendor knows; the first of each list is the default. */
export interface EdcVendorOptions {
	/** Rave: the audit trail (history, queries, verification), or the Clinical Views where audit records are not licensed. */
	readonly raveRead?: 'auditRecords' | 'datasets';
	/** Rave: `mode` of ClinicalAuditRecords, from Rave 2022.3.0; not sent by default. */
	readonly raveAuditMode?: 'default' | 'enhanced' | 'all';
	/** LibreClinica: API key (`/pages/auth/api`, JSON) or a form-login session (`/rest`, XML). */
	readonly libreClinicaAccess?: 'apiKey' | 'session';
}

/** A hint from a push: read only these subjects now. The cursor stays, the scheduled pull will see them again as the same facts. */
export interface EdcPullScope {
	readonly subjects: readonly string[];
}

export interface EdcPull {
	/**
	 * First calls of a run.
	 *
	 * @param cursor what `cursor()` of the run before gave, null on the first run; one of another vendor or study is ignored, so
	 * that everything is read again (the same facts, the same ids)
	 * @param now RFC 3339; only bounds windows, never becomes the cursor's time where the source names one
	 */
	start(cursor: JsonObject | null, now: string, scope?: EdcPullScope): readonly EdcRequest[];
	/** Opens the answer to a request given by this pull. Answers are taken one at a time, in the order of the requests. */
	open(request: EdcRequest, head: EdcAnswerHead, sink: EdcSink): EdcAnswerReader;
	/** True when every request was answered and usable. */
	readonly complete: boolean;
	/**
	 * How far everything has been read; safe to store at any time after the events given so far are stored.
	 * Stays at the starting point until the source's order allows more. Null: nothing yet.
	 */
	cursor(): JsonObject | null;
}

/** Gives a whole answer to a pull. */
export function acceptAnswer(pull: EdcPull, request: EdcRequest, answer: EdcAnswer, sink: EdcSink): EdcOutcome {
	const reader = pull.open(request, answer, sink);
	if (typeof answer.body === 'string') reader.write(answer.body);
	else for (const chunk of answer.body) reader.write(chunk);
	return reader.end();
}

/**
 * CloudEvents `source` of a study: the system's base address and the study, the same for push and pull.
 * Anything that could carry a secret (user info, query, fragment) is left out.
 */
export function edcSource(baseUrl: string, study: string): string {
	const url = new URL(baseUrl);
	const path = url.pathname.replace(/\/+$/, '').replace(/\/api$/, '');
	return `${url.origin}${path}/${encodeURIComponent(study)}`;
}

/** How a vendor's calls are authorised; the secrets themselves stay in the credential. */
export type EdcAuthentication =
	/** HTTP Basic. */
	| { readonly kind: 'basic'; readonly userLabel: string; readonly passwordLabel: string }
	/** A form field in every body. */
	| { readonly kind: 'formField'; readonly field: string }
	/** A token fetched first, then `Authorization: Bearer`. Fetch it once and keep it for `lifetimeSeconds`. */
	| {
			readonly kind: 'bearer';
			readonly login: EdcLogin;
			readonly lifetimeSeconds: number;
	  }
	/** A form login first, whose cookie goes with every call. */
	| { readonly kind: 'session'; readonly path: string; readonly userField: string; readonly passwordField: string; readonly cookie: string };

/** How to ask for a token: the names of the fields that take the secrets and where the answer holds the token. */
export interface EdcLogin {
	/** `loginUrl`: the credential names the whole address, because it is on another host than the data. */
	readonly address: { readonly base: 'dataBase'; readonly path: string } | { readonly base: 'loginUrl' };
	readonly bodyType: 'json' | 'form';
	readonly constants: Readonly<Record<string, string>>;
	readonly userField: string;
	readonly passwordField: string;
	/** JSON field of the answer; null: the body itself is the token. */
	readonly tokenField: string | null;
	readonly lifetimeField: string | null;
}

/** How calls to this vendor are authorised. */
export function edcAuthentication(vendor: EdcVendor, options: EdcVendorOptions = {}): EdcAuthentication {
	return vendor === 'libreClinica' && options.libreClinicaAccess === 'session' ? LIBRECLINICA_SESSION : AUTHENTICATION[vendor];
}

/** The token in the answer to a login; null where it holds none, as when a web page comes instead. */
export function readEdcToken(login: EdcLogin, body: string): { readonly token: string; readonly lifetimeSeconds: number | null } | null {
	const text = body.trim();
	if (text === '' || text.startsWith('<')) return null;
	if (login.tokenField === null && !text.startsWith('{')) {
		const token = text.replace(/^"|"$/g, '');
		return /^\S+$/.test(token) ? { token, lifetimeSeconds: null } : null;
	}
	let answer: unknown;
	try {
		answer = JSON.parse(text) as unknown;
	} catch {
		return null;
	}
	if (typeof answer !== 'object' || answer === null) return null;
	const fields = new Map<string, unknown>(Object.entries(answer));
	const token = fields.get(login.tokenField ?? 'access_token');
	const lifetime = Number(login.lifetimeField === null ? Number.NaN : fields.get(login.lifetimeField));
	return typeof token === 'string' && token !== '' ? { token, lifetimeSeconds: Number.isFinite(lifetime) && lifetime > 0 ? lifetime : null } : null;
}

const LIBRECLINICA_SESSION: EdcAuthentication = {
	kind: 'session',
	path: '/j_spring_security_check',
	userField: 'j_username',
	passwordField: 'j_password',
	cookie: 'JSESSIONID',
};

const AUTHENTICATION: Readonly<Record<EdcVendor, EdcAuthentication>> = {
	redcap: { kind: 'formField', field: 'token' },
	rave: { kind: 'basic', userLabel: 'Rave user', passwordLabel: 'Password' },
	openClinica4: {
		kind: 'bearer',
		lifetimeSeconds: 4 * 3600,
		login: {
			address: { base: 'loginUrl' },
			bodyType: 'json',
			constants: {},
			userField: 'username',
			passwordField: 'password',
			tokenField: null,
			lifetimeField: null,
		},
	},
	// The user's API key stands in place of the user name; the password stays empty.
	libreClinica: { kind: 'basic', userLabel: 'API key', passwordLabel: '(empty)' },
	castor: {
		kind: 'bearer',
		lifetimeSeconds: 5 * 3600,
		login: {
			address: { base: 'dataBase', path: '/oauth/token' },
			bodyType: 'form',
			constants: { grant_type: 'client_credentials' },
			userField: 'client_id',
			passwordField: 'client_secret',
			tokenField: 'access_token',
			lifetimeField: 'expires_in',
		},
	},
};
