import { setImmediate } from 'node:timers/promises';

/** Takes all steps of a long computation to its result; between two of them the process does what else there is. */
export async function breathing<Result>(steps: Generator<unknown, Result>): Promise<Result> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    await setImmediate();
  }
}
