/** Ids of the pack's workflows: the same in both languages and for ever, so that one workflow can call another. */
export const WORKFLOW_IDS = {
	edcMilestone: 'ptEdcMilestone01',
	hrDirectorySync: 'ptHrDirectory001',
	taskDelivery: 'ptTaskDelivery01',
	errorHandler: 'ptErrorHandler01',
} as const;
