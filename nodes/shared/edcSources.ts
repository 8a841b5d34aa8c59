import type { INodeProperties } from 'n8n-workflow';
import type { EdcVendor } from '../../core/edc/pull.js';

/** Where clinical facts come from, as a user chooses it. */
export type EdcSourceName = 'odm' | 'redcap' | 'rave' | 'openClinica' | 'libreClinica' | 'castor' | 'webhook';

export interface EdcSourceDefinition {
	readonly name: EdcSourceName;
	readonly title: string;
	readonly description: string;
	/** Adapter that reads it; null: a document or a webhook. */
	readonly vendor: EdcVendor | null;
	/** Credential it is read with; null: it cannot be read, only received. */
	readonly credential: 'redcapApi' | 'raveApi' | 'openClinicaApi' | 'libreClinicaApi' | 'castorEdcApi' | 'odmSourceApi' | null;
	/** Its credential fetches a token that ends after some hours. */
	readonly tokenExpires: boolean;
	/** What the user enters as the study. */
	readonly studyHint: string;
}

/** In the order of the editor, which sorts by name. */
export const EDC_SOURCES: readonly EdcSourceDefinition[] = [
	{ name: 'castor', title: 'Castor EDC', description: 'Read on a schedule; Castor calls nobody by itself', vendor: 'castor', credential: 'castorEdcApi', tokenExpires: true, studyHint: 'Study ID in Castor, e.g. 1E2F3A4B-0000-4C5D-8E9F-A1B2C3D4E5F6' },
	{ name: 'webhook', title: 'Generic Webhook', description: 'Any system that sends JSON: CloudEvents, or records with a mapping', vendor: null, credential: null, tokenExpires: false, studyHint: 'Name of the study, where the records do not name one' },
	{ name: 'libreClinica', title: 'LibreClinica or OpenClinica 3', description: 'Read on a schedule; it calls nobody by itself', vendor: 'libreClinica', credential: 'libreClinicaApi', tokenExpires: false, studyHint: 'OID of the study, e.g. S_EXAMPLE' },
	{ name: 'rave', title: 'Medidata Rave', description: 'Read on a schedule through Rave Web Services', vendor: 'rave', credential: 'raveApi', tokenExpires: false, studyHint: 'Project and environment as Rave writes them, e.g. Mediflex(Prod)' },
	{ name: 'odm', title: 'ODM Document (XML or JSON)', description: 'CDISC ODM 1.3 or 2.0 from any EDC: sent here, or fetched from an address', vendor: null, credential: 'odmSourceApi', tokenExpires: false, studyHint: 'Not needed: the document names it' },
	{ name: 'openClinica', title: 'OpenClinica 4', description: 'Read on a schedule; it calls nobody by itself', vendor: 'openClinica4', credential: 'openClinicaApi', tokenExpires: true, studyHint: 'OID of the study, e.g. S_EXAMPLE' },
	{ name: 'redcap', title: 'REDCap', description: 'Data Entry Trigger as a hint, and the API as the truth', vendor: 'redcap', credential: 'redcapApi', tokenExpires: false, studyHint: 'Project ID (PID), e.g. 1234' },
];

export function edcSourceOf(name: string): EdcSourceDefinition {
	const found = EDC_SOURCES.find((source) => source.name === name);
	if (found === undefined) throw new RangeError(`There is no source "${name}". Sources: ${EDC_SOURCES.map((source) => source.name).join(', ')}.`);
	return found;
}

export const vendorSources = EDC_SOURCES.flatMap(({ name, vendor }) => (vendor === null ? [] : [name]));

/** `Study`, shown with the example of each source in turn. */
export function studyParameters(shown: Readonly<Record<string, string[]>>): INodeProperties[] {
	return EDC_SOURCES.filter(({ vendor }) => vendor !== null).map(({ name, studyHint }) => ({
		displayName: 'Study',
		name: 'study',
		type: 'string',
		default: '',
		required: true,
		description: studyHint.replace(/, e\.g\..*/, ''),
		placeholder: `e.g. ${studyHint.replace(/^.*e\.g\. /, '')}`,
		displayOptions: { show: { source: [name], ...shown } },
	}));
}

/** What a person may have copied with the address, and the adapter adds by itself. */
const OVERHANG: Partial<Readonly<Record<EdcSourceName, RegExp>>> = { redcap: /\/+api$/, openClinica: /\/+OpenClinica$/, castor: /\/+api$/ };

/** Address as the adapters expect it: without trailing slashes and without what they add. */
export function baseAddress(source: EdcSourceDefinition, entered: string): string {
	const trimmed = entered.trim().replace(/\/+$/, '');
	const overhang = OVERHANG[source.name];
	return overhang === undefined ? trimmed : trimmed.replace(overhang, '');
}
