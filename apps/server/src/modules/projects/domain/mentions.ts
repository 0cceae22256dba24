const FENCED = /^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|$(?![\s\S]))/gm;
const IN_LINE = /(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g;
const MEMBER = /<@([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})>/gi;
const MOST = 50;

/** Ids as they stand in Markdown outside code, each once; whether they are of members is not known here. */
export function mentionedIn(text: string): string[] {
  const prose = text.replace(FENCED, '\n').replace(IN_LINE, ' ');
  const ids = [...prose.matchAll(MEMBER)].map(([, id = '']) => id.toLowerCase());
  return [...new Set(ids)].slice(0, MOST);
}
