import type { CardTemplates } from '../texts.js';

export const card: CardTemplates = {
	record: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>Closed-loop card {{number}}</title>
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
<h1>Closed-loop card {{number}}</h1>
<p><strong>State: {{state}}</strong>{{#if effectiveness}} · {{effectiveness}}{{/if}} · Version {{version}} · Reopened {{reopened}} · Rejected {{rejected}}<br><span class="quiet">Record made: {{printedAt}}</span></p>
<h2>Finding</h2>
{{#if sections.finding}}
<table class="facts">
{{#each sections.finding}}
<tr><th>{{label}}</th><td>{{value}}</td></tr>
{{/each}}
</table>
{{else}}
<p class="quiet">nothing yet</p>
{{/if}}
<h2>Root cause and measure</h2>
{{#if sections.plan}}
<table class="facts">
{{#each sections.plan}}
<tr><th>{{label}}</th><td>{{value}}</td></tr>
{{/each}}
</table>
{{else}}
<p class="quiet">nothing yet</p>
{{/if}}
<h2>What was done</h2>
{{#if sections.done}}
<table class="facts">
{{#each sections.done}}
<tr><th>{{label}}</th><td>{{value}}</td></tr>
{{/each}}
</table>
{{else}}
<p class="quiet">nothing yet</p>
{{/if}}
<h2>Verification and effectiveness</h2>
{{#if sections.verification}}
<table class="facts">
{{#each sections.verification}}
<tr><th>{{label}}</th><td>{{value}}</td></tr>
{{/each}}
</table>
{{else}}
<p class="quiet">nothing yet</p>
{{/if}}
<h2>Photos and reports</h2>
{{#if files}}
<table class="files">
<thead><tr><th>File</th><th>Kind</th><th>Taken (camera)</th><th>Place</th><th>SHA-256</th></tr></thead>
<tbody>
{{#each files}}
<tr><td>{{#if picture}}<img src="{{picture}}" alt="{{name}}">{{/if}}{{name}} ({{kilobytes}} KB)</td><td>{{#if photo}}site photo{{else}}report{{/if}}{{#if before}}, before{{/if}}{{#if after}}, after{{/if}}{{#if verified}}, seen by the verifier{{/if}}, {{mediaType}}</td><td>{{default takenAt "–"}}</td><td>{{#if placeRemoved}}removed before storing{{else}}{{default place "–"}}{{/if}}</td><td class="hash">{{sha256}}</td></tr>
{{/each}}
</tbody>
</table>
{{else}}
<p class="quiet">nothing yet</p>
{{/if}}
<h2>Durations</h2>
<table>
<thead><tr><th>What</th><th>Calendar days</th><th>Working days</th></tr></thead>
<tbody>
{{#each durations}}
<tr><td>{{name}}</td><td class="number">{{calendar}}</td><td class="number">{{working}}</td></tr>
{{/each}}
</tbody>
</table>
{{#if running}}
<p class="quiet">The card is still running: counted until this record was made.</p>
{{/if}}
{{#if waiting}}
<p><strong>Waiting for third parties</strong></p>
<ul>
{{#each waiting}}
<li>{{party}}: {{from}} to {{default to "still waiting"}}</li>
{{/each}}
</ul>
{{/if}}
{{#if notes}}
<h2>Notes</h2>
<ul>
{{#each notes}}
<li>{{at}}, {{by}}: {{text}}</li>
{{/each}}
</ul>
{{/if}}
<h2>Audit trail</h2>
<table class="trail">
<thead><tr><th>No.</th><th>Time of the server</th><th>Who</th><th>What</th><th>Values</th></tr></thead>
<tbody>
{{#each trail}}
<tr><td>{{sequence}}</td><td>{{at}}{{#if occurredAt}}<br>claimed {{occurredAt}}{{/if}}</td><td>{{actorName}} ({{actor}})<br>{{role}}{{#if meaning}}<br>meaning: {{meaning}}{{/if}}</td><td>{{action}}<br>→ {{state}}{{#if reason}}<br>Reason: {{reason}}{{/if}}{{#if source}}<br><span class="quiet">{{source}}</span>{{/if}}</td><td>{{#each changes}}<div>{{name}}: {{default to "(cleared)"}}{{#if from}} <span class="quiet">(before: {{from}})</span>{{/if}}</div>{{/each}}<div class="hash quiet">{{hash}}</div></td></tr>
{{/each}}
</tbody>
</table>
<h2>Hash chain</h2>
<div class="verdict{{#unless intact}} broken{{/unless}}"><strong>{{#if intact}}INTACT{{else}}BROKEN{{/if}}</strong><br>{{chain}}<br>Head of the chain: <span class="hash">{{head}}</span><br><span class="quiet">Keep this hash outside the system (on this printout, in a mail): only then a later change of the whole log can be shown.</span></div>
<p>This record shows who did what, when and why, as recorded by n8n, and that the log is unchanged as far as the hash chain tells. n8n forms do not authenticate the signer again at signing, so the entries are <strong>not electronic signatures under 21 CFR Part 11</strong>, and no compliance with Part 11 is claimed. Where a signature is required, sign this printout.</p>
<div class="sign"><span>Signature, date</span><span>Signature, date</span></div>
</body>
</html>
`,

	task: `**{{todo}}**: {{explanation}}

| | |
|---|---|
| Finding | {{description}} |
| Department | {{department}} |
| Severity | {{severity}} |
{{#if measure}}
| Measure | {{measure}} |
{{/if}}
{{#if due}}
| Due | {{due}} |
{{/if}}
{{#if reason}}
| Last reason given | {{reason}} |
{{/if}}

{{#each links}}
- [{{label}}]({{url}})
{{/each}}`,

	digest: `{{overdue}} overdue, {{effectivenessDue}} due for the effectiveness check, {{others}} ageing or waiting.

{{#each cards}}
- {{explanation}}{{#if link}} [Record]({{link}}){{/if}}
{{/each}}`,
};
