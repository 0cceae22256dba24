import { linesOf, runsOf } from './difference';

/** A stretch of a text that two people changed from one beginning: agreed on, or written by both in different ways. */
export type Stretch = { kind: 'agreed'; text: string } | { kind: 'contested'; mine: string; theirs: string };

/** Merges two texts that began as `base`, line by line: what only one of them changed is taken from that one. */
export function mergeText(base: string, mine: string, theirs: string): Stretch[] {
  const [from, one, other] = [linesOf(base), linesOf(mine), linesOf(theirs)];
  const [inMine, inTheirs] = [matchesOf(from, one), matchesOf(from, other)];
  const stretches: Stretch[] = [];
  let [a, b, c] = [0, 0, 0];
  for (let line = 0; line <= from.length; line += 1) {
    const [m, t] = line === from.length ? [one.length, other.length] : [inMine.get(line), inTheirs.get(line)];
    if (m === undefined || t === undefined) continue;
    add(stretches, joined(from, a, line), joined(one, b, m), joined(other, c, t));
    if (line < from.length) agree(stretches, from[line] ?? '');
    [a, b, c] = [line + 1, m + 1, t + 1];
  }
  return stretches;
}

/** The merged text, each contested stretch as it was decided. */
export const textOf = (stretches: readonly Stretch[], decided: readonly ('mine' | 'theirs' | 'both')[]): string => {
  let contested = -1;
  return stretches
    .map((stretch) => {
      if (stretch.kind === 'agreed') return stretch.text;
      contested += 1;
      const choice = decided[contested] ?? 'mine';
      return choice === 'both' ? withLine(stretch.mine) + stretch.theirs : stretch[choice];
    })
    .join('');
};

/** Which of two values stands after both had `base`; undefined where both changed it, and not to the same. */
export function mergeValue<T>(base: T, mine: T, theirs: T): T | undefined {
  const [b, m, t] = [base, mine, theirs].map((value) => JSON.stringify(value));
  if (m === t || t === b) return mine;
  return m === b ? theirs : undefined;
}

function add(stretches: Stretch[], base: string, mine: string, theirs: string): void {
  const merged = mergeValue(base, mine, theirs);
  if (merged === undefined) stretches.push({ kind: 'contested', mine, theirs });
  else agree(stretches, merged);
}

function agree(stretches: Stretch[], text: string): void {
  if (text === '') return;
  const last = stretches.at(-1);
  if (last?.kind === 'agreed') last.text += text;
  else stretches.push({ kind: 'agreed', text });
}

/** Line of the first → line of the second that it is, for those that both have. */
function matchesOf(before: readonly string[], after: readonly string[]): ReadonlyMap<number, number> {
  const matches = new Map<number, number>();
  let [i, j] = [0, 0];
  for (const { kind, items } of runsOf(before, after)) {
    if (kind === 'same') for (let at = 0; at < items.length; at += 1) matches.set(i + at, j + at);
    if (kind !== 'new') i += items.length;
    if (kind !== 'gone') j += items.length;
  }
  return matches;
}

const joined = (lines: readonly string[], from: number, to: number): string => lines.slice(from, to).join('');
const withLine = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);
