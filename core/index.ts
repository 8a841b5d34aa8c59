/**
 * The rules of Performance Trace for your own program: pure functions without n8n, without input or output, without a clock.
 * Times, zones and calendars are arguments; the same input gives the same bytes. From a document to an explained milestone:
 *
 * ```ts
 * import { createOdmXmlReader, evaluateMilestones, readMilestoneSentences, sampleMapping, sampleStudyOdm, type EdcEvent } from 'n8n-nodes-performance-trace/core';
 *
 * const events: EdcEvent[] = [];
 * const reader = createOdmXmlReader({ mapping: sampleMapping }, { event: (event) => events.push(event), finding: (finding) => console.warn(finding) });
 * reader.write(sampleStudyOdm());
 * reader.end();
 *
 * const { rules } = readMilestoneSentences('the 100th subject completed follow-up');
 * for (const { value, explanation, evidence } of evaluateMilestones({ rules, mapping: sampleMapping, events, known: [], asOf: '2026-12-31T00:00:00+08:00' })) {
 * 	console.log(value.state, explanation.en, explanation['zh-CN'], evidence.length);
 * }
 * ```
 *
 * What is named here is promised: it changes only with the version number (semantic versioning). What is not named may change at any time.
 *
 * @packageDocumentation
 */

/* Evidence: one fact per CloudEvents 1.0 object, held to a JSON Schema; `source` + `id` are its identity. */
export type { CloudEvent, EvidenceReference } from './evidence/cloudEvent.js';
export { evidenceKey } from './evidence/cloudEvent.js';
export { checkEvidence, EVIDENCE_TYPES, type EvidenceCheck } from './evidence/checkEvidence.js';
export type { Actor } from './evidence/actor.js';
export type { EvidenceSink, SourceFinding } from './evidence/sink.js';
export { evidenceRows, factsOfRow, type EvidenceRow } from './evidence/evidenceRow.js';
export { DATA_SCHEMAS, ENVELOPE_SCHEMA, type JsonSchema } from './evidence/schemas.js';

/* Keys: the same for the same facts, however often they are judged. */
export { canonicalJson, deterministicKey, sha256 } from './evidence/key.js';

/* Judgement: what every result looks like: value, rule with version and parameters, evidence, explanation in both languages. */
export type { AppliedRule, BilingualText, Coverage, Judgement, Language } from './judgement/judgement.js';

/* Time: instants as epoch milliseconds, days as day numbers, partial dates as ranges; no Date objects. */
export { formatDayNumber, formatInstant, instantOfLocal, localDayNumber, parseDayNumber, UTC, weekdayOf, zoneOf, type Zone } from './time/zone.js';
export { parseMoment, type Moment, type Precision } from './time/moment.js';
export { NO_TIME, parseRfc3339 } from './time/rfc3339.js';

/* Calendar: working days with China's public holidays and make-up days, company days and leave. */
export { createWorkingCalendar, type CalendarAnswer, type CalendarMissing, type DayReason, type KnownDay, type WorkingCalendar, type WorkingCalendarSettings } from './calendar/workingCalendar.js';
export { calendarMissing, DAY_REASONS, provisionalNote } from './calendar/texts.js';

/* People: who is who, who holds which role, whose account is whose; from SCIM 2.0, BambooHR, Feishu, DingTalk, WeCom or from rows. */
export type { Account, Person, Role, RoleAssignment, UnknownField } from './people/person.js';
export { accountKey, createDirectory, emailsOf, managerCircles, personNamed, type Directory, type PersonName } from './people/directory.js';
export { findRole, ROLE_NAMES, type FoundRole, type RoleQuestion, type RoleSource } from './people/findRole.js';
export { ROLES, rolesOfGroup, type GroupRole } from './people/groupRoles.js';
export { joinIdentities, type AccountToReview, type FoundAccount, type JoinedAccount, type JoinedBy, type JoinedIdentities, type JoinSettings } from './people/identity.js';
export { PEOPLE_COLUMNS, readPeopleTable, type PeopleColumn, type PeopleTableSettings } from './people/peopleTable.js';
export type { DirectoryProblem, PeopleReading } from './people/reading.js';
export { readScimUsers, type ScimReadSettings } from './people/scimUsers.js';
export { nextScimRequest, startScimPull, type ScimAnswer, type ScimPullSettings, type ScimPullState, type ScimRequest, type ScimStep } from './people/scimPull.js';
export { readBambooHr, type BambooHrReadSettings } from './people/bamboohr/readBambooHr.js';
export { createBambooHrPull, type BambooHrPullSettings } from './people/bamboohr/bambooHrPull.js';
export { readFeishu, FEISHU_ID_TYPES, type FeishuIdType, type FeishuReadSettings } from './people/feishu/readFeishu.js';
export { createFeishuPull } from './people/feishu/feishuPull.js';
export { readDingTalk, type DingTalkReadSettings } from './people/dingtalk/readDingTalk.js';
export { createDingTalkPull, type DingTalkPullSettings } from './people/dingtalk/dingTalkPull.js';
export { readWeCom, type WeComReadSettings } from './people/wecom/readWeCom.js';
export { createWeComPull } from './people/wecom/weComPull.js';
export { normalDn } from './people/ldap/dn.js';
export { peopleGone } from './people/gone.js';
export { verdictOfAnswer, type HrVendor, type VendorVerdict } from './people/vendorAnswer.js';
export type { OwnAttributes } from './people/vendorPerson.js';
export type { DirectoryPull } from './people/vendorPull.js';
export { isPersonRow, personFromRow, personToRow, type PersonRow } from './people/personRow.js';

