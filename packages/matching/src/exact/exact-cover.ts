/** Whether and how rows can be split into sets: found, proved that they cannot, or given up. */
export type Split = readonly number[] | 'never' | 'unknown';

/**
 * Chooses sets that hold every row exactly once (Knuth's algorithm X): the row that the fewest sets can still hold is next, so
 * that what is forced is done at once and a dead end is seen early. The same input gives the same answer.
 *
 * @param most sets looked at before it gives up
 */
export function splitIntoSets(rows: number, sets: readonly (readonly number[])[], most: number): Split {
  const holding: number[][] = Array.from({ length: rows }, () => []);
  sets.forEach((set, s) => {
    for (const row of set) holding[row]!.push(s);
  });
  /** How many chosen sets stand against each set; 0 while it can be chosen. */
  const against = new Int32Array(sets.length);
  const open = Int32Array.from(holding, ({ length }) => length);
  const covered = new Uint8Array(rows);
  const chosen: number[] = [];
  let looked = 0;

  const choose = (s: number, by: 1 | -1) => {
    for (const row of sets[s]!) {
      covered[row] = by === 1 ? 1 : 0;
      looked += holding[row]!.length;
      for (const other of holding[row]!) {
        if (by === 1 && against[other] === 0) for (const held of sets[other]!) open[held]!--;
        against[other]! += by;
        if (by === -1 && against[other] === 0) for (const held of sets[other]!) open[held]!++;
      }
    }
  };
  const scarcest = () => {
    let [row, fewest] = [-1, Number.POSITIVE_INFINITY];
    for (let r = 0; r < rows && fewest > 0; r++) {
      if (covered[r] === 0 && open[r]! < fewest) [row, fewest] = [r, open[r]!];
    }
    return row;
  };
  const solve = (): boolean | null => {
    const row = scarcest();
    if (row === -1) return true;
    // Sets whose other rows have the fewest ways out first: they are hardest to place later.
    const options = holding[row]!.filter((s) => against[s] === 0).sort((a, b) => room(a) - room(b));
    for (const s of options) {
      if (looked > most) return null;
      choose(s, 1);
      chosen.push(s);
      const done = solve();
      if (done !== false) return done;
      chosen.pop();
      choose(s, -1);
    }
    return false;
  };
  const room = (s: number) => sets[s]!.reduce((sum, row) => sum + open[row]!, 0) / sets[s]!.length;
  const done = solve();
  return done === null ? 'unknown' : done ? chosen : 'never';
}
