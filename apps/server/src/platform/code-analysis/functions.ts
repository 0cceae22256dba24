import type { Found } from './findings.js';
import type { Family } from './languages.js';
import type { Source } from './source.js';
import { childOf, type Node, type Syntax, siblingOf } from './syntax.js';

/** A function with what can be counted of it. */
export interface Measured {
  /** Empty for one that has none. */
  name: string;
  line: number;
  lines: number;
  /** Decisions + 1. */
  complexity: number;
}

/** McCabe, T. J.: A Complexity Measure. IEEE Transactions on Software Engineering SE-2 (4), 1976, which sets 10 as the bound. */
const MOST_PATHS = 10;
const MOST_LINES = 60;
const MOST_DEPTH = 4;
const MOST_PARAMETERS = 6;

/** Each is a node that makes the text below it a function. */
const FUNCTIONS: Readonly<Partial<Record<Family, ReadonlySet<string>>>> = {
  javascript: new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunction', 'MethodDeclaration']),
  python: new Set(['FunctionDefinition']),
};
/** Words that part the way. Operators that stop early are decisions as well: each condition counts. */
const DECISIONS: Readonly<Partial<Record<Family, ReadonlySet<string>>>> = {
  javascript: new Set(['if', 'for', 'while', 'case', 'catch']),
  python: new Set(['if', 'elif', 'for', 'while', 'except', 'case', 'and', 'or']),
};
const EARLY_STOPS = new Set(['&&', '||', '??', '?']);
const NESTING = /^(If|For|While|Do|Switch|Try|With|Match)Statement$/;

/** A method of an object in JavaScript is a property with parameters. */
export const isFunctionOf =
  (family: Family) =>
  (name: string, node: Node): boolean =>
    FUNCTIONS[family]?.has(name) === true || (name === 'Property' && childOf(node, 'ParamList') !== undefined);

/** What is measured of each function, and what is too much of it. */
export function measured(
  family: Family,
  { text, lineOf }: LinesOf,
  { nodes }: Syntax,
): { functions: Measured[]; found: Found[] } {
  const isFunction = isFunctionOf(family);
  const paths = new Map<Node | null, number>([[null, 1]]);
  const depths = new Map<Node, number>();
  const deepest = new Map<Node | null, Node>();
  for (const node of nodes) {
    if (isFunction(node.name, node)) paths.set(node, 1);
    if (isDecision(family, text, node)) paths.set(node.within, (paths.get(node.within) ?? 1) + 1);
    const depth = depthOf(node, depths);
    depths.set(node, depth);
    const before = deepest.get(node.within);
    if (depth > MOST_DEPTH && depth > (before === undefined ? 0 : (depths.get(before) ?? 0)))
      deepest.set(node.within, node);
  }
  const functions: Measured[] = [];
  const found: Found[] = [];
  for (const [node, complexity] of paths) {
    if (node === null) {
      if (complexity > MOST_PATHS)
        found.push({ line: 1, rule: 'complexity-outside', values: { paths: complexity, most: MOST_PATHS } });
      continue;
    }
    const name = nameOf(node, text);
    const line = lineOf(node.from);
    const lines = lineOf(node.to) - line + 1;
    functions.push({ name, line, lines, complexity });
    if (complexity > MOST_PATHS)
      found.push({ line, rule: 'complexity', values: { name, paths: complexity, most: MOST_PATHS } });
    // What is handed on without a name, such as the body of a suite of tests, may be long.
    if (lines > MOST_LINES && name !== '')
      found.push({ line, rule: 'long-function', values: { name, lines, most: MOST_LINES } });
    const count = parametersOf(node);
    if (count > MOST_PARAMETERS)
      found.push({ line, rule: 'parameters', values: { name, count, most: MOST_PARAMETERS } });
  }
  for (const node of deepest.values())
    found.push({
      line: lineOf(node.from),
      rule: 'nesting',
      values: { depth: depths.get(node) ?? 0, most: MOST_DEPTH },
    });
  return { functions, found };
}

/** What is asked of a source. */
interface LinesOf {
  text: Source['text'];
  lineOf(offset: number): number;
}

function isDecision(family: Family, text: string, { name, from, to, parent }: Node): boolean {
  if (DECISIONS[family]?.has(name)) return true;
  if (family !== 'javascript' || name !== 'LogicOp') return false;
  return parent?.name !== 'ConditionalType' && EARLY_STOPS.has(text.slice(from, to));
}

/** How many statements it stands in within its function, itself included where it is one; an `else if` is as deep as its `if`. */
function depthOf(node: Node, depths: ReadonlyMap<Node, number>): number {
  const { parent, within } = node;
  const around = parent === null || parent === within ? 0 : (depths.get(parent) ?? 0);
  if (!NESTING.test(node.name)) return around;
  return parent?.name === 'IfStatement' && siblingOf(node, -1)?.name === 'else' ? around : around + 1;
}

/** Its own, or that of the variable or property that it becomes. */
export function nameOf(node: Node, text: string): string {
  const own = childOf(
    node,
    'VariableDefinition',
    'PropertyDefinition',
    'PrivatePropertyDefinition',
    'VariableName',
    'PropertyName',
  );
  const given =
    own ??
    (node.parent && /^(VariableDeclaration|PropertyDeclaration|Property)$/.test(node.parent.name)
      ? namedBefore(node)
      : undefined);
  return given === undefined ? '' : text.slice(given.from, Math.min(given.to, given.from + 60));
}

function namedBefore(node: Node): Node | undefined {
  for (let at = siblingOf(node, -1); at !== undefined; at = siblingOf(at, -1)) {
    if (/Definition$/.test(at.name)) return at;
    if (at.name === ',') return undefined;
  }
  return undefined;
}

/** Commas part them; one behind the last is none. */
function parametersOf(node: Node): number {
  const inside = childOf(node, 'ParamList')?.children.filter(({ name }) => name !== '(' && name !== ')') ?? [];
  if (inside.length === 0) return 0;
  const commas = inside.filter(({ name }) => name === ',').length;
  return inside.at(-1)?.name === ',' ? commas : commas + 1;
}
