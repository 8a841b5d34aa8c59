import { sha256 } from '../evidence/key.js';
import type { Language } from '../judgement/judgement.js';

/*
 * An invented submission with planted faults, as a regulatory department would keep it in a list: nobody and no product is meant.
 * Under the number stand a gap in the numbers, a missing approval, a version changed after its approval, one uploaded after the acceptance,
 * a supplement that answers a deficiency letter, and one content under two names. One document is without fault.
 */

/** What is registered together with the list. */
export interface SampleSubmission {
	readonly acceptanceNumber: string;
	readonly product: string;
	readonly receivedAt: string;
	readonly acceptedAt: string;
	readonly registeredAt: string;
	readonly registeredBy: string;
	readonly documents: readonly string[];
	readonly deficiencyLetters: ReadonlyArray<{ readonly number: string; readonly issuedAt: string; readonly documents: readonly string[] }>;
	/** Rows under the headings of a list in this language. */
	readonly versions: ReadonlyArray<Readonly<Record<string, string>>>;
}

/** Acceptance number of the sample: a new drug of domestic origin, chemical, for marketing, of 2026. */
export const SAMPLE_ACCEPTANCE_NUMBER = 'CXHS2600001';

const HEADINGS = {
	en: ['Document No', 'Name', 'Version', 'Upload Time', 'Modified By', 'Change Note', 'Author', 'Reviewer', 'Reviewed At', 'Approver', 'Approved At', 'SHA-256', 'Approved SHA-256', 'Size', 'Deficiency Letter'],
	'zh-CN': ['文件编号', '文件名称', '版本号', '上传时间', '修改人', '修改备注', '起草人', '审核人', '审核时间', '批准人', '批准时间', 'SHA-256', '批准内容哈希', '大小', '补正通知'],
} as const satisfies Record<Language, readonly string[]>;

type Words = Readonly<Record<Language, string>>;
const t = (en: string, zh: string): Words => ({ en, 'zh-CN': zh });

const DRAFTER = t('Jiang Wanzhou', '江晚舟');
const SECOND_DRAFTER = t('Xu Nianci', '许念慈');
const REVIEWER = t('Luo Qinghe', '骆清和');
const APPROVER = t('Ji Yunshu', '纪云舒');

interface SampleVersion {
	readonly number: string;
	/** Local time in China. */
	readonly uploadedAt: string;
	readonly by?: Words;
	readonly note: Words;
	/** Null: nobody approved it. */
	readonly approvedAt: string | null;
	/** Another content than the one that is found was approved. */
	readonly changedLater?: true;
	/** Text that stands for the file; the same text is the same content. */
	readonly content?: string;
	readonly letter?: true;
	readonly size: number;
}

interface SampleDocument {
	readonly id: string;
	readonly name: Words;
	readonly versions: readonly SampleVersion[];
}

const LETTER = '2026-0317';

