import type { CloudEvent } from './cloudEvent.js';

/** Something in the input that could not be used, named so that a person can mend it. Never dropped silently. */
export interface SourceFinding {
	/** Where: element path, row number or field name. */
	readonly where: string;
	readonly value: string | null;
	readonly expected: string;
	readonly severity: 'refused' | 'warning';
}

/** What an adapter hands its results to. */
export interface EvidenceSink<Event extends CloudEvent = CloudEvent> {
	event(event: Event): void;
	finding(finding: SourceFinding): void;
}
