import type { PullRequest } from '../../pull/pull.js';
import type { AttachmentVersioned } from '../evidence.js';
import type { DocumentSystem } from '../pull.js';
import { pathOf } from './answers.js';

/** How the bytes of one version of an attachment are fetched. Cloud answers with a redirect to another host, which needs no login. */
export function downloadCall(system: DocumentSystem, { page, attachment, name, version }: AttachmentVersioned): PullRequest {
	const at = encodeURIComponent(page);
	const path =
		system === 'confluenceCloud'
			? pathOf(`/wiki/rest/api/content/${at}/child/attachment/${encodeURIComponent(attachment)}/download`, [['version', version]])
			: pathOf(`/download/attachments/${at}/${encodeURIComponent(name)}`, [['version', version]]);
	return { method: 'GET', path, accept: 'text', purpose: `attachment “${name}” version ${version}`, context: {} };
}
