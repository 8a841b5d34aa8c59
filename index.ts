/**
 * Everything of the package for a program that also has n8n-workflow installed: the pure core, the node and credential classes, the workflows.
 * Without n8n use `n8n-nodes-performance-trace/core` and `n8n-nodes-performance-trace/workflows`; neither loads a module of n8n.
 *
 * @packageDocumentation
 */
export * from './core/index.js';

/* Ready-made workflows: what there is, and their JSON in English and Chinese. */
export { DATA_TABLES, WORKFLOWS, workflowJson, type ColumnType, type NodeJson, type TableName, type WorkflowEntry, type WorkflowJson } from './workflows/index.js';

/* Nodes, as n8n loads them. */
export { AssessmentTask } from './nodes/AssessmentTask/AssessmentTask.node.js';
export { DeliveryLog } from './nodes/DeliveryLog/DeliveryLog.node.js';
export { EdcActivity } from './nodes/EdcActivity/EdcActivity.node.js';
export { HrDirectory } from './nodes/HrDirectory/HrDirectory.node.js';
export { MilestoneEvaluator } from './nodes/MilestoneEvaluator/MilestoneEvaluator.node.js';
export { MilestoneTrigger } from './nodes/MilestoneTrigger/MilestoneTrigger.node.js';
export { ProcessMetrics } from './nodes/ProcessMetrics/ProcessMetrics.node.js';
export { TaskDelivery } from './nodes/TaskDelivery/TaskDelivery.node.js';

/* Credentials, as n8n loads them. */
export { CastorEdcApi } from './credentials/CastorEdcApi.credentials.js';
export { DingTalkRobotApi } from './credentials/DingTalkRobotApi.credentials.js';
export { EdcWebhookApi } from './credentials/EdcWebhookApi.credentials.js';
export { FeishuRobotApi } from './credentials/FeishuRobotApi.credentials.js';
export { LibreClinicaApi } from './credentials/LibreClinicaApi.credentials.js';
export { OdmSourceApi } from './credentials/OdmSourceApi.credentials.js';
export { OpenClinicaApi } from './credentials/OpenClinicaApi.credentials.js';
export { RaveApi } from './credentials/RaveApi.credentials.js';
export { RedcapApi } from './credentials/RedcapApi.credentials.js';
export { ScimApi } from './credentials/ScimApi.credentials.js';
export { SignedWebhookApi } from './credentials/SignedWebhookApi.credentials.js';
export { WeComRobotApi } from './credentials/WeComRobotApi.credentials.js';
