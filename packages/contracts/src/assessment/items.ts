import { z } from 'zod';
import { Slug } from './skills.js';

const Markdown = (most: number) => z.string().trim().min(1).max(most).describe('Markdown');

/** What a program can be written in so that its answer can be proved by running it. */
export const RUNNABLE = ['javascript', 'python', 'sql'] as const;
export const CodeLanguage = z.enum([...RUNNABLE, 'typescript', 'html', 'css', 'bash', 'http', 'json', 'yaml', 'text']);
export type CodeLanguage = z.infer<typeof CodeLanguage>;

/** A piece of code that a question is about. */
export const CodeShown = z.strictObject({
  language: CodeLanguage,
  file: z.string().trim().min(1).max(60).optional().describe('Its name, shown above it'),
  source: z.string().min(1).max(4000),
});
export type CodeShown = z.infer<typeof CodeShown>;

/**
 * How a runnable piece is proved. `prints` is what it prints, ends of lines and trailing blanks aside: then it is also
 * the answer, or the text of the right option. Where the question is about something else, `verify` is more of the
 * same language that stands behind it and fails (throws, raises, errors) unless what the key claims is so. `setup` runs
 * before it and is not shown. For SQL what is printed are the rows, cells parted by ` | `, NULL as NULL.
 */
export const CodeProved = z.strictObject({
  ...CodeShown.shape,
  setup: z.string().max(4000).optional(),
  prints: z.string().max(1000).optional(),
  verify: z.string().max(4000).optional(),
});
export type CodeProved = z.infer<typeof CodeProved>;

export const Option = z.strictObject({
  text: Markdown(300),
  note: z.string().trim().min(1).max(160).optional().describe('A second line below it'),
  right: z.literal(true).optional(),
  because: z
    .string()
    .trim()
    .min(5)
    .max(300)
    .optional()
    .describe('A wrong one: the misconception that it mirrors, said to the learner in the review'),
});
export type Option = z.infer<typeof Option>;

export const RubricRow = z.strictObject({
  criterion: z.string().trim().min(2).max(120),
  levels: z
    .array(z.strictObject({ points: z.number().int().min(0).max(10), text: z.string().trim().min(3).max(300) }))
    .min(2)
    .max(6)
    .describe('By rising points'),
});
export type RubricRow = z.infer<typeof RubricRow>;

/** Of the item response model: P(right | θ) = c + (1 − c) ÷ (1 + exp(−a(θ − b))). */
export const ItemParameters = z.strictObject({
  discrimination: z.number().min(0.2).max(4).describe('a: how sharply it tells apart who can from who cannot'),
  difficulty: z.number().min(-5).max(5).describe('b: the ability, in standard deviations, where it lies'),
  guessing: z.number().min(0).max(0.5).describe('c: how often somebody who knows nothing is right'),
});
export type ItemParameters = z.infer<typeof ItemParameters>;

const common = {
  id: Slug,
  skill: Slug,
  stem: Markdown(2000).describe('Markdown; the first paragraph is the question, what follows explains it'),
  code: CodeProved.optional().describe('With it the question is one of reading code'),
  difficulty: ItemParameters.shape.difficulty,
  discrimination: ItemParameters.shape.discrimination.default(1),
  guessing: ItemParameters.shape.guessing
    .optional()
    .describe('Where not given: one in the number of options of a choice, else 0'),
  explanation: Markdown(2000).describe('Markdown; why the key is right, shown in the review'),
};
const rubric = z.array(RubricRow).min(1).max(8);

const ItemShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('choice'), ...common, options: z.array(Option).min(2).max(6) }),
  z.strictObject({ kind: z.literal('choices'), ...common, options: z.array(Option).min(3).max(8) }),
  z.strictObject({
    kind: z.literal('ordering'),
    ...common,
    lines: z.array(z.string().trim().min(1).max(200)).min(3).max(8).describe('In the right order'),
  }),
  z.strictObject({
    kind: z.literal('text'),
    ...common,
    accept: z
      .array(z.string().trim().min(1).max(200))
      .min(1)
      .max(10)
      .describe('Each is right; blanks at the ends do not count, several in a row count as one'),
    caseMatters: z.boolean().default(false),
  }),
  z.strictObject({
    kind: z.literal('number'),
    ...common,
    answer: z.number(),
    tolerance: z.number().min(0).default(0).describe('How far off is still right'),
    unit: z.string().trim().min(1).max(20).optional().describe('Shown behind the field'),
  }),
  z.strictObject({ kind: z.literal('essay'), ...common, rubric, sample: Markdown(4000).describe('A full answer') }),
  z.strictObject({
    kind: z.literal('program'),
    ...common,
    language: CodeLanguage,
    starter: z.string().max(4000).default(''),
    rubric,
    sample: z.string().min(1).max(4000).describe('A full answer'),
  }),
]);

/** A question with its key, as content files, the bank and the editor hold it; a learner never gets one of these. */
export const Item = ItemShape.superRefine((item, { addIssue }) => {
  for (const { path, message } of contradictions(item)) addIssue({ code: 'custom', path, message });
});
export type Item = z.infer<typeof ItemShape>;
export type ItemKind = Item['kind'];

/** The kinds that have a key, so that nobody needs to grade them. */
export const AUTOMATIC = ['choice', 'choices', 'ordering', 'text', 'number'] as const satisfies readonly ItemKind[];

interface Contradiction {
  path: (string | number)[];
  message: string;
}

/** What makes a question one that cannot be answered, or not by one key. */
function* contradictions(item: Item): Generator<Contradiction> {
  if (item.kind === 'choice' || item.kind === 'choices') {
    const right = item.options.filter((option) => option.right).length;
    if (item.kind === 'choice' && right !== 1)
      yield { path: ['options'], message: `One option is right, not ${right}` };
    if (item.kind === 'choices' && (right === 0 || right === item.options.length)) {
      yield { path: ['options'], message: 'At least one option is right, and at least one is wrong' };
    }
    yield* doubles(
      item.options.map(({ text }) => text),
      'options',
    );
    for (const [at, { right, because }] of item.options.entries()) {
      if (right && because)
        yield { path: ['options', at, 'because'], message: 'A right option mirrors no misconception' };
    }
  }
  if (item.kind === 'ordering') yield* doubles(item.lines, 'lines');
  if (item.kind === 'essay' || item.kind === 'program') {
    for (const [at, { levels }] of item.rubric.entries()) {
      const rising = levels.every(({ points }, level) => level === 0 || points > (levels[level - 1]?.points ?? 0));
      if (!rising) yield { path: ['rubric', at, 'levels'], message: 'The points rise from level to level' };
    }
  }
}

function* doubles(texts: readonly string[], field: string): Generator<Contradiction> {
  for (const [at, text] of texts.entries()) {
    if (texts.indexOf(text) < at) yield { path: [field, at], message: `“${text}” stands there twice` };
  }
}
