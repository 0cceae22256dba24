import { z } from 'zod';

/** What was looked at in code that somebody handed in; all of it certain or countable, without running it. */
export const CodeRule = z.enum([
  'syntax',
  'syntax-end',
  'indentation',
  'secret',
  'complexity',
  'complexity-outside',
  'long-function',
  'nesting',
  'parameters',
  'var',
  'loose-equality',
  'empty-catch',
  'debugger',
  'bare-except',
  'mutable-default',
  'none-comparison',
  'star-import',
  'unused',
  'naming',
  'commented-out',
  'long-line',
  'long-file',
  'duplicate',
  'missing-alt',
  'missing-lang',
  'important',
  'not-text',
  'too-large',
  'cut-off',
]);
export type CodeRule = z.infer<typeof CodeRule>;

export const CodeFinding = z.object({
  file: z.string(),
  line: z.number().int().min(1),
  severity: z.enum(['error', 'warning', 'hint']),
  rule: CodeRule,
  values: z.record(z.string(), z.string()).describe('What the words of the rule speak of, such as a name or a count'),
  words: z.string().describe('In English'),
});
export type CodeFinding = z.infer<typeof CodeFinding>;

export const CodeReport = z.object({
  findings: z.array(CodeFinding).describe('The gravest first'),
  left: z.number().int().describe('Findings beyond those listed'),
  summary: z.object({
    files: z.number().int(),
    lines: z.number().int(),
    functions: z.number().int(),
    complexity: z
      .object({ most: z.number().int(), name: z.string(), file: z.string(), line: z.number().int() })
      .nullable()
      .describe('The function with the most paths through it (McCabe)'),
    tests: z.array(z.object({ framework: z.string(), count: z.number().int() })),
    parses: z.boolean().nullable().describe('Whether all of it parses; null where nothing here can tell'),
  }),
});
export type CodeReport = z.infer<typeof CodeReport>;
