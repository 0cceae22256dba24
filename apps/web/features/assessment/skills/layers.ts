/** What a graph of skills is drawn from. */
export interface Resting {
  id: string;
  requires: readonly string[];
}
export interface Place {
  /** How many skills of the track lie before it, one upon the other. */
  column: number;
  row: number;
}
export interface Layers {
  places: ReadonlyMap<string, Place>;
  /** The ids of each column, from above. */
  columns: readonly (readonly string[])[];
}

/** Sweeps over the columns; more do not make less crossings of graphs of this size. */
const SWEEPS = 4;

/**
 * A place for each skill: the column by the longest way from a skill that rests on none, the row beside the skills that
 * it is joined to (barycentres; Sugiyama, Tagawa and Toda 1981). What is required of other tracks does not count.
 */
export function layersOf(skills: readonly Resting[]): Layers {
  const own = new Map(skills.map((skill) => [skill.id, skill]));
  const depths = new Map<string, number>();
  const depth = (id: string, on: ReadonlySet<string>): number => {
    const known = depths.get(id);
    if (known !== undefined) return known;
    // A circle cannot be saved; drawn it would be, rather than never ending.
    const before = (own.get(id)?.requires ?? []).filter((each) => own.has(each) && !on.has(each));
    const found = before.length === 0 ? 0 : 1 + Math.max(...before.map((each) => depth(each, new Set([...on, id]))));
    depths.set(id, found);
    return found;
  };
  for (const { id } of skills) depth(id, new Set());
  const count = Math.max(-1, ...depths.values()) + 1;
  let columns = Array.from({ length: count }, (_, at) =>
    skills.filter(({ id }) => depths.get(id) === at).map(({ id }) => id),
  );
  const joined = neighboursOf(skills, own);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) columns = swept(columns, joined);
  const places = new Map(columns.flatMap((ids, column) => ids.map((id, row) => [id, { column, row }] as const)));
  return { places, columns };
}

function neighboursOf(skills: readonly Resting[], own: ReadonlyMap<string, Resting>): ReadonlyMap<string, string[]> {
  const joined = new Map<string, string[]>(skills.map(({ id }) => [id, []]));
  for (const { id, requires } of skills)
    for (const needed of requires.filter((each) => own.has(each))) {
      joined.get(id)?.push(needed);
      joined.get(needed)?.push(id);
    }
  return joined;
}

/** Each column in the order of the middle heights of what its skills are joined to. */
function swept(columns: readonly string[][], joined: ReadonlyMap<string, string[]>): string[][] {
  const heights = new Map<string, number>();
  const note = (ids: readonly string[]) => {
    for (const [row, id] of ids.entries()) heights.set(id, row - (ids.length - 1) / 2);
  };
  columns.forEach(note);
  return columns.map((ids) => {
    const middle = (id: string) => {
      const near = joined.get(id) ?? [];
      const sum = near.reduce((total, each) => total + (heights.get(each) ?? 0), 0);
      return near.length === 0 ? (heights.get(id) ?? 0) : sum / near.length;
    };
    const middles = new Map(ids.map((id) => [id, middle(id)]));
    const ordered = [...ids].sort((a, b) => (middles.get(a) ?? 0) - (middles.get(b) ?? 0));
    note(ordered);
    return ordered;
  });
}

/** Where an arrow key leads from a skill: along its column, to what it rests on, to what rests on it. */
export function stepFrom(skills: readonly Resting[], layers: Layers, id: string, key: string): string | null {
  const place = layers.places.get(id);
  if (place === undefined) return null;
  const column = layers.columns[place.column] ?? [];
  switch (key) {
    case 'ArrowUp':
      return column[place.row - 1] ?? null;
    case 'ArrowDown':
      return column[place.row + 1] ?? null;
    case 'ArrowLeft':
      return skills.find((skill) => skill.id === id)?.requires.find((each) => layers.places.has(each)) ?? null;
    case 'ArrowRight':
      return skills.find(({ requires }) => requires.includes(id))?.id ?? null;
    default:
      return null;
  }
}
