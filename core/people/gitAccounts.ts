import { comparable } from './reading.js';

/** Hosts of Git repositories. An account entered under `git` is meant for any of them; a commit itself names its author by e-mail. */
const GIT_SYSTEMS: readonly string[] = ['github', 'gitlab', 'gitee', 'gitea', 'forgejo', 'bitbucket'];
const ANY_GIT = 'git';

/** Systems under which an account of this system may be entered in a directory, besides its own name. */
export function relatedSystems(system: string): readonly string[] {
	const name = comparable(system);
	if (name === ANY_GIT) return GIT_SYSTEMS;
	return GIT_SYSTEMS.includes(name) ? [ANY_GIT] : [];
}

/** Hosts hide an address behind one that holds the login: `123+octocat@users.noreply.github.com`, `9-user@user.noreply.gitee.com`, `user@noreply.example.com`. */
const HIDDEN_ADDRESS = /^(?:\d+[+-])?([^@+]+)@(?:users?\.)?noreply\.[a-z0-9.-]+$/;

/** The login in a hidden address, null for a real one. */
export function loginOfHiddenAddress(email: string): string | null {
	return HIDDEN_ADDRESS.exec(comparable(email))?.[1] ?? null;
}
