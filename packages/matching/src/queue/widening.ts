import type { AcceptedRule, Criterion, Ease, GroupSize, Policy, QueueSettings, QueueStep } from '@tailcamp/contracts';

/** What a criterion asks as a rule: its bound, null where the kind has none. */
export function boundOf(criterion: Criterion): number | null {
  switch (criterion.kind) {
    case 'overlap':
      return criterion.minBlocks ?? 1;
    case 'similar':
    case 'diverse':
      return criterion.atLeast ?? null;
    case 'balance':
      return criterion.tolerance ?? 0.5;
    default:
      return null;
  }
}

/** How many steps somebody has widened by, who has waited so long. */
export const levelAt = (steps: readonly QueueStep[], waitedMinutes: number): number =>
  steps.filter(({ afterMinutes }) => afterMinutes <= waitedMinutes).length;

/** Minutes of waiting at which something changes for a ticket, rising: it may be grouped, it widens, it ends. */
export const momentsOf = ({ gatherMinutes, steps, expireMinutes }: QueueSettings): number[] =>
  [gatherMinutes, ...steps.map(({ afterMinutes }) => afterMinutes), expireMinutes].sort((a, b) => a - b);

/** A policy whose groups are alike: those that have names stand before anybody waits, and are filled in rounds. */
export type QueuePolicy = Policy & { groupSize: GroupSize };

export const isQueuePolicy = (policy: Policy): policy is QueuePolicy => policy.groupSize !== undefined;

/** Sizes that somebody accepts who has widened by so many steps. */
export function sizeAt(policy: QueuePolicy, steps: readonly QueueStep[], level: number): GroupSize {
  return steps.slice(0, level).reduce((size, step) => step.groupSize ?? size, policy.groupSize);
}

/** Every criterion of the policy, in its order, as somebody accepts it who has widened by so many steps. */
export function acceptedAt(policy: Policy, steps: readonly QueueStep[], level: number): AcceptedRule[] {
  const accepted = policy.criteria.map((criterion): AcceptedRule => {
    const bound = boundOf(criterion);
    return { kind: criterion.kind, column: columnOf(criterion), asked: bound, accepted: bound, dropped: false };
  });
  for (const ease of steps.slice(0, level).flatMap((step) => step.ease)) {
    const rule = accepted[ease.criterion];
    if (rule === undefined) continue;
    if ('drop' in ease) rule.dropped = true;
    else rule.accepted = easedBound(ease);
  }
  return accepted;
}

/** The policy that holds for somebody who has widened by so many steps; dropped criteria are left out. */
export function widen(policy: QueuePolicy, steps: readonly QueueStep[], level: number): QueuePolicy {
  const accepted = acceptedAt(policy, steps, level);
  const criteria = policy.criteria.flatMap((criterion, index): Criterion[] => {
    const rule = accepted[index]!;
    if (rule.dropped) return [];
    return rule.accepted === rule.asked ? [criterion] : [withBound(criterion, rule.accepted ?? 0)];
  });
  return { ...policy, groupSize: sizeAt(policy, steps, level), criteria };
}

export const easedBound = (ease: Exclude<Ease, { drop: true }>): number =>
  'minBlocks' in ease ? ease.minBlocks : 'atLeast' in ease ? ease.atLeast : ease.tolerance;

export const columnOf = ({ column, columns }: Criterion): string => [column ?? columns ?? []].flat().join(', ');

function withBound(criterion: Criterion, bound: number): Criterion {
  switch (criterion.kind) {
    case 'overlap':
      return { ...criterion, minBlocks: bound };
    case 'similar':
    case 'diverse':
      return { ...criterion, atLeast: bound };
    case 'balance':
      return { ...criterion, tolerance: bound };
    default:
      return criterion;
  }
}
