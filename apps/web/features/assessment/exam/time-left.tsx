'use client';
import { Timer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useT } from '@/lib/i18n/provider';
import { classes } from '@/ui/class-names';
import { Icon } from '@/ui/icon';

const MINUTE = 60_000;
/** From here on the seconds are shown. */
const SHORT = 5 * MINUTE;

/** Counts down by the server's clock, which the answer carried, whatever this machine's says. */
export function TimeLeft(props: { endsAt: string; serverNow: string; onOver: () => void }) {
  const t = useT();
  const left = useLeft(Date.parse(props.endsAt) - Date.parse(props.serverNow), props.onOver);
  const minutes = Math.ceil(left / MINUTE);
  const seconds = Math.ceil(left / 1000);
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <p className={classes('row small num time-left', left <= SHORT ? 'short' : 'muted')} role="timer">
      <Icon of={Timer} size="s" />
      {left > SHORT ? t('exam.minutesLeft', { count: minutes }) : t('exam.left', { time: clock })}
    </p>
  );
}

/** Milliseconds left of `from` since it was told; calls `onOver` once when none are. */
function useLeft(from: number, onOver: () => void): number {
  const [told, setTold] = useState({ from, at: 0 });
  const [now, setNow] = useState(0);
  useEffect(() => {
    setTold({ from, at: performance.now() });
    setNow(performance.now());
    const ticking = setInterval(() => setNow(performance.now()), 1000);
    return () => clearInterval(ticking);
  }, [from]);
  const left = Math.max(0, told.from - (now - told.at));
  const over = left === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once when it is over, not whenever the caller renders
  useEffect(() => {
    if (over) onOver();
  }, [over]);
  return left;
}
