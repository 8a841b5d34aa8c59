import type { Language } from '../../../core/judgement/judgement.js';
import type { Names, NodeSpecification, SettingSpecification, WorkflowTexts } from '../builder.js';
import type { Area } from './seeds.js';

/** What the workflow of code and that of documents do not share. */
export interface LightArea {
	readonly area: Area;
	readonly id: string;
	readonly fileName: string;
	readonly texts: Readonly<Record<Language, WorkflowTexts>>;
	/** What is read, and the thresholds of the rules in words. */
	readonly settings: readonly SettingSpecification[];
	/** Moment as of which the sample is looked at. */
	readonly sampleAsOf: string;
	readonly sample: (at: readonly [number, number]) => NodeSpecification;
	readonly source: (at: readonly [number, number], names: Names) => NodeSpecification;
	readonly push: (at: readonly [number, number]) => NodeSpecification;
	/** Output of the push trigger that has an item for each call. */
	readonly pushOutput: number;
	/** Thresholds that an empty cell of a rule takes from the settings: kind of rule → field → key of the setting. */
	readonly thresholds: Readonly<Record<string, Readonly<Record<string, string>>>>;
	/** System of an account that nobody is known for. */
	readonly accountSystem: string;
	/** Whether comments are judged, by patterns that are edited as rows. */
	readonly patterns: boolean;
}
