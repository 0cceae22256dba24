import type { PathStep } from '@tailcamp/contracts';
import type { TrailStep } from '@/ui/charts/path-trail';

/** The steps of a path about one of them: those done before it, it, and those ahead. */
export function trailAround(
  steps: readonly PathStep[],
  here: string,
  { before, after }: { before: number; after: number },
): TrailStep[] {
  const named = (step: PathStep, state: TrailStep['state']) => ({ id: step.skill.id, label: step.skill.title, state });
  const done = steps.filter(({ state }) => state === 'done').slice(-before);
  const ahead = steps.filter(({ state, skill }) => state !== 'done' && skill.id !== here).slice(0, after);
  return [
    ...(before > 0 ? done.map((step) => named(step, 'done')) : []),
    ...steps.filter(({ skill }) => skill.id === here).map((step) => named(step, 'here')),
    ...ahead.map((step) => named(step, 'ahead')),
  ];
}
