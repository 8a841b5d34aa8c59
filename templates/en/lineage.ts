import type { LineageTemplates } from '../texts.js';

export const lineage: LineageTemplates = {
	report: `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{{policy}}"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Version traceback{{#if number}} {{number}}{{/if}}</title><style>{{style}}</style></head>
<body>
<h1>Version traceback{{#if number}}: {{number}}{{/if}}</h1>
<table class="facts">
{{#if number}}
<tr><th>Acceptance number</th><td>{{number}}{{#if numberMeaning}}<br>{{numberMeaning}}{{/if}}</td></tr>
<tr><th>Product</th><td>{{default product "–"}}</td></tr>
<tr><th>Received / accepted</th><td>{{default receivedAt "–"}} / {{default acceptedAt "–"}}</td></tr>
<tr><th>Registered</th><td>{{default registeredAt "–"}}{{#if registeredBy}}, {{registeredBy}}{{/if}}{{#if registeredAgain}} (registered {{registrations}} times; the last one holds){{/if}}</td></tr>
{{/if}}
<tr><th>In force at</th><td>{{at}} ({{atMeaning}}){{#if dateOnly}}; only the date is known, so the end of that local day counts{{/if}}</td></tr>
<tr><th>Documents / versions</th><td>{{documentCount}} / {{versionCount}}</td></tr>
<tr><th>Findings / supplements</th><td>{{findingCount}} / {{supplementCount}}</td></tr>
<tr><th>Chain verdict</th><td class="{{#if intact}}good{{else}}bad{{/if}}">{{verdict}}</td></tr>
<tr><th>Root hash of all heads</th><td class="hash">{{root}}</td></tr>
<tr><th>Produced</th><td>{{producedAt}}{{#if producedBy}}, {{producedBy}}{{/if}}; rule {{rule}}</td></tr>
<tr><th>Settings</th><td>{{settings}}</td></tr>
<tr><th>Evidence from</th><td>{{#each sources}}{{this}}{{#unless @last}}<br>{{/unless}}{{else}}–{{/each}}</td></tr>
</table>
{{#unless anchored}}
<p class="note">Nothing was noted outside: the chain shows that the lineage is consistent in itself, not that nobody computed it anew. Note the root hash in a mail, in Git or on paper.</p>
{{/unless}}
<h2>Timeline</h2>
<div class="picture">{{timeline}}</div>
<h2>Findings</h2>
<table>
<tr><th>Document</th><th>Finding</th><th>Explanation</th></tr>
{{#each findings}}
<tr{{#if supplement}} class="supplement"{{/if}}><td>{{document}}</td><td>{{title}}</td><td>{{text}}</td></tr>
{{else}}
<tr><td colspan="3">none</td></tr>
{{/each}}
</table>
{{documents}}
<p class="end">This report is evidence derived from the records named in it. It is no electronic signature in the sense of 21 CFR Part 11.</p>
</body>
</html>
`,

	document: `<section>
<h2>{{name}}</h2>
<p>{{explanation}}</p>
<p class="small">Identity: {{document}}</p>
<p class="small {{#if intact}}good{{else}}bad{{/if}}">{{verdict}}</p>
<table>
<tr><th>No.</th><th>Uploaded</th><th>Modifier</th><th>Change note</th><th>Approval trail</th><th>State</th><th>Effective from</th><th>Size</th><th>SHA-256</th><th>Source</th></tr>
{{#each versions}}
<tr{{#if inForce}} class="force"{{/if}}><td>{{number}}{{#if inForce}}<br><strong>in force</strong> {{basis}}{{/if}}{{#if sameDay}}<br>same day{{/if}}{{#if restated}}<br>stated {{restated}} times before{{/if}}</td><td>{{default uploadedAt "–"}}</td><td>{{default modifier "–"}}</td><td>{{default changeNote "–"}}</td><td>{{#each approvals}}{{role}}: {{person}}{{#if at}}, {{at}}{{/if}}{{#unless @last}}<br>{{/unless}}{{else}}–{{/each}}</td><td>{{default state "–"}}</td><td>{{default effectiveFrom "–"}}</td><td>{{default size "–"}}</td><td class="hash">{{default sha256 "–"}}</td><td>{{#if url}}{{link sourceId url}}{{else}}{{sourceId}}{{/if}}</td></tr>
{{/each}}
</table>
{{#if sameContent}}
<h3>The same content in other documents</h3>
<ul>
{{#each sameContent}}
<li>{{version}}: {{others}} <span class="hash">{{sha256}}</span></li>
{{/each}}
</ul>
{{/if}}
</section>
`,
};
