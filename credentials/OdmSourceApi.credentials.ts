import type { IAuthenticate, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { authenticateAtOwnHost } from '../nodes/shared/ownHost.js';

/** An ODM document behind an address, as many EDCs export it. */
export class OdmSourceApi implements ICredentialType {
	name = 'odmSourceApi';

	displayName = 'ODM Source API';

	icon = { light: 'file:icons/edc.svg', dark: 'file:icons/edc.dark.svg' } as const;

	documentationUrl = 'https://github.com/performance-trace/n8n-nodes-performance-trace/blob/main/docs/credentials.md#odm-source';

	properties: INodeProperties[] = [
		{
			displayName: 'Document Address',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://edc.example.org/exports/study-1.xml',
			description: 'Address of the ODM document (XML or JSON)',
		},
		{
			displayName: 'How to Log In',
			name: 'method',
			type: 'options',
			options: [
				{ name: 'Header With Token', value: 'header' },
				{ name: 'No Login', value: 'none' },
				{ name: 'User Name and Password', value: 'basic' },
			],
			default: 'basic',
		},
		{ displayName: 'User Name', name: 'username', type: 'string', default: '', displayOptions: { show: { method: ['basic'] } } },
		{ displayName: 'Password', name: 'password', type: 'string', typeOptions: { password: true }, default: '', displayOptions: { show: { method: ['basic'] } } },
		{ displayName: 'Header Name', name: 'headerName', type: 'string', default: 'Authorization', displayOptions: { show: { method: ['header'] } } },
		{
			displayName: 'Header Value',
			name: 'headerToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'The whole value, e.g. with the word "Bearer" in front',
			displayOptions: { show: { method: ['header'] } },
		},
	];

	authenticate: IAuthenticate = authenticateAtOwnHost('ODM source', (text) => {
		if (text('method') === 'basic') return { auth: { username: text('username'), password: text('password') } };
		return text('method') === 'header' ? { headers: { [text('headerName')]: text('headerToken') } } : {};
	});

	// The first bytes are enough to see that the address and the login are right.
	test: ICredentialTestRequest = { request: { url: '={{$credentials.baseUrl}}', method: 'GET', headers: { range: 'bytes=0-1023' } } };
}
