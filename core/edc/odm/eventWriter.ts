import {
	EDC_EVENT_TYPES,
	type DeviationRecorded,
	type DocumentRead,
	type EdcSink,
	type FormRecorded,
	type QueryChanged,
	type SignatureApplied,
	type StudyDescribed,
	type StudyLocked,
	type SubjectChanged,
	type VisitChanged,
} from '../evidence.js';
import { FactContent, factId } from './identity.js';

/** Puts facts into their envelopes: source, id, time. */
export class EventWriter {
	private readonly sources = new Map<string, string>();
	private readonly content = new FactContent();
	sourceSystem: string | null = null;

	constructor(
		private readonly sink: EdcSink,
		private readonly statedSource: string | null,
	) {}

	documentRead(content: string, data: DocumentRead): void {
		this.sink.event({ ...this.envelope('document', content, data.study), type: EDC_EVENT_TYPES.documentRead, ...timed(data.asOf), data });
	}

	studyDescribed(content: string, data: StudyDescribed): void {
		this.sink.event({ ...this.envelope('study', content, data.study), type: EDC_EVENT_TYPES.studyDescribed, data });
	}

	studyLocked(content: string, data: StudyLocked): void {
		this.sink.event({ ...this.envelope('lock', content, data.study), type: EDC_EVENT_TYPES.studyLocked, ...timed(data.at), data });
	}

	subjectChanged(content: string, data: SubjectChanged): void {
		this.sink.event({ ...this.envelope('subject', content, data.study, data.subject), type: EDC_EVENT_TYPES.subjectChanged, ...timed(data.at), data });
	}

	visitChanged(content: string, data: VisitChanged): void {
		this.sink.event({ ...this.envelope('visit', content, data.study, data.subject), type: EDC_EVENT_TYPES.visitChanged, ...timed(data.at), data });
	}

	/** Empty content for a form, filled by its reader and used up by {@link formRecorded}. */
	formContent(): FactContent {
		this.content.clear();
		return this.content;
	}

	formRecorded(content: FactContent, data: FormRecorded): void {
		const id = content.id('form');
		const source = this.source(data.study);
		const type = EDC_EVENT_TYPES.formRecorded;
		if (data.recordedAt === null) this.sink.event({ specversion: '1.0', id, source, subject: data.subject, type, data });
		else this.sink.event({ specversion: '1.0', id, source, subject: data.subject, type, time: data.recordedAt, data });
	}

	queryChanged(content: string, data: QueryChanged): void {
		this.sink.event({ ...this.envelope('query', content, data.study, data.subject), type: EDC_EVENT_TYPES.queryChanged, ...timed(data.at), data });
	}

	signatureApplied(content: string, data: SignatureApplied): void {
		this.sink.event({ ...this.envelope('signature', content, data.study, data.subject), type: EDC_EVENT_TYPES.signatureApplied, ...timed(data.at), data });
	}

	deviationRecorded(content: string, data: DeviationRecorded): void {
		this.sink.event({ ...this.envelope('deviation', content, data.study, data.subject), type: EDC_EVENT_TYPES.deviationRecorded, ...timed(data.at), data });
	}

	private envelope(kind: string, content: string, study: string, subject: string = study): { specversion: '1.0'; id: string; source: string; subject: string } {
		return { specversion: '1.0', id: factId(kind, content), source: this.source(study), subject };
	}

	private source(study: string): string {
		if (this.statedSource !== null) return this.statedSource;
		let source = this.sources.get(study);
		if (source === undefined) {
			source = `urn:odm:${encodeURIComponent(this.sourceSystem ?? 'unknown')}:${encodeURIComponent(study)}`;
			this.sources.set(study, source);
		}
		return source;
	}
}

function timed(time: string | null): { time?: string } {
	return time === null ? {} : { time };
}
