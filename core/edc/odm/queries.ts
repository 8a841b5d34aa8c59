import type { QueryChanged } from '../evidence.js';
import type { AttributeList } from './elements.js';
import type { FactPlace, QueryNode } from './nodes.js';
import type { StampNode, StampReader } from './stamps.js';

const STATES = new Map<string, QueryChanged['state']>([
	['candidate', 'candidate'],
	['open', 'open'],
	['answered', 'answered'],
	['closed', 'closed'],
	['resolved', 'closed'],
	['cancelled', 'cancelled'],
]);

/** A Query of ODM v2 that is being read. It states its last state; its AuditRecords are the times of all of them. */
export class QueryDraft {
	private readonly records: StampNode[] = [];
	private readonly id: string;
	readonly statedState: string | null;
	private readonly origin: QueryChanged['origin'];
	private readonly updatedAt: string | null;

	constructor(
		attributes: AttributeList,
		private readonly place: FactPlace,
	) {
		this.id = attributes.filled('OID') ?? '';
		this.statedState = attributes.filled('State');
		this.updatedAt = attributes.filled('LastUpdateDatetime');
		const type = attributes.get('Type');
		this.origin = type === 'System' || (type === undefined && attributes.get('Source') === 'System') ? 'system' : type === 'Manual' ? 'manual' : null;
	}

	add(record: StampNode): void {
		this.records.push(record);
	}

	/** Null where the state is none of the standard. */
	toQuery(stamps: StampReader, transactional: boolean, where: () => string): QueryNode | null {
		const last = STATES.get((this.statedState ?? '').toLowerCase());
		if (last === undefined) return null;
		const records = [...this.records].sort((a, b) => (a.instant ?? 0) - (b.instant ?? 0));
		const final = records.pop();
		const finalStamp = final ?? stamps.stamp(this.updatedAt, null, null, where);
		const earlier = records.map((stamp, index) => ({ state: earlierState(stamp, index, records.length, last), stamp }));
		const states = earlier.filter((entry): entry is { state: QueryChanged['state']; stamp: StampNode } => entry.state !== null);
		states.push({ state: last, stamp: finalStamp });
		const first = states[0]?.state;
		const whole = states.length === earlier.length + 1 && (first === 'open' || first === 'candidate');
		return { kind: 'query', ...this.place, id: this.id, local: false, states, origin: this.origin, history: final !== undefined && (transactional || whole) };
	}
}

/**
 * The state that an earlier AuditRecord stands for: what its reason says, else what follows from the order
 * (the first opened it; the one between opening and closing answered it). Null: cannot be known.
 */
function earlierState(record: StampNode, index: number, count: number, last: QueryChanged['state']): QueryChanged['state'] | null {
	const stated = STATES.get((record.reason ?? '').trim().toLowerCase());
	if (stated !== undefined) return stated;
	if (index === 0) return 'open';
	return index === 1 && count === 2 && last === 'closed' ? 'answered' : null;
}
