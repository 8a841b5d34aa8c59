import type { GitSystem } from './facts.js';

/** Path of the interface below the address of a host. */
const INTERFACE: Readonly<Record<GitSystem, string>> = { github: '/api/v3', gitlab: '/api/v4', gitee: '/api/v5', gitea: '/api/v1' };

/**
 * Base address of a host's interface, from what a person copies: the address of the host or of its interface. github.com has a host of its own for it.
 * Source: vendor reference 2.1.
 */
export function interfaceAddress(system: GitSystem, entered: string): string {
	const address = entered.trim().replace(/\/+$/, '');
	const path = INTERFACE[system];
	if (system === 'github' && /^https?:\/\/(?:www\.)?github\.com$/i.test(address)) return 'https://api.github.com';
	if (system === 'github' && /^https?:\/\/api\.[^/]+$/i.test(address)) return address;
	return address.toLowerCase().endsWith(path) ? address : `${address}${path}`;
}
