import type { EmailTemplates } from '../texts.js';

export const email: EmailTemplates = {
	subject: `{{title}}{{#if dueDate}} (due {{dueDate}}){{/if}}`,

	html: `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{title}}</title></head>
<body style="font-family: Arial, sans-serif; font-size: 15px; line-height: 1.5; max-width: 46em">
<h2>{{title}}</h2>
{{#if unassignedReason}}
<p><strong>Unassigned:</strong> {{unassignedReason}}</p>
{{/if}}
<p>{{explanation}}</p>
<p><strong>For:</strong> {{default assignee "unassigned"}}<br><strong>Due:</strong> {{default dueDate "not set"}}{{#if dueProvisional}} (provisional: the holiday notice of that year is not out yet){{/if}}</p>
{{#each notes}}
<p><strong>Note:</strong> {{text}}{{#if by}} – {{by}}{{/if}}</p>
{{/each}}
{{#if noteUrl}}
<p>{{link "Write a note" noteUrl}}</p>
{{/if}}
{{#if decisionUrl}}
<p>{{link "Decide what to make of this light" decisionUrl}}</p>
{{/if}}
{{#if metrics}}
<h3>The 12 process metrics</h3>
<table style="border-collapse: collapse" border="1" cellpadding="6">
<tr><th>No.</th><th>Metric</th><th>Value</th><th>Verdict</th><th>Why</th></tr>
{{#each metrics}}
<tr><td>{{number}}</td><td>{{name}}</td><td>{{valueText}}</td><td>{{default verdictText "–"}}</td><td>{{explanation}}</td></tr>
{{/each}}
</table>
{{/if}}
<h3>Evidence</h3>
<ul>
{{#each evidence}}
<li>{{#if url}}{{link label url}}{{else}}{{label}}{{/if}}{{#if time}}, {{time}}{{/if}}{{#if actor}}, recorded by {{actor}}{{/if}}</li>
{{else}}
<li>none</li>
{{/each}}
{{#if moreEvidence}}
<li>and {{moreEvidence}} more records, kept with the task</li>
{{/if}}
</ul>
{{#if links}}
<p>{{#each links}}{{link label url}}{{#unless @last}} · {{/unless}}{{/each}}</p>
{{/if}}
{{#if objection}}
<p><strong>How to object:</strong> {{objection}}{{#if objectUrl}} {{link "Object to this light" objectUrl}}{{/if}}</p>
{{/if}}
<p style="color: #555">Judged by rule {{rule.id}}, version {{rule.version}}. Task {{key}}</p>
</body>
</html>
`,
};
