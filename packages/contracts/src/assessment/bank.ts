import { z } from 'zod';
import { endpoint, Id, Instant, Nothing, page, paged, Version } from '../endpoint.js';
import { ContentSource } from './graph.js';
import { Item, type ItemKind, ItemParameters } from './items.js';
import { AskedQuestion, Marked } from './questions.js';
import { Slug } from './skills.js';

const KINDS = ['choice', 'choices', 'ordering', 'text', 'number', 'essay', 'program'] as const satisfies ItemKind[];

const Named = z.object({ id: Slug, title: z.string() });

/** What is wrong with a question, as its answers or its learners say. */
export const ItemFlag = z.enum(['reported', 'misfit']);
export type ItemFlag = z.infer<typeof ItemFlag>;

export const ItemState = z.enum(['active', 'retired']);

const described = {
  id: Id,
  slug: Slug,
  track: Named,
  skill: Named,
  kind: z.enum(KINDS),
  source: ContentSource,
  state: ItemState,
  parameters: ItemParameters.describe('As attempts of this camp take them now'),
  calibrated: z.boolean().describe('Whether they were estimated from answers, not given by the author'),
  flags: z.array(ItemFlag),
  version: Version,
};

export const ItemSummary = z.object({
  ...described,
  domain: Named,
  question: z.string().describe('The first paragraph of the stem; Markdown'),
  language: z.string().nullable(),
  answers: z.number().int().describe('In this camp'),
  shareRight: z.number().nullable(),
});
export type ItemSummary = z.infer<typeof ItemSummary>;

export const ItemReport = z.object({ id: Id, text: z.string(), version: Version, at: Instant });

export const BankItem = z.object({
  ...described,
  item: Item,
  reports: z.array(ItemReport).describe('Faults that learners of this camp reported and nobody resolved'),
  history: z
    .array(
      z.object({ version: Version, at: Instant, by: z.string().nullable().describe('Null: it came with TailCamp') }),
    )
    .describe('Newest first'),
});
export type BankItem = z.infer<typeof BankItem>;

export const Fit = z.object({
  infit: z.number().describe('Mean square weighted by information; 1 is as the model expects'),
  outfit: z.number().describe('Unweighted mean square; tells of surprises far from the difficulty'),
});

const share = z.number().min(0).max(1);

/** Learners of about one ability: how many were right, and how many the curve expects. */
export const CurvePoint = z.object({
  ability: z.number().describe('Their mean, as the other answers of each tell it'),
  answers: z.number().int(),
  observed: share,
  expected: share,
});
export type CurvePoint = z.infer<typeof CurvePoint>;

/** What is wrong with a question, each with the figures that say so; nothing is said below 50 answers. */
export const Misfit = z.discriminatedUnion('kind', [
  z
    .object({ kind: z.literal('reversed'), correlation: z.number().describe('Of being right with ability') })
    .describe('Who knows more is right less often: look at the key'),
  z
    .object({ kind: z.literal('flat'), discrimination: z.number() })
    .describe('It hardly tells apart who can and who cannot: the wording may be vague'),
  z
    .object({ kind: z.literal('surprising'), ...Fit.shape })
    .describe('Answers surprise more than chance allows, about its difficulty or far from it'),
  z
    .object({ kind: z.literal('off-curve'), ...CurvePoint.shape })
    .describe('Learners of about this ability are right far more or less often than the curve says'),
]);
export type Misfit = z.infer<typeof Misfit>;

/** What might be better about a question, though nothing is wrong; options by their place in the editor. */
export const ItemAdvice = z.discriminatedUnion('kind', [
  z
    .object({ kind: z.literal('unexplained-options'), options: z.array(z.number().int()) })
    .describe('Wrong options that name no misconception, so the review cannot say why they are wrong'),
  z
    .object({ kind: z.literal('telling-length'), option: z.number().int() })
    .describe('The right option is much longer than all others, which gives it away'),
  z
    .object({ kind: z.literal('unproved-code'), language: z.string() })
    .describe('Code that could be run, but says neither what it prints nor how it is verified'),
  z.object({ kind: z.literal('one-spelling') }).describe('A single accepted text: others may be as right'),
  z.object({ kind: z.literal('exact-fraction') }).describe('A fraction is asked for without a tolerance'),
  z.object({ kind: z.literal('long-question'), words: z.number().int() }).describe('The first paragraph is long'),
]);
export type ItemAdvice = z.infer<typeof ItemAdvice>;

