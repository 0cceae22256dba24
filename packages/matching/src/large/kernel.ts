import { KERNEL } from './kernel.wasm.js';

/** The inner loops of kernel.wat. Pointers, strides and lengths of rows are in bytes and multiples of 16. */
export interface Kernel {
  /** out[r][c] = a[r] · b[c], both row by row; `cols` a multiple of 4. */
  products(a: number, rows: number, b: number, cols: number, bytes: number, out: number, stride: number): void;
  /**
   * The first two places, row by row from `row` and `from` on, whose exchange promises more than the row's bound:
   * slope[i]·(sums[g(i)][j] − own[i]) + slope[j]·(sums[g(j)][i] − own[j]) − (slope[i] + slope[j])·near[i][j] > bounds[i].
   * Group g has the places from g·capacity on; j stands in a later group than i. Beyond the last
   * place `own` is ∞ and the slope 1. `spread` is room for a row and 16 bytes.
   * @returns i·65536 + j, or -1
   */
  seek(
    near: number,
    stride: number,
    sums: number,
    own: number,
    slopes: number,
    bounds: number,
    spread: number,
    capacity: number,
    places: number,
    row: number,
    from: number,
  ): number;
  /** to += plus − minus, for a row. */
  shift(to: number, plus: number, minus: number, bytes: number): void;
  /** Rows p and q of a matrix change places, and columns p and q of it and of what lies below it, `tall` rows in all. */
  exchange(near: number, stride: number, tall: number, p: number, q: number): void;
}

export interface Workspace {
  readonly memory: ArrayBuffer;
  readonly kernel: Kernel;
}

export type OpenWorkspace = (bytes: number) => Workspace;

interface Wasm {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
}

const PAGE = 65_536;

let compiled: object | null | undefined;
let kept: Workspace | null = null;

/**
 * Memory of at least so many bytes with the kernel over it: WebAssembly where it can four lanes at once, else TypeScript.
 * There is one, handed out again and again, so that whoever asks next takes it over as it was left.
 */
export function openWorkspace(bytes: number): Workspace {
  if (kept === null || kept.memory.byteLength < bytes) kept = openLanes(bytes) ?? openScalars(bytes);
  return kept;
}

/** Null where there are no lanes. */
export function openLanes(bytes: number): Workspace | null {
  const { WebAssembly: wasm } = globalThis as { WebAssembly?: Wasm };
  if (wasm === undefined) return null;
  if (compiled === undefined) compiled = compileKernel(wasm);
  if (compiled === null) return null;
  const memory = new wasm.Memory({ initial: Math.ceil(bytes / PAGE) });
  const { exports } = new wasm.Instance(compiled, { kernel: { memory } });
  return { memory: memory.buffer, kernel: exports as Kernel };
}

function compileKernel(wasm: Wasm): object | null {
  try {
    return new wasm.Module(Uint8Array.from(KERNEL.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)));
  } catch {
    // A browser or machine without its four lanes refuses the module.
    return null;
  }
}

/** The same in TypeScript, lane by lane in the same order, so that it comes to the same bits. */
export function openScalars(bytes: number): Workspace {
  const memory = new ArrayBuffer(Math.ceil(bytes / PAGE) * PAGE);
  return { memory, kernel: new ScalarKernel(memory) };
}

const { fround } = Math;

class ScalarKernel implements Kernel {
  readonly #floats: Float32Array;

  constructor(memory: ArrayBuffer) {
    this.#floats = new Float32Array(memory);
  }

  products(a: number, rows: number, b: number, cols: number, bytes: number, out: number, stride: number): void {
    const length = bytes / 4;
    for (let r = 0; r < rows; r++) {
      for (let c = 0; c < cols; c++) {
        this.#floats[(out + r * stride) / 4 + c] = this.#product(a / 4 + r * length, b / 4 + c * length, length);
      }
    }
  }

  #product(a: number, b: number, length: number): number {
    const floats = this.#floats;
    let [s0, s1, s2, s3] = [fround(0), fround(0), fround(0), fround(0)];
    for (let d = 0; d < length; d += 4) {
      s0 = fround(s0 + fround(floats[a + d]! * floats[b + d]!));
      s1 = fround(s1 + fround(floats[a + d + 1]! * floats[b + d + 1]!));
      s2 = fround(s2 + fround(floats[a + d + 2]! * floats[b + d + 2]!));
      s3 = fround(s3 + fround(floats[a + d + 3]! * floats[b + d + 3]!));
    }
    return fround(fround(s0 + s2) + fround(s1 + s3));
  }

  seek(
    near: number,
    stride: number,
    sums: number,
    own: number,
    slopes: number,
    bounds: number,
    _spread: number,
    capacity: number,
    places: number,
    row: number,
    from: number,
  ): number {
    const floats = this.#floats;
    const [width, o, w] = [stride / 4, own / 4, slopes / 4];
    // To the end of the last four, as the lanes go.
    const end = (places + 3) & -4;
    let begin = from;
    for (let i = row; i < places; i++) {
      const group = Math.floor(i / capacity);
      const slope = floats[w + i]!;
      const bound = fround(floats[bounds / 4 + i]! + fround(slope * floats[o + i]!));
      const [rowNear, rowSums] = [near / 4 + i * width, sums / 4 + group * width];
      for (let j = Math.max(begin, (group + 1) * capacity); j < end; j++) {
        const other = floats[w + j]!;
        const sum = floats[sums / 4 + Math.floor(j / capacity) * width + i]!;
        const moved = fround(fround(slope * floats[rowSums + j]!) + fround(other * fround(sum - floats[o + j]!)));
        if (fround(moved - fround(fround(slope + other) * floats[rowNear + j]!)) > bound) return i * 65_536 + j;
      }
      begin = 0;
    }
    return -1;
  }

  shift(to: number, plus: number, minus: number, bytes: number): void {
    const floats = this.#floats;
    const [t, p, m] = [to / 4, plus / 4, minus / 4];
    for (let k = 0; k < bytes / 4; k++) {
      floats[t + k] = floats[t + k]! + fround(floats[p + k]! - floats[m + k]!);
    }
  }

  exchange(near: number, stride: number, tall: number, p: number, q: number): void {
    const floats = this.#floats;
    const width = stride / 4;
    const swap = (a: number, b: number) => {
      const value = floats[a]!;
      floats[a] = floats[b]!;
      floats[b] = value;
    };
    const [rowP, rowQ] = [near / 4 + p * width, near / 4 + q * width];
    for (let k = 0; k < width; k++) swap(rowP + k, rowQ + k);
    for (let r = 0; r < tall; r++) swap(near / 4 + r * width + p, near / 4 + r * width + q);
  }
}
