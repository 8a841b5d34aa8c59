/** A SCIM 2.0 service (RFC 7643, 7644), as far as reading people needs it: users, groups, paging and simple filters. */

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
/** Where this directory keeps a person's accounts in other systems and the mentor; SCIM has no attributes for them. */
export const ACCOUNT_EXTENSION = 'urn:performance-trace:params:scim:schemas:extension:accounts:2.0:User';

const MOST_PER_PAGE = 100;

/** @typedef {{ status: number, contentType: string, body: string, headers?: Record<string, string> }} Answer */

/**
 * @param {object} call
 * @param {string} call.method
 * @param {string} call.path below the service's base address
 * @param {URLSearchParams} call.query
 * @param {boolean} call.authorised
 * @param {ReadonlyArray<any>} call.people
 * @param {string} call.base
 * @returns {Answer}
 */
export function answerScim({ method, path, query, authorised, people, base }) {
	if (!authorised) return { ...problem(401, 'The bearer token is missing or wrong.'), headers: { 'www-authenticate': 'Bearer' } };
	if (method !== 'GET') return problem(405, `${method} is not supported: this directory is read only.`);
	if (path === '/ServiceProviderConfig') return json(200, serviceProviderConfig(base));
	const [, kind = '', id, ...rest] = path.split('/');
	if (rest.length > 0 || !['Users', 'Groups'].includes(kind)) return problem(404, `There is no resource at ${path}.`);
	const resources = kind === 'Users' ? people.map((person) => userOf(person, people, base)) : groupsOf(people, base);
	if (id !== undefined && id !== '') {
		const found = resources.find((resource) => resource.id === decodeURIComponent(id));
		return found === undefined ? problem(404, `Resource ${id} not found.`) : json(200, found);
	}
	const filtered = filter(resources, query.get('filter'));
	if (filtered === null) return problem(400, `The filter "${query.get('filter')}" is not supported; use "attribute eq value".`, 'invalidFilter');
	const startIndex = Math.max(1, whole(query.get('startIndex'), 1));
	const count = Math.min(MOST_PER_PAGE, Math.max(0, whole(query.get('count'), MOST_PER_PAGE)));
	const page = filtered.slice(startIndex - 1, startIndex - 1 + count);
	return json(200, { schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'], totalResults: filtered.length, startIndex, itemsPerPage: page.length, Resources: page });
}

/**
 * @param {any} person
 * @param {ReadonlyArray<any>} people
 * @param {string} base
 */
function userOf(person, people, base) {
	const manager = people.find((candidate) => candidate.id === person.managerId);
	const accounts = Object.fromEntries(person.accounts.map((/** @type {any} */ { system, account }) => [system, account]));
	return {
		schemas: [USER, ENTERPRISE, ACCOUNT_EXTENSION],
		id: person.id,
		userName: person.email,
		displayName: person.name,
		name: { formatted: person.name, familyName: person.name.slice(0, 1), givenName: person.name.slice(1) },
		emails: [{ value: person.email, type: 'work', primary: true }],
		active: person.active,
		[ENTERPRISE]: {
			employeeNumber: person.id,
			department: person.department,
			...(manager === undefined ? {} : { manager: { value: manager.id, $ref: `${base}/Users/${manager.id}`, displayName: manager.name } }),
		},
		[ACCOUNT_EXTENSION]: { ...accounts, ...(person.mentorId === null ? {} : { mentor: person.mentorId }) },
		meta: { resourceType: 'User', created: person.evidence.time, lastModified: person.evidence.time, location: `${base}/Users/${person.id}` },
	};
}

/** How this company names groups that stand for a role. */
const GROUP_NAMES = { projectManager: 'PM', teamLead: 'TL', hrbp: 'HRBP', mentor: 'Mentor', manager: 'Manager', qualityManager: 'QA' };

/**
 * One group per role and what it is for, e.g. `PM PT-DEMO-01`.
 *
 * @param {ReadonlyArray<any>} people
 * @param {string} base
 */
function groupsOf(people, base) {
	/** @type {Map<string, any[]>} */
	const groups = new Map();
	for (const person of people) {
		for (const { role, scope } of person.roles) {
			const name = [GROUP_NAMES[/** @type {keyof typeof GROUP_NAMES} */ (role)], scope].filter(Boolean).join(' ');
			groups.set(name, [...(groups.get(name) ?? []), person]);
		}
	}
	return [...groups].map(([displayName, members], index) => ({
		schemas: [GROUP],
		id: `G${index + 1}`,
		displayName,
		members: members.map((person) => ({ value: person.id, $ref: `${base}/Users/${person.id}`, display: person.name, type: 'User' })),
		meta: { resourceType: 'Group', location: `${base}/Groups/G${index + 1}` },
	}));
}

/**
 * `attribute eq value` on a top-level attribute; null for any other filter.
 *
 * @param {any[]} resources
 * @param {string | null} text
 */
function filter(resources, text) {
	if (text === null || text.trim() === '') return resources;
	const match = /^(\w+) eq (?:"([^"]*)"|(true|false))$/i.exec(text.trim());
	if (match === null) return null;
	const [, attribute = '', string, boolean] = match;
	const wanted = string ?? boolean === 'true';
	return resources.filter((resource) => {
		const name = Object.keys(resource).find((key) => key.toLowerCase() === attribute.toLowerCase());
		const value = name === undefined ? undefined : resource[name];
		return typeof value === 'string' && typeof wanted === 'string' ? value.toLowerCase() === wanted.toLowerCase() : value === wanted;
	});
}

/** @param {string} base */
function serviceProviderConfig(base) {
	const no = { supported: false };
	return {
		schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
		patch: no,
		bulk: { ...no, maxOperations: 0, maxPayloadSize: 0 },
		filter: { supported: true, maxResults: MOST_PER_PAGE },
		changePassword: no,
		sort: no,
		etag: no,
		authenticationSchemes: [{ type: 'oauthbearertoken', name: 'Bearer token', description: 'A token in the Authorization header', primary: true }],
		meta: { resourceType: 'ServiceProviderConfig', location: `${base}/ServiceProviderConfig` },
	};
}

/**
 * @param {string | null} text
 * @param {number} otherwise
 */
function whole(text, otherwise) {
	const number = Number(text ?? otherwise);
	return Number.isInteger(number) ? number : otherwise;
}

/**
 * @param {number} status
 * @param {object} body
 * @returns {Answer}
 */
function json(status, body) {
	return { status, contentType: 'application/scim+json', body: JSON.stringify(body) };
}

/**
 * @param {number} status
 * @param {string} detail
 * @param {string} [scimType]
 */
function problem(status, detail, scimType) {
	return json(status, { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: String(status), detail, ...(scimType === undefined ? {} : { scimType }) });
}
