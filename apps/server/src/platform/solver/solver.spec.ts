import { expect, it } from 'vitest';
import { threadSolverFromSource } from '../../testing/solver.js';
import { cohortOf, POLICY, solverSuite } from './solver.suite.js';

solverSuite('the solver in a thread', threadSolverFromSource);

it('says that the built-in engine did it', async () => {
  const solver = await threadSolverFromSource();
  const options = { onProgress: () => {}, signal: new AbortController().signal };
  const solved = await solver.solve({ policy: POLICY, cohort: cohortOf(12), seed: 1 }, options);
  expect(solved.solver).toEqual({ by: 'built-in', engine: solver.engine, fellBack: null });
});
