import type { DocumentPull, DocumentPullSettings, DocumentSystem } from '../pull.js';
import { createConfluenceCloudPull } from './cloud.js';
import { createConfluenceDataCenterPull } from './dataCenter.js';

const CREATE: Readonly<Record<DocumentSystem, (settings: DocumentPullSettings) => DocumentPull>> = {
	confluenceCloud: createConfluenceCloudPull,
	confluenceDataCenter: createConfluenceDataCenterPull,
};

/** A pull for one run over one wiki; see {@link DocumentPull}. */
export function createDocumentPull(system: DocumentSystem, settings: DocumentPullSettings): DocumentPull {
	return CREATE[system](settings);
}
