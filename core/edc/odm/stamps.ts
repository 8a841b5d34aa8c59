import { parseMoment, type Moment } from '../../time/moment.js';
import { formatInstant, zoneOf, type Zone } from '../../time/zone.js';
import { detached } from './elements.js';
import type { FindingLog } from './findings.js';

/** Who, when and why: an AuditRecord, the head of a Signature, one entry of a vendor's log. */
export interface StampNode {
	readonly at: string | null;
	readonly by: string | null;
	readonly reason: string | null;
	/** Epoch milliseconds of `at`. */
	readonly instant: number | null;
	readonly zoneAssumed: boolean;
	/** All of it as one text, for identities. */
	readonly key: string;
}

export const NO_STAMP: StampNode = { at: null, by: null, reason: null, instant: null, zoneAssumed: false, key: '' };

interface ReadTime {
	readonly at: string | null;
	readonly instant: number | null;
	readonly zoneAssumed: boolean;
}

const NO_TIME: ReadTime = { at: null, instant: null, zoneAssumed: false };
const REMEMBERED_TIMES = 10_000;

/** Reads stamps in the zone of the settings and reports the ones that are not as ISO 8601 asks. */
export class StampReader {
	private readonly zone: Zone;
	private remembered = new Map<string, ReadTime>();
	private assumed = 0;

	constructor(
		zoneName: string,
		private readonly findings: FindingLog,
	) {
		this.zone = zoneOf(zoneName);
	}

	stamp(time: string | null, by: string | null, reason: string | null, where: () => string): StampNode {
		const read = this.time(time, where);
		return { ...read, by, reason, key: `${read.at ?? ''}\u001f${by ?? ''}\u001f${reason ?? ''}` };
	}

	/** RFC 3339 with offset, or null where the text names no instant. */
	time(text: string | null | undefined, where: () => string): ReadTime {
		const trimmed = text?.trim() ?? '';
		if (trimmed === '') return NO_TIME;
		let read = this.remembered.get(trimmed);
		if (read === undefined) {
			read = this.parse(trimmed, where);
			if (this.remembered.size >= REMEMBERED_TIMES) this.remembered = new Map();
			this.remembered.set(detached(trimmed), read);
		}
		if (read.zoneAssumed) this.assumed++;
		return read;
	}

	/** Reports how many stamps were read in the zone of the settings, if any. */
	summarise(): void {
		if (this.assumed === 0) return;
		const count = this.assumed;
		this.findings.warn(`stamps with an offset; those without were read in the zone of the mapping (${this.zone.name}): check that it is the zone of the source`, `${count} without offset`, () => 'document');
		this.assumed = 0;
	}

	private parse(text: string, where: () => string): ReadTime {
		// `2001-05-31-T10:08:40-05:00`, as the example of ODM 1.1.0 itself has it.
		const mended = text.replace(/^(\d{4}-\d{2}-\d{2})-T/, '$1T');
		const moment = parseMoment(mended, this.zone);
		if (moment === null || !sayWhen(moment)) {
			this.findings.warn('a time to the day or finer in ISO 8601 (2026-03-02T08:00:00+08:00); the record is kept without its time', text, where);
			return NO_TIME;
		}
		if (moment.irregular || mended !== text) this.findings.warn('a time in ISO 8601 (2026-03-02T08:00:00+08:00); it was understood, check that it is meant so', text, where);
		if (moment.precision === 'day') this.findings.warn('a time and not only a date; read as the start of that day', text, where);
		return { at: formatInstant(moment.earliest, this.zone), instant: moment.earliest, zoneAssumed: moment.zoneAssumed };
	}
}

function sayWhen(moment: Moment): boolean {
	return moment.precision !== 'year' && moment.precision !== 'month';
}
