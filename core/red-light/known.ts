import type { BilingualText } from '../judgement/judgement.js';
import { isBilingual } from '../task/readInputs.js';
import { OBJECTION_STATES, type HumanDecision, type LightState, type Objection, type RedLight } from './light.js';

/** A light of an earlier run, as the table `pt_lights` holds it. */
export interface KnownLight {
	readonly key: string;
	readonly ruleId: string;
	readonly ruleVersion: string;
	readonly subject: string;
	readonly state: LightState;
	readonly firstDay: string | null;
	readonly lastDay: string | null;
	readonly firstSeen: string | null;
	readonly humanDecision: HumanDecision | null;
	readonly objection: Objection | null;
	/** The whole light where the row holds it. */
	readonly light: RedLight | null;
}

export interface KnownLightProblem {
	/** From 1. */
	readonly row: number;
	readonly column: string;
	readonly message: BilingualText;
	readonly remedy: BilingualText;
}

type Row = Readonly<Record<string, unknown>>;

const STATES: readonly string[] = ['new', 'known', 'onTheWay', 'clear', 'out'] satisfies readonly LightState[];
const REMEDY: BilingualText = { en: 'Give the rows of the table pt_lights as they are stored, or the items of this node.', 'zh-CN': '请提供数据表 pt_lights 中的行，或本节点输出的项目。' };

/** Reads rows of `pt_lights` (see `lightToRow`) or lights as the evaluator gave them. A row that cannot be read does not lose the others. */
export function readKnownLights(rows: readonly unknown[]): { readonly lights: readonly KnownLight[]; readonly problems: readonly KnownLightProblem[] } {
	const lights: KnownLight[] = [];
	const problems: KnownLightProblem[] = [];
	rows.forEach((value, index) => {
		const refuse = (column: string, found: unknown, en: string, zh: string): void => {
			const shown = found === undefined ? '' : JSON.stringify(found).slice(0, 80);
			problems.push({ row: index + 1, column, message: { en: `Known light in row ${index + 1}, column “${column}”${shown === '' ? ' is missing' : ` is ${shown}`}, expected ${en}.`, 'zh-CN': `第 ${index + 1} 行已有灯，列“${column}”${shown === '' ? '缺失' : `为 ${shown}`}，应为${zh}。` }, remedy: REMEDY });
		};
		if (!isRow(value)) {
			refuse('lightKey', value, 'a row', '一行');
			return;
		}
		// An empty table gives one empty item in n8n.
		if (Object.keys(value).length === 0) return;
		const row = 'value' in value && isRow(value['value']) ? rowOfLight(value) : value;
		const missing = ['lightKey', 'ruleId', 'ruleVersion', 'subject', 'state'].find((column) => typeof row[column] !== 'string' || row[column] === '');
		if (missing !== undefined) {
			refuse(missing, row[missing], 'a text', '文字');
			return;
		}
		if (!STATES.includes(String(row['state']))) {
			refuse('state', row['state'], STATES.join(', '), STATES.join('、'));
			return;
		}
		// What is not whole is left out; the rest of the row says enough of a light that went out.
		const object = (column: string, whole: (read: Row) => boolean): Row | null => {
			const read = jsonOf(row[column]);
			if (read === null || (isRow(read) && whole(read))) return read;
			refuse(column, row[column], isRow(read) ? 'all its fields' : 'a JSON object', isRow(read) ? '完整的字段' : 'JSON 对象');
			return null;
		};
		lights.push({
			key: String(row['lightKey']),
			ruleId: String(row['ruleId']),
			ruleVersion: String(row['ruleVersion']),
			subject: String(row['subject']),
			state: row['state'] as LightState,
			firstDay: textOf(row['firstDay']),
			lastDay: textOf(row['lastDay']),
			firstSeen: textOf(row['firstSeen']),
			humanDecision: object('humanDecision', isDecision) as HumanDecision | null,
			objection: object('objection', isObjection) as Objection | null,
			light: object('payload', isWhole) as RedLight | null,
		});
	});
	return { lights, problems };
}