/* Clinical evidence: the one vocabulary every EDC is read into, and the mapping that says what a study's own items mean. */
export {
	EDC_EVENT_TYPES,
	type DeviationRecorded,
	type DeviationRecordedEvent,
	type DocumentRead,
	type DocumentReadEvent,
	type EdcEvent,
	type EdcSink,
	type FormPlace,
	type FormRecorded,
	type FormRecordedEvent,
	type ItemChange,
	type PlannedEvent,
	type PlannedForm,
	type QueryChanged,
	type QueryChangedEvent,
	type RemovedGroup,
	type SignatureApplied,
	type SignatureAppliedEvent,
	type Stamp,
	type StudyDescribed,
	type StudyDescribedEvent,
	type StudyLocked,
	type StudyLockedEvent,
	type SubjectChanged,
	type SubjectChangedEvent,
	type SubjectPlace,
	type Transaction,
	type VisitChanged,
	type VisitChangedEvent,
} from './edc/evidence.js';
export { edcFact, readStamp, valueDigest, type EdcEventOf, type ReadStamp } from './edc/fact.js';
export { recordAddress, recordAddressProblem, redcapRecordAddress, type RecordPlace } from './edc/recordAddress.js';
export { EMPTY_MAPPING, mappedItems, type EdcMapping } from './edc/mapping.js';

/* Reading documents and calls: CDISC ODM-XML 1.x and 2.0 piece by piece, ODM-JSON, REDCap's trigger, any webhook by a mapping. */
export { createOdmXmlReader, detectEdcFormat, ODM_PRESETS, readOdmJson, vendorOfSourceSystem, type EdcFormat, type OdmPreset, type OdmReaderOptions, type OdmVendor, type OdmXmlReader } from './edc/odm/index.js';
export { readDataEntryTrigger, type DataEntryTrigger, type DataEntryTriggerAnswer, type ExpectedProject } from './edc/redcap/dataEntryTrigger.js';
export {
	checkWebhookMapping,
	readWebhook,
	WEBHOOK_EVENT_KINDS,
	WEBHOOK_MAPPING_SCHEMA,
	type CheckedMapping as CheckedWebhookMapping,
	type ValueSource as WebhookValueSource,
	type WebhookCounts,
	type WebhookEventKind,
	type WebhookMapping,
	type WebhookReading,
	type WebhookRule,
} from './edc/webhookMapping/index.js';

/* Reading an EDC by its interface (REDCap, Medidata Rave, OpenClinica 4, LibreClinica, Castor): what to ask next, given the cursor; the HTTP is yours. */
export { createEdcPull } from './edc/createPull.js';
export {
	acceptAnswer,
	EDC_VENDORS,
	edcAuthentication,
	edcSource,
	readEdcToken,
	type EdcAnswer,
	type EdcAnswerHead,
	type EdcAnswerReader,
	type EdcAuthentication,
	type EdcLogin,
	type EdcOutcome,
	type EdcPull,
	type EdcPullScope,
	type EdcPullSettings,
	type EdcRequest,
	type EdcTrouble,
	type EdcVendor,
	type EdcVendorOptions,
	type JsonObject,
	type JsonValue,
} from './edc/pull.js';
export { CREDENTIAL_TESTS, judgeCredentialTest } from './edc/credentialTest.js';

/* Reading any source by its interface: what to ask next, given the cursor; the HTTP is yours. */
export type { Answer, AnswerHead, AnswerReader, Pull, PullOutcome, PullRequest, PullTrouble } from './pull/pull.js';
export { secondsUntilAllowed } from './pull/rateLimit.js';

