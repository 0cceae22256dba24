import type { CodeFinding, CodeRule } from '@tailcamp/contracts';

/** A rule that something in a file breaks. */
export interface Found {
  line: number;
  rule: CodeRule;
  values?: Readonly<Record<string, string | number>>;
}

type Severity = CodeFinding['severity'];

/** Of each rule, how grave it is, and its words; `{name}` takes a value. */
const RULES: Readonly<Record<CodeRule, readonly [Severity, string]>> = {
  syntax: ['error', 'Does not parse at “{found}”'],
  'syntax-end': ['error', 'Ends before it is complete: something that was opened is never closed'],
  indentation: ['error', 'Indented otherwise than the lines that it belongs to'],
  secret: ['error', 'What looks like a secret ({kind}) stands in the text; take it out and make a new one'],
  complexity: ['warning', '“{name}” has {paths} paths through it (McCabe), more than {most}: part it'],
  'complexity-outside': ['warning', 'The code outside of functions has {paths} paths through it, more than {most}'],
  'long-function': ['hint', '“{name}” has {lines} lines, more than {most}'],
  nesting: ['warning', 'Nested {depth} deep, more than {most}'],
  parameters: ['hint', '“{name}” takes {count} parameters, more than {most}'],
  var: ['hint', '“var” outlives its block; say “let” or “const”'],
  'loose-equality': ['warning', '“{operator}” converts before it compares; say “{strict}”'],
  'empty-catch': ['warning', 'An error is caught and nothing is done about it'],
  debugger: ['warning', 'A “debugger” was left behind'],
  'bare-except': ['warning', 'A bare “except” catches exits and interrupts too; name the exception'],
  'mutable-default': [
    'warning',
    'The default of “{name}” is made once and shared by all calls; say None and make it inside',
  ],
  'none-comparison': ['hint', 'Compare with None by “{operator}”'],
  'star-import': ['hint', 'A star import hides where names come from'],
  unused: ['hint', '“{name}” is never used'],
  naming: ['hint', '“{name}” is not named as its language names things ({style})'],
  'commented-out': ['hint', 'Code that is commented out; take it away'],
  'long-line': ['hint', '{count} lines are longer than {most} characters; the first stands here'],
  'long-file': ['hint', '{lines} lines, more than {most}'],
  duplicate: ['warning', '{lines} lines that stand in {file}, line {line}, too'],
  'missing-alt': ['warning', 'An image without a text in its place (alt)'],
  'missing-lang': ['hint', 'The page does not say in which language it is (lang)'],
  important: ['hint', '“!important” outweighs what others say; raise the specificity instead'],
  'not-text': ['error', 'This is no text'],
  'too-large': ['warning', 'Longer than {most} characters: only its beginning was looked at, and not parsed'],
  'cut-off': ['warning', 'Took too long to parse: from here on only its lines were looked at'],
};

/** The words of a finding, in place of its file. */
export function findingOf(file: string, { line, rule, values: given = {} }: Found): CodeFinding {
  const [severity, template] = RULES[rule];
  const values = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));
  const words = template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  return { file, line, severity, rule, values, words };
}

const GRAVITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };

/** The gravest first, and of those by place. */
export const byGravity = (a: CodeFinding, b: CodeFinding): number =>
  GRAVITY[a.severity] - GRAVITY[b.severity] || a.file.localeCompare(b.file) || a.line - b.line;
