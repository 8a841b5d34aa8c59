import type { PlannedEvent, StudyDescribed } from '../edc/evidence.js';
import type { EdcMapping } from '../edc/mapping.js';
import { parseMoment, type Moment } from '../time/moment.js';
import { localDayNumber, zoneOf, type Zone } from '../time/zone.js';
import { compareObserved, Histories, type PointHistory } from './history.js';
import { compareText, type Origin } from './origin.js';
import type { ProcessMetricSettings } from './settings.js';
import { enrolmentBasis, leavingOf, type EnrolmentBasis, type Leaving } from './population.js';
import type { MappedPoint, Observed, StudyState, SubjectState } from './studyEvidence.js';

/** A value of a mapped item with where it stands. */
export interface MappedValue extends MappedPoint {
	readonly value: string;
	readonly history: PointHistory;
	readonly origin: Origin;
}

/** What several metrics need to know about a study; worked out once after the pass. */
export class StudyFacts {
	readonly histories = new Histories();
	readonly zone: Zone;
	readonly subjects: readonly SubjectFacts[];
	readonly design: Observed<StudyDescribed> | null;
	readonly planned: ReadonlyMap<string, PlannedEvent>;
	readonly enrolmentBasis: EnrolmentBasis | null;
	private readonly bySite = new Map<string, SubjectFacts[]>();
	private readonly zones = new Map<string, Zone>();

	constructor(
		readonly state: StudyState,
		readonly mapping: EdcMapping,
		readonly settings: ProcessMetricSettings,
		readonly asOf: number,
	) {
		this.zone = zoneOf(settings.zone ?? mapping.zone);
		for (const [site, name] of Object.entries(settings.zoneOfSite)) this.zones.set(site, zoneOf(name));
		this.design = state.designs.reduce<Observed<StudyDescribed> | null>((best, one) => (best === null || compareObserved(one, best) > 0 ? one : best), null);
		this.planned = new Map((this.design?.data.events ?? []).map((event) => [event.event, event]));
		for (const form of this.design?.data.forms ?? []) for (const item of form.mandatoryItems) state.seenItems.add(item);
		const vanished = vanishedFrom(state);
		this.subjects = [...state.subjects.values()]
			.sort((a, b) => compareText(a.key, b.key))
			.map((subject) => new SubjectFacts(this, subject))
			.filter((subject) => !subject.removed && !vanished(subject.state));
		this.enrolmentBasis = enrolmentBasis(this.subjects);
		for (const subject of this.subjects) {
			for (const site of subject.state.sites.keys()) {
				const list = this.bySite.get(site);
				if (list) list.push(subject);
				else this.bySite.set(site, [subject]);
			}
		}
	}

	get sites(): readonly string[] {
		return [...this.bySite.keys()].sort(compareText);
	}

	/** Every subject that was ever at the site. */
	subjectsAt(site: string): readonly SubjectFacts[] {
		return this.bySite.get(site) ?? [];
	}

	zoneOfSite(site: string | null): Zone {
		return (site === null ? undefined : this.zones.get(site)) ?? this.zone;
	}

	/** Whether any of the mapped items occurred, filled or not, or is in the design. */
	anySeen(items: readonly (string | null)[]): boolean {
		return items.some((item) => item !== null && this.state.seenItems.has(item));
	}
}

export class SubjectFacts {
	readonly key: string;
	readonly removed: boolean;
	readonly arm: string | null;
	/** Zone of the subject's site: its dates without time are days there. */
	readonly zone: Zone;
	private readonly records: SubjectState['records'];
	private left: Leaving | null | undefined;

	constructor(
		readonly study: StudyFacts,
		readonly state: SubjectState,
	) {
		this.key = state.key;
		this.records = state.records.sort(compareObserved);
		this.removed = this.records.at(-1)?.data.removed ?? false;
		this.arm = this.latest((record) => record.arm)?.value ?? null;
		this.zone = study.zoneOfSite(this.siteAt(study.asOf));
	}

	/** Site at a time (transfers): the last one recorded by then, else the first one known. */
	siteAt(at: number): string | null {
		let site: string | null = null;
		for (const record of this.records) {
			if (record.data.site !== null && (site === null || record.at <= at)) site = record.data.site;
		}
		if (site !== null) return site;
		let best: { readonly site: string; readonly first: number } | null = null;
		for (const [name, first] of this.state.sites) {
			const better = best === null || (first <= at ? best.first > at || first > best.first : best.first > at && first < best.first) || (first === best.first && name < best.site);
			if (better) best = { site: name, first };
		}
		return best?.site ?? null;
	}

	/** Last value that is not null of one field of the subject's records. */
	latest<Field>(field: (record: SubjectState['records'][number]['data']) => Field | null): { readonly value: Field; readonly at: number; readonly origin: Origin } | null {
		for (let index = this.records.length - 1; index >= 0; index--) {
			const record = this.records[index];
			const value = record === undefined ? null : field(record.data);
			if (record && value !== null) return { value, at: record.at, origin: record.origin };
		}
		return null;
	}

	/** The state the subject is in by the source's own word, since when, and the record that first said so. */
	get status(): { readonly word: string; readonly since: number; readonly origin: Origin } | null {
		let found: { readonly word: string; readonly since: number; readonly origin: Origin } | null = null;
		for (let index = this.records.length - 1; index >= 0; index--) {
			const record = this.records[index];
			if (!record || record.data.status === null) continue;
			if (found !== null && record.data.status !== found.word) break;
			found = { word: record.data.status, since: record.at, origin: record.origin };
		}
		return found;
	}

	hadStatus(words: readonly string[]): boolean {
		return words.length > 0 && this.records.some((record) => record.data.status !== null && words.includes(record.data.status));
	}

	/** Filled values of these items, in order of the items, then of place. */
	values(items: readonly (string | null)[]): readonly MappedValue[] {
		const found: MappedValue[] = [];
		for (const item of items) {
			const points = item === null ? undefined : this.state.mapped.get(item);
			if (!points) continue;
			const values: MappedValue[] = [];
			for (const { form, point } of points) {
				const history = this.study.histories.of(form, point);
				const origin = history.changes.at(-1)?.origin;
				if (history.filled && history.value !== null && origin) values.push({ form, point, value: history.value, history, origin });
			}
			found.push(...values.sort((a, b) => compareText(placeKey(a), placeKey(b))));
		}
		return found;
	}

	/** A date or time of any precision, read in the zone of the site. */
	moment(text: string | null): Moment | null {
		return parseMoment(text, this.zone);
	}

	day(instant: number): number {
		return localDayNumber(instant, this.zone);
	}

	/** How and when the subject left, null while in the study. */
	get leaving(): Leaving | null {
		if (this.left === undefined) this.left = leavingOf(this);
		return this.left;
	}

	get screenFailure(): boolean {
		return this.leaving?.kind === 'screenFailure';
	}
}

/** Where a value stands within its subject. */
export function placeKey(value: MappedPoint): string {
	const { form, point } = value;
	return [form.visit.event, form.visit.eventRepeat ?? '', form.form, form.formRepeat ?? '', point.groupRepeat ?? '', point.group ?? ''].join('\u0000');
}

/** A subject that the latest full document no longer lists, and that nothing was heard of since, is gone from the source. */
function vanishedFrom(state: StudyState): (subject: SubjectState) => boolean {
	const roster = state.rosters.reduce<StudyState['rosters'][number] | null>((best, one) => (best === null || compareObserved(one, best) > 0 ? one : best), null);
	return (subject) => roster !== null && subject.lastSeen <= roster.at && !roster.data.subjects.has(subject.key);
}
