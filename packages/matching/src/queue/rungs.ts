import { type Criterion, type QueueStep, type Rung, readAssessedColumn } from '@tailcamp/contracts';
import { acceptedAt, type QueuePolicy, sizeAt } from './widening.js';

/**
 * What one accepts from the start and from each step on, as a student may see it: hard rules without the private ones. A
 * step that changes nothing of that is left out, for a widening without a visible change would tell of what is hidden.
 */
export function visibleRungs(policy: QueuePolicy, steps: readonly QueueStep[]): Rung[] {
  const rungs: Rung[] = [];
  for (let level = 0; level <= steps.length; level++) {
    const rules = acceptedAt(policy, steps, level).filter((_, index) => {
      const criterion = policy.criteria[index];
      return criterion?.hard === true && criterion.private !== true && !namesAssessed(criterion);
    });
    const { min, max } = sizeAt(policy, steps, level);
    const rung = { afterMinutes: steps[level - 1]?.afterMinutes ?? 0, size: { min, max }, rules };
    if (level === 0 || differs(rung, rungs.at(-1)!)) rungs.push(rung);
  }
  return rungs;
}

function differs(a: Rung, b: Rung): boolean {
  const visible = ({ size, rules }: Rung) => JSON.stringify([size, rules]);
  return visible(a) !== visible(b);
}

const namesAssessed = ({ column, columns }: Criterion): boolean =>
  [column ?? columns ?? []].flat().some((name) => readAssessedColumn(name) !== null);
