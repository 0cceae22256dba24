import type { CodeReport } from '@tailcamp/contracts';
import { nameOf } from './functions.js';
import type { Family } from './languages.js';
import type { Source } from './source.js';
import { childOf, type Node, type Syntax } from './syntax.js';

type Tests = CodeReport['summary']['tests'];

/** Package → what it is called. */
const FRAMEWORKS: Readonly<Record<string, string>> = {
  vitest: 'Vitest',
  '@jest/globals': 'Jest',
  'node:test': 'node:test',
  mocha: 'Mocha',
  'bun:test': 'Bun',
  '@playwright/test': 'Playwright',
  ava: 'AVA',
  tape: 'tape',
};

/** The tests in a file, and by which framework they are. */
export function testsIn(family: Family, source: Source, { nodes }: Syntax): Tests {
  if (family === 'javascript') return testsOfJavaScript(source, nodes);
  return family === 'python' ? testsOfPython(source, nodes) : [];
}

function testsOfJavaScript({ path, text }: Source, nodes: readonly Node[]): Tests {
  const said = (node: Node) => text.slice(node.from, node.to);
  const imported = nodes
    .filter(
      ({ name, parent }) => name === 'String' && parent !== null && /^(ImportDeclaration|ArgList)$/.test(parent.name),
    )
    .map((node) => FRAMEWORKS[said(node).slice(1, -1)])
    .find((name) => name !== undefined);
  const calls = nodes.filter(({ name }) => name === 'CallExpression').map(({ children }) => children[0]);
  const asserts = calls.some((callee) => callee?.name === 'VariableName' && said(callee) === 'expect');
  if (imported === undefined && !asserts && !/\.(test|spec)\./.test(path)) return [];
  const count = calls.filter((callee) => callee !== undefined && isTest(callee, said)).length;
  return count === 0 ? [] : [{ framework: imported ?? 'Jest', count }];
}

/** `it`, `test`, with `.only` and its like behind it, or `.each(…)`, whose first call only tells the cases. */
function isTest(callee: Node, said: (node: Node) => string): boolean {
  if (callee.name === 'CallExpression') {
    const inner = callee.children[0];
    return inner?.name === 'MemberExpression' && /^(it|test)\.(\w+\.)?(each|for)$/.test(said(inner));
  }
  if (callee.to - callee.from > 40) return false;
  return /^(it|test|specify)(\.(only|skip|concurrent|fails|failing|todo))?$/.test(said(callee));
}

function testsOfPython({ text }: Source, nodes: readonly Node[]): Tests {
  const counts = { pytest: 0, unittest: 0, doctest: 0 };
  for (const node of nodes) {
    if (node.name === 'String' && text.slice(node.from, node.to).includes('>>> ')) counts.doctest += 1;
    if (node.name !== 'FunctionDefinition' || node.within !== null || !/^test/.test(nameOf(node, text))) continue;
    const around = node.parent?.parent;
    const bases = around?.name === 'ClassDefinition' ? childOf(around, 'ArgList') : undefined;
    const isCase = bases !== undefined && /TestCase\b/.test(text.slice(bases.from, bases.to));
    counts[isCase ? 'unittest' : 'pytest'] += 1;
  }
  return Object.entries(counts).flatMap(([framework, count]) => (count === 0 ? [] : [{ framework, count }]));
}
