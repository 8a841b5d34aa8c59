import { shownValue, type ReadResult, type SettingProblem } from './readRule.js';
import { NO_FLAGS, type KnownMilestone, type MilestoneFlags } from './result.js';

/**
 * Reads the milestones that fired before: a list of objects with `key`, and `state`, `nthSubject` and `flags` as they were given in
 * `value.known` of the judgement. Flags may be JSON text, as a table column holds them.
 */
export function readKnownMilestones(value: unknown): ReadResult<readonly KnownMilestone[]> {
	const remedy = 'Give what the outputs Reached and Changed hold in "value.known", as a list.';
	if (!Array.isArray(value)) return { ok: false, problems: [{ field: 'Known Milestones', value: shownValue(value), expected: 'a list', remedy }] };
	const known: KnownMilestone[] = [];
	const problems: SettingProblem[] = [];
	value.forEach((entry: unknown, index) => {
		const refuse = (field: string, found: unknown, expected: string): void => void problems.push({ field: `Known Milestones[${index}]${field}`, value: shownValue(found), expected, remedy });
		if (!isObject(entry)) {
			refuse('', entry, 'an object with key');
			return;
		}
		const { key, state = 'reached', nthSubject = null } = entry;
		if (typeof key !== 'string' || key === '') {
			refuse('.key', key, 'the key of a milestone');
			return;
		}
		if (state !== 'reached' && state !== 'late') {
			refuse('.state', state, '"reached" or "late"');
			return;
		}
		if (nthSubject !== null && typeof nthSubject !== 'string') {
			refuse('.nthSubject', nthSubject, 'a subject key or null');
			return;
		}
		const flags = readFlags(entry['flags']);
		if (flags === null) {
			refuse('.flags', entry['flags'], 'the flags orderChanged, receded, metLater');
			return;
		}
		known.push({ key, state, nthSubject: nthSubject === '' ? null : nthSubject, flags });
	});
	return problems.length > 0 ? { ok: false, problems } : { ok: true, value: known };
}

function readFlags(value: unknown): MilestoneFlags | null {
	if (value === undefined || value === null || value === '') return NO_FLAGS;
	let flags: unknown = value;
	if (typeof value === 'string') {
		try {
			flags = JSON.parse(value);
		} catch {
			return null;
		}
	}
	if (!isObject(flags)) return null;
	const { orderChanged = null, receded = false, metLater = false } = flags;
	if (typeof receded !== 'boolean' || typeof metLater !== 'boolean') return null;
	if (orderChanged === null) return { orderChanged: null, receded, metLater };
	if (!isObject(orderChanged) || typeof orderChanged['from'] !== 'string' || typeof orderChanged['to'] !== 'string') return null;
	return { orderChanged: { from: orderChanged['from'], to: orderChanged['to'] }, receded, metLater };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
