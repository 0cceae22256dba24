import { logLikelihood, probability, type ResponseParameters } from '../irt/response.js';
import type { Responses } from './responses.js';

/** Where the abilities of the population are summed over: 51 points from −5 to 5. */
export const NODES: Float64Array = Float64Array.from({ length: 51 }, (_, node) => (node - 25) / 5);
export const COUNT = NODES.length;
const LOG_PRIOR = NODES.map((theta) => (-theta * theta) / 2);

/** Values of each item at each node, item by item. */
export function atNodes<Item>(items: readonly Item[], value: (item: Item, theta: number) => number): Float64Array {
  const values = new Float64Array(items.length * COUNT);
  for (const [place, item] of items.entries()) {
    for (let node = 0; node < COUNT; node++) values[place * COUNT + node] = value(item, NODES[node]!);
  }
  return values;
}

/** Answers looked at between two breaths: about two milliseconds of work. */
const BREATH = 2000;

/**
 * Gives each learner's posterior over the nodes, under a standard normal population; some learners a step, for whoever has
 * other things to do between them.
 * @param visit told of the learner and the posterior, which sums to 1 and is overwritten by the next
 * @returns the log-likelihood of all answers, up to a constant
 */
export function* visitPosteriors(
  responses: Responses,
  items: readonly ResponseParameters[],
  visit: (learner: number, posterior: Float64Array) => void,
): Generator<undefined, number> {
  const right = atNodes(items, (item, theta) => logLikelihood(item, theta, true));
  const wrong = atNodes(items, (item, theta) => logLikelihood(item, theta, false));
  const posterior = new Float64Array(COUNT);
  let total = 0;
  let breathed = 0;
  for (let learner = 0; learner < responses.learners; learner++) {
    posterior.set(LOG_PRIOR);
    for (let at = responses.starts[learner]!; at < responses.starts[learner + 1]!; at++) {
      const logs = responses.rights[at] === 1 ? right : wrong;
      const from = responses.items[at]! * COUNT;
      for (let node = 0; node < COUNT; node++) posterior[node]! += logs[from + node]!;
    }
    total += normalise(posterior);
    visit(learner, posterior);
    const seen = responses.starts[learner + 1]!;
    if (seen - breathed < BREATH) continue;
    breathed = seen;
    yield;
  }
  return total;
}

/** Makes probabilities of logarithms in place. @returns the logarithm of their sum */
function normalise(logs: Float64Array): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (let node = 0; node < COUNT; node++) if (logs[node]! > highest) highest = logs[node]!;
  let sum = 0;
  for (let node = 0; node < COUNT; node++) {
    logs[node] = Math.exp(logs[node]! - highest);
    sum += logs[node]!;
  }
  for (let node = 0; node < COUNT; node++) logs[node]! /= sum;
  return highest + Math.log(sum);
}

export function probabilitiesAtNodes(items: readonly ResponseParameters[]): Float64Array {
  return atNodes(items, probability);
}
