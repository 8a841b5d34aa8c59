import type { Templates } from '../texts.js';
import { assessment } from './assessment.js';
import { chat } from './chat.js';
import { email } from './email.js';

export const templates: Templates = { assessment, email, chat };
