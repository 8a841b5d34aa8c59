import type { LightTaskTemplates } from '../texts.js';

const DAYS = `{{#if days}}

| 工作日 | 失败 PR | PR 合并失败率 | 同一模块提交 | 是否符合 |
|---|---|---|---|---|
{{#each days}}
| {{date}} | {{default failed "–"}}{{#if decided}}/{{decided}}{{/if}} | {{default rate "–"}} | {{default modules "–"}} | {{#if holds}}是{{else}}否{{/if}} |
{{/each}}
{{/if}}
{{#if figures}}

| 工作日 | 数值 | 是否符合 |
|---|---|---|
{{#each figures}}
| {{date}} | {{default figure "–"}} | {{#if holds}}是{{else}}否{{/if}} |
{{/each}}
{{/if}}
{{#if sentences}}

{{#each sentences}}
> {{sentence}}

文档：{{default document "未指明文档"}}
{{/each}}
{{/if}}`;

const EVIDENCE = `### 证据
{{#each evidence}}
- {{#if url}}{{link label url}}{{else}}{{label}}{{/if}}{{#if time}}，{{time}}{{/if}}
{{else}}
- 无
{{/each}}
{{#if moreEvidence}}
- 另有 {{moreEvidence}} 条记录，随任务保存
{{/if}}`;

const FOOT = `### 如何提出异议
{{#if objectUrl}}{{link "对此灯提出异议" objectUrl}}。{{/if}}{{objection}}异议在 15 个工作日内答复；在此之前，该灯标记为有异议，不得据此作出任何结论。灯是求助信号，不是评分；后续如何处理只由人决定。

判定规则 {{rule.id}}，版本 {{rule.version}}，判定时点 {{asOf}}。任务编号：{{key}}
`;

const OBJECTION = '请告知 HRBP 哪一条记录或数字有误。';

export const contextNote: LightTaskTemplates = {
	title: `请补充备注：{{ruleName}}`,

	card: `{{#if unassigned}}{{unassigned}}

{{/if}}{{explanation}}

在请他人协助之前：是否有这些数字没有反映的情况，例如外部依赖、环境干扰或计划内的清理？{{#if noteUrl}}{{link "填写备注" noteUrl}}。{{/if}}{{#if due.date}}{{due.date}}{{#if due.provisional}}（暂定：该年度的放假安排尚未公布）{{/if}} 前未填写备注，将直接转给{{helper}}；填写的备注会一并转交。{{else}}填写的备注会一并转给{{helper}}。{{/if}}
${DAYS}

${EVIDENCE}

${FOOT}`,

	chat: `{{#if unassigned}}{{unassigned}}

{{/if}}{{explanation}}

是否有这些数字没有反映的情况？{{#if noteUrl}}{{link "填写备注" noteUrl}}{{/if}}
{{#if due.date}}
**截止日期** {{due.date}}，之后转给{{helper}}
{{/if}}
{{#if objectUrl}}
{{link "提出异议" objectUrl}}
{{/if}}
`,

	objection: OBJECTION,
	unassigned: `**待分派**：人员目录中没有该账号对应的人员。{{unassignedReason}}请将 {{name}} 的账号关联到人员。`,
};

export const mentoring: LightTaskTemplates = {
	title: `{{#if risk}}协同风险{{else}}请协助{{/if}}：{{name}}`,

	card: `{{#if unassigned}}{{unassigned}}

{{/if}}{{explanation}}

| | |
|---|---|
| 涉及 | {{name}} |
| {{#if risk}}团队负责人{{else}}导师{{/if}} | {{default assignee.name "待分派"}} |
{{#if page}}
| 页面 | {{#if page.url}}{{link page.title page.url}}{{else}}{{page.title}}{{/if}} |
{{/if}}
{{#if firstDay}}
| 开始日期 | {{firstDay}} |
{{/if}}
| 截止日期 | {{#if due.date}}{{due.date}}{{#if due.workingDays}}（{{due.workingDays}} 个工作日）{{/if}}{{#if due.provisional}}，暂定：该年度的放假安排尚未公布{{/if}}{{else}}未设定：{{default due.reason "没有工作日历"}}{{/if}} |

### {{name}} 的备注
{{#each notes}}
> {{text}}

{{default by "–"}}{{#if at}}，{{at}}{{/if}}
{{else}}
{{#if noteAskedAt}}自 {{noteAskedAt}} 起{{/if}}未填写备注。
{{/each}}

### 逐日情况
${DAYS}

{{#if decisionUrl}}
### 如何处理
{{link "决定如何处理这盏灯" decisionUrl}}

{{/if}}
${EVIDENCE}

${FOOT}`,

	chat: `{{#if unassigned}}{{unassigned}}

{{/if}}{{explanation}}

**{{#if risk}}团队负责人{{else}}导师{{/if}}** {{default assignee.name "待分派"}}
**截止日期** {{#if due.date}}{{due.date}}{{#if due.provisional}}（暂定）{{/if}}{{else}}未设定{{/if}}
{{#each notes}}
**备注** {{text}}
{{else}}
**备注** 未填写
{{/each}}
{{#each links}}
{{link label url}}
{{/each}}
{{#if decisionUrl}}
{{link "决定如何处理这盏灯" decisionUrl}}
{{/if}}
{{#if objectUrl}}
{{link "提出异议" objectUrl}}
{{/if}}
`,

	objection: OBJECTION,
	unassigned: `**待分派**：没有找到协助人。{{unassignedReason}}请在人员目录中为 {{name}} 指定{{#if risk}}团队负责人{{else}}导师{{/if}}。`,
};
