import type { IDisplayOptions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { vendorProperties } from './vendorProperties.js';
import { PEOPLE_OPERATIONS } from './vendors.js';

const showFor = (...operations: string[]): IDisplayOptions => ({ show: { operation: operations } });

const ROLE_OPTIONS: INodePropertyOptions[] = [
	{ name: 'HRBP', value: 'hrbp' },
	{ name: 'Manager', value: 'manager' },
	{ name: 'Mentor', value: 'mentor', description: 'Else the manager' },
	{ name: 'Project Manager', value: 'projectManager', description: 'Of a study' },
	{ name: 'Quality Manager', value: 'qualityManager' },
	{ name: 'Team Lead', value: 'teamLead', description: 'Else the manager' },
];

const groupRoles: INodeProperties[] = [
	{
		displayName: 'Group Roles',
		name: 'groupRoles',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Group',
		default: {},
		displayOptions: showFor('readScim', 'importRows'),
		description: 'What membership in a group means. One * stands for any text; a scope of * is that text. For rows: groups of LDAP.',
		options: [
			{
				displayName: 'Group',
				name: 'rule',
				values: [
					{ displayName: 'Group Name', name: 'group', type: 'string', default: '', placeholder: 'e.g. PM *', description: 'Name of the group or of a SCIM role value, in any case' },
					{ displayName: 'Role', name: 'role', type: 'options', options: ROLE_OPTIONS, default: 'projectManager' },
					{ displayName: 'Scope', name: 'scope', type: 'string', default: '', placeholder: 'e.g. *', description: 'Study, team or department the role is for. Empty means everywhere.' },
				],
			},
		],
	},
];

const readScimProperties: INodeProperties[] = [
	{
		displayName: 'Read Groups',
		name: 'readGroups',
		type: 'boolean',
		default: true,
		displayOptions: showFor('readScim'),
		description: 'Whether to read /Groups as well, which tell who is project manager, mentor or team lead',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: showFor('readScim'),
		options: [
			{
				displayName: 'Account Attributes',
				name: 'accountPaths',
				type: 'fixedCollection',
				typeOptions: { multipleValues: true },
				placeholder: 'Add Account',
				default: {},
				description: 'Attributes that hold the login of a person in another system',
				options: [
					{
						displayName: 'Account',
						name: 'path',
						values: [
							{ displayName: 'System', name: 'system', type: 'string', default: '', placeholder: 'e.g. git' },
							{ displayName: 'Attribute', name: 'path', type: 'string', default: '', placeholder: 'e.g. urn:example:2.0:User:gitLogin' },
						],
					},
				],
			},
			{ displayName: 'Department Attribute', name: 'departmentPath', type: 'string', default: '', placeholder: 'e.g. urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:division', description: 'Where the department is not in the enterprise extension' },
			{ displayName: 'Filter', name: 'filter', type: 'string', default: '', placeholder: 'e.g. active eq true', description: 'SCIM filter for users. People who have left are needed to find who stands in for them, so usually leave it empty.' },
			{ displayName: 'Manager Attribute', name: 'managerPath', type: 'string', default: '', placeholder: 'e.g. urn:example:2.0:User:manager', description: 'Where the manager is not in the enterprise extension' },
			{ displayName: 'Mentor Attribute', name: 'mentorPath', type: 'string', default: '', placeholder: 'e.g. urn:example:2.0:User:mentor', description: 'Attribute that names the mentor by ID, user name, e-mail or name' },
			{ displayName: 'Page Size', name: 'pageSize', type: 'number', typeOptions: { minValue: 1, maxValue: 1000 }, default: 100, description: 'Users to ask for at once; the service may give fewer' },
			{ displayName: 'Team Lead Attribute', name: 'teamLeadPath', type: 'string', default: '', placeholder: 'e.g. urn:example:2.0:User:teamLead', description: 'Attribute that names the team lead by ID, user name, e-mail or name' },
		],
	},
];

const column = (displayName: string, name: string, example: string): INodeProperties => ({ ...{ displayName, name }, type: 'string', default: '', placeholder: `e.g. ${example}` });

const importProperties: INodeProperties[] = [
	{
		displayName: 'Source Name',
		name: 'source',
		type: 'string',
		default: 'table:people',
		required: true,
		displayOptions: showFor('importRows'),
		description: 'Where the rows come from. It is kept as evidence with each person.',
	},
	{
		displayName: 'Column Names',
		name: 'columns',
		type: 'collection',
		placeholder: 'Add Column',
		default: {},
		displayOptions: showFor('importRows'),
		description: 'Only for columns or LDAP attributes with unusual names. English, Chinese and the usual names of Feishu, DingTalk, WeCom, BambooHR and LDAP are known.',
		options: [
			column('Active', 'active', 'In post'),
			column('Department', 'department', 'Unit'),
			column('Email', 'email', 'Office mail'),
			column('ID', 'id', 'Staff code'),
			column('Login', 'login', 'dn'),
			column('Manager', 'managerId', 'Boss'),
			column('Mentor', 'mentorId', 'Coach'),
			column('Name', 'name', 'Employee'),
			column('Project Manager of Studies', 'studies', 'Leads studies'),
			column('Roles', 'roles', 'Duties'),
			column('Team Lead', 'teamLeadId', 'Group head'),
		],
	},
];

const markMissing: INodeProperties = {
	displayName: 'Mark Missing as Inactive',
	name: 'markMissing',
	type: 'boolean',
	default: false,
	displayOptions: showFor(...PEOPLE_OPERATIONS),
	description: 'Whether to compare with the people stored before, who then arrive at a second input, and put out as inactive who is no longer there. Most HR systems leave out who has left.',
};

const directoryProperties: INodeProperties[] = [
	{
		displayName: 'Directory From',
		name: 'directorySource',
		type: 'options',
		options: [
			{ name: 'JSON', value: 'json', description: 'A list of people from an expression' },
			{ name: 'Second Input', value: 'secondInput', description: 'The people arrive at the input named Directory' },
		],
		default: 'secondInput',
		displayOptions: showFor('findPerson', 'joinAccounts'),
		description: 'Where the people come from, as rows that this node put out before',
	},
	{
		displayName: 'Directory',
		name: 'directory',
		type: 'json',
		default: '[]',
		required: true,
		displayOptions: { show: { operation: ['findPerson', 'joinAccounts'], directorySource: ['json'] } },
		description: 'List of people, for example {{ $("Read people").all().map(item => item.JSON) }}',
	},
];

const findPersonProperties: INodeProperties[] = [
	{ displayName: 'Role', name: 'role', type: 'options', options: ROLE_OPTIONS, default: 'projectManager', displayOptions: showFor('findPerson'), description: 'Who is looked for' },
	{
		displayName: 'Scope',
		name: 'scope',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.study }}',
		displayOptions: showFor('findPerson'),
		description: 'Study, team or department the role is for. Needed for a project manager, optional otherwise.',
	},
	{
		displayName: 'Person By',
		name: 'personBy',
		type: 'options',
		options: [
			{ name: 'Account in a System', value: 'account' },
			{ name: 'Email', value: 'email' },
			{ name: 'ID', value: 'id' },
			{ name: 'Nobody', value: 'nobody', description: 'The role belongs to the scope, not to a person' },
		],
		default: 'nobody',
		displayOptions: showFor('findPerson'),
		description: 'How the person is named whose manager, mentor or team lead is looked for',
	},
	{
		displayName: 'System',
		name: 'system',
		type: 'string',
		default: 'git',
		required: true,
		displayOptions: { show: { operation: ['findPerson'], personBy: ['account'] } },
		description: 'System the account belongs to, for example git, confluence or edc',
	},
	{
		displayName: 'Person',
		name: 'person',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. {{ $json.subject }}',
		displayOptions: { show: { operation: ['findPerson'], personBy: ['account', 'email', 'id'] } },
		description: 'Account, e-mail or ID of that person',
	},
	{
		displayName: 'If Several Hold the Role',
		name: 'onSeveral',
		type: 'options',
		options: [
			{ name: 'Leave Unassigned', value: 'unassigned', description: 'A person decides' },
			{ name: 'Take the First', value: 'first', description: 'The one with the smallest ID, said in the explanation' },
		],
		default: 'unassigned',
		displayOptions: showFor('findPerson'),
	},
];

