import type { PlannedEvent, PlannedForm, StudyDescribed } from '../evidence.js';
import { detached, type AttributeList, type ElementHandler } from './elements.js';
import type { FindingLog } from './findings.js';
import type { DocumentModel } from './studyModel.js';
import { windowOf, type TimingConstraint, type VisitWindow } from './timing.js';

interface Reference {
	readonly oid: string;
	readonly mandatory: boolean;
	readonly conditional: boolean;
}

interface EventDraft {
	readonly oid: string;
	readonly name: string | null;
	readonly kind: PlannedEvent['kind'];
	readonly repeating: boolean;
	readonly groups: Reference[];
	readonly arms: string[];
	/** REDCap's window, its anchor still open. */
	readonly offsetWindow: Omit<VisitWindow, 'anchorEvent'> | null;
}

interface GroupDraft {
	readonly oid: string;
	readonly name: string | null;
	readonly type: string | null;
	readonly repeating: boolean;
	readonly groups: Reference[];
	readonly items: Reference[];
}

/** Reads a Study element: one StudyDescribed for each of its MetaDataVersions. */
export class MetadataReader implements ElementHandler {
	wantsText = false;
	private nameText = '';
	private skipped = 0;
	private study = '';
	private version: string | null = null;
	private events = new Map<string, EventDraft>();
	private groups = new Map<string, GroupDraft>();
	private readonly arms = new Map<string, string>();
	private constraints: TimingConstraint[] = [];
	private transitions = new Map<string, { readonly from: string; readonly to: string }>();
	private eventGroupArm: string | null = null;
	private armsOfEvent = new Map<string, string[]>();
	private currentEvent: EventDraft | null = null;
	private currentGroup: GroupDraft | null = null;

	constructor(
		private readonly document: DocumentModel,
		private readonly findings: FindingLog,
		private readonly give: (described: StudyDescribed) => void,
	) {}

	open(name: string, attributes: AttributeList): void {
		if (this.skipped > 0) {
			this.skipped++;
			return;
		}
		switch (name) {
			case 'Study':
				this.study = attributes.filled('OID') ?? '';
				this.document.study(this.study).name = attributes.filled('StudyName');
				return;
			case 'StudyName':
				this.wantsText = true;
				this.nameText = '';
				return;
			case 'MetaDataVersion':
				this.startVersion(attributes.filled('OID'));
				return;
			case 'GlobalVariables':
			case 'Protocol':
			case 'StudyTimings':
			case 'StudyTiming':
			case 'StudyStructure':
			case 'WorkflowDef':
				return;
			case 'Arm':
				this.arms.set(attributes.filled('OID') ?? '', attributes.filled('Name') ?? attributes.filled('OID') ?? '');
				this.skipped = 1;
				return;
			case 'StudyEventDef':
				this.startEvent(attributes);
				return;
			case 'StudyEventGroupDef':
				this.eventGroupArm = attributes.filled('ArmOID');
				return;
			case 'StudyEventRef':
				this.placeInArm(attributes.filled('StudyEventOID'));
				this.skipped = 1;
				return;
			case 'FormDef':
				this.startGroup(attributes, 'Form');
				return;
			case 'ItemGroupDef':
				this.startGroup(attributes, attributes.filled('Type'));
				return;
			case 'FormRef':
			case 'ItemGroupRef':
				(this.currentGroup ?? this.currentEvent)?.groups.push(reference(attributes, name === 'FormRef' ? 'FormOID' : 'ItemGroupOID'));
				this.skipped = 1;
				return;
			case 'ItemRef':
				this.currentGroup?.items.push(reference(attributes, 'ItemOID'));
				this.skipped = 1;
				return;
			case 'Transition':
				this.transitions.set(attributes.filled('OID') ?? '', { from: attributes.filled('SourceOID') ?? '', to: attributes.filled('TargetOID') ?? '' });
				this.skipped = 1;
				return;
			case 'RelativeTimingConstraint':
			case 'TransitionTimingConstraint':
				this.constraints.push(timingConstraint(attributes, name === 'RelativeTimingConstraint' ? 0 : 1));
				this.skipped = 1;
				return;
			default:
				this.skipped = 1;
		}
	}

	text(text: string): void {
		this.nameText += text;
	}

