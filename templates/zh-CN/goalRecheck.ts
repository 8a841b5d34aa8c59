import type { GoalRecheckTemplates } from '../texts.js';

const TABLE = `| 环节 | {{period}} | 基线 | 恶化幅度 | 是否超过阈值 |
|---|---|---|---|---|
{{#each indexes}}
| {{stage}} | {{default value "–"}} | {{default baseline "–"}} | {{default worse "–"}} | {{#if worsened}}是{{else}}否{{/if}} |
{{/each}}`;

/** To the goal's owner and to the owner's superior. */
export const goalRecheck: GoalRecheckTemplates = {
	title: `目标重检：{{name}}`,

	card: `{{#if unassigned}}{{unassigned}}

{{/if}}{{explanation}}

{{#if toSuperior}}请与目标负责人一起重新审视该目标{{else}}请与直属上级一起重新审视该目标{{/if}}：当初的前提是否仍然成立？下列环节需要什么支持？{{#if target}}在双方共同调整之前，目标值仍为 **{{target}}**。{{/if}}{{#if due.date}}截止日期 {{due.date}}{{#if due.provisional}}（暂定：该年度的放假安排尚未公布）{{/if}}。{{/if}}

${TABLE}

### 证据
{{#each evidence}}
- {{#if url}}{{link label url}}{{else}}{{label}}{{/if}}{{#if time}}，{{time}}{{/if}}
{{else}}
- 无
{{/each}}
{{#if moreEvidence}}
- 另有 {{moreEvidence}} 条记录，随任务保存
{{/if}}

流程恶化意味着需要沟通，不是对个人的评分。自 {{episodeStart}} 起的这次恶化只触发一次重检。

判定规则 {{rule.id}}，版本 {{rule.version}}，判定时点 {{asOf}}。任务编号：{{key}}
`,

	chat: `{{#if unassigned}}{{unassigned}}

{{/if}}{{explanation}}
{{#if due.date}}
**截止日期** {{due.date}}
{{/if}}
`,

	unassigned: `**待分派**：{{#if toSuperior}}未找到目标负责人的直属上级{{else}}该目标没有人员目录中的负责人{{/if}}。{{unassignedReason}}`,
};
