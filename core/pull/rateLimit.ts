import { headerOf, retryAfterSeconds } from './answer.js';
import type { AnswerHead } from './pull.js';

/** Above this, a reset time is epoch seconds; below it, seconds from now. */
const EPOCH_SECONDS_FROM = 1_000_000_000;

/**
 * Seconds until a server takes calls again, as it says itself: `Retry-After`, else the reset of a limit that is used up
 * (`X-RateLimit-Remaining: 0` with `X-RateLimit-Reset`, or the `RateLimit-` headers), in epoch seconds or in seconds.
 * Source: vendor reference 2.2.
 *
 * @param now epoch milliseconds
 * @returns null where the server names no time
 */
export function secondsUntilAllowed(head: AnswerHead, now: number): number | null {
	const retryAfter = retryAfterSeconds(head, now);
	if (retryAfter !== null) return retryAfter;
	const used = headerOf(head, 'x-ratelimit-remaining') ?? headerOf(head, 'ratelimit-remaining');
	const reset = headerOf(head, 'x-ratelimit-reset') ?? headerOf(head, 'ratelimit-reset');
	if (used?.trim() !== '0' || reset === null || !/^\d{1,12}$/.test(reset.trim())) return null;
	const seconds = Number(reset);
	return Math.max(1, seconds >= EPOCH_SECONDS_FROM ? Math.ceil(seconds - now / 1000) : seconds);
}