	close(name: string): void {
		if (this.skipped > 0) {
			this.skipped--;
			return;
		}
		switch (name) {
			case 'StudyName': {
				this.wantsText = false;
				const stated = this.nameText.trim();
				if (stated !== '') this.document.study(this.study).name = detached(stated);
				return;
			}
			case 'StudyEventDef':
				this.currentEvent = null;
				return;
			case 'FormDef':
			case 'ItemGroupDef':
				this.currentGroup = null;
				return;
			case 'StudyEventGroupDef':
				this.eventGroupArm = null;
				return;
			case 'MetaDataVersion':
				this.finishVersion();
		}
	}

	private startVersion(oid: string | null): void {
		this.version = oid;
		this.events = new Map();
		this.groups = new Map();
		this.constraints = [];
		this.transitions = new Map();
		this.armsOfEvent = new Map();
		this.arms.clear();
	}

	private startEvent(attributes: AttributeList): void {
		const oid = attributes.filled('OID') ?? '';
		const kind = attributes.get('Type');
		const arm = attributes.filled('redcap:ArmName') ?? attributes.filled('redcap:ArmNum');
		const offset = wholeNumber(attributes.get('redcap:DayOffset'));
		const before = wholeNumber(attributes.get('redcap:OffsetMin'));
		const after = wholeNumber(attributes.get('redcap:OffsetMax'));
		this.currentEvent = {
			oid,
			name: attributes.filled('Name'),
			// REDCap writes Common for every event; the ones with a day in the schedule are scheduled visits.
			kind: kind === 'Unscheduled' ? 'Unscheduled' : kind === 'Common' && offset === null ? 'Common' : 'Scheduled',
			repeating: attributes.get('Repeating') === 'Yes',
			groups: [],
			arms: arm === null ? [] : [arm],
			offsetWindow: offset === null ? null : { targetDay: offset, daysBefore: Math.abs(before ?? 0), daysAfter: Math.abs(after ?? 0) },
		};
		this.events.set(oid, this.currentEvent);
		const model = this.document.study(this.study);
		model.events.add(oid);
		if (attributes.get('Repeating') === 'No') model.nonRepeatingEvents.add(oid);
		if (arm !== null) model.armOfEvent.set(oid, arm);
	}

	private startGroup(attributes: AttributeList, type: string | null): void {
		const oid = attributes.filled('OID') ?? '';
		const repeating = attributes.get('Repeating') ?? 'No';
		this.currentGroup = { oid, name: attributes.filled('Name'), type, repeating: repeating !== 'No', groups: [], items: [] };
		this.groups.set(oid, this.currentGroup);
		const model = this.document.study(this.study);
		model.groupTypes.set(oid, type ?? '');
		if (repeating === 'No') model.nonRepeatingGroups.add(oid);
	}

	private placeInArm(event: string | null): void {
		if (event === null || this.eventGroupArm === null) return;
		const arms = this.armsOfEvent.get(event) ?? [];
		if (!arms.includes(this.eventGroupArm)) arms.push(this.eventGroupArm);
		this.armsOfEvent.set(event, arms);
	}

	private finishVersion(): void {
		const windows = this.windows();
		const forms = this.formOids();
		this.give({
			study: this.study,
			name: this.document.study(this.study).name,
			version: this.version,
			events: [...this.events.values()].map((event) => ({
				event: event.oid,
				name: event.name,
				kind: event.kind,
				repeating: event.repeating,
				forms: event.groups.flatMap((group) => this.formsUnder(group, new Set())).map(({ oid, mandatory, conditional }) => ({ form: oid, mandatory, conditional })),
				arms: event.arms.length > 0 ? event.arms : (this.armsOfEvent.get(event.oid) ?? []).map((arm) => this.arms.get(arm) ?? arm),
				window: windows.get(event.oid) ?? null,
			})),
			forms: forms.map((oid): PlannedForm => {
				const form = this.groups.get(oid);
				return { form: oid, name: form?.name ?? null, repeating: form?.repeating ?? false, mandatoryItems: form ? this.mandatoryItems(form, new Set()) : [] };
			}),
		});
	}

	/** v1: every FormDef. v2: groups of Type Form, and the groups that an event names where they hold no form. */
	private formOids(): string[] {
		const oids = new Set<string>();
		for (const group of this.groups.values()) if (group.type === 'Form') oids.add(group.oid);
		for (const event of this.events.values()) {
			for (const group of event.groups) for (const form of this.formsUnder(group, new Set())) oids.add(form.oid);
		}
		return [...oids];
	}

