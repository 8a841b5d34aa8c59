import type { MetricDefinition } from './definitions.js';
import { compareText } from './origin.js';
import { pointsOf } from './points.js';
import type { MetricView } from './scope.js';
import type { Change } from './studyEvidence.js';
import type { SubjectFacts } from './facts.js';
import type { Measured } from './tally.js';

/**
 * 10 CRC operation log: per coordinator the entries (first non-null value of a data point), corrections (later different value or removal)
 * and active days (local days with one of both). Views, exports, logins and imports never count. Descriptive only: no target, no ranking.
 * Source: spec S1 (10), domain reference 1.10.
 */
export const DEFINITION: MetricDefinition = {
	id: 'crc_log',
	number: 10,
	version: '1.0.0',
	settings: [],
	name: { en: 'CRC operation log', 'zh-CN': 'CRC 操作日志' },
	formula: {
		en: 'per coordinator: number of first values, of later different values and removals, and of local days with one of both',
		'zh-CN': '按临床研究协调员：首次录入数、更正数（其后不同的值或删除）、有其一的当地日数',
	},
	anchor: { en: 'time of the entry or correction', 'zh-CN': '录入或更正时间' },
	inputs: { en: 'audit trail with user and time; coordinator accounts and system users in the mapping', 'zh-CN': '含用户与时间的稽查轨迹；映射中的临床研究协调员账号与系统用户' },
	standard: { en: 'No standard: descriptive, this project’s definition', 'zh-CN': '无标准：仅作描述，为本项目定义' },
};

interface Activity {
	entries: number;
	corrections: number;
	readonly days: Set<number>;
}

export function measure(view: MetricView): Measured {
	const { tally, study } = view;
	const { coordinators, systemUsers } = study.mapping;
	const people = new Map<string, Activity>();
	let unclear = 0;
	const record = (subject: SubjectFacts, change: Change, kind: 'entries' | 'corrections'): void => {
		if (!view.includesInstant(subject, change.at)) return;
		if (change.imported) tally.increase('imported');
		else if (change.by === null) tally.increase('byUnknown');
		else if (systemUsers.includes(change.by)) tally.increase('bySystemUsers');
		else if (coordinators.length > 0 && !coordinators.includes(change.by)) tally.increase('byOthers');
		else {
			let activity = people.get(change.by);
			if (!activity) people.set(change.by, (activity = { entries: 0, corrections: 0, days: new Set() }));
			activity[kind]++;
			activity.days.add(subject.day(change.at));
			tally.count(change.origin);
		}
	};
	for (const subject of view.subjects) {
		for (const { form, point } of pointsOf(subject)) {
			const history = study.histories.of(form, point);
			if (history.firstEntry !== null) record(subject, history.firstEntry, 'entries');
			for (const change of history.corrections) record(subject, change, 'corrections');
			for (const change of history.unclear) if (view.includesInstant(subject, change.at)) unclear++;
		}
	}

	const rows = [...people].sort(([a], [b]) => compareText(a, b));
	for (const [part, { entries, corrections, days }] of rows) tally.breakdown.push({ part, figures: { entries, corrections, activeDays: days.size } });
	const sum = (of: (activity: Activity) => number): number => rows.reduce((total, [, activity]) => total + of(activity), 0);
	const entries = sum((activity) => activity.entries);
	const corrections = sum((activity) => activity.corrections);
	if (unclear > 0) tally.figure('unclearChanges', unclear);
	tally.note('descriptive');
	if (coordinators.length === 0) tally.note('everyPersonWhoEnters');
	if (rows.length > 0) {
		tally.figure('coordinators', rows.length);
		tally.figure('corrections', corrections);
		tally.figure('activeDays', sum((activity) => activity.days.size));
		return { kind: 'value', value: entries, unit: 'entries', numerator: entries, denominator: entries + corrections, basis: 'crc_log' };
	}
	return study.subjects.some(hasAuditTrail) ? { kind: 'notApplicable' } : { kind: 'notAvailable', missing: ['auditTrailWithUser'] };
}

/** Any change of the subject names its time and its user. */
function hasAuditTrail(subject: SubjectFacts): boolean {
	for (const { point } of pointsOf(subject)) if (point.changes.some((change) => change.stamped && change.by !== null)) return true;
	return false;
}
