import type { BilingualText } from '../judgement/judgement.js';

/** How one part of a number is to be read; the parts stand in the order of the pattern's groups. */
export interface NumberPart {
	readonly id: string;
	readonly name: BilingualText;
	/** What its letters mean; a letter that is not listed is a warning. Left out: any text. */
	readonly values?: Readonly<Record<string, BilingualText>>;
	/** `year2`: 05 is 2005; `year4`: 2005. A year after the one of the question is a warning. */
	readonly kind?: 'year2' | 'year4';
	/** May be missing. */
	readonly optional?: boolean;
}

/**
 * One kind of number. Every format is a row that an administrator can change; a row of the same id replaces the one that comes with the pack.
 * Sources: secondary (pages that restate the regulator's 2005 notice and later practice), hence "editable".
 */
export interface NumberFormat {
	readonly id: string;
	/** `acceptance`: an acceptance number; `refused`: a number of another kind that is often taken for one. */
	readonly kind: 'acceptance' | 'refused';
	readonly name: BilingualText;
	/** Matches the whole normalised number; run in linear time (syntax of RE2). */
	readonly pattern: string;
	readonly parts: readonly NumberPart[];
	/** Pairs of part values that are known, written `X L`; another pair is a warning. */
	readonly known?: { readonly parts: readonly [string, string]; readonly pairs: readonly string[] };
	/** Said with every number of this format, e.g. that no source confirms it. */
	readonly note?: BilingualText;
}

const t = (en: string, zh: string): BilingualText => ({ en, 'zh-CN': zh });

const HANZI = '[一-龥]';
const PROVINCES = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]';

const ORIGIN: NumberPart = { id: 'origin', name: t('origin', '来源'), values: { C: t('domestic', '国产'), J: t('imported', '进口') } };
const YEAR: NumberPart = { id: 'year', name: t('year of acceptance', '受理年份'), kind: 'year2' };
const SERIAL: NumberPart = { id: 'serial', name: t('serial number', '流水号') };
const AUTHORITY: NumberPart = { id: 'authority', name: t('accepting authority', '受理机构'), optional: true };

/** Numbers that come with the pack, in the order in which they are tried. */
export const NUMBER_FORMATS: readonly NumberFormat[] = [
	{
		id: 'nmpa-drug',
		kind: 'acceptance',
		name: t('NMPA drug acceptance number', '药品受理号'),
		pattern: `([CJ])([XYBZ])([HZSF])([LSBZFR])(\\d{2})(\\d{5})(${HANZI}{0,2})`,
		parts: [
			ORIGIN,
			{ id: 'class', name: t('application class', '申请类别'), values: { X: t('new drug', '新药'), Y: t('generic or existing standard', '仿制药（已有标准）'), B: t('supplement', '补充申请'), Z: t('re-registration', '再注册') } },
			{ id: 'product', name: t('product class', '药品类别'), values: { H: t('chemical drug', '化学药品'), Z: t('traditional Chinese medicine', '中药'), S: t('biological product', '生物制品'), F: t('excipient', '辅料') } },
			{
				id: 'stage',
				name: t('stage', '申请阶段'),
				values: { L: t('clinical trial', '临床试验'), S: t('marketing (production)', '上市（生产）'), B: t('supplement', '补充申请'), Z: t('re-registration', '再注册'), F: t('repackaging', '分包装'), R: t('review again', '复审') },
			},
			YEAR,
			SERIAL,
			AUTHORITY,
		],
		known: { parts: ['class', 'stage'], pairs: ['X L', 'X S', 'X B', 'X Z', 'X R', 'Y L', 'Y S', 'Y B', 'Y Z', 'Y F', 'Y R', 'B B', 'B R', 'Z Z', 'Z R'] },
	},
	{
		id: 'nmpa-packaging',
		kind: 'acceptance',
		name: t('NMPA packaging material acceptance number', '药包材受理号'),
		pattern: `([CJ])B([SBZ])(\\d{2})(\\d{5})(${HANZI}{0,2})`,
		parts: [ORIGIN, { id: 'stage', name: t('stage', '申请阶段'), values: { S: t('production', '生产'), B: t('supplement', '补充申请'), Z: t('re-registration', '再注册') } }, YEAR, SERIAL, AUTHORITY],
	},
	{
		id: 'nmpa-device',
		kind: 'acceptance',
		name: t('NMPA device or IVD acceptance number', '医疗器械（体外诊断试剂）受理号'),
		pattern: '([CJ])([QS])([ZYXDJ])(\\d{2})(\\d{5,})',
		parts: [
			ORIGIN,
			{ id: 'product', name: t('product class', '产品类别'), values: { Q: t('medical device', '医疗器械'), S: t('in-vitro diagnostic reagent', '体外诊断试剂') } },
			{
				id: 'stage',
				name: t('kind of application', '申请事项'),
				values: { Z: t('first registration', '首次注册'), Y: t('renewal', '延续注册'), X: t('change of licensed items', '许可事项变更'), D: t('change of registered items', '登记事项变更'), J: t('correction', '纠错') },
			},
			YEAR,
			SERIAL,
		],
		note: t('No public source confirms how many digits a device number has.', '器械受理号的位数没有公开来源可确认。'),
	},
	{ id: 'approval-drug', kind: 'refused', name: t('a drug approval number', '药品批准文号'), pattern: '国药[准证试]字.*', parts: [] },
	{ id: 'certificate-device', kind: 'refused', name: t('a device registration certificate number', '医疗器械注册证编号'), pattern: '.{0,2}(?:食药监)?械\\(?(?:注|准|进|许).*', parts: [] },
	{ id: 'filing-device', kind: 'refused', name: t('a device filing number', '医疗器械备案编号'), pattern: '.{0,6}械备.*', parts: [] },
	{ id: 'trial-registration', kind: 'refused', name: t('a trial registration number', '药物临床试验登记号'), pattern: '(?:CTR\\d+|NCT\\d+|CHICTR[-0-9A-Z]+)', parts: [] },
	{
		id: 'provincial-device',
		kind: 'acceptance',
		name: t('provincial acceptance number', '省级受理号'),
		pattern: `(${PROVINCES})([A-Z${HANZI.slice(1, -1)}]{0,8})(\\d{6,14})`,
		parts: [{ id: 'authority', name: t('accepting authority', '受理机构') }, { id: 'code', name: t('code of the province', '省级代码'), optional: true }, SERIAL],
		note: t('Provinces have formats of their own; add the one of this province as a row.', '各省受理号格式不同；请为该省添加一行格式。'),
	},
];
