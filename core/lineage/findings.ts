import type { NumberGap } from './versionNumber.js';
import type { ApprovalRole } from './version.js';

/** What an auditor has to look at. Source: spec S3, domain reference 4. */
export type FindingCode =
	| 'numberGap'
	| 'missingApproval'
	| 'changedAfterApproval'
	| 'uploadedAfterAcceptance'
	| 'sameContentDifferentName'
	| 'sameNameDifferentContent'
	| 'backdated'
	| 'noChangeNote'
	| 'missingTime'
	| 'noVersionInForce'
	| 'samePerson'
	| 'chainBroken'
	| 'documentNotFound';

export const FINDING_CODES: readonly FindingCode[] = [
	'numberGap',
	'missingApproval',
	'changedAfterApproval',
	'uploadedAfterAcceptance',
	'sameContentDifferentName',
	'sameNameDifferentContent',
	'backdated',
	'noChangeNote',
	'missingTime',
	'noVersionInForce',
	'samePerson',
	'chainBroken',
	'documentNotFound',
];

/** Why a version looks back-dated. */
export type BackdatedReason = 'uploadedBeforeThePrevious' | 'effectiveBeforeApproval' | 'approvedBeforeUpload';

interface Found<Code extends FindingCode> {
	readonly code: Code;
	/** A version that answers a deficiency letter is legitimate, so it stands apart. */
	readonly category: 'finding' | 'supplement';
	/** Document it concerns; the first of several. */
	readonly document: string;
	/** Numbers of the versions, in order. */
	readonly versions: readonly string[];
}

/** A version of any document, to be named in a text. */
export interface NamedVersion {
	readonly document: string;
	readonly name: string;
	readonly number: string;
}

export type Finding =
	| (Found<'numberGap'> & { readonly gap: NumberGap })
	| (Found<'missingApproval'> & { readonly roles: readonly ApprovalRole[] })
	| (Found<'changedAfterApproval'> & { readonly approved: string; readonly found: string; readonly inForce: boolean })
	| (Found<'uploadedAfterAcceptance'> & { readonly uploadedAt: string; readonly acceptedAt: string; readonly letter: string | null })
	| (Found<'sameContentDifferentName'> & { readonly sha256: string; readonly same: readonly NamedVersion[] })
	| (Found<'sameNameDifferentContent'> & { readonly name: string; readonly others: readonly NamedVersion[] })
	| (Found<'backdated'> & { readonly reason: BackdatedReason; readonly time: string; readonly against: string })
	| Found<'noChangeNote'>
	| Found<'missingTime'>
	| (Found<'noVersionInForce'> & { readonly at: string })
	| (Found<'samePerson'> & { readonly person: string; readonly roles: readonly ApprovalRole[] })
	| Found<'chainBroken'>
	| (Found<'documentNotFound'> & { readonly wanted: string });
