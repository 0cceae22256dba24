import type { Tree } from '@lezer/common';
import type { LRParser } from '@lezer/lr';

/** A node of a syntax tree. Trees are walked in the order of the text, never recursively, as some are very deep. */
export interface Node {
  name: string;
  from: number;
  to: number;
  parent: Node | null;
  /** Its place among its parent's children. */
  place: number;
  children: Node[];
  /** The function that it stands in; null outside of all. */
  within: Node | null;
}

export interface Syntax {
  /** In the order of the text, each before what is in it. */
  nodes: readonly Node[];
  /** Where it does not parse. */
  faults: readonly Node[];
  /** How far it was read, where time was up. */
  cutOffAt: number | null;
}

/** Steps of the parser between two looks at the clock. */
const STEPS = 200;

/**
 * Reads a text in small steps. The parser (LR, by Lezer) recovers from errors, takes linear time and does not recurse;
 * a parse that takes longer than it may ends where it is.
 * @param mostMs of work, waits between the steps not counted
 */
export function* parsed(
  parser: LRParser,
  text: string,
  isFunction: (name: string, node: Node) => boolean,
  mostMs: number,
): Generator<void, Syntax> {
  const parse = parser.startParse(text);
  let [spent, cutOffAt]: [number, number | null] = [0, null];
  let tree: Tree | null = null;
  while (tree === null) {
    const began = performance.now();
    for (let step = 0; step < STEPS && tree === null; step++) tree = parse.advance();
    spent += performance.now() - began;
    if (tree === null && spent > mostMs && cutOffAt === null) {
      cutOffAt = parse.parsedPos;
      parse.stopAt(cutOffAt);
    }
    yield;
  }
  return { ...flattened(tree, isFunction), cutOffAt };
}

function flattened(tree: Tree, isFunction: (name: string, node: Node) => boolean): Omit<Syntax, 'cutOffAt'> {
  const nodes: Node[] = [];
  const faults: Node[] = [];
  let parent: Node | null = null;
  tree.iterate({
    enter({ name, from, to, type }) {
      const node: Node = { name, from, to, parent, place: parent?.children.length ?? 0, children: [], within: null };
      parent?.children.push(node);
      nodes.push(node);
      if (type.isError) faults.push(node);
      parent = node;
    },
    leave() {
      parent = parent?.parent ?? null;
    },
  });
  for (const node of nodes) {
    const above = node.parent;
    if (above !== null) node.within = isFunction(above.name, above) ? above : above.within;
  }
  return { nodes, faults };
}

export const childOf = (node: Node, ...names: readonly string[]): Node | undefined =>
  node.children.find(({ name }) => names.includes(name));

/** The one beside it in its parent. */
export const siblingOf = ({ parent, place }: Node, by: -1 | 1): Node | undefined => parent?.children[place + by];