/** Whether a stored light has all that is shown and told of it. */
function isWhole({ value, rule, evidence, explanation, audience, asOf }: Row): boolean {
	if (!isRow(value) || typeof value['subjectName'] !== 'string' || typeof value['light'] !== 'string' || !isBilingual(value['figure'])) return false;
	if (![value['days'], value['sentences'], value['episodes']].every((list) => Array.isArray(list) && list.every(isRow))) return false;
	if (!isRow(rule) || typeof rule['id'] !== 'string' || typeof rule['version'] !== 'string' || !isRow(rule['parameters'])) return false;
	if (!Array.isArray(evidence) || !evidence.every((one: unknown) => isRow(one) && typeof one['source'] === 'string' && typeof one['id'] === 'string')) return false;
	return isBilingual(explanation) && typeof asOf === 'string' && isRow(audience) && Array.isArray(audience['persons']) && audience['persons'].every(isRow);
}

const isDecision = (row: Row): boolean => ['by', 'at', 'decision', 'reason'].every((field) => typeof row[field] === 'string');

function isObjection({ state, filedAt, reason, deadline, decidedBy, decidedAt }: Row): boolean {
	return OBJECTION_STATES.some((known) => known === state) && typeof filedAt === 'string' && typeof reason === 'string' && [deadline, decidedBy, decidedAt].every((field) => field === null || typeof field === 'string');
}

function rowOfLight(light: Row): Row {
	const value = light['value'] as Row;
	const rule = isRow(light['rule']) ? light['rule'] : {};
	return { ...value, lightKey: light['key'], ruleId: rule['id'], ruleVersion: rule['version'], subject: light['subject'], humanDecision: light['humanDecision'], objection: light['objection'], payload: light };
}

/** A light as one flat row of the table `pt_lights`. Empty texts stand for nothing; `payload` is the whole light as JSON. */
export interface LightRow {
	readonly lightKey: string;
	readonly ruleId: string;
	readonly ruleVersion: string;
	readonly kind: string;
	readonly subject: string;
	readonly subjectName: string;
	readonly personId: string;
	readonly light: string;
	readonly state: string;
	readonly grey: string;
	readonly streak: number;
	readonly figure: string;
	readonly figureZh: string;
	readonly firstDay: string;
	readonly lastDay: string;
	readonly firstSeen: string;
	/** The moment as of which it was judged last. */
	readonly lastSeen: string;
	readonly explanation: string;
	readonly explanationZh: string;
	readonly humanDecision: string;
	readonly objectionState: string;
	readonly objection: string;
	readonly payload: string;
}

export function lightToRow(light: RedLight): LightRow {
	const { value, rule, explanation } = light;
	return {
		lightKey: light.key,
		ruleId: rule.id,
		ruleVersion: rule.version,
		kind: value.kind,
		subject: light.subject,
		subjectName: value.subjectName,
		personId: value.personId ?? '',
		light: value.light,
		state: value.state,
		grey: value.grey ?? '',
		streak: value.streak,
		figure: value.figure.en,
		figureZh: value.figure['zh-CN'],
		firstDay: value.firstDay ?? '',
		lastDay: value.lastDay ?? '',
		firstSeen: value.firstSeen ?? '',
		lastSeen: light.asOf,
		explanation: explanation.en,
		explanationZh: explanation['zh-CN'],
		humanDecision: light.humanDecision === null ? '' : JSON.stringify(light.humanDecision),
		objectionState: light.objection?.state ?? '',
		objection: light.objection === null ? '' : JSON.stringify(light.objection),
		payload: JSON.stringify(light),
	};
}

function isRow(value: unknown): value is Row {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | null {
	return typeof value === 'string' && value !== '' ? value : null;
}

/** Undefined where a text is no JSON. */
function jsonOf(value: unknown): unknown {
	if (typeof value !== 'string') return value ?? null;
	if (value.trim() === '') return null;
	try {
		return JSON.parse(value);
	} catch {
		return undefined;
	}
}
