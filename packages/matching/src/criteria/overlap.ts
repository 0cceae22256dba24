import type { Partition } from '../solve/partition.js';
import { type FreeTime, readFreeTime, readFreeTimeInUtc, type TimetableAnswers } from '../survey/free-time.js';
import { base64, littleEndian } from '../wire/base64.js';
import { countFreeHours } from './free-hours.js';
import type { Brought, Compile, Tally } from './measure.js';

/**
 * Common free blocks b: 0 below `minBlocks`, else B(min(b, desired)) ÷ B(desired), where B counts each block up to the
 * minimum as 1 and those above it as ½, ¼, … As a rule: at least `minBlocks`. Unless told, `minBlocks` is 1 and `desired`
 * twice the minimum.
 */
export const overlap: Compile<'overlap'> = (criterion, answers, common) => {
  const minBlocks = criterion.minBlocks ?? 1;
  const desired = Math.max(1, criterion.desired ?? 2 * minBlocks);
  const timetable: TimetableAnswers = {
    columns: answers.columns,
    cells: answers.cells,
    busy: criterion.busy ?? false,
    blockLabels: criterion.blockCells ?? 1,
  };
  const time = answers.offsets === null ? readFreeTime(timetable) : readFreeTimeInUtc(timetable, answers.offsets);
  if (time.cells === 0) throw new RangeError(`no times in "${common.column}"`);
  const worth = (blocks: number) =>
    Math.min(blocks, minBlocks) + (blocks > minBlocks ? 1 - 2 ** -(blocks - minBlocks) : 0);
  const full = worth(desired);
  const scores = Float64Array.from({ length: time.cells + 1 }, (_, blocks) =>
    blocks < minBlocks ? 0 : full === 0 ? 1 : worth(Math.min(blocks, desired)) / full,
  );
  const score = (blocks: number) => scores[blocks]!;
  const blocksOf = (members: readonly number[]) => countBlocks(time, commonCells(time, members));
  const name = (blocks: number) => `${blocks} common ${time.blockName}${blocks === 1 ? '' : 's'}`;
  return {
    measure: {
      ...common,
      rule: `at least ${name(minBlocks)}`,
      wire: () => ({
        kind: 'overlap',
        cells: time.cells,
        runLength: time.runLength,
        blockCells: time.blockCells,
        free: base64(littleEndian(time.free)),
        minBlocks,
        desired,
      }),
      open: (partition) => new OverlapTally(partition, time, score, minBlocks),
      brings: () => busiest(time, answers.students.ids.length),
      evidence: (members) => {
        const cells = commonCells(time, members);
        const blocks = countBlocks(time, cells);
        const runs = describeRuns(time, cells);
        return blocks === 0 ? name(0) : `${name(blocks)}: ${runs.join(', ')}${time.zone}`;
      },
      freeHours: (members) => {
        const counts = countFreeHours(time, members);
        return counts === null ? null : { zone: answers.offsets === null ? null : 'UTC', counts };
      },
      pair: (a, b) => score(blocksOf([a, b])),
      canShare: (a, b) => blocksOf([a, b]) >= minBlocks,
      impossible: () => {
        const members = answers.students.ids.map((_, i) => i).filter((i) => blocksOf([i]) < minBlocks);
        const less = `fewer than ${minBlocks} free ${time.blockName}s`;
        if (members.length === 0) return null;
        return {
          members,
          why: members.length === 1 ? `one student has ${less}` : `${members.length} students have ${less}`,
        };
      },
    },
    notices: [],
  };
};

/** When most are free, cell by cell. */
function busiest(time: FreeTime, students: number): Brought[] {
  const cells = Array.from({ length: time.cells }, (_, cell) => {
    let free = 0;
    for (let i = 0; i < students; i++) free += (time.free[i * time.words + (cell >> 5)]! >>> (cell & 31)) & 1;
    return { label: time.describe(cell, cell + 1), students: free };
  });
  return cells.sort((a, b) => b.students - a.students);
}

function commonCells(time: FreeTime, members: readonly number[]): Uint32Array {
  const cells = new Uint32Array(time.words).fill(members.length === 0 ? 0 : 0xffffffff);
  for (const i of members) for (let w = 0; w < time.words; w++) cells[w]! &= time.free[i * time.words + w]!;
  return cells;
}

function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Blocks of `blockCells` in a row, each stretch of free cells rounded down; stretches end where their run ends. */
function countBlocks({ words, cells, runLength, blockCells }: FreeTime, common: Uint32Array): number {
  let blocks = 0;
  if (blockCells === 1) {
    for (let w = 0; w < words; w++) blocks += bitsIn(common[w]!);
    return blocks;
  }
  let stretch = 0;
  for (let c = 0; c < cells; c++) {
    if (c % runLength === 0) stretch = 0;
    stretch = ((common[c >> 5]! >>> (c & 31)) & 1) === 1 ? stretch + 1 : 0;
    if (stretch === blockCells) {
      blocks++;
      stretch = 0;
    }
  }
  return blocks;
}

function describeRuns(time: FreeTime, common: Uint32Array): string[] {
  const runs: string[] = [];
  for (let from = 0; from < time.cells; from++) {
    if (((common[from >> 5]! >>> (from & 31)) & 1) === 0) continue;
    let to = from + 1;
    while (to < time.cells && to % time.runLength !== 0 && ((common[to >> 5]! >>> (to & 31)) & 1) === 1) to++;
    if (to - from >= time.blockCells) runs.push(time.describe(from, to));
    from = to - 1;
  }
  return runs;
}

/** Keeps no counts: a group's common cells are one AND for each member and word. */
class OverlapTally implements Tally {
  readonly #common: Uint32Array;

  constructor(
    private readonly partition: Partition,
    private readonly time: FreeTime,
    private readonly scoreOf: (blocks: number) => number,
    private readonly minBlocks: number,
  ) {
    this.#common = new Uint32Array(time.words);
  }

  score(group: number, out: number, into: number): number {
    return this.scoreOf(this.#blocks(group, out, into));
  }

  shortfall(group: number, out: number, into: number): number {
    return Math.max(0, this.minBlocks - this.#blocks(group, out, into));
  }

  commit(): void {}

  #blocks(group: number, out: number, into: number): number {
    const { partition, time } = this;
    const { words, free } = time;
    const common = this.#common;
    if (into >= 0) for (let w = 0; w < words; w++) common[w] = free[into * words + w]!;
    else common.fill(0xffffffff);
    const n = partition.sizes[group]!;
    if (n - (out >= 0 ? 1 : 0) + (into >= 0 ? 1 : 0) === 0) common.fill(0);
    for (let slot = 0; slot < n; slot++) {
      const member = partition.member(group, slot);
      if (member === out) continue;
      for (let w = 0; w < words; w++) common[w]! &= free[member * words + w]!;
    }
    return countBlocks(time, common);
  }
}
