'use client';
import type { ReactNode } from 'react';
import { useT } from '@/lib/i18n/provider';
import { classes } from '@/ui/class-names';
import { score } from '@/ui/format';

interface Effect {
  before: number;
  after: number;
  breaks: readonly string[];
}

/** What placing somebody does: the score before and after, or the rules that it would break; then there is no button. */
export function EffectRow(props: { name: string; about: string; effect: Effect; action: ReactNode }) {
  const t = useT();
  const { before, after, breaks } = props.effect;
  const fits = breaks.length === 0;
  return (
    <li className={classes(!fits && 'breaks')}>
      <div className="grow">
        <b>{props.name}</b> <span className="small muted">{props.about}</span>
        <p className="small muted">{fits ? t('queue.keeps') : t('queue.breaks', { rules: breaks.join('; ') })}</p>
      </div>
      <span className="num">
        {score(before, 3)} → <b>{score(after, 3)}</b>
      </span>
      {fits && props.action}
    </li>
  );
}
