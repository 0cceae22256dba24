import type { Found } from './findings.js';
import type { Source } from './source.js';
import { childOf, type Node, type Syntax, siblingOf } from './syntax.js';
import { wordsIn } from './words.js';

/** What is bad style in JavaScript and TypeScript, and unused for certain. */
export function* styleOfJavaScript(source: Source, { nodes, faults }: Syntax): Generator<Found> {
  const { text } = source;
  const words = wordsIn(text);
  // Where it does not parse, or may read names at run time, nothing is certain to be unused.
  const certain = faults.length === 0 && !words.has('eval') && !words.has('with');
  const named = new Set<string>();
  for (const node of nodes) {
    const line = () => source.lineOf(node.from);
    if (node.name === 'var') yield { line: line(), rule: 'var' };
    if (node.name === 'DebuggerStatement') yield { line: line(), rule: 'debugger' };
    if (node.name === 'CompareOp') {
      const operator = text.slice(node.from, node.to);
      if ((operator === '==' || operator === '!=') && !comparesNull(node))
        yield { line: line(), rule: 'loose-equality', values: { operator, strict: `${operator}=` } };
    }
    if (node.name === 'CatchClause') {
      const block = childOf(node, 'Block');
      if (block?.children.every(({ name }) => name === '{' || name === '}'))
        yield { line: line(), rule: 'empty-catch' };
    }
    if (node.name !== 'VariableDefinition') continue;
    const name = text.slice(node.from, node.to);
    if (certain && words.get(name) === 1 && mayBeUnused(node) && !name.startsWith('_') && name !== 'React')
      yield { line: line(), rule: 'unused', values: { name } };
    const style = misnamed(name, node);
    if (style !== null && !named.has(name)) yield { line: line(), rule: 'naming', values: { name, style } };
    named.add(name);
  }
}

/** `== null` is how one asks for null and undefined at once. */
const comparesNull = (operator: Node): boolean =>
  siblingOf(operator, -1)?.name === 'null' || siblingOf(operator, 1)?.name === 'null';

/** Nobody from outside can use it: imported, or within a function and no parameter of one. */
function mayBeUnused(definition: Node): boolean {
  for (let at = definition.parent; at !== null; at = at.parent) {
    if (/^Import(Declaration|Group)$/.test(at.name)) return true;
    if (/^(ParamList|CatchClause|ExportDeclaration|FunctionExpression|TypeParamList)$/.test(at.name)) return false;
    // What is taken out of an object so that the rest is without it.
    if (at.name === 'ObjectPattern' && at.children.some((one) => childOf(one, 'Spread'))) return false;
    if (/^(VariableDeclaration|FunctionDeclaration|ClassDeclaration)$/.test(at.name)) return at.within !== null;
    if (/(Block|Body|Script)$/.test(at.name)) return false;
  }
  return false;
}

function misnamed(name: string, { parent }: Node): string | null {
  if (parent?.name === 'ClassDeclaration') return /^[\p{Lu}$_]/u.test(name) ? null : 'PascalCase';
  if (!/^(VariableDeclaration|FunctionDeclaration)$/.test(parent?.name ?? '')) return null;
  const bare = name.replace(/^[_$]+|[_$]+$/g, '');
  return bare.includes('_') && bare !== bare.toUpperCase() ? 'camelCase' : null;
}
