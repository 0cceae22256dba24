import { type Element, type Node, textOf } from './elements.js';

/** Content of a question that Markdown without pictures cannot hold. */
export class NotReadable extends Error {
  override readonly name = 'NotReadable';
  constructor(readonly element: string) {
    super(`<${element}> is not read`);
  }
}

const PICTURES = new Set([
  'img',
  'picture',
  'svg',
  'math',
  'object',
  'audio',
  'video',
  'iframe',
  'canvas',
  'table',
  'embed',
]);
const BLOCKS = new Set([
  'p',
  'div',
  'section',
  'blockquote',
  'ul',
  'ol',
  'li',
  'pre',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'prompt',
  'itemBody',
  'contentBody',
  'rubricBlock',
  'modalFeedback',
  'feedbackBlock',
]);

type Instead = (element: Element) => string | null;

/**
 * The XHTML of QTI as Markdown.
 * @param instead what stands for an element that is no text here, such as an interaction; null for those that are
 * @throws {NotReadable} for pictures, formulas, tables and media
 */
export function markdownOf(nodes: readonly Node[], instead: Instead = () => null): string {
  return blocks(nodes, instead)
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function blocks(nodes: readonly Node[], instead: Instead): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node.replace(/\s+/g, ' ');
      const other = instead(node);
      if (other !== null) return other;
      if (PICTURES.has(node.name)) throw new NotReadable(node.name);
      const inner = () => blocks(node.children, instead);
      switch (node.name) {
        case 'br':
          return '\n';
        case 'strong':
        case 'b':
          return around('**', inner());
        case 'em':
        case 'i':
          return around('*', inner());
        case 'code':
        case 'kbd':
        case 'samp':
        case 'tt':
          return around('`', textOf(node));
        case 'pre':
          return `\n\n\`\`\`\n${textOf(node).replace(/^\n|\n$/g, '')}\n\`\`\`\n\n`;
        case 'li':
          return `\n- ${inner().trim()}`;
        default:
          return BLOCKS.has(node.name) ? `\n\n${inner().trim()}\n\n` : inner();
      }
    })
    .join('');
}

const around = (mark: string, text: string): string => (text.trim() === '' ? text : `${mark}${text.trim()}${mark}`);
