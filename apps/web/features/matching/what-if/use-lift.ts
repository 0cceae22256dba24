'use client';
import type { Policy } from '@tailcamp/contracts';
import { type KeyboardEvent, useCallback, useEffect, useState } from 'react';
import { type Arrangement, mayTake, type Seat } from './arrangement';
import { type Direction, seatTowards } from './seats';

/** A student in the hand, and the seat it is held over. */
export interface Lift {
  member: string;
  seat: Seat | null;
  by: 'hand' | 'keys';
}

export interface Lifting {
  lift: Lift | null;
  take: (member: string) => void;
  over: (seat: Seat | null) => void;
  drop: () => void;
  putBack: () => void;
  /** For the grip of a student: Space lifts and drops, arrows move, Escape puts back. */
  keys: (member: string) => (event: KeyboardEvent) => void;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Taking a student out of a group and into another, by hand or by keys: the same lift, the same drop. */
export function useLift(options: {
  arrangement: Arrangement;
  policy: Policy;
  /** Names of the groups as they are shown. */
  order: readonly string[];
  onDrop: (lift: Lift, seat: Seat) => void;
}): Lifting {
  const { arrangement, policy, order, onDrop } = options;
  const [lift, setLift] = useState<Lift | null>(null);

  const over = (seat: Seat | null) =>
    setLift((held) => {
      if (held === null) return null;
      const taken = seat !== null && mayTake(arrangement, held.member, seat) ? seat : null;
      return isSame(held.seat, taken) ? held : { ...held, seat: taken };
    });
  const drop = () => {
    if (lift?.seat) onDrop(lift, lift.seat);
    setLift(null);
  };
  const putBack = useCallback(() => setLift(null), []);

  const keys = (member: string) => (event: KeyboardEvent) => {
    const held = lift?.by === 'keys' && lift.member === member;
    if (event.key === ' ') {
      event.preventDefault();
      if (held) drop();
      else setLift({ member, seat: null, by: 'keys' });
      return;
    }
    if (!held) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      putBack();
    } else if (event.key === 'Enter') event.preventDefault();
    const towards = ARROWS[event.key];
    if (towards === undefined) return;
    event.preventDefault();
    const seat = seatTowards(arrangement, policy, member, lift.seat, towards, order);
    if (seat !== null) setLift({ ...lift, seat });
  };

  const reached = lift?.by === 'keys' ? lift.seat : null;
  useEffect(() => {
    if (reached === null) return;
    const card = document.querySelector(`[data-group="${CSS.escape(reached.group)}"]`);
    card?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [reached]);

  return { lift, take: (member) => setLift({ member, seat: null, by: 'hand' }), over, drop, putBack, keys };
}

const isSame = (one: Seat | null, other: Seat | null): boolean =>
  one === other || (one !== null && other !== null && one.group === other.group && one.with === other.with);