	/** The group itself if it is a form or holds none, else the forms inside it (a section around forms). */
	private formsUnder(group: Reference, path: ReadonlySet<string>): Reference[] {
		const definition = this.groups.get(group.oid);
		if (!definition || definition.type === 'Form' || path.has(group.oid)) return [group];
		const within = new Set(path).add(group.oid);
		const nested = definition.groups.filter((inner) => this.holdsForm(inner, within));
		if (nested.length === 0) return [group];
		return nested
			.flatMap((inner) => this.formsUnder(inner, within))
			.map((form) => ({ ...form, mandatory: form.mandatory && group.mandatory, conditional: form.conditional || group.conditional }));
	}

	private holdsForm(group: Reference, path: ReadonlySet<string>): boolean {
		const definition = this.groups.get(group.oid);
		if (!definition || path.has(group.oid)) return false;
		const within = new Set(path).add(group.oid);
		return definition.type === 'Form' || definition.groups.some((inner) => this.holdsForm(inner, within));
	}

	/** Items that must hold data whenever the form is filled: Mandatory on every reference on the way, and no condition on any. */
	private mandatoryItems(group: GroupDraft, path: ReadonlySet<string>): string[] {
		const items = new Set<string>();
		for (const item of group.items) if (item.mandatory && !item.conditional) items.add(item.oid);
		const within = new Set(path).add(group.oid);
		for (const nested of group.groups) {
			const definition = this.groups.get(nested.oid);
			if (!definition || !nested.mandatory || nested.conditional || within.has(nested.oid)) continue;
			for (const item of this.mandatoryItems(definition, within)) items.add(item);
		}
		return [...items];
	}

	private windows(): Map<string, VisitWindow> {
		const windows = new Map<string, VisitWindow>();
		for (const constraint of [...this.constraints].sort((a, b) => a.rank - b.rank)) {
			const transition = constraint.transition === null ? null : this.transitions.get(constraint.transition);
			const event = transition ? transition.to : constraint.event;
			if (event === null || !this.events.has(event) || windows.has(event)) continue;
			const window = windowOf(transition ? { ...constraint, anchor: transition.from } : constraint);
			if (window) windows.set(event, window);
			else this.findings.warn('timing constraints in days or weeks; months and years are no number of days, state the window in the settings', constraint.target ?? null, () => `${this.study}, timing constraint ${constraint.oid}`);
		}
		const anchors = new Map<string, EventDraft>();
		for (const event of this.events.values()) {
			const arm = event.arms[0] ?? '';
			const anchor = anchors.get(arm);
			if (event.offsetWindow && (!anchor?.offsetWindow || event.offsetWindow.targetDay < anchor.offsetWindow.targetDay)) anchors.set(arm, event);
		}
		for (const event of this.events.values()) {
			const anchor = anchors.get(event.arms[0] ?? '');
			if (!event.offsetWindow || !anchor?.offsetWindow || anchor === event || windows.has(event.oid)) continue;
			windows.set(event.oid, { ...event.offsetWindow, anchorEvent: anchor.oid, targetDay: event.offsetWindow.targetDay - anchor.offsetWindow.targetDay });
		}
		return windows;
	}
}

function reference(attributes: AttributeList, oidName: string): Reference {
	return {
		oid: attributes.filled(oidName) ?? '',
		mandatory: attributes.get('Mandatory') === 'Yes',
		conditional: attributes.filled('CollectionExceptionConditionOID') !== null,
	};
}

function timingConstraint(attributes: AttributeList, rank: 0 | 1): TimingConstraint {
	return {
		rank,
		oid: attributes.filled('OID') ?? '',
		anchor: attributes.filled('PredecessorOID'),
		event: attributes.filled('SuccessorOID'),
		transition: rank === 1 ? attributes.filled('TransitionOID') : null,
		target: attributes.filled(rank === 1 ? 'TimepointTarget' : 'TimepointRelativeTarget') ?? undefined,
		before: attributes.filled('TimepointPreWindow') ?? undefined,
		after: attributes.filled('TimepointPostWindow') ?? undefined,
	};
}

function wholeNumber(text: string | undefined): number | null {
	return text !== undefined && /^-?\d{1,6}$/.test(text.trim()) ? Number(text) : null;
}
