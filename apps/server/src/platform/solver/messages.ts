import type { Policy } from '@tailcamp/contracts';
import type { Effect, FormedGroup } from '@tailcamp/matching';
import type { Adoption } from './delegate.js';
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
import type { ServiceAnswer } from './service.js';

/** What is said between the threads; all of it can be cloned. */
export type ToThread =
  | { task: 'propose'; cohort: Cohort }
  | { task: 'check'; policy: Policy; cohort: Cohort }
  | { task: 'solve'; input: SolveInput; workers: number; entry: string | undefined }
  | { task: 'evaluate'; input: EvaluateInput }
  | { task: 'form'; input: FormInput }
  | { task: 'place'; input: PlaceInput }
  | { task: 'pose'; input: SolveInput; seconds: number }
  | { task: 'adopt'; input: SolveInput; answer: ServiceAnswer; seconds: number };

export type FromThread =
  | { kind: 'progress'; progress: SolveProgress }
  | { kind: 'done'; result: Proposal | PolicyCheck | Solved | FormedGroup[] | Effect[] | Evaluated | string | Adoption }
  | { kind: 'refused'; reason: string };
