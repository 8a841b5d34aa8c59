import type { EdcMapping } from '../mapping.js';

export interface OdmReaderOptions {
	/** CloudEvents `source`; default `urn:odm:<SourceSystem>:<StudyOID>`. */
	readonly source?: string;
	readonly mapping: EdcMapping;
	/** Elements inside each other; default 64. */
	readonly maxDepth?: number;
	/** Characters of one value, text or tag; default 10 million. */
	readonly maxTextLength?: number;
	/**
	 * Item values that wait in memory for an audit record that stands behind them in the document; default 100,000.
	 * Beyond it they are handed on without, which is reported.
	 */
	readonly maxWaitingItems?: number;
}

export const DEFAULT_LIMITS = { maxDepth: 64, maxTextLength: 10_000_000, maxWaitingItems: 100_000 } as const;
