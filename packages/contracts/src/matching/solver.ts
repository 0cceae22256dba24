import { z } from 'zod';
import { Objective } from './policy.js';

/**
 * What a solver outside this program is told and answers: a policy compiled for a cohort, as numbers alone. Students, groups
 * and criteria are numbers from 0; no id, name or answer of a person goes over the wire. The JSON Schemas in
 * services/matching-python/contract are generated from here.
 */

/** Most students in one problem. */
export const SOLVER_STUDENTS = 200_000;

const Student = z
  .number()
  .int()
  .min(0)
  .max(SOLVER_STUDENTS - 1);
const Students = z.array(Student);
const Size = z.number().int().min(0).max(SOLVER_STUDENTS);
const Share = z.number().min(0).max(1);
const Bytes = z.base64();
/** By student; null where one gave no number. */
const Numbers = z.array(z.number().nullable());
const Pair = z.tuple([Student, Student]);

const shared = {
  hard: z.boolean().describe('Must hold in every group; it then has no weight'),
  weight: z.number().min(0).describe('Share in the group score'),
  step: z.boolean().describe('Scored 1 when the hard form holds and 0 when not'),
};

const likeness = {
  ...shared,
  dimensions: z.number().int().min(0),
  vectors: Bytes.describe(
    'Unit vectors by student: little-endian 32-bit floats; cosines are their products in 64 bits',
  ),
  absent: Students.describe('Those who have no vector'),
  atLeast: Share.describe('Of the hard form'),
};
const holders = {
  ...shared,
  holders: z.array(Students).describe('For each value, who holds it; the score is the mean over the values'),
};
const ties = { ...shared, pairs: z.array(Pair).describe('Who is tied to whom, each pair once') };

export const SolverCriterion = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('similar'), ...likeness }),
  z.strictObject({ kind: z.literal('diverse'), ...likeness }),
  z.strictObject({
    kind: z.literal('cover'),
    ...shared,
    skills: z.array(z.strictObject({ levels: Numbers, required: z.number().positive() })),
  }),
  z.strictObject({
    kind: z.literal('balance'),
    ...shared,
    tolerance: z.number().positive(),
    columns: z.array(
      z.strictObject({
        values: Numbers,
        mean: z.number().describe('Of the cohort'),
        deviation: z.number().min(0).describe('Of the cohort: σ of the population'),
      }),
    ),
  }),
  z.strictObject({ kind: z.literal('spread'), ...holders }),
  z.strictObject({
    kind: z.literal('gather'),
    ...shared,
    columns: z.array(z.array(z.number().int().min(0))).describe('By column and student: equal numbers, equal values'),
  }),
  z.strictObject({ kind: z.literal('notAlone'), ...holders }),
  z.strictObject({ kind: z.literal('atLeast'), ...holders, bound: z.number().int().min(1) }),
  z.strictObject({ kind: z.literal('atMost'), ...holders, bound: z.number().int().min(1) }),
  z.strictObject({
    kind: z.literal('overlap'),
    ...shared,
    cells: z.number().int().min(1),
    runLength: z.number().int().min(1).describe('Cells in a row before blocks begin anew, such as those of a day'),
    blockCells: z.number().int().min(1).describe('Cells in a row that make one block'),
    free: Bytes.describe('By student ⌈cells ÷ 32⌉ little-endian words; cell c is bit c mod 32 of word ⌊c ÷ 32⌋'),
    minBlocks: z.number().int().min(0),
    desired: z.number().int().min(1),
  }),
  z.strictObject({ kind: z.literal('together'), ...ties }),
  z.strictObject({ kind: z.literal('apart'), ...ties }),
  z.strictObject({
    kind: z.literal('preference'),
    ...shared,
    ranks: z.number().int().min(1),
    ranked: z
      .array(z.array(z.tuple([z.number().int().min(0), z.number().int().min(1)])))
      .describe('By student: groups with the rank given to each, 1 the best'),
  }),
  z.strictObject({
    kind: z.literal('roles'),
    ...shared,
    wished: z.array(z.array(z.number().int().min(0))).describe('By student: the roles wished for'),
  }),
]);
export type SolverCriterion = z.infer<typeof SolverCriterion>;

