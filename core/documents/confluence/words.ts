import type { VendorWords } from '../../pull/answer.js';
import type { DocumentSystem } from '../pull.js';

export const CONFLUENCE_WORDS: Readonly<Record<DocumentSystem, VendorWords>> = {
	confluenceCloud: {
		title: 'Confluence Cloud',
		authenticationRemedy: 'Check e-mail and API token in the credential. A token ends after a year at the latest: make a new one under id.atlassian.com, "Security".',
		permissionRemedy: 'Give the account of the credential the right to view these spaces and pages.',
		notFoundRemedy: 'Check the site address (https://your-site.atlassian.net) and the keys of the spaces. Confluence also says so where the account may not see something.',
		rateLimitRemedy: 'Confluence asks to wait. Nothing is lost: the next run goes on from the same place; run it less often or read fewer spaces.',
	},
	confluenceDataCenter: {
		title: 'Confluence Data Center',
		authenticationRemedy: 'Check the personal access token (or user name and password) in the credential; a token has an end date.',
		permissionRemedy: 'Give the account of the credential the right to view these spaces and pages.',
		notFoundRemedy: 'Check the base address with its context path, e.g. https://wiki.example.org/confluence. Confluence also says so where the account may not see something.',
		rateLimitRemedy: 'The administrator has limited calls. Nothing is lost: the next run goes on from the same place; run it less often or ask for an exemption.',
	},
};
