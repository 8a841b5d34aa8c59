import type { GoalRecheckTemplates } from '../texts.js';

const TABLE = `| Where | {{period}} | Baseline | Worse by | More than the threshold |
|---|---|---|---|---|
{{#each indexes}}
| {{stage}} | {{default value "–"}} | {{default baseline "–"}} | {{default worse "–"}} | {{#if worsened}}yes{{else}}no{{/if}} |
{{/each}}`;

/** To the goal's owner and to the owner's superior. */
export const goalRecheck: GoalRecheckTemplates = {
	title: `Goal re-check: {{name}}`,

	card: `{{#if unassigned}}{{unassigned}}

{{/if}}{{explanation}}

{{#if toSuperior}}Please go through the goal with its owner{{else}}Please check the goal again with your manager{{/if}}: do its assumptions still hold, and what do the stages below need? {{#if target}}The target stays **{{target}}** until both of you change it. {{/if}}{{#if due.date}}Due {{due.date}}{{#if due.provisional}} (provisional: the holidays of that year are not published yet){{/if}}.{{/if}}

${TABLE}

### Evidence
{{#each evidence}}
- {{#if url}}{{link label url}}{{else}}{{label}}{{/if}}{{#if time}}, {{time}}{{/if}}
{{else}}
- none
{{/each}}
{{#if moreEvidence}}
- and {{moreEvidence}} more records, kept with the task
{{/if}}

A worsened process asks for a conversation: it is no score of a person. This re-check is asked for once for the worsening since {{episodeStart}}.

Judged by rule {{rule.id}}, version {{rule.version}}, as of {{asOf}}. Key: {{key}}
`,

	chat: `{{#if unassigned}}{{unassigned}}

{{/if}}{{explanation}}
{{#if due.date}}
**Due** {{due.date}}
{{/if}}
`,

	unassigned: `**Unassigned**: {{#if toSuperior}}nobody could be found as the superior of the goal’s owner{{else}}the goal has no owner who is in the HR directory{{/if}}. {{unassignedReason}}`,
};
