import type { CardTemplates } from '../texts.js';

export const card: CardTemplates = {
	record: `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>闭环卡片 {{number}}</title>
<style>
body { font: 14px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; color: #1d2733; max-width: 62em; margin: 1.5em auto; padding: 0 1em; overflow-wrap: anywhere; }
h1 { font-size: 1.6em; margin: 0; } h2 { font-size: 1.15em; margin: 1.4em 0 .4em; border-bottom: 1px solid #c8d1dc; }
table { border-collapse: collapse; width: 100%; } th, td { border: 1px solid #c8d1dc; padding: .3em .5em; text-align: left; vertical-align: top; overflow-wrap: anywhere; white-space: pre-wrap; }
th { background: #f0f3f7; } .facts th { width: 14em; } .trail th:nth-child(1) { width: 2.5em; } .trail th:nth-child(2), .trail th:nth-child(4) { width: 10.5em; } .trail th:nth-child(3) { width: 9em; } .trail, .files { table-layout: fixed; } .files th:last-child { width: 20em; } .number { text-align: right; } .hash { font: 11px ui-monospace, Consolas, monospace; } .quiet { color: #5b6878; }
.verdict { border: 2px solid #0f8a5f; padding: .5em .8em; } .broken { border-color: #b4412f; background: #fdf1ef; } img { max-width: 16em; max-height: 12em; display: block; }
.sign { margin-top: 3em; display: flex; gap: 3em; } .sign span { border-top: 1px solid #1d2733; padding-top: .3em; flex: 1; }
@media print { body { margin: 0; max-width: none; font-size: 11px; } tr, .verdict, img { break-inside: avoid; } h2 { break-after: avoid; } thead { display: table-header-group; } @page { size: A4; margin: 15mm; } }
@media (max-width: 40em) { .trail thead, .files thead { display: none; } .trail td, .files td { display: block; border-width: 0 1px; } .trail tr, .files tr { border: 1px solid #c8d1dc; display: block; margin-bottom: .5em; } .facts th { width: 8em; } }
</style>
</head>
<body>
<h1>闭环卡片 {{number}}</h1>
<p><strong>状态：{{state}}</strong>{{#if effectiveness}} · {{effectiveness}}{{/if}} · 版本 {{version}} · 重新打开次数 {{reopened}} · 驳回次数 {{rejected}}<br><span class="quiet">记录生成时间：{{printedAt}}</span></p>
<h2>发现项</h2>
{{#if sections.finding}}
<table class="facts">
{{#each sections.finding}}
<tr><th>{{label}}</th><td>{{value}}</td></tr>
{{/each}}
</table>
{{else}}
<p class="quiet">暂无</p>
{{/if}}
<h2>根本原因与措施</h2>
{{#if sections.plan}}
<table class="facts">
{{#each sections.plan}}
<tr><th>{{label}}</th><td>{{value}}</td></tr>
{{/each}}
</table>
{{else}}
<p class="quiet">暂无</p>
{{/if}}
<h2>完成情况</h2>
{{#if sections.done}}
<table class="facts">
{{#each sections.done}}
<tr><th>{{label}}</th><td>{{value}}</td></tr>
{{/each}}
</table>
{{else}}
<p class="quiet">暂无</p>
{{/if}}
<h2>验证与有效性</h2>
{{#if sections.verification}}
<table class="facts">
{{#each sections.verification}}
<tr><th>{{label}}</th><td>{{value}}</td></tr>
{{/each}}
</table>
{{else}}
<p class="quiet">暂无</p>
{{/if}}
<h2>照片与报告</h2>
{{#if files}}
<table class="files">
<thead><tr><th>文件</th><th>类型</th><th>拍摄时间（相机）</th><th>地点</th><th>SHA-256</th></tr></thead>
<tbody>
{{#each files}}
<tr><td>{{#if picture}}<img src="{{picture}}" alt="{{name}}">{{/if}}{{name}} ({{kilobytes}} KB)</td><td>{{#if photo}}现场照片{{else}}报告{{/if}}{{#if before}}, 整改前{{/if}}{{#if after}}, 整改后{{/if}}{{#if verified}}, 验证人已查看{{/if}}, {{mediaType}}</td><td>{{default takenAt "–"}}</td><td>{{#if placeRemoved}}保存前已移除{{else}}{{default place "–"}}{{/if}}</td><td class="hash">{{sha256}}</td></tr>
{{/each}}
</tbody>
</table>
{{else}}
<p class="quiet">暂无</p>
{{/if}}
<h2>时长</h2>
<table>
<thead><tr><th>项目</th><th>日历天数</th><th>工作日</th></tr></thead>
<tbody>
{{#each durations}}
<tr><td>{{name}}</td><td class="number">{{calendar}}</td><td class="number">{{working}}</td></tr>
{{/each}}
</tbody>
</table>
{{#if running}}
<p class="quiet">卡片尚未结束：计算至本记录生成时。</p>
{{/if}}
{{#if waiting}}
<p><strong>等待第三方</strong></p>
<ul>
{{#each waiting}}
<li>{{party}}：{{from}} 至 {{default to "仍在等待"}}</li>
{{/each}}
</ul>
{{/if}}
{{#if notes}}
<h2>备注</h2>
<ul>
{{#each notes}}
<li>{{at}}, {{by}}：{{text}}</li>
{{/each}}
</ul>
{{/if}}
<h2>审计追踪</h2>
<table class="trail">
<thead><tr><th>序号</th><th>服务器时间</th><th>操作人</th><th>操作</th><th>内容</th></tr></thead>
<tbody>
{{#each trail}}
<tr><td>{{sequence}}</td><td>{{at}}{{#if occurredAt}}<br>声明时间 {{occurredAt}}{{/if}}</td><td>{{actorName}} ({{actor}})<br>{{role}}{{#if meaning}}<br>签署含义：{{meaning}}{{/if}}</td><td>{{action}}<br>→ {{state}}{{#if reason}}<br>原因：{{reason}}{{/if}}{{#if source}}<br><span class="quiet">{{source}}</span>{{/if}}</td><td>{{#each changes}}<div>{{name}}：{{default to "(已清空)"}}{{#if from}} <span class="quiet">(原值： {{from}})</span>{{/if}}</div>{{/each}}<div class="hash quiet">{{hash}}</div></td></tr>
{{/each}}
</tbody>
</table>
<h2>哈希链</h2>
<div class="verdict{{#unless intact}} broken{{/unless}}"><strong>{{#if intact}}完整{{else}}已断裂{{/if}}</strong><br>{{chain}}<br>哈希链末端：<span class="hash">{{head}}</span><br><span class="quiet">请将此哈希留存在系统之外（如本打印件、邮件）：只有这样才能证明整个日志事后未被重写。</span></div>
<p>本记录显示由 n8n 记录的何人、何时、何事、何因，并在哈希链可证明的范围内说明日志未被修改。n8n 表单在签署时不会再次验证签署人身份，因此这些条目<strong>不是 21 CFR Part 11 意义上的电子签名</strong>，本产品不声称符合 Part 11。如需签名，请在本打印件上签字。</p>
<div class="sign"><span>签名、日期</span><span>签名、日期</span></div>
</body>
</html>
`,

	task: `**{{todo}}**：{{explanation}}

| | |
|---|---|
| 问题描述 | {{description}} |
| 部门 | {{department}} |
| 严重程度 | {{severity}} |
{{#if measure}}
| 措施 | {{measure}} |
{{/if}}
{{#if due}}
| 截止日期 | {{due}} |
{{/if}}
{{#if reason}}
| 最近填写的原因 | {{reason}} |
{{/if}}

{{#each links}}
- [{{label}}]({{url}})
{{/each}}`,

	digest: `逾期 {{overdue}} 张，待有效性检查 {{effectivenessDue}} 张，账龄较长或等待第三方 {{others}} 张。

{{#each cards}}
- {{explanation}}{{#if link}} [卡片记录]({{link}}){{/if}}
{{/each}}`,
};
