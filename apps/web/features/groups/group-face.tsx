import type { GroupSummary } from '@tailcamp/contracts';
import { classes } from '@/ui/class-names';

/** The face of a group: its emoji on its colour, or its number until it has one. */
export function GroupFace(props: { of: Pick<GroupSummary, 'number' | 'avatar'>; large?: boolean }) {
  const { avatar, number } = props.of;
  const colour = avatar?.colour ?? ((number - 1) % 8) + 1;
  return (
    <span className={classes('crest', `c${colour}`, props.large && 'large')} aria-hidden="true">
      {avatar?.emoji ?? number}
    </span>
  );
}