const DOCUMENTS: readonly SampleDocument[] = [
	{
		id: 'M-01',
		name: t('Investigator brochure.pdf', '研究者手册.pdf'),
		versions: [
			{ number: 'V1', uploadedAt: '2026-01-04T16:20:00+08:00', note: t('First version', '首次定稿'), approvedAt: '2026-01-05T10:00:00+08:00', size: 1_842_133 },
			{ number: 'V2', uploadedAt: '2026-02-09T09:12:00+08:00', note: t('Chapter 3: toxicology of 26 weeks added', '第 3 章补充 26 周毒理数据'), approvedAt: '2026-02-10T15:30:00+08:00', size: 1_901_772 },
			{ number: 'V4', uploadedAt: '2026-02-20T18:41:00+08:00', by: SECOND_DRAFTER, note: t('Chapter 5 reworded', '第 5 章文字调整'), approvedAt: null, size: 1_903_008 },
		],
	},
	{
		id: 'M-02',
		name: t('Quality overall summary.docx', '药学研究资料综述.docx'),
		versions: [
			{ number: 'V1.0', uploadedAt: '2026-01-11T11:05:00+08:00', note: t('First version', '首次定稿'), approvedAt: '2026-01-12T09:40:00+08:00', size: 903_221 },
			{ number: 'V1.1', uploadedAt: '2026-01-27T17:55:00+08:00', note: t('Impurity limits brought in line with the standard', '杂质限度与质量标准保持一致'), approvedAt: '2026-01-28T10:10:00+08:00', changedLater: true, size: 911_486 },
		],
	},
	{
		id: 'M-03',
		name: t('Clinical trial protocol.pdf', '临床试验方案.pdf'),
		versions: [
			{ number: 'V1', uploadedAt: '2026-01-08T14:00:00+08:00', by: SECOND_DRAFTER, note: t('First version', '首次定稿'), approvedAt: '2026-01-09T16:00:00+08:00', size: 2_310_004 },
			{ number: 'V2', uploadedAt: '2026-03-25T10:30:00+08:00', by: SECOND_DRAFTER, note: t('Sample size justified, as the letter asks', '按补正通知补充样本量依据'), approvedAt: '2026-03-26T09:00:00+08:00', letter: true, size: 2_352_916 },
		],
	},
	{
		id: 'M-04',
		name: t('Package insert.docx', '药品说明书.docx'),
		versions: [{ number: 'V1', uploadedAt: '2026-01-19T10:00:00+08:00', note: t('First version', '首次定稿'), approvedAt: '2026-01-20T11:20:00+08:00', content: 'package insert', size: 88_412 }],
	},
	{
		id: 'M-05',
		name: t('Labelling sample.docx', '包装标签样稿.docx'),
		versions: [{ number: 'V1', uploadedAt: '2026-01-21T15:45:00+08:00', by: SECOND_DRAFTER, note: t('First version', '首次定稿'), approvedAt: '2026-01-22T09:30:00+08:00', content: 'package insert', size: 88_412 }],
	},
	{
		id: 'M-06',
		name: t('Stability study report.pdf', '稳定性研究报告.pdf'),
		versions: [
			{ number: 'V1', uploadedAt: '2025-12-18T13:10:00+08:00', note: t('12 months of data', '12 个月数据'), approvedAt: '2025-12-19T10:00:00+08:00', size: 1_220_650 },
			{ number: 'V2', uploadedAt: '2026-01-29T09:50:00+08:00', note: t('18 months of data', '18 个月数据'), approvedAt: '2026-01-30T14:25:00+08:00', size: 1_377_901 },
		],
	},
];

/** The list and what is registered with it. The same language gives the same bytes. */
export function sampleSubmission(language: Language): SampleSubmission {
	return {
		acceptanceNumber: SAMPLE_ACCEPTANCE_NUMBER,
		product: t('PT-DEMO tablets (invented)', 'PT-DEMO 片（虚构）')[language],
		receivedAt: '2026-02-12',
		acceptedAt: '2026-02-15T10:00:00+08:00',
		registeredAt: '2026-04-01T09:00:00+08:00',
		registeredBy: DRAFTER[language],
		documents: DOCUMENTS.map(({ id }) => id),
		deficiencyLetters: [{ number: LETTER, issuedAt: '2026-03-17', documents: ['M-03'] }],
		versions: DOCUMENTS.flatMap(({ id, name, versions }) => versions.map((version) => rowOf(id, name, version, language))),
	};
}

function rowOf(id: string, name: Words, version: SampleVersion, language: Language): Readonly<Record<string, string>> {
	const { number, uploadedAt, by = DRAFTER, note, approvedAt, content, letter, size } = version;
	const found = sha256(content ?? `${id} ${number}`);
	const approved = version.changedLater === true ? sha256(`${id} ${number} as approved`) : found;
	const signed = approvedAt !== null;
	const values = [
		id,
		name[language],
		number,
		uploadedAt,
		by[language],
		note[language],
		by[language],
		signed ? REVIEWER[language] : '',
		signed ? approvedAt : '',
		signed ? APPROVER[language] : '',
		signed ? approvedAt : '',
		found,
		signed ? approved : '',
		String(size),
		letter === true ? LETTER : '',
	];
	return Object.fromEntries(HEADINGS[language].map((heading, index) => [heading, values[index] ?? '']));
}
