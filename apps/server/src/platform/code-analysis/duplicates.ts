import type { Found } from './findings.js';
import type { Source } from './source.js';

/** A block has at least so many lines that say something, and so many characters. */
const LINES = 6;
const CHARACTERS = 120;

interface Line {
  file: string;
  /** From 1. */
  line: number;
  text: string;
}

/** Blocks that stand in the text twice or more, blanks aside. Each is told where it stands again. */
export function* duplicatesIn(sources: readonly Source[]): Generator<[file: string, found: Found]> {
  const lines: Line[] = sources.flatMap(({ path, lines: all }) => [
    ...all.flatMap((line, at): Line[] => {
      const text = line.trim().replace(/\s+/g, ' ');
      return saysSomething(text) ? [{ file: path, line: at + 1, text }] : [];
    }),
    // No block goes on from one file into the next.
    { file: path, line: 0, text: `\0${path}` },
  ]);
  const seen = new Map<string, number>();
  for (let at = 0; at + LINES <= lines.length; ) {
    const block = lines.slice(at, at + LINES).map(({ text }) => text);
    const key = block.join('\n');
    const first = seen.get(key);
    if (first === undefined || first + LINES > at || key.length < CHARACTERS) {
      if (first === undefined) seen.set(key, at);
      at += 1;
      continue;
    }
    let length = LINES;
    while (first + length < at && lines[at + length]?.text === lines[first + length]?.text && lines[at + length])
      length += 1;
    const [again, before] = [lines[at]!, lines[first]!];
    yield [
      again.file,
      { line: again.line, rule: 'duplicate', values: { lines: length, file: before.file, line: before.line } },
    ];
    at += length;
  }
}

/** Brackets alone, imports and one-line comments are alike everywhere. */
const saysSomething = (text: string): boolean => /\w{2}/.test(text) && !/^(import\b|from\b|\/\/|#|\*|<\/)/.test(text);
