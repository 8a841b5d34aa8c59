import type { ChannelAccess } from './signature.js';

/** Names of query parameters and JSON fields whose value is a secret in some channel. */
const SECRET_NAMES = 'access_token|key|sign|sig|secret|token|code|password|passwd|apikey|api_key';

const PATTERNS: ReadonlyArray<readonly [RegExp, string]> = [
	[new RegExp(`([?&](?:${SECRET_NAMES})=)[^&\\s"'<>]+`, 'gi'), '$1***'],
	[/(\/open-apis\/bot\/(?:v2\/)?hook\/)[\w-]+/gi, '$1***'],
	[/(hooks\.slack\.com\/(?:services|workflows|triggers)\/)[\w/-]+/gi, '$1***'],
	[/("(?:sign|secret|access_token|token|password)"\s*:\s*")[^"]+/gi, '$1***'],
	[/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, '$1 ***'],
	[/\b(whsec_)[A-Za-z0-9+/=]+/g, '$1***'],
	[/(https?:\/\/)[^\s/@:]+:[^\s/@]+@/gi, '$1***@'],
];

/**
 * Takes secrets out of a text before it is stored or shown: keys in robot addresses, signatures, tokens, credentials in headers.
 *
 * @param known secrets that are to go wherever they stand
 */
export function redactSecrets(text: string, known: readonly string[] = []): string {
	const without = known.filter((secret) => secret.length >= 6).reduce((result, secret) => result.split(secret).join('***'), text);
	return PATTERNS.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), without);
}

/** Everything about an access that may not be repeated: address, key within it, signing secret, longest first. */
export function secretsOf({ url, secret }: ChannelAccess): readonly string[] {
	const parts = url.replace(/^https?:\/\/[^/]*/i, '').split(/[?&=#/]/).filter((part) => part.length >= 12);
	const query = url.includes('?') ? url.slice(url.indexOf('?') + 1).split(/[&=]/).filter((_, index) => index % 2 === 1) : [];
	return [url, secret ?? '', ...query, ...parts].flatMap((text) => [text, decoded(text)]).filter((text) => text.length >= 6).sort((left, right) => right.length - left.length);
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
