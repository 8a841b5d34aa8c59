import { calculateHealthMetrics } from '../../core/health-metrics/calculate.js';
import { HEALTH_METRIC_IDS, type HealthMetricId } from '../../core/health-metrics/definition.js';
import { healthMetricToRow, type HealthAlarmRow, type HealthMetricRow } from '../../core/health-metrics/index.js';
import { readHealthRow, type HealthRow, type RowKind } from '../../core/health-metrics/rows.js';
import { DEFAULT_HEALTH_SETTINGS, type GroupLevel } from '../../core/health-metrics/settings.js';
import { zoneOf } from '../../core/time/zone.js';

/*
 * A company for tests of what people see: departments, teams and persons with records of every kind over years of quarters, from a fixed seed,
 * and the rows that the calculator makes of them.
 */

export interface CompanySize {
	readonly departments: number;
	readonly teams: number;
	readonly persons: number;
	readonly years: number;
}

export interface Company {
	readonly records: ReadonlyArray<Readonly<Record<string, unknown>>>;
	/** Person → team and department. */
	readonly people: ReadonlyArray<{ readonly id: string; readonly team: string; readonly department: string }>;
}

const DEPARTMENTS = ['Clinical Operations', 'Data Management', 'Manufacturing', 'Quality', 'Regulatory Affairs', 'Research', 'Software', 'Supply', 'Finance', 'People'];
const ZONE = zoneOf('Asia/Shanghai');

function randomOf(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 4_294_967_296;
	};
}

/** @param size `years` back from the end of 2026-Q2 */
export function companyOf({ departments, teams, persons, years }: CompanySize, seed = 7): Company {
	const random = randomOf(seed);
	const people = Array.from({ length: departments * teams * persons }, (_, index) => {
		const team = Math.floor(index / persons);
		return { id: `P${String(index + 1).padStart(3, '0')}`, team: `Team ${team + 1}`, department: DEPARTMENTS[Math.floor(team / teams)] ?? 'Other' };
	});
	const records: Array<Record<string, unknown>> = people.map(({ id, team, department }) => ({ kind: 'membership', id: `m-${id}`, person: id, team, department, from: '2020-01-01T00:00:00+08:00' }));
	const add = (kind: RowKind, record: Record<string, unknown>): void => void records.push({ kind, id: `${kind}-${records.length}`, source: `https://example.com/${kind}`, url: `https://example.com/${kind}/${records.length}`, ...record });
	const chance = (share: number): boolean => random() < share;
	const pick = (from: number): number => Math.floor(random() * from);
	people.forEach(({ id }, index) => add('goal', { goal: `G${index}`, person: id, at: '2022-12-01T09:00:00+08:00', change: 'created' }));
	for (let quarter = 0; quarter < years * 4; quarter++) {
		// The first quarter is the third of a year, so that the last is the second of 2026.
		const year = 2026 - years + Math.floor((quarter + 2) / 4);
		const first = ((quarter + 2) % 4) * 3 + 1;
		const day = (): string => `${year}-${String(first + pick(3)).padStart(2, '0')}-${String(1 + pick(28)).padStart(2, '0')}T${String(9 + pick(8)).padStart(2, '0')}:00:00+08:00`;
		const troubled = quarter >= years * 4 - 2;
		people.forEach(({ id, department }, index) => {
			const lead = people[Math.floor(index / persons) * persons]?.id ?? id;
			const bad = department === 'Manufacturing' && troubled;
			if (chance(bad ? 0.36 : 0.12)) add('goal', { goal: `G${index}`, person: id, at: day(), change: 'target', status: 'approved', reason: 'changed', approver: lead });
			const at = day();
			if (id !== lead) {
				const cited = chance(bad ? 0.22 : 0.68);
				add('talk', { manager: lead, employee: id, at, held: true, minutes: true, citations: cited ? 1 + pick(3) : 0 });
				if (cited) add('view', { viewer: lead, about: id, at });
			}
			if (chance(0.6)) {
				const made = day();
				const adopted = chance(0.47);
				add('suggestion', { at: made, author: id, authorRole: 'tester', person: people[pick(people.length)]?.id, ownerRole: 'developer', explicit: true, ...(adopted ? { acceptedAt: made, changedAt: made, change: 'v2' } : {}) });
			}
			const start = day();
			add('stage', { item: `I${quarter}-${index}`, stage: ['lead', 'opportunity', 'contract', 'delivery'][pick(4)], at: start, person: id });
			add('stage', { item: `I${quarter}-${index}`, stage: 'done', at: `${start.slice(0, 8)}28T18:00:00+08:00`, person: id, final: true });
			add('fields', { at: day(), required: 20, filled: 17 + pick(4), person: id });
			if (chance(0.01)) add('appeal', { at: day(), person: id, state: chance(0.5) ? 'upheld' : 'rejected' });
			for (let use = 0; use < 3; use++) add('usage', { person: id, at: day(), minutes: 1 + pick(5) });
			if (chance(0.3)) add('invite', { person: id, at: day(), invited: people[pick(people.length)]?.id, invitedDepartment: 'Research' });
			if (id !== lead && chance(0.5)) add('rating', { manager: lead, at: day(), score: 2 + pick(4) });
			if (chance(0.4)) add('task', { dueAt: day(), doneAt: day(), factors: chance(0.3) ? ['lab queue'] : [], person: id });
		});
	}
	return { records, people };
}

export function readRecords(records: ReadonlyArray<Readonly<Record<string, unknown>>>): readonly HealthRow[] {
	return records.map((record) => {
		const reading = readHealthRow(record['kind'] as RowKind, record, {}, ZONE);
		if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
		return reading.row;
	});
}

/** Rows as the run of the health metrics stores them. */
export function tablesOf({ records }: Company, { years = 3, levels = ['company', 'department', 'team', 'person'], metrics = HEALTH_METRIC_IDS, asOf = '2026-07-15T08:00:00+08:00', evidenceLimit = 10 }: { readonly years?: number; readonly levels?: readonly GroupLevel[]; readonly metrics?: readonly HealthMetricId[]; readonly asOf?: string; readonly evidenceLimit?: number } = {}): { readonly pt_metrics: readonly HealthMetricRow[]; readonly pt_alarms: readonly HealthAlarmRow[]; readonly pt_process_records: ReadonlyArray<Readonly<Record<string, unknown>>> } {
	const results = calculateHealthMetrics({ settings: { ...DEFAULT_HEALTH_SETTINGS, asOf, metrics, levels, periods: { unit: 'quarter', count: years * 4 + 1, yearStartMonth: 1, custom: [] }, evidenceLimit } }, readRecords(records));
	return {
		pt_metrics: results.metrics.map((metric) => healthMetricToRow(metric)),
		pt_alarms: results.alarms.map((alarm) => healthMetricToRow(alarm)),
		pt_process_records: records.map((record) => ({ recordKey: `${String(record['kind'])} ${typeof record['source'] === 'string' ? record['source'] : `rows:${String(record['kind'])}`} ${String(record['id'])}`, kind: record['kind'], at: record['at'] ?? '', person: record['person'] ?? '', team: record['team'] ?? '', department: record['department'] ?? '', recordedAt: '', url: record['url'] ?? '', payload: JSON.stringify(record) })),
	};
}
