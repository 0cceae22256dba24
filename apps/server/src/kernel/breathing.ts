import { setImmediate } from 'node:timers/promises';

/** Work goes on for so long before the process does what else there is: less than a request notices. */
const BREATH_MS = 10;

/** Takes all steps of a long computation to its result, with a breath between two whenever it is due. */
export async function breathing<Result>(steps: Generator<unknown, Result>): Promise<Result> {
  const breath = breather();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    await breath();
  }
}

/** A breath that is taken when it is due; a breath at each small step would wait as often for all that others do. */
export function breather(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < BREATH_MS) return;
    await setImmediate();
    since = performance.now();
  };
}
