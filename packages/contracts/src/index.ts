import { assessment } from './assessment/attempts.js';
import { itemBank } from './assessment/bank.js';
import { calibrations } from './assessment/calibration.js';
import { skillGraph } from './assessment/graph.js';
import { itemFiles } from './assessment/item-files.js';
import { practice, skillProfiles } from './assessment/profiles.js';
import { classResults, grading } from './assessment/results.js';
import { assessmentSettings } from './assessment/settings.js';
import { camps } from './camps.js';
import { classPaths } from './curriculum/class.js';
import { curriculum } from './curriculum/path.js';
import { content } from './curriculum/search.js';
import { studio } from './curriculum/studio.js';
import { groups } from './groups.js';
import { identity } from './identity.js';
import { matching } from './matching/matching.js';
import { queue } from './matching/queue.js';
import { scenarios } from './matching/scenarios.js';
import { streams } from './streams.js';
import { system } from './system.js';

export * from './assessment/attempts.js';
export * from './assessment/bank.js';
export * from './assessment/calibration.js';
export * from './assessment/graph.js';
export * from './assessment/item-files.js';
export * from './assessment/items.js';
export * from './assessment/profiles.js';
export * from './assessment/questions.js';
export * from './assessment/results.js';
export * from './assessment/settings.js';
export * from './assessment/skills.js';
export * from './camps.js';
export * from './chat/apply.js';
export * from './chat/channel.js';
export * from './chat/channels.js';
export * from './chat/emoji.js';
export * from './chat/events.js';
export * from './chat/message.js';
export * from './chat/messages.js';
export * from './chat/moderation.js';
export * from './chat/person.js';
export * from './chat/search.js';
export * from './code.js';
export * from './curriculum/class.js';
export * from './curriculum/lessons.js';
export * from './curriculum/path.js';
export * from './curriculum/search.js';
export * from './curriculum/studio.js';
export * from './endpoint.js';
export * from './errors.js';
export * from './groups.js';
export * from './identity.js';
export * from './matching/assessed.js';
export * from './matching/matching.js';
export * from './matching/policy.js';
export * from './matching/queue.js';
export * from './matching/report.js';
export * from './matching/scenarios.js';
export * from './matching/solver.js';
export * from './model.js';
export * from './streams.js';
export * from './system.js';

/** Every endpoint of the API by module: what OpenAPI, the access matrix and the client are made of. */
export const API = {
  system,
  identity,
  camps,
  matching,
  scenarios,
  queue,
  groups,
  streams,
  assessment,
  skillProfiles,
  practice,
  classResults,
  grading,
  assessmentSettings,
  skillGraph,
  itemFiles,
  curriculum,
  classPaths,
  itemBank,
  calibrations,
  content,
  studio,
} as const;
