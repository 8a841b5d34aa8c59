import { createEdcPull } from '../../core/edc/createPull.js';
import type { EdcSink } from '../../core/edc/evidence.js';
import type { EdcMapping } from '../../core/edc/mapping.js';
import { edcSource, type EdcPullScope, type EdcVendorOptions, type JsonObject } from '../../core/edc/pull.js';
import type { EdcSourceDefinition } from './edcSources.js';
import type { HttpCaller, SourceServer } from './httpCall.js';
import { runPull, type PullBounds, type PullRun } from './runPull.js';

/** What a reading is asked to do. */
export interface StudyReading extends PullBounds {
	readonly study: string;
	readonly mapping: EdcMapping;
	readonly cursor: JsonObject | null;
	readonly scope?: EdcPullScope;
	readonly historyFrom?: string | null;
	readonly pageSize?: number;
	readonly options?: EdcVendorOptions;
}

/** Reads a study through the adapter of its vendor. */
export async function readStudy(caller: HttpCaller, source: EdcSourceDefinition, server: SourceServer, reading: StudyReading, sink: EdcSink): Promise<PullRun> {
	if (source.vendor === null) throw new RangeError(`"${source.title}" has no interface to read from.`);
	const { study, mapping, historyFrom, pageSize, options, cursor, scope } = reading;
	const pull = createEdcPull(source.vendor, {
		source: edcSource(server.baseUrl, study),
		study,
		mapping,
		...(historyFrom === undefined ? {} : { historyFrom }),
		...(pageSize === undefined ? {} : { pageSize }),
		...(options === undefined ? {} : { options }),
	});
	return await runPull(caller, server, pull, { cursor, ...(scope === undefined ? {} : { scope }) }, reading, sink);
}