/* Code: what Git hosts tell, in one vocabulary: GitHub, GitLab, Gitee, Gitea and Forgejo by their interfaces and webhooks, and plain git log. */
export * from './git/evidence.js';
export * from './git/index.js';

/* Documents: what a wiki tells, in one vocabulary: Confluence Cloud and Data Center. */
export * from './documents/index.js';

/* Red lights: rules as data, one pass over the evidence; comments that speak of a conflict with a document. */
export * from './red-light/index.js';
export * from './comment-patterns/index.js';
export * from './visibility/visibility.js';
export { NOT_SHOWN, personsShown, readSwitches, refusalFor, VISIBILITY_STATES, type UnitOfPersons, type VisibilityState, type VisibilitySwitches } from './visibility/switches.js';
export { lightDigest, type DigestColour, type DigestGroup, type DigestNumbers, type LightDigest } from './visibility/digest.js';

/* Closed-loop cards and version traceback: append-only logs, chained by hash. */
export * from './event-log/index.js';
export * from './card/index.js';
export * from './lineage/index.js';

/* Milestones: rules as sentences or JSON; facts in any order and any number of times; each milestone fires once. */
export {
	by,
	COMPLETENESS,
	createEvidenceSelection,
	createMilestoneProgress,
	describeMilestone,
	ENROLMENTS,
	evaluateMilestones,
	isUnusable,
	MILESTONE_DEFAULTS,
	MILESTONE_MEASURES,
	MILESTONE_ORDERS,
	MILESTONE_RULE_SCHEMA,
	MILESTONE_SCOPES,
	NO_FLAGS as NO_MILESTONE_FLAGS,
	nth,
	parseMilestoneSentence,
	percentOfTarget,
	problemText,
	readEvidence,
	readKnownMilestones,
	readMilestoneRule,
	readMilestoneRules,
	readMilestoneSentences,
	requiredCount,
	type Completeness,
	type Enrolment,
	type EvidenceReading,
	type KeptEvidence,
	type KnownMilestone,
	type MilestoneFlags,
	type MilestoneJudgement,
	type MilestoneMeasure,
	type MilestoneOrder,
	type MilestoneProgress,
	type MilestoneRule,
	type MilestoneScope,
	type MilestoneSettings,
	type MilestoneState,
	type MilestoneThreshold,
	type MilestoneValue,
	type ReadResult,
	type RulesReading,
	type SettingProblem,
	type StudySettings,
	type UnusableEvidence,
} from './milestone/index.js';

/* The 12 process metrics: one pass over the evidence; what cannot be measured says why and is never 0. */
export { calculateProcessMetrics, ProcessMetricRun, type ProcessMetricRequest } from './process-metrics/calculate.js';
export { METRIC_DEFINITIONS, type MetricDefinition, type MetricId } from './process-metrics/definitions.js';
export type { BreakdownRow, Figures, ListedRow, MetricScope, MetricUnit, MetricValue, MetricWindow, ProcessMetric, ResolvedScope } from './process-metrics/metric.js';
export {
	DEFAULT_LIMITS as DEFAULT_METRIC_LIMITS,
	DEFAULT_SETTINGS as DEFAULT_METRIC_SETTINGS,
	type ConsentVersion,
	type ProcessMetricSettings,
	type StatedInput,
	type VisitWindowRow,
} from './process-metrics/settings.js';
export type { Limit as MetricLimit, ThresholdVerdict, VerdictLevel } from './process-metrics/threshold.js';
export { describeMetrics, metricCard, type MetricCard, type MetricRow } from './process-metrics/explain.js';

/* Goal alignment: the matrix of business flow and actions, its checks, the roll-up by weight, the capacity check. */
export * from './goal-alignment/index.js';

/* Health metrics: goals, coaching, feedback, stages, adoption; figures with interval, light, baseline, restatement; small groups not shown. */
export * from './health-metrics/index.js';

/* The dashboard: one page, or what it shows as CSV or JSON, from rows of the tables; who of the persons is shown is asked of the visibility. */
export { DASHBOARD_VIEWS, planReading, readRequest as readDashboardRequest, recordKeyOf, renderDashboard, type DashboardAnswer, type DashboardInput, type DashboardMetric, type DashboardRequest, type PersonsOfUnit, type PersonVisibility, type ReadingPlan, type ViewName as DashboardView } from './dashboard/index.js';

/* Minutes of coaching talks: who cites process data, with the sentence as evidence. */
export * from './minutes/index.js';

