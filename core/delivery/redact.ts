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
