import { evidenceKey } from '../../core/evidence/cloudEvent.js';
import { checkEvidence } from '../../core/evidence/checkEvidence.js';
import type { EdcEvent, EdcSink, SourceFinding } from '../../core/edc/evidence.js';

/** Gathers what a reading gives: facts that pass the schema of their type, each once, and what could not be used. */
export class EvidenceBasket implements EdcSink {
	readonly events: EdcEvent[] = [];
	readonly findings: SourceFinding[] = [];
	private readonly known = new Set<string>();

	event(event: EdcEvent): void {
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
		const key = evidenceKey(check.event);
		if (this.known.has(key)) return;
		this.known.add(key);
		this.events.push(check.event);
	}

	/** Something was refused, warnings left aside. */
	get refused(): boolean {
		return this.findings.some((finding) => finding.severity === 'refused');
	}
}
