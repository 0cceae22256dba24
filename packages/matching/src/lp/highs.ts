import packaged, { type Highs } from 'highs';
import { holdsTwo, Prices, type Triple } from '../bound/cuts.js';
import type { Choice, ChooseLimits, Column, LpSolver, PartitionProgramme } from '../bound/lp.js';

/** Of HiGHS's ways of the simplex. */
const [DUAL, PRIMAL] = [1, 4];

let loaded: Promise<Highs> | undefined;

/** HiGHS in WebAssembly: some 50 ms and 20 MB at the first call. */
export async function loadLp(): Promise<LpSolver> {
  loaded ??= start();
  const highs = await loaded;
  return {
    partition: (rows) => openPartition(highs, rows),
    choose: (rows, columns, triples, limits) => choose(highs, rows, columns, triples, limits),
  };
}

function start(): Promise<Highs> {
  // The package's types are those of its CommonJS build; as an ES module its default export is the loader itself.
  const loader: object = packaged;
  if (typeof loader !== 'function') throw new TypeError('highs exports no loader');
  return (loader as typeof packaged.default)();
}

function openPartition(highs: Highs, rows: number): PartitionProgramme {
  const model = highs.createModel(modelOf(highs, rows, []));
  model.options.set({ output_flag: false, presolve: 'off', solver: 'simplex' });
  const sets: (readonly number[])[] = [];
  const triples: Triple[] = [];
  return {
    add(columns) {
      if (columns.length === 0) return;
      // What was solved before stays feasible, so the primal simplex goes on from there.
      model.options.set('simplex_strategy', PRIMAL);
      for (const { set } of columns) sets.push(set);
      const { colCost, colLower, colUpper, matrix } = modelOf(highs, rows, columns, triples);
      model.addCols({ cost: colCost, lower: colLower, upper: colUpper, matrix });
    },
    cut(more) {
      // Its prices stay feasible, so the dual one does.
      model.options.set('simplex_strategy', DUAL);
      for (const triple of more) {
        const indices = sets.flatMap((set, column) => (holdsTwo(set, triple) ? [column] : []));
        model.addRow(-highs.infinity, 1, { indices, values: indices.map(() => 1) });
        triples.push(triple);
      }
    },
    relax() {
      model.run();
      if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return null;
      const { rowDual, colValue } = model.getSolution();
      const duals = Float64Array.from(rowDual);
      // Of a row that holds a sum down the dual is not above 0, but for rounding.
      const penalties = duals.subarray(rows).map((dual) => Math.max(0, -dual));
      const prices = new Prices(duals.slice(0, rows), [...triples], penalties);
      return { cost: model.getObjectiveValue(), parts: Float64Array.from(colValue), prices };
    },
    close: () => model.dispose(),
  };
}

function choose(
  highs: Highs,
  rows: number,
  columns: readonly Column[],
  triples: readonly Triple[],
  limits: ChooseLimits,
): Choice {
  const { integer } = highs.constants.variableType;
  const whole = { ...modelOf(highs, rows, columns, triples), integrality: columns.map(() => integer) };
  return highs.withModel(whole, (model) => {
    model.options.set({
      output_flag: false,
      mip_rel_gap: 1e-9,
      mip_abs_gap: 1e-9,
    });
    model.setSolution({ indices: [...limits.known], values: limits.known.map(() => 1) });
    let steps = 0;
    model.run({
      [highs.constants.callbackType.mipInterrupt](event) {
        steps = Number(event.data.mip_total_lp_iterations);
        if (steps > limits.steps || limits.enough()) event.interrupt();
      },
    });
    if (model.getModelStatus() === highs.constants.modelStatus.infeasible) {
      return { chosen: null, steps, atLeast: Number.POSITIVE_INFINITY };
    }
    const atLeast = Number(model.info.get('mip_dual_bound'));
    if (model.info.get('primal_solution_status') !== highs.constants.solutionStatus.feasible) {
      return { chosen: null, steps, atLeast };
    }
    const values = model.getSolution().colValue;
    return { chosen: columns.flatMap((_, column) => (values[column]! > 0.5 ? [column] : [])), steps, atLeast };
  });
}

/** @param triples further rows, below those of the partition */
function modelOf(highs: Highs, rows: number, columns: readonly Column[], triples: readonly Triple[] = []) {
  const entries = columns.map(({ set }) => [
    ...set,
    ...triples.flatMap((triple, t) => (holdsTwo(set, triple) ? [rows + t] : [])),
  ]);
  const starts = new Int32Array(columns.length + 1);
  entries.forEach((own, c) => {
    starts[c + 1] = starts[c]! + own.length;
  });
  const indices = Int32Array.from(entries.flat());
  return {
    numCols: columns.length,
    numRows: rows + triples.length,
    colCost: Float64Array.from(columns, ({ cost }) => cost),
    colLower: new Float64Array(columns.length),
    colUpper: new Float64Array(columns.length).fill(highs.infinity),
    rowLower: new Float64Array(rows + triples.length).fill(1).fill(-highs.infinity, rows),
    rowUpper: new Float64Array(rows + triples.length).fill(1),
    matrix: {
      format: 'csc' as const,
      numRows: rows + triples.length,
      numCols: columns.length,
      starts,
      indices,
      values: new Float64Array(indices.length).fill(1),
    },
  };
}
