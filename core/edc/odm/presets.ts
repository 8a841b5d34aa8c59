import { EMPTY_MAPPING, type EdcMapping } from '../mapping.js';

export type OdmVendor = 'rave' | 'openclinica' | 'redcap' | 'plain';

/** What a vendor's ODM says by itself, and so needs no item named in the mapping. */
export interface OdmPreset {
	readonly mapping: EdcMapping;
	/** Facts that the reader takes from the vendor's own attributes. */
	readonly readsBySelf: readonly string[];
	/** What the settings must name, because neither ODM nor the vendor's attributes say it. */
	readonly stillNeeded: readonly string[];
}

/**
 * Starting points for a mapping. Items differ from study to study, so no preset can name any; a preset sets what the vendor fixes.
 * Source: vendor reference 1.1 to 1.3, domain reference 1 and 2.
 */
export const ODM_PRESETS: Readonly<Record<OdmVendor, OdmPreset>> = {
	rave: {
		// The audit service gives stamps without offset, in UTC.
		mapping: { ...EMPTY_MAPPING, zone: 'UTC', systemUsers: ['systemuser', 'SystemUser'] },
		readsBySelf: ['visit date', 'visit window', 'subject status', 'queries', 'protocol deviations', 'source-data verification', 'signatures', 'locks', 'data entry audit trail'],
		stillNeeded: ['enrolment', 'randomisation', 'informed consent', 'serious adverse events', 'disposition'],
	},
	openclinica: {
		mapping: EMPTY_MAPPING,
		readsBySelf: ['visit date', 'visit status', 'form status', 'enrolment date', 'discrepancy notes', 'audit logs', 'subject groups'],
		stillNeeded: ['zone of the server', 'visit windows', 'randomisation', 'informed consent', 'serious adverse events', 'disposition', 'protocol deviations'],
	},
	redcap: {
		mapping: EMPTY_MAPPING,
		readsBySelf: ['form status', 'visit windows by day offset', 'arms', 'data access group as site'],
		stillNeeded: ['zone of the server', 'visit date', 'enrolment', 'randomisation', 'informed consent', 'serious adverse events', 'disposition', 'protocol deviations'],
	},
	plain: {
		mapping: EMPTY_MAPPING,
		readsBySelf: ['mandatory forms and items', 'audit records', 'signatures', 'queries (ODM v2)', 'visit windows (ODM v2)'],
		stillNeeded: ['zone of the source', 'visit date', 'enrolment', 'randomisation', 'informed consent', 'serious adverse events', 'disposition', 'protocol deviations', 'source-data verification'],
	},
};

/** Vendor by what a document names as its SourceSystem. */
export function vendorOfSourceSystem(sourceSystem: string | null): OdmVendor {
	const name = (sourceSystem ?? '').toLowerCase();
	if (name.includes('redcap')) return 'redcap';
	if (name.includes('openclinica') || name.includes('libreclinica')) return 'openclinica';
	if (name.includes('medidata') || name.includes('rave')) return 'rave';
	return 'plain';
}
