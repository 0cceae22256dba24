/** Whom and what a message names, outside code. */
export interface Spoken {
  /** Ids as they stand there, each once; whether they are of members is not known here. */
  ids: string[];
  everyone: boolean;
  tasks: string[];
}

const MOST = 50;
const FENCED = /^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|$(?![\s\S]))/gm;
const IN_LINE = /(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g;
const MEMBER = /<@([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})>/gi;
const EVERYONE = '<@channel>';
/** As trackers write them: a short prefix of capitals, a dash, a number that does not begin with 0. */
const TASK = /(?<![\p{L}\p{N}_/-])[A-Z][A-Z0-9]{1,9}-[1-9]\d{0,6}(?![\p{L}\p{N}_-])/gu;

export function spokenIn(text: string): Spoken {
  const prose = text.replace(FENCED, '\n').replace(IN_LINE, ' ');
  const ids = [...prose.matchAll(MEMBER)].map(([, id = '']) => id.toLowerCase());
  return {
    ids: [...new Set(ids)].slice(0, MOST),
    everyone: prose.includes(EVERYONE),
    tasks: [...new Set(prose.match(TASK) ?? [])].slice(0, MOST),
  };
}
