import { readMilestoneRule, shownValue, type ReadResult, type SettingProblem } from './readRule.js';
import type { MilestoneRule } from './rule.js';
import { parseMilestoneSentence } from './sentence.js';

/** Settings of a study that hold for every rule that does not say otherwise. `events` are its follow-up visits. */
export type StudySettings = Partial<Omit<MilestoneRule, 'id' | 'version' | 'measure' | 'threshold'>>;

/** The rules that can be used and, with their place in front, the reasons why others cannot. */
export interface RulesReading {
	readonly rules: readonly MilestoneRule[];
	readonly problems: readonly SettingProblem[];
}

/** Rules as sentences, one a line; empty lines and lines that begin with # say nothing. */
export function readMilestoneSentences(text: string, settings: StudySettings = {}): RulesReading {
	const lines = text.split(/\r?\n/).map((line, index) => ({ line: line.trim(), place: `Line ${index + 1}` }));
	return collect(
		lines.filter(({ line }) => line !== '' && !line.startsWith('#')).map(({ line, place }) => ({ place, read: parseMilestoneSentence(line, settings) })),
	);
}

/** Rules as a JSON list, or one rule as an object; a text in the list is a sentence. */
export function readMilestoneRules(value: unknown, settings: StudySettings = {}): RulesReading {
	const list: readonly unknown[] = Array.isArray(value) ? value : [value];
	return collect(list.map((rule, index) => ({ place: `Rule ${index + 1}`, read: typeof rule === 'string' ? parseMilestoneSentence(rule, settings) : readMilestoneRule(rule, settingsFor(rule, settings)) })));
}

/** Follow-up visits of the study say nothing about a rule that counts something else. */
function settingsFor(rule: unknown, settings: StudySettings): StudySettings {
	const followUp = typeof rule === 'object' && rule !== null && 'measure' in rule && rule.measure === 'followUpComplete';
	return followUp ? settings : { ...settings, events: [], eventsByArm: {} };
}

function collect(readings: ReadonlyArray<{ readonly place: string; readonly read: ReadResult<MilestoneRule> }>): RulesReading {
	const rules: MilestoneRule[] = [];
	const problems: SettingProblem[] = [];
	const seen = new Set<string>();
	for (const { place, read } of readings) {
		if (!read.ok) {
			problems.push(...read.problems.map((problem) => ({ ...problem, field: `${place}: ${problem.field}` })));
			continue;
		}
		const identity = JSON.stringify([read.value.id, read.value.version]);
		if (seen.has(identity)) {
			problems.push({ field: `${place}: id`, value: shownValue(read.value.id), expected: 'an id and version that no other rule has', remedy: 'Remove the rule that is there twice, or give it another id.' });
			continue;
		}
		seen.add(identity);
		rules.push(read.value);
	}
	return { rules, problems };
}
