import { EDC_EVENT_TYPES } from '../../../core/edc/evidence.js';
import { EMPTY_MAPPING, type EdcMapping } from '../../../core/edc/mapping.js';
import type { EdcPullSettings } from '../../../core/edc/pull.js';
import { createRedcapPull } from '../../../core/edc/redcap/redcapPull.js';
import { answerOf, type RedcapServer } from './redcapProject.js';
import { ofType, runPull } from './scriptedServer.js';

/* Runs of the small project, and the forms that they give. */

export const mapping: EdcMapping = { ...EMPTY_MAPPING, zone: 'Europe/Berlin', visitDateItems: ['visit_date'], consentDateItems: ['consent_date'], countryOfSite: { berlin: 'DE' } };
export const settings: EdcPullSettings = { source: 'https://redcap.example.com/42', study: '42', mapping };

export const read = (server: RedcapServer, options: Parameters<typeof runPull>[2] = {}, over: Partial<EdcPullSettings> = {}) =>
	runPull(createRedcapPull({ ...settings, ...over }), (request) => answerOf(server, request), options);
/** Whole forms. */
export const states = (events: Parameters<typeof ofType>[0]) => ofType(events, EDC_EVENT_TYPES.formRecorded).filter((event) => event.data.complete);
/** What changed in a form. */
export const changes = (events: Parameters<typeof ofType>[0]) => ofType(events, EDC_EVENT_TYPES.formRecorded).filter((event) => !event.data.complete);
