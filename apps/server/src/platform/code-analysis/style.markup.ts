import type { Found } from './findings.js';
import type { Family } from './languages.js';
import type { Source } from './source.js';
import { childOf, type Node, type Syntax } from './syntax.js';

/** What is bad style in HTML and CSS. */
export function* styleOfMarkup(family: Family, source: Source, { nodes }: Syntax): Generator<Found> {
  for (const node of nodes) {
    const line = () => source.lineOf(node.from);
    if (family === 'css' && node.name === 'Important') yield { line: line(), rule: 'important' };
    if (family !== 'html' || !/^(OpenTag|SelfClosingTag)$/.test(node.name)) continue;
    const tag = textOf(childOf(node, 'TagName'), source);
    if (tag === 'img' && !has(node, 'alt', source)) yield { line: line(), rule: 'missing-alt' };
    if (tag === 'html' && !has(node, 'lang', source)) yield { line: line(), rule: 'missing-lang' };
  }
}

const textOf = (node: Node | undefined, { text }: Source): string =>
  node === undefined ? '' : text.slice(node.from, node.to).toLowerCase();

const has = (tag: Node, attribute: string, source: Source): boolean =>
  tag.children.some(
    (child) => child.name === 'Attribute' && textOf(childOf(child, 'AttributeName'), source) === attribute,
  );
