'use client';
import { useDroppable } from '@dnd-kit/core';
import { Lock, LockOpen } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useLocale, useT } from '@/lib/i18n/provider';
import { IconButton } from '@/ui/button';
import { Meter } from '@/ui/charts/meter';
import { classes } from '@/ui/class-names';
import { score } from '@/ui/format';
import { groupInWords } from '../../groups/group-words';
import { fullCriterion, shortCriterion } from '../criterion-words';
import { evidenceInWords } from '../evidence-words';
import { telling } from '../group-deck';
import { violationInWords } from '../notice-words';
import { heldBackBy, type RankedGroup } from '../ranked';
import { groupToggled } from './arrangement';
import { DeskMember } from './desk-member';
import { isNothing } from './signed';
import type { Desk } from './use-desk';

const CRITERIA_ON_A_CARD = 6;

interface CardProps {
  desk: Desk;
  group: RankedGroup;
}

/** A group on the desk: who is in it, what it scores, and while somebody is held over it, what it would score. */
export const DeskCard = memo(Card, (one, other) => {
  if (one.group !== other.group || liftAt(one) !== liftAt(other)) return false;
  return DRAWN_FROM.every((part) => one.desk[part] === other.desk[part]);
});

/** What a card is drawn from besides its group and the lift: other parts of the desk change with every hover. */
const DRAWN_FROM = ['now', 'policy', 'opened', 'changed', 'order'] as const;

/** How the lift concerns a card; nothing when it is between others. */
function liftAt({ desk, group: { name } }: CardProps): string {
  const { lift } = desk.lifting;
  if (lift === null) return '';
  const { member, by, seat } = lift;
  const concerned = seat?.group === name || desk.seatsOf(name).includes(member);
  return concerned ? `${by} ${member} ${seat?.group} ${seat?.with}` : '';
}

function Card({ desk, group }: CardProps) {
  const t = useT();
  const locale = useLocale();
  const time = group.criteria.find(({ kind }) => kind === 'overlap');
  const { now, lifting, opened, names } = desk;
  const { name } = group;
  const over = lifting.lift?.seat?.group === name ? lifting.lift.seat : null;
  const locked = now.locked.groups.includes(name);
  const before = desk.before(name);
  const broken = desk.brokenIn(name);
  const ember = group.tail ? heldBackBy(group) : null;
  const toggle = () =>
    desk.edit(
      { ...now, locked: groupToggled(now.locked, name) },
      t(locked ? 'whatIf.didUnlock' : 'whatIf.didLock', { name }),
    );
  return (
    <DropCard
      name={name}
      className={classes('card', 'group', name === opened && 'sel', over && 'drop', locked && 'locked')}
    >
      <div className="group-head">
        <div className="grow">
          <h3>{name}</h3>
          <p className="small muted clip">
            {groupInWords(t, group, group.members.length)}
            {group.tail && !over && (
              <>
                {' · '}
                <span className="ember">{t('run.tail')}</span>
              </>
            )}
            {locked && ` · ${t('whatIf.isLocked')}`}
            {over && (
              <>
                {' · '}
                <b className="acc">
                  {over.with === null ? t('whatIf.joinHere') : t('whatIf.swapHere', { name: names[over.with] ?? '' })}
                </b>
              </>
            )}
          </p>
        </div>
        <p className={classes('score', 'num', group.tail && 'ember')}>
          {before && !isNothing(group.score - before.score) && (
            <>
              <s className="muted">{score(before.score, 3)}</s>{' '}
            </>
          )}
          <span className={before ? tone(group.score - before.score) : undefined}>{score(group.score, 3)}</span>
        </p>
        <IconButton
          icon={locked ? Lock : LockOpen}
          small
          label={t(locked ? 'whatIf.unlockGroup' : 'whatIf.lockGroup', { name })}
          aria-pressed={locked}
          onClick={toggle}
        />
      </div>
      <ul className="members plain">
        {desk.seatsOf(name).map((id) => (
          <DeskMember key={id} desk={desk} group={name} member={id} />
        ))}
      </ul>
      {group.criteria.length > 0 && (
        <div className="group-foot">
          <dl className="crits">
            {telling(group.criteria)
              .slice(0, CRITERIA_ON_A_CARD)
              .map((criterion) => {
                const was = before?.criteria[group.criteria.indexOf(criterion)]?.score;
                const low = criterion === ember;
                return (
                  <div key={`${criterion.kind} ${criterion.column}`} title={fullCriterion(t, criterion)}>
                    <dt className="ell">{shortCriterion(t, criterion)}</dt>
                    <dd>
                      <Meter value={criterion.score} cohort={criterion.cohort} low={low} />
                    </dd>
                    <dd className={classes('num', was === undefined ? low && 'ember' : tone(criterion.score - was))}>
                      {score(criterion.score)}
                    </dd>
                  </div>
                );
              })}
          </dl>
        </div>
      )}
      <div className="row group-why">
        <p className={classes('small', 'clip', 'grow', broken ? 'bad' : 'muted')}>
          {broken ? violationInWords(t, locale, broken) : evidenceInWords(t, locale, time?.evidence ?? '')}
        </p>
        <button type="button" className="link small" aria-expanded={name === opened} onClick={() => desk.open(name)}>
          {t('result.why', { score: score(group.score, 3) })}
          <span className="sr"> {name}</span>
        </button>
      </div>
    </DropCard>
  );
}

/** Takes what is dropped. Drawn anew with every hover, and what is in it not. */
function DropCard({ name, className, children }: { name: string; className: string; children: ReactNode }) {
  const { setNodeRef } = useDroppable({ id: `group:${name}`, data: { group: name, with: null } });
  return (
    <li ref={setNodeRef} data-group={name} className={className}>
      {children}
    </li>
  );
}

const tone = (change: number) => (isNothing(change) ? undefined : change > 0 ? 'good' : 'bad');
