import type { AnswerHead, Answer, AnswerReader, Pull, PullOutcome, PullRequest, PullTrouble } from '../pull/pull.js';
import type { EdcEvent } from './evidence.js';
import type { EdcMapping } from './mapping.js';

/* How an EDC is read: {@link Pull} with the settings and the scope of a study. Source: spec S1. */

export { acceptAnswer, type JsonObject, type JsonValue } from '../pull/pull.js';

export type EdcVendor = 'redcap' | 'rave' | 'openClinica4' | 'libreClinica' | 'castor';

export const EDC_VENDORS: readonly EdcVendor[] = ['redcap', 'rave', 'openClinica4', 'libreClinica', 'castor'];

export type EdcRequest = PullRequest;
export type EdcAnswerHead = AnswerHead;
export type EdcAnswer = Answer;
export type EdcTrouble = PullTrouble;
export type EdcOutcome = PullOutcome;
export type EdcAnswerReader = AnswerReader;

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

/** A pull of clinical facts. A cursor of another vendor or study is ignored, so that everything is read again (the same facts, the same ids). */
export type EdcPull = Pull<EdcEvent, EdcPullScope>;

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
