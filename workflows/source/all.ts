import type { WorkflowSource } from './builder.js';
import { closedLoopCard } from './closed-loop-card/structure.js';
import { dashboard } from './dashboard/structure.js';
import { edcMilestone } from './edc-milestone/structure.js';
import { errorHandler } from './error-handler/structure.js';
import { goalAlignment } from './goal-alignment/structure.js';
import { healthMetrics } from './health-metrics/structure.js';
import { hrDirectorySync } from './hr-directory-sync/structure.js';
import { lightResponse } from './light-response/structure.js';
import { codeRedLights } from './red-lights/code.js';
import { documentRedLights } from './red-lights/documents.js';
import { taskDelivery } from './task-delivery/structure.js';
import { versionTraceback } from './version-traceback/structure.js';

/** Every workflow of the pack, in the order a user publishes them. */
export const ALL_WORKFLOWS: readonly WorkflowSource[] = [errorHandler, hrDirectorySync, taskDelivery, edcMilestone, closedLoopCard, versionTraceback, goalAlignment, codeRedLights, documentRedLights, lightResponse, healthMetrics, dashboard];
