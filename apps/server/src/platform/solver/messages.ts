import type { Policy } from '@tailcamp/contracts';
import type { Effect, FormedGroup } from '@tailcamp/matching';
import type {
  Cohort,
  Evaluated,
  EvaluateInput,
  FormInput,
  PlaceInput,
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
  | { task: 'solve'; input: SolveInput }
  | { task: 'evaluate'; input: EvaluateInput }
  | { task: 'form'; input: FormInput }
  | { task: 'place'; input: PlaceInput };

export type FromThread =
  | { kind: 'progress'; progress: SolveProgress }
  | { kind: 'done'; result: Proposal | PolicyCheck | Solved | FormedGroup[] | Effect[] | Evaluated }
  | { kind: 'refused'; reason: string };
