/** A paragraph, list or table of running text, or a block of code. */
export interface Block {
  readonly text: string;
  readonly code: string;
}

const FENCE = /^(`{3,}|~{3,})[ \t]*(\S*)[^\n]*\n([\s\S]*?)^\1[ \t]*$/gm;

/** What is drawn or printed tells little of what a text is about. */
const UNSAID = new Set(['mermaid', 'output']);

/** The sections of a Markdown text with their blocks, in their order; the heading of what stands before the first is ''. */
export function sectionsOf(markdown: string): readonly { heading: string; blocks: readonly Block[] }[] {
  const codes: string[] = [];
  const without = markdown.replace(FENCE, (_, __, language: string, code: string) => {
    if (UNSAID.has(language)) return '';
    codes.push(code.trim());
    return `\n\n${CODE}${codes.length - 1}\n\n`;
  });
  return `\n${without}`.split(/\n(?=##+ )/).map((section) => {
    const [first = '', ...rest] = section.split('\n');
    const blocks = rest.join('\n').split(/\n\s*\n/);
    return { heading: plain(first), blocks: blocks.flatMap((block) => blockOf(block.trim(), codes)) };
  });
}

/** Stands for a block of code while sections are parted; of the private use area, so that no text has it. */
const CODE = '\uE000';

function blockOf(block: string, codes: readonly string[]): readonly Block[] {
  const code = block.startsWith(CODE) ? (codes[Number(block.slice(1))] ?? '') : '';
  const text = block.startsWith(CODE) ? '' : plain(block);
  return text === '' && code === '' ? [] : [{ text, code }];
}

/** Markdown without its marks. */
export function plain(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^[\s|:-]*-{3,}[\s|:-]*$/gm, ' ')
    .replace(/^\s*(?:[-*+>]|\d+\.|#+)\s+/gm, '')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/(?<![\p{L}\p{N}])(\*\*|__|\*|_)(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}])/gsu, '$2')
    .replace(/\s*\|\s*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
