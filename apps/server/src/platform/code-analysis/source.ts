/** A file to look at. */
export interface CodeFile {
  /** Tells the language by its ending. */
  path: string;
  text: string;
}

/** A text with its lines, so that a place in it can be told by its line. */
export class Source {
  readonly lines: readonly string[];
  readonly #starts: number[] = [0];

  constructor(
    readonly path: string,
    readonly text: string,
  ) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
    this.lines = text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  }

  /** From 1. */
  lineOf(offset: number): number {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  /** Characters from the start of its line. */
  columnOf(offset: number): number {
    return offset - this.#starts[this.lineOf(offset) - 1]!;
  }
}
