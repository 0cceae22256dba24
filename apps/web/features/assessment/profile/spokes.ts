import type { TrackProfile } from '@tailcamp/contracts';
import type { Spoke } from '@/ui/charts/radar';

/** For each domain, the mean over its skills of the share that would be answered right, with the mean of their errors. */
export function spokesOf({ domains, skills }: Pick<TrackProfile, 'domains' | 'skills'>): Spoke[] {
  return domains.map(({ id, title, answered }) => {
    const own = skills.filter(({ domain }) => domain === id);
    const mean = (of: (skill: TrackProfile['skills'][number]) => number) =>
      own.reduce((sum, skill) => sum + of(skill), 0) / Math.max(1, own.length);
    return {
      id,
      name: title,
      value: mean(({ expected }) => expected.share),
      // The 95 % interval is about four standard errors wide.
      error: mean(({ expected }) => (expected.high - expected.low) / 4),
      guessing: answered === 0,
    };
  });
}
