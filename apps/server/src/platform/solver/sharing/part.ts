import type { BlockResult, BlockTask } from '@tailcamp/matching';

/** Blocks that go to another process together: some tens of milliseconds of work, ten times what it takes to send them. */
export interface Part {
  number: number;
  /** Where its first block stands in its round. */
  from: number;
  tasks: readonly BlockTask[];
}

/** A block's task without its vectors. */
export type TaskOutline = Omit<BlockTask, 'vectors' | 'sizes'> & { sizes: number[] };
export interface FoundGrouping {
  groupOf: number[];
  moves: number;
}

const MOST_BLOCKS = 4;
const MOST_BYTES = 1_000_000;

/** @param first number of the first part */
export function* partsOf(tasks: readonly BlockTask[], first: number): Generator<Part> {
  let number = first;
  for (let from = 0; from < tasks.length; ) {
    let to = from + 1;
    let bytes = tasks[from]!.vectors.byteLength;
    for (; to < Math.min(tasks.length, from + MOST_BLOCKS); to++) {
      bytes += tasks[to]!.vectors.byteLength;
      if (bytes > MOST_BYTES) break;
    }
    yield { number: number++, from, tasks: tasks.slice(from, to) };
    from = to;
  }
}

/** As it stands in the database: the vectors one after another, as little-endian floats. */
export function packed(tasks: readonly BlockTask[]): { outlines: TaskOutline[]; vectors: Uint8Array } {
  const outlines = tasks.map(({ vectors: _, sizes, ...outline }) => ({ ...outline, sizes: [...sizes] }));
  const vectors = tasks.map(({ vectors: { buffer, byteOffset, byteLength } }) =>
    Buffer.from(buffer, byteOffset, byteLength),
  );
  return { outlines, vectors: Buffer.concat(vectors) };
}

/** Each with vectors of its own, which can be moved to a thread. */
export function unpacked(outlines: readonly TaskOutline[], vectors: Uint8Array): BlockTask[] {
  let at = vectors.byteOffset;
  return outlines.map((outline) => {
    const sizes = Int32Array.from(outline.sizes);
    const bytes = 4 * outline.dimensions * sizes.reduce((sum, size) => sum + size, 0);
    const own = vectors.buffer.slice(at, at + bytes);
    at += bytes;
    return { ...outline, sizes, vectors: new Float32Array(own) };
  });
}

export const foundIn = (results: readonly BlockResult[]): FoundGrouping[] =>
  results.map(({ groupOf, moves }) => ({ groupOf: [...groupOf], moves }));

export const resultsOf = (found: readonly FoundGrouping[]): BlockResult[] =>
  found.map(({ groupOf, moves }) => ({ groupOf: Int32Array.from(groupOf), moves }));