export const ItemStatistics = z.object({
  answers: z.number().int(),
  right: z.number().int(),
  unknown: z.number().int().describe('“I don’t know yet”'),
  meanSeconds: z.number().nullable(),
  parameters: ItemParameters,
  errors: z
    .object({ discrimination: z.number(), difficulty: z.number() })
    .nullable()
    .describe('Standard errors, where they were estimated from answers'),
  fit: Fit.nullable(),
  misfits: z.array(Misfit),
  curve: z.array(z.object({ ability: z.number(), probability: z.number() })).describe('The item characteristic curve'),
  observed: z.array(CurvePoint).describe('What was right, by groups of like ability'),
  options: z
    .array(z.object({ text: z.string(), right: z.boolean(), chosen: z.number().int() }))
    .describe('For choices: how often each was chosen'),
});
export type ItemStatistics = z.infer<typeof ItemStatistics>;

const inCamp = { campId: Id };
const ofItem = { ...inCamp, itemId: Id };

export const itemBank = {
  search: endpoint({
    method: 'GET',
    path: '/camps/:campId/items',
    access: 'signed-in',
    input: z.strictObject({
      ...inCamp,
      ...paged,
      search: z.string().max(200).optional().describe('Words of the question, its options, its skill or its name'),
      track: Slug.optional(),
      skill: Slug.optional(),
      kind: z.enum(KINDS).optional(),
      source: ContentSource.optional(),
      state: ItemState.optional(),
      flag: ItemFlag.or(z.literal('any')).optional(),
      easiest: z.coerce.number().min(-5).max(5).optional().describe('Difficulty from'),
      hardest: z.coerce.number().min(-5).max(5).optional().describe('Difficulty to'),
    }),
    output: z.object({ ...page(ItemSummary).shape, total: z.number().int() }),
    errors: ['forbidden', 'not_found', 'invalid_input'],
    summary: 'The questions of the camp, its own before those of the library with the same name (staff)',
  }),
  get: endpoint({
    method: 'GET',
    path: '/camps/:campId/items/:itemId',
    access: 'signed-in',
    input: z.strictObject({ ...ofItem }),
    output: BankItem,
    errors: ['forbidden', 'not_found'],
    summary: 'One question with its key (staff)',
  }),
  create: endpoint({
    method: 'POST',
    path: '/camps/:campId/items',
    access: 'signed-in',
    status: 201,
    input: z.strictObject({ ...inCamp, item: Item }),
    output: BankItem,
    errors: ['forbidden', 'not_found', 'already_exists', 'invalid_input'],
    summary: 'A new question of this camp (staff)',
  }),
  change: endpoint({
    method: 'PUT',
    path: '/camps/:campId/items/:itemId',
    access: 'signed-in',
    input: z.strictObject({ ...ofItem, item: Item, version: Version }),
    output: BankItem,
    errors: ['forbidden', 'not_found', 'stale', 'invalid_input'],
    summary: 'Change a question; one of the library becomes a copy of this camp, by an id of its own (staff)',
  }),
  retire: endpoint({
    method: 'POST',
    path: '/camps/:campId/items/:itemId/retire',
    access: 'signed-in',
    input: z.strictObject({ ...ofItem, retired: z.boolean(), version: Version }),
    output: BankItem,
    errors: ['forbidden', 'not_found', 'stale'],
    summary: 'Ask a question no more in this camp, or again (staff)',
  }),
  preview: endpoint({
    method: 'POST',
    path: '/camps/:campId/items/preview',
    access: 'signed-in',
    rate: 'read',
    input: z.strictObject({ ...inCamp, item: Item, seed: z.number().int().min(0).max(4_294_967_295).default(1) }),
    output: z.object({
      asked: AskedQuestion,
      marked: Marked.omit({ right: true }),
      advice: z.array(ItemAdvice),
    }),
    errors: ['forbidden', 'not_found', 'invalid_input'],
    summary: 'A question as a learner would see it, in one of its orders; nothing is saved (staff)',
  }),
  statistics: endpoint({
    method: 'GET',
    path: '/camps/:campId/items/:itemId/statistics',
    access: 'signed-in',
    input: z.strictObject({ ...ofItem }),
    output: ItemStatistics,
    errors: ['forbidden', 'not_found'],
    summary: 'How a question works in this camp, with its curve (staff)',
  }),
  resolveReport: endpoint({
    method: 'POST',
    path: '/camps/:campId/items/:itemId/reports/:reportId/resolve',
    access: 'signed-in',
    input: z.strictObject({ ...ofItem, reportId: Id }),
    output: Nothing,
    errors: ['forbidden', 'not_found'],
    summary: 'A reported fault is dealt with (staff)',
  }),
};
