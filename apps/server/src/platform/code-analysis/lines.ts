import type { Found } from './findings.js';
import type { Family } from './languages.js';
import type { Source } from './source.js';

const LONGEST_LINE = 120;
const LONGEST_FILE = 400;
/** A comment of fewer lines is rather an example. */
const COMMENTED_FROM = 2;

/** What the lines of any text tell. */
export function* stylesOfLines(source: Source, family: Family | null): Generator<Found> {
  const { lines } = source;
  const long = lines.flatMap(({ length }, at) => (length > LONGEST_LINE ? [at + 1] : []));
  if (long[0] !== undefined)
    yield { line: long[0], rule: 'long-line', values: { count: long.length, most: LONGEST_LINE } };
  if (lines.length > LONGEST_FILE)
    yield { line: 1, rule: 'long-file', values: { lines: lines.length, most: LONGEST_FILE } };
  const looksLikeCode = family === 'python' ? PYTHON : family === 'javascript' ? JAVASCRIPT : null;
  if (looksLikeCode === null) return;
  let run = 0;
  for (const [at, line] of [...lines, ''].entries()) {
    if (line.length <= LONGEST_LINE && looksLikeCode.test(line)) run += 1;
    else {
      if (run >= COMMENTED_FROM) yield { line: at - run + 1, rule: 'commented-out' };
      run = 0;
    }
  }
}

/** A comment that is a statement: prose seldom ends so. */
const JAVASCRIPT = /^\s*\/\/.*(;|\)\s*\{|\}|=>\s*\{)\s*$/;
const PYTHON =
  /^\s*#\s*((def|class|if|elif|for|while|with|try|except|else)\b.*:|(from \S+ )?import [\w.]+|return [^ ]+|[\w.[\]]+ [+*/-]?= .+|[\w.]+\(.*\))\s*$/;
