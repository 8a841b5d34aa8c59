import type { NodeSpecification } from './builder.js';
import { switchedOff } from './parts.js';

/* Claims in queue mode: PostgreSQL decides which of two workers goes on, because Data Tables have no unique constraint. */

/** One table for everything that is claimed. */
export const CLAIMS_TABLE = `CREATE TABLE IF NOT EXISTS pt_claims (
  claim_key text PRIMARY KEY,
  execution text NOT NULL,
  claimed_at timestamptz NOT NULL DEFAULT now(),
  finished boolean NOT NULL DEFAULT false
);`;

/** A statement of the database that n8n itself uses in queue mode; off until its credential is chosen. */
export function postgres(at: readonly [number, number], query: string, replacements: string | null, options: Readonly<Record<string, unknown>> = {}): NodeSpecification {
	return switchedOff({
		type: 'n8n-nodes-base.postgres',
		version: 2.5,
		at,
		parameters: { operation: 'executeQuery', query, options: { queryBatching: 'independently', ...(replacements === null ? {} : { queryReplacement: replacements }) } },
		options,
	});
}
