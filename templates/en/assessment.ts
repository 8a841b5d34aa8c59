import type { AssessmentTemplates } from '../texts.js';

export const assessment: AssessmentTemplates = {
	title: `Assessment task: study {{study}}, {{milestone.name}}`,

	card: `{{#if unassigned}}{{unassigned}}

{{/if}}**{{#if milestone.late}}Milestone late{{else}}Milestone reached{{/if}}**: {{milestone.name}}
{{#if milestone.receded}}**Attention**: the milestone has receded: after a correction the count is below the number again. The task stays open.
{{/if}}{{#if milestone.orderChanged}}**Attention**: the order of the subjects has changed since the milestone was reached.
{{/if}}

{{explanation}}

| | |
|---|---|
| Study | {{study}} |
{{#if milestone.site}}
| Site | {{milestone.site}} |
{{/if}}
{{#if milestone.n}}
| {{ordinal milestone.n}} subject | {{default milestone.subject "not named"}} |
{{/if}}
{{#if milestone.reachedAt}}
| Reached | {{milestone.reachedAt}} |
{{/if}}
| Project manager | {{default assignee.name "unassigned"}} |
| Due | {{#if due.date}}{{due.date}}{{#if due.workingDays}} ({{due.workingDays}} working days){{/if}}{{#if due.provisional}}, provisional: the holiday notice of that year is not out yet{{/if}}{{else}}not set: {{default due.reason "no calendar"}}{{/if}} |

### The 12 process metrics
{{#if metrics}}

| No. | Metric | Value | Verdict |
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

Not available: no metrics were calculated for this milestone.
{{/if}}

### Evidence
{{#each evidence}}
- {{#if url}}{{link label url}}{{else}}{{label}}{{/if}}{{#if time}}, {{time}}{{/if}}{{#if actor}}, recorded by {{actor}}{{/if}}
{{else}}
- none
{{/each}}
{{#if moreEvidence}}
- and {{moreEvidence}} more records, kept with the task
{{/if}}
{{#if links}}

### Open in the EDC
{{#each links}}
- {{link label url}}
{{/each}}
{{/if}}

### How to object
If a record, a metric or this task is wrong: {{objection}} The judgement stays open to correction; a person decides, never a number alone.

Judged by rule {{rule.id}}, version {{rule.version}}. Key: {{key}}
`,

	chat: `{{#if unassigned}}{{unassigned}}

{{/if}}{{explanation}}

**Study** {{study}}
{{#if milestone.n}}
**{{ordinal milestone.n}} subject** {{default milestone.subject "not named"}}{{#if milestone.site}}, site {{milestone.site}}{{/if}}
{{/if}}
**Project manager** {{default assignee.name "unassigned"}}
**Due** {{#if due.date}}{{due.date}}{{#if due.provisional}} (provisional){{/if}}{{else}}not set{{/if}}
{{#each links}}
{{link label url}}
{{/each}}

**The 12 process metrics**
{{#each metrics}}
{{number}}) {{name}}: **{{valueText}}**{{#if verdictText}} ({{verdictText}}){{/if}}
{{else}}
Not available
{{/each}}

**How to object** {{objection}}
`,

	objection: `within 5 working days, tell the sender or your HRBP which record is wrong and what it should say.`,

	unassigned: `**Unassigned**: nobody could be found for this task. {{unassignedReason}} Please name a project manager for study {{study}} in the HR directory.`,
};
