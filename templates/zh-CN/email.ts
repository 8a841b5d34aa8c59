import type { EmailTemplates } from '../texts.js';

export const email: EmailTemplates = {
	subject: `{{title}}{{#if dueDate}}（截止 {{dueDate}}）{{/if}}`,

	html: `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>{{title}}</title></head>
<body style="font-family: 'PingFang SC', 'Microsoft YaHei', sans-serif; font-size: 15px; line-height: 1.6; max-width: 46em">
<h2>{{title}}</h2>
{{#if unassignedReason}}
<p><strong>待分派：</strong>{{unassignedReason}}</p>
{{/if}}
<p>{{explanation}}</p>
<p><strong>处理人：</strong>{{default assignee "待分派"}}<br><strong>截止日期：</strong>{{default dueDate "未设定"}}{{#if dueProvisional}}（暂定：该年度的放假安排尚未公布）{{/if}}</p>
{{#each notes}}
<p><strong>备注：</strong>{{text}}{{#if by}} – {{by}}{{/if}}</p>
{{/each}}
{{#if noteUrl}}
<p>{{link "填写备注" noteUrl}}</p>
{{/if}}
{{#if decisionUrl}}
<p>{{link "决定如何处理这盏灯" decisionUrl}}</p>
{{/if}}
{{#if metrics}}
<h3>12 项过程指标</h3>
<table style="border-collapse: collapse" border="1" cellpadding="6">
<tr><th>序号</th><th>指标</th><th>结果</th><th>判定</th><th>判定说明</th></tr>
{{#each metrics}}
<tr><td>{{number}}</td><td>{{name}}</td><td>{{valueText}}</td><td>{{default verdictText "–"}}</td><td>{{explanation}}</td></tr>
{{/each}}
</table>
{{/if}}
<h3>证据</h3>
<ul>
{{#each evidence}}
<li>{{#if url}}{{link label url}}{{else}}{{label}}{{/if}}{{#if time}}，{{time}}{{/if}}{{#if actor}}，记录人 {{actor}}{{/if}}</li>
{{else}}
<li>无</li>
{{/each}}
{{#if moreEvidence}}
<li>另有 {{moreEvidence}} 条记录，随任务保存</li>
{{/if}}
</ul>
{{#if links}}
<p>{{#each links}}{{link label url}}{{#unless @last}} · {{/unless}}{{/each}}</p>
{{/if}}
{{#if objection}}
<p><strong>如何提出异议：</strong>{{objection}}{{#if objectUrl}}{{link "对这盏灯提出异议" objectUrl}}{{/if}}</p>
{{/if}}
<p style="color: #555">判定规则 {{rule.id}}，版本 {{rule.version}}。任务编号 {{key}}</p>
</body>
</html>
`,
};
