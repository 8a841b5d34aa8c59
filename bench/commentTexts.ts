/* Generated comments as they are written about requirements and pages: both languages, few of them about a conflict. */

const SENTENCES = [
	'Please move the visit window into the table of section {n}, the reader does not find it in the text.',
	'Looks good to me, thanks for the quick change! Can we also add the unit to lab field {n}?',
	'I asked the data manager about query {n}: the value was entered twice for the same subject, so the second one can be voided.',
	'The document is fine from my side. Approval of step {n} is still missing, I will ask again on Monday.',
	'已按评审意见修改第 {n} 节，麻烦再看一下字典里的编码和单位换算。',
	'请把第 {n} 页的访视窗改成 7 天，并同步到数据管理计划里，谢谢。',
	'这个字段建议改为下拉选择，选项和第 {n} 版文档保持一致即可，其他没有意见。',
	'监查员反馈中心 {n} 的受试者日记卡没有上传，请项目经理跟进，下周例会前给出答复。',
	'Edit check {n} fires on every save and not only on submit; is that intended? It makes entry slow for the sites.',
	'Agreed, let us keep the wording of version {n} and only translate the headings. No need for another round of review.',
];

/** They hold a word of a conflict and no document: what makes a scanner look twice. */
const NEAR_MISSES = [
	'Your branch conflicts with main in {n} files, please rebase and push again.',
	'The total does not match the sum of line {n}, could you check the rounding?',
	'会议时间冲突，第 {n} 次评审改到周五下午。',
	'两次测量结果对不上，请中心重新测第 {n} 例受试者。',
];

/** One for each pattern. */
const CONFLICTS = [
	'Item {n}: this conflicts with the follow-up document of the study.',
	'The limit in row {n} contradicts the approved protocol.',
	'The retention time of record {n} does not match the validation plan.',
	'第 {n} 条的时限与质量管理文档的要求不一致，请核对。',
	'需求第 {n} 条写的是三天，这里对不上。',
];

export const FIVE_PATTERNS = [
	'conflicts with .* (doc|document)',
	'contradicts .* (spec|protocol|sop)',
	'does not match .* (plan|report|manual)',
	'(与|和|跟).{0,30}(文档|方案|说明书).{0,20}(冲突|不一致|矛盾)',
	'(文档|需求).{0,30}(对不上|有出入)',
] as const;

export interface GeneratedComment {
	readonly json: { readonly id: string; readonly page: string; readonly author: string; readonly createdAt: string; readonly body: string };
}

/** The nth comment: one or two sentences, about 95 characters as real comments have in the middle; 1 % speak of a conflict, 4 % nearly. */
export function generatedComment(number: number): GeneratedComment {
	// A fixed scramble, so that the same number gives the same comment.
	const scrambled = Math.imul(number + 1, 2_654_435_761) >>> 0;
	const pick = (texts: readonly string[], by: number): string => (texts[by % texts.length] ?? '').replace('{n}', String((scrambled >>> 3) % 97));
	const kind = number % 100;
	const parts = Array.from({ length: kind === 50 || kind % 25 === 7 || scrambled % 5 > 0 ? 1 : 2 }, (_, index) => pick(SENTENCES, (scrambled >>> (4 + index * 5)) + index));
	if (kind === 50) parts.push(pick(CONFLICTS, Math.floor(number / 100)));
	else if (kind % 25 === 7) parts.push(pick(NEAR_MISSES, scrambled >>> 9));
	const created = new Date(Date.UTC(2026, 0, 5) + (scrambled % 200) * 86_400_000 + number).toISOString();
	return { json: { id: `comment-${number}`, page: `page-${scrambled % 4000}`, author: `author-${scrambled % 300}`, createdAt: created, body: parts.join('\n') } };
}
