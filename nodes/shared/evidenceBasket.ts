import type { CloudEvent } from '../../core/evidence/cloudEvent.js';
import { evidenceKey } from '../../core/evidence/cloudEvent.js';
import { checkEvidence } from '../../core/evidence/checkEvidence.js';
import type { EvidenceSink, SourceFinding } from '../../core/evidence/sink.js';

/** Gathers what a reading gives: facts of one vocabulary that pass the schema of their type, each once, and what could not be used. */
export class EvidenceBasket<Event extends CloudEvent> implements EvidenceSink<Event> {
	readonly events: Event[] = [];
	readonly findings: SourceFinding[] = [];
	private readonly known = new Set<string>();

	/** @param belongs tells the facts of the vocabulary */
	constructor(private readonly belongs: (event: CloudEvent) => event is Event) {}

	event(event: Event): void {
		this.offer(event, event.id);
	}

	finding(finding: SourceFinding): void {
		this.findings.push(finding);
	}

	/** Takes anything that claims to be a fact. */
	offer(value: unknown, where: string): void {
		const check = checkEvidence(value, where);
		if (!check.ok) {
			this.findings.push(...check.findings);
			return;
		}
		const { event } = check;
		if (!this.belongs(event)) {
			this.findings.push({ where: where === '' ? 'type' : `${where}.type`, value: event.type, expected: 'a fact of the kind that this node gives', severity: 'refused' });
			return;
		}
		const key = evidenceKey(event);
		if (this.known.has(key)) return;
		this.known.add(key);
		this.events.push(event);
	}

	/** Something was refused, warnings left aside. */
	get refused(): boolean {
		return this.findings.some((finding) => finding.severity === 'refused');
	}
}
