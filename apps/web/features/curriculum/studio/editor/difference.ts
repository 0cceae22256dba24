/** A run of items that two texts share, or that one of them has alone. */
export interface Run {
  kind: 'same' | 'gone' | 'new';
  items: readonly string[];
}

/** Above so many cells of the table a longest common sequence is not looked for: all of it counts as changed. */
const MOST_CELLS = 12_000_000;

/** What became of `before`, by a longest common subsequence; what went stands before what came. */
export function runsOf(before: readonly string[], after: readonly string[]): Run[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  )
    end += 1;
  const runs = new Runs();
  runs.add('same', before.slice(0, start));
  common(runs, before.slice(start, before.length - end), after.slice(start, after.length - end));
  runs.add('same', before.slice(before.length - end));
  return runs.all;
}

function common(runs: Runs, before: readonly string[], after: readonly string[]): void {
  const [rows, width] = [before.length, after.length + 1];
  if ((rows + 1) * width > MOST_CELLS) {
    runs.add('gone', before);
    runs.add('new', after);
    return;
  }
  // lengths[i][j]: of the longest common subsequence of what is left from i and from j on
  const lengths = new Uint16Array((rows + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = rows - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  let [i, j] = [0, 0];
  while (i < rows || j < after.length) {
    if (i < rows && j < after.length && before[i] === after[j]) {
      runs.add('same', before.slice(i, i + 1));
      i += 1;
      j += 1;
    } else if (i < rows && (j === after.length || at(i + 1, j) >= at(i, j + 1))) {
      runs.add('gone', before.slice(i, i + 1));
      i += 1;
    } else {
      runs.add('new', after.slice(j, j + 1));
      j += 1;
    }
  }
}

/** Puts together what belongs together: between two shared runs one of what went, then one of what came. */
class Runs {
  readonly all: { kind: Run['kind']; items: string[] }[] = [];

  add(kind: Run['kind'], items: readonly string[]): void {
    if (items.length === 0) return;
    const last = this.all.at(-1);
    const before = this.all.at(-2);
    if (last?.kind === kind) last.items.push(...items);
    else if (kind === 'gone' && last?.kind === 'new' && before?.kind === 'gone') before.items.push(...items);
    else if (kind === 'gone' && last?.kind === 'new') this.all.splice(-1, 0, { kind, items: [...items] });
    else this.all.push({ kind, items: [...items] });
  }
}

/** Each with its end. */
export const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+/g) ?? [];
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu) ?? [];

/** What became of a text, word by word: by lines first, then by words within the lines that changed. */
export function wordRuns(before: string, after: string): { kind: Run['kind']; text: string }[] {
  const told: { kind: Run['kind']; text: string }[] = [];
  const lines = runsOf(linesOf(before), linesOf(after));
  for (let at = 0; at < lines.length; at += 1) {
    const [run, next] = [lines[at], lines[at + 1]];
    if (run === undefined) continue;
    if (run.kind === 'gone' && next?.kind === 'new') {
      for (const { kind, items } of runsOf(wordsOf(run.items.join('')), wordsOf(next.items.join(''))))
        told.push({ kind, text: items.join('') });
      at += 1;
    } else told.push({ kind: run.kind, text: run.items.join('') });
  }
  return told;
}
