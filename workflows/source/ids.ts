/** Ids of the pack's workflows: the same in both languages and for ever, so that one workflow can call another. */
export const WORKFLOW_IDS = {
	edcMilestone: 'ptEdcMilestone01',
	closedLoopCard: 'ptClosedLoop0002',
	versionTraceback: 'ptVersionTrace03',
	goalAlignment: 'ptGoalAlign00004',
	codeRedLights: 'ptCodeRedLight05',
	documentRedLights: 'ptDocsRedLight06',
	healthMetrics: 'ptHealthMetric07',
	dashboard: 'ptDashboard00012',
	lightResponse: 'ptLightResponse1',
	hrDirectorySync: 'ptHrDirectory001',
	taskDelivery: 'ptTaskDelivery01',
	errorHandler: 'ptErrorHandler01',
} as const;
