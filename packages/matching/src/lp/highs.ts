import packaged, { type Highs } from 'highs';
import type { Choice, ChooseLimits, Column, LpSolver, PartitionProgramme } from '../bound/lp.js';

let loaded: Promise<Highs> | undefined;

/** HiGHS in WebAssembly: some 50 ms and 20 MB at the first call. */
export async function loadLp(): Promise<LpSolver> {
  loaded ??= start();
  const highs = await loaded;
  return {
    partition: (rows) => openPartition(highs, rows),
    choose: (rows, columns, limits) => choose(highs, rows, columns, limits),
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
  // Columns only ever join: what was solved before stays feasible, so the primal simplex goes on from there.
  model.options.set({ output_flag: false, presolve: 'off', solver: 'simplex', simplex_strategy: 4 });
  return {
    add(columns) {
      if (columns.length === 0) return;
      const { colCost, colLower, colUpper, matrix } = modelOf(highs, rows, columns);
      model.addCols({ cost: colCost, lower: colLower, upper: colUpper, matrix });
    },
    relax() {
      model.run();
      if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return null;
      return { cost: model.getObjectiveValue(), prices: Float64Array.from(model.getSolution().rowDual) };
    },
    close: () => model.dispose(),
  };
}

function choose(highs: Highs, rows: number, columns: readonly Column[], limits: ChooseLimits): Choice {
  const { integer } = highs.constants.variableType;
  const whole = { ...modelOf(highs, rows, columns), integrality: columns.map(() => integer) };
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

function modelOf(highs: Highs, rows: number, columns: readonly Column[]) {
  const starts = new Int32Array(columns.length + 1);
  columns.forEach(({ set }, c) => {
    starts[c + 1] = starts[c]! + set.length;
  });
  const indices = Int32Array.from(columns.flatMap(({ set }) => set));
  return {
    numCols: columns.length,
    numRows: rows,
    colCost: Float64Array.from(columns, ({ cost }) => cost),
    colLower: new Float64Array(columns.length),
    colUpper: new Float64Array(columns.length).fill(highs.infinity),
    rowLower: new Float64Array(rows).fill(1),
    rowUpper: new Float64Array(rows).fill(1),
    matrix: {
      format: 'csc' as const,
      numRows: rows,
      numCols: columns.length,
      starts,
      indices,
      values: new Float64Array(indices.length).fill(1),
    },
  };
}
