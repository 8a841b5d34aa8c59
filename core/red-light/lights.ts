import type { Directory } from '../people/directory.js';
import { sha256 } from '../evidence/key.js';
import type { AppliedRule, BilingualText } from '../judgement/judgement.js';
import { Audiences, OPEN_AUDIENCE } from './audience.js';
import { text } from './describe.js';
import { EVIDENCE_LIMIT, referencesOf, type FactSource } from './facts.js';
import type { KnownLight } from './known.js';
import type { LightValue, RedLight } from './light.js';
import type { RedLightRule } from './rule.js';
import type { Subjects } from './subjects.js';
import { dateOf, NONE, type Verdict } from './verdict.js';

const OUT_WITHOUT_FACTS: BilingualText = text('the condition is no longer found in the evidence', '证据中已不再符合条件');
const OUT_BY_SWITCH: BilingualText = text('the rule was switched off', '规则已停用');
const OUT_BY_REMOVAL: BilingualText = text('the rule was removed', '规则已删除');
const OUT_BY_VERSION: BilingualText = text('the rule has a new version', '规则版本已更新');

/** Makes lights of verdicts: keys, what is known of them, who may see them, and which of the known ones went out. */
export class LightMaker {
	/** Numbers of the facts that each light rests on. */
	readonly factsOf = new WeakMap<RedLight, readonly number[]>();
	private readonly applied: ReadonlyMap<string, AppliedRule>;
	private readonly audiences: Audiences;
	/** Open lights by rule and subject. */
	private readonly open = new Map<string, KnownLight[]>();
	private readonly byKey = new Map<string, KnownLight>();
	private readonly stillRed = new Set<string>();
	private clearRule: RedLightRule | null = null;
	private clearKey = '';
	/** What is said now of subjects whose light was red. */
	private readonly saidNow = new Map<string, Verdict>();

	constructor(
		rules: readonly RedLightRule[],
		known: readonly KnownLight[],
		directory: Directory | null,
		private readonly subjects: Subjects,
		private readonly facts: FactSource,
		private readonly asOf: string,
	) {
		this.applied = new Map(rules.map((rule) => [rule.id, { id: rule.id, version: rule.version, parameters: Object.fromEntries(Object.entries(rule).filter(([field]) => field !== 'id' && field !== 'version' && field !== 'enabled')) }]));
		this.audiences = new Audiences(directory, subjects);
		for (const light of known) {
			this.byKey.set(light.key, light);
			if (light.state !== 'new' && light.state !== 'known') continue;
			const place = placeOf(light.ruleId, light.subject);
			this.open.set(place, [...(this.open.get(place) ?? []), light]);
		}
	}

	make(verdict: Verdict): RedLight {
		const { rule, subject, colour } = verdict;
		const before = colour === 'red' ? this.knownOf(verdict) : null;
		const ownKey = colour === 'green' ? this.clearKeyOf(rule) + subject : lightKey(rule, subject, verdict.episode);
		const key = before?.key ?? ownKey;
		const noted = before ?? (this.byKey.size === 0 ? null : (this.byKey.get(key) ?? null));
		if (colour === 'red') this.stillRed.add(key);
		else if (this.open.size > 0) this.note(verdict);
		const firstDay = earlier(dateOf(verdict.firstDay), before?.firstDay ?? null);
		const known = before !== null && (before.state === 'new' || before.state === 'known');
		const light = this.light(verdict, key, {
			state: colour === 'green' ? 'clear' : colour === 'yellow' ? 'onTheWay' : known ? 'known' : 'new',
			firstDay,
			firstSeen: colour === 'red' ? (before?.firstSeen ?? this.asOf) : null,
			noted,
		});
		if (verdict.evidence.length > 0) this.factsOf.set(light, verdict.evidence);
		return light;
	}

	/** A verdict that nobody asks a light of may still say why another one went out. */
	note(verdict: Verdict): void {
		const place = placeOf(verdict.rule.id, verdict.subject);
		if (this.open.has(place)) this.saidNow.set(place, verdict);
	}

	/**
	 * Lights that were red when they were last judged and are so no more: by a rule that was judged now, and those of rules that judge no more.
	 *
	 * @param rules those that were switched off among them
	 * @param areAll whether a rule that is not among them was removed
	 */
	*wentOut(rules: readonly RedLightRule[], areAll: boolean): Generator<RedLight> {
		const byId = new Map(rules.map((rule) => [rule.id, rule]));
		for (const [place, lights] of this.open) {
			for (const known of lights) {
				const rule = byId.get(known.ruleId) ?? null;
				if ((rule === null && !areAll) || this.stillRed.has(known.key)) continue;
				yield this.out(known, rule, this.saidNow.get(place) ?? null);
			}
		}
	}

