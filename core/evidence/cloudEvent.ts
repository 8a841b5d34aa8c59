/**
 * One fact from a source system, as a CloudEvents 1.0 JSON object.
 * `source` + `id` identify the fact: the same pair twice is the same fact, in any order, at any time.
 * Source: spec "Vocabulary"; CloudEvents 1.0, section 3.
 */
export interface CloudEvent<Type extends string = string, Data = unknown> {
	readonly specversion: '1.0';
	/** The source's own id of the fact, else a hash of its canonical content. */
	readonly id: string;
	/** Base address of the system plus the project or study: an absolute or relative URI. */
	readonly source: string;
	readonly type: Type;
	/** What the fact is about within the source, e.g. a subject key. */
	readonly subject?: string;
	/** When it happened in the source, RFC 3339 with offset. Absent where the source names no time. */
	readonly time?: string;
	readonly datacontenttype?: 'application/json';
	/** Identity of the JSON Schema of `data`. */
	readonly dataschema?: string;
	readonly data: Data;
}

/** A pointer from a judgement back to the fact it rests on. */
export interface EvidenceReference {
	readonly source: string;
	readonly id: string;
	/** RFC 3339, null where the source names no time. */
	readonly time: string | null;
	/** Account in the source system that caused the fact, null where unknown. */
	readonly actor: string | null;
	/** Address at which a person can open the record, null where the source has none. */
	readonly url: string | null;
	/** What the fact is, in a few words a reader understands, e.g. `subject 017, visit SE.3`. */
	readonly label?: string;
}

/** Identity of a fact as one string. */
export function evidenceKey(event: Pick<CloudEvent, 'source' | 'id'>): string {
	return `${event.source} ${event.id}`;
}
