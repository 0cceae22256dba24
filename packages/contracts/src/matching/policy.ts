import { z } from 'zod';

/**
 * A matching policy: how large groups are and what makes one good. The same object is `policy.json` on the command
 * line, the policy of a camp over REST, and what the engine compiles.
 *
 * `columns` name survey columns. Each is a pattern in which `*` stands for any text and all else is literal.
 */

const Column = z.string().min(1).max(500).describe('A survey column, or a pattern in which * is any text');
const Value = z.string().max(500);

const onColumns = {
  column: Column.optional(),
  columns: z.union([Column, z.array(Column).min(1).max(200)]).optional(),
};

const shared = {
  ...onColumns,
  hard: z.boolean().optional().describe('Must hold; otherwise the criterion is weighted'),
  weight: z.number().positive().max(1000).optional().describe('Share in the group score, 1 unless told'),
  step: z.literal(true).optional().describe('Weighted, but scored 1 when the hard form holds and 0 when not'),
  private: z.boolean().optional().describe('Never shown to students, not even by implication'),
};

const share = z.number().min(0).max(1);
const someValues = { value: Value.optional(), values: z.array(Value).min(1).max(200).optional() };
const count = z.number().int().min(1).max(1000);

const skillLevels = z
  .record(z.string().trim().min(1).max(500), z.number().positive().max(1000))
  .refine((levels) => Object.keys(levels).length > 0, { message: 'Name a skill and the level that is needed' });

const kinds = [
  z.strictObject({ kind: z.literal('similar'), ...shared, atLeast: share.optional() }),
  z.strictObject({ kind: z.literal('diverse'), ...shared, atLeast: share.optional() }),
  z.strictObject({
    kind: z.literal('cover'),
    ...shared,
    required: skillLevels.describe(
      'The level needed of each skill, which is a column, or the text at * in the pattern',
    ),
  }),
  z.strictObject({ kind: z.literal('balance'), ...shared, tolerance: z.number().positive().max(10).optional() }),
  z.strictObject({ kind: z.literal('spread'), ...shared, ...someValues }),
  z.strictObject({ kind: z.literal('gather'), ...shared }),
  z.strictObject({ kind: z.literal('notAlone'), ...shared, ...someValues }),
  z.strictObject({ kind: z.literal('atLeast'), ...shared, ...someValues, bound: count }),
  z.strictObject({ kind: z.literal('atMost'), ...shared, ...someValues, bound: count }),
  z.strictObject({
    kind: z.literal('overlap'),
    ...shared,
    minBlocks: z.number().int().min(0).max(336).optional().describe('Common free blocks needed, 1 unless told'),
    desired: z.number().int().min(1).max(336).optional().describe('Common free blocks that score 1'),
    busy: z.boolean().optional().describe('The cells list busy times, so a blank is free all day'),
    blockCells: z.number().int().min(1).max(48).optional().describe('How many labels in a row make one block'),
  }),
  z.strictObject({ kind: z.literal('together'), ...shared }),
  z.strictObject({ kind: z.literal('apart'), ...shared }),
  z.strictObject({
    kind: z.literal('preference'),
    ...shared,
    best: z.enum(['low', 'high']).optional().describe('Which number is the first choice, the lowest unless told'),
  }),
  z.strictObject({ kind: z.literal('roles'), ...shared }),
] as const;

export const Criterion = z
  .discriminatedUnion('kind', kinds)
  .refine((criterion) => (criterion.column === undefined) !== (criterion.columns === undefined), {
    message: 'Give either "column" or "columns"',
    path: ['column'],
  });
export type Criterion = z.infer<typeof Criterion>;
export type CriterionKind = Criterion['kind'];

/** How the scores of the groups become one number for the whole cohort; higher is better. */
export const Objective = z.enum(['harmonic', 'mean', 'maximin']);
export type Objective = z.infer<typeof Objective>;

const size = z.number().int().min(1).max(1000);

export const GroupSize = z
  .strictObject({ min: size, max: size })
  .refine(({ min, max }) => min <= max, { message: 'The smallest size is above the largest', path: ['min'] });
export type GroupSize = z.infer<typeof GroupSize>;

/** A group that stands before the students are known, such as a project; with a smallest size of 0 it may stay empty. */
export const PolicyGroup = z
  .strictObject({ name: z.string().trim().min(1).max(200), min: z.number().int().min(0).max(1000), max: size })
  .refine(({ min, max }) => min <= max, { message: 'The smallest size is above the largest', path: ['min'] });
export type PolicyGroup = z.infer<typeof PolicyGroup>;

const PolicyGroups = z
  .array(PolicyGroup)
  .min(1)
  .max(1000)
  .superRefine((groups, context) => {
    const names = groups.map(({ name }) => name.toLowerCase());
    names.forEach((name, index) => {
      if (names.indexOf(name) === index) return;
      context.addIssue({ code: 'custom', message: 'Two groups have this name', path: [index, 'name'] });
    });
  });

export const Policy = z
  .strictObject({
    groupSize: GroupSize.optional().describe('Groups that are alike, as many as the sizes allow'),
    groups: PolicyGroups.optional().describe('Named groups, each with its own bounds, instead of groupSize'),
    id: Column.optional().describe('The column that identifies a student'),
    timeZone: Column.optional().describe("The column with a student's time zone (IANA name or UTC offset)"),
    objective: Objective.optional().describe('harmonic unless told'),
    criteria: z.array(Criterion).max(100),
  })
  .refine(({ groupSize, groups }) => (groupSize === undefined) !== (groups === undefined), {
    message: 'Give either "groupSize" or "groups"',
    path: ['groupSize'],
  });
export type Policy = z.infer<typeof Policy>;
