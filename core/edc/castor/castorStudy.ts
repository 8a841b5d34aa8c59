import { EDC_EVENT_TYPES, type StudyDescribedEvent } from '../evidence.js';
import { edcFact } from '../fact.js';
import { asObject } from '../../pull/run.js';
import { firstText, isTrue } from './castorPages.js';

type Row = Readonly<Record<string, unknown>>;

export interface CastorField {
	readonly item: string;
	readonly form: string;
	readonly required: boolean;
}

export interface CastorForm {
	readonly event: string;
	readonly name: string | null;
}

/**
 * Structure of a Castor study. Events and forms are named by Castor's ids (visit and form, in older versions phase and step),
 * items by their variable name, where they have one.
 */
export class CastorStudy {
	name: string | null = null;
	version: string | null = null;
	/** Text or object of the creation time. */
	createdOn: unknown = null;
	readonly visits = new Map<string, string | null>();
	readonly forms = new Map<string, CastorForm>();
	readonly fields = new Map<string, CastorField>();
	readonly countryOfSite = new Map<string, string>();

	takeStudy(row: Row): void {
		this.name = firstText(row, 'name');
		this.version = firstText(row, 'version');
		this.createdOn = row['created_on'] ?? null;
	}

	/** The mapping may name a site by any of the ways people know it. */
	takeSites(rows: readonly Row[], countryOfSite: Readonly<Record<string, string>>): void {
		for (const row of rows) {
			const id = firstText(row, 'id', 'site_id', 'institute_id');
			if (id === null) continue;
			for (const name of [id, firstText(row, 'abbreviation'), firstText(row, 'code'), firstText(row, 'name')]) {
				const country = name === null ? undefined : countryOfSite[name];
				if (country !== undefined) this.countryOfSite.set(id, country);
			}
		}
	}

	takeVisits(rows: readonly Row[]): void {
		for (const row of rows) {
			const id = firstText(row, 'id', 'visit_id', 'phase_id');
			if (id !== null) this.visits.set(id, firstText(row, 'visit_name', 'phase_name', 'name'));
		}
	}

	takeForms(rows: readonly Row[]): void {
		for (const row of rows) {
			const id = firstText(row, 'id', 'form_id', 'step_id');
			if (id === null) continue;
			const embedded = asObject(row['_embedded']);
			const visit = asObject(embedded?.['visit'] ?? embedded?.['phase']);
			const event = firstText(visit, 'id', 'visit_id', 'phase_id') ?? firstText(row, 'visit_id', 'phase_id');
			if (event !== null) this.forms.set(id, { event, name: firstText(row, 'form_name', 'step_name', 'name') });
		}
	}

	takeFields(rows: readonly Row[]): void {
		for (const row of rows) {
			const id = firstText(row, 'id', 'field_id');
			const form = firstText(row, 'parent_id');
			if (id === null || form === null) continue;
			const type = firstText(row, 'field_type') ?? '';
			const entered = type !== 'remark' && type !== 'calculation' && type !== 'summary' && type !== 'image';
			this.fields.set(id, { item: firstText(row, 'field_variable_name') ?? id, form, required: entered && isTrue(row['field_required']) });
		}
	}

	describe(source: string, study: string): StudyDescribedEvent {
		const items = new Map<string, string[]>();
		for (const { item, form, required } of this.fields.values()) {
			if (required) items.set(form, [...(items.get(form) ?? []), item]);
		}
		const data = {
			study,
			name: this.name,
			version: this.version,
			events: [...this.visits].map(([event, name]) => ({
				event,
				name,
				kind: 'Scheduled' as const,
				repeating: false,
				forms: [...this.forms].filter(([, form]) => form.event === event).map(([form]) => ({ form, mandatory: true, conditional: false })),
				arms: [],
				window: null,
			})),
			forms: [...this.forms].map(([form, { name }]) => ({ form, name, repeating: false, mandatoryItems: items.get(form) ?? [] })),
		};
		return edcFact(source, EDC_EVENT_TYPES.studyDescribed, data, null, data);
	}
}
