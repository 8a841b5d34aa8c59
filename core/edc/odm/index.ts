export { createOdmXmlReader, type OdmXmlReader } from './odmXml.js';
export { readOdmJson } from './odmJson.js';
export { detectEdcFormat, type EdcFormat } from './detect.js';
export type { OdmReaderOptions } from './options.js';
export { ODM_PRESETS, type OdmPreset, type OdmVendor, vendorOfSourceSystem } from './presets.js';
