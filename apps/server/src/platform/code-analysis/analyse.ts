import type { CodeFinding, CodeReport } from '@tailcamp/contracts';
import { breather } from '../../kernel/breathing.js';
import { duplicatesIn } from './duplicates.js';
import { byGravity, type Found, findingOf } from './findings.js';
import { isFunctionOf, type Measured, measured } from './functions.js';
import { type Language, languageOf } from './languages.js';
import { stylesOfLines } from './lines.js';
import { secretsIn } from './secrets.js';
import { type CodeFile, Source } from './source.js';
import { styleOfJavaScript } from './style.javascript.js';
import { styleOfMarkup } from './style.markup.js';
import { styleOfPython } from './style.python.js';
import { type Node, parsed, type Syntax } from './syntax.js';
import { testsIn } from './tests-found.js';

export type { CodeFile };

const MOST_FILES = 100;
/** Of a file, and of all together. */
const MOST_CHARACTERS = 100_000;
const MOST_IN_ALL = 1_000_000;
/** Milliseconds of work for the parser of a file; an ordinary one of the greatest length takes a tenth. */
const MOST_PARSING_MS = 2_000;
const MOST_FINDINGS = 200;
/** Where a text does not parse, what follows is mostly a consequence. */
const MOST_FAULTS = 5;
const LONGEST_QUOTE = 20;

type Tests = CodeReport['summary']['tests'];
interface Looked {
  source: Source;
  found: Found[];
  functions: Measured[];
  tests: Tests;
  /** Null where no grammar here reads it. */
  parses: boolean | null;
}

/**
 * Looks at code without running it. Its time is linear in the length, which is bounded, and others get their turn
 * between its steps; whatever the text holds, it neither hangs nor throws.
 * @throws the reason of the signal, once that is aborted
 */
export async function analyseCode(files: readonly CodeFile[], signal?: AbortSignal): Promise<CodeReport> {
  const breath = breather();
  const looked: Looked[] = [];
  let left = MOST_IN_ALL;
  for (const file of files.slice(0, MOST_FILES)) {
    const steps = lookAt(file, Math.min(left, MOST_CHARACTERS));
    for (let step = steps.next(); ; step = steps.next()) {
      signal?.throwIfAborted();
      if (step.done === true) {
        looked.push(step.value);
        left -= step.value.source.text.length;
        break;
      }
      await breath();
    }
  }
  const duplicates = [...duplicatesIn(looked.map(({ source }) => source))];
  const findings = [
    ...looked.flatMap(({ source, found }) => found.map((one) => findingOf(source.path, one))),
    ...duplicates.map(([file, one]) => findingOf(file, one)),
  ].sort(byGravity);
  return reportOf(files.length, looked, findings);
}

function* lookAt({ path, text }: CodeFile, most: number): Generator<void, Looked> {
  const source = new Source(path, text.slice(0, most));
  const language = languageOf(path);
  const looked: Looked = { source, found: [], functions: [], tests: [], parses: null };
  if (source.text.includes('\0')) {
    looked.found.push({ line: 1, rule: 'not-text' });
    return { ...looked, source: new Source(path, '') };
  }
  if (text.length > most) looked.found.push({ line: 1, rule: 'too-large', values: { most } });
  looked.found.push(...stylesOfLines(source, language?.family ?? null));
  yield;
  looked.found.push(...secretsIn({ text: source.text, lineOf: (offset) => source.lineOf(offset) }));
  yield;
  if (language !== null && text.length <= most) yield* readAs(language, looked);
  return looked;
}

function* readAs({ family, parser }: Language, looked: Looked): Generator<void> {
  const { source, found } = looked;
  const syntax = yield* parsed(parser, source.text, isFunctionOf(family), MOST_PARSING_MS);
  const faults = [...faultsOf(source, syntax)];
  looked.parses = faults.length === 0;
  found.push(...faults);
  yield;
  if (family === 'javascript' || family === 'python') {
    const counted = measured(family, { text: source.text, lineOf: (offset) => source.lineOf(offset) }, syntax);
    looked.functions = counted.functions;
    found.push(...counted.found);
    yield;
  }
  if (family === 'javascript') found.push(...styleOfJavaScript(source, syntax));
  else if (family === 'python') found.push(...styleOfPython(source, syntax));
  else found.push(...styleOfMarkup(family, source, syntax));
  yield;
  looked.tests = testsIn(family, source, syntax);
  if (found.some(({ rule }) => rule === 'indentation')) looked.parses = false;
}

/** Where it does not parse: the first of each line. */
function* faultsOf(source: Source, { faults, cutOffAt, nodes }: Syntax): Generator<Found> {
  if (cutOffAt !== null) return void (yield { line: source.lineOf(cutOffAt), rule: 'cut-off' });
  const wrong: readonly Node[] = [...faults, ...nodes.filter(({ name }) => name === 'MismatchedCloseTag')];
  const lines = new Set<number>();
  for (const { from, to } of wrong) {
    const rest = source.text.slice(from, from + 200).trimStart();
    const found = (to > from ? source.text.slice(from, to) : (/^(\w+|\W)/.exec(rest)?.[0] ?? '')).trim();
    const line = source.lineOf(found === '' ? Math.max(0, source.text.trimEnd().length - 1) : from);
    if (lines.has(line)) continue;
    lines.add(line);
    if (found === '') yield { line, rule: 'syntax-end' };
    else yield { line, rule: 'syntax', values: { found: found.slice(0, LONGEST_QUOTE) } };
    if (lines.size === MOST_FAULTS) return;
  }
}

function reportOf(files: number, looked: readonly Looked[], findings: readonly CodeFinding[]): CodeReport {
  const functions = looked.flatMap(({ source, functions: all }) => all.map((one) => ({ ...one, file: source.path })));
  const most = functions.reduce((a, b) => (b.complexity > (a?.complexity ?? 0) ? b : a), functions[0]);
  const parses = looked.flatMap(({ parses: one }) => (one === null ? [] : [one]));
  const tests = new Map<string, number>();
  for (const { framework, count } of looked.flatMap((one) => one.tests))
    tests.set(framework, (tests.get(framework) ?? 0) + count);
  return {
    findings: findings.slice(0, MOST_FINDINGS),
    left: Math.max(0, findings.length - MOST_FINDINGS),
    summary: {
      files,
      lines: looked.reduce((sum, { source }) => sum + source.lines.length, 0),
      functions: functions.length,
      complexity:
        most === undefined ? null : { most: most.complexity, name: most.name, file: most.file, line: most.line },
      tests: [...tests].map(([framework, count]) => ({ framework, count })),
      parses: parses.length === 0 ? null : parses.every(Boolean),
    },
  };
}
