/**
 * Everything of the package for a program that also has n8n-workflow installed: the pure core, the node and credential classes, the workflows.
 * Without n8n use `n8n-nodes-performance-trace/core` and `n8n-nodes-performance-trace/workflows`; neither loads a module of n8n.
 *
 * @packageDocumentation
 */
import type { ICredentialType, INodeType } from 'n8n-workflow';
import { BambooHrDirectoryApi } from './credentials/BambooHrDirectoryApi.credentials.js';
import { CastorEdcApi } from './credentials/CastorEdcApi.credentials.js';
import { ConfluenceCloudApi } from './credentials/ConfluenceCloudApi.credentials.js';
import { ConfluenceDataCenterApi } from './credentials/ConfluenceDataCenterApi.credentials.js';
import { ConfluenceWebhookApi } from './credentials/ConfluenceWebhookApi.credentials.js';
import { DingTalkAppApi } from './credentials/DingTalkAppApi.credentials.js';
import { DingTalkRobotApi } from './credentials/DingTalkRobotApi.credentials.js';
import { EdcWebhookApi } from './credentials/EdcWebhookApi.credentials.js';
import { FeishuAppApi } from './credentials/FeishuAppApi.credentials.js';
import { FeishuRobotApi } from './credentials/FeishuRobotApi.credentials.js';
import { GitHubAccessApi } from './credentials/GitHubAccessApi.credentials.js';
import { GitLabAccessApi } from './credentials/GitLabAccessApi.credentials.js';
import { GitWebhookApi } from './credentials/GitWebhookApi.credentials.js';
import { GiteaAccessApi } from './credentials/GiteaAccessApi.credentials.js';
import { GiteeAccessApi } from './credentials/GiteeAccessApi.credentials.js';
import { LibreClinicaApi } from './credentials/LibreClinicaApi.credentials.js';
import { OdmSourceApi } from './credentials/OdmSourceApi.credentials.js';
import { OpenClinicaApi } from './credentials/OpenClinicaApi.credentials.js';
import { RaveApi } from './credentials/RaveApi.credentials.js';
import { RedcapApi } from './credentials/RedcapApi.credentials.js';
import { ScimApi } from './credentials/ScimApi.credentials.js';
import { SignedWebhookApi } from './credentials/SignedWebhookApi.credentials.js';
import { WeComAppApi } from './credentials/WeComAppApi.credentials.js';
import { WeComRobotApi } from './credentials/WeComRobotApi.credentials.js';
import { AssessmentTask } from './nodes/AssessmentTask/AssessmentTask.node.js';
import { ClosedLoopCard } from './nodes/ClosedLoopCard/ClosedLoopCard.node.js';
import { CoachingMinutes } from './nodes/CoachingMinutes/CoachingMinutes.node.js';
import { ConfluenceActivity } from './nodes/ConfluenceActivity/ConfluenceActivity.node.js';
import { ConfluenceTrigger } from './nodes/ConfluenceTrigger/ConfluenceTrigger.node.js';
import { DashboardPage } from './nodes/DashboardPage/DashboardPage.node.js';
import { DeliveryLog } from './nodes/DeliveryLog/DeliveryLog.node.js';
import { EdcActivity } from './nodes/EdcActivity/EdcActivity.node.js';
import { GitActivity } from './nodes/GitActivity/GitActivity.node.js';
import { GitTrigger } from './nodes/GitTrigger/GitTrigger.node.js';
import { GoalAlignment } from './nodes/GoalAlignment/GoalAlignment.node.js';
import { HealthMetricCalculator } from './nodes/HealthMetricCalculator/HealthMetricCalculator.node.js';
import { HrDirectory } from './nodes/HrDirectory/HrDirectory.node.js';
import { LightResponse } from './nodes/LightResponse/LightResponse.node.js';
import { LightTask } from './nodes/LightTask/LightTask.node.js';
import { MilestoneEvaluator } from './nodes/MilestoneEvaluator/MilestoneEvaluator.node.js';
import { MilestoneTrigger } from './nodes/MilestoneTrigger/MilestoneTrigger.node.js';
import { ProcessMetrics } from './nodes/ProcessMetrics/ProcessMetrics.node.js';
import { RedLightEvaluator } from './nodes/RedLightEvaluator/RedLightEvaluator.node.js';
import { TaskDelivery } from './nodes/TaskDelivery/TaskDelivery.node.js';
import { VersionTraceback } from './nodes/VersionTraceback/VersionTraceback.node.js';

export * from './core/index.js';

/* Ready-made workflows: what there is, and their JSON in English and Chinese. */
export { DATA_TABLES, WORKFLOWS, workflowJson, type ColumnType, type NodeJson, type TableName, type WorkflowEntry, type WorkflowJson } from './workflows/index.js';

/* Nodes and credentials, as n8n loads them. */
export {
	AssessmentTask,
	ClosedLoopCard,
	CoachingMinutes,
	ConfluenceActivity,
	ConfluenceTrigger,
	DashboardPage,
	DeliveryLog,
	EdcActivity,
	GitActivity,
	GitTrigger,
	GoalAlignment,
	HealthMetricCalculator,
	HrDirectory,
	LightResponse,
	LightTask,
	MilestoneEvaluator,
	MilestoneTrigger,
	ProcessMetrics,
	RedLightEvaluator,
	TaskDelivery,
	VersionTraceback,
};
export {
	BambooHrDirectoryApi,
	CastorEdcApi,
	ConfluenceCloudApi,
	ConfluenceDataCenterApi,
	ConfluenceWebhookApi,
	DingTalkAppApi,
	DingTalkRobotApi,
	EdcWebhookApi,
	FeishuAppApi,
	FeishuRobotApi,
	GitHubAccessApi,
	GitLabAccessApi,
	GitWebhookApi,
	GiteaAccessApi,
	GiteeAccessApi,
	LibreClinicaApi,
	OdmSourceApi,
	OpenClinicaApi,
	RaveApi,
	RedcapApi,
	ScimApi,
	SignedWebhookApi,
	WeComAppApi,
	WeComRobotApi,
};

/** Class of every node of the package. */
export const NODES: ReadonlyArray<new () => INodeType> = [
	AssessmentTask,
	ClosedLoopCard,
	CoachingMinutes,
	ConfluenceActivity,
	ConfluenceTrigger,
	DashboardPage,
	DeliveryLog,
	EdcActivity,
	GitActivity,
	GitTrigger,
	GoalAlignment,
	HealthMetricCalculator,
	HrDirectory,
	LightResponse,
	LightTask,
	MilestoneEvaluator,
	MilestoneTrigger,
	ProcessMetrics,
	RedLightEvaluator,
	TaskDelivery,
	VersionTraceback,
];

/** Class of every credential of the package. */
export const CREDENTIALS: ReadonlyArray<new () => ICredentialType> = [
	BambooHrDirectoryApi,
	CastorEdcApi,
	ConfluenceCloudApi,
	ConfluenceDataCenterApi,
	ConfluenceWebhookApi,
	DingTalkAppApi,
	DingTalkRobotApi,
	EdcWebhookApi,
	FeishuAppApi,
	FeishuRobotApi,
	GitHubAccessApi,
	GitLabAccessApi,
	GitWebhookApi,
	GiteaAccessApi,
	GiteeAccessApi,
	LibreClinicaApi,
	OdmSourceApi,
	OpenClinicaApi,
	RaveApi,
	RedcapApi,
	ScimApi,
	SignedWebhookApi,
	WeComAppApi,
	WeComRobotApi,
];
