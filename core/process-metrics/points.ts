import type { SubjectFacts } from './facts.js';
import type { MappedPoint } from './studyEvidence.js';
import { isDataPoint } from './visits.js';

/** Every data point of a subject; derived, hidden and label items are none. */
export function* pointsOf(subject: SubjectFacts): Iterable<MappedPoint> {
	for (const visit of subject.state.visits.values()) {
		for (const form of visit.forms.values()) {
			for (const point of form.points.values()) if (isDataPoint(subject, point.item)) yield { form, point };
		}
	}
}
