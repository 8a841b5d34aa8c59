import type { GitSystem } from '../../core/git/index.js';
import { interfaceAddress } from '../../core/git/index.js';
import type { SourceServer } from './httpCall.js';
import { UserMessage } from './items.js';

export interface GitHostDefinition {
	readonly name: GitSystem;
	readonly title: string;
	readonly description: string;
	readonly credential: 'gitHubAccessApi' | 'gitLabAccessApi' | 'giteeAccessApi' | 'giteaAccessApi';
}

/** In the order of the editor, which sorts by name. */
export const GIT_HOSTS: readonly GitHostDefinition[] = [
	{ name: 'gitea', title: 'Gitea or Forgejo', description: 'One’s own server, interface v1', credential: 'giteaAccessApi' },
	{ name: 'gitee', title: 'Gitee', description: 'Interface v5', credential: 'giteeAccessApi' },
	{ name: 'github', title: 'GitHub', description: 'GitHub.com or GitHub Enterprise Server', credential: 'gitHubAccessApi' },
	{ name: 'gitlab', title: 'GitLab', description: 'GitLab.com or one’s own server, interface v4', credential: 'gitLabAccessApi' },
];

export function gitHostOf(name: string): GitHostDefinition {
	const found = GIT_HOSTS.find((host) => host.name === name);
	if (found === undefined) throw new UserMessage(`"Host" is "${name}".`, `Expected: one of ${GIT_HOSTS.map((host) => host.name).join(', ')}.`);
	return found;
}

/** The server that a credential names. */
export function gitServerOf({ name, title, credential }: GitHostDefinition, credentials: { readonly baseUrl?: unknown }): SourceServer {
	const entered = typeof credentials.baseUrl === 'string' ? credentials.baseUrl.trim() : '';
	const baseUrl = interfaceAddress(name, entered);
	if (!/^https?:\/\/[^/\s]+/i.test(entered) || !URL.canParse(baseUrl)) throw new UserMessage(`The address in the credential of ${title} is "${entered}".`, 'Expected: a whole address with https:// in front. Correct it in the credential.');
	return { credential, tokenExpires: false, baseUrl };
}
