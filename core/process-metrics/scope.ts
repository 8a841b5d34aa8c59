import type { Moment } from '../time/moment.js';
import type { StudyFacts, SubjectFacts } from './facts.js';
import type { ResolvedScope } from './metric.js';
import { Tally } from './tally.js';
import type { Origin } from './origin.js';

export interface WindowBounds {
	/** Epoch milliseconds, start included, end not. */
	readonly start: number;
	readonly end: number;
}

/** What a metric is computed on: the subjects of a scope, a window and a way to note what it sees. */
export class MetricView {
	readonly tally: Tally;
	readonly subjects: readonly SubjectFacts[];
	private readonly site: string | null;

	constructor(
		readonly study: StudyFacts,
		scope: ResolvedScope,
		readonly window: WindowBounds | null,
	) {
		this.tally = new Tally(study.settings.evidenceLimit, study.mapping.recordAddress ?? study.state.recordAddress?.address);
		this.site = 'site' in scope ? scope.site : null;
		if ('subjects' in scope) {
			const wanted = new Set(scope.subjects);
			this.subjects = study.subjects.filter((subject) => wanted.has(subject.key) || (subject.state.label !== null && wanted.has(subject.state.label)));
		} else this.subjects = this.site === null ? study.subjects : study.subjectsAt(this.site);
	}

	get asOf(): number {
		return this.study.asOf;
	}

	/** The subject was in the scope's site at this time. */
	covers(subject: SubjectFacts, at: number): boolean {
		return this.site === null || subject.siteAt(at) === this.site;
	}

	/** Subjects of the scope as it stands at `asOf`. */
	get subjectsNow(): readonly SubjectFacts[] {
		return this.site === null ? this.subjects : this.subjects.filter((subject) => this.covers(subject, this.asOf));
	}

	/** Whether a row with this anchor belongs to scope and window. */
	includesInstant(subject: SubjectFacts, at: number): boolean {
		if (this.window !== null && (at < this.window.start || at >= this.window.end)) return false;
		return this.covers(subject, at);
	}

	/** The same for an anchor of any precision. One that may lie in or out of the window is left out and counted. */
	includes(subject: SubjectFacts, anchor: Moment | null, origin: Origin | null): boolean {
		if (anchor === null) {
			if (!this.covers(subject, this.asOf)) return false;
			if (this.window === null) return true;
			this.tally.exclude('undated', origin);
			return false;
		}
		if (!this.covers(subject, anchor.latest)) return false;
		if (this.window === null) return true;
		const { start, end } = this.window;
		if (anchor.earliest >= start && anchor.latest < end) return true;
		if (anchor.latest >= start && anchor.earliest < end) this.tally.exclude('unclearWindow', origin);
		return false;
	}
}
