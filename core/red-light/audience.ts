import type { Directory } from '../people/directory.js';
import { findRole } from '../people/findRole.js';
import type { LightAudience } from './light.js';
import type { RedLightRule } from './rule.js';
import type { Subjects } from './subjects.js';

/** Everybody who may see the workflow. */
export const OPEN_AUDIENCE: LightAudience = { level: 'open', persons: [] };

/**
 * Who may see the lights of a person: that person and the one who is to help, the mentor for code and the team lead for documents
 * (else the manager, as the HR directory finds them). Asked once a person.
 */
export class Audiences {
	/** By number of the subject. */
	private readonly known = { mentor: [] as LightAudience[], teamLead: [] as LightAudience[] };

	constructor(
		private readonly directory: Directory | null,
		private readonly subjects: Subjects,
	) {}

	of(rule: RedLightRule, subject: number | null): LightAudience {
		if (subject === null) return OPEN_AUDIENCE;
		const role = rule.kind === 'codeStreak' || rule.kind === 'generic' ? 'mentor' : 'teamLead';
		return (this.known[role][subject] ??= this.find(role, subject));
	}

	private find(role: 'mentor' | 'teamLead', subject: number): LightAudience {
		const { person } = this.subjects.at(subject);
		// Of an account that nobody is known for, nobody is shown the light: it waits in the queue of what has no owner.
		if (person === null || this.directory === null) return { level: 'person', persons: [] };
		const found = findRole(this.directory, { role, of: { id: person.id }, scope: null });
		const helper = found.kind === 'assigned' ? [{ personId: found.person.id, as: role }] : [];
		return { level: 'person', persons: [{ personId: person.id, as: 'person' }, ...helper] };
	}
}
