export { renderDashboard, type DashboardAnswer } from './dashboard.js';
export type { DashboardInput, PersonsOfUnit, PersonVisibility } from './context.js';
export type { MetricDefinition as DashboardMetric } from './metric.js';
export { planReading, recordKeyOf, type ReadingPlan } from './plan.js';
export { readRequest, VIEWS as DASHBOARD_VIEWS, type DashboardRequest, type PageFormat, type ViewName } from './request.js';
