export { type Proof, proveImpossible } from './conflict/proofs.js';
export { type Instance, readInstance } from './dense/mdgp/instance.js';
export { type Diverse, solveInstance } from './dense/mdgp/solve-mdgp.js';
export { type Evaluation, evaluate, type NamedGroup, nameGroups, numberMembers } from './evaluate.js';
export { freeHours } from './free-hours.js';
export { readGroups, writeGroupsCsv } from './groups-csv.js';
export { solveBlock } from './large/block.js';
export type { BlockResult, BlockTask } from './large/block-task.js';
export { type BlockRunner, solveInBlocks } from './large/large.js';
export { pairwise } from './pairwise.js';
export { compile } from './policy/compile.js';
export { PolicyError } from './policy/policy-error.js';
export { previewPolicy } from './policy/preview.js';
export { proposePolicy } from './policy/propose.js';
export { ENGINE, type Problem } from './problem.js';
export { type FormedGroup, Matchmaker, type WaitingTicket } from './queue/matchmaker.js';
export { type Effect, placements, type StandingGroup } from './queue/placements.js';
export { visibleRungs } from './queue/rungs.js';
export { followPolicy, proposeSettings, settingsProblems } from './queue/settings.js';
export {
  acceptedAt,
  boundOf,
  columnOf,
  isQueuePolicy,
  levelAt,
  momentsOf,
  type QueuePolicy,
  sizeAt,
  widen,
} from './queue/widening.js';
export { report, reportGroups } from './report.js';
export { scheduledMoves } from './solve/budget.js';
export type { Phase, Progress, Solved, SolveOptions } from './solve/options.js';
export { solve, solveSteps } from './solve/solve.js';
export { recogniseColumns } from './survey/columns.js';
export { detectDelimiter } from './survey/csv.js';
export { identifyStudents, type Students } from './survey/students.js';
export { SurveyError, type SurveyProblem } from './survey/survey-error.js';
export { makeTable, readTable, type SurveyRow, type SurveyTable } from './survey/table.js';
export { type Place, placesFor } from './what-if/places.js';
export { reevaluate } from './what-if/reevaluate.js';
export { type Rest, type RestProblem, restOf } from './what-if/rest.js';
export { wire } from './wire/wire.js';
