import type { Found } from './findings.js';
import type { Source } from './source.js';
import { childOf, type Node, type Syntax, siblingOf } from './syntax.js';
import { wordsIn } from './words.js';

/** What is bad style in Python (PEP 8), and unused for certain. */
export function* styleOfPython(source: Source, syntax: Syntax): Generator<Found> {
  const { text } = source;
  const { nodes, faults } = syntax;
  const words = wordsIn(text);
  const certain =
    faults.length === 0 && !['eval', 'exec', 'locals', 'globals', '__all__'].some((word) => words.has(word));
  const named = new Set<string>();
  for (const node of nodes) {
    const line = source.lineOf(node.from);
    const name = text.slice(node.from, Math.min(node.to, node.from + 80));
    const before = siblingOf(node, -1);
    if (node.name === 'except' && siblingOf(node, 1)?.name === 'Body') yield { line, rule: 'bare-except' };
    if (node.name === '*' && node.parent?.name === 'ImportStatement') yield { line, rule: 'star-import' };
    if (isMutable(node) && before?.name === 'AssignOp' && node.parent?.name === 'ParamList')
      yield { line, rule: 'mutable-default', values: { name: parameterBefore(node, text) } };
    if (node.name === 'CompareOp' && /^[=!]=$/.test(name) && comparesNone(node))
      yield { line, rule: 'none-comparison', values: { operator: name === '==' ? 'is' : 'is not' } };
    if (isMisplaced(node, source)) yield { line, rule: 'indentation' };
    if (node.name !== 'VariableName') continue;
    if (certain && words.get(name) === 1 && !name.startsWith('_') && mayBeUnused(node, text))
      yield { line, rule: 'unused', values: { name } };
    const style = misnamed(name, node);
    if (style !== null && !named.has(name)) yield { line, rule: 'naming', values: { name, style } };
    if (style !== null) named.add(name);
  }
}

const isMutable = ({ name }: Node): boolean => /^(Array|Dictionary|Set)Expression$/.test(name);

function parameterBefore(node: Node, text: string): string {
  for (let at = siblingOf(node, -1); at !== undefined && at.name !== ','; at = siblingOf(at, -1))
    if (at.name === 'VariableName') return text.slice(at.from, at.to);
  return '';
}

const comparesNone = (operator: Node): boolean =>
  siblingOf(operator, -1)?.name === 'None' || siblingOf(operator, 1)?.name === 'None';

/** A statement that does not start where the first of its block does. */
function isMisplaced(node: Node, source: Source): boolean {
  const { parent } = node;
  if (parent === null || !/^(Script|Body)$/.test(parent.name) || !/(Statement|Definition)$/.test(node.name))
    return false;
  const first = parent.children.find(({ name }) => /(Statement|Definition)$/.test(name));
  if (first === undefined || !startsLine(node, source) || !startsLine(first, source)) return false;
  const wanted = parent.name === 'Script' ? 0 : source.columnOf(first.from);
  return source.columnOf(node.from) !== wanted;
}

const startsLine = ({ from }: Node, source: Source): boolean =>
  source.lines[source.lineOf(from) - 1]!.slice(0, source.columnOf(from)).trim() === '';

/** An imported name, or a variable of a function that is given a value. */
function mayBeUnused(node: Node, text: string): boolean {
  const { parent, within, place } = node;
  if (parent?.name === 'AssignStatement') return within !== null && place === 0;
  if (parent?.name !== 'ImportStatement') return false;
  const next = siblingOf(node, 1)?.name;
  const before = siblingOf(node, -1)?.name;
  // `import a.b` binds a, `import a as b` and `from a import c as b` bind b.
  if (before === '.' || next === 'as') return false;
  const from = parent.children[0];
  if (from !== undefined && text.slice(from.from, from.to) === 'from') {
    const imports = childOf(parent, 'import');
    const module = from === undefined ? '' : text.slice(from.to, imports?.from).trim();
    return imports !== undefined && node.from > imports.from && module !== '__future__';
  }
  return true;
}

/** Of unittest, which is named as Java names things. */
const GIVEN = /^(setUp|tearDown)(Class|Module)?$|^(assert|max|visit|do)_?[A-Z]/;

function misnamed(name: string, { parent, place }: Node): string | null {
  const before = parent?.children[place - 1]?.name;
  if (parent?.name === 'ClassDefinition' && before === 'class')
    return /^_*\p{Lu}/u.test(name) && !/[a-z]_[a-z]/i.test(name) ? null : 'CapWords';
  const defines = parent?.name === 'FunctionDefinition' && before === 'def';
  if (!defines && !(parent?.name === 'AssignStatement' && place === 0)) return null;
  return /^[a-z]+\d*[A-Z]/.test(name) && !GIVEN.test(name) ? 'snake_case' : null;
}
