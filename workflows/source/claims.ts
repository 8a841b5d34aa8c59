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

/**
 * One statement decides who may go on; a claim that came to nothing can be taken over after a while. Takes the key, the execution, the seconds
 * after which a claim is taken over, and what is claimed about; gives nothing where another execution holds the claim.
 */
export const CLAIM = `INSERT INTO pt_claims (claim_key, execution) VALUES ($1, $2)
ON CONFLICT (claim_key) DO UPDATE SET execution = EXCLUDED.execution, claimed_at = now()
WHERE pt_claims.claimed_at < now() - make_interval(secs => $3)
RETURNING claim_key, execution, $4::text AS "cardNumber"`;

/** Lets the next one have a turn. */
export const RELEASE = 'DELETE FROM pt_claims WHERE claim_key = $1 AND execution = $2';

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
