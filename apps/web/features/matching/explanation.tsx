'use client';
import type { FreeHours } from '@tailcamp/contracts';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useT } from '@/lib/i18n/provider';
import { IconButton } from '@/ui/button';
import { classes } from '@/ui/class-names';
import { score } from '@/ui/format';
import { Because } from '@/ui/states';
import { CommonWeek, FreeZone } from '../groups/common-time';
import { Evidence } from './evidence';
import { PairMap } from './pair-map';
import { heldBackBy, type RankedGroup } from './ranked';
import { ReasonFor } from './reason';

interface ExplanationProps {
  group: RankedGroup;
  names: Record<string, string>;
  pairs: readonly (readonly number[])[] | null;
  free?: FreeHours | null;
  /** Asked for, rather than shown because it is the worst. */
  asked: boolean;
  onStep: (by: number) => void;
  onClose: () => void;
  /** What stands below the reasons. */
  children?: ReactNode;
}

/** On the phone, where it comes up as a sheet. */
const overGroups = (panel: Element) => getComputedStyle(panel).position === 'fixed';

/** Why a group scores what it scores: the reason in a sentence, then each criterion among all groups. */
export function Explanation(props: ExplanationProps) {
  const { group, names, pairs, free = null, asked, onStep, onClose, children } = props;
  const t = useT();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const { current } = panel;
    // Where it lies over the groups it takes the focus, as a sheet does, and gives it back; beside them it leaves it where it is.
    if (!asked || !current || !overGroups(current)) return;
    const before = document.activeElement;
    current.focus();
    return () => {
      const left = document.activeElement !== document.body && !current.contains(document.activeElement);
      if (!left && before instanceof HTMLElement) before.focus();
    };
  }, [asked]);
  const people = group.members.map((id) => ({ id, name: names[id] ?? id }));
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      className={classes('card', 'explain', asked && 'asked')}
      aria-labelledby="why-title"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      onBlur={({ currentTarget, relatedTarget }) => {
        const out = relatedTarget !== null && !currentTarget.contains(relatedTarget);
        if (asked && out && overGroups(currentTarget)) onClose();
      }}
    >
      <header>
        <div className="grow">
          <p className="small muted">{t('result.whyTitle', { number: group.number })}</p>
          <h2 id="why-title" className="ex-title">
            {group.name} <span className={classes('num', group.tail && 'ember')}>{score(group.score, 3)}</span>
          </h2>
        </div>
        <IconButton icon={ChevronUp} small label={t('result.previous')} onClick={() => onStep(-1)} />
        <IconButton icon={ChevronDown} small label={t('result.next')} onClick={() => onStep(1)} />
        <IconButton icon={X} small label={t('result.close')} onClick={onClose} />
      </header>
      <div className="ex-body">
        <Because>
          <ReasonFor group={group} />
        </Because>
        <Evidence criteria={group.criteria} ember={group.tail ? heldBackBy(group) : null} />
        {free && (
          <section>
            <h3 className="row">
              <span className="grow">{t('group.free')}</span>
              <FreeZone free={free} />
            </h3>
            <CommonWeek free={free} members={people.length} />
          </section>
        )}
        {pairs && people.length > 1 && (
          <section>
            <h3>{t('result.pairs')}</h3>
            <PairMap people={people} pairs={pairs} />
          </section>
        )}
        {children}
      </div>
    </aside>
  );
}
