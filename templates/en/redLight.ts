import type { LightTaskTemplates } from '../texts.js';

const DAYS = `{{#if days}}

| Working day | Pull requests failed | Rate | Commits to one module | Counts |
|---|---|---|---|---|
{{#each days}}
| {{date}} | {{default failed "–"}}{{#if decided}} of {{decided}}{{/if}} | {{default rate "–"}} | {{default modules "–"}} | {{#if holds}}yes{{else}}no{{/if}} |
{{/each}}
{{/if}}
{{#if figures}}

| Working day | Figure | Counts |
|---|---|---|
{{#each figures}}
| {{date}} | {{default figure "–"}} | {{#if holds}}yes{{else}}no{{/if}} |
{{/each}}
{{/if}}
{{#if sentences}}

{{#each sentences}}
> {{sentence}}

Document: {{default document "not named"}}
{{/each}}
{{/if}}`;

const EVIDENCE = `### Evidence
{{#each evidence}}
- {{#if url}}{{link label url}}{{else}}{{label}}{{/if}}{{#if time}}, {{time}}{{/if}}
{{else}}
- none
{{/each}}
{{#if moreEvidence}}
- and {{moreEvidence}} more records, kept with the task
{{/if}}`;

const FOOT = `### How to object
{{#if objectUrl}}{{link "Object to this light" objectUrl}}. {{/if}}{{objection}} An objection is answered within 15 working days; until then the light is disputed and nothing may be made of it. A light asks for help: it is no score, and only a person decides what follows.

Judged by rule {{rule.id}}, version {{rule.version}}, as of {{asOf}}. Key: {{key}}
`;

const OBJECTION = 'Tell your HRBP which record or number is wrong.';

export const contextNote: LightTaskTemplates = {
	title: `Your note, please: {{ruleName}}`,

	card: `{{#if unassigned}}{{unassigned}}

{{/if}}{{explanation}}

Before anybody else is asked to help: is there something that these numbers do not say, such as a dependency on others, a broken environment or a planned clean-up? {{#if noteUrl}}{{link "Write a note" noteUrl}}. {{/if}}{{#if due.date}}Without a note until {{due.date}}{{#if due.provisional}} (provisional: the holiday notice of that year is not out yet){{/if}} it goes to {{helper}} as it is; a note goes with it.{{else}}A note goes with it to {{helper}}.{{/if}}
${DAYS}

${EVIDENCE}

${FOOT}`,

	chat: `{{#if unassigned}}{{unassigned}}

{{/if}}{{explanation}}

Is there something that these numbers do not say?{{#if noteUrl}} {{link "Write a note" noteUrl}}{{/if}}
{{#if due.date}}
**Until** {{due.date}}, then it goes to {{helper}}
{{/if}}
{{#if objectUrl}}
{{link "Object" objectUrl}}
{{/if}}
`,

	objection: OBJECTION,
	unassigned: `**Unassigned**: nobody in the HR directory has this account. {{unassignedReason}} Please join the account of {{name}} to a person.`,
};

export const mentoring: LightTaskTemplates = {
	title: `{{#if risk}}Collaboration risk{{else}}Please help{{/if}}: {{name}}`,

	card: `{{#if unassigned}}{{unassigned}}

{{/if}}{{explanation}}

| | |
|---|---|
| Concerns | {{name}} |
| {{#if risk}}Team lead{{else}}Mentor{{/if}} | {{default assignee.name "unassigned"}} |
{{#if page}}
| Page | {{#if page.url}}{{link page.title page.url}}{{else}}{{page.title}}{{/if}} |
{{/if}}
{{#if firstDay}}
| Since | {{firstDay}} |
{{/if}}
| Due | {{#if due.date}}{{due.date}}{{#if due.workingDays}} ({{due.workingDays}} working days){{/if}}{{#if due.provisional}}, provisional: the holiday notice of that year is not out yet{{/if}}{{else}}not set: {{default due.reason "no calendar"}}{{/if}} |

### What {{name}} says
{{#each notes}}
> {{text}}

{{default by "–"}}{{#if at}}, {{at}}{{/if}}
{{else}}
No note was written{{#if noteAskedAt}} since {{noteAskedAt}}{{/if}}.
{{/each}}

### Day by day
${DAYS}

{{#if decisionUrl}}
### What follows
{{link "Decide what to make of this light" decisionUrl}}

{{/if}}
${EVIDENCE}

${FOOT}`,

	chat: `{{#if unassigned}}{{unassigned}}

{{/if}}{{explanation}}

**{{#if risk}}Team lead{{else}}Mentor{{/if}}** {{default assignee.name "unassigned"}}
**Due** {{#if due.date}}{{due.date}}{{#if due.provisional}} (provisional){{/if}}{{else}}not set{{/if}}
{{#each notes}}
**Note** {{text}}
{{else}}
**Note** none was written
{{/each}}
{{#each links}}
{{link label url}}
{{/each}}
{{#if decisionUrl}}
{{link "Decide what to make of this light" decisionUrl}}
{{/if}}
{{#if objectUrl}}
{{link "Object" objectUrl}}
{{/if}}
`,

	objection: OBJECTION,
	unassigned: `**Unassigned**: nobody could be found to help. {{unassignedReason}} Please name a {{#if risk}}team lead{{else}}mentor{{/if}} for {{name}} in the HR directory.`,
};
