import type { LineageTemplates } from '../texts.js';

export const lineage: LineageTemplates = {
	report: `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{{policy}}"><meta name="viewport" content="width=device-width, initial-scale=1"><title>版本穿透式审计{{#if number}} {{number}}{{/if}}</title><style>{{style}}</style></head>
<body>
<h1>版本穿透式审计报告{{#if number}}：{{number}}{{/if}}</h1>
<table class="facts">
{{#if number}}
<tr><th>受理号</th><td>{{number}}{{#if numberMeaning}}<br>{{numberMeaning}}{{/if}}</td></tr>
<tr><th>产品</th><td>{{default product "–"}}</td></tr>
<tr><th>签收 / 受理</th><td>{{default receivedAt "–"}} / {{default acceptedAt "–"}}</td></tr>
<tr><th>登记</th><td>{{default registeredAt "–"}}{{#if registeredBy}}，{{registeredBy}}{{/if}}{{#if registeredAgain}}（共登记 {{registrations}} 次，以最后一次为准）{{/if}}</td></tr>
{{/if}}
<tr><th>时点</th><td>{{at}}（{{atMeaning}}）{{#if dateOnly}}；仅知日期，按当地当日结束计算{{/if}}</td></tr>
<tr><th>文件 / 版本</th><td>{{documentCount}} / {{versionCount}}</td></tr>
<tr><th>发现项 / 补正资料</th><td>{{findingCount}} / {{supplementCount}}</td></tr>
<tr><th>哈希链判定</th><td class="{{#if intact}}good{{else}}bad{{/if}}">{{verdict}}</td></tr>
<tr><th>全部末端的根哈希</th><td class="hash">{{root}}</td></tr>
<tr><th>生成</th><td>{{producedAt}}{{#if producedBy}}，{{producedBy}}{{/if}}；规则 {{rule}}</td></tr>
<tr><th>参数</th><td>{{settings}}</td></tr>
<tr><th>证据来源</th><td>{{#each sources}}{{this}}{{#unless @last}}<br>{{/unless}}{{else}}–{{/each}}</td></tr>
</table>
{{#unless anchored}}
<p class="note">没有在外部留存哈希：哈希链只能证明版本谱系自身一致，不能证明未被整体重新计算。请将根哈希留存于邮件、Git 或纸质文件。</p>
{{/unless}}
<h2>时间线</h2>
<div class="picture">{{timeline}}</div>
<h2>发现项</h2>
<table>
<tr><th>文件</th><th>发现项</th><th>说明</th></tr>
{{#each findings}}
<tr{{#if supplement}} class="supplement"{{/if}}><td>{{document}}</td><td>{{title}}</td><td>{{text}}</td></tr>
{{else}}
<tr><td colspan="3">无</td></tr>
{{/each}}
</table>
{{documents}}
<p class="end">本报告由所列记录推导而成，不构成 21 CFR Part 11 意义上的电子签名。</p>
</body>
</html>
`,

	document: `<section>
<h2>{{name}}</h2>
<p>{{explanation}}</p>
<p class="small">标识：{{document}}</p>
<p class="small {{#if intact}}good{{else}}bad{{/if}}">{{verdict}}</p>
<table>
<tr><th>版本号</th><th>上传时间</th><th>修改人</th><th>修改备注</th><th>审批记录</th><th>状态</th><th>生效时间</th><th>大小</th><th>SHA-256</th><th>来源</th></tr>
{{#each versions}}
<tr{{#if inForce}} class="force"{{/if}}><td>{{number}}{{#if inForce}}<br><strong>时点有效</strong> {{basis}}{{/if}}{{#if sameDay}}<br>同一天{{/if}}{{#if restated}}<br>此前已有 {{restated}} 次不同记录{{/if}}</td><td>{{default uploadedAt "–"}}</td><td>{{default modifier "–"}}</td><td>{{default changeNote "–"}}</td><td>{{#each approvals}}{{role}}：{{person}}{{#if at}}，{{at}}{{/if}}{{#unless @last}}<br>{{/unless}}{{else}}–{{/each}}</td><td>{{default state "–"}}</td><td>{{default effectiveFrom "–"}}</td><td>{{default size "–"}}</td><td class="hash">{{default sha256 "–"}}</td><td>{{#if url}}{{link sourceId url}}{{else}}{{sourceId}}{{/if}}</td></tr>
{{/each}}
</table>
{{#if sameContent}}
<h3>其他文件中的相同内容</h3>
<ul>
{{#each sameContent}}
<li>{{version}}：{{others}} <span class="hash">{{sha256}}</span></li>
{{/each}}
</ul>
{{/if}}
</section>
`,
};
