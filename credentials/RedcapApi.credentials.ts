import type { IAuthenticate, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { authenticateAtOwnHost } from '../nodes/shared/ownHost.js';

/** REDCap API: one token per user and project, sent as a form field. Source: vendor reference 1.1. */
export class RedcapApi implements ICredentialType {
	name = 'redcapApi';

	displayName = 'REDCap API';

	icon = { light: 'file:icons/edc.svg', dark: 'file:icons/edc.dark.svg' } as const;

	documentationUrl = 'https://github.com/performance-trace/n8n-nodes-performance-trace/blob/main/docs/credentials.md#redcap';

	properties: INodeProperties[] = [
		{
			displayName: 'Server Address',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://redcap.example.org',
			description: 'As the browser shows it on the start page of REDCap, without /api',
		},
		{
			displayName: 'API Token',
			name: 'apiToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'REDCap gives one token per user and project, in the project under "API". It needs the rights "API Export" and "Logging".',
		},
	];

	authenticate: IAuthenticate = authenticateAtOwnHost('REDCap', (text) => ({ body: { token: text('apiToken') } }));

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl.replace(/\\/+(api\\/*)?$/, "")}}',
			url: '/api/',
			method: 'POST',
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
			body: { content: 'version', format: 'json', returnFormat: 'json' },
		},
		rules: [{ type: 'responseCode', properties: { value: 403, message: 'REDCap knows the token, but it has no right to use the API. Ask for the right "API Export" in this project.' } }],
	};
}
