import type { Objective } from '@tailcamp/contracts';
import { lifted } from '../solve/objective.js';
import type { Ceilings } from './ceilings.js';

/**
 * What no objective passes, from each student's best company: a group's score is at most the mean of its pair ceilings, so
 * at most the mean over its members of how well each does with the best `min` − 1 others.
 */
export function companyBound(objective: Objective, ceilings: Ceilings, students: number, min: number): number {
  if (students < 2 || min < 2) return 1;
  let total = 0;
  for (let i = 0; i < students; i++) {
    const best = Array.from(ceilings.subarray(i * students, (i + 1) * students));
    best.splice(i, 1);
    best.sort((a, b) => b - a);
    const company = best.slice(0, min - 1);
    total += company.reduce((sum, ceiling) => sum + ceiling, 0) / company.length;
  }
  const mean = Math.min(1, Math.max(0, total / students));
  // A harmonic mean is at most the arithmetic one, and the worst group at most the mean of all.
  return objective === 'harmonic' ? lifted(mean) : mean;
}
