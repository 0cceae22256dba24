import type { LucideIcon } from 'lucide-react';
import { classes } from './class-names';

export interface IconProps {
  of: LucideIcon;
  size?: 's' | 'l';
  tone?: 'good' | 'warn' | 'bad' | 'ember' | 'muted' | 'acc';
}

/** A lucide icon at 16 px, 14 in captions (`s`), 20 in the tab bar (`l`). Decoration: the words stand beside it. */
export function Icon({ of: Drawing, size, tone }: IconProps) {
  return <Drawing className={classes('icon', size, tone)} aria-hidden="true" />;
}
