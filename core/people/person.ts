import type { EvidenceReference } from '../evidence/cloudEvent.js';

/** An account of a person in one system. `system` is the evidence source it appears in, e.g. `edc`, `git`, `confluence`, `email`, `hr`. */
export interface Account {
	readonly system: string;
	readonly account: string;
}

/** A role a person has for something: `projectManager` of a study, `teamLead` of a team. */
export interface RoleAssignment {
	readonly role: Role;
	/** What the role is for (study OID, team name); null: everywhere. */
	readonly scope: string | null;
}

export type Role = 'projectManager' | 'manager' | 'mentor' | 'teamLead' | 'qualityManager' | 'hrbp';

/** What a source may keep back for want of a right. */
export type UnknownField = 'managerId' | 'department' | 'email' | 'active';

/** One human being as the HR directory knows them, joined across systems. Source: spec S16. */
export interface Person {
	/** Id in the HR system. */
	readonly id: string;
	readonly name: string;
	readonly email: string | null;
	readonly active: boolean;
	readonly department: string | null;
	readonly managerId: string | null;
	readonly mentorId: string | null;
	readonly teamLeadId: string | null;
	readonly accounts: readonly Account[];
	readonly roles: readonly RoleAssignment[];
	/** What the source did not show to the account that read it. Not the same as empty: the person may well have a manager. */
	readonly unknown?: readonly UnknownField[];
	/** The record this was read from. */
	readonly evidence: EvidenceReference;
}
