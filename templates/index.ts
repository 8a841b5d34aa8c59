import type { Language } from '../core/judgement/judgement.js';
import { templates as english } from './en/index.js';
import type { Templates } from './texts.js';
import { templates as chinese } from './zh-CN/index.js';

export type { AssessmentTemplates, CardTemplates, ChatTemplates, EmailTemplates, GoalRecheckTemplates, LightTaskTemplates, LineageTemplates, Templates } from './texts.js';

/** The texts people read, in every language. */
export const TEMPLATES: Readonly<Record<Language, Templates>> = { en: english, 'zh-CN': chinese };
