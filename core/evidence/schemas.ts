import envelope from './schemas/cloud-event.json';
import deviationRecorded from './schemas/performance-trace.edc.deviation.recorded.v1.json';
import documentRead from './schemas/performance-trace.edc.document.read.v1.json';
import formRecorded from './schemas/performance-trace.edc.form.recorded.v1.json';
import queryChanged from './schemas/performance-trace.edc.query.changed.v1.json';
import signatureApplied from './schemas/performance-trace.edc.signature.applied.v1.json';
import studyDescribed from './schemas/performance-trace.edc.study.described.v1.json';
import studyLocked from './schemas/performance-trace.edc.study.locked.v1.json';
import subjectChanged from './schemas/performance-trace.edc.subject.changed.v1.json';
import visitChanged from './schemas/performance-trace.edc.visit.changed.v1.json';

/** A JSON Schema, draft 2020-12. */
export interface JsonSchema {
	readonly $schema: string;
	/** Identity by which another schema or `dataschema` refers to it. */
	readonly $id: string;
	readonly [keyword: string]: unknown;
}

/** Schema of the CloudEvents envelope, whatever its type. */
export const ENVELOPE_SCHEMA: JsonSchema = envelope;

/** Schema of `data`, by the type of the event; what `checkEvidence` holds a fact to. */
export const DATA_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
	'performance-trace.edc.deviation.recorded.v1': deviationRecorded,
	'performance-trace.edc.document.read.v1': documentRead,
	'performance-trace.edc.form.recorded.v1': formRecorded,
	'performance-trace.edc.query.changed.v1': queryChanged,
	'performance-trace.edc.signature.applied.v1': signatureApplied,
	'performance-trace.edc.study.described.v1': studyDescribed,
	'performance-trace.edc.study.locked.v1': studyLocked,
	'performance-trace.edc.subject.changed.v1': subjectChanged,
	'performance-trace.edc.visit.changed.v1': visitChanged,
};
