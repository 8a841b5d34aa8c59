import type { Statement } from './statement.js';

/** An instance of a form in an instance of a visit, or (`form` null) the visit itself. One object for all subjects of a study. */
export interface Place {
	readonly number: number;
	readonly event: string;
	readonly eventRepeat: string | null;
	readonly form: string | null;
	readonly formRepeat: string | null;
	/** Some rule looks into it. */
	wanted: boolean;
	/** An item that is read anywhere was stated there by some subject. */
	carries: boolean;
	/** Facts about it were put aside, because no rule looked into it. */
	passedOver: boolean;
	/** What was stated there before: most subjects state the same again. */
	readonly usual: Statement[];
	/** The place that was asked for after this one the last time. */
	next: Place | null;
}

interface EventPlaces {
	readonly visit: Map<string | null, Place>;
	readonly forms: Map<string, Place>;
	/** By event repeat, form repeat and form. */
	readonly repeated: Map<string, Place>;
}

/** The places of one study. */
export class Places {
	private readonly events = new Map<string, EventPlaces>();
	private wanted: (event: string, form: string) => boolean;
	private last: Place | null = null;
	/** Rules look now into places that they passed over before, so that what was put aside has to be read too. */
	looksBack = false;

	/** @param all the places of every study, by number */
	constructor(
		private readonly all: Place[],
		wanted: (event: string, form: string) => boolean,
	) {
		this.wanted = wanted;
	}

	visit(event: string, eventRepeat: string | null): Place {
		const { visit } = this.ofEvent(event);
		const repeat = repeatKey(eventRepeat);
		let place = visit.get(repeat);
		if (place === undefined) visit.set(repeat, (place = this.add(event, repeat, null, null)));
		return place;
	}

	form(event: string, eventRepeat: string | null, form: string, formRepeat: string | null): Place {
		const ofEvent = repeatKey(eventRepeat);
		const ofForm = repeatKey(formRepeat);
		// Subject after subject has its forms in the same order again.
		const expected = this.last?.next ?? null;
		const isExpected = expected?.event === event && expected.form === form && expected.eventRepeat === ofEvent && expected.formRepeat === ofForm;
		const place = isExpected ? expected : this.findForm(event, ofEvent, form, ofForm);
		if (this.last !== null) this.last.next = place;
		this.last = place;
		return place;
	}

	private findForm(event: string, ofEvent: string | null, form: string, ofForm: string | null): Place {
		const { forms, repeated } = this.ofEvent(event);
		if (ofEvent === null && ofForm === null) {
			let place = forms.get(form);
			if (place === undefined) forms.set(form, (place = this.add(event, null, form, null)));
			return place;
		}
		const key = JSON.stringify([ofEvent, ofForm, form]);
		let place = repeated.get(key);
		if (place === undefined) repeated.set(key, (place = this.add(event, ofEvent, form, ofForm)));
		return place;
	}

	/** Another design of the study may ask for other visits. */
	want(wanted: (event: string, form: string) => boolean): void {
		this.wanted = wanted;
		for (const { forms, repeated } of this.events.values()) {
			for (const place of forms.values()) this.reconsider(place);
			for (const place of repeated.values()) this.reconsider(place);
		}
	}

	/** An item that is read anywhere was stated there. */
	carry(place: Place): void {
		if (place.carries) return;
		place.carries = true;
		this.reconsider(place);
	}

	private reconsider(place: Place): void {
		place.wanted = this.isWanted(place);
		if (place.wanted && place.passedOver) this.looksBack = true;
	}

	private isWanted({ event, form, carries }: Place): boolean {
		return form === null || carries || this.wanted(event, form);
	}

	private ofEvent(event: string): EventPlaces {
		let places = this.events.get(event);
		if (places === undefined) this.events.set(event, (places = { visit: new Map(), forms: new Map(), repeated: new Map() }));
		return places;
	}

	private add(event: string, eventRepeat: string | null, form: string | null, formRepeat: string | null): Place {
		const place: Place = { number: this.all.length, event, eventRepeat, form, formRepeat, wanted: false, carries: false, passedOver: false, usual: [], next: null };
		place.wanted = this.isWanted(place);
		this.all.push(place);
		return place;
	}
}

/** A missing repeat key is key 1: definitions that do not repeat have either. */
export function repeatKey(repeat: string | null): string | null {
	return repeat === '1' ? null : repeat;
}
