import { createCastorPull } from './castor/castorPull.js';
import { createLibreClinicaPull, createOpenClinica4Pull } from './openclinica/openClinicaPull.js';
import type { EdcPull, EdcPullSettings, EdcVendor } from './pull.js';
import { createRavePull } from './rave/ravePull.js';
import { createRedcapPull } from './redcap/redcapPull.js';

const CREATE: Readonly<Record<EdcVendor, (settings: EdcPullSettings) => EdcPull>> = {
	redcap: createRedcapPull,
	rave: createRavePull,
	openClinica4: createOpenClinica4Pull,
	libreClinica: createLibreClinicaPull,
	castor: createCastorPull,
};

/** A pull for one run of one study; see {@link EdcPull}. */
export function createEdcPull(vendor: EdcVendor, settings: EdcPullSettings): EdcPull {
	return CREATE[vendor](settings);
}
