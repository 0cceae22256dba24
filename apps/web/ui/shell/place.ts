import type { LucideIcon } from 'lucide-react';

/** Somewhere to go. `letter` goes there after `G`. */
export interface Place {
  href: string;
  label: string;
  icon: LucideIcon;
  letter?: string;
  count?: number | undefined;
  /** The section's own front page: current only when the address is exactly this. */
  exact?: boolean;
}

export const isCurrent = (place: Place, path: string): boolean =>
  place.exact ? path === place.href : path === place.href || path.startsWith(`${place.href}/`);
