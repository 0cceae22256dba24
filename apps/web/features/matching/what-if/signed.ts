import { score } from '@/ui/format';

/** A change of a score with its sign: `+.021`, `−.0003`, `±0` where it rounds to nothing. */
export function signed(change: number, digits = 3): string {
  if (Math.abs(change) < 0.5 * 10 ** -digits) return '±0';
  return change > 0 ? `+${score(change, digits)}` : score(change, digits);
}

export const isNothing = (change: number, digits = 3): boolean => signed(change, digits) === '±0';