const accountField = (displayName: string, name: string, value: string, description: string): INodeProperties => ({ ...{ displayName, name, description, default: value }, type: 'string', displayOptions: showFor('joinAccounts') });

const joinProperties: INodeProperties[] = [
	{ ...accountField('System', 'accountSystem', 'git', 'System the accounts belong to, for example git, confluence or edc'), required: true },
	{ ...accountField('Account', 'accountId', '={{ $json.account }}', 'Name or ID of the account in that system'), required: true },
	accountField('Email of Account', 'accountEmail', '={{ $json.email }}', 'E-mail address of the account, if the system tells it'),
	accountField('Login of Account', 'accountLogin', '={{ $json.login }}', 'What the owner signs in with, if it is not the account itself'),
	accountField('Name on Account', 'accountName', '={{ $json.name }}', 'Name shown with the account'),
	accountField('Linked Person ID', 'linkedPersonId', '={{ $json.personId }}', 'A link made before, which is kept. Use it to store what a person decided in review.'),
	{
		displayName: 'If Only the Name Fits',
		name: 'names',
		type: 'options',
		options: [
			{ name: 'Join if Nobody Else Has It', value: 'join' },
			{ name: 'Leave to Review', value: 'review' },
		],
		default: 'review',
		displayOptions: showFor('joinAccounts'),
	},
];

export const hrDirectoryProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Find Person for Role', value: 'findPerson', action: 'Find the person for a role', description: 'Tell who is project manager of a study, or manager, mentor or team lead of a person' },
			{ name: 'Import Rows', value: 'importRows', action: 'Import people from rows', description: 'Make people of the rows of a CSV file, a Data Table, LDAP or another HR system' },
			{ name: 'Join Accounts', value: 'joinAccounts', action: 'Join accounts to people', description: 'Tell which person a Git, Confluence or EDC account belongs to' },
			{ name: 'Read BambooHR', value: 'readBambooHr', action: 'Read people from bamboo hr', description: 'Read employees with their manager, people who have left included' },
			{ name: 'Read DingTalk', value: 'readDingTalk', action: 'Read people from ding talk', description: 'Read the departments and members of the company with their managers' },
			{ name: 'Read Feishu/Lark', value: 'readFeishu', action: 'Read people from feishu or lark', description: 'Read the departments and members of the company with their leaders' },
			{ name: 'Read SCIM Users', value: 'readScim', action: 'Read users from a SCIM service', description: 'Read users and groups from an HR or identity system with SCIM 2.0' },
			{ name: 'Read WeCom', value: 'readWeCom', action: 'Read people from we com', description: 'Read the visible departments and members with their superiors' },
		],
		default: 'findPerson',
	},
	...groupRoles,
	...readScimProperties,
	...vendorProperties,
	...importProperties,
	markMissing,
	...directoryProperties,
	...findPersonProperties,
	...joinProperties,
];
