/** The planner, pure: for commands on files and benchmarks. Other modules go through the front door beside the folder. */
export { neededFor } from './planning/needed.js';
export { ordered, type Wishes } from './planning/order.js';
export { type DatedStep, fitToWeeks, type StepToDate } from './planning/weeks.js';
