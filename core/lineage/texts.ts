import type { BilingualText } from '../judgement/judgement.js';
import type { BackdatedReason, Finding, FindingCode, NamedVersion } from './findings.js';
import type { InForceBasis } from './inForce.js';
import type { ApprovalRole, VersionState } from './version.js';

/*
 * Every sentence a lineage says, both languages side by side. Terms: domain reference 10.
 */

const t = (en: string, zh: string): BilingualText => ({ en, 'zh-CN': zh });

export const FINDING_NAMES: Readonly<Record<FindingCode, BilingualText>> = {
	numberGap: t('gap in the numbers', '版本号缺失'),
	missingApproval: t('missing approval', '缺少审批'),
	changedAfterApproval: t('changed after approval', '批准后被修改'),
	uploadedAfterAcceptance: t('uploaded after acceptance', '受理后上传'),
	sameContentDifferentName: t('same content, different name', '内容相同、名称不同'),
	sameNameDifferentContent: t('same name, different content', '名称相同、内容不同'),
	backdated: t('back-dated', '日期倒签'),
	noChangeNote: t('no change note', '缺少修改备注'),
	missingTime: t('missing time', '缺少时间'),
	noVersionInForce: t('no version in force', '无时点有效版本'),
	samePerson: t('one person in two roles', '同一人兼任多个角色'),
	chainBroken: t('altered since it was recorded', '记录后被改动'),
	documentNotFound: t('document not found', '未找到文件'),
};

export const SUPPLEMENT_NAME = t('supplement', '补正资料');

export const ROLE_NAMES: Readonly<Record<ApprovalRole, BilingualText>> = { author: t('author', '起草人'), reviewer: t('reviewer', '审核人'), approver: t('approver', '批准人') };

export const STATE_NAMES: Readonly<Record<VersionState, BilingualText>> = {
	draft: t('draft', '草稿'),
	inReview: t('in review', '审核中'),
	approved: t('approved', '已批准'),
	effective: t('effective', '已生效'),
	superseded: t('superseded', '已被替代'),
	withdrawn: t('withdrawn', '已撤回'),
	rejected: t('rejected', '已驳回'),
};

export const BASIS_NAMES: Readonly<Record<InForceBasis, BilingualText>> = {
	effectiveDate: t('by its effective date', '依据生效日期'),
	approval: t('by its approval', '依据批准时间'),
	upload: t('by its upload: uploaded, no approval', '依据上传时间：已上传，未审批'),
};

const BACKDATED: Readonly<Record<BackdatedReason, (time: string, against: string) => BilingualText>> = {
	uploadedBeforeThePrevious: (time, against) => t(`uploaded ${time}, before the version before it (${against})`, `上传时间 ${time} 早于前一版本（${against}）`),
	effectiveBeforeApproval: (time, against) => t(`effective from ${time}, before its approval (${against})`, `生效时间 ${time} 早于批准时间（${against}）`),
	approvedBeforeUpload: (time, against) => t(`approved ${time}, before it was uploaded (${against})`, `批准时间 ${time} 早于上传时间（${against}）`),
};

/** So many numbers are named before the rest is counted. */
const NAMED = 12;

