import { EMPTY_MAPPING, type EdcMapping } from '../../../../core/edc/mapping.js';
import type { EdcEvent, EdcSink, SourceFinding } from '../../../../core/edc/evidence.js';
import { createOdmXmlReader, readOdmJson, type OdmReaderOptions } from '../../../../core/edc/odm/index.js';
import { checkEvidence } from '../../../../core/evidence/checkEvidence.js';

export interface ReadResult {
	readonly events: readonly EdcEvent[];
	readonly findings: readonly SourceFinding[];
}

export const refusals = ({ findings }: ReadResult): SourceFinding[] => findings.filter(({ severity }) => severity === 'refused');
export const warnings = ({ findings }: ReadResult): SourceFinding[] => findings.filter(({ severity }) => severity === 'warning');

type DataOf<Kind extends string> = Extract<EdcEvent, { type: `performance-trace.edc.${Kind}.v1` }>['data'];

/** Data of the events of one kind, e.g. `form.recorded`. */
export function of<Kind extends string>(result: ReadResult, kind: Kind): Array<DataOf<Kind>> {
	return result.events.filter(({ type }) => type === `performance-trace.edc.${kind}.v1`).map(({ data }) => data as DataOf<Kind>);
}

function collect(): EdcSink & ReadResult {
	const events: EdcEvent[] = [];
	const findings: SourceFinding[] = [];
	return {
		events,
		findings,
		event(event) {
			const check = checkEvidence(event);
			if (!check.ok) throw new Error(`not to the schema: ${JSON.stringify(check.findings)}`);
			events.push(event);
		},
		finding: (finding) => findings.push(finding),
	};
}

export interface ReadSettings extends Partial<OdmReaderOptions> {
	readonly map?: Partial<EdcMapping>;
}

const optionsOf = ({ map, ...rest }: ReadSettings): OdmReaderOptions => ({ mapping: { ...EMPTY_MAPPING, ...map }, ...rest });

export function readXml(pieces: string | Uint8Array | ReadonlyArray<string | Uint8Array>, settings: ReadSettings = {}): ReadResult {
	const sink = collect();
	const reader = createOdmXmlReader(optionsOf(settings), sink);
	for (const piece of typeof pieces === 'string' || pieces instanceof Uint8Array ? [pieces] : pieces) reader.write(piece);
	reader.end();
	return { events: sink.events, findings: sink.findings };
}

export function readJson(json: string | object, settings: ReadSettings = {}): ReadResult {
	const sink = collect();
	readOdmJson(json, optionsOf(settings), sink);
	return { events: sink.events, findings: sink.findings };
}

export const V1 = 'xmlns="http://www.cdisc.org/ns/odm/v1.3" xmlns:mdsol="http://www.mdsol.com/ns/odm/metadata" xmlns:OpenClinica="http://www.openclinica.org/ns/odm_ext_v130/v3.1"';
export const V2 = 'xmlns="http://www.cdisc.org/ns/odm/v2.0"';

export function odm(content: string, { namespaces = V1, fileType = 'Transactional', attributes = '' } = {}): string {
	return `<?xml version="1.0" encoding="UTF-8"?>\n<ODM ${namespaces} FileType="${fileType}" FileOID="F" CreationDateTime="2026-03-01T00:00:00Z" SourceSystem="test" ${attributes}>${content}</ODM>`;
}

export function clinical(content: string, options: Parameters<typeof odm>[1] = {}): string {
	return odm(`<ClinicalData StudyOID="S" MetaDataVersionOID="M">${content}</ClinicalData>`, options);
}

export const audit = (time: string, user = 'U.1', reason = ''): string =>
	`<AuditRecord><UserRef UserOID="${user}"/><LocationRef LocationOID="L"/><DateTimeStamp>${time}</DateTimeStamp>${reason === '' ? '' : `<ReasonForChange>${reason}</ReasonForChange>`}</AuditRecord>`;
