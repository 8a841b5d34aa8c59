import type { AssessmentTemplates } from '../texts.js';

export const assessment: AssessmentTemplates = {
	title: `考核任务：研究 {{study}}，{{milestone.name}}`,

	card: `{{#if unassigned}}{{unassigned}}

{{/if}}**{{#if milestone.late}}里程碑逾期{{else}}里程碑达成{{/if}}**：{{milestone.name}}
{{#if milestone.receded}}**注意**：里程碑回退：数据更正后，例数又低于设定值；任务保持打开。
{{/if}}{{#if milestone.orderChanged}}**注意**：里程碑达成后，受试者的先后顺序发生了变化。
{{/if}}

{{explanation}}

| | |
|---|---|
| 研究 | {{study}} |
{{#if milestone.site}}
| 研究中心 | {{milestone.site}} |
{{/if}}
{{#if milestone.n}}
| {{ordinal milestone.n}} 例受试者 | {{default milestone.subject "未列明"}} |
{{/if}}
{{#if milestone.reachedAt}}
| 达成时间 | {{milestone.reachedAt}} |
{{/if}}
| 项目经理 | {{default assignee.name "待分派"}} |
| 截止日期 | {{#if due.date}}{{due.date}}{{#if due.workingDays}}（{{due.workingDays}} 个工作日）{{/if}}{{#if due.provisional}}，暂定：该年度的放假安排尚未公布{{/if}}{{else}}未设定：{{default due.reason "没有工作日历"}}{{/if}} |

### 12 项过程指标
{{#if metrics}}

| 序号 | 指标 | 结果 | 判定 |
|---|---|---|---|
{{#each metrics}}
| {{number}} | {{name}} | {{valueText}} | {{default verdictText "–"}} |
{{/each}}

{{#each metrics}}
{{#if explanation}}
{{number}}. {{explanation}}
{{/if}}
{{/each}}
{{else}}

不可用：本里程碑没有计算过程指标。
{{/if}}

### 证据
{{#each evidence}}
- {{#if url}}{{link label url}}{{else}}{{label}}{{/if}}{{#if time}}，{{time}}{{/if}}{{#if actor}}，记录人 {{actor}}{{/if}}
{{else}}
- 无
{{/each}}
{{#if moreEvidence}}
- 另有 {{moreEvidence}} 条记录，随任务保存
{{/if}}
{{#if links}}

### 在 EDC 中打开
{{#each links}}
- {{link label url}}
{{/each}}
{{/if}}

### 如何提出异议
如果记录、指标或本任务有误：{{objection}}判定可以更正；最终由人决定，不由数字单独决定。

判定规则 {{rule.id}}，版本 {{rule.version}}。任务编号：{{key}}
`,

	chat: `{{#if unassigned}}{{unassigned}}

{{/if}}{{explanation}}

**研究** {{study}}
{{#if milestone.n}}
**{{ordinal milestone.n}} 例受试者** {{default milestone.subject "未列明"}}{{#if milestone.site}}，研究中心 {{milestone.site}}{{/if}}
{{/if}}
**项目经理** {{default assignee.name "待分派"}}
**截止日期** {{#if due.date}}{{due.date}}{{#if due.provisional}}（暂定）{{/if}}{{else}}未设定{{/if}}
{{#each links}}
{{link label url}}
{{/each}}

**12 项过程指标**
{{#each metrics}}
{{number}}）{{name}}：**{{valueText}}**{{#if verdictText}}（{{verdictText}}）{{/if}}
{{else}}
不可用
{{/each}}

**如何提出异议** {{objection}}
`,

	objection: `请在 5 个工作日内答复发送人或人力资源业务伙伴（HRBP），写明是哪一条记录、正确的内容应当是什么。`,

	unassigned: `**待分派**：本任务找不到处理人。{{unassignedReason}}请在人事目录中为研究 {{study}} 指定项目经理。`,
};