/** Numbers of versions as each language lists them. */
export function versionList(numbers: readonly string[]): BilingualText {
	const shown = numbers.slice(0, NAMED);
	const more = numbers.length - shown.length;
	return t(`${numbers.length === 1 ? 'version' : 'versions'} ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`, `版本 ${shown.join('、')}${more > 0 ? ` 等 ${numbers.length} 个` : ''}`);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A finding as one sentence. */
export function findingText(finding: Finding): BilingualText {
	const versions = versionList(finding.versions);
	const en = capital(versions.en);
	// A space stands between digits or letters and Chinese characters.
	const zh = spaced(versions['zh-CN']);
	const one = finding.versions.length === 1;
	switch (finding.code) {
		case 'numberGap': {
			const { from, to, after, count } = finding.gap;
			const range = from === to ? from : `${from} – ${to}`;
			return t(`Version ${range} is missing${after === null ? ' at the beginning' : ` after ${after}`}${count > 1 ? ` (${count} numbers)` : ''}.`, `${after === null ? '起始处' : `版本 ${after} 之后`}缺少版本 ${range}${count > 1 ? `（共 ${count} 个）` : ''}。`);
		}
		case 'missingApproval': {
			const roles = finding.roles.map((role) => ROLE_NAMES[role]);
			return t(`${en} ${one ? 'has' : 'have'} no ${roles.map((role) => role.en).join(' and no ')}.`, `${zh}缺少${roles.map((role) => role['zh-CN']).join('、')}。`);
		}
		case 'changedAfterApproval':
			return t(
				`${en}${finding.inForce ? ', which was in force,' : ''} does not hold the content that was approved: approved ${short(finding.approved)}, found ${short(finding.found)}.`,
				`${finding.inForce ? `${versions['zh-CN']}（时点有效版本）` : zh}的内容与批准的内容不一致：批准 ${short(finding.approved)}，实际 ${short(finding.found)}。`,
			);
		case 'uploadedAfterAcceptance':
			return finding.letter === null
				? t(`${en} was uploaded ${finding.uploadedAt}, after the acceptance (${finding.acceptedAt}); no deficiency letter is linked.`, `${zh}于 ${finding.uploadedAt} 上传，晚于受理（${finding.acceptedAt}），且未关联补正通知。`)
				: t(`${en} was uploaded ${finding.uploadedAt}, after the acceptance (${finding.acceptedAt}), as a supplement to deficiency letter ${finding.letter}.`, `${zh}于 ${finding.uploadedAt} 上传，晚于受理（${finding.acceptedAt}），属于补正通知 ${finding.letter} 的补正资料。`);
		case 'sameContentDifferentName':
			return t(`The same content (${short(finding.sha256)}) stands under different names: ${named(finding.same, ', ')}.`, `相同内容（${short(finding.sha256)}）使用了不同名称：${named(finding.same, '、')}。`);
		case 'sameNameDifferentContent':
			return t(`The name “${finding.name}” stands for different contents: ${named(finding.others, ', ')}.`, `名称“${finding.name}”对应不同内容：${named(finding.others, '、')}。`);
		case 'backdated': {
			const why = BACKDATED[finding.reason](finding.time, finding.against);
			return t(`${en} looks back-dated: ${why.en}.`, `${zh}疑似日期倒签：${why['zh-CN']}。`);
		}
		case 'noChangeNote':
			return t(`${en} ${one ? 'has' : 'have'} no change note.`, `${zh}缺少修改备注。`);
		case 'missingTime':
			return t(`The source names no time for ${versions.en}, or none that can be read.`, `来源未提供${zh}的时间，或时间无法识别。`);
		case 'noVersionInForce':
			return t(`No version was in force at ${finding.at}.`, `${finding.at} 时点没有有效版本。`);
		case 'samePerson': {
			const roles = finding.roles.map((role) => ROLE_NAMES[role]);
			return t(`${en}: ${finding.person} is ${roles.map((role) => role.en).join(' and ')}; these must be different persons.`, `${versions['zh-CN']}：${finding.person} 同时是${roles.map((role) => role['zh-CN']).join('和')}，应由不同人员担任。`);
		}
		case 'chainBroken':
			return t('The lineage is not as it was recorded; see the verdict of its chain.', '版本谱系与记录时不一致，见哈希链判定。');
		case 'documentNotFound':
			return t(`No version of “${finding.wanted}” is known.`, `未找到“${finding.wanted}”的任何版本。`);
	}
}

const spaced = (text: string): string => (/[\w.]$/.test(text) ? `${text} ` : text);

const short = (hash: string): string => `${hash.slice(0, 12)}…`;

function named(versions: readonly NamedVersion[], separator: string): string {
	const shown = versions.slice(0, NAMED).map(({ name, number }) => `${name} (${number})`);
	return `${shown.join(separator)}${versions.length > shown.length ? ' …' : ''}`;
}
