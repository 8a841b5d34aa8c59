import type { Templates } from '../texts.js';
import { assessment } from './assessment.js';
import { card } from './card.js';
import { chat } from './chat.js';
import { email } from './email.js';
import { goalRecheck } from './goalRecheck.js';
import { lineage } from './lineage.js';
import { contextNote, mentoring } from './redLight.js';

export const templates: Templates = { assessment, card, email, chat, goalRecheck, lineage, contextNote, mentoring };
