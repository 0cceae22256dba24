/** Projects: what groups work in. What other modules may hear of it. */

export {
  MEETING_CHANGED,
  MEETING_SOON,
  RESULTS_PUBLISHED,
  TASK_ASSIGNED,
  TASK_COMMENTED,
} from './app/topics.js';
