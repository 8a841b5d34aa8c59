import type { IAuthenticate, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { authenticateAtOwnHost } from '../nodes/shared/ownHost.js';

/** LibreClinica and OpenClinica 3: HTTP Basic with the user's API key as user name and no password. Source: vendor reference 1.3. */
export class LibreClinicaApi implements ICredentialType {
	name = 'libreClinicaApi';

	displayName = 'LibreClinica API';

	icon = { light: 'file:icons/edc.svg', dark: 'file:icons/edc.dark.svg' } as const;

	documentationUrl = 'https://github.com/performance-trace/n8n-nodes-performance-trace/blob/main/docs/credentials.md#libreclinica';

	properties: INodeProperties[] = [
		{
			displayName: 'Application Address',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://edc.example.org/LibreClinica',
			description: 'As the browser shows it, up to and including the name of the application',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Shown by LibreClinica in the profile of a user who is allowed to run web services',
		},
		{
			displayName: 'Study to Test With',
			name: 'testStudy',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. S_EXAMPLE',
			description: 'OID of a study this user may read. "Test" reads this study, because LibreClinica has no smaller call: take a small one.',
		},
	];

	authenticate: IAuthenticate = authenticateAtOwnHost('LibreClinica', (text) => ({ auth: { username: text('apiKey'), password: '' } }));

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl.replace(/\\/+$/, "")}}',
			url: '=/pages/auth/api/v1/clinicaldata/json/view/{{encodeURIComponent($credentials.testStudy)}}/*/*/*?includeDNs=n&includeAudits=n',
			method: 'GET',
		},
	};
}