/* Tasks: from a milestone, the metrics and a person to the assessment task a manager reads. */
export type { Assignee, Task, TaskStatus } from './task/task.js';
export { assessmentTaskKey, buildAssessmentTask, type AssessmentTaskInput, type AssigneeResult, type DueDate, type MetricForCard, type MilestoneFacts } from './task/assessmentTask.js';
export { dueAfterWorkingDays, type DueCalendar } from './task/dueDate.js';
export { escalationOf, type Escalation, type EscalationInput } from './task/escalation.js';
export { buildGoalRecheckTask, goalRecheckKey, readBufferGoal, type BufferGoalForTask, type GoalRecheckInput } from './task/goalRecheck.js';
export { buildLightTask, isRisk, lightTaskKey, type LightTaskInput } from './task/mentoring.js';
export { readLight, readNotes, type LightFacts, type LightForTask, type NoteForTask } from './task/readLight.js';
export { readAssignee, readLinks, readMetrics, readMilestone, InputError as TaskInputError } from './task/readInputs.js';
export { readTask, taskFromRow, taskToRow, type TaskReading, type TaskRow } from './task/row.js';

/* Explanation: texts with Handlebars syntax, rendered without making code, and the texts of the pack in both languages. */
export { renderTemplate, SafeText, TEMPLATE_LIMITS, TemplateError, templateNames, type TemplateEscape, type TemplateLimits, type TemplateOptions } from './explanation/template.js';
export { escapeHtml, escapeMarkdown, linkFor, safeAddress } from './explanation/escape.js';
export { TEMPLATES, type AssessmentTemplates, type CardTemplates, type ChatTemplates, type EmailTemplates, type LightTaskTemplates, type LineageTemplates, type Templates } from '../templates/index.js';

/* Delivery: requests for webhooks, Feishu, DingTalk and WeCom, their signatures and answers; claims, receipts, retries and dead letters. */
export { acceptsRepeats, CHANNELS, deliveryKey, type Channel } from './delivery/channel.js';
export { messageOfTask, type DeliveryMessage, type MessageOptions } from './delivery/message.js';
export { buildDeliveryRequest, CHANNEL_LIMITS, type DeliveryRequest } from './delivery/request.js';
export { AccessError, dingTalkSignature, feishuSignature, robotAddress, signRequest, webhookSignature, type ChannelAccess, type SignedRequest } from './delivery/signature.js';
export { readDeliveryAnswer, readMissingAnswer, type AnswerHeaders, type DeliveryAnswer } from './delivery/answer.js';
export { planRetry, RETRY_SETTINGS, type Attempts, type RetryPlan, type RetrySettings } from './delivery/retry.js';
export { claimRow, receiptRow, type AttemptMade, type ClaimedAttempt } from './delivery/outcome.js';
export { foldDeliveries, type Delivery, type DeliveryRow, type DeliveryRowState, type DeliveryState, type FoldedDeliveries, type FoldOptions } from './delivery/deliveries.js';
export { emailOfTask, type EmailOptions, type TaskEmail } from './delivery/email.js';
export { redactSecrets, secretsOf } from './delivery/redact.js';

/* Authentication of calls that come in: HMAC signatures, Standard Webhooks, header token, basic; each Git host in its own way. */
export { giteeSignature, verifyGitWebhook, type GitWebhookSecrets } from './authentication/gitWebhook.js';
export {
	hmacSignature,
	standardWebhooksSignature,
	verifyCall,
	type AuthenticationScheme,
	type BasicScheme,
	type HashAlgorithm,
	type HeaderTokenScheme,
	type HmacScheme,
	type ReceivedCall,
	type SignatureEncoding,
	type StandardWebhooksScheme,
	type Verification,
} from './authentication/verify.js';

/* A made-up company with which everything can be tried without an account. */
export { SAMPLE_STUDY, sampleFollowUp, sampleFollowUpCount, sampleMapping, sampleMilestone, samplePeople, sampleStudyOdm, type SampleOdmOptions } from './sample/sampleStudy.js';
export { SAMPLE_COMPANY_AS_OF, SAMPLE_COMPANY_QUARTERS, sampleCompany, sampleCompanyHeads, type SampleHead, type SampleRecord } from './sample/company.js';
export { sampleDocuments } from './sample/documents.js';
export { SAMPLE_ACCEPTANCE_NUMBER, sampleSubmission, type SampleSubmission } from './sample/submission.js';
export { SAMPLE_GIT_AS_OF, SAMPLE_GIT_REPOSITORY, sampleGitActivity } from './sample/git.js';
