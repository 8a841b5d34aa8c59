import type { IExecuteFunctions } from 'n8n-workflow';
import { DEFAULT_RULES, readRedLightRules, type RedLightRulesReading } from '../../core/red-light/index.js';
import { UserMessage } from '../shared/items.js';
import { jsonParameter } from '../shared/jsonParameter.js';

type Fields = Readonly<Record<string, unknown>>;

/** Rules as chosen: those of the pack, the rows of the form, a table at the second input, or JSON. */
export function readRules(context: IExecuteFunctions): RedLightRulesReading {
	switch (context.getNodeParameter('rulesFrom', 0)) {
		case 'standard':
			return { rules: DEFAULT_RULES, problems: [] };
		case 'form':
			return readRedLightRules(formRows(context.getNodeParameter('rules', 0, {}) as Fields));
		case 'secondInput':
			return readRedLightRules(context.getInputData(1).map(({ json }) => json));
		default: {
			const value = jsonParameter(context, 'rulesJson', 'Rules (JSON)', 0);
			if (!Array.isArray(value)) throw new UserMessage('Parameter "Rules (JSON)" is not a list of rules.', 'Write [{"id": "…", "kind": "codeStreak"}], or give the rows of the table with an expression.');
			return readRedLightRules(value);
		}
	}
}

/** Form field → field of a rule, where a short name alone would not be understood in the editor. */
const GROUPS = ['code', 'pages', 'comments', 'own'] as const;
const KIND_OF: Readonly<Record<(typeof GROUPS)[number], string>> = { code: 'codeStreak', pages: 'pageEdits', comments: 'documentConflict', own: 'generic' };

function formRows(form: Fields): readonly Fields[] {
	return GROUPS.flatMap((group) => {
		const rows = form[group];
		return (Array.isArray(rows) ? rows : []).map((row: Fields): Fields => ({ ...plain(row), kind: KIND_OF[group] }));
	});
}

/** Fields under "More Settings" stand with the others; what the form leaves empty has its default. */
function plain({ more, ...row }: Fields): Fields {
	const extra = typeof more === 'object' && more !== null ? (more as Fields) : {};
	return Object.fromEntries(Object.entries({ ...row, ...extra }).filter(([, value]) => value !== '' && value !== 'none'));
}
