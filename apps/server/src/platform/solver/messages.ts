import type { Policy } from '@tailcamp/contracts';
import type {
  Cohort,
  Evaluated,
  EvaluateInput,
  PolicyCheck,
  Proposal,
  Solved,
  SolveInput,
  SolveProgress,
} from './index.js';

/** What is said between the threads; all of it can be cloned. */
export type ToThread =
  | { task: 'propose'; cohort: Cohort }
  | { task: 'check'; policy: Policy; cohort: Cohort }
  | { task: 'evaluate'; input: EvaluateInput }
  | { task: 'solve'; input: SolveInput };

export type FromThread =
  | { kind: 'progress'; progress: SolveProgress }
  | { kind: 'done'; result: Proposal | PolicyCheck | Evaluated | Solved }
  | { kind: 'refused'; reason: string };
