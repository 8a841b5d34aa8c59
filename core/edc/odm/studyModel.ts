/** What the definitions of a document say about reading its data. One per study; empty where the document holds no definitions. */
export class StudyModel {
	name: string | null = null;
	readonly nonRepeatingEvents = new Set<string>();
	/** Forms and item groups that do not repeat. */
	readonly nonRepeatingGroups = new Set<string>();
	/** Groups of ODM v2 by their Type; FormDef counts as `Form`. */
	readonly groupTypes = new Map<string, string>();
	readonly events = new Set<string>();
	/** Arm of an event, where it belongs to one only. */
	readonly armOfEvent = new Map<string, string>();

	get known(): boolean {
		return this.groupTypes.size > 0;
	}
}

/** Names and places that stand outside of the data. */
export class DocumentModel {
	fileType: 'Snapshot' | 'Transactional' = 'Snapshot';
	generation: 1 | 2 = 1;
	redcap = false;
	sourceSystem: string | null = null;
	asOf: string | null = null;
	/** Subjects read are all of the study. */
	wholeStudy = true;
	readonly countryOfSite = new Map<string, string>();
	readonly meaningOfSignature = new Map<string, string>();
	private readonly models = new Map<string, StudyModel>();

	get transactional(): boolean {
		return this.fileType === 'Transactional';
	}

	study(oid: string): StudyModel {
		let model = this.models.get(oid);
		if (!model) this.models.set(oid, (model = new StudyModel()));
		return model;
	}
}