const Bounds = z.strictObject({ min: Size, max: Size });

export const SolverProblem = z.strictObject({
  students: z.number().int().min(1).max(SOLVER_STUDENTS),
  sizes: z.union([
    z.strictObject({ each: Bounds }).describe('Groups that are alike, as many as the sizes allow'),
    z.strictObject({ groups: z.array(Bounds).min(1).max(SOLVER_STUDENTS) }).describe('Exactly these groups'),
  ]),
  objective: Objective,
  criteria: z.array(SolverCriterion).max(100),
});
export type SolverProblem = z.infer<typeof SolverProblem>;

/** Students by group; with given groups, in their order. */
const Grouping = z.array(Students).min(1).max(SOLVER_STUDENTS);

export const SolveRequest = z.strictObject({
  problem: SolverProblem,
  seed: z.number().int().min(0).max(4_294_967_295),
  seconds: z.number().positive().max(3600).describe('The best grouping so far is the answer then'),
  start: Grouping.optional().describe('A grouping to start from'),
  locked: Students.optional().describe('Those who stay in their group of the start'),
});
export type SolveRequest = z.infer<typeof SolveRequest>;

export const ScoreRequest = z.strictObject({
  problem: SolverProblem,
  groups: Grouping.describe('Any groups of some of the students; with given groups, all of those'),
});
export type ScoreRequest = z.infer<typeof ScoreRequest>;

export const SolverViolation = z.strictObject({
  criterion: z.number().int().min(0).nullable().describe('The hard criterion that is broken; null for the size'),
  group: z.number().int().min(0),
});

export const ScoreAnswer = z.strictObject({
  objective: z.number(),
  worst: z.number().describe('The smallest score of a group'),
  groups: z.array(
    z.strictObject({
      score: z.number(),
      criteria: z.array(z.strictObject({ score: Share, satisfied: z.boolean() })),
    }),
  ),
  violations: z.array(SolverViolation),
});
export type ScoreAnswer = z.infer<typeof ScoreAnswer>;

/** RFC 9457, with a stable `code`. */
export const SolverProblemDetails = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.enum(['invalid_input', 'too_large', 'too_many', 'unavailable', 'not_found', 'internal']),
  detail: z.string(),
  field: z.string().nullable().describe('Where in the request, as in problem.criteria.2.vectors'),
});
export type SolverProblemDetails = z.infer<typeof SolverProblemDetails>;

const progress = {
  moves: z.number().int().min(0).describe('Exchanges looked at'),
  of: z.number().int().min(0).describe('Exchanges that the schedule counts'),
  best: z.number().describe('Objective of the best grouping so far'),
  violations: z.number().int().min(0).describe('Rules that it breaks, in groups'),
};

/** One line of the answer to a solve, as they come: progress, then what it came to. */
export const SolveLine = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('progress'),
    phase: z.enum(['preparing', 'constructing', 'repairing', 'improving']),
    ...progress,
  }),
  z.strictObject({
    kind: z.literal('done'),
    engine: z.string().describe('The solver and its version'),
    stoppedBy: z.enum(['moves', 'time']),
    groups: Grouping,
    objective: z.number(),
    ...progress,
    broken: z.array(SolverViolation),
  }),
  z.strictObject({ kind: z.literal('failed'), problem: SolverProblemDetails }),
]);
export type SolveLine = z.infer<typeof SolveLine>;

/** The schemas by the name of their file. */
export const SOLVER_CONTRACT = {
  'solve-request': SolveRequest,
  'solve-line': SolveLine,
  'score-request': ScoreRequest,
  'score-answer': ScoreAnswer,
  problem: SolverProblemDetails,
} as const;