	private light(verdict: Verdict, key: string, { state, firstDay, firstSeen, noted }: { readonly state: LightValue['state']; readonly firstDay: string | null; readonly firstSeen: string | null; readonly noted: KnownLight | null }): RedLight {
		const { rule, colour, person } = verdict;
		const subject = person === null ? null : this.subjects.at(person);
		const evidence = verdict.evidence.length === 0 ? NONE : referencesOf(this.facts, verdict.evidence);
		return {
			key,
			kind: 'redLight',
			subject: verdict.subject,
			value: {
				light: colour,
				state,
				grey: verdict.grey,
				kind: rule.kind,
				subjectName: verdict.subjectName,
				personId: subject?.person?.id ?? null,
				joined: subject === null || subject.person !== null,
				streak: verdict.streak,
				figure: verdict.figure,
				firstDay,
				lastDay: dateOf(verdict.lastDay),
				firstSeen,
				days: verdict.days,
				episodes: verdict.episodes,
				evidenceCount: evidence.length,
				page: verdict.page,
				sentences: verdict.sentences,
			},
			rule: this.appliedOf(rule),
			evidence: evidence.length > EVIDENCE_LIMIT ? evidence.slice(-EVIDENCE_LIMIT) : evidence,
			explanation: verdict.explanation,
			audience: this.audiences.of(rule, person),
			humanDecision: noted?.humanDecision ?? null,
			objection: noted?.objection ?? null,
			asOf: this.asOf,
		};
	}

	/** The light that this one goes on from: the same key, or a stretch of days that overlaps, since evidence that is no longer read moves its beginning. */
	private knownOf({ rule, subject, episode, firstDay, lastDay }: Verdict): KnownLight | null {
		if (this.open.size === 0) return null;
		const open = (this.open.get(placeOf(rule.id, subject)) ?? []).filter(({ ruleVersion }) => ruleVersion === rule.version);
		const key = lightKey(rule, subject, episode);
		const same = open.find((known) => known.key === key);
		if (same !== undefined) return same;
		if (rule.kind !== 'codeStreak' && rule.kind !== 'generic') return null;
		const from = dateOf(firstDay) ?? '';
		const to = dateOf(lastDay) ?? '';
		return open.find((known) => known.firstDay !== null && known.lastDay !== null && from <= known.lastDay && to >= known.firstDay) ?? null;
	}

	private out(known: KnownLight, rule: RedLightRule | null, verdict: Verdict | null): RedLight {
		const because = whyOut(known, rule, verdict);
		const before = known.light;
		const name = before?.value.subjectName ?? verdict?.subjectName ?? known.subject;
		const value: LightValue = {
			light: verdict?.colour ?? 'green',
			state: 'out',
			grey: verdict?.grey ?? null,
			kind: before?.value.kind ?? rule?.kind ?? 'generic',
			subjectName: name,
			personId: before?.value.personId ?? null,
			joined: before?.value.joined ?? true,
			streak: verdict?.streak ?? 0,
			figure: verdict?.figure ?? text('–', '–'),
			firstDay: known.firstDay,
			lastDay: known.lastDay,
			firstSeen: known.firstSeen,
			days: verdict?.days ?? [],
			episodes: verdict?.episodes ?? [],
			evidenceCount: before?.value.evidenceCount ?? 0,
			page: before?.value.page ?? null,
			sentences: before?.value.sentences ?? [],
		};
		return {
			key: known.key,
			kind: 'redLight',
			subject: known.subject,
			value,
			rule: before?.rule ?? { id: known.ruleId, version: known.ruleVersion, parameters: this.applied.get(known.ruleId)?.parameters ?? {} },
			evidence: before?.evidence ?? [],
			explanation: text(`Light went out for ${name}: ${because.en}.`, `${name} 灯已熄灭：${because['zh-CN']}。`),
			audience: before?.audience ?? (verdict === null ? { ...OPEN_AUDIENCE, level: 'person' } : this.audiences.of(verdict.rule, verdict.person)),
			humanDecision: known.humanDecision,
			objection: known.objection,
			asOf: this.asOf,
		};
	}

	/** Of a green light the key only says what it is about. */
	private clearKeyOf(rule: RedLightRule): string {
		if (rule !== this.clearRule) {
			this.clearRule = rule;
			this.clearKey = `light-clear ${rule.id} ${rule.version} `;
		}
		return this.clearKey;
	}

	private appliedOf(rule: RedLightRule): AppliedRule {
		return this.applied.get(rule.id) ?? { id: rule.id, version: rule.version, parameters: {} };
	}
}

function whyOut(known: KnownLight, rule: RedLightRule | null, verdict: Verdict | null): BilingualText {
	if (rule === null) return OUT_BY_REMOVAL;
	if (!rule.enabled) return OUT_BY_SWITCH;
	if (known.ruleVersion !== rule.version) return OUT_BY_VERSION;
	if (verdict === null) return OUT_WITHOUT_FACTS;
	return text(verdict.explanation.en.replace(/\.$/, ''), verdict.explanation['zh-CN'].replace(/。$/, ''));
}

function lightKey(rule: RedLightRule, subject: string, episode: string): string {
	// The canonical JSON of these five texts, without looking for their order each time.
	const text = `{"episode":${JSON.stringify(episode)},"kind":"light","rule":${JSON.stringify(rule.id)},"subject":${JSON.stringify(subject)},"version":${JSON.stringify(rule.version)}}`;
	return `light-${sha256(text).slice(0, 32)}`;
}

function placeOf(rule: string, subject: string): string {
	return JSON.stringify([rule, subject]);
}

function earlier(a: string | null, b: string | null): string | null {
	return a === null || (b !== null && b < a) ? b : a;
}
