export { type Campaign, Campaigns } from './campaigns.service.js';
export { faultLine, sentenceOf } from './file/plan-fault.messages.js';
export { type PlanFault, type PlanFaultCode, PlanFilesRefused } from './file/plan-fault.js';
export { type PlanReading, getPlans, planFilesIn, readPlanFiles } from './file/plan-files.js';
export { type LoadOutcome, LoadPlans, type LoadedPlan } from './load-plans.service.js';
export { PlanDirectory, type PlanSummary, type PlanVersion } from './plan-directory.service.js';
export { PlansModule } from './plans.module.js';
export { type PlanView, planSheet, planTable } from './sheet/plan-sheet.js';
