export { readWebhook, type WebhookCounts, type WebhookReading } from './readWebhook.js';
export { checkWebhookMapping, WEBHOOK_MAPPING_SCHEMA, type CheckedMapping, type WebhookMapping, type WebhookRule } from './webhookMapping.js';
export { WEBHOOK_EVENT_KINDS, type WebhookEventKind } from './eventFields.js';
export type { ValueSource } from './values.js';
