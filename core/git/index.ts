import type { Pull } from '../pull/pull.js';
import type { GitEvent } from './evidence.js';
import type { GitSystem } from './facts.js';
import { giteaHost } from './gitea/giteaHost.js';
import { giteeHost } from './gitee/giteeHost.js';
import { githubHost } from './github/githubHost.js';
import { gitlabHost } from './gitlab/gitlabHost.js';
import type { GitHost, GitPullSettings } from './host.js';
import { createGitPull as createWalk } from './walk.js';

const HOSTS: Readonly<Record<GitSystem, GitHost>> = { github: githubHost, gitlab: gitlabHost, gitee: giteeHost, gitea: giteaHost };

/** Hosts that can be read. Gitea stands for Forgejo too. */
export const GIT_SYSTEMS = Object.keys(HOSTS) as readonly GitSystem[];

/** A pull for one run of one repository; the base address of the caller is the one of the host's interface (`https://api.github.com`, `…/api/v4`, `…/api/v5`, `…/api/v1`). */
export function createGitPull(system: GitSystem, settings: GitPullSettings): Pull<GitEvent> {
	return createWalk(HOSTS[system], settings);
}

export { interfaceAddress } from './address.js';
export type { GitSystem, GitSink } from './facts.js';
export { GIT_READINGS, type GitPullSettings, type GitReading } from './host.js';
export { GIT_PAYLOADS, readGitPayload, type GitPayloadContext, type GitPayloadKind } from './payload.js';
export { gitWebhookKind, readGitWebhook, type GitWebhookCall, type GitWebhookReading } from './webhook.js';
export { createGitLogEvidence, createGitLogReader, GIT_LOG_COMMAND, parseGitLog, type GitLogCommit, type GitLogReader, type GitLogSettings, type GitTrailer } from './log/gitLog.js';
